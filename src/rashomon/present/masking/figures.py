"""Numbers that lead to a person: telephones, accounts, identity papers, number plates, in whatever notation."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import cache

from rashomon.present.masking.lists import iban_lengths

Cut = tuple[int, int, str]
NUMBER = "[number]"

_MONEY = r"(?<![$€£₺¥₹][ ])(?<![$€£₺¥₹])"
_PHONE = re.compile(rf"(?<![\w.]){_MONEY}\+?\(?\d[\d ()./-]{{7,}}\d(?!\w)")
_CALLED = re.compile(
    r"\b(?:tel|telephone|phone|mobile|cell|cellphone|call(?:ed)?|dial(?:led|ed)?|fax|whatsapp|viber|sms|reach(?:ed)? (?:at|on)|"
    r"(?:his|her|their|phone|mobile) number)\b[^\d\n]{0,20}?(?<![\w.,-])(\+?\(?\d[\d ()./-]{4,}\d)(?!\w)(?![.,]\d)", re.I)  # fmt: skip
_LOCAL = re.compile(r"(?<![\w.,-])\d{3}[-.]\d{4}(?![\w-])")
_NO_PHONE = re.compile(
    r"\d{4}-\d\d-\d\d|\d{1,2}[./-]\d{1,2}[./-](?:\d{4}|\d\d)(?!\d)|\d{4} ?[-/] ?\d{4}$|(?:(?:1[89]|20)\d\d[ ./-]*){2,}$"
    r"|\d{1,2}[.:]\d\d ?[-/] ?\d{1,2}[.:]\d\d$|\d{1,3}(?: 000)+$|\d{1,3}(?:\.\d{3})+$"
)
"""Days, spans of years, hours, round figures."""
_SOCIAL = re.compile(
    r"(?<!\w)\d{3}-\d{2}-\d{4}(?!\w)|(?<!\w)\d{3}\.\d{3}\.\d{3}-\d\d(?!\w)|(?<!\w)\d{5}-\d{7}-\d(?!\w)"
)
_IBAN = re.compile(r"(?<!\w)[A-Z]{2}\d{2}(?:[ ]?[A-Z0-9]{4}){3,7}(?:[ ]?[A-Z0-9]{1,3})?(?!\w)")
_LIKE_IBAN = re.compile(r"(?<!\w)[a-z]{2} ?\d\d(?:[ .-]?[a-z0-9]){11,40}", re.I)
_LONG = re.compile(r"(?<![\w.,])(?:[A-Z]{1,3}[ -]?\d{6,}|\d{8,}[A-Z]?)(?!\w)(?![.,]\d)")
_PLATE = re.compile(
    r"(?<!\w)(?:0[1-9]|[1-7]\d|8[01])[ -]?(?!(?:AM|PM|GMT|EST|EDT|BC|AD|KM|MM|CM|KG|TH|ST|ND|RD)\b)[A-Z]{1,3}[ -]?\d{2,4}(?!\w)"
    r"|(?<!\w)[A-Z]{2}\d\d ?[A-Z]{3}(?!\w)|(?<!\w)[A-Z]{2}-\d{3}-[A-Z]{2}(?!\w)|(?<!\w)[A-Z]{1,3}-[A-Z]{1,2} \d{2,4}(?!\w)"
)
_DRIVEN = re.compile(
    r"\b(?:car|van|truck|lorry|taxi|cab|bus|minibus|jeep|motorcycle|motorbike|pickup|sedan|vehicle|limousine|scooter)\b"
    r"[^.\n\d]{0,30}?(?<![\w-])((?!(?:BMW|UN|US|EU|UK|KM|MM)\b)[A-Z]{1,3}[ -]?\d{3,4}[ -]?[A-Z]{0,3}|\d{2,4}[ -][A-Z]{1,3}[ -]\d{2,4})(?![\w-])"
)
_NAMED = re.compile(
    r"\b(?:passport|identity|identification|ID|national ID|personal|T\.?C\.?(?: kimlik)?|social security|insurance|driver['’]?s? licen[cs]e|"
    r"licen[cs]e|licen[cs]e plate|number plate|plates?|registration|account|card|badge|case file|prisoner|inmate|booking|"
    r"Aadhaar|DNI|NIE|CNIC|CPF|SSN|NIN|NI|PESEL|BSN|IBAN|tax)"
    r"(?: card| document| plate| code)?(?: numbers?| no\.?| nr\.?| #)?[:,]?(?: (?:is|was|of|reading|bearing|numbered|No\.?|N°))?"
    r"[ ]#?(?:N°)?(?-i:((?=[A-Z0-9 ./-]{0,6}\d)(?=(?:[ ./-]?[A-Z0-9]){4})[A-Z0-9]{1,4}(?:[ ./-]?[A-Z0-9]{1,6}){1,5}))(?!\w)", re.I)  # fmt: skip


def find_figures(text: str, number: Callable[[str], str]) -> Iterator[Cut]:
    """All of them in a text with plain figures and signs; `number` gives the label of a telephone number."""
    for regex in (_IBAN, _SOCIAL, _PLATE, _LONG):
        yield from ((m.start(), m.end(), NUMBER) for m in regex.finditer(text))
    for regex in (_NAMED, _DRIVEN):
        yield from ((m.start(1), m.end(1), NUMBER) for m in regex.finditer(text))
    for m in _LIKE_IBAN.finditer(text):
        end = _iban_end(m.group())
        if end:
            yield m.start(), m.start() + end, NUMBER
    yield from ((a, b, number(text[a:b])) for a, b in _telephones(text))


def _telephones(text: str) -> Iterator[tuple[int, int]]:
    for m in _PHONE.finditer(text):
        if _count(m.group()) >= 9 and not _NO_PHONE.match(m.group()):
            yield m.span()
    for m in _CALLED.finditer(text):
        if _count(m.group(1)) >= 6 and not _NO_PHONE.match(m.group(1)):
            yield m.span(1)
    yield from (m.span() for m in _LOCAL.finditer(text))


def _count(text: str) -> int:
    return sum(c.isdigit() for c in text)


def _iban_end(run: str) -> int:
    """Where an account number ends that a run begins with, by its country's length and its check figures; 0 where none is."""
    wanted = iban_lengths().get(run[:2].upper())
    places = [n for n, c in enumerate(run) if c.isalnum()]
    if wanted is None or len(places) < wanted:
        return 0
    bare = "".join(c for c in run.upper() if c.isalnum())[:wanted]
    figures = "".join(str(int(c, 36)) for c in bare[4:] + bare[:4])
    return places[wanted - 1] + 1 if int(figures) % 97 == 1 else 0


@cache
def _plain(char: str) -> str:
    """A figure of another script, a dash, a blank or a full-width sign as the plain one; any other character as it is."""
    if char.isdecimal():
        return str(int(char))
    return _SIGNS.get(char, char)


_SIGNS = {
    **dict.fromkeys("\u2010\u2011\u2012\u2013\u2014\u2015\u2212\ufe63\uff0d", "-"),
    **dict.fromkeys("\u00a0\u2007\u2009\u202f\u200a\u2002\u2003", " "),
    "\uff0b": "+", "\uff20": "@", "\uff08": "(", "\uff09": ")", "\uff0e": ".", "\uff0f": "/",
}  # fmt: skip
_BEYOND = re.compile(r"[^\x00-\x7f]")


def plain_figures(text: str) -> str:
    """The text, each character for one, with plain figures, dashes and blanks: offsets hold in both."""
    return text if text.isascii() else _BEYOND.sub(lambda m: _plain(m.group()), text)
