"""What the tests of stances share: an article read as the analysis reads it."""

from tui.corpus import lines
from tui.language import quotes, sentences, stance
from tui.model import Sentence, StanceCue


def split(text: str) -> tuple[Sentence, ...]:
    return sentences.split(text, lines.mark(text))


def find(text: str) -> tuple[StanceCue, ...]:
    return stance.find(text, split(text), quotes.find(text))


def stances(text: str) -> list[str]:
    return [cue.stance for cue in find(text)]


def read(text: str, wanted: str) -> list[tuple[str | None, str | None]]:
    """Scope or anaphor, and holder, of the cues of one stance."""
    held = []
    for cue in find(text):
        target = cue.scope or cue.anaphor
        if cue.stance == wanted:
            held.append((target.text if target else None, cue.holder.text if cue.holder else None))
    return held
