from __future__ import annotations

import time
from itertools import count

import pytest

from tests.corpus.readers.conftest import Reading, lines

RSS = """<?xml version="1.0" encoding="{encoding}"?>
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/">
<channel>
<title>The Island Post</title><language>en-gb</language><link>https://post.example/</link>
<item><title>Ferry to be sold – mayor</title>
<link>https://post.example/ferry</link>
<pubDate>Fri, 03 Feb 2023 23:30:00 +0000</pubDate><description>Short.</description>
<content:encoded>
<![CDATA[<p>The ferry will be sold.</p><p>So says the <b>mayor</b>.</p>]]></content:encoded></item>
<item><title>Dam &amp; bridge hold</title>
<description>&lt;p&gt;The dam holds.&lt;/p&gt;</description></item>
<item><link>https://post.example/empty</link></item>
</channel></rss>"""
ATOM = """<feed xmlns="http://www.w3.org/2005/Atom"><title>The Island Post</title>
<entry><title>Ferry sold</title><link href="https://post.example/ferry"/><updated>2023-02-03T10:00:00Z</updated>
<summary>The ferry will be sold.</summary><source><title>The Agency</title></source></entry></feed>"""


@pytest.mark.parametrize("name", ["a.rss", "a.xml", "noname", "a.html"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-16", "windows-1252"])
def test_entries_of_rss(reading: Reading, name: str, encoding: str) -> None:
    content = reading(name, RSS.format(encoding=encoding).encode(encoding))
    first, second = content.articles
    assert first.text == "Ferry to be sold – mayor\n\nThe ferry will be sold.\n\nSo says the mayor."
    assert (first.title, first.publisher) == ("Ferry to be sold – mayor", "The Island Post")
    assert (first.date, first.url) == ("2023-02-03", "https://post.example/ferry")
    assert first.language == "en-gb"
    assert (second.text, second.path) == ("Dam & bridge hold\n\nThe dam holds.", f"{name}#2")
    assert lines(content.problems) == [f"{name}#3: no text in it; leave it out or fill it"]


def test_entries_of_atom(reading: Reading) -> None:
    (article,) = reading("a.atom", ATOM).articles
    assert article.text == "Ferry sold\n\nThe ferry will be sold."
    assert (article.publisher, article.date) == ("The Agency", "2023-02-03")


def test_a_feed_cut_short_gives_what_is_there(reading: Reading) -> None:
    data = RSS.format(encoding="utf-8")
    content = reading("a.rss", data[: data.index("<item><link>")])
    assert [article.path for article in content.articles] == ["a.rss#1", "a.rss#2"]


def test_a_feed_of_a_million_entries(reading: Reading) -> None:
    data = "<rss version='2.0'><channel>" + "<item><title>t</title></item>" * 300_000 + "<item/>" * 700_000
    started = time.monotonic()
    content = reading("a.rss", data, entries=100)
    assert len(content.articles) == 100
    assert "more than 100 entries; the rest of it is left out" in str(content.problems[0])
    assert time.monotonic() - started < 20


@pytest.mark.parametrize(
    "data",
    [
        "<rss version='2.0'><channel><title>x</title></channel></rss>",
        "<?xml version='1.0'?><urlset><url><loc>https://post.example</loc></url></urlset>",
        "<rss>" * 20_000,
        "",
    ],
    ids=count(),
)
def test_what_has_no_entries(reading: Reading, data: str) -> None:
    content = reading("a.xml", data)
    assert not content.articles
    assert [problem.problem for problem in content.problems] == ["a feed without entries"]


def test_entities_are_not_blown_up_nor_files_fetched(reading: Reading) -> None:
    laughs = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 10))
    doctype = f'<!DOCTYPE rss [<!ENTITY l0 "ha">{laughs}<!ENTITY file SYSTEM "file:///etc/passwd">]>'
    data = (
        f"<?xml version='1.0'?>{doctype}<rss version='2.0'><channel>"
        "<item><title>x &l9; &file;</title></item></channel></rss>"
    )
    content = reading("a.rss", data)
    assert all(len(article.text) < 100 and "root:" not in article.text for article in content.articles)


def test_the_day_of_an_entry_is_that_of_its_place(reading: Reading) -> None:
    late = RSS.replace("23:30:00 +0000", "23:30:00 -0500")
    assert reading("a.rss", late.format(encoding="utf-8")).articles[0].date == "2023-02-03"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_a_feed_that_was_cut_says_so(reading: Reading, encoding: str) -> None:
    whole = RSS.format(encoding=encoding)
    content = reading("a.rss", whole[: whole.index("</description></item>")].encode(encoding))
    assert content.articles[0].title == "Ferry to be sold – mayor"
    assert lines(content.problems)[-1] == (
        "a.rss: a feed that ends too early; save it again; what there is was read"
    )


def test_entries_of_a_wide_feed_are_counted(reading: Reading) -> None:
    content = reading("a.rss", RSS.format(encoding="utf-16").encode("utf-16"), entries=1)
    assert len(content.articles) == 1
    assert "more than 1 entries" in lines(content.problems)[0]
