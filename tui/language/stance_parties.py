"""Which of the parties around a cue is the one who takes the stance."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from tui.language import phrases
from tui.language.stance_hits import Hit
from tui.language.stance_holder import Place, agent, before, listed, opening_subject, plain, subject
from tui.language.stance_scope import Target
from tui.language.stance_voices import Scene


@dataclass(frozen=True, slots=True)
class Party:
    """Who takes the stance, None for the article's own voice; `spoken`: in somebody's reported words.

    `nobody`: it is said that nobody takes it ("no official has confirmed …").
    """

    place: Place | None
    spoken: bool = False
    nobody: bool = False


def holder(scene: Scene, index: int, hit: Hit, found: Target) -> Party | None:
    """Find who takes the stance; None if it is not taken."""
    quoted = scene.quote(hit.start) is not None
    if hit.rule.frame == "denial":
        return _denier(scene, hit)
    if hit.rule.name == "no-comment" and (silent := _silent(scene.text, hit)):
        return Party(silent)
    if hit.passive:
        return Party(
            agent(scene.text, hit.end, hit.right) or _quoted_speaker(scene, index, hit, quoted), quoted
        )
    if hit.rule.stance == "supports" and (inverted := _inverted(hit, found)):
        return Party(inverted)
    if hit.rule.own and not quoted:
        return Party(None)
    if hit.rule.frame in {"subject", "labelled"} or hit.rule.own:
        by = agent(scene.text, hit.end, hit.right) if hit.rule.name == "confirmed" else None
        place = by or _speaker(scene, index, hit, found)
        return Party(place, place is not None)
    return _subject_party(scene, index, hit, found)


def _subject_party(scene: Scene, index: int, hit: Hit, found: Target) -> Party | None:
    text = scene.text
    place = _subject(scene, index, hit, found)
    words = [plain(word).split("'")[0] for word in text[slice(*place)].split()] if place else []
    if place and (phrases.is_nobody(text[slice(*place)]) or _NOT_ONE.search(text, hit.left, place[0])):
        return Party(None, nobody=True)
    speaker = _speaker(scene, index, hit, found)
    if hit.rule.speech:
        own = subject(text, hit.left, hit.group.start)
        if hit.rule.name == "no-intent" and words[:1] == ["it"] and speaker:
            return Party(speaker, spoken=True)
        return _own_part(text, own, words, speaker)
    if not place and scene.text[hit.start : hit.end].split()[0].endswith("ing"):
        return None
    if not place or not words or words[0] in listed("speakers"):
        return Party(speaker, speaker is not None)
    if len(words) == 1 and words[0] in listed("expletives") | listed("pronouns"):
        return _pronoun_party(scene, hit, place, words[0], speaker)
    if hit.group.any("givers") or _gives(text, hit):
        return Party(speaker, speaker is not None)
    return Party(place, speaker is not None)


def _inverted(hit: Hit, found: Target) -> Place | None:
    """The speaker in "P, confirmed the spokesman"."""
    if (
        not found.scope
        or found.scope[1] > hit.start
        or subject(hit.text, found.scope[1] + 1, hit.group.start)
    ):
        return None
    match = re.compile(r"\s+(?P<np>[\w’'.-]+(?:\s+[\w’'.-]+){0,7}?)(?=\s*[,.])").match(
        hit.text, hit.end, hit.right
    )
    return match.span("np") if match else None


def _own_part(text: str, place: Place | None, words: Sequence[str], speaker: Place | None) -> Party | None:
    """A counter-statement speaks of persons and parties, briefly named, not of things."""
    personal = not place or words[0] in listed("speakers") | {"he", "she", "they"}
    named = place and words[0] not in listed("expletives") and len(words) <= 3 and text[place[0]].isupper()
    return Party(speaker, speaker is not None) if personal or named else None


def _pronoun_party(scene: Scene, hit: Hit, place: Place, word: str, speaker: Place | None) -> Party:
    """A pronoun stands for the speaker of its own sentence, "there" and "this" for nobody."""
    person = word != "it" or (hit.rule.verb and hit.rule.stance != "doubts") or hit.group.any("finders")
    if word in listed("pronouns") and person:
        named = before(scene.text, hit.left, place[0])
        return Party(named or place, speaker is not None)
    return Party(speaker, speaker is not None)


def _subject(scene: Scene, index: int, hit: Hit, found: Target) -> Place | None:
    """The subject of the cue's verb, also where a participle or a second verb shares it."""
    text, span = scene.text, scene.sentences[index].span
    word = text[hit.start : hit.end].split()[0].lower()
    if word.endswith("ing") and not hit.group.words:
        if hit.start - hit.left < 3:
            stop = found.scope or found.anaphor
            comma = text.find(",", stop[1] if stop else hit.end, span.end)
            return opening_subject(text, comma + 1, span.end) if comma >= 0 else None
        return opening_subject(text, hit.left, hit.start)
    if re.search(
        r"\bthere(?:[’']s)?\s*$", text[max(hit.left, hit.group.start - 9) : hit.group.start], re.IGNORECASE
    ):
        return None
    return subject(text, hit.left, hit.group.start) or opening_subject(text, hit.left, hit.group.start)


