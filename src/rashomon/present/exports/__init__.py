"""Exports that open in the tools people use: a table of formats, each a function from the case to bytes."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from rashomon.present.exports.annotations import export_annotations
from rashomon.present.exports.ftm import export_ftm
from rashomon.present.exports.geojson import export_geojson
from rashomon.present.exports.graphml import export_graphml
from rashomon.present.exports.json_format import export_json
from rashomon.present.exports.prov import export_prov
from rashomon.present.exports.statements import export_statements
from rashomon.present.exports.tables import export_csv, export_xlsx
from rashomon.present.resolve import Resolved


class Format(NamedTuple):
    """A format: its function, and whether its bytes may be printed to a terminal."""

    write: Callable[[Resolved], bytes]
    text: bool


FORMATS = {
    "json": Format(export_json, True),
    "ftm": Format(export_ftm, True),
    "statements": Format(export_statements, True),
    "csv": Format(export_csv, False),
    "xlsx": Format(export_xlsx, False),
    "graphml": Format(export_graphml, True),
    "geojson": Format(export_geojson, True),
    "prov": Format(export_prov, True),
    "annotations": Format(export_annotations, True),
}
