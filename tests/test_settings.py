from __future__ import annotations

import tomllib
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.config import SETTINGS, load
from tui.settings import changed, keep

OWN = """# what I changed
corpus = ["~/texts"]   # all of them

[keys]
quit = "q"  # as everywhere
"""


def test_the_rest_of_the_file_stays_to_the_letter() -> None:
    once = changed(OWN, "theme", "dark")
    assert once == 'theme = "dark"\n' + OWN
    assert changed(once, "theme", "light") == 'theme = "light"\n' + OWN
    assert changed(once, "mouse", value=False).endswith(once)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "analyst = 'kim'",
        "theme = 'x' # mine\nanalyst = 'kim'",
        "[keys]\ntheme = 'ctrl+t'\n",
        'note = """\ntheme = 1\n"""\ntheme = "old"\n',
        '"theme" = "old"\n[keys]\nquit = "q"\n',
        "analyst = 'kim'\r\ntheme = 'old'\r\n",
    ],
)
def test_only_the_key_means_something_else(text: str) -> None:
    values = tomllib.loads(text)
    assert tomllib.loads(changed(text, "theme", "dark")) == {**values, "theme": "dark"}


tables = st.dictionaries(
    st.sampled_from([*SETTINGS, "other"]), st.text(st.characters(codec="utf-8"), max_size=20)
)


@given(tables, st.text(st.characters(codec="utf-8"), max_size=20))
def test_any_file_keeps_its_other_values(values: dict[str, str], value: str) -> None:
    import tomli_w

    written = changed(tomli_w.dumps(values), "theme", value)
    assert tomllib.loads(written) == {**values, "theme": value}


def test_what_is_not_toml_is_not_touched(tmp_path: Path) -> None:
    file = tmp_path / "config.toml"
    file.write_text("theme = [")
    with pytest.raises(ValueError, match="at end"):
        keep(file, "theme", "dark")
    assert file.read_text() == "theme = ["
    assert list(tmp_path.iterdir()) == [file]


def test_folders_are_made_and_links_followed(tmp_path: Path) -> None:
    keep(tmp_path / "new" / "config.toml", "theme", "dark")
    link = tmp_path / "config.toml"
    link.symlink_to(tmp_path / "new" / "config.toml")
    (tmp_path / "new" / "config.toml").chmod(0o600)
    keep(link, "mouse", value=False)
    assert link.is_symlink()
    assert (tmp_path / "new" / "config.toml").read_text() == 'mouse = false\ntheme = "dark"\n'
    assert (tmp_path / "new" / "config.toml").stat().st_mode & 0o777 == 0o600


def test_what_is_kept_is_what_is_loaded(tmp_path: Path) -> None:
    environment = {"CLAIMS_TUI_CONFIG_DIR": str(tmp_path)}
    assert (load(environment=environment).theme, load(environment=environment).mouse) == ("auto", True)
    keep(tmp_path / "config.toml", "theme", "contrast")
    keep(tmp_path / "config.toml", "mouse", value=False)
    keep(tmp_path / "config.toml", "keys-preset", "arrows")
    config = load(environment=environment)
    assert (config.theme, config.mouse, config.preset) == ("contrast", False, "arrows")


def test_a_corpus_does_not_overrule_what_is_personal(tmp_path: Path) -> None:
    corpus = tmp_path / "corpus"
    corpus.mkdir()
    (corpus / "config.toml").write_text('theme = "light"\nmouse = false\nanalyst = "desk"\n')
    environment = {"CLAIMS_TUI_CONFIG_DIR": str(tmp_path / "own")}
    assert load([corpus], environment=environment).theme == "light"
    keep(tmp_path / "own" / "config.toml", "theme", "dark")
    config = load([corpus], environment=environment)
    assert (config.theme, config.mouse, config.analyst) == ("dark", False, "desk")
