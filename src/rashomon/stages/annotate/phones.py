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
from rashomon.stages.annotate.phone_periods import find_period

_DIGITS = re.compile(r"\d(?:[\s().\-/\u00a0\u202f\u2010-\u2015]{0,3}\d){6}")
_FEWEST = 9
_TRUNK = re.compile(r"(?<![\d+.,\-])(?<!\d\s)00(?=[1-9](?:[\s().\-/]{0,3}\d){7})")
_NOT_BEFORE = re.compile(
    r"""(?:[$€£₺¥#№]|\b(?:no|nr|id|case|file|docket|usd|eur|tl|passport|isbn|account|iban|section|invoice|serial|plate|licen[cs]e
    |registration|ticket|flight|badge|reference|order|identity|law|article|page))(?:\s+(?:numbers?|no|nr|plates?|with|is|was|of)\b)*[\s.:]*$""",
    re.IGNORECASE | re.VERBOSE,
)
_CALLED = re.compile(
    r"\b(?:phone|telephone|tele?|mobile|cell(?:phone)?|call|called|calling|dial|dialled|dialed|hotline|helpline|number|reach|reached"
    r"|contact|contacted|text|texted|whatsapp|sms|line|fax)\b[^.;!?]{0,40}$",
    re.IGNORECASE,
)  # fmt: skip
_JOINED = re.compile(r"[\s,;/&()]*(?:(?:and|or)\b[\s,]*)?(?:(?:also|then|the|number|numbers)\s+)*")


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
            period = find_period(document.text, (members[0].start, members[-1].end), limit, times, part)
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
        if not abroad and (_NOT_BEFORE.search(text, max(start, first - 30), first) or _is_date(times, first, last)):
            continue
        if abroad and text[first] == "0":
            first -= 1
        e164 = phonenumbers.format_number(match.number, phonenumbers.PhoneNumberFormat.E164)
        yield _Number(first, last, e164)


def _matches(piece: str, region: str) -> list[phonenumbers.PhoneNumberMatch]:
    """What the library calls valid, and what is written with its country code and is of a possible length.

    Ranges are withdrawn and renumbered: a number of years ago that begins with + is a number all the same, and so is
    one in the country's own form that somebody is said to have called.
    """
    valid = list(phonenumbers.PhoneNumberMatcher(piece, region, leniency=phonenumbers.Leniency.VALID))
    if "+" not in piece and region == "ZZ":
        return valid
    possible = phonenumbers.PhoneNumberMatcher(piece, region, leniency=phonenumbers.Leniency.POSSIBLE)
    new = [m for m in possible if _is_written_as_one(piece, m)
           and not any(v.start < m.end and m.start < v.end for v in valid)]  # fmt: skip
    return sorted(valid + new, key=lambda m: m.start)


def _is_written_as_one(piece: str, match: phonenumbers.PhoneNumberMatch) -> bool:
    """A full number with its country code, or one of nine digits or more that words of calling stand before."""
    if sum(c.isdigit() for c in match.raw_string) < _FEWEST:
        return False
    return "+" in match.raw_string[:2] or bool(_CALLED.search(piece, max(0, match.start - 60), match.start))


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


def _phone(document: Document, part: list[Sentence], n: _Number, period: tuple[str | None, str | None]) -> Phone:
    index = max((s.index for s in part if s.start <= n.start), default=part[0].index)
    return Phone(n.start, n.end, document.text[n.start : n.end], n.e164, *period, index)
