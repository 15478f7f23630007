"""Figures that share out a whole told before them: "Of the 80 killed, 49 were shot, one was a driver and the rest died"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from rashomon.model import parts
from rashomon.model.annotation import Quantity
from rashomon.model.clause import Frame
from rashomon.stages.claims.events.figure import Figure, value_of
from rashomon.stages.claims.events.lexicon import entries, is_a
from rashomon.stages.claims.events.persons import is_person
from rashomon.stages.claims.view import SentenceView

_MARKS = (",", ";", "and", "while", "but", "because", "after", "when", "who", "whose", "as", "that")
_JOINTS = (",", ";", "and", "while", "but")
_GAPS = ("in", "on", "by", "at", "from", "of", "during", "through", "under")
_COUNTS = frozenset(
    {"that", "count", "counts", "estimate", "estimates", "tally", "reckoning", "figures", "account", "accounts"}
)
_SINCE = ("after", "as", "when", "once")
_WHOLE = ("killed", "injured", "missing", "detained", "kidnapped")


def share_out(sentence: SentenceView, figures: Sequence[Figure]) -> list[Figure]:
    """The figures, with every count behind "Of the 80 people killed" as a part of these, whatever is said of it."""
    whole = _whole(sentence, figures)
    if whole is None:
        return list(figures)
    parts = [
        _part(sentence, whole, q, end)
        for q in sentence.quantities
        if q.token > whole.last and _is_less(q, whole) and (end := _told_to(sentence, q)) is not None
    ]
    # "Of the 31 wounded, four died": the clause counts four dead of its own.
    own = {f.victim: f for f in figures if f.harm == "killed" != whole.harm and f.victim > whole.last}
    parts = [_of_whole(own[p.victim], whole) if p.victim in own else p for p in parts]
    counted = {p.victim for p in parts}
    return sorted([*(f for f in figures if f.victim not in counted), *parts], key=lambda f: f.first)


def rose_by(sentence: SentenceView, figures: Sequence[Figure]) -> list[Figure]:
    """ "The toll has risen to 61 after nine bodies were recovered": what is told behind "after" is a part of what it rose to."""
    whole = next((f for f in figures if f.sort == "toll" and f.value.number and f.value.part is None), None)
    if whole is None or not any(is_a(t.lemma.lower(), "rises") for t in sentence.tokens[whole.first : whole.last]):
        return list(figures)
    mark = next(
        (n for n in range(whole.last, len(sentence)) if sentence.tokens[n].text.lower() in _SINCE), len(sentence)
    )
    return [
        replace(f, value=replace(f.value, part=sentence.quote(mark, f.last).quote))
        if f.harm == whole.harm
        and f.first > mark
        and f.value.part is None
        and (f.value.number or 0) < (whole.value.number or 0)
        and not _is_of_a_deed(f, whole)
        else f
        for f in figures
    ]


def _is_of_a_deed(figure: Figure, whole: Figure) -> bool:
    """ "..., and 16 died in the bus explosion": of a deed named by its own noun, not of those that the toll counts."""
    sentence = figure.trigger.sentence
    below = (n for n in sentence.subtree(figure.trigger.at) if n > max(whole.last, figure.trigger.at))
    return any((sentence.lemmas[n], "N") in entries() and sentence.tokens[n].is_a(parts.COMMON_NOUN) for n in below)


def _of_whole(figure: Figure, whole: Figure) -> Figure:
    """A figure of another harm, with the words of the whole that it is out of."""
    of = whole.trigger.sentence.quote(0, whole.last).quote
    return replace(figure, value=replace(figure.value, part=of[0].lower() + of[1:]), sort="stated", other=False)


def _whole(sentence: SentenceView, figures: Sequence[Figure]) -> Figure | None:
    """The figure with which a sentence opens behind "of"."""
    opened = sentence.tokens[0].text.lower() == "of"
    whole = min(figures, key=lambda f: f.first, default=None) if opened else None
    fits = whole is not None and whole.harm in _WHOLE and whole.first <= 2 and bool(whole.value.number)
    return whole if fits and any(t.text == "," for t in sentence.tokens[whole.last : whole.last + 12]) else None  # type: ignore[union-attr]


def in_gaps(sentence: SentenceView, figures: Sequence[Figure]) -> Iterator[Figure]:
    """ "Twelve died in the crossfire and eight in the flames": counts that share the verb before them, with a phrase of their own each."""
    for q in sentence.quantities:
        first, last = sentence.token_at(q.start), sentence.token_at(q.end - 1)
        before = [f for f in figures if f.trigger.at < first and f.sort == "stated" and f.harm in ("killed", "injured")]
        shared = max(before, key=lambda f: f.trigger.at, default=None)
        if shared is None or shared.trigger.noun or first < 1 or last + 1 >= len(sentence) or q.number is None:
            continue
        people = q.of is None or is_person(sentence, q.head)
        joined = sentence.tokens[first - 1].text.lower() in _JOINTS and sentence.tokens[last + 1].text.lower() in _GAPS
        told = any(f.victim in (q.token, q.head) for f in figures) or q.part is not None or _by_a_count(sentence, last)
        if people and joined and not told and _shares_verb(sentence, shared, first, last):
            end = _phrase_end(sentence, last + 1)
            value = replace(value_of(shared.trigger, q), part=sentence.quote(last + 1, end).quote)
            yield replace(shared, value=value, other=False, victim=q.token, first=first, last=end)


def _by_a_count(sentence: SentenceView, last: int) -> bool:
    """ "And fourteen by that of the church", "by the union's count": who counts so many, not who killed them."""
    behind = {t.text.lower() for t in sentence.tokens[last + 2 : last + 6]}
    return sentence.tokens[last + 1].text.lower() == "by" and not behind.isdisjoint(_COUNTS)


def _shares_verb(sentence: SentenceView, shared: Figure, first: int, last: int) -> bool:
    """Whether the verb before has a phrase of its own behind it, and no other verb stands between or takes the count up."""
    at = shared.trigger.at
    phrase = any(t.text.lower() in _GAPS for t in sentence.tokens[at + 1 : first])
    stop = next(
        (n for n in range(last + 1, len(sentence)) if sentence.tokens[n].text in (",", ";", ".")), len(sentence)
    )
    return phrase and not any(sentence.tokens[n].is_a(parts.VERB) for n in range(at + 1, stop))


def _is_less(quantity: Quantity, whole: Figure) -> bool:
    return quantity.number is not None and quantity.number < (whole.value.number or 0)


def _told_to(sentence: SentenceView, quantity: Quantity) -> int | None:
    """The last word of what is said of a count that is somebody and the subject of its clause; None for any other count."""
    if quantity.of is not None and not is_person(sentence, quantity.head):
        return None
    frame = _clause(sentence, quantity)
    if frame is None or is_a(frame.lemma, "sets_free"):
        return None
    return _phrase_end(sentence, quantity.token)


def _phrase_end(sentence: SentenceView, at: int) -> int:
    """The last word before the next mark, joint or clause."""
    while at + 1 < len(sentence) and sentence.tokens[at + 1].text.lower() not in (*_MARKS, "."):
        at += 1
    return at


def _clause(sentence: SentenceView, quantity: Quantity) -> Frame | None:
    ours = {quantity.token, quantity.head}
    return next((f for f in sentence.verbs if not ours.isdisjoint((*f.subjects.fillers, *f.doers.fillers, *f.undergoers.fillers))
                 and f.at > quantity.token), None)  # fmt: skip


def _part(sentence: SentenceView, whole: Figure, quantity: Quantity, end: int) -> Figure:
    """A part of the whole, in the words that say which: "15 were stabbed", "two were members of the staff"."""
    said = sentence.quote(min(quantity.token + 1, end), end).quote
    value = replace(
        whole.value, number=quantity.number, bound=quantity.bound, part=said, of=quantity.of or whole.value.of
    )
    first = sentence.token_at(quantity.start)
    return replace(whole, value=value, sort="stated", other=False, victim=quantity.token, first=first, last=end)
