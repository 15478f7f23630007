"""A whole and its parts in one sentence: "46 people died: 29 in the market, 14 at the station and three attackers"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from rashomon.model import parts
from rashomon.model.annotation import Quantity, TimeRef
from rashomon.stages.claims.events.figure import Figure, value_of
from rashomon.stages.claims.events.persons import is_person
from rashomon.stages.claims.events.triggers import Trigger
from rashomon.stages.claims.view import SentenceView

_MARKS = frozenset({":", "–", "—", "--"})
_WHERE = frozenset({"at", "in", "near", "on", "inside", "outside", "behind", "by", "from"})
_JOINTS = frozenset({",", "and", ";"})
_SHORT = 7


def read_parts(sentence: SentenceView, figures: Sequence[Figure]) -> list[Figure]:
    """The figures, those behind the colon as parts of the one before it, where they do not exceed it.

    Rows without a verb of their own ("14 at the station") are added. Parts with days of their own are several
    incidents, not one divided: they are left as they are.
    """
    whole = next(
        (f for f in figures if f.sort in ("stated", "toll") and f.harm in ("killed", "injured") and f.value.number),
        None,
    )
    if whole is not None and (apposed := _apposed(sentence, whole, figures)):
        return sorted([*figures, *apposed], key=lambda f: f.first)
    mark = _mark(sentence, whole) if whole is not None else None
    if (
        whole is None
        or mark is None
        or any(t.type == "DATE" and t.start > sentence.tokens[mark].start for t in sentence.times)
    ):
        return list(figures)
    told = [
        f
        for f in figures
        if f.first > mark and f.harm == whole.harm and f.sort in ("stated", "known") and f.value.number
    ]
    told = [*told, *_rows(sentence, told)] or list(_bare(sentence, whole, mark))
    numbers = [f.value.number or 0 for f in told]
    if len(told) < 2 or sum(numbers) > (whole.value.number or 0) or max(numbers) == whole.value.number:
        return list(figures)
    parts = [_part(sentence, f) for f in told]
    kept = [f for f in figures if not any(f is t for t in told)]
    return sorted([*kept, *parts], key=lambda f: f.first)


def _apposed(sentence: SentenceView, whole: Figure, figures: Sequence[Figure]) -> list[Figure]:
    """Parts between commas that add up to the whole before them: "has risen to eleven, ten strikers and a policeman"."""
    counted = {sentence.token_at(q.start) for q in sentence.quantities}
    commas = (n for n in range(whole.last + 1, len(sentence) - 1) if sentence.tokens[n].text == ",")
    starts = (whole.last + 1, *(n for n in commas if n + 1 in counted and n > whole.last + 1))
    return next((found for at in starts if (found := list(_apposed_from(sentence, whole, figures, at)))), [])


def _apposed_from(sentence: SentenceView, whole: Figure, figures: Sequence[Figure], at: int) -> Iterator[Figure]:
    """The same from one comma on: "killed 71 people in Orvel on Monday, 66 men and five women"."""
    sum_, told = 0.0, []
    known = {f.victim for f in figures}
    while at + 1 < len(sentence) and sentence.tokens[at].text.lower() in _JOINTS and sum_ < (whole.value.number or 0):
        at += sentence.tokens[at + 1].text.lower() == "and"
        quantity = next((q for q in sentence.quantities if sentence.token_at(q.start) == at + 1), None)
        one = sentence.tokens[at + 1].text.lower() in ("a", "an")
        end = quantity.head if quantity is not None else _noun_behind(sentence, at + 1) if one else None
        if end is None or not is_person(sentence, end) or end in known:
            return
        if quantity is not None:
            told.append((quantity, at + 1, end))
        sum_, at = sum_ + ((quantity.number or 0) if quantity is not None else 1), end + 1
    if told and sum_ == whole.value.number:
        for q, first, last in told:
            value = replace(value_of(whole.trigger, q), part=q.of)
            yield Figure(whole.trigger, whole.harm, value, "stated", False, q.head, first, last)


def _noun_behind(sentence: SentenceView, at: int) -> int | None:
    """The noun of "a young policeman", `at` being its article."""
    return next(
        (n for n in range(at + 1, min(at + 4, len(sentence))) if sentence.tokens[n].is_a(parts.COMMON_NOUN)), None
    )


def _mark(sentence: SentenceView, whole: Figure) -> int | None:
    """The colon or dash behind the whole, with no full clause of others between them."""
    return next((n for n in range(whole.last + 1, len(sentence)) if sentence.tokens[n].text in _MARKS), None)


def _rows(sentence: SentenceView, told: Sequence[Figure]) -> Iterator[Figure]:
    """Figures behind the first part that share its verb: "..., 14 at the bus station"."""
    if not told:
        return
    known = {f.victim for f in told}
    for quantity in sentence.quantities:
        over = max((f for f in told if f.first < quantity.token), key=lambda f: f.first, default=None)
        if over is None or quantity.head in known or quantity.token in known or not quantity.number:
            continue
        first, last = sentence.token_at(quantity.start), sentence.token_at(quantity.end - 1)
        if sentence.tokens[first - 1].text.lower() not in _JOINTS or not _stands_alone(sentence, quantity, last):
            continue
        end = _phrase_end(sentence, last + 1)
        yield Figure(
            over.trigger, over.harm, value_of(over.trigger, quantity), "stated", False, quantity.token, first, end
        )


def _bare(sentence: SentenceView, whole: Figure, mark: int) -> Iterator[Figure]:
    """Parts without a verb that add up to the whole and end the sentence: "31 were killed: 28 farmers and three guards"."""
    behind = [q for q in sentence.quantities if q.token > mark]
    people = all(q.number and q.of and is_person(sentence, q.head) for q in behind)
    joined = all(sentence.tokens[sentence.token_at(q.start) - 1].text.lower() in _JOINTS for q in behind[1:])
    if not behind or not people or not joined or sentence.token_at(behind[0].start) != mark + 1:
        return
    if sum(q.number or 0 for q in behind) != whole.value.number:
        return
    for q in behind:
        first = sentence.token_at(q.start)
        yield Figure(whole.trigger, whole.harm, value_of(whole.trigger, q), "stated", False, q.head, first, q.head)


def _stands_alone(sentence: SentenceView, quantity: Quantity, last: int) -> bool:
    people = quantity.of is None or is_person(sentence, quantity.head)
    return people and last + 1 < len(sentence) and sentence.tokens[last + 1].text.lower() in _WHERE


def _part(sentence: SentenceView, figure: Figure) -> Figure:
    """The figure with the words that say which part it is: where, else who."""
    if figure.value.part:
        return replace(figure, sort="stated")
    after_number = _place_words(sentence, figure.victim + 1)
    after_verb = _place_words(sentence, figure.trigger.at + 1) if figure.trigger.at > figure.victim else None
    part = after_number or after_verb or figure.value.of
    return replace(figure, value=replace(figure.value, part=part), sort="stated")


def _place_words(sentence: SentenceView, at: int | None) -> str | None:
    if at is None or at >= len(sentence) or sentence.tokens[at].text.lower() not in _WHERE:
        return None
    end = _phrase_end(sentence, at)
    return sentence.quote(at, end).quote if end - at < _SHORT else None


def _phrase_end(sentence: SentenceView, at: int) -> int:
    """The last token of a prepositional phrase: up to the next comma, joint or stop."""
    end = at
    while end + 1 < len(sentence) and sentence.tokens[end + 1].text.lower() not in (",", "and", ";", ".", ":", ")"):
        end += 1
    return end


def find_total(figures: Sequence[Figure], times: Sequence[tuple[TimeRef, Trigger]]) -> Figure | None:
    """ "75 dead: 21 on 3 May, 11 on 9 May and 43 on 12 June": the figure that is of several incidents, not of the first."""
    first = next((f for f in figures if f.sort in ("stated", "toll") and f.value.number), None)
    if first is None:
        return None
    rest = [
        f for f in figures if f.first > first.last and f.harm == first.harm and f.sort == "stated" and f.value.number
    ]
    days = [{(x.earliest, x.latest) for x, t in times if t.at == f.trigger.at and x.type == "DATE"} for f in rest]
    apart = len(rest) > 1 and all(days) and len(set.union(*days)) == len(rest)
    own = not any(f.trigger.at == first.trigger.at for f in rest)
    return first if apart and own and sum(f.value.number or 0 for f in rest) == first.value.number else None
