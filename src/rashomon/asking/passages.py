"""A report as the passages that a model is asked about: every paragraph once, with what is needed to tell who is who."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TypeVar

from rashomon.model.account import Account
from rashomon.model.annotation import Referent
from rashomon.model.asked import Listed, Passage
from rashomon.model.claim import Occurrence
from rashomon.model.document import APART, Block
from rashomon.model.proposal import numbered_incidents
from rashomon.model.span import Span

LISTED = 120
"""People and incidents that a question lists: those told of nearest to the passage. The others can be named by their words."""
Row = TypeVar("Row")
_NO_CLAIMS = APART | {"boilerplate", "byline", "dateline"}


def passages_of(account: Account, *, unread: bool = False) -> tuple[Passage, ...]:
    """The paragraphs of a document, in text order; with `unread` only those in which a sentence stands on its unread list.

    A document in a language that no rule reads is asked about whole either way.
    """
    document = account.document
    blocks = [b for b in document.blocks if b.kind not in _NO_CLAIMS and document.text[b.start : b.end].strip()]
    wanted = _wanted(account, blocks) if unread and document.claims_read else {b.start for b in blocks}
    pairs = zip([None, *blocks], blocks, strict=False)
    return tuple(_passage(account, before, block) for before, block in pairs if block.start in wanted)


def _wanted(account: Account, blocks: Iterable[Block]) -> set[int]:
    spans = [Span(u.start, u.end) for u in account.reading.unread]
    return {b.start for b in blocks if any(b.span.touches(s) for s in spans)}


def _passage(account: Account, before: Block | None, block: Block) -> Passage:
    text = account.document.text
    return Passage(
        account.document.sha256,
        block.span,
        text[block.start : block.end],
        text[before.start : before.end] if before else "",
        _head(account, block),
        _people(account, block),
        _incidents(account, block),
    )


def _head(account: Account, block: Block) -> str:
    """Title, outlet and day of the report: what its readers know before they come to this paragraph."""
    document = account.document
    dateline = next((b for b in document.blocks if b.kind == "dateline" and b.start != block.start), None)
    place = document.text[dateline.start : dateline.end] if dateline else None
    return "; ".join(filter(None, (document.title, document.publisher, document.published, place)))


def _people(account: Account, block: Block) -> tuple[Listed, ...]:
    spots = {m.id: m.start for m in account.annotations.mentions}
    named = [r for r in account.annotations.referents if r.named and r.type in ("person", "organization")]
    kept = {r.id for r in _nearest(named, lambda r: min(_away(spots[m], block) for m in r.mentions))}
    return tuple(Listed(n, r.name, _said(r)) for n, r in enumerate(named, 1) if r.id in kept)


def _said(referent: Referent) -> str:
    return ", ".join((*referent.titles, *(a.name for a in referent.aliases)))


def _incidents(account: Account, block: Block) -> tuple[Listed, ...]:
    tellings = numbered_incidents(account.reading)
    kinds = {o.mentions[0]: o for o in account.reading.occurrences if o.mentions}
    rows = [(n, word, kinds[word]) for n, word in enumerate(tellings, 1)]
    near = _nearest(rows, lambda row: min(_away(m.start, block) for m in row[2].mentions))
    return tuple(Listed(n, _around(account, occurrence), occurrence.type) for n, _, occurrence in near)


def _around(account: Account, occurrence: Occurrence) -> str:
    """The sentence in which an incident is first told, as far as it is needed to know it again."""
    first = occurrence.mentions[0]
    home = next((s for s in account.annotations.sentences if s.start <= first.start < s.end), None)
    text = account.document.text
    return " ".join((text[home.start : home.end] if home else first.quote).split())[:240]


def _nearest(rows: list[Row], away: Callable[[Row], int]) -> list[Row]:
    """At most so many, the nearest ones, in their order."""
    chosen = sorted(range(len(rows)), key=lambda n: (away(rows[n]), n))[:LISTED]
    return [rows[n] for n in sorted(chosen)]


def _away(place: int, block: Block) -> int:
    return max(0, block.start - place, place - block.end)
