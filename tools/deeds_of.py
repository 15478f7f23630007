"""What labelled reports tell of their deeds, laid over the text: which stretches tell of which, and whom a fact is about.

A sentence that the labels give to one deed is that deed's; of one given to two, only the words of its facts are. Shared by
`score_deeds`, `fit_tellings` and `fit_which_deed`.
"""

from __future__ import annotations

import hashlib
import pickle
import re
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from labelled import Report

from rashomon.model.annotation import Annotations, Sentence
from rashomon.model.document import Block, Document
from rashomon.settings import DEFAULT_MODEL
from rashomon.stages.annotate import annotate
from rashomon.stages.annotate.parse import Parser

_SPACES = re.compile(r"\s+")


class Fact(NamedTuple):
    """An accusation or a victim: what the words are, where, of which deed, and where the people it is about are named."""

    kind: str
    start: int
    end: int
    deed: str
    whom: tuple[tuple[int, int], ...]


class Deeds(NamedTuple):
    """Where a report tells of which deed, narrower stretches first, and its facts."""

    stretches: tuple[tuple[int, int, str], ...]
    facts: tuple[Fact, ...]

    def at(self, start: int, end: int) -> str | None:
        """The deed of which the narrowest stretch around some words tells; None where two are as narrow."""
        around = [(b - a, deed) for a, b, deed in self.stretches if a <= start and end <= b]
        narrow = min((size for size, _ in around), default=0)
        meant = {deed for size, deed in around if size == narrow}
        return meant.pop() if len(meant) == 1 else None


def document_of(report: Report) -> Document:
    """A labelled report as a document, its first line a headline where it is short and ends with no stop."""
    text, at, blocks = report.text, 0, []
    for n, line in enumerate(text.split("\n")):
        headed = n == 0 and line[-1:] not in '.!?"”'
        if line.strip():
            blocks.append(Block(at, at + len(line), "headline" if headed else "body"))
        at += len(line) + 1
    sha = hashlib.sha256(text.encode()).hexdigest()
    unsaid = (None, None, None)
    return Document(
        "d" + sha[:8], sha, "a.txt", "text/plain", "article", *unsaid, report.date or None, None, "en", text,
        tuple(blocks), True,
    )  # fmt: skip


class Annotator:
    """Annotates documents; parses are kept in a folder, where one is given."""

    def __init__(self, kept: Path | None = None) -> None:
        self._kept, self._parser = kept, Parser(DEFAULT_MODEL)

    def annotate(self, document: Document) -> Annotations:
        """A document's annotations."""
        return annotate(document, self._parse(document))

    def _parse(self, document: Document) -> tuple[Sentence, ...]:
        if self._kept is None:
            return self._parser.parse(document)
        path = self._kept / document.sha256
        if not path.exists():
            self._kept.mkdir(parents=True, exist_ok=True)
            path.write_bytes(pickle.dumps(self._parser.parse(document)))
        found: tuple[Sentence, ...] = pickle.loads(path.read_bytes())
        return found


def deeds_of(report: Report, sentences: Sequence[Sentence]) -> Deeds:
    """What a report's labels say of its deeds."""
    facts = tuple(_facts(report, sentences))
    stretches = [(f.start, f.end, f.deed) for f in facts]
    for fact in report.facts:
        for words in fact.get("sentences", ()) if fact.get("deed") else ():
            at = _find(report.text, words)
            own = next((s for s in sentences if at is not None and s.start <= at < s.end), None)
            if own is not None:
                stretches.append((own.start, own.end, fact["deed"]))
    return Deeds(tuple(sorted(set(stretches), key=lambda s: s[1] - s[0])), facts)


def _facts(report: Report, sentences: Sequence[Sentence]) -> Iterator[Fact]:
    for fact in report.facts:
        kind = next((k for k in ("accused", "victim", "convicted") if k in fact), None)
        found = _find(report.text, fact.get("words", "")) if kind and fact.get("deed") else None
        if kind is not None and found is not None:
            whom = tuple(r for who in fact[kind] for r in report.ranges(who))
            yield Fact(kind, found, _end(report.text, found, fact["words"]), str(fact["deed"]), whom)


def _find(text: str, words: str) -> int | None:
    found = re.search(r"\s+".join(map(re.escape, _SPACES.split(words.strip()))), text) if words.strip() else None
    return found.start() if found else None


def _end(text: str, start: int, words: str) -> int:
    found = re.match(r"\s+".join(map(re.escape, _SPACES.split(words.strip()))), text[start:])
    return start + (found.end() if found else 0)


def is_of(fact: Fact, starts: Sequence[int]) -> bool:
    """Whether somebody, named or meant at some offsets, is whom a fact is about."""
    return any(a <= start < b for start in starts for a, b in fact.whom)


def facts_at(deeds: Deeds, sentence: tuple[int, int], kind: str) -> list[Fact]:
    """The facts of a kind whose words stand in a sentence."""
    return [f for f in deeds.facts if f.kind == kind and sentence[0] <= f.start < sentence[1]]
