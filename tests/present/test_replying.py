"""Sentences that may be a reply are offered; the program never says that there is none."""

from __future__ import annotations

from dataclasses import replace

import pytest

from rashomon.model.claim import ChainLink, Claim
from rashomon.pipeline import build
from rashomon.present.masking import Wishes, make_plan, mask_case
from rashomon.present.replying import candidates, is_expert, may_reply, offered
from rashomon.present.report.ending import error_rates
from rashomon.present.resolve import Resolved, open_build
from rashomon.settings import Settings

FAR = """Customs chief named

Prosecutors charged Arvid Nolte with the fire in Brinmouth on 2 May 2022. Two people died in the fire.

The harbour was built two centuries ago.

Boats are painted blue there.

It rains a good deal in spring.

Arvid Nolte denied it in a letter.

Ferries go twice a day.

Gerda Lunn denied that the ferries were late.
"""


@pytest.fixture(scope="module")
def case(tmp_path_factory: pytest.TempPathFactory) -> Resolved:
    folder = tmp_path_factory.mktemp("replies")
    (folder / "far.txt").write_text(FAR, encoding="utf-8")
    build(folder / "case", [folder / "far.txt"], Settings(processes=1))
    return open_build(folder / "case")


def charge(case: Resolved) -> Claim:
    return next(c for c in case.claims.values() if c.property == "charge")


@pytest.mark.parametrize(
    ("sentence", "own", "offered_"),
    [
        ("Nolte denied it.", False, True), ("She pleaded not guilty.", False, True),
        ("Nolte rejected what the police say.", False, True), ("His lawyer said he was abroad.", False, True),
        ("Their sister told the paper that he never left home.", False, True),
        ("The lawyer of the victims said Nolte lit it.", True, False), ("The police named Nolte, who denied it.", True, True),
        ("Ferries go twice a day.", False, False), ("His lawyer wore a hat.", False, False),
        ("Forensic experts rejected the theory.", False, False), ("An autopsy refuted the police.", False, False),
        ("His lawyer said that experts had refuted the police.", False, True),
    ],
)  # fmt: skip
def test_what_may_reply(sentence: str, own: bool, offered_: bool) -> None:
    assert may_reply(sentence, own=own) is offered_


def test_a_denial_by_the_accused_is_found_far_away_and_another_persons_is_not(case: Resolved) -> None:
    found = [c.quote for c in candidates(case, charge(case))]
    assert any("Arvid Nolte denied it" in q for q in found)
    assert not any("Gerda Lunn" in q for q in found)


def test_what_is_a_reply_already_is_not_offered_again(case: Resolved) -> None:
    (candidate,) = candidates(case, charge(case))
    known = replace(charge(case), start=candidate.start, end=candidate.end)
    assert offered(case, [charge(case)], [known]) == []


def test_an_experts_word_is_no_reply(case: Resolved) -> None:
    claim = charge(case)
    assert not is_expert(claim)
    assert is_expert(replace(claim, chain=(*claim.chain, ChainLink("the forensic laboratory", "official"))))


def test_candidates_stand_where_they_say(case: Resolved) -> None:
    for candidate in candidates(case, charge(case)):
        assert case.documents[candidate.document].text[candidate.start : candidate.end] == candidate.quote


def test_candidates_of_a_masked_case_are_masked(case: Resolved) -> None:
    masked = mask_case(case, make_plan(case, Wishes(mask=("Arvid Nolte",))))
    found = candidates(masked, charge(masked))
    assert found
    assert not any("Nolte" in c.quote for c in found)


def test_error_rates_are_measured_figures_with_a_sentence_each() -> None:
    kinds = [row[0] for row in error_rates()]
    assert kinds[:4] == ["accusations", "contacts", "arrests", "convictions"]
    for _, read, of, sentence in error_rates():
        assert sentence.endswith(".")
        assert not read or int(read) <= int(of)
        assert not read or of in sentence
