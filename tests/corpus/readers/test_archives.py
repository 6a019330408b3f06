from __future__ import annotations

import gzip
import hashlib
import io
import json
import time
import zipfile

import pytest

from tests.corpus.readers.conftest import Reading, lines
from tests.corpus.readers.samples import META, PARAGRAPHS, packed, page, warc, zipped

RECORD = json.dumps({"text": "The dam holds.", "title": "Dam"})
PAGES = {
    "https://post.example/ferry": ("200 OK", "text/html; charset=utf-8", page(META).encode()),
    "https://post.example/style.css": ("200 OK", "text/css", b"p {}"),
    "https://post.example/gone": ("404 Not Found", "text/html", page().encode()),
    "https://post.example/menu": ("200 OK", "text/html", b"<html><body></body></html>"),
    "https://post.example/latin": (
        "200 OK",
        "text/html; charset=iso-8859-1",
        page(body="".join(f"<p>Fähre {p}</p>" for p in PARAGRAPHS)).encode("latin-1"),
    ),
}


@pytest.mark.parametrize("name", ["a.txt.gz", "a.gz", "noname"])
def test_gzip_goes_under_its_own_name(reading: Reading, name: str) -> None:
    content = reading(name, packed("The dam holds.\n"))
    (article,) = content.articles
    assert (article.text, article.path) == ("The dam holds.\n", name)
    assert article.sha256 == hashlib.sha256(b"The dam holds.\n").hexdigest()
    assert content.sha256 == hashlib.sha256(packed("The dam holds.\n")).hexdigest()


def test_gzip_of_other_formats(reading: Reading) -> None:
    assert reading("a.jsonl.gz", packed(RECORD + "\n" + RECORD)).articles[1].path == "a.jsonl.gz#2"
    assert reading("a.html.gz", packed(page())).articles[0].title == "Ferry to be sold & scrapped"
    assert reading("a.zip.gz", packed(zipped({"b.txt": "x"}))).articles[0].path == "a.zip.gz!b.txt"


def test_members_of_a_zip_by_name(reading: Reading) -> None:
    members: dict[str, str | bytes] = {
        "z.txt": "Last.",
        "sub/page.html": page(),
        "sub/box.zip": zipped({"in.jsonl": RECORD}),
        "a.jsonl": RECORD + "\n" + "bad",
        "empty.txt": "",
        "picture.png": b"\x89PNG",
        ".hidden.txt": "x",
        "__MACOSX/a.txt": "x",
    }
    content = reading("a.zip", zipped(members))
    paths = ["a.zip!a.jsonl#1", "a.zip!sub/box.zip!in.jsonl#1", "a.zip!sub/page.html", "a.zip!z.txt"]
    assert [article.path for article in content.articles] == paths
    assert [problem.path for problem in content.problems] == ["a.zip!a.jsonl#2", "a.zip!empty.txt"]


def test_the_order_in_a_zip_does_not_matter(reading: Reading) -> None:
    members = {"b.txt": "B", "a.txt": "A", "c.txt": "C"}
    turned = dict(reversed(members.items()))
    assert reading("a.zip", zipped(members)).articles == reading("a.zip", zipped(turned)).articles


@pytest.mark.parametrize("gzipped", [True, False])
def test_pages_of_a_web_archive(reading: Reading, gzipped: bool) -> None:
    name = "a.warc.gz" if gzipped else "a.warc"
    first, second = reading(name, warc(PAGES, gzipped)).articles
    assert (first.url, first.title, first.path) == ("https://post.example/ferry", "Ferry sale", f"{name}#1")
    assert (second.url, second.path) == ("https://post.example/latin", f"{name}#3")
    assert "Fähre On day 1" in second.text


def test_wacz(reading: Reading) -> None:
    members: dict[str, str | bytes] = {
        "datapackage.json": "{}",
        "archive/data.warc.gz": warc(PAGES),
        "pages/pages.jsonl": RECORD,
        "indexes/index.cdx.gz": packed("x"),
    }
    found = reading("a.wacz", zipped(members)).articles
    assert [article.path for article in found] == [f"a.wacz!archive/data.warc.gz#{n}" for n in (1, 3)]


def test_web_archives_cut_short_or_without_articles(reading: Reading) -> None:
    data = warc(PAGES)
    content = reading("a.warc.gz", data[: len(data) - 600])
    assert content.articles[0].url == "https://post.example/ferry"
    assert "damaged" in str(content.problems[0])
    menu = {key: value for key, value in PAGES.items() if key.endswith("menu")}
    assert "no article among its 1 pages" in str(reading("b.warc.gz", warc(menu)).problems[0])


def test_damaged_archives(reading: Reading) -> None:
    cut = reading("a.jsonl.gz", packed(("\n".join([RECORD] * 3000) + "\n").encode())[:-40])
    assert cut.articles
    assert "damaged gzip" in lines(cut.problems)[-1]
    assert "damaged zip" in str(reading("a.zip", zipped({"a.txt": "x" * 5000})[:-30]).problems[0])
    broken = bytearray(zipped({"a.txt": "x" * 50, "b.txt": "fine"}))
    broken[37:41] = b"\xff\xff\xff\xff"
    content = reading("b.zip", bytes(broken))
    assert [article.text for article in content.articles] == ["fine"]
    assert "b.zip!a.txt: damaged in the archive" in str(content.problems[0])


