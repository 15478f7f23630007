"""Learn the weights of data/pointer from labelled passages, and say how they do on passages held out.

    python tools/fit_pointer.py LABELS.jsonl ... [--folds 4] [--only-score] [--wrong 0.8]

Each line: {"text": ..., "accused": [{"who": [wordings], "property": [grades], "cue": words}, ...], "optional": [the same]}. Somebody in
a place of a frame counts as accused where a name of theirs is among the wordings and the frame's word stands in the cue; places of
the same people elsewhere in that sentence, and what is optional, are left out. Every tenth of a figure printed is of passages
that the weights of that fold had not seen; --wrong prints whom the pointer would wrongly accuse from a mark on. Logistic regression as scikit-learn has it (liblinear, L2; grades: lbfgs).
"""

from __future__ import annotations

import argparse
import hashlib
import json
import re
import unicodedata
from collections import Counter
from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import numpy as np
from sklearn.feature_extraction.text import CountVectorizer
from sklearn.linear_model import LogisticRegression

from rashomon.model.claim import ACCUSATIONS
from rashomon.model.document import Block, Document
from rashomon.model.span import Span
from rashomon.settings import Settings
from rashomon.stages.annotate import annotate
from rashomon.stages.annotate.parse import Parser
from rashomon.stages.claims import read_claims
from rashomon.stages.claims.accusations import accuse, sentences_read
from rashomon.stages.claims.accusations.accused import Accused
from rashomon.stages.claims.events import find_events
from rashomon.stages.claims.occasions import DEEDS, Occasions
from rashomon.stages.claims.pointer import POINTER
from rashomon.stages.claims.pointer.features import Place, places
from rashomon.stages.claims.pointer.weighing import BIAS, GRADES
from rashomon.stages.claims.readers import READERS, acts_told
from rashomon.stages.claims.view import SentenceView, View

DATA = Path(__file__).parent.parent / "src/rashomon/data/pointer"
RULES = tuple(r for r in READERS if r.name != POINTER)
RIDGE, RARE, FAINT, TELLING = 0.03, 5, 0.01, 3.0
"""Inverse strength of the penalty; features on fewer places, and weights below, are left out; how much more a feature may count by itself."""
MARKS = (0.4, 0.5, 0.6, 0.7, 0.8, 0.9)
_NOBODY = frozenset(
    [
        "he",
        "she",
        "they",
        "him",
        "her",
        "them",
        "who",
        "it",
        "his",
        "their",
        "whom",
        "which",
        "that",
        "i",
        "we",
        "us",
        "man",
        "men",
    ]
)
_HEAD = "# Written by tools/fit_pointer.py from labelled passages: {what}\n"

Names = frozenset[str]


@dataclass(frozen=True, slots=True)
class Seen:
    """A place with its features, whether it is an accusation (None: left out), in which grades, whom it would accuse, in which sentence."""

    features: frozenset[str]
    accused: bool | None
    grades: tuple[str, ...]
    whom: tuple[Names, ...]
    words: str
    sentence: Span


@dataclass(frozen=True, slots=True)
class Passage:
    """A labelled passage: its places, and what the rules read of it."""

    labels: dict[str, Any]
    places: tuple[Seen, ...]
    read: tuple[tuple[Names, str, Span], ...]


def fold(text: str | None) -> str:
    """A name as it is compared."""
    plain = unicodedata.normalize("NFKD", (text or "").replace("ı", "i").replace("’", "'"))
    plain = "".join(c for c in plain if not unicodedata.combining(c)).casefold()
    return re.sub(r"^(the|a|an|his|her|their|its) ", "", re.sub(r"[^\w' ]+", " ", plain).strip())


def same(who: Sequence[str] | None, names: Names) -> bool:
    """Whether one of some wordings and one of somebody's names hold each other."""
    pairs = ((w, n) for w in map(fold, who or ()) for n in names if w and n)
    return any(re.search(rf"\b{re.escape(w)}\b", n) or re.search(rf"\b{re.escape(n)}\b", w) for w, n in pairs)


class Maker:
    """Passages made of labelled lines."""

    def __init__(self) -> None:
        self.parser = Parser(Settings().model)

    def passage(self, labels: dict[str, Any]) -> Passage:
        """One line, read."""
        text = labels["text"]
        key = hashlib.sha256(text.encode()).hexdigest()
        blocks = (Block(0, len(text), "body"),)
        document = Document(
            key[:8], key, "passage.txt", "text/plain", "article", None, None, None, None, None, "en", text, blocks, True
        )
        annotations = annotate(document, self.parser.parse(document))
        view = View(document, annotations)
        occasions = Occasions(find_events(view, acts_told(view)), DEEDS)
        seen = [
            _seen(view, sentence, occasions, place, labels)
            for sentence in sentences_read(view)
            for place in places(sentence)
        ]
        claims = read_claims(document, annotations, readers=RULES).claims
        read = tuple(
            (_known(view, c.value.referent, c.value.text), c.property, _sentence_at(view, c.start))
            for c in claims
            if c.property in ACCUSATIONS
        )
        return Passage(labels, tuple(seen), read)


