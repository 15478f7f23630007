"""Whom to show: for each person that was asked about, whether the name stays in what is shared, and who said so."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path

from rashomon.model.identity import make_id
from rashomon.model.link import Selector, Signed
from rashomon.store.lines import Lines

FILE = "showings.jsonl"


@dataclass(frozen=True, slots=True)
class Showing:
    """One answer. `who` is a mention of the person, `name` what the case calls them; the last answer stands."""

    id: str
    who: Selector
    name: str
    shown: bool
    signed: Signed
    withdrawn: Signed | None = None


def make_showing(who: Selector, name: str, shown: bool, signed: Signed) -> Showing:
    """An answer with its id: a hash over the original's and what was said, by whom and when."""
    return Showing(make_id("w", who.sha256, who.start, who.end, shown, signed), who, name, shown, signed)


def open_showings(case: Path) -> Lines[Showing]:
    """The log of answers of one case."""
    return Lines(case, FILE, Showing, lambda showing, signed: replace(showing, withdrawn=signed))
