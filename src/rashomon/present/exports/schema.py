"""The JSON Schema of the export, made from the model's own vocabularies; docs/reference/export.schema.json is its copy."""

from __future__ import annotations

from typing import Any, get_args

import msgspec

from rashomon.model import annotation, claim, document, finding, link

Schema = dict[str, Any]
TEXT: Schema = {"type": "string"}
COUNT: Schema = {"type": "integer", "minimum": 0}
FLAG: Schema = {"type": "boolean"}
ID: Schema = {"type": "string", "pattern": "^[a-z][0-9a-f]{16}$"}
SHA256: Schema = {"type": "string", "pattern": "^[0-9a-f]{64}$"}
MOMENT: Schema = {"type": "string", "pattern": r"^\d{4}-\d\d-\d\d(T\d\d:\d\d(:\d\d)?([+-]\d\d:\d\d)?)?$"}
PUBLISHED: Schema = {"type": "string", "pattern": r"^\d{4}(-\d\d(-\d\d(T[0-9:.+-]+)?)?)?$"}
SHARE: Schema = {"type": "number", "minimum": 0, "maximum": 1}


def schema_json() -> bytes:
    """The schema as it is printed and kept: the same bytes for the same model."""
    return msgspec.json.format(msgspec.json.encode(make_schema()), indent=1) + b"\n"


def make_schema(*, strict: bool = False) -> Schema:
    """The schema (draft 2020-12) of `export --format json`. With `strict` it refuses fields that it does not know."""
    lists = {
        "documents": _document(), "rejected": _row(file=TEXT, reason=TEXT), "entities": _entity(),
        "incidents": _incident(), "claims": _claim(), "attributions": _attribution(), "times": _time(),
        "matches": _match(), "findings": _finding(), "beside": _beside(), "decisions": _decision(), "proposals": _proposal(),
        "unread": _row(document=ID, **_words(), why=TEXT, score=_maybe(SHARE)),
    }  # fmt: skip
    whole = _row(format={"const": "rashomon/2"}, **{name: _many(row) for name, row in lists.items()})
    head = {"$schema": "https://json-schema.org/draft/2020-12/schema", "title": "A case, as rashomon exports it"}
    return {**head, **(_closed(whole) if strict else whole)}


def _row(**fields: Schema) -> Schema:
    """An object with these fields; a name that ends in _ may be absent."""
    names = {name: name.rstrip("_") for name in fields}
    return {
        "type": "object",
        "properties": {names[name]: schema for name, schema in fields.items()},
        "required": [name for name in fields if not name.endswith("_")],
    }


def _closed(schema: Any) -> Any:
    """The same schema, every object of it without further fields."""
    if isinstance(schema, list):
        return [_closed(part) for part in schema]
    if not isinstance(schema, dict):
        return schema
    closed = {key: _closed(part) for key, part in schema.items()}
    return {**closed, "additionalProperties": False} if schema.get("type") == "object" else closed


def _many(schema: Schema) -> Schema:
    return {"type": "array", "items": schema}


def _maybe(schema: Schema) -> Schema:
    return {"anyOf": [schema, {"type": "null"}]}


def _one_of(*vocabularies: Any) -> Schema:
    """A word of one of the model's vocabularies."""
    return {"enum": list(dict.fromkeys(word for words in vocabularies for word in get_args(words)))}


def _words() -> dict[str, Schema]:
    """Where words stand, and the words."""
    return {"start": COUNT, "end": COUNT, "quote": TEXT}


def _period() -> dict[str, Schema]:
    return {"earliest": _maybe(MOMENT), "latest": _maybe(MOMENT)}


def _document() -> Schema:
    said = {name: _maybe(TEXT) for name in ("title", "publisher", "author", "url", "language")}
    came = {name: _maybe(TEXT) for name in ("title", "publisher", "author", "url", "kind", "language")}
    other = _many({"type": "array", "prefixItems": [TEXT, TEXT], "items": False, "minItems": 2})
    appearance = _row(file=TEXT, published=_maybe(PUBLISHED), other=other, **came)
    return _row(
        id=ID, file=TEXT, sha256=SHA256, media_type=TEXT, kind=_one_of(document.DocumentKind),
        published=_maybe(PUBLISHED), text=TEXT, boilerplate=_many(_row(start=COUNT, end=COUNT)), claims_read=FLAG,
        remarks=_many(TEXT), appearances=_many(appearance), pages_=_many(_row(start=COUNT, page=TEXT)),
        scanned_=_many(_row(start=COUNT, end=COUNT)), doubtful_=_many(_row(start=COUNT, end=COUNT, sure=COUNT)),
        translation_=_row(of=ID, file=TEXT, by=_maybe(TEXT), kind=_maybe(TEXT), checked_by=_maybe(TEXT)), **said,
    )  # fmt: skip


def _entity() -> Schema:
    alias = _row(name=TEXT, claims=_many(ID))
    mention = _row(document=ID, **_words(), form=_one_of(annotation.MentionForm))
    return _row(id=ID, type=_one_of(annotation.EntityType), name=TEXT, aliases=_many(alias), mentions=_many(mention))


def _incident() -> Schema:
    return _row(
        id=ID, type=_one_of(claim.IncidentType), title=TEXT, date=_maybe(_row(**_period(), disputed=FLAG)),
        place=_maybe(ID), places=_many(ID), claims=_many(ID), documents=_many(ID),
        origins=_row(named=COUNT, not_recorded=COUNT),
    )  # fmt: skip


