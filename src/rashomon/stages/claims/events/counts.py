"""How many a word of harm befell: the figures of its victims, with the words that carry them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from rashomon.model import parts
from rashomon.model.annotation import Quantity
from rashomon.model.claim import Value
from rashomon.stages.claims.events.counted import counted_out_of, counted_they, counted_within
from rashomon.stages.claims.events.figure import Figure, Sort, part_of, stretch, value_of
from rashomon.stages.claims.events.joined import join_figures
from rashomon.stages.claims.events.lexicon import is_a
from rashomon.stages.claims.events.members import is_self, members_of
from rashomon.stages.claims.events.persons import (
    is_definite,
    is_other,
    is_person,
    is_plural,
    is_single,
    quantity_of,
)
from rashomon.stages.claims.events.roll import listed_with
from rashomon.stages.claims.events.triggers import Trigger
from rashomon.stages.claims.events.two_bounds import other_ends, without_other_ends
from rashomon.stages.claims.events.victims import find_victims
from rashomon.stages.claims.view import SentenceView


def _other_ends(figure: Figure) -> Iterator[Figure]:
    """The floor of "between 200 and 300", whose ceiling was found; "at least 41" beside "no more than 50"."""
    sentence = figure.trigger.sentence
    for q in other_ends(sentence, quantity_of(sentence, figure.victim)):
        value = replace(figure.value, number=q.number, bound=q.bound)
        first, last = sentence.token_at(q.start), sentence.token_at(q.end - 1)
        yield replace(figure, value=value, victim=q.token, first=min(figure.first, first), last=max(figure.last, last))


def figures_of(trigger: Trigger) -> Iterator[Figure]:
    """The figures that one word of harm has."""
    if _purpose(trigger) or _winds_up(trigger):
        return
    yield from _fatally(trigger)
    for head in find_victims(trigger):
        members = [
            n for n in members_of(trigger.sentence, head, trigger.at) if n == head or not is_self(trigger.sentence, n)
        ]
        members = without_other_ends(trigger.sentence, members)
        if len(names := listed_with(trigger.sentence, head, trigger.at)) > len(members):
            yield _of_names(trigger, head, names)
            continue
        told = [_pair(trigger, n) if len(members) > 1 else None for n in members]
        figures = [f for n, pair in zip(members, told, strict=True) for f in [pair or _figure(trigger, n)] if f]
        if len(members) > 1 and any(
            trigger.sentence.tokens[n].text.lower() == "or" for n in range(members[0], members[-1])
        ):
            continue
        if len(members) > 1 and figures and _is_one(trigger, members):
            yield figures[0]
        elif len(members) > 1 and len(figures) == len(members) and not any(f.sort == "plural" for f in figures):
            yield from join_figures(trigger, figures)
        elif figures and figures[0].victim == head:
            yield from _other_ends(figures[0])
            yield _with_bare(figures[0], members)
        elif figures and all(f.sort == "stated" for f in figures):
            for figure in figures:
                yield from _other_ends(figure)
            yield from figures


def _of_names(trigger: Trigger, head: int, names: Sequence[int]) -> Figure:
    """ "Nora Plum (6), Finn Plum (8) and their aunt drowned": as many as are named."""
    first, last = stretch(trigger.sentence, trigger.at, min(names), None)
    value = Value(number=len(names), bound="exact", part=part_of(trigger))
    return Figure(trigger, trigger.harm, value, "stated", False, head, first, max(last, *names), listed=True)


def _is_one(trigger: Trigger, members: Sequence[int]) -> bool:
    """ "A husband and father was killed": two nouns for one person, as the verb tells."""
    sentence, at = trigger.sentence, trigger.at
    words = {sentence.tokens[n].text.lower() for n in sentence.kids(at, "aux", "auxpass")}
    return bool(words & {"was", "is", "has"}) and max(members) < at and all(is_single(sentence, n) for n in members)


def _fatally(trigger: Trigger) -> Iterator[Figure]:
    """ "Six people were shot, two of them fatally": those who died of it."""
    sentence = trigger.sentence
    for q in sentence.quantities if trigger.harm == "shot" else ():
        after = sentence.token_at(q.end - 1) + 1
        words = [t.text.lower() for t in sentence.tokens[after : after + 2]]
        after += 2 if words in (["of", "them"], ["of", "whom"]) else 0
        if q.token > trigger.at and after < len(sentence) and is_a(sentence.tokens[after].text.lower(), "fatal"):
            value = replace(value_of(trigger, q), part=None)
            yield Figure(trigger, "killed", value, "stated", False, q.token, sentence.token_at(q.start), after)


def _with_bare(figure: Figure, members: Sequence[int]) -> Figure:
    """ "nine men and boys": one number over two nouns."""
    sentence, head = figure.trigger.sentence, figure.victim
    rest = [n for n in members if n > head]
    if figure.sort != "stated" or figure.value.of is None or not rest:
        return figure
    tokens = sentence.tokens[head + 1 : rest[-1] + 1]
    bare = all(t.tag in ("NNS", "CC", ",") for t in tokens) and not any(sentence.child(n, "det", "amod") for n in rest)
    if not bare or any(sentence.tokens[n].lemma.lower() == "other" for n in rest):
        return figure
    start = sentence.tokens[head].end
    of = figure.value.of + sentence.text[start : sentence.tokens[rest[-1]].end]
    return replace(figure, value=replace(figure.value, of=of), last=max(figure.last, rest[-1]))


def _winds_up(trigger: Trigger) -> bool:
    """ "Three people wound up dead": no wound."""
    return [t.text.lower() for t in trigger.sentence.tokens[trigger.at : trigger.at + 2]] == ["wound", "up"]


def _purpose(trigger: Trigger) -> bool:
    """ "assigned to arrest him", "threatened to kill two": not done, as far as the clause says."""
    sentence = trigger.sentence
    if sentence.child(trigger.at, "aux") is None or sentence.tokens[trigger.at].tag != "VB":
        return False
    words = {sentence.tokens[n].text.lower() for n in sentence.kids(trigger.at, "aux")}
    over = sentence.tokens[sentence.tokens[trigger.at].head].lemma.lower()
    return "to" in words and "have" not in words and not is_a(over, "factive")


def _pair(trigger: Trigger, head: int) -> Figure | None:
    """ "Her parents and a neighbour", "a couple and their son": two, where others are told with them."""
    sentence = trigger.sentence
    if not is_a(sentence.tokens[head].lemma.lower(), "pair") or quantity_of(sentence, head) is not None:
        return None
    value = Value(number=2, bound="exact", of=sentence.tokens[head].text, part=part_of(trigger))
    first, last = stretch(sentence, trigger.at, head, None)
    return Figure(trigger, trigger.harm, value, "single", False, head, first, last)


def _figure(trigger: Trigger, head: int) -> Figure | None:
    sentence = trigger.sentence
    quantity = quantity_of(sentence, head) or counted_they(trigger, head)
    inner = counted_within(trigger, head, quantity) or counted_out_of(trigger, quantity)
    if inner is not None:
        head, quantity = inner.head, inner
    first, last = stretch(sentence, trigger.at, head, quantity)
    if quantity is not None:
        if not _counts_people(sentence, trigger, quantity):
            return None
        known = is_definite(sentence, head) and not _are_those_told_of(trigger, head) and not _out_of_named(quantity)
        sort: Sort = "toll" if trigger.entry.frame == "bare" else "known" if known else "stated"
        value = value_of(trigger, quantity)
        if sentence.tokens[quantity.head].lemma.lower() in ("body", "corpse"):
            value = replace(value, part=quantity.part)  # where they were brought tells no part of them
        return Figure(trigger, trigger.harm, value, sort, is_other(sentence, head), head, first, last)
    if sentence.tokens[head].text.lower() == "another":
        value = Value(number=1, bound="exact", part=part_of(trigger))
        return Figure(trigger, trigger.harm, value, "stated", True, head, first, last)
    if trigger.entry.word == "hurt" and sentence.child(trigger.at, "dobj") is not None:
        return None
    if is_plural(sentence, head):
        return Figure(trigger, trigger.harm, Value(), "plural", False, head, first, last)
    if not is_single(sentence, head):
        return None
    value = Value(number=1, bound="exact", of=_described(sentence, head), part=part_of(trigger))
    other = is_other(sentence, head) or any(
        sentence.tokens[n].text.lower() in ("also", "too") for n in sentence.kids(trigger.at, "advmod")
    )
    return Figure(trigger, trigger.harm, value, "single", other, head, first, last)


def _out_of_named(quantity: Quantity) -> bool:
    """ "All four of the attackers": a part that its own words name."""
    return quantity.part is not None and quantity.part.split()[-1].lower() not in ("them", "whom", "these", "those")


def _are_those_told_of(trigger: Trigger, head: int) -> bool:
    """ "The 12 who remain missing", "the five who died on the Alba": all of them, as the clause itself says whom it counts."""
    words = [t.text.lower() for t in trigger.sentence.tokens[head + 1 : trigger.at]]
    clause = trigger.harm == "missing" or (trigger.harm == "killed" and bool({"who", "that"} & {*words}))
    return clause and head in trigger.sentence.up(trigger.at) and not trigger.token.is_a(parts.QUALIFYING)


def _counts_people(sentence: SentenceView, trigger: Trigger, quantity: Quantity) -> bool:
    if quantity.head == trigger.at:
        return trigger.entry.word != "injury" or not _of_one_body(sentence, trigger.at)
    if sentence.tokens[quantity.head].text.lower() == "head":
        return False  # "12 head of cattle"
    if quantity.of is None or quantity.number is None or is_person(sentence, quantity.head):
        return True
    return any(
        sentence.tokens[n].tag == "PRP$" for n in sentence.kids(quantity.head, "poss")
    )  # "five of his entourage"


def _of_one_body(sentence: SentenceView, at: int) -> bool:
    """ "suffered two injuries", "with three injuries to the leg": what one person has, no count of people."""
    verb = sentence.tokens[sentence.tokens[at].head]
    borne = is_a(verb.lemma.lower(), "suffer") or verb.text.lower() in ("with", "from")
    return borne or any(sentence.tokens[n].text.lower() == "to" for n in sentence.kids(at, "prep"))


def _described(sentence: SentenceView, head: int) -> str | None:
    """What a single victim is called, for a noun that is no name."""
    token = sentence.tokens[head]
    return token.text if token.pos == "NOUN" else None
