"""For which day a figure is given: "as of Tuesday", "by nightfall", "the toll rose to 52 on Saturday"."""

from __future__ import annotations

from rashomon.stages.claims.events.lexicon import is_a
from rashomon.stages.claims.view import SentenceView

_OF_A_TIME = ("on", "at", "in", "the", ",", "early", "late")


def is_as_of(sentence: SentenceView, at: int) -> bool:
    """ "As of Tuesday", "as of 6 pm on Tuesday", "by Tuesday evening", "by nightfall": up to when a figure counts."""
    before = at - 1
    while before >= 0 and (sentence.tokens[before].text.lower() in _OF_A_TIME or _in_time(sentence, before)):
        before -= 1
    words = [t.text.lower() for t in sentence.tokens[max(0, before - 1) : before + 1]]
    return words == ["as", "of"] or words[-1:] == ["by"]


def _in_time(sentence: SentenceView, at: int) -> bool:
    start = sentence.tokens[at].start
    return any(t.start <= start < t.end for t in sentence.times)


def dates_toll(sentence: SentenceView, at: int) -> bool:
    """ "The toll stood at 87 on Sunday", "rose to 52 dead and 310 injured on Saturday": a day of the toll's own verb."""
    for n in sentence.up(at):
        token = sentence.tokens[n]
        if token.dep in ("nsubj", "nsubjpass", "poss") or (
            token.pos in ("NOUN", "PROPN") and not _counted(sentence, n)
        ):
            return False
        if token.pos == "VERB" and not _is_of_figure(sentence, n):
            nouns = {sentence.tokens[k].lemma.lower() for k in sentence.kids(n, "nsubj", "nsubjpass", "dobj")}
            return is_a(token.lemma.lower(), "toll_verb") and any(is_a(noun, "toll_noun") for noun in nouns)
    return False


def _counted(sentence: SentenceView, at: int) -> bool:
    """ "To 52 dead": the noun of a figure, or a day's own word."""
    return any(at in (q.head, q.token) for q in sentence.quantities) or _in_time(sentence, at)


def _is_of_figure(sentence: SentenceView, at: int) -> bool:
    """ "310 injured": a participle that says what the figure before it counts."""
    token = sentence.tokens[at]
    if token.tag != "VBN" or sentence.child(at, "aux", "auxpass") is not None:
        return False
    numbers = [token.head] if token.dep in ("acl", "amod") else sentence.kids(at, "nsubj", "nsubjpass")
    return any(_counted(sentence, n) for n in numbers)
