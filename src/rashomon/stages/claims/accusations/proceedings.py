"""What courts and their reports say of somebody: under investigation, sent for trial, sought, what is imputed to whom."""

from __future__ import annotations

from collections.abc import Iterator

from rashomon.model.claim import Property
from rashomon.stages.claims.accusations.accused import Accused, below_preposition, crime_at
from rashomon.stages.claims.parties import is_passive
from rashomon.stages.claims.view import SentenceView, View

_GRADES: dict[str, Property] = {"suspect": "suspect", "accuse": "suspect", "charge": "charge"}


def read_imputed(view: View, sentence: SentenceView, at: int) -> Iterator[Accused]:
    """ "The prosecution imputes the attack to X", "the murder is attributed to X": done by X, on others' word."""
    if sentence.tokens[at].pos != "VERB":
        return
    what = sentence.child(at, "nsubjpass") if is_passive(sentence, at) else sentence.child(at, "dobj")
    if what is None and sentence.tokens[at].dep in {"acl", "relcl"}:
        what = sentence.tokens[at].head
    to = below_preposition(sentence, at, "to")
    if what is not None and to is not None and crime_at(sentence, what) is not None:
        yield from (
            Accused("perpetrator", at, who, (what, at, who), stance="alleged") for who in sentence.conjuncts(to)
        )
