"""Claims that a person read and the machine did not: words of a report, what they say, on whose reading."""

from __future__ import annotations

from dataclasses import dataclass

from rashomon.model.claim import Property, Stance
from rashomon.model.link import Selector, Signed


@dataclass(frozen=True, slots=True)
class Addition:
    """A claim added by a reader: its words, property, value as written, of whom or what, who says it, how surely.

    `about` is what the reader chose, in words, and `subject` where that stands in the report: the word an incident is
    told by, or somebody's name; None where it was left open. `corrects` is the claim id it was entered in place of, as
    the id then was, or None.
    """

    id: str
    words: Selector
    property: Property
    value: str
    about: str
    said_by: str
    stance: Stance
    signed: Signed
    corrects: str | None = None
    withdrawn: Signed | None = None
    subject: Selector | None = None
