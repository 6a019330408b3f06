from __future__ import annotations

import json
from itertools import count
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.corpus.readers.conftest import Reading, lines
from tui.corpus.reading import choose_options, read_file
from tui.model import SCHEMA
from tui.report.table import COLUMNS

FULL = {
    "title": "Dam holds",
    "text": "The dam holds.",
    "publisher": "The Post",
    "date": "2023-05-06",
    "url": "https://post.example/dam",
}

SAFE = st.characters(codec="utf-8", exclude_categories=["Cc", "Cf"], exclude_characters="<")
TEXTS = st.text(SAFE, min_size=1).filter(lambda text: text.strip())


def facts(article: Any) -> tuple[str | None, ...]:
    return article.title, article.text, article.publisher, article.date, article.url


@pytest.mark.parametrize(
    "record",
    [
        FULL,
        {
            "headline": "Dam holds",
            "body": "The dam holds.",
            "outlet": "The Post",
            "published": "2023-05-06T01:02:03Z",
            "link": "https://post.example/dam",
        },
        {
            "Title": "Dam holds",
            "Content": "<p>The dam&nbsp;holds.</p>",
            "source": {"id": None, "name": "The Post"},
            "publishedAt": "2023-05-06T23:59:59+09:00",
            "URL": "https://post.example/dam",
        },
        {
            "@type": "NewsArticle",
            "headline": "Dam holds",
            "articleBody": "The dam holds.",
            "publisher": {"@type": "Organization", "name": "The Post"},
            "datePublished": "2023-05-06",
            "url": "https://post.example/dam",
        },
        {
            "title": {"rendered": "Dam holds"},
            "content": {"rendered": "<p>The dam holds.</p>\n"},
            "site": "The Post",
            "date": 1683374400,
            "link": "https://post.example/dam",
        },
        {
            "title": ["Dam holds"],
            "text": ["The dam holds."],
            "source_name": "The Post",
            "pub_date": 1683374400000,
            "web_url": "https://post.example/dam",
        },
        {
            "title": "Dam holds",
            "text": "",
            "body": "The dam holds.",
            "source": "The Post",
            "date": "Sat, 06 May 2023 12:00:00 GMT",
            "url": "https://post.example/dam",
        },
    ],
    ids=count(),
)
def test_fields_by_many_names(reading: Reading, record: dict[str, Any]) -> None:
    (article,) = reading("a.json", json.dumps(record)).articles
    assert facts(article) == (
        "Dam holds",
        "The dam holds.",
        "The Post",
        "2023-05-06",
        "https://post.example/dam",
    )
    assert article.path == "a.json"


@pytest.mark.parametrize(
    "document",
    [
        [FULL, FULL],
        {"status": "ok", "totalResults": 2, "articles": [FULL, FULL]},
        {"hits": {"total": 2, "hits": [{"_id": "1", "_source": FULL}, {"_id": "2", "_source": FULL}]}},
        {"one": FULL, "two": {"article": FULL}},
    ],
    ids=count(),
)
def test_records_anywhere_in_a_document(reading: Reading, document: object) -> None:
    found = reading("a.json", json.dumps(document)).articles
    assert [facts(article) for article in found] == [
        tuple(FULL[key] for key in ("title", "text", "publisher", "date", "url"))
    ] * 2
    assert [article.path for article in found] == ["a.json#1", "a.json#2"]


def test_paragraph_blocks_are_one_text(reading: Reading) -> None:
    blocks = [
        {"type": "text", "content": "One <b>bold</b> word."},
        {"type": "image"},
        {"type": "text", "content": "Two."},
    ]
    (article,) = reading("a.json", json.dumps({"headline": "H", "content": blocks})).articles
    assert article.text == "One bold word.\n\nTwo."


def test_lines_are_numbered_and_bad_ones_said(reading: Reading) -> None:
    data = (
        json.dumps(FULL)
        + "\n\n{bad\n[1]\n"
        + json.dumps({"text": "  "})
        + "\n"
        + json.dumps({"text": "Last."})
    )
    content = reading("a.jsonl", data)
    assert [(article.path, article.text) for article in content.articles] == [
        ("a.jsonl#1", "The dam holds."), ("a.jsonl#6", "Last.")
    ]  # fmt: skip
    assert [problem.path for problem in content.problems] == ["a.jsonl#3", "a.jsonl#4", "a.jsonl#5"]
    assert lines(content.problems)[0].startswith("a.jsonl#3: not JSON (")
    assert "[fields] in config.toml" in lines(content.problems)[1]


