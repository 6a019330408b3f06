"""Who says it, put between a subject and its verb: "The deal, officials said, was signed on Monday"."""

from __future__ import annotations

import re

from tui.claims.reading import Reading
from tui.language import clauses
from tui.model import Span

_LONGEST = 30  # words of a subject
_JOINING = frozenset({"and", "but", "or", "then", "who", "which", "that"})
_VERB = re.compile(r"[“\"‘']?(?:(?:also|still|now|never|not|only|\w+ly)\s+)?(?P<verb>[a-z]+)")
_CLOSED = re.compile(
    r"(?:\s+[\w’'.-]+){0,4}\s*[,—–]\s*[“\"‘']?"
)  # behind who says it, and when: "said Monday,"
_OPENED = re.compile(r"[“\"‘'\s]*(?P<subject>\S.*?)\s*[,—–][”\"’']?\s*(?:as\s+)?", re.DOTALL)


def subject_before(reading: Reading, sentence: Span, start: int) -> tuple[int, int] | None:
    """Where the subject of what begins at `start` stands, if who says it parts them; None if it does not."""
    text = reading.text
    verb = _VERB.match(text, start)
    if verb is None or not clauses.begins_predicate(verb["verb"]):
        return None
    frames = [frame for frame in reading.frames_in(sentence) if frame.end <= start]
    if not frames or not _CLOSED.fullmatch(text, frames[-1].end, start):
        return None
    begin = frames.pop().start
    while frames and len(text[frames[-1].end : begin].split()) <= 1:
        begin = min(begin, frames.pop().start)
    opened = _OPENED.fullmatch(text, sentence.start, begin)
    if frames or opened is None or _goes_on(opened["subject"].split()):
        return None
    subject = opened.span("subject")
    if clauses.is_participle(verb["verb"]) and clauses.has_verb(text, *subject):
        return None  # "five fell ill, she says, kept without water"
    return subject


def _goes_on(subject: list[str]) -> bool:
    """Whether more than a subject stands there: "the mill burnt down and, police said, was never rebuilt"."""
    return len(subject) > _LONGEST or subject[-1].lower() in _JOINING