@cache
def _maker() -> Maker:
    return Maker()


def _passage(labels: dict[str, Any]) -> Passage:
    return _maker().passage(labels)


def _span(sentence: SentenceView) -> Span:
    return Span(sentence.sentence.start, sentence.sentence.end)


def _sentence_at(view: View, at: int) -> Span:
    found = view.sentence_at(at)
    return Span(at, at) if found is None else _span(found)


def _known(view: View, referent: str | None, words: str | None) -> Names:
    """Every name of somebody in a passage."""
    named = {fold(m.quote) for m in view.mentions_of.get(referent or "", ())}
    return frozenset({fold(words), *named} - _NOBODY - {""})


def _seen(view: View, sentence: SentenceView, occasions: Occasions, place: Place, labels: dict[str, Any]) -> Seen:
    at, who = place.frame.at, place.who
    drafts = accuse(view, sentence, occasions, Accused("perpetrator", at, who, (at, who)), "fit")
    whom = tuple(dict.fromkeys(_known(view, d.value.referent, d.value.text) for d in drafts))
    mention = sentence.mention_at(who)
    names = frozenset().union(
        *whom,
        _known(view, mention and mention.referent, mention and mention.quote),
        {fold(sentence.words[who])} - _NOBODY,
    )
    accused, grades = _accused(sentence, sentence.tokens[at].start, names, labels)
    words = f"{sentence.words[who]} {place.role} {sentence.words[at]}"
    return Seen(frozenset(place.features), accused, grades, whom, words, _span(sentence))


def _accused(
    sentence: SentenceView, at: int, names: Names, labels: dict[str, Any]
) -> tuple[bool | None, tuple[str, ...]]:
    grades: list[str] = []
    left_out = False
    for kind in ("accused", "optional"):
        for one in labels.get(kind, ()):
            if one.get("who") is not None and not same(one["who"], names):
                continue
            cue = one.get("cue") or ""
            spans = [(m.start(), m.end()) for m in re.finditer(re.escape(cue), labels["text"])] if cue else []
            inside = any(start <= at < end for start, end in spans)
            if inside and kind == "accused":
                grades += one["property"]
            elif not spans or any(sentence.sentence.start <= start < sentence.sentence.end for start, _ in spans):
                left_out = True
    return (True, tuple(grades)) if grades else (None if left_out else False, ())


class Model:
    """What is learned of some passages."""

    def __init__(self, passages: Sequence[Passage]) -> None:
        rows = [s for p in passages for s in p.places if s.accused is not None]
        self.count = CountVectorizer(analyzer=lambda features: features, binary=True, min_df=RARE)
        known = self.count.fit_transform([s.features for s in rows])
        accused = np.array([bool(s.accused) for s in rows])
        scale = _telling(known, accused)
        self.guilt = LogisticRegression(C=RIDGE, solver="liblinear").fit(known.multiply(scale).tocsr(), accused)
        self.guilt.coef_ *= scale
        self.guilt.coef_[np.abs(self.guilt.coef_) < FAINT] = 0
        told = [s for s in rows if s.accused]
        best = [Counter(s.grades).most_common(1)[0][0] for s in told]
        self.grade = LogisticRegression(C=0.3, max_iter=400).fit(self.count.transform([s.features for s in told]), best)
        self.grade.coef_[np.abs(self.grade.coef_) < 2 * FAINT] = 0

    def judge(self, places: Sequence[Seen]) -> tuple[Sequence[float], Sequence[str]]:
        """How likely each place accuses, and in which grade."""
        if not places:
            return (), ()
        known = self.count.transform([s.features for s in places])
        return self.guilt.predict_proba(known)[:, 1], self.grade.predict(known)

    def write(self, passages: int) -> None:
        """The tables of data/pointer."""
        names = self.count.get_feature_names_out()
        what = f"{passages} passages; what each feature adds to the log-odds of an accusation"
        lines = [f"{BIAS}\t{self.guilt.intercept_[0]:.4f}", *_rows(names, self.guilt.coef_.T)]
        (DATA / "guilt.tsv").write_text(_HEAD.format(what=what) + "\n".join(lines) + "\n", encoding="utf-8")
        order = [list(self.grade.classes_).index(g) for g in GRADES]
        what = "what each feature adds to " + ", ".join(GRADES)
        bias = "\t".join(f"{v:.3f}" for v in self.grade.intercept_[order])
        lines = [f"{BIAS}\t{bias}", *_rows(names, self.grade.coef_[order].T)]
        (DATA / "grades.tsv").write_text(_HEAD.format(what=what) + "\n".join(lines) + "\n", encoding="utf-8")


