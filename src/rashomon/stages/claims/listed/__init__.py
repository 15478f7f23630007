"""What is read of languages that no parser reads: figures of victims and of those held, by listed words."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from rashomon.lexicon.languages import Language, language_of
from rashomon.model.annotation import Annotations
from rashomon.model.claim import Reading, Unread
from rashomon.model.document import Document
from rashomon.stages.claims.listed.figures import Figure, find_figures
from rashomon.stages.claims.listed.lines import Line, read_lines
from rashomon.stages.claims.wordlists import rows

_SCORE = 0.75


def read_listed(document: Document, annotations: Annotations) -> Reading:
    """The figures of a document that stand on its unread list; nothing where its language has no list of words."""
    language = language_of(document.language)
    found = [] if language is None else [(line, find_figures(line)) for line in read_lines(document, language)]
    unread = tuple(_unread(document, line, figures) for line, figures in found if figures)
    return Reading(document.id, (), (), (), unread)


def _unread(document: Document, line: Line, figures: Sequence[Figure]) -> Unread:
    told = ", ".join(dict.fromkeys(_words(figures)))
    why = f"{told}: {_name(line.language)}, not read as a claim"
    return Unread(document.id, line.start, line.end, document.text[line.start : line.end], why, _SCORE)


def _name(language: Language) -> str:
    return language.values("name")[0]


def _words(figures: Sequence[Figure]) -> Iterator[str]:
    """Each figure in English: "at least 41 dead"."""
    said = {kind: (name, words) for kind, name, words in rows("claims", "figures_unread.tsv")}
    for one in figures:
        bound = said[one.bound][1] if one.bound in said else ""
        of = said[one.deed.value][1] if one.deed else ""
        yield f"{bound} {one.number:,} {of if one.sure else f'people, perhaps {of}'}".strip()
