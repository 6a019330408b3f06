"""Who takes a stance on what: expressions that deny, doubt, do not confirm, do not comment or support.

A stance is read from a cue and its scope, never from words that merely occur together.  Each record names
its rule: ``stance.STANCE.HOW``, where HOW is the form of the target (``complement``, ``gerund-object``,
``nominal-object``, ``anaphor``) or the kind of cue.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cache

from tui.language.stance_answers import contradicted, settle
from tui.language.stance_antecedents import antecedents
from tui.language.stance_frames import target
from tui.language.stance_hits import Hit, partial, void
from tui.language.stance_holder import group, is_party
from tui.language.stance_parties import holder
from tui.language.stance_posture import Posture, posture
from tui.language.stance_rules import rules, triggers
from tui.language.stance_scope import Target, further
from tui.language.stance_voices import Scene
from tui.language.tokens import keys, word_set
from tui.model import Attribution, Quote, Sentence, Span, Stance, StanceCue

__all__ = ["Posture", "antecedents", "find", "posture"]

_TOKEN = re.compile(r"[^\W\d_]+(?:[’'-][^\W\d_]+)*")
_JOIN = re.compile(r"(?:that|which)\s+")
_AUXILIARY = re.compile(r"\s(?:has|have|had)\s")
_REACH = 400  # characters on either side of a cue; longer sentences are no prose
_FRONT = 3  # characters in front of a cue that opens its sentence


def find(
    text: str,
    sentences: Sequence[Sentence],
    quotes: Sequence[Quote],
    attributions: Sequence[Attribution] = (),
) -> tuple[StanceCue, ...]:
    """Find all stances taken in an article, in the order of their cues and of what these apply to.

    `attributions` help to name the speaker of a quotation; without them a simple look does.
    """
    scene = Scene(text, tuple(sentences), tuple(quotes), tuple(attributions))
    found = [cue for index, wanted in _candidates(text, sentences) for cue in _read(scene, index, wanted)]
    return tuple(sorted(set(settle(scene, found)), key=_place))


def _place(cue: StanceCue) -> tuple[int, int, str, int]:
    return cue.cue.start, cue.cue.end, cue.rule, cue.scope.start if cue.scope is not None else -1


def _candidates(text: str, sentences: Sequence[Sentence]) -> list[tuple[int, list[int]]]:
    """The sentences that hold a trigger word, each with the rules it may trigger."""
    table = triggers()
    known, parts = frozenset(table), _trigger_parts()
    lower = text.lower().replace("’", "'")
    if len(lower) != len(text):  # a letter with a longer lower case: offsets would move
        lower = text.replace("’", "'")
    found = []
    for index, sentence in enumerate(sentences):
        if parts.isdisjoint(word_set(sentence.span.text)):
            continue
        present = _TOKEN.findall(lower, sentence.span.start, sentence.span.end)
        if words := known.intersection(present):
            held = set(present)
            if fitting := {trigger.rule for word in words for trigger in table[word] if trigger.fits(held)}:
                found.append((index, sorted(fitting)))
    return found


@cache
def _trigger_parts() -> frozenset[str]:
    """The words of the trigger words: a sentence without any of them holds no trigger word."""
    return keys(triggers())


def _read(scene: Scene, index: int, wanted: Sequence[int]) -> Iterator[StanceCue]:
    """The cues of one sentence; of two that overlap the longer one counts."""
    taken: list[tuple[int, int]] = []
    for hit in _hits(scene, index, wanted):
        if any(hit.start < end and start < hit.end for start, end in taken):
            continue
        if cue := _cue(scene, index, hit):
            taken.append((hit.start, hit.end))
            yield from _with_further(scene.text, cue, hit.right)


def _with_further(text: str, cue: StanceCue, end: int) -> Iterator[StanceCue]:
    """The cue, and once more for each clause that "and that" joins to its scope."""
    told = cue.rule != "stance.denies.denial"
    while True:
        yield cue
        behind = told and cue.scope is not None and cue.scope.start > cue.cue.start
        opened = cue.scope is not None and text.endswith(
            "that ", 0, cue.scope.start
        )  # "no sign P, and that Q"
        found = further(text, cue.scope.end, end) if behind and opened and cue.scope else None
        if found is None or found.scope is None:
            return
        cue = replace(cue, scope=Span.of(text, *found.scope))


def _hits(scene: Scene, index: int, wanted: Sequence[int]) -> list[Hit]:
    span = scene.sentences[index].span
    hits = []
    for number in wanted:
        rule = rules()[number]
        for match in rule.pattern.finditer(scene.text, span.start, span.end):
            left, right = scene.region(index, match.start())
            left, right = max(left, match.start() - _REACH), min(right, match.end() + _REACH)
            if match.start() - left < _FRONT and (
                match[0].lower().split()[0].endswith("ing") or rule.name == "contrary"
            ):
                comma = scene.text.find(",", match.end(), right)  # a participle in front of its sentence
                right = comma if comma >= 0 else right
            begin = group(scene.text, left, match.start())
            hits.append(Hit(scene.text, rule, match.start(), match.end(), left, right, begin, match))
    return sorted(hits, key=lambda hit: (hit.start - hit.end, hit.start))


def _cue(scene: Scene, index: int, hit: Hit) -> StanceCue | None:
    if void(hit, scene.sentences[index].span.end):
        return None
    found = contradicted(scene, index, hit) if hit.rule.frame == "opposite" else target(hit)
    if found is None:
        return None
    party = holder(scene, index, hit, found)
    if party is not None and party.place and found.kind == "relative" and found.anaphor:
        party = replace(party, place=_in_clause(hit, party.place, found.anaphor))
    if (
        party is None
        or _idle(hit, found, party.place)
        or (hit.rule.speech and not (party.spoken or party.place))
    ):
        return None
    if party.nobody and hit.rule.stance != "supports":
        return None  # that nobody denies it says nothing
    if party.place and not is_party(scene.text[slice(*party.place)]):
        return None
    stance: Stance = "cannot-confirm" if party.nobody else hit.rule.stance
    text = scene.text
    return StanceCue(
        stance=stance,
        cue=Span.of(text, hit.group.start, hit.end),
        scope=Span.of(text, *found.scope) if found.scope else None,
        holder=Span.of(text, *party.place) if party.place else None,
        rule=f"stance.{stance}.{'nobody' if party.nobody else _suffix(hit, found)}",
        anaphor=Span.of(text, *found.anaphor) if found.anaphor else None,
        implicit=hit.rule.implicit,
        partial=partial(hit, found),
    )


def _in_clause(hit: Hit, place: tuple[int, int], anaphor: tuple[int, int]) -> tuple[int, int]:
    """A party without the "a claim" before it; who is named further in front only speaks."""
    start = max(place[0], anaphor[1] + 1)  # not "a claim experts"
    that = _JOIN.match(hit.text, start)
    start = that.end() if that else start
    end = place[1] if start < place[1] else len(hit.text[: hit.group.start].rstrip())
    verb = _AUXILIARY.search(hit.text, start, end)  # "she has repeatedly and flatly (denied)"
    return start, verb.start() if verb else end


def _idle(hit: Hit, found: Target, place: tuple[int, int] | None) -> bool:
    """Whether disbelief in the article's own voice has no object but "it": a turn of phrase."""
    word = hit.text[slice(*found.anaphor)].lower() if found.anaphor else ""
    return hit.rule.stance == "doubts" and place is None and word in {"it", "this", "that"}


def _suffix(hit: Hit, found: Target) -> str:
    return hit.rule.rule or found.kind
