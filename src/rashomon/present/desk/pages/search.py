"""Search over texts, claims and names, folded."""

from __future__ import annotations

from dataclasses import dataclass

from starlette.requests import Request
from starlette.responses import Response

from rashomon.present.desk.places import place_of
from rashomon.present.desk.render import live, page
from rashomon.present.desk.snippets import Snippet, find_snippet
from rashomon.present.resolve import Resolved
from rashomon.store.view import Hit

MOST = 60
KINDS = {"name": "names", "claim": "claims", "text": "texts of reports"}


@dataclass(frozen=True, slots=True)
class Shown:
    """One hit with its address, a heading and the words found."""

    address: str
    heading: str
    beside: str
    snippet: Snippet | None


def search(request: Request) -> Response:
    """Hits by kind, with the words marked; a claim within its report, a name once for the case."""
    words = request.query_params.get("q", "")[:300]
    case = live(request).resolved
    hits = live(request).view.search(words, limit=MOST)
    groups: dict[str, dict[str, Shown]] = {kind: {} for kind in KINDS}
    for hit in hits:
        shown = _shown(case, hit, words)
        groups[hit.kind].setdefault(shown.address, shown)
    return page(request, "search.html", words=words, groups={k: list(v.values()) for k, v in groups.items() if v},
                kinds=KINDS, full=len(hits) == MOST)  # fmt: skip


def _shown(case: Resolved, hit: Hit, words: str) -> Shown:
    document = case.documents[hit.document]
    beside = f"{document.publisher or document.file}, {document.published[:10] if document.published else 'not dated'}"
    if hit.kind == "name":
        entity = case.entity(hit.id)
        address = f"/people/{entity}" if entity else f"/documents/{document.id}"
        name = case.entities[entity].name if entity else case.referents[hit.id].name
        return Shown(address, name, case.entities[entity].type if entity else beside, None)
    if hit.kind == "claim":
        claim = case.claims[hit.id]
        return Shown(f"/claims/{hit.id}", "", beside, find_snippet(claim.quote, words) or _whole(claim.quote))
    snippet = find_snippet(document.text, words)
    address = place_of(case, document.id, snippet.start) if snippet else f"/documents/{document.id}"
    return Shown(address, document.title or document.file, beside, snippet)


def _whole(text: str) -> Snippet:
    return Snippet(0, text[:240], "", "")
