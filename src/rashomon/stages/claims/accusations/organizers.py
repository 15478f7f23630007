"""Who organised it: planned, ordered, directed, masterminded, paid for."""

from __future__ import annotations

from collections.abc import Iterator

from rashomon.model.claim import Property
from rashomon.stages.claims.accusations.accused import Accused, below_preposition, crime_at
from rashomon.stages.claims.accusations.lexicon import deeds, words
from rashomon.stages.claims.actors import actor, is_human
from rashomon.stages.claims.parties import doers, done_to, subjects
from rashomon.stages.claims.view import SentenceView, View

_OUTLAWS = frozenset({"gang", "bandit", "warlord", "kidnapper", "outlaw"})


def read_organizing(view: View, sentence: SentenceView, at: int) -> Iterator[Accused]:
    """A verb of organising whose object is a crime, or an order to commit one."""
    if sentence.tokens[at].pos != "VERB":
        return
    crime = next((c for n in done_to(sentence, at) if (c := crime_at(sentence, n)) is not None), None)
    if crime is None and sentence.tokens[at].lemma == "order":
        crime = _ordered(sentence, at) or _to_shoot(sentence, at)
    if crime is None and sentence.tokens[at].lemma == "lead":
        crime = _raid_of_outlaws(sentence, at)
    if crime is not None:
        for who in doers(sentence, at):
            yield Accused("organizer", at, who, (at, who, crime))


def _to_shoot(sentence: SentenceView, at: int) -> int | None:
    """Of "X ordered to shoot"."""
    for n in sentence.kids(at, "xcomp"):
        if sentence.tokens[n].lemma in {"shoot", "kill"} and sentence.child(n, "dobj") is None:
            return n
    return None


def _raid_of_outlaws(sentence: SentenceView, at: int) -> int | None:
    """Of "the raids were led by X, a gang leader": of one whom the sentence calls an outlaw, not of an officer."""
    raids = [n for n in done_to(sentence, at) if sentence.tokens[n].lemma in {"raid", "incursion"}]
    for who in doers(sentence, at) if raids else ():
        called = [k for n in sentence.kids(who, "appos", "compound") for k in (n, *sentence.kids(n, "compound"))]
        if any(sentence.tokens[k].lemma.lower() in words("members.txt") | _OUTLAWS for k in called):
            return raids[0]
    return None


def read_hired(view: View, sentence: SentenceView, at: int) -> Iterator[Accused]:
    """ "X hired two men to kill Y"."""
    ordered = _ordered(sentence, at)
    if ordered is not None and sentence.tokens[at].pos == "VERB":
        for who in doers(sentence, at):
            yield Accused("organizer", at, who, (at, who, ordered))


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
