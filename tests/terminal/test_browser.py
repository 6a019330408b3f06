"""The browser on a real terminal: what it survives, what it leaves behind, what it costs."""

from __future__ import annotations

import os
import re
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.app.desk import open_desk
from tests.terminal.desk import analyse, texts
from tests.terminal.emulator import Emulator
from tests.terminal.session import Session
from tui.claims.processes import MANY

READY = "decided"


def start(home: Path, *arguments: str, **environment: str) -> Session:
    command = [sys.executable, "-m", "tests.terminal.desk", str(home), *arguments]
    return Session(command, home, environment=environment)


@pytest.fixture
def home(tmp_path: Path) -> Path:
    open_desk(tmp_path)
    return tmp_path


@pytest.fixture(scope="module")
def large(tmp_path_factory: pytest.TempPathFactory) -> Path:
    home = tmp_path_factory.mktemp("large")
    open_desk(home, texts=texts(400), analyse=analyse)
    return home


@pytest.fixture
def running(home: Path) -> Iterator[Session]:
    with start(home) as session:
        session.wait_for(READY)
        yield session


def test_killed_and_started_again_everything_is_there(home: Path) -> None:
    with start(home) as session:
        session.wait_for(READY)
        session.press("c")
        session.wait_for("1 Claims 5")
        session.press("x")
        session.wait_for("1 of 5 decided")
        session.press("v")
        session.wait_for("2 of 5 decided")
        session.press("u")
        session.wait_for("Undone: verified")
        session.press("/", "bridge")
        session.wait_for("1 Claims 3 of 5")
        session.press("\r")
        session.wait_for("/bridge")
        session.wait_quiet()
        assert session.end(signal.SIGKILL) == -signal.SIGKILL
    with start(home) as session:
        session.wait_for("1 of 5 decided")
        screen = session.wait_for("1 Claims 5")
        assert "= refuted" in screen
        session.press("\x12")
        session.wait_for("Redone: verified")
        session.wait_for("2 of 5 decided")


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP])
def test_told_to_end_it_leaves_the_terminal_as_it_was(running: Session, number: signal.Signals) -> None:
    assert running.screen.in_alternate_screen()
    assert running.end(number) == 128 + number
    assert not running.screen.in_alternate_screen()
    assert "25" in running.screen.modes
    assert not running.screen.modes & {"1000", "1003", "1006", "2004", "1004"}


def test_q_leaves_with_0_and_a_clean_terminal(running: Session) -> None:
    running.press("q")
    assert running.end() == 0
    assert not running.screen.in_alternate_screen()
    assert running.screen.text.strip() == ""


def test_a_terminal_that_goes_away_ends_it(running: Session) -> None:
    running.hang_up()
    assert running.process.wait(timeout=20) == 128 + signal.SIGHUP


def test_bytes_that_are_not_utf8_do_no_harm(running: Session) -> None:
    running.press(b"\xff\xfe\xc3(", b"\x1b[200~\xff pasted \xe9\x1b[201~")
    running.press("c")
    running.wait_for("1 Claims 5")


def test_ctrl_c_says_how_to_quit(running: Session) -> None:
    running.press("\x03")
    running.wait_for("q quits; every decision is saved already")


def test_no_control_character_of_a_text_reaches_the_terminal(tmp_path: Path) -> None:
    evil = "[/x] Title \x1b]0;owned\x07\n\nThe \x9b2Jbridge \x1b[5;5H\u202efell.\n"
    open_desk(tmp_path, texts={"herald.txt": evil})
    with start(tmp_path) as session:
        session.wait_for("fell.")
        assert b"owned\x07" not in session.output
        assert "\x9b".encode() not in session.output
        assert "\u202e".encode() not in session.output
        assert b"\x1b[5;5H\xe2" not in session.output


def test_without_utf8_nothing_but_ascii_is_drawn(home: Path) -> None:
    with start(home, LC_ALL="C") as session:
        session.wait_for(READY)
        session.press("c")
        session.wait_for("x  denied")
        assert session.output.isascii()


def test_without_colour_no_colour_is_sent(home: Path) -> None:
    with start(home, NO_COLOR="1") as session:
        session.wait_for(READY)
        session.wait_quiet()
        codes = {code for run in re.findall(rb"\x1b\[([\d;]*)m", session.output) for code in run.split(b";")}
        assert not codes & {b"%d" % code for code in [*range(30, 39), *range(40, 49), *range(90, 108)]}
        assert b"1" in codes


def test_wide_and_combining_characters_leave_the_borders_straight(running: Session) -> None:
    running.press("G")
    screen = running.wait_for("橋梁")
    running.wait_quiet()
    assert "🌉" in screen
    borders = running.screen.column(79)
    assert borders[0] + borders[22] == "╮╯"
    assert set(borders[1:22]) == {"│"}


def test_starting_imports_no_dialog_and_no_analysis(home: Path) -> None:
    program = (
        "import sys; from pathlib import Path; from tests.app.desk import open_desk;"
        "from tui.app.main import run; home = Path(sys.argv[1]);"
        "run(open_desk(home, scan=False)); (home / 'modules').write_text(' '.join(sys.modules))"
    )
    with Session([sys.executable, "-c", program, str(home)], home) as session:
        session.wait_for(READY)
        session.wait_quiet()
        session.press("j", "q")
        session.end()
    modules = (home / "modules").read_text().split()
    assert "tui.app.browser" in modules
    late: tuple[str, ...] = (
        "tui.app.help_page",
        "tui.app.palette",
        "tui.app.prompt",
        "tui.claims",
        "tui.language",
    )
    late += ("tui.workspace.dossier", "rapidfuzz")
    late += ("tui.app.sheet", "tui.app.entry_page", "tui.app.side_by_side", "tui.app.drift_grid")
    late += ("tui.app.question", "tui.app.clipboard", "tui.app.handoff", "tui.report.markdown")
    assert [name for name in modules if name.startswith(late)] == []


