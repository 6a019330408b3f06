"""Records of the decisions log as bytes: TOML tables ``[[decision]]``, read one by one.

The last key of a record cannot be cut short and stay valid TOML, so that a half-written record is seen.
"""

from __future__ import annotations

import json
import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

from tui.corpus.cleaning import clean
from tui.workspace.rows import VERDICTS

IDENTITY = ("id", "time", "analyst", "action", "claim", "text", "fingerprint")
_NEEDED: Mapping[str, tuple[str, ...]] = {  # action -> the texts it has besides its identity
    "decide": ("verdict", "note"),
    "note": ("note",),
    "tag": ("tag",),
    "untag": ("tag",),
    "undo": ("of",),
    "redo": ("of",),
}
_HEADING = b"[[decision]]"
_HEAD = re.compile(rb"^\[\[decision\]\][ \t]*\r?$", re.MULTILINE)
_FIELD = re.compile(r'^(\w+) = (?:(".*")|\[((?:\s*"\w*",?)*\s*)\])$', re.MULTILINE)
_ITEM = re.compile(r'"(\w*)"')


def write(record: dict[str, Any]) -> bytes:
    """A record as it is appended to a log."""
    import tomli_w

    return b"\n" + tomli_w.dumps({"decision": [record]}).encode("utf-8", "replace")


def comment(broken: bytes) -> bytes:
    """What is left of a broken record as comment lines that TOML allows."""
    text = clean(broken.decode("utf-8", "backslashreplace"))
    return "".join(f"# {line}\n" for line in text.split("\n") if line).encode()


@dataclass(frozen=True, slots=True)
class Parsed:
    """What a log holds: its records, a line per problem, and the length up to which it is whole."""

    records: tuple[dict[str, Any], ...]
    problems: tuple[str, ...]
    whole: int


def parse(data: bytes) -> Parsed:
    """The records of a log.  A record that cannot be read is a problem, never an error."""
    starts = _starts(data)
    records: list[dict[str, Any]] = []
    problems: list[str] = []
    whole = len(data)
    if _read(data[: starts[0]]) != {}:
        problems.append("the lines before the first record cannot be read; left as they are")
        whole = len(data) if len(starts) > 1 else 0
    for start, end in pairwise(starts):
        record = _record(data[start:end])
        if record is not None:
            records.append(record)
        elif end == len(data):
            problems.append("the last record is incomplete; it is kept as a comment")
            whole = start
        else:
            problems.append(f"the record at byte {start} cannot be read; left as it is")
    return Parsed(tuple(records), tuple(problems), whole)


def _starts(data: bytes) -> list[int]:
    """Where records begin, a head that was cut short among them, and the end."""
    starts = [match.start() for match in _HEAD.finditer(data)]
    line = data.rfind(b"\n") + 1
    if line < len(data) and line not in starts and _HEADING.startswith(data[line:]):
        starts.append(line)
    return [*starts, len(data)]


def _read(chunk: bytes) -> dict[str, Any] | None:
    try:
        return tomllib.loads(chunk.decode("utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError, RecursionError):
        return None


def _read_any(chunk: bytes) -> dict[str, Any] | None:
    """The one table in `chunk`, whatever way it is written."""
    tables = (_read(chunk) or {}).get("decision")
    return tables[0] if isinstance(tables, list) and len(tables) == 1 else None


def _read_plain(chunk: bytes) -> dict[str, Any] | None:
    """The table in `chunk` if it is written as `write` does; ten times as fast as reading any TOML.

    The strings of such a record are JSON strings, too.
    """
    text = chunk.decode("utf-8", "replace")
    record: dict[str, Any] = {}
    try:
        for key, string, items in _FIELD.findall(text):
            record[key] = json.loads(string) if string else _ITEM.findall(items)
    except json.JSONDecodeError:
        return None
    return record if _FIELD.sub("", text).strip() == "[[decision]]" else None


def _record(chunk: bytes) -> dict[str, Any] | None:
    """One record, if it is complete."""
    record = _read_plain(chunk) or _read_any(chunk)
    if record is None:
        return None
    needed = _NEEDED.get(str(record.get("action")))
    if needed is None or not all(isinstance(record.get(key), str) for key in (*IDENTITY, *needed)):
        return None
    if not isinstance(record.get("step", ""), str):
        return None
    return record if "of" in needed or _has_evidence(record) else None


def _has_evidence(record: dict[str, Any]) -> bool:
    evidence = record.get("evidence")
    hashes = isinstance(evidence, list) and all(isinstance(item, str) for item in evidence)
    return hashes and (record["action"] != "decide" or record["verdict"] in VERDICTS)
