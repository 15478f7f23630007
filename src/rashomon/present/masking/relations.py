"""What identifies somebody by relation ("the 19-year-old daughter of the former mayor"): no mask can hide it, so it is listed."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from rashomon.present.masking.lists import public_roles, relations
from rashomon.present.masking.plan import Plan
from rashomon.present.masking.tokens import Word, words
from rashomon.present.resolve import Resolved

REACH = 7
"""Words within which the one to whom somebody belongs is named."""
_OF = frozenset({"of", "to", "for"})


class Relation(NamedTuple):
    """A phrase of a masked text, with the file it stands in and its offsets there."""

    file: str
    start: int
    end: int
    quote: str


def find_relations(masked: Resolved, plan: Plan) -> Iterator[Relation]:
    """Phrases in a masked case that say of somebody whose relative, driver, neighbour they are, where that one can be known."""
    shown = frozenset(w for name in plan.kept for w in name if len(w) > 2)
    for document in masked.documents.values():
        found = words(document.text)
        for at, word in enumerate(found):
            span = _phrase(document.text, found, at, shown) if word.folded in relations() else None
            if span:
                yield Relation(document.file, *span, " ".join(document.text[span[0] : span[1]].split()))


def _phrase(text: str, found: list[Word], at: int, shown: frozenset[str]) -> tuple[int, int] | None:
    """From where to where such a phrase stands around a noun for a relative; None where there is none."""
    after = found[at + 1 : at + 1 + REACH]
    if after and after[0].folded in _OF and _in_one(text, found[at], after[0]):
        known = next((w for w in after[1:] if _is_known(text, w, shown)), None)
        if known and not re.search(r"[.;\n]\s", text[found[at].end : known.start]):
            return _begin(text, found, at), known.end
    for before in reversed(found[max(0, at - 4) : at]):
        owner = text[before.end : before.end + 2] in ("'s", "’s") and _is_known(text, before, shown)
        if owner and not re.search(r"[.;\n]", text[before.end : found[at].start]):
            return before.start, found[at].end
    return None


def _in_one(text: str, first: Word, second: Word) -> bool:
    return text[first.end : second.start] == " "


def _begin(text: str, found: list[Word], at: int) -> int:
    """Where the phrase begins: an age or an adjective before the noun belongs to it."""
    first = at
    while first and at - first < 4 and text[found[first - 1].end : found[first].start] in (" ", "-"):
        first -= 1
    return found[first].start


def _is_known(text: str, word: Word, shown: frozenset[str]) -> bool:
    """Whether a word names somebody who is shown, or an office that few hold."""
    return (text[word.start].isupper() and word.folded in shown) or word.folded in _offices()


@cache
def _offices() -> frozenset[str]:
    return frozenset(role for role, firm in public_roles().items() if firm == "firm" or role in ("president", "king"))
