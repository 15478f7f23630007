"""Long lists, a sheet at a time."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar
from urllib.parse import urlencode

from starlette.requests import Request

Item = TypeVar("Item")
SIZE = 50


@dataclass(frozen=True, slots=True)
class Sheet(Generic[Item]):
    """One sheet of a list; `query` is the address's query without the page, ready to be added to."""

    items: Sequence[Item]
    number: int
    pages: int
    total: int
    first: int
    query: str


def turn(request: Request, items: Sequence[Item], *, size: int = SIZE) -> Sheet[Item]:
    """The sheet that the request's `page` names; one that is not there is the nearest."""
    pages = max(1, -(-len(items) // size))
    asked = request.query_params.get("page", "1")
    number = min(pages, max(1, int(asked) if asked.isascii() and asked.isdigit() and len(asked) < 9 else 1))
    others = urlencode([(k, v) for k, v in request.query_params.multi_items() if k != "page"])
    start = (number - 1) * size
    return Sheet(items[start : start + size], number, pages, len(items), start + 1, f"?{others}&" if others else "?")
