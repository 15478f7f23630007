"""FollowTheMoney statements: one value of one property a line, with the report it came from as its origin, as CSV."""

from __future__ import annotations

import csv
import io

from rashomon.present.exports.ftm import ftm_rows
from rashomon.present.resolve import Resolved

COLUMNS = (
    "canonical_id", "entity_id", "prop", "prop_type", "schema", "value", "dataset", "origin", "lang", "original_value",
    "external", "first_seen", "last_seen", "id",
)  # fmt: skip
DATASET = "rashomon"


def export_statements(case: Resolved) -> bytes:
    """The entities of the FtM export as statements, in the columns that `ftm` and nomenklatura read.

    `id` is empty: readers make it themselves. `prop_type` is empty too, since the schema says it.
    """
    text = io.StringIO(newline="")
    table = csv.DictWriter(text, COLUMNS, restval="", dialect=csv.unix_dialect)
    table.writeheader()
    for row in ftm_rows(case):
        origin = (row["properties"].get("proof") or row["properties"].get("document") or [""])[0]
        base = {"canonical_id": row["id"], "entity_id": row["id"], "schema": row["schema"], "dataset": DATASET}
        for name, values in row["properties"].items():
            for value in values:
                table.writerow({**base, "prop": name, "value": value, "origin": origin, "external": "f"})
    return text.getvalue().encode()
