"""Chains: who brings a claim, whom they cite, what is its root, basis and stance."""

from __future__ import annotations

from typing import Any

import pytest
from reading_gold import view_of

from rashomon.model.claim import Claim, Subject, Value
from rashomon.model.span import Quote
from rashomon.stages.claims.assemble import assemble
from rashomon.stages.claims.attribution import find_attributions
from rashomon.stages.claims.chain import head_links
from rashomon.stages.claims.draft import Draft
from rashomon.stages.claims.stance import local_stance


def claim_at(text: str, word: str, prop: Any = "killed", **fields: Any) -> Claim:
    """The claim that a draft at a word comes to."""
    view = view_of(text, **fields)
    at = text.rindex(word)
    sentence = view.sentence_at(at)
    assert sentence is not None
    stance = local_stance(sentence, sentence.token_at(at)) or "asserted"
    draft = Draft(prop, Quote(at, at + len(word), word), at, Subject(), Value(number=4, bound="exact"), "test", stance)
    [claim] = assemble(view, find_attributions(view), [draft])
    return claim


def names(claim: Claim) -> list[str]:
    return [link.name for link in claim.chain]


def test_own_voice_has_no_root() -> None:
    claim = claim_at("Four people were killed in Velmar.", "killed")
    assert (names(claim), claim.root, claim.basis) == (["Velmar Courier"], None, "own")


def test_outlet_agency_witness() -> None:
    text = "A guard, Oto Fenn said during the hearing that four were killed, Delta News Agency reported on May 3."
    claim = claim_at(text, "killed")
    assert names(claim) == ["Velmar Courier", "Delta News Agency", "Oto Fenn"]
    assert (claim.root, claim.basis) == (2, "testimony")


def test_whoever_was_told_stands_before_the_speaker() -> None:
    claim = claim_at("Four people were killed, residents told Reuters.", "killed")
    assert names(claim) == ["Velmar Courier", "Reuters", "residents"]
    assert [link.kind for link in claim.chain] == ["outlet", "news_agency", "witness"]
    assert claim.root == 1


@pytest.mark.parametrize(
    ("text", "links"),
    [
        (
            "Four people were killed, reports the website Velmar News, which cites a doctor.",
            ["Velmar News", "a doctor"],
        ),
        ("Contacted by Radio Mirel, a sergeant declared that four people were killed.", ["Radio Mirel", "a sergeant"]),
    ],
)
def test_who_quotes_and_who_was_asked(text: str, links: list[str]) -> None:
    assert names(claim_at(text, "killed"))[-1] == links[-1] and len(names(claim_at(text, "killed"))) == 3


def test_who_quotes_a_speaker_stands_before_him() -> None:
    claim = claim_at("According to an officer quoted by the station Radio Mirel, four people were killed.", "killed")
    assert names(claim) == ["Velmar Courier", "Radio Mirel", "an officer"]


@pytest.mark.parametrize(
    ("text", "root", "basis"),
    [
        ("Officials said four people were killed.", None, "official"),
        ("Turkish officials said four people were killed.", None, "official"),
        ("Velmar Police said four people were killed.", 1, "official"),
        ("Sources said four people were killed.", None, "anonymous"),
        ("The indictment says four people were killed.", 1, "indictment"),
        ("The note states that four people were killed.", 1, "document"),
        ("Phone records show that four people were killed.", None, "record"),
        ("Ana Dell said four people were killed.", 1, "second_hand"),
    ],
)
def test_root_and_basis(text: str, root: int | None, basis: str) -> None:
    claim = claim_at(text, "killed")
    assert (claim.root, claim.basis) == (root, basis)


def test_a_paper_without_an_outlet_stands_first_and_is_a_root() -> None:
    claim = claim_at("Four people were killed.", "killed", kind="note", publisher=None, title="Note 12")
    assert (names(claim), claim.chain[0].kind, claim.root) == (["Note 12"], "document", 0)


def test_dateline_agency_is_the_outlets_source() -> None:
    claim = claim_at("VELMAR (Reuters) - Four people were killed.", "killed")
    assert names(claim) == ["Velmar Courier", "Reuters"]


def test_an_outlets_own_dateline_adds_nothing() -> None:
    claim = claim_at("VELMAR (DNA) - Four people were killed.", "killed", publisher="Delta News Agency")
    assert names(claim) == ["Delta News Agency"]


