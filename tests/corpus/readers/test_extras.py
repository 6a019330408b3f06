from __future__ import annotations

import sys

import pytest

from tests.corpus.readers.conftest import Reading, lines
from tests.corpus.readers.samples import page, warc, zipped
from tests.corpus.readers.test_feed import ATOM

PAGES = {"https://post.example/": ("200 OK", "text/html", page().encode())}


@pytest.mark.parametrize(
    ("module", "name", "data", "remedy"),
    [
        ("trafilatura", "a.html", page().encode(), "pip install 'claims-tui[html]'"),
        ("feedparser", "a.atom", ATOM.encode(), "pip install 'claims-tui[feeds]'"),
        ("warcio.archiveiterator", "a.warc.gz", warc(PAGES), "pip install 'claims-tui[warc]'"),
        ("trafilatura", "a.warc.gz", warc(PAGES), "pip install 'claims-tui[html]'"),
    ],
    ids=["page", "feed", "archive", "archived page"],
)
def test_a_missing_library_is_named_with_the_command_that_installs_it(
    reading: Reading, monkeypatch: pytest.MonkeyPatch, module: str, name: str, data: bytes, remedy: str
) -> None:
    monkeypatch.setitem(sys.modules, module, None)
    content = reading(name, data)
    assert not content.articles
    (problem,) = content.problems
    assert problem.problem.endswith(f"cannot be read without {module.partition('.')[0]}")
    assert problem.remedy == remedy


def test_the_rest_of_an_archive_is_read(reading: Reading, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "trafilatura", None)
    members = {f"{number}.html": page() for number in range(40)} | {"z.txt": "The dam holds."}
    content = reading("a.zip", zipped(members))
    assert [article.path for article in content.articles] == ["a.zip!z.txt"]
    assert len(content.problems) == 11
    assert "30 more problems like these" in lines(content.problems)[-1]


def test_without_a_detector_the_byte_is_named(reading: Reading, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "charset_normalizer", None)
    data = ("Le maire a déclaré que le barrage tiendrait. " * 20).encode("latin-1")
    (problem,) = reading("a.txt", data).problems
    assert problem.problem == "not UTF-8 text (byte 0xE9 at offset 12)"
    assert problem.remedy.startswith("pip install 'claims-tui[html]' and its encoding is guessed")
    (problem,) = reading("b.txt", data[:100]).problems
    assert problem.remedy.startswith("convert it with iconv")
