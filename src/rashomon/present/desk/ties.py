"""The network of contacts, and who cites whom, as a drawing takes them: nodes and edges, the most tied first."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from rashomon.model.claim import Claim
from rashomon.model.document import Document
from rashomon.present.desk.once import once_a_build
from rashomon.present.desk.queue import accusing_of
from rashomon.present.exports.graphml import APART, Edge, contact_edges, node_name
from rashomon.present.resolve import Resolved
from rashomon.text.fold import fold_words

MOST = 70
"""Nodes of one drawing: more cannot be told apart on a screen."""
DRAWN = 140
"""Ties of one drawing of who cites whom."""
CITED = frozenset({"outlet", "news_agency", "document", "record", "court"})
CITED_OUTLETS = frozenset({"outlet", "news_agency", "court"})
"""Whom a drawing outlet by outlet shows as cited: papers are too many there, and each is another."""
SMALL = 60
"""Up to so many reports the lineage is drawn report by report, above that outlet by outlet."""
ASIDE = frozenset(APART.values())


@once_a_build
def edges_of(case: Resolved) -> tuple[Edge, ...]:
    """Every tie, those on the most claims first."""
    return tuple(sorted(contact_edges(case), key=lambda e: (-e.roots, -len(e.claims), e.a, e.b, e.kind)))


@once_a_build
def accepted_edges(case: Resolved) -> tuple[Edge, ...]:
    """The ties that a picture may show: on contacts that a person accepted, or that name nobody."""
    accusing = accusing_of(case)
    kept = contact_edges(case, lambda c: case.reviews.get(c.id) == "accept" or not accusing.is_grave(c))
    return tuple(sorted(kept, key=lambda e: (-e.roots, -len(e.claims), e.a, e.b, e.kind)))


@dataclass(frozen=True, slots=True)
class Drawing:
    """What is drawn, and how many ties are left out."""

    nodes: tuple[dict[str, str | int], ...]
    edges: tuple[dict[str, str | int], ...]
    left_out: int = 0


def draw_contacts(case: Resolved, *, who: str = "", kind: str = "", every: bool = False) -> Drawing:
    """The ties of one and of those tied to them, or the most tied of the whole case.

    A drawing is soon a picture somewhere else: what nobody has accepted is in it only where `every` asks for it.
    """
    shown = edges_of(case) if every else accepted_edges(case)
    edges = [e for e in shown if not kind or e.kind == kind]
    accepted = {(e.a, e.b, e.kind) for e in accepted_edges(case)}
    if who:
        near = {who} | {n for e in edges if who in (e.a, e.b) for n in (e.a, e.b)}
        edges = [e for e in edges if who in (e.a, e.b) or (e.a in near and e.b in near)]
    chosen: dict[str, None] = {who: None} if who in case.entities else {}
    kept = []
    for edge in edges:
        new = [n for n in (edge.a, edge.b) if n not in chosen]
        if len(chosen) + len(new) <= MOST:
            chosen.update(dict.fromkeys(new))
            kept.append(edge)
    nodes = tuple(_node(case, n) for n in chosen)
    return Drawing(nodes, tuple(_tie(e, (e.a, e.b, e.kind) in accepted) for e in kept), len(edges) - len(kept))


def _node(case: Resolved, ident: str) -> dict[str, str | int]:
    known = case.entities.get(ident)
    return {"id": ident, "name": node_name(case, ident), "type": known.type if known else "unknown",
            "href": f"/people/{ident}" if known else ""}  # fmt: skip


def _tie(edge: Edge, accepted: bool) -> dict[str, str | int]:
    """A tie with who says so, in its own line."""
    says = edge.said_by[0].rpartition(" ← ")[2] + (
        f" and {len(edge.said_by) - 1} more" if len(edge.said_by) > 1 else ""
    )
    return {
        "says": says, "accepted": int(accepted),
        "source": edge.a, "target": edge.b, "kind": edge.kind, "roots": edge.roots, "claims": len(edge.claims),
        "aside": int(edge.kind in ASIDE),
    }  # fmt: skip


def find_tie(case: Resolved, a: str, b: str, kind: str) -> Edge | None:
    """The tie between two, of one kind."""
    return next((e for e in edges_of(case) if (e.a, e.b, e.kind) == (a, b, kind)), None)


@dataclass
class _Lineage:
    """A lineage being collected: a node's name, address and reports; who cites whom in how many claims."""

    names: dict[str, tuple[str, str, int]] = field(default_factory=dict)
    cites: Counter[tuple[str, str]] = field(default_factory=Counter)
    shares: Counter[tuple[str, str]] = field(default_factory=Counter)


def draw_lineage(case: Resolved, incident: str = "") -> Drawing:
    """Who cites whom: reports that share their text are one node; above SMALL reports, one node an outlet."""
    return _draw_lineage(case, case.claims_of_incident.get(incident, [])) if incident else whole_lineage(case)


