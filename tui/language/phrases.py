"""What a phrase that names a source says: a name, what its bearer is, or only a reference."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache, lru_cache

from tui.language import lexicon, places

_WORD = re.compile(r"[\w&]+(?:[.'’-][\w&]+)*\.?")
_CHUNK = re.compile(r"\s*(?:,(?!\d{3}\b)|\s[–—-]\s?|[–—]|\(|\))\s*")
_DETERMINER = re.compile(
    r"^(?:the|an?|this|that|its|his|her|their|our|my|some|(?:those|these)(?!\s(?:aware|familiar|close|who|in|with|of)\b))\s+",
    re.IGNORECASE,
)
_RELATIVE = re.compile(r"\s+(?:who|which|that|whose|speaking|saying|citing|said to be)\b.*$", re.DOTALL)
_DATE = re.compile(
    r"\s(?:(?:on|in)\s)?(?:Jan(?:uary)?|Feb(?:ruary)?|Mar|Apr|Jun|July?|Aug|Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?"
    r"|Dec(?:ember)?)\b\.?(?:\s\d{1,2})?\b(?!\s[A-Z])"
    r"|\s(?:(?:on|in)\s(?:March|April|May|June|August)|(?:March|April|May|June|August)\s\d{1,2})\b(?!\s[A-Z])"
    r"|\s(?:on\s)?(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b(?:\s(?:morning|afternoon|evening|night)\b)?"
    r"|(?:\s(?:from|late|early|issued|released|published)){0,2}\s(?:yesterday|(?:last|this)\s(?:week|month|year|spring|summer|autumn|fall|winter))$"
)
_JOINING = re.compile(
    r"^(?:However|Still|Meanwhile|Instead|But|And|Yet|Nevertheless|Nonetheless),?\s+(?=\S)", re.IGNORECASE
)
_MEDIUM = re.compile(
    r"\s(?:in|via|through)\s(?:an?|the|his|her|its|their)\s(?:[\w-]+\s){0,2}?"
    r"(?:e-?mail|statement|tweet|interview|letter|call|speech|post|memo|video|message|release)\b.*$"
)
_OF_SOMETHING = re.compile(
    r"(?P<who>[A-Z].*?)\s(?:of|from|at|with)\s(?:the\s)?(?P<what>(?!.*\sand\s[A-Z][\w.’'-]+\s[A-Z][\w.’'-]+\s(?:of|from)\s).+)$"
)
_POSSESSIVE = re.compile(r"['’]s?$")
_OUTLET = re.compile(r"\bThe\s[A-Z].*$")
_DEFINITE = re.compile(r"(?:the|this|that|those|these|its|his|her)\s", re.IGNORECASE)
_OF = re.compile(r"\s(?:of|for|in|at|on|from|to|with|by|familiar|aware)\s")
_KNOWN = 4096  # phrases of which is remembered what they say: names are told again and again
_DID = re.compile(
    r"(?P<subject>(?:[Tt]he|[Aa]n?|[A-Z])\b[^,]*?)\s[a-z]+ed\s(?!(?:by|on|about|to|in|with|for|as|at|from|of|and)\b)(?P<object>[\w’'-]+)"
)
_BESIDE = re.compile(
    r"(?P<subject>an?\s[^,]+?)\sand\s(?:an?\s)[^,]*\b(?:report|document|memo|letter|e-?mail|statement)s?$"
)
_BEHIND = re.compile(r"(?:[\w’'-]+\s)*(?P<noun>[a-z-]{4,})\s(?P<name>(?:[A-Z][\w’'-]+\s){0,2}[A-Z][\w’'-]+)$")
_DOER = re.compile(
    r"(?:er|or|ist|ant|ian|yst|man|woman|person|boy|girl|wife|widow|husband|friend|cousin|uncle|aunt|parent|nephew|niece)$"
)
_TRAILING = re.compile(r"\s(?:first|then|later|also|initially|earlier|repeatedly|already|still|now|once)$")
_LONGEST_ROLE = 5  # words in a phrase that only refers: "the chief of defence staff"


@cache
def words_of(name: str) -> frozenset[str]:
    """A list of ``lexicon/names.toml`` as a set."""
    return frozenset(lexicon.load("names")[name])


@cache
def _passing() -> re.Pattern[str]:
    return re.compile(
        rf"\s(?:first\s|also\s)?(?:{'|'.join(sorted(words_of('passing')))})\s(?:as saying\s)?(?:by|in)\s+"
    )


def split_relay(phrase: str) -> tuple[str, str | None]:
    """``officials cited by the Gazette`` as origin and relay."""
    found = _passing().search(phrase)
    if found is None:
        return phrase, None
    return phrase[: found.start()], phrase[found.end() :]


@lru_cache(_KNOWN)
def parse(phrase: str) -> tuple[str, str]:
    """The name in a source phrase and the words that describe its bearer.

    A person is a run of capitalised words after the last title or role, or a chunk of nothing else;
    anything else is named by its first chunk without determiner and relative clause.
    """
    said = _MEDIUM.sub("", _JOINING.sub("", _DATE.sub("", phrase)))
    chunks = [chunk for chunk in _CHUNK.split(said.strip(' \t\n,.;:“”"')) if chunk]
    chunks[:1] = map(_own, chunks[:1])
    for number, chunk in enumerate(chunks):
        if number == 0 and (whole := _of_something(chunk)):
            return whole[0], "; ".join(filter(None, [whole[1], *chunks[1:]]))
        found = person_in(chunk) or _named_after(chunk)
        if found is not None and (number == 0 or _describes(" ".join(chunks[:number]))):
            others = [chunk[: -len(found)].strip(), *chunks[:number], *chunks[number + 1 :]]
            return found, "; ".join(filter(None, others))
    first = chunks[0] if chunks else phrase.strip()
    core = _bare(_RELATIVE.sub("", first))
    name = _contained(core)
    return name, "; ".join([*([core] if name != core else []), *chunks[1:]])


def _of_something(chunk: str) -> tuple[str, str] | None:
    """A person and what they are of: "Sarah Dean of the law firm Pike"; only who has a known given name."""
    match = _OF_SOMETHING.match(chunk)
    name = person_in(match["who"]) if match else None
    if match is None or name is None or " " not in name:
        return None
    given = name.partition(" ")[0].casefold()
    if not any(given in lexicon.words("given_names", kind) for kind in ("female", "male", "either")):
        return None
    return name, "; ".join(filter(None, [match["who"][: -len(name)].strip(), match["what"]]))


def _own(phrase: str) -> str:
    """A phrase without what its bearer did, and without the document that is named beside a person."""
    for pattern in (_DID, _BESIDE):
        found = pattern.match(phrase)
        if found and (pattern is _BESIDE or _is_object(found["object"], phrase[found.end() :])):
            return found["subject"]
    return phrase


def _is_object(word: str, following: str) -> bool:
    """Whether somebody is named from this word on: not in "a Lund based channel"."""
    passing = words_of("containers") | words_of("channels") | words_of("documents") | words_of("outlets")
    if not passing.isdisjoint(plain_words(following)):
        return False
    return word[0].isupper() or _is_role(word) or word in lexicon.words("grammar", "determiners")


def _named_after(chunk: str) -> str | None:
    """The name behind what its bearer is: "council member Petra Kahl", "the group Acme"."""
    found = _BEHIND.match(chunk)
    if found is None or found["noun"] in _unnamed():
        return None
    words = found["name"].split()
    person = len(words) > 1 and not _is_thing(words)
    return found["name"] if person or found["noun"] in words_of("bodies") else None


@cache
def _unnamed() -> frozenset[str]:
    """Words after which a name is no other name for them."""
    closed = ("prepositions", "determiners", "auxiliaries", "adverbs")
    return frozenset().union(*(lexicon.words("grammar", name) for name in closed), words_of("media"))


def _describes(phrase: str) -> bool:
    """Whether a phrase says what somebody is: a role, or "the accountant", "his widow"."""
    return has_role(phrase) or (_is_possessed(phrase) and bool(_DOER.search(head_of(phrase))))


def _is_possessed(phrase: str) -> bool:
    return bool(_DETERMINER.match(phrase)) or bool(re.match(r"[A-Z][\w-]+['’]s?\s", phrase))


def _bare(phrase: str) -> str:
    plain = _TRAILING.sub("", _DETERMINER.sub("", phrase).strip())
    return _POSSESSIVE.sub("", plain) if plain else phrase


@cache
def _containing() -> tuple[re.Pattern[str], ...]:
    """Reports, channels and accounts with what they belong to as ``inner``."""
    generic, media = ("|".join(sorted(words_of(kind))) for kind in ("containers", "media"))
    return (
        re.compile(
            rf"^(?:[\w-]+\s)*?(?:{generic})\s(?:in|by|from|of|on)\s(?:the\s)?(?P<inner>(?=[a-z ]*[A-Z]).+)$"
        ),
        re.compile(rf"^(?:[\w’-]+\s)*(?:{generic})\s(?P<inner>[A-Z].*)$"),
        re.compile(rf"^(?P<inner>(?:[\w’&-]+\s)*[A-Z][\w’&-]*)\s(?:{media})$"),
    )


def _contained(name: str) -> str:
    """The named thing that a report, channel or account belongs to, if there is one."""
    for pattern in _containing():
        if found := pattern.match(name):
            inner = found["inner"]
            outlet = _OUTLET.search(inner)
            return outlet[0] if outlet else _contained(inner)
    return name


@lru_cache(_KNOWN)
def person_in(chunk: str) -> str | None:
    """The person's name a chunk ends in or consists of."""
    words = _WORD.findall(chunk)
    if not words or " ".join(words) != " ".join(chunk.split()):
        return None
    start = max((n + 1 for n, word in enumerate(words[:-1]) if _is_role(word)), default=0)
    if any(words[n] in ("for", "to") and _is_role(words[n - 1]) for n in range(1, start)):
        return None  # "a spokesman for President Ann Roe" is not the president
    name = words[start:]
    if not 1 <= len(name) <= 4 or not all(map(_is_name_word, name)) or not name[0][:1].isupper():
        return None
    if any(word.isupper() and len(word.strip(".")) > 1 for word in name):
        return None
    if start == 0 and (len(name) == 1 or _is_thing(name)):
        return None
    return " ".join(name)


