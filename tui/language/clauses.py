"""Clauses: the stretches of a sentence that each say one thing.

The cut points are closed-class words (``lexicon/clauses.toml``) with the evidence of a finite verb on
both sides, so that a list ("rifles, machine guns and drones") stays whole and two assertions joined by
"but" come apart.  No part of speech is guessed beyond that.
"""

from __future__ import annotations

import re
from functools import cache
from itertools import accumulate
from typing import NamedTuple

from tui.language import lexicon, verbs
from tui.language.memory import Memory

_WORD = re.compile(r"[^\W_]++(?:['’.-][^\W_]++)*+")
_PARTED = re.compile(f"({_WORD.pattern})")
_SUBJECT_REACH = 9  # words within which a new subject has to meet its verb
_BARE_REACH = 7  # the same for a subject without determiner
_LEAST_WORDS = 4
_OBJECT_WORDS = 4
_LONGEST = 4000  # characters; a "sentence" beyond that is not prose and stays whole
_SEPARATORS = frozenset({",", ";", "–", "—", ",”", ',"', ";”"})
_PARTING = frozenset({";", ";”", ';"', "; “", '; "'})
_LOOSE = " \t\n\u00a0,;–—"


class Clause(NamedTuple):
    """A stretch of text from `start` to `end`; `subject` is where one that it shares with another stands."""

    start: int
    end: int
    subject: tuple[int, int] | None = None


@cache
def _words(name: str) -> frozenset[str]:
    return frozenset(lexicon.load("clauses")[name])


@cache
def _adjuncts() -> dict[str, list[list[str]]]:
    """The phrases that open an adjunct, by their first word."""
    found: dict[str, list[list[str]]] = {}
    for phrase in lexicon.load("clauses")["adjuncts"]:
        words = phrase.split()
        found.setdefault(words[0], []).append(words)
    return found


@cache
def is_participle(word: str) -> bool:
    """Whether a form may stand without a subject of its own: "houses built there", "those arrested"."""
    return word.endswith("ed") or "n" in verbs.forms().get(word, ("", ""))[1]


@cache
def _closed() -> frozenset[str]:
    """The words that are no part of a bare subject."""
    parts = ("prepositions", "objects", "contrasts", "subordinators", "negations")
    closed = frozenset[str]().union(*(lexicon.words("grammar", part) for part in parts))
    return closed.union(_words("relatives"), _words("adverbs"), _words("no_subjects")) - {"of"}


@cache
def _cutting() -> frozenset[str]:
    """The words that can begin a clause or join two."""
    return _words("coordinators").union(_words("relatives"), _adjuncts(), {"by"})


@cache
def is_finite(word: str) -> bool:
    """Whether a lower-case word looks like a finite verb; endings count only for longer words."""
    plain = word.replace("’", "'")
    if plain in _words("auxiliaries") or plain in _words("finite"):
        return True
    return plain in _pasts() or plain in _spoken() or (len(plain) > 4 and plain.endswith("ed"))


@cache
def _pasts() -> frozenset[str]:
    """The verb forms that are a past and no base form: "sank", not "put"."""
    forms = verbs.forms().items()
    return frozenset(form for form, (_, kinds) in forms if "d" in kinds and "b" not in kinds) - _words(
        "nominal"
    )


@cache
def _spoken() -> frozenset[str]:
    """The third persons of speech verbs that are no plural of a noun as well: "denies", not "reports"."""
    speech = lexicon.words("speech", "verbs") | lexicon.words("speech", "acts")
    forms = verbs.forms().items()
    third = frozenset(form for form, (base, kinds) in forms if "s" in kinds and base in speech)
    return third - _words("plurals")


def has_verb(text: str, start: int, end: int) -> bool:
    """Whether a finite verb stands in text[start:end]."""
    written = _WORD.findall(text, start, end)
    if any(map(_finite.__getitem__, written)):
        return True
    words = list(map(str.lower, written))
    return any(map(_agrees, words, words[1:], [*words[2:], ""]))


