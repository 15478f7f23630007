"""Numbers in digits and words: "1,500", "thirty-three", "a dozen", "two hundred and six", "1.5 million", "dozens"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from rashomon.model import parts
from rashomon.model.annotation import Token

_DIGITS = re.compile(
    r"(?:\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d{1,2}(?:,\d\d)+,\d{3}|\d{1,3}(?:(?:, ?| |['’])\d{3})+)|\d{1,3}(?:\.\d{3})+|\d+(?:\.\d+)?"
)
_GROUP_MARK = re.compile(r"[, '’]")
_DOTTED = re.compile(r"\d{1,3}(?:\.\d{3})+")
_YEAR = range(1900, 2100)
_LONGEST = 20
"""Digits of a figure, or words of a spelled-out one: what is longer is no number of anything."""
_LARGEST = 1e15
_SHARES = {"quarter": 0.25, "half": 0.5, "fifth": 0.2, "tenth": 0.1}


@dataclass(frozen=True, slots=True)
class Run:
    """Tokens `first` up to but not including `end` that spell one number; None for "dozens". `more` is a plus sign.

    `digits`: written in plain digits, as years and ages are; "2,000" is not.
    """

    first: int
    end: int
    number: int | float | None
    digits: bool
    more: bool = False

    @property
    def is_year(self) -> bool:
        """Whether the figure could be read as a year."""
        return self.digits and self.number in _YEAR


@cache
def number_words() -> dict[str, tuple[float, str]]:
    """Word -> its value and its kind."""
    rows = files("rashomon.data").joinpath("quantities/numbers.tsv").read_text(encoding="utf-8").splitlines()
    table = (row.split("\t") for row in rows if row and not row.startswith("#"))
    return {word: (float(value), kind) for word, value, kind in table}


def read_numbers(tokens: Sequence[Token]) -> list[Run]:
    """The numbers of a sentence, in order, longest reading each."""
    words = [t.text.lower() for t in tokens]
    found, at = [], 0
    while at < len(words):
        run = _run_at(tokens, words, at)
        if run:
            found.append(run)
        at = run.end if run else at + 1
    return found


def _run_at(tokens: Sequence[Token], words: Sequence[str], at: int) -> Run | None:
    word = words[at]
    if word[0].isdigit():
        return _digits(words, at)
    if (share := _share_of_a_scale(words, at)) is not None:
        return share
    known = number_words().get(word)
    if known is None:
        return None
    kind = known[1]
    if kind == "few":
        return _some_of_a_scale(words, at)
    if kind == "vague":
        return Run(at, at + 1, None, False) if tokens[at].is_a(parts.COMMON_NOUN | parts.NUMBER) else None
    if kind in ("article", "half") and not _scale_follows(words, at):
        return None
    if kind == "scale" and not tokens[at].is_a(parts.NUMBER) and word not in ("hundred", "dozen"):
        return None
    return _words(words, at)


def _share_of_a_scale(words: Sequence[str], at: int) -> Run | None:
    """ "a quarter of a million": 250,000."""
    share = _SHARES.get(words[at + 1] if at + 1 < len(words) else "")
    scale = number_words().get(words[at + 4] if at + 4 < len(words) else "", (0.0, ""))
    if words[at] not in ("a", "one") or share is None or scale[1] != "scale" or words[at + 2] != "of":
        return None
    return Run(at, at + 5, _whole(scale[0] * share), False) if words[at + 3] in ("a", "one") else None


def _some_of_a_scale(words: Sequence[str], at: int) -> Run | None:
    """ "several hundred", "a couple of thousand", "some hundreds": a figure without a number."""
    end = at + 1
    if words[end : end + 1] == ["of"]:
        end += 1
    first = end
    while end < len(words) and number_words().get(words[end], (0, ""))[1] in ("scale", "vague"):
        end += 1
    return Run(at, end, None, False) if end > first else None


def _scale_follows(words: Sequence[str], at: int) -> bool:
    """ "a hundred", "half a dozen": only such an article counts."""
    after = words[at + 1] if at + 1 < len(words) else ""
    if words[at] == "half" and after == "a":
        after = words[at + 2] if at + 2 < len(words) else ""
    return number_words().get(after, (0, ""))[1] == "scale" and after != "score"


def _digits(words: Sequence[str], at: int) -> Run | None:
    word = words[at]
    more, end = word.endswith("+"), at + 1
    if len(word) > _LONGEST or not _DIGITS.fullmatch(word.rstrip("+")):
        return None
    figure = _GROUP_MARK.sub("", word.rstrip("+"))
    scaled = number_words().get(words[end] if end < len(words) else "", (0, ""))[1] == "scale"
    value = float(figure.replace(".", "") if _DOTTED.fullmatch(figure) and not scaled else figure)
    while end < len(words) and number_words().get(words[end], (0, ""))[1] == "scale" and words[end] != "score":
        value *= number_words()[words[end]][0]
        end += 1
    if end < len(words) and words[end] == "+":
        more, end = True, end + 1
    return Run(at, end, _whole(value), word.rstrip("+").isdigit(), more)


def _words(words: Sequence[str], at: int) -> Run:
    total, current, end, last = 0.0, 0.0, at, ""
    while end < len(words) and end - at < _LONGEST:
        value, kind = number_words().get(words[end], (0.0, ""))
        if kind == "unit" and last == "unit" and not (current % 100 >= 20 and value < 10):
            break
        if kind in ("unit", "article", "half"):
            current = value * (current or 1) if last == "half" else current + value
        elif kind == "scale":
            current = (current or 1) * value
            if value >= 1000:
                total, current = total + current, 0.0
        elif not (words[end] in ("-", "and") and last and _joins(words, end, last)):
            break
        last = kind or last
        end += 1
    return Run(at, end, _whole(total + current), False)


def _joins(words: Sequence[str], at: int, last: str) -> bool:
    """ "thirty-three" and "two hundred and six" go on; "twenty and thirty" does not."""
    kind = number_words().get(words[at + 1], (0, ""))[1] if at + 1 < len(words) else ""
    return kind == "unit" and (words[at] == "-" or last == "scale")


def _whole(value: float) -> int | float | None:
    if value > _LARGEST:
        return None
    return int(value) if value == int(value) else value
