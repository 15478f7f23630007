"""Strikes from the air, as against strikes of workers: "a drone strike", and "the strike" in a report that told of one."""

from __future__ import annotations

from rashomon.stages.claims.events.lexicon import is_a
from rashomon.stages.claims.view import SentenceView


def tells_of_air_raids(sentence: SentenceView) -> bool:
    """A report with "a drone strike" in it means that by "the strike", "a house was hit"."""
    if "airstrike" in sentence.lemmas:
        return True
    return any(lemma == "strike" and _from_the_air(sentence, n) for n, lemma in enumerate(sentence.lemmas))


def _from_the_air(sentence: SentenceView, at: int) -> bool:
    """ "an air strike", "a drone strike": not one of workers."""
    return any(
        is_a(sentence.tokens[n].lemma.lower(), "air_raid") for n in sentence.kids(at, "compound", "nmod", "amod")
    )


def is_air_raid(sentence: SentenceView, at: int, *, air: bool) -> bool:
    """Also "the strike", "three strikes", in a report that has said what kind it means."""
    if _from_the_air(sentence, at):
        return True
    bare = all(sentence.tokens[n].dep in ("det", "nummod", "prep", "amod", "relcl") for n in sentence.children[at]
               if n < at)  # fmt: skip
    known = is_known(sentence, at) or any(q.head == at for q in sentence.quantities)
    known = known or any(is_a(sentence.tokens[n].text.lower(), "other_one") for n in sentence.kids(at, "amod", "det"))
    return air and bare and known and sentence.tokens[sentence.tokens[at].head].text.lower() != "on"


def is_known(sentence: SentenceView, at: int) -> bool:
    """Whether a noun is told of as known: "the attack", "his death"."""
    return any(
        sentence.tokens[n].dep == "poss" or is_a(sentence.tokens[n].text.lower(), "same_one")
        for n in sentence.children[at]
    )
