"""One figure over two kinds of harm: "41 dead or wounded" is 41 of neither."""

from __future__ import annotations

from rashomon.stages.claims.events.lexicon import entries
from rashomon.stages.claims.events.persons import quantity_of
from rashomon.stages.claims.events.triggers import Trigger

_KINDS = {"killed": "dead", "injured": "hurt", "hospital": "hurt", "missing": "lost"}
_JOINTS = frozenset({"or", "and", "/", "&"})
_BETWEEN = 3


def is_of_either(trigger: Trigger) -> bool:
    """Whether another word of harm of another kind shares the figures of this one.

    Two such words joined by "and" or "or" with no figure and nobody else between them; behind verbs that have an object
    of their own each ("killed four and wounded two") there is a figure between.
    """
    kind = _KINDS.get(trigger.harm)
    if _has_own_object(trigger):
        return False
    return kind is not None and any(other not in (None, kind) for step in (1, -1) for other in [_joined(trigger, step)])


def _has_own_object(trigger: Trigger) -> bool:
    """ "Shot eleven dead and wounded 30": the second verb has its own count behind it, "dead" is what the first did."""
    sentence, frame = trigger.sentence, trigger.sentence.frame(trigger.at)
    behind_dead = trigger.at > 1 and sentence.tokens[trigger.at - 2].text.lower() == "dead"
    if frame is None or frame.passive or not behind_dead:
        return False
    return any(n > trigger.at and quantity_of(sentence, n) is not None for n in frame.undergoers.fillers)


def _joined(trigger: Trigger, step: int) -> str | None:
    """The kind of harm of the word that a joint ties to this one, before or behind it."""
    tokens, at, seen = trigger.sentence.tokens, trigger.at + step, False
    while 0 <= at < len(tokens) and abs(at - trigger.at) <= _BETWEEN:
        word = tokens[at].text.lower()
        if word in _JOINTS:
            seen = True
        elif _harm(word) is not None:
            return _KINDS.get(_harm(word) or "") if seen else None
        elif tokens[at].pos != "ADV" and word not in ("either", "else"):
            return None
        at += step
    return None


def _harm(word: str) -> str | None:
    table = entries()
    found = (
        table.get((word, "A")) or table.get((word.removesuffix("ed"), "V")) or table.get((word.removesuffix("d"), "V"))
    )
    return found.harm if found is not None else None
