"""What the columns of a table hold, by the words of their headings and by what stands in them: `find_layout`."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from rashomon.model.calls import Column, Found, Holds
from rashomon.stages.acquire.calls.content import Content, look
from rashomon.stages.acquire.calls.wording import heading_means

_NUMBERS: tuple[Holds, ...] = ("caller", "called", "own", "other")
_TELLING = ("imei", "imsi")
"""What a heading speaks of wherever it stands in it: "IMEI of the caller"."""
_LEAST = 40
"""What a heading has to score to mean anything: a phrase within it."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """One column before it is decided what it holds."""

    at: int
    heading: str
    means: dict[Holds, int]
    content: Content

    def named(self, *holds: Holds) -> int:
        """How well its heading fits one of these, where nothing else fits better."""
        if len(holds) == 1 and holds[0] in _TELLING and self.means.get("skip", 0) <= self.means.get(holds[0], 0):
            return self.means.get(holds[0], 0)
        ends = self.means.get("end", 0)
        if ends >= max(self.means.get("skip", 0), self.means.get("cell", 0), _LEAST):
            # Whatever else stands in a heading that speaks of an end: "date and time of the end".
            return ends if "end" in holds else 0
        best = max(self.means.values(), default=0)
        own = max((self.means.get(h, 0) for h in holds), default=0)
        return own if own >= max(best, _LEAST) else 0


def candidates(headings: Sequence[str], rows: Sequence[Sequence[str]]) -> list[Candidate]:
    """The columns of a table with what their headings may mean and what their cells look like."""
    width = max((len(row) for row in rows), default=0)
    heads = [*headings, *[""] * width][:width]
    found = []
    for at, heading in enumerate(heads):
        cells = [row[at] for row in rows if at < len(row)]
        found.append(Candidate(at, heading, heading_means(heading), look(cells)))
    return found


def assign(found: Sequence[Candidate]) -> list[Column]:
    """What each column holds; those of which nothing is known are left out."""
    columns: list[Column] = []
    left = [c for c in found if c.content.filled]
    for step in (_devices, _clock, _numbers, _ways, _lengths, _rest):
        taken = {c.at for c in columns}
        columns += step([c for c in left if c.at not in taken], columns)
    return sorted(columns, key=lambda c: c.at)


def _column(one: Candidate, holds: Holds) -> Column:
    by: Found = "name" if one.named(holds) else "content"
    return Column(one.at, one.heading, holds, by)


def _best(left: Sequence[Candidate], holds: Holds, fits: float = 0.0) -> Candidate | None:
    """The column whose heading names it best, the first of several."""
    ranked = [(c.named(holds), -c.at, c) for c in left if c.named(holds)]
    return max(ranked, key=lambda one: one[:2])[2] if ranked else None


def _devices(left: list[Candidate], _: list[Column]) -> Iterator[Column]:
    """IMEI and IMSI, by name or by their digits; a telephone number has fewer."""
    for holds in ("imei", "imsi"):
        kind: Holds = "imei" if holds == "imei" else "imsi"
        named = [c for c in left if c.named(kind) and c.content.long >= 0.5]
        if named:
            yield _column(max(named, key=lambda c: (c.named(kind), -c.at)), kind)
    sure = [c for c in left if not any(c.named(h) for h in ("imei", "imsi", "skip", "cell", *_NUMBERS))]
    told = {h for h in ("imei", "imsi") if any(c.named("imei" if h == "imei" else "imsi") for c in left)}
    for c in sure:
        if c.content.long >= 0.8:
            kind = "imei" if c.content.imei >= 0.9 and c.content.imei >= c.content.imsi else "imsi"
            if kind not in told and (kind == "imei" or c.content.imsi >= 0.8):
                told.add(kind)
                yield _column(c, kind)


def _clock(left: list[Candidate], _: list[Column]) -> Iterator[Column]:
    """When a row was: one column of day and time, or a day and a time; and when it ended."""
    for c in left:
        if c.content.epoch >= 0.9 and c.named("start", "date", "time", "end"):
            yield _column(c, "end" if c.named("end") else "start")
            return
    days = [c for c in left if max(c.content.moment, c.content.day) >= 0.6 and not c.named("skip")]
    whole = [c for c in days if c.content.moment >= 0.6]
    ends = [c for c in left if c.named("end") and (c in days or c.content.hour >= 0.6)]
    end = max(ends, key=lambda c: (c.content.moment >= 0.6, c.content.day < 0.6, c.named("end"))) if ends else None
    begin = _first([c for c in whole if c not in ends], ("start", "date", "time"))
    if begin is None:
        begin = _first([c for c in days if c not in ends], ("date", "start", "time"))
        hours = [c for c in left if c.content.hour >= 0.6 and c not in ends and c not in days]
        hours = hours or [
            c for c in left if c.content.run >= 0.9 and c.named("time", "start") and c not in (begin, *ends)
        ]
        hours = [c for c in hours if not c.named("duration", "skip", "zone", "end")]
        hour = _first(hours, ("time", "start", "date"))
        if hour is not None:
            yield Column(hour.at, hour.heading, "time", "name" if hour.named("time", "start", "date") else "content")
    if begin is not None:
        holds: Holds = "start" if begin.content.moment >= 0.6 else "date"
        yield Column(begin.at, begin.heading, holds, "name" if begin.named("start", "date", "time") else "content")
    others = [c for c in whole if c is not begin and not c.named("start", "date", "time")]
    end = end or (others[0] if begin is not None and others else None)
    if end is not None:
        yield _column(end, "end")


def _first(left: Sequence[Candidate], holds: tuple[Holds, ...]) -> Candidate | None:
    """The one that a heading names, by the words that come first; else the first column."""
    ranked = [(*(c.named(h) for h in holds), -c.at, c) for c in left]
    return max(ranked, key=lambda one: one[:-1])[-1] if ranked else None  # type: ignore[return-value]


def _numbers(left: list[Candidate], _: list[Column]) -> Iterator[Column]:
    """The two sides: as headings name them, else by which of them is always the same."""
    able = [c for c in left if c.content.phone >= 0.4 or (c.named(*_NUMBERS) >= 50 and c.content.phone >= 0.15)]
    able = [c for c in able if not c.named("skip", "cell", "imei", "imsi", "zone", "duration")]
    picked: dict[Holds, Candidate] = {}
    for holds in _NUMBERS:
        best = _best([c for c in able if c not in picked.values()], holds)
        if best is not None:
            picked[holds] = best
    picked = _a_pair(picked)
    rest = [c for c in able if c not in picked.values() and not c.named(*_NUMBERS)]
    if set(picked) == {"own"} and not rest and picked["own"].content.same < 0.9:
        picked = {"other": picked["own"]}  # "Number" in a file of one telephone: whoever is on the other side.
    for holds, one in {**picked, **_unnamed(picked, rest)}.items():
        yield _column(one, holds)


def _a_pair(picked: dict[Holds, Candidate]) -> dict[Holds, Candidate]:
    """The two that belong together, where more were named: who rang whom before whose file it is."""
    if "caller" in picked and "called" in picked:
        return {h: picked[h] for h in ("caller", "called")}
    if "own" in picked and len(picked) > 2:
        picked = {h: c for h, c in picked.items() if h in ("own", "other")}
    return picked


def _unnamed(picked: dict[Holds, Candidate], rest: list[Candidate]) -> dict[Holds, Candidate]:
    """Columns of numbers that no heading names, in the places that are left open."""
    if len(picked) >= 2 or not rest:
        return {}
    if len(picked) == 1:
        opposite: dict[Holds, Holds] = {"caller": "called", "called": "caller", "own": "other", "other": "own"}
        return {opposite[next(iter(picked))]: rest[0]}
    if len(rest) == 1:
        return {"other": rest[0]}
    one, other = rest[:2]
    if one.content.same >= 0.9 or other.content.same >= 0.9:
        return {"own": one, "other": other} if one.content.same >= other.content.same else {"own": other, "other": one}
    return {"caller": one, "called": other}


def _ways(left: list[Candidate], _: list[Column]) -> Iterator[Column]:
    """Which way, and of what kind: one column may say both."""
    able = [c for c in left if _says_a_way(c) and not c.named("skip", "cell")]
    ways = [c for c in able if c.content.way >= 0.5]
    way = _first(ways, ("direction", "kind"))
    if way is not None:
        yield _column(way, "direction")
    kinds = [c for c in able if c is not way and (c.content.kind >= 0.5 or c.named("kind"))]
    kind = _first(kinds, ("kind", "direction"))
    if kind is not None:
        yield _column(kind, "kind")


def _says_a_way(one: Candidate) -> bool:
    """Most of its cells are words for a way or a kind; or its heading says so, and some are."""
    share = max(one.content.way, one.content.kind)
    return share >= 0.5 or (share > 0 and bool(one.named("kind", "direction")))


def _lengths(left: list[Candidate], known: list[Column]) -> Iterator[Column]:
    """How long: as a heading says, else the one column of clock times or small figures that is left."""
    named = [c for c in left if c.named("duration") and c.content.length >= 0.5]
    able = [c for c in left if not c.means and c.content.length >= 0.9 and not c.content.serial]
    clocks = [c for c in able if c.content.hour >= 0.9] or [c for c in able if c.content.varied]
    one = _best(named, "duration") or (clocks[0] if len(clocks) == 1 and known else None)
    if one is not None:
        yield _column(one, "duration")


def _rest(left: list[Candidate], _: list[Column]) -> Iterator[Column]:
    """Cells, of which there may be several columns, and the zone."""
    zone = next((c for c in left if c.content.zone >= 0.6 and (c.named("zone") or not c.means)), None)
    if zone is not None:
        yield _column(zone, "zone")
    for c in left:
        if c is not zone and (c.named("cell") or (not c.means and c.content.cell >= 0.6)):
            yield _column(c, "cell")
