"""Sums of money in a sentence's words: number, bound and currency; a range is one sum, never two exact ones."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from rashomon.model.annotation import Bound
from rashomon.model.claim import Value
from rashomon.stages.claims.persons.currencies import NOWHERE, Home, code_of, codes, forms, signs
from rashomon.stages.claims.persons.lexicon import lines
from rashomon.stages.claims.persons.lexicon import words as words_of

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
_OF_WHAT = re.compile(r"\s(?:of\s(?P<what>[\w-]+))")
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
    one = "|".join(sorted(_spelt(), key=len, reverse=True))
    digits = rf"(?:\d{{1,3}}(?:\.\d{{3}})+(?![\d.])|\d{{1,3}}(?:[ \u00a0\u202f]\d{{3}})+(?!\d)|\d[\d,]*(?:\.\d+)?)(?:[\s-]?(?i:{scales})\b){{0,2}}"
    few = few_in_words()  # "twenty euros"; "one real reason" is no sum
    spelt = (
        rf"(?i:\b(?:(?:half an?|(?:{one})(?:[\s-](?:and an?\s|and\s)?(?:{one}|half|hundred))*)\s(?:{scales})\b(?:\s(?:{scales})\b)?"
        rf"|(?:{few})(?:-(?:{one}))?(?=\s)(?!\sand\b)))"
    )
    return rf"(?P<n{n}>{digits}|{spelt})"


@cache
def _money() -> re.Pattern[str]:
    """A sign or code before a number, or a number before a currency's word or sign, with whose it is between ("Turkish lira")."""
    words = "|".join(sorted(forms(), key=len, reverse=True))
    of_code = "|".join(sorted({c.upper() for c in codes()} - words_of("codes_and_words.txt")))
    long = "|".join(re.escape(s) for s in sorted(signs(), key=len, reverse=True) if not _is_letter(s))
    letters = "".join(s for s in signs() if _is_letter(s))
    # a letter is money before "25,000" and "25 million" only: "N95", "R2" are none
    letter = rf"[{letters}](?=\d{{1,3}}(?:,\d{{3}})+\b|\d+(?:\.\d+)?\s?(?:m|mn|bn|million|billion)\b)"
    sign = rf"(?:(?<!\w)(?:{long}|(?:{of_code})(?=[\s\d]))|(?<![\w.,/]){letter})\.?\s?"
    word = rf"[\s-](?:of\s)?(?:[A-Z][\w.-]+\s){{0,3}}(?:(?i:{words})|{of_code})\b|\s?(?:{_behind()})(?!\w)"
    to = r"\s?(?:to|(?<!hundred )and|or|-|–)\s?"
    return re.compile(
        rf"(?P<sign>{sign})(?:{_number(1)}{to}(?:{sign})?{_number(2)}|{_number(3)}(?!\w))"
        rf"|(?<![\w.,])(?:{_number(4)}(?:{word})?{to}{_number(5)}|{_number(6)})(?P<word>{word})"
    )


def _is_letter(sign: str) -> bool:
    return len(sign) == 1 and sign.isascii() and sign.isalpha()


def _behind() -> str:
    """The signs that may stand behind a number: "5,000 €", "5,000 zł"."""
    return "|".join(re.escape(s) for s in sorted(signs(), key=len, reverse=True) if not s.isascii() or s == "FCFA")


@dataclass(frozen=True, slots=True)
class Sum:
    """A sum, with the range of its words in the sentence, the bound's words included."""

    start: int
    end: int
    value: Value


def find_sums(words: str, home: Home = NOWHERE) -> Iterator[Sum]:
    """Every sum in the words of a sentence whose currency is known; `home` is what its text tells of its money."""
    if not _counting().search(words.casefold()):
        return
    for found in _money().finditer(words):
        code = None if _is_weight(words, found) else _currency(words, found, home)
        if _is_two(words, found):
            yield from _each_of_two(found, home)
        elif code is not None:
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


