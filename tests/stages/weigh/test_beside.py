"""Record beside word: what a file of telephone records has of a call that somebody told of."""

from __future__ import annotations

from hashlib import sha256

import pytest

from rashomon.model.account import Account
from rashomon.model.calls import CallFile, CallRecord, CallRow, NumberSeen
from rashomon.model.claim import Stance
from rashomon.model.document import Appearance, Original
from rashomon.model.finding import Weighed
from rashomon.stages.acquire.calls.document import document_of
from rashomon.stages.claims.call_rows import annotate_rows, read_call_rows
from rashomon.stages.weigh import weigh

from .builders import Case

VASK, DEREN, OTHER = "+905321110203", "+905422210304", "+905053310405"
TEXT = "Vask had one number. Deren had another. Vask phoned Deren. Deren had a third."


def row(number: int, at: str, caller: str, called: str, *, sure: bool = True) -> CallRow:
    return CallRow(
        number,
        None,
        at,
        None,
        65.0,
        "call",
        caller,
        called,
        sure,
        None,
        "LİMAN CD. 4",
        None,
        None,
        f"{caller} | {called} | {at}",
    )


def records(*rows: CallRow, first: str = "2021-05-01", last: str = "2021-05-31") -> Account:
    days: dict[str, dict[str, int]] = {}
    for one in rows:
        for number in (one.caller, one.called):
            of = days.setdefault(number or "", {})
            of[(one.at or "")[:10]] = of.get((one.at or "")[:10], 0) + 1
    seen = tuple(
        NumberSeen(n, sum(d.values()), tuple(sorted(d.items()))) for n, d in sorted(days.items()) if n in (VASK, DEREN)
    )
    record = CallRecord(CallFile((), len(rows), first, last, (), ()), (VASK, DEREN), seen, len(rows), len(rows))
    original = Original(sha256(repr(rows).encode()).hexdigest(), (Appearance("hts.csv"),))
    document, touched = document_of(original, record, rows)
    return Account(document, annotate_rows(document), read_call_rows(document, touched))


def weighed(
    *rows: CallRow, day: str | None = "2021-05-12", stance: Stance = "asserted", known: tuple[str, ...] = ("Vask", "Deren"),
    by: tuple[tuple[str, str], ...] = (), year: str | None = "2021",
) -> Weighed:  # fmt: skip
    case = Case()
    report = case.report("Harbour Post", TEXT)
    period = {"earliest": f"{year}-01-01", "latest": f"{year}-12-31"} if year else {}
    for name, number, words in (("Vask", VASK, "Vask had one number"), ("Deren", DEREN, "Deren had another")):
        if name in known:
            case.claim(report, words, "phone", entity=name, text=number, **period)
    case.claim(
        report, "Vask phoned Deren", "contact", kind="call", parties=(("Vask", "from"), ("Deren", "to")), stance=stance,
        by=by, earliest=day, latest=day,  # type: ignore[arg-type]
    )  # fmt: skip
    return weigh([*case.accounts(), records(*rows)], case.linked())


def test_a_row_agrees_and_says_whose_the_numbers_are_said_to_be() -> None:
    found = weighed(row(2, "2021-05-12T21:04:11", VASK, DEREN))
    (one,) = found.beside
    assert one.verdict == "agrees"
    assert len(one.rows) == 1
    for words in (
        "a row agrees",
        f"from {VASK} to {DEREN} on 12 May 2021, 21:04",
        "hts.csv, row 2",
        "said to be Vask's by Harbour Post",
        "whose hand held",
    ):
        assert words in one.reason
    assert not [f for f in found.findings if f.property == "contact" and f.kind == "conflict"]


def test_it_is_an_agreement_where_the_teller_is_named() -> None:
    rows = (row(2, "2021-05-12T21:04:11", VASK, DEREN),)
    assert not [f for f in weighed(*rows).findings if f.kind == "agreement"]
    (found,) = [f for f in weighed(*rows, by=(("The clerk Osk", "person"),)).findings if f.kind == "agreement"]
    assert len(found.documents) == 2


