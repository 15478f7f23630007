"""A statement that somebody had no hand in a deed against one that he had, or against an accusation."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Sequence
from functools import cache
from importlib.resources import files

from rashomon.model.claim import ACCUSATIONS
from rashomon.stages.weigh.answers import answers_nobody
from rashomon.stages.weigh.contradictions import says_no
from rashomon.stages.weigh.contrast import Contrast
from rashomon.stages.weigh.layout import Laid, Layout
from rashomon.stages.weigh.reasons import say_tellers
from rashomon.stages.weigh.topics import people_of

_SAID = ("asserted", "alleged", "undetermined")
_MAYBE = re.compile(r"\b(?:may|might|could)(?: not)?\b|\b(?:whom?|whether)\b")
_OWN_WORDS = re.compile(r"\W*(?:that )?(?:we|i|(?:none|neither) of us|(?:my|our) \w+)\b", re.I)
_SPEAKER_FIRST = re.compile(r"\W*(?:that )?(?:it|they|we|he|she|i|(?:none|neither) of (?:us|them))\b", re.I)
_NO_LONGER = re.compile(r"\b(?:no longer|not any ?more|any longer|cleared|dropped)\b", re.I)
_GUILT = frozenset({"innocent", "innocence"})
"""Words that clear where others accuse: "he is innocent" denies, "he is not innocent" accuses."""


def find_involvement(layout: Layout) -> list[Contrast]:
    """A conflict for each named person or body of whom one says that they had a hand in it, and another that they had not."""
    sides: dict[str, tuple[list[Laid], list[Laid]]] = defaultdict(lambda: ([], []))
    people = people_of(layout)
    for laid in layout.claims:
        if (side := _side(laid)) is None:
            continue
        for whom in {laid.about} if laid.claim.property in ACCUSATIONS else _spoken_of(laid, people):
            if whom and whom in layout.named:
                sides[whom][side].append(laid)
    found = (_conflict(layout, whom, *both) for whom, both in sides.items())
    return [contrast for contrast in found if contrast]


def _spoken_of(laid: Laid, people: Callable[[Laid], frozenset[str]]) -> frozenset[str]:
    """Who is said to have had no hand in it: the subject of the statement, else all whom it names."""
    if laid.entity:
        return frozenset({laid.entity})
    speakers = frozenset(key.removeprefix("entity ") for key in laid.voice[1:])
    quoted = laid.document.text[max(0, laid.claim.start - 1) : laid.claim.start] in ("“", '"', "‘", "«")
    of_speaker = (_OWN_WORDS if quoted else _SPEAKER_FIRST).match(laid.claim.value.text or laid.claim.quote)
    return people(laid) if of_speaker else people(laid) - speakers


def _side(laid: Laid) -> int | None:
    """0 where a claim says that somebody had a hand in it, 1 where a statement says not; None for other claims."""
    if laid.claim.property in ACCUSATIONS:
        return 0 if laid.claim.stance in _SAID else None
    if laid.claim.property != "statement" or len(laid.voice) < 2 or laid.claim.stance not in (*_SAID, "denied"):
        return None
    text = (laid.claim.value.text or laid.claim.quote).casefold()
    found = None if _MAYBE.search(text) or answers_nobody(text) else _words().search(text)
    return None if found is None else int(says_no(laid) != (found[0] in _GUILT))


def _conflict(layout: Layout, whom: str, said: Sequence[Laid], denied: Sequence[Laid]) -> Contrast | None:
    """The conflict between voices of one deed, where no statement stands without its opposite."""
    speakers = {c.voice[-1] for c in denied}
    ones = tuple(c for c in said if _is_answered(c, speakers) and any(_of_one_deed(c, no) for no in denied))
    others = tuple(no for no in denied if any(_of_one_deed(c, no) for c in ones))
    if not ones or not others:
        return None
    told, answer = f"“{ones[0].claim.quote}”", f"“{others[0].claim.quote}”"
    reason = f"whether {layout.entities[whom].name} had a hand in it: {told}, says {say_tellers(ones)}"
    verb = "denied by" if others[0].claim.stance == "denied" else "says"
    if all(_NO_LONGER.search(c.claim.value.text or c.claim.quote) for c in others):
        return Contrast("update", ones, others, says=f"{reason}, and then {answer}, {verb} {say_tellers(others)}")
    return Contrast("conflict", ones, others, says=f"{reason}, but {answer}, {verb} {say_tellers(others)}")


def _is_answered(laid: Laid, speakers: set[str]) -> bool:
    """Whether it is another's word, or what was once claimed in the speaker's name."""
    return laid.voice[-1] not in speakers or laid.claim.property == "responsibility"


def _of_one_deed(a: Laid, b: Laid) -> bool:
    return a.incident is None or b.incident is None or a.incident == b.incident


@cache
def _words() -> re.Pattern[str]:
    text = (files("rashomon.data") / "weigh" / "involvement.txt").read_text(encoding="utf-8")
    words = (re.escape(line) for line in text.splitlines() if line and not line.startswith("#"))
    return re.compile(rf"\b(?:{'|'.join(words)})\b")