def has_headline_verb(text: str, start: int, end: int) -> bool:
    """Whether text[start:end] has a verb as headlines have it: "Storm prompts airlines to wait"."""
    words = [word.lower().replace("’", "'") for word in _WORD.findall(text, start, end)]
    return has_verb(text, start, end) or any(map(_is_told, words, words[1:], [*words[2:], "of"]))


def _is_told(subject: str, word: str, following: str) -> bool:
    """Whether a word between two others is the present of a singular, and no plural noun."""
    if word not in _thirds() or following in {"of", "and", "or"}:
        return False
    closing = lexicon.words("grammar", "determiners") | lexicon.words("grammar", "prepositions")
    return not (subject in closing or subject in _words("coordinators") or subject.endswith(("'s", "s'")))


@cache
def _thirds() -> frozenset[str]:
    """The third persons of all verbs, plural nouns among them: "reports", "strikes"."""
    return frozenset(form for form, (_, kinds) in verbs.forms().items() if "s" in kinds)


def begins_predicate(word: str) -> bool:
    """Whether a lower-case word behind a subject and a comma can be its verb: "was", "hurt", "helps"."""
    return is_finite(word) or word in _thirds()


def _agrees(subject: str, word: str, following: str) -> bool:
    """Whether a word can be the present of a plural: "people live", "they rely"; not "arms deal"."""
    if word not in _presents() or following == "of":
        return False
    if subject in _words("plural_subjects"):
        return True
    return (
        len(subject) > 4
        and subject[-1] == "s"
        and subject[-2] not in "siu'"
        and subject not in _words("modifiers")
    )


@cache
def _presents() -> frozenset[str]:
    """The base forms that are the present of a plural."""
    forms = verbs.forms().items()
    return _words("presents").union(form for form, (_, kinds) in forms if "b" in kinds)


def split(text: str, start: int, end: int) -> list[Clause]:
    """text[start:end] as clauses in order, never empty; separators and joining words lie between them."""
    if end - start > _LONGEST:
        return [Clause(start, end)]
    sentence = _Sentence(text, start, end)
    clauses: list[Clause] = []
    first, subject = start, None
    opened, adjunct = 0, False
    for i in sentence.cuttable():
        cut = sentence.cut_at(i, opened)
        if cut and sentence.stands(opened, i, adjunct=adjunct) and sentence.follows(cut):
            clauses.append(_trimmed(text, first, sentence.ends[i - 1], subject))
            subject = sentence.subject(opened) if cut.shares else sentence.thing(opened, cut)
            first, opened, adjunct = sentence.starts[cut.word], cut.word, cut.adjunct
    return [*clauses, _trimmed(text, first, end, subject)]


def _lower(word: str) -> str:
    return word.lower().replace("’", "'")


def _is_finite(word: str) -> bool:
    return is_finite(_lower(word))


# What is asked of each word of every sentence, as it is written.
_plain = Memory(_lower, most=1 << 15)
_finite = Memory(_is_finite, most=1 << 15)


class _Cut(NamedTuple):
    word: int  # the first word of the next clause
    shares: bool = False  # whether it leaves its subject out
    adjunct: bool = False  # whether it says what it says without a finite verb


