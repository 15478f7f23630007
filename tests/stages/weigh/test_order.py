"""The order in which reports come in changes nothing, and what comes out is the same each time."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from rashomon.stages.weigh import weigh

from .builders import Case

FIGURES = st.tuples(
    st.sampled_from(["Harbour Post", "Lake Courier", "Plain Sun", None]),
    st.sampled_from([None, "2031-05-02", "2031-05-03", "2031-06-09T10:00"]),
    st.integers(0, 40),
    st.sampled_from(["exact", "at_least", "about", "more_than"]),
    st.sampled_from([None, "people", "children", "activists"]),
    st.sampled_from([(), (("Ivo Brandt", "person"),), (("Red Crescent", "organization"),)]),
    st.sampled_from(["asserted", "denied", "alleged"]),
)


def build(rows: list) -> Case:
    case = Case()
    for outlet, published, number, bound, of, by, stance in rows:
        report = case.report(outlet, "The blast at the mill was deadly.", published)
        case.claim(
            report,
            "blast at the mill",
            "killed",
            incident="mill",
            number=number,
            bound=bound,
            of=of,
            by=by,
            stance=stance,
        )
    return case


@settings(max_examples=60, deadline=None)
@given(st.lists(FIGURES, max_size=8), st.randoms(use_true_random=False))
def test_the_order_of_reports_changes_nothing(rows: list, random: object) -> None:
    case = build(rows)
    accounts = case.accounts()
    shuffled = accounts[:]
    random.shuffle(shuffled)  # type: ignore[attr-defined]
    assert weigh(shuffled, case.linked()) == weigh(accounts, case.linked())


@settings(max_examples=60, deadline=None)
@given(st.lists(FIGURES, max_size=8))
def test_findings_hold_together(rows: list) -> None:
    case = build(rows)
    weighed = case.weigh()
    claims = {c.id: r.document.id for r in case.reports for c in r.claims}
    ids = [f.id for f in weighed.findings]
    assert len(ids) == len(set(ids))
    for finding in weighed.findings:
        assert {claims[c] for c in finding.claims} <= set(finding.documents)
        assert finding.reason.endswith(".") and finding.reason[0] == finding.reason[0].upper()
    pairs = [(f.kind, frozenset(f.claims)) for f in weighed.findings]
    assert len(pairs) == len(set(pairs))


def test_five_thousand_reports_of_one_incident() -> None:
    case = build([(f"Post {n}", "2031-05-02", n % 50, "exact", None, (), "asserted") for n in range(5000)])
    assert len(case.weigh().findings) < 2000
