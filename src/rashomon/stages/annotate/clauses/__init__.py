"""Tokens -> clause frames: who does what to whom, and every word that governs it. Only this room reads parser labels."""

from __future__ import annotations

from dataclasses import replace

from rashomon.model.annotation import Sentence
from rashomon.stages.annotate.clauses.frames import find_frames
from rashomon.stages.annotate.clauses.operators import govern

__all__ = ["with_frames"]


def with_frames(sentences: tuple[Sentence, ...]) -> tuple[Sentence, ...]:
    """The same sentences, each with its clause frames and what governs each word."""
    return tuple(replace(s, frames=find_frames(s.tokens), governance=govern(s.tokens)) for s in sentences)
