"""Figures that a report itself says were overtaken: "initially 10", "has now risen to 27"."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from importlib.resources import files
from typing import Literal

from rashomon.stages.weigh.layout import Laid

_REACH = 60
_AFTER = 200
_RISING = re.compile(
    r"\b(?:ris(?:es?|en|ing)|rose|climb(?:s|ed|ing)?|gr[eo]w[ns]?|growing|jump(?:s|ed|ing)?|increas(?:es?|ed|ing)|up)\b"
)
"""A figure that rose is no lower one: the headline that has a higher figure contradicts the text."""


def overtakes(later: Laid, earlier: Laid) -> bool:
    """Whether words before one figure of a report say that it stands for another figure of that report."""
    if later.document.id != earlier.document.id:
        return False
    if _is_below(later, earlier) and _RISING.search(_words_before(later, earlier)):
        return False
    if _cued(earlier, later, "earlier") or _corrected(earlier, later):
        return True
    return _cued(later, earlier, "later") and not _goes_on_with_another(later, earlier)


def is_called_earlier(later: Laid, earlier: Laid) -> bool:
    """Whether words before a figure say that it is an older one: "had earlier spoken of 14", "initially 14"."""
    return later.document.id == earlier.document.id and _cued(earlier, later, "earlier")


def _is_below(later: Laid, earlier: Laid) -> bool:
    return float(later.claim.value.number or 0) < float(earlier.claim.value.number or 0)


def _goes_on_with_another(later: Laid, earlier: Laid) -> bool:
    """ "The toll has climbed to 21. The ministry put it at 14": told after it by another speaker, who differs."""
    told_after = earlier.claim.start > later.claim.end
    return told_after and len(earlier.voice) > 1 and earlier.voice[-1] not in later.voice


def has_cue(laid: Laid) -> bool:
    """Whether there are words near a figure that could say that it stands for another, or another for it."""
    end = laid.claim.end
    after = laid.document.text[end : end + _AFTER].lower()
    return _hints(_words_before(laid, laid)) or _hints(after)


@lru_cache(maxsize=8192)
def _hints(words: str) -> bool:
    return any(pattern.search(words) for patterns in _cues().values() for pattern in patterns)


def _cued(laid: Laid, other: Laid, side: Literal["later", "earlier"]) -> bool:
    before = _words_before(laid, other)
    return any(pattern.search(before) for pattern in _cues()[side])


def _corrected(earlier: Laid, later: Laid) -> bool:
    """Whether soon after a figure its report names the other one with a word that puts it in its place."""
    end = earlier.claim.end
    after = earlier.document.text[end : end + _AFTER].lower()
    number = later.claim.value.number
    written = re.search(rf"(?<![\d.,]){number:.0f}(?![\d.,]?\d)", after) if number is not None else None
    if written is None:
        return False
    before = after[max(0, written.start() - _REACH) : written.start()]
    return any(pattern.search(before) for pattern in _cues()["later"])


def _words_before(laid: Laid, other: Laid) -> str:
    """What leads up to a figure within its sentence, not reaching back over the other figure."""
    start = max(laid.claim.start - _REACH, laid.sentence.start if laid.sentence else 0)
    if other.claim.end <= laid.claim.start:
        start = max(start, other.claim.end)
    return laid.document.text[start : laid.claim.start].lower() + " " + laid.claim.quote.lower()


@cache
def _cues() -> dict[str, tuple[re.Pattern[str], ...]]:
    found: dict[str, list[re.Pattern[str]]] = {"later": [], "earlier": []}
    text = (files("rashomon.data") / "weigh" / "succession.txt").read_text(encoding="utf-8")
    for line in text.splitlines():
        if line and not line.startswith("#"):
            side, pattern = line.split("\t")
            found[side].append(re.compile(pattern))
    return {side: tuple(patterns) for side, patterns in found.items()}
