"""What leaves a case: `export`, `report`, and the schema of the export."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from rashomon.command_words import CASE, Examples, masking_options, use_option
from rashomon.errors import UsageFault
from rashomon.model.case_settings import Use
from rashomon.present.consent import check_consent, check_whole
from rashomon.present.exports import FORMATS

_BUNDLE = "bundle"

if TYPE_CHECKING:
    from rashomon.present.resolve import Resolved


@click.command("export", cls=Examples)
@CASE
@click.option("--format", "kind", type=click.Choice([*FORMATS, _BUNDLE]), default="json", show_default=True)
@click.option("-o", "--output", type=click.Path(path_type=Path), help="A file; of csv a folder, or a file .zip.")
@click.option("--strip", is_flag=True, help="Of a bundle: take author names and other properties out of the files.")
@use_option
@masking_options
def export_command(case: Path, kind: str, output: Path | None, strip: bool, use: Use | None, **masking: Any) -> int:
    """Write all of CASE in a format.

    json is the working copy and whole, for internal use unless told; every other format is masked unless told. A bundle is a
    ZIP of the originals, their hashes and json, for somebody who shall check or build the case elsewhere: it cannot be masked,
    so it is written only with --unmasked, and says first what the files tell of those who made them.
    """
    from rashomon.present.resolve import open_build

    if strip and kind != _BUNDLE:
        raise UsageFault("--strip is of a bundle")
    if kind == _BUNDLE:
        return _bundle(case, output, strip, use, masking)

    _check_output(kind, output)
    if kind == "json" and (masking["mask"] or masking["public"]):
        raise UsageFault("json is the working copy and never masked; choose another format to share")
    opened = open_build(case)
    check_consent(case, opened, use or ("internal" if kind == "json" else "publish"))
    if kind != "json":
        _ask(case, opened, masking)
    if kind == "csv" and output is not None and output.suffix.lower() != ".zip":
        _write_tables(case, opened, output, masking)
        return 0
    body = FORMATS[kind].write(opened) if kind == "json" else _shared(case, opened, kind, masking)
    if output is None:
        sys.stdout.buffer.write(body)
    else:
        output.write_bytes(body)
    return 0


def _bundle(case: Path, output: Path | None, strip: bool, use: Use | None, masking: dict[str, Any]) -> int:
    from rashomon.bundling import exhibits, warnings, write_bundle
    from rashomon.command_words import WORDS
    from rashomon.commands.keeping import can_ask
    from rashomon.present.progress import show_progress
    from rashomon.present.resolve import open_build

    if output is None or output.suffix.lower() != ".zip":
        raise UsageFault("a bundle is one file: name it with -o FILE.zip")
    if not masking["unmasked"]:
        raise UsageFault("a bundle holds the originals, with every name in them; say --unmasked where that is meant")
    if masking["mask"] or masking["public"]:
        raise UsageFault("a bundle is never masked; --mask and --public are of what is")
    opened, listed = open_build(case), exhibits(case)
    check_whole(case, (exhibit.original for exhibit in listed), use or "publish")
    told = list(warnings(listed))
    if told and not strip:
        click.echo(
            "The files tell of those who made or sent them (--strip takes that out of office files and PDF):", err=True
        )
        click.echo("\n".join(f"  {line}" for line in told), err=True)
        if can_ask():
            click.confirm("Write the bundle with all that?", abort=True, err=True)
    with show_progress(WORDS) as tell:
        stay = write_bundle(case, opened, output, listed, strip=strip, tell=tell)
    click.echo(f"written: {output} ({len(listed)} exhibits, not masked)")
    if stay:
        click.echo(f"properties stay in {', '.join(stay)}: such files cannot be written without them")
    return 0


def _check_output(kind: str, output: Path | None) -> None:
    """Raise UsageFault where what is written would not be what its name says."""
    if kind == "csv":
        if output is None:
            raise UsageFault("csv is one file a table: name a folder, or a file .zip, with -o")
        if output.suffix.lower() == ".csv":
            raise UsageFault(f"{output}: csv is one file a table; name a folder, or a file .zip, with -o")
        if output.is_file() != (output.suffix.lower() == ".zip") and output.exists():
            raise UsageFault(f"{output}: csv goes into a folder, or into a file .zip")
    elif output is None and not FORMATS[kind].text:
        raise UsageFault(f"{kind} is no text: name a file with -o")
    elif output is not None and output.is_dir():
        raise UsageFault(f"{output} is a folder; {kind} is one file")


def _ask(case: Path, opened: Resolved, masking: dict[str, Any]) -> None:
    from rashomon.commands.whom import ask_before
    from rashomon.present.masking import Wishes

    ask_before(case, opened, Wishes(**masking))


def _shared(case: Path, opened: Resolved, kind: str, masking: dict[str, Any]) -> bytes:
    from rashomon.present.masking import Wishes
    from rashomon.present.share import shared_bytes

    return shared_bytes(case, opened, kind, Wishes(**masking))


def _write_tables(case: Path, opened: Resolved, folder: Path, masking: dict[str, Any]) -> None:
    """One file a table; files of other names in the folder are left alone."""
    from rashomon.present.masking import Wishes
    from rashomon.present.share import shared_tables

    tables = shared_tables(case, opened, Wishes(**masking))
    folder.mkdir(parents=True, exist_ok=True)
    for name, body in tables.items():
        (folder / name).write_bytes(body)


@click.command("report", cls=Examples)
@CASE
@click.option("-o", "--output", required=True, type=click.Path(path_type=Path, dir_okay=False), help="html, pdf or md.")
@click.option("--include-unreviewed", is_flag=True, help="Print accusations that nobody has accepted, marked.")
@use_option
@masking_options
def report_command(case: Path, output: Path, include_unreviewed: bool, use: Use | None, **masking: Any) -> int:
    """Write what goes to an editor, a court or a reader. Masked by default; accusations only once accepted."""
    from rashomon.present.masking import Wishes
    from rashomon.present.report.write import WRITERS
    from rashomon.present.resolve import open_build
    from rashomon.present.share import report_bytes

    kind = output.suffix.lstrip(".").lower()
    if kind not in WRITERS:
        raise UsageFault(f"{output}: a report is written as {', '.join(WRITERS)}; its name says which")
    wishes, opened = Wishes(**masking), open_build(case)
    check_consent(case, opened, use or "publish")
    _ask(case, opened, masking)
    output.write_bytes(report_bytes(case, kind, wishes, unreviewed=include_unreviewed))
    click.echo(f"written: {output}" + (" (not masked)" if wishes.unmasked else ""))
    return 0


@click.command("schema", cls=Examples)
def schema_command() -> int:
    """Print the JSON Schema of the export. It checks what `export --format json` wrote, or what you write yourself."""
    from rashomon.present.exports.schema import schema_json

    sys.stdout.buffer.write(schema_json())
    return 0
