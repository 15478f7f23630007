"""Settlements, regions and countries by name, and which lies in which: GeoNames (CC BY 4.0) in one small file."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files
from typing import Literal

from rashomon.text.fold import fold

PlaceKind = Literal["world", "country", "region", "settlement"]
_KINDS: dict[str, PlaceKind] = {"w": "world", "n": "country", "a": "region", "c": "settlement"}


@dataclass(frozen=True, slots=True)
class Place:
    """A place: `country` is ISO 3166 alpha-2, `region` the code of its first-level region, population rounded to 1,000.

    A continent or the like has kind "world" and country "". Coordinates are degrees, None where the source has none.
    """

    name: str
    kind: PlaceKind
    country: str
    region: str
    population: int
    latitude: float | None
    longitude: float | None


@lru_cache(maxsize=8192)
def lookup(name: str) -> tuple[Place, ...]:
    """The places that bear this name, folded: countries, then regions, then settlements by population; () if none."""
    return _lookup(_key(name))


def contains(a: str, b: str) -> bool | None:
    """Whether some place named `a` holds some place named `b`; None where either is unknown.

    A settlement's region and country hold it; a place holds itself. A settlement is not known to hold another, so
    two unlike settlements give False only where their regions differ.
    """
    outer, inner = lookup(a), lookup(b)
    if not outer or not inner:
        return None
    if any(_holds(x, y) for x in outer for y in inner):
        return True
    unsure = any(x.kind == y.kind == "settlement" and _same_region(x, y) for x in outer for y in inner)
    return None if unsure else False


def parents(name: str) -> tuple[str, ...]:
    """Region and country, by name, of the best-known place of this name; () for an unknown place or a country."""
    found = next((p for p in lookup(name) if p.kind in ("region", "settlement")), None)
    if found is None or not found.country:
        return ()
    region = _regions().get((found.country, found.region)) if found.kind == "settlement" else None
    country = _countries().get(found.country)
    return tuple(n for n in (region, country) if n and n != found.name)


def _holds(a: Place, b: Place) -> bool:
    if a == b or (a.kind == b.kind == "world" and a.name == b.name):
        return True
    if not a.country or a.country != b.country:
        return False
    if a.kind == "country":
        return True
    return a.kind == "region" and b.kind == "settlement" and bool(a.region) and a.region == b.region


def _same_region(a: Place, b: Place) -> bool:
    return a.country == b.country and a.region == b.region


def _key(name: str) -> str:
    return fold(name).replace("-", " ").replace("'", "").strip()


@cache
def _lines() -> tuple[str, ...]:
    folder = files("rashomon").joinpath("data/places")
    text = folder.joinpath("gazetteer.tsv").read_text(encoding="utf-8")
    return tuple(line for line in text.split("\n") if line and line[0] != "#")


@cache
def _index() -> dict[str, list[int]]:
    """Folded name -> rows of the gazetteer, in its order (countries, regions, settlements by population)."""
    index: dict[str, list[int]] = {}
    for row, line in enumerate(_lines()):
        fields = line.split("\t")
        names = (fields[1], *fields[7].split("|")) if len(fields) > 7 else (fields[1],)
        for name in names:
            known = index.setdefault(_key(name), [])
            if not known or known[-1] != row:
                known.append(row)
    return index


@cache
def _own() -> dict[str, list[str]]:
    text = files("rashomon").joinpath("data/places/own.tsv").read_text(encoding="utf-8")
    rows = (line.split("\t") for line in text.splitlines() if line and line[0] != "#")
    return {_key(fields[0]): fields for fields in rows}


@lru_cache(maxsize=8192)
def _lookup(key: str) -> tuple[Place, ...]:
    return tuple(_places(key))


def _places(key: str) -> Iterator[Place]:
    own = _own().get(key)
    if own and own[1].startswith("="):
        target = _key(own[1][1:])
        if target != key:
            yield from _lookup(target)
    elif own:
        country, region, *_ = (*own[2:], "", "")
        yield Place(own[0], _KINDS[own[1]], country, region, 0, None, None)
    for row in _index().get(key, ()):
        yield _place(_lines()[row])


def _place(line: str) -> Place:
    kind, name, country, region, people, latitude, longitude, *_ = (line + "\t\t\t\t\t\t").split("\t")
    return Place(
        name, _KINDS[kind], country, region, int(people or 0) * 1000,
        float(latitude) if latitude else None, float(longitude) if longitude else None,
    )  # fmt: skip


@cache
def _regions() -> dict[tuple[str, str], str]:
    places = (_place(line) for line in _lines() if line[0] == "a")
    return {(p.country, p.region): p.name for p in places}


@cache
def _countries() -> dict[str, str]:
    return {p.country: p.name for p in (_place(line) for line in _lines() if line[0] == "n")}
