"""Words in, exit codes out; the only file that prints.

Each command imports what it needs when it runs: `--help` and `show` wait for no parser, no reader of pages, no PDF.

Exit codes: 0 done, 1 nothing to show for it (no document in the case, a fault found), 2 wrong usage.
"""

from __future__ import annotations

import json
import sys
from contextlib import suppress
from dataclasses import replace
from io import TextIOWrapper
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Any

import click

from rashomon import __version__
from rashomon.command_words import (
    CASE,
    JSON,
    WORDS,
    Examples,
    broken_words,
    built_lines,
    built_rows,
    demo_pages,
    read_pair,
)
from rashomon.commands.asking import (
    ModelWords,
    ask_then_build,
    asked_lines,
    asked_row,
    model_options,
    wanted_model,
)
from rashomon.commands.calls import calls_command, map_columns_command
from rashomon.commands.explaining import explain_command, rules_command
from rashomon.commands.keeping import decide_command, purge_command, repair_command, verify_command
from rashomon.commands.proposing import propose_command
from rashomon.commands.sealing import seal_command, unseal_command
from rashomon.commands.sharing import export_command, report_command, schema_command
from rashomon.commands.whom import whom_command
from rashomon.errors import RashomonError, UsageFault
from rashomon.settings import read_settings, wants_trace

if TYPE_CHECKING:
    from contextlib import AbstractContextManager

    from rich.console import RenderableType

    from rashomon.asking.asking import Asked
    from rashomon.pipeline import Built


def main() -> None:
    """The command `rashomon`: runs and exits. Whatever happens is told in a sentence, never as a trace."""
    if not wants_trace():
        sys.excepthook = tell_broken
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")
    try:
        sys.exit(cli(standalone_mode=False))
    except click.exceptions.Abort:
        click.echo("rashomon: stopped by you; what stood before stands", err=True)
        sys.exit(130)
    except click.ClickException as fault:
        fault.show()
        sys.exit(2)
    except RashomonError as fault:
        click.echo(f"rashomon: {fault}", err=True)
        sys.exit(2 if isinstance(fault, UsageFault) else 1)
    except OSError as fault:
        click.echo(f"rashomon: {f'{fault.filename}: ' if fault.filename else ''}{fault.strerror or fault}", err=True)
        sys.exit(1)


def tell_broken(kind: type[BaseException], fault: BaseException, trace: TracebackType | None) -> None:
    """A fault of this program itself, in a sentence that can be reported."""
    click.echo(broken_words(kind, fault, trace), err=True)


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="rashomon")
def cli() -> None:
    """Read every report of one affair side by side: what each says, on whose word, and where they break.

    A CASE is a folder. Claims are read from English texts. Nothing leaves this machine.
    """


@cli.command("build", cls=Examples)
@CASE
@click.argument("sources", nargs=-1, type=click.Path(path_type=Path))
@click.option("--retry", is_flag=True, help="Try those again whose reading did not end in the last build.")
@model_options
@JSON
def build_command(case: Path, sources: tuple[Path, ...], retry: bool, model: ModelWords, as_json: bool) -> int:
    """Read files and folders into CASE and compare them.

    Read are text, web pages, PDF, Word, OpenDocument, RTF, mail and mailboxes, workbooks, CSV, web archives (WARC), and
    ZIPs of any of these, pictures and scanned pages where Tesseract is installed; what cannot be read is listed with the reason.

    CASE/case.toml may say how. Without SOURCE what is in CASE already is built again. With --model a language model of yours
    reads too: what it finds are proposals, which a gate checks and you decide on.
    """
    from rashomon.pipeline import build

    wanted = wanted_model(model)
    with _progress() as tell:
        built = build(case, sources, replace(read_settings(), retry=retry), tell)
    asked = None
    if wanted and built.documents:
        with _progress() as tell:
            asked = ask_then_build(case, wanted, model, tell)
    return _tell_built(built, as_json, asked)


def _tell_built(built: Built, as_json: bool, asked: Asked | None = None) -> int:
    from rashomon.present.proposing import counted_outcomes
    from rashomon.present.resolve import open_build

    case = open_build(built.case)
    outcomes = counted_outcomes(case.proposals, asked.proposals) if asked else {}
    if as_json:
        _print_json({**built_rows(built, case), **({"asked": asked_row(asked, outcomes)} if asked else {})})
    else:
        for line in [*built_lines(built, case), *(asked_lines(asked, outcomes) if asked else ())]:
            _show(line)
    return 0 if built.documents else 1


def _print_json(rows: object) -> None:
    click.echo(json.dumps(rows, ensure_ascii=False, indent=1))


def _show(page: RenderableType) -> None:
    from rich.console import Console

    Console(highlight=False).print(page)


def _progress() -> AbstractContextManager[Any]:
    """A bar for each stage of a build, by its word."""
    from rashomon.present.progress import show_progress

    return show_progress(WORDS)


