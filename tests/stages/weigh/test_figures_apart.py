"""Rounding, scope, update, inconsistency, conflict: each row of the table, and what only looks like it."""

from __future__ import annotations

from .builders import Case, kinds

DIFFERENCES = ("conflict", "update", "scope", "rounding", "inconsistency")


def two(first: dict, second: dict, prop: str = "killed") -> list:
    """The differences found between two reports of two outlets, one claim each."""
    case = Case()
    for outlet, given in (("Harbour Post", dict(first)), ("Lake Courier", dict(second))):
        report = case.report(outlet, "The blast at the mill was deadly.", given.pop("published", None))
        case.claim(report, "blast at the mill", prop, incident="mill", **{"bound": "exact", **given})
    return kinds(case.weigh(), *DIFFERENCES)


def test_a_conflict_carries_both_values_and_says_what_cannot_be_ruled_out() -> None:
    (found,) = two({"number": 33}, {"number": 35, "of": "activists"})
    assert found.kind == "conflict"
    assert len(found.claims) == 2 and len(found.documents) == 2
    assert "33 killed" in found.reason and "35 activists killed" in found.reason
    assert "Harbour Post" in found.reason and "Lake Courier" in found.reason
    assert "“activists”" in found.reason and "neither report is dated" in found.reason


def test_a_figure_that_takes_somebody_in_of_whom_the_other_is_silent() -> None:
    (found,) = two({"number": 105, "includes": ("the two bombers",)}, {"number": 109})
    assert found.kind == "conflict"
    assert "only one of the two says whether the two bombers are counted" in found.reason


def test_scope_closes_the_gap_exactly_or_not_at_all() -> None:
    (found,) = two({"number": 105, "includes": ("two bombers",)}, {"number": 103})
    assert found.kind == "scope" and "two bombers" in found.reason
    (other,) = two({"number": 105, "includes": ("two bombers",)}, {"number": 102})
    assert other.kind == "conflict"


def test_an_update_needs_two_days() -> None:
    (found,) = two({"number": 27, "published": "2031-05-02"}, {"number": 32, "published": "2031-05-03"})
    assert found.kind == "update"
    assert "the second, of 3 May 2031, is later than the first, of 2 May 2031" in found.reason
    (same_day,) = two({"number": 27, "published": "2031-05-02"}, {"number": 32, "published": "2031-05-02"})
    assert same_day.kind == "conflict" and "an earlier hour's count" in same_day.reason
    (undated,) = two({"number": 27}, {"number": 32, "published": "2031-05-02"})
    assert undated.kind == "conflict" and "the first is not dated" in undated.reason


def test_a_later_value_stands_first_whatever_the_order_of_numbers() -> None:
    (found,) = two({"number": 40, "published": "2031-05-02"}, {"number": 37, "published": "2031-05-09"})
    assert found.kind == "update"
    assert found.reason.startswith("40 killed according to Harbour Post, and 37 killed")


def test_a_part_is_never_set_against_a_whole() -> None:
    for part in ({"number": 86, "part": "at the scene"}, {"number": 90, "of": "children"}):
        for whole in (70, 103):
            assert two(part, {"number": whole, "of": "people"}) == []
    assert [f.kind for f in two({"number": 9, "of": "hikers"}, {"number": 8})] == ["conflict"], "may be all there were"
    assert two({"number": 5, "of": "hikers"}, {"number": 8}) == []


def test_different_groups_have_nothing_to_do_with_one_another() -> None:
    assert two({"number": 3, "of": "soldiers"}, {"number": 14, "of": "civilians"}) == []
    assert two({"number": 3, "of": "Varnan soldiers"}, {"number": 7, "of": "Ostian soldiers"}) == []


def test_bounds() -> None:
    assert [f.kind for f in two({"number": 100, "bound": "more_than"}, {"number": 105})] == ["rounding"]
    assert [f.kind for f in two({"number": 100, "bound": "more_than"}, {"number": 95})] == ["conflict"]
    assert [f.kind for f in two({"number": 10, "bound": "at_least"}, {"number": 20, "bound": "more_than"})] == [
        "rounding"
    ]
    assert [f.kind for f in two({"number": 30}, {"number": 31})] == ["conflict"]
    assert two({"text": "dozens"}, {"number": 31}) == []


