from __future__ import annotations

import stat
from pathlib import Path

import pytest

from rashomon.errors import CaseDamaged
from rashomon.model.calls import Asked, CallFile, CallRow
from rashomon.store.call_rows import CallRows

A, B, C = "+905321110203", "+905422210304", "+905053310405"
FILE = CallFile((), 3, "2021-05-03", "2021-05-05", (A,), ())


def row(number: int, at: str | None, caller: str, called: str) -> CallRow:
    return CallRow(
        number, None, at, None, 5.0, "call", caller, called, True, None, None, None, None, f"{caller} | {called}"
    )


ROWS = [row(2, "2021-05-05T10:00:00", A, B), row(3, "2021-05-03T23:59:59", C, A), row(4, None, A, C)]


@pytest.fixture
def rows(tmp_path: Path) -> CallRows:
    store = CallRows(tmp_path)
    store.keep("ab", "key", FILE, ROWS)
    return store


def test_rows_come_back_as_they_were_in_the_order_of_their_times(rows: CallRows) -> None:
    assert list(rows.find("ab", Asked())) == [ROWS[2], ROWS[1], ROWS[0]]
    assert rows.file("ab", "key") == (True, FILE)


def test_another_key_is_not_known(rows: CallRows) -> None:
    assert rows.file("ab", "other") == (False, None)
    assert rows.file("cd", "key") == (False, None)


def test_a_file_without_records_is_known_to_be_none(rows: CallRows) -> None:
    rows.keep("cd", "key", None, ())
    assert rows.file("cd", "key") == (True, None)


def test_rows_are_asked_for_by_number_and_time(rows: CallRows) -> None:
    assert [r.row for r in rows.find("ab", Asked((C,)))] == [4, 3]
    assert [r.row for r in rows.find("ab", Asked((A, B), both=True))] == [2]
    assert [r.row for r in rows.find("ab", Asked(earliest="2021-05-03", latest="2021-05-03"))] == [3]
    assert [r.row for r in rows.find("ab", Asked(latest="2021-05"))] == [3, 2]
    assert rows.count("ab", Asked((A,), most=1)) == 3
    assert len(list(rows.find("ab", Asked((A,), most=1)))) == 1


def test_days_are_counted_of_each_number(rows: CallRows) -> None:
    (seen,) = rows.seen("ab", [A, "+441"])
    assert seen.rows == 3
    assert seen.days == (("2021-05-03", 1), ("2021-05-05", 1))


def test_only_their_owner_may_read_them(rows: CallRows, tmp_path: Path) -> None:
    assert stat.S_IMODE((tmp_path / "calls").stat().st_mode) == 0o700
    assert stat.S_IMODE((tmp_path / "calls" / "ab").stat().st_mode) == 0o600
    assert [p.name for p in (tmp_path / "calls").iterdir()] == ["ab"]


def test_a_damaged_file_is_read_again_and_says_so_where_it_is_asked(rows: CallRows, tmp_path: Path) -> None:
    (tmp_path / "calls" / "ab").write_bytes(b"none")
    assert rows.file("ab", "key") == (False, None)
    with pytest.raises(CaseDamaged, match="rashomon build"):
        list(rows.find("ab", Asked()))


def test_what_is_forgotten_is_gone(rows: CallRows, tmp_path: Path) -> None:
    rows.forget(["ab", "never"])
    assert list((tmp_path / "calls").iterdir()) == []
