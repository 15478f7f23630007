"""Rows of telephone records as claims: that one number called or wrote to another. A number is no person, a cell no place."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from rashomon.model.annotation import Annotations, Sentence
from rashomon.model.calls import CallRow, Touched
from rashomon.model.claim import Claim, ContactKind, Party, ReadBy, Reading, Subject, Value
from rashomon.model.document import Document
from rashomon.model.identity import make_id
from rashomon.stages.claims.chain import head_links
from rashomon.stages.claims.draft import RULES, VERSION

_ROW = "calls.row"
ROW_READER = f"{RULES}/{_ROW}"
"""Who reads a row."""
_NO_SUBJECT = Subject()


def annotate_rows(document: Document) -> Annotations:
    """The lines of a file of telephone records as sentences without words: nobody is looked for in them."""
    lines = (Sentence(n, b.start, b.end, b.kind, n, ()) for n, b in enumerate(document.blocks))
    return Annotations(document.id, tuple(lines), (), (), (), (), ())


def read_call_rows(document: Document, touched: Sequence[Touched]) -> Reading:
    """The claims of a file's rows that stand in its document."""
    return Reading(document.id, (), (), tuple(_claims(document, touched)), ())


def _claims(document: Document, touched: Sequence[Touched]) -> Iterator[Claim]:
    chain = tuple(head_links(document))
    root = next((n for n, link in enumerate(chain) if link.kind == "record"), 0)
    for one in touched:
        value = _value(one.row)
        if value is None:
            continue
        yield Claim(
            make_id("c", document.sha256, one.start, one.end, "contact", _NO_SUBJECT, value), document.id,
            one.start, one.end, document.text[one.start : one.end], _NO_SUBJECT, "contact", value, chain, root,
            "record", "asserted", None, None, None, ROW_READER, readers=(ReadBy(RULES, VERSION, _ROW),),
        )  # fmt: skip


def _value(row: CallRow) -> Value | None:
    """Between which numbers, when, and how long; None for a row with one side, and for traffic of data."""
    if not (row.caller and row.called) or row.kind == "data":
        return None
    kind: ContactKind = "message" if row.kind == "message" else "call"
    one, other = (
        (Party(row.caller, "from"), Party(row.called, "to"))
        if row.sure
        else (Party(row.caller, "with"), Party(row.called, "with"))
    )
    length = row.seconds if row.kind != "message" else None
    return Value(
        kind=kind, parties=(one, other), earliest=row.at, latest=row.at,
        number=_whole(length), of="seconds" if length is not None else None,
    )  # fmt: skip


def _whole(length: float | None) -> int | float | None:
    return int(length) if length is not None and length == int(length) else length
