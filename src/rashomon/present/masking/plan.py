"""Who is masked: everybody but who holds a public role, and bylines; a person's wishes go first."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Collection, Iterator
from dataclasses import dataclass, replace
from itertools import pairwise

from rashomon.errors import UsageFault
from rashomon.model.link import Entity
from rashomon.present.masking.lists import (
    is_english,
    is_listed,
    no_names,
    ordinary_words,
    place_heads,
    surnames,
)
from rashomon.present.masking.missed import Missed
from rashomon.present.masking.standing import holds_public_role, is_shielded, name_mentions
from rashomon.present.masking.tokens import name_words, words
from rashomon.present.masking.towns import LOCATIVE
from rashomon.present.resolve import Resolved
from rashomon.text.fold import fold_words
from rashomon.text.places import lookup

SHARED = "[masked name]"
"""What stands for a name that several masked people bear: no one of them can be meant for sure."""
_AUTHORS = re.compile(r"\s*(?:,|;|&|/|\||\band\b)\s*")
_SIGNATURE = re.compile(r"[^\W\d_][\w.'’-]*(?: [^\W\d_][\w.'’-]*){1,4}")

_JOINING = frozenset({"for", "by", "with", "at", "from"})
"""Words by which a reading joins a person to a body: "X Y for Harbour Watch"."""

Name = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Wishes:
    """What the user asked for: names that stay, names that go, and whether nothing is masked or hashes stay."""

    public: tuple[str, ...] = ()
    mask: tuple[str, ...] = ()
    unmasked: bool = False
    hashes: bool = False


@dataclass(frozen=True, slots=True)
class Plan:
    """Labels by masked entity id; by folded names of several words, and by single words; what is kept.

    `kept` are names of several words that shield the words in them; `shown` the ids of people who keep their names;
    `places` single words that are a masked person's name and a place's too, shown where the text says "in" before them;
    `common` those that are words of the language, masked only where they are written as names; `shared` those that
    several people bear, of whom one at least is masked: alone they stand for none of them.
    """

    labels: dict[str, str]
    masked: dict[Name, str]
    single: dict[str, str]
    kept: frozenset[Name]
    shown: frozenset[str]
    places: frozenset[str]
    common: frozenset[str]
    shared: frozenset[str]
    hashes: bool


def make_plan(
    case: Resolved, wishes: Wishes, *, public: frozenset[str] = frozenset(), protected: frozenset[str] = frozenset()
) -> Plan | None:
    """The plan for a case; None where the user wants nothing masked.

    `public` and `protected` are the names that the case itself holds to be shown and to be masked; the wishes go before
    them. Raises UsageFault for a wish for a name that nobody bears, and where somebody shall be shown whom case.toml protects.
    """
    _refuse_protected(case, wishes)
    if wishes.unmasked:
        return None
    _check(case, (*wishes.public, *wishes.mask))
    wishes = _with_settings(case, _joined(wishes, public, protected))
    people = [e for e in case.entities.values() if _is_person(case, e, wishes)]
    authors = set(_signatures(case))
    towns = frozenset(_towns(case))
    shown = {e.id for e in people if _stays(case, e, wishes, authors)}
    hidden = [e for e in people if e.id not in shown and not _is_town(case, e, towns, wishes)]
    hidden.sort(key=lambda e: _first(case, e))
    labels = {e.id: f"[person {n}]" for n, e in enumerate(hidden, 1)}
    names = [(form, labels[e.id]) for e in hidden for form in _forms(case, e)]
    authors -= {form for form, _ in names}
    kept = {f for e in case.entities.values() if e.id in shown for f in _forms(case, e)} | authors
    solid = {e.id for e in case.entities.values() if _is_solid(e, towns)}
    strays = Missed(case, solid, frozenset(map(name_words, wishes.mask)))
    kept |= strays.officials()
    known = {form for form, _ in names}
    new = strays.new(known, kept | frozenset(map(name_words, wishes.public)))
    names += [(name, f"[person {n}]") for n, name in enumerate(new, len(labels) + 1)]
    masked, single = _split(names, {w for name in kept for w in name})
    kept |= {f for e in case.entities.values() if e.id in solid for f in _forms(case, e)}
    kept |= {name_words(d.publisher) for d in case.documents.values() if d.publisher}
    long = frozenset(f for f in kept if len(f) > 1 and f not in masked and "and" not in f)
    shared = frozenset(w for w, label in single.items() if label == SHARED)
    places = (towns | strays.single_towns) & set(single)
    return Plan(labels, masked, single, long, frozenset(shown), places, _common(case, single), shared, wishes.hashes)


def _joined(wishes: Wishes, public: frozenset[str], protected: frozenset[str]) -> Wishes:
    """The wishes of the moment laid over what the case holds."""
    shown, hidden = set(map(name_words, wishes.public)), set(map(name_words, wishes.mask))
    more = tuple(n for n in sorted(public) if name_words(n) not in hidden)
    less = tuple(n for n in sorted(protected) if name_words(n) not in shown)
    return replace(wishes, public=(*wishes.public, *more), mask=(*wishes.mask, *less))


def _refuse_protected(case: Resolved, wishes: Wishes) -> None:
    protected = {name_words(name): name for name in case.case_settings.protected}
    if wishes.unmasked and protected:
        raise UsageFault("case.toml names people to be protected, whom --unmasked would show")
    for name in wishes.public:
        if name_words(name) in protected:
            raise UsageFault(f"{name!r} is to be protected by case.toml and is not shown")


def _with_settings(case: Resolved, wishes: Wishes) -> Wishes:
    """The wishes with the case's own: who is protected is masked, who is known to be public shown unless masked now."""
    hidden = {name_words(name) for name in wishes.mask}
    public = tuple(name for name in case.case_settings.public if name_words(name) not in hidden)
    return replace(wishes, public=(*wishes.public, *public), mask=(*wishes.mask, *case.case_settings.protected))


