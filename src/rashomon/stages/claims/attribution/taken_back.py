"""What is taken back, said again or not borne out: "withdrew his statement that ...", "found no proof that ..."."""

from __future__ import annotations

from rashomon.model import parts
from rashomon.stages.claims.attribution.found import Found, spans_of
from rashomon.stages.claims.attribution.sources import find_speaker
from rashomon.stages.claims.view import SentenceView

RETRACTS = frozenset({"withdraw", "retract", "recant", "disavow", "rescind", "revoke", "renounce", "disown", "unsay"})
"""Verbs by which one takes back what one said."""
REPEATS = frozenset({"repeat", "reiterate", "renew", "uphold", "maintain", "reaffirm", "restate"})
"""Verbs by which one says again what one said."""
GOES_BACK = frozenset({"take", "row", "go", "walk", "back", "backtrack", "backpedal", "stand", "distance", "stick"})
"""Verbs that take back with a particle or a negation: "took back", "went back on", "no longer stands by"."""
FINDS = frozenset({"find", "see", "have", "offer", "produce", "present", "give", "provide", "show", "cite"})
"""Verbs of whoever has no proof."""
_FROM = frozenset({"on", "from", "by", "to"})
_SAID = frozenset({"statement", "confession", "claim", "allegation", "accusation", "testimony", "admission", "report"})
_PROOF = frozenset({"proof", "evidence", "indication", "sign", "confirmation", "trace"})


def find_taken_back(sentence: SentenceView, at: int) -> Found | None:
    """The attribution of "withdrew his statement that ..." (denied) or "found no proof that ..." (unconfirmed)."""
    tokens = sentence.tokens
    lemma = tokens[at].lemma.lower()
    back = _takes_back(sentence, at)
    thing = back if back is not None else sentence.object_of(at)
    if thing is None or not tokens[at].is_a(parts.MAIN_VERB):
        return None
    word = tokens[thing].lemma.lower()
    none = any(tokens[n].text.lower() in ("no", "any") for n in sentence.each(thing, parts.DETERMINING))
    refuted = lemma in FINDS and word in _PROOF and (none or sentence.is_negated(at))
    if not refuted and not (word in _SAID and (back is not None or lemma in RETRACTS | REPEATS)):
        return None
    clause = next((n for n in sentence.each(thing, parts.OF_A_NOUN | parts.CLAUSE) if _that(sentence, n)), None)
    clause = clause or next((n for n in sentence.each(at, parts.CLAUSE) if n > thing and _that(sentence, n)), None)
    speaker, source = find_speaker(sentence, at)
    if clause is None or speaker is None:
        return None
    said = range(at, thing + 1)
    return Found(
        sentence.sentence.index,
        at,
        speaker,
        spans_of(sentence, source),
        spans_of(sentence, said),
        spans_of(sentence, sentence.subtree(clause)),
        "unconfirmed" if refuted else "asserted" if lemma in REPEATS else "denied",
    )


def _takes_back(sentence: SentenceView, at: int) -> int | None:
    """What "took back his statement", "went back on her claim", "no longer stands by it" takes back; None where nothing is."""
    lemma = sentence.tokens[at].lemma.lower()
    if lemma not in GOES_BACK:
        return None
    beside = {sentence.tokens[n].text.lower() for n in sentence.children[at]}
    held = [
        k for n in sentence.phrases(at) if sentence.tokens[n].text.lower() in _FROM for k in sentence.nouns_after(n)
    ]
    if lemma in ("stand", "stick"):
        return next(iter(held), None) if "longer" in beside or sentence.is_negated(at) else None
    if lemma == "distance":
        return next(iter(held), None)
    return (
        next(iter((*held, *(() if (thing := sentence.object_of(at)) is None else (thing,)))), None)
        if "back" in beside or lemma.startswith("back")
        else None
    )


def _that(sentence: SentenceView, clause: int) -> bool:
    first = sentence.subtree(clause)[0]
    return sentence.tokens[first].text.lower() == "that"
