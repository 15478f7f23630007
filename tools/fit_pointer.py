"""Learn the weights of data/pointer from labelled passages, and say how they do on passages held out.

    python tools/fit_pointer.py LABELS.jsonl ... [--folds 4] [--only-score] [--wrong 0.8]

Each line: {"text": ..., "accused": [{"who": [wordings], "property": [grades], "cue": words}, ...], "optional": [the same],
"arrests", "convictions": [the same without grades]}; each of them is learned by itself. Somebody in
a place of a frame counts as accused where a name of theirs is among the wordings and the frame's word stands in the cue; places of
the same people elsewhere in that sentence, and what is optional, are left out. Every figure printed is of passages
that the weights of that fold had not seen; --wrong prints of whom the pointer would wrongly say it from a mark on. Logistic regression as scikit-learn has it (liblinear, L2; grades: lbfgs).
"""

from __future__ import annotations

import argparse
import hashlib
import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
from labelled import labels_of
from scipy.optimize import minimize
from sklearn.feature_extraction.text import CountVectorizer

from rashomon.model.claim import ACCUSATIONS, Claim
from rashomon.model.document import Appearance, Original
from rashomon.model.span import Span
from rashomon.settings import Settings
from rashomon.stages.acquire import acquire
from rashomon.stages.annotate import annotate
from rashomon.stages.annotate.parse import Parser
from rashomon.stages.claims import read_claims
from rashomon.stages.claims.accusations import accuse, sentences_read
from rashomon.stages.claims.accusations.accused import Accused
from rashomon.stages.claims.draft import Draft, Told
from rashomon.stages.claims.events import find_events
from rashomon.stages.claims.occasions import DEEDS, Occasions
from rashomon.stages.claims.pointer import POINTER
from rashomon.stages.claims.pointer.features import Place, places
from rashomon.stages.claims.pointer.law import CUSTODY, VERDICT, lawful, may_befall
from rashomon.stages.claims.pointer.weighing import BIAS, GRADES
from rashomon.stages.claims.readers import READERS, acts_told
from rashomon.stages.claims.rules.outcomes import about_of
from rashomon.stages.claims.view import SentenceView, View
from rashomon.stages.claims.wordlists import rows

DATA = Path(__file__).parent.parent / "src/rashomon/data/pointer"
RULES = tuple(r for r in READERS if r.name != POINTER)
RARE, FAINT, TELLING = 5, 0.01, 3.0
"""Features on fewer places, and weights below, are left out; how much more a feature may count by itself."""
MARKS = (0.25, 0.4, 0.5, 0.6, 0.7, 0.8, 0.87, 0.9)
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


class Read(NamedTuple):
    """Whom a rule read, in which grade, in which sentence."""

    names: Names
    grade: str
    sentence: Span


@dataclass(frozen=True, slots=True)
class Target:
    """What is to be learned: under which keys it is labelled, by which properties rules read it, into which table it is written."""

    key: str
    optional: str | None
    properties: frozenset[str]
    table: str
    what: str
    ridge: float
    """Inverse strength of the penalty."""
    telling: bool
    """Whether a feature may count the more, the more it tells by itself."""


TARGETS = (
    Target("accused", "optional", ACCUSATIONS, "guilt.tsv", "an accusation", 0.03, True),
    Target("arrests", None, frozenset({"detained"}), "custody.tsv", "somebody held", 0.15, False),
    Target("convictions", None, frozenset({"conviction"}), "verdicts.tsv", "a conviction", 0.15, False),
)


@dataclass(frozen=True, slots=True)
class Answer:
    """What a place is for a target: whether it is one (None: left out), in which grades, and whom it would be said of."""

    true: bool | None
    grades: tuple[str, ...]
    whom: tuple[Names, ...]


@dataclass(frozen=True, slots=True)
class Seen:
    """A place with its sentence, its words, its features and an answer for each target."""

    sentence: Span
    words: str
    features: frozenset[str]
    answers: dict[str, Answer]


