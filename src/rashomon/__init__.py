"""Rashomon reads every report of one affair side by side.

    import rashomon

    case = rashomon.build("affair", "reports/")      # or rashomon.open_case("affair")
    for claim in case.claims():
        print(claim["property"], claim["value"], claim["quote"])

    rows = rashomon.read("Two people were killed, police said.", published="2021-05-12")     # one text, no case

Rows are plain dicts in the shape of the JSON export (docs/reference/format.md).
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from rashomon._version import __version__
from rashomon.errors import RashomonError

if TYPE_CHECKING:
    from rashomon.case import Case, build, open_case, pipe, read

__all__ = ["Case", "RashomonError", "__version__", "build", "open_case", "pipe", "read"]


def __getattr__(name: str) -> Any:
    """`Case`, `build` and the others, loaded when first asked for: a part of the package loads without the whole."""
    if name in ("Case", "build", "open_case", "pipe", "read"):
        import rashomon.case

        return getattr(rashomon.case, name)
    raise AttributeError(f"module 'rashomon' has no attribute {name!r}")