def test_json_that_is_lines_after_all(reading: Reading) -> None:
    data = f"{json.dumps(FULL)}\n{json.dumps(FULL)}\n"
    assert len(reading("a.json", data).articles) == 2
    assert len(reading("noname", data).articles) == 2


def test_a_line_separator_inside_a_text_is_no_end_of_record(reading: Reading) -> None:
    data = json.dumps({"text": "a\u2028b"}, ensure_ascii=False) + "\n" + json.dumps({"text": "c"})
    assert [article.text for article in reading("a.json", data).articles] == ["a\u2028b", "c"]


def test_half_characters_and_controls_are_replaced(reading: Reading) -> None:
    (article,) = reading("a.json", '{"text": "a\\ud800b\\u001b[1m", "title": "\\udfffx\\ny"}').articles
    assert (article.text, article.title) == ("a\ufffdb\ufffd[1m", "\ufffdx y")


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=50)
@given(st.lists(TEXTS, min_size=1, max_size=5))
def test_texts_come_back_as_they_were_written(reading: Reading, texts: list[str]) -> None:
    records = [{"text": text} for text in texts]
    for name, data in (
        ("a.jsonl", "\n".join(map(json.dumps, records))),
        ("a.json", json.dumps(records, ensure_ascii=False)),
    ):
        assert [article.text for article in reading(name, data).articles] == texts


@pytest.mark.parametrize(
    ("name", "data", "word"),
    [
        ("a.json", "[" * 100_000, "nested too deeply"),
        ("a.jsonl", '{"a":' * 100_000, "nested too deeply"),
        ("a.md", f"+++\na = {'[' * 15_000}\n+++\nThe dam holds.", "nested too deeply"),
        ("a.json", '{"text": "cut', "not JSON"),
        ("a.json", "[]", "no field with a text"),
        ("a.json", '{"name": "package", "version": "1"}', "no field with a text"),
        ("a.json", '{"text": 1' + "0" * 5000 + "}", "not JSON"),
    ],
    ids=count(),
)
def test_what_is_no_record(reading: Reading, name: str, data: str, word: str) -> None:
    content = reading(name, data)
    assert not content.articles
    assert len(content.problems) == 1
    assert word in str(content.problems[0])


def test_a_long_line_is_said_and_the_rest_read(reading: Reading) -> None:
    data = json.dumps({"text": "x" * 5000}) + "\n" + json.dumps(FULL) + "\n"
    content = reading("a.jsonl", data, text=1000)
    assert [article.path for article in content.articles] == ["a.jsonl#2"]
    assert lines(content.problems) == [
        "a.jsonl#1: a line of more than 1,000 bytes; raise text under [limits] in config.toml"
    ]


def test_names_from_the_settings_come_first(tmp_path: Path) -> None:
    path = tmp_path / "a.json"
    path.write_text(json.dumps({"text": "Teaser.", "Prose": "The dam holds.", "medium": "The Post"}))
    options = choose_options({"text": 1000}, {"text": ["prose"], "publisher": ["Medium"]})
    (article,) = read_file(path, options=options).articles
    assert (article.text, article.publisher) == ("The dam holds.", "The Post")
    assert read_file(path).articles[0].text == "Teaser."


def test_reports_of_the_program_itself_are_no_articles(reading: Reading) -> None:
    report = {"schema": SCHEMA, "articles": [{"text": "x"}], "claims": [{"text": "y"}]}
    for name, data in (("a.json", json.dumps(report)), ("a.csv", ",".join(COLUMNS) + "\nc1,text,denied\n")):
        assert lines(reading(name, data).problems) == [
            f"{name}: a report of claims-tui, not articles; keep it outside the corpus"
        ]


@pytest.mark.parametrize("codec", ["utf-16", "utf-16-le", "utf-16-be", "utf-32"])
def test_lines_of_two_or_four_bytes_a_character(reading: Reading, codec: str) -> None:
    records = [{"text": "Said “one”\u2028\u0a0a"}, {"text": "x" * 1000}, {"text": "Two."}]
    data = "\n".join(json.dumps(record, ensure_ascii=False) for record in records)
    content = reading("a.jsonl", data.encode(codec), text=900)
    assert [article.text for article in content.articles] == ["Said “one”\u2028\u0a0a", "Two."]
    assert [problem.path for problem in content.problems] == ["a.jsonl#2"]


def test_more_objects_than_memory_is_for_are_said(reading: Reading) -> None:
    data = json.dumps([FULL, {}, []])
    assert reading("a.json", data, objects=4).problems == ()
    told = "raise objects under [limits] in config.toml, or write a record a line"
    assert lines(reading("a.json", data, objects=3).problems) == [
        f"a.json: more than 3 objects and lists; {told}"
    ]
