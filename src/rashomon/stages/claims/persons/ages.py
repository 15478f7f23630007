"""How old somebody is said to be, which tells between which days they were born: "Ilka Torn, 44,", "the 52-year-old Vesk"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import timedelta

from rashomon.model.annotation import Mention
from rashomon.model.claim import AGED, Subject, Value
from rashomon.model.span import Quote
from rashomon.stages.claims.draft import Draft, Told
from rashomon.stages.claims.view import SentenceView, View
from rashomon.text.calendar import parse_day

_BEHIND = re.compile(
    r"(?:,\s*|\s*\(\s*)(?:aged\s+|age\s+)?(?P<age>\d{1,2})(?=\s*[,;.)])|,?\s+aged\s+(?P<aged>\d{1,2})\b(?![-–/])"
    r"|\s+(?:is|was)\s+(?P<was>\d{1,2})(?:\s+years\s+old)?(?=\s*[,;.])"
)
_BEFORE = re.compile(
    r"\b(?P<age>\d{1,2})[- ]years?[- ]old\b(?:\s+(?!and\b|or\b|of\b|with\b)[\w’'-]+){0,4}\s*,?\s*$", re.I
)
_WITHIN = re.compile(r"\b(?P<age>\d{1,2})[- ]years?[- ]old\b", re.I)
_YEAR = timedelta(days=365.25)
_LEAST = 5
_REACH = 60


def find_ages(view: View, told: Told) -> Iterator[Draft]:
    """One birth date for each age that a report gives a named person, as of its own day; none without that day."""
    day = parse_day(view.document.published)
    if day is None or len(view.document.published or "") < len("2021-03-11"):
        return
    for sentence in view.sentences:
        for mention in sentence.mentions:
            found = _age(view, sentence, mention)
            if found is None:
                continue
            age, quote = found
            first, last = (day - (age + 1) * _YEAR + timedelta(days=1)).isoformat(), (day - age * _YEAR).isoformat()
            value = Value(earliest=first, latest=last, text=f"{AGED}{age}")
            yield Draft("birth_date", quote, mention.start, Subject(referent=mention.referent), value, "age")


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
        return _told(text, mention.start, behind.end(), behind["age"] or behind["aged"] or behind["was"])
    before = _BEFORE.search(text, max(start, mention.start - _REACH), mention.start)
    return _told(text, before.start(), mention.end, before["age"]) if before else None


def _told(text: str, start: int, end: int, age: str) -> tuple[int, Quote] | None:
    return (int(age), Quote(start, end, text[start:end])) if int(age) >= _LEAST else None
