"""What stands in a paper, told with "it": "it emerges from the file that ...", "in the log it is noted that", "from which it follows that"."""

from __future__ import annotations

from rashomon.lexicon import word_set
from rashomon.lexicon.operators import class_of
from rashomon.model import parts
from rashomon.model.claim import Stance
from rashomon.stages.claims.attribution.cues import kinds
from rashomon.stages.claims.attribution.found import Found, spans_of
from rashomon.stages.claims.view import SentenceView

_LINKS = frozenset({"from", "in", "by", "of", "on", "at", "through"})
_RELATIVE = frozenset({"which", "whom"})
_OF_A_NOUN = parts.RELATIVE_CLAUSE | parts.NOUN_CLAUSE
_CLAUSES = parts.CLAUSE | parts.CLAUSE_SUBJECT | parts.ADVERBIAL_CLAUSE | parts.OPEN_CLAUSE


def find_stated_in(sentence: SentenceView, at: int) -> Found | None:
    """The attribution of such a verb: the paper says what "that" brings; None where no paper stands beside it."""
    subject = sentence.subject(at)
    if subject is None or sentence.tokens[subject].text.lower() != "it":
        return None
    thing = sentence.object_of(at)
    below = sentence.each(thing, _OF_A_NOUN) if thing is not None else ()  # "it takes place that"
    clauses = (n for n in (*sentence.each(at, _CLAUSES), *below) if n > at)
    clause = next((n for n in clauses if _opens_with_that(sentence, n, thing or at)), None)
    paper = _paper(sentence, at) if clause is not None else None
    if clause is None or paper is None:
        return None
    source = _own_words(sentence, paper)
    content = [n for n in sentence.subtree(clause) if n not in source]
    return Found(
        sentence.sentence.index, at, paper, spans_of(sentence, source), spans_of(sentence, [at]),
        spans_of(sentence, content), _stance(sentence, at),
    )  # fmt: skip


def _stance(sentence: SentenceView, at: int) -> Stance:
    """What does not emerge is no more than unconfirmed."""
    if sentence.is_negated(at):
        return "unconfirmed"
    return "possible" if class_of(sentence.tokens[at].lemma.lower(), "V") in ("seem", "suggest") else "asserted"


def _opens_with_that(sentence: SentenceView, clause: int, at: int) -> bool:
    first = next((n for n in sentence.subtree(clause) if n > at), at)
    return sentence.tokens[first].text.lower() == "that" and sentence.subject(clause) is not None


def _paper(sentence: SentenceView, at: int) -> int | None:
    """The paper, record or testimony in a phrase beside the verb; for "from which" the noun that this stands for."""
    for n in sentence.phrases(at):
        noun = sentence.noun_after(n)
        if noun is None or sentence.tokens[n].text.lower() not in _LINKS:
            continue
        if sentence.tokens[noun].text.lower() in _RELATIVE and sentence.tokens[at].is_a(parts.RELATIVE_CLAUSE):
            noun = _nearest(sentence, sentence.tokens[at].head)
        if noun is not None and _is_paper(sentence, noun):
            return noun
    return None


def _nearest(sentence: SentenceView, at: int) -> int | None:
    """Of "the register of the hotel, from which": the register, whichever noun the parse hangs the clause on."""
    return next((n for n in (at, *sentence.up(at)) if _is_paper(sentence, n)), None)


def _is_paper(sentence: SentenceView, at: int) -> bool:
    lemma = sentence.tokens[at].lemma.lower()
    return kinds().get(lemma) in ("document", "record") or lemma in word_set("stated_in.sources")


def _own_words(sentence: SentenceView, paper: int) -> list[int]:
    """The paper's phrase without what is told of it behind a comma: "the file, of which a copy was seen"."""
    below = sentence.subtree(paper)
    comma = next((n for n in below if n > paper and sentence.tokens[n].text == ","), below[-1] + 1)
    return [n for n in below if n < comma]
