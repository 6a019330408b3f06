"""The command ``claims-tui``: what it takes, what it prints, its exit codes."""

from __future__ import annotations

import argparse
import io
import os
import sys
from collections.abc import Callable, Iterable, Sequence
from contextlib import suppress
from typing import TYPE_CHECKING, NoReturn

from tui import __version__

if TYPE_CHECKING:
    from tui.config import Config
    from tui.report.page import Style
    from tui.workspace.workspace import ScanReport, Workspace

FOUND, NOTHING, UNUSABLE, INTERRUPTED = 0, 1, 2, 130

_USAGE = """\
claims-tui [--config FILE] [PATH…]
       claims-tui scan [PATH…] [--json | --format text|json|markdown|csv]
       claims-tui check TEXT [PATH…] [--json]
       claims-tui explain CLAIM-ID [PATH…]"""

_MORE = """\
commands:
  (none)         open the browser on PATH…, or on the corpus of config.toml
  scan           print every claim: status, who denies it, where it recurs, numbers
  check TEXT     print where a claim you type recurs, and who takes which stance (-: from stdin)
  explain ID     print how a claim got its status: every mention with rule, cue and chain

PATH is a text file or a folder, read at any depth.  A folder named like a command is ./scan.

examples:
  claims-tui                                   the seed articles, or your configured corpus
  claims-tui ~/articles/2023-01                a folder
  claims-tui scan seeds --json > claims.json
  claims-tui check "Russia asked the Taliban for weapons" seeds
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


def run(arguments: Sequence[str] | None = None) -> int:
    """Runs one command; returns its exit code."""
    given = list(sys.argv[1:] if arguments is None else arguments)
    if isinstance(sys.stdout, io.TextIOWrapper):
        sys.stdout.reconfigure(errors="backslashreplace")
    try:
        return _dispatch(given)
    except KeyboardInterrupt:
        return INTERRUPTED
    except BrokenPipeError:
        _discard_output()
        return FOUND
    except OSError as error:
        _discard_output()
        return _complain(
            f"the output cannot be written ({error.strerror or error}); make room or name another place"
        )


def _discard_output() -> None:
    """Nobody reads on, or nothing can be written: what is still buffered must not raise at exit."""
    with suppress(OSError, ValueError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _dispatch(given: list[str]) -> int:
    options, rest = _shared().parse_known_args(given)
    name = rest[0] if rest else ""
    command, parser = COMMANDS.get(name, (_browse, _browse_parser))
    parsed = parser().parse_args(rest[1:] if name in COMMANDS else rest, options)
    code = command(parsed)
    sys.stdout.flush()
    return code


def _shared() -> argparse.ArgumentParser:
    parser = _Parser(prog="claims-tui", add_help=False, allow_abbrev=False)
    parser.add_argument("--config", metavar="FILE", help="settings file to use instead of the user's")
    return parser


class _Parser(argparse.ArgumentParser):
    """A parser whose errors are one line."""

    def error(self, message: str) -> NoReturn:
        _complain(f"{message}; claims-tui --help lists everything")
        raise SystemExit(UNUSABLE)


def _parser(name: str, description: str, usage: str | None = None, epilog: str | None = None) -> _Parser:
    return _Parser(
        prog=f"claims-tui {name}".strip(),
        usage=usage,
        description=description,
        epilog=epilog,
        parents=[_shared()],
        formatter_class=argparse.RawDescriptionHelpFormatter,
        allow_abbrev=False,
    )


def _browse_parser() -> _Parser:
    about = "Browse claims in news articles: where one recurs, where it comes from, who denies it."
    parser = _parser("", about, _USAGE, _MORE)
    parser.add_argument("--version", action="version", version=f"claims-tui {__version__}")
    parser.add_argument(
        "paths", nargs="*", metavar="PATH", help="articles to open; default: the corpus of config.toml"
    )
    return parser


def _scan_parser() -> _Parser:
    parser = _parser("scan", "Print every claim of the articles, those that need attention first.")
    parser.add_argument(
        "paths", nargs="*", metavar="PATH", help="files or folders; default: the corpus of config.toml"
    )
    formats = parser.add_mutually_exclusive_group()
    formats.add_argument(
        "--json", dest="format", action="store_const", const="json", help="the JSON document"
    )
    formats.add_argument("--format", choices=("text", "json", "markdown", "csv"), default="text")
    return parser


def _check_parser() -> _Parser:
    parser = _parser("check", "Print where a claim recurs, best first, and who takes which stance on it.")
    parser.add_argument("claim", metavar="TEXT", help="the claim; - reads it from stdin")
    parser.add_argument(
        "paths", nargs="*", metavar="PATH", help="files or folders; default: the corpus of config.toml"
    )
    parser.add_argument("--json", action="store_true", help="the JSON document")
    return parser


def _explain_parser() -> _Parser:
    parser = _parser(
        "explain", "Print how a claim got its status: every mention with stance, rule, cue and chain."
    )
    parser.add_argument("claim", metavar="CLAIM-ID", help="as scan and the browser show it")
    parser.add_argument(
        "paths", nargs="*", metavar="PATH", help="files or folders; default: the corpus of config.toml"
    )
    return parser


def _browse(options: argparse.Namespace) -> int:
    if not (sys.stdin.isatty() and sys.stdout.isatty() and sys.stderr.isatty()):
        return _complain("the browser needs a terminal; without one, use: claims-tui scan")
    workspace = _open(options)
    if workspace is None or not _is_anything_there(workspace):
        return UNUSABLE
    from tui.app.main import run as run_app

    return run_app(workspace)


def _is_anything_there(workspace: Workspace) -> bool:
    """Whether a path of the corpus exists; says a line for each if none does."""
    if any(path.exists() for path in workspace.paths) or not workspace.paths:
        return True
    for path in workspace.paths:
        _complain(f"{path}: no such file or folder; check the name")
    return False


def _scan(options: argparse.Namespace) -> int:
    workspace = _open(options)
    if workspace is None:
        return UNUSABLE
    report = _bring_up_to_date(workspace)
    if options.format == "json":
        from tui.report.document import scan_document

        _write_json(scan_document(workspace))
    else:
        _print(_report_lines(options.format, workspace))
    return _code(report, bool(report.claims))


def _report_lines(kind: str, workspace: Workspace) -> Iterable[str]:
    if kind == "markdown":
        from tui.report.markdown import markdown_lines

        return markdown_lines(workspace)
    if kind == "csv":
        from tui.report.table import table_lines

        return table_lines(workspace)
    from tui.report.text import scan_lines

    return scan_lines(workspace, _style())


def _check(options: argparse.Namespace) -> int:
    claim = _typed(options.claim)
    if not claim:
        return _complain("the claim to check is empty; give it as TEXT or on stdin")
    workspace = _open(options)
    if workspace is None:
        return UNUSABLE
    report = _bring_up_to_date(workspace)
    from tui.claims.analysis import Corpus
    from tui.claims.checking import check
    from tui.report.document import check_document
    from tui.report.text import check_lines

    articles, claims = workspace.everything()
    findings = check(claim, Corpus(tuple(articles), tuple(claims)))
    if options.json:
        _write_json(check_document(claim, findings))
    else:
        _print(check_lines(claim, findings, _style()))
    return _code(report, bool(findings))


def _typed(text: str) -> str:
    return (sys.stdin.read() if text == "-" else text).strip()


def _explain(options: argparse.Namespace) -> int:
    workspace = _open(options)
    if workspace is None:
        return UNUSABLE
    report = _bring_up_to_date(workspace)
    from tui.report.text import explain_lines

    try:
        dossier = workspace.dossier(options.claim)
    except KeyError:
        _complain(f"no claim {options.claim!r} in these articles; claims-tui scan lists the ids")
        return _code(report, found=False)
    articles = {mention.article for mention in dossier.claim.mentions}
    names = {article: workspace.article(article).article.path or article for article in sorted(articles)}
    _print(explain_lines(dossier, names, _style()))
    return _code(report, found=True)


COMMANDS: dict[str, tuple[Callable[[argparse.Namespace], int], Callable[[], _Parser]]] = {
    "scan": (_scan, _scan_parser),
    "check": (_check, _check_parser),
    "explain": (_explain, _explain_parser),
}


def _open(options: argparse.Namespace) -> Workspace | None:
    """The corpus the options name; None, and a line said, where that is impossible."""
    from tui.config import ConfigError, load
    from tui.workspace.workspace import DecisionError, Workspace

    try:
        config: Config = load(options.paths, options.config)
        return Workspace.open(config, config.corpus)
    except (ConfigError, DecisionError) as error:
        _complain(str(error))
        return None


def _bring_up_to_date(workspace: Workspace) -> ScanReport:
    watched = sys.stderr.isatty()
    report = workspace.scan(_tell_progress if watched else None)
    if watched and report.changed:
        sys.stderr.write("\r\x1b[K")
    for line in (*workspace.notices, *report.problems):
        _complain(line)
    return report


def _tell_progress(stage: str, done: int, total: int) -> None:
    """One line on the terminal, written over by the next."""
    if stage != "reading" or done % 10 == 0:
        told = f"{done:,} of {total:,}" if stage == "reading" else f"{total:,} articles"
        sys.stderr.write(f"\r\x1b[K{stage} {told}")
        sys.stderr.flush()


def _code(report: ScanReport, found: bool) -> int:
    """As grep has it: what could not be read counts, whatever was found in the rest."""
    if report.problems:
        return UNUSABLE
    return FOUND if found else NOTHING


def _style() -> Style:
    import shutil

    from tui.report.page import Style

    shown = sys.stdout.isatty()
    return Style(
        width=min(shutil.get_terminal_size((80, 24)).columns, 120),
        bold=shown and "NO_COLOR" not in os.environ and os.environ.get("TERM") != "dumb",
    )


def _write_json(document: Iterable[str]) -> None:
    """JSON is UTF-8 whatever the locale."""
    if isinstance(sys.stdout, io.TextIOWrapper):
        sys.stdout.reconfigure(encoding="utf-8")
    sys.stdout.writelines(document)


def _print(lines: Iterable[str]) -> None:
    for line in lines:
        sys.stdout.write(line + "\n")


def _complain(message: str) -> int:
    """One line on stderr, free of anything a terminal would obey; returns the exit code for it."""
    from tui.corpus.cleaning import clean

    line = " ".join(clean(message).split())
    with suppress(OSError):
        sys.stderr.write(f"claims-tui: {line}\n")
    return UNUSABLE


if __name__ == "__main__":
    sys.exit(run())
