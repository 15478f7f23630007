"""Days that a court, a charge or an arrest may have as well as the deed that it is about."""

from __future__ import annotations

from rashomon.model.annotation import TimeRef
from rashomon.stages.claims.events.lexicon import is_a
from rashomon.stages.claims.events.triggers import Trigger
from rashomon.stages.claims.view import SentenceView

_VERBAL = ("VERB", "AUX", "ADJ")
_OWN_CLAUSE = frozenset({",", "(", "which", "that", "who", "when"})
_LAW = frozenset({"arrest", "hearing", "conviction"})
_CLOSE = 40
_OPENING = 3


def or_of_court(
    sentence: SentenceView, time: TimeRef, owner: Trigger | None, triggers: dict[int, Trigger]
) -> Trigger | None:
    """ "convicted of the murder of Ivo Sarn on Monday": a day at the end of what a court does may be the court's as well.

    Where the court's own verb is read, it has the day; else nobody has. What is told in a clause of its own, or after the
    court's own day, is the deed's.
    """
    if owner is None or time.start < owner.token.start or _is_named_by(sentence, time, owner):
        return owner
    if not owner.noun:
        return _after_own_day(sentence, time, owner, triggers)
    verbs = [n for n in sentence.up(owner.at) if sentence.tokens[n].pos in _VERBAL and n < owner.at][:2]
    verb = next(
        (n for n in verbs if is_a(sentence.tokens[n].lemma.lower(), "court_word") or _is_of_law(triggers, n)), None
    )
    if verb is None:
        return owner
    between = sentence.tokens[owner.at + 1 : sentence.token_at(time.start)]
    ends = sentence.tokens[verb].end
    others = [t for t in sentence.times if t is not time and t.type == "DATE"]
    dated = any(t.end <= owner.token.start and t.start - ends <= _CLOSE for t in others)
    if dated or any(t.text in _OWN_CLAUSE for t in between):
        return owner
    return triggers.get(verb) or next((triggers[n] for n in verbs if _is_of_law(triggers, n)), None)


def _is_of_law(triggers: dict[int, Trigger], at: int) -> bool:
    """Whether a word tells of an arrest or of what a court did: "found" of "found guilty", "got" of "got nine years"."""
    return at in triggers and triggers[at].type in _LAW


def _is_named_by(sentence: SentenceView, time: TimeRef, owner: Trigger) -> bool:
    """ "sentenced over the attack of 2016": a day behind "of" is part of what the deed is called."""
    at = sentence.token_at(time.start)
    return owner.noun and at - 2 == owner.at and sentence.tokens[at - 1].text.lower() == "of"


def _after_own_day(sentence: SentenceView, time: TimeRef, owner: Trigger, triggers: dict[int, Trigger]) -> Trigger:
    """ "arrested on 6 March over the kidnapping of a jockey on 1 March": the second day is the deed's."""
    deeds = [t for t in triggers.values() if t.noun and owner.token.end < t.token.start < time.start]
    own = [t for t in sentence.times if t.type == "DATE" and t.start < time.start]
    own = [t for t in own if t.start >= owner.token.end or sentence.token_at(t.start) <= _OPENING]
    if not deeds or not own or not is_a(sentence.tokens[owner.at].lemma.lower(), "court_word"):
        return owner
    return deeds[-1] if any(t.end <= deeds[-1].token.start for t in own) else owner
