"""What leaves the browser: copies, files, pipes, and other programs with the screen to themselves."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import textwrap
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from textual.app import SuspendNotSupported

from tui.app.deck import Deck

if TYPE_CHECKING:
    from tui.model import Article


_NAME = 40  # characters of a file name that is offered


class Outgoing(Deck):
    """The deck with ways out of it."""

    # -- copying

    def action_copy(self) -> None:
        """Copy what the cursor stands on: a title, a claim, or words with the place they stand in."""
        self.rest.now()
        self._copy(self._selected())

    def action_copy_claim(self) -> None:
        """Copy all that is known of the claim, as Markdown."""
        self.rest.now()
        self._copy(self._markdown())

    def _copy(self, text: str) -> None:
        from tui.app.clipboard import copy

        if text:
            self.footer.say(copy(text, os.environ, self.app.copy_to_clipboard))
        else:
            self.footer.say("Nothing to copy here")

    def _selected(self) -> str:
        """The row of the list; in the other panes the words pointed at, as a citation."""
        from tui.app.handoff import citation

        if self.panes.current == "list":
            articles, claims = self.lists.articles.current, self.lists.claims.current
            if self.lists.view == "articles":
                return articles.title if articles else ""
            return claims.text if claims else ""
        place = self._pointed_at()
        return citation(*place) if place else ""

    def _pointed_at(self) -> tuple[Article, int, int] | None:
        """The article and the span that the cursor of the article or the inspector stands for."""
        place = self.reading.inspector.target if self.panes.current == "inspector" else self.reading.here()
        found: tuple[Article, int, int] | None = None
        if place is not None:
            with self.tolerating_loss():
                found = self.workspace.article(place.article).article, place.start, place.end
        return found

    def _markdown(self) -> str:
        """The current claim's dossier; empty if there is no claim."""
        from tui.report.markdown import claim_lines

        dossier = self.reading.inspector.dossier
        return "\n".join(claim_lines(dossier)).lstrip("\n") + "\n" if dossier else ""

    # -- files and commands

    def action_save(self) -> None:
        """Ask for a file name and write the claim's dossier there; never over a file that exists."""
        self.rest.now()
        dossier = self.reading.inspector.dossier
        if dossier is None:
            self.footer.say("No claim to save")
            return
        self._ask("save as:", _file_name(dossier.claim.text), self._save)

    def _ask(self, label: str, value: str, answer: Callable[[str], None]) -> None:
        from tui.app.question import Question

        self.app.push_screen(Question(label, value), lambda given: answer(given) if given else None)

    def _save(self, name: str) -> None:
        text = self._markdown()
        try:
            path = Path(name).expanduser()
            with path.open("x", encoding="utf-8", errors="replace") as file:
                file.write(text)
        except FileExistsError:
            self.footer.say(f"{name} exists already and was left as it is", bad=True)
        except (OSError, ValueError, RuntimeError) as error:
            self.footer.say(f"Not saved: {name}: {_reason(error)}", bad=True)
        else:
            self.footer.say(f"Saved as {path.absolute()}")

    def action_pipe(self) -> None:
        """Ask for a command and give it the claim's dossier as Markdown."""
        self.rest.now()
        if self.reading.claim is None:
            self.footer.say("No claim to pipe")
        else:
            self._ask("pipe to:", "", self._pipe)

    def _pipe(self, command: str) -> None:
        shell = os.environ.get("SHELL") or "/bin/sh"
        self._outside([shell, "-c", command], self._markdown())

    def action_edit(self) -> None:
        """Open the article's file in the person's editor, at the line."""
        from tui.app.handoff import editor_command, file_of, line_of

        self.rest.now()
        place = self._pointed_at()
        path = file_of(place[0]) if place else None
        if place is None or path is None:
            name = place[0].path if place else None
            self.footer.say(f"{name} is not there any more" if name else "No article to open", bad=bool(name))
            return
        try:
            command = editor_command(os.environ, path, line_of(path, place[0], place[1]))
        except ValueError as error:
            self.footer.say(f"$EDITOR: {error}", bad=True)
        else:
            self._outside(command)

    def _outside(self, command: Sequence[str], text: str | None = None) -> None:
        """Run `command` with the terminal to itself, `text` on its standard input; say how it ended.

        A command that was given text may print something: it stays until enter is pressed.
        """
        try:
            with self.app.suspend():
                code = run(command, text)
        except SuspendNotSupported:
            self.footer.say("This terminal cannot be lent to another program", bad=True)
        except (OSError, ValueError) as error:
            self.footer.say(f"{command[0]}: {_reason(error)}", bad=True)
        else:
            self.footer.say(f"{command[0]} ended with {code}" if code else "", bad=bool(code))

    def action_open_url(self) -> None:
        """Open the article's address in a browser; where there is none, copy it."""
        self.rest.now()
        place = self._pointed_at()
        url = (place[0].url if place else None) or ""
        if not url.startswith(("http://", "https://")):
            self.footer.say("This article has no address on the web")
        elif sys.platform == "darwin" or {"DISPLAY", "WAYLAND_DISPLAY"} & os.environ.keys():
            self.app.open_url(url)
            self.footer.say(f"Given to your browser: {url}")
        else:
            self._copy(url)
            self.footer.say(f"No browser on this machine. {self.footer.status.message}: {url}")


def _reason(error: Exception) -> str:
    return getattr(error, "strerror", None) or str(error)


def run(command: Sequence[str], text: str | None = None) -> int:
    """The exit code of `command`; the screen is where stderr goes, whatever stdout is.

    An interrupt typed meanwhile is for the command alone.
    """
    before = signal.signal(signal.SIGINT, lambda *_: None)
    try:
        return _run_through(command, text)
    finally:
        signal.signal(signal.SIGINT, before)


def _run_through(command: Sequence[str], text: str | None) -> int:
    done = subprocess.run(  # noqa: S603 (the person typed or configured it)
        command,
        input=None if text is None else text.encode("utf-8", "replace"),
        stdout=sys.__stderr__,
        check=False,
    )
    if text is not None and sys.__stderr__ and sys.__stdin__:
        print("-- enter goes back --", end=" ", file=sys.__stderr__, flush=True)
        sys.__stdin__.readline()
    return done.returncode


def _file_name(text: str) -> str:
    """The first words of a text as the name of a file."""
    from tui.workspace.paths import slug

    return f"{slug(textwrap.shorten(text, _NAME, placeholder='') or text)}.md"
