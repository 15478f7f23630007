"""Whose verb it is: the subject of a verb, and who a pronoun cannot mean because he does to it what its clause tells."""

from __future__ import annotations

from rashomon.model import parts
from rashomon.stages.annotate.who.cast import Actor
from rashomon.stages.annotate.who.page import Line
from rashomon.stages.annotate.who.speech import Seen


def barred_from(line: Line, everyone: list[Seen], n: int) -> Actor | None:
    """The subject of the pronoun's own clause, where the pronoun is an object: "X came up to him" is not X."""
    t = line.tokens
    verb = n
    if t[n].is_a(parts.SUBJECT) and line.words[n] in ("him", "her"):
        verb = t[t[n].head].head
    elif not t[n].is_a(parts.OBJECT | parts.RECIPIENT | parts.IN_PHRASE) or line.words[n].endswith("self"):
        return None
    while not t[verb].is_a(parts.VERB) and t[verb].head != verb:
        verb = t[verb].head
    subject = subject_of(line, verb)
    while (
        subject is not None
        and all(s.head != subject for s in everyone)
        and t[subject].is_a(parts.PHRASE | parts.IN_PHRASE | parts.APPOSITION)
    ):
        subject = t[subject].head
    return next((s.actor for s in everyone if s.head == subject), None)


def subject_of(line: Line, verb: int) -> int | None:
    """The subject's token of a verb: its own, else that of the verb it is joined to; a relative's antecedent."""
    t = line.tokens
    for _ in range(6):
        for n, token in enumerate(t):
            if token.head == verb and token.is_a(parts.SUBJECT):
                return (
                    t[verb].head
                    if token.is_a(parts.RELATIVE | parts.WHOSE) and t[verb].is_a(parts.RELATIVE_CLAUSE)
                    else n
                )
        if t[verb].is_a(parts.OF_A_NOUN):
            return t[verb].head
        if (
            not t[verb].is_a(
                parts.PHRASE
                | parts.CLAUSE_IN_PHRASE
                | parts.JOINED
                | parts.OPEN_CLAUSE
                | parts.ADVERBIAL_CLAUSE
                | parts.HELPING
            )
            or t[verb].head == verb
        ):
            return None
        verb = t[verb].head
    return None
