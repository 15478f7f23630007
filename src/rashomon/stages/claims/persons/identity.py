"""Second names that a text gives, and births."""

from __future__ import annotations

from collections.abc import Iterator

from rashomon.model.annotation import Mention, Referent, TimeRef
from rashomon.model.claim import Property, Subject, Value
from rashomon.stages.claims.draft import Draft, Told
from rashomon.stages.claims.parties import subjects
from rashomon.stages.claims.view import SentenceView, View


def find_aliases(view: View, told: Told) -> Iterator[Draft]:
    """Every alias that the text itself defines."""
    for referent in view.annotations.referents:
        for alias in referent.aliases:
            value = Value(text=alias.name, referent=referent.id)
            yield Draft("alias", alias.evidence, alias.evidence.start, Subject(referent=referent.id), value, "alias")


def find_births(view: View, told: Told) -> Iterator[Draft]:
    """When and where a person was born."""
    for sentence in view.sentences:
        for at, token in enumerate(sentence.tokens):
            if token.text.casefold() == "born" and token.tag in ("VBN", "VBD", "JJ"):
                who = _born(view, sentence, at)
                if who:
                    yield from _births(sentence, at, who)


def _born(view: View, sentence: SentenceView, at: int) -> Referent | None:
    token = sentence.tokens[at]
    heads = [token.head] if token.dep in ("acl", "amod") else subjects(sentence, at)
    found = [view.referent_at(sentence, n) for n in heads]
    people = [r for r in found if r and r.type == "person" and r.named]
    return people[0] if len(people) == 1 else None


def _births(sentence: SentenceView, at: int, who: Referent) -> Iterator[Draft]:
    below = set(sentence.subtree(at))
    for time in sentence.times:
        if time.type == "DATE" and time.earliest and sentence.token_at(time.start) in below:
            yield _birth(sentence, at, who, "birth_date", time)
            break
    for mention in sentence.mentions:
        tied = mention.head in below and sentence.tokens[sentence.tokens[mention.head].head].lemma in (
            "in",
            "at",
        )
        if mention.type == "place" and tied and mention.head > at:
            yield _birth(sentence, at, who, "birth_place", mention)
            break


def _birth(sentence: SentenceView, at: int, who: Referent, kind: Property, what: TimeRef | Mention) -> Draft:
    first, last = sorted((at, sentence.token_at(what.end - 1)))
    if isinstance(what, TimeRef):
        value = Value(earliest=what.earliest, latest=what.latest, text=what.quote)
    else:
        value = Value(referent=what.referent, text=what.quote)
    quote = sentence.quote(first, last)
    return Draft(kind, quote, sentence.tokens[at].start, Subject(referent=who.id), value, "birth")