def test_a_call_of_no_told_day_is_no_agreement() -> None:
    found = weighed(row(2, "2021-05-12T21:04:11", VASK, DEREN), day=None, by=(("The clerk Osk", "person"),))
    assert "of what day is not told, and a row between their numbers stands" in found.beside[0].reason
    assert not [f for f in found.findings if f.kind == "agreement"]


def test_a_row_that_goes_the_other_way_is_said() -> None:
    (one,) = weighed(row(2, "2021-05-12T21:04:11", DEREN, VASK)).beside
    assert one.verdict == "other way"
    assert "goes the other way" in one.reason


def test_a_row_that_does_not_say_which_side_rang_agrees() -> None:
    (one,) = weighed(row(2, "2021-05-12T21:04:11", DEREN, VASK, sure=False)).beside
    assert one.verdict == "agrees"


def test_no_row_that_day_is_a_gap_with_the_nearest_and_no_conflict() -> None:
    found = weighed(row(2, "2021-05-13T21:04:11", VASK, DEREN), row(3, "2021-05-20T21:04:11", VASK, DEREN))
    (one,) = found.beside
    assert one.verdict == "no row"
    assert "on 12 May 2021" in one.reason
    assert "the nearest row between them is a call from" in one.reason
    assert "13 May 2021, 21:04" in one.reason
    assert "contradicts nobody" in one.reason
    assert {f.kind for f in found.findings if one.reason[:20] in f.reason} == {"gap"}


def test_outside_what_the_file_covers_is_no_finding() -> None:
    found = weighed(row(2, "2021-05-13T21:04:11", VASK, DEREN), day="2021-07-01")
    assert [b.verdict for b in found.beside] == ["outside"]
    assert "2021-05-01 to 2021-05-31" in found.beside[0].reason
    assert not [f for f in found.findings if "outside" in f.reason]


def test_where_one_number_alone_is_known_its_rows_are_counted_and_nobody_is_found_in_them() -> None:
    (one,) = weighed(row(2, "2021-05-12T21:04:11", VASK, OTHER), known=("Vask",)).beside
    assert (one.verdict, one.rows) == ("one side", ())
    assert f"1 row of {VASK} on 12 May 2021" in one.reason


def test_a_number_that_the_file_does_not_have_says_nothing() -> None:
    assert weighed(row(2, "2021-05-12T21:04:11", OTHER, "+905364410506")).beside == ()


def test_a_number_of_another_year_is_not_theirs_that_day() -> None:
    assert weighed(row(2, "2021-05-12T21:04:11", VASK, DEREN), year="2014").beside == ()


def test_a_denied_call_that_rows_show_is_a_conflict() -> None:
    found = weighed(row(2, "2021-05-12T21:04:11", VASK, DEREN), stance="denied", day=None)
    (conflict,) = [f for f in found.findings if f.kind == "conflict"]
    assert "1 row says otherwise" in conflict.reason
    assert len(conflict.claims) == 2


def test_a_denied_call_without_rows_is_nothing() -> None:
    found = weighed(row(2, "2021-05-13T21:04:11", VASK, OTHER), stance="denied")
    assert not [
        f for f in found.findings if f.kind in ("conflict", "gap") and "hts.csv" in f.reason and f.kind == "conflict"
    ]


def test_without_files_nothing_is_laid_beside() -> None:
    case = Case()
    report = case.report("Harbour Post", TEXT)
    case.claim(report, "Vask phoned Deren", "contact", kind="call", parties=(("Vask", "from"), ("Deren", "to")))
    assert case.weigh().beside == ()


@pytest.mark.parametrize("stance", ["asserted", "denied"])
def test_the_order_of_accounts_changes_nothing(stance: Stance) -> None:
    rows = (row(2, "2021-05-12T21:04:11", VASK, DEREN), row(3, "2021-05-12T22:00:00", DEREN, VASK))
    assert weighed(*rows, stance=stance) == weighed(*rows, stance=stance)
