"""Incidents by place as GeoJSON (RFC 7946), each point with how precise it is."""

from __future__ import annotations

from typing import Any

import msgspec

from rashomon.model.link import Incident
from rashomon.present.resolve import Resolved
from rashomon.present.words import PLACE_NOT_AGREED, date_words, is_disputed
from rashomon.text.places import Place, lookup


def export_geojson(case: Resolved) -> bytes:
    """A FeatureCollection; an incident whose place is not agreed on, or not in the gazetteer, has a null geometry."""
    features = [feature(case, i) for i in case.incidents.values()]
    body = {"type": "FeatureCollection", "features": features}
    return msgspec.json.format(msgspec.json.encode(body), indent=1) + b"\n"


def feature(case: Resolved, incident: Incident) -> dict[str, Any]:
    """One incident as a feature; `precision` says what the point stands for."""
    found = locate(case, incident)
    claims = case.claims_of_incident.get(incident.id, [])
    names = [case.entities[p].name for p in incident.places if p in case.entities]
    return {
        "type": "Feature",
        "id": incident.id,
        "geometry": {"type": "Point", "coordinates": coordinates(found[1])} if found else None,
        "properties": {
            "title": incident.title,
            "type": incident.type,
            "date": date_words(incident.date),
            "places": names,
            "precision": precision(incident, found[0] if found else None),
            "claims": [c.id for c in claims],
        },
    }


def locate(case: Resolved, incident: Incident) -> tuple[str, Place] | None:
    """The place that most roots give, where the gazetteer knows it: its name as the case has it, and the place.

    No other place of the incident stands in for it: that could be anywhere.
    """
    entity = case.entities.get(incident.place or "")
    known = [p for p in lookup(entity.name) if p.latitude is not None] if entity else []
    return (entity.name, known[0]) if entity and known else None


def precision(incident: Incident, name: str | None) -> str:
    """What a point stands for, or why there is none."""
    if name:
        return f"the settlement or region {name}, not the spot"
    return PLACE_NOT_AGREED if is_disputed(incident) else "place not known"


def coordinates(place: Place) -> list[float | None]:
    """A place's position as RFC 7946 orders it: longitude, then latitude."""
    return [place.longitude, place.latitude]
