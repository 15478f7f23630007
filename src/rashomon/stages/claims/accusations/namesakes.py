"""Whether a bare surname may be another's: of a family told of together, which one "Tarn" is stays open."""

from __future__ import annotations

from functools import cache

from rashomon.model.annotation import Mention, Referent
from rashomon.stages.claims.view import SentenceView, View
from rashomon.text.fold import fold_words

_REACH = 8


def may_be_another(view: View, sentence: SentenceView, at: int) -> bool:
    """True for a surname alone that somebody else, named in full shortly before, bears too."""
    mention = sentence.mention_at(at)
    if mention is None or mention.form != "name" or mention.referent is None or " " in mention.quote.strip():
        return False
    own = view.referents.get(mention.referent)
    if own is None or own.type != "person":
        return False
    surname = _parts(mention.quote)
    return any(
        _is_namesake(own, other, surname) and _is_near(view, other, mention)
        for other in view.referents.values()
        if other.id != own.id and other.type == "person" and other.named
    )


def _is_namesake(own: Referent, other: Referent, surname: tuple[str, ...]) -> bool:
    mine, theirs = _parts(own.name), _parts(other.name)
    return len(theirs) > 1 and theirs[-1:] == surname and mine[-1:] == surname and mine[0] != theirs[0]


@cache
def _parts(name: str) -> tuple[str, ...]:
    return tuple(fold_words(name).split())


def _is_near(view: View, other: Referent, mention: Mention) -> bool:
    named = (m for m in view.mentions_of[other.id] if m.form == "name" and " " in m.quote)
    return any(0 <= mention.sentence - m.sentence <= _REACH for m in named)
