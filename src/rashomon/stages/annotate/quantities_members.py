"""Whom a figure includes and excludes: "14 people, including the two bombers", "not counting the crew"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from rashomon.model import parts
from rashomon.model.annotation import Quantity, Token

_CUES = {
    "including": "includes", "counting": "includes", "among them": "includes", "excluding": "excludes",
    "not including": "excludes", "not counting": "excludes", "apart from": "excludes", "besides": "excludes",
    "aside from": "excludes",
}  # fmt: skip
_STOPS = parts.VERB | parts.PRONOUN | parts.PREPOSITION | parts.SUBORDINATOR | parts.MARK


def with_members(text: str, tokens: Sequence[Token], found: list[Quantity]) -> Iterator[Quantity]:
    """Quantities with whom they include and exclude; a cue belongs to the nearest figure before it."""
    members: dict[int, dict[str, tuple[str, ...]]] = {}
    for start, end, kind in _cues(tokens):
        owner = next((n for n in range(len(found) - 1, -1, -1) if found[n].token < start), None)
        if owner is not None and tokens[found[owner].head].is_a(parts.IN_PHRASE):
            outer = tokens[tokens[found[owner].head].head].head
            owner = next((n for n, q in enumerate(found) if q.head == outer), owner)
        if owner is not None:
            members[owner] = {kind: tuple(_phrases(text, tokens, end))}
    for n, q in enumerate(found):
        extra = members.get(n)
        if extra is None:
            yield q
            continue
        yield Quantity(
            q.start, q.end, q.quote, q.number, q.bound, q.of, q.part, extra.get("includes", ()),
            extra.get("excludes", ()), q.sentence, q.token, q.head,
        )  # fmt: skip


def _cues(tokens: Sequence[Token]) -> Iterator[tuple[int, int, str]]:
    words = [t.text.lower() for t in tokens]
    for n, word in enumerate(words):
        pair = f"{words[n - 1]} {word}" if n else word
        if pair in _CUES:
            yield n - 1, n + 1, _CUES[pair]
        elif word in _CUES:
            yield n, n + 1, _CUES[word]


def _phrases(text: str, tokens: Sequence[Token], start: int) -> Iterator[str]:
    """The noun phrases listed after "including": articles left out, numbers kept."""
    at = start
    while at < len(tokens):
        while at < len(tokens) and tokens[at].is_a(parts.DETERMINER | parts.AND):
            at += 1
        first = at
        while at < len(tokens) and not tokens[at].is_a(_STOPS | parts.AND):
            at += 1
        if at > first:
            yield text[tokens[first].start : tokens[at - 1].end]
        if at >= len(tokens) or not tokens[at].is_a(parts.AND):
            return
