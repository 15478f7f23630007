"""Where an incident was: the place that most roots give, however many claims and reprints repeat another.

A root is whom a report names as its source; where it names none, its own text: reports that share their wording, or
their outlet, are one. Between two places that equally many give, none is chosen.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from functools import cache
from importlib.resources import files
from itertools import combinations

from rashomon.model.account import Account
from rashomon.model.claim import Claim
from rashomon.stages.link.cluster import Union
from rashomon.stages.link.occasions import Occasion
from rashomon.text.fold import fold_words
from rashomon.text.places import contains, lookup
from rashomon.text.shingles import read_words, sample_hashes

_SHARED = 0.3
"""The part of a text's runs of words that stands in another one, from which on it is no telling of its own."""


def settle_place(
    accounts: Sequence[Account], members: Sequence[Occasion], names: Mapping[str, str], entity_of: Mapping[str, str]
) -> tuple[str | None, tuple[str, ...]]:
    """The place of an incident, None for none or a tie; and all that are given, the best supported narrow ones first."""
    given = [(o.account, c, e) for o in members for c in o.claims if (e := _place(c, entity_of))]
    rest = {p for o in members for p in o.places} - {e for _, _, e in given}
    texts = _texts(accounts, sorted({a for a, _, _ in given})) if len({e for *_, e in given}) > 1 else Union()
    roots: dict[str, set[str]] = defaultdict(set)
    for account, claim, entity in given:
        roots[entity].add(_root(account, claim, texts, entity_of, names))
    support = {e: roots[e].union(*(roots[o] for o in roots if _tells(names[o], names[e]))) for e in roots}
    support |= {place: set() for place in rest}
    ordered = sorted(support, key=lambda p: (_rank(names[p]), -len(support[p]), not lookup(names[p]), p))
    chosen = _choose(_town_first(ordered, support, names), support, names)
    return chosen, tuple(dict.fromkeys([*([chosen] if chosen else []), *ordered]))


def _place(claim: Claim, entity_of: Mapping[str, str]) -> str | None:
    told = claim.property == "place" and claim.stance not in ("denied", "undetermined")
    return entity_of.get(claim.value.referent or "") if told else None


def _root(account: int, claim: Claim, texts: Union, entity_of: Mapping[str, str], names: Mapping[str, str]) -> str:
    """Whom a claim goes back to, where that is somebody who can be known again; else the text that tells it."""
    link = claim.chain[claim.root] if claim.root is not None else None
    if link is None or claim.root == 0 or (link.kind in ("anonymous", "outlet") and not link.referent):
        return texts.find(_text(account))
    entity = entity_of.get(link.referent or "")
    name = names[entity] if entity else link.name
    return f"root {entity or fold_words(name)}" if any(c.isupper() for c in name) else texts.find(_text(account))


def _text(account: int) -> str:
    return f"text {account:09}"


def _texts(accounts: Sequence[Account], numbers: Sequence[int]) -> Union:
    """The reports that tell of one incident, those of one outlet and those that share their wording joined."""
    joined = Union()
    read = numbers if len(numbers) > 1 else ()
    runs = {n: frozenset(sample_hashes(read_words(accounts[n].document.text), sample=1)) for n in read}
    for n in numbers:
        if accounts[n].document.publisher:
            joined.join(_text(n), f"outlet {fold_words(accounts[n].document.publisher or '')}")
    for a, b in combinations(numbers, 2):
        least = min(len(runs[a]), len(runs[b]))
        if least and len(runs[a] & runs[b]) >= _SHARED * least:
            joined.join(_text(a), _text(b))
    return joined


def _tells(other: str, name: str) -> bool:
    """Whether who gives one place gives another by it: "the Karsova fish market" lies in Karsova."""
    inner, outer = set(fold_words(other).split()), set(fold_words(name).split())
    return bool(outer) and outer < inner


def _town_first(ordered: list[str], support: Mapping[str, set[str]], names: Mapping[str, str]) -> list[str]:
    """A hall and the town it stands in: where a source gives both, and nearly as many the town, the town is the place."""
    if not ordered or lookup(names[ordered[0]]):
        return ordered
    first = support[ordered[0]]
    towns = (p for p in ordered if lookup(names[p]) and _rank(names[p]) == _rank(names[ordered[0]]))
    town = next((p for p in towns if support[p] & first and 2 * len(support[p]) >= len(first)), None)
    return ordered if town is None else [town, *(p for p in ordered if p != town)]


def _choose(ordered: Sequence[str], support: Mapping[str, set[str]], names: Mapping[str, str]) -> str | None:
    """The best supported of the narrowest places, unless as many roots give another that it can't lie in."""
    if not ordered:
        return None
    chosen = ordered[0]
    rivals = [p for p in ordered[1:] if _apart(names[chosen], names[p], bool(support[chosen] & support[p]))]
    for rival in rivals:
        own, other = support[chosen] - support[rival], support[rival] - support[chosen]
        if other and len(other) > len(own):
            return _choose([rival, *(p for p in rivals if p != rival)], support, names)
        if other and len(other) == len(own):
            return None
    return chosen


def _apart(a: str, b: str, together: bool) -> bool:
    """Whether two places exclude each other: like ones unless one lies in the other, unlike ones if neither can.

    `together`: a source gives both. Then one may be a part of the other, unless both are known towns. A site says
    little of where its town is, and excludes only another site of a name of its own.
    """
    inside = (contains(a, b), contains(b, a))
    if _tells(a, b) or _tells(b, a) or True in inside or (together and not (lookup(a) and lookup(b))):
        return False
    if is_site(a) or is_site(b):
        return is_site(a) and is_site(b) and not _alike(a, b)
    return _rank(a) == _rank(b) or all(i is False for i in inside)


def _alike(a: str, b: str) -> bool:
    """Whether two sites can be one: by a word that both names have, or because one has no name of its own."""
    plain = a[:1].islower() or b[:1].islower()
    return plain or bool((set(fold_words(a).split()) & set(fold_words(b).split())) - _heads() - {"the"})


@cache
def _heads() -> frozenset[str]:
    text = (files("rashomon") / "data" / "places" / "sites.txt").read_text(encoding="utf-8")
    return frozenset(line for line in text.splitlines() if line and not line.startswith("#"))


def is_site(name: str) -> bool:
    """Whether a place is a building, a street, a checkpoint: within a town, wherever that is."""
    words = fold_words(name).split()
    return name[:1].islower() or (bool(words) and words[-1] in _heads() and not lookup(name))


def _rank(name: str) -> int:
    """Towns before sites in them, these before regions and countries."""
    found = lookup(name)
    if not found:
        return 1 if is_site(name) else 0
    towns = [p for p in found if p.kind == "settlement"]
    wide = found[0]
    # A city that a region is called after is meant by that name.
    if wide.kind == "settlement" or any((t.country, t.region) == (wide.country, wide.region) for t in towns):
        return 0
    return 2 if wide.kind == "region" else 3