def _is_role(word: str) -> bool:
    return word.strip(".").casefold() in words_of("roles")


def _is_name_word(word: str) -> bool:
    return word.removeprefix("al-").removeprefix("el-")[:1].isupper() or word in words_of("particles")


def _is_thing(words: Sequence[str]) -> bool:
    """Whether capitalised words name an institution, an outlet or a country rather than a person."""
    plain = {word.strip(".").casefold() for word in words}
    if (
        plain & _things()
        or words[0].casefold() == "the"
        or any(w in words_of("particles") for w in words[:1])
    ):
        return True
    return " ".join(words).casefold() in places.states()


def is_named(word: str) -> bool:
    """Whether a lower-case word is none of those for institutions, outlets, channels and documents."""
    return word not in _things()


@cache
def _things() -> frozenset[str]:
    """The words for institutions, outlets, channels and documents."""
    kinds = ("institution", "outlet", "channel", "document")
    return frozenset(word for kind in kinds for word in lexicon.load("sources")[kind] if " " not in word)


def is_own_voice(phrase: str) -> bool:
    """Whether a phrase means the text it stands in: ``my headline``, ``this article``."""
    words = phrase.casefold().split()
    return len(words) == 2 and words[0] in words_of("own") and words[1] in words_of("texts")


def is_nobody(phrase: str) -> bool:
    """Whether a phrase says that nobody does it: ``nobody``, ``no official``; not ``No 10``."""
    words = phrase.casefold().replace("’", "'").split()
    if len(words) > 1 and words[0] == "no":
        return not words[1][0].isdigit()
    nobody = lexicon.words("stance_holders", "nobody")
    return bool(words) and (words[0].split("'")[0] in nobody or " ".join(words[:2]) in nobody)


