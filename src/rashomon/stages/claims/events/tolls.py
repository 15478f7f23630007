"""Tolls: "the death toll rose to 27", "bringing the total to 25", "the number of dead stood at 102"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from rashomon.model import parts
from rashomon.model.annotation import Quantity, Token
from rashomon.stages.claims.events.figure import Figure, stretch, value_of
from rashomon.stages.claims.events.lexicon import Harm, is_a
from rashomon.stages.claims.events.persons import is_person
from rashomon.stages.claims.events.told import stance_of
from rashomon.stages.claims.events.toll_words import is_body_count, is_losses, is_toll_figure
from rashomon.stages.claims.events.triggers import Trigger
from rashomon.stages.claims.events.two_bounds import other_ends
from rashomon.stages.claims.view import SentenceView

_NOUNS = ("toll", "total", "number", "tally", "count", "figure", "fatality", "death", "loss")
_REACH = 12
_COUNTED_AS = parts.DOING_SUBJECT | parts.UNDERGOING_SUBJECT | parts.OBJECT
_COUNTS_BY = ("of", "among", "from", "for", "to")
_COUNTED = ("killed", "injured", "missing", "kidnapped", "detained")
_OPENS = ("up to", "above", "over", "below", "under", "past")
_LEADS = ("to", "at", "past", "above", "beyond", "of", "between")


def find_tolls(sentence: SentenceView, triggers: Sequence[Trigger]) -> Iterator[Figure]:
    """The figures that a sentence gives as a toll."""
    for at, token in enumerate(sentence.tokens):
        if token.lemma.lower() not in _NOUNS:
            continue
        quantity = _told(sentence, at) or _near(sentence, at)
        harm = _toll_harm(sentence, at, quantity, triggers)
        if harm is None or quantity is None or not (quantity.of is None or is_person(sentence, quantity.head)):
            continue
        trigger = min(triggers, key=lambda t: (stance_of(t) != "asserted", abs(t.at - at)))
        found = _as_reached(sentence, quantity)
        first, last = stretch(sentence, at, found.head, found)
        left_out = _left_out(sentence, at)
        value = replace(value_of(trigger, found), part=found.part, excludes=(*found.excludes, *left_out))
        yield Figure(trigger, harm, value, "toll", False, found.head, first, last)
        for more in (*_and_later(sentence, quantity), *other_ends(sentence, quantity)):
            told = replace(value_of(trigger, more), part=more.part)
            yield Figure(trigger, harm, told, "toll", False, more.head, more.token, more.head)


def _toll_harm(sentence: SentenceView, at: int, quantity: Quantity | None, triggers: Sequence[Trigger]) -> Harm | None:
    """Of what it is the toll; a mere "total" is one only where it is brought or raised to something."""
    word = sentence.tokens[at].lemma.lower()
    over = sentence.tokens[sentence.tokens[at].head].lemma.lower()
    if word == "figure" and not is_toll_figure(sentence, at):
        return None
    below = set(sentence.subtree(at))
    inner = next(
        (t.harm for t in triggers if t.at in below and t.harm in _COUNTED and _is_counted(sentence, t.at, at)), None
    )
    if word in ("fatality", "death"):
        return "killed" if is_a(over, "toll_verb") and sentence.tokens[at].dep in ("nsubj", "nsubjpass") else None
    if word == "loss" and not is_losses(sentence, at):
        return None
    if is_body_count(sentence, at) or word == "loss":
        return "killed"
    if word in ("total", "count", "tally") and over not in ("bring", "take", "raise", "put", "push") and inner is None:
        return None
    counted = (n for n in sentence.subtree(at) if _is_counted(sentence, n, at))
    own = _harm_in([sentence.tokens[n].text.lower() for n in (*counted, *_before(sentence, at))])
    own = own or (inner if word in ("number", "count", "tally") else None)
    if own is not None:
        return own
    near = [t for t in triggers if t.harm in ("killed", "injured")]
    if quantity is not None and any(t.at == quantity.head + 1 for t in near):
        return next(t.harm for t in near if t.at == quantity.head + 1)
    if near and word != "number":
        return near[-1].harm
    return "killed" if word == "toll" or is_toll_figure(sentence, at) else None


def _is_counted(sentence: SentenceView, at: int, noun: int) -> bool:
    """Whether a word below a toll says of what it is: "the number of those killed", not "questioned after the killing"."""
    path = (at, *_until(sentence, at, noun))
    return all(not sentence.tokens[n].is_a(parts.PHRASE) or sentence.tokens[n].text.lower() in _COUNTS_BY for n in path)


def _left_out(sentence: SentenceView, at: int) -> tuple[str, ...]:
    """Whom a figure "does not count", "does not include"."""
    verb = sentence.tokens[at].head
    if sentence.tokens[at].dep != "nsubj" or sentence.tokens[verb].lemma.lower() not in (
        "count",
        "include",
        "comprise",
    ):
        return ()
    if sentence.child(verb, "neg") is None:
        return ()
    return tuple(sentence.tokens[n].text for n in sentence.kids(verb, "dobj") if sentence.tokens[n].pos == "NOUN")


def _before(sentence: SentenceView, at: int) -> Iterator[int]:
    """The words right before: "the number of dead" as well as "the death toll"."""
    return iter(range(max(0, at - 2), at))


def _harm_in(words: Sequence[str]) -> Harm | None:
    """Whether the words of a toll's own phrase speak of the dead, or of the wounded alone."""
    text = " ".join(words)
    if any(w in text for w in ("death", "dead", "killed", "fatalit", "died")):
        return "killed"
    return "injured" if "injur" in text or "wounded" in text else None


