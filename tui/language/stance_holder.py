"""Who takes a stance: the subject in front of a verb, the agent behind it, the speaker of a quotation.

All functions take text and offsets and give offsets; the noun phrases are as written, pronouns included.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from tui.language import lexicon, verbs
from tui.language.clauses import is_finite
from tui.language.stance_phrases import END, either, forms

Place = tuple[int, int]

_WORD = re.compile(r"[^\W_]+(?:[’'.&-][^\W_]+)*")
_BOUNDARY = re.compile(r"[,;:—()\[\]\"“”!?\n]|\s[–-]\s")
_PRONOUNS = frozenset({"i", "he", "she", "they", "we", "you", "who", "it"})
_REACH = 320  # characters looked at for a subject
_MOST_WORDS = 14
_PHRASE = r"(?:[\w’'&-]+\.?\s+){0,7}?[\w’'&-]+"


@cache
def listed(name: str) -> frozenset[str]:
    """A list of ``stance_holders.toml``."""
    return frozenset(lexicon.load("stance_holders")[name])


def plain(word: str) -> str:
    """A word in lower case with a straight apostrophe."""
    return word.lower().replace("’", "'")


@dataclass(frozen=True, slots=True)
class Group:
    """The auxiliaries and adverbs in front of a cue, from `start`, in lower case."""

    start: int
    words: tuple[str, ...]

    def any(self, name: str) -> bool:
        """Whether one of them is in a list of ``stance_holders.toml``."""
        return not listed(name).isdisjoint(self.words)


def group(text: str, start: int, cue: int) -> Group:
    """The verb group that ends where the cue begins."""
    words = list(_WORD.finditer(text, max(start, cue - 80), cue))
    held: list[re.Match[str]] = []
    begin = cue
    while words and not _BOUNDARY.search(text, words[-1].end(), begin):
        word = plain(words[-1][0])
        if not (word in listed("auxiliaries") or word in forms("adverb") or word in listed("finders")):
            break
        if words[-1][0][0].isupper() and len(words) > 1 and words[-2][0] == "and":
            break  # "Google and Twitter have denied", not "took to Twitter to deny"
        held.append(words.pop())
        begin = held[-1].start()
    if held and plain(held[-1][0]) == "up":  # of another verb: "the dam was blown [up are false]"
        held.pop()
    group = tuple(plain(word[0]) for word in reversed(held))
    return Group(held[-1].start() if held else cue, group)


def subject(text: str, start: int, stop: int) -> Place | None:
    """The noun phrase that ends at `stop`, an apposition or relative clause in between skipped."""
    words = list(_WORD.finditer(text, max(start, stop - _REACH), stop))
    if not words:
        return None
    last = len(words) - 1
    if _BOUNDARY.search(text, words[-1].end(), stop):
        last = _before_insertion(text, words)
    if last >= 0 and plain(words[last][0]) in listed("relatives"):
        return subject(text, start, words[last - 1].end()) if last else None
    if last < 0:
        return None
    last = _without_trail(words, last)
    if plain(words[last][0]) in _PRONOUNS:
        return words[last].span()
    first = _first(text, words, last)
    return (words[first].start(), words[last].end()) if first <= last else None


def _first(text: str, words: Sequence[re.Match[str]], last: int) -> int:
    """The index of the first word of the noun phrase that ends with word `last`."""
    first = last + 1
    while first > 0 and last - first < _MOST_WORDS:
        word = words[first - 1]
        if first <= last and _BOUNDARY.search(text, word.end(), words[first].start()):
            break
        if _stops(words, first - 1, last):
            break
        first -= 1
    return _without_opener(words, first, last)


def _stops(words: Sequence[re.Match[str]], i: int, last: int) -> bool:
    word = words[i][0]
    low = plain(word)
    if low.split("'")[0] in listed("stoppers"):
        return True
    if low == "and":
        return i == last or i == 0 or not (words[i + 1][0][0].isupper() and words[i - 1][0][0].isupper())
    after_determiner = i > 0 and plain(words[i - 1][0]) in listed("determiners")
    return word[0].islower() and not after_determiner and (low in forms("say") or is_finite(low))


def _without_opener(words: Sequence[re.Match[str]], first: int, last: int) -> int:
    """Drop a joining "and", and "On Friday" where it was written without a comma."""
    if first < last and (plain(words[first][0]) == "and" or words[first][0].endswith("ly")):
        return first + 1
    if first < last and plain(words[first][0]) in {"by", "with", "from", "of", "to"}:
        return first + 1
    if first <= last and plain(words[first][0]) in listed("openers") and last - first >= 2:
        return first + 2
    return first


def _without_trail(words: Sequence[re.Match[str]], last: int) -> int:
    """Drop an adverb or a day at the end of a noun phrase: "An official on Friday"."""
    low = plain(words[last][0])
    if last >= 2 and low in lexicon.load("stance_bounds")["days"]:
        return last - 2 if plain(words[last - 1][0]) in {"on", "late", "early"} else last - 1
    adverbial = low.endswith("ly") and low not in lexicon.words("grammar", "not_adverbs")
    adverb = adverbial or low in listed("trailing")
    return last - 1 if last >= 1 and adverb and words[last][0].islower() else last


def _before_insertion(text: str, words: Sequence[re.Match[str]]) -> int:
    """The index of the last word before the insertion that ends here, -1 if there is none."""
    i = len(words) - 1
    opened = _phrase_opening(text, words, i)
    if plain(words[opened][0]) in forms("say"):
        return i  # "said one aide, who added"
    if 1 <= i - opened <= 3 and all(word[0][0].isupper() for word in words[opened:]):
        return i  # "the mayor, Jane Roe, denied": the insertion is the name
    while i > 0:
        if "," in text[words[i - 1].end() : words[i].start()]:
            earlier = _phrase_opening(text, words, i - 1)
            if earlier == 0 or any(_names(word[0]) for word in words[earlier:i]):
                return i - 1
        i -= 1
    return -1


def _names(word: str) -> bool:
    """Whether a word may open the noun phrase of a party, unlike an age or a place added to it."""
    return word[0].isupper() or word in {"the", "a", "an", "his", "her", "its", "their"}


def _phrase_opening(text: str, words: Sequence[re.Match[str]], last: int) -> int:
    i = last
    while i > 0 and not _BOUNDARY.search(text, words[i - 1].end(), words[i].start()):
        i -= 1
    return i


def is_party(phrase: str) -> bool:
    """Whether a phrase can be somebody: it opens with no participle, preposition or adverb, and is no number.

    "Showing", "aside from", "asked at a news conference", "186" are what is left of other constructions.
    """
    words = phrase.split()
    if not words or not any(letter.isalpha() for letter in phrase):
        return False
    first, following = plain(words[0]), words[1] if len(words) > 1 else ""
    kinds = verbs.forms().get(first, ("", ""))[1]
    if words[0][0].isupper():
        return not (
            set(kinds) & set("dng") and following and following in lexicon.words("grammar", "prepositions")
        )
    if any(first in lexicon.words("grammar", n) for n in ("auxiliaries", "prepositions", "adverbs", "times")):
        return False
    return "g" not in kinds and not (len(words) == 1 and "b" in kinds)


def opening_subject(text: str, start: int, stop: int) -> Place | None:
    """The subject of a sentence's main clause: what stands before its first finite verb."""
    words = list(_WORD.finditer(text, start, min(stop, start + _REACH)))
    begin = 0
    if words and (plain(words[0][0]) in listed("openers") or words[0][0].lower().endswith("ing")):
        begin = next(
            (i + 1 for i, w in enumerate(words[:-1]) if "," in text[w.end() : words[i + 1].start()]), 0
        )
    for i in range(begin, len(words)):
        word = words[i][0]
        finite = plain(word) in forms("say") or plain(word) in listed("auxiliaries") or is_finite(plain(word))
        if i > begin and finite and (word[0].islower() or plain(word) in listed("auxiliaries")):
            return subject(text, words[begin].start(), words[i].start())
    return None


