"""Sums of money in a sentence's words: number, bound and currency; a range is one sum, never two exact ones."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from rashomon.model.annotation import Bound
from rashomon.model.claim import Value
from rashomon.stages.claims.persons.lexicon import currencies, lines

_BOUNDS: tuple[tuple[str, Bound], ...] = (
    ("up to", "at_most"), ("upto", "at_most"), ("as much as", "at_most"), ("more than", "more_than"),
    ("over", "more_than"), ("at least", "at_least"), ("about", "about"), ("around", "about"), ("nearly", "about"),
    ("almost", "about"), ("some", "about"), ("roughly", "about"), ("under", "fewer_than"), ("less than", "fewer_than"),
)  # fmt: skip
_BARE = re.compile(
    r"(?<![\w.,$€£])\d+(?:\.\d+)? (?:million|billion|thousand|lakh)(?=\s*(?:[.,;:)]|$)|\s(?:back|in|for|from|to|first|after|last|and)\b)"
)
_MORE = re.compile(
    r"(?:\b(?:another|further|remaining|other|and|then|rest)|[,;(])\s(?P<sum>\d{1,3}(?:,\d{3})+|[1-9]\d{2,})"
    r"(?=\s(?:of (?:it|them|which|that)|in advance|up front|upfront|on (?:delivery|completion)|after|afterwards|before|later|when|once|at once|went|was|were|had)\b|[.;)])"
)
_THOUSANDS = re.compile(r"\d{1,3}(?:\.\d{3})+")


@cache
def _scales() -> dict[str, float]:
    """What words of scale multiply by: "million", "lakh", "k"."""
    return {word: float(by) for word, by in (line.split("\t") for line in lines("scales.tsv"))}


@cache
def _spelt() -> dict[str, int]:
    """Numbers in words that stand before a word of scale: "two million", "a hundred thousand"."""
    return {word: int(number) for word, number in (line.split("\t") for line in lines("spelt.tsv"))}


def _number(n: int) -> str:
    scales = "|".join(sorted(_scales(), key=len, reverse=True))
    spelt = "|".join(sorted(_spelt(), key=len, reverse=True))
    digits = rf"(?:\d{{1,3}}(?:\.\d{{3}})+(?![\d.])|\d[\d,]*(?:\.\d+)?)(?:[\s-]?(?i:{scales})\b){{0,2}}"
    return rf"(?P<n{n}>{digits}|(?i:\b(?:{spelt})\s(?:{scales})\b(?:\s(?:{scales})\b)?))"


@cache
def _money() -> re.Pattern[str]:
    """A sign or code before a number, or a number before a currency's word, with one word between ("Turkish lira")."""
    words = "|".join(sorted((f for f in currencies() if f.isascii() and f.isalpha()), key=len, reverse=True))
    signs = "".join(sorted({f for f in currencies() if len(f) == 1 and not f.isalnum()}))
    codes = "|".join(sorted(set(currencies().values())))
    sign = rf"(?:US\$|[{signs}]|\b(?:Tk|TK|Rs|{codes})(?=[\s\d.]))\.?\s?"
    word = rf"[\s-](?:of\s)?(?:[A-Z]\w+\s)?(?i:{words})\b"
    to = r"\s?(?:to|and|or|-|–)\s?"
    return re.compile(
        rf"(?P<sign>{sign})(?:{_number(1)}{to}(?:{sign})?{_number(2)}|{_number(3)}\b)"
        rf"|(?<![\w.,])(?:{_number(4)}(?:{word})?{to}{_number(5)}|{_number(6)})(?P<word>{word})"
    )


@dataclass(frozen=True, slots=True)
class Sum:
    """A sum, with the range of its words in the sentence, the bound's words included."""

    start: int
    end: int
    value: Value


def find_sums(words: str) -> Iterator[Sum]:
    """Every sum in the words of a sentence whose currency is known."""
    folded = words.casefold()
    if not _counting().search(folded) or not any(form in folded for form in currencies()):
        return
    for found in _money().finditer(words):
        code = _whose(words, found) or currencies().get(_currency(found))
        if code is not None:
            yield from _sums(words, found, code)


