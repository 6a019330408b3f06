"""Settings: which file wins, and what is said about a wrong one."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import asdict
from dataclasses import fields as dataclass_fields
from pathlib import Path

import pytest

from tui.config import FIELDS, LIMITS, Config, ConfigError, bundled, default_voices, load
from tui.corpus.limits import Limits
from tui.corpus.readers import names

Loader = Callable[..., Config]


@pytest.fixture
def environment(tmp_path: Path) -> dict[str, str]:
    """Every folder of the program below `tmp_path`."""
    return {
        f"CLAIMS_TUI_{name}_DIR": str(tmp_path / name.lower())
        for name in ("CONFIG", "CACHE", "DATA", "STATE")
    }


def write_user_file(environment: dict[str, str], text: str) -> Path:
    file = Path(environment["CLAIMS_TUI_CONFIG_DIR"], "config.toml")
    file.parent.mkdir(exist_ok=True)
    file.write_text(text, encoding="utf-8")
    return file


def test_without_any_settings_the_seeds_are_the_corpus(environment: dict[str, str]) -> None:
    config = load(environment=environment)
    assert config.corpus == (bundled("seeds"),)
    assert config.voices == default_voices()
    assert config.files == (bundled("config.toml"),)


def test_what_ships_is_there() -> None:
    assert len(list(bundled("seeds").glob("*.txt"))) == 5
    assert {voice.name for voice in default_voices()} >= {"Taliban spokesman", "White House"}
    assert all(voice.aliases for voice in default_voices())


def test_paths_win_over_environment_over_user_file(environment: dict[str, str], tmp_path: Path) -> None:
    file = write_user_file(environment, 'corpus = ["news", "bundled"]\n')
    assert load(environment=environment).corpus == (file.parent / "news", bundled("seeds"))
    environment["CLAIMS_TUI_CORPUS"] = "one:two"
    assert load(environment=environment).corpus == (Path("one"), Path("two"))
    assert load([tmp_path], environment=environment).corpus == (tmp_path,)


def test_the_corpus_wins_over_the_user_over_what_ships(environment: dict[str, str], tmp_path: Path) -> None:
    user = write_user_file(
        environment,
        'analyst = "robin"\n[keys]\nquit = "Q"\nhelp = "f1"\n'
        '[[voice]]\nname = "Port Authority"\naliases = ["the port"]\n'
        '[[voice]]\nname = "White House"\naliases = ["the residence"]\n',
    )
    corpus = tmp_path / "corpus"
    corpus.mkdir()
    beside = corpus / "config.toml"
    beside.write_text(
        'analyst = "sam"\n[keys]\nquit = "x"\n[[voice]]\nname = "Port Authority"\naliases = ["port"]\n'
    )
    config = load([corpus], environment=environment)
    assert config.analyst == "sam"
    assert config.keys == {"quit": "x", "help": "f1"}
    voices = {voice.name: voice.aliases for voice in config.voices}
    assert list(voices) == ["Port Authority", "White House", "Taliban spokesman"]
    assert voices["Port Authority"] == ("port",)
    assert voices["White House"] == ("the residence",)
    assert config.files == (beside, user, bundled("config.toml"))
    environment["CLAIMS_TUI_ANALYST"] = "alex"
    assert load([corpus], environment=environment).analyst == "alex"


def test_a_named_file_stands_in_for_the_users(environment: dict[str, str], tmp_path: Path) -> None:
    write_user_file(environment, 'analyst = "robin"\n')
    named = tmp_path / "other.toml"
    named.write_text('analyst = "jo"\n')
    assert load(file=named, environment=environment).analyst == "jo"
    assert load(environment=environment | {"CLAIMS_TUI_CONFIG": str(named)}).analyst == "jo"


@pytest.mark.parametrize(
    ("text", "key", "message"),
    [
        ('analist = "x"', "analist", "unknown key 'analist'; did you mean 'analyst'?"),
        (
            "zzz = 1",
            "zzz",
            "unknown key 'zzz'; known are analyst, ascii, corpus, fields, filters, group, keys, keys-preset",
        ),
        ("theme = 1", "theme", "'theme' must be a text, not a number"),
        ('theme = "lihgt"', "theme", "'theme' cannot be 'lihgt'; did you mean 'light'?"),
        ('keys-preset = "emacs"', "keys-preset", "'keys-preset' cannot be 'emacs'; known are arrows, vim"),
        ("mouse = 0", "mouse", "'mouse' must be true or false, not a number"),
        (
            '[[voice]]\nname = "A"\nalias = ["B"]',
            "alias",
            "unknown key 'voice.alias'; did you mean 'aliases'?",
        ),
        ("ascii = 1", "ascii", "'ascii' must be true or false, not a number"),
        ("analyst = 5", "analyst", "'analyst' must be a text, not a number"),
        ('corpus = "seeds"', "corpus", "'corpus' must be a list of texts, not this text"),
        ("corpus = [1]", "corpus", "'corpus' must be a list of texts, not this list"),
        ('voice = "A"', "voice", "'voice' must be [[voice]] tables, not this text"),
        ('[[voice]]\naliases = ["B"]', "voice", "a [[voice]] table has no 'name'"),
        ('keys = ["q"]', "keys", "'keys' must be a table of action = \"key\", not this list"),
        (
            '[keys]\nnext-claims = "n"',
            "next-claims",
            "unknown key 'keys.next-claims'; did you mean 'next-claim'?",
        ),
        ('[keys]\nxyzzyx = "n"', "xyzzyx", "unknown key 'keys.xyzzyx'"),
        ('[keys]\nundo = "u,,z"', "keys.undo", "'keys.undo' cannot be 'u,,z'; write one key or several"),
        ("[keys]\nquit = true", "keys.quit", "'keys.quit' must be a text, not a truth value"),
        (
            "[limits]\ndepth = 0",
            "limits.depth",
            "'limits.depth' must be a whole number above 0, not a number",
        ),
        ("[limits]\ndept = 3", "dept", "unknown key 'limits.dept'; did you mean 'depth'?"),
        ("limits = 3", "limits", "'limits' must be a table of name = number, not a number"),
        ('[fields]\ntext = "x"', "fields.text", "'fields.text' must be a list of texts, not this text"),
        ('[fields]\ntxt = ["x"]', "txt", "unknown key 'fields.txt'; did you mean 'text'?"),
        ("filters = 3", "filters", "'filters' must be a table of name = \"query\", not a number"),
        ("[filters]\n'a b' = \"x\"", "filters.a b", "a name is letters, digits, - and _"),
        ("[filters]\na = 3", "filters.a", "'filters.a' must be a text, not a number"),
        ("corpus = [", None, "is not valid TOML"),
        ("corpus = " + "[" * 20_000, None, "is nested too deeply; check where it comes from"),
        ("analyst = '\xff'", None, "is not valid TOML"),
    ],
)
def test_a_wrong_setting_names_file_and_key(
    environment: dict[str, str], text: str, key: str | None, message: str
) -> None:
    file = write_user_file(environment, "")
    file.write_bytes(text.encode("latin-1"))
    with pytest.raises(ConfigError) as error:
        load(environment=environment)
    assert error.value.key == key
    assert str(error.value).startswith(f"{file}: ")
    assert message in str(error.value)
    assert "\n" not in str(error.value)


def test_a_named_file_must_exist(environment: dict[str, str], tmp_path: Path) -> None:
    with pytest.raises(ConfigError, match=r"none\.toml: cannot be read \(No such file"):
        load(file=tmp_path / "none.toml", environment=environment)


def test_a_user_without_a_name_is_an_analyst(
    environment: dict[str, str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def nobody() -> str:
        raise KeyError("getpwuid(): uid not found")

    monkeypatch.setattr("getpass.getuser", nobody)
    assert load(environment=environment).analyst == "analyst"


def test_limits_and_fields_are_those_of_the_readers(environment: dict[str, str]) -> None:
    assert set(LIMITS) == {entry.name for entry in dataclass_fields(Limits)}
    assert set(FIELDS) == set(names.FIELDS)
    write_user_file(environment, '[limits]\ndepth = 2\n[fields]\ntext = ["prose"]\n')
    config = load(environment=environment)
    assert (config.limits, config.fields) == ({"depth": 2}, {"text": ["prose"]})


def test_the_file_that_ships_tells_the_limits_there_are() -> None:
    shipped = bundled("config.toml").read_text(encoding="utf-8")
    told = dict(re.findall(r"^# (\w+) = ([\d_]+) +#", shipped, re.MULTILINE))
    assert {name: int(value) for name, value in told.items()} == asdict(Limits())


def test_a_folder_that_may_not_be_looked_into_has_no_settings(
    environment: dict[str, str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refused(_: Path) -> bool:
        raise PermissionError(13, "Permission denied")

    expected = load(environment=environment)
    monkeypatch.setattr(Path, "is_file", refused)
    named = environment | {"CLAIMS_TUI_CONFIG": str(bundled("config.toml"))}
    assert load([tmp_path], environment=named).voices == expected.voices
