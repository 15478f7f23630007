"""Parts of a figure that no word of harm of their own tells: "11 of whom taught there", "37 of them badly"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from rashomon.model import parts
from rashomon.model.annotation import Quantity
from rashomon.model.claim import Value
from rashomon.stages.claims.events.figure import Figure
from rashomon.stages.claims.events.lexicon import is_a
from rashomon.stages.claims.events.persons import is_included, is_person
from rashomon.stages.claims.events.triggers import Trigger
from rashomon.stages.claims.view import SentenceView

_THEM = ("whom", "them", "these", "those")
_ENDS = (",", ";", ":", ".", "–", "—", "and", "while", "but")
_NEAR = 18
_STATED = ("stated", "toll", "known")


def shares_of(sentence: SentenceView, figures: Sequence[Figure], triggers: Sequence[Trigger]) -> Iterator[Figure]:
    """The parts, each of the figure that stands nearest before it, smaller than that where it has a number."""
    included = list(_included(sentence))
    taken = {n for f in figures for n in (f.victim, f.trigger.at)}
    for q in sentence.quantities:
        told = _is_of_them(q) or q in included
        if q.number is None or not told or {q.token, q.head} & taken:
            continue
        before = (f for f in figures if f.victim < q.token and f.sort in _STATED)
        whole = max(before, key=lambda f: f.victim, default=None)
        # "54 people including eight girls were killed": the word of harm behind the part is that of the whole.
        shared = whole.trigger if whole is not None and q in included else None
        if _has_harm(sentence, q, [t for t in triggers if t is not shared]):
            continue
        if whole is not None and (whole.value.number is None or whole.value.number > q.number):
            yield _share(sentence, whole, q)


def _is_of_them(quantity: Quantity) -> bool:
    return (quantity.part or "").lower().split()[-1:] in [[w] for w in _THEM]


def _included(sentence: SentenceView) -> Iterator[Quantity]:
    """ "Including five children and two women": people counted behind "including", and what "and" adds to them."""
    last: Quantity | None = None
    for q in sentence.quantities:
        named = q.part is not None and not _is_of_them(q)
        people = named or (
            q.of is not None and is_person(sentence, q.head) and not is_a(_noun(sentence, q), "household")
        )
        joined = last is not None and sentence.text[last.end : q.start].strip() in (",", "and", ", and", "&", "")
        last = q if people and (is_included(sentence, q) or joined) else None
        if last is not None:
            yield last


def _noun(sentence: SentenceView, quantity: Quantity) -> str:
    return sentence.tokens[quantity.head].lemma.lower()


def _has_harm(sentence: SentenceView, quantity: Quantity, triggers: Sequence[Trigger]) -> bool:
    """Whether the part has a word of harm in its own clause, which counts it itself: "two of whom died"."""
    last = end = sentence.token_at(quantity.end - 1)
    while end + 1 < len(sentence) and sentence.tokens[end + 1].text.lower() not in _ENDS:
        end += 1
    return any(last < t.at <= end and t.harm != "none" for t in triggers)


def _share(sentence: SentenceView, whole: Figure, quantity: Quantity) -> Figure:
    if quantity.part is None:
        value = _value(whole, quantity, quantity.of)
        first, last = sentence.token_at(quantity.start), max(quantity.head, quantity.token)
        share = replace(whole, value=replace(value, of=quantity.of), sort="stated", victim=quantity.head)
        return replace(share, first=_reach(whole, first, last), last=last)
    first, end = sentence.token_at(quantity.start), quantity.token + 2
    if (who := _apposed(sentence, end + 1)) is not None:
        value = replace(_value(whole, quantity, quantity.part), of=sentence.quote(end + 1, who).quote)
        share = replace(whole, value=value, sort="stated", victim=quantity.token)
        return replace(share, first=_reach(whole, first, who), last=who)
    degree = end + 1 < len(sentence) and is_a(sentence.tokens[end + 1].text.lower(), "part_degree")
    last = end + 1 if degree else end
    part = sentence.tokens[last].text if degree else quantity.part
    last = min(last, len(sentence) - 1)
    value = _value(whole, quantity, part)
    share = replace(whole, value=value, sort="stated", victim=quantity.token)
    return replace(share, first=_reach(whole, first, last), last=last)


def _apposed(sentence: SentenceView, at: int) -> int | None:
    """ "Eighteen of them foreigners", "seven of whom small children": the noun that says who they are."""
    while at < len(sentence) and sentence.tokens[at].is_a(parts.ADJECTIVE):
        at += 1
    told = at < len(sentence) and sentence.tokens[at].is_a(parts.PLURAL_NOUN) and is_person(sentence, at)
    return at if told else None


def _value(whole: Figure, quantity: Quantity, part: str | None) -> Value:
    """The whole's value with the number of its part."""
    told = replace(whole.value, number=quantity.number, bound=quantity.bound, part=part)
    whose = quantity.part.split()[-1] if quantity.part and not _is_of_them(quantity) else told.of
    return replace(told, of=whose, text=None, includes=(), excludes=())


def _reach(whole: Figure, first: int, last: int) -> int:
    """Where the quote of a part begins: at the word of harm that holds for it, where that stands near before."""
    return min(first, whole.trigger.at) if last - whole.trigger.at < _NEAR else first
