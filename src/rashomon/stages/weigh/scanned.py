"""What was read off a picture alone is no ground of a conflict: letters may be wrong, so it says so and is a gap."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from rashomon.model.finding import Finding, FindingKind, Pair
from rashomon.stages.weigh.layout import Laid, Layout

_GRAVE: frozenset[FindingKind] = frozenset({"conflict", "inconsistency", "clash"})
_WHY = "{of} read off a picture alone ({where}), where letters may be wrong: no conflict before somebody compared it with the original"


def without_scans(layout: Layout, findings: Iterable[Finding], ranks: Sequence[FindingKind]) -> Iterator[Finding]:
    """The findings, those that rest on what was read off pictures alone as gaps."""
    off = {laid.claim.id: laid for laid in _all(layout) if is_off_a_picture(laid)}
    for finding in findings:
        yield _reread(finding, off, ranks) if off and finding.kind in _GRAVE else finding


def _all(layout: Layout) -> Iterator[Laid]:
    yield from layout.claims
    yield from layout.repeats


def is_off_a_picture(laid: Laid) -> bool:
    """Whether a claim stands in words that a program read off a picture."""
    return any(span.start <= laid.claim.start < span.end for span in laid.document.scanned)


def _reread(finding: Finding, off: dict[str, Laid], ranks: Sequence[FindingKind]) -> Finding:
    if not finding.pairs:
        alone = bool(finding.claims) and all(c in off for c in finding.claims)
        return replace(finding, kind="gap", reason=_told(finding.reason, finding.claims, off)) if alone else finding
    pairs = tuple(_pair(pair, off) for pair in finding.pairs)
    if pairs == finding.pairs:
        return finding
    kind = min((pair.kind for pair in pairs), key=ranks.index)
    claims = [c for pair in pairs for side in (pair.a, pair.b) for c in side if all(x in off for x in side)]
    return replace(finding, kind=kind, pairs=pairs, reason=_told(finding.reason, claims, off))


def _pair(pair: Pair, off: dict[str, Laid]) -> Pair:
    """A pair of which one side stands on pictures alone is no conflict."""
    sides = [side for side in (pair.a, pair.b) if side and all(c in off for c in side)]
    if pair.kind not in _GRAVE or not sides:
        return pair
    return replace(pair, kind="gap", reason=_told(pair.reason, sides[0], off))


def _told(reason: str, claims: Sequence[str], off: dict[str, Laid]) -> str:
    found = [off[c] for c in dict.fromkeys(claims) if c in off]
    where = ", ".join(
        dict.fromkeys(f"{x.document.file}, {x.document.leaf_at(x.claim.start) or 'a picture'}" for x in found)
    )
    of = "one side was" if len(found) < len(claims) or len(found) == 1 else "this was"
    return f"{reason.rstrip('.')}; {_WHY.format(of=of, where=where)}"
