"""Whether a bare surname may be another's: of a family told of together, which one "Tarn" is stays open."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from rashomon.model.annotation import Mention, Referent
from rashomon.stages.claims.view import SentenceView, View
from rashomon.stages.claims.wordlists import word_list
from rashomon.text.fold import fold_words

_REACH = 8
_KEPT = 256
"""Surnames of which it is remembered whether the text shares them: each is asked for with every accusation of its bearer."""


def may_be_another(view: View, sentence: SentenceView, at: int) -> bool:
    """True for a surname alone that somebody else, named in full shortly before, bears too."""
    mention = sentence.mention_at(at)
    return mention is not None and is_open_surname(view, mention)


def is_open_surname(view: View, mention: Mention, gender: str | None = None) -> bool:
    """The same of a mention; of a gender only, where a pronoun tells it."""
    if mention.form != "name" or mention.referent is None or " " in mention.quote.strip():
        return False
    own = view.referents.get(mention.referent)
    if own is None or own.type != "person":
        return False
    surname = _parts(mention.quote)
    if _is_shared(view.text, mention.quote.strip(), own.name):
        return True
    return any(
        _is_namesake(own, other, surname) and _is_near(view, other, mention)
        for other in view.referents.values()
        if other.id != own.id and other.type == "person" and other.named
        if gender is None or other.gender in {None, gender}
    )


def _is_namesake(own: Referent, other: Referent, surname: tuple[str, ...]) -> bool:
    mine, theirs = _parts(own.name), _parts(other.name)
    return len(theirs) > 1 and theirs[-1:] == surname and mine[-1:] == surname and mine[0] != theirs[0]


@cache
def _parts(name: str) -> tuple[str, ...]:
    return tuple(fold_words(name).split())


@lru_cache(maxsize=_KEPT)
def _is_shared(text: str, surname: str, name: str) -> bool:
    """Whether the text has the surname behind a given name that is a title too, so that nobody was read: "Don Brill"."""
    own = _parts(name)
    if len(own) < 2 or surname not in text:
        return False
    before = re.findall(r"\b([A-Z][a-z]+) (?:[A-Z]\.? )?" + re.escape(surname) + r"\b", text)
    return any(w.lower() in _titles() and w.lower() not in own for w in before)


@cache
def _titles() -> frozenset[str]:
    """Titles that are given names too."""
    return word_list("who", "given.tsv") & word_list("who", "titles.tsv")


def _is_near(view: View, other: Referent, mention: Mention) -> bool:
    named = (m for m in view.mentions_of[other.id] if m.form == "name" and " " in m.quote)
    return any(0 <= mention.sentence - m.sentence <= _REACH for m in named)
