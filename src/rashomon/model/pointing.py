"""What a person pointed at in a report: the words, who is named in them, which occurrence they tell of."""

from __future__ import annotations

from rashomon.model.account import Account
from rashomon.model.link import Selector
from rashomon.model.span import Span


def find_words(text: str, selector: Selector) -> Span | None:
    """Where the selector's words stand: at its position, else where prefix and suffix fit best, nearest to it."""
    if text[selector.start : selector.end] == selector.exact and selector.exact:
        return Span(selector.start, selector.end)
    found: list[tuple[int, int, int]] = []
    at = text.find(selector.exact) if selector.exact else -1
    while at >= 0:
        end = at + len(selector.exact)
        fit = _tail(text[:at], selector.prefix) + _tail(text[end:][::-1][-400:], selector.suffix[::-1])
        found.append((-fit, abs(at - selector.start), at))
        at = text.find(selector.exact, at + 1)
    if not found:
        return None
    best = min(found)
    return Span(best[2], best[2] + len(selector.exact))


def _tail(text: str, words: str) -> int:
    """How many characters at the ends of two strings agree."""
    count = 0
    for a, b in zip(reversed(text[-len(words) :] if words else ""), reversed(words), strict=False):
        if a != b:
            break
        count += 1
    return count


def referent_at(account: Account, span: Span) -> str | None:
    """The local referent whose mention fits a stretch best; None where none touches it."""
    touching = [m for m in account.annotations.mentions if m.referent and m.start < span.end and span.start < m.end]
    best = min(touching, key=lambda m: (abs(m.start - span.start) + abs(m.end - span.end), m.start), default=None)
    return None if best is None else best.referent


def occurrence_at(account: Account, span: Span) -> str | None:
    """The local occurrence that a stretch tells of: by its own words, else by the nearest claim on them."""
    occurrences = account.reading.occurrences
    touching = [(abs(q.start - span.start), q.start, o.id) for o in occurrences for q in o.mentions if span.touches(q)]
    if touching:
        return min(touching)[2]
    claims = [c for c in account.reading.claims if c.subject.occurrence and c.start < span.end and span.start < c.end]
    best = min(claims, key=lambda c: (abs(c.start - span.start) + abs(c.end - span.end), c.id), default=None)
    return None if best is None else best.subject.occurrence
