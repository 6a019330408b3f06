"""Where sentences begin and end.

Rules, not a model: a full stop, question mark, exclamation mark or ellipsis with its closing quotes
and brackets ends a sentence if what follows can begin one and what precedes is no abbreviation.
Every case of pySBD's golden rules has a case of its own in the tests.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from tui.language.clauses import has_headline_verb, is_finite
from tui.language.lexicon import words
from tui.model import Line, Sentence, Span

# A mark that may end a sentence, with the closing marks that belong to it.
MARK = re.compile(r"(?:\.(?:\ ?\.)+|[.!?…。！？]+)(?P<closers>[\"'”’»)\]›]*)")
NEXT = re.compile(r"\s*([\"'“‘«(\[‹]|'')*\s*(?P<word>[^\s]+)")
LAST_WORD = re.compile(r"(?:(?<![\w.])(?:[^\W_]\.)+[^\W_]+|[^\W_]+°?|°)$")
# List items run together on one line: “1.) First 2.) Second”, “a. First b. Second”, “• First • Second”.
BULLET = re.compile(r"[•⁃◦▪‣](?<!\S.)\s*(?=\S)")
NUMBERED = re.compile(r"(?<!\S)(\d{1,2}|[a-h])(\.\)|[.)])\s+(?=[A-Z])")
MARKER = re.compile(r"(?:(?<!\S)|[•⁃◦▪‣]\s*)((?:\d{1,2}|[a-h])(?:\.\)|[.)]))\s")
GLUED = re.compile(r"[A-Z“‘\"][\w’']*")  # what a sentence glued to the one before it begins with
HALF = re.compile(
    r"(?<!\w)\w++ \w\S*(?P<mark>;) +[“‘\"']?(?P<next>[\w’'.-]+)(?= \w)"
)  # the halves of a heading
NARROW, WIDE = 40, 100  # characters: the widths at which mail and typewritten text is broken
WRAPPED = re.compile(r"\w+ \w+.*[\w,]\s*$")


@cache
def _abbreviations(kind: str) -> frozenset[str]:
    return words("abbreviations", kind)


def split(text: str, lines: Sequence[Line]) -> tuple[Sentence, ...]:
    """The sentences of `text` in order; they never cross a line, but for a line wrapped in mid-sentence.

    Together they hold every character that is not white space, and each has the kind of its line.
    """
    found = []
    for line in _unwrapped(text, lines):
        for start, end in _spans(text, line.start, line.end, heading=line.kind == "heading"):
            found.append(Sentence(Span(start, end, text[start:end]), line.kind))
    return tuple(found)


def _unwrapped(text: str, lines: Sequence[Line]) -> Iterator[Line]:
    """The lines, those joined that one sentence was wrapped over."""
    held: Line | None = None
    last: Line | None = None
    for line, width in zip(lines, _widths(text, lines), strict=True):
        if held and last and (_goes_on(text, held, line) or _is_full(text, last, line, width)):
            held = Line(held.start, line.end, held.kind)
        else:
            if held:
                yield held
            held = line
        last = line
    if held:
        yield held


def _widths(text: str, lines: Sequence[Line]) -> Iterator[int]:
    """For each line the length of the longest in its paragraph, lines without a blank one between."""
    paragraph: list[Line] = []
    for line in lines:
        if paragraph and not _follows(text, paragraph[-1], line):
            yield from [max(one.end - one.start for one in paragraph)] * len(paragraph)
            paragraph = []
        paragraph.append(line)
    yield from [max((one.end - one.start for one in paragraph), default=0)] * len(paragraph)


def _follows(text: str, first: Line, second: Line) -> bool:
    """Whether a line of running text comes right after another line."""
    return second.kind == "body" and text.count("\n", first.end, second.start) == 1


def _is_full(text: str, first: Line, second: Line, width: int) -> bool:
    """Whether a line was broken at a fixed width: the next word would not have fitted in."""
    if not NARROW <= width <= WIDE or first.kind != "body" or not _follows(text, first, second):
        return False
    word = text[second.start : second.end].split(maxsplit=1)[0]
    return first.end - first.start + 1 + len(word) > width


def _goes_on(text: str, first: Line, second: Line) -> bool:
    """Whether the next line begins in lower case, in the middle of a sentence."""
    if not _follows(text, first, second) or not text[second.start : second.end].lstrip()[:1].islower():
        return False
    opening = text[first.start : first.end].lstrip()
    return opening[:1].isupper() and bool(WRAPPED.match(opening[-200:]))


def _spans(text: str, start: int, end: int, *, heading: bool) -> Iterator[tuple[int, int]]:
    """The sentences of one line, white space around them left out."""
    begin = start
    cuts = _cuts(text, start, end)
    if heading:
        cuts = sorted({*cuts, *_halves(text, start, end)})
    for cut in cuts:
        yield from _trimmed(text, begin, cut)
        begin = cut
    yield from _trimmed(text, begin, end)


def _halves(text: str, start: int, end: int) -> Iterator[int]:
    """Behind the semicolons of a heading that part two statements: not "…; calls it a hit job"."""
    for match in HALF.finditer(text, start, end):
        cut, word = match.end("mark"), match["next"]
        if word.islower() and (word == "to" or is_finite(word) or word.endswith("s")):
            continue
        if has_headline_verb(text, start, cut) and has_headline_verb(text, cut, end):
            yield cut


def _trimmed(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    piece = text[start:end]
    if core := piece.strip():
        left = start + len(piece) - len(piece.lstrip())
        yield left, left + len(core)


def _cuts(text: str, start: int, end: int) -> list[int]:
    """Where the line is cut: after ending marks, and before the items of a list."""
    cuts = {match.end() for match in MARK.finditer(text, start, end) if _ends(text, match, start, end)}
    items = list(BULLET.finditer(text, start, end))
    if not items:
        items = _numbered(text, start, end)
    if items:
        markers = {match.end(1) for match in MARKER.finditer(text, start, end)}
        cuts = (cuts - markers) | {item.start() for item in items if item.start() > start}
    return sorted(cut for cut in cuts if cut < end)


def _numbered(text: str, start: int, end: int) -> list[re.Match[str]]:
    """The items of a list that starts the line with 1 or a and counts on; nothing if it is no list."""
    first = NUMBERED.match(text, start, end)
    if not first or first.group(1) not in "1a":
        return []
    items, wanted = [first], _after(first.group(1))
    for match in NUMBERED.finditer(text, first.end(), end):
        if match.group(1) == wanted and match.group(2) == first.group(2):
            items.append(match)
            wanted = _after(wanted)
    return items if len(items) > 1 else []


def _after(label: str) -> str:
    return str(int(label) + 1) if label.isdigit() else chr(ord(label) + 1)


def _ends(text: str, match: re.Match[str], start: int, end: int) -> bool:
    """Whether a sentence ends with this mark."""
    stop = match.end()
    following = NEXT.match(text, stop, min(end, stop + 80))
    if not following:
        return False
    word = following.group("word")
    mark = match.group()[: len(match.group()) - len(match.group("closers"))]
    if not text[stop].isspace():
        return _glued(text, match, mark, word, start)
    if word[0] == "/" and match.group("closers") == "" and mark == ".":
        return True  # a photo credit after its caption
    if word[0].islower() or word[0] in ",;:—–-&)]":
        return False
    if mark != ".":
        return _strong_end(match, mark, word)
    return not _abbreviated(text, match, word, start)


def _strong_end(match: re.Match[str], mark: str, word: str) -> bool:
    if mark[0] in ".…":
        return _ellipsis_ends(match, mark, word)
    # “Who is it?” Smith asked: the closing mark stands between, and a name may go on with the sentence;
    # a capital letter is read as a beginning all the same, for that is by far the commoner case.
    return True


def _ellipsis_ends(match: re.Match[str], mark: str, word: str) -> bool:
    """Four dots end a sentence, and three written close to the word before; three that stand apart do not."""
    if word[0] not in '"“‘«(' and not word[0].isupper():
        return False
    before = match.string[max(0, match.start() - 40) : match.start()]
    if mark.count(".") >= 4:
        return len(before.split(".")[-1].split()) > 1  # else the dots part single words: page furniture
    return not (before[-1:].isspace() or before.endswith("["))


def _glued(text: str, match: re.Match[str], mark: str, word: str, start: int) -> bool:
    """A missing space (“…the report stated.Amid an expected…”): a longer word before, a capital after."""
    if mark not in (".", "?", "!") or not GLUED.match(word):
        return False
    before = _last_word(text, start, match.start())
    if before is None:
        return False
    if text[match.end()] in '“‘"':
        return not match.group("closers") and before.group().islower() and mark == "."
    first = GLUED.match(word)
    if not first or word[first.end() :].startswith((".", "@", "/", "_")):
        return False
    return word[1:2].islower() and len(before.group()) > 2 and _ordinary(before.group())


def _last_word(text: str, start: int, end: int) -> re.Match[str] | None:
    """The word that text[start:end] ends in, if no mark follows it."""
    return LAST_WORD.search(text, max(start, end - 40, text.rfind(" ", start, end) + 1), end)


def _ordinary(word: str) -> bool:
    return word.islower() or word.isdigit()


def _abbreviated(text: str, match: re.Match[str], following: str, start: int) -> bool:
    """Whether the full stop belongs to the word before it and the sentence goes on."""
    if match.group("closers").strip("'’"):
        return False
    before = _last_word(text, start, match.start())
    if not before:
        return False
    word, norm = before.group(), before.group().lower()
    bare = following.strip("\"'“”‘’«»()[],.;:!?").lower()
    if norm in _abbreviations("before_names"):
        return word[0].isupper() or norm in ("v", "vs", "op", "cf", "viz")
    if norm in _abbreviations("before_figures") and following[0].isdigit():
        return True
    if norm in _abbreviations("before_figures") and word[0].isupper() and len(word) < 5:
        return bare not in _abbreviations("starters")
    if len(word) == 1 and word.isalpha():
        return _initial(text, before, bare, start)
    if norm in _abbreviations("anywhere") or "." in word:
        return bare.split("'")[0].split("’")[0] not in _abbreviations("starters")
    return False


def _initial(text: str, before: re.Match[str], bare: str, start: int) -> bool:
    """A single letter: a name's initial (“Jonas E. Smith”), unless it is the pronoun I at the end."""
    if not before.group().isupper():
        return False
    previous = text[max(start, before.start() - 20) : before.start()].split()
    named = bool(previous) and previous[-1][:1].isupper()
    if before.group() == "I":
        return named and bare not in _abbreviations("starters")
    return named or not previous or bare not in _abbreviations("starters")
