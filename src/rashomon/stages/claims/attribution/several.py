"""Several who speak after they were told of: "Prosecutors charged a corporal. They say that ...", "two of them said"."""

from __future__ import annotations

from dataclasses import replace

from rashomon.lexicon.nouns import is_person_noun
from rashomon.model import parts
from rashomon.model.claim import Attribution
from rashomon.model.span import Quote
from rashomon.stages.claims.attribution.agreement import fits, is_dead
from rashomon.stages.claims.attribution.found import Found, spans_of
from rashomon.stages.claims.attribution.speakers import describe
from rashomon.stages.claims.attribution.told_before import paragraph_of, sentence_of, start_of
from rashomon.stages.claims.view import View

_SUBJECTS = parts.SUBJECT
_OF_THEM = 3
"""Words of "two of them", and how many sentences back those may stand."""


def of_several(view: View, one: Attribution) -> Attribution | None:
    """Of "Five witnesses saw it. Two of them said ...": two of the witnesses."""
    words = one.source[0].quote.lower().split() if len(one.source) == 1 else []
    if len(words) != _OF_THEM or words[1:] != ["of", "them"]:
        return None
    number = sentence_of(view, start_of(one))
    for near in range(number - 1, max(-1, number - _OF_THEM), -1):
        told = view.sentences[near]
        subject = told.first(told.root(), _SUBJECTS)
        if (
            subject is None
            or not told.tokens[subject].is_a(parts.PLURAL_NOUN)
            or not is_person_noun(told.tokens[subject])
        ):
            continue
        source = spans_of(told, told.subtree(subject))
        _, kind, who = describe(view, Found(near, told.root(), subject, source, (), (), "asserted"))
        return replace(one, kind=kind, speaker=who)
    return None


def several_before(view: View, one: Attribution, pronoun: str) -> Attribution | None:
    """Of "Prosecutors charged a corporal. They say that ...": the several who are the subject of the sentence before."""
    number = sentence_of(view, start_of(one)) - 1
    if pronoun != "they" or number < 0 or view.sentences[number].sentence.block != "body":
        return None
    before = view.sentences[number]
    subject = before.first(before.root(), _SUBJECTS)
    if subject is None or before.sentence.paragraph != paragraph_of(view, one) or is_dead(before, subject):
        return None
    source = spans_of(before, [n for n in before.subtree(subject) if n <= subject or before.tokens[n].is_a(parts.NAME)])
    found = Found(number, before.root(), subject, source, (), (), "asserted")
    name, kind, who = describe(view, found)
    quotes = tuple(Quote.cut(view.text, s.start, s.end) for s in source)
    meant = replace(one, source=quotes, name=name, kind=kind, speaker=who)
    speaks = kind in ("official", "organization", "court", "witness") or is_person_noun(before.tokens[subject])
    return meant if speaks and fits(view, meant, "they") else None
