"""Versions of the tool, each frozen in an environment of its own: a git revision, a wheel, a folder.

A revision is exported from git, a wheel is unpacked into a virtual environment that sees the libraries of this one; a folder
is taken as it stands. All are run with the same libraries, so that what differs comes from the tool.
"""

from __future__ import annotations

import io
import os
import re
import subprocess
import sys
import sysconfig
import tarfile
import tomllib
import venv
import zipfile
from dataclasses import dataclass
from functools import cached_property
from hashlib import sha256
from importlib.metadata import distributions
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
ALONE = {"RASHOMON_PROCESSES": "1", "OMP_NUM_THREADS": "1", "OPENBLAS_NUM_THREADS": "1"}


class NoVersion(Exception):
    """What was given is no revision, no wheel and no folder that holds the tool."""


@dataclass(frozen=True)
class Version:
    """A version: what it was called, the folder that holds its package, the interpreter that imports it."""

    said: str
    root: Path
    python: str
    alone: bool = False

    @cached_property
    def digest(self) -> str:
        """A hash over the package, the interpreter and the libraries: what its exports hang on."""
        whole = sha256(sys.version.encode())
        whole.update(" ".join(libraries()).encode())
        package = self.root / "rashomon"
        for path in sorted(p for p in package.rglob("*") if p.is_file()):
            inside = path.relative_to(package)
            if "__pycache__" not in inside.parts and "vendor" not in inside.parts:
                whole.update(str(inside).encode() + sha256(path.read_bytes()).digest())
        return whole.hexdigest()[:16]

    def environment(self) -> dict[str, str]:
        """The variables to run it with: one core, and nothing on the path but itself."""
        kept = {k: v for k, v in os.environ.items() if k not in ("PYTHONPATH", "PYTHONHOME")}
        return {**kept, **ALONE, **({} if self.alone else {"PYTHONPATH": str(self.root)})}


def libraries() -> list[str]:
    """The libraries that reading hangs on, with their versions, of those that are installed."""
    asked = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]["dependencies"]
    names = {re.split(r"[^\w.-]", line)[0].lower() for line in asked} | {"numpy", "thinc"}
    return sorted({f"{d.name}=={d.version}" for d in distributions() if d.name.lower() in names})


def find_version(said: str, cache: Path) -> Version:
    """The version that is meant, made ready under `cache`. Raises NoVersion."""
    path = Path(said)
    if said.endswith(".whl") and path.is_file():
        return of_wheel(path, cache)
    for root in (path, path / "src", path.parent):
        if (
            path.is_dir()
            and (root / "rashomon" / "__init__.py").is_file()
            and (root != path.parent or path.name == "rashomon")
        ):
            return Version(said, root.resolve(), sys.executable)
    return of_revision(said, cache)


def of_revision(said: str, cache: Path) -> Version:
    """A revision of this repository. Raises NoVersion."""
    return Version(said, (exported(said, cache) / "src").resolve(), sys.executable)


def exported(said: str, cache: Path) -> Path:
    """The source and the tests of a revision, taken out of git once. Raises NoVersion."""
    asked = ["git", "rev-parse", "--verify", "--quiet", f"{said}^{{commit}}"]
    commit = subprocess.run(asked, cwd=ROOT, capture_output=True, text=True, check=False).stdout.strip()
    if not commit:
        raise NoVersion(f"{said!r} is no revision, no wheel and no folder that holds rashomon")
    place = cache / "versions" / commit
    if not (place / "tests" / "gold").is_dir():
        packed = subprocess.run(
            ["git", "archive", commit, "src", "tests"], cwd=ROOT, capture_output=True, check=True
        ).stdout
        with tarfile.open(fileobj=io.BytesIO(packed)) as tar:
            tar.extractall(place, filter="data")
    return place


def of_wheel(path: Path, cache: Path) -> Version:
    """A wheel in a virtual environment of its own, which sees the libraries of this one and downloads nothing."""
    place = (cache / "versions" / sha256(path.read_bytes()).hexdigest()[:16]).resolve()
    inside = Path("lib", f"python{sysconfig.get_python_version()}", "site-packages")
    if not (place / inside / "rashomon").is_dir():
        venv.EnvBuilder(with_pip=False, symlinks=True).create(place)
        (place / inside / "libraries.pth").write_text(sysconfig.get_path("purelib") + "\n", encoding="utf-8")
        with zipfile.ZipFile(path) as wheel:
            wheel.extractall(place / inside)
    if not (place / inside / "rashomon" / "__init__.py").is_file():
        raise NoVersion(f"{path} holds no rashomon")
    return Version(str(path), place / inside, str(place / "bin" / "python"), alone=True)
