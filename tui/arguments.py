"""What may be typed after ``claims-tui``: options, help, and errors of one line."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path
from typing import NoReturn

from tui import __version__

UNUSABLE = 2  # the exit code for wrong usage

_USAGE = """\
claims-tui [--config FILE] [PATH…]
       claims-tui scan [PATH…] [--json | --format text|json|markdown|csv]
       claims-tui check TEXT [PATH…] [--json]
       claims-tui explain CLAIM-ID [PATH…]"""

_MORE = """\
commands:
  (none)         open the browser on PATH…, or on the corpus of config.toml
  scan           print every claim: status, who denies it, where it recurs, numbers
                 (export: --json; with your decisions: --format csv or markdown)
  check TEXT     print where a claim you type recurs, and who takes which stance (-: from stdin)
  explain ID     print how a claim got its status: every mention with rule, cue and chain

PATH is a file or a folder, read at any depth; - is stdin (scan, check, explain).
Text, JSON, tables, mail, saved pages, feeds, web archives; and these in .gz and .zip.
A folder named like a command is ./scan.

examples:
  claims-tui                                   the seed articles, or your configured corpus
  claims-tui ~/articles/2023-01                a folder
  claims-tui scan seeds --json > claims.json
  claims-tui check "the ferry will be sold" ~/articles
  claims-tui scan seeds --format csv > triage.csv

keys in the browser:
  j k g G, arrows  move         tab 1 2 3  panes          enter  open, go to the evidence
  n N              next claim   / filter   ? all keys     q      quit
  v x o w i        verified, refuted, unproven, follow-up, irrelevant; then the next claim
  u, ctrl+r        undo, redo

exit codes:
  0    something was found (or the browser was left)
  1    no claim, no recurrence, no such claim id
  2    wrong usage or settings, or something could not be read (the rest is printed all the same)
  130  interrupted

environment:
  CLAIMS_TUI_CORPUS     the corpus when no PATH is given (several: separated as in PATH)
  CLAIMS_TUI_CONFIG     settings file to use instead of the user's
  CLAIMS_TUI_ANALYST    whose decisions are shown and made
  CLAIMS_TUI_CONFIG_DIR, _CACHE_DIR, _DATA_DIR, _STATE_DIR   other places for the files below
  NO_COLOR, COLUMNS     as usual

files:
  CORPUS/config.toml                      settings that belong to a corpus
  ~/.config/claims-tui/config.toml        your settings
  ~/.local/share/claims-tui/decisions/    your decisions; append-only TOML
  ~/.cache/claims-tui/                    indexes; may be deleted at any time
  ~/.local/state/claims-tui/              where you left off
"""


def complain(message: str) -> int:
    """One line on stderr, free of anything a terminal would obey; returns the exit code for it."""
    from tui.corpus.cleaning import clean

    line = " ".join(clean(message).split())
    with suppress(OSError):
        sys.stderr.write(f"claims-tui: {line}\n")
    return UNUSABLE


_MEANT = {
    "export": "scan --format csv (json, markdown)",
    "report": "scan --format markdown (csv, json)",
    "dump": "scan --json",
    "json": "scan --json",
    "list": "scan",
    "show": "explain CLAIM-ID",
    "search": "check TEXT",
    "find": "check TEXT",
    "browse": "[PATH…]",
    "version": "--version",
}
_COMMANDS = ("scan", "check", "explain")


def advice(name: str) -> str:
    """What a word that is no file may have meant."""
    meant = _MEANT.get(name)
    if meant is None:
        from difflib import get_close_matches

        meant = next(iter(get_close_matches(name, _COMMANDS, 1, 0.7)), None)
    return f"did you mean: claims-tui {meant}" if meant else "check the name"


def as_help(given: Sequence[str]) -> list[str]:
    """``help``, ``help COMMAND`` as ``--help``, unless there is a file of that name."""
    if given[:1] == ["help"] and not Path("help").exists():
        return [*given[1:2], "--help"]
    return list(given)


def shared() -> argparse.ArgumentParser:
    """The options every command takes."""
    parser = _Parser(prog="claims-tui", add_help=False, allow_abbrev=False)
    parser.add_argument("--config", metavar="FILE", help="settings file to use instead of the user's")
    return parser


class _Parser(argparse.ArgumentParser):
    """A parser whose errors are one line."""

    def error(self, message: str) -> NoReturn:
        raise SystemExit(complain(f"{message}; claims-tui --help lists everything"))


def _parser(name: str, description: str, usage: str | None = None, epilog: str | None = None) -> _Parser:
    return _Parser(
        prog=f"claims-tui {name}".strip(),
        usage=usage,
        description=description,
        epilog=epilog,
        parents=[shared()],
        formatter_class=argparse.RawDescriptionHelpFormatter,
        allow_abbrev=False,
    )


def _add_paths(parser: argparse.ArgumentParser) -> None:
    told = "files or folders; default: the corpus of config.toml"
    parser.add_argument("paths", nargs="*", default=[], metavar="PATH", help=told)


def browse_parser() -> _Parser:
    """Without a command: the browser, and the help for everything."""
    about = "Browse claims in news articles: where one recurs, where it comes from, who denies it."
    parser = _parser("", about, _USAGE, _MORE)
    parser.add_argument("--version", action="version", version=f"claims-tui {__version__}")
    _add_paths(parser)
    return parser


def scan_parser() -> _Parser:
    """``scan``"""
    parser = _parser("scan", "Print every claim of the articles, those that need attention first.")
    _add_paths(parser)
    formats = parser.add_mutually_exclusive_group()
    formats.add_argument(
        "--json", dest="format", action="store_const", const="json", help="the JSON document"
    )
    kinds = ("text", "json", "markdown", "csv")
    formats.add_argument("--format", choices=kinds, default="text", help="how to print it; default: text")
    return parser


def check_parser() -> _Parser:
    """``check``"""
    parser = _parser("check", "Print where a claim recurs, best first, and who takes which stance on it.")
    parser.add_argument("claim", metavar="TEXT", help="the claim; - reads it from stdin")
    _add_paths(parser)
    parser.add_argument("--json", action="store_true", help="the JSON document")
    return parser


def explain_parser() -> _Parser:
    """``explain``"""
    parser = _parser(
        "explain", "Print how a claim got its status: every mention with stance, rule, cue and chain."
    )
    parser.add_argument("claim", metavar="CLAIM-ID", help="as scan and the browser show it")
    _add_paths(parser)
    return parser
