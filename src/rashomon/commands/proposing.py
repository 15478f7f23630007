"""The command that takes what another reader proposes: `propose`."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from datetime import UTC, datetime
from pathlib import Path

import click

from rashomon.command_words import CASE, JSON, WORDS, Examples, counted
from rashomon.settings import read_settings

_VERDICTS = {"admitted": "admitted", "to_check": "for you to decide", "refused": "refused"}


@click.command("propose", cls=Examples)
@CASE
@click.argument("file", type=click.Path(path_type=Path, exists=True, dir_okay=False))
@JSON
def propose_command(case: Path, file: Path, as_json: bool) -> int:
    """Take claims that another reader found in the reports of CASE: JSON lines, from any program.

    Each goes through the gate: its words must stand in the report, its figures and days are read again. Nothing about anybody's
    guilt counts before a person accepts it. docs/reference/proposals.md has the form. Where a line is wrong, none is taken
    (exit code 2); exit code 1 when nothing of it is new.
    """
    from rashomon.model.link import Signed
    from rashomon.pipeline import build
    from rashomon.present.progress import show_progress
    from rashomon.present.proposing import counted_outcomes, take_proposals
    from rashomon.present.resolve import open_build

    signed = Signed("propose", datetime.now(UTC).isoformat(timespec="seconds"), file.name)
    taken = take_proposals(case, open_build(case), file, signed)
    if taken.fresh:
        with show_progress(WORDS) as tell:
            build(case, (), read_settings(), tell)
    outcomes = counted_outcomes(open_build(case).proposals, (p.id for p in taken.fresh))
    rows = {"lines": taken.lines, "new": len(taken.fresh), "outcomes": outcomes}
    first = f"{counted(taken.lines, 'proposal')} read, {len(taken.fresh)} new"
    told = "\n".join((first, *outcome_lines(outcomes)))
    click.echo(json.dumps(rows, ensure_ascii=False, indent=1) if as_json else told)
    return 0 if taken.fresh else 1


def outcome_lines(outcomes: Mapping[str, Mapping[str, int]]) -> Iterator[str]:
    """What the gate did with some proposals, a line a verdict."""
    for verdict, codes in outcomes.items():
        if codes:
            why = ", ".join(f"{code} {count}" for code, count in codes.items())
            yield f"{_VERDICTS[verdict]}: {sum(codes.values())} ({why})"