@dataclass(frozen=True, slots=True)
class Passage:
    """A labelled passage: its places, and what the rules read of it for each target."""

    labels: dict[str, Any]
    places: tuple[Seen, ...]
    read: dict[str, tuple[Read, ...]]


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
        data = labels["text"].encode()
        original = Original(hashlib.sha256(data).hexdigest(), (Appearance("text"),))
        document = acquire(data, original)
        placed = any("at" in one for target in TARGETS for one in labels.get(target.key, ()))
        if placed and document.text != labels["text"]:
            raise ValueError(f"{labels.get('id')}: the text is not kept as it is: its labels would point elsewhere")
        annotations = annotate(document, self.parser.parse(document))
        view = View(document, annotations)
        reading = Reading(view, find_events(view, acts_told(view)))
        seen = [seen_in(reading, s, place, labels) for s in sentences_read(view) for place in places(s)]
        claims = read_claims(document, annotations, readers=RULES).claims
        read = {target.key: tuple(_read(view, claims, target)) for target in TARGETS}
        return Passage(labels | {"text": document.text}, tuple(seen), read)


def _read(view: View, claims: Iterable[Claim], target: Target) -> Iterator[Read]:
    for claim in (c for c in claims if c.property in target.properties):
        there = view.sentence_at(claim.start)
        where = Span(claim.start, claim.end) if there is None else _span(there)
        yield Read(_known(view, *_of_whom(claim)), claim.property, where)


def _span(sentence: SentenceView) -> Span:
    return Span(sentence.sentence.start, sentence.sentence.end)


class Reading:
    """A passage's view, and what its claims may be about."""

    def __init__(self, view: View, told: Told) -> None:
        self.view = view
        self.deeds = Occasions(told, DEEDS)
        self.about = about_of(view, told)

    def drafts(self, target: Target, sentence: SentenceView, place: Place) -> Iterable[Draft]:
        """What a place would give for a target, were it said there."""
        if target.key == "accused":
            at, who = place.frame.at, place.who
            accused = Accused("perpetrator", at, who, (at, who))
            return accuse(self.view, sentence, self.deeds, accused, "fit")
        fate = CUSTODY if target.key == "arrests" else VERDICT
        return lawful(self.view, sentence, self.about, place, fate)


@cache
def _maker() -> Maker:
    return Maker()


def _passage(labels: dict[str, Any]) -> Passage:
    return _maker().passage(labels)


def _of_whom(one: Draft | Claim) -> tuple[str | None, str | None]:
    """The referent and the words of whom a claim is of: of a conviction the subject."""
    if one.property == "conviction":
        return one.subject.referent, None
    return one.value.referent, one.value.text


def _known(view: View, referent: str | None, words: str | None) -> Names:
    """Every name of somebody in a passage."""
    named = {fold(m.quote) for m in view.mentions_of.get(referent or "", ())}
    return frozenset({fold(words), *named} - _NOBODY - {""})


def seen_in(reading: Reading, sentence: SentenceView, place: Place, labels: dict[str, Any]) -> Seen:
    answers = {target.key: _answer(reading, target, sentence, place, labels) for target in TARGETS}
    words = f"{sentence.words[place.who]} {place.role} {sentence.words[place.frame.at]}"
    return Seen(_span(sentence), words, frozenset(place.features), answers)


def _answer(reading: Reading, target: Target, sentence: SentenceView, place: Place, labels: dict[str, Any]) -> Answer:
    if target.key != "accused" and not may_befall(place):
        return Answer(None, (), ())
    view, who = reading.view, place.who
    drafts = reading.drafts(target, sentence, place)
    whom = tuple(dict.fromkeys(_known(view, *_of_whom(d)) for d in drafts))
    mention = sentence.mention_at(who)
    names = frozenset().union(
        *whom,
        _known(view, mention and mention.referent, mention and mention.quote),
        {fold(sentence.words[who])} - _NOBODY,
    )
    return Answer(
        *_labelled(target, sentence, *(sentence.tokens[n].start for n in (place.frame.at, who)), names, labels), whom
    )


def _is_meant(one: dict[str, Any], who: int, names: Names) -> bool:
    """Whether a label speaks of whoever stands at an offset, or, where it has no places, of somebody of these names."""
    if "at" in one:
        return any(start <= who < end for start, end in one["at"])
    return one.get("who") is None or same(_wordings(one), names)


