"""Letters that were UTF-8 and were once saved as a western code page ("MarÃ­a"): read as what they were."""

from __future__ import annotations

import re

REMARK = (
    "letters saved in a wrong code page were read as what they had been, in {count} places (first: “{was}” as “{now}”)"
)
_SPECIAL = "€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ"
_NEXT = f"[\x80-\xbf{_SPECIAL}]"
# The first bytes of letters of Latin, Greek, Cyrillic, Hebrew and Arabic scripts, and of typographic marks.
_PAIR = re.compile(f"[ÂÃÄÅÎÏÐÑ×ØÙÚÛ]{_NEXT}|â{_NEXT}{{2}}|â€(?=[\ufffd\\s.,;:!?)]|$)\ufffd?")
_RUN = re.compile(rf"(?:{_PAIR.pattern})+")
_LOST = "â€"


def mend(text: str) -> tuple[str, str | None]:
    """The text with such letters mended, and a remark that says so; the text itself where there are none.

    They have to be most of what is beyond ASCII: a single "Ã" before a mark of money is left alone.
    """
    if "Ã" not in text and _LOST not in text and not _PAIR.search(text):
        return text, None
    runs = list(_RUN.finditer(text))
    garbled = sum(len(run[0]) for run in runs)
    if garbled * 2 < sum(char > "\x7f" for char in text):
        return text, None
    first: list[str] = []
    mended = _RUN.sub(lambda run: _note(run[0], first), text)
    return (mended, REMARK.format(count=len(first) // 2, was=first[0], now=first[1])) if first else (text, None)


def _note(run: str, seen: list[str]) -> str:
    now = _PAIR.sub(lambda pair: _read(pair[0]), run)
    if now != run:
        seen += (run, now)
    return now


def _read(pair: str) -> str:
    """The one letter that a pair was; a closing mark that lost its last byte is one all the same."""
    if pair.removesuffix("\ufffd") == _LOST:
        return "”"
    try:
        return b"".join(_byte(char) for char in pair).decode("utf-8")
    except UnicodeError:
        return pair


def _byte(char: str) -> bytes:
    """The byte of a character in the western code page, whose five gaps browsers fill with controls."""
    return bytes([ord(char)]) if "\x80" <= char <= "\x9f" else char.encode("cp1252")
