"""The full names of people that a text gives, by which it then calls them by surname alone."""

from __future__ import annotations

import re
from collections.abc import Iterator

from tui.language import places, verbs
from tui.language.phrases import person_in
from tui.language.tokens import stopwords

_WORD = r"[^\S\n]+(?:(?:[ae]l-)?[A-Z][\w’'.-]*|al|bin|da|de|del|der|di|el|ibn|la|van|von)"
_FULL_NAME = re.compile(rf"[A-Z](?<![\w.].)[\w’'-]+(?:(?<![a-z]{{2}}\.){_WORD}){{1,5}}(?<![.\s])")
_OPENING = re.compile(r"(?:^|[.!?:“”\"‘\n]|(?<!\w)')\s*$")
_REACH = 6  # characters before a name in which a sentence or a quotation may open
_DOING = frozenset("gdn")  # forms of a verb that are no base form: nobody is called Taking or Asked


class FullNames:
    """The people whom a text names in full; `by_surname` has the first full name for each surname."""

    def __init__(self, text: str) -> None:
        found = list(_candidates(text))
        self._known = frozenset(name for name, _ in found)
        self._inside = frozenset(name for name, opening in found if not opening)
        self.by_surname: dict[str, str] = {}
        for name, _ in found:
            full, last = self.alone(name), name.split()[-1]
            for surname in {last, last.removeprefix("al-").removeprefix("el-")}:
                self.by_surname.setdefault(surname, full)

    def alone(self, name: str) -> str:
        """A name without words in front that are none of it, where the text has it without them, too.

        One word that the name has in the middle of a sentence is a forename.
        """
        words = name.split()
        for place in range(2 if name in self._inside else 1, len(words) - 1):
            end = " ".join(words[place:])
            before = words[place - 1]
            if end in self._known and before[0].isupper() and before[-1] != "." and not _is_opening(name):
                return end
        return name


def _candidates(text: str) -> Iterator[tuple[str, bool]]:
    """What looks like a full name, each with whether its capital may be that of a sentence."""
    for match in _FULL_NAME.finditer(text):
        named = match[0].removesuffix("'s").removesuffix("’s")
        opening = _opens(text, match.start())
        if opening and _is_doing(named):
            named = named.partition(" ")[2]
        name = person_in(named)
        if (
            name
            and " " in name
            and not _is_opening(name)
            and name.split()[-1].casefold() not in places.states()
        ):
            yield name, opening and named == name


def _opens(text: str, start: int) -> bool:
    """Whether a sentence, a line or a quotation begins there, so that a capital says nothing."""
    return _OPENING.search(text[max(0, start - _REACH) : start]) is not None


def _is_doing(name: str) -> bool:
    """Whether a name begins with a verb: ``Taking Thomas``, ``Asked Obama``."""
    _, kinds = verbs.forms().get(name.split()[0].casefold(), ("", ""))
    return bool(kinds) and _DOING.issuperset(kinds)


def _is_opening(name: str) -> bool:
    """Whether a sentence begins with what looks like a first name: ``Is Russia``, ``But Paris``."""
    return name.split()[0].casefold() in stopwords()
