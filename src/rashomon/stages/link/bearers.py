"""Keys of entities: who could be the same. Referents of one spelling are one bearer; blocks bring likely spellings together."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import combinations

from rashomon.model.account import Account
from rashomon.model.annotation import EntityType, Referent
from rashomon.stages.link.known_bodies import known_as
from rashomon.text.fold import fold_words
from rashomon.text.names import compare_names
from rashomon.text.names.parts import person_name
from rashomon.text.names.scripts import script_of
from rashomon.text.names.sounds import sound
from rashomon.text.names.words import generic, given, is_first_name

Groups = dict[tuple[EntityType, str], list[Referent]]
_CONFUSED = ("person", "organization", "place")
_SPELLED_ALIKE = 0.92
_ABBREVIATED = 5
_SHORT = 4
_CLASSES = str.maketrans(
    {**dict.fromkeys("cjCSszxqkgG", "K"), **dict.fromkeys("dtTD", "T"), **dict.fromkeys("bpvf", "P"),
     **dict.fromkeys("mn", "N"), **dict.fromkeys("hyaeiouEO'", "")}
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Bearer:
    """All referents of one type and one spelling, that were not set apart: their name as most write it."""

    type: EntityType
    name: str
    words: tuple[str, ...]
    referents: tuple[Referent, ...]
    documents: frozenset[str]
    aliases: tuple[str, ...]

    @property
    def key(self) -> str:
        """The bearer's first referent, by which it is known."""
        return self.referents[0].id


def name_words(type_: EntityType, name: str) -> tuple[str, ...]:
    """The folded words by which a name is compared."""
    if type_ == "person":
        return person_name(name).words
    words = tuple(fold_words(name).split())
    if type_ == "place" and len(name) < _ABBREVIATED:
        return (name,)
    return tuple(w for w in words if w not in ("the", "al", "el")) or words


@lru_cache(maxsize=65536)
def rough(word: str) -> str:
    """The consonant classes of a word: the same for every spelling that could be one name."""
    classes = sound(word).translate(_CLASSES)
    return "".join(c for i, c in enumerate(classes) if i == 0 or classes[i - 1] != c) or word[:1]


def gather(accounts: Sequence[Account]) -> Groups:
    """The named referents of all documents by type and folded name, in order of document and place."""
    groups: Groups = defaultdict(list)
    for account in accounts:
        for referent in account.annotations.referents:
            if referent.named:
                folded = " ".join(name_words(referent.type, referent.name)) or referent.id
                folded += _script(referent.type, referent.name)
                groups[referent.type, folded].append(referent)
    return _one_type(groups)


def _script(type_: EntityType, name: str) -> str:
    """What sets a person's name in another script apart from one that is spelled like it in Latin letters."""
    script = script_of(name) if type_ == "person" else None
    return f"@{script}" if script not in (None, "latin") else ""


def share_alias(a: Bearer, b: Bearer) -> bool:
    """Whether reports give both bearers one and the same second name."""
    return bool({fold_words(n) for n in a.aliases} & {fold_words(n) for n in b.aliases})


def share_full_alias(a: Bearer, b: Bearer) -> bool:
    """Whether reports give both one second name of two words, however spelled, and they share a part of their own name."""
    if not set(a.words) & set(b.words):
        return False
    full = [[n for n in bearer.aliases if " " in n] for bearer in (a, b)]
    return any(compare_names(x, y, a.type).score >= _SPELLED_ALIKE for x in full[0] for y in full[1])


def _one_type(groups: Groups) -> Groups:
    """A name that readers of different documents took for different kinds of thing is what most took it for.

    A single word that is no abbreviation is a place where a third took it for one: before another noun ("the Karsova
    case") a town looks like a body, hardly ever the other way round.
    """
    types: dict[str, list[tuple[EntityType, str]]] = defaultdict(list)
    for type_, folded in groups:
        if type_ in _CONFUSED and (" " in folded or type_ != "person"):
            name = groups[type_, folded][0].name
            types[fold_words(name) + _script("person", name)].append((type_, folded))
    joined = dict(groups)
    for spelled, found in types.items():
        places = [groups[k] for k in found if k[0] == "place"]
        # "al-Qasr", which nobody bears as a first name, is taken for a person more easily than for a body.
        body = 1 if places or is_first_name(name_words("organization", spelled)[0]) else 2
        held = {k: len(groups[k]) * (body if k[0] == "organization" else 1) for k in found}
        town = " " not in spelled and 3 * sum(map(len, places)) >= sum(held.values())
        shown = places[0][0].name if town and places else ""
        found.sort(key=lambda k: (not (k[0] == "place" and town and not shown.isupper()), -held[k], k))
        for other in found[1:]:
            home = joined[found[0]]
            if {r.document for r in home}.isdisjoint(r.document for r in joined[other]):
                joined[found[0]] = sorted(home + joined.pop(other), key=lambda r: (r.document, r.id))
    return joined


