"""A negated line and its asserted twin: the share of pairs right in both may only rise."""

from __future__ import annotations

import pytest
from reading_gold import gold
from twins_gold import asserts, share

import rashomon

FLOORS = {"dev": 0.76, "test": 0.64}


@pytest.mark.parametrize("split", ["dev", "test"])
def test_pairs_stay_above_their_floor(split: str) -> None:
    figure, wrong = share(gold("twins/twins", split))
    assert figure >= FLOORS[split], wrong


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Reports that Nils Fenn had been detained were confirmed.", True),
        ("Reports that Nils Fenn had been detained were denied.", False),
        ("There is no basis for the claim that Nils Fenn was detained.", False),
        ("The court dropped the charge that police had detained Nils Fenn.", False),
        ("Nothing shows that Nils Fenn was in custody.", False),
        ("There was not a shred of evidence that Nils Fenn was detained.", False),
        ("The evidence was not enough to show that police detained Nils Fenn.", False),
    ],
)
def test_what_confirms_and_what_takes_away(text: str, found: bool) -> None:
    row = {"property": ["detained"], "who": "Nils Fenn"}
    assert asserts(row, text) is found


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Karl Hollin, one of three men accused of murdering a banker, missed the wedding, said a cousin.", []),
        ("Viktor Hase, who prosecutors say ordered the attack, went home.", ["prosecutors"]),
    ],
)
def test_who_says_what_is_told_besides(text: str, speaker: list[str]) -> None:
    read = rashomon.read(text, published="2021-03-11", publisher="Harbour Post")
    accused = [c for c in read["claims"] if c["property"] in ("suspect", "organizer")]
    assert [[k["name"] for k in c["chain"][1:]] for c in accused] == [speaker]
