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
from fit_pointer import Names, Tables, columns, fold, learned, same, write_table
from labelled import labels_of
from sklearn.feature_extraction.text import CountVectorizer

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
from rashomon.stages.claims.wordlists import rows

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
    seen = (seen_in(view, sentence, pair, labels) for sentence in sentences_read(view) for pair in pairs(sentence))
    read = [(s.sentence.index, d) for d in find_contacts(view, _NOTHING) if (s := view.sentence_at(d.at)) is not None]
    return Passage(labels, tuple(seen), tuple((n, two) for n, d in read for two in _twos(view, d.value.parties)))


def _twos(view: View, parties: Sequence[Party]) -> Iterator[Two]:
    known = [_known(view, p.referent, p.text) for p in parties if p.role in SIDES]
    yield from ((a, b) for a, b in combinations(known, 2) if a or b)


def _known(view: View, referent: str | None, words: str | None) -> Names:
    named = {fold(m.quote) for m in view.mentions_of.get(referent or "", ())}
    return frozenset({fold(words), *named} - _NOBODY - {""})


def seen_in(view: View, sentence: SentenceView, pair: Pair, labels: dict[str, Any]) -> Seen:
    found = found_of(sentence, pair, "talks")
    drafts = claimed(view, sentence, _NOTHING, Occasions(_NOTHING, TALKS), pair, "talks")
    claims = tuple(two for d in drafts for two in _twos(view, d.value.parties))
    sides = [two for sides in each_of(view, sentence, found) for two in _twos(view, sides)]
    told = [sentence.tokens[n].start for n in pair.told_by]
    ats = tuple(sentence.tokens[one.who].start for one in (pair.first, pair.second))
    contact, kinds = _labelled(sentence, told, ats, [_with_words(sentence, pair, two) for two in sides], labels)
    said = sentence.text[sentence.sentence.start : sentence.sentence.end]
    return Seen(frozenset(pair.features), contact, kinds, claims, pair._replace(told=()), sentence.sentence.index, said)


def _with_words(sentence: SentenceView, pair: Pair, two: Two) -> Two:
    """The names of the two with the words that stand there."""
    ats = (pair.first.who, pair.second.who)
    words = [frozenset({fold(sentence.words[n])} - _NOBODY) for n in ats]
    first, second = (names | word if names else names for names, word in zip(two, words, strict=True))
    return first, second


def _labelled(
    sentence: SentenceView, told: Sequence[int], ats: Sequence[int], sides: Sequence[Two], labels: dict[str, Any]
) -> tuple[bool | None, tuple[str, ...]]:
    left_out = not sides
    for kind in ("contacts", "optional_contacts"):
        for one in labels.get(kind, ()):
            cue = one.get("cue") or ""
            spans = [(m.start(), m.end()) for m in re.finditer(re.escape(cue), labels["text"])] if cue else []
            inside = any(start <= at < end for start, end in spans for at in told)
            here = not spans or any(sentence.sentence.start <= start < sentence.sentence.end for start, _ in spans)
            if _are_meant(one, ats) if "at" in one else any(fits(one, two) for two in sides):
                if inside and kind == "contacts":
                    return True, tuple(one.get("kind") or ())
                left_out |= here
            left_out |= inside and ("at" in one or any(_is_half(one, two) for two in sides))
    return (None if left_out else False), ()


def _are_meant(label: dict[str, Any], ats: Sequence[int]) -> bool:
    """Whether words that mean two of a label's parties stand at two offsets."""
    return any(
        all(any(start <= at < end for start, end in ranges) for at, ranges in zip(ats, two, strict=True))
        for two in permutations(label["at"], 2)
    )


def fits(label: dict[str, Any], two: Two, *, closed: bool = False) -> bool:
    """Whether two are parties of a labelled contact; whoever has no name fits all of them, unless `closed`."""
    return any(
        all((not closed if not names else p is not None and same(p, names)) for p, names in zip(ps, two, strict=True))
        for ps in permutations(label["parties"], 2)
    )


def _is_half(label: dict[str, Any], two: Two) -> bool:
    return any(p is not None and names and same(p, names) for p in label["parties"] for names in two)


class Model:
    """What is learned of some passages, from what was known before on."""

    def __init__(self, passages: Sequence[Passage], before: Tables) -> None:
        seen = [s for p in passages for s in p.pairs if s.contact is not None]
        times = Counter(f for s in seen for f in s.features)
        often = {f for f, n in times.items() if n >= RARE} | before.likely.keys() - {BIAS}
        self.count = CountVectorizer(analyzer=lambda features: features, binary=True, vocabulary=sorted(often))
        names = self.count.get_feature_names_out()
        known = self.count.transform([s.features for s in seen]).tocsr()
        plain = np.ones(known.shape[1])
        true = np.array([[float(bool(s.contact))] for s in seen])
        self.contact = learned(known, true, columns(before.likely, names, 1), RIDGE, plain)
        told = [(s, KINDS.index(k)) for s in seen if s.contact for k in s.kinds if k in KINDS]
        features = self.count.transform([s.features for s, _ in told]).tocsr()
        old = columns(before.grades, names, len(KINDS))
        self.kind = learned(features, np.eye(len(KINDS))[[k for _, k in told]], old, 0.1, plain)

    def judge(self, seen: Sequence[Seen]) -> tuple[Sequence[float], Sequence[str]]:
        """How likely each pair is in contact, and by what."""
        if not seen:
            return (), ()
        known = self.count.transform([s.features for s in seen])
        sure = 1 / (1 + np.exp(-self.contact.sums(known)[:, 0]))
        return sure, [KINDS[n] for n in self.kind.sums(known).argmax(axis=1)]

    def write(self, passages: int) -> None:
        """The tables of data/pointer."""
        names = self.count.get_feature_names_out()
        what = f"{passages} passages; what each feature adds to the log-odds of a contact"
        write_table("contacts.tsv", _HEAD.format(what=what), names, self.contact, FAINT)
        what = f"{passages} passages; what each feature adds to " + ", ".join(KINDS)
        write_table("contact_kinds.tsv", _HEAD.format(what=what), names, self.kind, FAINT)


def tables_in_place() -> Tables:
    """The weights in place."""
    likely, kinds = (
        {f: tuple(map(float, w)) for f, *w in rows("pointer", t)} for t in ("contacts.tsv", "contact_kinds.tsv")
    )
    return Tables(likely, kinds)


def score(passages: Sequence[Passage], folds: int, show: float | None, before: Tables) -> None:
    """Print what rules find, and what the pointer adds to them on passages held out, from each mark on."""
    totals = {mark: Counter[str]() for mark in MARKS}
    for k in range(folds):
        model = Model([p for n, p in enumerate(passages) if n % folds != k], before)
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


def _labels(labels: dict[str, Any]) -> dict[str, Any]:
    """Labels with each contact in full: a list of kinds, and nobody for a party that is not named."""
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
    parser.add_argument(
        "--anew", action="store_true", help="learn of these labels alone; else from the weights in place on"
    )
    parser.add_argument("--show", type=float)
    args = parser.parse_args()
    with ProcessPoolExecutor(args.jobs) as pool:
        passages = list(pool.map(_passage, map(_labels, labels_of(args.labels)), chunksize=20))
    before = Tables({}, {}) if args.anew else tables_in_place()
    score(passages, args.folds, args.show, before)
    if not args.only_score:
        Model(passages, before).write(len(passages))


if __name__ == "__main__":
    main()
