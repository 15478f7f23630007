"""Those whom the law has before it: suspected, sought, arrested over a crime; charged, tried; cleared."""

from __future__ import annotations

from collections.abc import Iterator

from rashomon.stages.claims.accusations.accused import (
    Accused,
    below_preposition,
    crime_at,
    kinds_at,
    names_offence,
)
from rashomon.stages.claims.accusations.lexicon import words
from rashomon.stages.claims.actors import is_human
from rashomon.stages.claims.parties import done_to, is_passive, subjects
from rashomon.stages.claims.view import SentenceView, View

_OF_COURTS = frozenset(
    {"court", "trial", "judge", "prosecutor", "indictment", "defendant", "arrest", "deny", "plead", "hearing", "jury",
     "magistrate", "prosecution", "tribunal"}
)  # fmt: skip
_TO_DO = frozenset(
    {"run", "oversee", "lead", "manage", "protect", "ensure", "investigate", "implement", "find", "enforce", "guard",
     "supervise", "prepare", "draft", "organize", "organise", "secure", "defend", "keep", "maintain", "monitor", "hold",
     "review", "examine", "uphold", "carry", "bring", "deliver", "prosecute", "represent", "make", "decide", "determine"}
)  # fmt: skip
_ON_CRIME = frozenset({"investigate", "find", "review", "examine", "prosecute", "prevent", "stop", "solve", "oversee"})
_MEANS = frozenset({"baton", "horse", "bayonet", "shield", "fee", "rate", "price", "tax", "interest", "fare"})
_DUTIES = frozenset({"task", "duty", "responsibility", "job", "mission", "care", "investigation", "protection"})


def read_charge(view: View, sentence: SentenceView, at: int) -> Iterator[Accused]:
    """ "X was charged with", "indicted X on", "arraigned"."""
    if sentence.tokens[at].pos != "VERB":
        return
    with_ = below_preposition(sentence, at, "with", "in", "on", "for", "over", "as", "under")
    if sentence.tokens[at].lemma == "charge" and not _is_criminal_charge(sentence, at, with_):
        return
    if sentence.tokens[at].tag in {"VB", "VBG"} and not is_passive(sentence, at) and not _is_going_on(sentence, at):
        return
    for who in done_to(sentence, at):
        yield Accused("charge", at, who, (at, who) if with_ is None else (at, who, with_))


def _is_going_on(sentence: SentenceView, at: int) -> bool:
    """Of "are charging X with", not "on prosecuting parents", "to charge X"."""
    return sentence.tokens[at].tag == "VBG" and sentence.child(at, "aux") is not None


def _is_criminal_charge(sentence: SentenceView, at: int, with_: int | None) -> bool:
    if any(sentence.tokens[n].ent[2:] == "MONEY" for n in sentence.children[at]):
        return False
    if with_ is None:
        head = sentence.tokens[sentence.tokens[at].head]
        return sentence.tokens[at].dep == "conj" and head.lemma == "arrest"
    if sentence.tokens[with_].pos == "VERB":
        if _is_done(sentence, with_) or _is_before_court(sentence, at, with_):
            return True
        return names_offence(sentence, with_) and sentence.tokens[with_].lemma not in _ON_CRIME
    if below_preposition(sentence, at, "with") is None:
        return names_offence(sentence, with_)
    return sentence.tokens[with_].lemma.lower() not in _DUTIES | _MEANS


def _is_before_court(sentence: SentenceView, at: int, with_: int) -> bool:
    """Of "X is charged with renting the flat; he denied it in court": a court about, and no duty that one is given."""
    told = {t.lemma.lower() for t in sentence.tokens}
    duty = sentence.tokens[with_].lemma in _TO_DO
    return is_passive(sentence, at) and not duty and bool(told & _OF_COURTS)


def _is_done(sentence: SentenceView, at: int) -> bool:
    """Of "charged with having let the van pass": whatever it was, it is no task given."""
    return any(sentence.tokens[n].text.lower() == "having" for n in sentence.kids(at, "aux"))


def read_plea(view: View, sentence: SentenceView, at: int) -> Iterator[Accused]:
    """ "X pleaded not guilty", with a crime named, or before a court."""
    guilty = [n for n in sentence.children[at] if sentence.tokens[n].lemma.lower() in {"guilty", "innocent"}]
    below = below_preposition(sentence, at, "to")
    if guilty or (below is not None and names_offence(sentence, below)):
        for who in subjects(sentence, at):
            yield Accused("charge", at, who, (at, who, *guilty))


def read_search(view: View, sentence: SentenceView, at: int) -> Iterator[Accused]:
    """ "wanted for", "sought in connection with", "arrested on suspicion of", "arrested over the killing"."""
    token = sentence.tokens[at]
    over = _over_what(sentence, at)
    if token.pos != "VERB" or over is None:
        return
    if token.lemma == "want" and not is_passive(sentence, at):
        return
    sought = done_to(sentence, at)
    if token.lemma in {"look", "search"}:
        found = below_preposition(sentence, at, "for")
        sought = [] if found is None or found == over else sentence.conjuncts(found)
    grade = "charge" if sentence.tokens[over].lemma == "charge" else "suspect"
    for who in sought:
        yield Accused("charge" if grade == "charge" else "suspect", at, who, (at, who, over))


def _over_what(sentence: SentenceView, at: int) -> int | None:
    """The crime, connection or suspicion that a search or an arrest is about."""
    for n in sentence.kids(at, "prep"):
        below = sentence.child(n, "pobj", "pcomp")
        if below is None:
            continue
        lemma, preposition = sentence.tokens[below].lemma.lower(), sentence.tokens[n].lemma.lower()
        if lemma in {"connection", "suspicion", "charge"} and preposition in {"in", "on"}:
            return below if lemma != "charge" or names_offence(sentence, below) else None
        if preposition in {"for", "over", "in"} and _is_offence(sentence, below):
            return below
    return None


def _is_offence(sentence: SentenceView, at: int) -> bool:
    lemma = sentence.tokens[at].lemma.lower()
    if sentence.tokens[at].pos == "VERB":
        deed = any(d.object in {"person", "site", "crime"} for d in kinds_at(sentence, at))
        return deed or _is_organizing(sentence, at)
    return crime_at(sentence, at) is not None or lemma in words("offences.txt")


def _is_organizing(sentence: SentenceView, at: int) -> bool:
    """Whether a verb is one of organising a crime."""
    if sentence.tokens[at].lemma.lower() not in words("organize.txt"):
        return False
    found = sentence.child(at, "dobj")
    return (found is not None and crime_at(sentence, found) is not None) or _ordered(sentence, at) is not None


def _ordered(sentence: SentenceView, at: int) -> int | None:
    for n in sentence.kids(at, "xcomp", "ccomp", "acl", "advcl"):
        if _is_ordered_deed(sentence, n):
            return n
    return None


def _is_ordered_deed(sentence: SentenceView, at: int) -> bool:
    kinds = kinds_at(sentence, at)
    found = sentence.child(at, "dobj")
    if sentence.tokens[at].lemma == "open" and found is not None and sentence.tokens[found].lemma == "fire":
        return True
    if found is None:
        return False
    return any(d.object in {"weak", "site"} or (d.object == "person" and is_human(sentence, found)) for d in kinds)
