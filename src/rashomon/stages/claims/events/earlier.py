"""What had happened before the incident at hand: "since March, when ...", "in the week before the shooting"."""

from __future__ import annotations

import re

from rashomon.stages.claims.events.triggers import Trigger
from rashomon.stages.claims.view import SentenceView

_BEFORE = re.compile(r"\b(day|week|month|year)s? (before|earlier|previously|prior|leading up)\b", re.IGNORECASE)


def is_recalled(trigger: Trigger) -> bool:
    """ "Ten people had been killed in the week before the shooting", "a month before, the group had killed 59"."""
    sentence, at = trigger.sentence, trigger.at
    if is_since_then(sentence, at):
        return True
    if trigger.noun or not any(sentence.tokens[n].text.lower() == "had" for n in sentence.kids(at, "aux")):
        return False
    below = sentence.subtree(at)
    start, end = sentence.tokens[below[0]].start, sentence.tokens[below[-1]].end
    return bool(_BEFORE.search(sentence.text, start, end))


def is_since_then(sentence: SentenceView, at: int) -> bool:
    """ "the deadliest attack since March, when a raid on a bakery killed 52": what it is measured against."""
    if any(_when_since(sentence, n) for n in sentence.kids(at, "advmod", "mark")):
        return True
    if _is_known(sentence, at) and not _is_measured(sentence):
        return False
    below = at
    for above in sentence.up(at):
        if sentence.tokens[above].text.lower() == "since" and sentence.tokens[above].dep == "prep":
            return True
        marks = {sentence.tokens[n].text.lower() for n in sentence.kids(below, "mark", "advmod")}
        if "since" in marks and sentence.tokens[below].dep == "advcl":
            return True
        below = above
    return False


def _when_since(sentence: SentenceView, at: int) -> bool:
    """ "since July 2005, when ...", wherever the parser hung the clause."""
    if sentence.tokens[at].text.lower() not in ("when", "where") or at < 2:
        return False
    return any(t.text.lower() == "since" for t in sentence.tokens[max(0, at - 6) : at])


def _is_known(sentence: SentenceView, at: int) -> bool:
    """ "since the raid", "since that attack"."""
    return sentence.tokens[at].pos == "NOUN" and any(
        sentence.tokens[n].text.lower() in ("the", "that", "this", "those", "these") for n in sentence.kids(at, "det")
    )


def _is_measured(sentence: SentenceView) -> bool:
    """ "the deadliest since", "the first attack since": a since that compares one incident with an older one."""
    return any(
        t.tag in ("JJS", "RBS") or t.lemma.lower() in ("first", "second", "third", "bad") for t in sentence.tokens
    )
