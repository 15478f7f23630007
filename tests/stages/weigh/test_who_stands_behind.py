"""Agreement, dependence, drift and origins: on how many roots a value rests."""

from __future__ import annotations

from dataclasses import replace

import pytest

from .builders import Case, kinds

BRANDT = (("Ivo Brandt", "person"),)
QUIST = (("Mara Quist", "person"),)


def told(*tellers: tuple[str, tuple, int]) -> Case:
    case = Case()
    for outlet, by, number in tellers:
        report = case.report(outlet, "The blast at the mill was deadly.")
        case.claim(report, "blast at the mill", "killed", incident="mill", number=number, bound="exact", by=by)
    return case


def test_two_roots_agree() -> None:
    (found,) = kinds(told(("Harbour Post", BRANDT, 33), ("Lake Courier", QUIST, 33)).weigh(), "agreement")
    assert "Ivo Brandt (in Harbour Post)" in found.reason and "Mara Quist (in Lake Courier)" in found.reason


def test_a_description_within_a_sentence_has_a_small_article_and_a_name_its_own() -> None:
    note, paper = (("A secret note", "document"),), (("The Northern Courier", "outlet"),)
    (found,) = kinds(told(("Harbour Post", note, 33), ("Lake Courier", paper, 35)).weigh(), "conflict")
    assert "according to a secret note (in Harbour Post)" in found.reason
    assert "according to The Northern Courier (in Lake Courier)" in found.reason


def test_what_is_not_recorded_never_agrees() -> None:
    for case in (
        told(("Harbour Post", (), 33), ("Lake Courier", (), 33)),
        told(("Harbour Post", BRANDT, 33), ("Lake Courier", (), 33)),
        told(("Harbour Post", (("officials", "anonymous"),), 33), ("Lake Courier", (("sources", "anonymous"),), 33)),
        told(("Harbour Post", BRANDT, 33), ("Lake Courier", BRANDT, 33)),
        told(("Harbour Post", BRANDT, 33), ("Lake Courier", QUIST, 34)),
        told(
            ("Harbour Post", (("Varna Police", "organization"),), 33),
            ("Lake Courier", (("the Varna Police Department", "organization"),), 33),
        ),
    ):
        assert kinds(case.weigh(), "agreement") == []


def test_a_body_and_its_member_are_one_root() -> None:
    case = told(("Harbour Post", BRANDT, 33), ("Lake Courier", (("Valley Health Board", "organization"),), 33))
    report = case.report("Plain Sun", "Ivo Brandt heads the Valley Health Board.")
    case.claim(report, "heads", "affiliation", entity="Ivo Brandt", about="Valley Health Board")
    assert kinds(case.weigh(), "agreement") == []


def test_one_root_in_two_outlets_is_dependence() -> None:
    (found,) = kinds(told(("Harbour Post", BRANDT, 33), ("Lake Courier", BRANDT, 33)).weigh(), "dependence")
    assert "one root, Ivo Brandt" in found.reason and len(found.documents) == 2
    assert kinds(told(("Harbour Post", BRANDT, 33), ("Harbour Post", BRANDT, 33)).weigh(), "dependence") == []


def test_one_report_cites_the_other() -> None:
    case = told(("Lake Courier", (("Northern Wire", "news_agency"),), 33), ("Northern Wire News Agency", (), 33))
    (found,) = kinds(case.weigh(), "dependence")
    assert found.reason == "Lake Courier gives this on the word of Northern Wire News Agency."
    assert len(found.claims) == 2 and len(found.documents) == 2


def test_a_citation_goes_with_what_the_cited_outlet_itself_says_of_it() -> None:
    wire = (("Northern Wire", "news_agency"),)
    case = told(
        ("Lake Courier", wire, 33), ("Northern Wire", (), 33), ("Northern Wire", (), 35), ("Dale Echo", wire, 35)
    )
    found = kinds(case.weigh(), "dependence")
    cited = sorted(f.reason.split(" gives")[0] for f in found if f.tie == "citation")
    assert cited == ["Dale Echo", "Lake Courier"]
    assert all(len(f.claims) == len(f.documents) == 2 for f in found if f.tie == "citation")


