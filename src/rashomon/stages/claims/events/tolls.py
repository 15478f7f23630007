"""Tolls: "the death toll rose to 27", "bringing the total to 25", "the number of dead stood at 102"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from rashomon.model.annotation import Quantity, Token
from rashomon.stages.claims.events.counts import Figure, stretch, value_of
from rashomon.stages.claims.events.lexicon import Harm
from rashomon.stages.claims.events.persons import is_person
from rashomon.stages.claims.events.triggers import Trigger
from rashomon.stages.claims.view import SentenceView


def find_tolls(sentence: SentenceView, triggers: Sequence[Trigger]) -> Iterator[Figure]:
    """"the death toll rose to 27", "bringing the total to 25", "the number of dead stood at 102"."""
    for at, token in enumerate(sentence.tokens):
        if token.lemma.lower() not in ("toll", "total", "number"):
            continue
        harm = _toll_harm(sentence, at, triggers)
        quantity = _toll_figure(sentence, at)
        if harm is None or quantity is None or not (quantity.of is None or is_person(sentence, quantity.head)):
            continue
        trigger = min(triggers, key=lambda t: abs(t.at - at))
        value = value_of(trigger, quantity)
        first, last = stretch(sentence, at, quantity.head, quantity)
        yield Figure(trigger, harm, replace(value, part=quantity.part), "toll", False, quantity.head, first, last)


def _toll_harm(sentence: SentenceView, at: int, triggers: Sequence[Trigger]) -> Harm | None:
    """Of what it is the toll; a mere "total" is one only where it is brought or raised to something."""
    word = sentence.tokens[at].lemma.lower()
    words = " ".join(t.text.lower() for t in sentence.tokens[max(0, at - 3) : at + 6])
    over = sentence.tokens[sentence.tokens[at].head].lemma.lower()
    if word == "total" and over not in ("bring", "take", "raise", "put"):
        return None
    if "injur" in words or "wounded" in words:
        return "injured"
    if any(w in words for w in ("death", "dead", "killed", "fatalit")):
        return "killed"
    near = [t for t in triggers if t.harm in ("killed", "injured")]
    if near and word != "number":
        return near[-1].harm
    return "killed" if word == "toll" else None


def _toll_figure(sentence: SentenceView, at: int) -> Quantity | None:
    """The figure that a toll is said to have: reached from the noun over words of rising and standing only."""
    for q in sentence.quantities:
        between = sentence.tokens[at + 1 : sentence.token_at(q.start)]
        if q.start > sentence.tokens[at].end and len(between) < 12 and _rises(between):
            return q
    return None


def _rises(between: Sequence[Token]) -> bool:
    words = [t.lemma.lower() for t in between]
    if "from" in words and words.index("from") == len(words) - 1:
        return False
    return any(w in ("to", "at", "of", "be", ":", "reach", "hit", "as") for w in words[-2:] or ["-"])
