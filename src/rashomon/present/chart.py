"""Small drawings as SVG text: no script, no style attributes, so that they stand in any page."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from html import escape

from rashomon.model.claim import Claim
from rashomon.present.resolve import Resolved
from rashomon.present.words import count_words, day_words

WIDTH, HEIGHT, MARGIN = 640, 180, 40


def toll_chart(case: Resolved, incident: str) -> str | None:
    """The dead of an incident as reports gave them over their days of publication; None where fewer than two did."""
    points = [
        (day, c)
        for c in case.claims_of_incident.get(incident, [])
        if c.property == "killed"
        and case.reviews.get(c.id) != "reject"
        and c.value.number is not None
        and c.repeats is None
        and c.stance not in ("denied", "undetermined")
        and not c.value.part
        for day in [c.value.as_of or (case.documents[c.document].published or "")[:10]]
        if _ordinal(day) is not None
    ]
    if len({day for day, _ in points}) < 2:
        return None
    return _draw(case, sorted(points, key=lambda p: (p[0], p[1].id)))


def _ordinal(day: str) -> int | None:
    try:
        return date.fromisoformat(day).toordinal()
    except ValueError:
        return None


def _draw(case: Resolved, points: Sequence[tuple[str, Claim]]) -> str:
    days = [_ordinal(day) or 0 for day, _ in points]
    tops = [float(c.value.number or 0) for _, c in points]
    first, span = min(days), max(1, max(days) - min(days))
    high = max(tops) or 1
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {HEIGHT}" width="{WIDTH}" height="{HEIGHT}" '
        'role="img" font-family="sans-serif" font-size="11"><title>Dead, by day of publication</title>',
        f'<line x1="{MARGIN}" y1="{HEIGHT - 24}" x2="{WIDTH - 10}" y2="{HEIGHT - 24}" stroke="#888"/>',
        f'<text x="4" y="20" fill="#888">{high:g}</text><text x="4" y="{HEIGHT - 26}" fill="#888">0</text>',
        f'<text x="{MARGIN}" y="{HEIGHT - 8}" fill="#888">{points[0][0]}</text>',
        f'<text x="{WIDTH - 10}" y="{HEIGHT - 8}" text-anchor="end" fill="#888">{points[-1][0]}</text>',
    ]
    for (day, claim), ordinal, top in zip(points, days, tops, strict=True):
        x = MARGIN + (WIDTH - MARGIN - 20) * (ordinal - first) / span
        y = HEIGHT - 24 - (HEIGHT - 50) * top / high
        document = case.documents[claim.document]
        words = f"{count_words(claim.value)}: {document.publisher or document.file}, {day_words(day)}"
        shape = "none" if claim.value.bound not in (None, "exact") else "#b3261e"
        parts.append(
            f'<circle cx="{x:.1f}" cy="{y:.1f}" r="5" fill="{shape}" stroke="#b3261e" stroke-width="2">'
            f"<title>{escape(words)}</title></circle>"
        )
    return "".join([*parts, "</svg>"])