COPIED = (
    "Rescuers dug through the night beneath the broken roof of the mill while relatives waited behind the fence and"
    " the river rose around the old stone piers, and by morning {} bodies had been carried out to the school."
)


def test_copied_wording_is_dependence_and_says_which_figure_changed() -> None:
    case = Case()
    a = case.report("Harbour Post", COPIED.format(33) + " The mayor wept.")
    b = case.report("Lake Courier", "Our reporter writes. " + COPIED.format(35))
    c = case.report("Plain Sun", "Nothing of the kind was seen by this paper at the mill, or anywhere near it.")
    one = case.claim(a, "33 bodies", "killed", incident="mill", number=33, bound="exact")
    two = case.claim(b, "35 bodies", "killed", incident="mill", number=35, bound="exact")
    (found,) = kinds(case.weigh(), "dependence")
    assert set(found.claims) == {one.id, two.id}
    assert set(found.documents) == {a.document.id, b.document.id} and c.document.id not in found.documents
    assert "33 in one is 35 in another" in found.reason or "35 in one is 33 in another" in found.reason


def test_one_speech_quoted_twice_is_no_copying() -> None:
    case = Case()
    for outlet, lead in (("Harbour Post", "The minister was stern"), ("Lake Courier", "Those were hard words")):
        case.report(outlet, f"{lead}. “{COPIED.format(33)}”")
    assert kinds(case.weigh(), "dependence") == []


def test_stock_phrases_are_no_copying() -> None:
    case = Case()
    stock = "Anyone with information about the case is asked to call the detectives of the Varna police at any hour of"
    for outlet in ("Harbour Post", "Lake Courier"):
        case.report(
            outlet, f"{outlet} saw it. {stock} the day or night, and callers can remain anonymous if they wish."
        )
    assert kinds(case.weigh(), "dependence") == []


def test_a_copied_text_with_two_attributions_is_one_text() -> None:
    case = Case()
    a = case.report("Harbour Post", COPIED.format(33))
    b = case.report("Lake Courier", COPIED.format(33))
    case.claim(a, "33 bodies", "killed", incident="mill", number=33, bound="exact", by=BRANDT)
    case.claim(b, "33 bodies", "killed", incident="mill", number=33, bound="exact", by=QUIST)
    weighed = case.weigh()
    assert kinds(weighed, "agreement") == []
    assert [(o.named, o.not_recorded) for o in weighed.origins] == [(1, 0)]


def test_a_chain_of_copies_makes_no_link_between_its_ends() -> None:
    other = (
        "Farmers on the far bank said that the blast broke their windows and that smoke hung above the orchards until"
        " the wind turned in the afternoon and drove it down the valley towards the border post at the bridge."
    )
    case = Case()
    a = case.report("Harbour Post", COPIED.format(33))
    b = case.report("Lake Courier", COPIED.format(33) + " " + other)
    c = case.report("Plain Sun", other)
    found = kinds(case.weigh(), "dependence")
    assert [set(f.documents) for f in found] != []
    assert not any({a.document.id, c.document.id} <= set(f.documents) for f in found)
    assert all(b.document.id in f.documents for f in found) and len(found) == 2


def test_a_speaker_who_changes_the_figure_drifts_but_a_later_count_is_an_update() -> None:
    for second, expected in (("2031-05-02", "drift"), ("2031-05-04", "update")):
        case = Case()
        for outlet, number, day in (("Harbour Post", 30, "2031-05-02"), ("Lake Courier", 41, second)):
            report = case.report(outlet, "The blast at the mill.", day)
            case.claim(report, "blast", "killed", incident="mill", number=number, bound="exact", by=BRANDT)
        (found,) = kinds(case.weigh(), "drift", "update", "conflict")
        assert found.kind == expected
        assert expected == "update" or "Ivo Brandt is said to have given both 30 killed and 41 killed" in found.reason
    assert kinds(told(("Harbour Post", BRANDT, 30), ("Lake Courier", QUIST, 41)).weigh(), "drift") == []


