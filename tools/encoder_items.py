"""Labelled texts as the encoder learns from them: passages of pieces, and what is labelled of the words in them.

What a place of a frame, or two who stand together, is labelled to be is asked of `fit_pointer.py` and `fit_contacts.py`; who means whom stands in the
marked reports.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

import fit_contacts
import fit_pointer
import numpy as np
from labelled import Report, as_labels, labels_of, reports

from rashomon.lexicon.nameless import nameless
from rashomon.model.document import Block, Document
from rashomon.stages.annotate import annotate
from rashomon.stages.claims.accusations import sentences_read
from rashomon.stages.claims.events import find_events
from rashomon.stages.claims.pointer.contacts import TABLE
from rashomon.stages.claims.pointer.features import places
from rashomon.stages.claims.pointer.hearing import named
from rashomon.stages.claims.pointer.pairs import pairs
from rashomon.stages.claims.pointer.weighing import GRADES, KINDS, ONE, Scales
from rashomon.stages.claims.readers import acts_told
from rashomon.stages.claims.view import SentenceView, View
from rashomon.text.encoder import LONGEST
from rashomon.text.wordpieces import pieces

MOST_MARKS = 72
"""Words of a passage that mean somebody, at most as many as are learned from."""
_CARRYING = re.compile(
    r"\b(told|tells?|telling|asked|informed|replied|ordered|said|warned|urged|promised|explained)\b", re.I
)
_CHANNEL = re.compile(
    r"\b(phone\w*|call\w*|met|meet\w*|letter\w*|messag\w*|e-?mail\w*|text\w*|wrote|spoke|talk\w*|visit\w*|radio\w*|contact\w*|exchang\w*"
    r"|conversation\w*|telephone\w*|rang|lunch|dinner|note)\b",
    re.I,
)
Words = tuple[int, int]
"""From which piece of a passage to which, its first piece being 1."""


class Stood(NamedTuple):
    """Somebody in a place: the frame's word, the name, its head, the role; per target whether it is so, whether that is known; grades."""

    at: Words
    name: Words
    head: Words
    role: str
    true: tuple[float, ...]
    known: tuple[float, ...]
    grades: tuple[float, ...]
    summed: tuple[float, ...]
    """What the tables of data/pointer give for each target, as log-odds."""


class Met(NamedTuple):
    """Two who stand together: the frame's word, the two names, their ways; whether a contact, whether that is known; kinds."""

    at: Words
    one: Words
    other: Words
    ways: tuple[str, str]
    true: float
    known: float
    kinds: tuple[float, ...]
    summed: float


class Item(NamedTuple):
    """A passage with all that is labelled in it; the marks in text order, each with whom it means."""

    pieces: tuple[int, ...]
    places: tuple[Stood, ...]
    pairs: tuple[Met, ...]
    marks: tuple[tuple[Words, frozenset[str]], ...]


def texts(paths: Sequence[Path]) -> Iterator[tuple[dict[str, Any], Report | None]]:
    """The labelled texts of some files as `labels_of` gives them, with the marks of those that have some."""
    for path in paths:
        if path.suffix == ".txt":
            yield from ((as_labels(report), report) for report in reports(path))
        else:
            yield from ((labels, None) for labels in labels_of([path]))


def items(told: tuple[dict[str, Any], Report | None]) -> list[Item]:
    """The passages of one text. What merely carries a statement ("told her that") is left open as a contact, as the contract has it."""
    labels, report = told
    labels = labels | {"contacts": [], "optional_contacts": list(labels.get("optional_contacts", ()))} | _apart(labels)
    text = labels["text"]
    document = Document(
        "0",
        "0",
        "t.txt",
        "text/plain",
        "article",
        None,
        None,
        None,
        None,
        None,
        "en",
        text,
        (Block(0, len(text), "body"),),
        True,
    )
    view = View(document, annotate(document, _parser().parse(document)))
    reading = fit_pointer.Reading(view, find_events(view, acts_told(view)))
    marks = [] if report is None else [(m.start, m.end, frozenset(m.whom)) for m in report.marked]
    return [_item(view, reading, some, labels, marks) for some in _passages(view)]


@cache
def _parser() -> Any:
    return fit_pointer.Maker().parser


def _apart(labels: dict[str, Any]) -> dict[str, Any]:
    kept: dict[str, list[Any]] = {"contacts": [], "optional_contacts": list(labels.get("optional_contacts", ()))}
    for one in labels.get("contacts", ()):
        cue = one.get("cue") or ""
        carries = _CARRYING.search(cue) and not _CHANNEL.search(cue)
        kept["optional_contacts" if carries else "contacts"].append(one)
    return kept


