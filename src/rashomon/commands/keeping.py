"""The commands that write down what people decide, and that keep watch over a case: decide, verify, repair, purge."""

from __future__ import annotations

import json
import sys
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path

import click

from rashomon.command_words import CASE, JSON, WORDS, Examples
from rashomon.errors import UsageFault
from rashomon.model.link import Signed
from rashomon.settings import config_folder, read_settings
from rashomon.store.signer import keep_name, kept_name

BY = click.option("--by", metavar="NAME", help="Who signs. Asked once on a terminal and kept in your settings.")


def signing_name(by: str | None) -> str:
    """Who signs: as said, as kept, or as asked on a terminal. Raises UsageFault where nobody can be asked."""
    folder = config_folder()
    name = " ".join((by or "").split()) or (kept_name(folder) if by is None else None)
    if name:
        return name
    if by is not None or not can_ask():
        raise UsageFault("who signs this? give --by NAME; your login name is not taken for it")
    name = " ".join(click.prompt("Your name, as it shall stand under what you decide", err=True).split())
    if not name:
        raise UsageFault("who signs this? give --by NAME")
    with suppress(OSError):
        keep_name(folder, name)
        click.echo(f"kept in {folder}, and in no case; --by signs otherwise", err=True)
    return name


def can_ask() -> bool:
    """Whether somebody sits at a terminal."""
    return sys.stdin.isatty() and sys.stderr.isatty()


def _now() -> str:
    return datetime.now(UTC).isoformat(timespec="seconds")


@click.command("decide", cls=Examples)
@CASE
@click.argument(
    "verdict",
    type=click.Choice(["same", "different", "unsure", "accept", "reject", "grade", "withdraw", "list"]),
)
@click.argument("what", nargs=-1)
@BY
@click.option("--why", default=None, help="The reason; every decision has one.")
@JSON
def decide_command(
    case: Path, verdict: str, what: tuple[str, ...], by: str | None, why: str | None, as_json: bool
) -> int:
    """Write down a decision. It points at the words you saw, and the next build follows it."""
    from rashomon.present.choose import Choice, choose

    if verdict != "list" and not why:
        raise UsageFault("a decision needs its reason: --why TEXT")
    name = "" if verdict == "list" else signing_name(by)
    said = choose(case, Choice(verdict, what, name, _now(), why))
    _tell(said.rows, said.lines, as_json)
    return 0


@click.command("verify", cls=Examples)
@CASE
@click.option("--head", metavar="HASH", help="A head that you wrote down: what stood then must stand unchanged.")
@JSON
def verify_command(case: Path, head: str | None, as_json: bool) -> int:
    """Check that CASE is what was written.

    Its logs, its originals, its tables, and every quote against its original, read anew.

    The head that it prints stands for all that was written so far. With a head that you kept elsewhere, on paper or with
    a colleague, --head finds every edit of what stood then. Without one, verify finds every edit by somebody who works
    out no hashes; whoever works them all out anew, or puts back the whole case as it was earlier, is not found.
    """
    from rashomon.custody import verify

    found = verify(case, read_settings(), head=head)
    count = f"{len(found.faults)} fault{'s' if len(found.faults) > 1 else ''}" if found.faults else "nothing is wrong"
    lines = (*found.faults, *(f"note: {note}" for note in found.notes), count)
    rows = {"faults": found.faults, "notes": found.notes, "head": found.head}
    _tell(rows, (*lines, f"Head: {found.head}") if found.head else lines, as_json)
    return 1 if found.faults else 0


@click.command("repair", cls=Examples)
@CASE
@JSON
def repair_command(case: Path, as_json: bool) -> int:
    """Mend the logs of CASE.

    Half a line is set aside in a file, a line that stands twice goes, what was purged stays so.

    Nothing that was written whole is lost. What is lost already stays lost, and verify goes on saying so.
    """
    from rashomon.custody import repair

    done = repair(case)
    _tell({"done": done}, done or ("nothing to mend",), as_json)
    return 0


@click.command("purge", cls=Examples)
@CASE
@click.argument("document")
@click.option("--yes", is_flag=True, help="Do not ask; needed where nobody can be asked.")
@BY
@click.option("--why", default="", help="The reason, which stays in the logs: without a word of what is purged.")
@JSON
def purge_command(case: Path, document: str, yes: bool, by: str | None, why: str, as_json: bool) -> int:
    """Delete DOCUMENT from CASE for good.

    And all that was derived from it. DOCUMENT is an id, a sha256 or a file name.

    Its original, its tables, caches and search rows go; so do decisions, added claims, remarks and requests for comment
    that tell of it. Each leaves a line without content, and the chain still holds. A file name means every version of
    that file. It says at the end what it could not reach. The id of a decision, added claim, remark or request means that.
    """
    from rashomon.custody import doomed, purge
    from rashomon.present.progress import show_progress

    files = doomed(case, document)
    if not yes:
        if not can_ask():
            raise UsageFault("a purge cannot be undone: say --yes where nobody can be asked")
        click.echo("\n".join(files), err=True)
        click.confirm("Delete this and all that was derived from it, for good?", abort=True, err=True)
    signed = Signed(signing_name(by), _now(), why)
    with show_progress(WORDS) as tell:
        done = purge(case, document, signed, read_settings(), tell)
    rows = {"files": done.files, "gone": done.gone, "left": done.left}
    _tell(
        rows,
        (f"purged: {', '.join(done.files or (document,))}", *done.gone, *(f"not reached: {x}" for x in done.left)),
        as_json,
    )
    return 0


def _tell(rows: object, lines: tuple[str, ...], as_json: bool) -> None:
    click.echo(json.dumps(rows, ensure_ascii=False, indent=1) if as_json else "\n".join(lines))


COMMANDS = (decide_command, verify_command, repair_command, purge_command)
