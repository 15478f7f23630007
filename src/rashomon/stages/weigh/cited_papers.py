"""Which paper that reports cite is itself a document of the case: "a confidential information note", "the indictment"."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence

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
    titled, courtly = _by_word(papers), _by_kind(papers)
    found: dict[str, str] = {}
    for entity in layout.entities.values() if papers else ():
        words = frozenset(fold_words(entity.name).split()) - _NOT_TELLING if entity.type == "document" else frozenset()
        meant = _bearers(words, titled, courtly) if words else set()
        if len(meant) == 1:
            found[f"entity {entity.id}"] = outlet_key(layout.documents[min(meant)])
    return found


def _by_word(papers: Sequence[Document]) -> dict[str, set[str]]:
    """The papers that bear each word in their titles: a large case cites many papers and holds many."""
    held: dict[str, set[str]] = defaultdict(set)
    for paper in papers:
        for word in fold_words(paper.title or "").split():
            held[word].add(paper.id)
    return held


def _by_kind(papers: Sequence[Document]) -> dict[str, set[str]]:
    held: dict[str, set[str]] = defaultdict(set)
    for paper in papers:
        if paper.kind in _COURTLY:
            held[paper.kind].add(paper.id)
    return held


def _bearers(words: frozenset[str], titled: Mapping[str, set[str]], courtly: Mapping[str, set[str]]) -> set[str]:
    if len(words) == 1:
        return courtly.get(next(iter(words)), set())
    # The rarest word first, so that what is left to look through is little.
    first, *others = sorted((titled.get(word, set()) for word in words), key=len)
    return first.intersection(*others) if first else first
