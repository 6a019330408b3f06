from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.corpus.readers.markup import has_markup, strip_markup


@pytest.mark.parametrize(
    ("scrap", "words"),
    [
        ("<p>One &amp; <b>two</b>.</p><p>Three.</p>", "One & two.\n\nThree."),
        ("One<br>two<br/>three", "One\ntwo\nthree"),
        ("<ul><li>a</li><li>b</li></ul>", "a\n\nb"),
        ("5 < 6 and 7 > 3", "5 < 6 and 7 > 3"),
        ("a <!-- <p>no</p> --> b <!-- never closed", "a b"),
        ("<script>var x = '<p>';</script>seen<style>p > a {}</style>", "seen"),
        ("<h1>Head</h1>\n\n\n<div>Body\n  goes on</div>", "Head\n\nBody goes on"),
        ("&lt;p&gt; stays", "<p> stays"),
        ("<![CDATA[x]]>y<?php z ?>", "y"),
        ("cut <b", "cut <b"),
        ("", ""),
    ],
)
def test_the_words_of_a_scrap(scrap: str, words: str) -> None:
    assert strip_markup(scrap) == words


@pytest.mark.parametrize(
    ("text", "is_markup"),
    [
        ("<p>x</p>", True),
        ("a<br>b", True),
        ("x <y> z", False),
        ("1 < 2", False),
        ("I <3 </3 you", False),
        ("", False),
    ],
)
def test_what_is_markup(text: str, is_markup: bool) -> None:
    assert has_markup(text) is is_markup


@given(st.text("<>!-/ap&;\n "))
def test_nothing_raises_and_no_element_is_left(scrap: str) -> None:
    assert "<p>" not in strip_markup(scrap.replace("&", ""))


@pytest.mark.parametrize("piece", ["<", "<a", "<!--", "<p>", "-->", "&", "<script>", "</", "<!", " \n"])
def test_time_is_linear(piece: str) -> None:
    started = time.monotonic()
    strip_markup(piece * 200_000)
    assert time.monotonic() - started < 5
