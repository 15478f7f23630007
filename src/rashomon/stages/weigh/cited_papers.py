"""Which paper that reports cite is itself a document of the case: "a confidential information note", "the indictment"."""

from __future__ import annotations

from rashomon.model.document import Document
from rashomon.stages.weigh.layout import Layout, outlet_key
from rashomon.text.fold import fold_words

_COURTLY = frozenset({"indictment", "hearing", "transcript"})
"""Papers of which a case that holds one means that one."""
_NOT_TELLING = frozenset(
    {"a", "an", "the", "that", "this", "same", "his", "her", "their", "its", "s", "confidential", "secret", "internal",
     "leaked", "classified", "official", "undated", "police", "page", "copy", "new", "alleged", "of"}
)  # fmt: skip


def cited_papers(layout: Layout) -> dict[str, str]:
    """The key of a cited paper's entity -> the key of the one document of the case that bears its words in its title."""
    papers = [d for d in layout.documents.values() if not d.publisher]
    found: dict[str, str] = {}
    for entity in layout.entities.values() if papers else ():
        words = frozenset(fold_words(entity.name).split()) - _NOT_TELLING if entity.type == "document" else frozenset()
        meant = [d for d in papers if words and _bears(d, words)]
        if len(meant) == 1:
            found[f"entity {entity.id}"] = outlet_key(meant[0])
    return found


def _bears(document: Document, words: frozenset[str]) -> bool:
    if len(words) > 1:
        return words <= frozenset(fold_words(document.title or "").split())
    return words <= _COURTLY and document.kind in words
