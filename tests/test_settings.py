from __future__ import annotations

import pytest

from rashomon.errors import UsageFault
from rashomon.settings import read_settings


def test_settings_come_from_the_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("RASHOMON_MODEL", "en_core_web_md")
    monkeypatch.setenv("RASHOMON_PROCESSES", "3")
    monkeypatch.setenv("RASHOMON_REGION", "TR")
    settings = read_settings()
    assert (settings.model, settings.processes, settings.region) == ("en_core_web_md", 3, "TR")


@pytest.mark.parametrize(
    ("name", "said"), [("PROCESSES", "many"), ("PROCESSES", "0"), ("PROCESSES", "-2"), ("REGION", "Turkey")]
)
def test_a_setting_that_cannot_be_meant_is_a_usage_fault(name: str, said: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(f"RASHOMON_{name}", said)
    with pytest.raises(UsageFault, match=said):
        read_settings()