def _telling(known: Any, true: Any) -> Any:
    """How much each feature tells by itself: the log of its odds, without its sign; one that tells nothing is to count for nothing."""
    held, other = (np.asarray(known[where].sum(axis=0)).ravel() + 1 for where in (true, ~true))
    return np.minimum(np.abs(np.log((held / held.sum()) / (other / other.sum()))), TELLING)


def _rows(names: Sequence[str], weights: Any) -> Iterator[str]:
    for name, row in zip(names, weights, strict=True):
        if np.any(row):
            yield name + "\t" + "\t".join(f"{v:.3f}".replace("0.", ".", 1) if v else "0" for v in row)


def score(passages: Sequence[Passage], folds: int, wrong: float | None = None) -> None:
    """Print what rules find, and what the pointer adds to them on passages held out, from each mark on."""
    totals = {mark: Counter[str]() for mark in MARKS}
    rules: Counter[str] = Counter()
    for k in range(folds):
        model = Model([p for n, p in enumerate(passages) if n % folds != k])
        for passage in passages[k::folds]:
            _count(passage, model, totals, rules)
            if wrong is not None:
                _show_wrong(passage, model, wrong)
    of = rules["of"]
    print(f"rules: found {rules['found']} of {of}, right {rules['right']} of {rules['claimed']}")
    for mark, had in totals.items():
        share = had["right"] / max(1, had["claimed"])
        print(
            f"from {mark}: found {had['found']} of {of} ({had['graded']} in a right grade); added {had['claimed']}, right {share:.3f}"
        )


def _count(passage: Passage, model: Model, totals: dict[float, Counter[str]], rules: Counter[str]) -> None:
    accused = passage.labels.get("accused", [])
    read = [any(same(a["who"], names) and grade in a["property"] for names, grade, _ in passage.read) for a in accused]
    rules.update(of=len(accused), found=sum(read))
    claimed = {(names, where) for names, _, where in passage.read}
    rules.update(claimed=len(claimed), right=sum(_is_labelled(passage, *one) for one in claimed))
    sure, grades = model.judge(passage.places)
    for mark, had in totals.items():
        added = [
            (names, grade, place.sentence)
            for place, one, grade in zip(passage.places, sure, grades, strict=True)
            if one >= mark
            for names in _anew(passage, place)
        ]
        for label, already in zip(accused, read, strict=True):
            had["found"] += already or any(same(label["who"], names) for names, _, _ in added)
            had["graded"] += already or any(same(label["who"], n) and g in label["property"] for n, g, _ in added)
        claimed = {(names, where) for names, _, where in added}
        had.update(claimed=len(claimed), right=sum(_is_labelled(passage, *one) for one in claimed))


def _anew(passage: Passage, place: Seen) -> list[Names]:
    """Whom a place would accuse of whom no rule has read anything in that sentence."""
    told = {name for names, _, where in passage.read if where == place.sentence for name in names}
    return [names for names in place.whom if told.isdisjoint(names)]


def _show_wrong(passage: Passage, model: Model, mark: float) -> None:
    for place, one in zip(passage.places, model.judge(passage.places)[0], strict=True):
        bad = [n for n in _anew(passage, place) if not _is_labelled(passage, n, place.sentence)]
        if one >= mark and bad:
            where = passage.labels["text"][place.sentence.start : place.sentence.end]
            print(f"{one:.2f} {place.words} | {[sorted(n) for n in bad]} | {where!r}")


def _is_labelled(passage: Passage, names: Names, where: Span) -> bool:
    """Whether a label, needed or not, accuses somebody in a sentence."""
    labels = [*passage.labels.get("accused", ()), *passage.labels.get("optional", ())]
    near = (one for one in labels if _is_in(one.get("cue") or "", where, passage.labels["text"]))
    return not names or any(one.get("who") is None or same(one["who"], names) for one in near)


def _is_in(cue: str, where: Span, text: str) -> bool:
    spans = [(m.start(), m.end()) for m in re.finditer(re.escape(cue), text)] if cue else []
    return not spans or any(start < where.end and where.start < end for start, end in spans)


def main() -> None:
    """Read, score, learn of all, write."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("labels", nargs="+", type=Path)
    parser.add_argument("--folds", type=int, default=4)
    parser.add_argument("--jobs", type=int, default=2)
    parser.add_argument("--only-score", action="store_true")
    parser.add_argument("--wrong", type=float, metavar="MARK")
    args = parser.parse_args()
    lines = [line for path in args.labels for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]
    with ProcessPoolExecutor(args.jobs) as pool:
        passages = list(pool.map(_passage, map(json.loads, lines), chunksize=20))
    score(passages, args.folds, args.wrong)
    if not args.only_score:
        Model(passages).write(len(passages))


if __name__ == "__main__":
    main()
