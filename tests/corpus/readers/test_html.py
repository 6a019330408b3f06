from __future__ import annotations

import json
import time
from itertools import count

import pytest

from tests.corpus.readers.conftest import Reading, lines
from tests.corpus.readers.samples import LINKED, META, PARAGRAPHS, linked, page

TEXT = "\n\n".join(["Ferry to be sold & scrapped", *PARAGRAPHS])


@pytest.mark.parametrize("name", ["a.html", "a.HTM", "a.xhtml", "noname", "wrong.csv"])
def test_the_article_without_menu_and_footer(reading: Reading, name: str) -> None:
    (article,) = reading(name, page()).articles
    assert article.text == TEXT
    assert article.path == name


def test_linked_data_comes_before_open_graph(reading: Reading) -> None:
    (article,) = reading("a.html", page(META + linked(LINKED))).articles
    assert (article.title, article.publisher) == ("Ferry to be sold & scrapped", "The Island Post")
    assert (article.date, article.url) == ("2023-02-03", "https://post.example/ferry")
    assert article.language == "en-GB"


def test_open_graph_comes_before_what_is_shown(reading: Reading) -> None:
    (article,) = reading("a.html", page(META, lang="EN_US")).articles
    assert article.language == "en-US"
    assert (article.title, article.publisher) == ("Ferry sale", "Island Post Online")
    assert (article.date, article.url) == ("2023-02-04", "https://post.example/ferry")
    assert article.text == f"Ferry sale\n\n{TEXT}"


def test_what_is_shown_where_nothing_else_is_said(reading: Reading) -> None:
    shown = "<time datetime='2023-02-05T10:00'>5 Feb</time>" + "".join(f"<p>{p}</p>" for p in PARAGRAPHS)
    (article,) = reading("a.html", page(body=shown, lang="not a language")).articles
    assert article.language is None
    assert (article.title, article.publisher) == ("Ferry to be sold & scrapped", None)
    assert (article.date, article.url) == ("2023-02-05", None)


@pytest.mark.parametrize(
    "head",
    [
        linked([{"@type": "BreadcrumbList"}, [LINKED]]),
        '<script type="application/ld+json">{cut</script>' + linked(LINKED),
        '<script type="application/ld+json">' + "[" * 50_000 + "</script>" + linked(LINKED),
    ],
    ids=count(),
)
def test_linked_data_anywhere(reading: Reading, head: str) -> None:
    assert reading("a.html", page(head)).articles[0].publisher == "The Island Post"


def test_linked_data_of_something_else_is_not_taken(reading: Reading) -> None:
    head = linked({"@type": "Product", "headline": "Buy", "publisher": "Shop"})
    (article,) = reading("a.html", page(head)).articles
    assert (article.title, article.publisher) == ("Ferry to be sold & scrapped", None)


def test_a_body_in_linked_data_stands_in_for_an_empty_page(reading: Reading) -> None:
    body = {"@type": "NewsArticle", "headline": "Dam holds", "articleBody": "The dam holds."}
    (article,) = reading("a.html", f"<html><head>{linked(body)}</head><body></body></html>").articles
    assert article.text == "Dam holds\n\nThe dam holds."


@pytest.mark.parametrize(
    ("encoding", "head"),
    [
        ("utf-8", ""),
        ("utf-8-sig", ""),
        ("utf-16", ""),
        ("windows-1251", '<meta charset="windows-1251">'),
        ("shift_jis", '<meta http-equiv="Content-Type" content="text/html; charset=Shift_JIS">'),
        ("iso-8859-1", "<META CHARSET=latin1>"),
        ("utf-8", "<meta charset=latin-nonsense>"),
    ],
)
def test_encodings(reading: Reading, encoding: str, head: str) -> None:
    words = {"windows-1251": "Паром продан", "shift_jis": "フェリー", "iso-8859-1": "Fähre"}.get(
        encoding, "Ħ “q”"
    )
    body = "".join(f"<p>{words} {paragraph}</p>" for paragraph in PARAGRAPHS)
    (article,) = reading("a.html", page(head, body=body).encode(encoding)).articles
    assert article.text.count(words) == len(PARAGRAPHS)


