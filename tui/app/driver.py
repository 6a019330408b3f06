"""The terminal driver: Textual's own, made to survive what real terminals send and do."""

from __future__ import annotations

import os
import select
import signal
from codecs import getincrementaldecoder

from textual._parser import ParseError
from textual._xterm_parser import XTermParser
from textual.drivers.linux_driver import LinuxDriver

_READ = 4096  # bytes
_TICK = 0.1  # seconds; bounds how long leaving waits for the input thread


class TerminalDriver(LinuxDriver):
    """Forgives the bytes, outlives the terminal, and keeps the mouse quiet.

    Bytes that are not UTF-8 become U+FFFD instead of ending the program (textual#6456); a terminal that
    went away ends it like SIGHUP; the mouse reports clicks and the wheel but not every movement.
    """

    def run_input_thread(self) -> None:
        """Read keys until the driver stops."""
        parser = XTermParser(self._debug)
        decode = getincrementaldecoder("utf-8")(errors="replace").decode
        while not self.exit_event.is_set():
            ready, _, _ = select.select([self.fileno], [], [], _TICK)
            if ready:
                data = self._read()
                if not data:
                    os.kill(os.getpid(), signal.SIGHUP)
                    return
                for event in parser.feed(decode(data)):
                    self.process_message(event)
            for event in parser.tick():
                self.process_message(event)
        self._finish(parser)

    def _read(self) -> bytes:
        try:
            return os.read(self.fileno, _READ)
        except OSError:
            return b""

    @staticmethod
    def _finish(parser: XTermParser) -> None:
        try:
            for _ in parser.feed(""):
                pass
        except (EOFError, ParseError):
            pass

    def use_mouse(self, wanted: bool) -> None:
        """Ask the terminal for clicks and the wheel, or no longer."""
        self._disable_mouse_support()
        self._mouse = wanted
        self._enable_mouse_support()
        self.flush()

    def _enable_mouse_support(self) -> None:
        if self._mouse:
            self.write("\x1b[?1000h\x1b[?1006h")

    def _enable_mouse_pixels(self) -> None:
        """Cells are precise enough."""