def agent(text: str, pos: int, end: int) -> Place | None:
    """The noun phrase of "… by the ministry" right behind a passive."""
    match = _agent().match(text, pos, end)
    return match.span("np") if match else None


def _bounds(name: str) -> str:
    return either(lexicon.load("stance_bounds")[name]) + r"\b"


@cache
def _agent() -> re.Pattern[str]:
    return re.compile(
        rf"[”\"’]?\s+(?:\w+ly\s+)?by\s+(?P<np>{_PHRASE})(?=\s*[,;:!?—”\"\n]|\.?\W*$|\s+{_bounds('after-speaker')})"
    )


@cache
def _sayings() -> frozenset[str]:
    """One-word verbs of saying; participles ("adding") govern no clause of their own."""
    return frozenset(form.split()[0] for form in forms("say") if not form.endswith("ing"))


@cache
def _behind() -> re.Pattern[str]:
    """The speaker behind a quotation or clause: "X said", "said X"."""
    say = either(forms("say"))
    stop = rf"(?=\s*[,;:!?—(\n]|\.?\W*$|\.\s+[“\"A-Z]|\s+{_bounds('after-speaker')})"
    adverbs = rf"(?:(?:{either(forms('adverb'))}|has|have|had|(?:was|were|is)(?=\s+quoted))\s+){{0,3}}"
    return re.compile(
        rf"[\s,.!?…”\"’]*(?:was\s+all\s+(?:that\s+)?(?P<all>{_PHRASE})\s+(?:had\s+to\s+say|would\s+say|said)\b|{say}{END}\s+(?P<after>(?!(?:that|he|she|it|they|in|on|at|to)\b){_PHRASE}){stop}"
        rf"|(?P<before>(?!(?:and|but)\b){_PHRASE})(?:,\s[^,“”\"\n]{{1,90}},)?\s+{adverbs}{say}{END}"
        rf"|(?:according\s+to|quoted\s+as\s+saying\s+by)\s+(?P<source>{_PHRASE}){stop})",
        re.IGNORECASE,
    )


def behind(text: str, pos: int, end: int) -> Place | None:
    """The speaker named right behind `pos`: '," she told', ', said the mayor'."""
    match = _behind().match(text, pos, min(end, pos + 240))
    if not match:
        return None
    name = next(n for n in ("all", "after", "before", "source") if match[n])
    return match.span(name)


def before(text: str, start: int, stop: int) -> Place | None:
    """The speaker whose verb of saying governs what begins at `stop`: the last one before it."""
    for verb in reversed(list(_WORD.finditer(text, start, stop))):
        if plain(verb[0]) not in _sayings():
            continue
        found = subject(text, start, group(text, start, verb.start()).start)
        if found and plain(text[slice(*found)].split()[-1]) not in listed("determiners"):
            return found
    return None
