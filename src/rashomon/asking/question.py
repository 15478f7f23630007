"""The question about one passage, and the schema of its answer, made from the vocabulary of claims."""

from __future__ import annotations

from functools import cache
from importlib.resources import files
from typing import Annotated, Any, Literal, get_args

import msgspec

from rashomon.model.annotation import Bound
from rashomon.model.asked import Listed, Passage
from rashomon.model.claim import AmountKind, ContactKind, OutcomeKind, PartyRole, Property, Stance, TieKind
from rashomon.model.identity import make_id

Kind = Literal[ContactKind, AmountKind, TieKind, OutcomeKind]
Words = Annotated[str, msgspec.Meta(max_length=2000)]
MOST = 60
"""Claims that one answer may hold: a paragraph has a handful; more is a model that repeats itself, and is said to be."""


class PartyGiven(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One side of a contact or payment."""

    words: Words
    role: PartyRole
    person: int | None


class ClaimGiven(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One claim as a model gives it. All fields are there: servers that hold a model to a schema ask for that."""

    property: Property
    quote: Words
    value: Words
    number: float | None
    bound: Bound | None
    subject: Words | None
    person: int | None
    incident: int | None
    speaker: Words | None
    speaker_person: int | None
    cue: Words | None
    stance: Stance
    stance_words: list[Words]
    kind: Kind | None
    parties: list[PartyGiven]
    translation: Words | None


class Given(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A whole answer."""

    claims: list[ClaimGiven]


@cache
def instructions() -> str:
    """What the model is told first."""
    text = files("rashomon").joinpath("data/asking/instructions.txt").read_text(encoding="utf-8")
    return "\n".join(line for line in text.splitlines() if not line.startswith("#")).strip()


def messages(passage: Passage) -> list[dict[str, str]]:
    """The question in the form of a chat: the instructions, then the passage as data between marks."""
    parts = [
        ("REPORT", passage.head),
        ("PEOPLE AND BODIES", _numbered(passage.people)),
        ("INCIDENTS", _numbered(passage.incidents)),
        ("BEFORE", passage.before),
        ("PASSAGE", passage.words),
    ]
    asked = "\n\n".join(f"<<<{name}\n{_unmarked(words)}\n>>>" for name, words in parts if words)
    return [{"role": "system", "content": instructions()}, {"role": "user", "content": asked}]


def _unmarked(words: str) -> str:
    """A report's own marks of this form don't end the passage."""
    return words.replace("<<<", "< < <").replace(">>>", "> > >")


def _numbered(listed: tuple[Listed, ...]) -> str:
    return "\n".join(f"{one.number}. {one.name}" + (f" ({one.said})" if one.said else "") for one in listed)


@cache
def answer_schema() -> dict[str, Any]:
    """The JSON Schema of an answer, without references: not every server follows them."""
    party = _object(words=_words(), role=_enum(PartyRole), person=_null({"type": "integer"}))
    claim = _object(
        property=_enum(Property), quote=_words(), value=_words(), number=_null({"type": "number"}),
        bound=_null(_enum(Bound)), subject=_null(_words()), person=_null({"type": "integer"}),
        incident=_null({"type": "integer"}), speaker=_null(_words()), speaker_person=_null({"type": "integer"}),
        cue=_null(_words()), stance=_enum(Stance), stance_words={"type": "array", "items": _words()},
        kind=_null(_enum(Kind)), parties={"type": "array", "items": party}, translation=_null(_words()),
    )  # fmt: skip
    return _object(claims={"type": "array", "items": claim})


def _words() -> dict[str, Any]:
    return {"type": "string"}


def _enum(literal: Any) -> dict[str, Any]:
    return {"type": "string", "enum": list(dict.fromkeys(get_args(literal)))}


def _null(schema: dict[str, Any]) -> dict[str, Any]:
    return {"anyOf": [schema, {"type": "null"}]}


def _object(**fields: Any) -> dict[str, Any]:
    return {"type": "object", "properties": fields, "required": list(fields), "additionalProperties": False}


def question_id(passage: Passage, model: str, version: str) -> str:
    """By what an answer is known again: the whole question, the schema, the model and its version."""
    asked = msgspec.json.encode([messages(passage), answer_schema()]).decode()
    return make_id("q", passage.sha256, passage.span.start, passage.span.end, asked, model, version)