def find_bare(words: str, currency: str) -> Iterator[Sum]:
    """Sums without their currency, which is that of every other sum of the text: "owes his banks 11 million"."""
    for found in _BARE.finditer(words):
        start, bound = _bounded(words, found.start())
        yield Sum(
            start, found.end(), Value(number=_whole(_read(found.group())), bound=bound or "exact", currency=currency)
        )


def find_more(words: str, found: list[Sum]) -> Iterator[Sum]:
    """Sums in the currency of the one before: "10,000 euros at once and another 15,000 later", ", 10,000 of it in advance"."""
    for more in _MORE.finditer(words):
        before = [s for s in found if s.end <= more.start()]
        start, end = more.span("sum")
        if before and not any(s.start < end and start < s.end for s in found):
            number = _whole(_read(more["sum"]))
            yield Sum(start, end, Value(number=number, bound="exact", currency=before[-1].value.currency))


@cache
def _counting() -> re.Pattern[str]:
    """What every sum holds, a digit or a word of scale behind another word: most sentences hold neither."""
    return re.compile(rf"\d|\s(?:{'|'.join(_scales())})\b")


def _currency(found: re.Match[str]) -> str:
    if found["sign"]:
        return found["sign"].strip(" .").lower()
    return found["word"].replace("-", " ").split()[-1].lower()


def _whose(words: str, found: re.Match[str]) -> str | None:
    """The code that a word beside the money's gives: "CFA francs", "francs CFA", "Syrian pounds"."""
    said = (found["word"] or "").replace("-", " ").lower().split()
    beside = [*said[:-1], *words[found.end() :].lower().split()[:1]]
    unit = said[-1].removesuffix("s") if said else ""
    return next((code for by in beside if (code := _whose_codes().get((by.strip(".,;:)"), unit)))), None)


@cache
def _whose_codes() -> dict[tuple[str, str], str]:
    return {(by, unit): code for by, unit, code in (line.split("\t") for line in lines("whose_currency.tsv"))}


def _sums(words: str, found: re.Match[str], code: str) -> Iterator[Sum]:
    start, bound = _bounded(words, found.start())
    low, high = found["n1"] or found["n4"], found["n2"] or found["n5"]
    if low is None or high is None:
        only = found["n3"] or found["n6"]
        yield Sum(start, found.end(), Value(number=_whole(_read(only)), bound=bound or "exact", currency=code))
        return
    least, most = _read(low), _read(high)
    if least < most and _scale_of(high) > 1 and _scale_of(low) == 1 and least < 1000:
        least *= _scale_of(high)  # "40 to 50 thousand"
    between = words[: found.start()].rstrip().casefold().endswith(("between", "from"))
    if least >= most or (" and " in found.group() and not between) or " or " in found.group():
        return
    yield Sum(start, found.end(), Value(number=_whole(least), bound="at_least", currency=code, text=found.group()))


def _bounded(words: str, start: int) -> tuple[int, Bound | None]:
    """Where a sum starts with the words of its bound, and the bound."""
    before = words[:start].rstrip().casefold()
    phrase, bound = next(((p, b) for p, b in _BOUNDS if before.endswith(p)), ("", None))
    whole = phrase and len(before) == len(words[:start].rstrip())
    return (len(before) - len(phrase) if whole else start), bound


def _read(text: str) -> float:
    """A number in digits or words, with its scale."""
    first = re.match(r"\d[\d,]*(?:\.\d+)*", text)
    number = float(_plain(first.group())) if first else float(_spelt()[text.split()[0].lower()])
    return number * _scale_of(text)


def _plain(digits: str) -> str:
    """Digits without marks between thousands: "120,000", and "120.000" as other languages write it."""
    return digits.replace(".", "") if _THOUSANDS.fullmatch(digits) else digits.replace(",", "")


def _scale_of(text: str) -> float:
    scale = 1.0
    for word in re.findall(r"[A-Za-z]+", text):
        scale *= _scales().get(word.lower(), 1.0)
    return scale


def _whole(amount: float) -> int | float:
    return int(amount) if amount.is_integer() else amount
