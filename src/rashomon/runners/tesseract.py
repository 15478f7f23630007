"""Tesseract, where it is installed: words read off a picture, in a caged copy of its own."""

from __future__ import annotations

import shutil
import subprocess
from dataclasses import dataclass
from functools import cache

from rashomon.runners.confined import Confined

_PLACES = "/usr/bin:/usr/local/bin:/opt/homebrew/bin:/opt/local/bin"
_WAIT = 20
SECONDS = 120
"""Of computing time for one picture."""


@dataclass(frozen=True, slots=True)
class Installed:
    """The program that reads pictures: where it lies, its version, the languages it has."""

    path: str
    version: str
    languages: tuple[str, ...]


@cache
def installed() -> Installed | None:
    """Tesseract as it is installed on this machine; None where it is not, or does not answer."""
    path = shutil.which("tesseract", path=_PLACES) or shutil.which("tesseract")
    if path is None:
        return None
    version, languages = _ask(path, "--version"), _ask(path, "--list-langs")
    if not version or not languages:
        return None
    return Installed(path, version[0], tuple(sorted(line for line in languages[1:] if line.isalpha())))


def _ask(path: str, word: str) -> list[str]:
    try:
        told = subprocess.run([path, word], capture_output=True, timeout=_WAIT, check=True)
    except (OSError, subprocess.SubprocessError):
        return []
    return (told.stdout or told.stderr).decode("utf-8", "replace").split("\n")


class Reading:
    """Reads pictures one by one; each in a process that can open no connection, write no file and start no other program's copy."""

    def __init__(self, program: Installed) -> None:
        self._program = program
        self._caged = Confined(seconds=SECONDS)

    def __call__(self, picture: bytes, languages: str) -> bytes:
        """What the program gives of a picture, a line a word (TSV). Raises `SetAside` where it broke or did not end."""
        return self._caged(f"tesseract:{self._program.path}:{languages}", picture)
