"""What a court imposes, in its words: terms, life, death, fines; each with its kind and, where it is a term, the years."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from rashomon.lexicon import rows
from rashomon.model.claim import Penalty, PenaltyKind
from rashomon.stages.claims.persons.sums import find_sums

_IN_YEARS = {"year": 1.0, "month": 1 / 12, "week": 7 / 365, "day": 1 / 365}
_JAIL = r"(?:prison|jail|custody|detention|penitentiary|gaol|labou?r camp|penal colony)"
_TAIL = (
    rf"(?:[’']?[\s-](?:(?:each )?in (?:an? |the )?(?:[\w-]+ ){{0,2}}{_JAIL}|of (?:rigorous |hard |simple )?(?:imprisonment|labou?r)"
    rf"|behind bars|(?:rigorous |simple )?imprisonment|(?:suspended |prison |jail |custodial |long )*(?:sentences?|terms?)|{_JAIL}"
    r"|hard labou?r|probation|suspended))?"
)
_HEAD = (
    r"(?:(?:suspended |prison |jail |custodial )*(?:sentences?|terms?|imprisonment) of (?:up to |at least |about )?)?"
)
_LIFE = (
    r"(?:(?P<l1>life)(?:[\s-](?:in (?:prison|jail)|behind bars|imprisonment|sentences?|terms?|without parole|(?:prison|jail) (?:sentence|term)s?))+"
    r"|imprisonment for life|(?:the )?(?:rest|remainder) of (?:his|her|their) (?:life|lives|days) (?:in (?:prison|jail)|behind bars)|(?:whole|natural) life|(?<=for )life\b|(?<=to )life\b|(?<=given )life\b|(?<=got )life\b|(?<=received )life\b|(?<=gets )life\b)"
)
_DEATH = r"(?:sentences? of death|death (?:sentences?|penalty|by (?:hanging|firing squad|stoning|shooting))|(?<=to )death\b(?: by (?:hanging|firing squad|stoning))?|(?<=to )(?:hang|be hanged)\b|(?<=to )the (?:gallows|scaffold|guillotine|electric chair|firing squad|noose)\b)"
_OTHER = r"(?:community service|house arrest|\d+ lashes|probation|hard labou?r)"
_MAY = re.compile(
    r"[\s-](?:year|month|week|day)|life|lives|death|hang|gallows|scaffold|guillotine|chair|squad|noose"
    r"|y service|e arrest|lashes|probation|labou?r",
    re.IGNORECASE,
)
"""What every penalty holds some of: whoever widens a pattern widens this. Most stretches hold none."""
_STRONG = re.compile(
    r"prison|jail|gaol|sentence|term|imprison|behind bars|custod|detention|death|life|labou?r|suspended|gallows|scaffold|guillotine|chair|squad|noose",
    re.IGNORECASE,
)


_NO_TERM = re.compile(
    r"\b(?:after|of|in|within|over|since|last|past|next|every|aged|than|during|first|another)\s+(?:an? |the )?$",
    re.IGNORECASE,
)
_NO_SENTENCE = re.compile(
    r"^[\s-]+(?:old|ago|later|earlier|before|after|trial|hearing|hunt|manhunt|battle|contract|investigation|inquiry)\b"
)


class Term(NamedTuple):
    """A penalty and where it stands in the text. `strong` is one that by its words can be nothing else."""

    start: int
    end: int
    penalty: Penalty
    strong: bool


@cache
def _numbers() -> dict[str, float]:
    return {word: float(number) for word, number in rows("en-small-numbers.tsv")}


@cache
def _pattern() -> re.Pattern[str]:
    words = "|".join(sorted(_numbers(), key=len, reverse=True))
    number = rf"(?P<n>\d+(?:\.\d+)?|(?:{words})(?:-(?:{words}))?)(?P<h>[\s-]and[\s-]a[\s-]half)?"
    more = r"(?:,? and \w+ months)?"
    term = rf"\b{_HEAD}{number}[\s-](?P<u>year|month|week|day)s?\b{more}{_TAIL}"
    return re.compile(rf"(?P<term>{term})|(?P<life>{_LIFE})|(?P<death>{_DEATH})|(?P<other>{_OTHER})", re.IGNORECASE)


def find_penalties(text: str, start: int, end: int) -> Iterator[Term]:
    """Every penalty in a stretch of the text, in text order; bare years among them, which may be no penalty."""
    for found in _pattern().finditer(text, start, end) if _MAY.search(text, start, end) else ():
        kind, years = _kind(found, text)
        whole = found.group()
        if not _STRONG.search(whole) and _is_time(text, *found.span()):
            continue
        yield Term(*found.span(), Penalty(whole, kind, years), bool(_STRONG.search(whole)))


def _is_time(text: str, start: int, end: int) -> bool:
    """Of "after a trial of three months", "two years later": time, and no term."""
    return bool(_NO_TERM.search(text[max(0, start - 20) : start]) or _NO_SENTENCE.match(text[end : end + 20]))


def find_fines(text: str, start: int, end: int) -> Iterator[Term]:
    """Every sum of money in a stretch of the text, as a fine."""
    for one in find_sums(text[start:end]):
        words = text[start + one.start : start + one.end]
        yield Term(start + one.start, start + one.end, Penalty(words, "fine"), True)


def _kind(found: re.Match[str], text: str) -> tuple[PenaltyKind, int | float | None]:
    if found["life"]:
        return "life", None
    if found["death"]:
        return "death", None
    if found["other"]:
        return "other", None
    around = text[max(0, found.start() - 12) : found.end() + 12].lower()
    kind: PenaltyKind = "suspended" if "suspended" in around else "prison"
    if "probation" in found.group().lower():
        kind = "other"
    return kind, _years(found)


def _years(found: re.Match[str]) -> int | float | None:
    number = _number(found["n"])
    if number is None:
        return None
    years = round((number + (0.5 if found["h"] else 0)) * _IN_YEARS[found["u"].lower()], 2)
    return int(years) if years == int(years) else years


def _number(word: str) -> float | None:
    """The value of "25", "nine", "twenty-five"; None for a word that is no number."""
    try:
        return float(word)
    except ValueError:
        parts = [_numbers().get(p) for p in word.lower().split("-")]
        return None if any(p is None for p in parts) else sum(p for p in parts if p is not None)