def _labelled(
    target: Target, sentence: SentenceView, at: int, who: int, names: Names, labels: dict[str, Any]
) -> tuple[bool | None, tuple[str, ...]]:
    grades: list[str] = []
    left_out = False
    for kind in filter(None, (target.key, target.optional)):
        for one in labels.get(kind, ()):
            if not _is_meant(one, who, names):
                continue
            cue = one.get("cue") or ""
            spans = [(m.start(), m.end()) for m in re.finditer(re.escape(cue), sentence.text)] if cue else []
            inside = any(start <= at < end for start, end in spans)
            if inside and kind == target.key:
                grades += one.get("property", [""])
            elif not spans or any(sentence.sentence.start <= start < sentence.sentence.end for start, _ in spans):
                left_out = True
    return (True, tuple(grades)) if grades else (None if left_out else False, ())


def _wordings(one: dict[str, Any]) -> Sequence[str]:
    """Under which wordings a label has somebody."""
    who = one.get("who") or ()
    return [who] if isinstance(who, str) else who


class Model:
    """What is learned of some passages for a target, from what was known before on."""

    def __init__(self, passages: Sequence[Passage], target: Target, before: Tables) -> None:
        self.target = target
        rows = [row for p in passages for row in _rows_of(p, target)]
        seen = Counter(f for features, _ in rows for f in features)
        often = {f for f, times in seen.items() if times >= RARE}
        self.count = CountVectorizer(
            analyzer=lambda features: features, binary=True, vocabulary=sorted(often | before.likely.keys() - {BIAS})
        )
        names = self.count.get_feature_names_out()
        known = self.count.transform([features for features, _ in rows]).tocsr()
        true = np.array([bool(answer.true) for _, answer in rows])
        scale = _telling(known, true) if target.telling else np.ones(known.shape[1])
        old = columns(before.likely, names, 1)
        self.likely = learned(known, true[:, None].astype(float), old, target.ridge, scale)
        self.grade = self._grades([r for r in rows if r[1].true], before) if target.key == "accused" else None

    def _grades(self, told: Sequence[tuple[frozenset[str], Answer]], before: Tables) -> Weights:
        best = [GRADES.index(_first(answer.grades)) for _, answer in told]
        known = self.count.transform([features for features, _ in told]).tocsr()
        old = columns(before.grades, self.count.get_feature_names_out(), len(GRADES))
        return learned(known, np.eye(len(GRADES))[best], old, 0.3, np.ones(known.shape[1]))

    def judge(self, places: Sequence[Seen]) -> tuple[Sequence[float], Sequence[str]]:
        """How likely it is said at each place, and in which grade."""
        if not places:
            return (), ()
        known = self.count.transform([s.features for s in places])
        sure = 1 / (1 + np.exp(-self.likely.sums(known)[:, 0]))
        if self.grade is None:
            return sure, [""] * len(places)
        return sure, [GRADES[n] for n in self.grade.sums(known).argmax(axis=1)]

    def write(self, passages: int) -> None:
        """Its tables in data/pointer."""
        names = self.count.get_feature_names_out()
        what = f"{passages} passages; what each feature adds to the log-odds of {self.target.what}"
        write_table(self.target.table, _HEAD.format(what=what), names, self.likely, FAINT)
        if self.grade is not None:
            what = f"{passages} passages; what each feature adds to " + ", ".join(GRADES)
            write_table("grades.tsv", _HEAD.format(what=what), names, self.grade, 2 * FAINT)


def _first(grades: Sequence[str]) -> Any:
    return Counter(grades).most_common(1)[0][0]


class Tables(NamedTuple):
    """What was learned before, by feature: weights for a likelihood and for grades."""

    likely: Mapping[str, tuple[float, ...]]
    grades: Mapping[str, tuple[float, ...]]


def tables_of(target: Target) -> Tables:
    """The tables in place."""
    likely, grades = ({f: tuple(map(float, w)) for f, *w in rows("pointer", t)} for t in (target.table, "grades.tsv"))
    return Tables(likely, grades if target.key == "accused" else {})


class Weights(NamedTuple):
    """One column a kind: what each feature adds, and what each kind has to begin with."""

    of_features: Any
    bias: Any

    def sums(self, known: Any) -> Any:
        """The sums of the weights of what is known of each."""
        return known @ self.of_features + self.bias


