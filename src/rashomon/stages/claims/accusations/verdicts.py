"""What courts found: convicted of, found guilty of, sentenced to. A property of the person, with the words of it."""

from __future__ import annotations

from collections.abc import Iterator

from rashomon.stages.claims.accusations.accused import Accused, below_preposition, names_offence
from rashomon.stages.claims.actors import chunk
from rashomon.stages.claims.parties import done_to
from rashomon.stages.claims.view import SentenceView, View

_LONG = 12
_FINDERS = frozenset({"court", "jury", "judge", "tribunal", "panel"})
_PENALTIES = frozenset({"year", "month", "life", "death", "prison", "imprisonment", "jail", "term", "sentence", "lash"})


def read_conviction(view: View, sentence: SentenceView, at: int) -> Iterator[Accused]:
    """ "X was convicted of murder", "a jury convicted X on three counts"."""
    if sentence.tokens[at].pos == "VERB":
        yield from _found(sentence, at, _offence(sentence, at))


def _offence(sentence: SentenceView, at: int) -> int | None:
    """What somebody was convicted of; "on charges of", wherever the parser hangs it."""
    of = below_preposition(sentence, at, "of")
    if of is not None:
        return of
    for n in sentence.subtree(at):
        token = sentence.tokens[n]
        if n > at and token.lemma in {"charge", "count"} and sentence.tokens[token.head].lemma == "on":
            return n
    for preposition in ("for", "in"):
        found = below_preposition(sentence, at, preposition)
        if found is not None and names_offence(sentence, found):
            return found
    return None


def read_guilty(view: View, sentence: SentenceView, at: int) -> Iterator[Accused]:
    """ "X was found guilty of manslaughter"."""
    guilty = next((n for n in sentence.children[at] if sentence.tokens[n].lemma == "guilty"), None)
    if guilty is not None and sentence.child(guilty, "neg") is not None:
        for who in done_to(sentence, at):
            yield Accused("charge", at, who, (at, who, guilty), stance="denied")
    elif guilty is not None:
        of = below_preposition(sentence, guilty, "of", "on") or below_preposition(sentence, at, "of", "on")
        yield from _found(sentence, at, guilty if of is None else of)


def read_sentence(view: View, sentence: SentenceView, at: int) -> Iterator[Accused]:
    """ "X was sentenced to nine years in prison"."""
    to = below_preposition(sentence, at, "to")
    if to is None or sentence.tokens[at].pos != "VERB":
        return
    if sentence.tokens[to].lemma == "life" and sentence.child(to, "prep") is not None:
        below = below_preposition(sentence, to, "in", "without", "behind", "for", "at")
        if below is None:
            return  # "condemned to a life of poverty"
    if any(sentence.tokens[n].lemma in _PENALTIES for n in sentence.subtree(to)):
        yield from _found(sentence, at, to)


def _found(sentence: SentenceView, at: int, what: int | None) -> Iterator[Accused]:
    if what is None:
        return
    for who in done_to(sentence, at):
        yield Accused("conviction", at, who, (at, who, what), text=_short(sentence, what))


def _short(sentence: SentenceView, at: int) -> str:
    """The phrase; of a long one its head with the words before it."""
    whole = sentence.phrase(at)
    beside = [n for n in sentence.kids(sentence.tokens[at].head, "pobj") if n > at]
    if beside and not names_offence(sentence, at):  # "of 1st degree attempted murder", read as two
        return sentence.quote(sentence.subtree(at)[0], beside[-1]).quote
    if sentence.tokens[at].pos == "VERB" and len(sentence.subtree(at)) > _LONG:
        return _of_deed(sentence, at)
    by = next((n for n in sentence.subtree(at) if sentence.tokens[n].text.lower() == "by" and n > at), None)
    if by is not None and sentence.tokens[sentence.child(by, "pobj") or by].lemma in _FINDERS:
        return sentence.quote(sentence.subtree(at)[0], by - 1).quote
    return whole.quote if len(sentence.subtree(at)) <= _LONG else chunk(sentence, at).quote


def _of_deed(sentence: SentenceView, at: int) -> str:
    """Of "fishing without a licence at least twice from 2001 to 2007" the deed without how often."""
    last = at
    for n in sentence.kids(at, "dobj", "prep"):
        end = max(sentence.subtree(n))
        if (n != last + 1 and sentence.subtree(n)[0] != last + 1) or end - at > _LONG:
            break
        last = end
    return sentence.quote(at, last).quote
