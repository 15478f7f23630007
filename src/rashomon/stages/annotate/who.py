"""Who and where: people, bodies, places and cited papers, one type per name per document."""

from __future__ import annotations

from rashomon.model.annotation import EntityType, Mention, Phone, Referent, Sentence, TimeRef
from rashomon.model.document import Document
from rashomon.model.identity import make_id
from rashomon.stages.annotate.parse import names_in

_TYPES: dict[str, EntityType] = {
    "PERSON": "person", "ORG": "organization", "NORP": "organization", "GPE": "place", "LOC": "place", "FAC": "place",
}  # fmt: skip


def find_who(
    document: Document, sentences: tuple[Sentence, ...], times: tuple[TimeRef, ...], phones: tuple[Phone, ...]
) -> tuple[tuple[Mention, ...], tuple[Referent, ...]]:
    """The mentions of a document in text order, and the referents they were resolved to."""
    mentions: dict[str, list[Mention]] = {}
    for sentence, first, last, label in names_in(sentences):
        if label not in _TYPES:
            continue
        start, end = sentence.tokens[first].start, sentence.tokens[last - 1].end
        name = document.text[start:end]
        known = mentions.setdefault(name, [])
        referent = known[0].referent if known else make_id("r", document.sha256, start, end)
        kind = known[0].type if known else _TYPES[label]
        known.append(
            Mention(make_id("m", document.sha256, start, end), start, end, name, "name", kind, referent,
                    sentence.index, last - 1)
        )  # fmt: skip
    every = sorted((m for ms in mentions.values() for m in ms), key=lambda m: m.start)
    referents = [
        Referent(str(ms[0].referent), document.id, ms[0].type, name, tuple(m.id for m in ms))
        for name, ms in mentions.items()
    ]
    return tuple(every), tuple(referents)
