"""Whoever speaks of himself: "I shot the judge", "We killed everyone", "The Front said it was behind the bombing"."""

from __future__ import annotations

from rashomon.lexicon.operators import SPEECH
from rashomon.stages.claims.accusations.accused import Accused
from rashomon.stages.claims.accusations.lexicon import words
from rashomon.stages.claims.actors import Actor, actor, chunk
from rashomon.stages.claims.avowals import FIRST
from rashomon.stages.claims.stance import under
from rashomon.stages.claims.view import SentenceView, View

_STATES = frozenset({"be", "have"})
_THIRD = {"it": "organization", "they": "organization"}


def speaking_selves(view: View, sentence: SentenceView, accused: Accused) -> list[Actor]:
    """Who speaks in the same sentence, or, for "I" and "we" alone, somebody whom the chain over them will name."""
    token = sentence.tokens[accused.who]
    word = token.text.lower()
    if word not in FIRST and (word not in _THIRD or view.referent_at(sentence, accused.who) is not None):
        return []
    frame = sentence.frame(accused.at)
    if _is_no_avowal(sentence, accused, word) or (word in _THIRD and frame is not None and frame.lemma not in _STATES):
        return []
    chosen = _speakers(view, sentence, accused, word)
    if chosen is None or chosen or word not in FIRST:
        return chosen or []
    return [Actor(accused.who, chunk(sentence, accused.who), None, None, False)]


def _speakers(view: View, sentence: SentenceView, accused: Accused, word: str) -> list[Actor] | None:
    """Those who say it in the sentence; None where somebody speaks for others: who speaks for an army did not shoot."""
    for over in under(sentence, accused.at):
        frame = sentence.frame(over.token) if over.cls in SPEECH else None
        spoken = frame.doers.fillers if frame is not None else ()
        if any("spokes" in sentence.phrase(n).quote.lower() for n in spoken):
            return None
        known = [who for n in spoken if (who := actor(view, sentence, n)) is not None]
        meant = [w for w in known if word in FIRST or w.type == _THIRD[word]]
        if meant:
            return [Actor(accused.who, chunk(sentence, accused.who), w.referent, w.type, True) for w in meant]
    return []


def _is_no_avowal(sentence: SentenceView, accused: Accused, word: str) -> bool:
    """Of "we are killing one another", "they killed four attackers", "we gave the order": nobody owns up to a crime."""
    objects = [n for n in accused.words if n not in (accused.at, accused.who)]
    hurt = [sentence.tokens[k] for n in objects for k in (n, min(n + 1, len(sentence) - 1))]
    if any(t.text.lower() in ("another", "other") or t.lemma.lower() in words("fighters.txt") for t in hurt):
        return True
    return accused.property == "organizer" and word == "we"