def test_a_denial_against_an_assertion() -> None:
    case = Case()
    a = case.report("Harbour Post", "Ivo Brandt said Osk Dahl did it.")
    b = case.report("Lake Courier", "Osk Dahl denies it.")
    case.claim(a, "did it", "perpetrator", incident="mill", about="Osk Dahl", by=BRANDT)
    denied = (("Osk Dahl", "person"),)
    case.claim(b, "denies it", "perpetrator", incident="mill", about="Osk Dahl", by=denied, stance="denied")
    (found,) = kinds(case.weigh(), "conflict")
    assert "said by Ivo Brandt (in Harbour Post)" in found.reason
    assert "denied by Osk Dahl (in Lake Courier)" in found.reason


def test_a_denial_of_something_else_is_none() -> None:
    case = Case()
    a = case.report("Harbour Post", "Ivo Brandt said Osk Dahl did it. Tor Venn denies it.")
    case.claim(a, "did it", "perpetrator", incident="mill", about="Osk Dahl", by=BRANDT)
    case.claim(a, "denies it", "perpetrator", incident="mill", about="Tor Venn", stance="denied")
    assert kinds(case.weigh(), "conflict", "drift") == []


def test_a_speaker_who_asserts_and_denies_drifts() -> None:
    case = Case()
    a = case.report("Harbour Post", "Ivo Brandt said Osk Dahl did it. Ivo Brandt denied that Dahl did it.")
    case.claim(a, "Osk Dahl did it", "perpetrator", incident="mill", about="Osk Dahl", by=BRANDT)
    case.claim(a, "Dahl did it", "perpetrator", incident="mill", about="Osk Dahl", by=BRANDT, stance="denied")
    weighed = case.weigh()
    assert len(kinds(weighed, "drift")) == 1 and kinds(weighed, "conflict") == []


def test_origins() -> None:
    case = told(
        ("Harbour Post", BRANDT, 33), ("Lake Courier", BRANDT, 33), ("Plain Sun", QUIST, 35), ("A Post", (), 33)
    )
    assert [(o.incident, o.named, o.not_recorded) for o in case.weigh().origins] == [("i-mill", 2, 1)]


def test_statements_of_one_speaker_that_deny_each_other() -> None:
    for second, by, expected in (
        ("he had received one warning in the week before the attack", BRANDT, 1),
        ("he had received one warning in the week before the attack", QUIST, 0),
        ("he had received no warning before the attack", BRANDT, 0),
        ("the attack was cruel", BRANDT, 0),
    ):
        case = Case()
        first = "there had been no warning of an attack"
        a, b = case.report("Harbour Post", f"He said {first}."), case.report("Lake Courier", f"He said {second}.")
        case.claim(a, first, "statement", incident="mill", by=BRANDT, text=first)
        case.claim(b, second, "statement", incident="mill", by=by, text=second)
        found = kinds(case.weigh(), "drift")
        assert len(found) == expected, (second, by)
        assert not expected or "“warning”" in found[0].reason


def test_a_paper_of_the_case_that_a_report_cites() -> None:
    for name, expected in (("a confidential information note", 1), ("a note", 0), ("a ransom note", 0)):
        case = Case()
        case.entity("Note", "document", name)
        case.report(None, "The target was seen.", headline="Information note on Osk Dahl")
        a = case.report("Harbour Post", f"According to {name}, twelve died.")
        case.claim(a, "twelve died", "killed", incident="mill", number=12, bound="exact", by=(("Note", "document"),))
        assert len(kinds(case.weigh(), "dependence")) == expected


def test_words_that_two_papers_of_the_case_bear_name_neither() -> None:
    for second, expected in (("Information note on Osk Dahl", 1), ("Information note on Osk Dahl and his brother", 0)):
        case = Case()
        case.entity("Note", "document", "the information note on Osk Dahl and brother")
        case.report(None, "The target was seen.", headline="Information note on Osk Dahl and the brother he has")
        case.report(None, "The brother was seen.", headline=second)
        a = case.report("Harbour Post", "According to the note, twelve died.")
        case.claim(a, "twelve died", "killed", incident="mill", number=12, bound="exact", by=(("Note", "document"),))
        assert len(kinds(case.weigh(), "dependence")) == expected, second


