"""The words a claim is shown by: the clearest of its mentions, cut from the article, never generated."""

from __future__ import annotations

import re
from collections.abc import Sequence

from tui.claims import marks
from tui.claims.drafts import Draft
from tui.language import clauses
from tui.model import PUTS_FORWARD

_REFERRING = re.compile(
    r"(?:it|he|she|they|this|that|these|those|we|i|you|which|who|but|and|no|however|in return|there)\b",
    re.IGNORECASE,
)
_WHOLE = 4  # words
_OPEN_END = frozenset({"and", "but", "or", "that", "which", "who"})
_BEST_LENGTH = 14  # words
_LIKENESS = 1.2  # what full likeness is worth, in units of trouble
_LONGEST_LEAD = 16  # words


def clearest(drafts: Sequence[tuple[Draft, float]]) -> str:
    """The statement of the draft that reads best alone and is most like the others.

    Each draft comes with its likeness to the one that represents them all (0..1).  Without quotation
    marks around it.
    """
    if len(drafts) == 1:
        return told(drafts[0][0])
    best, _ = min(drafts, key=lambda pair: (_unclear(pair[0]) - _LIKENESS * pair[1], pair[0].span))
    return told(best)


def answered(drafts: Sequence[tuple[Draft, float]]) -> str:
    """What is only answered, and put forward by nobody; the answer itself where that is a mere fragment.

    Who denies something says the opposite ("the photo is a fake"): that is no text for what he denies.
    """
    text = clearest(drafts)
    if _is_fragment(text) and all(draft.stance != "denies" for draft, _ in drafts):
        return clearest([(draft.by_itself(), likeness) for draft, likeness in drafts])
    return text


def told(draft: Draft) -> str:
    """The words of a draft as a claim shows them, without quotation marks around them."""
    return _bare(_told(draft))


def _told(draft: Draft) -> str:
    """The words of a draft; those of a counted part with what leads to it, unless that is long."""
    if draft.lead is not None and len(draft.lead.text.split()) <= _LONGEST_LEAD:
        return draft.lead.text
    return draft.statement or draft.span.text


def _unclear(draft: Draft) -> float:
    """How badly a draft serves alone; 0 is best."""
    text = marks.bare(_told(draft))
    words = len(text.split())
    trouble = abs(words - _BEST_LENGTH) / _BEST_LENGTH
    trouble += 1.5 * bool(_REFERRING.match(text))
    trouble += 1.0 * (not clauses.has_verb(text, 0, len(text)))
    trouble += 0.5 * (draft.stance not in PUTS_FORWARD)
    trouble += 0.3 * any(mark in text for mark in '“”"…')
    trouble += 0.4 * (text[:1].islower() or _is_headline(text))
    return trouble


def _is_fragment(text: str) -> bool:
    """Whether words do not stand alone: "the death", "was the result of a strike", "the council which"."""
    words = text.split()
    return (
        len(words) < _WHOLE
        or (words[0].islower() and clauses.begins_predicate(words[0]))
        or words[-1] in _OPEN_END
    )


def _is_headline(text: str) -> bool:
    """Whether most words are capitalised."""
    words = text.split()
    return sum(word[:1].isupper() for word in words) > 0.6 * len(words)


def _bare(text: str) -> str:
    stripped = marks.bare(text).removeprefix("that ")
    bare = " ".join(stripped.split())
    return text if bare == text else bare  # one object: there are as many as claims
