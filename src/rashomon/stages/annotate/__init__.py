"""Document -> who, when, how many, which number: one file per kind of thing."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TypeVar

from rashomon.lexicon.languages import language_of
from rashomon.model.annotation import Annotations, Mention, Phone, Quantity, Referent, Sentence, TimeRef, blank
from rashomon.model.case_settings import Hints
from rashomon.model.document import Document
from rashomon.model.fault import UNWATCHED, Watch
from rashomon.model.span import Span
from rashomon.stages.annotate.clauses import with_frames
from rashomon.stages.annotate.clauses.mending.attachments import set_right
from rashomon.stages.annotate.clauses.mending.joins import join_sentences
from rashomon.stages.annotate.phones import find_phones
from rashomon.stages.annotate.quantities import find_quantities
from rashomon.stages.annotate.times import find_times
from rashomon.stages.annotate.who import find_who

NO_HINTS = Hints()
Result = TypeVar("Result")
_NO_SENTENCES: tuple[Sentence, ...] = ()
_NO_TIMES: tuple[TimeRef, ...] = ()
_NO_PHONES: tuple[Phone, ...] = ()
_NO_FIGURES: tuple[Quantity, ...] = ()
_NOBODY: tuple[tuple[Mention, ...], tuple[Referent, ...]] = ((), ())


def annotate(
    document: Document, sentences: tuple[Sentence, ...], hints: Hints = NO_HINTS, watch: Watch = UNWATCHED
) -> Annotations:
    """Everything found in one parsed document; `hints` are what the user of the case knows beforehand.

    What a reader breaks over goes to `watch`: by default it is raised.
    """
    sentences = _framed(sentences, watch)
    room = _Room(sentences, watch, _spans(sentences))
    times = room.pass_of("times", lambda shown: find_times(document, shown, day_first=hints.day_first), _NO_TIMES)
    region = hints.region or _region(document)
    phones = room.pass_of("phones", lambda shown: find_phones(document, shown, times, region), _NO_PHONES)
    mentions, referents = room.pass_of("names", lambda shown: find_who(document, shown, times, phones, hints), _NOBODY)
    quantities = room.pass_of("quantities", lambda shown: find_quantities(document, shown), _NO_FIGURES)
    return Annotations(document.id, sentences, mentions, referents, times, quantities, phones)


def _region(document: Document) -> str | None:
    """Whose national telephone numbers a report in this language has, where one country speaks it; None for others."""
    language = None if document.claims_read else language_of(document.language)
    return next(iter(language.values("region")), None) if language else None


def _framed(sentences: tuple[Sentence, ...], watch: Watch) -> tuple[Sentence, ...]:
    """The sentences joined, set right and with their clause frames; where that breaks, as they were, or as blank ones."""
    joined = watch.over("joins", _spans(sentences), lambda out: join_sentences(sentences, out), sentences)
    parts = _spans(joined)
    mended = watch.over("attachments", parts, lambda out: set_right(joined, out), joined)
    framed = watch.over("clauses", parts, lambda out: with_frames(_without(mended, out)), _NO_SENTENCES)
    return framed or tuple(map(blank, mended))


def _without(sentences: tuple[Sentence, ...], out: frozenset[int]) -> tuple[Sentence, ...]:
    return tuple(blank(s) if n in out else s for n, s in enumerate(sentences)) if out else sentences


def _spans(sentences: tuple[Sentence, ...]) -> list[Span]:
    return [Span(s.start, s.end) for s in sentences]


@dataclass(frozen=True, slots=True)
class _Room:
    """One document's sentences and the watch over its readers."""

    sentences: tuple[Sentence, ...]
    watch: Watch
    parts: list[Span]

    def pass_of(self, reader: str, read: Callable[[tuple[Sentence, ...]], Result], nothing: Result) -> Result:
        """One reader's pass over all sentences, without those that it breaks over."""
        return self.watch.over(reader, self.parts, lambda out: read(_without(self.sentences, out)), nothing)