class _Sentence:
    def __init__(self, text: str, start: int, end: int) -> None:
        self.text = text
        parts = _PARTED.split(text[start:end])  # what is between the words, then a word, and so on
        edges = [*accumulate(map(len, parts), initial=start)]
        self.words, self.starts, self.ends = parts[1::2], edges[1::2], edges[2::2]
        self.plain = list(map(_plain.__getitem__, self.words))
        self.verbs = [0, *accumulate(map(_finite.__getitem__, self.words))]
        self.parted = ";" in text[start:end]
        self.circumstance = bool(self.words) and self.opens_circumstance()

    def cuttable(self) -> list[int]:
        """The words before which a cut can be, as far as one word and its place tell."""
        places = range(_LEAST_WORDS, len(self.words) - _LEAST_WORDS + 1)
        if self.circumstance:
            return list(places)
        cutting = _cutting()
        return [i for i in places if self.plain[i] in cutting or self.is_parted(i)]

    def stands(self, first: int, stop: int, *, adjunct: bool = False) -> bool:
        """Whether the words first..stop can be a clause; an adjunct needs no verb."""
        return stop - first >= _LEAST_WORDS and (adjunct or self.verbs[stop] > self.verbs[first])

    def follows(self, cut: _Cut) -> bool:
        """Whether what comes after a cut can stand."""
        return self.stands(cut.word, len(self.words), adjunct=cut.adjunct)

    def cut_at(self, i: int, opened: int) -> _Cut | None:
        """The cut before word `i`, where the running clause was opened at word `opened`."""
        word = self.plain[i]
        if word in _adjuncts() and self.opens_adjunct(i):
            return _Cut(i, adjunct=True)
        if word == "by":
            return _Cut(i + 1, shares=True, adjunct=True) if self.opens_manner(i, opened) else None
        between = self.text[self.ends[i - 1] : self.starts[i]]
        separated = between != "," and between.strip() in _SEPARATORS  # "2,000" is one number
        if word in _words("coordinators"):
            return self.cut_at_coordinator(i, separated)
        if word in _words("relatives") and separated:
            return _Cut(i)
        if self.is_parted(i) and self.opens_statement(i):
            return _Cut(i)
        circumstance = opened == 0 and self.circumstance
        if circumstance and separated and not self.comma_before(i) and self.opens_subject(i):
            return _Cut(i)
        return None

    def cut_at_coordinator(self, i: int, separated: bool) -> _Cut | None:
        if i + 2 >= len(self.words):
            return None
        following = self.plain[i + 1]
        if following == "that" and self.opens_subject(i + 2):
            return _Cut(i + 2)
        if following in _words("auxiliaries"):
            return _Cut(i + 1, shares=True)
        subject = i + 2 if self.is_adverb(i + 1) else i + 1
        if (separated or self.plain[i] != "and") and self.opens_subject(subject):
            return _Cut(i + 1)
        if separated and self.opens_bare_subject(i + 1):
            return _Cut(i + 1)
        return None

    def is_adverb(self, i: int) -> bool:
        """Whether word `i` is one that can stand before a subject: "but certainly, the rest has …"."""
        return self.plain[i] in _words("adverbs") or (len(self.plain[i]) > 5 and self.plain[i].endswith("ly"))

    def opens_adjunct(self, i: int) -> bool:
        """Whether word `i` starts a phrase that adds a term or a purpose: "in exchange for …"."""
        return any(self.plain[i : i + len(phrase)] == phrase for phrase in _adjuncts()[self.plain[i]])

    def opens_manner(self, i: int, opened: int) -> bool:
        """Whether "by" at word `i` leads to a further act of the subject: "… by offering to pay"."""
        if self.plain[i + 1] not in _words("manners") or self.plain[i + 2] != "to":
            return False
        return _words("modals").isdisjoint(self.plain[opened:i])

    def opens_subject(self, i: int) -> bool:
        """Whether word `i` starts a subject that soon meets a finite verb."""
        first = self.words[i]
        if not (first[0].isupper() or first[0].isdigit() or self.plain[i] in _words("subjects")):
            return False
        stop = min(i + 1 + _SUBJECT_REACH, len(self.words))
        return self.verbs[stop] > self.verbs[i + 1] if i + 1 < stop else False

    def is_parted(self, i: int) -> bool:
        """Whether a semicolon stands before word `i`."""
        return self.parted and self.text[self.ends[i - 1] : self.starts[i]].strip() in _PARTING

    def opens_statement(self, i: int) -> bool:
        """Whether word `i` starts a subject with its verb, no item of a list: not "; Mary, who sang, …"."""
        if not self.opens_subject(i):
            return False
        verb = next(n for n in range(i + 1, len(self.words)) if is_finite(self.plain[n]))
        between = self.text[self.ends[i] : self.starts[verb]]
        return not {",", "(", ";"}.intersection(between) and _words("relatives").isdisjoint(
            self.plain[i:verb]
        )

    def opens_bare_subject(self, i: int) -> bool:
        """Whether word `i` starts a subject without determiner, right before its verb: "loyal voters are"."""
        for n in range(i, min(i + _BARE_REACH, len(self.words))):
            word = self.plain[n]
            if is_finite(word):
                return n > i and not is_participle(word) and self.tells_until(i - 1)
            if (
                word in _closed()
                or word.endswith(("ing", "ly"))
                or not (word.isalpha() and self.words[n].islower())
            ):
                return False
            if self.text[self.ends[n] : self.starts[n + 1]].strip() if n + 1 < len(self.words) else True:
                return False
        return False

    def tells_until(self, i: int) -> bool:
        """Whether a verb stands between word `i` and the comma before it: no list of nouns ends there."""
        comma = next(
            (n for n in range(i - 1, 0, -1) if "," in self.text[self.ends[n - 1] : self.starts[n]]), 0
        )
        return self.verbs[i] > self.verbs[comma]

    def opens_circumstance(self) -> bool:
        """Whether the sentence opens with a circumstance, be it after "and" or "but"."""
        joined = self.plain[0] in _words("coordinators") and len(self.plain) > 1
        openers = self.plain[:2] if joined else self.plain[:1]
        return not _words("subordinators").isdisjoint(openers)

    def comma_before(self, i: int) -> bool:
        return "," in self.text[self.starts[0] : self.ends[i - 1]]

    def subject(self, opened: int) -> tuple[int, int]:
        """Where the subject of the clause opened at word `opened` stands: up to its first finite verb."""
        verb = next(n for n in range(opened, len(self.words)) if is_finite(self.plain[n]))
        end = self.ends[verb - 1] if verb > opened else self.starts[opened]
        return self.starts[opened], end

    def thing(self, opened: int, cut: _Cut) -> tuple[int, int] | None:
        """Where that stands which "to be used by …" speaks of.

        Right before it ("arms to be used"); behind a comma, the first object of the clause.
        """
        if not cut.adjunct or self.plain[cut.word : cut.word + 2] != ["to", "be"]:
            return None
        verb = next((n for n in range(opened, cut.word) if is_finite(self.plain[n])), cut.word)
        if self.text[self.ends[cut.word - 1] : self.starts[cut.word]].strip():
            first = next((n for n in range(verb + 1, cut.word) if self.opens_object(n)), cut.word)
            last = first
            while last + 1 < min(cut.word, first + _OBJECT_WORDS) and self.continues_object(last + 1):
                last += 1
        else:
            first = last = cut.word - 1
            while first > max(verb + 1, cut.word - _OBJECT_WORDS) and self.continues_object(first - 1):
                first -= 1
        return (self.starts[first], self.ends[last]) if verb < first < cut.word else None

    def opens_object(self, i: int) -> bool:
        return self.plain[i] in lexicon.words("grammar", "determiners") or self.words[i].isdigit()

    def continues_object(self, i: int) -> bool:
        """Whether word `i` can be inside a short noun phrase: no mark beside it, no verb or preposition."""
        between = self.text[self.ends[i - 1] : self.starts[i]]
        word, closing = self.plain[i], lexicon.words("grammar", "prepositions")
        infinitive = self.plain[i - 1] == "to" or word == "to"
        return not (between.strip() or infinitive or word in closing or is_finite(word))


def _trimmed(text: str, start: int, end: int, subject: tuple[int, int] | None) -> Clause:
    while start < end and text[start] in _LOOSE:
        start += 1
    while end > start and text[end - 1] in _LOOSE:
        end -= 1
    return Clause(start, end, subject)
