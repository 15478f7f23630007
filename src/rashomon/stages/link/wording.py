"""What documents say in common, by their rare words: the support that place and date alone cannot give.

TF-IDF with logarithmic term frequency and cosine (Salton and Buckley 1988); neighbours through an inverted index over
each document's weightiest words, words that too many documents hold left out, so that cost grows with the documents.
"""

from __future__ import annotations

import math
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from rashomon.model.document import Document
from rashomon.text.fold import fold

_WORD = re.compile(r"[a-z0-9]+(?:'[a-z]+)?")
_AGE = re.compile(r"\b(\d{1,3})(?:-| )years?(?:-| )old|(?<=, )(\d{2})(?=[,;])")
_NEIGHBOURS = 20
_INDEXED_WORDS = 60
_HOLDERS = 60
_SMALL = 20


@dataclass(frozen=True, slots=True)
class Wording:
    """A document's words by weight (unit length), the ages and the streets it names."""

    weights: Mapping[str, float]
    ages: frozenset[str]
    streets: frozenset[str]


@cache
def _street() -> re.Pattern[str]:
    lines = (files("rashomon") / "data" / "names" / "street_types.txt").read_text(encoding="utf-8").splitlines()
    types = "|".join(line for line in lines if line and not line.startswith("#"))
    return re.compile(rf"\b([A-Z0-9][A-Za-z0-9'.]+(?: [A-Z][a-z]+)?) (?:{types})\b")


def _read_text(document: Document) -> str:
    parts = [document.text[b.start : b.end] for b in document.blocks if b.kind != "boilerplate"]
    return "\n".join(parts) if parts else document.text


def weigh_words(counts: Mapping[str, int], often: Mapping[str, int], documents: int) -> dict[str, float]:
    """Unit weights of words by how often they stand here and how few documents hold them; the commonest left out."""
    weights: dict[str, float] = {}
    for word, count in counts.items():
        rare = math.log((documents + 1) / (often.get(word, 1) + 0.5))
        if rare > 1.0 and often.get(word, 0) > 1:
            weights[word] = (1 + math.log(count)) * rare
    length = math.sqrt(sum(w * w for w in weights.values())) or 1.0
    return {word: weight / length for word, weight in weights.items()}


def read_wordings(documents: Sequence[Document]) -> list[Wording]:
    """The wording of every document, weighed within this case."""
    texts = [_read_text(d) for d in documents]
    counts = [Counter(_WORD.findall(fold(t))) for t in texts]
    often = Counter(word for count in counts for word in count)
    return [
        Wording(
            weigh_words(count, often, len(documents)),
            frozenset(a or b for a, b in _AGE.findall(text)),
            frozenset(m.lower() for m in _street().findall(text)),
        )
        for count, text in zip(counts, texts, strict=True)
    ]


def cosine(a: Mapping[str, float], b: Mapping[str, float]) -> float:
    """How alike two unit vectors are: 0 nothing shared, 1 the same."""
    short, long = (a, b) if len(a) <= len(b) else (b, a)
    return sum(weight * long[word] for word, weight in short.items() if word in long)


def nearest(wordings: Sequence[Wording]) -> Iterable[tuple[int, int]]:
    """Pairs of documents of which one is among the other's twenty likeliest by their weightiest rare words."""
    if len(wordings) <= _SMALL:
        yield from ((i, j) for i in range(len(wordings)) for j in range(i + 1, len(wordings)))
        return
    holders: dict[str, list[tuple[int, float]]] = defaultdict(list)
    telling: list[list[tuple[str, float]]] = []
    for number, wording in enumerate(wordings):
        top = sorted(wording.weights.items(), key=lambda w: (-w[1], w[0]))[:_INDEXED_WORDS]
        telling.append(top)
        for word, weight in top:
            holders[word].append((number, weight))
    pairs: set[tuple[int, int]] = set()
    for number, top in enumerate(telling):
        sums: dict[int, float] = defaultdict(float)
        for word, weight in top:
            if len(holders[word]) <= _HOLDERS:
                for other, theirs in holders[word]:
                    sums[other] += weight * theirs
        sums.pop(number, None)
        best = sorted(sums.items(), key=lambda s: (-s[1], s[0]))[:_NEIGHBOURS]
        pairs.update((min(number, o), max(number, o)) for o, _ in best)
    yield from sorted(pairs)
