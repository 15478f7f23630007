"""Builds the package with setuptools, and says in a sentence what would go wrong later.

A wheel without the desk's drawing libraries would answer 404 where the timeline, network and map are drawn; a pip that
is too old ends in an assertion when it resolves what this package needs.
"""

from __future__ import annotations

import os
import re
import sys
import sysconfig
from pathlib import Path
from typing import Any

from setuptools import build_meta
from vendor import TARGET, TESTS_ONLY, VENDOR

OLDEST_PIP = (23, 3)
"""Before it, `lxml[html-clean]` and `lxml[html_clean]`, which two of our libraries ask for, are two things to pip."""

get_requires_for_build_wheel = build_meta.get_requires_for_build_wheel
get_requires_for_build_editable = build_meta.get_requires_for_build_editable
get_requires_for_build_sdist = build_meta.get_requires_for_build_sdist
Settings = dict[str, Any] | None


def prepare_metadata_for_build_wheel(metadata_directory: str, config_settings: Settings = None) -> str:
    """What pip asks for first: a pip that is too old learns it here, before it resolves anything."""
    refuse_old_pip()
    return str(build_meta.prepare_metadata_for_build_wheel(metadata_directory, config_settings))


def prepare_metadata_for_build_editable(metadata_directory: str, config_settings: Settings = None) -> str:
    """The same for an editable install."""
    refuse_old_pip()
    return str(build_meta.prepare_metadata_for_build_editable(metadata_directory, config_settings))


def build_editable(
    wheel_directory: str, config_settings: Settings = None, metadata_directory: str | None = None
) -> str:
    """An editable install: the desk's libraries may come later."""
    return str(build_meta.build_editable(wheel_directory, config_settings, metadata_directory))


def build_wheel(wheel_directory: str, config_settings: Settings = None, metadata_directory: str | None = None) -> str:
    """A wheel with the desk's libraries in it; without them only where `-C views=none` says so."""
    if (config_settings or {}).get("views") != "none":
        refuse_without_views()
    return str(build_meta.build_wheel(wheel_directory, config_settings, metadata_directory))


def build_sdist(sdist_directory: str, config_settings: Settings = None) -> str:
    """A source archive, which holds the desk's libraries too: whoever builds from it has no npm."""
    if (config_settings or {}).get("views") != "none":
        refuse_without_views()
    return str(build_meta.build_sdist(sdist_directory, config_settings))


def refuse_without_views() -> None:
    """Ends the build with a sentence where a library of the desk is missing."""
    wanted = {name for files in VENDOR.values() for name in files.values()} - TESTS_ONLY
    missing = sorted(name for name in wanted if not (TARGET / name).is_file())
    if missing:
        sys.exit(
            f"rashomon: the desk's drawn views lack {', '.join(missing)}. Fetch them with: python tools/vendor.py "
            "(needs npm), or build without them: pip install -C views=none ."
        )


def refuse_old_pip() -> None:
    """Ends the build with a sentence where a pip that cannot resolve this package runs it."""
    version = running_pip()
    if version and version < OLDEST_PIP:
        sys.exit(
            f"rashomon: pip {'.'.join(map(str, version))} cannot resolve this package (it takes two spellings of one "
            "extra of lxml for two). Bring it up to date first: python -m pip install --upgrade pip"
        )


def running_pip() -> tuple[int, ...] | None:
    """The version of the pip that runs this build; None where another tool does, or no pip is found."""
    if "PIP_BUILD_TRACKER" not in os.environ:
        return None
    found = (re.match(r"pip-(\d+(?:\.\d+)*)", p.name) for p in Path(sysconfig.get_path("purelib")).glob("pip-*-info"))
    versions = [tuple(map(int, match[1].split("."))) for match in found if match]
    return max(versions, default=None)
