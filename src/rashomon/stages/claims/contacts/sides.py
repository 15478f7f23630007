"""The sides of a contact, one by one: groups by the names they stand for, lists beside a noun, lines by whose they are."""

from __future__ import annotations

from collections.abc import Iterator

from rashomon.model.annotation import Mention
from rashomon.model.claim import Party, PartyRole
from rashomon.stages.claims.actors import actor
from rashomon.stages.claims.contacts.found import Found
from rashomon.stages.claims.contacts.pairs import both_of
from rashomon.stages.claims.contacts.party import LINES, party
from rashomon.stages.claims.rules.lists import runs_of
from rashomon.stages.claims.rules.on_trial import on_trial
from rashomon.stages.claims.rules.people import group_at
from rashomon.stages.claims.view import SentenceView, View

_APART = frozenset({"call", "message", "talks"})


def each_of(view: View, sentence: SentenceView, found: Found) -> Iterator[list[Party]]:
    """The parties of each contact that a rule found: of "their calls with the gunmen" one contact for each of them."""
    sides = _sides(view, sentence, found)
    groups = [n for n, _ in found.sides if group_at(view, sentence, n)] if len(found.sides) > 1 else []
    if found.kind not in _APART or len(groups) != 1:
        yield sides
        return
    members = [m.referent for m in group_at(view, sentence, groups[0])]
    for one in members:
        yield [p for p in sides if p.referent == one or p.referent not in members]


def _sides(view: View, sentence: SentenceView, found: Found) -> list[Party]:
    states = found.kind == "talks" or found.alone
    sides = [p for n, role in found.sides for p in _at(view, sentence, n, role, states=states)]
    if len(found.sides) > 1 or not sides:
        return sides
    if len(sides) == 1:
        return list(both_of(view, sentence, found.sides[0][0], sides[0]))
    return [sides[0], *(Party(p.text, "with", p.referent) for p in sides[1:])]


def _at(view: View, sentence: SentenceView, n: int, role: PartyRole, *, states: bool) -> Iterator[Party]:
    group = group_at(view, sentence, n)
    if group:
        yield from (Party(m.quote, role, m.referent) for m in group)
        return
    for owner in _owners(sentence, n):
        one = party(view, sentence, owner, role, states=states)
        if one is not None:
            yield _known(view, sentence, owner, one)
            yield from (Party(m.quote, role, m.referent) for m in _listed(view, sentence, owner))


def _known(view: View, sentence: SentenceView, n: int, one: Party) -> Party:
    """A pronoun that was left open with the one person near whom it can mean: "put to X his talks with Y"."""
    if one.referent is not None or one.text.lower() not in ("his", "her"):
        return one
    found = on_trial(view, sentence, n, sentence.tokens[n].head)
    return one if found is None else Party(one.text, one.role, found.referent)


def _owners(sentence: SentenceView, n: int) -> tuple[int, ...]:
    """Of "the phones of X and Y", "a number of X's", "a phone registered to X" those whose line it is; else the token itself."""
    state = sentence.state(n) if sentence.tokens[n].lemma.lower() in LINES else None
    if state is None:
        return (n,)
    verbs = [f for f in sentence.verbs if sentence.tokens[f.at].head == n and f.lemma in ("register", "belong", "use")]
    of = (*state.oblique("of"), *(k for f in verbs for k in (*f.oblique("to", "by"), *f.doers.fillers) if k != n))
    return of or ((n,) if state.possessor is None else (state.possessor,))


def _listed(view: View, sentence: SentenceView, n: int) -> Iterator[Mention]:
    """Of "her handlers, X and Y" whoever is listed beside X."""
    one = actor(view, sentence, n)
    if one is None or one.token == n:
        return iter(())
    run = next((r for r in runs_of(sentence) if any(m.head == one.token for m in r)), [])
    return (m for m in run if m.head != one.token and m.start > sentence.tokens[n].start)
