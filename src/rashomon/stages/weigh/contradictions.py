"""Two statements of one speaker of which one denies what the other says: "no warning came", "one warning came"."""

from __future__ import annotations

import re
from collections import defaultdict
from itertools import combinations

from rashomon.model.finding import Finding
from rashomon.stages.weigh.layout import Laid, Layout
from rashomon.stages.weigh.reasons import make_finding, say_outlet
from rashomon.stages.weigh.roots import root_key, root_name

_NEGATION = re.compile(r"\b(?:no|not|never|without|n't|neither|nor|none|nobody|nothing)\b|n't\b|n’t\b", re.I)
_NEGATED = re.compile(r"\b(?:no|without)\s+(?:[^\W\d_]+ly\s+)?([^\W\d_]+)", re.I)
_LONGEST = 25
_WORD = re.compile(r"[^\W\d_]{4,}")
_STEM = 5
_MOST = 60
_STOP = frozenset(
    {
        "that", "this", "they", "them", "their", "there", "with", "have", "been", "were", "from", "what", "when",
        "which", "would", "could", "should", "about", "after", "before", "other", "said", "says", "will", "also",
        "more", "than", "some", "such", "only", "into", "over", "very", "just", "being", "because", "people",
    }
)  # fmt: skip


def find_contradictions(layout: Layout) -> list[Finding]:
    """Drift between statements: one says no to a word that the other affirms, and the two share another word."""
    by_root: dict[str, list[Laid]] = defaultdict(list)
    for laid in layout.claims:
        told = laid.claim.property == "statement" and laid.claim.stance == "asserted"
        if told and (key := root_key(layout, laid)) and _is_speaker(laid):
            by_root[key].append(laid)
    found = []
    for laids in by_root.values():
        for a, b in combinations(laids[:_MOST], 2):
            if word := _denied(a, b) or _denied(b, a):
                found.append(_finding(layout, a, b, word))
    return found


def _is_speaker(laid: Laid) -> bool:
    """Whether the root speaks for itself: an agency or a paper carries many voices."""
    return laid.claim.chain[laid.claim.root or 0].kind in ("person", "official", "witness", "organization", "court")


def _denied(no: Laid, yes: Laid) -> str | None:
    """The word of the one that the other denies, where both speak of a second thing, too; else None."""
    negative, positive = no.claim.value.text or no.claim.quote, yes.claim.value.text or yes.claim.quote
    if _NEGATION.search(positive) or _overlap(no, yes) or max(len(t.split()) for t in (negative, positive)) > _LONGEST:
        return None
    said, other = _stems(negative), _stems(positive)
    for match in _NEGATED.finditer(negative):
        for stem in _stems(match.group(1)):
            if stem in other and len(said.keys() & other.keys()) > 1:
                return other[stem]
    return None


def _stems(text: str) -> dict[str, str]:
    words = (w.group().lower() for w in _WORD.finditer(text))
    return {w[:_STEM]: w for w in words if w not in _STOP}


def _overlap(a: Laid, b: Laid) -> bool:
    same = a.document.id == b.document.id
    return same and a.claim.start < b.claim.end and b.claim.start < a.claim.end


def _finding(layout: Layout, a: Laid, b: Laid, word: str) -> Finding:
    quotes = " and ".join(f"“{c.claim.quote}” ({say_outlet(c.document)}{_when(c)})" for c in (a, b))
    reason = f"{root_name(layout, [a])} is quoted with {quotes}: the one denies, the other affirms “{word}”"
    return make_finding("drift", layout, [a, b], reason, prop="statement")


def _when(laid: Laid) -> str:
    return f", {laid.day}" if laid.day else ""
