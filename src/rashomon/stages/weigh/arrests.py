"""Of which deed how many are held or missing: what has no day of its own belongs to the deed that its report is about."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator

from rashomon.model.document import Document
from rashomon.stages.weigh.days import days_between
from rashomon.stages.weigh.layout import Laid, Layout

_VIOLENT = frozenset({"attack", "killing", "abduction", "disaster"})
_HELD_OR_GONE = frozenset({"detained", "missing"})
_LEAST = 2
_MOST_OF_THEM = 0.4
_FIRST_DAYS = 7


def held_for(layout: Layout) -> dict[str, str]:
    """By claim, the incident for which several are said to be held or missing: arrests that are dated, else the deed itself.

    Counts with a day of their own stay where they are; those without one go to the only dated ones for the same deed.
    """
    deeds = _main_deeds(layout)
    dated: dict[tuple[str, str], set[str]] = defaultdict(set)
    loose: dict[str, tuple[str, str]] = {}
    for laid in _counts(layout):
        deed, incident = deeds.get(laid.document.id), layout.incidents.get(laid.incident or "")
        if deed is None or (incident is not None and incident.type in _VIOLENT):
            continue
        if incident is not None and incident.date is not None:
            dated[laid.claim.property, deed].add(incident.id)
        elif incident is not None or laid.claim.property == "missing":
            loose[laid.claim.id] = (laid.claim.property, deed)
    return {claim: _only(dated[key]) or key[1] for claim, key in loose.items()}


def _only(incidents: set[str]) -> str | None:
    return next(iter(incidents)) if len(incidents) == 1 else None


def _counts(layout: Layout) -> Iterator[Laid]:
    for laid in layout.claims:
        if laid.claim.property in _HELD_OR_GONE and (laid.claim.value.number or 0) >= _LEAST:
            yield laid


def _main_deeds(layout: Layout) -> dict[str, str]:
    """By document, the violent incident that most documents of the case tell of, among those of which it tells.

    A report of the first days tells of the case's own deed, though it may not know yet what that was.
    """
    told: dict[str, set[str]] = defaultdict(set)
    claims: Counter[str] = Counter()
    for laid in layout.claims:
        if laid.incident and layout.incidents[laid.incident].type in _VIOLENT:
            told[laid.incident].add(laid.document.id)
            claims[laid.incident] += 1
    ranked = sorted(told, key=lambda i: (-len(told[i]), -claims[i], i))
    central = [i for i in ranked if len(told[i]) >= _MOST_OF_THEM * len(layout.documents)]
    found = {d: i for i in reversed(central or ranked) for d in told[i]}
    for document in layout.documents.values() if central else ():
        if document.id not in found and _is_of_first_days(layout, central[0], document):
            found[document.id] = central[0]
    return found


def _is_of_first_days(layout: Layout, incident: str, document: Document) -> bool:
    date = layout.incidents[incident].date
    happened = days_between(date.earliest, date.latest) if date else None
    published = days_between(document.published, document.published)
    return bool(
        happened and published and 0 <= happened.gap(published) <= _FIRST_DAYS and published.first >= happened.first
    )
