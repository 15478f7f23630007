"""Agencies that a page credits outside of its sentences: "With inputs from ...", "... contributed to this report"."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from functools import cache
from importlib.resources import files

from rashomon.model.document import Document
from rashomon.model.finding import Finding
from rashomon.stages.weigh.layout import Layout, incidents_told, outlet_initials, outlet_stem
from rashomon.stages.weigh.reasons import make_finding, say_outlet
from rashomon.text.fold import fold_words

_CITES = r"\b{who}\b[^.\n]{{0,40}}\b(?:report(?:s|ed)?|said|says|wrote|quoted)\b|\b(?:according to|told|citing|cited by) (?:the )?{who}\b"


def find_credits(layout: Layout) -> list[Finding]:
    """One finding for each agency that one report credits and another credits, cites or is."""
    credited: dict[str, dict[str, Document]] = defaultdict(dict)
    names: dict[str, str] = {}
    for account in layout.accounts:
        for name in read_credits(account.document.text):
            stem = outlet_stem(fold_words(name))
            if _is_of(stem, account.document):
                continue  # An agency's own dateline: it depends on nobody by that.
            names.setdefault(stem, name)
            credited[stem][account.document.id] = account.document
    own = {stem for stem in credited for d in layout.documents.values() if _is_of(stem, d)}
    told = incidents_told(layout)
    found = (_finding(layout, told, names[stem], stem in own, credited[stem]) for stem in sorted(credited) if stem)
    return [finding for finding in found if finding]


def _is_of(stem: str, document: Document) -> bool:
    """Whether a credit names the outlet of a document, or gives its initials."""
    publisher = document.publisher or ""
    return stem in (outlet_stem(fold_words(publisher)), outlet_initials(publisher)) if publisher else False


def read_credits(text: str) -> list[str]:
    """The names that a page credits, each once."""
    matches = (m.group("who") for pattern in _forms() for m in pattern.finditer(text))
    names = (name.strip() for found in matches for name in found.split(","))
    return list(dict.fromkeys(name for name in names if name))


def _finding(
    layout: Layout, told: dict[str, set[str]], name: str, own: bool, credited: dict[str, Document]
) -> Finding | None:
    cites = re.compile(_CITES.format(who=re.escape(name)))
    stem = outlet_stem(fold_words(name))
    others = {
        d.id: d
        for d in layout.documents.values()
        if d.id not in credited and (cites.search(d.text) or (own and _is_of(stem, d)))
    }
    reports = _of_one_matter(told, {**credited, **others})
    credited, others = ({i: d for i, d in side.items() if i in reports} for side in (credited, others))
    if len(reports) < 2 or not credited:
        return None
    papers = list(dict.fromkeys(say_outlet(d) for d in credited.values()))
    reason = f"{' and '.join(papers)} {'credits' if len(papers) == 1 else 'credit'} {name}"
    if others:
        tellers = list(dict.fromkeys(say_outlet(d) for d in others.values()))
        reason += f", on whose word {' and '.join(tellers)} {'gives' if len(tellers) == 1 else 'give'} this too"
    reason += ": what they share may be the agency's"
    return make_finding("dependence", layout, (), reason, documents=sorted(reports), place=stem, tie="citation")


def _of_one_matter(told: dict[str, set[str]], reports: dict[str, Document]) -> set[str]:
    """Those that tell of an incident that another of them tells of as well: an agency is credited for many things."""
    often = Counter(incident for document in reports for incident in told[document])
    return {document for document in reports if any(often[incident] > 1 for incident in told[document])}


@cache
def _forms() -> tuple[re.Pattern[str], ...]:
    text = (files("rashomon.data") / "weigh" / "credits.txt").read_text(encoding="utf-8")
    return tuple(re.compile(line, re.M) for line in text.splitlines() if line and not line.startswith("#"))
