"""One setting changed in a person's own settings file, everything else in it left as it is."""

from __future__ import annotations

import os
import re
import tomllib
from pathlib import Path


def keep(file: Path, key: str, value: str | bool) -> None:
    """Write ``key = value`` into `file`, which is made if it is missing; a link is followed.

    The file is replaced as a whole, so that it is never seen half written.  Raises OSError if it cannot be
    written, ValueError if what is in it is not TOML.
    """
    target = file.resolve()
    text = target.read_bytes().decode("utf-8") if target.exists() else ""
    target.parent.mkdir(parents=True, exist_ok=True)
    draft = target.with_name(f"{target.name}.{os.getpid()}")
    draft.write_bytes(changed(text, key, value).encode("utf-8"))
    if target.exists():
        draft.chmod(target.stat().st_mode)
    draft.replace(target)


def changed(text: str, key: str, value: str | bool) -> str:
    """The TOML `text` with the top-level `key` set to `value`; comments and order stay.

    The line of `key` is replaced, or one put on top.  Should the text then mean anything else than it is
    meant to, it is written anew from its values, and comments are lost.
    """
    import tomli_w

    wanted = {**tomllib.loads(text), key: value}
    line = tomli_w.dumps({key: value})
    replaced = re.sub(rf"^{re.escape(key)}[ \t]*=.*\n?", lambda _: line, text, count=1, flags=re.MULTILINE)
    for draft in (replaced, line + text):
        if _means(draft, wanted):
            return draft
    return tomli_w.dumps(wanted)


def _means(text: str, wanted: dict[str, object]) -> bool:
    try:
        return tomllib.loads(text) == wanted
    except tomllib.TOMLDecodeError:
        return False
