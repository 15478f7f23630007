"""Sums told without their currency, which is that of the sum told shortly before: "He had 60,000 euros. He passed on 15,000 to X"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from rashomon.model import parts
from rashomon.model.claim import Party, Value
from rashomon.stages.claims.payments.found import moved_by
from rashomon.stages.claims.persons.sums import Sum
from rashomon.stages.claims.view import SentenceView, View

_PLAIN = re.compile(r"\d{1,3}(?:,\d{3})+|[1-9]\d{2,}")
_BEHIND = frozenset(("to", "from", "of", "in", "and", "for", "at", "as", "ended", "went", "was", "were", "had", "came", "which", "that", "more"))  # fmt: skip
_OF_IT = frozenset({"it", "them", "this", "that", "which"})
_MOVING = frozenset({"money-pay", "money-give", "money-take", "money-move", "money-come", "money-credit"})
_OF_CROWDS = frozenset({"draw", "gain", "bring", "attract", "send", "earn", "net"})
"""Verbs by which as well people as money come."""
_OF_VOTES = frozenset({"get", "receive", "take", "have", "win"})
"""Verbs by which as well votes come: money, where it is said from whom."""
_SENTENCES = 3


def find_carried(sentence: SentenceView, found: Sequence[Sum], before: str | None) -> Iterator[Sum]:
    """The bare numbers of a sentence that may be money, in the currency of the last sum told; `before` is that of the sentences before."""
    base = sentence.sentence.start
    for n, token in enumerate(sentence.tokens):
        start, end = token.start - base, token.end - base
        told = [s for s in found if s.end <= start]
        currency = told[-1].value.currency if told else before
        if currency is None or not _PLAIN.fullmatch(token.text) or not _stands_alone(sentence, n):
            continue
        if not any(s.start < end and start < s.end for s in found):
            yield Sum(start, end, Value(number=int(token.text.replace(",", "")), bound="exact", currency=currency))


def _stands_alone(sentence: SentenceView, at: int) -> bool:
    """Whether a number counts no noun, and is no day, hour or year."""
    token, nxt = sentence.tokens[at], sentence.tokens[at + 1] if at + 1 < len(sentence) else None
    timed = any(t.start <= token.start < t.end for t in sentence.times)
    counts = token.is_a(parts.COUNTING) and sentence.tokens[token.head].is_a(parts.NOUN)
    after = nxt is None or nxt.is_a(parts.MARK) or nxt.text.lower() in _BEHIND
    return after and not timed and not counts


def is_carried(sentence: SentenceView, found: Sum) -> bool:
    """Whether the words around a bare number move money, and nothing else: "received 15,000 from X", "15,000 of it ended up with X"."""
    moved = moved_by(sentence, found)
    after = [t.text.lower() for t in sentence.tokens[moved.last + 1 : moved.last + 3]]
    of_it = len(after) > 1 and after[0] == "of" and after[1] in _OF_IT
    verb = None if moved.verb is None else sentence.tokens[moved.verb].lemma.lower()
    given = of_it or (verb not in _OF_CROWDS and (verb not in _OF_VOTES or "from" in sentence.words))
    return moved.noun is None and moved.verb_class in _MOVING and given


def is_told_of(view: View, parties: Sequence[Party]) -> bool:
    """Whether somebody is told to have paid or got it: a person, and no march that drew 15,000."""
    sides = (p.referent for p in parties if p.role in ("payer", "payee") and p.referent is not None)
    return any(view.referents[r].type == "person" for r in sides)


def last_currency(sums: Sequence[Sequence[Sum]], index: int) -> str | None:
    """The currency of the last sum in the few sentences before one."""
    for found in reversed(sums[max(0, index - _SENTENCES) : index]):
        if found:
            return max(found, key=lambda s: s.start).value.currency
    return None
