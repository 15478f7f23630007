"""Which of a report's deeds an accusation is about: the deed of its own phrase, held against each that the report tells.

"sought over the arson attack on the Vatra in Lumen": what stands in the frame's place for a deed, its kind, place, day and victims, decides. What
speaks for and against each deed, and how much, stands in data/accusations/which_deed.tsv; where nothing decides, an accusation is about none.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from rashomon.model import parts
from rashomon.stages.claims.accusations.accused import crime_at
from rashomon.stages.claims.events.deed_phrase import aside_of, deeds_of, held_for
from rashomon.stages.claims.view import SentenceView
from rashomon.stages.claims.weights import Features, add_up, weights

ENOUGH, LEAD = 1.5, 1.0


def choose(found: Mapping[str, Features]) -> str | None:
    """The deed, of some by id, for which most speaks; None where that is too little, or no more than for another."""
    ranked = sorted(((_sum(features), ident) for ident, features in found.items()), key=lambda r: -r[0])
    if not ranked or ranked[0][0] < ENOUGH or (len(ranked) > 1 and ranked[0][0] - ranked[1][0] < LEAD):
        return None
    return ranked[0][1]


def deed_tokens(sentence: SentenceView, at: int) -> tuple[int, ...]:
    """The words that stand where a word of blame or of the law has its deed: "attack" of "accused of the attack on Y"."""
    return tuple(sorted(deeds_of(sentence, at)))


def own_offence(sentence: SentenceView, at: int, held: Sequence[int]) -> bool:
    """Whether an accusation, in a sentence that tells of none of the deeds, names an offence that takes none up: "on trial for plunder", "for bribes"."""
    frame = sentence.frame(at) or sentence.state(at)
    verbs = () if frame is None else (*frame.gerund("of", "for", "with", "over", "to"), *frame.infinitives)
    nouns = [n for n in held if sentence.tokens[n].is_a(parts.COMMON_NOUN)]
    if not nouns or verbs or any(sentence.tokens[n].is_a(parts.MAIN_VERB) for n in held):
        return False
    return not any(crime_at(sentence, n) is not None or _is_known(sentence, n) for n in nouns)


def _is_known(sentence: SentenceView, at: int) -> bool:
    """ "the case", "their role", "this": taken up from before."""
    return sentence.owner(at) is not None or any(
        sentence.words[n] in _KNOWN for n in sentence.each(at, parts.DETERMINER)
    )


_KNOWN = frozenset({"the", "that", "this", "these", "those"})


def is_laid_to_another(sentence: SentenceView, at: int, told: int) -> bool:
    """ "Suspicion fell on the Front, which was blamed for an assault in 2001": a deed for which an aside has its own word of blame."""
    clause = aside_of(sentence, told)
    if clause is None or clause == at or clause in sentence.up(at):
        return False
    law = held_for(sentence, told)
    return law is not None and law != at and (law == clause or clause in sentence.up(law))


def where_told(sentence: SentenceView, at: int, held: Sequence[int], told: Sequence[int]) -> dict[str, float]:
    """How near the words of a deed, all in one sentence, stand to those of an accusation; `held` are the heads of its own phrase."""
    if at in told:
        return {"here": 1.0}
    if any(n in held for n in told):
        return {"held_for": 1.0}
    if any(h in sentence.up(n) for n in told for h in held):
        return {"within_held": 1.0}
    places = [_beside(sentence, at, n) for n in told]
    return max(places, key=_sum, default={})


def _beside(sentence: SentenceView, at: int, told: int) -> dict[str, float]:
    """Below the accusing word or only in its sentence; in an aside that does not hold the accusing word, that too."""
    above = set(sentence.up(told))
    clause = aside_of(sentence, told)
    apart = clause is not None and clause != at and clause not in sentence.up(at)
    return {"below" if at in above else "sentence": 1.0, "aside": float(apart)}


def _sum(features: Features) -> float:
    return add_up(features, weights("accusations", "which_deed.tsv"))
