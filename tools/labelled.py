"""Labelled texts from which weights are learned: reports with their people marked, in plain text, or lines of JSON.

A file of marked reports (`tools/labelled/*.txt`; all people in them are invented) holds, each under a line "=== id | date | manner",

    [Tovrik Hald|p1], a [harbour clerk|p1], was shot outside [[his|p1] sister|p2]'s flat. "[They|g1] came in a van," she said.
    ---
    {"accused": ["g1"], "words": "was shot", "grades": ["perpetrator"], "deed": "d1"}

A bracket holds the words that mean somebody and whom: p persons, b bodies, g groups, several joined by "+", 0 for nobody in
particular. Behind the dashes stands what is told of them, a line each: accused, arrested, convicted, acquitted, victim, contact with the `words`
that tell it; `deed` alone names a deed and the sentences that tell of it. `optional` marks what a reader may see otherwise.
"""

from __future__ import annotations

import json
import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, NamedTuple

PRONOUNS = frozenset(
    [
        "he",
        "him",
        "his",
        "himself",
        "she",
        "her",
        "hers",
        "herself",
        "they",
        "them",
        "their",
        "theirs",
        "themselves",
        "it",
        "its",
        "itself",
        "i",
        "me",
        "my",
        "mine",
        "myself",
        "we",
        "us",
        "our",
        "ours",
        "ourselves",
        "you",
        "your",
        "yours",
        "who",
        "whom",
        "whose",
    ]
)
SINGULAR = frozenset(["he", "him", "his", "himself", "she", "her", "hers", "herself"])
_WORD = re.compile(r"\w+")
_MARK = re.compile(r"\|([pbg]\d+(?:\+[pbg]\d+)*|0)\]")

Ranges = tuple[tuple[int, int], ...]


class Marked(NamedTuple):
    """Words that mean somebody: from where to where, and whom ("0": nobody in particular)."""

    start: int
    end: int
    whom: tuple[str, ...]


class Report(NamedTuple):
    """A labelled report: its text without the marks, who is meant where, what is told of them."""

    id: str
    date: str
    text: str
    marked: tuple[Marked, ...]
    facts: tuple[Mapping[str, Any], ...]

    def means(self, who: str) -> list[Marked]:
        """The words that mean somebody alone."""
        return [m for m in self.marked if m.whom == (who,)]

    def wordings(self, who: str) -> list[str]:
        """What somebody is called, pronouns left out."""
        called = (self.text[m.start : m.end] for m in self.means(who))
        return list(dict.fromkeys(w for w in called if w.lower() not in PRONOUNS))

    def ranges(self, who: str) -> Ranges:
        """Where words mean somebody, alone or with others, without the words within that mean others: of "X's sister" the "'s sister"."""
        return tuple(part for m in self.marked if who in m.whom for part in _without(m, self.marked))


def _without(whole: Marked, marked: Sequence[Marked]) -> Iterator[tuple[int, int]]:
    start = whole.start
    for one in marked:
        if one is not whole and whole.start <= one.start and one.end <= whole.end and start <= one.start:
            if start < one.start:
                yield start, one.start
            start = one.end
    if start < whole.end:
        yield start, whole.end


def reports(path: Path) -> Iterator[Report]:
    """The reports of a file. Raises ValueError, with file and report, where marks or labels can't be read."""
    for part in re.split(r"^=== ", path.read_text(encoding="utf-8"), flags=re.M)[1:]:
        head, _, rest = part.partition("\n")
        name, date, *_ = (*(one.strip() for one in head.split("|")), "")
        body, _, told = rest.partition("\n---\n")
        try:
            text, marked = unmarked(body.strip())
            facts = tuple(json.loads(line) for line in told.splitlines() if line.strip())
        except ValueError as fault:
            raise ValueError(f"{path}, {name}: {fault}") from None
        yield Report(name, date, text, marked, facts)


def unmarked(body: str) -> tuple[str, tuple[Marked, ...]]:
    """A text without its marks, and what they said. Raises ValueError for a mark that isn't closed or names nobody."""
    out: list[str] = []
    opened: list[int] = []
    marked: list[Marked] = []
    at = 0
    while at < len(body):
        close = _MARK.match(body, at) if opened else None
        if close is not None:
            marked.append(Marked(opened.pop(), len(out), tuple(close[1].split("+"))))
            at = close.end()
            continue
        if body[at] == "]":
            raise ValueError(f"a bracket without a name at {body[max(0, at - 40) : at + 1]!r}")
        if body[at] == "[":
            opened.append(len(out))
        else:
            out.append(body[at])
        at += 1
    if opened:
        raise ValueError(f"a bracket is not closed at {''.join(out)[opened[-1] :][:40]!r}")
    return "".join(out), tuple(sorted(marked))


def labels_of(paths: Sequence[Path]) -> Iterator[dict[str, Any]]:
    """Every labelled text of some files, as the tools that learn take it: lines of JSON as they are, marked reports turned into such."""
    for path in paths:
        if path.suffix == ".txt":
            yield from map(as_labels, reports(path))
        else:
            yield from (json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip())


def as_labels(report: Report) -> dict[str, Any]:
    """A report's labels in the form of the lines."""
    found: dict[str, Any] = defaultdict(list)
    for fact in report.facts:
        if "accused" in fact:
            kind = "optional" if fact.get("optional") else "accused"
            found[kind] += [{**one, "property": fact["grades"]} for one in _each(report, fact, "accused")]
        elif "contact" in fact:
            kind = "optional_contacts" if fact.get("optional") else "contacts"
            sides = [report.wordings(who) or [who] for who in fact["contact"]]
            known = {"kind": [fact["kind"]]} if fact.get("kind") else {}
            at = [report.ranges(who) for who in fact["contact"]]
            found[kind].append({"parties": sides, "at": at, "cue": fact["words"], **known})
        for ours, theirs in (("arrested", "arrests"), ("convicted", "convictions")):
            if ours in fact:
                found[theirs] += _each(report, fact, ours)
    return {"id": report.id, "text": report.text, "pronouns": list(_pronouns(report)), **found}


def _each(report: Report, fact: Mapping[str, Any], key: str) -> list[dict[str, Any]]:
    ranges = ((who, report.ranges(who)) for who in fact[key])
    return [{"who": report.wordings(who) or [who], "at": at, "cue": fact.get("words", "")} for who, at in ranges]


def _pronouns(report: Report) -> Iterator[dict[str, Any]]:
    """Each "he" and "she" with the places of the words that name or describe whom it means."""
    for one in report.marked:
        if report.text[one.start : one.end].lower() in SINGULAR and len(one.whom) == 1:
            words = (w for r in report.ranges(one.whom[0]) for w in _WORD.finditer(report.text, *r))
            named = [w.start() for w in words if w[0].lower() not in PRONOUNS]
            yield {"at": one.start, "means": [] if one.whom == ("0",) else named}
