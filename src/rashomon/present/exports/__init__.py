"""Exports that open in the tools people use: a table of formats, each loaded when it is written."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from rashomon.present.resolve import Resolved


class Format(NamedTuple):
    """A format: its file here, the function in it, and whether its bytes may be printed to a terminal."""

    module: str
    function: str
    text: bool

    def write(self, case: Resolved) -> bytes:
        """The whole case in this format."""
        # Looked up by name: a list of formats should not cost the loading of what makes spreadsheets.
        body: bytes = getattr(import_module(f"{__name__}.{self.module}"), self.function)(case)
        return body


FORMATS = {
    "json": Format("json_format", "export_json", True),
    "ftm": Format("ftm", "export_ftm", True),
    "statements": Format("statements", "export_statements", True),
    "csv": Format("tables", "export_csv", False),
    "xlsx": Format("tables", "export_xlsx", False),
    "graphml": Format("graphml", "export_graphml", True),
    "geojson": Format("geojson", "export_geojson", True),
    "prov": Format("prov", "export_prov", True),
    "annotations": Format("annotations", "export_annotations", True),
}
