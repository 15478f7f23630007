"""What the pointer reads of the law: who is held, who was convicted, in the shape that the rules of outcomes give it."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from rashomon.lexicon.frames import Entry
from rashomon.stages.claims.draft import Draft
from rashomon.stages.claims.pointer.features import Place
from rashomon.stages.claims.rules.fates import About
from rashomon.stages.claims.rules.outcomes import lay_on
from rashomon.stages.claims.rules.places import senses
from rashomon.stages.claims.rules.records import Fate, Need
from rashomon.stages.claims.rules.verdicts import RULES
from rashomon.stages.claims.view import SentenceView, View

CUSTODY = Fate("custody.pointer", frozenset(), "detained", "who", "who is held, as labelled passages have it", (),
               bars=(Need("self", "sought"), Need("self", "hostage"), Need("self", "priced")))  # fmt: skip
VERDICT = Fate("verdict.pointer", frozenset(), "conviction", "who", "who was convicted, as labelled passages have it", (), penalty="may")  # fmt: skip
_SENSES = {
    "detained": Entry("", "V", "", "arrest", {}),
    "conviction": Entry("", "V", "", "sentence", {"crime": "of|on|for|over,of+ing,for+ing"}),
}
"""How the word of a frame is taken, whatever word it is: as one that arrests or sentences whoever stands in the place."""

_PLACES = frozenset(
    {"undergoer", "subject", "doer", "recipient", "kept", "whose", "of", "for", "against", "on", "upon", "to", "among", "over", "with", "as"}
)  # fmt: skip


def may_befall(place: Place) -> bool:
    """Whether what the law does may be told of somebody by a place: not of who stands behind "by", nor beside a name."""
    told = f"word=.{place.frame.kind}" not in place.told[0].alone
    return told and place.role in _PLACES and not (place.frame.passive and place.role == "doer")


def lawful(view: View, sentence: SentenceView, about: About, place: Place, fate: Fate) -> Iterator[Draft]:
    """The drafts of somebody in a place, held or convicted there; none where it is denied, to come, or nobody plain."""
    if may_befall(place):
        yield from lay_on(view, sentence, place.frame, _SENSES[fate.gives], fate, place.who, about)


def is_of_verdicts(sentence: SentenceView, at: int) -> bool:
    """Whether what stands at an offset is a word by which verdicts are told: who is "jailed" is accused by the court alone, of "jailed X, who drove the car" by "drove" as well."""
    return any(entry.cls in _verdicts() for _, entry in senses(sentence, sentence.token_at(at)))


@cache
def _verdicts() -> frozenset[str]:
    return frozenset(cls for rule in RULES for cls in rule.wakes)
