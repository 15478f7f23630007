"""Long work in the terminal: a bar on the error stream."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager

from rich.console import Console
from rich.progress import (
    BarColumn,
    MofNCompleteColumn,
    Progress,
    TaskID,
    TextColumn,
    TimeElapsedColumn,
    TimeRemainingColumn,
)


@contextmanager
def show_progress(words: Mapping[str, str]) -> Iterator[Callable[[str, int, int], None]]:
    """A bar for each stage, by its word, while the work goes on; nothing where the stream is no terminal."""
    err = Console(stderr=True)
    left = TimeRemainingColumn(compact=True)
    columns = (TextColumn("{task.description:10}"), BarColumn(), MofNCompleteColumn(), TimeElapsedColumn(), left)
    with Progress(*columns, console=err, transient=True, disable=not err.is_terminal) as bar:
        tasks: dict[str, TaskID] = {}

        def tell(stage: str, done: int, total: int) -> None:
            if stage not in tasks:
                tasks[stage] = bar.add_task(words[stage], total=total)
            bar.update(tasks[stage], completed=done, total=total)

        yield tell
