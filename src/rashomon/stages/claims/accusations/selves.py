"""Whoever speaks of himself: "I shot the judge", "We killed everyone", "The Front said it was behind the bombing"."""

from __future__ import annotations

from rashomon.lexicon.operators import SPEECH
from rashomon.stages.claims.accusations.accused import Accused
from rashomon.stages.claims.accusations.lexicon import words
from rashomon.stages.claims.actors import Actor, actor, chunk
from rashomon.stages.claims.avowals import FIRST
from rashomon.stages.claims.stance import under
from rashomon.stages.claims.view import SentenceView, View

_THIRD = {"it": "organization", "they": "organization"}


def speaking_self(view: View, sentence: SentenceView, accused: Accused) -> Actor | None:
    """The speaker in the same sentence, or, for "I" and "we" alone, somebody whom the chain over them will name."""
    token = sentence.tokens[accused.who]
    word = token.text.lower()
    if word not in FIRST and (word not in _THIRD or view.referent_at(sentence, accused.who) is not None):
        return None
    frame = sentence.frame(accused.at)
    if _is_no_avowal(sentence, accused, word) or (word in _THIRD and frame is not None and frame.lemma != "be"):
        return None
    for over in under(sentence, accused.at):
        frame = sentence.frame(over.token) if over.cls in SPEECH else None
        for n in frame.doers.fillers if frame is not None else ():
            who = actor(view, sentence, n)
            if "spokes" in sentence.phrase(n).quote.lower():
                return None  # whoever speaks for an army did not shoot
            if who is not None and (word in FIRST or who.type == _THIRD[word]):
                return Actor(accused.who, chunk(sentence, accused.who), who.referent, who.type, True)
    return Actor(accused.who, chunk(sentence, accused.who), None, None, False) if word in FIRST else None


def _is_no_avowal(sentence: SentenceView, accused: Accused, word: str) -> bool:
    """Of "we are killing one another", "they killed four attackers", "we gave the order": nobody owns up to a crime."""
    objects = [n for n in accused.words if n not in (accused.at, accused.who)]
    hurt = [sentence.tokens[k] for n in objects for k in (n, min(n + 1, len(sentence) - 1))]
    if any(t.text.lower() in ("another", "other") or t.lemma.lower() in words("fighters.txt") for t in hurt):
        return True
    return accused.property == "organizer" and word == "we"
