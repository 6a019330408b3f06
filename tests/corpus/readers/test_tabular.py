from __future__ import annotations

import csv
import io
from itertools import count

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.corpus.readers.conftest import Reading, lines

TABLE = (
    'headline,body,source,date\n"Dam ""holds""","The dam\nholds.",The Post,2023-05-06\n,,,\nTwo,Second.,,\n'
)

SAFE = st.characters(codec="utf-8", exclude_categories=["Cc", "Cf", "Zl", "Zp"], exclude_characters="<")
TEXTS = st.text(SAFE, min_size=1).filter(lambda text: text.strip())


@pytest.mark.parametrize("name", ["a.csv", "a", "a.CSV"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_a_row_is_an_article(reading: Reading, name: str, encoding: str) -> None:
    if name == "a" and encoding == "utf-16":
        return
    content = reading(name, TABLE.encode(encoding))
    first, second = content.articles
    assert (first.text, first.title, first.publisher) == ("The dam\nholds.", 'Dam "holds"', "The Post")
    assert (first.date, first.path, second.path) == ("2023-05-06", f"{name}#1", f"{name}#3")
    assert lines(content.problems) == [f"{name}#2: no text in the row; leave it out or fill it"]


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
def test_delimiters(reading: Reading, delimiter: str) -> None:
    name = "a.tsv" if delimiter == "\t" else "a.csv"
    (article,) = reading(name, f"title{delimiter}text\nT{delimiter}The dam holds\n").articles
    assert (article.title, article.text) == ("T", "The dam holds")


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=50)
@given(st.lists(TEXTS, min_size=1, max_size=5))
def test_texts_come_back_as_they_were_written(reading: Reading, texts: list[str]) -> None:
    buffer = io.StringIO(newline="")
    writer = csv.writer(buffer)
    writer.writerows([["title", "text"], *(["t", text] for text in texts)])
    assert [article.text for article in reading("a.csv", buffer.getvalue()).articles] == texts


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_marks_with_a_backslash_before_them(reading: Reading, encoding: str) -> None:
    table = 'title,text\n"Dam \\"holds\\"","\\"It holds\\", she said.\nFor \\\\ now"\nTwo,""\nThree,Third.\n'
    content = reading("a.csv", table.encode(encoding))
    first, third = content.articles
    assert (first.title, first.text) == ('Dam "holds"', '"It holds", she said.\nFor \\ now')
    assert third.text == "Third."


@pytest.mark.parametrize("text", ["C:\\,", 'a \\"b\\" c', "back\\slash", "ends, in \\"])
def test_other_backslashes_are_what_they_are(reading: Reading, text: str) -> None:
    buffer = io.StringIO(newline="")
    csv.writer(buffer).writerows([["title", "text"], ["t", text], ["u", "Other."]])
    assert [article.text for article in reading("a.csv", buffer.getvalue()).articles] == [text, "Other."]


def test_long_fields_are_read(reading: Reading) -> None:
    (article,) = reading("a.csv", "title,text\nT," + "word " * 60_000 + "\n").articles
    assert len(article.text) == 300_000


@pytest.mark.parametrize(
    ("data", "word"),
    [
        ("name,price\nx,1\n", "no column with a text"),
        ("", "no column with a text"),
        ("title,text\n" + "T," + "x" * 3000 + "\n", "more than 1,000 characters"),
        ('title,text\nT,"never closed\n' + "line\n" * 1000, "not a table"),
        (b"title,text\nT,\0\0\n", "binary"),
        (b"title,text\nT,caf\xe9\n", "not UTF-8 text (byte 0xE9"),
        (b"title,text\n" + b"T,word\n" * 2_000 + b"T,caf\xe9\n", "not UTF-8 text further down (byte 0xE9)"),
    ],
    ids=count(),
)
def test_what_is_no_table(reading: Reading, data: str | bytes, word: str) -> None:
    assert word in lines(reading("a.csv", data, text=1000).problems)[-1]


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|", ":", "^", "~", "\x1f"])
def test_what_parts_the_columns_sets_a_known_name_apart(reading: Reading, delimiter: str) -> None:
    names = delimiter.join(["a,b c;d|e", "text"]) if delimiter not in ",;|" else f"a b{delimiter}text"
    (article,) = reading("a.csv", f"{names}\nx{delimiter}The dam holds.\n").articles
    assert article.text == "The dam holds."


def test_the_line_that_spreadsheets_write_above_the_names(reading: Reading) -> None:
    content = reading("a.csv", 'sep=;\r\ntitle;text\r\nA;"The dam; it holds."\r\n')
    assert [(article.title, article.text) for article in content.articles] == [("A", "The dam; it holds.")]


def test_fields_beyond_the_columns_are_said(reading: Reading) -> None:
    content = reading("a.csv", "title,text\nA,The dam holds,, \nB,The mayor, who left, denies it.\n")
    assert [article.title for article in content.articles] == ["A", "B"]
    assert lines(content.problems) == ["a.csv#2: 4 fields in a row of 2 columns; check its quotation marks"]
