"""Build affairs with whatever version of the tool is imported, and keep what a comparison needs of their exports.

    PYTHON building.py LISTING OUT     LISTING: lines {id, folder}; OUT: gzipped lines {id, ...} or {id, broken}

Run by compare.py under each version, so it imports nothing but that version.
"""

from __future__ import annotations

import gzip
import json
import sys
import tempfile
from pathlib import Path
from typing import Any

import rashomon


def kept(export: dict[str, Any]) -> dict[str, Any]:
    """The claims, and of documents, entities and incidents what claims are compared by."""
    return {
        "documents": {d["id"]: {key: d[key] for key in ("sha256", "file", "text")} for d in export["documents"]},
        "entities": {e["id"]: names(e) for e in export["entities"]},
        "incidents": {i["id"]: i["title"] for i in export["incidents"]},
        "claims": export["claims"],
    }


def names(entity: dict[str, Any]) -> list[str]:
    """Every name of an entity, the one it is shown by first."""
    others = {a["name"] for a in entity["aliases"]} | {m["quote"] for m in entity["mentions"]}
    return [entity["name"], *sorted(others - {entity["name"]})]


def build(row: dict[str, str]) -> dict[str, Any]:
    """One affair as its version reads it, or why it could not."""
    with tempfile.TemporaryDirectory() as work:
        try:
            return {"id": row["id"], **kept(rashomon.build(Path(work, "case"), row["folder"]).export)}
        except Exception as fault:  # noqa: BLE001 - a version that breaks on a text is a difference to be told
            return {"id": row["id"], "broken": f"{type(fault).__name__}: {fault}"}


def main() -> None:
    """Build every affair of the listing."""
    listing, out = sys.argv[1:]
    with gzip.open(out, "wt", encoding="utf-8") as handle:
        handle.write(json.dumps({"package": str(rashomon.__file__)}) + "\n")
        for line in Path(listing).read_text(encoding="utf-8").splitlines():
            handle.write(json.dumps(build(json.loads(line))) + "\n")


if __name__ == "__main__":
    main()
