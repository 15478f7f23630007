"""Towns of one name, told apart by what stands beside them: "Orvel, Zubrania" and "Orvel, Marland"."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from itertools import pairwise

from rashomon.model.account import Account
from rashomon.model.annotation import Mention, Referent
from rashomon.stages.link.affairs import Around
from rashomon.text.fold import fold_words
from rashomon.text.places import contains, lookup

Beside = Mapping[str, frozenset[str]]
"""Referent of a place -> the names of the wider places that its report sets behind it."""
_ADJECTIVE = re.compile(r"\b([A-Z]\w{3,}(?:an|ese|ish)) (?:capital|town|city|village|port)(?: of)? $")
_REACH, _STEM = 50, 5
_GAP = (", ", " in ", ", in ", " (")
_ABBREVIATED = 4


def read_beside(accounts: Sequence[Account]) -> dict[str, frozenset[str]]:
    """What stands beside each place: the place named right behind it."""
    found: dict[str, set[str]] = {}
    for account in accounts:
        text = account.document.text
        places = [m for m in account.annotations.mentions if m.type == "place" and m.form == "name" and m.referent]
        for one, two in pairwise(places):
            if text[one.end : two.start] in _GAP and _closes(text, two) and not _is_country(one.quote):
                found.setdefault(str(one.referent), set()).add(two.quote)
        for one in places:
            if told := _ADJECTIVE.search(text[max(0, one.start - _REACH) : one.start]):
                found.setdefault(str(one.referent), set()).add(told.group(1))
    return {ident: frozenset(names) for ident, names in found.items()}


def _is_country(name: str) -> bool:
    """Whether nothing wider can stand beside a name."""
    return any(p.kind in ("country", "world") for p in lookup(name)[:1])


def _closes(text: str, wider: Mention) -> bool:
    """Whether the second name is no further item of a list: "in Orvel, Tarn and Ilm"."""
    behind = text[wider.end : wider.end + 5]
    return not behind.startswith((" and ", " or ", " & "))


def part_towns(referents: Sequence[Referent], beside: Beside, around: Around) -> list[list[Referent]]:
    """Referents of one name, those apart that lie in places which exclude each other; the rest go where their report leads."""
    parts: list[list[Referent]] = []
    bare: list[Referent] = []
    for referent in referents:
        told = beside.get(referent.id)
        if not told:
            bare.append(referent)
            continue
        home = next((p for p in parts if not any(_exclude(told, beside[r.id]) for r in p)), None)
        if home is None:
            parts.append([referent])
        else:
            home.append(referent)
    if not parts:
        return [list(referents)]
    for referent in bare:
        near = around[referent.document].companions
        best = max(parts, key=lambda p: (max(len(near & around[r.document].companions) for r in p), len(p)))
        best.append(referent)
    return parts


def _exclude(a: frozenset[str], b: frozenset[str]) -> bool:
    return all(_differ(x, y) for x in a for y in b)


def _differ(a: str, b: str) -> bool:
    """Whether two wider places cannot both hold one town, as far as is known."""
    if fold_words(a) == fold_words(b) or min(len(a.rstrip(".")), len(b.rstrip("."))) < _ABBREVIATED:
        return False
    if fold_words(a)[:_STEM] == fold_words(b)[:_STEM]:
        # "the Zubranian town of" and "Zubrania"
        return False
    known = lookup(a), lookup(b)
    if all(known):
        return contains(a, b) is False and contains(b, a) is False
    # A country against something unknown may be its province; two unknown ones are taken for two of one kind.
    return not any(known)
