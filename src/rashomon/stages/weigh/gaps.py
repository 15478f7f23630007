"""Gaps: a contact with a party unnamed, a cited paper without a date, an incident that no report dates."""

from __future__ import annotations

from collections import defaultdict

from rashomon.model.claim import ACCUSATIONS, COUNTS, Party
from rashomon.model.finding import Finding
from rashomon.stages.weigh.counted import singular
from rashomon.stages.weigh.layout import Laid, Layout
from rashomon.stages.weigh.reasons import make_finding, say_tellers
from rashomon.text.fold import fold_words

_SIDES = frozenset({"from", "to", "with"})
_LEAST_CITED = 2
_PRONOUNS = frozenset({"he", "she", "they", "him", "her", "them", "it", "who", "i", "we", "us", "me", "you"})
_LEAST_TOLD = 3
_ROUTINE = frozenset(
    {
        "report",
        "statement",
        "affidavit",
        "warrant",
        "complaint",
        "release",
        "post",
        "article",
        "document",
        "video",
        "website",
        "page",
        "story",
        "study",
        "survey",
        "list",
    }
)
_GRAVE = (COUNTS | ACCUSATIONS) - {"detained"}


def find_gaps(layout: Layout) -> list[Finding]:
    """What the reports leave open and a reader would ask next."""
    return [*_unnamed_parties(layout), *_undated_papers(layout), *_undated_incidents(layout)]


def _unnamed_parties(layout: Layout) -> list[Finding]:
    """One finding for each incident of contact in which no report names one side."""
    contacts: dict[str, list[Laid]] = defaultdict(list)
    for laid in layout.claims:
        if laid.claim.property == "contact" and laid.incident and laid.claim.stance in ("asserted", "alleged"):
            contacts[laid.incident].append(laid)
    found = []
    for laids in contacts.values():
        sides = [p for c in laids for p in c.claim.value.parties if p.role in _SIDES]
        named = {layout.entity_of.get(p.referent or "") for p in sides if _is_named(layout, p)}
        unnamed = [p.text for p in sides if not _is_named(layout, p) and p.text.lower() not in _PRONOUNS]
        if unnamed and len(named) == 1:
            who = ", ".join(f"“{text}”" for text in dict.fromkeys(unnamed))
            reason = f"no report names one side of this contact: {who} ({say_tellers(laids)})"
            found.append(make_finding("gap", layout, laids, reason, prop="contact"))
    return found


def _is_named(layout: Layout, party: Party) -> bool:
    return party.referent is not None and party.referent in layout.named_referents


def _undated_papers(layout: Layout) -> list[Finding]:
    cited: dict[str, list[Laid]] = defaultdict(list)
    dated = {
        c.entity
        for c in layout.claims
        if c.claim.property == "dated" and (c.claim.value.earliest or c.claim.value.latest)
    }
    for laid in layout.claims:
        for key in laid.voice[1:]:
            entity = key.removeprefix("entity ")
            if entity in layout.entities and _is_one_paper(layout, entity) and entity not in dated:
                cited[entity].append(laid)
    return [
        make_finding(
            "gap", layout, laids,
            f"no report says of what date “{layout.entities[entity].name}” is, on which {len(laids)} claims rest"
            f" ({say_tellers(laids[:1])})",
            prop="dated", place=entity,
        )
        for entity, laids in cited.items()
        if len(laids) >= _LEAST_CITED
    ]  # fmt: skip


def _is_one_paper(layout: Layout, entity: str) -> bool:
    """Whether an entity is one certain paper: not "various indictments"."""
    words = fold_words(layout.entities[entity].name).split()
    if layout.entities[entity].type != "document" or not words or singular(words[-1]) != words[-1]:
        return False
    return entity in layout.named or not _ROUTINE & set(words)


def _undated_incidents(layout: Layout) -> list[Finding]:
    undated: dict[str, list[Laid]] = defaultdict(list)
    for laid in layout.claims:
        if laid.incident and laid.claim.stance == "asserted" and layout.incidents[laid.incident].date is None:
            undated[laid.incident].append(laid)
    return [
        make_finding(
            "gap",
            layout,
            laids,
            f"no report says when this happened: {layout.incidents[i].title}",
            prop="date",
        )
        for i, laids in undated.items()
        if len(laids) >= _LEAST_TOLD and any(c.claim.property in _GRAVE for c in laids)
    ]
