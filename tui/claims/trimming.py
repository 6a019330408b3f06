"""What is left of a clause when the words that join it to others are taken off."""

from __future__ import annotations

import re

from tui.language import clauses
from tui.model import Span

_LEAST_WORDS = 3
# Joins what a source and its cue say next, or what is cut off.
_DANGLING = re.compile(
    r"(?:[\s,;–—]+(?:and|but|or|where|which|who|whom|when|while|because|although|after|before|with|of|the|an?|from|than|if|as))+$"
)
_SUBJECTS = r"(?:[Hh]e|[Ss]he|[Tt]hey|[Ww]e|I|you|[A-Z][\w’'-]*)"
_SUBORDINATE = re.compile(
    r"(?:(?P<supposed>[Ii]f|[Uu]nless|[Ww]hether)|[Ww]hen|[Ww]hile|[Aa]lthough|[Tt]hough|[Bb]ecause|[Ww]here|as)\s+"
    rf"(?=(?:{_SUBJECTS}|[Tt]he|[Aa]n?|[Tt]h(?:is|at|ese|ose)|[Ii]t|his|her|its|their|our|my|some|many)\s)"
    rf"|(?:[Aa]fter|[Ss]ince)\s+(?={_SUBJECTS}\s)"
)


def trimmed(text: str, start: int, end: int) -> Span | None:
    """The statement in text[start:end] without what joins it to others; None if it states nothing."""
    while start < end and text[start] in " \t\n\u00a0,;:–—":
        start += 1
    if text.startswith("that ", start, end):
        start += len("that ")
    while end > start and text[end - 1] in " \t\n\u00a0,;:–—":
        end -= 1
    if not text.startswith((".", "!", "?"), end):
        end = start + len(_DANGLING.sub("", text[start:end]))
    start = _stated_from(text, start, end)
    return Span.of(text, start, end) if len(text[start:end].split()) >= _LEAST_WORDS else None


def _stated_from(text: str, start: int, end: int) -> int:
    """Where the statement of a lone subordinate clause begins: "while (the two men chatted inside)".

    What stands behind a mere "if" or "unless" is stated nowhere: the end is where it begins.
    """
    opening = _SUBORDINATE.match(text, start, end)
    if opening is None or "," in text[start:end]:
        return start
    if opening["supposed"]:
        return end
    return opening.end() if clauses.has_verb(text, opening.end(), end) else start
