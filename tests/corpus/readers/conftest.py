from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from tui.corpus.reading import Content, Limits, Options, Problem, UnreadableError, read_file

Reading = Callable[..., Content]


@pytest.fixture
def reading(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Reading:
    """Writes a file of a name and bytes, reads it under limits, and gives what it holds."""
    monkeypatch.chdir(tmp_path)

    def read(name: str, data: bytes | str, **limits: int) -> Content:
        path = Path(name)
        path.write_bytes(data.encode() if isinstance(data, str) else data)
        options = replace(Options(), limits=Limits(**limits))
        try:
            return read_file(path, options=options)
        except UnreadableError as error:
            return Content((), (error.details,), "")

    return read


def lines(problems: tuple[Problem, ...]) -> list[str]:
    return [str(problem) for problem in problems]
