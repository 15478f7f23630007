"""How many figures and days of the sentences in `foreign_reports.tsv` are claims, seen or missed, and which claims are wrong."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from rashomon.lexicon.languages import language_of
from rashomon.model.annotation import Annotations, Sentence
from rashomon.model.claim import Claim, Reading
from rashomon.model.document import Block, Document
from rashomon.stages.annotate.times.context import Context
from rashomon.stages.annotate.times.listed import find_listed
from rashomon.stages.claims import read_claims

WRITTEN = date(2031, 10, 15)


@dataclass(frozen=True, slots=True)
class Figure:
    """One figure of a gold line: which properties it may have, its bound and number, and how it may be told."""

    properties: frozenset[str]
    bound: str
    number: int
    mark: str

    @property
    def wanted(self) -> bool:
        """Whether it has to be claimed."""
        return "?" not in self.mark

    def fits(self, claim: Claim) -> bool:
        """Whether a claim is this figure, a part where it is a part."""
        part = claim.value.part is not None
        same = claim.property in self.properties and (claim.value.number, claim.value.bound) == (
            self.number,
            self.bound,
        )
        return same and ("*" in self.mark or part == ("~" in self.mark))


@dataclass(slots=True)
class Score:
    """The counts of one language, with what was missed and what was wrong."""

    wanted: int = 0
    found: int = 0
    seen: int = 0
    claimed: int = 0
    right: int = 0
    days: int = 0
    days_right: int = 0
    faults: list[str] = field(default_factory=list)


def gold(path: Path) -> Iterator[tuple[str, str, list[Figure], str]]:
    """The lines of a gold file: language, text, figures, day."""
    for line in path.read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            code, text, told, day = line.split("\t")
            yield code, text, [_figure(one) for one in told.split("; ") if one], day


def _figure(told: str) -> Figure:
    marks = told[: len(told) - len(told.lstrip("~*?"))]
    properties, *bound, number = told[len(marks) :].split(" ")
    return Figure(frozenset(properties.split("/")), bound[0] if bound else "exact", int(number), marks)


def read(code: str, text: str) -> tuple[Reading, tuple[str, ...]]:
    """What is claimed of a text in a language, and the days found in it."""
    blocks = (Block(0, len(text), "body"),)
    document = Document(
        "d1", "0" * 64, "a.txt", "text/plain", "article", None, "Harbour Post", None, WRITTEN.isoformat(), None, code,
        text, blocks, claims_read=False,
    )  # fmt: skip
    whole = (Sentence(0, 0, len(text), "body", 0, ()),)
    language = language_of(code)
    assert language is not None
    times = find_listed(document, whole, language, Context(WRITTEN, "published"))
    reading = read_claims(document, Annotations("d1", whole, (), (), times, (), ()))
    return reading, tuple(t.timex or "" for t in times)


def score(path: Path) -> dict[str, Score]:
    """The scores of a gold file by language."""
    scores: dict[str, Score] = {}
    for code, text, figures, day in gold(path):
        _count(scores.setdefault(code, Score()), text, figures, day, *read(code, text))
    return scores


def _count(one: Score, text: str, figures: list[Figure], day: str, reading: Reading, days: tuple[str, ...]) -> None:
    claims = [c for c in reading.claims if c.value.number is not None]
    listed = " ".join(u.why for u in reading.unread).replace(",", "").split()
    for figure in (f for f in figures if f.wanted):
        found = any(figure.fits(c) for c in claims)
        one.wanted, one.found = one.wanted + 1, one.found + found
        one.seen += found or str(figure.number) in listed
        one.faults += [] if found else [f"missed {sorted(figure.properties)} {figure.bound} {figure.number}: {text}"]
    for claim in claims:
        right = any(f.fits(claim) for f in figures)
        one.claimed, one.right = one.claimed + 1, one.right + right
        told = f"{claim.property} {claim.value.bound} {claim.value.number} ({claim.value.part})"
        one.faults += [] if right else [f"wrong {told}: {text}"]
    if day:
        one.days, one.days_right = one.days + 1, one.days_right + (day in days)
        one.faults += [] if day in days else [f"day {day}, found {days}: {text}"]


if __name__ == "__main__":
    for language, got in score(Path(sys.argv[1])).items():
        print(
            f"{language}: found {got.found}/{got.wanted}, seen {got.seen}/{got.wanted}, right {got.right}/{got.claimed}, days {got.days_right}/{got.days}"
        )
        print(
            *(f"   {fault}" for fault in got.faults if "-v" in sys.argv), sep="\n", end="\n" if "-v" in sys.argv else ""
        )
