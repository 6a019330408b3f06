"""The command as somebody types it: output, exit codes, one line for each thing that is wrong."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from tui.arguments import advice, as_help
from tui.cli import run
from tui.config import bundled

FERRY = (
    "Harbour Times, 3 May 2024\n\n"
    "The ferry Aurora will be sold to a Greek company in June, according to a union leader. "
    "The ministry of transport denied the report. “This report is false,” said spokeswoman Ida Berg.\n"
)
SALE = (
    "Coast Weekly, 5 May 2024\n\n"
    "The ferry Aurora will be sold to a Greek company in June, a union leader said. "
    "About 300 people work on the ship.\n"
)
Run = Callable[..., tuple[int, str, list[str]]]


@pytest.fixture
def corpus(tmp_path: Path) -> Path:
    folder = tmp_path / "news"
    folder.mkdir()
    (folder / "ferry.txt").write_text(FERRY, encoding="utf-8")
    (folder / "sale.txt").write_text(SALE, encoding="utf-8")
    return folder


@pytest.fixture
def command(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Run:
    """Runs the command in `tmp_path`; gives exit code, stdout and the lines of stderr."""
    monkeypatch.chdir(tmp_path)
    for name in ("CONFIG", "CACHE", "DATA", "STATE"):
        monkeypatch.setenv(f"CLAIMS_TUI_{name}_DIR", str(tmp_path / "home" / name.lower()))

    def call(*arguments: str) -> tuple[int, str, list[str]]:
        try:
            code = run(arguments)
        except SystemExit as stop:
            code = stop.code if isinstance(stop.code, int) else 0
        printed = capsys.readouterr()
        return code, printed.out, printed.err.splitlines()

    return call


# scan


@pytest.mark.usefixtures("corpus")
def test_scan_tells_claims_and_their_status(command: Run) -> None:
    code, out, err = command("scan", "news")
    assert (code, err) == (0, [])
    assert out.startswith("2 articles, ")
    assert "ferry Aurora will be sold to a Greek company" in out
    assert "denies" in out
    assert "Ida Berg" in out


def test_scan_json_is_the_contract(command: Run, corpus: Path) -> None:
    code, out, err = command("scan", "news", "--json")
    document = json.loads(out)
    assert (code, err) == (0, [])
    assert document["schema"] == "claims-tui/1"
    texts = {
        a["id"]: (corpus / Path(a["path"]).name).read_text(encoding="utf-8") for a in document["articles"]
    }
    assert sorted(a["path"] for a in document["articles"]) == ["news/ferry.txt", "news/sale.txt"]
    mentions = [mention for claim in document["claims"] for mention in claim["mentions"]]
    assert mentions
    for mention in mentions:
        assert texts[mention["article"]][mention["start"] : mention["end"]] == mention["text"]


@pytest.mark.usefixtures("corpus")
def test_scan_json_does_not_depend_on_order_or_on_the_index(command: Run, tmp_path: Path) -> None:
    names = ["news/ferry.txt", "news/sale.txt"]
    _, fresh, _ = command("scan", *names, "--json")
    assert command("scan", *reversed(names), "--json")[1] == fresh
    (tmp_path / "home" / "cache" / "index").rename(tmp_path / "gone")
    assert command("scan", *reversed(names), "--json")[1] == fresh


@pytest.mark.usefixtures("corpus")
@pytest.mark.parametrize("seed", ["0", "1", "31337"])
def test_scan_json_does_not_depend_on_the_hash_seed(command: Run, seed: str) -> None:
    _, here, _ = command("scan", "news", "--json")
    there = subprocess.run(
        [sys.executable, "-m", "tui.cli", "scan", "news", "--json"],
        env=os.environ
        | {
            "PYTHONHASHSEED": seed,
            "PYTHONPATH": str(Path(__file__).parents[1]),
            "CLAIMS_TUI_CACHE_DIR": f"cold{seed}",
        },
        capture_output=True,
        check=True,
    )
    assert there.stdout == here.encode()


def test_paths_are_shown_as_they_were_given(command: Run, corpus: Path) -> None:
    for given in ("news", "./news", str(corpus), "news/../news"):
        _, out, _ = command("scan", given, "--json")
        paths = [Path(article["path"]) for article in json.loads(out)["articles"]]
        assert {path.parent for path in paths} == {Path(given)}


@pytest.mark.usefixtures("corpus")
def test_scan_as_csv_and_markdown(command: Run) -> None:
    assert command("scan", "news", "--format", "csv")[1].startswith("claim,text,status,")
    assert command("scan", "news", "--format", "markdown")[1].startswith("# ")


@pytest.mark.usefixtures("corpus")
def test_a_corpus_from_the_environment(command: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CLAIMS_TUI_CORPUS", "news")
    assert command("scan")[1] == command("scan", "news")[1]


def test_without_a_path_the_seeds_are_scanned(command: Run) -> None:
    code, out, err = command("scan", "--json")
    assert (code, err) == (0, [])
    assert [Path(article["path"]).parent for article in json.loads(out)["articles"]] == [bundled("seeds")] * 5


# check, explain


@pytest.mark.usefixtures("corpus")
def test_check_finds_a_claim_and_its_denial(command: Run) -> None:
    code, out, err = command("check", "The Aurora will be sold to a Greek company", "news", "--json")
    document = json.loads(out)
    assert (code, err) == (0, [])
    assert {finding["path"] for finding in document["findings"]} == {"news/ferry.txt", "news/sale.txt"}
    code, out, _ = command("check", "The Aurora will be sold to a Greek company", "news")
    assert code == 0
    assert "recurs in 2 articles" in out


@pytest.mark.usefixtures("corpus")
def test_check_finds_nothing(command: Run) -> None:
    code, out, err = command("check", "Bananas are radioactive in Bolivia", "news", "--json")
    assert (code, err) == (1, [])
    assert json.loads(out)["findings"] == []


@pytest.mark.usefixtures("corpus")
def test_check_reads_the_claim_from_stdin(command: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    import io

    monkeypatch.setattr("sys.stdin", io.StringIO("The Aurora will be sold to a Greek company\n"))
    assert command("check", "-", "news")[0] == 0
    monkeypatch.setattr("sys.stdin", io.StringIO(" \n"))
    code, _, err = command("check", "-", "news")
    assert (code, len(err)) == (2, 1)


@pytest.mark.usefixtures("corpus")
def test_explain_tells_every_mention(command: Run) -> None:
    claims = json.loads(command("scan", "news", "--json")[1])["claims"]
    for claim in claims:
        code, out, err = command("explain", claim["id"], "news")
        assert (code, err) == (0, [])
        assert all(mention["rule"] in out for mention in claim["mentions"])
    code, out, err = command("explain", "c0", "news")
    assert (code, out) == (1, "")
    assert err == ["claims-tui: no claim 'c0' in these articles; claims-tui scan lists the ids"]


def test_names_counted_as_one_origin_are_explained(command: Run, tmp_path: Path) -> None:
    folder = tmp_path / "seals"
    folder.mkdir()
    for name in ("Inspector Lindqvist", "Astrid Lindqvist"):
        text = f"Volunteers rescued four seals from a fishing net off Orrin on Monday, {name} said.\n"
        (folder / f"{name}.txt").write_text(text)
    claims = json.loads(command("scan", str(folder), "--json")[1])["claims"]
    told = "origins: Lindqvist counted as Astrid Lindqvist"
    assert any(told in command("explain", claim["id"], str(folder))[1] for claim in claims)


# What is wrong is one line


def test_what_cannot_be_read_is_said_and_the_rest_goes_on(command: Run, corpus: Path) -> None:
    (corpus / "latin.txt").write_bytes("Der Zug fährt nicht.".encode("latin-1"))
    (corpus / "binary.txt").write_bytes(b"PK\x03\x04\x00\x00")
    (corpus / "empty.txt").write_bytes(b"")
    for _ in range(2):  # the second time from the index
        code, out, err = command("scan", "news", "missing")
        assert code == 2
        assert out.startswith("2 articles, ")
        assert len(err) == 4
        for name in ("news/latin.txt", "news/binary.txt", "news/empty.txt", "missing"):
            assert sum(line.startswith(f"claims-tui: {name}: ") for line in err) == 1


def test_an_empty_folder_has_no_claims(command: Run, tmp_path: Path) -> None:
    (tmp_path / "nothing").mkdir()
    assert command("scan", "nothing") == (1, "0 articles, 0 claims: none\n", [])


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["scan", "--jsn"], "unrecognized arguments: --jsn"),
        (["scan", "--format", "xml"], "invalid choice"),
        (["scan", "--json", "--format", "csv"], "not allowed with argument"),
        (["check"], "the following arguments are required: TEXT; "),
        (["explain"], "the following arguments are required: CLAIM-ID; "),
        (["--config"], "expected one argument"),
        (["scan", "--config", "none.toml"], "none.toml: cannot be read"),
    ],
)
def test_wrong_usage_is_one_line(command: Run, arguments: list[str], message: str) -> None:
    code, out, err = command(*arguments)
    assert (code, out, len(err)) == (2, "", 1)
    assert err[0].startswith("claims-tui: ")
    assert message in err[0]


def test_an_unknown_key_is_one_line(command: Run, corpus: Path) -> None:
    (corpus / "config.toml").write_text("vioce = 1\n")
    code, out, err = command("scan", "news")
    assert (code, out) == (2, "")
    assert err == ["claims-tui: news/config.toml: unknown key 'vioce'; did you mean 'voice'?"]


def test_the_browser_needs_a_terminal() -> None:
    script = (
        "import sys; from tui.cli import run; code = run([]); print('textual' in sys.modules); sys.exit(code)"
    )
    done = subprocess.run(
        [sys.executable, "-c", script], stdin=subprocess.DEVNULL, capture_output=True, text=True, check=False
    )
    assert (done.returncode, done.stdout) == (2, "False\n")
    assert done.stderr == "claims-tui: the browser needs a terminal; without one, use: claims-tui scan\n"


def test_nothing_a_terminal_would_obey_is_printed(command: Run, tmp_path: Path) -> None:
    (tmp_path / "evil.txt").write_text(
        "The ferry \x1b]0;owned\x07Aurora \x1b[31mwill be sold to a Greek company in June, Ida Berg said.\n"
    )
    for arguments in (
        ["scan", "evil.txt"],
        ["scan", "evil.txt", "--format", "csv"],
        ["scan", "no\x1b[31mfile"],
    ):
        _, out, err = command(*arguments)
        assert "\x1b" not in out + "".join(err)
        assert "\x07" not in out


@pytest.mark.usefixtures("corpus")
def test_an_interrupt_is_130(command: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupt(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("tui.workspace.workspace.Workspace.scan", interrupt)
    assert command("scan", "news") == (130, "", [])


def in_a_shell(script: str, folder: Path) -> subprocess.CompletedProcess[str]:
    environment = os.environ | {
        "PYTHONPATH": str(Path(__file__).parents[1]),
        "PYTHON": sys.executable,
        "CLAIMS_TUI_CACHE_DIR": str(folder / "cache"),
    }
    return subprocess.run(
        ["bash", "-c", script], cwd=folder, env=environment, capture_output=True, text=True, check=False
    )


@pytest.mark.usefixtures("corpus")
def test_a_reader_that_leaves_early_is_no_error(tmp_path: Path) -> None:
    done = in_a_shell('"$PYTHON" -m tui.cli scan --format csv | head -n 1; echo ${PIPESTATUS[0]}', tmp_path)
    assert done.stderr == ""
    assert done.stdout.splitlines()[-1] == "0"


@pytest.mark.usefixtures("corpus")
@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs a device that is always full")
def test_a_full_disk_is_one_line(tmp_path: Path) -> None:
    done = in_a_shell('"$PYTHON" -m tui.cli scan news --json > /dev/full', tmp_path)
    assert done.returncode == 2
    assert done.stderr.startswith("claims-tui: the output cannot be written (No space left on device)")
    assert done.stderr.count("\n") == 1


@pytest.mark.usefixtures("corpus")
def test_any_locale_will_do(tmp_path: Path) -> None:
    script = (
        'LC_ALL=C PYTHONUTF8=0 PYTHONCOERCECLOCALE=0 PYTHONIOENCODING=ascii "$PYTHON" -m tui.cli scan news'
    )
    plain = in_a_shell(script, tmp_path)
    assert plain.returncode == 0
    assert plain.stdout.isascii()
    document = in_a_shell(f"{script} --json", tmp_path)
    assert json.loads(document.stdout)["schema"] == "claims-tui/1"


def test_help_says_everything(command: Run) -> None:
    code, out, _ = command("--help")
    assert code == 0
    for word in (
        "scan",
        "check",
        "explain",
        "examples:",
        "keys",
        "exit codes:",
        "environment:",
        "files:",
        "NO_COLOR",
    ):
        assert word in out
    assert all(len(line) <= 100 for line in out.splitlines())
    assert command("scan", "--help")[0] == 0


@pytest.mark.parametrize(
    ("name", "words"),
    [("export", "scan --format csv"), ("scna", "did you mean: claims-tui scan"), ("zzzz", "check the name")],
)
def test_a_word_that_is_no_file_is_answered_with_what_it_may_mean(name: str, words: str) -> None:
    assert words in advice(name)


def test_a_wrong_key_name_is_an_error_of_every_command(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    settings = tmp_path / "config.toml"
    settings.write_text('[keys]\nzooom = "n"\n', "utf-8")
    for given in (["scan"], ["check", "A ferry sank"], ["explain", "c0"]):
        assert run([*given, "--config", str(settings), str(tmp_path)]) == 2
        told = capsys.readouterr()
        assert told.out == ""
        assert told.err == f"claims-tui: {settings}: unknown key 'keys.zooom'; did you mean 'zoom'?\n"


def test_help_is_a_command_unless_a_file_has_its_name(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    assert as_help(["help"]) == ["--help"]
    assert as_help(["help", "scan"]) == ["scan", "--help"]
    assert as_help(["scan", "help"]) == ["scan", "help"]
    Path("help").mkdir()
    assert as_help(["help"]) == ["help"]
