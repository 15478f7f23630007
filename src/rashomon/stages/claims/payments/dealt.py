"""Whose each of several sums is: of "gave 5,000 euros to X and 3,000 to Y", "paid X 5,000 euros and Y 3,000" to each his own."""

from __future__ import annotations

from collections.abc import Sequence

from rashomon.model.claim import Party
from rashomon.stages.claims.contacts.party import party
from rashomon.stages.claims.payments.found import Moved
from rashomon.stages.claims.persons.sums import Sum
from rashomon.stages.claims.view import SentenceView, View


def dealt_to(
    view: View, sentence: SentenceView, sums: Sequence[Sum], moved: Moved, parties: tuple[Party, ...]
) -> tuple[Party, ...]:
    """The parties of one sum among several of one verb: who got it stands right beside it, where that is told of this one."""
    base = sentence.sentence.start
    firsts = [n for s in sums if (n := sentence.token_at(base + s.start)) != moved.first]
    if moved.verb is None or not any(n > moved.verb for n in firsts) or moved.first < moved.verb:
        return parties
    others = {_named_before(sentence, n) for n in firsts if n > moved.first}
    parties = tuple(p for p in parties if p.role != "payee" or p.referent is None or p.referent not in others)
    behind = _behind(sentence, moved.last)
    who = behind if behind is not None else _before(sentence, moved, firsts)
    payee = None if who is None else party(view, sentence, who, "payee", states=True)
    return parties if payee is None else (*(p for p in parties if p.role != "payee"), payee)


def _behind(sentence: SentenceView, last: int) -> int | None:
    """Of "3,000 to Y" Y."""
    prep = last + 1 < len(sentence) and sentence.tokens[last + 1].text.lower() == "to"
    return sentence.noun_after(last + 1) if prep else None


def _before(sentence: SentenceView, moved: Moved, firsts: Sequence[int]) -> int | None:
    """Of "and Y 3,000" Y: a name right before a sum that is not the first."""
    mention = sentence.mention_at(moved.first - 1)
    later = any((moved.verb or 0) < n < moved.first for n in firsts)
    return mention.head if later and mention is not None and mention.form == "name" else None


def _named_before(sentence: SentenceView, first: int) -> str | None:
    """Who is named right before another sum."""
    mention = sentence.mention_at(first - 1)
    return mention.referent if mention is not None and mention.form == "name" else None
