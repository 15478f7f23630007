"""The first questions: do its words stand there, is what it needs given, does it stand in running text."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from rashomon.model.span import Span
from rashomon.stages.claims.gate.objections import Objection, objection
from rashomon.stages.claims.gate.sought import Sought
from rashomon.stages.claims.wordlists import rows


class Needs(NamedTuple):
    """What a claim of a property needs: what its value is, whether a subject is named, which kinds there are."""

    value: str
    subject: bool
    kinds: tuple[str, ...]


@cache
def needs() -> dict[str, Needs]:
    """By property."""
    return {
        prop: Needs(value, subject == "yes", () if kinds == "-" else tuple(kinds.split()))
        for prop, value, subject, kinds in rows("gate", "fields.tsv")
    }


def check_words(sought: Sought) -> Iterator[Objection]:
    """Every quoted piece stands in the passage; names may stand elsewhere in the document (`voices`, `parties`)."""
    one, passage = sought.proposal, sought.passage
    if not 0 <= passage.start < passage.end <= len(sought.room.view.text):
        yield objection("passage_missing")
        return
    if sought.quote is None:
        yield _missing(sought, one.quote, "quote_missing")
        return
    if one.value and sought.value is None and needs()[one.property].value != "somebody":
        yield _missing(sought, one.value, "piece_missing")
    for words in (*((one.cue,) if one.cue else ()), *one.stance_words):
        if not sought.room.text.find(words, sought.passage):
            yield _missing(sought, words, "piece_missing")


def _missing(sought: Sought, words: str, code: str) -> Objection:
    return objection("cut" if sought.room.text.is_cut(words, sought.passage) else code, words)


def check_fields(sought: Sought) -> Iterator[Objection]:
    """Required fields are there, and kinds are kinds of that property."""
    one, need = sought.proposal, needs()[sought.proposal.property]
    if need.value != "any" and not one.value:
        yield objection("field_missing", one.property, "the words of its value")
    if need.subject and one.subject is None:
        yield objection("field_missing", one.property, "its subject")
    if one.kind is not None and one.kind not in need.kinds:
        yield objection("kind_unknown", one.kind, one.property)
    if one.property in ("contact", "amount", "tie") and one.kind is None:
        yield objection("field_missing", one.property, "its kind")
    if one.property == "contact" and not one.parties:
        yield objection("field_missing", one.property, "its parties")
    elif one.property == "contact" and len(one.parties) < 2:
        yield objection("party_missing")


def check_place(sought: Sought) -> Iterator[Objection]:
    """What stands on the page beside the report is no report; below a picture or in a table a person looks."""
    held, document = sought.sentences, sought.room.view.document
    if any(b.touches(sought.carrying) for b in document.boilerplate) or not held:
        yield objection("furniture")
    elif all(len(v.tokens) == 1 and len(v.tokens[0].text) < v.sentence.end - v.sentence.start for v in held):
        yield objection("apart")
    elif any(v.sentence.block == "caption" for v in held):
        yield objection("caption")
    apart = needs()[sought.proposal.property].value not in ("somebody", "count")
    if apart and sought.value is not None and not _together(sought, sought.value):
        yield objection("value_elsewhere", sought.proposal.value)


def _together(sought: Sought, span: Span) -> bool:
    return sought.around.start <= span.start and span.end <= sought.around.end
