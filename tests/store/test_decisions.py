from __future__ import annotations

from pathlib import Path

import pytest

from rashomon.errors import CaseDamaged, UsageFault
from rashomon.model.link import Selector, Signed, Target
from rashomon.store.decisions import FILE, Decisions, make_decision

SIGNED = Signed("A. Reader", "2026-01-02T03:04:05+00:00", "same birthplace")
TARGET = Target((Selector("ab" * 32, "Tolga", "of ", " said", 10, 15), Selector("cd" * 32, "Tolga", "", "", 0, 5)))


def test_a_decision_is_read_back_as_it_was_written(tmp_path: Path) -> None:
    decision = make_decision("same", TARGET, SIGNED)
    Decisions(tmp_path).append(decision)
    assert Decisions(tmp_path).read() == (decision,)


def test_withdrawing_adds_a_line_and_erases_none(tmp_path: Path) -> None:
    log = Decisions(tmp_path)
    decision = make_decision("different", TARGET, SIGNED)
    log.append(decision)
    before = (tmp_path / FILE).read_bytes()
    log.withdraw(decision.id, Signed("B. Editor", "2026-01-03T00:00:00+00:00", "it was the brother"))
    assert (tmp_path / FILE).read_bytes().startswith(before)
    read = log.read()
    assert read[0].withdrawn is not None
    assert read[0].withdrawn.by == "B. Editor"


def test_a_withdrawn_decision_is_not_withdrawn_twice(tmp_path: Path) -> None:
    log = Decisions(tmp_path)
    decision = make_decision("same", TARGET, SIGNED)
    log.append(decision)
    log.withdraw(decision.id, SIGNED)
    with pytest.raises(UsageFault, match="withdrawn already"):
        log.withdraw(decision.id, SIGNED)
    with pytest.raises(UsageFault, match="no decision"):
        log.withdraw("k0", SIGNED)


def test_a_line_cut_off_by_a_crash_is_not_read_and_spoils_no_later_one(tmp_path: Path) -> None:
    log = Decisions(tmp_path)
    log.append(make_decision("same", TARGET, SIGNED))
    with (tmp_path / FILE).open("ab") as handle:
        handle.write(b'{"id":"k77","verdict":"sa')
    assert len(log.read()) == 1
    log.append(make_decision("different", TARGET, SIGNED))
    assert [d.verdict for d in log.read()] == ["same", "different"]


def test_a_damaged_line_is_named(tmp_path: Path) -> None:
    (tmp_path / FILE).write_bytes(b'{"id": 5}\n')
    with pytest.raises(CaseDamaged, match="line 1"):
        Decisions(tmp_path).read()
