"""The sides of a contact, one by one: groups by the names they stand for, lists beside a noun, lines by whose they are."""

from __future__ import annotations

from collections.abc import Iterator

from rashomon.model.annotation import Mention
from rashomon.model.claim import Party, PartyRole
from rashomon.stages.claims.actors import actor, chunk
from rashomon.stages.claims.contacts.found import Found
from rashomon.stages.claims.contacts.lines import is_line, owners
from rashomon.stages.claims.contacts.pairs import both_of
from rashomon.stages.claims.contacts.party import party
from rashomon.stages.claims.rules.lists import runs_of
from rashomon.stages.claims.rules.on_trial import on_trial
from rashomon.stages.claims.rules.people import group_at
from rashomon.stages.claims.view import SentenceView, View

_OF_PEOPLE = frozenset({"contact.sender", "contact.receiver"})
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
    states = found.kind == "talks" or (found.alone and found.rule not in _OF_PEOPLE)
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
    found = [(k, p) for k in owners(sentence, n) if (p := party(view, sentence, k, role, states=states)) is not None]
    if not found and is_line(sentence, n):
        yield Party(chunk(sentence, n).quote, role)
    for owner, one in found:
        yield _known(view, sentence, owner, one)
        yield from (Party(m.quote, role, m.referent) for m in _listed(view, sentence, owner))


def _known(view: View, sentence: SentenceView, n: int, one: Party) -> Party:
    """A pronoun that was left open with the one person near whom it can mean: "put to X his talks with Y"."""
    if one.referent is not None or one.text.lower() not in ("his", "her"):
        return one
    found = on_trial(view, sentence, n, sentence.tokens[n].head)
    return one if found is None else Party(one.text, one.role, found.referent)


def _listed(view: View, sentence: SentenceView, n: int) -> Iterator[Mention]:
    """Of "her handlers, X and Y" whoever is listed beside X."""
    one = actor(view, sentence, n)
    if one is None or one.token == n:
        return iter(())
    run = next((r for r in runs_of(sentence) if any(m.head == one.token for m in r)), [])
    return (m for m in run if m.head != one.token and m.start > sentence.tokens[n].start)
