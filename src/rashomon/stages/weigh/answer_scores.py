"""How much a denial shares with what it may answer, and whether that is enough to be of one thing."""

from __future__ import annotations

import re
from dataclasses import dataclass

from rashomon.model.claim import ACCUSATIONS
from rashomon.stages.weigh.contradictions import is_wished
from rashomon.stages.weigh.layout import Laid
from rashomon.stages.weigh.topics import read_topics, words_of

NEAR = 3
"""Sentences before or after which an answer stands to what it answers."""
_LEAST_SHARED = 3
_ACTS = frozenset({"contact", "money", "order", "warning"})
_VIOLENT = frozenset({"violence", "killing", "bombing", "burning"})
_GRAVE = _VIOLENT | {"order", "hand", "weapon"}
_PAID = frozenset({"money"})
_PART = frozenset({"hand", "order", "presence", "weapon", "money", "contact"})
_OF_SOMEBODY = re.compile(r"\W*(?:I|we|you|he|she|it|they|this|that|nobody|no one|never|not once|at no time)\b", re.I)
"""How a flat denial begins: "he never had it", but not "a couple of hours never came"."""
WORDS = '"'
"""What a denial points at that is of words somebody is said to have spoken."""


@dataclass(frozen=True, slots=True)
class Said:
    """A claim with what tells of what it is: its people and bodies, its topics, its content words by stem."""

    laid: Laid
    people: frozenset[str]
    topics: frozenset[str]
    stems: frozenset[str]
    deed: str | None
    told: set[str]
    points: str | None = None
    of_event: bool = False
    ever: bool = False


def score(no: Said, yes: Said) -> int:
    """How much a denial shares with a claim; 0 where that is too little to be of one thing."""
    near = nearness(yes.laid, no.laid)
    people, topics, stems = (
        len(a & b) for a, b in ((no.people, yes.people), (no.topics, yes.topics), (no.stems, yes.stems))
    )
    replies = _replies(no, yes, near, people) or _is_alibi(no, yes)
    if no.topics and not topics and not replies and not (no.of_event and _of_violence(no, yes)):
        return 0
    if "hand" in no.topics and not yes.topics & _PART and not replies:
        return (
            0  # "X was not involved" answers who says that X had a hand in it, not what else is told of X and the deed
        )
    apart = yes.deed and no.deed and yes.deed != no.deed
    fits = bool(
        replies
        or (near and _points_at(no, yes, topics))
        or (near and topics and (people or stems))
        or (near and people and stems > 1)
        or (near == NEAR and no.laid.claim.stance == "denied" and stems and not no.topics)
        or (not apart and people > 1 and topics)
        or (not apart and people and topics and (stems or no.points))
        or (not apart and people and stems >= _LEAST_SHARED)
        or (no.of_event and not apart and topics and stems > 1)
        or (no.of_event and no.deed and no.deed == yes.deed and _of_violence(no, yes))
        or (no.of_event and no.topics & yes.topics & _PAID and no.told & yes.told)
        or (no.ever and not apart and no.topics & yes.topics & _ACTS and (near >= NEAR or _of_speaker(no, yes)))
        or _is_flat(no, yes, near)
    )
    grave = 2 * (no.points == "" and yes.laid.claim.property in ACCUSATIONS)
    return 2 * people + 2 * topics + stems + near + grave if fits else 0


def _replies(no: Said, yes: Said, near: int, people: int) -> bool:
    """Whether somebody's denial of a grave deed stands in the sentence behind one that ties him to such a deed."""
    grave = no.topics & _GRAVE and read_topics(yes.laid.words) & _GRAVE
    return bool(near == NEAR and people and grave and yes.laid.claim.property == "statement")


def _is_alibi(no: Said, yes: Said) -> bool:
    """Whether somebody says that he was not there, of whom others say in the same report that he or his were among the violent."""
    told = yes.laid.document.id == no.laid.document.id and yes.laid.claim.property == "statement"
    violent = read_topics(yes.laid.words) & _VIOLENT
    return bool(told and "presence" in no.topics and not no.of_event and violent and _of_speaker(no, yes))


def _is_flat(no: Said, yes: Said, near: int) -> bool:
    """Whether somebody says "never" right behind what another says of him, and of nothing that tells a topic: "he never had it"."""
    told = yes.laid.claim.property == "statement" and len(yes.laid.voice) > 1
    behind = near == NEAR and yes.laid.claim.end <= no.laid.claim.start
    flat = no.ever and not no.topics and len(no.stems) <= 1 and _OF_SOMEBODY.match(words_of(no.laid))
    return bool(told and behind and flat and _of_speaker(no, yes))


def _of_violence(no: Said, yes: Said) -> bool:
    """Whether both speak of a deed of violence, be it by other words: "no air raid", "twelve were killed"."""
    return bool(no.topics & _VIOLENT and yes.topics & _VIOLENT)


def _of_speaker(no: Said, yes: Said) -> bool:
    """Whether who says no is one of those of whom the other speaks."""
    return any(key.removeprefix("entity ") in yes.people for key in no.laid.voice[1:])


def _points_at(no: Said, yes: Said, topics: int) -> bool:
    """Whether a denial that points at "such a call", or at all that was said, points at this."""
    if no.points == WORDS:
        return yes.laid.claim.property == "statement" and _of_speaker(no, yes)
    if no.points is None or (yes.laid.claim.property == "statement" and is_wished(words_of(yes.laid))):
        return False
    return bool(topics) or no.points == "" or no.points in yes.stems


def score_own(no: Said, yes: Said) -> int:
    """The same for two statements of one speaker, who is of both: another must be of both as well."""
    others = (no.people & yes.people) - {key.removeprefix("entity ") for key in no.laid.voice}
    topics, stems = no.topics & yes.topics, no.stems & yes.stems
    one_deed = no.laid.incident is not None and no.laid.incident == yes.laid.incident and len(stems) > 1
    fits = one_deed if "hand" in no.topics else (others or one_deed) and topics
    return 1 + 2 * len(others) + len(topics) + len(stems) if fits else 0


def nearness(yes: Laid, no: Laid) -> int:
    """How near to a claim its answer stands, 0 for too far: in the next sentences, or in the one before."""
    if yes.document.id != no.document.id or yes.sentence is None or no.sentence is None:
        return 0
    after = no.sentence.index - yes.sentence.index
    return NEAR + 1 - abs(after) if -1 <= after <= NEAR else 0