def _value() -> Schema:
    penalty = _row(text=TEXT, kind=_one_of(claim.PenaltyKind), years=_maybe({"type": "number"}))
    party = _row(entity=_maybe(ID), text=TEXT, role=_one_of(claim.PartyRole))
    kinds = _one_of(claim.ContactKind, claim.AmountKind, claim.TieKind, claim.OutcomeKind)
    fields = {
        "number": {"type": "number"}, "bound": _one_of(annotation.Bound), "of": TEXT, "part": TEXT,
        "includes": _many(TEXT), "excludes": _many(TEXT), "as_of": MOMENT, **_period(), "entity": _maybe(ID),
        "text": TEXT, "currency": {"type": "string", "pattern": "^[A-Z]{3}$"}, "kind": kinds,
        "parties": _many(party), "penalty": penalty, "in_absentia": FLAG, "final": FLAG, "outcome": TEXT,
    }  # fmt: skip
    return {**_row(**{f"{name}_": schema for name, schema in fields.items()}), "minProperties": 1}


def _claim_fields() -> dict[str, Schema]:
    cue = _maybe(_row(**_words()))
    hand = _row(name=TEXT, kind=_one_of(claim.LinkKind), entity=_maybe(ID), cue=cue)
    governor = _row(**_words(), **{"class": TEXT})
    return {
        "id": ID, "document": ID, **_words(), "governors": _many(governor),
        "subject": _row(incident=_maybe(ID), entity=_maybe(ID), total=FLAG), "property": _one_of(claim.Property),
        "value": _value(), "chain": _many(hand), "root": _maybe(COUNT), "basis": _one_of(claim.Basis),
        "stance": _one_of(claim.Stance), "said_on": _maybe(_row(**_period())), "attribution": _maybe(ID),
        "repeats": _maybe(ID), "reader": TEXT, "readers": _many(_row(name=TEXT, version=TEXT, rule=TEXT)),
    }  # fmt: skip


def _claim() -> Schema:
    original = _row(document=ID, start_=COUNT, end_=COUNT, quote_=TEXT)
    return _row(
        **_claim_fields(), page_=TEXT, translated_from_=original, corrects_=ID, review_={"enum": ["accept", "reject"]}
    )


def _proposal() -> Schema:
    """As a claim, with what the gate said; of the rest of a claim only what its reader gave."""
    own = {"document", "start", "end", "quote", "property", "value", "reader"}
    fields = {name if name in own else f"{name}_": schema for name, schema in _claim_fields().items()}
    party = _row(text=TEXT, role=_one_of(claim.PartyRole))
    given = _row(
        quote=TEXT,
        value_=TEXT,
        subject_=TEXT,
        speaker_=TEXT,
        cue_=TEXT,
        stance=_one_of(claim.Stance),
        parties_=_many(party),
    )
    return _row(
        **fields, outcome={"enum": ["to_check", "refused"]}, code=TEXT, reason_=TEXT, decision=_maybe(ID), beside_=_many(ID),
        given_=given, translation_=TEXT,
    )  # fmt: skip


def _attribution() -> Schema:
    quotes = _many(_row(**_words()))
    return _row(id=ID, document=ID, source=quotes, cue=quotes, content=quotes, parent=_maybe(ID))


def _time() -> Schema:
    return _row(document=ID, **_words(), **_period(), timex=_maybe(TEXT))


def _match() -> Schema:
    kind: Schema = {"enum": ["entity", "incident"]}
    verdict: Schema = {"enum": ["same", "different", "disputed"]}
    return _row(
        kind=kind, a=_maybe(ID), b=_maybe(ID), verdict=verdict, score=SHARE, reason_=TEXT, decision=_maybe(ID),
        a_local=TEXT, b_local=TEXT,
    )  # fmt: skip


def _finding() -> Schema:
    kind = _one_of(finding.FindingKind)
    pair = _row(kind=kind, a=_many(ID), b=_many(ID), reason=TEXT)
    return _row(
        id=ID, kind=kind, incident=_maybe(ID), entity=_maybe(ID), property=_maybe(TEXT), claims=_many(ID),
        documents=_many(ID), reason=TEXT, tie_=_one_of(finding.Tie), pairs=_many(pair),
    )  # fmt: skip


def _beside() -> Schema:
    verdict = {"enum": ["agrees", "other way", "one side", "no row", "outside"]}
    return _row(claims=_many(ID), document=ID, verdict=verdict, rows=_many(ID), reason=TEXT)


def _decision() -> Schema:
    selector = _row(sha256=SHA256, exact=TEXT, prefix=TEXT, suffix=TEXT, start=COUNT, end=COUNT)
    target = _row(
        selectors=_many(selector), property=_maybe(_one_of(claim.Property)),
        kind={"enum": ["entity", "incident", "claim", "outlet", "proposal"]}, outlet=_maybe(TEXT),
    )  # fmt: skip
    signed = {"by": TEXT, "at": TEXT, "why": TEXT}
    return _row(
        id=ID, verdict=_one_of(link.Verdict), target=target, **signed, withdrawn=_maybe(_row(**signed)), attached=FLAG,
        grade_=TEXT, seen_=_seen(), stale_=FLAG, changed_=_many(TEXT),
    )  # fmt: skip


def _seen() -> Schema:
    """What a person had before them; what was not there is left out."""
    return _row(
        property_=_one_of(claim.Property), who_=TEXT, value_=TEXT, stance_=_one_of(claim.Stance), chain_=_many(TEXT),
        incident_=TEXT, pair_=_many(TEXT),
    )  # fmt: skip
