"""Shared wording between reports: passages that stand in two texts in nearly the same words."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from rashomon.model.account import Account
from rashomon.model.span import Span
from rashomon.text.shingles import MASK, Run, Word, close_pairs, read_words, sample_hashes, shared_runs

# Runs of so many words, and how many of them in lower case: lists of names, addresses and ages come out alike
# without any copying. One long run is enough; else the runs together must be longer.
_LEAST_RUN = 10
_LONG_RUN = (22, 14)
_ALL_RUNS = (40, 26)
_MIDDLE_RUN = 16
_LEAST_HASHES = 2
_READ = frozenset({"body", "headline", "subhead", "caption"})
_DIRECT = re.compile(r"“[^”]{1,1500}”|\"[^\"\n]{1,1500}\"|‘‘.{1,1500}?’’|''.{1,1500}?''")


@dataclass(frozen=True, slots=True)
class Change:
    """A figure that differs within a passage: its words in the first and in the second text."""

    first: str
    second: str


@dataclass(frozen=True, slots=True)
class Copy:
    """Two documents that share wording: the stretches in each, how many words, which figures differ."""

    first: str
    second: str
    in_first: tuple[Span, ...]
    in_second: tuple[Span, ...]
    words: int
    share: float
    changes: tuple[Change, ...]


def find_copies(accounts: Sequence[Account]) -> tuple[Copy, ...]:
    """Pairs of documents that share more wording than chance, stock phrases and quoted speech explain."""
    texts = [_own_words(account) for account in accounts]
    hashes = [sample_hashes(words) for words in texts]
    copies = []
    for a, b in close_pairs(hashes, _LEAST_HASHES):
        runs = shared_runs(texts[a], texts[b], hashes[a], hashes[b], _LEAST_RUN)
        if _copied(accounts[a].document.text, texts[a], runs):
            copies.append(_copy(accounts[a], accounts[b], texts[a], texts[b], runs))
    return tuple(copies)


def _copied(text: str, words: list[Word], runs: list[Run]) -> bool:
    """Whether the shared runs are too much for chance: one long run, or several with one of middle length."""
    sizes = [(run.length, _plain(text, words[run.a : run.a + run.length])) for run in runs]
    if any(length >= _LONG_RUN[0] and plain >= _LONG_RUN[1] for length, plain in sizes):
        return True
    together = sum(length for length, _ in sizes) >= _ALL_RUNS[0] and sum(p for _, p in sizes) >= _ALL_RUNS[1]
    return together and max(length for length, _ in sizes) >= _MIDDLE_RUN


def _plain(text: str, words: list[Word]) -> int:
    return sum(text[w.start].islower() for w in words)


def _own_words(account: Account) -> list[Word]:
    """The words of a report that are its own: no page furniture, no stock phrases, no direct speech."""
    text = account.document.text
    words: list[Word] = []
    for sentence in account.annotations.sentences:
        if sentence.block not in _READ or _stock().search(text[sentence.start : sentence.end].lower()):
            continue
        words.extend(read_words(text, sentence.start, sentence.end))
    speech = [(m.start(), m.end()) for m in _DIRECT.finditer(text)]
    return _outside(words, speech)


def _outside(words: list[Word], stretches: list[tuple[int, int]]) -> list[Word]:
    kept, at = [], 0
    for word in words:
        while at < len(stretches) and stretches[at][1] <= word.start:
            at += 1
        if at == len(stretches) or word.end <= stretches[at][0]:
            kept.append(word)
    return kept


def _copy(one: Account, other: Account, a: list[Word], b: list[Word], runs: list[Run]) -> Copy:
    total = sum(run.length for run in runs)
    return Copy(
        one.document.id,
        other.document.id,
        tuple(Span(a[r.a].start, a[r.a + r.length - 1].end) for r in runs),
        tuple(Span(b[r.b].start, b[r.b + r.length - 1].end) for r in runs),
        total,
        total / max(1, min(len(a), len(b))),
        tuple(_changes(one.document.text, other.document.text, a, b, runs)),
    )


def _changes(one: str, other: str, a: list[Word], b: list[Word], runs: list[Run]) -> list[Change]:
    found = []
    for run in runs:
        for n in range(run.length):
            x, y = a[run.a + n], b[run.b + n]
            first, second = one[x.start : x.end], other[y.start : y.end]
            if x.form == MASK and first.casefold() != second.casefold():
                found.append(Change(first, second))
    return list(dict.fromkeys(found))


@cache
def _stock() -> re.Pattern[str]:
    text = (files("rashomon.data") / "weigh" / "stock.txt").read_text(encoding="utf-8")
    return re.compile("|".join(line for line in text.splitlines() if line and not line.startswith("#")))
