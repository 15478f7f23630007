"""Pairs of sentences, one negated, doubted, planned or taken back, its twin asserted: right only where both are."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import rashomon

Row = dict[str, Any]


def is_right(row: Row) -> bool:
    """True where the claim of a pair is asserted in its twin and nowhere in the negated line."""
    return asserts(row, row["asserted"]) and not asserts(row, row["negated"])


def asserts(row: Row, text: str) -> bool:
    """True where a text is read as asserting the claim of a pair, on whosever word; a suspicion is one where it is alleged."""
    read = rashomon.read(text, published="2021-03-11", publisher="Harbour Post")
    names = {e["id"]: e["name"] for e in read["entities"]}
    sure = row.get("stance", ["asserted"])
    return any(c["stance"] in sure and _is_of(row, c, names) for c in read["claims"])


def _is_of(row: Row, claim: Row, names: dict[str, str]) -> bool:
    """Whether a claim is of a pair's property and of its person, parties, number or day."""
    value = claim["value"]
    if claim["property"] not in row["property"]:
        return False
    if "number" in row:
        return bool(value.get("number") == row["number"])
    if "on" in row:
        return bool((value.get("earliest") or "")[:10] == row["on"])
    if "parties" in row:
        told = [*(names.get(p["entity"] or "", p["text"]) for p in value.get("parties", ()))]
        return all(any(party in t for t in told) for party in row["parties"])
    people = (value.get("entity"), claim["subject"].get("entity"))
    told = [value.get("text") or "", *(names.get(p or "", "") for p in people)]
    return any(row["who"].lower() in t.lower() for t in told)


def share(rows: Iterable[Row]) -> tuple[float, list[str]]:
    """The share of pairs that are right, and which are not."""
    held = list(rows)
    wrong = [row["id"] for row in held if not is_right(row)]
    return (1 - len(wrong) / len(held) if held else 1.0), wrong
