"""That there was none of a kind of people: "there were no civilians", "not one soldier"; and words that tell of some."""

from __future__ import annotations

import re
from functools import cache
from importlib.resources import files

_NONE = re.compile(
    r"\bthere (?:was|were|had been|have been|has been) (?:no|not (?:one|any|a single|an?)|never an?y?) (?P<who>[^\W\d_]+)\b",
    re.I,
)
_NO = re.compile(r"\b(?:no|not|never|none|without|nor)\b|n['’] ?t\b", re.I)
_DEAD = re.compile(r"\b(?:dead|killed|died|victims?|bodies|slain|murdered|massacred)\b", re.I)
_WORD = re.compile(r"[^\W\d_]+")


def says_none(text: str) -> bool:
    """Whether a text says that there were none of some people."""
    return _NONE.search(text) is not None


def denied_presence(no: str, yes: str, *, of_one: bool, strictly: bool) -> str | None:
    """The people of whom one text says that there were none and of whom the other tells; None where both can be true.

    Where soldiers were not, a speaker's own later words may have them. That no civilians were there contradicts who says
    that such people died, another voice only in the same report or of the same deed.
    """
    found = _NONE.search(no)
    if found is None or _NO.search(yes):
        return None
    who = found["who"].lower()
    group = _group(who)
    told = group is not None and not group.isdisjoint(_WORD.findall(yes.lower()))
    died = group == _unarmed() and _DEAD.search(yes) is not None
    if (strictly and not (of_one and died)) or (group == _unarmed() and not died):
        return None
    return who if told else None


def _group(word: str) -> frozenset[str] | None:
    return next((group for group in (_unarmed(), *_bodies()) if word in group), None)


@cache
def _unarmed() -> frozenset[str]:
    return frozenset(word for line in _lines("unarmed.txt") for word in line.split())


@cache
def _bodies() -> tuple[frozenset[str], ...]:
    return tuple(frozenset(line.split("\t")[1].split()) for line in _lines("actors.tsv"))


def _lines(name: str) -> list[str]:
    text = (files("rashomon.data") / "weigh" / name).read_text(encoding="utf-8")
    return [line for line in text.splitlines() if line and not line.startswith("#")]
