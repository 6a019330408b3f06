"""Notes, tags and bulk decisions in the log: steps, round trips, cuts, damage."""

from __future__ import annotations

import itertools
import tomllib
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.workspace.decisions import Decisions
from tui.workspace.log import parse, write
from tui.workspace.records import Record, Remarking, Step, Subject
from tui.workspace.rows import Verdict

TEXT = st.text(st.characters(exclude_categories=["Cs"]), max_size=20)
SUBJECT = st.builds(Subject, TEXT, TEXT, TEXT, st.tuples(st.sampled_from(["0a", "ff"])))
SUBJECTS = st.lists(SUBJECT, min_size=1, max_size=4)
REMARK = st.tuples(SUBJECT, st.sampled_from(get_args(Remarking)), TEXT)
DEED = st.one_of(
    st.tuples(st.just("decide"), SUBJECTS, st.sampled_from(get_args(Verdict))),
    st.tuples(st.just("remark"), st.lists(REMARK, min_size=1, max_size=4)),
)


@pytest.fixture(autouse=True, scope="module")
def _no_waiting_for_the_disk() -> Iterator[None]:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("tui.workspace.decisions.os.fsync", lambda _: None)
        yield


def subject(name: str) -> Subject:
    return Subject(name, f"words of {name}", f"print of {name}", ("0a",))


def do(log: Decisions, deed: tuple[Any, ...]) -> Step:
    return log.decide_all(deed[1], deed[2]) if deed[0] == "decide" else log.remark(deed[1])


def flat(steps: list[Step]) -> tuple[Record, ...]:
    return tuple(record for step in steps for record in step.records)


@given(st.lists(DEED, max_size=5))
def test_steps_are_read_back(deeds: list[tuple[Any, ...]]) -> None:
    with TemporaryDirectory() as folder:
        path = Path(folder, "log.toml")
        log = Decisions(path, "kim")
        steps = [do(log, deed) for deed in deeds]
        again = Decisions(path, "kim")
        assert again.problems == ()
        assert again.standing == log.standing == flat(steps)
        for step in reversed(steps):
            assert again.undo() == step
        assert again.undo() is None
        assert Decisions(path, "kim").standing == ()


@given(st.lists(st.one_of(DEED, st.sampled_from(["undo", "redo", "reopen"])), max_size=15))
def test_undo_and_redo_move_whole_steps_across_sessions(moves: list[Any]) -> None:
    with TemporaryDirectory() as folder:
        path = Path(folder, "log.toml")
        log = Decisions(path, "kim")
        done: list[Step] = []
        undone: list[Step] = []
        for move in moves:
            if move == "undo":
                assert log.undo() == (done[-1] if done else None)
                undone += [done.pop()] if done else []
            elif move == "redo":
                assert log.redo() == (undone[-1] if undone else None)
                done += [undone.pop()] if undone else []
            elif move == "reopen":
                log = Decisions(path, "kim")
            else:
                done.append(do(log, move))
                undone.clear()
            assert log.standing == flat(done)


@given(SUBJECTS, st.lists(REMARK, min_size=1, max_size=3), st.data())
def test_a_cut_anywhere_keeps_every_record_before_it(
    subjects: list[Subject], remarks: list[tuple[Subject, Remarking, str]], data: st.DataObject
) -> None:
    with TemporaryDirectory() as folder:
        path = Path(folder, "log.toml")
        log = Decisions(path, "kim")
        log.decide_all(subjects, "unproven")
        log.remark(remarks)
        whole = path.read_bytes()
        records = [tomllib.loads(whole.decode())["decision"], log.standing]
        ends = [0]
        for table in records[0]:
            ends.append(ends[-1] + len(write(table)))
        assert ends[-1] == len(whole)
        cut = data.draw(st.integers(0, len(whole)))
        path.write_bytes(whole[:cut])
        again = Decisions(path, "kim")
        kept = sum(end - 1 <= cut for end in ends[1:])
        assert again.standing == log.standing[:kept]
        added = again.remark([(subject("later"), "note", "after the crash")])
        assert Decisions(path, "kim").standing == (*log.standing[:kept], *added.records)


