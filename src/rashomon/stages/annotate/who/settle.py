"""The names that a document's own definitions add, and which names they join."""

from __future__ import annotations

from rashomon.model.annotation import EntityType
from rashomon.stages.annotate.who.defined import Defined
from rashomon.stages.annotate.who.lexicon import given, heads
from rashomon.stages.annotate.who.names import Key
from rashomon.stages.annotate.who.page import Line

_LETTERS, _SMALL = 3, 2


def settle(
    types: dict[Key, EntityType], defined: list[Defined], lines: tuple[Line, ...]
) -> tuple[dict[Key, EntityType], list[tuple[Key, Key]]]:
    """All names with their types, and the pairs that mean one actor."""
    settled, same = dict(types), []
    for definition in defined:
        w = lines[definition.line].words
        owner = w[slice(*definition.owner)]
        kind = _owner_type(definition, owner, [w[first:last] for first, last in definition.others], settled)
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


def _owner_type(definition: Defined, owner: Key, names: list[Key], types: dict[Key, EntityType]) -> EntityType | None:
    """A bracketed acronym makes a body, unless its long name is a place or ends in a person's; a cue keeps the type."""
    if definition.personal:
        return _borne_type(owner, names, types)
    if any(types.get(owner[n:]) == "person" for n in range(len(owner))) and not _spelt(
        owner, ["".join(k) for k in names]
    ):
        return None
    return "place" if types.get(owner) == "place" and len(owner) > 1 else "organization"


def _spelt(owner: Key, letters: list[str]) -> bool:
    """Whether three or more letters in brackets are those with which the words of a name begin: no person has such."""
    telling = [w for w in owner if w[0].isalpha()]
    initials = ("".join(w[0] for w in telling), "".join(w[0] for w in telling if len(w) > _SMALL))
    return owner[0] not in given() and any(len(x) >= _LETTERS and x in initials for x in letters)


def _borne_type(owner: Key, names: list[Key], types: dict[Key, EntityType]) -> EntityType | None:
    """What a cue leaves a name to be: a body where one of its names ends in a word for bodies."""
    if not owner:
        return None if any("e" in (heads().get(k[0]), heads().get(k[-1])) for k in names) else "person"
    told = types.get(owner, _told_type(owner))
    named = any(len(k) > 1 and heads().get(k[-1]) == "o" for k in (owner, *names))
    return "organization" if named and told == "person" else told


def _told_type(owner: Key) -> EntityType | None:
    """A name that nothing but its second name speaks for: two words of which the first is a given name."""
    return "person" if len(owner) > 1 and owner[0] in given() else None
