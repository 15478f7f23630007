"""Whom to show is for a person to say, once a case: whom it is asked about, why, and what stands answered.

Asked about are those who hold a public role, those whose accusation was accepted, and the dead and other victims whom all
reports name. Until somebody answers, the first are shown and the others masked. The list is the key to the masks: it is never
printed in what leaves.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from rashomon.model.claim import ACCUSATIONS
from rashomon.model.link import Entity
from rashomon.present.masking.standing import holds_public_role, is_minor, name_mentions
from rashomon.present.resolve import Resolved
from rashomon.store.showings import Showing

HARMED = frozenset({"killed", "death", "victim"})
_OFFICE, _ACCUSED, _DEAD = (
    "holds a public role",
    "is accused, and the accusation was accepted",
    "is dead or a victim, and every report names them",
)


@dataclass(frozen=True, slots=True)
class Candidate:
    """Somebody it is asked about: the entity, the reasons, whether the name stays as things are, and what was answered."""

    entity: Entity
    reasons: tuple[str, ...]
    shown: bool
    answer: bool | None
    minor: bool


def candidates(case: Resolved, showings: Iterable[Showing]) -> list[Candidate]:
    """All of them, by name; those too that somebody answered about without being asked."""
    answers = answered(case, showings)
    found = [_candidate(case, e, answers.get(e.id)) for e in case.entities.values() if _is_named(case, e)]
    return sorted((c for c in found if c), key=lambda c: (c.entity.name, c.entity.id))


def answered(case: Resolved, showings: Iterable[Showing]) -> dict[str, bool]:
    """What stands answered, by entity id; the last answer counts."""
    by_name = {e.name: e.id for e in case.entities.values() if e.type == "person"}
    found = {}
    for showing in showings:
        entity = case.entity(case.referent_at.get((showing.who.sha256, showing.who.start))) or by_name.get(showing.name)
        if entity and not showing.withdrawn:
            found[entity] = showing.shown
    return found


def chosen(case: Resolved, showings: Iterable[Showing]) -> tuple[frozenset[str], frozenset[str]]:
    """The names that shall stay and those that shall go, for `make_plan`."""
    answers = answered(case, showings)
    names = [{case.entities[e].name for e, shown in answers.items() if shown is wanted} for wanted in (True, False)]
    return frozenset(names[0]), frozenset(names[1])


def _is_named(case: Resolved, entity: Entity) -> bool:
    return entity.type == "person" and any(case.referents[r].named for r in entity.referents)


def _candidate(case: Resolved, entity: Entity, answer: bool | None) -> Candidate | None:
    reasons = tuple(_reasons(case, entity))
    if not reasons and answer is None:
        return None
    return Candidate(entity, reasons, _OFFICE in reasons if answer is None else answer, answer, is_minor(case, entity))


def _reasons(case: Resolved, entity: Entity) -> Iterator[str]:
    claims = case.claims_of_entity.get(entity.id, ())
    if holds_public_role(case, entity):
        yield _OFFICE
    if any(
        c.property in ACCUSATIONS
        and case.reviews.get(c.id) == "accept"
        and entity.id in (case.entity(c.value.referent), case.entity(c.subject.referent))
        for c in claims
    ):
        yield _ACCUSED
    if any(c.property in HARMED and c.stance != "denied" for c in claims) and _is_named_by_all(case, entity):
        yield _DEAD


def _is_named_by_all(case: Resolved, entity: Entity) -> bool:
    """Whether every report that is read names somebody."""
    naming = {document for document, _ in name_mentions(case, entity)}
    return all(d.id in naming for d in case.documents.values() if d.claims_read)
