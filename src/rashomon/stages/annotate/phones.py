"""Telephone numbers in E.164, each with the years or dates that the text gives it.

Numbers are found by phonenumbers (Apache-2.0), Google's library; the periods are this file's.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby

import phonenumbers

from rashomon.model.annotation import Phone, Sentence, TimeRef
from rashomon.model.document import Document

_DIGITS = re.compile(r"\d(?:[\s().\-/\u00a0\u202f\u2010-\u2015]{0,3}\d){6}")
_TRUNK = re.compile(r"(?<![\d+.,\-])00(?=[1-9])")
_NOT_BEFORE = re.compile(
    r"(?:[$€£₺¥#№]|\b(?:no|nr|id|case|file|docket|usd|eur|tl|passport|isbn|account|iban|section))[\s.:]*$", re.I
)
_JOINED = re.compile(r"[\s,;/&()]*(?:(?:and|or)\b[\s,]*)?(?:(?:also|then|the|number|numbers)\s+)*")
_AFTER = re.compile(
    r"[\s,()]*(?:(?:used|active|registered|in\s+use|both|all)\s+)*"
    r"(in|during|throughout|on|from|since|until|till|through|up\s+to|between|after|before|as\s+of|starting)\s+(?:the\s+)?(?:year\s+|early\s+|late\s+|mid-)?",
    re.I,
)  # fmt: skip
_YEAR = re.compile(r"(?:19|20)\d\d\b")
_SECOND = re.compile(r"[\s,]*(and|to|until|till|through|[-–])\s*(?:in\s+)?", re.I)
_OPEN_END = frozenset({"since", "after", "as of", "starting"})
_OPEN_START = frozenset({"until", "till", "through", "up to", "before"})


@dataclass(frozen=True, slots=True)
class _Number:
    """A number as found: its range in the document and its E.164 form."""

    start: int
    end: int
    e164: str


def find_phones(
    document: Document, sentences: tuple[Sentence, ...], times: tuple[TimeRef, ...], region: str | None
) -> tuple[Phone, ...]:
    """The numbers of a document, in text order; national formats only where a region (ISO 3166) is given.

    A period (`earliest`, `latest`, inclusive ISO dates) is what stands after a number or after the group of numbers
    that commas and "and" join it to: "in 2014", "between May and July 2015", "until 2013" (open at its start).
    """
    found: list[Phone] = []
    for _, group in groupby(sentences, key=lambda s: s.paragraph):
        part = list(group)
        numbers = list(_numbers(document.text, part[0].start, part[-1].end, times, region))
        for members in _groups(document.text, numbers):
            limit = min([n.start for n in numbers if n.start >= members[-1].end], default=part[-1].end)
            period = _period(document.text, members, limit, times, part)
            found += [_phone(document, part, n, period) for n in members]
    return tuple(found)


def _numbers(text: str, start: int, end: int, times: tuple[TimeRef, ...], region: str | None) -> Iterator[_Number]:
    """The valid numbers of one paragraph."""
    if not _DIGITS.search(text, start, end):
        return
    # 00 is the international prefix of most countries: the same length keeps the offsets.
    piece = _TRUNK.sub(" +", text[start:end])
    for match in _matches(piece, region or "ZZ"):
        first, last = start + match.start, start + match.end
        abroad = match.raw_string.lstrip("( ").startswith("+")
        if not abroad and (_NOT_BEFORE.search(text, max(start, first - 14), first) or _is_date(times, first, last)):
            continue
        if abroad and text[first] == "0":
            first -= 1
        e164 = phonenumbers.format_number(match.number, phonenumbers.PhoneNumberFormat.E164)
        yield _Number(first, last, e164)


def _matches(piece: str, region: str) -> list[phonenumbers.PhoneNumberMatch]:
    """What the library calls valid, and what is written with its country code and is of a possible length.

    Ranges are withdrawn and renumbered: a number of years ago that begins with + is a number all the same.
    """
    valid = list(phonenumbers.PhoneNumberMatcher(piece, region, leniency=phonenumbers.Leniency.VALID))
    if "+" not in piece:
        return valid
    possible = phonenumbers.PhoneNumberMatcher(piece, "ZZ", leniency=phonenumbers.Leniency.POSSIBLE)
    new = [m for m in possible if "+" in m.raw_string[:2]
           and not any(v.start < m.end and m.start < v.end for v in valid)]  # fmt: skip
    return sorted(valid + new, key=lambda m: m.start)


def _is_date(times: tuple[TimeRef, ...], first: int, last: int) -> bool:
    """Whether a national-looking number stands wholly in a date or is mostly one."""
    return any(t.start < last and first < t.end and (t.end - t.start) * 2 >= last - first for t in times)


def _groups(text: str, numbers: list[_Number]) -> Iterator[list[_Number]]:
    """Numbers with nothing but commas, "and" and "or" between them."""
    group: list[_Number] = []
    for number in numbers:
        if group and not _JOINED.fullmatch(text, group[-1].end, number.start):
            yield group
            group = []
        group.append(number)
    if group:
        yield group


def _period(
    text: str, members: list[_Number], limit: int, times: tuple[TimeRef, ...], part: list[Sentence]
) -> tuple[str | None, str | None]:
    """The period said after a group, else the only one said before it in its sentence; (None, None) without one."""
    cue = _AFTER.match(text, members[-1].end, limit)
    if cue:
        word = " ".join(cue.group(1).split()).casefold()
        first = _time_at(text, cue.end(), limit, times)
        if first:
            return _bounds(
                word, first, _time_after(text, first[2], limit, times) if word in ("between", "from") else None
            )
    sentence = next((s for s in part if s.start <= members[0].start < s.end), None)
    inside = [t for t in times if sentence and sentence.start <= t.start < sentence.end and t.type == "DATE"
              and not any(m.start < t.end and t.start < m.end for m in members)]  # fmt: skip
    if len(inside) == 1 and inside[0].end <= members[0].start:
        lead = text[max(0, inside[0].start - 8) : inside[0].start].casefold().split()
        if lead and lead[-1] in ("in", "since", "until", "during"):
            return _bounds(lead[-1], (inside[0].earliest, inside[0].latest, 0), None)
    return None, None


_Time = tuple[str | None, str | None, int]


def _time_at(text: str, at: int, limit: int, times: tuple[TimeRef, ...]) -> _Time | None:
    """The time that begins at an offset (or holds it), or a bare year there: earliest, latest, end."""
    for time in times:
        if (
            time.start <= at < time.end
            and time.end <= limit
            and (time.earliest or time.latest)
            and time.start >= at - 12
        ):
            return time.earliest, time.latest, time.end
    year = _YEAR.match(text, at, limit)
    return (f"{year.group()}-01-01", f"{year.group()}-12-31", year.end()) if year else None


def _time_after(text: str, at: int, limit: int, times: tuple[TimeRef, ...]) -> _Time | None:
    """The second time of "between A and B", "from A to B"."""
    joint = _SECOND.match(text, at, limit)
    return _time_at(text, joint.end(), limit, times) if joint else None


def _bounds(word: str, first: _Time, second: _Time | None) -> tuple[str | None, str | None]:
    if second:
        return first[0], second[1]
    if word in _OPEN_END or word == "from":
        return first[0], None
    return (None, first[1]) if word in _OPEN_START else (first[0], first[1])


def _phone(document: Document, part: list[Sentence], n: _Number, period: tuple[str | None, str | None]) -> Phone:
    index = max((s.index for s in part if s.start <= n.start), default=part[0].index)
    return Phone(n.start, n.end, document.text[n.start : n.end], n.e164, *period, index)
