"""Entries of one text that were written on days of their own: the blocks of a live page, telegrams one below the other."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from rashomon.model.annotation import Sentence

_HEADS = frozenset({"dateline", "byline"})


def entry_heads(sentences: Sequence[Sentence]) -> frozenset[int]:
    """The indexes of the datelines that open an entry: two or more of a text, each with running text right below it.

    "Published ..." over "Updated ..." is the one head of one report.
    """
    found = [a.index for a, b in pairwise(sentences) if a.block == "dateline" and b.block not in _HEADS]
    return frozenset(found if len(found) > 1 else ())
