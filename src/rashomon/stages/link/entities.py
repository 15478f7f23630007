"""Fold of entities: bearers that are one become an entity, with every comparison that was close beside it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from rashomon.model.account import Account
from rashomon.model.annotation import EntityType, Referent
from rashomon.model.identity import make_id
from rashomon.model.link import Entity, Match
from rashomon.stages.link.affairs import Around, part_namesakes, survey
from rashomon.stages.link.bearers import (
    Bearer,
    close_pairs,
    gather,
    is_borne_by_many,
    make_bearer,
    share_alias,
    share_full_alias,
)
from rashomon.stages.link.cluster import join_best_first
from rashomon.stages.link.compare_entities import compare_pairs
from rashomon.stages.link.comparison import Comparison
from rashomon.stages.link.decide import Rulings
from rashomon.stages.link.doubts import read_evidence
from rashomon.stages.link.homonyms import part_towns, read_beside
from rashomon.stages.link.known_bodies import known_as
from rashomon.text.names import compare_names

_EXCLUDES = 0.45
# Bodies that share some words and differ in others are two; translations share none.
_ALIEN, _KIN = 0.2, 0.66


@dataclass(frozen=True, slots=True)
class Resolved:
    """The entities of a case, the close comparisons, and the entity of every referent."""

    entities: tuple[Entity, ...]
    matches: tuple[Match, ...]
    entity_of: dict[str, str]


def resolve_entities(accounts: Sequence[Account], rulings: Rulings) -> Resolved:
    """Every referent of every document in exactly one entity; those without a name each in their own."""
    around = survey(accounts)
    bearers, matches = _bearers(accounts, around, rulings)
    compared = compare_pairs(bearers, close_pairs(bearers), read_evidence(accounts, around))
    numbers = {r.id: n for n, b in enumerate(bearers) for r in b.referents}
    ruled = [(2.0, numbers[a], numbers[b]) for a, b in rulings.same if a in numbers and b in numbers]
    pairs = [*ruled, *((c.score, c.a, c.b) for c in compared if c.verdict == "same")]
    apart = {frozenset((numbers[a], numbers[b])) for a, b in rulings.apart if a in numbers and b in numbers}
    open_pairs = {frozenset((c.a, c.b)) for c in compared if c.verdict == "disputed" and c.firm}
    told = {frozenset((a, b)) for _, a, b in ruled}
    apart |= open_pairs - told
    groups = join_best_first(len(bearers), pairs, lambda one, two: _fit(bearers, one, two, apart, told))
    matches += _matches(bearers, compared, groups)
    return _records(accounts, bearers, groups, matches)


def _bearers(accounts: Sequence[Account], around: Around, rulings: Rulings) -> tuple[list[Bearer], list[Match]]:
    bearers: list[Bearer] = []
    matches: list[Match] = []
    beside = read_beside(accounts)
    for (type_, folded), referents in gather(accounts).items():
        many = type_ == "person" or (type_ == "organization" and is_borne_by_many(referents[0].name, folded))
        parts = part_namesakes(f"{type_} {folded}", referents, around) if many else [list(referents)]
        parts = part_towns(referents, beside, around) if type_ == "place" else parts
        parts = [piece for part in parts for piece in rulings.split(part)]
        made = [make_bearer(type_, part) for part in parts]
        bearers += made
        for other in made[1:]:
            if not rulings.decided(made[0].key, other.key):
                why = _why_apart(type_, folded)
                matches.append(Match("entity", made[0].key, other.key, "disputed", 0.5, why))
    return bearers, matches


def _why_apart(type_: EntityType, folded: str) -> str:
    if type_ == "place":
        return f"“{folded}” is set beside two other places, which are not known to be one."
    return f"“{folded.partition('@')[0]}” is all that joins these reports: they share no other name, place or time."


def _fit(
    bearers: Sequence[Bearer],
    one: Sequence[int],
    two: Sequence[int],
    apart: set[frozenset[int]],
    told: set[frozenset[int]],
) -> bool:
    pairs = [frozenset((a, b)) for a in one for b in two]
    if any(p in apart for p in pairs):
        return False
    if any(p in told for p in pairs):
        return True
    # One spelling in two bearers: they were set apart on purpose.
    if {bearers[n].words for n in one} & {bearers[n].words for n in two}:
        return False
    full = [[bearers[n] for n in group if len(bearers[n].words) > 1] for group in (one, two)]
    return not any(_exclude(a, b) for a in full[0] for b in full[1])


def _exclude(a: Bearer, b: Bearer) -> bool:
    """Whether two names are two bearers'; of bodies with one second name, spelling says nothing."""
    match = compare_names(a.name, b.name, a.type)
    if match.same or a.type == "place":
        return False
    if a.type == "person":
        return 0 < match.score < _EXCLUDES and not share_full_alias(a, b)
    one_body = known_as(a.name) is not None and known_as(a.name) == known_as(b.name)
    return _ALIEN < match.score < _KIN and not one_body and not share_alias(a, b)


