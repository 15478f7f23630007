"""Document -> who, when, how many, which number: one file per kind of thing."""

from __future__ import annotations

from rashomon.model.annotation import Annotations, Sentence
from rashomon.model.case_settings import Hints
from rashomon.model.document import Document
from rashomon.stages.annotate.attachments import set_right
from rashomon.stages.annotate.clauses import with_frames
from rashomon.stages.annotate.joins import join_sentences
from rashomon.stages.annotate.phones import find_phones
from rashomon.stages.annotate.quantities import find_quantities
from rashomon.stages.annotate.times import find_times
from rashomon.stages.annotate.who import find_who

NO_HINTS = Hints()


def annotate(document: Document, sentences: tuple[Sentence, ...], hints: Hints = NO_HINTS) -> Annotations:
    """Everything found in one parsed document; `hints` are what the user of the case knows beforehand."""
    sentences = with_frames(set_right(join_sentences(sentences)))
    times = find_times(document, sentences, day_first=hints.day_first)
    phones = find_phones(document, sentences, times, hints.region)
    mentions, referents = find_who(document, sentences, times, phones, hints)
    quantities = find_quantities(document, sentences)
    return Annotations(document.id, sentences, mentions, referents, times, quantities, phones)
