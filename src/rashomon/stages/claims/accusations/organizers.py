"""Who organised it: planned, ordered, directed, masterminded, paid for."""

from __future__ import annotations

from collections.abc import Iterator

from rashomon.model.claim import Property
from rashomon.stages.claims.accusations.accused import Accused, below_preposition, crime_at
from rashomon.stages.claims.accusations.lexicon import deeds, words
from rashomon.stages.claims.actors import actor, is_human
from rashomon.stages.claims.parties import doers, subjects
from rashomon.stages.claims.view import SentenceView, View


def read_behind(view: View, sentence: SentenceView, at: int) -> Iterator[Accused]:
    """ "X was behind the murder": a body is said to have done it, a person to have had it done."""
    named = sentence.child(at, "pobj")
    verb = sentence.tokens[at].head
    if sentence.tokens[at].dep != "prep" or sentence.tokens[verb].lemma != "be":
        return
    if named is None or crime_at(sentence, named) is None:
        return
    for who in subjects(sentence, verb):
        found = actor(view, sentence, who)
        grade: Property = "organizer" if found is not None and found.type == "person" else "perpetrator"
        yield Accused(grade, verb, who, (verb, who, named))


def is_organizing(sentence: SentenceView, at: int) -> bool:
    """Whether a verb is one of organising a crime."""
    if sentence.tokens[at].lemma.lower() not in words("organize.txt"):
        return False
    found = sentence.child(at, "dobj")
    return (found is not None and crime_at(sentence, found) is not None) or _ordered(sentence, at) is not None


def _ordered(sentence: SentenceView, at: int) -> int | None:
    for n in sentence.kids(at, "xcomp", "ccomp", "acl", "advcl"):
        if _is_deed(sentence, n):
            return n
    return None


def _is_deed(sentence: SentenceView, at: int) -> bool:
    kinds = deeds().get(sentence.tokens[at].lemma.lower(), ())
    found = sentence.child(at, "dobj")
    if sentence.tokens[at].lemma == "open" and found is not None and sentence.tokens[found].lemma == "fire":
        return True
    if found is None:
        return False
    return any(d.object in {"weak", "site"} or (d.object == "person" and is_human(sentence, found)) for d in kinds)


def read_given_order(view: View, sentence: SentenceView, at: int) -> Iterator[Accused]:
    """ "X gave the order to attack", "on orders from X"."""
    token, head = sentence.tokens[at], sentence.tokens[at].head
    if token.dep == "dobj" and sentence.tokens[head].lemma in {"give", "issue"}:
        ordered = _ordered(sentence, at) or _ordered(sentence, head) or _before_the_order(sentence, at)
        for who in doers(sentence, head) if ordered is not None else ():
            yield Accused("organizer", head, who, (head, who, at))
    elif token.dep == "pobj" and sentence.tokens[head].lemma == "on" and _is_deed_clause(sentence, head):
        who_gave = below_preposition(sentence, at, "of", "from")
        if who_gave is not None:
            yield Accused("organizer", at, who_gave, (at, who_gave))


def _before_the_order(sentence: SentenceView, at: int) -> int | None:
    """Of "fire was opened and X gave the order": the deed told before, where the order says no other."""
    if sentence.child(at, "det") is None or any(True for _ in sentence.kids(at, "prep", "acl", "relcl")):
        return None
    verb = sentence.tokens[at].head
    first = sentence.tokens[verb].head
    if sentence.tokens[verb].dep != "conj" or sentence.child(verb, "xcomp", "ccomp", "advcl", "prep") is not None:
        return None
    opened = any(sentence.tokens[n].lemma == "fire" for n in sentence.kids(first, "dobj", "nsubjpass"))
    return first if (sentence.tokens[first].lemma == "open" and opened) or _is_deed(sentence, first) else None


def _is_deed_clause(sentence: SentenceView, preposition: int) -> bool:
    verb = sentence.tokens[preposition].head
    if sentence.tokens[verb].lemma == "open":
        found = sentence.child(verb, "dobj")
        return found is not None and sentence.tokens[found].lemma == "fire"
    return _is_deed(sentence, verb)