def test_what_start_and_keys_send(large: Path) -> None:
    """Bytes, which do not depend on how busy the machine is: the budgets of a slow line."""
    with start(large, "400") as session:
        session.wait_for("1 Articles 400")
        session.wait_quiet()
        assert len(session.output) <= 30_000
        session.press("1", "j")
        session.wait_quiet(0.08)
        session.wait_quiet()
        costs = [_cost(session, "k" if step % 2 else "j") for step in range(4)]
        assert max(costs) <= 500
        assert _cost(session, "G") <= 4_500
        session.press("g")
        session.wait_quiet()
        session.press("2")
        session.wait_quiet()
        session.press("K", "K")
        session.wait_quiet()
        assert "Council note 0 on" in session.screen.text
        assert min(_cost(session, "n") for _ in range(3)) <= 1_000, "a step that does not scroll"


def _cost(session: Session, key: str) -> int:
    """Bytes until the first pause, before the other panes follow."""
    session.press(key)
    bytes_sent = session.wait_quiet(0.06)
    session.wait_quiet()
    return bytes_sent


def test_a_held_key_draws_little(large: Path) -> None:
    with start(large, "400") as session:
        session.wait_for("1 Articles 400")
        session.press("1", "g")
        session.wait_quiet()
        before = len(session.output)
        for _ in range(60):
            session.press("j")
            session.read_for(1 / 30)
        session.wait_quiet()
        assert "Council note 60 on" in session.screen.text
        assert len(session.output) - before <= 40_000


def test_suspended_and_woken_it_draws_itself_again(running: Session) -> None:
    running.press("\x1a")
    os.waitid(os.P_PID, running.process.pid, os.WSTOPPED | os.WNOWAIT)
    running.wait_quiet()
    assert not running.screen.in_alternate_screen()
    running.process.send_signal(signal.SIGCONT)
    running.wait_for(READY)
    running.press("c")
    running.wait_for("1 Claims 5")


def test_a_failure_is_one_line_without_a_word_of_the_articles(home: Path) -> None:
    program = (
        "import sys; from pathlib import Path; from tests.app.desk import open_desk;"
        "from tui.app.browser import Browser; from tui.app.main import run;"
        "Browser.action_zoom = lambda self: self.reading.article.article.article.text['x'];"
        "sys.exit(run(open_desk(Path(sys.argv[1]), scan=False)))"
    )
    with Session([sys.executable, "-c", program, str(home)], home) as session:
        session.wait_for(READY)
        session.press("z")
        assert session.end() == 1
        assert not session.screen.in_alternate_screen()
        said = session.screen.text.strip().replace("\n", "")
        assert said.startswith("claims-tui: the browser failed (TypeError in ")
        assert said.endswith("saved")
        assert "Lund" not in said


def test_without_a_terminal_it_says_so(home: Path) -> None:
    command = [sys.executable, "-m", "tests.terminal.desk", str(home)]
    done = subprocess.run(command, stdin=subprocess.DEVNULL, capture_output=True, text=True, check=False)
    assert done.returncode == 2
    assert done.stderr.count("\n") == 1
    assert "needs a terminal" in done.stderr


def test_the_bundled_articles_from_the_command_line(tmp_path: Path) -> None:
    command = [sys.executable, "-c", "import sys, tui.cli; sys.exit(tui.cli.run())"]
    with Session(command, tmp_path, size=(160, 50)) as session:
        session.wait_for("1 Articles 5")
        session.press("c")
        screen = session.wait_for("Recurs in 5 articles")
        assert "Taliban spokesman" in screen
        assert "White House" in screen
        session.press("o")
        session.wait_for("1 of ")
        session.press("q")
        assert session.end() == 0


def test_nobody_who_quits_waits_for_a_scan(tmp_path: Path) -> None:
    program = (
        "import sys, time; from pathlib import Path; from tests.app.desk import open_desk;"
        "from tui.app.main import run;"
        "sys.exit(run(open_desk(Path(sys.argv[1]), scan=False, analyse=lambda *_: time.sleep(3600))))"
    )
    with Session([sys.executable, "-c", program, str(tmp_path)], tmp_path) as session:
        session.wait_for("Reading")
        session.press("c")
        session.wait_for("1 Claims 0")
        session.press("q")
        assert session.end() == 0
        assert not session.screen.in_alternate_screen()


def test_ctrl_l_draws_the_whole_screen_again(running: Session) -> None:
    running.wait_quiet()
    before, sent = running.screen.text, len(running.output)
    running.press("\x0c")
    running.wait_quiet()
    anew = Emulator(80, 24)
    anew.feed(running.output[sent:])
    assert anew.text == before


def test_a_corpus_that_takes_several_processes_is_read_in_the_browser(tmp_path: Path) -> None:
    news = tmp_path / "news"
    news.mkdir()
    for number in range(MANY + 6):
        text = f"The council of Lund will close school {number} in May, mayor Ida Berg said.\n"
        (news / f"{number:03}.txt").write_text(text, encoding="utf-8")
    with Session([sys.executable, "-m", "tui.cli", str(news)], tmp_path) as session:
        session.wait_for(f"1 Articles {MANY + 6}")
        session.wait_for("0 of ")
        assert "failed" not in session.screen.text
