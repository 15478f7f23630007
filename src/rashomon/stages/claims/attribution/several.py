"""Several who speak after they were told of: "Prosecutors charged a corporal. They say that ...", "two of them said"."""

from __future__ import annotations

from dataclasses import replace

from rashomon.lexicon import word_set
from rashomon.lexicon.nouns import is_person_noun
from rashomon.model import parts
from rashomon.model.claim import Attribution
from rashomon.model.span import Quote
from rashomon.stages.claims.attribution.agreement import fits, is_dead
from rashomon.stages.claims.attribution.cues import kinds
from rashomon.stages.claims.attribution.found import Found, spans_of
from rashomon.stages.claims.attribution.speakers import describe
from rashomon.stages.claims.attribution.told_before import paragraph_of, sentence_of, start_of
from rashomon.stages.claims.view import View

_SUBJECTS = parts.SUBJECT
_PAPERS = ("document", "record")
_SPEAKING = ("official", "organization", "court", "witness", *_PAPERS)
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
    """Of "Prosecutors charged a corporal. They say that ...": the several who are the subject of the sentence before.

    So also "The commission heard forty people. It found that ...": the one body or paper.
    """
    number = sentence_of(view, start_of(one)) - 1
    if pronoun not in ("they", "it") or number < 0 or view.sentences[number].sentence.block != "body":
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
    speaks = kind in _SPEAKING or is_person_noun(before.tokens[subject])
    return meant if speaks and fits(view, meant, pronoun) else None


def papers_before(view: View, one: Attribution, pronoun: str) -> Attribution | None:
    """Of "The ruling rests on call records. They show that ...": the records that the sentence before names last."""
    number = sentence_of(view, start_of(one)) - 1
    here = view.sentence_at(one.cue[0].start) if one.cue else None
    if pronoun != "they" or number < 0 or here is None:
        return None
    if here.tokens[here.token_at(one.cue[-1].start)].lemma.lower() not in word_set("several.showing"):
        return None
    before = view.sentences[number]
    last = (n for n in range(len(before) - 1, -1, -1) if before.tokens[n].is_a(parts.PLURAL_NOUN))
    paper = next((n for n in last if kinds().get(before.tokens[n].lemma.lower()) in _PAPERS), None)
    if paper is None or before.sentence.paragraph != paragraph_of(view, one):
        return None
    source = spans_of(before, before.subtree(paper))
    name, kind, who = describe(view, Found(number, before.root(), paper, source, (), (), "asserted"))
    return replace(
        one, source=tuple(Quote.cut(view.text, s.start, s.end) for s in source), name=name, kind=kind, speaker=who
    )
