"""Sums: a stated total against its parts, named by the text or inferred where only one set fits."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence
from itertools import combinations

from rashomon.model.account import Account
from rashomon.model.claim import COUNTS, is_worked_out
from rashomon.model.finding import Finding
from rashomon.stages.weigh.days import Days, days_between
from rashomon.stages.weigh.figures import read_figure
from rashomon.stages.weigh.layout import Laid, Layout
from rashomon.stages.weigh.parts import Added, Stated, find_parts, tell_parts
from rashomon.stages.weigh.reasons import make_finding, say_number, say_outlet, say_value

_MOST_PARTS = 12
_MOST_TAKEN = 6
_LEAST_TOTAL = 10
_LEAST_NAMED = 3
"""Small numbers add up by chance: a total below ten needs three incidents or more, of which the text says how many."""
_EVENTS = re.compile(
    r"\b(?:events?|attacks?|bombings?|blasts?|explosions?|shootings?|incidents?|killings?|clashes|raids?|strikes?|accidents?"
    r"|crashes|murders?|assaults?|ambush(?:es)?|massacres?|disasters?|quakes?|earthquakes?|fires?)\b",
    re.I,
)


def find_sums(layout: Layout) -> list[Finding]:
    """Totals over several incidents, and figures of one incident given in parts."""
    by_document: dict[str, list[Stated]] = defaultdict(list)
    for laid in layout.claims:
        if laid.claim.property in COUNTS and laid.claim.stance in ("asserted", "alleged"):
            before = tuple(s.laid for s in by_document[laid.document.id][-3:] if _one_matter(s.laid, laid))
            if figure := read_figure(laid, before):
                by_document[laid.document.id].append(Stated(laid, figure))
    everywhere = [one for stated in by_document.values() for one in stated if one.laid.incident]
    loose = frozenset((None, *(i.id for i in layout.incidents.values() if i.date is None and not i.places)))
    found: list[Finding] = []
    added: list[Added] = []
    for account in layout.accounts:
        stated = by_document.get(account.document.id, [])
        found.extend(_totals(layout, account, stated, everywhere))
        added.extend(find_parts(stated, loose))
    return [*found, *tell_parts(layout, added)]


def _one_matter(a: Laid, b: Laid) -> bool:
    return a.claim.property == b.claim.property and a.incident == b.incident


def _totals(layout: Layout, account: Account, stated: Sequence[Stated], everywhere: Sequence[Stated]) -> list[Finding]:
    """A total over several incidents against the one set of incidents of the report that makes it up."""
    found = []
    for total in stated:
        if not total.laid.claim.subject.total or is_worked_out(total.laid.claim):
            continue
        if not total.figure.exact and total.figure.bound != "at_least":
            continue
        many = _how_many(account, total.laid)
        if total.figure.number < _LEAST_TOTAL and (many or 0) < _LEAST_NAMED:
            continue
        parts = _incident_figures(layout, stated, total)
        if taken := _only_subset(parts, total.figure.number, many):
            found.append(_inferred(layout, total, taken))
        elif many == len(parts) and (taken := _with_others(everywhere, parts, total.figure.number)):
            found.append(_inferred(layout, total, taken, own=parts))
    return found


def _with_others(everywhere: Sequence[Stated], parts: list[Stated], total: float) -> list[Stated] | None:
    """The report's own parts with one of them as another report gives it, where that alone makes the total."""
    own = sum(p.figure.number for p in parts)
    fitting: dict[int, Stated] = {}
    for at, part in enumerate(parts):
        for other in everywhere:
            same = other.laid.incident == part.laid.incident and _one_matter(other.laid, part.laid)
            if same and _is_plain(other) and own - part.figure.number + other.figure.number == total:
                fitting.setdefault(at, other)
    if len(fitting) != 1:
        return None
    ((at, other),) = fitting.items()
    return [*parts[:at], other, *parts[at + 1 :]]


def _is_plain(stated: Stated) -> bool:
    figure = stated.figure
    return figure.exact and figure.part is None and figure.number > 0 and not stated.laid.claim.subject.total


def _incident_figures(layout: Layout, stated: Sequence[Stated], total: Stated) -> list[Stated]:
    """One whole figure for each incident that may fall within the total's period."""
    period = _period(total.laid)
    best: dict[str, Stated] = {}
    for one in stated:
        laid, figure = one.laid, one.figure
        if laid.claim.property != total.laid.claim.property or not laid.incident or not _is_plain(one):
            continue
        if period and not _within(layout, laid.incident, period):
            continue
        if laid.incident not in best or best[laid.incident].figure.number < figure.number:
            best[laid.incident] = one
    return [best[incident] for incident in sorted(best)]


def _period(laid: Laid) -> Days | None:
    return days_between(laid.claim.value.earliest, laid.claim.value.latest)


def _within(layout: Layout, incident: str, period: Days) -> bool:
    date = layout.incidents[incident].date
    days = days_between(date.earliest, date.latest) if date else None
    return days is None or days.meets(period)


def _how_many(account: Account, laid: Laid) -> int | None:
    """Over how many incidents the total's sentence says it goes: "three attacks"."""
    for quantity in account.annotations.quantities:
        inside = laid.sentence and laid.sentence.start <= quantity.start < laid.sentence.end
        if inside and quantity.number and quantity.bound == "exact" and _EVENTS.search(quantity.quote):
            return int(quantity.number)
    return None


def _only_subset(parts: list[Stated], total: float, size: int | None) -> list[Stated] | None:
    """The one set of two or more figures that adds up, or None where none or several do."""
    if len(parts) > _MOST_PARTS or (size is not None and size < 2):
        return None
    sizes = [size] if size else range(2, min(len(parts), _MOST_TAKEN) + 1)
    fitting = [s for n in sizes for s in combinations(parts, n) if sum(p.figure.number for p in s) == total]
    return list(fitting[0]) if len(fitting) == 1 else None


def _inferred(layout: Layout, total: Stated, taken: list[Stated], own: list[Stated] | None = None) -> Finding:
    taken = sorted(taken, key=lambda p: (p.laid.document.id != total.laid.document.id, p.laid.claim.start))
    numbers = " + ".join(say_number(p.figure.number) for p in taken)
    titles = ", ".join(layout.incidents[p.laid.incident or ""].title for p in taken)
    reason = f"{say_value(layout, [total.laid])} in all, says {say_outlet(total.laid.document)}: {numbers} ({titles})"
    if own:
        (other,) = (p for p in taken if p not in own)
        reason += f" make it up with the figure of {say_outlet(other.laid.document)}"
        reason += f", by its own figures they make {say_number(sum(p.figure.number for p in own))}"
    else:
        reason += " make it up"
    reason += "; which incidents the total means is inferred from the figures, not said"
    laids = [total.laid, *(p.laid for p in (*taken, *(own or ())))]
    return make_finding("sum", layout, laids, reason, prop=total.laid.claim.property)
