"""What every test relies on: no deadline for slow machines, nobody's own settings and files.

The gate runs the properties on the same examples every time; pytest alone looks for new ones.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import settings

settings.register_profile("patient", deadline=None)
settings.register_profile("steady", deadline=None, derandomize=True)
settings.load_profile("patient")


@pytest.fixture(autouse=True, scope="session")
def _own_folders(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """Settings, indexes and decisions of the tests lie in a folder of their own."""
    home = tmp_path_factory.mktemp("home")
    with pytest.MonkeyPatch.context() as patch:
        for name in [name for name in os.environ if name.startswith("CLAIMS_TUI_")]:
            patch.delenv(name)
        for name in ("CONFIG", "CACHE", "DATA", "STATE"):
            patch.setenv(f"CLAIMS_TUI_{name}_DIR", str(home / name.lower()))
        yield home