def _check(case: Resolved, names: tuple[str, ...]) -> None:
    known = {f for e in case.entities.values() for f in _forms(case, e)}
    text = "\n".join(f" {fold_words(d.text)} " for d in case.documents.values()) if names else ""
    for name in names:
        if name_words(name) not in known and f" {fold_words(name)} " not in text:
            raise UsageFault(f"nobody in this case is called {name!r}")


def _is_person(case: Resolved, entity: Entity, wishes: Wishes) -> bool:
    """People with a name; and whatever else bears one that the user wants masked."""
    if not any(case.referents[r].named for r in entity.referents):
        return False
    return entity.type == "person" or bool(set(_forms(case, entity)) & set(map(name_words, wishes.mask)))


def _is_solid(entity: Entity, towns: frozenset[str]) -> bool:
    """Whether a name is surely a place's or a body's: by a word in it, or by the gazetteer and no list of names."""
    if entity.type == "person":
        return False
    name = name_words(entity.name)
    if len(name) > 1 and place_heads().intersection(name):
        return is_english(name[0]) or not _JOINING.intersection(name)
    return bool(lookup(entity.name)) and (not is_listed(name[0]) or name[0] in towns)


def _first(case: Resolved, entity: Entity) -> tuple[str, int]:
    """Where a person is first met, in the order of the reports."""
    order = {d: n for n, d in enumerate(case.documents)}
    places = [case.mentions[m] for r in entity.referents for m in case.referents[r].mentions if m in case.mentions]
    first = min(((order[d], m.start) for d, m in places), default=(0, 0))
    return f"{first[0]:09}", first[1]


def _stays(case: Resolved, entity: Entity, wishes: Wishes, authors: set[Name]) -> bool:
    forms = set(_forms(case, entity))
    if forms & set(map(name_words, wishes.mask)):
        return False
    if forms & set(map(name_words, wishes.public)):
        return True
    return (bool(forms & authors) and not is_shielded(case, entity)) or holds_public_role(case, entity)


