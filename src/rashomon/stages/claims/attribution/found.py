"""One attribution while it is being put together: where its three parts stand."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from rashomon.model.claim import Stance
from rashomon.model.span import Span
from rashomon.stages.claims.view import SentenceView


@dataclass(frozen=True, slots=True)
class Found:
    """Source, cue and content as ranges of the text; `at` and `speaker` are tokens of the cue's sentence."""

    sentence: int
    at: int
    speaker: int | None
    source: tuple[Span, ...]
    cue: tuple[Span, ...]
    content: tuple[Span, ...]
    stance: Stance
    direct: bool = False
    quoting: bool = False

    @property
    def start(self) -> int:
        """Where its first part starts."""
        return min(s.start for s in (*self.source, *self.cue, *self.content))


_LOOSE = frozenset({",", ";", ":", ".", "-", "--", "–", "—", "―", "(", ")"})


def spans_of(sentence: SentenceView, tokens: Iterable[int]) -> tuple[Span, ...]:
    """The ranges that tokens cover, one for each unbroken run, without loose punctuation at the ends."""
    runs: list[list[int]] = []
    for n in sorted(set(tokens)):
        if runs and runs[-1][-1] == n - 1:
            runs[-1].append(n)
        else:
            runs.append([n])
    found = (_trimmed(sentence, run) for run in runs)
    return tuple(span for span in found if span)


def _trimmed(sentence: SentenceView, run: list[int]) -> Span | None:
    tokens = sentence.tokens
    first, last = 0, len(run)
    while first < last and tokens[run[first]].text in _LOOSE and tokens[run[first]].text != "(":
        first += 1
    while last > first and tokens[run[last - 1]].text in _LOOSE and tokens[run[last - 1]].text != ")":
        last -= 1
    if first == last or not any(tokens[n].text[0].isalnum() for n in run[first:last]):
        return None
    return Span(tokens[run[first]].start, tokens[run[last - 1]].end)


def put_together(
    sentence: SentenceView, at: int, head: int | None, parts: tuple[Iterable[int], Iterable[int], Iterable[int]]
) -> Found:
    """What somebody simply says: cue word and speaker's head, then source, cue and content, all as tokens."""
    source, cue, content = (spans_of(sentence, part) for part in parts)
    return Found(sentence.sentence.index, at, head, source, cue, content, "asserted")


def with_marks(text: str, found: Found) -> Found:
    """The attribution with the comma that closes its source's apposition, and the colon that ends its cue.

    So the guidelines of PolNeAR draw them: "[Mara Dell, the mayor,] said", "He [added:]".
    """
    source = tuple(
        _to(text, s, ",") if "," in text[s.start : s.end] and _meets(text, s, found.cue) else s for s in found.source
    )
    return replace(found, source=source, cue=tuple(_to(text, s, ":") for s in found.cue))


def _to(text: str, span: Span, mark: str) -> Span:
    return Span(span.start, span.end + 1) if text[span.end : span.end + 1] == mark else span


def _meets(text: str, span: Span, cue: tuple[Span, ...]) -> bool:
    """True where the cue follows the source at once, but for a comma."""
    return bool(cue) and span.end < cue[0].start and not text[span.end : cue[0].start].strip(", \n")
