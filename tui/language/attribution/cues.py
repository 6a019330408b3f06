"""Words that may attribute, and how far the cue around them reaches."""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

from tui.language.attribution.sketches import Sketch
from tui.language.lexicon import words
from tui.language.verbs import forms

LEFT_REACH = 5  # tokens a cue may take in before its head: auxiliaries, adverbs, “went on to”
RIGHT_REACH = 6  # and after it: particles, “in a statement”, the day


class Candidate(NamedTuple):
    """A word that may attribute: token index, base form, and its form.

    Forms: V finite, b base, g -ing, v participle, N noun, J adjective, R adverb, I ``according``, ``:``.
    """

    place: int
    lemma: str
    form: str


@cache
def heads() -> dict[str, tuple[str, str]]:
    """Every word form that can be the head of a cue: form -> (base form, word class).

    Classes: v a verb, n a noun that is no verb form, b both, x a verb form that attributes as a noun only;
    J, R, I and : as in `Candidate`.
    """
    verbs, nominal = words("cues", "verbs"), words("cues", "verbal_nouns")
    table: dict[str, tuple[str, str]] = {}
    for noun in words("cues", "nouns"):
        plural = noun[:-1] + "ies" if noun.endswith("y") else noun + "s"
        table.update(dict.fromkeys((noun, plural), (noun, "n")))
    for form, (lemma, _) in forms().items():
        if lemma in verbs or lemma in nominal:
            table[form] = (lemma, "v" if lemma not in nominal else "b" if lemma in verbs else "x")
    table.update({word: (word, "J") for word in words("grammar", "attitudes")})
    table.update({word: (word, "R") for word in words("cues", "adverbs")})
    table.update(
        {"according": ("according", "I"), "per": ("per", "I"), ":": (":", ":"), "like": ("like", "b")}
    )
    return table


FORMS = {"v": "Vbgv", "b": "VbgvN", "x": "N", "n": "N"}
NOMINAL = {"L": "N", "A": "N", "I": "N"}


def candidates(sketch: Sketch) -> list[Candidate]:
    """The words of the sentence that may be the head of a cue, in order."""
    known, tags, found = heads(), sketch.tags, []
    places = [i for i, norm in enumerate(sketch.norms) if norm in known]
    for i in places:
        lemma, kind = known[sketch.norms[i]]
        if kind in "JRI":
            found.append(Candidate(i, lemma, kind))
        elif kind == ":":
            if 0 < i < len(tags) - 1:
                found.append(Candidate(i, lemma, kind))
        elif tags[i] != "A" or sketch.heading or kind == "n":
            form = NOMINAL.get(tags[i], tags[i])
            if form in FORMS[kind]:
                found.append(Candidate(i, lemma, form))
    return found


def features(sketch: Sketch, candidate: Candidate) -> list[str]:
    """What speaks for and against this word being a cue."""
    left = group_start(sketch.tags, candidate.place)
    return [
        *_own(candidate.lemma, candidate.form),
        *_neighbours(sketch, candidate, left),
        *_group(sketch, candidate, left),
        *_surroundings(sketch, candidate),
    ]


@cache
def _own(lemma: str, form: str) -> tuple[str, ...]:
    """The word itself."""
    return "bias", f"w={lemma}", f"wf={lemma}|{form}", f"f={form}"


def _neighbours(sketch: Sketch, candidate: Candidate, left: int) -> list[str]:
    """The classes and words on both sides, and that before the verb group."""
    i, lemma, form = candidate
    padded, words_ = f"^^{sketch.tags}$$", sketch.words
    before, after, subject = padded[i + 1], padded[i + 3], padded[left + 1]
    following = words_[i + 1] if i + 1 < len(words_) else "$"
    return [
        f"f|p={form}|{before}",
        f"f|n={form}|{after}",
        f"w|n={lemma}|{after}",
        f"w|p={lemma}|{subject}",
        f"pp={padded[i : i + 2]}",
        f"nn={form}|{padded[i + 3 : i + 5]}",
        f"s={form}|{subject}",
        f"nw={form}|{following}",
        f"w|nw={lemma}|{following}",
    ]


def _group(sketch: Sketch, candidate: Candidate, left: int) -> list[str]:
    """The verb group the word stands in, and the word before it."""
    i, lemma, form = candidate
    words_ = sketch.words
    found = [f"grp={form}|{sketch.tags[left:i]}", f"pw={words_[i - 1] if i else '^'}"]
    if left < i:
        found += [f"aux={words_[left]}|{form}", f"w|aux={lemma}|{words_[left]}"]
    if left:
        found.append(f"sw={words_[left - 1]}|{form}")
    return found


