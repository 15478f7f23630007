"""Record beside word: what files of telephone records have of a call or message that somebody told of.

Three things stay apart: a number, who is said to have had it, and a person. A row that agrees says that one number called
another; a row that is not there says nothing against anybody, as messengers and other telephones are in no operator's file.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from rashomon.model.calls import CallRecord
from rashomon.model.claim import Party
from rashomon.model.document import Document
from rashomon.model.finding import Beside, Finding
from rashomon.stages.weigh.days import Days, days_between
from rashomon.stages.weigh.layout import Laid, Layout
from rashomon.stages.weigh.reasons import make_finding, say_tellers
from rashomon.text.calendar import format_day, gap_days, parse_day

_BY_WIRE = frozenset({"call", "message"})
_SIDES = frozenset({"from", "to", "with"})
_TOLD = frozenset({"asserted", "alleged", "possible", "undetermined"})
_MOST_NAMED = 3
_NO_HAND = "whose hand held a telephone no row says"
_NOWHERE = "messengers, other networks and other telephones are in no operator's file"


@dataclass(frozen=True, slots=True)
class _Held:
    """A number, and the claims that somebody had it."""

    number: str
    laid: Laid

    @property
    def days(self) -> Days | None:
        return days_between(self.laid.claim.value.earliest, self.laid.claim.value.latest)


@dataclass(frozen=True, slots=True)
class _Told:
    """A contact that somebody told of between two named sides, their numbers at that time, and its days."""

    laid: Laid
    ones: tuple[_Held, ...]
    others: tuple[_Held, ...]
    days: Days | None
    directed: bool


def beside(layout: Layout) -> tuple[Beside, ...]:
    """Each told call or message of which a number of a side is known, beside each file of telephone records."""
    files = [(d, d.calls) for d in layout.documents.values() if d.calls is not None]
    if not files:
        return ()
    rows = _rows(layout)
    found = [
        one for told in _told(layout) for document, record in files
        if (one := _compare(layout, told, document, record, rows[document.id]))
    ]  # fmt: skip
    return tuple(sorted(found, key=lambda b: (b.claims, b.document)))


def find_beside(layout: Layout, found: Sequence[Beside]) -> Iterator[Finding]:
    """The findings of that: a denied call that rows show, a told one of which a file that covers it has no row, one that a row bears out."""
    laid_of = {laid.claim.id: laid for laid in layout.claims}
    for one in found:
        laids = [laid_of[ident] for ident in (*one.claims, *one.rows[:_MOST_NAMED])]
        denied = laids[0].claim.stance == "denied"
        if one.verdict == "agrees" and denied:
            yield make_finding("conflict", layout, laids, one.reason, prop="contact")
        elif one.verdict == "agrees" and laids[0].root is not None and laids[0].claim.value.earliest:
            yield make_finding("agreement", layout, laids, one.reason, prop="contact")
        elif one.verdict in ("no row", "other way") and not denied:
            yield make_finding(
                "gap", layout, laids, one.reason, prop="contact", documents=[one.document], place=one.document
            )


_Rows = dict[frozenset[str], list[Laid]]


def _rows(layout: Layout) -> dict[str, _Rows]:
    """By file, the rows between any two numbers."""
    found: dict[str, _Rows] = defaultdict(lambda: defaultdict(list))
    for laid in layout.claims:
        if laid.document.calls is not None and laid.claim.property == "contact":
            found[laid.document.id][frozenset(p.text for p in laid.claim.value.parties)].append(laid)
    return found


def _told(layout: Layout) -> Iterator[_Told]:
    held = _held(layout)
    for laid in layout.claims:
        value = laid.claim.value
        if laid.claim.property != "contact" or value.kind not in _BY_WIRE or laid.document.calls is not None:
            continue
        sides = [
            (p, layout.entity_of[p.referent])
            for p in value.parties
            if p.role in _SIDES and p.referent in layout.entity_of
        ]
        if len(sides) != 2 or laid.claim.stance not in _TOLD | {"denied"}:
            continue
        days = days_between(value.earliest, value.latest)
        (first, one), (second, other) = _in_order(sides)
        numbers = [tuple(h for h in held[entity] if _at(h, days)) for entity in (one, other)]
        if any(numbers):
            yield _Told(laid, numbers[0], numbers[1], days, first.role == "from" and second.role == "to")


def _in_order(sides: list[tuple[Party, str]]) -> list[tuple[Party, str]]:
    """The side that is told to have called first."""
    return sorted(sides, key=lambda side: side[0].role != "from")


def _held(layout: Layout) -> dict[str, list[_Held]]:
    found: dict[str, list[_Held]] = defaultdict(list)
    for laid in layout.claims:
        if laid.claim.property == "phone" and laid.entity and laid.claim.value.text and laid.claim.stance in _TOLD:
            found[laid.entity].append(_Held(laid.claim.value.text, laid))
    return found


def _at(held: _Held, days: Days | None) -> bool:
    """Whether a number is said to be somebody's at that time; where no time is given, it may be."""
    return held.days is None or days is None or held.days.meets(days)


