"""What a figure in a mention is said of: dimension, role, what is counted, the words around it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from itertools import takewhile

from tui.claims.numbers_values import is_money, measured
from tui.claims.terms import term
from tui.language import lexicon
from tui.language.tokens import Token, stem, stopwords, tokenise
from tui.model import Quantity

REACH = 110  # characters on each side of a figure that are looked at
WINDOW = 18  # tokens on each side of a figure whose words tell what it is about
ROLE_WINDOW = 12
NEAR = 5  # tokens on each side in which a date's event, a person's name and a direct role stand
FAMILIES = frozenset({"casualty", "transfer", "account", "opinion"})
DIRECT = frozenset({"casualty", "account", "opinion"})  # families in which the nearest word alone counts


@dataclass(frozen=True, slots=True)
class Context:
    """What a figure is said of.

    `dimension` is the kind of quantity two values must share; `roles` are what happened to it (left,
    given; dead, injured), `modifiers` the words between figure and counted noun, `objects` what an amount
    or share is of, `rate` the unit it is per, `words` the stems around it, `near` those next to it, `names`
    those of them with a capital, `state` the word that makes it one end, or a step, of a change.
    """

    dimension: str
    roles: frozenset[str]
    modifiers: frozenset[str]
    objects: frozenset[str]
    rate: frozenset[str]
    words: frozenset[str]
    near: frozenset[str]
    names: frozenset[str]
    state: str


def describe(text: str, quantity: Quantity) -> Context:
    """The context of `quantity` in the mention `text`."""
    tokens, first, last = _around(text, quantity)
    before, after = tokens[max(0, first - WINDOW) : first], tokens[last : last + WINDOW]
    roles = _roles(tokens, first, last)
    around = [token for token in (*before, *after) if _tells(token)]
    near = [token for token in _next_to(quantity, before, after) if _tells(token)]
    return Context(
        _dimension(text, quantity, roles),
        roles,
        _modifiers(text, quantity),
        frozenset(stem(token.norm) for token in _objects(quantity, after)),
        _rate(after),
        frozenset(stem(token.norm) for token in around),
        frozenset(stem(token.norm) for token in near),
        frozenset(stem(token.norm) for token in near if token.text[0].isupper()),
        _state(before, text[quantity.value.end : quantity.span.end]),
    )


def objects(text: str, quantity: Quantity) -> str:
    """What an amount or a share is of, in the words of the mention: "military equipment"."""
    tokens, _, last = _around(text, quantity)
    return " ".join(token.text for token in _objects(quantity, tokens[last : last + WINDOW]))


def _around(text: str, quantity: Quantity) -> tuple[list[Token], int, int]:
    """The tokens around a figure, and which of them are its own."""
    tokens = tokenise(text, *_cut(text, quantity))
    first = sum(token.start < quantity.span.start for token in tokens)
    last = sum(token.start < quantity.span.end for token in tokens)
    return tokens, first, last


def _cut(text: str, quantity: Quantity) -> tuple[int, int]:
    """Where the text around a figure begins and ends, at blanks."""
    begin = text.rfind(" ", 0, max(0, quantity.span.start - REACH)) + 1
    end = text.find(" ", quantity.span.end + REACH)
    return begin, len(text) if end < 0 else end


def _next_to(quantity: Quantity, before: Sequence[Token], after: Sequence[Token]) -> Sequence[Token]:
    """The tokens next to a figure: of an age the name it belongs to, of a date those of its clause."""
    if quantity.unit == "year of age":
        return after[:4] if "-" in quantity.span.text else before[-3:]
    if quantity.iso:
        return (*_to_mark(before[: -NEAR - 1 : -1]), *_to_mark(after[:NEAR]))
    return (*before[-NEAR:], *after[:NEAR])


def _to_mark(tokens: Sequence[Token]) -> Sequence[Token]:
    """The tokens before the first punctuation mark."""
    return list(takewhile(lambda token: token.text[0].isalnum(), tokens))


def _tells(token: Token) -> bool:
    return token.text[0].isalpha() and token.norm not in stopwords() and not token.norm[-1:].isdigit()


def _dimension(text: str, quantity: Quantity, roles: frozenset[str]) -> str:
    if quantity.iso:
        return "period" if "/" in quantity.iso else "date"
    if is_money(quantity):
        return "money"
    unit = measured(quantity.unit) or quantity.unit or ""
    if _person_role(unit) is not None or (not unit and roles & _casualties()):
        return "person"
    if text[quantity.value.end : quantity.value.end + 1] == "-" and unit and unit != "year of age":
        return f"{unit} {_joined_noun(text, quantity)}"
    return unit if unit in generic_units() else _noun(unit)


@cache
def _noun(unit: str) -> str:
    """One word for what is counted under several: "home" and "house", "soldier" and "troop"."""
    if not unit.isalpha():
        return unit
    found = term(unit)
    return _common_nouns().get(found, found)


@cache
def _common_nouns() -> dict[str, str]:
    """The generic nouns by their terms."""
    nouns: list[str] = lexicon.load("numbers")["generic"]["units"].split()
    return {term(noun): noun for noun in nouns}


def _joined_noun(text: str, quantity: Quantity) -> str:
    """The noun that a hyphened figure qualifies: "war" of "30-day war"."""
    following = tokenise(text, quantity.span.end, min(len(text), quantity.span.end + 40))
    noun = next((token.norm for token in following if token.text[0].isalpha()), "")
    return stem(noun)


def _roles(tokens: Sequence[Token], first: int, last: int) -> frozenset[str]:
    """The roles named near tokens[first:last]; of some families only the nearest."""
    begin = max(0, first - ROLE_WINDOW)
    nearest: dict[str, tuple[int, str]] = {}
    found: set[str] = set()
    for index, token in enumerate(tokens[begin : last + ROLE_WINDOW], begin):
        family, role = _role_table().get(token.norm, ("", ""))
        if not role:
            continue
        distance = first - index if index < first else max(0, index - last + 1)
        if family in DIRECT and distance > NEAR:
            continue
        if family in DIRECT:
            nearest[family] = min(nearest.get(family, (distance, role)), (distance, role))
        else:
            found.add(role)
    return frozenset(found | {role for _, role in nearest.values()})


def _modifiers(text: str, quantity: Quantity) -> frozenset[str]:
    words = [token.norm for token in tokenise(text, quantity.value.end, quantity.span.end)]
    return frozenset(stem(word) for word in words[:-1] if word[0].isalpha() and word not in stopwords())


def _has_object(quantity: Quantity) -> bool:
    return is_money(quantity) or quantity.unit == "percent"


def _objects(quantity: Quantity, after: Sequence[Token]) -> list[Token]:
    """The noun phrase after "of" or "worth of" right behind the figure, to the next function word."""
    if not _has_object(quantity):
        return []
    index = 1 if after and after[0].norm == "worth" else 0
    if index >= len(after) or after[index].norm not in ("of", "in"):
        return []
    objects: list[Token] = []
    for token in after[index + 1 :]:
        if _tells(token):
            objects.append(token)
        elif (
            token.norm not in ("and", ",", "the", "all", "its", "their", "-", "’s", "'s") or len(objects) > 4
        ):
            break
    return objects


def _rate(after: Sequence[Token]) -> frozenset[str]:
    """The noun after "per", "an" or "a" right behind a figure: $30 per gram, 20 cases per 1,000 people."""
    if not after or after[0].norm not in ("per", "a", "an"):
        return frozenset()
    return frozenset(
        stem(token.norm) for token in takewhile(lambda token: token.text[0].isalnum(), after[1:3])
    )


def _state(before: Sequence[Token], counted: str) -> str:
    """Read "to" in "rose to 50", "more" in "50 more" and "another 50"; empty for a figure of its own."""
    table = lexicon.load("numbers")["change"]
    last = before[-1].norm if before else ""
    if last in table["added"] or set(counted.split()[:1]) & set(table["added"]):
        return "more"
    changes = last in table["prepositions"] and any(token.norm in _change_verbs() for token in before[-7:-1])
    return last if changes else ""


def _person_role(unit: str) -> str | None:
    """What a unit says of the people it counts ("dead"; "" for "person"); None if it counts no people."""
    return _people().get(unit)


@cache
def _people() -> dict[str, str]:
    table: dict[str, str] = lexicon.load("numbers")["people"]
    return {noun: "" if role == "nouns" else role for role, nouns in table.items() for noun in nouns.split()}


@cache
def _role_table() -> dict[str, tuple[str, str]]:
    """Word -> its family and role."""
    families: dict[str, dict[str, str]] = lexicon.load("numbers")["roles"]
    return {
        word: (family, role)
        for family, roles in families.items()
        for role, words in roles.items()
        for word in words.split()
    }


def family(role: str) -> str:
    """The family of roles that exclude each other to which `role` belongs."""
    return _families()[role]


@cache
def _families() -> dict[str, str]:
    table: dict[str, dict[str, str]] = lexicon.load("numbers")["roles"]
    return {role: name for name, roles in table.items() for role in roles}


@cache
def _casualties() -> frozenset[str]:
    return frozenset(lexicon.load("numbers")["roles"]["casualty"])


@cache
def _change_verbs() -> frozenset[str]:
    return frozenset(lexicon.load("numbers")["change"]["verbs"].split())


@cache
def generic_units() -> frozenset[str]:
    """Units of which one claim may hold several: common things, and all measures."""
    measures: dict[str, str] = lexicon.load("quantities")["measures"]
    numbers = lexicon.load("numbers")
    return frozenset(numbers["generic"]["units"].split()).union(measures.values(), numbers["measured"])
