"""Set up and run everything that must pass: ``python3 -m tests``.

Makes ``.venv`` beside the project if it is missing, installs the locked versions into it, then runs
formatting, lint, strict types, import contracts and the tests.  Every step runs even if an earlier
one failed; the exit code is 0 only if all passed.
"""

from __future__ import annotations

import os
import subprocess
import sys
import venv
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
ENVIRONMENT = ROOT / ".venv"
BIN = ENVIRONMENT / "bin"
UV = "uv>=0.9,<1"
CHECKS = (
    ("format", ("ruff", "format", "--check")),
    ("lint", ("ruff", "check")),
    ("types", ("mypy",)),
    ("imports", ("lint-imports",)),
    ("tests", ("pytest", "-n", "auto", "-q", "--hypothesis-profile", "steady")),
)


def call(*command: str | Path) -> int:
    environment = os.environ | {"VIRTUAL_ENV": str(ENVIRONMENT), "UV_PROJECT_ENVIRONMENT": str(ENVIRONMENT)}
    return subprocess.run([str(part) for part in command], cwd=ROOT, env=environment, check=False).returncode


def set_up() -> None:
    if not (BIN / "python").exists():
        venv.create(ENVIRONMENT, with_pip=True)
    if not (BIN / "uv").exists() and call(BIN / "python", "-m", "pip", "install", "--quiet", UV):
        sys.exit("tests: could not install uv into .venv; is the package index reachable?")
    if call(BIN / "uv", "sync", "--quiet", "--locked", "--inexact"):
        sys.exit("tests: could not install the locked dependencies of uv.lock into .venv")


def main() -> int:
    set_up()
    failed = [name for name, (tool, *options) in CHECKS if call(BIN / tool, *options)]
    sys.stdout.write(f"failed: {', '.join(failed)}\n" if failed else "all checks passed\n")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
