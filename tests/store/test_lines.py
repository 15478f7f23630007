"""Append-only lines: nothing is rewritten, a half line is what a crash leaves, a damaged one is told."""

from __future__ import annotations

from pathlib import Path

import pytest

from rashomon.errors import CaseDamaged, UsageFault
from rashomon.model.link import Signed
from rashomon.store.notes import FILE, make_note, open_notes

SIGNED = Signed("Ana", "2024-05-06T07:08:09+00:00", "looked")


def test_what_was_written_is_read_and_withdrawals_mark_it(tmp_path: Path) -> None:
    log = open_notes(tmp_path)
    first, second = make_note("f1", "one", True, SIGNED), make_note("f2", "two", False, SIGNED)
    log.append(first)
    log.append(second)
    before = (tmp_path / FILE).read_bytes()
    log.withdraw(first.id, SIGNED)
    assert (tmp_path / FILE).read_bytes().startswith(before)
    assert [(n.id, n.withdrawn is not None) for n in log.read()] == [(first.id, True), (second.id, False)]
    with pytest.raises(UsageFault):
        log.withdraw(first.id, SIGNED)


def test_a_half_line_is_not_read_and_does_not_spoil_the_next(tmp_path: Path) -> None:
    log = open_notes(tmp_path)
    (tmp_path / FILE).write_bytes(b'{"id":"n1","find')
    assert log.read() == ()
    note = make_note("f1", "one", True, SIGNED)
    log.append(note)
    assert log.read() == (note,)
    assert (tmp_path / FILE).read_bytes().startswith(b'{"id":"n1","find')


def test_a_line_that_somebody_spoiled_is_told(tmp_path: Path) -> None:
    (tmp_path / FILE).write_bytes(b'{"id":"n1"}\n')
    with pytest.raises(CaseDamaged, match="line 1"):
        open_notes(tmp_path).read()
