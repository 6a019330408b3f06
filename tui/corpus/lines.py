"""Mark the lines of an article: running text, headings, datelines, captions, credits, page furniture.

Nothing is deleted, so offsets never move.  A `Line` may be part of a physical line: a dateline glued to
the first sentence, or a photo credit glued to its caption, is a segment of its own.  What the kinds look
like is data, in ``patterns/lines.toml``; only headings are recognised by shape, here.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from tui.corpus import patterns
from tui.model import Line, LineKind

_LONGEST_FURNITURE = 200  # characters; a longer line is running text
_LONGEST_CAPTION = 420
_LONGEST_TELLING = 400
_TAIL = 130  # how far from the end of a line a credit may begin
_TOP = 3  # lines from the top in which a bare place name is a dateline
_TITLE_WORDS = 25
_HEADING_WORDS = 14
_SHOUT_WORDS = 6  # capitals this long, inside an article, are a link to another one

_WHOLE: tuple[LineKind, ...] = ("boilerplate", "related", "credit", "byline", "dateline")
_KINDS: dict[str, LineKind] = {kind: kind for kind in _WHOLE}
_INVISIBLE = "\ufeff\u200b\u200e\u200f"
_ENDED = re.compile(r"[.!…;,]['’”\"»)\]]*$")
_INNER_STOP = re.compile(r"[a-z’'”\"\d)][.!?]['’”\"]? +[A-Z“\"‘]")
_BULLET = re.compile(r"[-*•·▪◦‣–—>] ?|\(?\d{1,2}[.)] ")
_MARKED_HEADING = re.compile(r"#{1,6} +\S.{0,150}$")  # Markdown
_SPEAKER = re.compile(r"[A-Z][A-Z .'’-]{2,30}: ")
_STARTS = re.compile(r"[“\"‘'’(\[#$£€¿¡]*[A-Z\d]|[“\"‘'’]*[^\W\d_a-z]")
_SAID = re.compile(r"""[,?!][”"] (?:\w+ ){1,6}\w+$""")  # “…,” the mayor said


@dataclass(frozen=True, slots=True)
class _Stripped:
    """A physical line without the white space around it, and whether a blank line parts it from the next."""

    start: int
    end: int
    words: str
    parted: bool


@cache
def _whole() -> re.Pattern[str]:
    """Matches a line that is no running text; the group that matched names its kind."""
    tables = patterns.load("lines")
    return patterns.alternation(
        [f"(?P<{kind}>{'|'.join(tables[kind]['whole'])})" for kind in _WHOLE], r"\W*$"
    )


@cache
def _telling() -> tuple[tuple[LineKind, tuple[str, ...]], ...]:
    tables = patterns.load("lines")
    kinds: tuple[LineKind, ...] = ("boilerplate", "credit")
    return tuple((kind, tuple(tables[kind]["contains"])) for kind in kinds)


@cache
def _part(kind: LineKind, where: str) -> re.Pattern[str]:
    after = r"\W*$" if where in ("tail", "opens") else ""
    return patterns.alternation(patterns.load("lines")[kind][where], after=after)


def mark(text: str) -> tuple[Line, ...]:
    r"""Every non-blank line of `text`, or part of one, with its kind, in order and without overlap.

    Lines end at ``\n`` alone; white space around a line is outside it.
    """
    lines = _strip(text)
    wrapped = _is_wrapped(lines)
    marked: list[Line] = []
    block: LineKind | None = None
    for index, line in enumerate(lines):
        block = _next_block(line, block)
        if block is not None:
            marked.append(Line(line.start, line.end, block))
            continue
        marked.extend(_segments(text, lines, index, wrapped))
    return tuple(marked)


def _strip(text: str) -> list[_Stripped]:
    lines: list[_Stripped] = []
    at = 0
    for raw in text.split("\n"):
        words = raw.strip()
        if words and (words[0] in _INVISIBLE or words[-1] in _INVISIBLE):
            words = words.strip(_INVISIBLE).strip()
        if words:
            lead = 0 if raw.startswith(words) else raw.index(words)
            lines.append(_Stripped(at + lead, at + lead + len(words), words, False))
        elif lines and not lines[-1].parted:
            last = lines[-1]
            lines[-1] = _Stripped(last.start, last.end, last.words, True)
        at += len(raw) + 1
    return lines


def _is_wrapped(lines: list[_Stripped]) -> bool:
    """Whether the text is broken at a fixed width, so that most lines run on in the next one."""
    if len(lines) < 4:
        return False
    runs_on = sum(
        not line.parted and 40 <= len(line.words) <= 110 and after.words[0].islower()
        for line, after in itertools.pairwise(lines)
    )
    return 4 * runs_on >= len(lines)


