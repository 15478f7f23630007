"""Who organised it: planned, ordered, directed, masterminded, paid for."""

from __future__ import annotations

from collections.abc import Iterator

from rashomon.stages.claims.accusations.accused import Accused, below_preposition, crime_at
from rashomon.stages.claims.accusations.lexicon import deeds
from rashomon.stages.claims.parties import doers, done_to
from rashomon.stages.claims.view import SentenceView, View


def read_organizing(view: View, sentence: SentenceView, at: int) -> Iterator[Accused]:
    """A verb of organising whose object is a crime, or an order to commit one."""
    if sentence.tokens[at].pos != "VERB":
        return
    crime = next((c for n in done_to(sentence, at) if (c := crime_at(sentence, n)) is not None), None)
    if crime is None and sentence.tokens[at].lemma == "order":
        crime = _ordered(sentence, at)
    if crime is not None:
        for who in doers(sentence, at):
            yield Accused("organizer", at, who, (at, who, crime))


def _ordered(sentence: SentenceView, at: int) -> int | None:
    for n in sentence.kids(at, "xcomp", "ccomp", "acl", "advcl"):
        if _is_deed(sentence, n):
            return n
    return None


def _is_deed(sentence: SentenceView, at: int) -> bool:
    kinds = deeds().get(sentence.tokens[at].lemma.lower(), ())
    return any(d.object in {"person", "weak", "site"} for d in kinds) and sentence.child(at, "dobj") is not None


def read_given_order(view: View, sentence: SentenceView, at: int) -> Iterator[Accused]:
    """ "X gave the order to attack", "on orders from X"."""
    token, head = sentence.tokens[at], sentence.tokens[at].head
    if token.dep == "dobj" and sentence.tokens[head].lemma in {"give", "issue"}:
        ordered = _ordered(sentence, at) or _ordered(sentence, head)
        for who in doers(sentence, head) if ordered is not None else ():
            yield Accused("organizer", head, who, (head, who, at))
    elif token.dep == "pobj" and sentence.tokens[head].lemma == "on" and _is_deed_clause(sentence, head):
        who_gave = below_preposition(sentence, at, "of", "from")
        if who_gave is not None:
            yield Accused("organizer", at, who_gave, (at, who_gave))


def _is_deed_clause(sentence: SentenceView, preposition: int) -> bool:
    verb = sentence.tokens[preposition].head
    if sentence.tokens[verb].lemma == "open":
        found = sentence.child(verb, "dobj")
        return found is not None and sentence.tokens[found].lemma == "fire"
    return _is_deed(sentence, verb)