def test_a_bulk_step_cut_short_is_undone_as_far_as_it_got(tmp_path: Path) -> None:
    path = tmp_path / "kim.toml"
    log = Decisions(path, "kim")
    log.decide_all([subject(f"c{n}") for n in range(5)], "irrelevant")
    path.write_bytes(path.read_bytes()[:-40])
    again = Decisions(path, "kim")
    undone = again.undo()
    assert undone is not None
    assert undone.claims == ("c0", "c1", "c2", "c3")
    assert again.standing == ()
    assert Decisions(path, "kim").redo() == undone


def test_one_record_a_change_and_one_for_the_undo_of_all(tmp_path: Path) -> None:
    log = Decisions(tmp_path / "kim.toml", "kim")
    log.decide_all([subject("c1"), subject("c2")], "refuted")
    log.remark([(subject("c1"), "tag", "court"), (subject("c1"), "untag", "old")])
    log.undo()
    log.undo()
    rows = tomllib.loads(log.path.read_text("utf-8"))["decision"]
    assert [row["action"] for row in rows] == ["decide", "decide", "tag", "untag", "undo", "undo"]
    assert rows[0]["step"] == rows[1]["step"] == rows[5]["of"]
    assert rows[2]["step"] == rows[3]["step"] == rows[4]["of"]
    assert len({row["id"] for row in rows}) == 6


def test_a_log_from_before_steps_is_read(tmp_path: Path) -> None:
    numbers = itertools.count(1)
    common = {"time": "2024-05-01T10:00:00Z", "analyst": "kim", "text": "t", "fingerprint": "f"}

    def row(action: str, claim: str, **more: Any) -> bytes:
        return write({"id": f"d{next(numbers)}", **common, "action": action, "claim": claim, **more})

    decided = {"verdict": "refuted", "note": "seen", "evidence": ["0a"]}
    path = tmp_path / "kim.toml"
    path.write_bytes(
        row("decide", "c1", **decided)
        + row("decide", "c2", **decided)
        + row("undo", "c2", of="d2")
        + row("redo", "c2", of="d2")
        + row("undo", "c2", of="d2")
    )
    log = Decisions(path, "kim")
    assert log.problems == ()
    assert [record.claim for record in log.standing] == ["c1"]
    redone = log.redo()
    assert redone is not None
    assert redone.claims == ("c2",)


def test_two_halves_of_a_file_merge_by_lines(tmp_path: Path) -> None:
    base, ours, theirs = (tmp_path / name for name in ("base", "ours", "theirs"))
    Decisions(base, "kim").decide_all([subject("c1"), subject("c2")], "refuted")
    common = base.read_bytes()
    for path in (ours, theirs):
        path.write_bytes(common)
    Decisions(ours, "kim").remark([(subject("c1"), "tag", "court")])
    Decisions(theirs, "kim").undo()
    merged = tmp_path / "merged"
    merged.write_bytes(ours.read_bytes() + theirs.read_bytes()[len(common) :])
    log = Decisions(merged, "kim")
    assert log.problems == ()
    assert [record.claim for record in log.standing] == ["c1"]


@pytest.mark.parametrize(
    ("key", "value"), [("evidence", "0a"), ("evidence", [1]), ("tag", 3), ("step", 7), ("tag", None)]
)
def test_a_tag_record_that_says_too_little_is_a_problem(key: str, value: object) -> None:
    names = ("id", "time", "analyst", "claim", "text", "fingerprint")
    table: dict[str, Any] = {**dict.fromkeys(names, "x"), "action": "tag", "evidence": ["0a"], "tag": "court"}
    assert parse(write(table)).problems == ()
    table[key] = value
    parsed = parse(write({name: held for name, held in table.items() if held is not None}))
    assert parsed.records == ()
    assert parsed.problems
