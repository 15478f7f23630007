"""The paper that a sentence spoke of and the next one cites: "Police drew up a report. It says that ..."."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace

from rashomon.model import parts
from rashomon.model.claim import Attribution
from rashomon.stages.claims.attribution.cues import kinds
from rashomon.stages.claims.view import SentenceView, View

_PAPERS = ("document", "record")
_MANY = frozenset({"police"})


def paper_before(view: View, one: Attribution, named: Collection[Attribution]) -> Attribution | None:
    """The paper that "it" means as a source: the only one in the sentence before, where no body may be meant instead."""
    here = view.sentence_at(one.source[0].start) if one.source else None
    if here is None or here.sentence.index == 0 or one.source[0].start != here.tokens[0].start:
        return None
    before = view.sentences[here.sentence.index - 1]
    if before.sentence.paragraph != here.sentence.paragraph or _tells_of_a_body(before):
        return None
    papers = [
        n
        for n, t in enumerate(before.tokens)
        if t.is_a(parts.SINGULAR_NOUN) and kinds().get(t.lemma.lower()) in _PAPERS
    ]
    if len(papers) != 1 or before.tokens[papers[0]].is_a(parts.COMPOUNDING | parts.NOUN_MODIFIER):
        return None
    referent = view.referent_at(before, papers[0])
    if referent is None or referent.type != "document":
        return None
    known = next((a for a in named if a.speaker == referent.id), None)
    return known or replace(one, name=referent.name, kind="document", speaker=referent.id)


def _tells_of_a_body(sentence: SentenceView) -> bool:
    """Whether its subject is a single body: in "The ministry issued a report. It said" either may have said it."""
    subject = sentence.subject(sentence.root())
    mention = sentence.mention_at(subject) if subject is not None else None
    return mention is not None and mention.type == "organization" and mention.quote.lower().split()[-1] not in _MANY


def subject_of(view: View, sentence: SentenceView) -> int | None:
    """Whom a sentence speaks of: its subject, where that is a named person or a body; else None."""
    subject = sentence.subject(sentence.root())
    referent = view.referent_at(sentence, subject) if subject is not None else None
    if referent is not None and referent.type in ("person", "organization"):
        return subject
    for n in sentence.appositions(subject) if subject is not None else ():
        beside = view.referent_at(sentence, n)
        if beside is not None and beside.type == "person":
            return subject
    return None
