"""The name that somebody signs with, asked once and kept among their own settings: never in a case, which is passed on."""

from __future__ import annotations

from pathlib import Path

from rashomon.store.private import make_folder, replace_file

FILE = "name"


def kept_name(folder: Path) -> str | None:
    """The name that was kept in a folder of settings; None where there is none."""
    try:
        return (folder / FILE).read_text(encoding="utf-8").strip() or None
    except (OSError, UnicodeDecodeError):
        return None


def keep_name(folder: Path, name: str) -> None:
    """Keep a name for the next time."""
    make_folder(folder)
    replace_file(folder / FILE, name.encode() + b"\n")
