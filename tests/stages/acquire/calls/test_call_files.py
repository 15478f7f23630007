from __future__ import annotations

import re
from time import process_time

import pytest

from rashomon.errors import SetAside
from rashomon.model.calls import CallFile, CallRow, Options
from rashomon.stages.acquire.calls.mapping import read_mapping
from rashomon.stages.acquire.calls.reader import columns_words, pack_order, read_calls, unpack

HEAD = "Caller;Called;Start;Duration;Type\n"
FOUR = "".join(f"+9053211102{n:02};+905422210304;1{n}.05.2021 10:0{n}:00;{n};Voice\n" for n in range(4))


def read(text: str | bytes, name: str = "calls.csv", **options: object) -> tuple[CallFile | None, list[CallRow]]:
    data = text if isinstance(text, bytes) else text.encode()
    file, rows = unpack(read_calls(pack_order(Options(name, **options), data)))  # type: ignore[arg-type]
    return file, list(rows)


def test_a_number_in_a_spreadsheets_short_form_is_warned_of_and_not_guessed() -> None:
    file, rows = read(HEAD + FOUR + "9,05321E+11;+905422210304;14.05.2021 10:09:00;9;Voice\n")
    assert file is not None
    assert rows[-1].caller == "9,05321E+11"
    assert rows[-1].called == "+905422210304"
    assert any(
        "last digits are lost and were not guessed" in remark and remark.startswith("1 ") for remark in file.remarks
    )


def test_a_whole_column_in_short_form_is_still_a_column_of_numbers() -> None:
    rows = "".join(f"9.05321E+11;9.05422E+11;1{n}.05.2021 10:00:00;5;Voice\n" for n in range(5))
    file, found = read(HEAD + rows)
    assert file is not None
    assert {row.caller for row in found} == {"9.05321E+11"}
    assert file.numbers == ()


@pytest.mark.parametrize(
    "text",
    [
        "name,phone,born\nAyla Deren,+905321110203,12.05.1971\nCem Orlan,+905422210304,13.06.1980\n",
        "place,killed,injured\nKarsova,41,97\nTarnak,12,30\n",
        "date,amount,account\n2021-05-12,1200,TR330006100519786457841326\n",
        "Dear reader,\nthis, as you see, is no table\n",
    ],
)
def test_other_tables_are_no_telephone_records(text: str) -> None:
    assert read(text) == (None, [])


def test_days_that_may_be_months_stay_open_unless_somebody_says_which() -> None:
    rows = "".join(f"+905321110203;+905422210304;0{n}/05/2021 10:00:00;5;Voice\n" for n in (3, 1, 4, 2))
    file, found = read(HEAD + rows)
    assert file is not None
    assert {row.at for row in found} == {None}
    assert any("no time that could be read for sure" in remark for remark in file.remarks)
    assert read(HEAD + rows, day_first=True)[1][0].at == "2021-05-03T10:00:00"
    assert read(HEAD + rows, day_first=False)[1][0].at == "2021-03-05T10:00:00"


def test_days_are_read_as_the_rows_go_forward_and_that_is_said() -> None:
    rows = "".join(
        f"+905321110203;+905422210304;{d}/2021 10:00:00;5;Voice\n" for d in ("01/05", "02/05", "01/06", "03/07")
    )
    file, found = read(HEAD + rows)
    assert file is not None
    assert [row.at and row.at[:10] for row in found] == ["2021-05-01", "2021-05-02", "2021-06-01", "2021-07-03"]
    assert any("because the rows then go forward in time" in remark for remark in file.remarks)


def test_national_numbers_need_a_country() -> None:
    rows = "".join(f"0532111020{n};05422210304;1{n}.05.2021 10:00:00;5;Voice\n" for n in range(4))
    file, found = read(HEAD + rows)
    assert file is not None
    assert found[0].caller == "05321110200"
    assert any("without their country" in remark for remark in file.remarks)
    assert read(HEAD + rows, region="TR")[1][0].caller == "+905321110200"


