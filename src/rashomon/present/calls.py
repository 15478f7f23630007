"""Telephone records of a case: their files, their rows over all files, and who is said to have had which number when."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from heapq import merge
from itertools import pairwise
from pathlib import Path
from typing import Any

from rashomon.errors import UsageFault
from rashomon.model.calls import Asked, CallRow
from rashomon.model.claim import Claim
from rashomon.model.document import Document
from rashomon.present.resolve import Resolved
from rashomon.present.words import chain_words
from rashomon.store.call_rows import CallRows
from rashomon.text.calendar import format_interval, period, shift_day
from rashomon.text.telephone import bare_number, international, plain

_BOUNDED = ("asserted", "alleged", "possible", "undetermined")
HEADS = (
    "time",
    "until",
    "zone",
    "seconds",
    "kind",
    "from",
    "to",
    "which side rang",
    "cell",
    "imei",
    "imsi",
    "file",
    "row",
    "as written",
)

_CLOCK = re.compile(r"(?:T(?:[01]\d|2[0-3]):[0-5]\d(?::[0-5]\d)?)?")


@dataclass(frozen=True, slots=True)
class Holder:
    """Who is said to have had a number, from when to when, by whom and in which words; `name` is None where nobody is named."""

    number: str
    name: str | None
    earliest: str | None
    latest: str | None
    claim: Claim
    said_by: str
    quote: str

    @property
    def days(self) -> str:
        """The period in words."""
        return format_interval((self.earliest, self.latest)) if self.earliest or self.latest else "no time given"


@dataclass(frozen=True, slots=True)
class Tenure:
    """One number: its holders by the time given, and what of that is open. Numbers of records alone have none."""

    number: str
    holders: tuple[Holder, ...]
    open: tuple[str, ...]


def call_files(case: Resolved) -> list[Document]:
    """The files of telephone records of a case."""
    return [d for d in case.documents.values() if d.calls is not None]


def asked_number(words: str, region: str | None) -> str:
    """A number as somebody types it, as the rows have it: in E.164 where its country is told, else its digits."""
    text = plain(words)
    return international(text, region, plusless=False) or bare_number(text) or text


def asked_time(words: str) -> str:
    """A day, a month, a year or a time as somebody types it. Raises UsageFault for what is none."""
    text = words.strip().replace(" ", "T")
    if period(text[:10]) == (None, None) or not _CLOCK.fullmatch(text[10:]):
        raise UsageFault(f"{words!r} is no time; YYYY, YYYY-MM, YYYY-MM-DD or YYYY-MM-DDThh:mm is meant")
    return text


def find_rows(folder: Path, files: Sequence[Document], asked: Asked) -> Iterator[tuple[Document, CallRow]]:
    """The rows that are asked for, over all files, in the order of their times. Raises CaseDamaged."""
    store = CallRows(folder)

    def of(document: Document) -> Iterator[tuple[Document, CallRow]]:
        return ((document, row) for row in store.find(document.sha256, asked))

    found = merge(*map(of, files), key=lambda one: (one[1].at or "~", one[0].file, one[1].row))
    for n, one in enumerate(found):
        if asked.most is not None and n >= asked.most:
            return
        yield one


def count_rows(folder: Path, files: Sequence[Document], asked: Asked) -> int:
    """How many rows are asked for, over all files."""
    return sum(CallRows(folder).count(document.sha256, asked) for document in files)


def row_cells(document: Document, row: CallRow) -> tuple[Any, ...]:
    """A row under `HEADS`."""
    which = "said" if row.sure else "not said"
    length = int(row.seconds) if row.seconds is not None and row.seconds.is_integer() else row.seconds
    return (
        row.at, row.until, row.zone, length, row.kind, row.caller, row.called, which, row.cell, row.imei, row.imsi,
        document.file, f"{row.sheet} {row.row}" if row.sheet else row.row, row.raw,
    )  # fmt: skip


def none_words(document: Document, asked: Asked) -> str:
    """What a file without a row for a question says, and what that does not mean: absence contradicts nobody."""
    calls = document.calls
    assert calls is not None
    first, last = calls.file.first, calls.file.last
    if (
        first
        and last
        and ((asked.latest and _to(asked.latest) < first) or (asked.earliest and asked.earliest[:10] > last))
    ):
        return f"{document.file}: outside what the file covers ({first} to {last})"
    what = "no row for this number in this file and period" if asked.numbers else "no row in this file and period"
    return f"{document.file}: {what} ({first} to {last}); messengers and other networks are in no operator's file"


def _to(latest: str) -> str:
    return (period(latest[:10])[1] or latest)[:10]


def tenures(case: Resolved) -> list[Tenure]:
    """Every number that the reports name, with who is said to have had it when; those that nobody is named for last."""
    found: dict[str, list[Holder]] = {}
    for claim in case.claims.values():
        if claim.property == "phone" and claim.value.text and claim.stance in _BOUNDED and not claim.repeats:
            found.setdefault(claim.value.text, []).append(_holder(case, claim))
    made = [_tenure(number, holders) for number, holders in found.items()]
    return sorted(made, key=lambda t: (all(h.name is None for h in t.holders), t.holders[0].earliest or "~", t.number))


def _holder(case: Resolved, claim: Claim) -> Holder:
    value = claim.value
    name = case.entity_name(claim.subject.referent)
    said_by, quote = chain_words(case, claim.chain), _own_quote(case, claim)
    return Holder(value.text or "", name, value.earliest, value.latest, claim, said_by, quote)


def _own_quote(case: Resolved, claim: Claim) -> str:
    """The words of one number of a list: those before the list, and its own; the others are left out, and that is shown."""
    phones = case.account_of[claim.document].annotations.phones
    listed = [p for p in phones if claim.start <= p.start and p.end <= claim.end]
    own = next((p for p in listed if p.e164 == claim.value.text), None)
    if own is None or own is listed[0]:
        return claim.quote
    lead = claim.quote[: listed[0].start - claim.start].rstrip()
    return f"{lead} … {own.quote}" if listed[0].start > claim.start else f"… {own.quote}"


def _tenure(number: str, holders: list[Holder]) -> Tenure:
    ordered = sorted(holders, key=lambda h: (h.earliest or "", h.latest or "~", h.name or "~", h.claim.id))
    return Tenure(number, tuple(ordered), tuple(_open(ordered)))


def _open(holders: Sequence[Holder]) -> Iterator[str]:
    """Two holders at one time, time between two holders, and that nobody is named."""
    named = [h for h in holders if h.name]
    if not named:
        yield "no report names anybody for this number"
    for n, one in enumerate(named):
        for other in named[n + 1 :]:
            if other.name != one.name and _meet(one, other):
                yield f"given to both {one.name} and {other.name} for one time; it may have changed hands within it"
    dated = [h for h in named if h.earliest and h.latest]
    for one, other in pairwise(dated):
        after, before = shift_day((one.latest or "")[:10], 1), shift_day((other.earliest or "")[:10], -1)
        if after <= before and not any(_covers(h, after, before) for h in named):
            yield f"no report says whose it was from {after} to {before}"


def _meet(one: Holder, other: Holder) -> bool:
    """Whether two periods overlap for certain: both are given."""
    if not (one.earliest and one.latest and other.earliest and other.latest):
        return False
    return one.earliest <= other.latest and other.earliest <= one.latest


def _covers(holder: Holder, first: str, last: str) -> bool:
    return (holder.earliest or "") <= first and last <= (holder.latest or "~")


def said_to_hold(held: Iterable[Tenure], number: str | None, at: str | None) -> list[Holder]:
    """Who is said to have had a number on a day: those whose period holds it, or who are given none."""
    day = (at or "")[:10]
    holders = next((t.holders for t in held if t.number == number), ())
    return [h for h in holders if h.name and (not day or ((h.earliest or "")[:10] <= day <= (h.latest or "~")[:10]))]
