from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from tests.fitting import regression
from tui.claims.weighing import Model


def rows() -> tuple[list[dict[str, float]], list[str]]:
    data = [({"hot": 1.0, "dry": n % 2}, "summer") for n in range(20)]
    data += [({"cold": 1.0, "dry": n % 2}, "winter") for n in range(20)]
    return [row for row, _ in data], [label for _, label in data]


def test_separable_rows_are_separated() -> None:
    data, labels = rows()
    weights = regression.fit(data, labels)
    assert [regression.predict(weights, row) for row in data] == labels


def test_cross_validation_keeps_groups_together() -> None:
    data, labels = rows()
    seen: list[int] = []

    def train(inside: Sequence[regression.Row], _: Sequence[str]) -> regression.Weights:
        seen.append(len(inside))
        return {label: {regression.BIAS: 0.0} for label in labels}

    groups = ["a"] * 30 + ["b"] * 10
    regression.cross_validate(data, labels, groups, 2, train)
    assert sorted(seen) == [10, 30]


def test_report_and_f1() -> None:
    assert regression.f1(["a", "a", "b"], ["a", "b", "b"], "a") == 2 / 3
    assert regression.report(["a", "b"], ["a", "b"]).startswith("accuracy 1.000")


def test_written_weights_are_read_as_they_were(tmp_path: Path) -> None:
    import tomllib

    target = tmp_path / "w.toml"
    regression.write(target, {"for": {"bias": 0.5, "hoax": -1.25, "nothing": 0.001}}, "two\nlines")
    model = Model(tomllib.loads(target.read_text("utf-8")))
    assert model.weights == {"for": {"bias": 0.5, "hoax": -1.25}}
