"""Which documents are about one affair, as far as names tell: what two namesakes need to be one."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from heapq import nsmallest

from rashomon.model.account import Account
from rashomon.model.annotation import Referent
from rashomon.stages.link.bearers import name_words
from rashomon.text.calendar import days_between
from rashomon.text.places import lookup

FAR_DAYS = 730
_KNOWN_FROM = 5
_COMPANIONS = 40


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What stands around the names of one document: the other names in it, where it plays, when it was published."""

    companions: frozenset[str]
    regions: frozenset[str]
    published: str | None


def _region(name: str) -> str | None:
    found = next((p for p in lookup(name) if p.kind != "world"), None)
    return None if found is None else f"{found.country} {found.region}"


def survey(accounts: Sequence[Account]) -> dict[str, Surroundings]:
    """The surroundings of each document by its id; names that a tenth of a large case holds tell nothing."""
    names = {
        a.document.id: {
            f"{r.type} {' '.join(name_words(r.type, r.name))}"
            for r in a.annotations.referents
            if r.named and r.type in ("person", "organization", "place")
        }
        for a in accounts
    }
    often = Counter(n for found in names.values() for n in found)
    limit = max(10, len(accounts) // 50)
    return {
        a.document.id: Surroundings(
            frozenset(sorted((n for n in names[a.document.id] if 1 < often[n] <= limit), key=lambda n: (often[n], n))[:_COMPANIONS]),
            frozenset(filter(None, (_region(r.name) for r in a.annotations.referents if r.type == "place" and r.named))),
            a.document.published,
        )
        for a in accounts
    }  # fmt: skip


def part_namesakes(key: str, referents: Sequence[Referent], around: dict[str, Surroundings]) -> list[list[Referent]]:
    """Referents of one full name, parted where nothing but the name joins their documents: no other name, region or time.

    A full name that several documents of one affair hold is a known one, and all its documents are taken for it; one word
    alone never is.
    """
    if len({r.document for r in referents}) < 2:
        return [list(referents)]
    parts: list[list[Referent]] = []
    holders: dict[str, int] = {}
    for referent in referents:
        near = around[referent.document].companions - {key}
        found = sorted({holders[n] for n in near if n in holders})
        home = found[0] if found else len(parts)
        if not found:
            parts.append([])
        for other in found[1:]:
            parts[home].extend(parts[other])
            parts[other] = []
            holders.update({n: home for n, at in holders.items() if at == other})
        parts[home].append(referent)
        holders.update(dict.fromkeys(near, home))
    parts = [p for p in parts if p]
    if " " not in key.split(" ", 1)[1]:
        return parts
    if max(map(len, parts)) >= _KNOWN_FROM:
        return [list(referents)]
    return _rejoin(parts, around)


def _rejoin(parts: list[list[Referent]], around: dict[str, Surroundings]) -> list[list[Referent]]:
    """Parts that neither time nor region holds apart become one again."""
    kept: list[list[Referent]] = []
    for part in parts:
        home = next((k for k in kept if not _apart(k[0], part[0], around)), None)
        if home is None:
            kept.append(part)
        else:
            home.extend(part)
    return kept


def _apart(a: Referent, b: Referent, around: dict[str, Surroundings]) -> bool:
    one, two = around[a.document], around[b.document]
    days = days_between(one.published, two.published)
    if days is not None and abs(days) > FAR_DAYS:
        return True
    return bool(one.regions and two.regions and not one.regions & two.regions)


def shared_companions(a: frozenset[str], b: frozenset[str], around: dict[str, Surroundings]) -> int:
    """How many telling names the documents of one side share with those of the other."""
    return len(_names(a, around) & _names(b, around))


@lru_cache(maxsize=4096)
def _first(documents: frozenset[str]) -> tuple[str, ...]:
    """Twenty of them, the same ones each time: a name that a whole case holds is asked for again and again."""
    return tuple(nsmallest(20, documents))


def _names(documents: frozenset[str], around: dict[str, Surroundings]) -> set[str]:
    found: dict[str, None] = defaultdict()
    for document in _first(documents):
        found.update(dict.fromkeys(around[document].companions))
    return set(found)
