"""Learn the weights of contacts in data/pointer from labelled passages, and say how they do on passages held out.

    python tools/fit_contacts.py LABELS.jsonl ... [--folds 5] [--only-score] [--show MARK]

Each line: {"text": ..., "contacts": [{"parties": [[wordings], ...], "cue": words, "kind": [kinds]}, ...], "optional_contacts": [the same]}.
Two below a frame count as in contact where their names are among the wordings of two parties and a word that tells it stands in
the cue; a pronoun that nobody is known for fits every wording. The same two elsewhere in that sentence, and what is optional, are
left out, and so is a frame in the cue of which only one fits. Everything else is as in fit_pointer.py.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from functools import cache
from itertools import combinations, permutations
from pathlib import Path
from typing import Any

import numpy as np
from fit_pointer import _NOBODY as _PRONOUNS
from fit_pointer import DATA, Names, fold, same
from labelled import labels_of
from sklearn.feature_extraction.text import CountVectorizer
from sklearn.linear_model import LogisticRegression

from rashomon.model.claim import Party
from rashomon.model.document import Block, Document
from rashomon.settings import Settings
from rashomon.stages.annotate import annotate
from rashomon.stages.annotate.parse import Parser
from rashomon.stages.claims.accusations import sentences_read
from rashomon.stages.claims.contacts import find_contacts
from rashomon.stages.claims.contacts.sides import each_of
from rashomon.stages.claims.draft import Told
from rashomon.stages.claims.occasions import TALKS, Occasions
from rashomon.stages.claims.pointer.contacts import SIDES, claimed, found_of, loudest
from rashomon.stages.claims.pointer.pairs import Pair, pairs
from rashomon.stages.claims.pointer.weighing import BIAS, KINDS
from rashomon.stages.claims.view import SentenceView, View

RIDGE, RARE, FAINT = 0.2, 3, 0.02
MARKS = (0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9)
_HEAD = "# Written by tools/fit_contacts.py from labelled passages: {what}\n"
_NOBODY = _PRONOUNS | {"me", "my", "our", "you", "s", "these", "those", "one", "two", "both"}
_NOTHING = Told((), ())
Two = tuple[Names, Names]


@dataclass(frozen=True, slots=True)
class Seen:
    """Two below a frame: whether a contact (None: left out), of which kinds, whom a claim would name, where they stand."""

    features: frozenset[str]
    contact: bool | None
    kinds: tuple[str, ...]
    claims: tuple[Two, ...]
    pair: Pair
    sentence: int
    words: str


@dataclass(frozen=True, slots=True)
class Passage:
    """A labelled passage: its pairs, and between whom the rules read a contact in which sentence."""

    labels: dict[str, Any]
    pairs: tuple[Seen, ...]
    read: tuple[tuple[int, Two], ...]


@cache
def _parser() -> Parser:
    return Parser(Settings().model)


def _passage(labels: dict[str, Any]) -> Passage:
    """One line, read."""
    text = labels["text"]
    key = hashlib.sha256(text.encode()).hexdigest()
    blocks = (Block(0, len(text), "body"),)
    document = Document(
        key[:8], key, "passage.txt", "text/plain", "article", None, None, None, None, None, "en", text, blocks, True
    )
    view = View(document, annotate(document, _parser().parse(document)))
    seen = (_seen(view, sentence, pair, labels) for sentence in sentences_read(view) for pair in pairs(sentence))
    read = [(s.sentence.index, d) for d in find_contacts(view, _NOTHING) if (s := view.sentence_at(d.at)) is not None]
    return Passage(labels, tuple(seen), tuple((n, two) for n, d in read for two in _twos(view, d.value.parties)))


def _twos(view: View, parties: Sequence[Party]) -> Iterator[Two]:
    known = [_known(view, p.referent, p.text) for p in parties if p.role in SIDES]
    yield from ((a, b) for a, b in combinations(known, 2) if a or b)


def _known(view: View, referent: str | None, words: str | None) -> Names:
    named = {fold(m.quote) for m in view.mentions_of.get(referent or "", ())}
    return frozenset({fold(words), *named} - _NOBODY - {""})


def _seen(view: View, sentence: SentenceView, pair: Pair, labels: dict[str, Any]) -> Seen:
    found = found_of(sentence, pair, "talks")
    drafts = claimed(view, sentence, _NOTHING, Occasions(_NOTHING, TALKS), pair, "talks")
    claims = tuple(two for d in drafts for two in _twos(view, d.value.parties))
    sides = [two for sides in each_of(view, sentence, found) for two in _twos(view, sides)]
    told = [sentence.tokens[n].start for n in pair.told_by]
    contact, kinds = _labelled(sentence, told, [_with_words(sentence, pair, two) for two in sides], labels)
    said = sentence.text[sentence.sentence.start : sentence.sentence.end]
    return Seen(frozenset(pair.features), contact, kinds, claims, pair._replace(told=()), sentence.sentence.index, said)


def _with_words(sentence: SentenceView, pair: Pair, two: Two) -> Two:
    """The names of the two with the words that stand there."""
    ats = (pair.first.who, pair.second.who)
    words = [frozenset({fold(sentence.words[n])} - _NOBODY) for n in ats]
    first, second = (names | word if names else names for names, word in zip(two, words, strict=True))
    return first, second


def _labelled(
    sentence: SentenceView, told: Sequence[int], sides: Sequence[Two], labels: dict[str, Any]
) -> tuple[bool | None, tuple[str, ...]]:
    left_out = not sides
    for kind in ("contacts", "optional_contacts"):
        for one in labels.get(kind, ()):
            cue = one.get("cue") or ""
            spans = [(m.start(), m.end()) for m in re.finditer(re.escape(cue), labels["text"])] if cue else []
            inside = any(start <= at < end for start, end in spans for at in told)
            here = not spans or any(sentence.sentence.start <= start < sentence.sentence.end for start, _ in spans)
            if any(fits(one, two) for two in sides):
                if inside and kind == "contacts":
                    return True, tuple(one.get("kind") or ())
                left_out |= here
            left_out |= inside and any(_is_half(one, two) for two in sides)
    return (None if left_out else False), ()


def fits(label: dict[str, Any], two: Two, *, closed: bool = False) -> bool:
    """Whether two are parties of a labelled contact; whoever has no name fits all of them, unless `closed`."""
    return any(
        all((not closed if not names else p is not None and same(p, names)) for p, names in zip(ps, two, strict=True))
        for ps in permutations(label["parties"], 2)
    )


def _is_half(label: dict[str, Any], two: Two) -> bool:
    return any(p is not None and names and same(p, names) for p in label["parties"] for names in two)


class Model:
    """What is learned of some passages."""

    def __init__(self, passages: Sequence[Passage]) -> None:
        rows = [s for p in passages for s in p.pairs if s.contact is not None]
        self.count = CountVectorizer(analyzer=lambda features: features, binary=True, min_df=RARE)
        known = self.count.fit_transform([s.features for s in rows])
        self.contact = LogisticRegression(C=RIDGE, solver="liblinear").fit(known, [bool(s.contact) for s in rows])
        self.contact.coef_[np.abs(self.contact.coef_) < FAINT] = 0
        told = [(s, k) for s in rows if s.contact for k in s.kinds if k in KINDS]
        features = self.count.transform([s.features for s, _ in told])
        self.kind = LogisticRegression(C=0.1, max_iter=400).fit(features, [k for _, k in told])
        self.kind.coef_[np.abs(self.kind.coef_) < FAINT] = 0

    def judge(self, seen: Sequence[Seen]) -> tuple[Sequence[float], Sequence[str]]:
        """How likely each pair is in contact, and by what."""
        if not seen:
            return (), ()
        known = self.count.transform([s.features for s in seen])
        return self.contact.predict_proba(known)[:, 1], self.kind.predict(known)

    def write(self, passages: int) -> None:
        """The tables of data/pointer."""
        names = self.count.get_feature_names_out()
        what = f"{passages} passages; what each feature adds to the log-odds of a contact"
        _write("contacts.tsv", what, names, self.contact.intercept_, self.contact.coef_)
        order = [list(self.kind.classes_).index(k) for k in KINDS]
        what = "what each feature adds to " + ", ".join(KINDS)
        _write("contact_kinds.tsv", what, names, self.kind.intercept_[order], self.kind.coef_[order])


def _write(table: str, what: str, names: Sequence[str], bias: Any, weights: Any) -> None:
    lines = [f"{BIAS}\t" + "\t".join(f"{v:.3f}" for v in bias)]
    for name, row in zip(names, weights.T, strict=True):
        if np.any(row):
            lines.append(name + "\t" + "\t".join(f"{v:.3f}".replace("0.", ".", 1) if v else "0" for v in row))
    (DATA / table).write_text(_HEAD.format(what=what) + "\n".join(lines) + "\n", encoding="utf-8")


def score(passages: Sequence[Passage], folds: int, show: float | None) -> None:
    """Print what rules find, and what the pointer adds to them on passages held out, from each mark on."""
    totals = {mark: Counter[str]() for mark in MARKS}
    for k in range(folds):
        model = Model([p for n, p in enumerate(passages) if n % folds != k])
        for passage in passages[k::folds]:
            sure, kinds = model.judge(passage.pairs)
            for mark, had in totals.items():
                _count(passage, list(added(passage, sure, kinds, mark)), had, show=mark == show)
    of, found = totals[MARKS[0]]["of"], totals[MARKS[0]]["read"]
    print(f"rules: found {found} of {of}")
    for mark, had in totals.items():
        right = had["right"] / max(1, had["added"])
        print(
            f"from {mark}: found {had['found']} of {of}; added {had['added']}, right {right:.3f}, of the right kind {had['kind']}"
        )


def added(
    passage: Passage, sure: Sequence[float], kinds: Sequence[str], mark: float
) -> Iterator[tuple[Two, str, float, Seen]]:
    """What the pointer claims from a mark on, each two once a sentence, unless a rule reads them."""
    by_sentence: dict[int, list[tuple[Pair, float]]] = defaultdict(list)
    told = {id(seen.pair): (seen, kind) for seen, kind in zip(passage.pairs, kinds, strict=True)}
    for seen, likely in zip(passage.pairs, sure, strict=True):
        if likely >= mark:
            by_sentence[seen.sentence].append((seen.pair, likely))
    given: set[tuple[int, frozenset[Names]]] = set()
    for n, weighed in by_sentence.items():
        for pair, likely in loudest(weighed):
            seen, kind = told[id(pair)]
            for two in seen.claims:
                if (n, frozenset(two)) not in given and not any(
                    n == k and _meets(two, read) for k, read in passage.read
                ):
                    given.add((n, frozenset(two)))
                    yield two, kind, likely, seen


def _meets(one: Two, two: Two) -> bool:
    return any(
        all(not a or not b or not a.isdisjoint(b) for a, b in zip(one, other, strict=True))
        for other in (two, two[::-1])
    )


def _count(passage: Passage, found: list[tuple[Two, str, float, Seen]], had: Counter[str], *, show: bool) -> None:
    contacts = passage.labels.get("contacts", [])
    labelled = [*contacts, *passage.labels.get("optional_contacts", [])]
    for label in contacts:
        read = any(fits(label, two, closed=None not in label["parties"]) for _, two in passage.read)
        more = any(fits(label, two, closed=None not in label["parties"]) for two, *_ in found)
        had.update(of=1, read=read, found=read or more)
    for two, kind, likely, seen in found:
        right = [one for one in labelled if fits(one, two)]
        had.update(added=1, right=bool(right), kind=any(not one.get("kind") or kind in one["kind"] for one in right))
        if show:
            print(
                f"{'+' if right else '-'} {likely:.2f} {passage.labels['id']} {[sorted(n)[:2] for n in two]} {kind} | {seen.words}"
            )


def _labels(line: str) -> dict[str, Any]:
    """A line with each contact in full: a list of kinds, and nobody for a party that is not named."""
    labels: dict[str, Any] = json.loads(line)
    for one in (*labels.get("contacts", ()), *labels.get("optional_contacts", ())):
        kind = one.get("kind") or []
        one["kind"] = [kind] if isinstance(kind, str) else kind
        one["parties"] = [*one["parties"], *[None] * (2 - len(one["parties"]))]
    return labels


def main() -> None:
    """Read, score, learn of all, write."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("labels", nargs="+", type=Path)
    parser.add_argument("--folds", type=int, default=5)
    parser.add_argument("--jobs", type=int, default=2)
    parser.add_argument("--only-score", action="store_true")
    parser.add_argument("--show", type=float)
    args = parser.parse_args()
    with ProcessPoolExecutor(args.jobs) as pool:
        passages = list(pool.map(_passage, map(_labels, labels_of(args.labels)), chunksize=20))
    score(passages, args.folds, args.show)
    if not args.only_score:
        Model(passages).write(len(passages))


if __name__ == "__main__":
    main()
