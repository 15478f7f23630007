"""Reports of which one is said to be the translation of another: by whom, a person or a machine, and who checked it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import PurePosixPath

from rashomon.model.document import Appearance, Document, Original
from rashomon.model.identity import make_id

OF, BY, KIND, CHECKED = "translation_of", "translated_by", "translation_kind", "checked_by"
"""Columns of `sources.csv`."""
_DOCUMENT, _IN = "translation_of_document", "translated_in"
"""What a case knows beside them: the document that a translation is of, the file that a report is translated in."""
_READ = "en"


@dataclass(frozen=True, slots=True)
class Translation:
    """Whose words a report gives in another language: the original's document id and file, who made it, and who checked it.

    `kind` is "person" or "machine", None where that is not told.
    """

    of: str
    file: str
    by: str | None
    kind: str | None
    checked_by: str | None


def with_translations(originals: Sequence[Original]) -> tuple[Original, ...]:
    """The originals, translations with what is known of theirs: outlet, author, day, address where they tell none of their own."""
    pairs = list(_pairs(originals))
    of = {translation.sha256: (original, seen) for translation, original, seen in pairs}
    files: dict[str, list[str]] = defaultdict(list)
    for _, original, seen in pairs:
        files[original.sha256].append(seen.file)
    made = []
    for one in originals:
        if held := of.get(one.sha256):
            one = replace(one, appearances=tuple(_inherit(a, *held) for a in one.appearances))
        if told := files.get(one.sha256):
            one = replace(one, appearances=tuple(_with(a, *((_IN, file) for file in told)) for a in one.appearances))
        made.append(one)
    return tuple(made)


def _pairs(originals: Sequence[Original]) -> Iterator[tuple[Original, Original, Appearance]]:
    """Each translation with its original and the appearance that says so; none of a translation that is not in English."""
    for one in originals:
        for seen in one.appearances:
            named = dict(seen.other).get(OF)
            english = (seen.language or _READ).lower().split("-")[0] == _READ
            other = _find(originals, seen, named) if named and english else None
            if other is not None and other.sha256 != one.sha256:
                yield one, other, seen
                break


def _find(originals: Sequence[Original], seen: Appearance, named: str) -> Original | None:
    """The one original of that name, in the same folder first."""
    beside = str(PurePosixPath(seen.file).parent / named)
    for wanted in (beside, named):
        found = [o for o in originals if any(a.file == wanted for a in o.appearances)]
        if len(found) == 1:
            return found[0]
    last = [o for o in originals if any(PurePosixPath(a.file).name == named for a in o.appearances)]
    return last[0] if len(last) == 1 else None


def _inherit(seen: Appearance, original: Original, told: Appearance) -> Appearance:
    first = original.appearances[0]
    known = replace(
        seen, publisher=seen.publisher or first.publisher, author=seen.author or first.author,
        published=seen.published or first.published, url=seen.url or first.url,
    )  # fmt: skip
    own = ((name, value) for name, value in told.other if name in (OF, BY, KIND, CHECKED))
    return _with(known, *own, (_DOCUMENT, make_id("d", original.sha256)))


def _with(seen: Appearance, *told: tuple[str, str]) -> Appearance:
    return replace(seen, other=tuple(sorted({*seen.other, *told})))


def translation_of(document: Document) -> Translation | None:
    """What a report is the translation of, where that is in the case."""
    told = {name: value for seen in document.appearances for name, value in seen.other}
    if _DOCUMENT not in told:
        return None
    kind = told.get(KIND, "").strip().casefold()
    return Translation(
        told[_DOCUMENT], told[OF], told.get(BY), kind if kind in ("person", "machine") else None, told.get(CHECKED)
    )


def translated_in(document: Document) -> tuple[str, ...]:
    """The files in which a report is translated."""
    found = {value: None for seen in document.appearances for name, value in seen.other if name == _IN}
    return tuple(found)


def translation_words(document: Document) -> Iterator[str]:
    """What to say of a report that is a translation or has one."""
    told = {name: value for seen in document.appearances for name, value in seen.other}
    if made := translation_of(document):
        by = f" by {made.by}" if made.by else ""
        kind = f" ({made.kind})" if made.kind else ""
        yield f"a translation of {made.file}{by}{kind}; checked by {made.checked_by or 'nobody who is named'}"
    elif OF in told:
        yield f"said to be a translation of {told[OF]}, which is not in the case, or this is not in English: read as a report of its own"
    files = translated_in(document)
    if files and not document.claims_read:
        yield f"its claims are read from its translation, {', '.join(files)}"
