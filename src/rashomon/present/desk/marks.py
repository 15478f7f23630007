"""How findings and accusations are told apart on a page: a sign, a word, a colour class; never colour alone."""

from __future__ import annotations

from dataclasses import dataclass

from rashomon.model.claim import Claim
from rashomon.model.finding import FindingKind


@dataclass(frozen=True, slots=True)
class Mark:
    """A finding's kind as drawn: a sign, the word for it, and what it means for one who does not know it."""

    sign: str
    word: str
    meaning: str


MARKS: dict[FindingKind, Mark] = {
    "conflict": Mark("≠", "conflict", "both can't be true"),
    "clash": Mark("✕", "clash", "one in two places, or two in one, at one time"),
    "inconsistency": Mark("!", "inconsistent", "a report contradicts itself or the calendar"),
    "drift": Mark("↝", "drift", "a speaker's own statements change"),
    "update": Mark("→", "update", "a later figure stands for an earlier one"),
    "scope": Mark("⊂", "scope", "they do not count the same"),
    "sum": Mark("Σ", "sum", "a total against its parts"),
    "gap": Mark("?", "gap", "something is not given"),
    "dependence": Mark("↩", "not independent", "one comes from the other, or both from one source"),
    "rounding": Mark("≈", "rounding", "one figure holds the other"),
    "agreement": Mark("=", "agree", "the same by named sources that differ"),
}
RANK = {kind: n for n, kind in enumerate(MARKS)}
"""What a reader should see first comes first."""

GRADES = {
    "responsibility": "Claimed responsibility",
    "perpetrator": "Named as having done it",
    "organizer": "Named as organiser",
    "conviction": "Convicted",
    "charge": "Charged",
    "suspect": "Named as suspect",
    "wanted": "Wanted",
    "blame": "Blamed",
}
"""What is said of somebody, gravest first; never one in place of another."""

GRADE_NOTES = {
    "perpetrator": "said to have done it; a statement, not a verdict",
    "organizer": "said to have planned, ordered or directed it",
    "conviction": "found guilty by a court, as reported",
    "charge": "indicted, charged or on trial; not convicted by that",
    "suspect": "suspected, listed or sought; not charged by that",
    "blame": "held politically or morally responsible; not accused of the deed by that",
    "responsibility": "said of themselves, as reported",
    "wanted": "a notice or reward, as reported",
}
BASIS = {
    "record": "from a record", "testimony": "testimony", "indictment": "indictment", "document": "from a document",
    "official": "official", "anonymous": "unnamed source", "second_hand": "second-hand", "own": "the report's own voice",
}  # fmt: skip
DOCUMENT_KIND = {
    "article": "article", "note": "note", "indictment": "indictment", "hearing": "court hearing",
    "transcript": "call transcript", "record": "phone record", "statement": "statement", "other": "other",
}  # fmt: skip
STANCE = {
    "asserted": "says so", "alleged": "alleged", "possible": "possible", "denied": "denied",
    "unconfirmed": "unconfirmed", "undetermined": "the program could not tell how surely",
}  # fmt: skip


def accusers(claim: Claim) -> bool:
    """True where the claim says of somebody what could be held against them."""
    return claim.property in GRADES
