"""Where somebody was or went, and when."""

from __future__ import annotations

from collections.abc import Iterator

from rashomon.model import parts
from rashomon.model.annotation import Mention, TimeRef
from rashomon.model.claim import Stance, Subject, Value
from rashomon.stages.claims.draft import Draft, Told
from rashomon.stages.claims.parties import done_to, is_passive, subjects
from rashomon.stages.claims.persons.lexicon import table, words
from rashomon.stages.claims.stance import combine, local_stance
from rashomon.stages.claims.view import SentenceView, View

_BELIEVED = frozenset({"believe", "think", "suspect", "presume", "assume", "feel"})


def find_whereabouts(view: View, told: Told) -> Iterator[Draft]:
    """A claim for each verb of staying or going that ties a known person to a named place."""
    for sentence in view.sentences:
        for verb, token in enumerate(sentence.tokens):
            if token.lemma in table("moves.tsv") and (token.is_a(parts.MAIN_VERB) or _is_there(sentence, verb)):
                yield from _stay(view, sentence, verb)


def _is_there(sentence: SentenceView, verb: int) -> bool:
    """True for "was in X", not for "was a student in X"."""
    if (
        sentence.tokens[verb].lemma != "be"
        or sentence.first(verb, parts.PREDICATE_NOUN | parts.PREDICATE_ADJECTIVE | parts.PREDICATE_OF_OBJECT)
        is not None
    ):
        return False
    subject = sentence.first(verb, parts.DOING_SUBJECT)
    if subject is None:
        return True
    before = sentence.tokens[max(0, sentence.subtree(subject)[0] - 1)]
    return not before.is_a(parts.MAIN_VERB) or before.lemma in words("telling.txt")


def _stay(view: View, sentence: SentenceView, verb: int) -> Iterator[Draft]:
    place = _place(sentence, verb)
    stance = _stance(sentence, verb) if place is not None else None
    if stance is None or place is None:
        return
    people = done_to(sentence, verb) if is_passive(sentence, verb) else subjects(sentence, verb)
    for at in people:
        who = view.referent_at(sentence, at)
        if not (who and who.type == "person" and who.named):
            continue
        time = _time(sentence, verb)
        first, last = sorted((verb, place.head))
        when = (time.earliest, time.latest) if time else (None, None)
        value = Value(referent=place.referent, text=place.quote, earliest=when[0], latest=when[1])
        quote = sentence.quote(first, last)
        start = sentence.tokens[verb].start
        yield Draft("whereabouts", quote, start, Subject(referent=who.id), value, "whereabouts", stance)


def _stance(sentence: SentenceView, verb: int) -> Stance | None:
    """The clause's own; "is believed to be in", "is thought to be hiding in" leave it possible."""
    stance = local_stance(sentence, verb)
    over = sentence.tokens[sentence.tokens[verb].head]
    believed = sentence.tokens[verb].is_a(parts.OPEN_CLAUSE) and over.lemma in _BELIEVED
    return combine("possible", stance) if believed and stance else stance


def _place(sentence: SentenceView, verb: int) -> Mention | None:
    """The named place that the verb's own preposition, or its object, gives."""
    ways = table("moves.tsv")[sentence.tokens[verb].lemma]
    heads = list(sentence.each(verb, parts.OBJECT)) if "-" in ways else []
    for n in sentence.each(verb, parts.PHRASE):
        if sentence.tokens[n].lemma in ways:
            heads += sentence.each(n, parts.IN_PHRASE)
    found = [m for at in heads for m in [sentence.mention_at(at)] if m and m.head == at]
    return next((m for m in found if m.type == "place" and m.form == "name" and m.referent), None)


def _time(sentence: SentenceView, verb: int) -> TimeRef | None:
    """The one date that hangs on the verb."""
    hung = [
        t
        for t in sentence.times
        if t.type in ("DATE", "TIME")
        and (t.earliest or t.latest)
        and verb in list(sentence.up(sentence.token_at(t.start)))[:3]
    ]
    return hung[0] if len(hung) == 1 else None
