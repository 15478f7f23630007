"""A report's text cut into stretches, each with all the marks that lie on it: marks may nest and cross."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from rashomon.model.account import Account
from rashomon.model.addition import Addition
from rashomon.model.claim import Attribution, Claim
from rashomon.present.resolve import Resolved


class Span(NamedTuple):
    """One mark: from where to where, its class, and the entity it names."""

    start: int
    end: int
    css: str
    entity: str | None = None


@dataclass(frozen=True, slots=True)
class Stretch:
    """Words with the same marks on them; `anchors` are the claims and unread sentences that start here."""

    start: int
    text: str
    css: str
    entity: str | None
    anchors: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One paragraph: the kind of block, its stretches, and what stands in the margin beside it.

    `leaf` is the page that it begins on, where the one before began on another.
    """

    kind: str
    stretches: tuple[Stretch, ...]
    claims: tuple[Claim, ...]
    unread: tuple[str, ...]
    additions: tuple[Addition, ...]
    leaf: str | None = None


def mark_text(
    case: Resolved, account: Account, part: tuple[int, int], additions: Sequence[Addition]
) -> Iterator[Paragraph]:
    """The paragraphs of a part of a report's text."""
    spans = [s for s in _spans(case, account, additions) if s.start < part[1] and part[0] < s.end]
    anchors = _anchors(account, additions)
    leaf = None
    for start, end in _lines(account.document.text, part):
        before, leaf = leaf, account.document.leaf_at(start)
        inside = [s for s in spans if s.start < end and start < s.end]
        reading = account.reading
        yield Paragraph(
            _kind(account, start),
            tuple(_cut(account.document.text, start, end, inside, anchors)),
            tuple(c for c in reading.claims if start <= c.start < end),
            tuple(u.why for u in reading.unread if start <= u.start < end),
            tuple(a for a in additions if start <= a.words.start < end),
            leaf if leaf != before else None,
        )


def _lines(text: str, part: tuple[int, int]) -> Iterator[tuple[int, int]]:
    start = part[0]
    while start < part[1]:
        end = text.find("\n", start, part[1])
        end = part[1] if end < 0 else end
        if text[start:end].strip():
            yield start, end
        start = end + 1


def _kind(account: Account, start: int) -> str:
    return next((b.kind for b in account.document.blocks if b.start <= start < b.end), "body")


def _spans(case: Resolved, account: Account, additions: Iterable[Addition]) -> Iterator[Span]:
    for mention in account.annotations.mentions:
        if mention.form == "name":
            yield Span(mention.start, mention.end, "t-name", case.entity(mention.referent))
    yield from (Span(t.start, t.end, "t-time") for t in account.annotations.times)
    yield from (
        Span(c.start, c.end, "t-claim") for c in account.reading.claims if c.property != "statement"
    )  # fmt: skip
    depth = _depths(account.reading.attributions)
    for attribution in account.reading.attributions:
        css = "t-said" if depth[attribution.id] == 0 else "t-said2"
        yield from (Span(q.start, q.end, css) for q in attribution.content)
        yield from (Span(q.start, q.end, "t-cue") for q in attribution.cue)
    yield from (Span(u.start, u.end, "t-unread") for u in account.reading.unread)
    yield from (Span(d.start, d.end, "t-doubtful") for d in account.document.doubtful)
    yield from (Span(a.words.start, a.words.end, "t-added") for a in additions)


def _depths(attributions: Sequence[Attribution]) -> dict[str, int]:
    parents = {a.id: a.parent for a in attributions}
    found: dict[str, int] = {}
    for ident in parents:
        depth, above = 0, parents[ident]
        while above in parents and depth < 9:
            depth, above = depth + 1, parents[above]
        found[ident] = depth
    return found


def _anchors(account: Account, additions: Iterable[Addition]) -> dict[int, list[str]]:
    found: dict[int, list[str]] = defaultdict(list)
    for claim in account.reading.claims:
        found[claim.start].append(claim.id)
    for unread in account.reading.unread:
        found[unread.start].append(f"u{unread.start}")
    for addition in additions:
        found[addition.words.start].append(addition.id)
    return found


def _cut(text: str, start: int, end: int, spans: Sequence[Span], anchors: dict[int, list[str]]) -> Iterator[Stretch]:
    edges = {start, end, *(a for a in anchors if start <= a < end)}
    edges |= {max(start, s.start) for s in spans} | {min(end, s.end) for s in spans}
    places = sorted(edges)
    for n, at in enumerate(places[:-1]):
        on = [s for s in spans if s.start <= at < s.end]
        css = " ".join(dict.fromkeys(s.css for s in on))
        entity = next((s.entity for s in on if s.entity), None)
        yield Stretch(at, text[at : places[n + 1]], css, entity, tuple(anchors.get(at, ())))