def test_encrypted_members_are_said(reading: Reading) -> None:
    data = bytearray(zipped({"a.txt": "secret"}))
    data[6] |= 1
    data[data.index(b"PK\x01\x02") + 8] |= 1
    assert lines(reading("a.zip", bytes(data)).problems) == ["a.zip!a.txt: encrypted; unpack it first"]


def test_archives_in_one_another(reading: Reading) -> None:
    data = b"The dam holds."
    for _ in range(30):
        data = zipped({"a.zip": data})
    (problem,) = reading("a.zip", data).problems
    assert "more than 4 containers in one another" in str(problem)
    bomb = gzip.compress(b"x")
    for _ in range(30):
        bomb = gzip.compress(bomb)
    assert "more than 4 containers" in str(reading("b.gz", bomb).problems[0])


def bomb(size: int) -> bytes:
    """A zip archive with a member of `size` zeros, one of spaces, and a small text."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name in ("a.txt", "b.jsonl", "c.html"):
            with archive.open(name, "w") as member:
                for _ in range(size // 1_000_000):
                    member.write(b" " * 1_000_000)
        archive.writestr("z.txt", "Small.")
    return buffer.getvalue()


def test_a_zip_bomb_costs_no_more_than_the_limit(reading: Reading) -> None:
    data = bomb(20_000_000)
    assert len(data) < 100_000
    content = reading("a.zip", data, text=1_000_000)
    assert [article.text for article in content.articles] == ["Small."]
    assert len(content.problems) == 3
    spent = reading("a.zip", data, unpacked=5_000_000)
    assert not spent.articles
    assert "unpacks to more than 5,000,000 bytes; the rest of it is left out" in str(spent.problems[-1])


def test_a_line_of_a_hundred_megabytes(reading: Reading) -> None:
    started = time.monotonic()
    data = gzip.compress(b'{"text": "' + b"x" * 100_000_000 + b'"}\n' + RECORD.encode(), 1)
    content = reading("a.jsonl.gz", data)
    assert [article.path for article in content.articles] == ["a.jsonl.gz#2"]
    assert "a line of more than 20,000,000 bytes" in str(content.problems[0])
    assert time.monotonic() - started < 30


def test_too_many_articles_or_members(reading: Reading) -> None:
    content = reading("a.jsonl", "\n".join([RECORD] * 50), articles=10)
    assert len(content.articles) == 10
    assert "more than 10 articles" in str(content.problems[0])
    inside = reading("a.zip", zipped({"a.jsonl": "\n".join([RECORD] * 50), "b.txt": "x"}), articles=10)
    assert len(inside.articles) == 10
    assert len(inside.problems) == 1
    assert "3 members, at most 2" in str(
        reading("b.zip", zipped({f"{n}.txt": "x" for n in range(3)}), members=2).problems[0]
    )


def test_many_problems_are_told_in_short(reading: Reading) -> None:
    content = reading("a.jsonl", "bad\n" * 500)
    assert len(content.problems) == 11
    assert str(content.problems[-1]).startswith("a.jsonl: 490 more problems like these")


def test_a_zip_without_articles(reading: Reading) -> None:
    assert "no article in it" in str(reading("a.zip", zipped({"p.png": b"x"})).problems[0])


def test_names_of_members_are_one_safe_line(reading: Reading) -> None:
    content = reading("a.zip", zipped({"x\x1b[31m\ny.txt": "Text.", "z\u2028.txt": ""}))
    assert [article.path for article in content.articles] == ["a.zip!x\ufffd[31m\ufffdy.txt"]
    assert [problem.path for problem in content.problems] == ["a.zip!z\ufffd.txt"]


@pytest.mark.parametrize("member", ["[Content_Types].xml", "META-INF/manifest.xml"])
def test_a_document_of_an_office_program_is_said(reading: Reading, member: str) -> None:
    content = reading("a.docx", zipped({member: "<x/>", "word/document.xml": "<x/>"}))
    assert lines(content.problems) == [
        "a.docx: a document of an office program; save it as plain text or as a web page"
    ]


def test_a_web_archive_that_was_cut_says_so(reading: Reading) -> None:
    data = warc(PAGES, is_packed=False)
    content = reading("a.warc", data[: data.rindex(b"WARC/1.0") + 500])
    assert len(content.articles) >= 1
    assert "its last record is incomplete" in lines(content.problems)[-1]
    assert reading("a.warc", data).problems == ()


def test_damage_in_a_web_archive_is_told_in_one_line(
    reading: Reading, capsys: pytest.CaptureFixture[str]
) -> None:
    data = warc(PAGES, is_packed=False)
    place = data.rindex(b"WARC/1.0") - 4  # right behind a record
    content = reading("a.warc", data[:place] + b"rubbish\n" * 100 + data[place:])
    assert len(content.articles) >= 1
    assert capsys.readouterr() == ("", "")


def test_a_page_packed_in_a_way_that_cannot_be_undone_is_said(reading: Reading) -> None:
    kind = "text/html\r\nContent-Encoding: zstd"
    pages = {"https://post.example/": ("200 OK", kind, b"\x28\xb5\x2f\xfd rest")}
    assert lines(reading("a.warc", warc(pages)).problems)[0] == (
        "a.warc#1: a page packed with zstd, which cannot be read; leave it out"
    )
