"""The case as one JSON object: the format "rashomon/2", which other people's tools read."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

import msgspec

from rashomon.model.annotation import Referent, TimeRef
from rashomon.model.claim import Attribution, ChainLink, Claim, Period, Unread, Value
from rashomon.model.document import Document
from rashomon.model.finding import Finding
from rashomon.model.link import Attached, Entity, Incident, Match, Signed
from rashomon.model.span import Quote
from rashomon.model.translated import translation_of
from rashomon.present.exports.proposals import proposal_rows
from rashomon.present.resolve import Resolved
from rashomon.present.translated import original_of

Row = dict[str, Any]
FORMAT = "rashomon/2"


def export_json(case: Resolved) -> bytes:
    """The whole case, UTF-8, a line break at the end; the same inputs and decisions give the same bytes."""
    return write_rows(export_rows(case))


def write_rows(rows: Row) -> bytes:
    """Rows of the format as they stand in a file."""
    return msgspec.json.format(msgspec.json.encode(rows), indent=1) + b"\n"


def export_rows(case: Resolved) -> Row:
    """The whole case as plain dicts and lists, as the format has them."""
    return {
        "format": FORMAT,
        "documents": [document_row(d) for d in case.documents.values()],
        "rejected": [{"file": r.file, "reason": r.reason} for r in case.rejected],
        "entities": [entity_row(case, e) for e in case.linked.entities],
        "incidents": [incident_row(case, i) for i in case.linked.incidents],
        "claims": [claim_row(case, c) for c in case.claims.values()],
        "attributions": [attribution_row(x) for a in case.accounts for x in a.reading.attributions],
        "times": [time_row(a.document.id, t) for a in case.accounts for t in a.annotations.times],
        "matches": [match_row(case, m) for m in case.linked.matches],
        "findings": [finding_row(f) for f in case.weighed.findings],
        "beside": [msgspec.to_builtins(b) for b in case.weighed.beside],
        "decisions": [decision_row(a) for a in case.attached],
        "proposals": list(proposal_rows(case, claim_row)),
        "unread": [msgspec.to_builtins(u) for u in ranked(u for a in case.accounts for u in a.reading.unread)],
    }


def ranked(unread: Iterable[Unread]) -> list[Unread]:
    """What was not read, what most likely holds something first; what has no score last."""
    return sorted(unread, key=lambda u: (-(u.score or 0.0), u.document, u.start, u.why))


def document_row(document: Document) -> Row:
    """One document, with every way it came in."""
    names = (
        "id", "file", "sha256", "media_type", "kind", "title", "publisher", "author", "published", "url", "language",
        "text",
    )  # fmt: skip
    row = {name: getattr(document, name) for name in names}
    row["boilerplate"] = [{"start": s.start, "end": s.end} for s in document.boilerplate]
    row["claims_read"] = document.claims_read
    row["remarks"] = list(document.remarks)
    row["appearances"] = [msgspec.to_builtins(a) for a in document.appearances]
    pages = [{"start": leaf.start, "page": leaf.name} for leaf in document.leaves]
    row = {**row, "pages": pages} if pages else row
    row = {**row, **_scanned(document)} if document.scanned else row
    made = translation_of(document)
    return {**row, "translation": msgspec.to_builtins(made)} if made else row


def _scanned(document: Document) -> Row:
    """What was read off pictures, and the words in it that may be misread."""
    return {
        "scanned": [{"start": s.start, "end": s.end} for s in document.scanned],
        "doubtful": [{"start": d.start, "end": d.end, "sure": d.sure} for d in document.doubtful],
    }


def entity_row(case: Resolved, entity: Entity) -> Row:
    """One entity with its other names and all its mentions."""
    referents = [case.referents[r] for r in entity.referents]
    mentions = [case.mentions[m] for r in referents for m in r.mentions if m in case.mentions]
    return {
        "id": entity.id,
        "type": entity.type,
        "name": entity.name,
        "aliases": list(_aliases(case, entity)),
        "mentions": [
            {"document": d, "start": m.start, "end": m.end, "quote": m.quote, "form": m.form}
            for d, m in sorted(mentions, key=lambda x: (x[0], x[1].start))
        ],
    }


def _aliases(case: Resolved, entity: Entity) -> Iterator[Row]:
    referents = [case.referents[r] for r in entity.referents]
    names = {r.name for r in referents} | {a.name for r in referents for a in r.aliases}
    given = [c for c in case.claims_of_entity.get(entity.id, ()) if c.property == "alias"]
    names |= {c.value.text for c in given if c.value.text and case.entity(c.subject.referent) == entity.id}
    names |= {name for r in referents if r.type == "person" for name in _with_title(case, r)}
    for name in sorted(names - {entity.name}):
        yield {"name": name, "claims": [c.id for c in given if c.value.text == name]}


def _with_title(case: Resolved, referent: Referent) -> Iterator[str]:
    """ "Colonel Fenomaro": how a report calls somebody whose title is written as a part of the name."""
    text = case.documents[referent.document].text
    names = [case.mentions[m][1] for m in referent.mentions if m in case.mentions]
    for title in (t for t in referent.titles if t[0].isupper()):
        for name in names:
            start = name.start - len(title) - 1
            if name.form == "name" and start >= 0 and text.startswith(f"{title} ", start):
                yield text[start : name.end]


def incident_row(case: Resolved, incident: Incident) -> Row:
    """One incident with the claims about it."""
    claims = case.claims_of_incident.get(incident.id, [])
    origins = case.origins.get(incident.id)
    date = incident.date
    return {
        "id": incident.id,
        "type": incident.type,
        "title": incident.title,
        "date": date and {"earliest": date.earliest, "latest": date.latest, "disputed": date.disputed},
        "place": incident.place,
        "places": list(incident.places),
        "claims": [c.id for c in claims],
        "documents": list(dict.fromkeys(c.document for c in claims)),
        "origins": {"named": origins.named, "not_recorded": origins.not_recorded}
        if origins
        else {"named": 0, "not_recorded": 0},
    }


def _translated(case: Resolved, claim: Claim) -> Row:
    """Of a claim from a translation the original, and its paragraph where the two have as many."""
    found = original_of(case, claim)
    if found is None:
        return {}
    made, words = found
    place = {"start": words.start, "end": words.end, "quote": words.quote} if words else {}
    return {"translated_from": {"document": made.of, **place}}


def claim_row(case: Resolved, claim: Claim) -> Row:
    """One claim, its subject and value resolved to the case's incident and entities."""
    return {
        "id": claim.id,
        "document": claim.document,
        "start": claim.start,
        "end": claim.end,
        "quote": claim.quote,
        "governors": [{"start": g.start, "end": g.end, "quote": g.quote, "class": g.cls} for g in claim.governors],
        "subject": {
            "incident": case.incident(claim.subject.occurrence),
            "entity": case.entity(claim.subject.referent),
            "total": claim.subject.total,
        },
        "property": claim.property,
        "value": value_row(case, claim.value),
        "chain": [_chain_row(case, link) for link in claim.chain],
        "root": claim.root,
        "basis": claim.basis,
        "stance": claim.stance,
        "said_on": _period(claim.said_on),
        "attribution": claim.attribution,
        "repeats": claim.repeats,
        "reader": claim.reader,
        "readers": [{"name": r.name, "version": r.version, "rule": r.rule} for r in claim.readers],
        **_translated(case, claim),
        **({"page": page} if (page := case.documents[claim.document].leaf_at(claim.start)) else {}),
        **({"corrects": claim.corrects} if claim.corrects else {}),
        **({"review": case.reviews[claim.id]} if claim.id in case.reviews else {}),
    }


