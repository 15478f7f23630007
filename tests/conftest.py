"""What tests share: the example case, built once; where the gold sets lie."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from rashomon.pipeline import build
from rashomon.present.example import example_folder
from rashomon.settings import Settings

os.environ["RASHOMON_STRICT"] = "1"  # A fault is seen, here and in every process started from here.
ROOT = Path(__file__).resolve().parent.parent
SETTINGS = Settings(processes=1)


@pytest.fixture(autouse=True)
def own_settings(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder of settings of the test's own: nobody's name is read or kept."""
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / ".config"))
    return tmp_path / ".config"


@pytest.fixture(scope="session")
def example_case(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The example affair as a built case: to be read only."""
    case = tmp_path_factory.mktemp("example") / "case"
    with example_folder() as folder:
        build(case, [folder], SETTINGS)
    return case


@pytest.fixture
def shared() -> Path:
    """The folder of gold sets; the test is skipped where there is none."""
    folder = Path(os.environ.get("RASHOMON_SHARED") or ROOT.parent / "shared")
    if not (folder / "CONTRACT.md").is_file():
        pytest.skip(f"no gold sets at {folder}")
    return folder
