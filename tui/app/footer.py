"""The bottom line: the status line, and the prompt beside it while something is typed."""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import TYPE_CHECKING

from textual.app import ComposeResult
from textual.containers import Horizontal

from tui.app.completion import Complete
from tui.app.rest import Rest
from tui.app.status_line import StatusLine

if TYPE_CHECKING:
    from tui.app.notice import Notice
    from tui.app.prompt import Prompt

_TOGETHER = 0.05  # seconds between keystrokes that are taken for one
_HOW = "enter keeps it, ^g leaves"


class Footer(Horizontal):
    """Says things, and asks for what to find; `sign`, before the prompt, says where.

    `take` gets what is typed as far as it is typed, and whether enter was pressed.
    """

    def __init__(self, take: Callable[[str, bool], None]) -> None:
        super().__init__(id="bottom")
        self._take = take
        self.status = StatusLine("status")
        self.prompt: Prompt | None = None
        self.before = ""
        self.sign = "/"
        self._rest = Rest(self)
        self._heard = 0.0
        self._notice: Notice | None = None

    def compose(self) -> ComposeResult:
        """The prompt comes when it is asked for."""
        yield self.status

    @property
    def prompting(self) -> bool:
        """Whether something is being typed."""
        return self.prompt is not None

    async def ask(
        self, value: str, sign: str = "/", before: str = "", complete: Complete | None = None
    ) -> Prompt:
        """Open the prompt with `value` in it, `sign` before it; `before` is the filter to go back to."""
        from tui.app.prompt import PromptLine

        line = PromptLine(value, sign, complete, self._hear)
        self.prompt, self.before, self.sign = line.prompt, before, sign
        await self.mount(line, before=self.status)
        self.status.report("")
        self.say(_HOW)
        return line.prompt

    def answer(self, count: str) -> None:
        """How much the filter found; the completions while one goes through them."""
        if self.prompt is not None:
            self.say(f"{count}   {self.prompt.choices or _HOW}")

    def close(self, progress: str) -> None:
        """Take the prompt away and show `progress` again."""
        self._rest.cancel()
        self.prompt = None
        self.query("#prompt").remove()
        self.status.report(progress)
        self.say("")

    def _hear(self) -> None:
        """A letter is taken at once; of a flurry of them the first, and the line as it is in the end."""
        now = time.monotonic()
        if now - self._heard < _TOGETHER:
            self._rest.then(self._tell, _TOGETHER)
        else:
            self._rest.cancel()
            self._tell()
        self._heard = now

    def on_input_submitted(self) -> None:
        """At once."""
        self._rest.cancel()
        self._tell(kept=True)

    def _tell(self, kept: bool = False) -> None:
        if self.prompt is not None:
            self._take(self.prompt.value, kept)

    # -- what is said

    def say(self, message: str, bad: bool = False, whole: bool = True) -> None:
        """A message until the next key; above the line if there is no room in it, or cut if not `whole`."""
        fits = not whole or self.status.has_room(message)
        self.status.say(message if fits else _HOW if self.prompting else "", bad and fits)
        if not fits:
            self._say_at_length(message, bad)
        elif self._notice is not None:
            self._notice.display = False

    def _say_at_length(self, message: str, bad: bool) -> None:
        if self._notice is None:
            from tui.app.notice import Notice

            self._notice = Notice()
            self.screen.mount(self._notice)
        self._notice.say(message, bad)

    def complain(self, problems: tuple[str, ...] | list[str]) -> None:
        """The first of `problems`, and how many there are besides."""
        if problems:
            more = f" (and {len(problems) - 1} more)" if len(problems) > 1 else ""
            self.say(problems[0] + more, bad=True)

    def report(self, progress: str) -> None:
        """The right end; not while a filter is typed."""
        if not self.prompting:
            self.status.report(progress)
