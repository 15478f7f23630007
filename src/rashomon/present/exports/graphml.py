"""Who was in contact with whom, as GraphML for Gephi: people and bodies, edges by kind with their named roots.

Only a contact's own parties are joined; being present, having asked, or being spoken of is an edge kind of its own.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from xml.etree import ElementTree as Tree

from rashomon.model.claim import Claim, Party
from rashomon.present.resolve import Resolved
from rashomon.present.words import chain_words

OWN = frozenset({"from", "to", "with"})
APART = {"present": "present", "asked_by": "asked by", "about": "about"}


@dataclass(frozen=True, slots=True)
class Edge:
    """Two parties (entity ids, or the words for one who is not known), the kind of tie, the claims behind it, who says so.

    `accepted` is True once a person accepted one of those claims.
    """

    a: str
    b: str
    kind: str
    claims: tuple[str, ...]
    roots: int
    said_by: tuple[str, ...] = ()
    accepted: bool = False


def is_drawn(case: Resolved, claim: Claim) -> bool:
    """Whether a claim joins two: a contact that is neither denied nor rejected, and of which it was told how surely."""
    told = claim.stance not in ("denied", "undetermined")
    return claim.property == "contact" and told and case.reviews.get(claim.id) != "reject"


def contact_edges(case: Resolved, keep: Callable[[Claim], bool] = lambda _: True) -> tuple[Edge, ...]:
    """Every pair in contact, and apart from them who was present, had asked or was spoken of; of the claims to keep."""
    found: dict[tuple[str, str, str], list[Claim]] = defaultdict(list)
    for claim in case.claims.values():
        if is_drawn(case, claim) and keep(claim):
            for a, b, kind in _ties(case, claim):
                found[a, b, kind].append(claim)
    return tuple(
        Edge(
            a, b, kind, tuple(c.id for c in claims), len({r for c in claims if (r := root_name(case, c))}),
            tuple(dict.fromkeys(chain_words(case, c.chain) for c in claims)),
            any(case.reviews.get(c.id) == "accept" for c in claims),
        )
        for (a, b, kind), claims in sorted(found.items())
    )  # fmt: skip


def _ties(case: Resolved, claim: Claim) -> Iterator[tuple[str, str, str]]:
    own = [p for p in claim.value.parties if p.role in OWN]
    for n, first in enumerate(own):
        for second in own[n + 1 :]:
            a, b = sorted((node(case, claim, first), node(case, claim, second)))
            yield a, b, claim.value.kind or "contact"
    for party in claim.value.parties:
        if party.role in APART and own:
            yield node(case, claim, own[0]), node(case, claim, party), APART[party.role]


def node(case: Resolved, claim: Claim, party: Party) -> str:
    """A party's node: its entity, else one of this claim's own, since nobody knows who it was."""
    return case.entity(party.referent) or f"{claim.id}:{claim.value.parties.index(party)}:{party.text}"


def node_name(case: Resolved, ident: str) -> str:
    """What a node is called."""
    return case.entities[ident].name if ident in case.entities else ident.split(":", 2)[2]


def root_name(case: Resolved, claim: Claim) -> str | None:
    """The claim's root as an identity, or None where none is recorded."""
    if claim.root is None:
        return None
    link = claim.chain[claim.root]
    return case.entity(link.referent) or link.name


KEYS = (
    ("name", "node", "string"), ("label", "node", "string"), ("type", "node", "string"), ("kind", "edge", "string"),
    ("claims", "edge", "string"), ("said_by", "edge", "string"), ("weight", "edge", "int"), ("count", "edge", "int"), ("roots", "edge", "int"),
)  # fmt: skip


def export_graphml(case: Resolved) -> bytes:
    """A GraphML document, undirected, that networkx and Gephi load."""
    top = Tree.Element("graphml", xmlns="http://graphml.graphdrawing.org/xmlns")
    for name, where, kind in KEYS:
        Tree.SubElement(top, "key", {"id": name, "for": where, "attr.name": name, "attr.type": kind})
    graph = Tree.SubElement(top, "graph", id="contacts", edgedefault="undirected")
    edges = contact_edges(case)
    nodes = sorted({e.a for e in edges} | {e.b for e in edges})
    # Somebody unknown is known by the claim's words, which make no good XML id.
    ids = {ident: ident if ident in case.entities else f"u{n}" for n, ident in enumerate(nodes)}
    for ident in nodes:
        element = Tree.SubElement(graph, "node", id=ids[ident])
        _data(element, "name", node_name(case, ident))
        _data(element, "label", node_name(case, ident))
        _data(element, "type", case.entities[ident].type if ident in case.entities else "unknown")
    for n, edge in enumerate(edges):
        element = Tree.SubElement(graph, "edge", id=f"x{n}", source=ids[edge.a], target=ids[edge.b])
        _data(element, "kind", edge.kind)
        _data(element, "claims", " ".join(edge.claims))
        _data(element, "said_by", "; ".join(edge.said_by))
        _data(element, "weight", str(max(1, edge.roots)))
        _data(element, "count", str(len(edge.claims)))
        _data(element, "roots", str(edge.roots))
    Tree.indent(top)
    return ("<?xml version='1.0' encoding='utf-8'?>\n" + Tree.tostring(top, encoding="unicode") + "\n").encode()


def _data(parent: Tree.Element, key: str, text: str) -> None:
    Tree.SubElement(parent, "data", key=key).text = "".join(c for c in text if c.isprintable())
