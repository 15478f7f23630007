"""The case stages over all accounts, watched: a report over which one breaks is left out of it, with the reason."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TypeVar

from rashomon.errors import Stop
from rashomon.model.account import Account
from rashomon.model.document import Rejected
from rashomon.model.fault import UNWATCHED, Fault, Watch
from rashomon.model.finding import Weighed
from rashomon.model.link import Attached, Linked
from rashomon.model.span import Span
from rashomon.runners.watch import Catching

Result = TypeVar("Result")
Link = Callable[[Sequence[Account]], tuple[Linked, tuple[Attached, ...]]]
Weigh = Callable[[Sequence[Account], Linked, Sequence[Attached]], Weighed]
_NOT_LINKED: tuple[Linked, tuple[Attached, ...]] = (Linked((), (), ()), ())


@dataclass(frozen=True, slots=True)
class Comparison:
    """The accounts that could be linked and what the case stages gave; `set_aside` are those that broke one."""

    accounts: tuple[Account, ...]
    linked: Linked
    attached: tuple[Attached, ...]
    weighed: Weighed
    set_aside: tuple[Rejected, ...]


def compare_all(
    accounts: Sequence[Account], link: Link, weigh: Weigh, tell: Callable[[str, int, int], None], *, strict: bool
) -> Comparison:
    """Link and weigh all accounts but those over which that breaks; where `strict`, the fault goes through.

    Raises Stop where no single report is to blame that they cannot be linked.
    """
    tell("link", 0, len(accounts))
    (linked, attached), broken = _over(accounts, "link", link, _NOT_LINKED, strict=strict)
    if whole := next((f for f in broken if f.whole), None):
        raise Stop(f"this program broke while it linked the reports ({whole.what}); please report that")
    out = {f.start for f in broken}
    kept = [a for n, a in enumerate(accounts) if n not in out]
    tell("weigh", 0, len(kept))
    weighed, odd = _over(kept, "weigh", lambda some: weigh(some, linked, attached), Weighed((), ()), strict=strict)
    told = [*(_not_linked(accounts[f.start], f) for f in broken), *(_not_weighed(kept[f.start], f) for f in odd)]
    return Comparison(tuple(kept), linked, attached, weighed, tuple(told))


def _over(
    accounts: Sequence[Account],
    stage: str,
    read: Callable[[Sequence[Account]], Result],
    nothing: Result,
    *,
    strict: bool,
) -> tuple[Result, list[Fault]]:
    """What a case stage gives, and the accounts over which it broke, each a fault that starts at its number."""
    catching = Catching("")
    watch: Watch = UNWATCHED if strict else catching
    parts = [Span(n, n + 1) for n in range(len(accounts))]
    found = watch.over(stage, parts, lambda out: read([a for n, a in enumerate(accounts) if n not in out]), nothing)
    return found, catching.faults


def _not_linked(account: Account, fault: Fault) -> Rejected:
    reason = f"this program broke while it linked this report with the others ({fault.what}); please report that"
    return Rejected(account.document.file, reason)


def _not_weighed(account: Account, fault: Fault) -> Rejected:
    broke = f"this program broke ({fault.what}); please report that"
    if fault.whole:
        return Rejected("all reports", f"they were read and linked, but no finding was made: {broke}")
    return Rejected(account.document.file, f"it was read, but is not weighed against the others: {broke}")
