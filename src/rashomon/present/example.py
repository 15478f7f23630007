"""The example affair that comes with the program: reports by outlets that do not exist about people who do not."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from importlib.resources import as_file, files
from pathlib import Path


@contextmanager
def example_folder() -> Iterator[Path]:
    """A folder with the example's reports and its sources.csv."""
    with as_file(files("rashomon") / "data" / "example") as folder:
        yield folder