def test_a_mapping_says_what_no_heading_does() -> None:
    text = "x1;x2;x3;x4\n" + "".join(f"k{n};0532111020{n};05422210304;1{n}.05.2021 10:00\n" for n in range(4))
    mapping = 'region = "TR"\n[columns]\nx2 = "called"\nx3 = "caller"\nx4 = "start"\nx1 = "skip"\n'
    file, found = read(text, mapping=mapping)
    assert file is not None
    assert (found[0].caller, found[0].called, found[0].at) == ("+905422210304", "+905321110200", "2021-05-10T10:00:00")
    assert {c.by for c in file.layouts[0].columns} == {"mapping"}


def test_columns_may_be_mapped_by_their_place() -> None:
    text = "".join(f"0532111020{n};05422210304;1{n}.05.2021 10:00\n" for n in range(4))
    mapping = 'first_row = 1\nregion = "TR"\nzone = "UTC+3"\n[columns]\n"column 1" = "caller"\n"column 2" = "called"\n"column 3" = "start"\n'
    _, found = read(text, mapping=mapping)
    assert len(found) == 4
    assert (found[0].caller, found[0].zone) == ("+905321110200", "UTC+3")


@pytest.mark.parametrize(
    ("mapping", "why"),
    [
        ("[columns", "no TOML"),
        ("x = 1\n", "x is not known"),
        ("day_first = true\n", "no table"),
        ('[columns]\na = "phone"\n', "one of caller, called"),
        ('day_first = "yes"\n[columns]\na = "caller"\n', "true or false"),
        ('region = "Turkey"\n[columns]\na = "caller"\n', "two letters"),
        ('[columns]\nnowhere = "caller"\n', "a column that it does not have: 'nowhere'"),
        ('first_row = 0\n[columns]\na = "caller"\n', "the number of a row"),
    ],
)
def test_a_mapping_that_cannot_be_meant_is_refused_with_its_reason(mapping: str, why: str) -> None:
    with pytest.raises(SetAside, match=re.escape(why)):
        read(HEAD + FOUR, mapping=mapping)


def test_the_mapping_that_is_written_reads_as_the_file_did() -> None:
    data = (HEAD + FOUR).encode()
    text = columns_words(pack_order(Options("calls.csv"), data)).decode()
    assert read(data, mapping=text)[1] == read(data)[1]
    assert ("Caller", "caller") in read_mapping(text).holds


def test_what_stands_below_the_table_is_passed_over_and_said() -> None:
    file, found = read(HEAD + FOUR + "Total;4;;;\n")
    assert file is not None
    assert len(found) == 4
    assert any(remark.startswith("1 rows below") for remark in file.remarks)


@pytest.mark.parametrize(
    "junk", [b"\0" * 4000, b'"' * 5000, b"a;b\n" + b'"x\n' * 400_000, HEAD.encode() + b"\xff\xfe;;\n" * 50]
)
def test_broken_files_are_no_records_or_say_why(junk: bytes) -> None:
    try:
        file, rows = read(junk)
    except SetAside as fault:
        assert str(fault)
    else:
        assert file is None
        assert rows == []


def test_a_cell_that_is_a_formula_stays_text() -> None:
    file, rows = read(HEAD + FOUR + '=HYPERLINK("http://x");+905422210304;14.05.2021 10:00:00;1;Voice\n')
    assert file is not None
    assert rows[-1].caller is not None
    assert "HYPERLINK" in rows[-1].caller


def test_a_cell_with_line_ends_is_one_line() -> None:
    _, rows = read(HEAD + FOUR + '"+9053\r\n21110203";+905422210304;14.05.2021 10:00:00;1;"Vo\tice"\n')
    assert "\n" not in rows[-1].raw
    assert rows[-1].raw.endswith("Vo ice")


def test_cells_made_to_be_slow_are_not() -> None:
    slow = "\n".join("+905321110203;+905422210304;" + "1 " * 400 + ";" + "9" * 900 for _ in range(300))
    begun = process_time()
    file, _ = read("Caller;Called;Start;Duration\n" + slow)
    assert file is None or not file.rows
    assert process_time() - begun < 20
