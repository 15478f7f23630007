"""Who is who over small invented affairs: one person under several names, two with nearly one, bodies and towns that are no persons.

A row of `who.jsonl` is one affair: `docs`, and what must hold of them. `same`: all are names of one entity. `others`: both are
found, of two entities. `asked`: a disputed match between the two. `persons`, `not_persons`: names that are, or are not, a person's.
`open` marks what is known to go wrong still.
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterator
from itertools import product
from pathlib import Path
from typing import Any

import pytest

from rashomon.case import build
from rashomon.text.fold import fold_words

ROWS = [json.loads(line) for line in Path(__file__).with_name("who.jsonl").read_text("utf-8").splitlines()]
HEAD = "file,title,publisher,author,published,url"


class Names:
    """Which entities of an export answer to a name."""

    def __init__(self, export: dict[str, Any]) -> None:
        self.types = {e["id"]: e["type"] for e in export["entities"]}
        self.bearers: dict[str, set[str]] = defaultdict(set)
        for e in export["entities"]:
            for name in (e["name"], *(a["name"] for a in e["aliases"]), *(m["quote"] for m in e["mentions"])):
                self.bearers[fold_words(name)].add(e["id"])
        self.asked = {frozenset((m["a"], m["b"])) for m in export["matches"] if m["verdict"] == "disputed"}

    def of(self, name: str) -> set[str]:
        return self.bearers[fold_words(name)]

    def types_of(self, name: str) -> set[str]:
        return {self.types[e] for e in self.of(name)}


def wrong(row: dict[str, Any], names: Names) -> Iterator[str]:
    """What does not hold, in words."""
    for one in row.get("same", ()):
        if not set.intersection(*map(names.of, one)):
            yield f"not one: {one}"
    for a, b in row.get("others", ()):
        if not (names.of(a) and names.of(b)) or names.of(a) & names.of(b):
            yield f"not two: {a}, {b}"
    for a, b in row.get("asked", ()):
        if not any(frozenset(pair) in names.asked for pair in product(names.of(a), names.of(b))):
            yield f"not asked: {a}, {b}"
    for name in row.get("persons", ()):
        if "person" not in names.types_of(name):
            yield f"no person: {name}"
    for name in row.get("not_persons", ()):
        if "person" in names.types_of(name):
            yield f"a person: {name}"


@pytest.mark.parametrize("row", [pytest.param(r, id=r["id"]) for r in ROWS])
def test_who_is_who(row: dict[str, Any], tmp_path: Path) -> None:
    folder = tmp_path / "in"
    folder.mkdir()
    lines = [HEAD]
    for doc in row["docs"]:
        (folder / doc["name"]).write_text(doc["text"] + "\n", encoding="utf-8")
        lines.append(f"{doc['name']},,{doc['publisher']},,{doc['published']},")
    (folder / "sources.csv").write_text("\n".join(lines) + "\n", encoding="utf-8")
    found = list(wrong(row, Names(build(tmp_path / "case", folder).export)))
    if row.get("open"):
        assert found, "holds now: take `open` away"
        pytest.xfail("; ".join(found))
    assert not found
