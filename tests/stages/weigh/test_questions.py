"""One finding a question: the accounts in the order of their days, the pairs inside, no more of them than tell something."""

from __future__ import annotations

from dataclasses import replace

from rashomon.model.claim import ReadBy
from rashomon.model.finding import Finding
from rashomon.model.link import IncidentDate

from .builders import Case, kinds

DIFFERENCES = ("conflict", "update", "scope", "rounding", "inconsistency", "agreement")
DAY = IncidentDate("2031-05-02", "2031-05-02", False)
OSTEN = (("Vera Osten", "person"),)
PRELL = (("Jonas Prell", "person"),)


def series(*told: tuple, date: IncidentDate | None = DAY, prop: str = "killed") -> list[Finding]:
    """The findings on one property of one incident, told as (outlet, published, value, speakers)."""
    case = Case()
    case.incident("quay", date=date)
    for outlet, published, value, *by in told:
        report = case.report(outlet, "The fire at the quay was deadly.", published)
        given = {"bound": "exact", **(value if isinstance(value, dict) else {"number": value})}
        case.claim(report, "fire at the quay", prop, incident="quay", by=by[0] if by else (), **given)
    return kinds(case.weigh(), *DIFFERENCES)


def numbers(found: Finding, case_pairs: int) -> int:
    assert len(found.pairs) == case_pairs, [p.reason for p in found.pairs]
    return len(found.claims)


def test_a_series_is_one_finding_in_the_order_of_its_days() -> None:
    (found,) = series(
        ("Harbour Post", "2031-05-09", 58),
        ("Lake Courier", "2031-05-02", 11),
        ("Plain Sun", "2031-05-03", {"number": 52, "bound": "more_than"}),
        ("Dale Echo", "2031-05-02", 17),
    )
    assert found.kind == "conflict", "two figures of one day can't both be true"
    said = found.reason
    assert said.index("11 (Lake Courier)") < said.index("17 (Dale Echo)") < said.index("more than 52 (Plain Sun)")
    assert said.endswith("11 and 17 can't both be true; last, of 9 May 2031: 58 killed (Harbour Post).")
    assert [p.kind for p in found.pairs].count("conflict") == 1
    assert not any("11 killed" in p.reason and "58 killed" in p.reason for p in found.pairs), "not every two"


def test_the_id_is_of_the_question_and_its_claims_and_not_of_the_sentence() -> None:
    told = (("Harbour Post", "2031-05-02", 11), ("Lake Courier", "2031-05-03", 17))
    (first,), (again,) = series(*told), series(*reversed(told))
    assert first.reason == again.reason and first.kind == "update"
    assert first.id.startswith("f") and len(first.pairs) == 1
    assert set(first.pairs[0].a) | set(first.pairs[0].b) == set(first.claims)


def test_whom_a_figure_counts_makes_a_question_of_its_own_and_its_words_do_not() -> None:
    found = series(
        ("Harbour Post", "2031-05-02", {"number": 30, "of": "people"}),
        ("Lake Courier", "2031-05-03", {"number": 33, "of": "victims"}),
        ("Plain Sun", "2031-05-02", {"number": 5, "of": "gunmen"}),
        ("Dale Echo", "2031-05-03", {"number": 4, "of": "attackers"}),
    )
    assert sorted(numbers(f, 1) for f in found) == [2, 2]


def test_two_floors_of_two_days_are_an_update_and_of_one_day_both_true() -> None:
    for second, expected in (("2031-05-04", "update"), ("2031-05-02", "rounding")):
        (found,) = series(
            ("Harbour Post", "2031-05-02", {"number": 24, "bound": "at_least"}),
            ("Lake Courier", second, {"number": 57, "bound": "at_least"}),
        )
        assert found.kind == expected
        assert expected == "update" or "can both be true" in found.reason


def test_a_floor_that_a_later_count_passes_is_no_rounding_of_it() -> None:
    for count_day, expected in (("2031-05-04", "update"), ("2031-05-02", "rounding")):
        (found,) = series(
            ("Harbour Post", "2031-05-02", {"number": 12, "bound": "at_least"}), ("Lake Courier", count_day, 35)
        )
        assert found.kind == expected, count_day


def test_a_figure_that_another_gives_on_the_same_day_is_not_overtaken() -> None:
    (found,) = series(
        ("Harbour Post", "2031-05-03", {"number": 49, "as_of": "2031-05-02"}),
        ("Lake Courier", "2031-05-03", 49),
        ("Plain Sun", "2031-05-03", 47),
    )
    assert found.kind == "conflict"


def test_a_later_retelling_is_no_newer_count() -> None:
    (found,) = series(
        ("Harbour Post", "2031-05-03", 30), ("Lake Courier", "2031-05-05", 33), ("Plain Sun", "2032-05-02", 30)
    )
    assert found.kind == "update"
    assert found.reason.endswith("last, of 5 May 2031: 33 killed (Lake Courier).")


def test_what_is_told_long_afterwards_stands_for_the_first_days_counts_and_not_for_its_like() -> None:
    (found,) = series(("Harbour Post", "2031-05-03", 30), ("Lake Courier", "2032-05-05", 33))
    assert found.kind == "update" and "told long afterwards" in found.reason
    (other,) = series(("Harbour Post", "2032-05-03", 30), ("Lake Courier", "2033-05-05", 33))
    assert other.kind == "conflict" and "both were told long after it happened" in other.reason


