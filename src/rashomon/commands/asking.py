"""What `build --model` says and does: which model, on whose machine, what was asked, what came of it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from functools import wraps
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from rashomon.command_words import counted
from rashomon.commands.proposing import outcome_lines
from rashomon.errors import UsageFault
from rashomon.settings import model_key, read_settings

if TYPE_CHECKING:
    from rashomon.asking.asking import Asked
    from rashomon.asking.endpoint import Wanted


@dataclass(frozen=True, slots=True)
class ModelWords:
    """What was said of a model on the command line."""

    name: str | None
    endpoint: str | None
    send_to: str | None
    unread: bool
    wait: float


def model_options(function: Callable[..., int]) -> Callable[..., int]:
    """The options of a command that may ask a model; it gets them as one `model`."""

    @click.option("--model", "name", metavar="NAME", help="Let this model read too, as its server calls it.")
    @click.option("--endpoint", metavar="URL", help="Its server, on this machine. [http://127.0.0.1:11434/v1]")
    @click.option("--unread", is_flag=True, help="Ask only about what the rules did not read.")
    @click.option("--send-text-to", "send_to", metavar="HOST", help="Let text leave this machine, to HOST.")
    @click.option("--wait", default=180.0, show_default=True, help="Seconds that one answer may take.")
    @wraps(function)
    def command(
        *, name: str | None, endpoint: str | None, unread: bool, send_to: str | None, wait: float, **rest: Any
    ) -> int:
        return function(model=ModelWords(name, endpoint, send_to, unread, wait), **rest)

    return command


def wanted_model(words: ModelWords) -> Wanted | None:
    """The model that is asked for, None where none is. Raises UsageFault where the other options stand without one."""
    if words.name is None:
        if words.endpoint or words.send_to or words.unread:
            raise UsageFault("--endpoint, --unread and --send-text-to go with --model NAME")
        return None
    from rashomon.asking.endpoint import DEFAULT, Wanted

    if words.wait <= 0:
        raise UsageFault(f"--wait is {words.wait}; seconds above 0 are meant")
    send_to = words.send_to.strip().lower() if words.send_to else None
    return Wanted(words.name, words.endpoint or DEFAULT, send_to, model_key(), words.wait)


def ask_then_build(case: Path, wanted: Wanted, words: ModelWords, tell: Any) -> Asked:
    """Ask the model about a built case, and build it again where it proposed something new."""
    from rashomon.asking.asking import ask_model
    from rashomon.model.link import Signed
    from rashomon.pipeline import build

    signed = Signed(wanted.model, datetime.now(UTC).isoformat(timespec="seconds"), f"asked at {wanted.host}")
    asked = ask_model(case, wanted, signed, tell, unread=words.unread)
    if asked.proposals:
        build(case, (), read_settings(), tell)
    return asked


def asked_lines(asked: Asked, outcomes: Mapping[str, Mapping[str, int]]) -> Iterator[str]:
    """What came of the questions, for a reader."""
    rate = f", {60 * asked.fresh / asked.seconds:.1f} passages a minute" if asked.fresh and asked.seconds else ""
    yield (
        f"{counted(asked.passages, 'passage')} for the model: {asked.kept} answered before, {asked.fresh} now"
        f" ({asked.tokens[0]:,} tokens read, {asked.tokens[1]:,} written{rate})."
    )
    yield f"{counted(len(asked.proposals), 'new proposal')}"
    yield from outcome_lines(outcomes)
    for why, count in sorted(asked.faults.items()):
        yield f"without an answer: {counted(count, 'passage')}: {why}"
    if asked.sealed:
        yield f"sealed, so not shown to the model: {counted(asked.sealed, 'report')}"
    if asked.stopped:
        yield f"{asked.stopped}; build again to go on where it stopped"


def asked_row(asked: Asked, outcomes: Mapping[str, Mapping[str, int]]) -> dict[str, Any]:
    """The same for scripts."""
    return {**asdict(asked), "proposals": len(asked.proposals), "outcomes": outcomes}