def _compare(layout: Layout, told: _Told, document: Document, record: CallRecord, rows: _Rows) -> Beside | None:
    pairs = [(a, b) for a in told.ones for b in told.others if a.number != b.number]
    between = [(pair, row) for pair in pairs for row in rows.get(frozenset(h.number for h in pair), ())]
    between = [(pair, row) for pair, row in between if row.claim.value.kind == told.laid.claim.value.kind]
    there = [(pair, row) for pair, row in between if told.days is None or _on(row, told.days)]
    there = [(pair, row) for pair, row in there if all(_at(h, _day_of(row)) for h in pair)]
    if there:
        return _with_rows(layout, told, document, there)
    span = _span(record)
    if told.days and not (span is not None and span.meets(told.days)):
        words = (
            f"{_lead(told)}; that is outside what {document.file} covers ({record.file.first} to {record.file.last})"
        )
        return Beside((told.laid.claim.id,), document.id, "outside", (), words)
    if told.days is None or not _was_looked_for(told, record, told.days):
        return None
    return _without(layout, told, document, record, [row for _, row in between])


def _day_of(row: Laid) -> Days | None:
    """The day of a row: whoever is said to have had a number in another year did not make its call."""
    day = (row.claim.value.earliest or "")[:10]
    return Days(day, day) if day else None


def _on(row: Laid, days: Days) -> bool:
    day = (row.claim.value.earliest or "")[:10]
    return days.first <= day <= days.last


def _span(record: CallRecord) -> Days | None:
    first, last = record.file.first, record.file.last
    return Days(first[:10], last[:10]) if first and last else None


def _was_looked_for(told: _Told, record: CallRecord, days: Days) -> bool:
    """Whether a file would hold such a row: all those days, one of these telephones its own, where it has some, and none of its rows left out."""
    span, own = _span(record), set(record.file.numbers)
    numbers = {h.number for h in (*told.ones, *told.others)}
    return (
        span is not None
        and span.holds(days)
        and not (own and own.isdisjoint(numbers))
        and record.held == record.touching
    )


def _lead(told: _Told) -> str:
    return f"“{' '.join(told.laid.claim.quote.split())}” ({say_tellers([told.laid])})"


def _with_rows(
    layout: Layout, told: _Told, document: Document, there: Sequence[tuple[tuple[_Held, _Held], Laid]]
) -> Beside:
    """A row agrees; or rows of that day go the other way."""
    same = [(pair, row) for pair, row in there if not told.directed or _goes(row, pair[0].number)]
    shown = same or there
    (one, other), row = shown[0]
    rows = tuple(dict.fromkeys(laid.claim.id for _, laid in shown))
    how = "a row agrees" if same else "a row of that time goes the other way"
    how = how if told.days else "of what day is not told, and a row between their numbers stands"
    if told.laid.claim.stance == "denied" and same:
        how = f"{len(rows)} {'row says' if len(rows) == 1 else 'rows say'} otherwise"
    words = (
        f"{_lead(told)}; {how}: {_say_row(row)} ({document.file}, {document.leaf_at(row.claim.start)}{_more(rows)}); "
        f"{_whose(layout, one)}, {_whose(layout, other)}; {_NO_HAND}, and whether the report rests on this file is not known"
    )
    return Beside((told.laid.claim.id,), document.id, "agrees" if same else "other way", rows, words)


def _goes(row: Laid, caller: str) -> bool:
    """Whether a row goes from a number; one that does not say which side rang goes either way."""
    return any(p.text == caller and p.role in ("from", "with") for p in row.claim.value.parties)


def _more(rows: Sequence[str]) -> str:
    return f" and {len(rows) - 1} more" if len(rows) > 1 else ""


def _say_row(row: Laid) -> str:
    value = row.claim.value
    one, other = value.parties
    joint = "to" if one.role == "from" else "and"
    length = f", {value.number} seconds" if value.number is not None else ""
    return f"a {value.kind} {'from ' if joint == 'to' else 'between '}{one.text} {joint} {other.text} on {_time(value.earliest)}{length}"


def _time(at: str | None) -> str:
    day = parse_day(at)
    return f"{format_day(day)}, {(at or '')[11:16]}".rstrip(", ") if day else "no told day"


def _whose(layout: Layout, held: _Held) -> str:
    name = layout.entities[held.laid.entity or ""].name
    return f"{held.number} is said to be {name}'s by {say_tellers([held.laid])}"


def _without(
    layout: Layout, told: _Told, document: Document, record: CallRecord, between: Sequence[Laid]
) -> Beside | None:
    """No row for these numbers on those days; what the file has of one side, and the nearest row of both."""
    seen = {one.number: one for one in record.seen}
    known = [h for h in (*told.ones, *told.others) if h.number in seen]
    if not known or told.days is None:
        return None
    both = bool(told.ones and told.others)
    days = told.days
    of_day = sum(count for h in known for day, count in seen[h.number].days if days.first <= day <= days.last)
    numbers = "these numbers" if both else "this number"
    if not both and of_day:
        what = f"{of_day} {'row' if of_day == 1 else 'rows'} of {known[0].number} on {days}, none with a number that is said to be the other side's"
        return Beside(
            (told.laid.claim.id,),
            document.id,
            "one side",
            (),
            f"{_lead(told)}; {document.file}: {what}; {_whose(layout, known[0])}",
        )
    near = min(between, key=lambda row: (_apart(row, days), row.claim.start), default=None)
    nearest = f"; the nearest row between them is {_say_row(near)}" if near else ""
    words = (
        f"{_lead(told)}; no row for {numbers} in {document.file} on {days}{nearest}; "
        f"{'; '.join(_whose(layout, h) for h in known[:_MOST_NAMED])}; that contradicts nobody: {_NOWHERE}"
    )
    return Beside((told.laid.claim.id,), document.id, "no row", (near.claim.id,) if near else (), words)


def _apart(row: Laid, days: Days) -> int:
    day = (row.claim.value.earliest or "")[:10]
    return (gap_days((days.first, days.last), (day, day)) or 0) if day else 1 << 30
