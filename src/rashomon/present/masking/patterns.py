"""What is masked by its form: e-mail and street addresses, telephone, identity and account numbers, birth dates."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from datetime import date

Cut = tuple[int, int, str]
ADDRESS, MAIL, NUMBER, BIRTH = "[street address]", "[e-mail address]", "[number]", "[birth date]"

_MAIL = re.compile(r"[\w.+-]+\s?(?:@|\[at\]|\(at\))\s?[\w-]+(?:\.[\w-]+)+", re.I)
_PHONE = re.compile(r"(?<![\w.])\+?\(?\d[\d ()./\u00a0\u2009\u2010-\u2013-]{7,}\d(?!\w)")
_LOCAL = re.compile(r"(?<![\w.,-])\d{3}[-.\u2011\u2013]\d{4}(?![\w-])")
_DATE = re.compile(r"^\d{4}-\d\d-\d\d|^\d{1,2}[./]\d{1,2}[./]\d{4}\b|^\d{4}\s?[-–/]\s?\d{4}\b")
_SOCIAL = re.compile(r"(?<!\w)\d{3}-\d{2}-\d{4}(?!\w)")
_IBAN = re.compile(r"(?<!\w)[A-Z]{2}\d{2}(?:[ \u00a0]?[A-Z0-9]{4}){3,7}(?:[ \u00a0]?[A-Z0-9]{1,3})?(?!\w)")
_LONG = re.compile(r"(?<![\w.,])(?:[A-Z]{1,3}[ -]?\d{6,}|\d{8,})(?!\w)(?![.,]\d)")
_PLATE = re.compile(
    r"(?<!\w)(?:0[1-9]|[1-7]\d|8[01])[ -](?!(?:AM|PM|GMT|EST|EDT|BC|AD|KM|MM|CM|KG)\b)[A-Z]{1,3}[ -]\d{2,4}(?!\w)"
)
_NAMED = re.compile(
    r"\b(?:passport|identity|identification|ID|national ID|T\.?C\.?(?: kimlik)?|social security|insurance|driver['’]?s? licen[cs]e|"
    r"licen[cs]e|licen[cs]e plate|number plate|plates?|registration|account|card|badge|case file|prisoner|inmate|booking)"
    r"(?: card| document| plate)?(?: numbers?| no\.?| nr\.?| #)?[:,]?(?: (?:is|was|of|reading|bearing|numbered|No\.?))?"
    r"[ \u00a0]#?(?-i:((?=[A-Z0-9./-]*\d)[A-Z0-9]{1,4}(?:[ ./-]?[A-Z0-9]{1,6}){1,4}))(?!\w)", re.I)  # fmt: skip
_WORD = r"(?:[A-Z]\.|(?:St|Dr|Mt|Ft)\.|[A-Z0-9][\w'’-]*)"
_PART = rf"(?:(?!(?:In|On|At|Near|Of|By|After|Outside|IN|ON|AT|NEAR|OF|BY|AFTER)\b){_WORD}[ \u00a0]+)"
_TYPE = (
    r"(?:Streets?|St|Avenues?|Ave|Av|Roads?|Rd|Boulevard|Blvd|Lane|Ln|Drive|Dr|Court|Ct|Way|Place|Pl|Terrace|Ter|Square|Sq|"
    r"Parkway|Pkwy|Circle|Cir|Highway|Hwy|Alley|Trail|Row|Crescent|Close|Quay|Plaza|Loop|"
    r"Caddesi|Cad|Sokak|Sokağı|Sok|Sk|Bulvarı|Bulv|Mahallesi|Mah)"
)
_END = r"(?:\s*,?\s*(?:No|Apt|Apartment|Unit|Suite|Flat|Kat|Daire|#)\b[.:]?\s*\d+\w*)*"
_STREET = re.compile(
    rf"\b\d{{1,5}}(?:[/-]\d{{1,4}})?[A-Za-z]?,?\s+(?:[NSEWnsew]\.?\s+)?{_PART}{{1,4}}(?i:{_TYPE})\b\.?{_END}"
)
_NUMBERED = re.compile(rf"\b\d{{1,5}}\s+(?:[NSEW]\.?\s+)?(?i:\d+(?:st|nd|rd|th)\s+{_TYPE})\b\.?{_END}")
_BLOCK = re.compile(
    rf"\b\d{{1,3}},?\d00\s+(?i:block)\s+(?i:of|on)?\s*(?:the\s+)?{_PART}{{1,4}}(?i:{_TYPE})?\b\.?"
    rf"|\b\d00\s+(?i:block)\s+(?i:of|on)?\s*{_PART}{{0,3}}{_WORD}(?:\s+(?i:{_TYPE})\b\.?)?")  # fmt: skip
_TURKISH = re.compile(
    r"(?:[A-ZÇĞİÖŞÜ][\w.’'-]*\s+){1,3}(?:Caddesi|Cad\.|Sokak|Sokağı|Sok\.|Sk\.|Bulvarı|Mahallesi|Mah\.)(?:[\s,]+(?:No|Kat|D|Daire)\b[.: ]*\d+\w*(?:/\d+)?)+")  # fmt: skip
_GERMAN = re.compile(r"\b[A-ZÄÖÜ]\w+(?:straße|strasse|gasse|allee|weg|platz|laan|straat)\s+\d{1,4}\w?\b")
_RUE = re.compile(
    r"\b\d{1,4}(?: bis| ter)?,? (?:rue|avenue|boulevard|place|calle|via|rua) (?:d[eu]s? |de la |d['’])?[A-ZÀ-Ü][\w'’-]*(?: [A-ZÀ-Ü][\w'’-]*)*"
)
_MONTH = r"(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)\.?"
_DAY = (
    rf"(?:\d{{1,2}}[./-]\d{{1,2}}[./-](?:\d{{4}}|\d\d)|\d{{4}}-\d\d-\d\d|(?:the )?\d{{1,2}}(?:st|nd|rd|th)?(?: of)? {_MONTH},? \d{{4}}|"
    rf"{_MONTH} \d{{1,2}}(?:st|nd|rd|th)?,? \d{{4}}|{_MONTH},? \d{{4}}|(?:1[89]|20)\d\d)"
)
_BORN = re.compile(
    rf"(?:\b(?:born|birth ?date|date of birth|birthday|born:|d\.?o\.?b\.?)\b|\bb\.)[^.\n;]{{0,40}}?(?<![\w./-])({_DAY})(?!\w)",
    re.I,
)
_BORN_DAY = re.compile(rf"\bborn (?:on )?(\d{{1,2}} {_MONTH}|{_MONTH} \d{{1,2}})(?!\w)", re.I)


def find_patterns(text: str, number: Callable[[str], str]) -> Iterator[Cut]:
    """All of them in one text; `number` gives the label of a telephone number."""
    if not any(c.isdigit() for c in text) and "@" not in text and "at" not in text:
        return
    yield from ((m.start(), m.end(), MAIL) for m in _MAIL.finditer(text))
    if not any(c.isdigit() for c in text):
        return
    for regex in (_STREET, _NUMBERED, _BLOCK, _TURKISH, _GERMAN, _RUE):
        yield from ((m.start(), m.start() + len(m.group().rstrip()), ADDRESS) for m in regex.finditer(text))
    for regex in (_IBAN, _SOCIAL, _PLATE, _LONG):
        yield from ((m.start(), m.end(), NUMBER) for m in regex.finditer(text))
    yield from ((m.start(1), m.end(1), NUMBER) for m in _NAMED.finditer(text))
    for regex in (_BORN, _BORN_DAY):
        yield from ((m.start(1), m.end(1), BIRTH) for m in regex.finditer(text))
    for m in _PHONE.finditer(text):
        if len(re.sub(r"\D", "", m.group())) >= 9 and not _DATE.match(m.group()):
            yield m.start(), m.end(), number(m.group())
    yield from ((m.start(), m.end(), number(m.group())) for m in _LOCAL.finditer(text))


def day_forms(day: str) -> tuple[str, ...]:
    """The ways in which an ISO day is written out; none for what is no whole day."""
    try:
        at = date.fromisoformat(day)
    except ValueError:
        return ()
    month, short = f"{at:%B}", f"{at:%b}"
    spoken = [f"{at.day} {m}{c} {at.year}" for m in (month, short, f"{short}.") for c in ("", ",")]
    spoken += [f"{m} {at.day}{c} {at.year}" for m in (month, short, f"{short}.") for c in ("", ",")]
    dotted = [f"{a:02}{s}{b:02}{s}{at.year}" for s in "./-" for a, b in ((at.day, at.month), (at.month, at.day))]
    plain = [f"{a}{s}{b}{s}{at.year}" for s in "./-" for a, b in ((at.day, at.month), (at.month, at.day))]
    return (day, *spoken, *dotted, *plain)
