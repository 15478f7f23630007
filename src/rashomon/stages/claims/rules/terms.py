"""Which penalty is whose: the one of the clause, and each his own where a sentence deals out several."""

from __future__ import annotations

import re
from collections.abc import Iterator

from rashomon.model import parts
from rashomon.model.claim import Penalty
from rashomon.model.span import Quote
from rashomon.stages.claims.actors import Actor
from rashomon.stages.claims.rules.dealt_out import behind_name, bracketed, dealt_out, years_of
from rashomon.stages.claims.rules.penalties import Term, find_fines, find_penalties
from rashomon.stages.claims.view import SentenceView, View

_TO_BE = re.compile(r"\bto\s+(?:an?\s+)?$")
_TO_NUMBER = re.compile(r"^\s+to\s+(?P<n>\d{1,2}|[a-z]+(?:-[a-z]+)?)\b")
_NUMBER = re.compile(r"\d{1,2}|\b(?!and\b)[a-z]+(?:-[a-z]+)?")
_ROW = re.compile(r"(?:(?:\d{1,2}|[a-z]+(?:-[a-z]+)?),? )+and $")
_CHANGING = frozenset({"commute", "lengthen", "have-annulled"})
_GIVING = frozenset({"give-term", "get-term"})
_FOR = re.compile(r"^(?: each)? for (?P<crime>[^,.;()]{3,60}?)(?=[,.;()]|\s+and\s|\s+while\s|$)")


def term_of(sentence: SentenceView, at: int, cls: str = "") -> Term | None:
    """The penalty in the clause of a verb or noun of a class: the first behind it, else one that is its object or subject."""
    start, end = sentence.sentence.start, sentence.sentence.end
    if cls in _CHANGING:
        return _down_to(sentence, sentence.tokens[at].end)
    found = list((find_fines if cls == "fine" else find_penalties)(sentence.text, start, end))
    own = [t for t in found if _verb_of(sentence, t) == at or t.start <= sentence.tokens[at].start < t.end]
    behind = [t for t in own if t.end > sentence.tokens[at].end]
    given = next(iter(behind or own), None)
    life = _bare_life(sentence, at) if cls in _GIVING else None
    if given is None or (life is not None and life.start < given.start):
        given = life
    return given or (_of_object(sentence, at, found) if cls in _GIVING else None)


def _of_object(sentence: SentenceView, at: int, found: list[Term]) -> Term | None:
    """Of "the terms of 25 and 20 years that X and Y received" what they received."""
    frame = sentence.frame(at)
    for n in () if frame is None else frame.undergoers.fillers:
        start = sentence.tokens[n].start
        before = [t for t in found if n < at and start <= t.start < sentence.tokens[at].start]
        if before:
            return before[0]
    return None


def _bare_life(sentence: SentenceView, at: int) -> Term | None:
    """Of "gave X life" the life, which is nothing else where a court gives it."""
    frame = sentence.frame(at)
    for n in () if frame is None else (*frame.undergoers.fillers, *frame.kept):
        token = sentence.tokens[n]
        bare = not any(k < n or sentence.tokens[k].is_a(parts.PREPOSITION) for k in sentence.children[n])
        if token.text.lower() == "life" and bare:
            return Term(token.start, token.end, Penalty(token.text, "life", None), False)
    return None


def _down_to(sentence: SentenceView, start: int) -> Term | None:
    """Of "reduced from 22 to 17 years", "from 18 years to 12", "commuted to life" what is left."""
    end = sentence.sentence.end
    found = list(find_penalties(sentence.text, start, end))
    for one in found:
        if _TO_BE.search(sentence.text[start : one.start]):
            return one
    bare = _TO_NUMBER.match(sentence.text[found[0].end : end]) if found else None
    if bare is None:
        return None
    return next((t for t in years_of(found[0].end + bare.start("n"), bare["n"], found[0].penalty.kind)), None)


def _verb_of(sentence: SentenceView, term: Term) -> int:
    """The verb, or the noun of what happens, in whose clause a penalty stands."""
    first = sentence.token_at(term.start)
    last = sentence.token_at(term.end - 1)
    inside = range(first, last + 1)
    head = next((n for n in inside if sentence.tokens[n].head not in inside), last)
    for n in sentence.up(head):
        if sentence.tokens[n].is_a(parts.VERB):
            return n
    return -1


def shares(
    view: View, sentence: SentenceView, at: int, people: list[Actor], term: Term | None
) -> Iterator[tuple[Actor, Term | None]]:
    """Each person with his penalty; those too whom the sentence adds with one of their own ("and Y to nine years")."""
    row = [] if term is None else _row(sentence, term)
    added = [] if term is None or not people else list(dealt_out(view, sentence, term, {p.referent for p in people}))
    for k, who in enumerate(people):
        if any(_is_beside(sentence, who, other) for other, _ in added):
            continue
        own = _of_line(sentence, who) or _of_own_noun(sentence, who) or bracketed(sentence, who, term)
        own = own or behind_name(sentence, who, term)
        yield who, own or (row[k] if len(row) == len(people) else term)
    yield from added


def _is_beside(sentence: SentenceView, who: Actor, other: Actor) -> bool:
    """Of "X, his driver, six years" the driver, who is X."""
    return not who.name and sentence.text[other.words.end : who.words.start] == ", "


def _row(sentence: SentenceView, term: Term) -> list[Term]:
    """Of "25 and 20 years", "10, 12 and 14 years" each term by itself, in order; the one alone where no row stands there."""
    before = _ROW.search(sentence.text, sentence.sentence.start, term.start)
    if before is None or term.penalty.years is None:
        return [term]
    unit = 1 if "year" in term.penalty.text else 0
    numbers = list(_NUMBER.finditer(sentence.text, before.start(), before.end())) if unit else []
    first = [t for n in numbers for t in years_of(n.start(), n.group(), term.penalty.kind)]
    return [*first, term]


def _of_line(sentence: SentenceView, who: Actor) -> Term | None:
    """Of a name in a line below, the penalty of that line."""
    if who.words.start < sentence.sentence.end:
        return None
    end = sentence.text.find("\n", who.words.end)
    return next(find_penalties(sentence.text, who.words.end, len(sentence.text) if end < 0 else end), None)


def _of_own_noun(sentence: SentenceView, who: Actor) -> Term | None:
    """Of "the life sentence of X and the 20-year term of Y" the one below whose noun somebody stands."""
    found = list(find_penalties(sentence.text, sentence.sentence.start, sentence.sentence.end))
    for n in sentence.up(who.token) if len(found) > 1 else ():
        if sentence.tokens[n].is_a(parts.VERB):
            return None
        own = next((t for t in found if t.start <= sentence.tokens[n].start < t.end), None)
        if own is not None:
            return own
    return None


def crime_behind(sentence: SentenceView, term: Term) -> Quote | None:
    """The crime right behind a penalty: "and Y 16 years for hijacking"."""
    found = _FOR.match(sentence.text[term.end : sentence.sentence.end])
    if found is None:
        return None
    return Quote.cut(sentence.text, term.end + found.start("crime"), term.end + found.end("crime"))
