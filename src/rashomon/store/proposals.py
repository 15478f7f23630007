"""Claims that other readers propose: the form in which they are given, and the log in which they are kept.

They are kept as they came, by the words they quote: no build asks for them again, and each lays them through the gate.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import astuple, replace
from pathlib import Path
from typing import Annotated, Any

import msgspec

from rashomon.model.annotation import Bound
from rashomon.model.claim import PartyRole, Property, Stance
from rashomon.model.identity import make_id
from rashomon.model.link import Signed
from rashomon.model.proposal import Means, Proposal, ProposedParty
from rashomon.model.span import Quote, Span
from rashomon.store.lines import Lines

FILE = "proposals.jsonl"
Words = Annotated[str, msgspec.Meta(min_length=1, max_length=2000)]
Name = Annotated[str, msgspec.Meta(min_length=1, max_length=200)]
Reader = Annotated[str, msgspec.Meta(min_length=1, max_length=200, pattern="^(?!(rules|person)(/|$))")]
"""A name that is none of this program's own readers."""
LARGEST = 10**15
"""Of a figure, either way."""
Offset = Annotated[int, msgspec.Meta(ge=0)]


class PartyLine(msgspec.Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True):
    """One side of a contact or payment."""

    words: Words
    role: PartyRole


class MeansLine(msgspec.Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True):
    """What the value's words mean."""

    number: (
        Annotated[int, msgspec.Meta(ge=-LARGEST, le=LARGEST)]
        | Annotated[float, msgspec.Meta(ge=-LARGEST, le=LARGEST)]
        | None
    ) = None
    bound: Bound | None = None
    of: Words | None = None
    currency: Annotated[str, msgspec.Meta(pattern="^[A-Z]{3}$")] | None = None
    earliest: Name | None = None
    latest: Name | None = None
    text: Words | None = None


class PassageLine(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Offsets in the document's text, half-open, in code points."""

    start: Offset
    end: Offset


class ProposalLine(msgspec.Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True):
    """One line of the JSON-lines form. `document` is an id, a sha256 or a file name of the case."""

    document: Words
    reader: Reader
    version: Name
    property: Property
    quote: Words
    passage: PassageLine | None = None
    value: Annotated[str, msgspec.Meta(max_length=2000)] = ""
    means: MeansLine | None = None
    subject: Words | None = None
    incident: Annotated[int, msgspec.Meta(ge=1)] | Words | None = None
    total: bool = False
    speaker: Words | None = None
    cue: Words | None = None
    stance: Stance = "asserted"
    stance_words: Annotated[tuple[Words, ...], msgspec.Meta(max_length=20)] = ()
    kind: Name | None = None
    parties: Annotated[tuple[PartyLine, ...], msgspec.Meta(max_length=50)] = ()
    translation: Words | None = None


def line_schema() -> dict[str, Any]:
    """The JSON Schema (draft 2020-12) of one line; docs/reference/proposals.schema.json is its copy."""
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "A proposal, one line of a JSON-lines file",
        **msgspec.json.schema(ProposalLine),
    }


def schema_json() -> bytes:
    """The schema as it is kept: the same bytes for the same form."""
    return msgspec.json.format(msgspec.json.encode(line_schema()), indent=1) + b"\n"


def read_line(line: bytes) -> ProposalLine:
    """A line of the form. Raises msgspec.MsgspecError where it is none."""
    return msgspec.json.decode(line, type=ProposalLine)


def make_proposal(line: ProposalLine, sha256: str, incident: Quote | None, signed: Signed) -> Proposal:
    """The proposal of a line for one original, with its id: a hash over the original's and all that it says.

    The same line by the same reader has the same id, whenever it is given. `incident` is the one that the line names.
    """
    means = Means(**{f: getattr(line.means, f) for f in line.means.__struct_fields__}) if line.means else Means()
    made = Proposal(
        "", sha256, line.property, line.quote, line.reader, line.version, signed,
        passage=Span(line.passage.start, line.passage.end) if line.passage else None, value=line.value, means=means,
        subject=line.subject, incident=incident, total=line.total, speaker=line.speaker, cue=line.cue,
        stance=line.stance, stance_words=line.stance_words, kind=line.kind,
        parties=tuple(ProposedParty(p.words, p.role) for p in line.parties), translation=line.translation,
    )  # fmt: skip
    said = astuple(replace(made, signed=Signed("", "", "")))
    return replace(made, id=make_id("p", sha256, *said))


def open_proposals(case: Path) -> Lines[Proposal]:
    """The claims that other readers proposed for one case."""
    return Lines(case, FILE, Proposal, lambda proposal, signed: replace(proposal, withdrawn=signed), noun="proposal")


def standing_proposals(case: Path) -> dict[str, tuple[Proposal, ...]]:
    """Those that nobody took back, by the original's sha256, in the order in which they were given."""
    found: dict[str, tuple[Proposal, ...]] = {}
    for one in open_proposals(case).read():
        if one.withdrawn is None:
            found[one.sha256] = (*found.get(one.sha256, ()), one)
    return found


def keep_proposals(case: Path, proposals: Iterable[Proposal]) -> tuple[Proposal, ...]:
    """Write those that the case does not have yet; which they were. They are on the disk when this returns."""
    lines = open_proposals(case)
    known = {p.id for p in lines.read()}
    fresh = {p.id: p for p in proposals if p.id not in known}
    lines.log.append([(p.signed.by, msgspec.json.encode(p)) for p in fresh.values()])
    return tuple(fresh.values())
