"""The call that a transcript is of, from its head: "From: X", "To: unidentified male", "Date: ...", "Duration: 65 seconds".

Who is left unnamed there stays so: naming such a party is a person's decision.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from rashomon.model.claim import Party, PartyRole, Subject, Value
from rashomon.model.span import Quote
from rashomon.stages.claims.draft import Draft, Told
from rashomon.stages.claims.view import View

_HEAD = 20
"""Lines at the top of a transcript in which its head may stand."""
_LINE = re.compile(
    r"^[ \t]*(?P<what>[A-Za-z][A-Za-z /]{1,30}?)[ \t]*:[ \t]*(?P<said>\S[^\n]{0,160}?)[ \t]*$", re.MULTILINE
)
_FROM = frozenset({"from", "caller", "calling party", "calling", "called by", "party a"})
_TO = frozenset({"to", "called", "called party", "recipient", "callee", "party b"})
_BOTH = frozenset({"parties", "participants", "between", "speakers", "call between"})
_WHEN = frozenset(
    {"date", "date and time", "date/time", "day", "time", "start", "start time", "date of call", "time of call"}
)
_LONG = frozenset({"duration", "length", "call duration", "duration of call"})
_AND = re.compile(r"\s+and\s+|\s*[;/–—]\s*|\s*,\s*|\s+-\s+")
_CLOCK = re.compile(r"(?:(\d{1,2}):)?(\d{1,2}):(\d{2})")
_WORDED = re.compile(r"(\d+)\s*(h|hours?|min|minutes?|m|s|sec|seconds?)\b", re.IGNORECASE)
_UNIT = {"h": 3600, "m": 60, "s": 1}


@dataclass(frozen=True, slots=True)
class _Entry:
    """One line of a head: what it tells of, and where its words stand."""

    what: str
    start: int
    end: int


def find_headed(view: View, _: Told) -> Iterator[Draft]:
    """The contact that the head of a transcript tells of; nothing without two sides."""
    if view.document.kind != "transcript":
        return
    entries = list(_entries(view.text))
    parties = [p for entry in entries for p in _parties(view, entry)]
    if len(parties) != 2:
        return
    used = [e for e in entries if e.what in _FROM | _TO | _BOTH | _WHEN | _LONG]
    first = next(e for e in used if e.what in _FROM | _TO | _BOTH)
    whole = Quote.cut(view.text, min(e.start for e in used) - _lead(view.text, used), max(e.end for e in used))
    main = next((p.referent for p in parties if p.referent), None)
    days = _days(view, used)
    length = next(
        (s for e in used if e.what in _LONG and (s := _seconds(view.text[e.start : e.end])) is not None), None
    )
    value = Value(
        kind="call", parties=tuple(parties), earliest=days[0], latest=days[1], number=length, of="seconds" if length is not None else None,
    )  # fmt: skip
    yield Draft("contact", whole, first.start, Subject(referent=main), value, "contacts.head")


def _entries(text: str) -> Iterator[_Entry]:
    end = 0
    for _ in range(_HEAD):
        end = text.find("\n", end) + 1 or len(text)
    for found in _LINE.finditer(text, 0, end):
        yield _Entry(" ".join(found["what"].lower().split()), found.start("said"), found.end("said"))


def _lead(text: str, used: list[_Entry]) -> int:
    """How far before the first entry's words its label begins."""
    start = min(e.start for e in used)
    return start - (text.rfind("\n", 0, start) + 1)


def _parties(view: View, entry: _Entry) -> Iterator[Party]:
    said = view.text[entry.start : entry.end]
    if entry.what in _FROM or entry.what in _TO:
        yield _party(view, said, entry.start, "from" if entry.what in _FROM else "to")
    elif entry.what in _BOTH:
        at = 0
        for words in _AND.split(said):
            at = said.index(words, at)
            if words.strip():
                yield _party(view, words, entry.start + at, "with")
            at += len(words)


def _party(view: View, words: str, start: int, role: PartyRole) -> Party:
    """One side as it is written; a referent where one is named there."""
    named = (
        m for s in view.sentences for m in s.mentions
        if start <= m.start and m.end <= start + len(words) and m.referent and m.type == "person"
    )  # fmt: skip
    found = next(named, None)
    referent = view.referents[found.referent] if found and found.referent else None
    return Party(words.strip(), role, referent.id if referent and referent.named else None)


def _days(view: View, used: list[_Entry]) -> tuple[str | None, str | None]:
    """The day that the head gives, with its hour where one stands beside it."""
    spans = [(e.start, e.end) for e in used if e.what in _WHEN]
    times = [t for s in view.sentences for t in s.times if any(a <= t.start and t.end <= b for a, b in spans)]
    dated = [t for t in times if t.earliest]
    best = max(dated, key=lambda t: len(t.earliest or ""), default=None)
    return (best.earliest, best.latest) if best else (None, None)


def _seconds(said: str) -> int | None:
    if found := _CLOCK.fullmatch(said.strip()):
        return int(found[1] or 0) * 3600 + int(found[2]) * 60 + int(found[3])
    parts = _WORDED.findall(said)
    return sum(int(number) * _UNIT[unit[0].lower()] for number, unit in parts) if parts else None
