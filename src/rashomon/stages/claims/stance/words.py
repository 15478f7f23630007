"""Words that change what a clause claims: classes and effects, read once from `data/claims/stance.tsv`.

The classes follow Karttunen's implicative verbs and FactBank (Saurí & Pustejovsky 2009).
"""

from __future__ import annotations

from functools import cache
from importlib.resources import files
from typing import Literal

from rashomon.model.annotation import Token

Effect = Literal["asserted", "alleged", "possible", "denied", "unconfirmed", "undetermined", "none"]

RANK: dict[Effect, int] = {
    "asserted": 0, "alleged": 1, "undetermined": 2, "unconfirmed": 3, "possible": 4, "denied": 5, "none": 6,
}  # fmt: skip


@cache
def word_classes() -> dict[str, dict[str, Effect]]:
    """Class -> word -> what it does to the event below it."""
    found: dict[str, dict[str, Effect]] = {}
    table = files("rashomon.data").joinpath("claims/stance.tsv").read_text(encoding="utf-8")
    for line in table.splitlines():
        if line and not line.startswith("#"):
            name, effect, word = line.split("\t")
            found.setdefault(name, {})[word] = effect  # type: ignore[assignment]
    return found


def effect_of(name: str, word: str) -> Effect:
    """What a word of a class does to the event below it; "asserted" where it is not of that class."""
    return word_classes()[name].get(word, "asserted")


def lemma_of(token: Token) -> str:
    """The lemma in lower case."""
    return token.lemma.lower()


def noun_effect(over: Token) -> Effect:
    """What a noun does to the event that it governs: "fear of an attack", "the claim that ..."."""
    return effect_of("noun", lemma_of(over))
