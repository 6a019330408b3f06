"""Incremental equals from scratch: whatever happened to the files, the scan prints the same bytes."""

from __future__ import annotations

import json
import os
import shutil
from pathlib import Path
from tempfile import mkdtemp

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, rule

from tests.workspace.fixtures import configure
from tui.report.document import scan_document
from tui.workspace.workspace import Workspace

NAMES = st.sampled_from(["a.txt", "b.txt", "c.txt", "sub/d.txt", "e.jsonl", "f.jsonl"])
SENTENCES = st.sampled_from(
    [
        "The harbour of Orrin will close in May, a dock worker told the Orrin Gazette.",
        "The Harbour Board denied that the harbour of Orrin will close in May.",
        "Mayor Ada Quill could not confirm the report.",
        "Some 40 houses burned in Lund on Monday, the fire service said.",
        "Around 60 houses burned in Lund, according to the Coast News.",
        "Russia's president Ann Roe signed the treaty on Friday.",
        "Roe signed the treaty after long talks.",
    ]
)
SEEN = st.booleans()  # whether the workspace is brought up to date after a change
BODIES = SENTENCES | st.lists(SENTENCES, min_size=2, max_size=3).map("\n".join)
ARTICLES = st.lists(st.tuples(SENTENCES, st.sampled_from(["", "Orrin Gazette", "Coast News"])), max_size=3)


class Corpus(RuleBasedStateMachine):
    """Somebody who works on the files, and one workspace that is scanned now and then."""

    def __init__(self) -> None:
        super().__init__()
        self.home = Path(mkdtemp())
        self.folder = self.home / "corpus"
        self.folder.mkdir()
        self.time = 0
        self.workspace = self.opened("kept")

    def opened(self, name: str) -> Workspace:
        config = configure(self.home / name, corpus=[self.folder])
        return Workspace.open(config, config.corpus)

    @initialize(bodies=st.lists(BODIES, min_size=2, max_size=3), articles=ARTICLES)
    def begin(self, bodies: list[str], articles: list[tuple[str, str]]) -> None:
        """Some files, looked at once."""
        for name, body in zip(("a.txt", "b.txt", "c.txt"), bodies, strict=False):
            self.put(name, body)
        self.put("e.jsonl", _lines(articles))
        self.workspace.scan()

    def put(self, name: str, content: str) -> None:
        file = self.folder / name
        file.parent.mkdir(exist_ok=True)
        file.write_text(content)
        self.time += 1
        os.utime(file, (self.time, self.time))  # of a file that is new, nobody can say that it is unchanged

    @rule(name=NAMES, body=BODIES, articles=ARTICLES, seen=SEEN)
    def write(self, name: str, body: str, articles: list[tuple[str, str]], seen: bool) -> None:
        """A file is new, or has another text."""
        self.put(name, _lines(articles) if name.endswith("jsonl") else body)
        if seen:
            self.workspace.scan()

    @rule(name=NAMES, other=NAMES, seen=SEEN)
    def move(self, name: str, other: str, seen: bool) -> None:
        """A file goes by another name, over one that may be there."""
        if (self.folder / name).is_file():
            (self.folder / other).parent.mkdir(exist_ok=True)
            (self.folder / name).replace(self.folder / other)
        if seen:
            self.workspace.scan()

    @rule(name=NAMES, seen=SEEN)
    def remove(self, name: str, seen: bool) -> None:
        """A file is gone."""
        (self.folder / name).unlink(missing_ok=True)
        if seen:
            self.workspace.scan()

    @rule(asked=st.integers(0, 40))
    def interrupt(self, asked: int) -> None:
        """A scan is cancelled somewhere."""
        answers = iter([False] * asked)
        self.workspace.scan(cancelled=lambda: next(answers, True))

    @rule()
    def open_again(self) -> None:
        """Another session."""
        self.workspace = self.opened("kept")

    @rule()
    def lose_the_index(self) -> None:
        """The index is deleted; what was found in the articles is still there."""
        shutil.rmtree(self.workspace.config.cache_dir / "index", ignore_errors=True)
        self.workspace = self.opened("kept")

    def teardown(self) -> None:
        """In the end both print the same."""
        fresh = self.opened("fresh")
        assert self.printed(self.workspace) == self.printed(fresh)
        assert self.workspace.notices == []
        shutil.rmtree(self.home)

    @staticmethod
    def printed(workspace: Workspace) -> tuple[tuple[str, ...], str]:
        """What ``scan --json`` tells of it."""
        problems = workspace.scan().problems
        return problems, "".join(scan_document(workspace))


def _lines(articles: list[tuple[str, str]]) -> str:
    return "".join(json.dumps({"text": text, "publisher": by}) + "\n" for text, by in articles)


Corpus.TestCase.settings = settings(max_examples=40, stateful_step_count=10)
TestCorpus = Corpus.TestCase