def test_figures_that_nobody_stands_by_make_no_conflict() -> None:
    for stance in ("possible", "denied", "unconfirmed"):
        assert two({"number": 40, "stance": stance}, {"number": 33}) == []
    assert len(two({"number": 40, "stance": "alleged"}, {"number": 33})) == 1


def test_other_incidents_and_totals_are_not_compared() -> None:
    case = Case()
    a = case.report("Harbour Post", "The mill blast killed 33. In all, 142 died this year.")
    b = case.report("Lake Courier", "The bridge blast killed 35.")
    case.claim(a, "killed 33", "killed", incident="mill", number=33, bound="exact")
    case.claim(a, "142 died", "killed", number=142, bound="exact", total=True)
    case.claim(b, "killed 35", "killed", incident="bridge", number=35, bound="exact")
    assert kinds(case.weigh(), *DIFFERENCES) == []


def test_one_report_against_itself_in_one_voice() -> None:
    case = Case()
    a = case.report("Harbour Post", "The blast killed 33 people. The blast killed 35 people.")
    case.claim(a, "killed 33 people", "killed", incident="mill", number=33, bound="exact", of="people")
    case.claim(a, "killed 35 people", "killed", incident="mill", number=35, bound="exact", of="people")
    (found,) = kinds(case.weigh(), *DIFFERENCES)
    assert found.kind == "inconsistency"
    assert "gives both 33 people killed and 35 people killed" in found.reason


def test_digits_that_changed_places_are_a_slip_and_a_smaller_figure_is_a_part() -> None:
    for second, expected in ((13, ["inconsistency"]), (12, [])):
        case = Case()
        a = case.report("Harbour Post", f"The blast injured 31. The blast injured {second}.")
        case.claim(a, "injured 31", "injured", incident="mill", number=31, bound="exact")
        case.claim(a, f"injured {second}", "injured", incident="mill", number=second, bound="exact")
        assert [f.kind for f in kinds(case.weigh(), *DIFFERENCES)] == expected


def test_one_report_quoting_two_speakers_is_a_conflict_between_them() -> None:
    case = Case()
    a = case.report("Harbour Post", "The blast killed 30. The Health Board said 31 died.", "2031-05-02")
    case.claim(a, "killed 30", "killed", incident="mill", number=30, bound="exact")
    case.claim(
        a, "31 died", "killed", incident="mill", number=31, bound="exact", by=(("Health Board", "organization"),)
    )
    (found,) = kinds(case.weigh(), *DIFFERENCES)
    assert found.kind == "conflict"
    assert "Health Board (in Harbour Post)" in found.reason and "both stand in the same report" in found.reason


def test_what_only_looks_like_an_inconsistency() -> None:
    for text, claims in (
        ("The blast killed 33 people. Five children were killed.", ((33, "people", None), (5, "children", None))),
        ("86 died at the scene. In all 103 died.", ((86, None, "at the scene"), (103, None, None))),
        ("A man was killed. Later, 4 were killed.", ((1, "man", None), (4, None, None))),
        ("The blast killed 4. The raid killed 105.", ((4, None, None), (105, None, None))),
    ):
        case = Case()
        report = case.report("Harbour Post", text)
        for sentence, (number, of, part) in zip(text.split(". "), claims, strict=True):
            case.claim(
                report, sentence.rstrip("."), "killed", incident="mill", number=number, bound="exact", of=of, part=part
            )
        assert kinds(case.weigh(), *DIFFERENCES) == [], text


def test_a_headline_rounds() -> None:
    case = Case()
    a = case.report("Harbour Post", "The blast killed 102 people.", headline="100 dead at the mill")
    case.claim(a, "100 dead", "killed", incident="mill", number=100, bound="exact")
    case.claim(a, "killed 102 people", "killed", incident="mill", number=102, bound="exact", of="people")
    assert [f.kind for f in kinds(case.weigh(), *DIFFERENCES)] == ["rounding"]