def _matches(bearers: Sequence[Bearer], compared: Sequence[Comparison], groups: Sequence[Sequence[int]]) -> list[Match]:
    """The close comparisons, best first; a pair that was held apart says so."""
    home = {n: g for g, group in enumerate(groups) for n in group}
    kept: list[Match] = []
    for c in sorted(compared, key=lambda c: (-c.score, c.a, c.b)):
        joined = home[c.a] == home[c.b]
        verdict = "same" if joined else "different" if c.verdict == "same" else c.verdict
        reason = (
            c.reason if joined or c.verdict != "same" else f"{c.reason} But other names of the two exclude each other."
        )
        kept.append(Match("entity", bearers[c.a].key, bearers[c.b].key, verdict, c.score, reason))
    return kept


def _records(
    accounts: Sequence[Account],
    bearers: Sequence[Bearer],
    groups: Sequence[Sequence[int]],
    matches: Sequence[Match],
) -> Resolved:
    places = _places(accounts)
    found: list[tuple[tuple[str, int], Entity]] = []
    for group in groups:
        referents = [r for n in group for r in bearers[n].referents]
        found.append(_entity(referents, places, bearers[group[0]].type))
    for account in accounts:
        found += [_entity([r], places, r.type) for r in account.annotations.referents if not r.named]
    entities = tuple(e for _, e in sorted(found, key=lambda f: (f[0], f[1].id)))
    return Resolved(entities, tuple(matches), {r: e.id for e in entities for r in e.referents})


def _places(accounts: Sequence[Account]) -> dict[str, tuple[str, int]]:
    """Where each referent is first mentioned: its original's sha256 and the offset."""
    first: dict[str, tuple[str, int]] = {}
    for account in accounts:
        sha = account.document.sha256
        starts = {m.id: m.start for m in account.annotations.mentions}
        for referent in account.annotations.referents:
            first[referent.id] = (sha, min((starts[m] for m in referent.mentions if m in starts), default=0))
    return first


def _entity(
    referents: Sequence[Referent], places: dict[str, tuple[str, int]], type_: EntityType
) -> tuple[tuple[str, int], Entity]:
    ordered = sorted(referents, key=lambda r: (places[r.id], r.id))
    sha, start = places[ordered[0].id]
    ident = make_id("e", sha, start, type_, ordered[0].id)
    return (sha, start), Entity(ident, type_, _canonical(ordered), tuple(r.id for r in ordered))


def _shouted(name: str) -> bool:
    """A headline's or dateline's capitals, not letters that stand for words."""
    return name.isupper() and len(name) > 5


def _canonical(referents: Sequence[Referent]) -> str:
    """The form that most documents use, unless it is a part of a longer one that others use too."""
    counts = Counter(r.name for r in referents)
    uses: Counter[str] = Counter()
    for referent in referents:
        uses[referent.name] += len(referent.mentions)
    best = min(counts, key=lambda n: (_shouted(n), -counts[n], -uses[n], -len(n), n))
    if referents[0].type != "person":
        return best
    fuller = [n for n in counts if len(n.split()) > len(best.split()) and len(best.split()) == 1]
    return min(fuller, key=lambda n: (-counts[n], -len(n), n)) if fuller else best
