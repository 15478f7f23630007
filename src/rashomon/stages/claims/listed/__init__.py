"""What is read of languages that no parser reads: figures of victims and of those held, telephone numbers, by listed words."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from rashomon.lexicon.languages import Language, language_of
from rashomon.model.annotation import Annotations
from rashomon.model.claim import Claim, Reading, Unread
from rashomon.model.document import Document
from rashomon.stages.claims.listed.claims import claims_of
from rashomon.stages.claims.listed.figure import Figure
from rashomon.stages.claims.listed.figures import find_figures
from rashomon.stages.claims.listed.lines import Line, read_lines
from rashomon.stages.claims.listed.telephones import phone_claims, unread_phones
from rashomon.stages.claims.wordlists import rows

_SCORE = 0.75


def read_listed(document: Document, annotations: Annotations) -> Reading:
    """The plain figures of a document as claims, the others on its unread list; nothing where its language has no words."""
    language = language_of(document.language)
    found = [] if language is None else [(line, find_figures(line)) for line in read_lines(document, language)]
    occurrences, claims = claims_of(document, annotations, found)
    unread = [one for line, figures in found for one in _unread(document, line, figures, claims)]
    if language is not None:
        unread += unread_phones(document, language, annotations, [line for line, _ in found])
    claims = sorted([*claims, *phone_claims(document, annotations.phones)], key=lambda c: (c.start, c.end, c.property))
    return Reading(document.id, (), tuple(occurrences), tuple(claims), tuple(unread))


def _unread(document: Document, line: Line, figures: Sequence[Figure], claims: Sequence[Claim]) -> Iterator[Unread]:
    """The sentence, where a figure of it is in no claim."""
    held = {(c.property, c.value.number) for c in claims if line.start <= c.start < line.end}
    figures = [f for f in figures if (f.deed.value if f.deed else "", f.number) not in held]
    if not figures:
        return
    told = ", ".join(dict.fromkeys(_words(figures)))
    why = f"{told}: {_name(line.language)}, not read as a claim"
    yield Unread(document.id, line.start, line.end, document.text[line.start : line.end], why, _SCORE)


def _name(language: Language) -> str:
    return language.values("name")[0]


def _words(figures: Sequence[Figure]) -> Iterator[str]:
    """Each figure in English: "at least 41 dead"."""
    said = {kind: (name, words) for kind, name, words in rows("claims", "figures_unread.tsv")}
    for one in figures:
        bound = said[one.bound][1] if one.bound in said else ""
        of = said[one.deed.value][1] if one.deed else ""
        people = "person" if one.number == 1 else "people"
        yield f"{bound} {one.number:,} {of if one.sure else f'{people}, perhaps {of}'}".strip()