def group_start(tags: str, i: int) -> int:
    """Where the verb group of token `i` begins: its auxiliaries, negations and adverbs taken in."""
    while i and tags[i - 1] in "XnRt":
        i -= 1
    return i


def _surroundings(sketch: Sketch, candidate: Candidate) -> list[str]:
    """Quotations near by, clauses that follow, the kind of sentence."""
    tags, quoted, (i, lemma, form) = sketch.tags, sketch.quoted, candidate
    found = []
    if quoted[i] >= 0:
        found += [f"in-quote|{form}", f"in-quote|{lemma}"]
    elif "”" in tags[max(0, i - 7) : i]:
        found.append(f"quote-before|{form}")
    if quoted[i] < 0 and "“" in tags[i + 1 : i + 6]:
        found.append(f"quote-after|{form}")
    if "T" in tags[i + 1 : i + 4]:
        found.append(f"that|{form}")
    if sketch.heading:
        found += [f"heading|{form}", f"heading|{lemma}"]
    if i < 3:
        found.append(f"first|{form}")
    if i + 2 >= len(tags):
        found.append(f"last|{form}|{lemma}")
    if "X" not in tags and "V" not in tags:
        found.append(f"verbless|{form}")
    if "?" in sketch.norms[-3:]:
        found.append(f"question|{form}")
    return found


def left_ends(sketch: Sketch, candidate: Candidate) -> list[int]:
    """Token indices at which the cue may begin, the head itself first."""
    taken = "XnRtVgvbIJL" if candidate.form in "NJ" else "XnRtVgvbIJ"
    if candidate.form in "NR":
        taken += "DS1"
    i, ends = candidate.place, [candidate.place]
    while i and len(ends) <= LEFT_REACH and sketch.tags[i - 1] in taken:
        i -= 1
        ends.append(i)
    return ends


def left_features(sketch: Sketch, candidate: Candidate, begin: int) -> list[str]:
    """What speaks for the cue beginning at token `begin`."""
    tags, norms, i = sketch.tags, sketch.words, candidate.place
    shape = tags[begin:i]
    before = tags[begin - 1] if begin else "^"
    return [
        f"shape={candidate.form}|{shape}",
        f"len={i - begin}",
        f"first={norms[begin] if begin < i else '='}|{candidate.form}",
        f"before={before}|{shape[:1]}",
        f"bw={norms[begin - 1] if begin else '^'}|{shape[:1]}",
        f"w={candidate.lemma}|{norms[begin] if begin < i else '='}",
        f"before3={before}|{shape}|{candidate.form}",
        f"words={' '.join(norms[begin:i])}" if i - begin < 4 else "long",
    ]


def right_ends(sketch: Sketch, candidate: Candidate) -> list[int]:
    """Token indices (exclusive) at which the cue may end, right after the head first."""
    tags, quoted, i = sketch.tags, sketch.quoted, candidate.place + 1
    ends = [i]
    inside = quoted[candidate.place]
    while (
        i < len(tags) and len(ends) <= RIGHT_REACH and tags[i] not in ",;.”()-TXWBP" and quoted[i] == inside
    ):
        i += 1
        ends.append(i)
        if tags[i - 1] == ":":
            break
    return ends


def right_features(sketch: Sketch, candidate: Candidate, end: int) -> list[str]:
    """What speaks for the cue ending before token `end`."""
    tags, norms, (i, lemma, form) = sketch.tags, sketch.words, candidate
    shape = tags[i + 1 : end]
    length, closing = len(shape), shape[-1:]
    after, word_after = (tags[end], norms[end]) if end < len(tags) else ("$", "$")
    last = norms[end - 1] if shape else "="
    found = [
        f"len={length}|{form}",
        f"shape={form}|{shape}",
        f"w|shape={lemma}|{shape}",
        f"last={last}|{after}",
        f"w|last={lemma}|{last}",
        f"after={form}|{closing}|{after}",
        f"aw={word_after}|{closing}",
        f"after2={tags[end : end + 2]}|{closing}",
        f"w|after={lemma}|{closing}|{after}",
    ]
    if shape:
        found.append(f"first={lemma}|{norms[i + 1]}|{min(3, length)}")
        found.append(f"words={' '.join(norms[i + 1 : end])}" if length < 4 else "long")
    return found
