"""Which documents are about one affair, as far as names tell: what two namesakes need to be one."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from rashomon.model.account import Account
from rashomon.model.annotation import Referent
from rashomon.stages.link.bearers import name_words
from rashomon.text.calendar import days_between
from rashomon.text.places import lookup

FAR_DAYS = 730
_KNOWN_FROM = 5
_COMMON = 3
"""So many names that many reports hold say as much, together, as one that few hold: all reports of one affair hold them."""


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What stands around the names of one document: the other names in it, where it plays, when it was published."""

    companions: frozenset[str]
    regions: frozenset[str]
    published: str | None
    common: frozenset[str] = frozenset()


class Around(dict[str, Surroundings]):
    """The surroundings of each document by its id; what those of several documents come to is put together once."""

    def __init__(self, found: Mapping[str, Surroundings]) -> None:
        super().__init__(found)
        self._joined: dict[frozenset[str], tuple[frozenset[str], frozenset[str]]] = {}

    def names(self, documents: frozenset[str]) -> tuple[frozenset[str], frozenset[str]]:
        """The telling and the common names around any of these documents."""
        if documents not in self._joined:
            telling = frozenset[str]().union(*(self[d].companions for d in documents))
            self._joined[documents] = telling, frozenset[str]().union(*(self[d].common for d in documents))
        return self._joined[documents]


def _region(name: str) -> str | None:
    found = next((p for p in lookup(name) if p.kind != "world"), None)
    return None if found is None else f"{found.country} {found.region}"


def survey(accounts: Sequence[Account]) -> Around:
    """The surroundings of each document by its id.

    Names that few documents hold are telling each alone; people and places that many hold, several together.
    """
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

    def common(document: str) -> frozenset[str]:
        return frozenset(n for n in names[document] if often[n] > limit and not n.startswith("organization"))

    return Around(
        {
            a.document.id: Surroundings(
                frozenset(n for n in names[a.document.id] if 1 < often[n] <= limit),
                frozenset(
                    filter(None, (_region(r.name) for r in a.annotations.referents if r.type == "place" and r.named))
                ),
                a.document.published,
                common(a.document.id),
            )
            for a in accounts
        }
    )


def part_namesakes(key: str, referents: Sequence[Referent], around: Around) -> list[list[Referent]]:
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
    parts = _of_one_affair([p for p in parts if p], key, around)
    if " " not in key.split(" ", 1)[1]:
        return parts
    if max(map(len, parts)) >= _KNOWN_FROM:
        return [list(referents)]
    return _rejoin(parts, around)


def _are_several(common: frozenset[str]) -> bool:
    """Whether common names that two sides share tell, together, of one affair: towns alone, of one country, do not.

    A place that no gazetteer has is the affair's own: the mall, the mill, the quarry.
    """
    own = any(n.startswith("place ") and not lookup(n.removeprefix("place ")) for n in common)
    return len(common) >= _COMMON and (own or any(name.startswith("person") for name in common))


def _of_one_affair(parts: list[list[Referent]], key: str, around: Around) -> list[list[Referent]]:
    """Parts whose documents have several common names beside this one in common become one."""
    kept: list[list[Referent]] = []
    for part in parts:
        own = around[part[0].document].common - {key}
        home = next((k for k in kept if _are_several(own & around[k[0].document].common)), None)
        if home is None:
            kept.append([*part])
        else:
            home.extend(part)
    return kept


def _rejoin(parts: list[list[Referent]], around: Around) -> list[list[Referent]]:
    """Parts that neither time nor region holds apart become one again."""
    kept: list[list[Referent]] = []
    for part in parts:
        home = next((k for k in kept if not _apart(k[0], part[0], around)), None)
        if home is None:
            kept.append(part)
        else:
            home.extend(part)
    return kept


def _apart(a: Referent, b: Referent, around: Around) -> bool:
    return _are_apart(around[a.document], around[b.document])


def _are_apart(one: Surroundings, two: Surroundings) -> bool:
    days = days_between(one.published, two.published)
    if days is not None and abs(days) > FAR_DAYS:
        return True
    return bool(one.regions and two.regions and not one.regions & two.regions)


def far_apart(a: frozenset[str], b: frozenset[str], around: Around) -> bool:
    """Whether time or region holds all documents of one side apart from all of the other."""
    return all(_are_apart(around[x], around[y]) for x in a for y in b)


def shared_companions(a: frozenset[str], b: frozenset[str], around: Around) -> int:
    """How many telling names the documents of one side share with those of the other; several common ones are one more."""
    (telling, common), (others, their_common) = around.names(a), around.names(b)
    return len(telling & others) + _are_several(common & their_common)
