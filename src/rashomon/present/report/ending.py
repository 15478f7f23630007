"""How every report ends: what was left out of it, with counts, and how much is misread, by kind."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from importlib.resources import files

from rashomon.present.report.entries import Scribe, count_words
from rashomon.present.report.sheet import Grid, Line, Section

LEFT_OUT = {
    "rejected": ("claim", "rejected by a person, or corrected"),
    "accusation": ("claim", "of named persons that nobody has accepted"),
    "denied": ("denial", "of something that nobody has accepted"),
    "claim": ("statement", "withheld, since one of those stands in its words"),
    "quote": ("quote", "withheld for the same reason, while the claim is printed"),
    "title": ("title", "withheld"),
    "file name": ("file name", "withheld"),
    "finding": ("finding", "withheld"),
    "unread": ("sentence", "with a figure, an accusation or a contact, not read or not wholly (unread)"),
    "stale": ("decision", "made on what is read otherwise now, and not applied (stale)"),
}
"""What is counted, by its key in `Reviewed.left_out`: the noun, and why it isn't there."""


def ending_sections(scribe: Scribe) -> Iterator[Section]:
    """What was left out, and the error rates of reading."""
    counts = scribe.reviewed.left_out
    lines = [Line(f"{count_words(counts[key], noun)} {why}.") for key, (noun, why) in LEFT_OUT.items()]
    lines += [Line(f"{count_words(len(scribe.case.rejected), 'file')} that could not be read.")]
    yield Section("What was left out", 1, lines=tuple(lines))
    words = (
        "Measured, not estimated for this case. What a report says and the program missed is not in this report.",
        *(row[3] for row in error_rates()),
    )
    rows = tuple(tuple((Line(cell or "not counted"),) for cell in row[:3]) for row in error_rates() if row[1])
    grid = Grid("Read of what reports said, by kind", ("Kind", "Read", "Of"), rows)
    yield Section("How often reading fails", 1, words, grid=grid)


@cache
def error_rates() -> tuple[tuple[str, str, str, str], ...]:
    """One row a kind: kind, read, of how many, the sentence."""
    text = (files("rashomon") / "data" / "report" / "error_rates.tsv").read_text(encoding="utf-8")
    rows = [line.split("\t") for line in text.splitlines() if line and not line.startswith("#")]
    return tuple((row[0], row[1], row[2], row[3]) for row in rows)
