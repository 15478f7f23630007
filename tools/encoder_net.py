"""The network of `rashomon.text.encoder` in JAX, with the heads that read and what each of them loses on labelled passages."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import jax
import jax.numpy as jnp
import numpy as np
from encoder_items import MOST_MARKS, Item, padded

WIDE, HEADS, ROLE, INNER, KEYS, FAR = 384, 12, 32, 256, 128, 32
BATCH = 2048
"""Pieces of a batch, padded."""
_LENGTHS, _PLACES, _PAIRS = (64, 128, 256), (1024, 2048, 4096), (1024, 4096)
_PART = {"custody": 0.5, "grades": 0.3, "kinds": 0.3, "meant": 0.5}
"""How much is lost on each beside guilt and contact."""


def new_heads(roles: int, ways: int, seed: int = 0) -> dict[str, Any]:
    """Heads that have learned nothing: places (p), pairs (q), who means whom (c)."""
    drawn = np.random.default_rng(seed)

    def small(*shape: int) -> Any:
        return (drawn.standard_normal(shape) * 0.02).astype(np.float32)

    def none(*shape: int) -> Any:
        return np.zeros(shape, np.float32)

    return {
        "role": small(roles + 1, ROLE), "p1": small(4 * WIDE + ROLE, INNER), "p1b": none(INNER),
        "p2": small(INNER, 9), "p2b": np.array([-2.0] * 3 + [0.0] * 6, np.float32),
        "way": small(ways + 1, ROLE), "q1": small(4 * WIDE + 2 * ROLE, INNER), "q1b": none(INNER),
        "q2": small(INNER, 6), "q2b": np.array([-3.0] + [0.0] * 5, np.float32),
        "cq": small(WIDE, KEYS), "cqb": none(KEYS), "ck": small(WIDE, KEYS), "cd": none(FAR),
        "cu": small(WIDE, 1), "cn": small(WIDE, 1), "cnb": none(1),
    }  # fmt: skip


def batches(items: Sequence[Item], shuffled: np.random.Generator | None) -> list[tuple[int, list[Item]]]:
    """Items of like length together, so many that they fill a batch, each with its padded length."""
    found: list[tuple[int, list[Item]]] = []
    for shorter, longest in zip((0, *_LENGTHS), _LENGTHS, strict=False):
        some = [i for i in items if shorter < len(i.pieces) + 2 <= longest]
        if shuffled is not None:
            shuffled.shuffle(some)  # type: ignore[arg-type]
        size = BATCH // longest
        found += [(longest, some[n : n + size]) for n in range(0, len(some), size)]
    if shuffled is not None:
        shuffled.shuffle(found)  # type: ignore[arg-type]
    return found


def packed(
    longest: int, some: Sequence[Item], opening: int, closing: int, roles: Mapping[str, int], ways: Mapping[str, int]
) -> dict[str, Any]:
    """A batch as arrays, padded so that few shapes are compiled."""
    size = BATCH // longest
    pieces, held = np.zeros((size, longest), np.int32), np.zeros((size, longest), np.float32)
    for n, item in enumerate(some):
        row = (opening, *item.pieces, closing)
        pieces[n, : len(row)], held[n, : len(row)] = row, 1
    return {"pieces": pieces, "held": held, **_places(some, roles), **_pairs(some, ways), **_marks(some, size)}


def _size(sizes: Sequence[int], needed: int) -> int:
    return next((s for s in sizes if s >= needed), needed)


def _rows(size: int, told: Sequence[Sequence[float]], wide: int) -> Any:
    found = np.zeros((size, wide), np.float32)
    if told:
        found[: len(told)] = told
    return found


def _places(some: Sequence[Item], roles: Mapping[str, int]) -> dict[str, Any]:
    size = _size(_PLACES, sum(len(i.places) for i in some))
    all_of = [p for i in some for p in i.places]
    role = np.zeros(size, np.int32)
    role[: len(all_of)] = [roles.get(p.role, 0) for p in all_of]
    return {
        **{
            f"p.{name}": padded([[getattr(p, name) for p in i.places] for i in some], size)
            for name in ("at", "name", "head")
        },
        "p.role": role,
        "p.true": _rows(size, [p.true for p in all_of], 3),
        "p.known": _rows(size, [p.known for p in all_of], 3),
        "p.grades": _rows(size, [p.grades for p in all_of], 6),
    }


def _pairs(some: Sequence[Item], ways: Mapping[str, int]) -> dict[str, Any]:
    size = _size(_PAIRS, sum(len(i.pairs) for i in some))
    all_of = [p for i in some for p in i.pairs]
    told = np.zeros((size, 2), np.int32)
    told[: len(all_of)] = np.array([[ways.get(w, 0) for w in p.ways] for p in all_of], np.int32).reshape(-1, 2)
    return {
        **{
            f"q.{name}": padded([[getattr(p, name) for p in i.pairs] for i in some], size)
            for name in ("at", "one", "other")
        },
        "q.ways": told,
        "q.true": _rows(size, [(p.true,) for p in all_of], 1)[:, 0],
        "q.known": _rows(size, [(p.known,) for p in all_of], 1)[:, 0],
        "q.kinds": _rows(size, [p.kinds for p in all_of], 5),
    }


def _marks(some: Sequence[Item], size: int) -> dict[str, Any]:
    """Of each marked word of a passage which earlier ones it takes up; the last column: none of them."""
    words = np.zeros((size, MOST_MARKS, 3), np.int32)
    words[:, :, 2] = 1
    there, meant = np.zeros((size, MOST_MARKS), np.float32), np.zeros((size, MOST_MARKS, MOST_MARKS + 1), np.float32)
    for n, item in enumerate(some):
        for j, (at, whom) in enumerate(item.marks):
            words[n, j], there[n, j] = (n, *at), 1
            earlier = [i for i in range(j) if whom != {"0"} and _takes_up(whom, item.marks[i][1])]
            meant[n, j, earlier or [MOST_MARKS]] = 1
    return {"c.words": words, "c.there": there, "c.meant": meant}


def _takes_up(whom: frozenset[str], other: frozenset[str]) -> bool:
    return other == whom or (len(whom) > 1 and other < whom)


def _normed(x: Any, g: Any, b: Any) -> Any:
    mean = x.mean(-1, keepdims=True)
    return (x - mean) / jnp.sqrt(((x - mean) ** 2).mean(-1, keepdims=True) + 1e-12) * g + b


def _dropped(x: Any, key: Any, share: float) -> Any:
    return x if key is None else jnp.where(jax.random.bernoulli(key, 1 - share, x.shape), x / (1 - share), 0)


def encode(table: Any, layers: Sequence[Mapping[str, Any]], pieces: Any, held: Any, key: Any, share: float) -> Any:
    """Rows for each piece of each passage."""
    size, longest = pieces.shape
    keys = [None] * (2 * len(layers) + 1) if key is None else list(jax.random.split(key, 2 * len(layers) + 1))
    x = _dropped(
        _normed(table["word"][pieces] + table["pos"][:longest] + table["type"], table["g"], table["b"]), keys[0], share
    )
    unseen = (held[:, None, None, :] - 1) * 1e9
    for n, w in enumerate(layers):
        q, k, v = ((x @ w[one] + w[f"{one}b"]).reshape(size, longest, HEADS, -1).transpose(0, 2, 1, 3) for one in "qkv")
        shares = jax.nn.softmax(q @ k.transpose(0, 1, 3, 2) + unseen, -1)
        heard = (shares @ v).transpose(0, 2, 1, 3).reshape(size, longest, WIDE)
        x = _normed(x + _dropped(heard @ w["o"] + w["ob"], keys[1 + 2 * n], share), w["n1g"], w["n1b"])
        inner = jax.nn.gelu(x @ w["f1"] + w["f1b"], approximate=True) @ w["f2"] + w["f2b"]
        x = _normed(x + _dropped(inner, keys[2 + 2 * n], share), w["n2g"], w["n2b"])
    return x


def _mean(x: Any, words: Any) -> Any:
    sums = jnp.concatenate([jnp.zeros((x.shape[0], 1, x.shape[2])), jnp.cumsum(x, 1)], 1)
    long = jnp.maximum(1, words[:, 2] - words[:, 1])[:, None]
    return (sums[words[:, 0], words[:, 2]] - sums[words[:, 0], words[:, 1]]) / long


def judged(heads: Mapping[str, Any], x: Any, told: Mapping[str, Any], key: Any, share: float) -> tuple[Any, Any]:
    """The sums of all places and of all pairs."""
    keys = (None, None) if key is None else jax.random.split(key, 2)
    at, name, head = (_mean(x, told[f"p.{one}"]) for one in ("at", "name", "head"))
    stood = jnp.concatenate([at, name, head, at * head, heads["role"][told["p.role"]]], -1)
    stood = _dropped(jax.nn.gelu(stood @ heads["p1"] + heads["p1b"]), keys[0], share) @ heads["p2"] + heads["p2b"]
    at, one, other = (_mean(x, told[f"q.{one}"]) for one in ("at", "one", "other"))
    ways = heads["way"][told["q.ways"]].reshape(len(at), -1)
    met = jnp.concatenate([at, one, other, one * other, ways], -1)
    return stood, _dropped(jax.nn.gelu(met @ heads["q1"] + heads["q1b"]), keys[1], share) @ heads["q2"] + heads["q2b"]


def taken_up(heads: Mapping[str, Any], x: Any, told: Mapping[str, Any]) -> Any:
    """Of each marked word the sums of every earlier one, and of none of them."""
    size = told["c.words"].shape[0]
    words = _mean(x, told["c.words"].reshape(-1, 3)).reshape(size, MOST_MARKS, WIDE)
    sums = (words @ heads["cq"] + heads["cqb"]) @ (words @ heads["ck"]).transpose(0, 2, 1) / np.sqrt(KEYS)
    back = jnp.arange(MOST_MARKS)[:, None] - jnp.arange(MOST_MARKS)[None, :]
    sums = sums + heads["cd"][jnp.clip(back, 0, FAR - 1)][None] + (words @ heads["cu"])[:, None, :, 0]
    earlier = (back > 0)[None] * told["c.there"][:, None, :]
    return jnp.concatenate([jnp.where(earlier > 0, sums, -1e9), words @ heads["cn"] + heads["cnb"]], -1)


def lost(learned: Mapping[str, Any], table: Any, told: Mapping[str, Any], key: Any, share: float) -> Any:
    """What is lost on a batch: the log-likelihood of what is labelled, what is open left out."""
    first, second = jax.random.split(key)
    x = encode(table, learned["layers"], told["pieces"], told["held"], first, share)
    stood, met = judged(learned["heads"], x, told, second, share)
    parts = jnp.array([1.0, _PART["custody"], _PART["custody"]])
    found = (_missed(stood[:, :3], told["p.true"]) * told["p.known"] * parts).sum()
    found += _PART["grades"] * (_missed(stood[:, 3:], told["p.grades"]) * told["p.true"][:, :1]).sum()
    found += (_missed(met[:, 0], told["q.true"]) * told["q.known"]).sum()
    of_kinds = told["q.true"] * (told["q.kinds"].sum(-1) > 0)
    found += _PART["kinds"] * (_missed(met[:, 1:], told["q.kinds"]) * of_kinds[:, None]).sum()
    sums = taken_up(learned["heads"], x, told)
    right = jax.nn.logsumexp(jnp.where(told["c.meant"] > 0, sums, -1e9), -1)
    return (found + _PART["meant"] * ((jax.nn.logsumexp(sums, -1) - right) * told["c.there"]).sum()) / 100


def _missed(sums: Any, true: Any) -> Any:
    return jax.nn.softplus(sums) - sums * true