@cli.command("show", cls=Examples)
@CASE
@click.argument("what", required=False)
@click.option("--all", "every", is_flag=True, help="Every row, not the first twenty.")
@JSON
def show_command(case: Path, what: str | None, every: bool, as_json: bool) -> int:
    """Show CASE, or WHAT in it. WHAT is an incident, a person, a report, a finding or a claim, by id or name."""
    from rashomon.present import terminal
    from rashomon.present.resolve import open_build

    opened = open_build(case)
    if what is None:
        if as_json:
            from rashomon.present.exports.json_format import export_rows

            rows = export_rows(opened)
            _print_json({k: rows[k] for k in ("incidents", "entities", "findings", "rejected", "unread")})
        else:
            _show(terminal.overview(opened, every=every))
        return 0
    from rashomon.present.lookup import look_up
    from rashomon.present.page_json import thing_rows

    found = look_up(opened, what)
    if as_json:
        _print_json(thing_rows(opened, found))
    else:
        _show(terminal.thing(opened, found, terminal.width()))
    return 0


@cli.command("search", cls=Examples)
@CASE
@click.argument("words", nargs=-1, required=True)
@click.option("--limit", default=50, show_default=True, help="At most so many hits.")
@JSON
def search_command(case: Path, words: tuple[str, ...], limit: int, as_json: bool) -> int:
    """Find WORDS in texts, claims and names. Accents and case do not matter. Exit code 1 when nothing is found."""
    from rashomon.present import terminal
    from rashomon.present.page_json import hit_rows
    from rashomon.present.resolve import open_build
    from rashomon.store.view import CaseView

    hits = CaseView(case).search(" ".join(words), limit=limit)
    opened = open_build(case)
    if as_json:
        _print_json(hit_rows(opened, hits))
    else:
        _show(terminal.hits_page(opened, hits) if hits else f"nothing found for {' '.join(words)}")
    return 0 if hits else 1


@cli.command("remove", cls=Examples)
@CASE
@click.argument("document")
@JSON
def remove_command(case: Path, document: str, as_json: bool) -> int:
    """Take DOCUMENT out of CASE. Given by id or file name; its claims go, and what fell is said; its original stays."""
    from rashomon.pipeline import remove

    with _progress() as tell:
        return _tell_built(remove(case, document, read_settings(), tell), as_json)


@cli.command("desk", cls=Examples)
@CASE
@click.option("--port", default=0, help="The port on 127.0.0.1; a free one if not given.")
@click.option("--browser/--no-browser", default=True, show_default=True, help="Open the browser.")
def desk_command(case: Path, port: int, browser: bool) -> int:
    """Read, check and decide CASE in the browser. On this machine only; Ctrl-C ends it."""
    from rashomon.picturing import pages_of
    from rashomon.present.desk.serve import serve

    def rebuild(tell: Any) -> None:
        from rashomon.pipeline import build

        build(case, (), read_settings(), tell)

    with suppress(KeyboardInterrupt):
        say = lambda address: click.echo(f"The desk is at {address}")  # noqa: E731
        serve(case, rebuild, port=port, browser=browser, say=say, draw=pages_of(case))
    return 0


@cli.command("compare-names", cls=Examples)
@click.argument("file", type=click.Path(path_type=Path, exists=True, dir_okay=False))
def compare_names_command(file: Path) -> int:
    """Say whether two names may be one, and why. For each line of FILE ({"a", "b", "type"}) a JSON line: score, same or not, why."""
    from rashomon.text.names import compare_names

    for number, line in enumerate(file.read_text(encoding="utf-8-sig").splitlines(), 1):
        if line.strip():
            a, b, kind = read_pair(file, number, line)
            match = compare_names(a, b, kind)
            row = {"a": a, "b": b, "score": round(match.score, 4), "same": match.same, "reason": match.reason}
            click.echo(json.dumps(row, ensure_ascii=False))
    return 0


@cli.command("demo", cls=Examples)
@click.argument("folder", type=click.Path(path_type=Path), default=Path("demo-case"))
def demo_command(folder: Path) -> int:
    """Build the example case and show it. It is an affair that never happened; FOLDER is demo-case unless given."""
    from rashomon.pipeline import build
    from rashomon.present.example import example_folder
    from rashomon.present.resolve import open_build

    with example_folder() as reports, _progress() as tell:
        built = build(folder, (reports,), read_settings(), tell)
    for page in demo_pages(built, open_build(folder)):
        _show(page)
    return 0 if built.documents else 1


for command in (
    decide_command, verify_command, repair_command, purge_command, seal_command, unseal_command, propose_command, export_command, report_command, schema_command,
    whom_command, explain_command, rules_command, calls_command, map_columns_command,
):  # fmt: skip
    cli.add_command(command)
