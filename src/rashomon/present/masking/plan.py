"""Who is masked: everybody but who holds a public role, and bylines; a person's wishes go first."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import pairwise

from rashomon.errors import UsageFault
from rashomon.model.link import Entity
from rashomon.present.masking.lists import given_names, no_names, ordinary_words, place_heads, surnames
from rashomon.present.masking.standing import holds_public_role, name_mentions
from rashomon.present.masking.strays import find_strays
from rashomon.present.masking.tokens import name_words, words
from rashomon.present.resolve import Resolved
from rashomon.text.fold import fold_words
from rashomon.text.places import lookup

SHARED = "[masked name]"
"""What stands for a name that several masked people bear: no one of them can be meant for sure."""
LOCATIVE = frozenset({"in", "at", "near", "outside", "across", "inside", "around", "within", "throughout"})
_AUTHORS = re.compile(r"\s*(?:,|;|&|/|\||\band\b)\s*")

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
    `common` those that are words of the language, masked only where they are written as names.
    """

    labels: dict[str, str]
    masked: dict[Name, str]
    single: dict[str, str]
    kept: frozenset[Name]
    shown: frozenset[str]
    places: frozenset[str]
    common: frozenset[str]
    hashes: bool


def make_plan(case: Resolved, wishes: Wishes) -> Plan | None:
    """The plan for a case; None where the user wants nothing masked.

    Raises UsageFault for a name nobody bears, and where somebody shall be shown whom the case protects.
    """
    _refuse_protected(case, wishes)
    if wishes.unmasked:
        return None
    _check(case, (*wishes.public, *wishes.mask))
    wishes = _with_settings(case, wishes)
    people = [e for e in case.entities.values() if _is_person(case, e, wishes)]
    authors = set(_signatures(case))
    towns = frozenset(_towns(case))
    shown = {e.id for e in people if _stays(case, e, wishes, authors)}
    hidden = [e for e in people if e.id not in shown and not _is_town(case, e, towns, wishes)]
    hidden.sort(key=lambda e: _first(case, e))
    labels = {e.id: f"[person {n}]" for n, e in enumerate(hidden, 1)}
    names = [(form, labels[e.id]) for e in hidden for form in _forms(case, e)]
    kept = {f for e in case.entities.values() if e.id in shown for f in _forms(case, e)} | authors
    names += _stray_names(case, kept, {form for form, _ in names}, len(labels), wishes)
    masked, single = _split(names)
    kept |= {f for e in case.entities.values() if _is_solid(e) for f in _forms(case, e)}
    kept |= {name_words(d.publisher) for d in case.documents.values() if d.publisher}
    long = frozenset(f for f in kept if len(f) > 1 and f not in masked and "and" not in f)
    return Plan(
        labels, masked, single, long, frozenset(shown), towns & set(single), _common(case, single), wishes.hashes
    )


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


def _is_solid(entity: Entity) -> bool:
    """Whether a name of several words is surely a place's or a body's: by a word in it, or by the gazetteer."""
    if entity.type == "person":
        return False
    return bool(place_heads().intersection(name_words(entity.name))) or bool(lookup(entity.name))


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
    return bool(forms & authors) or holds_public_role(case, entity)


def _signatures(case: Resolved) -> Iterator[Name]:
    """Those who sign a report."""
    for document in case.documents.values():
        for author in _AUTHORS.split(document.author or ""):
            name = name_words(author.removeprefix("By ").removeprefix("by "))
            if len(name) > 1:
                yield name


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
    return all(w in towns or w in place_heads() for f in forms for w in f)


def _forms(case: Resolved, entity: Entity) -> Iterator[Name]:
    """Every name of an entity as folded words: names, aliases, mentions that are names."""
    named = [case.referents[r] for r in entity.referents if case.referents[r].named]
    names = {entity.name, *(r.name for r in named), *(a.name for r in named for a in r.aliases)}
    if named:
        names |= {m.quote for _, m in name_mentions(case, entity)}
        own = (c for c in case.claims_of_entity.get(entity.id, ()) if c.property == "alias")
        names |= {c.value.text for c in own if c.value.text and case.entity(c.subject.referent) == entity.id}
    yield from sorted({form for name in names if (form := name_words(name))})


def _stray_names(
    case: Resolved, kept: set[Name], known: set[Name], count: int, wishes: Wishes
) -> list[tuple[Name, str]]:
    """Names in the texts that no person was made of, each with a label of its own; and words masked by hand."""
    found: dict[Name, None] = {n: None for n in map(name_words, wishes.mask) if n and n not in known}
    shown = set(map(name_words, wishes.public)) | kept
    solid = {e.id for e in case.entities.values() if e.type == "person" or _is_solid(e)}
    spans: dict[str, list[tuple[int, int]]] = defaultdict(list)
    for document, mention in case.mentions.values():
        if mention.form == "name" and case.entity(mention.referent) in solid:
            spans[document].append((mention.start, mention.end))
    for ident, origin in case.documents.items():
        found.update(dict.fromkeys(find_strays(origin.text, spans[ident])))
        found.update(dict.fromkeys(find_strays(origin.title or "", ())))
    new = [name for name in found if name not in known and not _inside(name, shown)]
    return [(name, f"[person {count + n}]") for n, name in enumerate(new, 1)]


def _inside(name: Name, others: Iterable[Name]) -> bool:
    return any(name == o[n : n + len(name)] for o in others for n in range(len(o) - len(name) + 1))


def _split(names: list[tuple[Name, str]]) -> tuple[dict[Name, str], dict[str, str]]:
    """Names of several words with every run of two or more inside them; and the words that are masked alone."""
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
    return masked, {word: min(found) if len(found) == 1 else SHARED for word, found in alone.items()}


def _common(case: Resolved, single: dict[str, str]) -> frozenset[str]:
    """Words of the list of English words; and those that no list of names has and that the reports write small."""
    unlisted = {w for w in single if w not in given_names() and w not in surnames()}
    count = dict.fromkeys(unlisted, 0)
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