def is_thing_pronoun(phrase: str) -> bool:
    """Whether a phrase is a pronoun for what is not a person."""
    return phrase.casefold() in words_of("things")


def names_something(phrase: str) -> bool:
    """Whether a phrase says more than a role: a proper name in it, or a long description."""
    words = phrase.split()
    proper = [
        word for word in words[1:] if word[:1].isupper() and word.casefold() not in words_of("platforms")
    ]
    return bool(proper) or len(words) > _LONGEST_ROLE


@lru_cache(_KNOWN)
def plain_words(text: str) -> frozenset[str]:
    """The words of a text in lower case."""
    return frozenset(word.strip(".").casefold() for word in _WORD.findall(text))


def has_role(phrase: str) -> bool:
    """Whether a phrase says what somebody is."""
    return not words_of("roles").isdisjoint(plain_words(phrase))


def is_definite(phrase: str) -> bool:
    """Whether a phrase means somebody known: ``the envoy``, ``his spokesman``."""
    return _DEFINITE.match(phrase.strip()) is not None


@lru_cache(_KNOWN)
def head_of(phrase: str) -> str:
    """The noun a phrase is about, in lower case: ``the chief of defence staff`` is a chief."""
    words = _WORD.findall(_OF.split(phrase.strip(), maxsplit=1)[0])
    return words[-1].strip(".").casefold() if words else ""
