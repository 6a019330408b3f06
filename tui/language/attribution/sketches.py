"""A sentence as a string of word classes, one letter a token, so that phrases can be told by shape.

The letters are those of ``lexicon/grammar.toml``, and:
V a finite verb, b a base form, g an -ing form, v a participle that is no past form; A a capitalised
word, 1 a figure, L any other word; S a possessive ’s; t ``to``, T ``that``; and the marks , ; : . ( )
with - for dashes, “ and ” for opening and closing quotation marks.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from tui.language.lexicon import words
from tui.language.memory import Memory
from tui.language.tokens import APOSTROPHE, Columns, columns
from tui.language.verbs import forms
from tui.model import Quote, Sentence

CLASSES = {
    "D": "determiners",
    "P": "subjects",
    "O": "objects",
    "X": "auxiliaries",
    "n": "negations",
    "I": "prepositions",
    "C": "coordinators",
    "B": "contrasts",
    "U": "subordinators",
    "W": "relatives",
    "R": "adverbs",
    "Z": "times",
    "J": "attitudes",
}
MARKS = {
    ",": ",", ";": ";", ":": ":", ".": ".", "!": ".", "?": ".", "…": ".", "...": ".", "(": "(", "[": "(",
    ")": ")", "]": ")", "-": "-", "–": "-", "—": "-", "--": "-",
}  # fmt: skip
FORM_TAGS = {"d": "V", "s": "V", "b": "b", "g": "g", "n": "v"}
# Determiners that can stand alone as a subject: “some say”, “this suggests”.
ALONE = frozenset(
    (
        "this",
        "these",
        "those",
        "some",
        "many",
        "most",
        "all",
        "both",
        "each",
        "another",
        "other",
        "few",
        "several",
        "either",
        "neither",
        "one",
    )
)
LONGEST = 4000  # characters; beyond that it is no sentence, and only its beginning is read
UNNAMED = {"A": "*", "1": "#"}
QUOTE_MARKS = frozenset(["“", "”", '"', "«", "»", "„", "''", "``"])


@cache
def lexical_tags() -> dict[str, str]:
    """The class letter of every word of the lexicon, closed classes before verbs."""
    table = {form: FORM_TAGS[kinds[0]] for form, (_, kinds) in forms().items()}
    for letter, name in CLASSES.items():
        table.update(dict.fromkeys(words("grammar", name), letter))
    table.update({"to": "t", "that": "T", "'s": "S", "according": "I", "per": "I", "%": "L"})
    return table


class Sketch:
    """A sentence with its tokens, their class letters and the quotation each lies in.

    `words` are the norms with names and figures masked, which no weight may depend on.
    `quoted[i]` is the index of the quotation token i lies in, its marks included, or -1.
    """

    __slots__ = ("end", "heading", "norms", "number", "quoted", "start", "tags", "tokens", "words")

    def __init__(
        self, text: str, number: int, sentence: Sentence, quotes: Sequence[Quote], first: int
    ) -> None:
        self.number = number
        self.start, self.end = sentence.span.start, sentence.span.end
        self.tokens = columns(text, self.start, min(self.end, self.start + LONGEST))
        self.norms = self.tokens.norms
        self.heading = sentence.kind == "heading" or _title_case(self.tokens.texts)
        self.quoted = _quoted(self.tokens, quotes, first)
        self.tags = _resolved(_tagged(self.tokens, self.heading, self.quoted, quotes), self.norms)
        self.words = list(map(UNNAMED.get, self.tags, self.norms))


def sketch(text: str, sentences: Sequence[Sentence], quotes: Sequence[Quote]) -> list[Sketch]:
    """A sketch of every sentence, in order."""
    found, first = [], 0
    for number, sentence in enumerate(sentences):
        while first < len(quotes) and quotes[first].end <= sentence.span.start:
            first += 1
        found.append(Sketch(text, number, sentence, quotes, first))
    return found


def _title_case(words: Sequence[str]) -> bool:
    """Whether the sentence is written as a headline: at least four of five longer words capitalised."""
    if len(words) > 30:
        return False
    longer = [word[0] for word in words if len(word) > 3 and word[0].isalpha()]
    return len(longer) > 2 and sum(map(str.isupper, longer)) * 5 >= len(longer) * 4


def _quoted(tokens: Columns, quotes: Sequence[Quote], first: int) -> list[int]:
    marks = [-1] * len(tokens.starts)
    if first >= len(quotes) or not marks or quotes[first].start >= tokens.ends[-1]:
        return marks
    current = first
    for i, start in enumerate(tokens.starts):
        while current < len(quotes) and quotes[current].end <= start:
            current += 1
        if current == len(quotes):
            break
        if quotes[current].start <= start:
            marks[i] = current
    return marks


def _tagged(tokens: Columns, heading: bool, quoted: Sequence[int], quotes: Sequence[Quote]) -> list[str]:
    tags = list(map(_settled_tags.__getitem__, tokens.texts))
    for i, tag in enumerate(tags):
        if tag:
            continue
        norm = tokens.norms[i]
        if norm in QUOTE_MARKS:
            closing = quoted[i] >= 0 and quotes[quoted[i]].end == tokens.ends[i]
            tags[i] = "”" if closing or (quoted[i] < 0 and norm == "”") else "“"
        elif norm == "'":
            tags[i] = _single(tokens, i, quoted, quotes)
        else:
            tags[i] = _capitalised_tag(norm, heading or not i or tags[i - 1] in "“.:")
    return tags


def _single(tokens: Columns, i: int, quoted: Sequence[int], quotes: Sequence[Quote]) -> str:
    """A single mark: a quotation mark, or the possessive of a plural."""
    if quoted[i] >= 0 and quotes[quoted[i]].start == tokens.starts[i]:
        return "“"
    if i and tokens.ends[i - 1] == tokens.starts[i]:
        return "S" if tokens.norms[i - 1].endswith("s") else "”"
    return "“"


def _capitalised_tag(norm: str, free_case: bool) -> str:
    """The class of a capitalised word; `free_case` where a capital says nothing."""
    tag = lexical_tags().get(norm)
    return "A" if tag is None or not (free_case or tag == "Z") else tag


def _settled_tag(word: str) -> str:
    """The class of a token; none for capitalised words and quotation marks, where others decide it."""
    norm = word.lower().translate(APOSTROPHE)
    if not word[0].isalnum():
        quoting = norm in QUOTE_MARKS or norm == "'"
        return "" if quoting else MARKS.get(word) or lexical_tags().get(norm, ".")
    if word[0].isupper() and norm != "i":
        return ""
    tag = lexical_tags().get(norm)
    if tag:
        return tag
    if norm[0].isdigit():
        return "1"
    if norm.endswith("ly") and norm not in words("grammar", "not_adverbs"):
        return "R"
    return "X" if norm.endswith("n't") else "L"


_settled_tags = Memory(_settled_tag, most=1 << 15)


def _resolved(tags: list[str], norms: Sequence[str]) -> str:
    """Tell nouns from verbs where a word can be both, by the classes around it."""
    for i, tag in enumerate(tags):
        if tag not in "Vbgv":
            continue
        before = tags[i - 1] if i else "."
        if before == "“" and i > 1:
            before = tags[i - 2]
        if _nominal(tag, before, norms[i - 1] if i else "") or _heads_subject(tags, norms, i):
            tags[i] = "L"
        elif tag == "b":
            past = "d" in forms().get(norms[i], ("", ""))[1]
            tags[i] = _base_or_finite(before, norms[i - 1] if i else "", past)
    return "".join(tags)


def _nominal(tag: str, before: str, word_before: str) -> bool:
    if before == "S":
        return True
    if before == "D":
        return word_before not in ALONE
    return before == "I" and tag in "Vv"


def _heads_subject(tags: Sequence[str], norms: Sequence[str], i: int) -> bool:
    """A base or -s form before a finite verb or after another verb is a noun: “polls show”."""
    kinds = forms().get(norms[i], ("", "d"))[1]
    if kinds[0] not in "bs" or "d" in kinds:
        return False
    before, following = tags[i - 1] if i else ".", tags[i + 1] if i + 1 < len(tags) else "$"
    if kinds[0] == "s" and before in "VvgJ.:“":
        return True
    return following in "VX:" or (following == "b" and before in ".:“")


def _base_or_finite(before: str, word_before: str, past: bool) -> str:
    """A base form is finite after a plural, or if it is a past form too (“the sign read”)."""
    if before == "P" or (before in "LA" and (past or word_before.endswith("s"))):
        return "V"
    return "L" if before in "DSI1LVgA" else "b"
