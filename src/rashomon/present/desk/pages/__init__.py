"""The table of pages: method, path, function. One file a page."""

from __future__ import annotations

from rashomon.present.desk.pages.overview import overview

ROUTES = (("GET", "/", overview),)