def test_mhtml(reading: Reading) -> None:
    head = (
        "From: <Saved by Blink>\r\nSnapshot-Content-Location: https://post.example/saved\r\n"
        "MIME-Version: 1.0\r\n"
        'Content-Type: multipart/related; type="text/html"; boundary="edge"\r\n\r\n--edge\r\n'
        "Content-Type: text/html; charset=utf-8\r\nContent-Transfer-Encoding: 8bit\r\n\r\n"
    )
    tail = "\r\n--edge\r\nContent-Type: image/png\r\n\r\nAAAA\r\n--edge--\r\n"
    for name in ("a.mhtml", "a.mht", "noname"):
        (article,) = reading(name, head + page(META) + tail).articles
        assert (article.url, article.title) == ("https://post.example/saved", "Ferry sale")
        assert PARAGRAPHS[-1] in article.text
    assert "no page in it" in lines(reading("b.mhtml", "Subject: x\n\ntext").problems)[0]


@pytest.mark.parametrize(
    "data", ["<html></html>", "<!doctype html><html><body><script>x</script></body></html>"], ids=count()
)
def test_pages_without_an_article(reading: Reading, data: str) -> None:
    (problem,) = reading("a.html", data).problems
    assert problem.problem in {"no article text in it", "no page in it"}


@pytest.mark.parametrize(
    "body",
    [
        "<div>" * 50_000 + "deep",
        "<a href='" * 50_000,
        "<!--" * 50_000,
        "<table><tr><td>" * 10_000,
        "&amp" * 50_000,
        "<p title=" + "x" * 500_000 + ">",
    ],
    ids=count(),
)
def test_hostile_pages_come_to_an_end(reading: Reading, body: str) -> None:
    started = time.monotonic()
    content = reading("a.html", f"<html><body>{body}")
    assert len(content.articles) + len(content.problems) == 1
    assert time.monotonic() - started < 20


def test_a_large_page(reading: Reading) -> None:
    assert "too large" in str(reading("a.html", page(), text=500).problems[0])


def test_titles_are_one_clean_line(reading: Reading) -> None:
    head = linked({"@type": "NewsArticle", "headline": "a\x1b[31m\n\n b" + "c" * 5000})
    title = reading("a.html", page(head)).articles[0].title
    assert title is not None
    assert title.startswith("a\ufffd[31m b")
    assert len(title) <= 500


def test_two_readings_are_alike(reading: Reading) -> None:
    data = page(META + linked(json.loads(json.dumps(LINKED))))
    assert reading("a.html", data) == reading("a.html", data)


NEWS = {"@type": "NewsArticle", "headline": "Told", "url": "https://post.example/ferry"}
POST = {"@type": "Organization", "@id": "#post", "name": "Named Post"}
POST_AS = {"@id": "#post"}
TEASERS = {"@type": "ItemList", "itemListElement": [{"@type": "NewsArticle", "headline": "Teaser"}]}


@pytest.mark.parametrize(
    ("head", "publisher"),
    [
        (linked({"@graph": [{"publisher": POST_AS}, POST, {**NEWS, "publisher": POST_AS}]}), "Named Post"),
        (linked({**NEWS, "publisher": {"@id": "#elsewhere"}}), None),
        (linked(TEASERS) + linked(NEWS), None),
        (linked([{**NEWS, "url": "https://post.example/other", "headline": "Other"}, NEWS])
         + "<link rel='canonical' href='https://post.example/ferry'>", None),
        (linked({**NEWS, "@type": "https://schema.org/NewsArticle"}), None),
        (linked({**NEWS, "@type": "schema:ReportageNewsArticle"}), None),
        (linked(NEWS).replace("application/ld+json", "application/LD+JSON; charset=utf-8"), None),
        (linked(NEWS).replace("{", "\n//<![CDATA[\n{", 1).replace("</script>", "\n//]]>\n</script>"), None),
        (linked(NEWS).replace("{", "<!-- {", 1).replace("</script>", " --></script>"), None),
    ],
    ids=count(),
)  # fmt: skip
def test_the_article_of_the_page_is_found_among_what_it_says(
    reading: Reading, head: str, publisher: str | None
) -> None:
    (article,) = reading("a.html", page(head)).articles
    assert (article.title, article.publisher) == ("Told", publisher)


def test_a_page_that_says_it_is_in_an_encoding_it_cannot_be_in(reading: Reading) -> None:
    content = reading("a.html", page('<meta charset="utf-16">'))
    assert PARAGRAPHS[-1] in content.articles[0].text
