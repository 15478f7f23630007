"""What leaves a case: `export`, `report`, and the schema of the export."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

import click

from rashomon.command_words import CASE, Examples, masking_options
from rashomon.errors import UsageFault
from rashomon.present.exports import FORMATS


@click.command("export", cls=Examples)
@CASE
@click.option("--format", "kind", type=click.Choice(list(FORMATS)), default="json", show_default=True)
@click.option("-o", "--output", type=click.Path(path_type=Path, dir_okay=False), help="A file, not standard output.")
@masking_options
def export_command(case: Path, kind: str, output: Path | None, **masking: Any) -> int:
    """Write the whole CASE. json is the working copy and whole; every other format is masked unless told."""
    from rashomon.present.resolve import open_build

    if output is None and not FORMATS[kind].text:
        raise UsageFault(f"{kind} is no text: name a file with -o")
    if kind == "json" and (masking["mask"] or masking["public"]):
        raise UsageFault("json is the working copy and never masked; choose another format to share")
    body = FORMATS[kind].write(open_build(case)) if kind == "json" else _shared(case, kind, masking)
    if output is None:
        sys.stdout.buffer.write(body)
    else:
        output.write_bytes(body)
    return 0


def _shared(case: Path, kind: str, masking: dict[str, Any]) -> bytes:
    from rashomon.present.masking import Wishes
    from rashomon.present.resolve import open_build
    from rashomon.present.share import shared_bytes

    return shared_bytes(open_build(case), kind, Wishes(**masking))


@click.command("report", cls=Examples)
@CASE
@click.option("-o", "--output", required=True, type=click.Path(path_type=Path, dir_okay=False), help="html, pdf or md.")
@click.option("--include-unreviewed", is_flag=True, help="Print accusations that nobody has accepted, marked.")
@masking_options
def report_command(case: Path, output: Path, include_unreviewed: bool, **masking: Any) -> int:
    """Write what goes to an editor, a court or a reader; masked by default, accusations only once accepted."""
    from rashomon.present.masking import Wishes
    from rashomon.present.report.write import WRITERS
    from rashomon.present.share import report_bytes

    kind = output.suffix.lstrip(".").lower()
    if kind not in WRITERS:
        raise UsageFault(f"{output}: a report is written as {', '.join(WRITERS)}; its name says which")
    wishes = Wishes(**masking)
    output.write_bytes(report_bytes(case, kind, wishes, unreviewed=include_unreviewed))
    click.echo(f"written: {output}" + (" (not masked)" if wishes.unmasked else ""))
    return 0


@click.command("schema", cls=Examples)
def schema_command() -> int:
    """Print the JSON Schema of `export --format json`, to check what you read or write."""
    from rashomon.present.exports.schema import schema_json

    sys.stdout.buffer.write(schema_json())
    return 0
