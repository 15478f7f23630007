"""Lines that know the parser's labels: what is counted, and that there are no more of them than there were."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

import labels

COUNTED = [
    "if token.dep == other: pass",
    "found = [t for t in tokens if t.tag in known]",
    "token._replace(pos=other)",
    'below = sentence.kids(at, "nsubj")',
    '_OBJECTS = frozenset("dobj pobj".split())',
    '_DOERS = ("nsubj", "agent")',
    '_DOERS = ("agent", "case")',
]
NOT_COUNTED = [
    '"""A subject is an nsubj."""',
    "found = 1  # token.dep is nsubj",
    'name = row["case"]',
    'said = "the agent in the case"',
    "head = sentence.tokens[at].head",
    'role = "subject"',
]


def lay(source: Path, name: str, line: str) -> None:
    (source / name).parent.mkdir(parents=True, exist_ok=True)
    (source / name).write_text(line + "\n", encoding="utf-8")


@pytest.mark.parametrize("line", COUNTED)
def test_a_line_that_knows_a_label_counts_once(tmp_path: Path, line: str) -> None:
    lay(tmp_path, "stages/claims/rivers.py", line)
    assert list(labels.found(tmp_path)) == [("stages/claims/rivers.py", 1)]


@pytest.mark.parametrize("line", NOT_COUNTED)
def test_words_that_are_no_labels_do_not_count(tmp_path: Path, line: str) -> None:
    lay(tmp_path, "stages/claims/rivers.py", line)
    assert list(labels.found(tmp_path)) == []


def test_the_room_of_clauses_may_know_them(tmp_path: Path) -> None:
    lay(tmp_path, "stages/annotate/clauses/roles.py", COUNTED[0])
    lay(tmp_path, "stages/annotate/clausesque.py", COUNTED[0])
    assert list(labels.found(tmp_path)) == [("stages/annotate/clausesque.py", 1)]


def test_the_count_may_fall_and_is_kept_and_never_rises(tmp_path: Path) -> None:
    source, place = tmp_path / "src", tmp_path / "labels.json"
    lay(source, "a.py", "\n".join(COUNTED))
    place.write_text('{"lines": 50}', encoding="utf-8")
    assert labels.main([], source, place) == 1
    assert labels.main(["--keep"], source, place) == 0
    assert json.loads(place.read_text(encoding="utf-8")) == {"lines": len(COUNTED)}
    lay(source, "b.py", COUNTED[0])
    assert labels.main(["--keep"], source, place) == 1
    assert json.loads(place.read_text(encoding="utf-8")) == {"lines": len(COUNTED)}


def test_no_more_lines_know_labels_than_did() -> None:
    assert labels.main([]) == 0
