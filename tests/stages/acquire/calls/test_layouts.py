from __future__ import annotations

import pytest
from layouts import MADE, Layout, check
from more_layouts import MORE

from rashomon.model.calls import CallFile, CallRow, Options
from rashomon.stages.acquire.calls.reader import pack_order, read_calls, unpack

LEFT = "epoch_seconds"
"""The one of the forty that is not read whole: its numbers are none that exist, and nothing says whose they are."""


def read(one: Layout) -> tuple[CallFile | None, list[CallRow]]:
    file, rows = unpack(read_calls(pack_order(Options(one.file, None, one.region), one.data)))
    return file, list(rows)


def told(row: CallRow) -> tuple[str | None, str | None, str | None, float | None, str]:
    seconds = None if row.kind == "message" or row.seconds is None else float(round(row.seconds))
    return row.caller, row.called, row.at, seconds, row.kind


def test_there_are_forty() -> None:
    check()
    assert len(MORE) == 32


@pytest.mark.parametrize("one", [*(m for m in MADE if m.name != LEFT), *MORE], ids=lambda one: one.name)
def test_every_row_of_a_layout_is_read_as_it_was(one: Layout) -> None:
    file, rows = read(one)
    assert file is not None
    wanted = [row if one.sure else (*sorted(row[:2]), *row[2:]) for row in one.rows]
    found = [told(row) if one.sure else (*sorted(told(row)[:2]), *told(row)[2:]) for row in rows]  # type: ignore[type-var]
    assert found == wanted
    assert {row.sure for row in rows} == {one.sure}
    held = {column.holds for layout in file.layouts for column in layout.columns}
    assert ("imei" in held, "imsi" in held) == (one.imei, one.imsi)
    assert all(row.imei for row in rows) == one.imei
    assert all(row.imsi for row in rows) == one.imsi
    assert all(row.cell for row in rows) >= one.cell


def test_numbers_that_cannot_be_made_international_stay_as_they_are_written() -> None:
    file, rows = read(next(m for m in MADE if m.name == LEFT))
    assert file is not None
    assert rows[0].caller == "447700900101"
    assert rows[0].at == "2021-05-03T07:12:09"
    assert any("without their country" in remark for remark in file.remarks)