def columns(table: Mapping[str, tuple[float, ...]], names: Sequence[str], kinds: int) -> Weights:
    """The weights that a table gives some features, nothing for one that it lacks."""
    none = (0.0,) * kinds
    return Weights(np.array([table.get(n, none) for n in names]), np.array(table.get(BIAS, none)))


def learned(known: Any, true: Any, old: Weights, strength: float, scale: Any) -> Weights:
    """Weights that fit what is told, with an L2 penalty on how far they move from the old ones.

    Logistic regression, one column a kind (several: multinomial, shares by softmax), by scipy's L-BFGS-B; a feature may move
    the farther, the higher its scale. Without old weights this is what scikit-learn's LogisticRegression gives.
    """
    held = known.multiply(scale).tocsr()
    begun, shape = old.sums(known), old.of_features.shape

    def loss(flat: Any) -> tuple[float, Any]:
        moved, bias = flat[: -shape[1]].reshape(shape), flat[-shape[1] :]
        sums = begun + held @ moved + bias
        if shape[1] == 1:
            lost, share = np.logaddexp(0, -sums * (2 * true - 1)).sum(), 1 / (1 + np.exp(-sums))
        else:
            sums -= sums.max(axis=1, keepdims=True)
            share = np.exp(sums) / np.exp(sums).sum(axis=1, keepdims=True)
            lost = -(true * np.log(share + 1e-12)).sum()
        gradient = np.concatenate(
            [(strength * (held.T @ (share - true)) + moved).ravel(), strength * (share - true).sum(axis=0) + bias]
        )
        return float(strength * lost + (flat @ flat) / 2), gradient

    found = minimize(loss, np.zeros(np.prod(shape) + shape[1]), jac=True, method="L-BFGS-B", options={"maxiter": 300}).x
    moved = found[: -shape[1]].reshape(shape) * np.asarray(scale)[:, None]
    return Weights(old.of_features + moved, old.bias + found[-shape[1] :])


def write_table(table: str, head: str, names: Sequence[str], weights: Weights, faint: float) -> None:
    """Write weights as a table of data/pointer, those below `faint` left out."""
    told = np.where(np.abs(weights.of_features) < faint, 0, weights.of_features)
    bias = "\t".join(f"{v:.4f}" for v in weights.bias)
    lines = [f"{BIAS}\t{bias}", *_rows(names, told)]
    (DATA / table).write_text(head + "\n".join(lines) + "\n", encoding="utf-8")


def _rows_of(passage: Passage, target: Target) -> Iterator[tuple[frozenset[str], Answer]]:
    """The places to learn from. An arrest is labelled where it is told first: whoever rules read again elsewhere is left out."""
    read = {(one.sentence, name) for one in passage.read[target.key] if target.optional is None for name in one.names}
    for seen in passage.places:
        answer = seen.answers[target.key]
        again = not answer.true and any((seen.sentence, n) in read for names in answer.whom for n in names)
        if answer.true is not None and not again:
            yield seen.features, answer


def _telling(known: Any, true: Any) -> Any:
    """How much each feature tells by itself: the log of its odds, without its sign; one that tells nothing is to count for nothing."""
    held, other = (np.asarray(known[where].sum(axis=0)).ravel() + 1 for where in (true, ~true))
    return np.minimum(np.abs(np.log((held / held.sum()) / (other / other.sum()))), TELLING)


def _rows(names: Sequence[str], weights: Any) -> Iterator[str]:
    for name, row in zip(names, weights, strict=True):
        if np.any(row):
            yield name + "\t" + "\t".join(f"{v:.3f}".replace("0.", ".", 1) if v else "0" for v in row)


def score(passages: Sequence[Passage], target: Target, before: Tables, folds: int, wrong: float | None = None) -> None:
    """Print what rules find, and what the pointer adds to them on passages held out, from each mark on."""
    totals = {mark: Counter[str]() for mark in MARKS}
    rules: Counter[str] = Counter()
    for k in range(folds):
        model = Model([p for n, p in enumerate(passages) if n % folds != k], target, before)
        for passage in passages[k::folds]:
            _count(passage, model, totals, rules)
            if wrong is not None:
                _show_wrong(passage, model, wrong)
    of = rules["of"]
    print(f"{target.key}: rules found {rules['found']} of {of}, right {rules['right']} of {rules['claimed']}")
    for mark, had in totals.items():
        share = had["right"] / max(1, had["claimed"])
        print(
            f"from {mark}: found {had['found']} of {of} ({had['graded']} in a right grade); added {had['claimed']}, right {share:.3f}"
        )


