"""A second teller's figure in one sentence: "the ministry counted four and the league five", "70 died, or 81 by the union's count"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from rashomon.lexicon.nouns import is_body_noun
from rashomon.model import parts
from rashomon.model.annotation import Quantity
from rashomon.stages.claims.events.figure import Figure, value_of
from rashomon.stages.claims.events.lexicon import is_a
from rashomon.stages.claims.events.persons import is_person
from rashomon.stages.claims.view import SentenceView

_JOINTS = frozenset({"and", "but", "while", ",", ";"})
_OR = frozenset({"or", "and", "though", "but"})
_BY = frozenset({"according", "by", "if", "as", "in", "on", "from"})
_ENDS = frozenset({",", ";", ".", "–", "—", ")", "and", "but", "”", '"'})
_LONGEST = 7
_NAMED = parts.NOUN | parts.DETERMINER | parts.ADJECTIVE | parts.POSSESSIVE
_OWNERS = frozenset({"'", "’", "'s", "’s"})


def retold(sentence: SentenceView, figures: Sequence[Figure]) -> Iterator[Figure]:
    """The figures without a word of harm of their own that another teller sets against one before them, of the same people."""
    taken = {n for f in figures for n in (f.victim, f.trigger.at)}
    for q in sentence.quantities:
        if q.of is not None or q.part is not None or not q.number or {q.token, q.head} & taken:
            continue
        before = [
            f for f in figures if f.last < q.token and f.sort in ("stated", "toll") and f.value.number != q.number
        ]
        first = max(before, key=lambda f: f.last, default=None)
        if first is not None and first.value.part is None and (teller := _second(sentence, first, q)) is not None:
            yield _as_told(sentence, first, q, teller if teller >= 0 else None)


def _second(sentence: SentenceView, first: Figure, quantity: Quantity) -> int | None:
    """Who gives the second figure, -1 where the words behind it say so; None where it is no such figure."""
    start, last = sentence.token_at(quantity.start), sentence.token_at(quantity.end - 1)
    after = sentence.tokens[last + 1].text.lower() if last + 1 < len(sentence) else "."
    if sentence.tokens[start - 1].text.lower() in _OR:
        behind = [t.text.lower() for t in sentence.tokens[last + 1 : last + 3] if t.text != ","]
        by = behind[:1] == ["according"] or behind[:1] == ["by"] or (behind[:1] == ["if"] and first.value.number != 1)
        return -1 if by and _BY & {*behind[:1]} else None
    verb = next((n for n in sentence.up(first.victim) if _counts(sentence.tokens[n].lemma.lower())), None)
    if verb is None or after not in _ENDS:
        return None
    return _named_before(sentence, max(first.last, verb), start)


def _counts(lemma: str) -> bool:
    return is_a(lemma, "gives_toll") or is_a(lemma, "keeps_count")


def _named_before(sentence: SentenceView, begin: int, start: int) -> int | None:
    """The teller between a joint and the figure: "and the farmers' league five"; nothing else may stand there."""
    joint = next(
        (n for n in range(start - 1, max(begin, start - _LONGEST), -1) if sentence.tokens[n].text.lower() in _JOINTS),
        None,
    )
    start -= sentence.tokens[start - 1].text.lower() in ("at", "of", "as")
    words = range(joint + 1, start) if joint is not None else range(0)
    plain = all(sentence.tokens[n].is_a(_NAMED) or sentence.tokens[n].text in _OWNERS for n in words)
    if not words or not plain or any(t.is_a(parts.VERB) for t in sentence.tokens[begin + 1 : start]):
        return None
    mention = sentence.mention_at(start - 1)
    body = mention is not None and mention.type in ("organization", "person")
    return start - 1 if body or is_person(sentence, start - 1) or is_body_noun(sentence.tokens[start - 1]) else None


def _as_told(sentence: SentenceView, first: Figure, quantity: Quantity, teller: int | None) -> Figure:
    begin, last = sentence.token_at(quantity.start), sentence.token_at(quantity.end - 1)
    value = replace(value_of(first.trigger, quantity), of=first.value.of, part=None)
    begin = begin if teller is None else min(begin, teller)
    return replace(first, value=value, sort="stated", other=False, first=begin, last=last,
                   teller=teller, told_at=quantity.token)  # fmt: skip
