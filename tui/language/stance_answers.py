"""Stances without a stance word: "No" to a question, "despite the denial", the opposite asserted."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cache

from tui.language.lexicon import load
from tui.language.stance_hits import Hit
from tui.language.stance_holder import Place, behind, listed, plain
from tui.language.stance_phrases import END, compiled, either, forms
from tui.language.stance_rules import pair
from tui.language.stance_scope import Target, clause_end
from tui.language.stance_voices import Scene
from tui.language.tokens import keys, word_set
from tui.model import Span, Stance, StanceCue

_REACH = 1000  # characters of a sentence looked at
_JUDGED: dict[str, Stance] = {"false": "denies", "true": "supports", "open": "cannot-confirm"}
_JUDGED_NEAR = 3  # sentences between a claim and the verdict on it
_OPENING = re.compile(r"\W*(?:[\w’'-]+\s+){1,3}")  # the first words of a clause
_NEAR = 6  # sentences looked back for the report that a counter-statement answers


def settle(scene: Scene, found: Sequence[StanceCue]) -> list[StanceCue]:
    """The cues found, concessions given their scope, and the stances that have no stance word."""
    settled = [_narrow(_concede(scene, cue), found) for cue in found]
    for i in range(1, len(scene.sentences)):
        settled += _answer(scene, i)
        settled += _reply(scene, i)
        settled += _verdict(scene, i)
    return settled


@cache
def _answers() -> re.Pattern[str]:
    table = load("stance_answers")
    no, yes = either(table["no"]), either(table["yes"])
    return re.compile(rf"[“\"‘']?(?:(?P<no>{no})|(?P<yes>{yes}))(?=\s*[,.!;:—–-]|[”\"]|$)", re.IGNORECASE)


@cache
def _polar() -> re.Pattern[str]:
    openers = either(load("stance_answers")["polar"])
    return re.compile(rf"\W*(?:[^?]{{0,90}}[,:]\s+)?{openers}\b[^?]*\?[”\"’ ]*$", re.IGNORECASE)


def _answer(scene: Scene, i: int) -> Iterator[StanceCue]:
    """The sentence answers the question before it: "Is the mill closing? No, says the union."."""
    asked, span = scene.sentences[i - 1], scene.sentences[i].span
    if "?" not in asked.span.text or not _polar().match(asked.span.text):
        return
    if elliptic := _elliptic().fullmatch(span.text):
        yield _answered_so(scene, i, elliptic)
        return
    match = _answers().match(scene.text, span.start, span.end)
    if match is None:
        return
    stance = "denies" if match["no"] else "supports"
    place = match.span("no" if match["no"] else "yes")
    speaker = behind(scene.text, match.end(), span.end) or (
        scene.quote(place[0]) and scene.speaker(i, *place)
    )
    yield StanceCue(
        stance="denies" if match["no"] else "supports",
        cue=Span.of(scene.text, *place),
        scope=asked.span,
        holder=Span.of(scene.text, *speaker) if speaker else None,
        rule=f"stance.{stance}.question-{'heading' if asked.kind == 'heading' else 'answer'}",
    )


@cache
def _elliptic() -> re.Pattern[str]:
    """An answer that is only a verb: "The bank says it did not."."""
    return re.compile(
        rf"(?P<np>[A-Z][^,;:.“”\"\n]{{0,60}}?)\s+(?:has\s+|have\s+)?{either(forms('say'))}{END}\s+(?:that\s+)?"
        r"(?:it|he|she|they|we|there)\s+(?P<verb>is|are|was|were|do|does|did|has|have|had|will|would|can|could)"
        r"(?P<not>\s+not|n[’']t)?[.!]?"
    )


def _answered_so(scene: Scene, i: int, match: re.Match[str]) -> StanceCue:
    """The sentence answers the question before it by its verb alone."""
    asked, span = scene.sentences[i - 1], scene.sentences[i].span
    stance: Stance = "denies" if match["not"] else "supports"
    holder = (span.start + match.start("np"), span.start + match.end("np"))
    return StanceCue(
        stance=stance,
        cue=Span.of(
            scene.text,
            span.start + match.start("verb"),
            span.start + match.end("not" if match["not"] else "verb"),
        ),
        scope=asked.span,
        holder=Span.of(scene.text, *holder),
        rule=f"stance.{stance}.question-{'heading' if asked.kind == 'heading' else 'answer'}",
    )


@cache
def _verdicts() -> re.Pattern[str]:
    """A sentence that is nothing but a verdict."""
    table = load("stance_answers")
    kinds = "|".join(f"(?P<{name}>{either(table[f'judged-{name}'])})" for name in _JUDGED)
    return re.compile(rf"(?:{either(table['verdicts'])}\s*:\s*)?(?:{kinds})\W*", re.IGNORECASE)


@cache
def _judging() -> frozenset[str]:
    table = load("stance_answers")
    return keys(phrase for name in _JUDGED for phrase in table[f"judged-{name}"])


@cache
def _claimed() -> re.Pattern[str]:
    return re.compile(rf"{either(load('stance_answers')['claimed'])}\s*:\s*", re.IGNORECASE)


def _verdict(scene: Scene, i: int) -> Iterator[StanceCue]:
    """The sentence judges the claim above it: "Claim: the mill is haunted." / "Verdict: False."."""
    span = scene.sentences[i].span
    if _judging().isdisjoint(word_set(span.text)):
        return
    match = _verdicts().fullmatch(span.text)
    if match is None:
        return
    for number in range(i - 1, max(-1, i - _JUDGED_NEAR - 1), -1):
        sentence = scene.sentences[number].span
        if label := _claimed().match(sentence.text):
            start, end = sentence.start + label.end(), sentence.end
            if start == end and number + 1 < i:  # the label is a line of its own
                start, end = scene.sentences[number + 1].span.start, scene.sentences[number + 1].span.end
            judged = next(name for name in _JUDGED if match[name])
            stance = _JUDGED[judged]
            yield StanceCue(
                stance=stance,
                cue=Span.of(scene.text, *(span.start + place for place in match.span(judged))),
                scope=Span.of(scene.text, start, end),
                holder=None,
                rule=f"stance.{stance}.verdict",
            )
            return


@cache
def _conceding() -> re.Pattern[str]:
    return re.compile(rf"\b{either(load('stance_answers')['concession'])}\s[^,.;]{{0,60}}$", re.IGNORECASE)


def _concede(scene: Scene, cue: StanceCue) -> StanceCue:
    """Give the denial in "Despite his denial, P" its scope: P without what attributes it."""
    if cue.rule != "stance.denies.denial" or cue.scope:
        return cue
    span = scene.sentences[scene.index(cue.cue.start)].span
    comma = scene.text.find(",", cue.cue.end, min(span.end, cue.cue.end + 60))
    if comma < 0 or not _conceding().search(scene.text, span.start, cue.cue.start):
        return cue
    start = _content(scene.text, comma + 1, span.end)
    if not (_said_that().search(scene.text, comma + 1, start) or _is_of(scene.text, cue.holder, start)):
        return cue  # "Despite the denials, customers queued": what they did was not denied
    scope = Span.of(scene.text, start, clause_end(scene.text, start, span.end))
    return replace(cue, scope=scope, rule="stance.denies.concession")


def _is_of(text: str, denier: Span | None, start: int) -> bool:
    """Whether the clause at `start` is about who denies it: opened by a pronoun, or by his name."""
    opening = _OPENING.match(text, start)
    if opening is None or denier is None:
        return False
    words = {word.lower() for word in re.findall(r"\w+", opening[0])}
    named = {word.lower() for word in re.findall(r"\w+", denier.text)} - listed("determiners")
    return not words.isdisjoint(listed("pronouns") | named)


@cache
def _said_that() -> re.Pattern[str]:
    return re.compile(rf"(?<![\w’'-]){either(forms('say'))}{END}\s+that\s+", re.IGNORECASE)


def _content(text: str, start: int, end: int) -> int:
    """Where what is said begins: behind "officials have claimed that"."""
    match = _said_that().search(text, start, end)
    if match:
        return match.end()
    return start + len(text[start:end]) - len(text[start:end].lstrip())


def contradicted(scene: Scene, index: int, hit: Hit) -> Target | None:
    """What a counter-statement ("we have enough of everything") answers, if it was said shortly before."""
    if _weakened(scene.text, hit.start):
        return None
    found = _answered(scene, index, _claim(hit.rule.name))
    return Target("opposite", scope=found) if found else None


@cache
def _claim(name: str) -> re.Pattern[str]:
    return compiled(pair(name)["claim"])


def _weakened(text: str, place: int) -> bool:
    """Whether the statement is negated or grudging: "not enough", "only enough"."""
    before = re.findall(r"[\w’']+", text[max(0, place - 25) : place])[-2:]
    return any(
        plain(word) in load("stance_pseudo")["grudging"] or plain(word).endswith("n't") for word in before
    )


def _answered(scene: Scene, i: int, claim: re.Pattern[str]) -> Place | None:
    """The nearest sentence before that a counter-statement answers."""
    for j in range(i - 1, max(-1, i - _NEAR - 1), -1):
        span = scene.sentences[j].span
        if match := claim.search(scene.text, max(span.start, span.end - _REACH), span.end):
            return span.start, clause_end(scene.text, match.start(), span.end)
    return None


def _narrow(cue: StanceCue, found: Sequence[StanceCue]) -> StanceCue:
    """Give a counter-statement the scope of the explicit denial inside the sentence that it answers."""
    if cue.rule != "stance.denies.opposite" or not cue.scope:
        return cue
    place = cue.scope
    inner = [c.scope for c in found if c.stance == "denies" and c.scope and c.rule != cue.rule]
    held = [scope for scope in inner if place.start <= scope.start and scope.end <= place.end]
    return replace(cue, scope=held[-1]) if held else cue


@cache
def _accusing() -> re.Pattern[str]:
    return re.compile(rf"\b{either(load('stance_answers')['accusing'])}{END}", re.IGNORECASE)


@cache
def _accusers() -> frozenset[str]:
    return keys(load("stance_answers")["accusing"])


@cache
def _replying() -> re.Pattern[str]:
    limits = either(load("stance_answers")["limits"])
    return re.compile(
        rf"(?P<np>(?:[Tt]he\s+)?[A-Z][\w’'-]*(?:\s+[A-Z][\w’'-]*){{0,3}})\s+(?:has\s+|have\s+|had\s+)?(?P<say>{either(forms('say'))})\s+"
        rf"(?:that\s+)?(?P<said>[^;.\n“”\"]*?\b{limits}\b[^;.\n“”\"]*)"
    )


def _reply(scene: Scene, i: int) -> Iterator[StanceCue]:
    """An accused party concedes a part: "Acme was accused of …" / "Acme has said it happened only …"."""
    span, earlier = scene.sentences[i].span, scene.sentences[i - 1].span
    if _accusers().isdisjoint(word_set(earlier.text)):
        return
    charge = _accusing().search(scene.text, earlier.start, earlier.end)
    match = _replying().match(scene.text, span.start, span.end) if charge else None
    if not match or not charge or not _named(scene.text, earlier, match["np"]):
        return
    link = re.compile(r"\b(?:of|for|over|that)\s").search(scene.text, charge.end(), earlier.end)
    start = link.end() if link else earlier.start
    said = Span.of(
        scene.text, match.start("say"), clause_end(scene.text, match.start("said"), match.end("said"))
    )
    yield StanceCue(
        stance="denies",
        cue=said,
        scope=Span.of(scene.text, start, clause_end(scene.text, start, earlier.end)),
        holder=Span.of(scene.text, *match.span("np")),
        rule="stance.denies.partial-reply",
        partial=True,
        implicit=True,
    )


def _named(text: str, earlier: Span, name: str) -> bool:
    """Whether the accusation names the one who replies."""
    last = re.findall(r"[\w-]+", name)[-1]
    if plain(last) in listed("pronouns"):
        return False
    return bool(re.search(rf"\b{re.escape(last)}\b", text[earlier.start : earlier.end]))
