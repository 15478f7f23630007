"""Rashomon reads every report of one affair side by side.

    import rashomon

    case = rashomon.build("affair", "reports/")      # or rashomon.open_case("affair")
    for claim in case.claims():
        print(claim["property"], claim["value"], claim["quote"])

Rows are plain dicts in the shape of the JSON export (docs/reference/format.md).
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from rashomon._version import __version__
from rashomon.errors import RashomonError

if TYPE_CHECKING:
    from rashomon.case import Case, build, open_case

__all__ = ["Case", "RashomonError", "__version__", "build", "open_case"]


def __getattr__(name: str) -> Any:
    """`Case`, `build` and `open_case`, loaded when first asked for: a part of the package loads without the whole."""
    if name in ("Case", "build", "open_case"):
        import rashomon.case

        return getattr(rashomon.case, name)
    raise AttributeError(f"module 'rashomon' has no attribute {name!r}")
