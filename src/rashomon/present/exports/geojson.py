"""Incidents by place as GeoJSON (RFC 7946), each point with how precise it is."""

from __future__ import annotations

from typing import Any

import msgspec

from rashomon.model.link import Incident
from rashomon.present.resolve import Resolved
from rashomon.present.words import date_words
from rashomon.text.places import Place, lookup


def export_geojson(case: Resolved) -> bytes:
    """A FeatureCollection; an incident whose place the gazetteer does not know has a null geometry."""
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
            "precision": f"the settlement or region {found[0]}, not the spot" if found else "place not known",
            "claims": [c.id for c in claims],
        },
    }


def locate(case: Resolved, incident: Incident) -> tuple[str, Place] | None:
    """The first of an incident's places that the gazetteer knows: its name as the case has it, and the place."""
    for ident in (incident.place, *incident.places):
        entity = case.entities.get(ident or "")
        known = [p for p in lookup(entity.name) if p.latitude is not None] if entity else []
        if entity and known:
            return entity.name, known[0]
    return None


def coordinates(place: Place) -> list[float | None]:
    """A place's position as RFC 7946 orders it: longitude, then latitude."""
    return [place.longitude, place.latitude]
