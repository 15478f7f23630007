"""Days and hours in figures, days before their month, which the parser takes for numbers of what follows: "On 28.03.2014 at 21:40 Perek called".

It is given a weekday and "noon" in their place, so that Perek is the one who called; of "On 14 May Perek met", where it takes
"May Perek" for a name, an "early" weekday. And "alias" for the "@" between two
names of one man, behind which it ends a sentence; and words in full for short ones ("ppl"). Offsets and words stay those of the text.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from importlib.resources import files

_DAY = re.compile(
    r"(?:0?[1-9]|[12]\d|3[01])([./])(?:0?[1-9]|1[0-2])\1(?:\d{4}|\d{2})|(?:0[1-9]|1[0-2])[./](?:19|20)\d\d"
)
_HOUR = re.compile(r"(?:[01]?\d|2[0-3])[:.][0-5]\d(?::[0-5]\d)?")
_AT = frozenset({"at", "around", "about", "by", "until", "till", "from", "between", "and", "to"})
DAY, HOUR, ALIAS, EARLY = "Monday", "noon", "alias", "early"
_MONTHS = "January|February|March|April|May|June|July|August|September|October|November|December"
_MONTH = re.compile(_MONTHS)
_NUMBER = re.compile(r"0?[1-9]|[12]\d|3[01]")
_BEFORE_MONTH = re.compile(rf"\b[Oo]n (?:{_NUMBER.pattern}) (?:{_MONTHS})\b")
_WORDLIKE = re.compile(r"\w")
_OTHERWISE = re.compile(r"@|[Aa]\.[Kk]\.[Aa]\.?")
_MAYBE = re.compile(r"\s@\s|\b[Aa]\.[Kk]\.[Aa]\b")


def has_stand_ins(text: str) -> bool:
    """Whether a day in figures, or a sign between two names of one, may stand in a text."""
    if any(sign.search(text) is not None for sign in (_DAY, _MAYBE, _BEFORE_MONTH)):
        return True
    ends = (found.start() for found in _short_sign().finditer(text))
    return any(at == 0 or not _WORDLIKE.match(text, at - 1) for at in ends)


def stand_ins(words: Sequence[str]) -> dict[int, str]:
    """The words to be read in the place of days and hours in figures, by their index."""
    found = {n: DAY for n, word in enumerate(words) if _DAY.fullmatch(word)}
    for n in range(1, len(words) - 2):
        if _is_before_month(words, n):
            found |= {n: EARLY, n + 1: DAY}
    for n, word in enumerate(words):
        before = words[n - 1].lower() if n else ""
        if n not in found and _HOUR.fullmatch(word) and ":" in word and before in _AT:
            found[n] = HOUR
        elif _OTHERWISE.fullmatch(word) and n and n + 1 < len(words):
            found[n] = ALIAS
        elif n not in found and _is_short(words, n):
            found[n] = short_words()[word.lower()]
    return found


def _is_before_month(words: Sequence[str], n: int) -> bool:
    """Of "On 14 May Perek met" the 14, where a name or a noun follows the month."""
    day = words[n - 1].lower() == "on" and _NUMBER.fullmatch(words[n]) and _MONTH.fullmatch(words[n + 1])
    return day is not None and day is not False and words[n + 2][0].isalpha()


@cache
def short_words() -> dict[str, str]:
    """Words in full by the short ones that are read as them."""
    return {row[0]: row[1] for row in _short_rows()}


@cache
def _short_rows() -> tuple[tuple[str, ...], ...]:
    lines = files("rashomon").joinpath("data/annotate/short_words.tsv").read_text(encoding="utf-8").splitlines()
    return tuple(tuple(line.split("\t")) for line in lines if line and not line.startswith("#"))


@cache
def _left_before() -> dict[str, frozenset[str]]:
    """The words before which a short one is read as it stands."""
    return {row[0]: frozenset(row[2].split()) for row in _short_rows() if len(row) > 2}


@cache
def _short_sign() -> re.Pattern[str]:
    """A short word, or the end of a longer one: with what stands before it in the pattern it would be tried at every letter."""
    return re.compile(rf"(?:{'|'.join(map(re.escape, short_words()))})(?!\w)", re.IGNORECASE)


def _is_short(words: Sequence[str], at: int) -> bool:
    """Whether a word is a short one, in small letters: "&" between two names is a part of one."""
    after = words[at + 1] if at + 1 < len(words) else ""
    if after.lower() in _left_before().get(words[at], ()):
        return False
    return words[at] in short_words() and (words[at].isalpha() or after[:1].islower() or after[:1].isdigit())