def _count(passage: Passage, model: Model, totals: dict[float, Counter[str]], rules: Counter[str]) -> None:
    target, key = model.target, model.target.key
    true = passage.labels.get(key, [])
    found = [any(same(_wordings(a), r.names) and _graded(r.grade, a) for r in passage.read[key]) for a in true]
    rules.update(of=len(true), found=sum(found))
    claimed = {(r.names, r.sentence) for r in passage.read[key]}
    rules.update(claimed=len(claimed), right=sum(_is_labelled(passage, target, *one) for one in claimed))
    sure, grades = model.judge(passage.places)
    for mark, had in totals.items():
        added = [
            (names, grade, place.sentence)
            for place, one, grade in zip(passage.places, sure, grades, strict=True)
            if one >= mark
            for names in _anew(passage, target, place)
        ]
        for label, already in zip(true, found, strict=True):
            had["found"] += already or any(same(_wordings(label), names) for names, _, _ in added)
            had["graded"] += already or any(same(_wordings(label), n) and _graded(g, label) for n, g, _ in added)
        claimed = {(names, where) for names, _, where in added}
        had.update(claimed=len(claimed), right=sum(_is_labelled(passage, target, *one) for one in claimed))


def _anew(passage: Passage, target: Target, place: Seen) -> list[Names]:
    """Of whom a place would say it of whom no rule has read it in that sentence."""
    told = {name for one in passage.read[target.key] if one.sentence == place.sentence for name in one.names}
    return [names for names in place.answers[target.key].whom if told.isdisjoint(names)]


def _show_wrong(passage: Passage, model: Model, mark: float) -> None:
    for place, one in zip(passage.places, model.judge(passage.places)[0], strict=True):
        new = _anew(passage, model.target, place)
        bad = [n for n in new if not _is_labelled(passage, model.target, n, place.sentence)]
        if one >= mark and bad:
            print(f"{one:.2f} {place.words} | {[sorted(n) for n in bad]} | {passage.labels.get('id')}")


def _graded(grade: str, label: dict[str, Any]) -> bool:
    """Whether a grade is among those of a label, if it has any."""
    return "property" not in label or grade in label["property"]


def _is_labelled(passage: Passage, target: Target, names: Names, where: Span) -> bool:
    """Whether a label, needed or not, says it of somebody: an accusation in that sentence, what the law did anywhere."""
    labels = [one for key in (target.key, target.optional) if key for one in passage.labels.get(key, ())]
    near = (one for one in labels if not target.optional or _is_in(one.get("cue") or "", where, passage.labels["text"]))
    return not names or any(one.get("who") is None or same(_wordings(one), names) for one in near)


def _is_in(cue: str, where: Span, text: str) -> bool:
    spans = [(m.start(), m.end()) for m in re.finditer(re.escape(cue), text)] if cue else []
    return not spans or any(start < where.end and where.start < end for start, end in spans)


def main() -> None:
    """Read, score, learn of all, write."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("labels", nargs="+", type=Path)
    parser.add_argument("--folds", type=int, default=4)
    parser.add_argument("--jobs", type=int, default=2)
    parser.add_argument("--only", nargs="+", default=[t.key for t in TARGETS], help="what is learned, by its key")
    parser.add_argument("--only-score", action="store_true")
    parser.add_argument(
        "--anew", action="store_true", help="learn of these labels alone; else from the weights in place on"
    )
    parser.add_argument("--wrong", type=float, metavar="MARK")
    args = parser.parse_args()
    with ProcessPoolExecutor(args.jobs) as pool:
        passages = list(pool.map(_passage, labels_of(args.labels), chunksize=20))
    for target in (t for t in TARGETS if t.key in args.only):
        before = Tables({}, {}) if args.anew else tables_of(target)
        score(passages, target, before, args.folds, args.wrong)
        if not args.only_score:
            Model(passages, target, before).write(len(passages))


if __name__ == "__main__":
    main()