def _passages(view: View) -> Iterator[list[SentenceView]]:
    """As `Heard` parts them."""
    some: list[SentenceView] = []
    held = 0
    for sentence in view.sentences:
        size = sum(len(pieces(word)) for word in nameless(sentence.tokens))
        if some and held + size > LONGEST:
            yield some
            some, held = [], 0
        some.append(sentence)
        held += size
    if some:
        yield some


class _Passage:
    """A passage's pieces, and in which of them words of the text stand."""

    def __init__(self, sentences: Sequence[SentenceView]) -> None:
        self.pieces: list[int] = []
        self._at: list[tuple[int, int]] = []
        words = [(t, word) for s in sentences for t, word in zip(s.tokens, nameless(s.tokens), strict=True)]
        for token, word in words:
            for piece in pieces(word):
                self.pieces.append(piece)
                self._at.append((token.start, token.end))

    def words(self, start: int, end: int) -> Words | None:
        """The pieces of what stands between two offsets, as far as it lies in the passage."""
        inside = [n + 1 for n, (a, b) in enumerate(self._at[:LONGEST]) if a < end and start < b]
        return (inside[0], inside[-1] + 1) if inside else None


def _item(
    view: View,
    reading: fit_pointer.Reading,
    some: list[SentenceView],
    labels: dict[str, Any],
    marks: list[tuple[int, int, frozenset[str]]],
) -> Item:
    passage = _Passage(some)
    read = set(map(id, sentences_read(view)))
    inside = [s for s in some if id(s) in read]
    stood = [one for s in inside for one in _stood(reading, passage, s, labels)]
    met = [one for s in inside for one in _met(view, passage, s, labels)]
    start, end = some[0].sentence.start, some[-1].sentence.end
    meant = [(words, whom) for a, b, whom in marks if start <= a < end and (words := passage.words(a, b)) is not None]
    return Item(tuple(passage.pieces[:LONGEST]), tuple(stood), tuple(met), tuple(meant[:MOST_MARKS]))


def _at(passage: _Passage, sentence: SentenceView, first: int, last: int) -> Words | None:
    return passage.words(sentence.tokens[first].start, sentence.tokens[last].end)


def _stood(reading: fit_pointer.Reading, passage: _Passage, s: SentenceView, labels: dict[str, Any]) -> Iterator[Stood]:
    scales = Scales(*(target.table for target in fit_pointer.TARGETS))
    for place in places(s):
        at, who = place.frame.at, place.who
        words = (_at(passage, s, at, at), _at(passage, s, *named(s, who)), _at(passage, s, who, who))
        if None in words:
            continue
        answers = [fit_pointer.seen_in(reading, s, place, labels).answers[target.key] for target in fit_pointer.TARGETS]
        true = tuple(float(bool(a.true)) for a in answers)
        known = tuple(float(a.true is not None) for a in answers)
        grades = tuple(float(g in answers[0].grades) for g in GRADES)
        summed = tuple(total / ONE for total in scales.weigh(place.told, place.where))
        yield Stood(*words, place.role, true, known, grades, summed)  # type: ignore[arg-type]


def _met(view: View, passage: _Passage, s: SentenceView, labels: dict[str, Any]) -> Iterator[Met]:
    scales = Scales(TABLE)
    for pair in pairs(s):
        at = pair.frame.at
        words = (_at(passage, s, at, at), *(_at(passage, s, *named(s, one.who)) for one in (pair.first, pair.second)))
        if None in words:
            continue
        seen = fit_contacts.seen_in(view, s, pair, labels)
        kinds = tuple(float(k in seen.kinds) for k in KINDS)
        known = float(seen.contact is not None)
        yield Met(
            *words,
            (pair.first.way, pair.second.way),
            float(bool(seen.contact)),
            known,
            kinds,
            scales.weigh(pair.told, "")[0] / ONE,
        )  # type: ignore[arg-type]


def padded(sets: Sequence[Sequence[Words]], size: int) -> Any:
    """Of each passage of a batch some words, as rows of passage, first piece, last piece and one."""
    found = np.zeros((size, 3), np.int32)
    found[:, 2] = 1
    rows = [(n, *words) for n, some in enumerate(sets) for words in some]
    if rows:
        found[: len(rows)] = rows
    return found
