"""Sums of money in a sentence's words: number, bound and currency."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from rashomon.model.annotation import Bound
from rashomon.model.claim import Value
from rashomon.stages.claims.persons.lexicon import currencies

_SCALE = {"thousand": 1e3, "million": 1e6, "billion": 1e9, "m": 1e6, "bn": 1e9, "k": 1e3}
_NUMBER = r"(?P<n{0}>\d[\d,]*(?:\.\d+)?)[\s-]?(?P<s{0}>(?i:thousand|million|billion|m|bn|k)\b)?"
_BOUNDS: tuple[tuple[str, Bound], ...] = (
    ("up to", "at_most"), ("upto", "at_most"), ("as much as", "at_most"), ("more than", "more_than"),
    ("over", "more_than"), ("at least", "at_least"), ("about", "about"), ("around", "about"), ("nearly", "about"),
    ("almost", "about"), ("some", "about"), ("roughly", "about"), ("under", "fewer_than"), ("less than", "fewer_than"),
)  # fmt: skip


@cache
def _money() -> re.Pattern[str]:
    """A sign before a number, or a number before a currency's word, with one word between ("Turkish lira")."""
    forms = sorted((f for f in currencies() if f.isascii() and f.isalpha()), key=len, reverse=True)
    return re.compile(
        rf"(?P<sign>US\$|[$€£₺₽₴₹¥₪₦])\s?{_NUMBER.format(1)}\b"
        rf"|\b{_NUMBER.format(2)}[\s-](?:[A-Z]\w+\s)?(?P<word>(?i:{'|'.join(forms)}))\b"
    )


@dataclass(frozen=True, slots=True)
class Sum:
    """A sum, with the range of its words in the sentence, the bound's words included."""

    start: int
    end: int
    value: Value


def find_sums(words: str) -> Iterator[Sum]:
    """Every sum in the words of a sentence whose currency is known."""
    if not any(c.isdigit() for c in words):
        return
    for found in _money().finditer(words):
        code = currencies().get((found["sign"] or found["word"] or "").lower())
        if code is None:
            continue
        number, scale = (found["n1"], found["s1"]) if found["sign"] else (found["n2"], found["s2"])
        amount = float(number.replace(",", "")) * _SCALE.get((scale or "").lower(), 1)
        before = words[: found.start()].rstrip().casefold()
        phrase, bound = next(((p, b) for p, b in _BOUNDS if before.endswith(p)), ("", None))
        start = (
            len(before) - len(phrase)
            if phrase and len(before) == len(words[: found.start()].rstrip())
            else found.start()
        )
        whole = int(amount) if amount.is_integer() else amount
        yield Sum(start, found.end(), Value(number=whole, bound=bound or "exact", currency=code))
