"""What a language model is asked, and what it answered: kept with the case, so that no build asks twice."""

from __future__ import annotations

from dataclasses import dataclass

from rashomon.model.link import Signed
from rashomon.model.span import Span


@dataclass(frozen=True, slots=True)
class Listed:
    """Somebody or something of a document that a passage's question lists under a number."""

    number: int
    name: str
    said: str


@dataclass(frozen=True, slots=True)
class Passage:
    """One paragraph of a document as it is asked about.

    `words` are the paragraph's, `before` the paragraph before it. `people` and `incidents` are those of the document that the
    question lists, each with its number and how the text tells of it.
    """

    sha256: str
    span: Span
    words: str
    before: str
    head: str
    people: tuple[Listed, ...]
    incidents: tuple[Listed, ...]


@dataclass(frozen=True, slots=True)
class Answer:
    """What a model answered to one passage, as it came.

    `id` is a hash over the passage's question, the answer's schema, the model and its version. `fault` says why nothing
    could be made of it, None where something could. `host` is where the question was sent, `tokens` what was read and written there.
    """

    id: str
    sha256: str
    passage: Span
    model: str
    version: str
    host: str
    text: str
    tokens: tuple[int, int]
    signed: Signed
    fault: str | None = None
    withdrawn: Signed | None = None


@dataclass(frozen=True, slots=True)
class Sent:
    """That a person let a case's text go to another machine: to whom, for which model, how much of it."""

    id: str
    host: str
    model: str
    documents: int
    passages: int
    characters: int
    signed: Signed
    withdrawn: Signed | None = None