def _speaker(scene: Scene, index: int, hit: Hit, found: Target) -> Place | None:
    reach = max(hit.end, found.scope[1] if found.scope else 0, found.anaphor[1] if found.anaphor else 0)
    return scene.speaker(index, hit.start, reach)


def _quoted_speaker(scene: Scene, index: int, hit: Hit, quoted: bool) -> Place | None:
    return scene.speaker(index, hit.start, hit.end) if quoted else None


def _gives(text: str, hit: Hit) -> bool:
    """Whether the word in front is one of giving: "offered no evidence"."""
    words = re.findall(r"[\w’']+", text[max(hit.left, hit.group.start - 25) : hit.start])
    return bool(words) and plain(words[-1]) in listed("givers")


_POSSESSOR = re.compile(r"(?P<np>(?:[\w’'.&-]+\s+){0,6}?[\w.&-]+)(?:[’']s|s[’'])\s+(?:\w+\s+){0,3}$")
_NOT_ONE = re.compile(r"\bnot\s+$", re.IGNORECASE)  # "not (one witness) confirmed"
_SILENT = re.compile(
    r"\s+from\s+(?P<np>[^,.;:!?]{2,80}?)"
    r"(?=[,.;:!?]|\s(?:that|who|on|in|about|regarding|after|when|until|was|were)\s|\s\w+day\b|$)"
)
_TIME = re.compile(r"(?:week|month|year|today|yesterday|day)$", re.IGNORECASE)
_OWNED = re.compile(r"\b(?P<np>his|her|their|its)\s+(?:\w+\s+){0,3}$", re.IGNORECASE)


def _denier(scene: Scene, hit: Hit) -> Party | None:
    """Whose denial it is: "Acme’s denial", "a denial by Acme", "their repeated denials"; else no stance."""
    text = scene.text
    if by := agent(text, hit.end, hit.right):
        return Party(by)
    source = re.compile(r"\s+(?:from|by)\s+").match(text, hit.end, hit.right)
    if source and (found := subject(text, source.end(), _phrase_stop(text, source.end(), hit.right))):
        return Party(found)
    window = text[max(hit.left, hit.start - 90) : hit.start]
    offset = max(hit.left, hit.start - 90)
    for form in (_OWNED, _POSSESSOR):
        if match := form.search(window):
            start, end = match.span("np")
            place = subject(text, offset + start, offset + end)
            return Party(place) if place and not _TIME.search(text, *place) else None
    return None


def _silent(text: str, hit: Hit) -> Place | None:
    """Who has no comment, where that is told behind it: "no comment from the mayor"."""
    match = _SILENT.match(text, hit.end, hit.right)
    return match.span("np") if match else None


def _phrase_stop(text: str, pos: int, end: int) -> int:
    match = re.compile(r"[,.;:!?]|\s(?:that|who|on|in|of|and)\s").search(text, pos, end)
    return match.start() if match else end