def test_parts_of_a_sum_in_one_report() -> None:
    case = Case()
    a = case.report("Harbour Post", "At the scene 86 died as 17 others died later. The toll is 103.")
    case.claim(a, "86 died", "killed", incident="mill", number=86, bound="exact")
    case.claim(a, "17 others died", "killed", incident="mill", number=17, bound="exact", of="others")
    case.claim(a, "toll is 103", "killed", incident="mill", number=103, bound="exact")
    assert kinds(case.weigh(), *DIFFERENCES) == []


def test_others_without_anybody_before_them_are_the_whole() -> None:
    case = Case()
    a = case.report("Harbour Post", "One man was killed and two others injured.")
    b = case.report("Lake Courier", "Five people were injured.")
    case.claim(a, "two others injured", "injured", incident="mill", number=2, bound="exact", of="others")
    case.claim(b, "Five people were injured", "injured", incident="mill", number=5, bound="exact", of="people")
    assert [f.kind for f in kinds(case.weigh(), *DIFFERENCES)] == ["conflict"]


def test_a_report_overtakes_its_own_figure() -> None:
    for text in (
        "At first 10 were said to have died. The toll has now risen to 27.",
        "Kaya Orm said 10 had died (Update: it is now confirmed that 27 died).",
    ):
        case = Case()
        a = case.report("Harbour Post", text, "2031-05-02")
        b = case.report("Lake Courier", "The blast killed 14.", "2031-05-02")
        first = "10 were said to have died" if "At first" in text else "10 had died"
        later = "risen to 27" if "At first" in text else "27 died"
        case.claim(a, first, "killed", incident="mill", number=10, bound="exact")
        case.claim(a, later, "killed", incident="mill", number=27, bound="exact")
        case.claim(b, "killed 14", "killed", incident="mill", number=14, bound="exact")
        (found,) = kinds(case.weigh(), *DIFFERENCES)
        assert [p.kind for p in found.pairs] == ["conflict", "update"], text
        assert "10" not in found.pairs[0].reason, "an overtaken figure is not held against other reports"


def test_one_pair_for_each_two_values() -> None:
    case = Case()
    for outlet, number in (("A Post", 33), ("B Post", 33), ("C Post", 35), ("D Post", 35), ("E Post", 35)):
        report = case.report(outlet, "The blast at the mill.")
        case.claim(report, "blast", "killed", incident="mill", number=number, bound="exact")
    (found,) = kinds(case.weigh(), *DIFFERENCES)
    assert len(found.claims) == 5 and len(found.documents) == 5


def test_repeats_and_rejected_claims_do_not_count() -> None:
    case = Case()
    a = case.report("Harbour Post", "The blast killed 33. It killed 33.")
    b = case.report("Lake Courier", "The blast killed 35.")
    first = case.claim(a, "blast killed 33", "killed", incident="mill", number=33, bound="exact")
    again = case.claim(a, "It killed 33", "killed", incident="mill", number=33, bound="exact", repeats=first)
    other = case.claim(b, "killed 35", "killed", incident="mill", number=35, bound="exact")
    (found,) = kinds(case.weigh(), *DIFFERENCES)
    assert set(found.claims) == {first.id, other.id}
    (found,) = kinds(case.weigh(frozenset({first.id})), *DIFFERENCES)
    assert set(found.claims) == {again.id, other.id}, "the repeat stands in for a rejected first"
    assert kinds(case.weigh(frozenset({other.id})), *DIFFERENCES) == []


def test_whom_a_figure_takes_in_may_be_said_where_it_is_said_again() -> None:
    case = Case()
    a = case.report(
        "Harbour Post", "The toll has risen to 41, including the two attackers.", headline="Toll rises to 41"
    )
    b = case.report("Lake Courier", "The blast killed 39 civilians.")
    first = case.claim(a, "Toll rises to 41", "killed", incident="mill", number=41, bound="exact")
    case.claim(
        a,
        "risen to 41",
        "killed",
        incident="mill",
        number=41,
        bound="exact",
        includes=("the two attackers",),
        repeats=first,
    )
    case.claim(b, "killed 39 civilians", "killed", incident="mill", number=39, bound="exact", of="civilians")
    (found,) = kinds(case.weigh(), *DIFFERENCES)
    assert found.kind == "scope" and "including the two attackers" in found.reason


