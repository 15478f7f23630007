"""Which attribution stands inside the content of which."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace

from rashomon.model.span import Span
from rashomon.stages.claims.attribution.found import Found

_ASIDE = re.compile(r"[(\[]\s*(?:Update|Correction|Note|Editor['’]s note|Ed)\b[^)\]]*[)\]]?", re.IGNORECASE)
_BIN = 1024


class _Contents:
    """Attributions by the stretches of text that their contents cover, to find those over an offset."""

    def __init__(self, found: Sequence[Found]) -> None:
        self._found = found
        self._bins: dict[int, list[int]] = defaultdict(list)
        for n, one in enumerate(found):
            bins = {b for s in one.content for b in range(s.start // _BIN, s.end // _BIN + 1)}
            for place in bins:
                self._bins[place].append(n)

    def over(self, n: int) -> list[int]:
        """The attributions whose content holds the cue of attribution `n`, without itself."""
        cue = self._found[n].cue
        near = self._bins.get(cue[0].start // _BIN, []) if cue else []
        return [k for k in near if k != n and governs(self._found[k], self._found[n])]


def governs(outer: Found, inner: Found) -> bool:
    """True where the content of one holds the cue of the other."""
    return bool(inner.cue) and any(s.holds(inner.cue[0]) for s in outer.content)


def cut_frames(text: str, found: Sequence[Found]) -> list[Found]:
    """Without the words of a governing attribution in what it governs ("X said ..., Y reported") and asides.

    An aside of the outlet's own, "(Update: ...)", is nobody else's word.
    """
    plain = _parted(text, [_without_asides(text, f) for f in found])
    contents = _Contents(plain)
    return [_cut(f, [plain[k] for k in contents.over(n) if not _closes(f, plain[k])]) for n, f in enumerate(plain)]


def _parted(text: str, found: Sequence[Found]) -> list[Found]:
    """Of "X said that A; B, Y said": what stands before the semicolon is X's, what stands behind it Y's."""
    parted = list(found)
    indirect = [n for n, one in enumerate(found) if one.cue and not one.direct]
    beside: dict[int, list[int]] = defaultdict(list)
    for n in indirect:
        beside[found[n].sentence].append(n)
    for n in indirect:
        for k in beside[found[n].sentence]:
            first, last = found[n], found[k]
            if n == k:
                continue
            if _is_closed_by(first, last) and not text[: last.cue[0].end].endswith("ing"):
                parted[n] = replace(first, content=tuple(s for s in first.content if s.start < first.cue[0].start))
            at = text.find("; ", first.cue[-1].end, last.cue[0].start)
            if at > 0 and last.source and at < last.source[0].start and last.content[0].start < first.cue[0].start:
                parted[n], parted[k] = _until(parted[n], at), _from(parted[k], at + 2)
    return parted


def _is_closed_by(first: Found, last: Found) -> bool:
    """True for "..., the inquiry concluded, a prosecutor told reporters": what follows is who says all of it."""
    begun = first.content[0].start < first.cue[0].start and last.content[0].start <= first.content[0].start
    rest = next((s for s in first.content if s.start > first.cue[-1].end), None)
    return begun and rest is not None and bool(last.source) and rest.start <= last.source[0].start <= rest.start + 2


def _until(found: Found, at: int) -> Found:
    content = tuple(Span(s.start, min(s.end, at)) for s in found.content if s.start < at)
    return replace(found, content=content) if content else found


def _from(found: Found, at: int) -> Found:
    content = tuple(Span(max(s.start, at), s.end) for s in found.content if s.end > at)
    return replace(found, content=content) if content else found


def _closes(outer: Found, inner: Found) -> bool:
    """True for the last of "X said that ..., Y reported": Y governs "X said" though X's clause seems to hold Y."""
    if outer.direct or inner.direct or not outer.cue or not governs(outer, inner):
        return False
    return inner.cue[0].start < outer.cue[0].start and outer.content[0].start <= inner.start


def _without_asides(text: str, found: Found) -> Found:
    content = list(found.content)
    for span in found.content:
        for aside in _ASIDE.finditer(text, span.start, span.end):
            hole = Span(*aside.span())
            content = [piece for part in content for piece in _without(part, hole)]
    return replace(found, content=tuple(content)) if content else found


def _cut(inner: Found, outers: Sequence[Found]) -> Found:
    content = list(inner.content)
    for outer in outers:
        for hole in (*outer.source, *outer.cue):
            content = [piece for span in content for piece in _without(span, hole)]
    return replace(inner, content=tuple(content)) if content else inner


def _without(span: Span, hole: Span) -> list[Span]:
    if not span.touches(hole):
        return [span]
    pieces = [Span(span.start, min(hole.start, span.end)), Span(max(hole.end, span.start), span.end)]
    return [p for p in pieces if p.end - p.start > 1]


def parents(found: Sequence[Found]) -> list[int | None]:
    """For each attribution the index of the innermost other one whose content holds its cue."""
    contents = _Contents(found)
    result: list[int | None] = []
    for n, inner in enumerate(found):
        outer = [k for k in contents.over(n) if not governs(inner, found[k])]
        result.append(min(outer, key=lambda k: (_size(found[k]), k), default=None))
    return result


def _size(found: Found) -> int:
    return sum(s.end - s.start for s in found.content)
