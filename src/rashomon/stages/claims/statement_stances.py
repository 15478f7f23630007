"""How surely a statement is made, by its own words alone."""

from __future__ import annotations

from collections.abc import Iterable

from rashomon.lexicon.operators import class_of
from rashomon.model import parts
from rashomon.model.claim import Stance
from rashomon.model.clause import Operator
from rashomon.stages.claims.stance import stance_of, under
from rashomon.stages.claims.stance.unreal import is_unreal
from rashomon.stages.claims.supposed import is_left_possible
from rashomon.stages.claims.view import SentenceView

_THOUGHT = frozenset({"believe", "doubt", "suggest", "seem", "fear", "deny", "allege"})
_SUPPOSED = frozenset({"believe", "allege", "report", "rumour", "say", "fear"})


def statement_stance(sentence: SentenceView, at: int) -> Stance:
    """What the words themselves take back; a question or plan is said as surely as anything."""
    if is_unreal(sentence, at) or is_left_possible(sentence, at):
        return "possible"
    weighed = weighed_clause(sentence, at)
    return left_by(under(sentence, at if weighed is None else weighed))


def left_by(operators: Iterable[Operator]) -> Stance:
    """The stance that operators leave, those aside that make a plan or a question of it: these are said all the same."""
    return stance_of(o for o in operators if o.effect != "none") or "asserted"


def weighed_clause(sentence: SentenceView, at: int) -> int | None:
    """The clause of "it is possible that", "no confirmation of reports that", "were thought to be": the statement goes as that."""
    if (thought := _thought(sentence, at)) is not None:
        return thought
    raised = sentence.open_clause(at)
    if raised is not None and sentence.tokens[at].is_a(parts.MAIN_VERB):
        cls = class_of(sentence.tokens[at].lemma.lower(), "V")
        passive = sentence.first(at, parts.PASSIVE_HELPING) is not None
        return raised if cls == "seem" or (passive and cls in _SUPPOSED) else None
    subject = sentence.first(at, parts.DOING_SUBJECT | parts.EXPLETIVE)
    if (
        sentence.tokens[at].lemma != "be"
        or subject is None
        or sentence.tokens[subject].text.lower() not in ("it", "there")
    ):
        return None
    beside = [sentence.tokens[n].lemma.lower() for n in sentence.each(at, parts.PREDICATE_ADJECTIVE)]
    if beside and class_of(beside[0], "A") is None:
        return None  # "it is unacceptable that they were not told" denies nothing
    below = (n for n in sentence.subtree(at) if n > at and sentence.tokens[n].is_a(parts.CLAUSE | parts.NOUN_CLAUSE))
    return next(
        (
            n
            for n in below
            if any(sentence.tokens[k].text.lower() == "that" for k in sentence.each(n, parts.CLAUSE_OPENER))
        ),
        None,
    )


def _thought(sentence: SentenceView, at: int) -> int | None:
    """Of "We believe that this was the price": what "we" believe, fear or doubt is said as that."""
    subject = sentence.doing_subject(at)
    clause = sentence.clause(at)
    if subject is None or clause is None or clause < at or sentence.tokens[subject].text.lower() not in ("i", "we"):
        return None
    return clause if class_of(sentence.tokens[at].lemma.lower(), "V") in _THOUGHT else None
