from __future__ import annotations

import pytest

from rashomon.settings import read_settings


def test_settings_come_from_the_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("RASHOMON_MODEL", "en_core_web_md")
    monkeypatch.setenv("RASHOMON_PROCESSES", "3")
    monkeypatch.setenv("RASHOMON_REGION", "TR")
    settings = read_settings()
    assert (settings.model, settings.processes, settings.region) == ("en_core_web_md", 3, "TR")
