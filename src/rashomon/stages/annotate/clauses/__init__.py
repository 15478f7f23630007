"""Tokens -> clause frames: who does what to whom, and every word that governs it. Only this room reads parser labels."""

from __future__ import annotations

from dataclasses import replace

from rashomon.model.annotation import Sentence
from rashomon.stages.annotate.clauses.frames import find_frames
from rashomon.stages.annotate.clauses.governed import govern
from rashomon.stages.annotate.clauses.labels import with_parts
from rashomon.stages.annotate.clauses.repairs import repaired

__all__ = ["with_frames"]


def with_frames(sentences: tuple[Sentence, ...]) -> tuple[Sentence, ...]:
    """The same sentences, the parse repaired where it is plainly wrong, with clause frames and what governs each word."""
    return tuple(_framed(s) for s in sentences)


def _framed(sentence: Sentence) -> Sentence:
    tree = repaired(with_parts(sentence.tokens))
    return replace(sentence, tokens=tree.tokens, frames=find_frames(tree), governance=govern(tree))
