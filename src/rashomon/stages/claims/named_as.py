"""What a speaker calls somebody or something: "called the ruling a victory", "dismissed the report as a lie", "think it important"."""

from __future__ import annotations

from collections.abc import Sequence

from rashomon.lexicon.operators import class_of
from rashomon.model import parts
from rashomon.model.claim import Attribution, Stance, Subject, Value
from rashomon.model.span import Quote
from rashomon.stages.claims.attribution.cues import Cue, nouns, verbs
from rashomon.stages.claims.draft import Draft, Told
from rashomon.stages.claims.view import SentenceView, View

_NAMES = frozenset({"say", "think", "judge"})
_OWN = frozenset({"i", "we", "you", "who", "which", "that"})


def find_named_as(view: View, told: Told, attributions: Sequence[Attribution]) -> tuple[Draft, ...]:
    """A statement for each attribution whose verb names its object something; denied where it is named a lie."""
    found = (
        _named(view, told, one) for one in attributions if not one.direct and one.source and one.cue and one.content
    )
    return tuple(draft for draft in found if draft is not None)


def _named(view: View, told: Told, one: Attribution) -> Draft | None:
    sentence = view.sentence_at(one.cue[-1].start)
    if sentence is None or one.source[0].quote.lower() in _OWN:
        return None
    at = next((n for n in _inside(sentence, one) if sentence.tokens[n].is_a(parts.MAIN_VERB)), None)
    cue = verbs().get(sentence.tokens[at].lemma.lower()) if at is not None else None
    if at is None or cue is None or cue.group not in _NAMES or one.content[0].start < sentence.tokens[at].start:
        return None
    name = _name(sentence, at)
    if name is None:
        return None
    thing = sentence.object_of(at) or sentence.subject(name)
    about = view.referent_at(sentence, thing) if thing is not None else None
    quote = Quote.cut(view.text, one.cue[0].start, max(c.end for c in one.content))
    occurrence = told.occurrence_at(quote.start, quote.end)
    subject = Subject(occurrence.id if occurrence else None, about.id if about else None)
    stance = _stance(sentence, cue, thing, name)
    return Draft(
        "statement", quote, sentence.tokens[name].start, subject, Value(text=quote.quote), "named-as", stance, (), one
    )


def _inside(sentence: SentenceView, one: Attribution) -> list[int]:
    return sentence.inside(*one.cue)


def _name(sentence: SentenceView, at: int) -> int | None:
    """What the object is named: a noun or adjective beside it, behind "as", or as a clause without a verb."""
    beside = sentence.first(at, parts.PREDICATE_OF_OBJECT | parts.PREDICATE_ADJECTIVE)
    if beside is not None and beside > at and not sentence.tokens[beside].is_a(parts.VERB):
        return beside
    things = [n for n in sentence.each(at, parts.OBJECT) if n > at]
    if len(things) > 1:
        return things[-1]  # "branded the killing a massacre"
    small = sentence.clause(at)
    if small is not None and small > at and sentence.tokens[small].is_a(parts.NOUN | parts.ADJECTIVE):
        return small if sentence.subject(small) is not None else None
    for n in sentence.phrases(at):
        if sentence.tokens[n].text.lower() == "as" and sentence.object_of(at) is not None:
            held = sentence.first(n, parts.IN_PHRASE)
            return held if held is not None and sentence.tokens[held].is_a(parts.NOUN | parts.ADJECTIVE) else None
    return None


def _stance(sentence: SentenceView, cue: Cue, thing: int | None, name: int) -> Stance:
    """Denied where what somebody said is named a thing that is not so: "called the allegation a lie", not "the raid a mistake"."""
    word = sentence.tokens[name].lemma.lower()
    if sentence.is_negated(sentence.tokens[name].head):
        return "undetermined"
    said = (
        thing is None or sentence.tokens[thing].is_a(parts.PRONOUN) or sentence.tokens[thing].lemma.lower() in nouns()
    )
    false = "false" in (class_of(word, "N"), class_of(word, "A"))
    return "denied" if false and said else cue.stance
