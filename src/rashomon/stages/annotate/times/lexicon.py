"""The words of time, from the tables in `rashomon/data/times`, each loaded once."""

from __future__ import annotations

import re
from functools import cache
from importlib.resources import files


@cache
def rows(name: str) -> tuple[tuple[str, ...], ...]:
    """The rows of a table, its comments left out."""
    text = (files("rashomon") / "data" / "times" / f"{name}.tsv").read_text(encoding="utf-8")
    lines = (line for line in text.split("\n") if line and not line.startswith("#"))
    return tuple(tuple(line.split("\t")) for line in lines)


def _plain(word: str) -> str:
    return " ".join(word.rstrip(".").casefold().split())


@cache
def _numbered(name: str) -> dict[str, int]:
    return {_plain(row[0]): int(row[1]) for row in rows(name)}


@cache
def _table(name: str) -> dict[str, tuple[str, ...]]:
    return {_plain(row[0]): row[1:] for row in rows(name)}


def month_number(word: str) -> int | None:
    """1 to 12 for a month's name or abbreviation, in English first, else in another language of the tables."""
    return _numbered("months").get(_plain(word)) or _numbered("months_other").get(_plain(word))


def weekday_number(word: str) -> int:
    """1 for Monday to 7 for Sunday. Raises KeyError for any other word."""
    return _numbered("weekdays")[_plain(word)]


def season(word: str) -> tuple[str, int, int]:
    """TIMEX3 code, first month, last month of a season."""
    code, first, last = _table("seasons")[_plain(word)]
    return code, int(first), int(last)


def daypart(word: str) -> str:
    """The TIMEX3 code of a part of the day."""
    return _table("dayparts")[_plain(word)][0]


def unit(word: str) -> tuple[str, int]:
    """ISO 8601 designator ("TH" for hours) and length in days of a unit in the singular or plural."""
    table = _table("units")
    code, days = table.get(_plain(word)) or table[_plain(word).rstrip("s")]
    return code, int(days)


def vague(phrase: str) -> tuple[str, str]:
    """TIMEX3 value and type of an unmeasured time. Raises KeyError for any other words."""
    value, kind = _table("vague")[_plain(phrase)]
    return value, kind


def holiday(phrase: str) -> tuple[str, ...]:
    """The rule by which a holiday's day is found (see the table's head)."""
    return _table("holidays")[_plain(phrase.replace("’", "'"))]


def count(text: str) -> float | None:
    """The number that digits or number words give: "16", "5 1/2", "twenty-one", "a couple of"; None for "several"."""
    text = _plain(text.replace(",", ""))
    table = _table("numbers")
    if text.endswith(" and a half"):
        whole = count(text.removesuffix(" and a half"))
        return None if whole is None else whole + 0.5
    if text in table:
        return float(table[text][0])
    fraction = re.fullmatch(r"(?:(\d+)[ -]+)?(\d+)/(\d+)", text)
    if fraction and int(fraction[3]):
        return int(fraction[1] or 0) + int(fraction[2]) / int(fraction[3])
    if re.fullmatch(r"\d+(?:\.\d+)?", text):
        return float(text)
    parts = [table.get(part) for part in re.split(r"[ -]", text)]
    if len(parts) == 2 and parts[0] and parts[1] and float(parts[0][0]) >= 20 > float(parts[1][0]):
        return float(parts[0][0]) + float(parts[1][0])
    return None


def ordinal(text: str) -> int | None:
    """The number of "seventh", "25th"; None for any other word."""
    digits = re.fullmatch(r"(\d{1,3})(?:st|nd|rd|th)", _plain(text))
    return int(digits[1]) if digits else _numbered("ordinals").get(_plain(text))


def alternatives(name: str) -> str:
    """The first column of a table as one regular expression, longest first, white space and quotes made loose."""
    words = sorted((row[0] for row in rows(name)), key=len, reverse=True)
    return "|".join(re.escape(w).replace("\\ ", r"\s+").replace("'", "['’]") for w in words)


@cache
def name_makers(side: str) -> frozenset[str]:
    """Words before (or after) a weekday or a month that make a name of it."""
    return frozenset(row[1].casefold() for row in rows("not_dates") if row[0] == side)


@cache
def beside(kind: str) -> frozenset[str]:
    """The words of `beside.tsv` of one kind."""
    return frozenset(word for word, of in rows("beside") if of == kind)
