"""Where a sentence tells the crime of a verdict: in its place, behind whom it is told of, or wherever the parse hangs it."""

from __future__ import annotations

from collections.abc import Iterator

from rashomon.lexicon.frames import Entry
from rashomon.model import parts
from rashomon.model.clause import Frame
from rashomon.model.span import Quote
from rashomon.stages.claims.actors import Actor
from rashomon.stages.claims.rules.crimes import crime_words
from rashomon.stages.claims.rules.fits import TESTS
from rashomon.stages.claims.rules.places import standing
from rashomon.stages.claims.view import SentenceView


def crime_of(sentence: SentenceView, frame: Frame, entry: Entry, people: list[Actor]) -> Quote | None:
    """The words of the crime: in its place, else behind those of whom it is told ("convicted X, Y and Z of arson")."""
    if "crime" not in entry.roles:
        return None
    hung = (sentence.state(p.token) for p in people) if entry.cls in ("convict", "acquit", "clear") else ()
    behind = tuple(n for f in hung if f is not None for n in f.oblique("of"))
    apart = (*_on_charges(sentence, frame.at), *_for_deed(sentence, frame.at))
    for n in (*standing(sentence, frame, entry, "crime"), *behind, *apart):
        token = sentence.tokens[n]
        timed = any(t.start <= token.start < t.end for t in sentence.times) or token.lemma.lower() in (
            "year",
            "month",
            "life",
        )
        if not timed and (entry.cls in ("convict", "guilty", "acquit", "clear") or token.is_a(parts.MAIN_VERB) or TESTS["deed"](sentence, n)
                          or TESTS["charges"](sentence, n) or token.lemma.lower() in ("role", "part", "involvement")):  # fmt: skip
            return crime_words(sentence, n)
    return None


def _on_charges(sentence: SentenceView, at: int) -> Iterator[int]:
    """Of "convicted him, in an older case, on charges of", wherever the parse hangs it."""
    for n in range(at + 2, len(sentence)):
        before = [t.text.lower() for t in sentence.tokens[max(at, n - 4) : n]]
        if sentence.tokens[n].lemma.lower() in ("charge", "count") and "on" in before and sentence.state(n) is not None:
            yield n


def _for_deed(sentence: SentenceView, at: int) -> Iterator[int]:
    """Of "was given life in his absence for the murder of 28 men" the murder, wherever the parse hangs it in the clause."""
    for n in sentence.subtree(at):
        token = sentence.tokens[n]
        if n > at and token.is_a(parts.PREPOSITION) and token.text.lower() in ("for", "over"):
            below = sentence.noun_after(n)
            if below is not None and TESTS["deed"](sentence, below):
                yield below
