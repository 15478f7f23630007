"""The timeline: what happened, was said, was reported when; drawn, and as a list that can be printed."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from typing import Any

from starlette.requests import Request
from starlette.responses import Response

from rashomon.present.desk.drawn import drawn_happening, undrawn
from rashomon.present.desk.happenings import LANES, Happening, happenings, without_time
from rashomon.present.desk.paging import turn
from rashomon.present.desk.render import as_json, live, page
from rashomon.text.calendar import parse_day
from rashomon.text.fold import fold_words

BARS = 48
"""Counts drawn in one lane: more would be too narrow to hold their number."""
FINE = 250
"""Things drawn one by one in each lane; more of them are drawn as counts, so that thousands stay fluid."""
PRINTED = 5000
"""Lines of the list on one page, for printing."""
FILTERS = ("kind", "who", "place", "outlet", "from", "to", "q")


def timeline(request: Request) -> Response:
    """The page: filters, the drawing's place, the list."""
    case = live(request).resolved
    wanted = _wanted(request)
    found = _chosen(case_happenings(request), wanted)
    kinds = sorted({h.kind for h in happenings(case) if h.lane == "happened"})
    outlets = sorted({o for h in happenings(case) if h.lane == "published" for o in h.outlets})
    lanes = [x for x in request.query_params.getlist("lane") if x in LANES] or list(LANES)
    listed = [h for h in found if h.lane in lanes]
    held = sum(h.id in undrawn(case) for h in listed)
    return page(request, "timeline.html", held=held, sheet=turn(request, listed, size=PRINTED if request.query_params.get("all") else 100), wanted=wanted, kinds=kinds,
                outlets=outlets, lanes=lanes, all_lanes=LANES, undated=without_time(case))  # fmt: skip


def case_happenings(request: Request) -> tuple[Happening, ...]:
    """All that has a time."""
    return happenings(live(request).resolved)


def _wanted(request: Request) -> dict[str, str]:
    return {name: request.query_params.get(name, "") for name in FILTERS}


def _chosen(found: Iterable[Happening], wanted: dict[str, str]) -> list[Happening]:
    first = parse_day(wanted["from"])
    last = parse_day(wanted["to"])
    low, high = first.isoformat() if first else "", last.isoformat() if last else "~"
    words = fold_words(wanted["q"])
    return [
        h for h in found
        if h.first <= high and low <= h.last
        and (not wanted["kind"] or h.kind == wanted["kind"])
        and (not wanted["who"] or wanted["who"] in h.who)
        and (not wanted["place"] or wanted["place"] in h.where)
        and (not wanted["outlet"] or wanted["outlet"] in h.outlets)
        and (not words or words in fold_words(h.title))
    ]  # fmt: skip


def timeline_json(request: Request) -> Response:
    """What is to be drawn in a window of time: single things, or counts where there are too many of them."""
    case = live(request).resolved
    chosen = _chosen(case_happenings(request), _wanted(request))
    found = [h for h in chosen if h.id not in undrawn(case)]
    lanes = [x for x in request.query_params.getlist("lane") if x in LANES] or list(LANES)
    rows: list[dict[str, Any]] = []
    for lane in lanes:
        of = [h for h in found if h.lane == lane]
        rows += [_one(drawn_happening(case, h)) for h in of] if len(of) <= FINE else _counts(lane, of)
    days = [h.first for h in found] + [h.last for h in found]
    return as_json({
        "lanes": [{"id": x, "content": LANES[x]} for x in LANES if x in lanes],
        "items": rows,
        "first": min(days, default=None),
        "last": max(days, default=None),
    })  # fmt: skip


def _one(happening: Happening) -> dict[str, Any]:
    last = date.fromisoformat(happening.last) + timedelta(days=1)
    ranged = happening.first != happening.last
    return {
        "id": happening.id,
        "group": happening.lane,
        "start": f"{happening.first}T00:00",
        "end": f"{last.isoformat()}T00:00" if ranged else None,
        "title": f"{happening.when}: {happening.title}",
        "words": happening.title,
        "href": happening.address,
        "css": happening.lane + (" disputed" if happening.disputed else ""),
    }


def _counts(lane: str, of: Sequence[Happening]) -> list[dict[str, Any]]:
    """Counts by day, month or year, whichever leaves few enough."""
    for width in (10, 7, 4):
        counts = Counter(h.first[:width] for h in of)
        if len(counts) <= BARS:
            break
    rows = []
    for key, count in sorted(counts.items()):
        first, last = _whole(key)
        rows.append({
            "id": f"{lane}-{key}", "group": lane, "start": f"{first}T00:00", "end": f"{last}T00:00",
            "title": f"{count} in {key}", "words": str(count), "css": "many",
            "zoom": [first, last],
        })  # fmt: skip
    return rows


def _whole(key: str) -> tuple[str, str]:
    """The first day of a year, month or day, and the day after its last."""
    first = date.fromisoformat((key + "-01-01")[:10])
    if len(key) == 10:
        return key, (first + timedelta(days=1)).isoformat()
    if len(key) == 4:
        return first.isoformat(), f"{first.year + 1:04}-01-01" if first.year < 9999 else "9999-12-31"
    after = (first.replace(day=28) + timedelta(days=4)).replace(day=1)
    return first.isoformat(), after.isoformat()
