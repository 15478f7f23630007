"""Readings of a build that was broken off are found again, as far as they are whole."""

from __future__ import annotations

from hashlib import sha256
from pathlib import Path
from typing import BinaryIO

import pytest

from rashomon.model.account import Account
from rashomon.model.annotation import Annotations
from rashomon.model.claim import Reading
from rashomon.model.document import Appearance, Original
from rashomon.stages.acquire import acquire
from rashomon.store import unfinished
from rashomon.store.unfinished import FILE, Unfinished


def account(text: str) -> Account:
    data = text.encode()
    document = acquire(data, Original(sha256(data).hexdigest(), (Appearance("a.txt"),)))
    found = Annotations(document.id, (), (), (), (), (), ())
    return Account(document, found, Reading(document.id, (), (), (), ()))


KEYS = [sha256(str(n).encode()).hexdigest() for n in range(3)]
ACCOUNTS = [account(f"The bridge at Karsova fell {n} times.") for n in range(3)]


def keep(case: Path, *numbers: int) -> None:
    log = Unfinished(case)
    log.read(set(KEYS))
    for n in numbers:
        log.keep(KEYS[n], ACCOUNTS[n])
    log.close()


def test_what_was_read_is_found_and_gone_when_the_case_stands(tmp_path: Path) -> None:
    keep(tmp_path, 0, 1)
    keep(tmp_path, 2)
    log = Unfinished(tmp_path)
    assert log.read({KEYS[0], KEYS[2]}) == {KEYS[0]: ACCOUNTS[0], KEYS[2]: ACCOUNTS[2]}
    log.clear()
    assert Unfinished(tmp_path).read(set(KEYS)) == {}


@pytest.mark.parametrize("left", [3, 20, 75, 200])
def test_a_torn_record_ends_it_and_is_written_over(tmp_path: Path, left: int) -> None:
    keep(tmp_path, 0)
    whole = (tmp_path / FILE).read_bytes()
    keep(tmp_path, 1)
    (tmp_path / FILE).write_bytes((tmp_path / FILE).read_bytes()[: len(whole) + left])
    assert set(Unfinished(tmp_path).read(set(KEYS))) == {KEYS[0]}
    keep(tmp_path, 2)
    assert set(Unfinished(tmp_path).read(set(KEYS))) == {KEYS[0], KEYS[2]}


def test_a_damaged_record_costs_those_behind_it_only(tmp_path: Path) -> None:
    keep(tmp_path, 0)
    start = len((tmp_path / FILE).read_bytes())
    keep(tmp_path, 1)
    data = bytearray((tmp_path / FILE).read_bytes())
    data[start + 80] ^= 255
    (tmp_path / FILE).write_bytes(data)
    assert set(Unfinished(tmp_path).read(set(KEYS))) == {KEYS[0]}


def test_readings_of_another_version_are_written_over(tmp_path: Path) -> None:
    keep(tmp_path, 0, 1)
    log = Unfinished(tmp_path)
    assert log.read({KEYS[2]}) == {}
    log.keep(KEYS[2], ACCOUNTS[2])
    log.close()
    assert set(Unfinished(tmp_path).read(set(KEYS))) == {KEYS[2]}


def test_on_a_full_disk_the_build_goes_on_without_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(path: Path, mode: str) -> BinaryIO:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(unfinished, "open_file", full)
    log = Unfinished(tmp_path)
    log.keep(KEYS[0], ACCOUNTS[0])
    log.keep(KEYS[1], ACCOUNTS[1])
    assert list(tmp_path.iterdir()) == []
