"""Who is masked: everybody but who holds a public role, and bylines; a person's wishes go first."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from rashomon.errors import UsageFault
from rashomon.model.link import Entity
from rashomon.present.resolve import Resolved
from rashomon.text.fold import fold_words

SHORTEST = 3
"""Letters of a single name word that is masked on its own; shorter ones only inside a whole name."""


@dataclass(frozen=True, slots=True)
class Wishes:
    """What the user asked for: names that stay, names that go, and whether nothing is masked or hashes stay."""

    public: tuple[str, ...] = ()
    mask: tuple[str, ...] = ()
    unmasked: bool = False
    hashes: bool = False


@dataclass(frozen=True, slots=True)
class Plan:
    """Labels by masked entity id; folded word sequences that are masked (with their label) and that are kept."""

    labels: dict[str, str]
    masked: dict[tuple[str, ...], str]
    kept: frozenset[tuple[str, ...]]
    hashes: bool


@cache
def public_roles() -> frozenset[str]:
    """Head nouns of roles held in public."""
    text = (files("rashomon") / "data" / "masking" / "public_roles.txt").read_text(encoding="utf-8")
    return frozenset(w for w in text.split("\n") if w and not w.startswith("#"))


def make_plan(case: Resolved, wishes: Wishes) -> Plan | None:
    """The plan for a case; None where the user wants nothing masked. Raises UsageFault for a name nobody bears."""
    if wishes.unmasked:
        return None
    _check(case, (*wishes.public, *wishes.mask))
    people = [e for e in case.entities.values() if e.type == "person" and _is_named(case, e)]
    hidden = [e for e in people if not _stays(case, e, wishes)]
    hidden.sort(key=lambda e: _first(case, e))
    labels = {e.id: f"[person {n}]" for n, e in enumerate(hidden, 1)}
    kept = {words for e in case.entities.values() if e.id not in labels for words in _forms(case, e) if words}
    kept |= {tuple(fold_words(d.publisher).split()) for d in case.documents.values() if d.publisher}
    masked: dict[tuple[str, ...], str] = {}
    for entity in hidden:
        for words in _forms(case, entity):
            masked.setdefault(words, labels[entity.id])
            for word in words:
                if len(word) >= SHORTEST:
                    masked.setdefault((word,), labels[entity.id])
    return Plan(labels, masked, frozenset(kept - set(masked)), wishes.hashes)


def _check(case: Resolved, names: tuple[str, ...]) -> None:
    known = {" ".join(w) for e in case.entities.values() for w in _forms(case, e)}
    for name in names:
        if fold_words(name) not in known:
            raise UsageFault(f"nobody in this case is called {name!r}")


def _is_named(case: Resolved, entity: Entity) -> bool:
    return any(case.referents[r].named for r in entity.referents)


def _first(case: Resolved, entity: Entity) -> tuple[str, int]:
    places = [case.mentions[m] for r in entity.referents for m in case.referents[r].mentions if m in case.mentions]
    return min(((d, m.start) for d, m in places), default=("", 0))


def _stays(case: Resolved, entity: Entity, wishes: Wishes) -> bool:
    forms = {" ".join(words) for words in _forms(case, entity)}
    if forms & {fold_words(name) for name in wishes.mask}:
        return False
    if forms & {fold_words(name) for name in wishes.public}:
        return True
    authors = {fold_words(d.author) for d in case.documents.values() if d.author}
    return bool(forms & authors) or _is_public(case, entity)


def _is_public(case: Resolved, entity: Entity) -> bool:
    """True where a report gives the person a public role."""
    claims = case.claims_of_entity.get(entity.id, [])
    roles = [c.value.text or "" for c in claims if c.property == "role" and c.stance != "denied"]
    return any(word in public_roles() for role in roles for word in fold_words(role).split())


def _forms(case: Resolved, entity: Entity) -> Iterator[tuple[str, ...]]:
    """Every name of an entity as folded words: names, aliases, mentions that are names."""
    for ident in entity.referents:
        referent = case.referents[ident]
        if not referent.named:
            continue
        names = {referent.name, *(a.name for a in referent.aliases)}
        names |= {case.mentions[m][1].quote for m in referent.mentions
                  if m in case.mentions and case.mentions[m][1].form == "name"}  # fmt: skip
        yield from (tuple(fold_words(name).split()) for name in sorted(names) if fold_words(name))
