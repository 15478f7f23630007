"""A small pretrained encoder: what each word of a passage means beside the others, as numbers.

The network is BERT's (Devlin et al. 2019), begun from all-MiniLM-L6-v2 (Wang et al. 2020; Reimers and Gurevych 2019; Apache-2.0) and
trained on by `tools/fit_encoder.py`. It runs in numpy on one passage at a time, so that what else is read beside
a passage changes nothing in it. The weights are kept as whole numbers of eight bits with a scale for each column.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache
from importlib.resources import files
from typing import Any

import numpy as np
import numpy.typing as npt

from rashomon.text.wordpieces import vocabulary

Array = npt.NDArray[np.float32]
LONGEST = 254
"""Pieces of a passage, without the one that opens and the one that closes it."""
_HEADS = 12
_TINY = np.float32(1e-12)
_GELU, _CUBED = np.float32(np.sqrt(2 / np.pi)), np.float32(0.044715)
"""The tanh form of GELU (Hendrycks and Gimpel 2016)."""


@cache
def weights() -> Mapping[str, Array]:
    """All weights by name; the table of pieces stays as it is kept, as few of its rows are asked for."""
    with files("rashomon").joinpath("data", "encoder", "weights.npz").open("rb") as kept:
        held = dict(np.load(kept, allow_pickle=False))
    return {name: _whole(held, name) for name in held if not name.endswith("|scale") and name != "word"} | {
        name: held[name] for name in ("word", "word|scale")
    }


def _whole(held: Mapping[str, Any], name: str) -> Array:
    scale = held.get(f"{name}|scale")
    kept = held[name]
    values: Array = kept.astype(np.float32) if kept.dtype.kind in "if" else kept
    return values if scale is None else values * scale


def encoded(passage: Sequence[int]) -> Array:
    """One row of numbers for each piece of a passage of at most LONGEST pieces."""
    known, of = weights(), vocabulary()
    pieces = np.array([of["[CLS]"], *passage, of["[SEP]"]])
    words: Array = known["word"][pieces].astype(np.float32) * known["word|scale"][pieces]
    held = _normed(words + known["pos"][: len(pieces)] + known["type"], "emb", known)
    for n in range(int(known["layers"])):
        held = _layer(held, f"{n}.", known)
    return held[1:-1]


def _layer(held: Array, at: str, known: Mapping[str, Array]) -> Array:
    turned = [_apart(held @ known[f"{at}{k}"] + known[f"{at}{k}b"]) for k in "qkv"]
    # What is large is changed in place: to ask for new memory takes longer than the sums.
    share: Array = turned[0] @ turned[1].transpose(0, 2, 1)
    share -= share.max(axis=-1, keepdims=True)
    np.exp(share, out=share)
    share /= share.sum(axis=-1, keepdims=True)
    heard: Array = (share @ turned[2]).transpose(1, 0, 2).reshape(held.shape)
    held = _normed(held + heard @ known[f"{at}o"] + known[f"{at}ob"], f"{at}n1", known)
    inner = gelu(held @ known[f"{at}f1"] + known[f"{at}f1b"])
    return _normed(held + inner @ known[f"{at}f2"] + known[f"{at}f2b"], f"{at}n2", known)


def _apart(held: Array) -> Array:
    """The columns of each head by itself: heads, rows, columns."""
    return held.reshape(len(held), _HEADS, -1).transpose(1, 0, 2)


def _normed(held: Array, name: str, known: Mapping[str, Array]) -> Array:
    held = held - held.mean(axis=-1, keepdims=True)
    held /= np.sqrt((held * held).mean(axis=-1, keepdims=True) + _TINY)
    return held * known[f"{name}g"] + known[f"{name}b"]


def gelu(x: Array) -> Array:
    """Gaussian error linear units."""
    inner: Array = x * x
    inner *= _CUBED
    inner += 1
    inner *= x
    inner *= _GELU
    np.tanh(inner, out=inner)
    inner += 1
    inner *= x
    inner *= np.float32(0.5)
    return inner
