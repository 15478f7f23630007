"""Which names of a document are one actor's: full and short forms, initials, surnames alone."""

from __future__ import annotations

from collections import defaultdict

from rashomon.model.annotation import EntityType
from rashomon.stages.annotate.who.lexicon import given
from rashomon.stages.annotate.who.names import Found, Key

_PARENTS = frozenset({"abu", "abou", "abo", "ebu", "umm", "um", "oum"})
_SUFFIXES = frozenset({"jr", "sr", "ii", "iii", "iv"})


def person_parts(key: Key) -> Key:
    """The words of a person's name without initials, quotes, a quoted nickname and Jr."""
    parts, quoted = [], False
    for word in key:
        if word in ('"', "(", "'"):
            quoted = not quoted
        elif word == ")":
            quoted = False
        elif not quoted and len(word.rstrip(".")) > 1 and word.rstrip(".") not in _SUFFIXES and word != "-":
            parts.append(word)
    return tuple(parts) or key


class _Groups:
    """Names joined into groups; the fullest name of each stands for it."""

    def __init__(self, types: dict[Key, EntityType]) -> None:
        self.types = types
        self.roots: dict[Key, Key] = {k: k for k in types}
        self.full = [k for k, v in types.items() if v == "person" and len(person_parts(k)) > 1]
        self.by_last: dict[str, list[Key]] = defaultdict(list)
        self.by_part: dict[str, list[Key]] = defaultdict(list)
        for key in self.full:
            self.by_last[person_parts(key)[-1]].append(key)
            for part in person_parts(key)[:-1]:
                self.by_part[part].append(key)

    def root(self, key: Key) -> Key:
        """The name that stands for a name's group."""
        while self.roots[key] != key:
            key = self.roots[key]
        return key

    def join(self, a: Key, b: Key) -> None:
        """Puts two names into one group."""
        a, b = self.root(a), self.root(b)
        if a != b:
            full = _fullness(a, self.types[a]) >= _fullness(b, self.types[b])
            long, short = (a, b) if full else (b, a)
            self.roots[short] = long

    def hang(self, owner: Key, other: Key) -> None:
        """Puts a second name into its owner's group, whose name stays."""
        if len(owner) == 1 and self.types[owner] == "person":
            bearers = self.bearers(owner[0])
            owner = bearers.pop() if len(bearers) == 1 else owner
        self.roots[self.root(other)] = self.root(owner)

    def bearers(self, name: str) -> set[Key]:
        """Who bears a single name: as the last word of the full name, else as another word of it."""
        return {self.root(k) for k in self.by_last[name]} or {self.root(k) for k in self.by_part[name]}


def _sons_and_fathers(types: dict[Key, EntityType]) -> list[tuple[Key, Key]]:
    """ "Abu Saqr" and the one "Abu Saqr al-Rimli" of the text."""
    full = [k for k, v in types.items() if v == "person" and len(k) > 2 and k[0] in _PARENTS]
    pairs: list[tuple[Key, Key]] = []
    for short in (k for k, v in types.items() if v == "person" and len(k) == 2 and k[0] in _PARENTS):
        longer = [k for k in full if k[:2] == short]
        if len(longer) == 1:
            pairs.append((short, longer[0]))
    return pairs


def _openings(groups: _Groups, brought_in: frozenset[Key]) -> list[tuple[Key, Key]]:
    """ "Halim Alom" and the "Halim Alom Dural" before it, where nobody else's name begins so and the text says of no other who that is."""
    pairs: list[tuple[Key, Key]] = []
    for n, short in enumerate(groups.full):
        earlier = groups.full[:n] if short not in brought_in else []
        longer = [k for k in earlier if len(k) > len(short) and k[: len(short)] == short and k[len(short)] != "-"]
        if len({groups.root(k) for k in longer}) == 1 and not any(_juniors(short, k) for k in longer):
            pairs.append((short, longer[0]))
    return pairs


def group_names(
    found: list[Found], same: list[tuple[Key, Key]], brought_in: frozenset[Key] = frozenset()
) -> dict[Key, Key | None]:
    """Each name -> the fullest name of the same actor; None for a surname that several people bear.

    `brought_in` are names of which the text says, where they stand, who bears them.
    """
    types = {f.key: f.type for f in found}
    groups = _Groups(types)
    for keys in groups.by_last.values():
        for n, key in enumerate(keys):
            for other in keys[:n]:
                if _same_full(person_parts(key), person_parts(other)) and not _juniors(key, other):
                    groups.join(key, other)
    for owner, other in same:
        if owner in types and other in types:
            groups.hang(owner, other)
    for a, b in (*_sons_and_fathers(types), *_openings(groups, brought_in), *_shorter_bodies(types)):
        groups.join(a, b)
    result: dict[Key, Key | None] = {k: groups.root(k) for k in types}
    for key, kind in types.items():
        if kind == "person" and len(person_parts(key)) == 1 and groups.root(key) == key:
            bearers = groups.bearers(person_parts(key)[0])
            result[key] = bearers.pop() if len(bearers) == 1 else (None if bearers else key)
    return result


def _fullness(key: Key, kind: EntityType) -> tuple[bool, int, Key]:
    """Which of two names stands for both: one that begins with a given name, then the longer."""
    return kind != "person" or (len(key) > 1 and key[0] in given()), len(key), key


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
        longer: dict[Key, set[Key]] = defaultdict(set)
        keys = [k for k, v in types.items() if v == kind and 1 < len(k) < 12]
        for key in keys:
            for n in range(1, len(key) - 1):
                longer[key[n:]].add(key)
                longer[key[:n] + key[n + 1 :]].add(key)
            if kind == "organization" and len(key) > 2:
                longer[key[:-1]].add(key)
        for key in keys:
            if key[1:3] == ("of", "the") and types.get(key[:1]) == kind:
                pairs.append((key[:1], key))
        pairs += [(key, next(iter(longer[key]))) for key in keys if len(longer.get(key, ())) == 1]
    return pairs