def value_row(case: Resolved, value: Value) -> Row:
    """What is set of a value."""
    names = (
        "number", "bound", "of", "part", "as_of", "text", "currency", "kind", "in_absentia", "final", "outcome",
    )  # fmt: skip
    row = {name: getattr(value, name) for name in names if getattr(value, name) is not None}
    row.update({name: list(getattr(value, name)) for name in ("includes", "excludes") if getattr(value, name)})
    if value.earliest or value.latest:
        row.update(earliest=value.earliest, latest=value.latest)
    if value.penalty:
        row["penalty"] = msgspec.to_builtins(value.penalty)
    if value.referent:
        row["entity"] = case.entity(value.referent)
    if value.parties:
        row["parties"] = [{"entity": case.entity(p.referent), "text": p.text, "role": p.role} for p in value.parties]
    return row


def _chain_row(case: Resolved, link: ChainLink) -> Row:
    cue = link.cue and _quote(link.cue)
    return {"name": link.name, "kind": link.kind, "entity": case.entity(link.referent), "cue": cue}


def _quote(quote: Quote) -> Row:
    return {"start": quote.start, "end": quote.end, "quote": quote.quote}


def _period(period: Period | None) -> Row | None:
    return {"earliest": period.earliest, "latest": period.latest} if period else None


def attribution_row(attribution: Attribution) -> Row:
    """One piece of reported speech."""
    return {
        "id": attribution.id,
        "document": attribution.document,
        "source": [_quote(q) for q in attribution.source],
        "cue": [_quote(q) for q in attribution.cue],
        "content": [_quote(q) for q in attribution.content],
        "parent": attribution.parent,
    }


def time_row(document: str, time: TimeRef) -> Row:
    """One time expression."""
    names = ("start", "end", "quote", "earliest", "latest", "timex")
    return {"document": document, **{name: getattr(time, name) for name in names}}


def match_row(case: Resolved, match: Match) -> Row:
    """One comparison; `a` and `b` are what the two now belong to, equal where they were found the same."""
    resolve = case.entity if match.kind == "entity" else case.incident
    return {
        "kind": match.kind,
        "a": resolve(match.a),
        "b": resolve(match.b),
        "verdict": match.verdict,
        "score": round(match.score, 4),
        "reason": match.reason,
        "decision": match.decision,
        "a_local": match.a,
        "b_local": match.b,
    }


def finding_row(finding: Finding) -> Row:
    """One finding; `tie` says of a dependence what ties the reports."""
    row: Row = msgspec.to_builtins(finding)
    if row["tie"] is None:
        del row["tie"]
    return row


def decision_row(attached: Attached) -> Row:
    """One decision, whether it is applied in this build, and where it is stale, what is read otherwise now."""
    decision = attached.decision
    signed = decision.signed
    row: Row = {
        "id": decision.id,
        "verdict": decision.verdict,
        "target": msgspec.to_builtins(decision.target),
        "by": signed.by,
        "at": signed.at,
        "why": signed.why,
        "withdrawn": _signed(decision.withdrawn),
        "attached": attached.found,
    }
    if decision.grade is not None:
        row["grade"] = decision.grade
    if decision.seen is not None:
        row["seen"] = {k: v for k, v in msgspec.to_builtins(decision.seen).items() if v}
    return {**row, "stale": True, "changed": list(attached.changed)} if attached.stale else row


def _signed(signed: Signed | None) -> Row | None:
    return {"by": signed.by, "at": signed.at, "why": signed.why} if signed else None