@pytest.mark.parametrize(
    ("text", "stance"),
    [
        ("Fenn denied that four people were killed.", "denied"),
        ("Dell said that Fenn denied that four people were killed.", "denied"),
        ("Fenn alleged that four people were killed.", "alleged"),
        ("Police do not know why four people were killed.", "asserted"),
        ("Police do not know whether four people were killed.", "unconfirmed"),
        ("Police believe four people were killed.", "possible"),
        ("Fenn denied any part in the blast in which four people were killed.", "asserted"),
    ],
)
def test_stance_of_the_speaker(text: str, stance: str) -> None:
    assert claim_at(text, "killed").stance == stance


def test_judging_a_deed_is_not_vouching_for_it() -> None:
    assert names(claim_at("Dell condemned the attack in which four were killed.", "killed")) == ["Velmar Courier"]


def test_the_accuser_stands_behind_the_word_that_accuses() -> None:
    assert names(claim_at("Dell accused the army of the bombing.", "accused", "blame")) == ["Velmar Courier", "Dell"]


def test_suspecting_is_not_made_less_sure_by_its_own_word() -> None:
    claim = claim_at("Police suspect Oto Fenn of the murder.", "suspect", "suspect")
    assert (names(claim), claim.stance) == (["Velmar Courier", "Police"], "asserted")


def test_alleging_taken_for_a_noun_is_still_a_voice() -> None:
    claim = claim_at("Police allege Oto Fenn, 61, opened fire at an office party Friday, killing one man.", "killing")
    assert (names(claim), claim.stance) == (["Velmar Courier", "Police"], "alleged")


def test_according_to_whom_is_the_one_named_before() -> None:
    text = "The court heard the middleman Oto Fenn, according to whom Mara Dell ordered the killing."
    assert names(claim_at(text, "ordered")) == ["Velmar Courier", "Oto Fenn"]


@pytest.mark.parametrize(
    ("text", "chain"),
    [
        ("Ritzau reported that four people were killed, citing a policeman.", ["Ritzau", "a policeman"]),
        (
            "Four people were killed, Ritzau said, citing a policeman who said he had been told so by the laboratory.",
            ["Ritzau", "a policeman", "the laboratory"],
        ),
        (
            "Ole Brandt, who drove the van, was killed, Ritzau reported on Friday, citing a policeman who had been told.",
            ["Ritzau", "a policeman"],
        ),
        ("The mayor said four people were killed, citing safety concerns.", ["The mayor"]),
        ("Police said four people were killed, Ritzau reported.", ["Ritzau", "Police"]),
    ],
)
def test_whoever_is_cited_stands_behind_who_cites(text: str, chain: list[str]) -> None:
    assert names(claim_at(text, "killed")) == ["Velmar Courier", *chain]


def test_headline_repeats_the_body_and_is_no_surer() -> None:
    text = "Four killed in Velmar\nFour people were killed in Velmar."
    view = view_of(text, headline=True)
    value = Value(number=4, bound="exact")
    drafts = [
        Draft("killed", Quote(5, 11, "killed"), 5, Subject(), value, "test"),
        Draft("killed", Quote(39, 45, "killed"), 39, Subject(), value, "test", stance="alleged"),
    ]
    assert [text[d.quote.start : d.quote.end] for d in drafts] == ["killed", "killed"]
    headline, body = assemble(view, (), drafts)
    assert (headline.repeats, headline.stance) == (body.id, "alleged")
    assert (body.repeats, body.stance) == (None, "alleged")


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("The Norlund County Attorney said a bomb killed 31 people.", "official"),
        ("Cops said a bomb killed 31 people.", "official"),
        ("A bomb killed 31 people, according to court docs.", "document"),
        ("Mara Dell, an attorney, said a bomb killed 31 people.", "person"),
    ],
)
def test_who_speaks_for_the_state(text: str, kind: str) -> None:
    assert [a.kind for a in find_attributions(view_of(text))] == [kind]


def test_a_directorate_is_an_official_body() -> None:
    view = view_of("A bomb killed 31 people, the provincial health directorate said.", publisher="Harbour Post")
    found = find_attributions(view)
    assert [a.kind for a in found] == ["official"]


def test_a_statement_is_its_publishers_own_voice_and_a_note_is_not() -> None:
    said = view_of("Six people were killed.", publisher="Casa Velmar", title="Six killed", kind="statement").document
    noted = view_of("Six people were killed.", publisher="Casa Velmar", title="Secret note", kind="note").document
    assert [link.name for link in head_links(said)] == ["Casa Velmar"]
    assert [link.name for link in head_links(noted)] == ["Casa Velmar", "Secret note"]