def _told(sentence: SentenceView, at: int) -> Quantity | None:
    """What a toll's own verb says it rose to, stood at or was put at, past clauses on the noun."""
    token = sentence.tokens[at]
    verb = token.head
    if (put := _participle(sentence, at)) is not None:
        verb = put
    elif not token.is_a(_COUNTED_AS) or not is_a(sentence.tokens[verb].lemma.lower(), "toll_verb"):
        return None
    found = []
    for q in sentence.quantities:
        if q.token < verb or sentence.tokens[q.token].head == at:
            continue
        lead = sentence.tokens[sentence.token_at(q.start) - 1].text.lower()
        path = [sentence.tokens[n] for n in _until(sentence, q.head, verb)]
        straight = all(t.pos in ("NOUN", "NUM", "ADP", "ADV", "ADJ", "PART", "SYM") or t.dep == "prep" for t in path)
        if straight and (lead in _LEADS or q.quote.lower().startswith(_OPENS) or _direct(sentence, q.head, verb)):
            found.append(q)
    return found[0] if found else None


def _participle(sentence: SentenceView, at: int) -> int | None:
    """ "With the death toll estimated at 90": the participle that puts it somewhere, where the toll is no verb's subject."""
    if sentence.tokens[at].is_a(_COUNTED_AS):
        return None
    below = (n for n in sentence.subtree(at) if n > at and sentence.tokens[n].tag == "VBN")
    return next((n for n in below if is_a(sentence.tokens[n].lemma.lower(), "toll_verb")), None)


def _and_later(sentence: SentenceView, first: Quantity) -> Iterator[Quantity]:
    """ "put at 24 on Monday and at 29 on Friday": each later figure with the same preposition, days alone between."""
    lead, last = sentence.tokens[sentence.token_at(first.start) - 1].text.lower(), first
    for q in sentence.quantities if lead in ("at", "as") else ():
        if q.start < last.end or q.of is not None:
            continue
        between = range(sentence.token_at(last.end - 1) + 1, sentence.token_at(q.start) - 1)
        days = all(_is_of_a_time(sentence, n) for n in between)
        joined = any(sentence.tokens[n].text.lower() in ("and", ",", "then", "later", "but") for n in between)
        if sentence.tokens[sentence.token_at(q.start) - 1].text.lower() != lead or not days or not joined:
            return
        last = q
        yield q


def _is_of_a_time(sentence: SentenceView, at: int) -> bool:
    """Whether a token is part of a date, or only joins one."""
    token = sentence.tokens[at]
    inside = any(t.start <= token.start < t.end for t in sentence.times)
    return inside or token.text.lower() in ("on", "in", ",", "and", "but", "then", "later", "first", "at")


def _until(sentence: SentenceView, at: int, verb: int) -> Iterator[int]:
    """The words above a token up to the verb."""
    for n in sentence.up(at):
        if n == verb:
            return
        yield n


def _direct(sentence: SentenceView, at: int, verb: int) -> bool:
    token = sentence.tokens[at]
    return token.head == verb and token.dep in ("dobj", "attr", "npadvmod", "oprd", "nummod")


def _near(sentence: SentenceView, at: int) -> Quantity | None:
    """The figure that a toll is said to have: reached from the noun over words of rising and standing only."""
    for q in sentence.quantities:
        between = sentence.tokens[at + 1 : sentence.token_at(q.start)]
        if q.start > sentence.tokens[at].end and len(between) < _REACH and _rises(between):
            return q
    return None


def _rises(between: Sequence[Token]) -> bool:
    words = [t.lemma.lower() for t in between]
    if "from" in words and words.index("from") == len(words) - 1:
        return False
    return any(w in ("to", "at", "of", "be", ":", "reach", "hit", "as") for w in words[-2:] or ["-"])


def _as_reached(sentence: SentenceView, quantity: Quantity) -> Quantity:
    """ "went up to 64", "rose from 12 to 15": the figure itself, no ceiling."""
    at = sentence.token_at(quantity.start)
    before = [t.text.lower() for t in sentence.tokens[max(0, at - 3) : at]]
    if quantity.quote.lower().startswith("up to "):
        over = {sentence.tokens[n].lemma.lower() for n in sentence.up(quantity.token)}
        if over & {"go", "move", "come"}:
            start = sentence.tokens[sentence.token_at(quantity.start) + 2].start
            quote = sentence.text[start : quantity.end]
            return replace(quantity, start=start, quote=quote, bound="exact")
    if quantity.bound == "at_most" and before[-1:] == ["to"] and "from" in _words_before(sentence, at):
        return replace(quantity, bound="exact")
    beyond = before[-1:] in (["past"], ["above"], ["beyond"]) or _outdoes(sentence, quantity)
    if beyond and quantity.bound == "exact":
        return replace(quantity, bound="more_than")
    return quantity


def _outdoes(sentence: SentenceView, quantity: Quantity) -> bool:
    """ "exceeded 1,000", "passed 300": more than that."""
    verb = sentence.tokens[sentence.tokens[quantity.head].head].lemma.lower()
    return verb in ("pass", "exceed", "surpass", "top") and sentence.tokens[quantity.head].dep == "dobj"


def _words_before(sentence: SentenceView, at: int) -> list[str]:
    """The few words before a token, lower case."""
    return [t.text.lower() for t in sentence.tokens[max(0, at - 5) : at]]
