"""Document -> who, when, how many, which number: one file per kind of thing."""

from __future__ import annotations

from rashomon.model.annotation import Annotations, Sentence
from rashomon.model.document import Document
from rashomon.stages.annotate.attachments import set_right
from rashomon.stages.annotate.clauses import with_frames
from rashomon.stages.annotate.joins import join_sentences
from rashomon.stages.annotate.phones import find_phones
from rashomon.stages.annotate.quantities import find_quantities
from rashomon.stages.annotate.times import find_times
from rashomon.stages.annotate.who import find_who


def annotate(document: Document, sentences: tuple[Sentence, ...], region: str | None = None) -> Annotations:
    """Everything found in one parsed document; `region` (ISO 3166) is that of national telephone numbers."""
    sentences = with_frames(set_right(join_sentences(sentences)))
    times = find_times(document, sentences)
    phones = find_phones(document, sentences, times, region)
    mentions, referents = find_who(document, sentences, times, phones)
    quantities = find_quantities(document, sentences)
    return Annotations(document.id, sentences, mentions, referents, times, quantities, phones)
