from __future__ import annotations

import re
from pathlib import Path

import pytest

from rashomon import cli
from rashomon.present.exports import FORMATS
from rashomon.settings import read_settings

ROOT = Path(__file__).resolve().parent.parent
PAGES = [*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md")]


def test_every_command_stands_in_the_reference_and_no_other() -> None:
    text = (ROOT / "docs/reference/commands.md").read_text(encoding="utf-8")
    assert set(re.findall(r"^\| `rashomon ([a-z-]+)", text, re.MULTILINE)) == set(cli.cli.commands)


def test_every_format_stands_in_the_reference() -> None:
    text = (ROOT / "docs/reference/exports.md").read_text(encoding="utf-8")
    assert set(FORMATS) <= set(re.findall(r"`([a-z]+)`", text))


def test_every_setting_stands_in_the_reference(monkeypatch: pytest.MonkeyPatch) -> None:
    text = (ROOT / "docs/reference/commands.md").read_text(encoding="utf-8")
    source = (ROOT / "src/rashomon/settings.py").read_text(encoding="utf-8")
    assert set(re.findall(r'"(RASHOMON_[A-Z]+)"', source)) == set(
        re.findall(r"^\| `(RASHOMON_[A-Z]+)`", text, re.MULTILINE)
    )
    assert read_settings().model


@pytest.mark.parametrize("page", PAGES, ids=lambda p: p.name)
def test_links_between_pages_lead_somewhere(page: Path) -> None:
    for target in re.findall(r"\]\(([^)#:]+)(?:#[^)]*)?\)", page.read_text(encoding="utf-8")):
        assert (page.parent / target).exists(), target


def test_commands_in_the_readme_exist() -> None:
    text = (ROOT / "README.md").read_text(encoding="utf-8")
    assert set(re.findall(r"^rashomon ([a-z-]+)", text, re.MULTILINE)) <= set(cli.cli.commands)