def test_somebody_told_of_is_not_counted() -> None:
    case = Case()
    a = case.report("Harbour Post", "The wounded hostage was freed.")
    b = case.report("Lake Courier", "Two people were injured.")
    case.claim(a, "The wounded hostage", "injured", incident="mill", number=1, bound="exact", of="hostage")
    case.claim(b, "Two people were injured", "injured", incident="mill", number=2, bound="exact", of="people")
    assert kinds(case.weigh(), *DIFFERENCES) == []
    case.claim(b, "Two people", "killed", incident="mill", number=2, bound="exact", of="people")
    case.claim(a, "wounded hostage", "killed", incident="mill", number=1, bound="exact")
    assert kinds(case.weigh(), *DIFFERENCES) == []


def test_figures_that_point_back_or_cover_a_time_are_no_tolls() -> None:
    for words, number, expected in (
        ("He is charged with killing the two men", 2, 0),
        ("So far this year 150 people have been killed", 150, 0),
        ("The fight killed two men", 2, 1),
        ("A year ago today the fight killed two men", 2, 1),
        ("The fight last year killed two men", 2, 1),
    ):
        case = Case()
        a, b = case.report("Harbour Post", words + "."), case.report("Lake Courier", "The fight killed three men.")
        case.claim(a, words, "killed", incident="mill", number=number, bound="exact", of="men")
        case.claim(b, "killed three men", "killed", incident="mill", number=3, bound="exact", of="men")
        assert len(kinds(case.weigh(), *DIFFERENCES)) == expected, words


def test_at_least_thirty_and_thirty_say_the_same() -> None:
    assert two({"number": 30, "bound": "at_least"}, {"number": 30}) == []


def test_an_early_floor_of_inmates_grows_into_the_toll_of_all() -> None:
    floor = {"number": 11, "bound": "at_least", "of": "inmates", "published": "2031-05-02"}
    (found,) = two(floor, {"number": 34, "published": "2031-05-04"})
    assert found.kind == "update" and "At least 11 inmates killed" in found.reason


def test_many_men_may_be_all_there_were_and_few_are_not() -> None:
    (found,) = two({"number": 43, "of": "men"}, {"number": 52})
    assert found.kind == "conflict"
    assert two({"number": 8, "of": "men"}, {"number": 9}) == []


def test_the_smaller_figure_of_one_voice_is_not_held_against_other_reports() -> None:
    case = Case()
    report = case.report("Harbour Post", "In all 52 died, and 38 lie buried.", "2031-05-02")
    case.claim(report, "52 died", "killed", incident="mill", number=52, bound="exact")
    case.claim(report, "38 lie", "killed", incident="mill", number=38, bound="exact")
    other = case.report("Lake Courier", "The dead were 43.", "2031-05-02")
    case.claim(other, "dead were 43", "killed", incident="mill", number=43, bound="exact")
    reasons = " ".join(pair.reason for f in case.weigh().findings for pair in f.pairs)
    assert "43" in reasons and "52" in reasons and "38 killed according" not in reasons


def test_some_of_those_spoken_of_are_a_part() -> None:
    case = Case()
    report = case.report(
        "Harbour Post", "There 52 men died. Of the men on the list, 48 have been buried.", "2031-05-02"
    )
    case.claim(report, "52 men died", "killed", incident="mill", number=52, bound="exact", of="men")
    case.claim(report, "48 have been buried", "killed", incident="mill", number=48, bound="exact")
    assert kinds(case.weigh(), *DIFFERENCES) == []


def test_inmates_who_died_are_not_people_held() -> None:
    case = Case()
    report = case.report("Harbour Post", "At first 28 inmates died, and 43 inmates died in the end.", "2031-05-02")
    for words, number in (("28 inmates died", 28), ("43 inmates died", 43)):
        case.claim(
            report, words, "killed", incident="mill", number=number, bound="exact", of="inmates", as_of=str(number)
        )
        case.claim(report, words[:10], "detained", incident="mill", number=number, bound="exact")
    assert [f for f in kinds(case.weigh(), *DIFFERENCES) if f.property == "detained"] == []
