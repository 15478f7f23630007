from __future__ import annotations

import difflib
import runpy
from pathlib import Path

import pytest

HERE = Path(__file__).resolve().parent
STAGES = ("1-acquire", "2-annotate", "3-claims", "4-link", "5-weigh")


@pytest.fixture(scope="module")
def found(example_case: Path) -> dict[str, list[str]]:
    lines: dict[str, list[str]] = runpy.run_path(str(HERE / "write.py"))["golden_lines"](example_case)
    return lines


@pytest.mark.parametrize("stage", STAGES)
def test_the_example_is_read_as_it_was(found: dict[str, list[str]], stage: str) -> None:
    name = f"{stage}.jsonl"
    wanted = (HERE / name).read_text(encoding="utf-8").splitlines()
    diff = list(difflib.unified_diff(wanted, found[name], "golden", "this run", lineterm="", n=0))
    assert not diff, "what the change did (`make golden` accepts it):\n" + "\n".join(diff[:60])


def test_the_readme_shows_what_the_example_gives(example_case: Path) -> None:
    module = runpy.run_path(str(HERE / "write.py"))
    readme = module["README"].read_text(encoding="utf-8")
    assert module["with_output"](readme, example_case) == readme, "`make golden` writes it anew"
