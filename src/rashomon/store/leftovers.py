"""Files and folders beside reports that are none: what editors, systems and browsers leave in a folder."""

from __future__ import annotations

import re
from collections.abc import Collection
from functools import cache
from importlib.resources import files


@cache
def _table() -> dict[str, list[tuple[str, str]]]:
    """By scope (file or folder): patterns or endings, each with what such a thing is."""
    found: dict[str, list[tuple[str, str]]] = {}
    text = files("rashomon").joinpath("data/store/leftovers.tsv").read_text(encoding="utf-8")
    for line in text.splitlines():
        if line and not line.startswith("#"):
            scope, pattern, what = line.split("\t")
            found.setdefault(scope, []).append((pattern, what))
    return found


def why_left(name: str) -> str | None:
    """Why a file of that name is no report of anybody: an editor's lock, a draft half written; None for any other."""
    for pattern, what in _table()["file"]:
        if re.fullmatch(pattern, name, re.IGNORECASE):
            return f"{what}, no report"
    return None


def page_of(folder: str, names: Collection[str]) -> str | None:
    """The page in the same place that a browser saved a folder with ("story_files" of "story.html"); None without one."""
    for ending, _ in _table()["folder"]:
        stem = folder.removesuffix(ending)
        if stem != folder:
            return next((name for name in (f"{stem}.html", f"{stem}.htm", f"{stem}.xhtml") if name in names), None)
    return None
