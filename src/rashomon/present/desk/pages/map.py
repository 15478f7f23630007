"""The map: incidents by place, with how precise a place is; and a list of those that have none."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from starlette.requests import Request
from starlette.responses import Response

from rashomon.model.link import Incident
from rashomon.present.desk.once import once_a_build
from rashomon.present.desk.paging import turn
from rashomon.present.desk.render import as_json, live, page
from rashomon.present.exports.geojson import feature
from rashomon.present.resolve import Resolved
from rashomon.present.words import incident_words


@dataclass(frozen=True, slots=True)
class Spot:
    """One point with the incidents that are placed there."""

    longitude: float
    latitude: float
    precision: str
    incidents: tuple[Incident, ...]


@once_a_build
def spots(case: Resolved) -> tuple[tuple[Spot, ...], tuple[Incident, ...]]:
    """The points, those with the most incidents first; and the incidents that the gazetteer has no place for."""
    found: dict[tuple[float, float, str], list[Incident]] = {}
    nowhere = []
    for incident in case.incidents.values():
        row = feature(case, incident)
        if row["geometry"] is None:
            nowhere.append(incident)
        else:
            key = (*row["geometry"]["coordinates"], row["properties"]["precision"])
            found.setdefault(key, []).append(incident)
    made = [Spot(*key, tuple(of)) for key, of in found.items()]
    return tuple(sorted(made, key=lambda s: (-len(s.incidents), s.precision))), tuple(nowhere)


def map_page(request: Request) -> Response:
    """The page."""
    placed, nowhere = spots(live(request).resolved)
    return page(request, "map.html", sheet=turn(request, placed), nowhere=nowhere[:60], missing=len(nowhere))


def map_json(request: Request) -> Response:
    """The points."""
    case = live(request).resolved
    rows: list[dict[str, Any]] = [
        {
            "at": [s.longitude, s.latitude],
            "precision": s.precision,
            "count": len(s.incidents),
            "incidents": [{"title": incident_words(case, i), "href": f"/incidents/{i.id}"} for i in s.incidents[:12]],
        }
        for s in spots(case)[0]
    ]
    return as_json(rows)
