"""Bodies whose names hold a preposition, before their people: "four Carpenters Without Frontiers volunteers".

The parser takes the name's first noun for those who are counted. They are the people at its end.
"""

from __future__ import annotations

from rashomon.lexicon.nouns import is_person_word
from rashomon.model.annotation import Token

_LINKS = frozenset({"of", "for", "without", "against", "in", "on", "with", "under"})
_NAMES = ("NNPS", "NNS", "NNP", "NN")
_LONGEST = 6


def read_bodies_in_of(tokens: tuple[Token, ...]) -> dict[int, Token]:
    """The tokens of such phrases, as they ought to be; empty where there are none."""
    changed: dict[int, Token] = {}
    for at in range(len(tokens)):
        people = _people_after(tokens, at) if _opens_name(tokens, at) else None
        if people is not None:
            changed.update(_taken_over(tokens, at, people))
            changed.update({n: t for n, t in _named(tokens, at, people).items() if n not in changed})
    return changed


def _opens_name(tokens: tuple[Token, ...], at: int) -> bool:
    """A capitalised noun behind a number, before a preposition: "two Sisters of"."""
    token = tokens[at]
    if at == 0 or at + 2 >= len(tokens) or token.tag not in _NAMES or not token.text[:1].isupper():
        return False
    return tokens[at - 1].pos == "NUM" and tokens[at + 1].text.lower() in _LINKS


def _people_after(tokens: tuple[Token, ...], at: int) -> int | None:
    """The people's noun right behind a capitalised name that the preposition opens."""
    n = at + 2
    if tokens[n].text.lower() == "the":
        n += 1
    first = n
    while n < len(tokens) and n - first < _LONGEST and tokens[n].text[:1].isupper():
        n += 1
    if n == first or n >= len(tokens):
        return None
    people = tokens[n]
    return n if people.tag == "NNS" and is_person_word(people.lemma.casefold()) else None


def _taken_over(tokens: tuple[Token, ...], at: int, people: int) -> dict[int, Token]:
    """The people's noun in the place of the name's first, with the number and what else hung on that."""
    first = tokens[at]
    changed = {people: tokens[people]._replace(dep=first.dep, head=people if first.head == at else first.head)}
    for n, token in enumerate(tokens):
        if token.head == at and n not in (at, people) and not at < n < people:
            changed[n] = token._replace(head=people)
    changed[at] = first._replace(dep="compound", head=people, pos="PROPN", tag="NNP", ent="B-ORG")
    return changed


def _named(tokens: tuple[Token, ...], at: int, people: int) -> dict[int, Token]:
    """The name's other words, all of one organization."""
    changed = {}
    for n in range(at + 1, people):
        token = tokens[n]._replace(ent="I-ORG")
        if token.text[:1].isupper() and n > at + 1 and token.head in (people, n):
            token = token._replace(dep="pobj", head=at + 1)
        elif token.text.lower() == "the":
            token = token._replace(head=n + 1)
        if token.text[:1].isupper():
            token = token._replace(pos="PROPN", tag="NNP")
        changed[n] = token
    return changed
