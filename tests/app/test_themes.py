from __future__ import annotations

import pytest
from rich.color import Color, ColorSystem

from tui.app.looks import NULL, Looks
from tui.app.themes import THEMES, Theme
from tui.config import THEMES as NAMES

PAINTED = [theme for theme in THEMES.values() if theme.ground]


def luminance(colour: str, system: ColorSystem) -> float:
    """Relative luminance as WCAG 2.2 defines it, 0 to 1."""
    parts = [value / 255 for value in Color.parse(colour).downgrade(system).get_truecolor()]
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str, system: ColorSystem = ColorSystem.TRUECOLOR) -> float:
    light, dark = sorted((luminance(one, system), luminance(other, system)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def test_the_settings_know_every_theme() -> None:
    assert tuple(THEMES) == NAMES


@pytest.mark.parametrize("theme", PAINTED, ids=lambda theme: theme.name)
@pytest.mark.parametrize("system", [ColorSystem.TRUECOLOR, ColorSystem.EIGHT_BIT])
def test_text_can_be_read(theme: Theme, system: ColorSystem) -> None:
    least = 7.0 if theme.name == "contrast" else 4.5
    for colour in (theme.ink, theme.faint, theme.blue, theme.orange):
        assert contrast(colour or "", theme.ground or "", system) >= least, colour


@pytest.mark.parametrize("ground", ["#000000", "#ffffff"])
def test_without_a_ground_of_its_own_a_theme_suits_dark_and_light(ground: str) -> None:
    for colour in (THEMES["auto"].blue, THEMES["auto"].orange):
        assert contrast(colour, ground) >= 3.8


@pytest.mark.parametrize("theme", THEMES.values(), ids=lambda theme: theme.name)
def test_what_calls_for_attention_is_not_told_by_red_and_green(theme: Theme) -> None:
    red, green, blue = Color.parse(theme.blue).get_truecolor()
    assert blue > max(red, green) * 0.9
    red, green, blue = Color.parse(theme.orange).get_truecolor()
    assert min(red, green) > blue


def test_nothing_is_painted_where_the_terminal_has_no_colours() -> None:
    for theme in THEMES.values():
        looks = Looks(0, theme)
        assert not looks.base
        assert all(looks[name].color is None for name in ("warn", "dim", "match", "source"))


def test_sixteen_colours_are_the_terminals_own() -> None:
    for looks in (Looks(16), Looks(256, THEMES["terminal"])):
        assert str(looks["good"]) == "blue"
        assert str(looks["warn"]) == "bold yellow"


@pytest.mark.parametrize("theme", PAINTED, ids=lambda theme: theme.name)
def test_a_painted_theme_needs_no_dim(theme: Theme) -> None:
    looks = Looks(256, theme)
    assert looks["plain"] is NULL
    assert not looks["dim"].dim
    assert looks.base.bgcolor is not None


def test_what_is_searched_and_who_is_quoted_is_told_without_colour() -> None:
    looks = Looks(0)
    names = ("plain", "claim", "current", "match", "match-current", "quote", "source")
    assert len({str(looks[name]) for name in names}) == len(names)
