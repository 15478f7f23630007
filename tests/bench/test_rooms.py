"""The three ratios of speed come out of one run; what they are depends on the texts, so that here only their shape is held."""

from __future__ import annotations

import re
import sys
from pathlib import Path

import pytest

import rooms

TOLD = (
    "Two men were shot in Oskel on 3 May 2019, police said. Ardo Salvin was arrested on Monday. He denied it. "
    "A third man died of his wounds in hospital. The mayor spoke of a black day. Nobody else was hurt."
)


def test_three_ratios_come_out_of_one_run(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    for name, words in (("one", TOLD), ("two", TOLD.replace("Oskel", "Velm"))):
        (tmp_path / f"{name}.txt").write_text(words, encoding="utf-8")
    monkeypatch.setattr(sys, "argv", ["rooms.py", "--own", str(tmp_path), "--texts", "2", "--short", "4"])
    assert rooms.main() == 0
    shown = capsys.readouterr().out
    for name in ("rooms / bare pass", "short texts / bare pass", "second build / first"):
        found = re.search(rf"{name} (\d+\.\d+)", shown)
        assert found is not None
        assert float(found.group(1)) > 0


def test_short_texts_have_one_to_three_sentences() -> None:
    found = rooms.shortened([{"doc_id": "a", "title": "", "published": "", "text": TOLD}], 3)
    assert [len(re.findall(r"\.", row["text"])) for row in found] == [1, 2, 3]
