"""Text on its way to the terminal: made harmless, measured in cells, cut and wrapped.

Everything here works on plain strings.  Offsets never move: `Charset.clean` replaces one character by
one character, so a span of the article is the same span of what is drawn.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from rich.cells import cell_len, get_character_cell_size

# Control characters, C1, bidi controls and lone surrogates would reach the terminal as commands, turn
# the row around or stop the writer; line and paragraph separators have no width on some terminals.
_UNSAFE = dict.fromkeys(
    [*range(0x20), *range(0x7F, 0xA0), *range(0x202A, 0x202F), *range(0x2066, 0x206A)], "\ufffd"
)
_UNSAFE |= dict.fromkeys([0x200E, 0x200F, 0x061C, *range(0xD800, 0xE000)], "\ufffd")
_UNSAFE |= dict.fromkeys([0x09, 0x0A, 0x0D, 0x2028, 0x2029], " ")

# What a terminal without UTF-8 gets in place of typographic characters, one for one.
_PLAIN = str.maketrans("“”„«»‘’‚‹›–—−…•·\u00a0\ufffd", '"""""\'\'\'<>---.**\x20?')

# Characters that are one cell wide wherever Rich measures them; text made of them needs no measuring.
_NARROW = re.compile(r"[ -~\u00a1-\u00ac\u00ae-\u02ff\u0370-\u0482\u2010-\u2027\u2030-\u203f]*")
_SPACE = " "


@dataclass(frozen=True, slots=True)
class Charset:
    """What the terminal can show: `encoding` is that of its text, `ascii` whether glyphs must be ASCII."""

    encoding: str = "utf-8"
    ascii: bool = False

    def say(self, text: str) -> str:
        """`text` as `clean` has it where no offset counts: dots for an ellipsis that cannot be shown."""
        return self.clean(text if self.encoding == "utf-8" else text.replace("…", "..."))

    def clean(self, text: str) -> str:
        """`text` without anything a terminal would obey, as many characters as before."""
        safe = text.translate(_UNSAFE)
        if self.encoding == "utf-8" or safe.isascii():
            return safe
        return safe.translate(_PLAIN).encode(self.encoding, "replace").decode(self.encoding)


def clip(text: str, width: int, ellipsis: str = "…") -> str:
    """`text` cut to at most `width` cells, ending in `ellipsis` if anything was cut."""
    if cell_len(text) <= width:
        return text
    room = width - cell_len(ellipsis)
    if room < 0:
        return ""
    return text[: _fitting(text, 0, len(text), room)] + ellipsis


def fill(text: str, width: int, ellipsis: str = "…") -> str:
    """`text` cut or padded with blanks to exactly `width` cells."""
    cut = clip(text, width, ellipsis)
    return cut + _SPACE * (width - cell_len(cut))


def wrap(text: str, width: int) -> list[tuple[int, int]]:
    """The visual lines of `text` at `width` cells as offsets start..end, end exclusive.

    Lines break at blanks, a word longer than the line is cut; a newline always ends a line.  The blank
    a line breaks at belongs to no line.  Linear in the length of `text`.
    """
    lines: list[tuple[int, int]] = []
    start = 0
    while start <= len(text):
        end = text.find("\n", start)
        end = len(text) if end < 0 else end
        lines.extend(_wrap_paragraph(text, start, end, max(2, width)))
        start = end + 1
    return lines


def _wrap_paragraph(text: str, start: int, end: int, width: int) -> Iterator[tuple[int, int]]:
    narrow = _NARROW.match(text, start, end)
    plain = narrow is not None and narrow.end() == end
    while True:
        stop = min(end, start + width) if plain else _fitting(text, start, end, width)
        if stop >= end:
            yield start, end
            return
        cut = text.rfind(_SPACE, start + 1, stop + 1)
        if cut < 0:
            yield start, stop
            start = stop
            continue
        yield start, cut
        start = cut + 1


def _fitting(text: str, start: int, end: int, width: int) -> int:
    """The largest offset up to `end` for which start..offset is at most `width` cells."""
    used = 0
    for index in range(start, end):
        used += get_character_cell_size(text[index])
        if used > width:
            return index
    return end