def _next_block(line: _Stripped, block: LineKind | None) -> LineKind | None:
    """The kind of a run of lines that `line` opens or continues: a footer, a list of links."""
    if len(line.words) <= 60:
        for kind in ("boilerplate", "related"):
            if _part(kind, "opens").match(line.words):
                return kind
    continues = block is not None and len(line.words) <= 120 and not _ENDED.search(line.words)
    return block if continues else None


def _segments(text: str, lines: list[_Stripped], index: int, wrapped: bool) -> Iterator[Line]:
    line = lines[index]
    inside_paragraph = wrapped and index > 0 and not lines[index - 1].parted
    kind = None if inside_paragraph else _furniture(line.words)
    if kind is not None:
        yield Line(line.start, line.end, kind)
        return
    leads = list(_leads(text, line, near_top=index < _TOP))
    yield from leads
    start = _skip(text, leads[-1].end, line.end) if leads else line.start
    credit = _credit(text, start, line.end)
    end = _back(text, credit.start, start) if credit else line.end
    if start < end:
        yield Line(
            start, end, _shape(text, start, end, lines, index, wrapped, credited=_is_credited(leads, credit))
        )
    if credit:
        yield credit


def _is_credited(leads: list[Line], credit: Line | None) -> bool:
    return credit is not None or any(lead.kind == "credit" for lead in leads)


def _furniture(words: str) -> LineKind | None:
    """The kind of a line that is no running text as a whole."""
    found = _whole().match(words) if len(words) <= _LONGEST_FURNITURE else None
    return _KINDS[found.lastgroup] if found and found.lastgroup else _given_away(words)


def _given_away(words: str) -> LineKind | None:
    """The kind of a line that holds words only such a line has."""
    if len(words) > _LONGEST_TELLING:
        return None
    lower = words.lower()
    return next((kind for kind, phrases in _telling() if any(phrase in lower for phrase in phrases)), None)


def _leads(text: str, line: _Stripped, near_top: bool) -> Iterator[Line]:
    """What is glued to the beginning of a line: a dateline, a credit in front of a caption."""
    heads: list[tuple[LineKind, str]] = [("dateline", "head"), ("credit", "head")]
    if near_top:
        heads.append(("dateline", "opening"))
    start = line.start
    for kind, where in heads:
        found = _part(kind, where).match(text, start, line.end)
        if found and found.end() > start:
            yield Line(start, _back(text, found.end(), start), kind)
            start = _skip(text, found.end(), line.end)


def _credit(text: str, start: int, end: int) -> Line | None:
    """The photo credit at the end of text[start:end]."""
    if end - start > _LONGEST_CAPTION or not (text[end - 1].isalnum() or text[end - 1] in ")]"):
        return None
    found = _part("credit", "tail").search(text, max(start, end - _TAIL), end)
    if found is None or found.start() <= start:
        return None
    return Line(_skip(text, found.start(), end), end, "credit")


def _skip(text: str, at: int, end: int) -> int:
    """The first place from `at` on that is not white space."""
    while at < end and text[at].isspace():
        at += 1
    return at


def _back(text: str, at: int, start: int) -> int:
    """The end of text[start:at] without white space."""
    while at > start and text[at - 1].isspace():
        at -= 1
    return at


def _shape(
    text: str, start: int, end: int, lines: list[_Stripped], index: int, wrapped: bool, credited: bool
) -> LineKind:
    """Body, heading or caption, from what the words look like and what stands around them."""
    words = text[start:end]
    if credited or (len(words) <= _LONGEST_CAPTION and _part("caption", "head").match(words)):
        return "caption"
    if start != lines[index].start or not _looks_like_heading(words, index):
        return "body"
    if _runs_on(lines, index, wrapped):
        return "body"
    return "related" if index and words.isupper() and words.count(" ") >= _SHOUT_WORDS - 1 else "heading"


def _looks_like_heading(words: str, index: int) -> bool:
    if _MARKED_HEADING.match(words):
        return True
    limit = _HEADING_WORDS if index else _TITLE_WORDS
    if words.count(" ") >= limit or not _STARTS.match(words) or not any(map(str.isalpha, words)):
        return False
    if _BULLET.match(words) or _ENDED.search(words) or words.endswith((":", "-", "–", "—")):
        return False
    if _INNER_STOP.search(words) or (index and (_SAID.search(words) or _SPEAKER.match(words))):
        return False
    return _is_balanced(words)


def _is_balanced(words: str) -> bool:
    """A quotation left open, or closed without having been opened, belongs to the lines around."""
    return words.count("“") == words.count("”") and words.count('"') % 2 == 0


def _runs_on(lines: list[_Stripped], index: int, wrapped: bool) -> bool:
    """Whether the line is a piece of a paragraph broken over several lines."""
    line = lines[index]
    if wrapped and not line.parted:
        return True
    following = lines[index + 1].words if index + 1 < len(lines) else ""
    if not line.parted and following[:1].islower() and _furniture(following) is None:
        return True
    return index + 1 == len(lines) and index > 0 and line.words.count(" ") >= _SHOUT_WORDS
