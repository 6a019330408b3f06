import pytest

from tui.corpus import lines
from tui.language import quotes, sentences, stance
from tui.model import StanceCue


def find(text: str) -> tuple[StanceCue, ...]:
    return stance.find(text, sentences.split(text, lines.mark(text)), quotes.find(text))


@pytest.mark.parametrize(
    ("text", "scope", "holder"),
    [
        ("The airline denied that it had cut corners.", "it had cut corners", "The airline"),
    ],
)
def test_denials(text: str, scope: str, holder: str) -> None:
    (cue,) = find(text)
    assert cue.stance == "denies"
    assert (cue.scope and cue.scope.text, cue.holder and cue.holder.text) == (scope, holder)
