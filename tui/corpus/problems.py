"""What is wrong with what cannot be read, in one line that says what to do about it."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path, PurePath


@dataclass(frozen=True, slots=True)
class Problem:
    """Why a path could not be read, and what to do about it."""

    path: str
    problem: str
    remedy: str

    def __str__(self) -> str:
        return f"{self.path}: {self.problem}; {self.remedy}"


class UnreadableError(Exception):
    """A path that gives no article.  `str()` is one line for the person."""

    def __init__(self, path: Path | str, problem: str, remedy: str) -> None:
        self.details = Problem(PurePath(path).as_posix(), problem, remedy)
        super().__init__(str(self.details))

    @property
    def path(self) -> str:
        """The path as it was named."""
        return self.details.path

    @property
    def problem(self) -> str:
        """What is wrong, without the path."""
        return self.details.problem

    @property
    def remedy(self) -> str:
        """What the person can do."""
        return self.details.remedy


class ExhaustedError(Exception):
    """A limit for a file as a whole was reached: nothing more of it is read."""

    def __init__(self, path: str, problem: str, remedy: str) -> None:
        self.details = Problem(path, problem, remedy)
        super().__init__(str(self.details))
