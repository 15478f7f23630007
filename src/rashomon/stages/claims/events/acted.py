"""Acts of the law and meetings that other rules read: words of an incident where no word of the table tells of it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from rashomon.model.claim import IncidentType
from rashomon.stages.claims.events.lexicon import Entry, entries, is_a
from rashomon.stages.claims.events.tellings import Telling
from rashomon.stages.claims.events.told import stance_of
from rashomon.stages.claims.events.triggers import Trigger
from rashomon.stages.claims.view import SentenceView, View

_ACT = "act"
_OF_COURT = frozenset({"hearing", "conviction"})


def with_acts(view: View, found: Sequence[list[Trigger]], acts: Mapping[int, IncidentType]) -> list[list[Trigger]]:
    """The triggers of each sentence with the acts in it that none of them tells of."""
    own: list[list[Trigger]] = [[] for _ in found]
    for offset, kind in sorted(acts.items()):
        sentence = view.sentence_at(offset)
        if sentence is not None:
            own[view.sentences.index(sentence)].append(_trigger(sentence, sentence.token_at(offset), kind))
    return [_joined(told, more) for told, more in zip(found, own, strict=True)]


def is_bare_act(telling: Telling) -> bool:
    """Whether a telling is an act alone, to which the sentence gives neither day nor place; so is what a court did in a phrase's words."""
    alone = all(is_act(t) or _is_of_phrase(t) for t in telling.triggers)
    return alone and not telling.times and not telling.places


def _is_of_phrase(trigger: Trigger) -> bool:
    """ "brought before a judge": a verb that the table does not list by itself."""
    return _kind(trigger) == "court" and not trigger.noun and (trigger.entry.word, "V") not in entries()


def is_only_denied(telling: Telling) -> bool:
    """ "This was no accident", "there were no clashes", "nobody was hurt": words that tell of nothing, of no day and no place."""
    told = telling.times or telling.places or telling.figures
    bare = (t.noun or is_a(t.entry.word, "loose") for t in telling.triggers)
    return not told and all(bare) and all(stance_of(t) == "denied" for t in telling.triggers)


def is_act(trigger: Trigger) -> bool:
    """Whether another rule found that the word tells of an act."""
    return trigger.entry.word == _ACT


def _trigger(sentence: SentenceView, at: int, kind: IncidentType) -> Trigger:
    """The trigger of an act; of "found guilty" at the verb, on which day and place hang."""
    verb = sentence.tokens[at].head
    at = verb if sentence.frame(at) is None and sentence.frame(verb) is not None else at
    return Trigger(sentence, at, Entry(_ACT, "V", kind, "none", "none"), kind, "none")


def _joined(told: Sequence[Trigger], acts: Sequence[Trigger]) -> list[Trigger]:
    """The triggers of a sentence with the acts of whose kind no word of the table tells; a noun below an act is what it was done to.

    Of "threw out the conviction on Tuesday" the throwing out is Tuesday's.
    """
    kept = [t for t in told if not any(_is_done_to(t, act) for act in acts)]
    known, taken = {_kind(t) for t in kept}, {t.at for t in kept}
    fresh = {t.at: t for t in acts if _kind(t) not in known and t.at not in taken}
    return sorted((*kept, *fresh.values()), key=lambda t: t.at)


def _is_done_to(noun: Trigger, act: Trigger) -> bool:
    return (
        noun.noun
        and noun.at > act.at
        and _kind(noun) == _kind(act) == "court"
        and noun.at in act.sentence.subtree(act.at)
    )


def _kind(trigger: Trigger) -> str:
    return "court" if trigger.type in _OF_COURT else trigger.type
