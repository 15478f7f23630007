"""The Python API: build a case, open one, iterate its records. Made for notebooks."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cached_property
from importlib import import_module
from os import PathLike
from pathlib import Path
from typing import Any, Literal

from rashomon.errors import UsageFault
from rashomon.model.account import Account
from rashomon.model.document import Appearance, Rejected
from rashomon.present.exports.json_format import export_rows
from rashomon.present.resolve import Resolved
from rashomon.settings import Settings, read_settings
from rashomon.store.view import CaseView
from rashomon.text.published import parse_published

Row = dict[str, Any]


class Case:
    """A built case, read-only. Every record is a plain dict in the shape of the JSON export.

    It shows the build that stood when it was opened; open it again after the next one.
    """

    def __init__(self, path: str | PathLike[str]) -> None:
        """Open the case at a folder. Raises rashomon.errors.UsageFault when there is no built case there."""
        self.path = Path(path)
        view = CaseView(self.path)
        self._resolved = Resolved.of(view)
        view.close()

    @cached_property
    def export(self) -> Row:
        """The whole case as one dict, as `rashomon export --format json` writes it."""
        return export_rows(self._resolved)

    def documents(self) -> Iterator[Row]:
        """Every report, with its text and metadata."""
        yield from self.export["documents"]

    def entities(self, type: str | None = None) -> Iterator[Row]:  # noqa: A002 - the export's word
        """Every person, body, place ...; or those of one type."""
        yield from (e for e in self.export["entities"] if type in (None, e["type"]))

    def incidents(self) -> Iterator[Row]:
        """Every incident with its date, places and claim ids."""
        yield from self.export["incidents"]

    def claims(
        self,
        *,
        incident: str | None = None,
        entity: str | None = None,
        property: str | None = None,  # noqa: A002
        reader: str | None = None,
    ) -> Iterator[Row]:
        """Every claim; or those of an incident, of an entity (as subject, value or party), of a property, that a reader gave."""
        for claim in self.export["claims"]:
            parties = [p["entity"] for p in claim["value"].get("parties", ())]
            ids = (claim["subject"]["entity"], claim["value"].get("entity"), *parties)
            if incident not in (None, claim["subject"]["incident"]) or (entity is not None and entity not in ids):
                continue
            if property in (None, claim["property"]) and reader in (None, *(r["name"] for r in claim["readers"])):
                yield claim

    def findings(self, kind: str | None = None) -> Iterator[Row]:
        """Every finding; or those of one kind."""
        yield from (f for f in self.export["findings"] if kind in (None, f["kind"]))

    def frame(self, name: str, library: Literal["pandas", "polars"] = "pandas") -> Any:
        """One flat table of the case as a pandas or polars DataFrame: "timeline", "claims", "findings" ...

        The tables are those of the CSV and XLSX exports, unmasked. Raises rashomon.errors.UsageFault for a table that
        is none of them, and when the library is not installed (`pip install rashomon[frames]`).
        """
        from rashomon.present.exports.tables import make_sheets

        sheets = {sheet.name: sheet for sheet in make_sheets(self._resolved)}
        if name not in sheets:
            raise UsageFault(f"no table {name!r}; there are {', '.join(sheets)}")
        columns = sheets[name].heads
        rows = [dict(zip(columns, row, strict=True)) for row in sheets[name].rows]
        if library == "polars":
            return _library("polars").DataFrame(rows, schema=list(columns), infer_schema_length=None)
        return _library("pandas").DataFrame(rows, columns=list(columns))


def _library(name: str) -> Any:
    try:
        return import_module(name)
    except ModuleNotFoundError as fault:
        raise UsageFault(f"{name} is not installed: pip install {name}, or pip install rashomon[frames]") from fault


def build(case: str | PathLike[str], *sources: str | PathLike[str], settings: Settings | None = None) -> Case:
    """Add files and folders to a case, build it, and open it. Raises what `rashomon.pipeline.build` raises."""
    from rashomon.pipeline import build as run_build

    run_build(Path(case), [Path(s) for s in sources], settings or read_settings())
    return Case(case)


def open_case(case: str | PathLike[str]) -> Case:
    """Open a built case. Raises rashomon.errors.UsageFault when there is none."""
    return Case(case)


def read(
    text: str,
    *,
    published: str | None = None,
    publisher: str | None = None,
    title: str | None = None,
    settings: Settings | None = None,
) -> Row:
    """Read one report from a string, without a case: one dict, as `rashomon export --format json` writes it.

    `published` is YYYY-MM-DD, or YYYY-MM or YYYY where no more is known. Nothing is written to disk. A text that cannot be read stands under "rejected", with the
    reason. Raises rashomon.errors.UsageFault for a day that is none.
    """
    from rashomon.pipeline import read_alone

    day = parse_published(published) if published else None
    if published and day is None:
        raise UsageFault(f"published is {published!r}; YYYY-MM-DD, YYYY-MM or YYYY is meant")
    came = Appearance("text", title=title, publisher=publisher, published=day)
    found, linked, weighed = read_alone(text.encode(errors="replace"), came, settings or read_settings())
    accounts = [found] if isinstance(found, Account) else []
    rejected = (found,) if isinstance(found, Rejected) else ()
    return export_rows(Resolved(accounts, linked, weighed, (), rejected))


def pipe(
    texts: Iterable[str],
    *,
    published: str | None = None,
    publisher: str | None = None,
    settings: Settings | None = None,
) -> Iterator[Row]:
    """`read` of each text, one after the other; the parser is loaded once. Each is read for itself, none compared."""
    asked = settings or read_settings()
    for text in texts:
        yield read(text, published=published, publisher=publisher, settings=asked)
