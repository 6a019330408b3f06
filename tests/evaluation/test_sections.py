from __future__ import annotations

import gzip
import json
import math
import sys
from pathlib import Path
from typing import Any

import pytest

from tests.evaluation import __main__ as command
from tests.evaluation import sections
from tests.evaluation.sections import Data, weigh

SQUID = "A giant squid was washed ashore near Bergen on Monday. Divers measured it at nine metres."
TEXTS = {
    "a": SQUID,
    "b": "The giant squid near Bergen was washed ashore on Monday, children told a newspaper.",
    "c": "The council of Tampere approved a tram line to the airport after a long debate.",
    "d": SQUID,
}
LABELS = {"a": ["squid"], "b": ["squid"], "c": ["tram"], "d": []}
CLAIM = "Giant squid washed ashore near Bergen"
PLACES = ("Oslo", "Turin", "Lagos", "Quito", "Perth", "Tunis")
ATTRIBUTED = "The harbour will close, the mayor said. It rained."


def write(folder: Path, name: str, rows: list[dict[str, Any]]) -> None:
    text = "".join(f"{json.dumps(row)}\n" for row in rows)
    (folder / f"{name}.jsonl.gz").write_bytes(gzip.compress(text.encode()))


@pytest.fixture(name="folder")
def make_folder(tmp_path: Path) -> Path:
    articles = [{"id": name, "text": text, "claims": LABELS[name]} for name, text in TEXTS.items()]
    write(tmp_path, "recurrence-articles", articles)
    write(tmp_path, "recurrence-claims", [{"id": "squid", "claim": CLAIM}, {"id": "none", "claim": "No"}])
    answers = [
        {"claim": CLAIM, "article": name, "stance": "discuss" if "squid" in text else "unrelated"}
        for name, text in TEXTS.items()
    ]
    write(tmp_path, "stance-articles", answers)
    headlines = [
        {"claim": f"A tiger escaped in {place}", "claim_id": place, "headline": headline, "stance": stance}
        for place in PLACES
        for headline, stance in (
            (f"Tiger escapes in {place}", "for"),
            (f"Escaped tiger in {place} is a hoax, police say", "against"),
            (f"Did a tiger really escape in {place}?", "observing"),
        )
    ]
    write(tmp_path, "stance-headlines", headlines)
    pairs = [
        {
            "a": f"The mayor of {place} opened the new bridge over the river on Friday.",
            "b": b,
            "paraphrase": p,
        }
        for place in PLACES
        for b, p in (
            (f"On Friday the mayor of {place} opened the new bridge over the river.", True),
            ("Shares of the largest bank fell by a tenth after its chairman resigned.", False),
        )
    ]
    write(tmp_path, "paraphrase", pairs)
    spans = {"source": [[24, 33]], "cue": [[34, 38]], "content": [[0, 22]]}
    row = {"id": "m", "publisher": None, "text": ATTRIBUTED, "attributions": [spans]}
    write(tmp_path, "attribution-dev", [row])
    return tmp_path


def test_attribution(folder: Path) -> None:
    assert set(sections.attribution(Data(folder)).figures.values()) == {1.0}


def test_recurrence_leaves_out_what_is_unjudged(folder: Path) -> None:
    figures = sections.recurrence(Data(folder)).figures
    assert figures["MAP"] == figures["P@1"] == 1  # the unlabelled copy is no error
    assert figures["pair precision"] == figures["pair recall"] == figures["pair AP"] == 1


def test_recurrence_misses_what_is_not_labelled_alike(folder: Path) -> None:
    rows = [{"id": name, "text": text, "claims": [name]} for name, text in TEXTS.items()]
    write(folder, "recurrence-articles", rows)
    write(folder, "recurrence-claims", [{"id": "c", "claim": CLAIM}])
    figures = sections.recurrence(Data(folder)).figures
    assert figures["MAP"] == figures["P@1"] == figures["pair precision"] == 0


def test_articles_are_related_if_listed(folder: Path) -> None:
    measured = sections.articles(Data(folder, limit=3))
    assert measured.figures["related F1"] == 1
    assert measured.figures["unrelated F1"] == 1
    assert measured.unseen == {}


def test_headlines_and_paraphrases_are_cross_validated(folder: Path) -> None:
    for measured in (sections.headlines(Data(folder)), sections.paraphrase(Data(folder))):
        assert measured.figures.keys() == measured.unseen.keys()
        assert all(0 <= value <= 1 for value in (*measured.figures.values(), *measured.unseen.values()))
    assert sections.paraphrase(Data(folder)).unseen == {"accuracy": 1.0, "F1": 1.0}


def test_a_limit_fits_nothing(folder: Path) -> None:
    measured = sections.paraphrase(Data(folder, limit=2))
    assert measured.figures == {"accuracy": 1.0, "F1": 1.0}
    assert measured.unseen == {}


def test_pairs_are_weighed_by_the_size_of_their_groups() -> None:
    weights = weigh([{"a", "b"}, {"a", "b", "x"}, {"c"}], ["a", "b", "c"])
    assert weights == {("a", "b"): pytest.approx(1 / math.log2(3) + 1 / math.log2(4))}


def test_the_command_prints_a_table(
    folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(sys, "argv", ["evaluation", str(folder), "paraphrase", "--limit", "2"])
    command.main()
    lines = capsys.readouterr().out.splitlines()
    assert lines[0].split() == ["bundled", "cross-validated"]
    assert lines[1].split() == ["paraphrase", "accuracy", "1.000", "–"]


def test_an_unknown_section_is_named(
    folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(sys, "argv", ["evaluation", str(folder), "paraphrases"])
    with pytest.raises(SystemExit):
        command.main()
    assert "no section paraphrases; there are attribution, headlines" in capsys.readouterr().err
