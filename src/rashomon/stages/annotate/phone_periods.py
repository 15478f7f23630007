"""The years or dates that a text gives a telephone number, or a list of them."""

from __future__ import annotations

import re

from rashomon.model.annotation import Sentence, TimeRef

Period = tuple[str | None, str | None]

_AFTER = re.compile(
    r"[\s,()]*(?:(?:used|active|registered|in\s+use|both|all)\s+)*"
    r"(in|during|throughout|on|from|since|until|till|through|up\s+to|between|after|before|as\s+of|starting)\s+(?:the\s+)?(?:year\s+|early\s+|late\s+|mid-)?",
    re.I,
)  # fmt: skip
_YEAR = re.compile(r"(?:19|20)\d\d\b")
_SECOND = re.compile(r"[\s,]*(and|to|until|till|through|[-–])\s*(?:in\s+)?", re.I)
_OPEN_END = frozenset({"since", "after", "as of", "starting"})
_OPEN_START = frozenset({"until", "till", "through", "up to", "before"})
_BRACKET = re.compile(r"\s*[(\[]\s*(?=(?:19|20)\d\d\s*[)\]–-])")
_USED_BY = re.compile(
    r"[\s,]*(?:(?:which|that|was|were|is|are|has|had|been|being|belonged|registered|used|assigned|issued|allocated|given|rented|lent|then|still|both)\b\s*)*"
    r"(?:(?:by|to)\s+)?(?:the\s+)?(?:[^\W\d_a-z][\w’'.-]*\s+){0,4}(in|during|throughout|on|from|since|until|till|between)\s+"
    r"(?:the\s+)?(?:year\s+|early\s+|late\s+|mid-)?$"
)
_NOTHING = re.compile(r"[\s,:]*(?:(?:the\s+)?(?:numbers?|lines?)[\s,:]*)?")
_SET_BEFORE = re.compile(
    r"(?:^|[.;:]\s|\band,?\s|[^\W\d]\s*,\s)\s*(in|during|throughout|since|until|till|on|from)\s+(?:the\s+year\s+)?$",
    re.I,
)
_LEADS = ("in", "throughout", "since", "until", "till", "during", "on", "from", "between")


def find_period(
    text: str, span: tuple[int, int], limit: int, times: tuple[TimeRef, ...], part: list[Sentence]
) -> Period:
    """The period said after a list of numbers, else the only one that its sentence gives; (None, None) without one."""
    cue = _BRACKET.match(text, span[1], limit)
    if cue:
        first = _time_at(text, cue.end(), limit, times)
        return (first[0], first[1]) if first else (None, None)
    cue = _AFTER.match(text, span[1], limit)
    if cue:
        word = " ".join(cue.group(1).split()).casefold()
        first = _time_at(text, cue.end(), limit, times)
        if first:
            second = _time_after(text, first[2], limit, times) if word in ("between", "from") else None
            return _bounds(word, first, second)
    return _said_before(text, span, times) or _in_sentence(text, span, limit, times, part)


def _said_before(text: str, span: tuple[int, int], times: tuple[TimeRef, ...]) -> Period | None:
    """ "and, in 2014, NUMBER": a time set before the number, which no number stands right before."""
    for time in times:
        if time.type != "DATE" or time.end > span[0] or not _NOTHING.fullmatch(text, time.end, span[0]):
            continue
        lead = _SET_BEFORE.search(text, max(0, time.start - 24), time.start)
        if lead is not None:
            return _bounds(lead.group(1).casefold(), (time.earliest, time.latest, 0), None)
    return None


def _in_sentence(
    text: str, span: tuple[int, int], limit: int, times: tuple[TimeRef, ...], part: list[Sentence]
) -> Period:
    """What the sentence says before the number, or behind it with its user ("used by X in 2015")."""
    sentence = next((s for s in part if s.start <= span[0] < s.end), None)
    if sentence is None:
        return None, None
    inside = [t for t in times if sentence.start <= t.start < sentence.end and t.type == "DATE"
              and not (span[0] < t.end and t.start < span[1])]  # fmt: skip
    before = [t for t in inside if t.end <= span[0]]
    joined = {t.joined for t in before if t.joined}
    if len(joined) == 1 and len(before) <= 2:
        return joined.pop()
    behind = [t for t in inside if t.start >= span[1]]
    second = _time_after(text, behind[0].end, limit, times) if behind else None
    if len(inside) != 1 and not (len(inside) == len(behind) == 2 and second):
        return None, None
    only = inside[0]
    if only.end <= span[0]:
        lead = text[max(0, only.start - 12) : only.start].casefold().split()
        word = lead[-1] if lead else ""
    else:
        cue = _USED_BY.match(text, span[1], only.start) if only.end <= limit else None
        word = cue.group(1).casefold() if cue else ""
        if word == "from" and "/" in (only.timex or ""):
            word = "between"
    second = second if word in ("from", "between") else None
    return _bounds(word, (only.earliest, only.latest, 0), second) if word in _LEADS else (None, None)


_Time = tuple[str | None, str | None, int]


def _time_at(text: str, at: int, limit: int, times: tuple[TimeRef, ...]) -> _Time | None:
    """The time that begins at an offset (or holds it), or a bare year there: earliest, latest, end."""
    for time in times:
        if (
            time.start <= at < time.end
            and time.end <= limit
            and (time.earliest or time.latest)
            and time.start >= at - 12
        ):
            return time.earliest, time.latest, time.end
    year = _YEAR.match(text, at, limit)
    return (f"{year.group()}-01-01", f"{year.group()}-12-31", year.end()) if year else None


def _time_after(text: str, at: int, limit: int, times: tuple[TimeRef, ...]) -> _Time | None:
    """The second time of "between A and B", "from A to B"."""
    joint = _SECOND.match(text, at, limit)
    return _time_at(text, joint.end(), limit, times) if joint else None


def _bounds(word: str, first: _Time, second: _Time | None) -> tuple[str | None, str | None]:
    if second:
        return first[0], second[1]
    if word in _OPEN_END or word == "from":
        return first[0], None
    return (None, first[1]) if word in _OPEN_START else (first[0], first[1])