def test_a_court_paper_of_the_case_is_known_by_its_kind_alone() -> None:
    for papers, expected in ((1, 1), (2, 0)):
        case = Case()
        case.entity("Paper", "document", "the indictment")
        for number in range(papers):
            paper = case.report(None, f"The accused of hall {number} was seen.", headline=f"File {number}")
            paper.document = replace(paper.document, kind="indictment")
        a = case.report("Harbour Post", "According to the indictment, twelve died.")
        case.claim(a, "twelve died", "killed", incident="mill", number=12, bound="exact", by=(("Paper", "document"),))
        assert len(kinds(case.weigh(), "dependence")) == expected, papers


def credit(first: str, second: str, *, incident: str = "mill", outlet: str = "Lake Courier") -> list:
    case = Case()
    for n, (name, text) in enumerate((("Harbour Post", first), (outlet, second))):
        report = case.report(name, text)
        case.claim(report, "33", "killed", incident=incident if n else "mill", number=33, bound="exact")
    return kinds(case.weigh(), "dependence")


def test_an_agency_that_the_pages_credit() -> None:
    wire = "TARSK, May 2 (Orla News Agency) - The blast killed 33."
    for second in (
        "The blast killed 33. Orla News Agency writers Ida Lorn in Velna and Emil Tarn contributed to this report.",
        "The blast killed 33.\nWith inputs from Orla News Agency.",
        "The blast killed 33, Orla News Agency reported.",
        "The blast killed 33.\nSource: Orla News Agency",
    ):
        (found,) = credit(wire, second)
        assert "Orla News Agency" in found.reason and len(found.documents) == 2, second
    assert len(credit(wire, "The blast killed 33.", outlet="Orla News Agency")) == 1, "the agency's own report"
    assert credit(wire, "The blast killed 33.") == []
    assert credit("The blast killed 33.", wire, outlet="Orla News Agency") == [], (
        "an agency credits itself in its dateline"
    )
    assert credit(wire, "With inputs from Orla News Agency. It killed 33.", incident="bridge") == [], (
        "of another matter"
    )


def test_a_paper_that_is_cited_for_what_its_report_of_the_case_does_not_tell() -> None:
    for incident, expected in (("mill", 1), ("bridge", 0)):
        case = Case()
        a = case.report("Lake Courier", "The Northern Echo says the blast killed 33.")
        b = case.report("Northern Echo", "The fall killed four.")
        by = (("Northern Echo", "outlet"),)
        case.claim(a, "killed 33", "killed", incident="mill", number=33, bound="exact", by=by, root=1)  # type: ignore[arg-type]
        case.claim(b, "killed four", "killed", incident=incident, number=4, bound="exact")
        assert len(kinds(case.weigh(), "dependence")) == expected, incident


@pytest.mark.parametrize("name", ["LNA", "the agency LNA", "Lake News Agency"])
def test_an_agency_is_known_by_its_initials_and_the_report_of_the_days_before_is_meant(name: str) -> None:
    case = Case()
    first = case.report("Lake News Agency", "Nine were hurt when a mill burned.", "2031-05-02")
    case.claim(first, "mill burned", "target", incident="mill")
    later = case.report("Lake News Agency", "The mill stands again.", "2032-05-02")
    case.claim(later, "mill stands", "target", incident="mill")
    citing = case.report("Harbour Post", "The gate was shut, a miller told the agency.", "2031-05-03")
    by = ((name, "news_agency"), ("a miller", "witness"))
    case.claim(citing, "The gate was shut", "statement", by=by, root=1, text="The gate was shut")
    (found,) = kinds(case.weigh(), "dependence")
    assert set(found.documents) == {first.document.id, citing.document.id}