@once_a_build
def whole_lineage(case: Resolved) -> Drawing:
    """Who cites whom in the whole case."""
    return _draw_lineage(case, list(case.claims.values()))


def _draw_lineage(case: Resolved, claims: Sequence[Claim]) -> Drawing:
    reports = {c.document for c in claims}
    fine = len(reports) <= SMALL
    lineage = _Lineage()
    node_of = _merged(case, reports) if fine else {d: _outlet_key(case.documents[d]) for d in reports}
    _name_reports(case, lineage, node_of, fine)
    bodies = {_body_of(case, ids, fine): key for key, ids in _members(node_of).items() if _body_of(case, ids, fine)}
    for claim in claims:
        for source, target in _citations(case, claim, node_of[claim.document], bodies, lineage, fine):
            lineage.cites[source, target] += 1
    if not fine:
        _share(case, lineage, node_of)
    return _lineage_drawing(lineage)


def _merged(case: Resolved, reports: set[str]) -> dict[str, str]:
    """Reports with shared wording under the earliest of them."""
    node_of = {d: d for d in reports}
    for finding in case.findings.values():
        if finding.tie == "wording":
            group = [d for d in finding.documents if d in reports]
            heads = {node_of[d] for d in group}
            if len(heads) > 1:
                first = min(heads, key=lambda d: (case.documents[d].published or "~", d))
                node_of = {d: first if head in heads else head for d, head in node_of.items()}
    return node_of


def _members(node_of: dict[str, str]) -> dict[str, list[str]]:
    found: dict[str, list[str]] = defaultdict(list)
    for document, key in node_of.items():
        found[key].append(document)
    return found


def _outlet_key(document: Document) -> str:
    return f"o:{fold_words(document.publisher or document.file)}"


def _name_reports(case: Resolved, lineage: _Lineage, node_of: dict[str, str], fine: bool) -> None:
    for key, ids in _members(node_of).items():
        ordered = sorted((case.documents[d] for d in ids), key=lambda d: (d.published or "~", d.id))
        first = ordered[0]
        name = first.publisher or first.file
        if fine:
            name += f", {first.published[:10]}" if first.published else ", not dated"
            name += f" + {len(ids) - 1} with its text" if len(ids) > 1 else ""
        lineage.names[key] = (name, f"/documents/{first.id}" if fine else "", len(ids))


def _body_of(case: Resolved, ids: Sequence[str], fine: bool) -> str:
    """The outlet's name folded, by which others cite it; '' where an outlet has several reports drawn apart."""
    outlets = {fold_words(case.documents[d].publisher or "") for d in ids}
    return outlets.pop() if len(outlets) == 1 or not fine else sorted(outlets)[0]


def _citations(
    case: Resolved, claim: Claim, source: str, bodies: dict[str, str], lineage: _Lineage, fine: bool
) -> Iterator[tuple[str, str]]:
    for link in claim.chain[1:]:
        if link.kind not in (CITED if fine else CITED_OUTLETS):
            return
        entity = case.entity(link.referent)
        name = case.entities[entity].name if entity else link.name
        target = bodies.get(fold_words(name)) or f"b:{entity or fold_words(name)}"
        lineage.names.setdefault(target, (name, f"/people/{entity}" if entity else "", 0))
        if target != source:
            yield source, target
        source = target


def _share(case: Resolved, lineage: _Lineage, node_of: dict[str, str]) -> None:
    for finding in case.findings.values():
        if finding.tie == "wording":
            outlets = sorted({node_of[d] for d in finding.documents if d in node_of})
            lineage.shares.update((a, b) for n, a in enumerate(outlets) for b in outlets[n + 1 :])


def _lineage_drawing(lineage: _Lineage) -> Drawing:
    """The ties on the most claims or passages, citations first, among at most MOST nodes."""
    ties: list[tuple[str, str, str, int]] = [(a, b, "cites", n) for (a, b), n in lineage.cites.most_common()]
    ties += [(a, b, "shares text with", n) for (a, b), n in lineage.shares.most_common()]
    degree = Counter(node for a, b, _, _ in ties for node in (a, b))
    kept = {node for node, _ in degree.most_common(MOST)}
    kept |= set(lineage.names) if len(lineage.names) <= MOST else set()
    drawn = [tie for tie in ties if tie[0] in kept and tie[1] in kept][:DRAWN]
    nodes: tuple[dict[str, str | int], ...] = tuple(
        {"id": key, "name": name, "type": "report" if reports else "cited", "href": href, "reports": reports}
        for key, (name, href, reports) in lineage.names.items() if key in kept
    )  # fmt: skip
    edges: tuple[dict[str, str | int], ...] = tuple(
        {"source": a, "target": b, "kind": kind, "claims": n, "roots": 0, "aside": int(kind != "cites")}
        for a, b, kind, n in drawn
    )
    return Drawing(nodes, edges, len(ties) - len(drawn))
