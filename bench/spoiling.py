"""Spoiled proposals: a true one with one thing made wrong. Each kind says what a careless or inventing reader does."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import Any

from proposing import BOUNDS, MATTER, Given, Line, sentences

_HIGHER = {
    "suspect": "perpetrator",
    "charge": "conviction",
    "blame": "organizer",
    "perpetrator": "conviction",
    "organizer": "conviction",
}
_NEGATING = re.compile(
    r"\b(?:not|n't|no|never|denied|denies|deny|denying|without|nor|neither)\b|n[’']t\b", re.IGNORECASE
)
_INVENTED = "Odrick Vanterpoole"
_UNITS = ("villages", "kilometres", "soldiers of the navy", "vessels")
_WEAKER = ("alleged", "possible", "unconfirmed")


def _figure(line: Line, given: Given) -> Iterator[Line]:
    if number := line.get("means", {}).get("number"):
        yield {**line, "means": {**line["means"], "number": number + 10}}
        other = re.sub(r"\d+|[A-Za-z]+$", str(int(number) + 10), line["value"], count=1)
        yield {**line, "value": other, "means": {**line["means"], "number": int(number) + 10}}


def _bound(line: Line, given: Given) -> Iterator[Line]:
    if line.get("means", {}).get("bound"):
        own = line["means"]["bound"]
        yield {
            **line,
            "means": {**line["means"], "bound": next(b for b in (*BOUNDS, "exact") if b != own and b != "exact")},
        }


def _unit(line: Line, given: Given) -> Iterator[Line]:
    if line.get("means", {}).get("number"):
        yield from ({**line, "means": {**line["means"], "of": u}} for u in _UNITS if u.split()[0] not in given.text)


def _kind_of_count(line: Line, given: Given) -> Iterator[Line]:
    """The right figure of another thing: the wounded as dead."""
    if line["property"] in ("killed", "injured", "missing"):
        other = {"killed": "injured", "injured": "killed", "missing": "killed"}[line["property"]]
        if not re.search(MATTER[other], line["quote"], re.IGNORECASE):
            yield {**line, "property": other}


def _date(line: Line, given: Given) -> Iterator[Line]:
    for _, sentence in sentences(given.text):
        found = re.search(
            r"\b(\d{1,2}) (January|February|March|April|May|June|July|August|September|October|November|December) (\d{4})",
            sentence,
        )
        if found:
            words = {
                "quote": sentence.strip(),
                "value": found[0],
                "means": {"earliest": "1987-02-03", "latest": "1987-02-03"},
            }
            yield {"property": "date", **words}
            return


def _speaker_exchanged(line: Line, given: Given) -> Iterator[Line]:
    if line.get("speaker"):
        yield from (
            {**line, "speaker": n} for n in given.names if n not in line["speaker"] and line["speaker"] not in n
        )


def _speaker_dropped(line: Line, given: Given) -> Iterator[Line]:
    if line.get("speaker") and line["property"] in MATTER:
        yield {k: v for k, v in line.items() if k not in ("speaker", "cue")}


def _negation_dropped(line: Line, given: Given) -> Iterator[Line]:
    if line.get("stance") == "denied" and _NEGATING.search(given.text):
        yield {**line, "stance": "asserted"}


def _grade(line: Line, given: Given) -> Iterator[Line]:
    if (higher := _HIGHER.get(line["property"])) is not None:
        moved = (
            {k: v for k, v in line.items() if k != "value"} | {"subject": line["value"]}
            if higher == "conviction"
            else line
        )
        yield {**moved, "property": higher}


def _stance(line: Line, given: Given) -> Iterator[Line]:
    if line.get("stance") in _WEAKER:
        yield {**line, "stance": "asserted"}


def _elsewhere(line: Line, given: Given) -> Iterator[Line]:
    """The value with the words of another sentence."""
    others = [
        s.strip() for _, s in sentences(given.text) if line["quote"] not in s and line.get("value", "\0") not in s
    ]
    if line.get("value") and others:
        yield {**line, "quote": max(others, key=len)[:400].rsplit(" ", 1)[0]}


def _invented(line: Line, given: Given) -> Iterator[Line]:
    for place in ("speaker", "subject"):
        if line.get(place):
            yield {**line, place: _INVENTED}
    if line["property"] not in MATTER and line.get("value"):
        yield {**line, "value": _INVENTED}
    if line["property"] in MATTER and not line.get("speaker"):
        yield {**line, "speaker": _INVENTED, "cue": "said"}


def _invented_words(line: Line, given: Given) -> Iterator[Line]:
    yield {**line, "quote": line["quote"] + " in cold blood"}


def _other_incident(line: Line, given: Given) -> Iterator[Line]:
    """Marked for the bench, which knows the incidents of the document."""
    if line["property"] in MATTER:
        yield {**line, "incident": "other"}


KINDS: dict[str, Callable[[Line, Given], Iterator[dict[str, Any]]]] = {
    "figure": _figure, "bound": _bound, "unit": _unit, "other count": _kind_of_count, "date": _date,
    "speaker exchanged": _speaker_exchanged, "speaker dropped": _speaker_dropped, "negation dropped": _negation_dropped,
    "grade raised": _grade, "stance raised": _stance, "other incident": _other_incident, "words from elsewhere": _elsewhere,
    "invented name": _invented, "invented words": _invented_words,
}  # fmt: skip
