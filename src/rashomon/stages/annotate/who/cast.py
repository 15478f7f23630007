"""The cast of one document: which names are one person, body or place there."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field

from rashomon.model.annotation import Alias, EntityType, MentionForm
from rashomon.stages.annotate.who.lexicon import given, table
from rashomon.stages.annotate.who.names import Found, Key
from rashomon.text.fold import fold

_SUFFIXES = frozenset({"jr", "sr", "ii", "iii", "iv"})


@dataclass(slots=True)
class Standing:
    """One place where an actor is meant: line, first and past-last token, head token, form."""

    line: int
    first: int
    last: int
    head: int
    form: MentionForm
    type: EntityType


@dataclass(slots=True, eq=False)
class Actor:
    """A referent while it is being put together."""

    type: EntityType
    named: bool
    key: Key
    standings: list[Standing] = field(default_factory=list)
    titles: list[str] = field(default_factory=list)
    roles: dict[str, set[str]] = field(default_factory=dict)
    aliases: list[Alias] = field(default_factory=list)
    gender: str | None = None
    plural: bool = False
    age: str | None = None


def person_parts(key: Key) -> Key:
    """The words of a person's name without initials, quotes, a quoted nickname and Jr."""
    parts, quoted = [], False
    for word in key:
        if word in ('"', "("):
            quoted = not quoted
        elif word == ")":
            quoted = False
        elif not quoted and len(word.rstrip(".")) > 1 and word.rstrip(".") not in _SUFFIXES and word != "-":
            parts.append(word)
    return tuple(parts) or key


def group_names(found: list[Found], same: list[tuple[Key, Key]]) -> dict[Key, Key | None]:
    """Each name -> the fullest name of the same actor; None for a surname that several people bear."""
    types = {f.key: f.type for f in found}
    roots: dict[Key, Key] = {k: k for k in types}

    def root(key: Key) -> Key:
        while roots[key] != key:
            key = roots[key]
        return key

    def join(a: Key, b: Key) -> None:
        a, b = root(a), root(b)
        if a != b:
            long, short = (a, b) if _fullness(a, types[a]) >= _fullness(b, types[b]) else (b, a)
            roots[short] = long

    people = [k for k, v in types.items() if v == "person"]
    full = [k for k in people if len(person_parts(k)) > 1]
    by_part: dict[str, list[Key]] = defaultdict(list)
    for key in full:
        for other in by_part[person_parts(key)[-1]]:
            if _same_full(person_parts(key), person_parts(other)) and not _juniors(key, other):
                join(key, other)
        by_part[person_parts(key)[-1]].append(key)
    for a, b in same:
        if a in roots and b in roots:
            bearers = _bearers(a[0], full, root) if len(a) == 1 and types[a] == "person" else {a}
            roots[root(b)] = root(bearers.pop()) if len(bearers) == 1 else root(a)
    for a, b in _shorter_bodies(types):
        join(a, b)
    result: dict[Key, Key | None] = {k: root(k) for k in types}
    for key in people:
        if len(person_parts(key)) == 1 and root(key) == key:
            bearers = _bearers(person_parts(key)[0], full, root)
            result[key] = bearers.pop() if len(bearers) == 1 else (None if len(bearers) > 1 else key)
    return result


def _fullness(key: Key, kind: EntityType) -> tuple[bool, int, Key]:
    """Which of two names stands for both: one that begins with a given name, then the longer."""
    return kind != "person" or (len(key) > 1 and key[0] in given()), len(key), key


def _bearers(name: str, full: list[Key], root: object) -> set[Key]:
    """Who bears a single name: as the last word of the full name, else as another word of it."""
    assert callable(root)
    last = {root(k) for k in full if person_parts(k)[-1] == name}
    if last:
        return last
    return {root(k) for k in full if name in person_parts(k)}


def _same_full(a: Key, b: Key) -> bool:
    """One full name holds the other: the same first and last word, or the shorter ends the longer."""
    short, long = sorted((a, b), key=len)
    if short == long or (len(short) < len(long) and long[-len(short) :] == short):
        return True
    return short[0] == long[0] and short[-1] == long[-1] and (set(short) <= set(long))


def _juniors(a: Key, b: Key) -> bool:
    """Father and son: one has Jr. and the other Sr. or another number."""
    x, y = ({w.rstrip(".") for w in k} & _SUFFIXES for k in (a, b))
    return x != y and bool(x) and bool(y)


def _shorter_bodies(types: dict[Key, EntityType]) -> list[tuple[Key, Key]]:
    """Bodies and places named longer and shorter: "X News Agency", "X Agency"; "Y Civic Center", "Civic Center"."""
    pairs: list[tuple[Key, Key]] = []
    for kind in ("organization", "place"):
        keys = [k for k, v in types.items() if v == kind]
        by_last: dict[str, list[Key]] = defaultdict(list)
        by_first: dict[str, list[Key]] = defaultdict(list)
        for key in keys:
            by_last[key[-1]].append(key)
            by_first[key[0]].append(key)
        for key in keys:
            if len(key) < 2:
                continue
            longer = [
                k
                for k in by_last[key[-1]]
                if len(k) > len(key) and (k[-len(key) :] == key or (k[0] == key[0] and set(key) <= set(k)))
            ]
            if kind == "organization" and not longer:
                longer = [k for k in by_first[key[0]] if k[: len(key)] == key and len(k) == len(key) + 1]
            if len(longer) == 1:
                pairs.append((key, longer[0]))
    return pairs


def gender_of(key: Key, titles: list[str]) -> str | None:
    """From a title that tells ("Mrs"), else from the given name."""
    for title in titles:
        for word in fold(title).replace(".", "").split():
            told = table("titles.tsv").get(word) or table("roles.tsv").get(word) or table("people.tsv").get(word)
            if told:
                return told
    parts = person_parts(key)
    return (given().get(parts[0]) or None) if parts else None
