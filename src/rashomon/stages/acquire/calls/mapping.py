"""`FILE.columns.toml`: what a person says of a file's columns, where they cannot be found; and the text of one to edit."""

from __future__ import annotations

import json
import re
import tomllib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any, get_args

from rashomon.errors import SetAside
from rashomon.model.calls import Column, Holds, Layout
from rashomon.text.telephone import plain

HOLDS: tuple[Holds, ...] = get_args(Holds)
_KEYS = ("sheet", "first_row", "day_first", "zone", "minutes", "region", "number", "columns")
_PLACE = re.compile(r"column (\d{1,3})")


@dataclass(frozen=True, slots=True)
class Mapping:
    """What a person says: what each column holds, by its heading or its place ("column 3"), and how the file is written."""

    holds: tuple[tuple[str, Holds], ...]
    sheet: str | None = None
    first: int | None = None
    day_first: bool | None = None
    zone: str | None = None
    minutes: bool | None = None
    region: str | None = None
    number: str | None = None
    _named: frozenset[str] = field(default=frozenset())

    def is_head(self, row: Sequence[str]) -> bool:
        """Whether a row holds all the headings that are named."""
        return bool(self._named) and self._named <= {" ".join(cell.split()) for cell in row}

    def columns(self, headings: Sequence[str], width: int) -> Iterator[Column]:
        """The columns that are named. Raises SetAside for one that the table does not have."""
        places = {" ".join(heading.split()): at for at, heading in reversed(list(enumerate(headings)))}
        for name, holds in self.holds:
            found = _PLACE.fullmatch(name)
            at = int(found[1]) - 1 if found and name not in places else places.get(name)
            if at is None or not 0 <= at < max(width, len(headings)):
                raise SetAside(f"its mapping names a column that it does not have: {name!r}")
            if holds != "skip":
                yield Column(at, headings[at] if at < len(headings) else "", holds, "mapping")


def read_mapping(text: str) -> Mapping:
    """A mapping from its TOML. Raises SetAside with what cannot be meant."""
    try:
        rows = tomllib.loads(text)
    except tomllib.TOMLDecodeError as fault:
        raise SetAside(f"its mapping is no TOML: {fault}") from fault
    for key in rows:
        if key not in _KEYS:
            raise SetAside(f"its mapping: {key} is not known; known are {', '.join(_KEYS)}")
    columns = rows.get("columns")
    if not isinstance(columns, dict) or not columns:
        why = (
            text.removeprefix("# ")
            if text.startswith("# ") and "\n" not in text
            else "its mapping has no table [columns]"
        )
        raise SetAside(why)
    holds = tuple((" ".join(name.split()), _holds(name, word)) for name, word in columns.items())
    named = frozenset(name for name, _ in holds if not _PLACE.fullmatch(name))
    return Mapping(
        holds, _text(rows, "sheet"), _whole(rows, "first_row"), _flag(rows, "day_first"), _text(rows, "zone"),
        _flag(rows, "minutes"), _region(rows), _text(rows, "number"), named,
    )  # fmt: skip


def _holds(name: str, word: object) -> Holds:
    if word not in HOLDS:
        raise SetAside(f"its mapping: {name!r} holds {word!r}; one of {', '.join(HOLDS)} is meant")
    return word


def _text(rows: dict[str, Any], key: str) -> str | None:
    value = rows.get(key)
    if value is not None and not isinstance(value, str):
        raise SetAside(f"its mapping: {key} is {value!r}; words in quotation marks are meant")
    return value or None


def _region(rows: dict[str, Any]) -> str | None:
    value = _text(rows, "region")
    if value and not re.fullmatch("[A-Za-z]{2}", value):
        raise SetAside(f'its mapping: region is {value!r}; two letters as in "TR" or "GB" are meant')
    return value.upper() if value else None


def _flag(rows: dict[str, Any], key: str) -> bool | None:
    value = rows.get(key)
    if value is not None and not isinstance(value, bool):
        raise SetAside(f"its mapping: {key} is {value!r}; true or false is meant")
    return value


def _whole(rows: dict[str, Any], key: str) -> int | None:
    value = rows.get(key)
    if value is not None and (not isinstance(value, int) or isinstance(value, bool) or value < 1):
        raise SetAside(f"its mapping: {key} is {value!r}; the number of a row, from 1, is meant")
    return value


def mapping_text(file: str, layout: Layout | None, headings: Sequence[str], sample: Sequence[Sequence[str]]) -> str:
    """The mapping of a file as it was read, to be edited: what each column holds, and beside it what stands in it."""
    found = {c.at: c.holds for c in layout.columns} if layout else {}
    lines = [
        f"# What the columns of {file} hold. Edit it, leave it beside the file, and build the case again.",
        f"# A column holds one of: {', '.join(HOLDS)}",
        "# caller and called say who rang whom; own is the number that the file is about, other the other side of it.",
        f"first_row = {layout.first + 1 if layout else 2}   # the first row of data, as a spreadsheet counts",
        *_settings(layout),
        "",
        "[columns]",
    ]  # fmt: skip
    width = max([len(headings), *(len(row) for row in sample)])
    names = [" ".join(h.split()) for h in headings]
    for at in range(width):
        name = names[at] if at < len(names) and names[at] and names.count(names[at]) == 1 else f"column {at + 1}"
        cells = [plain(row[at])[:40] for row in sample if at < len(row) and row[at].strip()][:3]
        told = ", ".join(" ".join(c.split()) for c in cells)
        lines.append(f'{json.dumps(name, ensure_ascii=False)} = "{found.get(at, "skip")}"   # {told}')
    return "\n".join(lines) + "\n"


def _settings(layout: Layout | None) -> Iterator[str]:
    order = layout.order if layout else None
    yield (
        f"day_first = {str(order == 'day').lower()}"
        if order in ("day", "month")
        else "# day_first = true   # 3/4/2021 is the third of April"
    )
    zone, region, own = (layout.zone, layout.region, layout.own) if layout else (None, None, None)
    yield f'zone = "{zone}"' if zone else '# zone = "UTC+3"   # the zone of its times, where it is known'
    yield f"minutes = {str(bool(layout and layout.minutes)).lower()}   # lengths are in minutes"
    yield f'region = "{region}"' if region else '# region = "TR"   # whose national numbers it writes'
    yield (
        f'number = "{own}"'
        if own
        else '# number = "+90..."   # the number that the file is about, where no column holds it'
    )
