"""What a case leaves outside its own folder: nothing."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from rashomon.present.exports import FORMATS

WATCHED = """
import os, sys, tempfile
folder = os.environ["TMPDIR"]
opened = []
def watch(event, said):
    if event in ("open", "os.mkdir") and isinstance(said[0], (str, bytes)) and os.fsdecode(said[0]).startswith(folder):
        opened.append(os.fsdecode(said[0]))
sys.addaudithook(watch)
from rashomon import cli
for words in sys.argv[1:]:
    cli.cli(words.split("|"), standalone_mode=False)
print("OPENED", *opened, *os.listdir(folder), file=sys.stderr)
"""


@pytest.mark.parametrize("commands", ["build", "share"])
def test_nothing_of_a_case_stands_in_a_temporary_folder(example_case: Path, tmp_path: Path, commands: str) -> None:
    (tmp_path / "tmp").mkdir()
    (tmp_path / "a.txt").write_text("Two men were killed in a fire at Karsova mill on 3 May 2019, police said.\n")
    case, out = tmp_path / "case", tmp_path / "out"
    words = {
        "build": (f"build|{case}|{tmp_path / 'a.txt'}", f"search|{case}|fire", f"verify|{case}",
                  f"purge|{case}|a.txt|--yes|--by|A. Reader"),
        "share": (*(f"export|{example_case}|--format|{kind}|-o|{out}-{kind}" for kind in FORMATS),
                  *(f"report|{example_case}|-o|{out}.{kind}" for kind in ("html", "md", "pdf"))),
    }[commands]  # fmt: skip
    env = {**os.environ, "TMPDIR": str(tmp_path / "tmp"), "SQLITE_TMPDIR": str(tmp_path / "tmp")}
    ran = subprocess.run([sys.executable, "-c", WATCHED, *words], env=env, capture_output=True, text=True, check=False)
    assert "OPENED" in ran.stderr, ran.stderr
    names = [Path(name).name for name in ran.stderr.rpartition("OPENED")[2].split()]
    # The standard library tries with a file of eight letters whether the folder can be written to.
    assert [name for name in names if not re.fullmatch(r"[a-z0-9_]{8}", name) and name != "tmp"] == []
