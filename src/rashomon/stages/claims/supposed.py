"""What a report itself only supposes: what would have been, what may be, what its writers assess."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from rashomon.lexicon.operators import listed_as
from rashomon.model import parts
from rashomon.model.span import Quote
from rashomon.stages.claims.attribution.cues import verbs
from rashomon.stages.claims.stance.unreal import is_unreal
from rashomon.stages.claims.view import SentenceView, View

_MAY = frozenset({"may", "might", "could"})
_LIKELY = frozenset({"possible", "likely", "probable", "conceivable", "thinkable"})
_EXCLUDED = frozenset({"exclude", "rule", "discard"})
_SHOWING = ("evidence", "suggest")
"""Classes of "proof", "sign": what has none of it is unproven."""


def find_supposed(view: View, covered: Sequence[Quote]) -> Iterator[tuple[SentenceView, Quote, int]]:
    """Each such statement outside what others are reported to say: its sentence, words and predicate."""
    for sentence in view.sentences:
        if sentence.sentence.block != "body" or sentence.tokens[-1].text == "?":
            continue
        at = _supposed(sentence)
        places = () if at is None else (sentence.tokens[at].start, sentence.tokens[0].start)
        if at is None or any(q.start <= place < q.end for q in covered for place in places):
            continue
        last = len(sentence) - 2 if sentence.tokens[-1].text in (".", "!") else len(sentence) - 1
        if last > 2:
            yield sentence, sentence.quote(0, last), at


def find_unproven(view: View) -> Iterator[tuple[SentenceView, Quote, int]]:
    """Each clause of "there is no evidence that ...", "no sign that ...": its sentence, words and predicate."""
    showing = listed_as("N", *_SHOWING)
    for sentence in view.sentences:
        if showing.isdisjoint(sentence.said):
            continue
        nouns = {n for n, lemma in enumerate(sentence.lemmas) if lemma in showing}
        for n in range(
            min(nouns, default=len(sentence)), len(sentence)
        ):  # what governs a word is read where it is asked
            over = sentence.sentence.governance[n].over
            if over is None or over.token > n or over.token not in nouns:
                continue
            if over.cls in _SHOWING and over.effect == "unconfirmed":
                yield sentence, sentence.phrase(n), n


def is_left_possible(sentence: SentenceView, at: int) -> bool:
    """True for the clause of "it cannot be excluded that ...", "we do not rule out that ..."."""
    return any(
        sentence.tokens[n].lemma.lower() in _EXCLUDED and sentence.is_negated(n) for n in (at, sentence.tokens[at].head)
    )


def _supposed(sentence: SentenceView) -> int | None:
    """The predicate of what a sentence supposes, or None."""
    root = sentence.root()
    if not sentence.tokens[root].is_a(parts.VERB):
        return None
    if is_unreal(sentence, root) and sentence.subject(root) is not None:
        return root
    subject = sentence.first(root, parts.SUBJECT | parts.EXPLETIVE)
    if subject is None or sentence.tokens[subject].text.lower() != "it" or not _only_may_be(sentence, root):
        return None
    below = [
        n
        for n in sentence.each(
            root, parts.PREDICATE_NOUN | parts.PREDICATE_ADJECTIVE | parts.CLAUSE | parts.ADVERBIAL_CLAUSE
        )
        if n > root
    ]
    return _that_clause(
        sentence, [*below, *(k for n in below for k in sentence.each(n, parts.CLAUSE | parts.NOUN_CLAUSE))]
    )


def _only_may_be(sentence: SentenceView, root: int) -> bool:
    """True for "it may be that", "it is possible that", "it cannot be excluded that", "it is assessed that"."""
    lemma = sentence.tokens[root].lemma.lower()
    auxes = {sentence.tokens[n].text.lower() for n in sentence.helpers(root)}
    if lemma == "be":
        beside = {
            sentence.tokens[n].lemma.lower()
            for n in sentence.each(root, parts.PREDICATE_NOUN | parts.PREDICATE_ADJECTIVE)
        }
        return bool(auxes & _MAY and not beside) or bool(beside & _LIKELY)
    passive = sentence.first(root, parts.PASSIVE_HELPING) is not None
    negated = sentence.is_negated(root)
    if lemma in _EXCLUDED:
        return passive and negated
    return passive and not negated and "c" not in getattr(verbs().get(lemma), "frames", ())


def _that_clause(sentence: SentenceView, clauses: Sequence[int]) -> int | None:
    """The clause that "that" opens, which may hang on the adjective."""
    for n in clauses:
        mark = sentence.opener(n)
        if mark is not None and sentence.tokens[mark].text.lower() == "that":
            return n
    return None
