"""The house rules that a machine can hold: sizes, names, where things are imported and printed."""

from __future__ import annotations

import ast
from pathlib import Path
from statistics import quantiles

import pytest

SOURCE = Path(__file__).resolve().parent.parent / "src" / "rashomon"
FILES = sorted(SOURCE.rglob("*.py"))
TREES = {path: ast.parse(path.read_text(encoding="utf-8")) for path in FILES}
FUNCTIONS = [
    (path, node)
    for path, tree in TREES.items()
    for node in ast.walk(tree)
    if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
]


def length(node: ast.FunctionDef | ast.AsyncFunctionDef) -> int:
    """Lines of a function without its decorators, its signature and its docstring."""
    body = node.body[1:] if ast.get_docstring(node) and len(node.body) > 1 else node.body
    return (body[-1].end_lineno or 0) - body[0].lineno + 1


@pytest.mark.parametrize("path", FILES, ids=lambda p: str(p.relative_to(SOURCE)))
def test_no_file_is_longer_than_300_lines(path: Path) -> None:
    assert len(path.read_text(encoding="utf-8").splitlines()) <= 300


def test_functions_are_short() -> None:
    lengths = [length(node) for _, node in FUNCTIONS]
    assert max(lengths) <= 60, [str(p) for p, n in FUNCTIONS if length(n) > 60]
    deciles = quantiles(lengths, n=10)
    assert deciles[8] <= 20
    assert deciles[4] <= 8


def test_no_file_is_a_drawer_for_everything() -> None:
    assert not {p.stem for p in FILES} & {"utils", "util", "helpers", "helper", "common", "manager", "misc"}


def test_public_functions_and_classes_say_what_one_gets() -> None:
    missing = [
        f"{path.relative_to(SOURCE)}:{node.lineno} {node.name}"
        for path, tree in TREES.items()
        for node in tree.body
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef)
        if not node.name.startswith("_") and not ast.get_docstring(node)
    ]
    assert not missing


def test_only_the_command_line_prints() -> None:
    printing = {
        path.name
        for path, tree in TREES.items()
        for node in ast.walk(tree)
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "print"
    }
    assert printing <= {"cli.py"}


def test_only_settings_read_the_environment() -> None:
    reading = {
        str(path.relative_to(SOURCE))
        for path, tree in TREES.items()
        for node in ast.walk(tree)
        if isinstance(node, ast.Attribute) and node.attr in ("environ", "getenv")
    }
    # parse.py sets what the linear algebra library reads before it is loaded
    assert reading <= {"settings.py", "stages/annotate/parse.py"}


def test_nothing_swallows_every_exception_but_the_runner() -> None:
    wide = {
        str(path.relative_to(SOURCE))
        for path, tree in TREES.items()
        for node in ast.walk(tree)
        if isinstance(node, ast.ExceptHandler)
        and (node.type is None or (isinstance(node.type, ast.Name) and node.type.id in ("Exception", "BaseException")))
    }
    assert wide <= {"runners/cage.py", "runners/local.py", "runners/watch.py"}


def test_stages_know_no_clock_and_no_file() -> None:
    forbidden = {"datetime.now", "date.today", "time.time", "open", "Path.read_text"}
    found = []
    for path, tree in TREES.items():
        if "stages" not in path.parts:
            continue
        for node in ast.walk(tree):
            if isinstance(node, ast.Call) and ast.unparse(node.func) in forbidden:
                found.append(f"{path.relative_to(SOURCE)}:{node.lineno}")
    assert not found


def test_word_lists_name_their_source() -> None:
    lists = [p for p in (SOURCE / "data").rglob("*") if p.suffix in (".tsv", ".txt") and "example" not in p.parts]
    assert len(lists) > 50
    bare = [str(p.relative_to(SOURCE)) for p in lists if not p.read_text(encoding="utf-8").startswith("#")]
    assert not bare