def _currency(words: str, found: re.Match[str], home: Home) -> str | None:
    if found["sign"]:
        sign = found["sign"].strip()
        return code_of(sign if sign in signs() else sign.rstrip("."), (), home)
    said = found["word"].strip(" -").replace("-", " ").split()
    beside = [*said[:-1], *(w.strip(".,;:)") for w in words[found.end() :].split()[:1])]
    return code_of(said[-1], beside, home)


def _is_two(words: str, found: re.Match[str]) -> bool:
    """Of "5,000 euros and 3,000 dollars" two sums, and no range as of "between 3,000 and 5,000 euros"."""
    between = words[: found.start()].rstrip().casefold().endswith(("between", "from"))
    return " and " in found.group() and (found["n1"] or found["n4"]) is not None and not between


def _each_of_two(found: re.Match[str], home: Home) -> Iterator[Sum]:
    joint = found.group().index(" and ")
    for start, part in ((0, found.group()[:joint]), (joint + 5, found.group()[joint + 5 :])):
        for one in find_sums(part, home):
            yield Sum(found.start() + start + one.start, found.start() + start + one.end, one.value)


def _is_weight(words: str, found: re.Match[str]) -> bool:
    """Of "40 pounds of explosives" a weight: what is counted in pounds and is no money."""
    behind = _OF_WHAT.match(words[found.end() :])
    unit = (found["word"] or "").strip(" -").lower()
    return behind is not None and unit in ("pound", "pounds") and behind["what"].lower() not in words_of("cash.txt")


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
    if least >= most or " or " in found.group():
        return
    yield Sum(start, found.end(), Value(number=_whole(least), bound="at_least", currency=code, text=found.group()))


def _bounded(words: str, start: int) -> tuple[int, Bound | None]:
    """Where a sum starts with the words of its bound, and the bound."""
    before = words[:start].rstrip().casefold()
    phrase, bound = next(((p, b) for p, b in _BOUNDS if before.endswith(p)), ("", None))
    whole = phrase and len(before) == len(words[:start].rstrip())
    return (len(before) - len(phrase) if whole else start), bound


def read_number(text: str) -> int | float:
    """A number in digits or words, with its scale, as a whole number where it is one."""
    return _whole(_read(text))


def few_in_words() -> str:
    """The words for numbers from two on, as one alternative of a pattern."""
    return "|".join(w for w, n in sorted(_spelt().items()) if n > 1)


def _read(text: str) -> float:
    """A number in digits or words, with its scale."""
    first = re.match(r"\d{1,3}(?:[ \u00a0\u202f]\d{3})+(?!\d)|\d[\d,]*(?:\.\d+)*", text)
    return float(_plain(first.group())) * _scale_of(text) if first else _spelt_out(text)


def _spelt_out(text: str) -> float:
    """A number in words: "two and a half million", "one hundred and fifty thousand"."""
    total = now = 0.0
    for word in text.lower().replace("-", " ").split():
        if word == "half":
            now += 0.5
        elif word == "hundred":
            now = (now or 1) * 100
        elif word in _scales():
            total, now = (total * _scales()[word] if total and not now else total + (now or 1) * _scales()[word]), 0
        elif word not in ("a", "an", "and"):
            now += _spelt().get(word, 0)
    return total + now


def _plain(digits: str) -> str:
    """Digits without marks between thousands: "120,000", and "120.000", "120 000" as other languages write it."""
    digits = re.sub(r"\s", "", digits)
    return digits.replace(".", "") if _THOUSANDS.fullmatch(digits) else digits.replace(",", "")


def _scale_of(text: str) -> float:
    scale = 1.0
    for word in re.findall(r"[A-Za-z]+", text):
        scale *= _scales().get(word.lower(), 1.0)
    return scale


def _whole(amount: float) -> int | float:
    return int(amount) if amount.is_integer() else amount
