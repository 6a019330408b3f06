from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from tui.app.cells import Charset, clip, fill, wrap

LATIN = Charset("latin-1", ascii=True)
PLAIN = Charset("ascii", ascii=True)


@pytest.mark.parametrize(
    ("raw", "clean"),
    [
        ("a\x1b[2Jb", "a\ufffd[2Jb"),
        ("\x9b31m", "\ufffd31m"),
        ("\x1b]0;t\x07", "\ufffd]0;t\ufffd"),
        ("one\ttwo", "one two"),
        ("\u202eabc\u2066d\u2069", "\ufffdabc\ufffdd\ufffd"),
        ("\u200fx\u061c", "\ufffdx\ufffd"),
        ("\ud83d", "\ufffd"),
        ("a\u2028b", "a b"),
        ("[/x] [@click=app.quit]y[/]", "[/x] [@click=app.quit]y[/]"),
        ("naïve “café” 橋", "naïve “café” 橋"),
    ],
)
def test_nothing_a_terminal_would_obey_gets_through(raw: str, clean: str) -> None:
    assert Charset().clean(raw) == clean


@pytest.mark.parametrize(
    ("charset", "text", "shown"),
    [
        (PLAIN, "“It’s — done…”", '"It\'s - done."'),
        (PLAIN, "naïve 橋", "na?ve ?"),
        (LATIN, "naïve 橋 – “x”", 'naïve ? - "x"'),
    ],
)
def test_other_encodings_get_what_they_have(charset: Charset, text: str, shown: str) -> None:
    assert charset.clean(text) == shown


@given(st.text(alphabet=st.characters(), max_size=80), st.sampled_from([Charset(), LATIN, PLAIN]))
def test_cleaning_keeps_every_offset(text: str, charset: Charset) -> None:
    clean = charset.clean(text)
    assert len(clean) == len(text)
    assert clean.isprintable() or all(c.isprintable() or ord(c) >= 0xA0 for c in clean)
    clean.encode(charset.encoding)


@given(st.text(max_size=60), st.integers(0, 40))
def test_a_filled_text_is_exactly_as_wide(text: str, width: int) -> None:
    clean = Charset().clean(text)
    assert cell_len(clip(clean, width)) <= width
    assert cell_len(fill(clean, width)) == width


def test_clip_marks_the_cut() -> None:
    assert clip("harbour", 7) == "harbour"
    assert clip("harbours", 7) == "harbou…"
    assert clip("橋橋橋", 5) == "橋橋…"
    assert clip("harbours", 7, "~") == "harbou~"


@pytest.mark.parametrize(
    ("text", "width", "lines"),
    [
        ("", 10, [""]),
        ("the old harbour", 20, ["the old harbour"]),
        ("the old harbour", 8, ["the old", "harbour"]),
        ("the old harbour", 7, ["the old", "harbour"]),
        ("incomprehensible", 6, ["incomp", "rehens", "ible"]),
        ("one\n\ntwo", 9, ["one", "", "two"]),
        ("橋橋橋橋", 5, ["橋橋", "橋橋"]),
        ("déjà vu “noted” twice", 9, ["déjà vu", "“noted”", "twice"]),
    ],
)
def test_wrap_breaks_at_blanks(text: str, width: int, lines: list[str]) -> None:
    assert [text[a:b] for a, b in wrap(text, width)] == lines


@given(st.text(alphabet="ab 橋é\u0301“\n", max_size=120), st.integers(2, 30))
def test_wrap_loses_only_blanks_and_newlines(text: str, width: int) -> None:
    lines = wrap(text, width)
    assert all(cell_len(text[a:b]) <= width for a, b in lines)
    gaps = [text[end:start] for (_, end), (start, _) in pairwise(lines)]
    assert set(gaps) <= {"", " ", "\n"}
    assert lines[0][0] == 0
    assert lines[-1][1] == len(text)


def test_a_huge_paragraph_wraps_line_by_line() -> None:
    text = "the tide “turned” early " * 5000
    lines = wrap(text, 60)
    assert max(b - a for a, b in lines) <= 60
    assert len(lines) < len(text) / 50


def test_where_no_offset_counts_an_ellipsis_is_dots() -> None:
    assert PLAIN.say("“Reading…”") == '"Reading..."'
    assert Charset().say("Reading…") == "Reading…"
