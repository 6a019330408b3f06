"""Who a source is, in its simplest form: pronouns and surnames refer to the source named before."""

from __future__ import annotations

import re
from collections.abc import Sequence

from tui.model import Attribution, Sentence, Span

_DETERMINER = re.compile(r"^(?:the|an?|those|these)\s+", re.IGNORECASE)
_PRONOUNS = frozenset({"he", "she", "it", "they", "who", "i", "we"})


class Cast:
    """The sources of one article."""

    def __init__(
        self, _text: str, _sentences: Sequence[Sentence], attributions: Sequence[Attribution]
    ) -> None:
        self._named: list[str] = []
        self._names: dict[Span, str] = {}
        self._descriptions: dict[str, str] = {}
        for source in (a.source for a in attributions if a.source is not None):
            name = self._name(source.text)
            self._names[source] = name
            self._descriptions.setdefault(name, source.text)

    def _name(self, text: str) -> str:
        core = _DETERMINER.sub("", re.split(r"[,–(—]", text)[0].strip())
        if core.casefold() in _PRONOUNS:
            return self._named[-1] if self._named else core
        longer = [name for name in self._named if core and name.split()[-1] == core.split()[-1]]
        name = max([core, *longer], key=len)
        self._named.append(name)
        return name

    def resolve(self, span: Span) -> str:
        """The one spelling of the source that a span names."""
        return self._names[span] if span in self._names else self._name(span.text)

    def description(self, name: str) -> str:
        """The words a source was introduced with."""
        return self._descriptions.get(name, "")


def embed(attributions: Sequence[Attribution], start: int, end: int) -> tuple[Attribution, ...]:
    """The attributions that cover most of start..end, the one closest to the words first."""
    hits = [
        (content.end - content.start, a.cue.start, number)
        for number, a in enumerate(attributions)
        for content in a.content[:8]
        if 2 * content.overlap(start, end) >= end - start
    ]
    order = dict.fromkeys(number for _, _, number in sorted(hits))
    return tuple(attributions[number] for number in order)
