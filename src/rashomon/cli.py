"""Words in, exit codes out; the only file that prints.

Exit codes: 0 done, 1 nothing to show for it (no document in the case, a fault found), 2 wrong usage.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Sequence
from contextlib import suppress
from datetime import UTC, datetime
from getpass import getuser
from io import TextIOWrapper
from pathlib import Path
from types import TracebackType
from typing import Any

import click
from rich.console import Console, RenderableType

from rashomon import __version__
from rashomon.command_words import (
    Examples,
    broken_words,
    built_rows,
    intake_lines,
    masking_options,
    read_pair,
)
from rashomon.errors import RashomonError, UsageFault
from rashomon.pipeline import Built, build, remove, verify
from rashomon.present import terminal
from rashomon.present.choose import Choice, choose
from rashomon.present.example import example_folder
from rashomon.present.exports import FORMATS
from rashomon.present.exports.json_format import export_rows
from rashomon.present.lookup import look_up
from rashomon.present.masking import Wishes
from rashomon.present.page_json import hit_rows, thing_rows
from rashomon.present.progress import show_progress
from rashomon.present.report.write import WRITERS
from rashomon.present.resolve import open_build
from rashomon.present.share import report_bytes, shared_bytes
from rashomon.settings import read_settings, wants_trace
from rashomon.store.view import CaseView
from rashomon.text.names import compare_names

CASE = click.argument("case", type=click.Path(path_type=Path))
JSON = click.option("--json", "as_json", is_flag=True, help="Print JSON, for scripts.")
WORDS = {"read": "Reading", "link": "Linking", "weigh": "Comparing", "write": "Writing"}


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
@JSON
def build_command(case: Path, sources: tuple[Path, ...], as_json: bool) -> int:
    """Add files and folders to CASE, read them (CASE/case.toml may say how), link them, compare them."""
    with show_progress(WORDS) as tell:
        built = build(case, sources, read_settings(), tell)
    return _tell_built(built, as_json)


def _tell_built(built: Built, as_json: bool) -> int:
    case = open_build(built.case)
    if as_json:
        _print_json(built_rows(built, case))
        return 0 if built.documents else 1
    out = Console(highlight=False)
    for line in intake_lines(built):
        out.print(line, markup=False)
    out.print(f"{built.documents} reports in the case, {built.read} read now.")
    if built.documents:
        out.print(terminal.summary(case))
    for bad in built.rejected:
        out.print(f"could not be read: {bad.file}: {bad.reason}", markup=False, style="yellow")
    for reason in built.fallen:
        out.print(f"fell: {reason}", markup=False)
    again = (
        "See it: rashomon show {}"
        if built.documents
        else "Nothing to show: name what to read: rashomon build {} FILE..."
    )
    out.print(again.format(built.case), markup=False)
    return 0 if built.documents else 1


def _print_json(rows: object) -> None:
    click.echo(json.dumps(rows, ensure_ascii=False, indent=1))


def _show(page: RenderableType) -> None:
    Console(highlight=False).print(page)


@cli.command("show", cls=Examples)
@CASE
@click.argument("what", required=False)
@click.option("--all", "every", is_flag=True, help="Every row, not the first twenty.")
@JSON
def show_command(case: Path, what: str | None, every: bool, as_json: bool) -> int:
    """Show the case; or WHAT: an incident, a person, a report, a finding, a claim, by id or name."""
    opened = open_build(case)
    if what is None:
        if as_json:
            rows = export_rows(opened)
            _print_json({k: rows[k] for k in ("incidents", "entities", "findings", "rejected", "unread")})
        else:
            _show(terminal.overview(opened, every=every))
        return 0
    found = look_up(opened, what)
    if as_json:
        _print_json(thing_rows(opened, found))
    else:
        _show(terminal.thing(opened, found, Console().width))
    return 0


@cli.command("search", cls=Examples)
@CASE
@click.argument("words", nargs=-1, required=True)
@click.option("--limit", default=50, show_default=True, help="At most so many hits.")
@JSON
def search_command(case: Path, words: tuple[str, ...], limit: int, as_json: bool) -> int:
    """Find WORDS in texts, claims and names; accents and case do not matter. Exit code 1 when nothing is found."""
    hits = CaseView(case).search(" ".join(words), limit=limit)
    opened = open_build(case)
    if as_json:
        _print_json(hit_rows(opened, hits))
    else:
        _show(terminal.hits_page(opened, hits) if hits else f"nothing found for {' '.join(words)}")
    return 0 if hits else 1


@cli.command("decide", cls=Examples)
@CASE
@click.argument(
    "verdict",
    type=click.Choice(["same", "different", "unsure", "accept", "reject", "grade", "withdraw", "list"]),
)
@click.argument("what", nargs=-1)
@click.option("--by", default=None, help="Who decides; your login name when not given.")
@click.option("--why", default=None, help="The reason; every decision has one.")
@JSON
def decide_command(
    case: Path, verdict: str, what: tuple[str, ...], by: str | None, why: str | None, as_json: bool
) -> int:
    """Write down a decision: it points at the words you saw, and the next build follows it."""
    choice = Choice(verdict, what, by or getuser(), datetime.now(UTC).isoformat(timespec="seconds"), why)
    said = choose(case, choice)
    if as_json:
        _print_json(said.rows)
    else:
        for line in said.lines:
            click.echo(line)
    return 0


@cli.command("remove", cls=Examples)
@CASE
@click.argument("document")
@JSON
def remove_command(case: Path, document: str, as_json: bool) -> int:
    """Take DOCUMENT (id or file name) out: its claims go, and what fell is said; its original stays."""
    with show_progress(WORDS) as tell:
        return _tell_built(remove(case, document, read_settings(), tell), as_json)


@cli.command("verify", cls=Examples)
@CASE
@JSON
def verify_command(case: Path, as_json: bool) -> int:
    """Check that originals hash the same, every quote stands at its offsets, every decision is there."""
    faults = list(verify(case))
    if as_json:
        _print_json({"faults": faults})
    else:
        for fault in faults:
            click.echo(fault)
        click.echo("nothing is wrong" if not faults else f"{len(faults)} faults")
    return 1 if faults else 0


@cli.command("export", cls=Examples)
@CASE
@click.option("--format", "kind", type=click.Choice(list(FORMATS)), default="json", show_default=True)
@click.option("-o", "--output", type=click.Path(path_type=Path, dir_okay=False), help="A file, not standard output.")
@masking_options
def export_command(case: Path, kind: str, output: Path | None, **masking: Any) -> int:
    """Write the whole CASE. json is the working copy and whole; every other format is masked unless told."""
    if output is None and not FORMATS[kind].text:
        raise UsageFault(f"{kind} is no text: name a file with -o")
    if kind == "json" and (masking["mask"] or masking["public"]):
        raise UsageFault("json is the working copy and never masked; choose another format to share")
    body = shared_bytes(open_build(case), kind, Wishes(**masking))
    if output is None:
        sys.stdout.buffer.write(body)
    else:
        output.write_bytes(body)
    return 0


@cli.command("report", cls=Examples)
@CASE
@click.option("-o", "--output", required=True, type=click.Path(path_type=Path, dir_okay=False), help="html, pdf or md.")
@click.option("--include-unreviewed", is_flag=True, help="Print accusations that nobody has accepted, marked.")
@masking_options
def report_command(case: Path, output: Path, include_unreviewed: bool, **masking: Any) -> int:
    """Write what goes to an editor, a court or a reader; masked by default, accusations only once accepted."""
    kind = output.suffix.lstrip(".").lower()
    if kind not in WRITERS:
        raise UsageFault(f"{output}: a report is written as {', '.join(WRITERS)}; its name says which")
    wishes = Wishes(**masking)
    output.write_bytes(report_bytes(case, kind, wishes, unreviewed=include_unreviewed))
    click.echo(f"written: {output}" + (" (not masked)" if wishes.unmasked else ""))
    return 0


@cli.command("desk", cls=Examples)
@CASE
@click.option("--port", default=0, help="The port on 127.0.0.1; a free one if not given.")
@click.option("--browser/--no-browser", default=True, show_default=True, help="Open the browser.")
def desk_command(case: Path, port: int, browser: bool) -> int:
    """Read, check and decide CASE in the browser, on this machine only. Ctrl-C ends it."""
    from rashomon.present.desk.serve import serve

    def rebuild(tell: Any) -> None:
        build(case, (), read_settings(), tell)

    with suppress(KeyboardInterrupt):
        serve(case, rebuild, port=port, browser=browser, say=lambda address: click.echo(f"The desk is at {address}"))
    return 0


@cli.command("compare-names", cls=Examples)
@click.argument("file", type=click.Path(path_type=Path, exists=True, dir_okay=False))
def compare_names_command(file: Path) -> int:
    """Compare the names of each line of FILE ({"a", "b", "type"}): score, same or not, and why, as JSON lines."""
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
    """Build the example case, an affair that never happened, in FOLDER (default: demo-case) and show it."""
    with example_folder() as reports, show_progress(WORDS) as tell:
        built = build(folder, (reports,), read_settings(), tell)
    case = open_build(folder)
    out = Console(highlight=False)
    out.print(f"The example case is at {folder}: {built.documents} reports of an affair that never happened.\n")
    out.print(terminal.overview(case))
    ident: Sequence[str] = sorted(case.incidents, key=lambda i: -len(case.claims_of_incident.get(i, ())))
    if ident:
        out.print(terminal.incident_page(case, ident[0], out.width))
    out.print(f"\nLook further: rashomon show {folder} WHAT, where WHAT is an id or a name above; rashomon --help")
    return 0 if built.documents else 1
