"""Victims told one by one, over several sentences: how many different persons they are at least."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from rashomon.stages.claims.events.figure import Figure
from rashomon.stages.claims.view import View
from rashomon.text.fold import fold

_AGE = re.compile(r"\b(\d{1,2})[- ]year[- ]old\b|^\s*,\s*(\d{1,2})\s*(?:,|\band\b)")
_KINDS = {
    "man": "m", "boy": "m", "male": "m", "father": "m", "son": "m", "brother": "m", "husband": "m", "he": "m", "him": "m",
    "woman": "f", "girl": "f", "female": "f", "mother": "f", "daughter": "f", "sister": "f", "wife": "f", "she": "f",
    "her": "f",
}  # fmt: skip


@dataclass(slots=True)
class _Person:
    """What is told of one victim so far."""

    names: set[str]
    age: str | None
    kind: str | None

    def may_be(self, other: _Person) -> bool:
        """Whether nothing keeps the two apart: another name, age or sex."""
        if self.names and other.names:
            return bool(self.names & other.names)
        return all(a is None or b is None or a == b for a, b in ((self.age, other.age), (self.kind, other.kind)))

    def take(self, other: _Person) -> None:
        """Add what is told of the same one elsewhere."""
        self.names |= other.names
        self.age, self.kind = self.age or other.age, self.kind or other.kind


def told_singly(view: View, figures: Sequence[Figure]) -> int:
    """How many different persons the single victims of a report are at least: by names, ages and sex."""
    return len(_persons(view, figures))


def _persons(view: View, figures: Sequence[Figure]) -> list[_Person]:
    persons: list[_Person] = []
    for f in figures:
        if f.sort != "single":
            continue
        found = _described(view, f)
        known = next((p for p in persons if p.may_be(found)), None) if not f.other else None
        if known is None:
            persons.append(found)
        else:
            known.take(found)
    return persons


def _described(view: View, figure: Figure) -> _Person:
    sentence = figure.trigger.sentence
    referent, token = view.referent_at(sentence, figure.victim), sentence.tokens[figure.victim]
    names: set[str] = set()
    if referent is not None and referent.named:
        names = set(fold(referent.name).split())
    elif token.pos == "PROPN" and token.ent.endswith("PERSON"):
        names = {fold(token.text)}
    kind = _KINDS.get(token.lemma.lower()) or (referent.gender if referent is not None else None)
    return _Person(names, _age_of(figure), kind)


def _age_of(figure: Figure) -> str | None:
    """ "a 20-year-old man", "Jane Roe, 20, of"."""
    sentence = figure.trigger.sentence
    below = [n for n in sentence.subtree(figure.victim) if n <= figure.victim and figure.victim - n < 8]
    before = sentence.text[
        sentence.tokens[below[0] if below else figure.victim].start : sentence.tokens[figure.victim].end
    ]
    after = sentence.text[sentence.tokens[figure.victim].end : sentence.tokens[figure.victim].end + 8]
    own = _AGE.search(before) or _AGE.match(after)
    return (own.group(1) or own.group(2)) if own else None
