"""What is masked by its form: e-mail and street addresses, telephone, identity and account numbers, birth dates."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from datetime import date

from rashomon.present.masking.figures import NUMBER, Cut, find_figures, plain_figures
from rashomon.present.masking.streets import find_streets

__all__ = ["ADDRESS", "BIRTH", "MAIL", "NUMBER", "Cut", "day_forms", "find_patterns"]

ADDRESS, MAIL, BIRTH = "[street address]", "[e-mail address]", "[birth date]"

_MAIL = re.compile(
    r"(?<![\w.+-])[\w.+-]++(?:\s?(?:@|[\[({]at[\])}])\s?[\w-]+(?:\s?(?:\.|[\[({]dot[\])}])\s?[\w-]+)+"
    r"|(?-i:\sAT\s)[\w-]+(?:\.[\w-]+)+|\sat\s[\w-]+(?:\sdot\s[\w-]+)+)",
    re.I,
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
    plain = plain_figures(text)
    figured = any(c.isdigit() for c in plain)
    if not figured and "@" not in plain and "at" not in plain.lower():
        return
    yield from ((m.start(), m.end(), MAIL) for m in _MAIL.finditer(plain))
    if not figured:
        return
    yield from ((start, end, ADDRESS) for start, end in find_streets(plain))
    yield from find_figures(plain, number)
    for regex in (_BORN, _BORN_DAY):
        yield from ((m.start(1), m.end(1), BIRTH) for m in regex.finditer(plain))


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