def _signatures(case: Resolved) -> Iterator[Name]:
    """Those who sign an article: a name and nothing else. Whoever wrote a statement may be a witness."""
    for document in case.documents.values():
        for author in _AUTHORS.split(document.author or "") if document.kind == "article" else ():
            name = author.removeprefix("By ").removeprefix("by ")
            if _SIGNATURE.fullmatch(name) and len(name_words(name)) > 1:
                yield name_words(name)


def _towns(case: Resolved) -> Iterator[str]:
    """Names of one word that the gazetteer knows, that a report takes for a place, and that one writes "in" before."""
    ids = [e for e in case.entities.values() if e.type == "place" and lookup(e.name)]
    candidates = {n[0] for e in ids if len(n := name_words(e.name)) == 1}
    for document in case.documents.values():
        found = words(document.text)
        for before, word in pairwise(found):
            if word.folded in candidates and before.folded in LOCATIVE and document.text[word.start].isupper():
                yield word.folded


def _is_town(case: Resolved, entity: Entity, towns: frozenset[str], wishes: Wishes) -> bool:
    """A "person" all of whose names are a town's: a slip of the reading, since nothing else is known of them."""
    forms = set(_forms(case, entity))
    if forms & set(map(name_words, wishes.mask)):
        return False
    return all(all(w in towns or w in place_heads() for w in f) or _is_only_place(f) for f in forms)


def _is_only_place(name: Name) -> bool:
    """Whether a name of one word is in the gazetteer and in no list of names."""
    return len(name) == 1 and not is_listed(name[0]) and bool(lookup(name[0]))


def _forms(case: Resolved, entity: Entity) -> Iterator[Name]:
    """Every name of an entity as folded words: names, aliases, mentions that are names."""
    named = [case.referents[r] for r in entity.referents if case.referents[r].named]
    names = {entity.name, *(r.name for r in named), *(a.name for r in named for a in r.aliases)}
    if named:
        names |= {m.quote for _, m in name_mentions(case, entity)}
        own = (c for c in case.claims_of_entity.get(entity.id, ()) if c.property == "alias")
        names |= {c.value.text for c in own if c.value.text and case.entity(c.subject.referent) == entity.id}
    yield from sorted({form for name in names if (form := name_words(name))})


def _split(
    names: list[tuple[Name, str]], shown: Collection[str] = frozenset()
) -> tuple[dict[Name, str], dict[str, str]]:
    """Names of several words with every run of two or more inside them; and the words that are masked alone.

    A word that several masked people bear, or that somebody in `shown` bears too, gets no one person's mask.
    """
    masked: dict[Name, str] = {}
    alone: dict[str, set[str]] = defaultdict(set)
    for name, label in names:
        for length in range(len(name), 1, -1):
            for at in range(len(name) - length + 1):
                run = name[at : at + length]
                if length == len(name) or sum(len(w) > 2 and w not in no_names() for w in run) > 1:
                    masked.setdefault(run, label)
        for n, word in enumerate(name):
            if _is_own(word, n, len(name)):
                alone[word].add(label)
    return masked, {w: min(of) if len(of) == 1 and w not in shown else SHARED for w, of in alone.items()}


def _common(case: Resolved, single: dict[str, str]) -> frozenset[str]:
    """Words of the list of English words that are names too; and those that the reports write small more often than not."""
    count = dict.fromkeys(single, 0)
    for document in case.documents.values():
        for word in words(document.text):
            if word.folded in count:
                count[word.folded] += 1 if document.text[word.start].islower() else -1
    return ordinary_words().intersection(single) | {w for w, n in count.items() if n > 0}


def _is_own(word: str, at: int, length: int) -> bool:
    """Whether a word of a name is masked alone: not a particle, a title, a number, a "County"."""
    if length == 1:
        return word not in no_names()
    if len(word) < 2 or word.isdigit() or word in no_names():
        return False
    return word not in place_heads() or (at == length - 1 and word in surnames())
