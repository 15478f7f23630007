"""What governs a word, from the inside out, and the stance that this leaves: read off, nothing is climbed for labels."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from rashomon.lexicon.operators import SPEECH, effect_of
from rashomon.model.claim import Stance
from rashomon.model.clause import Effect, Operator
from rashomon.model.tree import asked_once
from rashomon.stages.claims.view import SentenceView

RANK: dict[Effect, int] = {
    "pass": 0, "alleged": 1, "undetermined": 2, "unconfirmed": 3, "possible": 4, "denied": 5, "none": 6,
}  # fmt: skip
_NEGATING = frozenset({"negate", "relative", "prevent", "cleft"})
_CONTENT = SPEECH | {"exclude", "evidence", "know", "notion", "certain", "possible", "perceive"}
_BEYOND_SPEECH = frozenset(
    {
        "negate",
        "prevent",
        "false",
        "wrongly",
        "condition",
        "question",
        "fiction",
        "cleft",
        "relative",
        "unproven",
        "reject",
        "true",
    }
)
"""What stands above somebody's word takes the saying back, or asks for it; a plan or a purpose to speak does not."""


@asked_once
def under(sentence: SentenceView, at: int) -> tuple[Operator, ...]:
    """Every word that governs a token, the nearest first; what lies beyond a word of saying only where it undoes that."""
    return tuple(_climb(sentence, at))


def _climb(sentence: SentenceView, at: int) -> Iterator[Operator]:
    held = sentence.sentence.governance
    if at >= len(held):
        return
    yield from held[at].own
    n, spoken, seen = at, False, set(held[at].own)
    while True:
        here = held[n]
        if here.over is not None and (not spoken or here.over.cls in _BEYOND_SPEECH):
            yield here.over
        if here.over is not None and here.over.cls == "know":
            return  # what is known, hidden or regretted is so, whoever is asked, denies or would do that
        if not here.climbs or sentence.tokens[n].head == n:
            return
        spoken = spoken or (here.over is not None and here.over.cls in SPEECH)
        n = sentence.tokens[n].head
        for one in held[n].own if here.keeps != "none" else ():
            if (
                one not in seen
                and one.cls != "no-object"
                and (here.keeps == "all" or one.cls != "negate")
                and (not spoken or one.cls in _BEYOND_SPEECH)
            ):
                seen.add(one)
                yield one


def _undoes(one: Operator, last: Operator) -> bool:
    """Whether a negation is that of the word of saying below it: "not possibly", "nobody showed", not "probably not"."""
    beside = last.cls == "possible" and one.cls == "negate" and one.token > last.token
    return one.effect == "denied" and one.cls in _NEGATING and last.cls in _CONTENT and not beside


def stance_of(operators: Iterable[Operator]) -> Stance | None:
    """What operators leave of an assertion, the nearest given first: the weakest; None where no event is told of.

    What negates a word of saying or showing does not deny what it says: "nothing shows that", "failed to deny that".
    """
    effects: list[tuple[str, Effect]] = []
    last: Operator | None = None
    for one in operators:
        if last is not None and _undoes(one, last):
            effects[-1] = ("", effect_of(last.cls, negated=True))
        elif last is not None and one.cls == "true" and one.effect == "pass" and last.cls in _CONTENT:
            effects[-1] = ("", "pass")  # "confirmed reports that", "the claim is true"
        else:
            effects.append((one.cls, one.effect))
        last = one if effects[-1][0] else None
    worst: Effect = max((effect for _, effect in effects), key=lambda e: RANK[e], default="pass")
    if worst == "none":
        return None
    return "asserted" if worst == "pass" else worst
