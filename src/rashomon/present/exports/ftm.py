"""FollowTheMoney entities, one JSON object a line, as Aleph, OpenSanctions' tools and `ftm` read them.

What FtM has no place for stays out, since it would turn a source's word into a property of a person: accusations in
their grades, convictions, stance, counts of victims, statements, findings (docs/reference/exports.md lists them). Of
roles, births, numbers, contacts only what somebody asserts goes in, quote and chain in `summary`, the report in `proof`.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import msgspec

from rashomon.model.claim import Claim, is_age
from rashomon.model.identity import make_id
from rashomon.model.link import Entity, Incident
from rashomon.present.accusing import accuses
from rashomon.present.exports.graphml import OWN
from rashomon.present.resolve import Resolved
from rashomon.present.words import chain_words

SCHEMA = {"person": "Person", "organization": "Organization", "place": "Address"}
Row = dict[str, Any]


def export_ftm(case: Resolved) -> bytes:
    """Entities as JSON lines, in a fixed order."""
    return b"".join(msgspec.json.encode(row) + b"\n" for row in ftm_rows(case))


def ftm_rows(case: Resolved) -> Iterator[Row]:
    """Every FtM entity of the case."""
    for document in case.documents.values():
        yield _row(document.id, "Article", title=document.title or document.file, fileName=document.file,
                   publisher=document.publisher, author=document.author, publishedAt=_day(document.published),
                   sourceUrl=document.url, language=None)  # fmt: skip
    shown = [e for e in case.entities.values() if e.type in SCHEMA and case.referents[e.referents[0]].named]
    for entity in shown:
        yield _entity(case, entity)
        yield from _mentions(case, entity)
    for incident in case.incidents.values():
        yield _event(case, incident, {e.id for e in shown})
    ids = {e.id for e in shown}
    for claim in case.claims.values():
        if claim.repeats is None and claim.stance == "asserted" and case.reviews.get(claim.id) != "reject":
            yield from _tie(case, claim, ids)


def _row(ident: str, schema: str, **properties: str | list[str] | None) -> Row:
    """An FtM entity; a property without a value is left out."""
    lists = {k: [v] if isinstance(v, str) else v for k, v in properties.items()}
    return {"id": ident, "schema": schema, "properties": {k: v for k, v in lists.items() if v}}


def _day(text: str | None) -> str | None:
    return text[:10] if text else None


def _entity(case: Resolved, entity: Entity) -> Row:
    names = {case.referents[r].name for r in entity.referents}
    names |= {a.name for r in entity.referents for a in case.referents[r].aliases}
    others = sorted(names - {entity.name})
    if entity.type == "place":
        return _row(entity.id, "Address", full=entity.name, name=entity.name, alias=others)
    births = [c for c in case.claims_of_entity.get(entity.id, ()) if c.stance == "asserted"]
    if entity.type != "person":
        return _row(entity.id, "Organization", name=entity.name, alias=others)
    dated = (c for c in births if c.property == "birth_date" and c.value.earliest and not is_age(c))
    dates = sorted({str(c.value.earliest)[:10] for c in dated})
    places = sorted({str(c.value.text) for c in births if c.property == "birth_place" and c.value.text})
    return _row(entity.id, "Person", name=entity.name, alias=others, birthDate=dates, birthPlace=places)


def _mentions(case: Resolved, entity: Entity) -> Iterator[Row]:
    """One Mention for each form of the name in each document."""
    seen = set()
    for referent in entity.referents:
        for ident in case.referents[referent].mentions:
            document, mention = case.mentions[ident]
            if mention.form == "name" and (document, mention.quote) not in seen:
                seen.add((document, mention.quote))
                yield _row(mention.id, "Mention", name=mention.quote, document=document, resolved=entity.id,
                           detectedSchema=SCHEMA[entity.type])  # fmt: skip


def _event(case: Resolved, incident: Incident, known: set[str]) -> Row:
    date = incident.date
    same = date and date.earliest and date.earliest == date.latest
    places = [p for p in incident.places if p in known]
    return _row(
        incident.id, "Event", name=incident.title, date=_day(date.earliest) if date and same else None,
        startDate=_day(date.earliest) if date and not same else None,
        endDate=_day(date.latest) if date and not same else None, addressEntity=places,
        location=[case.entities[p].name for p in places],
    )  # fmt: skip


def _tie(case: Resolved, claim: Claim, known: set[str]) -> Iterator[Row]:
    who = case.entity(claim.subject.referent)
    body = case.entity(claim.value.referent)
    base: dict[str, str | list[str] | None] = {
        "proof": claim.document, "startDate": _day(claim.value.earliest), "endDate": _day(claim.value.latest),
        "summary": f"“{claim.quote}” ({chain_words(case, claim.chain)})",
    }  # fmt: skip
    if claim.property in ("role", "affiliation") and case.reviews.get(claim.id) != "accept" and _accuses(case, claim):
        return
    if claim.property == "role" and who in known and claim.value.text and case.entities[str(who)].type == "person":
        post = make_id("post", claim.id)
        yield _row(post, "Position", name=claim.value.text)
        yield _row(claim.id, "Occupancy", holder=who, post=post, **base)
    elif claim.property == "affiliation" and who in known and body in known and _is_body(case, body):
        yield _row(claim.id, "Membership", member=who, organization=body, **base)
    elif claim.property == "phone" and who in known:
        yield _row(claim.id, "Identification", holder=who, number=claim.value.text, type="telephone number", **base)
    elif claim.property == "contact":
        yield from _contact(case, claim, known, base)


def _accuses(case: Resolved, claim: Claim) -> bool:
    """Whether a role or a membership is an accusation ("alleged mastermind"), which is no property of a person."""
    return accuses(f"{claim.value.text or ''} {case.entity_name(claim.value.referent) or ''}")


def _is_body(case: Resolved, ident: str | None) -> bool:
    return ident is not None and case.entities[ident].type == "organization"


def _contact(case: Resolved, claim: Claim, known: set[str], base: dict[str, str | list[str] | None]) -> Iterator[Row]:
    """A call as Call, a message as Message, any other contact as an UnknownLink with its kind."""
    own = [(p.role, case.entity(p.referent)) for p in claim.value.parties if p.role in OWN]
    sides = [(role, ident) for role, ident in own if ident in known and case.entities[str(ident)].type != "place"]
    if len(sides) < 2:
        return
    first, rest = str(sides[0][1]), [str(i) for _, i in sides[1:]]
    if claim.value.kind == "call":
        yield _row(claim.id, "Call", caller=first, receiver=rest, **base)
    elif claim.value.kind == "message":
        words = {**base, "date": base["startDate"], "summary": None, "startDate": None, "endDate": None}
        yield _row(claim.id, "Message", sender=first, recipients=rest, bodyText=claim.quote, **words)
    else:
        for n, other in enumerate(rest):
            yield _row(f"{claim.id}-{n}", "UnknownLink", subject=first, object=other, role=claim.value.kind, **base)
