"""Bodies known by several names whose letters do not tell that they are one: "IS", "Daesh", "the Islamic State"."""

from __future__ import annotations

from functools import cache
from importlib.resources import files

from rashomon.text.fold import fold_words
from rashomon.text.names.scripts import script_of


@cache
def known_as(name: str) -> int | None:
    """Which body of the table a name is one of; None for bodies that it does not hold."""
    return _bodies().get(_key(name))


@cache
def _bodies() -> dict[str, int]:
    rows = read_lines("link", "bodies.tsv")
    return {_key(name): n for n, row in enumerate(rows) for name in row.split("\t")}


def _key(name: str) -> str:
    """A name folded, with its script: "ВОЗ" is not the paper "Voz"."""
    script = script_of(name)
    return fold_words(name).removeprefix("the ") + (f"@{script}" if script not in (None, "latin") else "")


def read_lines(room: str, name: str) -> list[str]:
    """The lines of a data file that are no comment."""
    text = (files("rashomon") / "data" / room / name).read_text(encoding="utf-8")
    return [line for line in text.splitlines() if line and not line.startswith("#")]
