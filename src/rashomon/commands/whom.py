"""`rashomon whom`: whose names stay in what is shared; and the question on the terminal before anything leaves."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

from rashomon.command_words import CASE, Examples
from rashomon.commands.keeping import BY, can_ask, signing_name

if TYPE_CHECKING:
    from rashomon.present.asking import Answer
    from rashomon.present.masking import Wishes
    from rashomon.present.masking.whom import Candidate
    from rashomon.present.resolve import Resolved

LISTED = 20
"""Phrases that are listed before something leaves; all of them are in `rashomon whom`."""


@click.command("whom", cls=Examples)
@CASE
@click.option("--show", multiple=True, metavar="NAME", help="Show this name in all that is shared; may be repeated.")
@click.option("--hide", multiple=True, metavar="NAME", help="Mask this name in all that is shared; may be repeated.")
@BY
def whom_command(case: Path, show: tuple[str, ...], hide: tuple[str, ...], by: str | None) -> int:
    """Say whose names stay in what is shared from CASE.

    Without an answer: lists whom that is asked about, and what identifies by relation.
    """
    from rashomon.present.asking import answer_named, open_questions, write_answers
    from rashomon.present.masking import Wishes

    if show or hide:
        write_answers(case, answer_named(case, show, hide), signing_name(by), _now())
    found = open_questions(case, Wishes())
    for candidate in found.candidates:
        click.echo(candidate_words(candidate))
    if not found.candidates:
        click.echo(
            "nobody in this case holds a public role, is accused by an accepted accusation, or is a victim whom all name"
        )
    for relation in found.relations:
        click.echo(f"identifies by relation: {relation.file}: {relation.quote}")
    return 0


def candidate_words(candidate: Candidate) -> str:
    """One person in a line: shown or masked, by whose word, and why it is asked."""
    state = "shown" if candidate.shown else "masked"
    said = "as answered" if candidate.answer is not None else "nobody answered"
    young = ", a minor" if candidate.minor else ""
    why = f": {'; '.join(candidate.reasons)}" if candidate.reasons else ""
    return f"{state} ({said}): {candidate.entity.name}{young}{why}"


def ask_before(case: Path, opened: Resolved, wishes: Wishes) -> None:
    """Before something leaves: ask about whom nobody answered yet, where a person sits there; list what identifies by relation.

    All of it goes to the terminal, nothing to what is written: the list is the key to the masks.
    """
    from rashomon.present.asking import questions, write_answers

    if wishes.unmasked:
        return
    found = questions(case, opened, wishes)
    pending = [c for c in found.candidates if c.answer is None]
    if pending and can_ask():
        write_answers(case, [_ask(c) for c in pending], signing_name(None), _now(), opened)
    elif pending:
        hidden = sum(not c.shown for c in pending)
        click.echo(
            f"{len(pending)} people nobody was asked about: {len(pending) - hidden} shown for a public role, {hidden} masked; "
            f"rashomon whom {case}",
            err=True,
        )
    for relation in found.relations[:LISTED]:
        click.echo(f"identifies by relation: {relation.file}: {relation.quote}", err=True)
    if len(found.relations) > LISTED:
        click.echo(f"and {len(found.relations) - LISTED} more such phrases: rashomon whom {case}", err=True)


def _ask(candidate: Candidate) -> Answer:
    from rashomon.present.asking import Answer

    young = " (a minor)" if candidate.minor else ""
    words = f"Show the name of {candidate.entity.name}{young}, who {' and '.join(candidate.reasons)}?"
    return Answer(candidate.entity.id, click.confirm(words, default=candidate.shown, err=True))


def _now() -> str:
    return datetime.now(UTC).isoformat(timespec="seconds")
