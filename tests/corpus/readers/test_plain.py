from __future__ import annotations

import hashlib

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.corpus.readers.conftest import Reading, lines
from tui.corpus.cleaning import clean

FOLDED = """\
---
title: >-
  Dam "holds":

  mayor
source: |  # the paper
  The Valley Post
date: 2023-05-06
tags:
  - dam
link: https://post.example/dam
---
"""
BODY = "The dam holds.\n\nSo says the mayor.\n"


def test_plain_text_is_the_file(reading: Reading) -> None:
    text = "---\ntitle: no front matter here\n---\n<html>{“x”: 1}\n"
    content = reading("a.txt", text)
    assert content.articles[0].text == text
    assert content.articles[0].title is None
    assert content.sha256 == content.articles[0].sha256 == hashlib.sha256(text.encode()).hexdigest()


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=60)
@given(st.text(st.characters(exclude_categories=["Cs"]), min_size=1).filter(lambda text: text.strip()))
def test_any_text_comes_back_character_for_character(reading: Reading, text: str) -> None:
    expected = clean(text.replace("\r\n", "\n").replace("\r", "\n"))
    if "\0" in text or text.startswith("\ufeff"):
        return
    for name in ("a.txt", "a.md") if not text.startswith(("---", "+++")) else ("a.txt",):
        assert reading(name, text).articles[0].text == expected


YAML = """\
---
title: "Dam \\"holds\\": mayor"
date: 2023-05-06 10:00:00 +0200
publisher: 'The Valley Post'
link: https://post.example/dam
tags:
  - dam
---

"""
TOML = """\
+++
headline = "Dam \\"holds\\": mayor"
published = 2023-05-06T10:00:00Z
source = "The Valley Post"
url = "https://post.example/dam"
+++
"""


@pytest.mark.parametrize("front", [YAML, FOLDED, TOML, YAML.replace("\n", "\r\n")])
@pytest.mark.parametrize("name", ["a.md", "a.markdown", "notes"])
def test_front_matter_says_what_the_article_is(reading: Reading, name: str, front: str) -> None:
    (article,) = reading(name, front + BODY).articles
    assert article.text == BODY
    assert (article.title, article.publisher) == ('Dam "holds": mayor', "The Valley Post")
    assert (article.date, article.url) == ("2023-05-06", "https://post.example/dam")


@pytest.mark.parametrize(
    "text", [BODY, "--- \nnever closed\n" + BODY, "# Dam\n\n---\n\nbody\n\n---\n", "+++\n= bad toml"]
)
def test_markdown_without_front_matter_is_the_file(reading: Reading, text: str) -> None:
    assert reading("a.md", text).articles[0].text == text


def test_damaged_front_matter_costs_only_what_it_says(reading: Reading) -> None:
    (article,) = reading("a.md", "+++\ntitle = unquoted\n+++\n" + BODY).articles
    assert (article.text, article.title) == (BODY, None)


def test_nothing_but_front_matter(reading: Reading) -> None:
    assert lines(reading("a.md", YAML).problems) == ["a.md: no text in it; leave it out or fill it"]


@pytest.mark.parametrize("name", ["a.txt", "a.md", "a.json", "a.eml"])
def test_a_text_longer_than_an_article_is_said(reading: Reading, name: str) -> None:
    text = (
        "Subject: x\n\nThe dam holds, the mayor said."
        if name == "a.eml"
        else "The dam holds, the mayor said."
    )
    data = f'[{{"text": "{text}"}}]' if name == "a.json" else text
    assert reading(name, data, characters=30).problems == ()
    (problem,) = reading(name, data, characters=29).problems
    assert problem.problem == "a text of 30 characters, at most 29 are read"
    assert problem.remedy == "raise characters under [limits] in config.toml, or split the file"
