"""The command ``claims-tui``: what it does, what it prints, its exit codes."""

from __future__ import annotations

import argparse
import io
import os
import sys
from collections.abc import Callable, Iterable, Sequence
from contextlib import suppress
from typing import TYPE_CHECKING

from tui import arguments
from tui.arguments import UNUSABLE, complain

if TYPE_CHECKING:
    from tui.config import Config
    from tui.report.page import Style
    from tui.workspace.workspace import ScanReport, Workspace

FOUND, NOTHING, INTERRUPTED = 0, 1, 130


def run(given: Sequence[str] | None = None) -> int:
    """Runs one command (by default the program's own arguments); returns its exit code."""
    if isinstance(sys.stdout, io.TextIOWrapper):
        sys.stdout.reconfigure(errors="backslashreplace")
    try:
        return _dispatch(sys.argv[1:] if given is None else given)
    except KeyboardInterrupt:
        return INTERRUPTED
    except BrokenPipeError:
        _discard_output()
        return FOUND
    except OSError as error:
        _discard_output()
        return complain(
            f"the output cannot be written ({error.strerror or error}); make room or name another place"
        )


def _discard_output() -> None:
    """Nobody reads on, or nothing can be written: what is still buffered must not raise at exit."""
    with suppress(OSError, ValueError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _dispatch(given: Sequence[str]) -> int:
    options, rest = arguments.shared().parse_known_args(list(given))
    rest = arguments.as_help(rest)
    name = rest[0] if rest else ""
    command, parser = COMMANDS.get(name, (_browse, arguments.browse_parser))
    parsed = parser().parse_args(rest[1:] if name in COMMANDS else rest, options)
    code = command(parsed)
    sys.stdout.flush()
    return code


def _browse(options: argparse.Namespace) -> int:
    if not (sys.stdin.isatty() and sys.stdout.isatty() and sys.stderr.isatty()):
        return complain("the browser needs a terminal; without one, use: claims-tui scan")
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
        complain(f"{path}: no such file or folder; {arguments.advice(str(path))}")
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
        return complain("the claim to check is empty; give it as TEXT or on stdin")
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
        complain(f"no claim {options.claim!r} in these articles; claims-tui scan lists the ids")
        return _code(report, found=False)
    articles = {mention.article for mention in dossier.claim.mentions}
    names = {article: workspace.article(article).article.path or article for article in sorted(articles)}
    _print(explain_lines(dossier, names, _style()))
    return _code(report, found=True)


COMMANDS: dict[str, tuple[Callable[[argparse.Namespace], int], Callable[[], argparse.ArgumentParser]]] = {
    "scan": (_scan, arguments.scan_parser),
    "check": (_check, arguments.check_parser),
    "explain": (_explain, arguments.explain_parser),
}


def _open(options: argparse.Namespace) -> Workspace | None:
    """The corpus the options name; None, and a line said, where that is impossible."""
    from tui.config import ConfigError, load
    from tui.workspace.workspace import DecisionError, Workspace

    try:
        config: Config = load(options.paths, options.config)
        return Workspace.open(config, config.corpus)
    except (ConfigError, DecisionError) as error:
        complain(str(error))
        return None


def _bring_up_to_date(workspace: Workspace) -> ScanReport:
    if sys.stderr.isatty():
        from tui.report.meter import Meter

        with Meter(sys.stderr) as meter:
            report = workspace.scan(meter.tell)
    else:
        report = workspace.scan()
    for line in (*workspace.notices, *report.problems):
        complain(line)
    return report


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


if __name__ == "__main__":
    sys.exit(run())
