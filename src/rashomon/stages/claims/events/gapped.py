"""Figures told in a row by place: "52 of them died in Varan, 25 in Low Mill and one at the school"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from rashomon.model.annotation import Mention, Quantity
from rashomon.stages.claims.events.figure import Figure, value_of
from rashomon.stages.claims.events.persons import is_person
from rashomon.stages.claims.events.triggers import Trigger
from rashomon.stages.claims.view import SentenceView

Row = tuple[Figure, Mention]
_AT = frozenset({"in", "at", "near", "outside"})
_ENDS = frozenset({",", ".", ";", "and", ")", "”", '"'})
_JOINTS = frozenset({",", "and", ";"})
_OF_ALL = frozenset({"of them", "of whom", "of these", "of those"})
_APPOSED = 7


def find_rows(sentence: SentenceView, figures: Sequence[Figure]) -> Iterator[Row]:
    """Each further figure of such a row with its place; the figure whose verb all share comes first in the text."""
    for figure in figures:
        if figure.sort != "stated" or figure.trigger.noun or figure.harm not in ("killed", "injured"):
            continue
        for quantity in sentence.quantities:
            place = _place_behind(sentence, figure.trigger, quantity)
            if place is not None:
                first = sentence.token_at(quantity.start)
                verb = figure.trigger
                told = Trigger(sentence, quantity.token, verb.entry, verb.type, verb.harm)
                value = value_of(verb, quantity)
                yield Figure(told, figure.harm, value, "stated", False, quantity.token, first, place.head), place
        return


def _place_behind(sentence: SentenceView, trigger: Trigger, quantity: Quantity) -> Mention | None:
    """The place right behind a figure that has no verb of its own; None where it is no such figure."""
    first, last = sentence.token_at(quantity.start), sentence.token_at(quantity.end - 1)
    if first <= trigger.at + 2 or sentence.tokens[first - 1].text not in _JOINTS:
        return None
    if quantity.of is not None and not is_person(sentence, quantity.head):
        return None
    between = sentence.tokens[trigger.at + 1 : first]
    if any(t.pos in ("VERB", "AUX", "SCONJ") for t in between) or not any(t.text.lower() in _AT for t in between):
        return None
    last = _past_apposition(sentence, last)
    if last + 2 >= len(sentence) or sentence.tokens[last + 1].text.lower() not in _AT:
        return None
    found = next((m for m in sentence.mentions if m.type == "place" and m.form != "pronoun"
                  and sentence.token_at(m.start) in (last + 2, last + 3)), None)  # fmt: skip
    if found is None:
        return None
    after = sentence.token_at(found.end - 1) + 1
    within = found.form != "name" and after < len(sentence) and sentence.tokens[after].text.lower() in _AT
    return found if within or after >= len(sentence) or sentence.tokens[after].text in _ENDS else None


def _past_apposition(sentence: SentenceView, last: int) -> int:
    """The comma that closes "one, a guard, at the school", else the figure's own last token."""
    if sentence.tokens[last + 1 : last + 2] and sentence.tokens[last + 1].text == ",":
        for n in range(last + 2, min(last + _APPOSED, len(sentence))):
            if sentence.tokens[n].text == ",":
                return n
            if sentence.tokens[n].text.lower() in _AT:
                return last
    return last


def share_whole(figure: Figure) -> Figure:
    """The figure whose verb a row shares: "52 of them" are a part of all rows, and the whole of their own place."""
    told = (figure.value.part or "").lower()
    return replace(figure, value=replace(figure.value, part=None)) if told in _OF_ALL else figure
