"""What an article abbreviates: "the Rapid Relief Force (RRF)", "the RRF (Rapid Relief Force)"."""

from __future__ import annotations

import re
from collections.abc import Iterator

_REACH = 120  # characters in front of an abbreviation in which its words stand
_SHORT = r"[A-Z](?:[A-Z]|[a-z](?=[A-Z])){1,7}"
_BEHIND = re.compile(rf"\((?:the )?(?P<short>{_SHORT})\)")
_BEFORE = re.compile(rf"\b(?P<short>{_SHORT}) \((?:the )?(?P<long>[A-Z][\w’'&-]*(?: [\w’'&-]+){{1,8}})\)")
_WORD = re.compile(r"[^\W\d_][\w’'&-]*")


def find(text: str) -> dict[str, str]:
    """The abbreviations of names that a text introduces, each with what it stands for; the first counts."""
    found: dict[str, str] = {}
    for short, long in _abbreviated(text):
        found.setdefault(short, long)
    return found


def _abbreviated(text: str) -> Iterator[tuple[str, str]]:
    for match in _BEHIND.finditer(text):
        before = text[max(0, match.start() - _REACH) : match.start()].rpartition("\n")[2]
        if long := _spelt_out(before, match["short"]):
            yield match["short"], long
    for match in _BEFORE.finditer(text):
        if _initials(match["long"].split(), match["short"]):
            yield match["short"], match["long"]


def _spelt_out(before: str, short: str) -> str | None:
    """The last words of a text whose initials an abbreviation is made of."""
    words = list(_WORD.finditer(before))
    if not words or before[words[-1].end() :].strip(' ”"’,'):
        return None
    for first in reversed(words[-2 * len(short) - 1 :]):
        long = before[first.start() :].strip(' ”"’,')
        if first[0][:1].isupper() and _initials(long.split(), short):
            return long
    return None


def _initials(words: list[str], short: str) -> bool:
    """Whether an abbreviation is made of the initials of words, small ones left out or not."""
    parts = [part for word in words for part in word.split("-") if part]
    great = "".join(part[0] for part in parts if part[0].isupper())
    every = "".join(part[0] for part in parts)
    return len(parts) > 1 and short.upper() in {great, every.upper()}
