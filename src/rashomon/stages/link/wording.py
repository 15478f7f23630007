"""What documents say in common, by their rare words: the support that place and date alone cannot give.

TF-IDF with logarithmic term frequency and cosine (Salton and Buckley 1988). Every two documents are compared: in a case
that is one affair most words are everybody's, and whoever looks at the rare ones, or at the nearest few, takes it apart.
"""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from itertools import combinations

from numpy import float32, zeros
from numpy.typing import NDArray

from rashomon.model.document import Document
from rashomon.text.fold import fold

_WORD = re.compile(r"[a-z0-9]+(?:'[a-z]+)?")
_AGE = re.compile(r"\b(\d{1,3})(?:-| )years?(?:-| )old|(?<=, )(\d{2})(?=[,;])")
_ALIKE = 0.06
_SMALL = 20
_ROUNDING = 1e-3
_COLUMNS = 4096


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


def nearest(wordings: Sequence[Wording]) -> Iterator[tuple[int, int]]:
    """Pairs of documents that read alike: all of a small case, else every two whose wording is near enough to tell."""
    if len(wordings) <= _SMALL:
        yield from combinations(range(len(wordings)), 2)
        return
    alike = _products(wordings)
    for one in range(len(wordings)):
        likely: list[int] = (alike[one, one + 1 :] > _ALIKE - _ROUNDING).nonzero()[0].tolist()
        for other in (one + 1 + n for n in likely):
            if cosine(wordings[one].weights, wordings[other].weights) > _ALIKE:
                yield one, other


def _products(wordings: Sequence[Wording]) -> NDArray[float32]:
    """The cosines of all documents with one another, roughly: what is near is looked at again, to the last digit."""
    held = sorted({word for wording in wordings for word in wording.weights})
    column = {word: n for n, word in enumerate(held)}
    rows = [[(column[word], weight) for word, weight in wording.weights.items()] for wording in wordings]
    found: NDArray[float32] = zeros((len(rows), len(rows)), float32)
    for first in range(0, len(held), _COLUMNS):
        part: NDArray[float32] = zeros((len(rows), _COLUMNS), float32)
        for n, row in enumerate(rows):
            for at, weight in row:
                if first <= at < first + _COLUMNS:
                    part[n, at - first] = weight
        found += part @ part.T
    return found
