"""Figures that divide the dead or the wounded: "among the dead were six children", "nine of the dead were civilians"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from rashomon.model import parts
from rashomon.model.annotation import Quantity
from rashomon.stages.claims.events.figure import Figure, stretch, value_of
from rashomon.stages.claims.events.lexicon import entries, is_a
from rashomon.stages.claims.events.persons import is_person, quantity_of
from rashomon.stages.claims.events.triggers import Trigger
from rashomon.stages.claims.view import SentenceView

_SHORT = 6
_NAMES = parts.NOUN | parts.DETERMINER | parts.ADJECTIVE | parts.POSSESSIVE


def divide_dead(trigger: Trigger) -> list[Figure]:
    """The figures of a sentence that speaks of "the dead", "the victims", "the wounded" as known people."""
    sentence, at = trigger.sentence, trigger.at
    over = sentence.tokens[at].head
    if sentence.tokens[at].is_a(parts.NOUN_CLAUSE | parts.QUALIFYING | parts.RELATIVE_CLAUSE) and (
        sentence.tokens[over].text.lower() == "those" or _is_the_number(sentence, over) or _holds_some(sentence, over)
    ):
        at = over
    elif not _people_known(sentence, at):
        return []
    if trigger.harm not in ("killed", "injured", "missing"):
        return []
    token = sentence.tokens[at]
    if token.dep in ("nsubj", "nsubjpass"):
        return list(_said_of(trigger, token.head))
    if put := list(_put_at(trigger)):
        return put
    if token.dep != "pobj":
        return []
    return [*_all_of_them(trigger, at), *_part_of_them(trigger, token.head)]


def _all_of_them(trigger: Trigger, at: int) -> Iterator[Figure]:
    """ "Among the 41 dead were 12 children": all of them are told of with their part."""
    sentence = trigger.sentence
    counts = (quantity_of(sentence, n) for n in (at, *sentence.kids(at, "nummod")))
    whole = next((q for q in counts if q is not None), None)
    if whole is not None and whole.number is not None:
        yield _figure(trigger, whole, None)


def _part_of_them(trigger: Trigger, at: int) -> list[Figure]:
    """The figures said of "among the dead", "of the dead", `at` being the preposition."""
    sentence, preposition = trigger.sentence, trigger.sentence.tokens[at]
    if preposition.text.lower() in ("among", "amongst"):
        return list(_among(trigger, preposition.head))
    if preposition.text.lower() == "of":
        over = preposition.head
        subjects = list(sentence.kids(over, "nsubj")) if sentence.tokens[over].lemma.lower() == "be" else [over]
        return [f for n in subjects for f in _of_them(trigger, n)]
    return []


def _is_the_number(sentence: SentenceView, at: int) -> bool:
    """ "The 15" in "among the 15 wounded"."""
    return sentence.tokens[at].pos == "NUM" and sentence.child(at, "det") is not None


def _holds_some(sentence: SentenceView, at: int) -> bool:
    """ "Two nurses were among at least 14 people killed": a counted whole of which some are told of."""
    joint = sentence.tokens[sentence.tokens[at].head]
    among = sentence.tokens[at].is_a(parts.IN_PHRASE) and joint.text.lower() in ("among", "amongst")
    return among and sentence.tokens[joint.head].lemma.lower() == "be" and quantity_of(sentence, at) is not None


def _people_known(sentence: SentenceView, at: int) -> bool:
    """ "the dead", "those killed", "the 12 wounded": an adjective or participle that stands for people."""
    below = [*sentence.children[at], *(k for n in sentence.kids(at, "nummod") for k in sentence.children[n])]
    return any(
        sentence.tokens[n].dep in ("det", "poss") and is_a(sentence.tokens[n].text.lower(), "same_one") for n in below
    )


def _said_of(trigger: Trigger, verb: int) -> Iterator[Figure]:
    """ "The dead included five guards" gives a part, "the dead are eight", "the dead numbered eight" the whole."""
    sentence = trigger.sentence
    word = sentence.tokens[verb].lemma.lower()
    for n in sentence.kids(verb, "dobj", "attr", "nummod"):
        for k in sentence.conjuncts(n):
            quantity = quantity_of(sentence, k)
            if quantity is None or (quantity.of is not None and not is_person(sentence, quantity.head)):
                continue
            if word in ("include", "comprise"):
                yield _figure(trigger, quantity, _words(trigger, "among"))
            elif (word == "be" and quantity.of is None) or word in ("number", "total"):
                yield _figure(trigger, quantity, None)


def _put_at(trigger: Trigger) -> Iterator[Figure]:
    """ "The governor put the dead at six", "and the wounded at more than 100"."""
    sentence, at = trigger.sentence, trigger.at
    put = any(f.at < at and is_a(f.lemma, "toll_verb") and f.lemma != "be" for f in sentence.verbs)
    behind = _past_where(sentence, at) + 1
    if put and behind < len(sentence) and sentence.tokens[behind].text.lower() in ("at", "as", "to"):
        for q in sentence.quantities:
            if sentence.token_at(q.start) == behind + 1 and q.of is None:
                yield replace(_figure(trigger, q, None), sort="toll")


def _past_where(sentence: SentenceView, at: int) -> int:
    """The last word of "the dead of the raid on Tolm": a short phrase behind the word, without a verb or a figure."""
    if at + 1 >= len(sentence) or sentence.tokens[at + 1].text.lower() not in ("of", "in", "from"):
        return at
    last = at + 1
    while last + 1 < len(sentence) and last - at < _SHORT and sentence.tokens[last + 1].is_a(_NAMES):
        last += 1
    return last


def _among(trigger: Trigger, verb: int) -> Iterator[Figure]:
    """ "Six children were among the dead", "among the dead were six children"."""
    sentence = trigger.sentence
    if sentence.tokens[verb].lemma.lower() != "be":
        return
    for n in sentence.kids(verb, "nsubj", "attr"):
        for k in sentence.conjuncts(n):
            quantity = quantity_of(sentence, k)
            if quantity is not None and is_person(sentence, quantity.head):
                figure = _figure(trigger, quantity, _words(trigger, "among"))
                whose = quantity.part.removeprefix("of ") if quantity.part else None
                yield replace(figure, value=replace(figure.value, of=figure.value.of or whose))


def _of_them(trigger: Trigger, number: int) -> Iterator[Figure]:
    """ "Nine of the dead were civilians": nine civilians; also "nine of the dead" alone beside another verb."""
    sentence = trigger.sentence
    quantity = quantity_of(sentence, number)
    verb = sentence.tokens[number].head
    if quantity is None or quantity.number is None or sentence.tokens[number].dep not in ("nsubj", "nsubjpass"):
        return
    part = quantity.part or _words(trigger, "of")
    figure = _figure(trigger, quantity, f"{part} {trigger.token.text}" if part.endswith("those") else part)
    if sentence.tokens[verb].lemma.lower() == "be":
        told = next((n for n in sentence.kids(verb, "attr") if is_person(sentence, n)), None)
        of = figure.value.of if told is None else sentence.tokens[told].text
        yield replace(figure, value=replace(figure.value, of=of), last=max(figure.last, told or verb))
    elif not _dies(sentence, verb) and (quantity.number or 0) > 1:
        yield figure


def _dies(sentence: SentenceView, verb: int) -> bool:
    """ "Four of the wounded died": the verb counts them itself."""
    entry = entries().get((sentence.tokens[verb].lemma.lower(), "V"))
    return entry is not None and entry.harm == "killed"


def _words(trigger: Trigger, preposition: str) -> str:
    """How the part is called, in the text's own noun: "among the dead"."""
    return f"{preposition} the {trigger.token.text.lower()}"


def _figure(trigger: Trigger, quantity: Quantity, part: str | None) -> Figure:
    first, last = stretch(trigger.sentence, trigger.at, quantity.head, quantity)
    value = replace(value_of(trigger, quantity), part=part)
    return Figure(trigger, trigger.harm, value, "stated", False, quantity.head, first, last)