TEXT = (
    "A barge loaded with grain caught fire at the old quay shortly before the evening bell while dockers were still"
    " roping the bales on the upper deck, and the flames ran along the sheds to the customs house, killing {}."
)


def test_a_figure_carried_over_from_an_older_text_is_marked_so() -> None:
    case = Case()
    case.incident("quay", date=DAY)
    for outlet, published, number in (("Harbour Post", "2031-05-02", 30), ("Dale Echo", "2031-05-06", 30)):
        report = case.report(outlet, TEXT.format(number), published)
        case.claim(report, f"killing {number}", "killed", incident="quay", number=number, bound="exact")
    for outlet, published, number in (("Lake Courier", "2031-05-04", 33), ("Plain Sun", "2031-05-05", 34)):
        report = case.report(outlet, f"The quay fire killed {number}.", published)
        case.claim(report, f"killed {number}", "killed", incident="quay", number=number, bound="exact")
    (found,) = kinds(case.weigh(), *DIFFERENCES)
    assert found.kind == "update"
    assert "30 (Harbour Post, carried over from an older text by Dale Echo) on 2 May 2031" in found.reason
    assert "last, of 5 May 2031: 34 killed (Plain Sun)" in found.reason


def test_one_text_with_a_higher_floor_put_in_is_an_update_of_the_other() -> None:
    case = Case()
    case.incident("quay", date=DAY)
    for outlet, number in (("Harbour Post", 30), ("Dale Echo", 52)):
        report = case.report(outlet, TEXT.format(f"at least {number}"), "2031-05-02")
        words = f"at least {number}"
        case.claim(report, words, "killed", incident="quay", number=number, bound="at_least")
    (found,) = kinds(case.weigh(), *DIFFERENCES)
    assert found.kind == "update" and "another figure put in" in found.reason


def test_scope_where_the_report_counts_the_group_apart() -> None:
    case = Case()
    a = case.report("Harbour Post", "The siege killed 67. It killed 61 civilians. Six soldiers died.", "2031-05-02")
    case.claim(a, "killed 67", "killed", incident="quay", number=67, bound="exact")
    case.claim(a, "61 civilians", "killed", incident="quay", number=61, bound="exact", of="civilians")
    case.claim(a, "Six soldiers died", "killed", incident="quay", number=6, bound="exact", of="soldiers")
    b = case.report("Lake Courier", "The siege killed 71.", "2031-05-02")
    case.claim(b, "killed 71", "killed", incident="quay", number=71, bound="exact")
    weighed = case.weigh()
    (found,) = kinds(weighed, *DIFFERENCES)
    assert [p.kind for p in found.pairs] == ["conflict", "scope"]
    assert "the difference is the 6 soldiers" in found.pairs[1].reason
    assert not any("61" in p.reason and "71" in p.reason for p in found.pairs), "there the civilians are a part"
    (added,) = kinds(weighed, "sum")
    assert "61 civilians + 6 soldiers" in added.reason and "inferred, not said" in added.reason


def test_a_total_that_the_tool_added_is_not_the_reports_own() -> None:
    for reader, expected in (("events.sums", 0), ("test", 1)):
        case = Case()
        a = case.report("Harbour Post", "Eight clerks and five guards died in the fire.")
        for words, number, part in (("Eight clerks", 8, "clerks"), ("five guards", 5, "guards")):
            case.claim(a, words, "killed", incident="quay", number=number, bound="exact", of=part, part=part)
        case.claim(a, "Eight clerks and five guards died", "killed", incident="quay", number=13, bound="exact")
        a.claims[-1] = replace(a.claims[-1], readers=(ReadBy("rules", "1", reader),))
        assert len(kinds(case.weigh(), "sum")) == expected, reader


def test_undetermined_claims_are_compared_and_the_reason_says_so() -> None:
    (found,) = series(
        ("Harbour Post", "2031-05-02", {"number": 30, "stance": "undetermined"}), ("Lake Courier", "2031-05-02", 33)
    )
    assert found.kind == "conflict"
    assert "how surely it is said by Harbour Post could not be told" in found.reason


def test_a_higher_figure_in_the_headline_contradicts_a_text_whose_toll_rose() -> None:
    case = Case()
    a = case.report("Harbour Post", "The toll rose to 40 dead and 310 hurt.", "2031-05-02", headline="Fire hurts 318")
    case.claim(a, "Fire hurts 318", "injured", incident="quay", number=318, bound="exact")
    case.claim(a, "310 hurt", "injured", incident="quay", number=310, bound="exact")
    assert [f.kind for f in kinds(case.weigh(), *DIFFERENCES)] == ["inconsistency"]


def test_agreement_and_difference_are_one_finding() -> None:
    (found,) = series(
        ("Harbour Post", "2031-05-02", 30, OSTEN),
        ("Lake Courier", "2031-05-02", 30, PRELL),
        ("Plain Sun", "2031-05-02", 33),
    )
    assert found.kind == "conflict" and [p.kind for p in found.pairs] == ["conflict", "agreement"]


def test_arrests_in_three_reports() -> None:
    (found,) = series(
        ("Harbour Post", "2031-05-02", 12),
        ("Lake Courier", "2031-05-04", {"number": 20, "bound": "about"}),
        ("Plain Sun", "2031-05-09", 31),
        prop="detained",
    )
    assert found.kind == "update"
    assert "12 (Harbour Post)" in found.reason and "about 20 (Lake Courier)" in found.reason
    assert found.reason.endswith("last, of 9 May 2031: 31 detained (Plain Sun).")
