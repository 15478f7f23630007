"""A case on its way, or put away: `seal` and `unseal`."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from rashomon.command_words import CASE, Examples
from rashomon.commands.keeping import can_ask
from rashomon.errors import UsageFault

_FROM = click.option(
    "--passphrase-file",
    "source",
    metavar="FILE",
    help="Its first line is the passphrase; - is standard input. Without it you are asked.",
)


@click.command("seal", cls=Examples)
@CASE
@click.option("-o", "--output", type=click.Path(path_type=Path, dir_okay=False), help="Default: CASE.sealed beside it.")
@click.option("--remove", is_flag=True, help="Delete CASE once the sealed file was opened again and holds all of it.")
@_FROM
def seal_command(case: Path, output: Path | None, remove: bool, source: str | None) -> int:
    """Put the whole of CASE into one file, encrypted with a passphrase.

    Whoever has the file and not the passphrase learns its size, and the day of the file. Whoever forgets the passphrase has lost the case:
    nobody can open it. The format is that of age, in a ZIP; docs/custody.md says how to open it without this program.
    """
    from rashomon.custody import BEYOND
    from rashomon.store.sealing import check_passphrase, seal

    target = output or case.resolve().with_name(f"{case.resolve().name}.sealed")
    passphrase = _passphrase(source, again=True)
    check_passphrase(passphrase)
    done = seal(case, target, passphrase, remove=remove)
    click.echo(f"sealed: {target} ({done.files} files, {_megabytes(done.size)}; opened again and compared)")
    if remove:
        click.echo(f"removed: {case}\n{BEYOND}")
    else:
        click.echo(f"{case} is still there, and not encrypted")
    return 0


@click.command("unseal", cls=Examples)
@click.argument("file", type=click.Path(path_type=Path, exists=True, dir_okay=False))
@click.argument("case", type=click.Path(path_type=Path))
@_FROM
def unseal_command(file: Path, case: Path, source: str | None) -> int:
    """Take a case out of a sealed FILE into CASE, a folder that is not there yet."""
    from rashomon.store.sealing import unseal

    done = unseal(file, case, _passphrase(source, again=False))
    click.echo(f"unsealed: {case} ({done.files} files, {_megabytes(done.size)}); rashomon verify {case} checks it")
    return 0


def _passphrase(source: str | None, *, again: bool) -> str:
    """As the file says or as asked. Raises UsageFault where nobody can be asked, and for none."""
    if source is not None:
        text = sys.stdin.readline() if source == "-" else Path(source).read_text("utf-8").partition("\n")[0]
        found = text.rstrip("\r\n")
    elif can_ask():
        found = click.prompt("Passphrase", hide_input=True, confirmation_prompt=again, err=True)
    else:
        raise UsageFault("no passphrase: give --passphrase-file FILE where nobody can be asked")
    if not found:
        raise UsageFault("no passphrase was given")
    return str(found)


def _megabytes(size: int) -> str:
    return f"{size / 1_000_000:,.1f} MB"
