"""Who "the three men", "both", "these eight people: A, B ..." are: those whom the text names together, one by one.

Only where a list of as many names stands in the same sentence behind the group, or, for a definite group, is the last
such list in the two sentences before, told of as held, charged or suspected there.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from rashomon.lexicon import words
from rashomon.model.annotation import Mention
from rashomon.model.span import Quote
from rashomon.stages.claims.actors import Actor, chunk
from rashomon.stages.claims.signs import signs
from rashomon.stages.claims.view import SentenceView, View

_BACK = 2
_GAP = 60
_DEFINITE = frozenset({"the", "these", "those", "both", "all"})
_BOTH = {
    "both": 2,
    "pair": 2,
    "duo": 2,
    "trio": 3,
    "two": 2,
    "three": 3,
    "four": 4,
    "five": 5,
    "six": 6,
    "seven": 7,
    "eight": 8,
}
_HELD = ("guilt", "custody")


def named_group(view: View, sentence: SentenceView, at: int) -> list[Actor]:
    """The persons of a group at a token, in text order; none where the text does not name just them."""
    count = _count(sentence, at)
    if not _is_group(sentence, at) or count == 1:
        return []
    here = chunk(sentence, at)
    behind = [
        run
        for run in _runs(sentence)
        if 0 <= run[0].start - here.end <= _GAP and _opens(sentence, here.end, run[0].start)
    ]
    if behind and count in (None, len(behind[0])):
        return _actors(view, at, here, behind[0])
    if not _is_definite(sentence, at):
        return []
    number = sentence.sentence.index
    for before in reversed(view.sentences[max(0, number - _BACK) : number]):
        runs = [run for run in _runs(before) if count in (None, len(run))]
        if runs:
            told = any(topic in signs(before) for topic in _HELD)
            return _actors(view, at, here, runs[-1]) if told and len(runs) == 1 else []
    return []


def listed_with(view: View, sentence: SentenceView, at: int, verb: int) -> list[Actor]:
    """All whom one list names with the person at a token, where the list stands right beside the verb; else nobody."""
    run = next((r for r in _runs(sentence) if any(m.head == at for m in r)), [])
    if not run or any(m.referent not in view.referents for m in run):
        return []
    first, last = sentence.token_at(run[0].start), sentence.token_at(run[-1].end - 1)
    between = range(last + 1, verb) if verb > last else range(verb + 1, first)
    parted = any(t.pos == "VERB" or t.text in (";", ":", ")") for t in (sentence.tokens[n] for n in between))
    if parted or first <= verb <= last:
        return []
    return [Actor(m.head, Quote(m.start, m.end, m.quote), m.referent, "person", True) for m in run]


def _is_group(sentence: SentenceView, at: int) -> bool:
    token = sentence.tokens[at]
    return token.lemma.lower() in words("en-groups.txt") or token.text.lower() in _BOTH


def _is_definite(sentence: SentenceView, at: int) -> bool:
    first = sentence.token_at(chunk(sentence, at).start)
    return sentence.tokens[at].text.lower() == "both" or any(
        sentence.tokens[n].text.lower() in _DEFINITE for n in range(first, at + 1)
    )


def _count(sentence: SentenceView, at: int) -> int | None:
    """How many the group is said to be, or None."""
    first = sentence.token_at(chunk(sentence, at).start)
    said = (_BOTH.get(sentence.tokens[n].text.lower()) for n in range(first, at + 1))
    figure = next((q.number for q in sentence.quantities if at in (q.head, q.token)), None)
    return next((n for n in said if n), None) or (int(figure) if figure else None)


def _opens(sentence: SentenceView, start: int, end: int) -> bool:
    """Whether a colon, a dash, a bracket or "identified as", "namely" brings the names."""
    between = sentence.text[start:end].lower()
    return any(mark in between for mark in (":", "–", "—", "(", "namely", "identified as", "named as", ", "))


def _runs(sentence: SentenceView) -> list[list[Mention]]:
    """Names of persons that stand in one list: nothing but commas, "and", ages and descriptions between."""
    people = [m for m in sorted(sentence.mentions, key=lambda m: m.start) if m.form == "name" and m.type == "person"]
    runs: list[list[Mention]] = []
    for one in people:
        if runs and _is_listed(sentence, runs[-1][-1], one):
            runs[-1].append(one)
        else:
            runs.append([one])
    return [run for run in runs if len({m.referent or m.quote for m in run}) > 1]


def _is_listed(sentence: SentenceView, before: Mention, after: Mention) -> bool:
    tokens = [t for t in sentence.tokens if before.end <= t.start < after.start]
    if not tokens or len(tokens) > 9 or any(t.pos in ("VERB", "AUX", "ADP") for t in tokens):
        return False  # "X, a cousin of Y": no list
    return any(t.text in (",", ";", "and", "&") for t in tokens)


def _actors(view: View, at: int, here: Quote, run: Sequence[Mention]) -> list[Actor]:
    return list(_each(at, here, run)) if all(m.referent in view.referents for m in run) else []


def _each(at: int, here: Quote, run: Sequence[Mention]) -> Iterator[Actor]:
    for referent in dict.fromkeys(m.referent for m in run):
        yield Actor(at, here, referent, "person", True)
