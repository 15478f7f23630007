"""Whether a word of an incident tells of one that happened, and how surely its clause says so."""

from __future__ import annotations

from collections.abc import Sequence

from rashomon.model import parts
from rashomon.model.claim import Stance
from rashomon.stages.claims.events.lexicon import is_a
from rashomon.stages.claims.events.triggers import Trigger
from rashomon.stages.claims.stance import local_stance
from rashomon.stages.claims.view import SentenceView

_PAST = ("VBD", "VBN")


def triggers_told(found: Sequence[Sequence[Trigger]]) -> list[list[Trigger]]:
    """The triggers whose clause tells of an event at all: plans, conditions and questions are left out."""
    return [[t for t in own if stance_of(t) is not None] for own in found]


def stance_of(trigger: Trigger) -> Stance | None:
    """The stance of the trigger's own clause; None where it tells of no event.

    What somebody planned or ordered happened, where it is told as something known: "planned the attack on 3 May",
    "the attack, which killed nine, was planned by".
    """
    if trigger.noun and trigger.harm == "detained" and _is_called_for(trigger.sentence, trigger.at):
        return None
    found = local_stance(trigger.sentence, trigger.at)
    if found == "denied" and (trigger.entry.word in ("survive", "hear") or is_a(trigger.entry.word, "sought_out")):
        return "asserted"  # who did not survive is dead, who was not found is missing
    if found == "possible" and _faces_execution(trigger):
        return None
    if found == "asserted" and _feared(trigger):
        return "possible"
    if found is not None:
        return found
    if (
        trigger.noun
        and trigger.entry.type != "arrest"
        and trigger.harm != "detained"
        and (_did_something(trigger) or _was_planned(trigger.sentence, trigger.at))
    ):
        return "asserted"
    return None


def _faces_execution(trigger: Trigger) -> bool:
    """ "They may be put to death", "could be hanged": a penalty to come, not "may have been executed"."""
    helping = [trigger.sentence.tokens[n] for n in trigger.sentence.helpers(trigger.at)]
    frame = trigger.sentence.frame(trigger.at)
    to_come = any(t.is_a(parts.MODAL) for t in helping) and not any(t.lemma.lower() == "have" for t in helping)
    return to_come and frame is not None and frame.passive and is_a(frame.lemma, "penal_death")


def _feared(trigger: Trigger) -> bool:
    """ "Six were feared dead", "presumed drowned"."""
    token = trigger.sentence.tokens[trigger.at]
    over = trigger.sentence.tokens[token.head]
    return token.dep in ("oprd", "acomp", "xcomp", "advcl") and is_a(over.lemma.lower(), "feared")


def _is_called_for(sentence: SentenceView, at: int) -> bool:
    """ "ordered the arrest of", "a warrant for the arrest of": not made yet, as far as the words go."""
    if any(is_a(sentence.tokens[n].lemma.lower(), "reward_word") for n in sentence.up(at)):
        return True  # "information that leads to the arrest of"
    token = sentence.tokens[at]
    if token.dep == "pobj" and sentence.tokens[token.head].text.lower() in ("for", "of"):
        over = sentence.tokens[sentence.tokens[token.head].head]
        return is_a(over.lemma.lower(), "call_for")
    over = sentence.tokens[token.head]
    return token.dep in ("dobj", "nsubjpass") and is_a(over.lemma.lower(), "call_for")


def _did_something(trigger: Trigger) -> bool:
    """A noun with a clause of what it did: "the bombing ... which killed nine"."""
    tokens = trigger.sentence.tokens
    return any(
        token.tag == "WDT" and token.dep == "nsubj" and n > trigger.at and tokens[token.head].tag == "VBD"
        for n, token in enumerate(tokens)
    )


def _was_planned(sentence: SentenceView, at: int) -> bool:
    """A definite noun, or one with a day, under a finished act of planning: not "was planning", "had to plan"."""
    token = sentence.tokens[at]
    if token.dep not in ("dobj", "nsubjpass", "conj") or not (_known(sentence, at) or _has_day(sentence, at)):
        return False
    if token.dep == "conj":
        return _was_planned(sentence, token.head)
    verb = sentence.tokens[token.head]
    if not is_a(verb.lemma.lower(), "planner") or sentence.child(token.head, "neg") is not None:
        return False
    words = {sentence.tokens[n].text.lower() for n in sentence.kids(token.head, "aux", "auxpass")}
    if verb.tag == "VBG":
        return verb.dep == "pcomp" and not words and is_a(_over(sentence, token.head), "charge_word")
    return verb.tag in _PAST and words <= {"had", "has", "have", "was", "were", "been"}


def _over(sentence: SentenceView, gerund: int) -> str:
    """The lemma of the word that a gerund's preposition hangs on: "accused of planning"."""
    preposition = sentence.tokens[gerund].head
    return sentence.tokens[sentence.tokens[preposition].head].lemma.lower()


def _known(sentence: SentenceView, at: int) -> bool:
    return any(
        sentence.tokens[n].dep == "poss" or is_a(sentence.tokens[n].text.lower(), "same_one")
        for n in sentence.children[at]
    )


def _has_day(sentence: SentenceView, at: int) -> bool:
    """ "a bombing in May 2015": a date in the noun's own phrase."""
    below = sentence.subtree(at)
    first, last = sentence.tokens[below[0]].start, sentence.tokens[below[-1]].end
    return any(t.earliest and first <= t.start and t.end <= last for t in sentence.times)
