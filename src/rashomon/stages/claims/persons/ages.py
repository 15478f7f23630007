"""How old somebody is said to be, which tells between which days they were born: "Ilka Torn, 44,", "the 52-year-old Vesk"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, timedelta

from rashomon.model.annotation import Mention
from rashomon.model.claim import AGED, Subject, Value
from rashomon.model.span import Quote
from rashomon.stages.claims.draft import Draft, Told
from rashomon.stages.claims.view import SentenceView, View
from rashomon.text.calendar import parse_day

_BEHIND = re.compile(
    r"(?:,\s*|\s*\(\s*)(?:aged\s+|age\s+)?(?P<age>\d{1,2})(?=\s*[,;.)])|,?\s+aged\s+(?P<aged>\d{1,2})\b(?![-–/])"
    r"|\s*,\s*(?:an?|the)\s+(?P<so>\d{1,2})[- ]years?[- ]old\b|\s+(?:is|was)\s+(?P<was>\d{1,2})(?:\s+years\s+old)?(?=\s*[,;.])"
)
_BEFORE = re.compile(
    r"\b(?P<age>\d{1,2})[- ]years?[- ]old\b(?:\s+(?!and\b|or\b|of\b|with\b)[\w’'-]+){0,4}\s*,?\s*$", re.I
)
_WITHIN = re.compile(r"\b(?P<age>\d{1,2})[- ]years?[- ]old\b", re.I)
_LEAST = 5
_REACH = 60


def find_ages(view: View, told: Told) -> Iterator[Draft]:
    """One birth date for each age that a report gives a named person, as of its own day; none without that day."""
    day = parse_day(view.document.published)
    if day is None or len(view.document.published or "") < len("2021-03-11"):
        return
    for sentence in view.sentences:
        known: set[tuple[str | None, int]] = set()
        for mention in sentence.mentions:
            found = _age(view, sentence, mention)
            if found is None or (mention.referent, found[0]) in known:
                continue
            age, quote = found
            known.add((mention.referent, age))
            first, last = (_back(day, age + 1) + timedelta(days=1)).isoformat(), _back(day, age).isoformat()
            value = Value(earliest=first, latest=last, text=f"{AGED}{age}")
            yield Draft("birth_date", quote, mention.start, Subject(referent=mention.referent), value, "age")


def _back(day: date, years: int) -> date:
    """The same day so many years before; the last of February where that has no 29th."""
    leap = (day.month, day.day) == (2, 29)
    return day.replace(year=day.year - years, day=28) if leap else day.replace(year=day.year - years)


def _age(view: View, sentence: SentenceView, mention: Mention) -> tuple[int, Quote] | None:
    """The age beside a name, or within the words for somebody named, with all those words."""
    who = view.referents.get(mention.referent or "")
    if who is None or who.type != "person" or not who.named:
        return None
    text, start = view.document.text, sentence.sentence.start
    if mention.form != "name":
        inside = _WITHIN.search(text, mention.start, mention.end)
        return _told(text, mention.start, mention.end, inside["age"]) if inside else None
    if behind := _BEHIND.match(text, mention.end, sentence.sentence.end):
        return _told(text, mention.start, behind.end(), next(n for n in behind.groups() if n))
    before = _BEFORE.search(text, max(start, mention.start - _REACH), mention.start)
    return _told(text, before.start(), mention.end, before["age"]) if before else None


def _told(text: str, start: int, end: int, age: str) -> tuple[int, Quote] | None:
    return (int(age), Quote(start, end, text[start:end])) if int(age) >= _LEAST else None