def make_bearer(type_: EntityType, referents: Sequence[Referent]) -> Bearer:
    """One bearer of referents that share a spelling."""
    names = [r.name for r in referents]
    name = min(set(names), key=lambda n: (-names.count(n), n))
    aliases = sorted({re.sub(r"^[Tt]he ", "", a.name) for r in referents for a in r.aliases})
    documents = frozenset(r.document for r in referents)
    return Bearer(type_, name, name_words(type_, name), tuple(referents), documents, tuple(aliases))


def is_borne_by_many(name: str, folded: str) -> bool:
    """Whether a body's name is one that every town has: the Police Department, letters for it."""
    letters = name.replace(".", "")
    return (letters.isupper() and len(letters) < _ABBREVIATED) or all(w in generic() for w in folded.split())


def _person_keys(words: Sequence[str]) -> Iterator[str]:
    yield f"part {rough(words[-1])}"
    if len(words) == 1:
        return
    if not given(words[0]) and len(words[0]) > 1:
        yield f"part {rough(words[0])}"
    first, last = rough(words[0]), rough(words[-1])
    yield f"ends {first[:2]} {last}"
    yield f"ends {first[:2]} {rough(words[1])}"
    yield f"ends {first[:2]} {rough(without_article(words[-1]))}"
    yield f"slip {first} {last[:1]}"
    yield f"slip {first[:2]} {''.join(sorted(last))}"
    yield f"whole {rough(''.join(words))}"


def without_article(word: str) -> str:
    """A surname without the article that some write into it: "alrimli", "al-Rimli"."""
    return word[2:] if word.startswith(("al", "el")) and len(word) > 6 else word


def singular(word: str) -> str:
    """A word of a body's name as one: the Crimes Court is the Crime Court."""
    return word.removesuffix("s") if len(word) > _SHORT else word


def _body_keys(words: Sequence[str]) -> Iterator[str]:
    words = [singular(w) for w in words]
    telling = [w for w in words if w not in generic() and len(w) > 2] or list(words)
    yield f"telling {rough(''.join(telling))}"
    if len(telling) > 1:
        yield f"telling {rough(telling[0] + telling[1])}"
        yield f"telling {rough(telling[-2] + telling[-1])}"


def _keys(type_: EntityType, words: Sequence[str]) -> Iterable[str]:
    if type_ == "person":
        return _person_keys(words)
    return _body_keys(words) if type_ == "organization" else (f"whole {rough(''.join(words))}",)


def block_keys(bearer: Bearer) -> set[str]:
    """The blocks a bearer stands in: two bearers are compared when they share one."""
    keys: set[str] = set()
    for words in (bearer.words, *(name_words(bearer.type, a) for a in bearer.aliases)):
        if words:
            keys.update(_keys(bearer.type, words))
    for name in (bearer.name, *bearer.aliases):
        if bearer.type == "organization" and (known := known_as(name)) is not None:
            keys.add(f"known {known}")
        if name.isupper() and 2 <= len(name) <= 7:
            keys.add(f"letters {fold_words(name)}")
        elif bearer.type == "organization" and len(bearer.words) > 2:
            keys.add("letters " + "".join(w[0] for w in name_words(bearer.type, name)))
    return {f"{bearer.type} {key}" for key in keys}


def close_pairs(bearers: Sequence[Bearer]) -> list[tuple[int, int]]:
    """All pairs of bearers that share a block."""
    blocks: dict[str, list[int]] = defaultdict(list)
    for number, bearer in enumerate(bearers):
        for key in block_keys(bearer):
            blocks[key].append(number)
    pairs: set[tuple[int, int]] = set()
    for members in blocks.values():
        pairs.update(combinations(members, 2))
    return sorted(pairs)
