from __future__ import annotations

import pytest

from tui.claims import weighing
from tui.claims.weighing import Model, explain, spoken

MODEL = Model(
    {
        "for": {"bias": 0.5, "hoax": -1.0},
        "against": {"bias": -0.5, "hoax": 2.0, "length": 0.1},
    }
)


def test_label_follows_the_weights() -> None:
    assert MODEL.label({}) == "for"
    assert MODEL.label({"hoax": 1.0}) == "against"


def test_shares_add_up() -> None:
    shares = MODEL.shares({"hoax": 0.3, "length": 2.0})
    assert sum(shares.values()) == pytest.approx(1.0)


def test_reasons_name_the_loudest_first() -> None:
    reasons = MODEL.reasons("against", {"hoax": 1.0, "length": 1.0, "unknown": 5.0})
    assert [(name, round(value, 9)) for name, value in reasons] == [("hoax", 3.0), ("length", 0.1)]
    assert explain([("hoax", 3.0), ("length", -0.25)]) == "hoax +3.0, length −0.2"


@pytest.mark.parametrize(
    ("name", "labels"),
    [
        ("headline", {"for", "observing", "against"}),
        ("paraphrase", {"same", "other"}),
        ("article", {"agree", "disagree", "discuss"}),
    ],
)
def test_bundled_models(name: str, labels: set[str]) -> None:
    model = weighing.load(name)
    assert set(model.weights) == labels
    assert all(weighing.BIAS in row for row in model.weights.values())


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("refute.hoax", "refuting words"),
        ("plain claim: lead.refute.hoax", "refuting words at the head"),
        ("refuting claim: all.negate", "negation anywhere"),
        ("claim.hedge", "hedging words in the claim"),
        ("claim looks ahead", "claim looks ahead"),
        ("sentences", "sentences"),
    ],
)
def test_spoken(name: str, words: str) -> None:
    assert spoken(name) == words


def test_features_with_one_name_are_one_reason() -> None:
    model = Model({"for": {}, "against": {"refute": 1.0, "refute.hoax": 0.5}})
    assert model.reasons("against", {"refute": 1.0, "refute.hoax": 1.0}) == [("refuting words", 1.5)]
