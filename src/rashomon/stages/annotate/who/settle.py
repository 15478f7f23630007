"""The names that a document's own definitions add, and which names they join."""

from __future__ import annotations

from rashomon.model.annotation import EntityType
from rashomon.stages.annotate.who.defined import Defined
from rashomon.stages.annotate.who.lexicon import given
from rashomon.stages.annotate.who.names import Key
from rashomon.stages.annotate.who.page import Line


def settle(
    types: dict[Key, EntityType], defined: list[Defined], lines: tuple[Line, ...]
) -> tuple[dict[Key, EntityType], list[tuple[Key, Key]]]:
    """All names with their types, and the pairs that mean one actor."""
    settled, same = dict(types), []
    for definition in defined:
        w = lines[definition.line].words
        owner = w[slice(*definition.owner)]
        kind = _owner_type(definition, owner, settled)
        if kind is None:
            continue
        if owner:
            settled[owner] = kind
        for first, last in definition.others:
            other = w[first:last]
            if other != owner and (len(other) > 1 or len(other[0]) > 1):
                settled[other] = kind
                if owner:
                    same.append((owner, other))
    return settled, same


def _owner_type(definition: Defined, owner: Key, types: dict[Key, EntityType]) -> EntityType | None:
    """A bracketed acronym makes a body, unless its long name is a place or ends in a person's; a cue keeps the type."""
    if definition.personal:
        return types.get(owner, _told_type(owner)) if owner else "person"
    if any(types.get(owner[n:]) == "person" for n in range(len(owner))):
        return None
    return "place" if types.get(owner) == "place" and len(owner) > 1 else "organization"


def _told_type(owner: Key) -> EntityType | None:
    """A name that nothing but its second name speaks for: two words of which the first is a given name."""
    return "person" if len(owner) > 1 and owner[0] in given() else None
