from __future__ import annotations

import pytest

from tui.language.checkworthiness import features, is_checkworthy
from tui.model import LineKind

WORTHY = [
    "The ministry closed 14 border posts on Friday.",
    "Unemployment fell to 4.1 per cent in March.",
    "The actor has been arrested in Madrid.",
    "A dam near the town of Orrin collapsed after heavy rain.",
    "The senator, who sits on the budget committee, owns shares in the firm.",
]
IDLE = [
    "Will the bank survive the winter?",
    "Let’s take a closer look.",
    "Here it is:",
    "It makes no sense to pay for a stupid bridge.",
    "The whole affair was a disgraceful and embarrassing debacle.",
    "Next year will be no different.",
    "More on that below.",
    "It is no secret that the harbour is a nightmare.",
    "My column promised a recipe.",
]


@pytest.mark.parametrize("sentence", WORTHY)
def test_assertions_are_worth_checking(sentence: str) -> None:
    assert is_checkworthy(sentence, "body", attributed=False)


@pytest.mark.parametrize("sentence", IDLE)
def test_questions_judgements_and_asides_are_not(sentence: str) -> None:
    assert not is_checkworthy(sentence, "body", attributed=False)


def test_an_attributed_forecast_is() -> None:
    forecast = "Next year will be no different, the bank said."
    assert is_checkworthy(forecast, "body", attributed=True)


@pytest.mark.parametrize("kind", ["byline", "credit", "related", "boilerplate", "dateline"])
def test_furniture_never_is(kind: LineKind) -> None:
    assert not is_checkworthy(WORTHY[0], kind, attributed=True)


def test_features_are_named() -> None:
    assert set(features("If it rains, 3 dams will be closed?", attributed=False)) >= {
        "bias", "question", "number", "conditional", "prediction",
    }  # fmt: skip
