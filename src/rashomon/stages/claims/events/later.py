"""Deaths that come later: "a fourth victim has died" tells of four dead."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from rashomon.model.claim import Value
from rashomon.stages.claims.events.figure import Figure
from rashomon.stages.claims.events.lexicon import is_a

_NTH = {
    "second": 2, "third": 3, "fourth": 4, "fifth": 5, "sixth": 6, "seventh": 7, "eighth": 8, "ninth": 9, "tenth": 10,
    "2nd": 2, "3rd": 3, "4th": 4, "5th": 5, "6th": 6, "7th": 7, "8th": 8, "9th": 9, "10th": 10,
}  # fmt: skip


def nth_dead(told: Sequence[Figure]) -> Iterator[Figure]:
    """The number of dead that an ordinal gives, as a sum of the tool's own.

    Only where a death is news by its tense ("has died", "dies"), or the report has one fewer dead: "a third man died"
    may be the third who was shot.
    """
    numbers = {f.value.number for f in told if f.harm == "killed" and f.sort in ("stated", "toll")}
    for f in told:
        nth = _nth(f)
        if nth is None or f.harm != "killed" or f.sort != "single" or not is_a(f.trigger.entry.word, "late_word"):
            continue
        if nth > max((n for n in numbers if n), default=0) and (_is_news(f) or nth - 1 in numbers):
            value = Value(number=nth, bound="exact", of="victims")
            yield replace(f, value=value, sort="stated", other=False, derived=True)


def _nth(figure: Figure) -> int | None:
    sentence = figure.trigger.sentence
    words = (sentence.tokens[n].text.lower() for n in sentence.children[figure.victim])
    return next((_NTH[w] for w in words if w in _NTH), None)


def _is_news(figure: Figure) -> bool:
    sentence, at = figure.trigger.sentence, figure.trigger.at
    has = any(sentence.tokens[n].text.lower() in ("has", "have") for n in sentence.kids(at, "aux"))
    return has or sentence.tokens[at].tag in ("VBZ", "VBP")
