"""The sides of a contact, one by one: groups by the names they stand for, lists beside a noun, lines by whose they are."""

from __future__ import annotations

from collections.abc import Iterator

from rashomon.lexicon.nouns import is_person_noun
from rashomon.model import parts
from rashomon.model.annotation import Mention
from rashomon.model.claim import Party, PartyRole
from rashomon.model.clause import Frame
from rashomon.stages.claims.actors import actor, chunk
from rashomon.stages.claims.contacts.found import Found
from rashomon.stages.claims.contacts.lines import is_line, is_post, owners
from rashomon.stages.claims.contacts.pairs import both_of
from rashomon.stages.claims.contacts.party import party
from rashomon.stages.claims.rules.lists import runs_of
from rashomon.stages.claims.rules.people import group_at
from rashomon.stages.claims.view import SentenceView, View

_OF_PEOPLE = frozenset({"contact.sender", "contact.receiver"})
_DEEP = 3
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
    sides = [
        p
        for n, role in found.sides
        for p in (list(_at(view, sentence, n, role, states=states)) or _of_post(sentence, found, n, role))
    ]
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
    n = _called(sentence, n)
    found = [(k, p) for k in owners(sentence, n) if (p := party(view, sentence, k, role, states=states)) is not None]
    if not found and is_line(sentence, n) and not _is_bare(sentence, n, role):
        yield Party(chunk(sentence, n).quote, role)
    for owner, one in found:
        yield one
        yield from (Party(m.quote, role, m.referent) for m in _listed(view, sentence, owner))


def _of_post(sentence: SentenceView, found: Found, n: int, role: PartyRole) -> Iterator[Party]:
    """Of "a call from the mayor's residence to the barracks" the residence: who called there is not said."""
    if found.kind == "call" and role in ("from", "to") and is_post(sentence, n):
        yield Party(chunk(sentence, n).quote, role)


def _is_bare(sentence: SentenceView, n: int, role: PartyRole) -> bool:
    """Of "reached by phone" the phone, which is nobody's."""
    return role == "from" and sentence.subtree(n)[0] == n


def _called(sentence: SentenceView, n: int, deep: int = _DEEP) -> int:
    """Of "the man he met was X", "the man, identified as X", "her fixer, a barber called X", "a man who gave his name as X" the X."""
    if not sentence.tokens[n].is_a(parts.COMMON_NOUN) or not (deep < _DEEP or is_person_noun(sentence.tokens[n])):
        return n
    said = [f.at for f in sentence.nouns if n in f.subjects.fillers and f.at > n]
    naming = (f for f in sentence.verbs if f.at > n and _names(sentence, f, n))
    told = [k for f in naming for k in f.oblique("as") if sentence.tokens[k].is_a(parts.NAME)]
    people = list(dict.fromkeys((*(k for k in said if _is_name(sentence, k)), *told)))
    beside = [k for k in said if not people and deep and sentence.tokens[k].is_a(parts.APPOSITION)]
    further = [k for m in beside if (k := _called(sentence, m, deep - 1)) != m]
    found = people or further
    return found[0] if len(found) == 1 else n


def _is_name(sentence: SentenceView, n: int) -> bool:
    """Whether a token is somebody's name; of "a barber called Severin" the bare name too, which nobody else bears."""
    mention = sentence.mention_at(n)
    named = mention is not None and mention.form == "name" and mention.type == "person"
    return named or (mention is None and sentence.tokens[n].is_a(parts.NAME))


def _names(sentence: SentenceView, verb: Frame, n: int) -> bool:
    """Of "identified as X", "gave his name as X", "signed himself X": whether a verb tells the name of somebody."""
    if verb.lemma in ("identify", "name", "introduce"):
        return n in verb.undergoers.fillers
    name = any(sentence.tokens[k].lemma == "name" for k in verb.undergoers.fillers)
    return verb.lemma == "give" and name and n in verb.doers.fillers


def _listed(view: View, sentence: SentenceView, n: int) -> Iterator[Mention]:
    """Of "her handlers, X and Y" whoever is listed beside X."""
    one = actor(view, sentence, n)
    if one is None or one.token == n:
        return iter(())
    run = next((r for r in runs_of(sentence) if any(m.head == one.token for m in r)), [])
    return (m for m in run if m.head != one.token and m.start > sentence.tokens[n].start)
