"""Contacts that the learned pointer reads beside the rules: who stands where, what is asked of them, what the rules keep."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

import rashomon
from rashomon.model.clause import Frame, Role
from rashomon.stages.claims.contacts import find_contacts
from rashomon.stages.claims.draft import Draft, Told
from rashomon.stages.claims.occasions import TALKS, Occasions
from rashomon.stages.claims.pointer.contacts import RULE, beside_read, claimed, found_of, is_read, loudest
from rashomon.stages.claims.pointer.pairs import Pair, Stand, pairs
from rashomon.stages.claims.view import View

Read = Callable[[str], View]
NOTHING = Told((), ())


def told_of(view: View, lemma: str) -> list[Pair]:
    """The pairs below a word of the first sentence."""
    return [p for p in pairs(view.sentences[0]) if p.frame.lemma == lemma]


def drafts_of(view: View, lemma: str) -> list[Draft]:
    """What the pairs below a word are claimed to be, were they sure."""
    sentence, occasions = view.sentences[0], Occasions(NOTHING, TALKS)
    return [d for p in told_of(view, lemma) for d in claimed(view, sentence, NOTHING, occasions, p, "talks")]


@pytest.mark.parametrize(
    ("text", "lemma", "ways"),
    [
        ("Mira Holt consoled Paul Drake.", "console", {"doer+undergoer"}),
        ("Mira Holt gave a parcel to Paul Drake.", "give", {"doer+recipient"}),
        ("Mira Holt waited with the widow of Paul Drake.", "wait", {"doer+with"}),
        ("Mira Holt burned the letter of Paul Drake.", "burn", {"doer+undergoer>of"}),
        ("Mira Holt slept in the days before the visit of Paul Drake.", "sleep", set()),
        ("Mira Holt talked about Paul Drake.", "talk", set()),
        ("Mira Holt cooked for Paul Drake.", "cook", set()),
    ],
)
def test_the_ways_down_to_two(view_of: Read, text: str, lemma: str, ways: set[str]) -> None:
    found = {p.ways for p in told_of(view_of(text), lemma)}
    assert ways <= found
    assert ways or not found


def test_no_feature_names_anybody(view_of: Read) -> None:
    view = view_of("On Friday Mira Holt sent the Drake letter to Paul Drake in Zelmin by courier.")
    said = {f.lower() for p in pairs(view.sentences[0]) for f in p.features}
    assert said
    assert not [f for f in said if any(name in f for name in ("holt", "drake", "mira", "paul", "zelmin"))]


def test_what_a_pair_claims(view_of: Read) -> None:
    (draft,) = drafts_of(view_of("Mira Holt consoled Paul Drake on 6 November 2017."), "console")
    assert [(p.text, p.role) for p in draft.value.parties] == [("Mira Holt", "from"), ("Paul Drake", "with")]
    assert (draft.reader, draft.value.earliest, draft.stance) == (RULE, "2017-11-06", "asserted")


@pytest.mark.parametrize(
    "text",
    ["Mira Holt consoled reporters.", "She consoled Paul Drake.", "Mira Holt will console Paul Drake."],
)
def test_press_open_sides_and_plans_are_no_contacts(view_of: Read, text: str) -> None:
    assert not drafts_of(view_of(text), "console")


def test_what_is_denied_is_denied(view_of: Read) -> None:
    (draft,) = drafts_of(view_of("Mira Holt did not console Paul Drake."), "console")
    assert draft.stance == "denied"


def test_by_which_role_the_other_is_reached(view_of: Read) -> None:
    view = view_of("Mira Holt gave a parcel to Paul Drake.")
    (pair,) = told_of(view, "give")
    roles = {kind: found_of(view.sentences[0], pair, kind).sides[1][1] for kind in ("message", "meeting")}
    assert roles == {"message": "to", "meeting": "with"}


def test_words_that_a_rule_reads_are_the_rules(view_of: Read) -> None:
    view = view_of("Mira Holt telephoned Paul Drake.")
    (pair,) = told_of(view, "telephone")
    assert is_read(view, view.sentences[0], pair)
    assert not drafts_of(view, "telephone")


def test_of_one_frame_only_who_stands_as_the_surest(view_of: Read) -> None:
    frame = Frame(0, "x", "V", "", False, *(Role(),) * 4, (), ())
    one, two, three = (
        Pair(frame, Stand("doer", 1), Stand(way, who), ()) for way, who in (("with", 2), ("with", 3), ("for", 4))
    )
    again = replace_frame(two, 9)
    kept = loudest([(one, 0.9), (two, 0.6), (three, 0.8), (again, 0.5)])
    assert [pair for pair, _ in kept] == [one, two]


def replace_frame(pair: Pair, at: int) -> Pair:
    """The same two below another word."""
    return pair._replace(frame=pair.frame._replace(at=at))


def test_two_whom_a_rule_has_met_are_not_met_again(view_of: Read) -> None:
    view = view_of("Mira Holt telephoned Paul Drake. Mira Holt consoled Lena Brandt.")
    (read,) = (d for d in find_contacts(view, NOTHING) if d.value.kind == "call")
    same = replace(read, reader=RULE)
    later = replace(same, at=view.sentences[1].tokens[2].start)
    assert beside_read(view, [read, same, later]) == [read, later]


@pytest.mark.parametrize(
    ("text", "kind", "parties"),
    [
        ("Ivo Sark forwarded the note to Judge Anton Kesk within the hour.", "message", {"Ivo Sark", "Anton Kesk"}),
    ],
)
def test_a_contact_that_no_rule_reads(text: str, kind: str, parties: set[str]) -> None:
    case = rashomon.read(text, published="2021-03-09")
    names = {e["id"]: e["name"] for e in case["entities"]}
    met = [c for c in case["claims"] if c["property"] == "contact"]
    assert [(c["reader"], c["value"]["kind"]) for c in met] == [(f"pointer/{RULE}", kind)]
    assert {
        names.get(p["entity"], p["text"]) for c in met for p in c["value"]["parties"] if p["role"] != "about"
    } == parties


def test_a_contact_half_seen_is_listed() -> None:
    case = rashomon.read(
        "Anton Kesk got word from the skipper by pigeon.",
        published="2021-03-09",
    )
    assert not [c for c in case["claims"] if c["property"] == "contact"]
    assert [u for u in case["unread"] if "may tell of a contact" in u["why"]]


def test_of_a_crowd_no_two_are_paired(view_of: Read) -> None:
    few, many = (", ".join(f"Ivo S{chr(97 + n % 26) * (2 + n // 26)}k" for n in range(size)) for size in (5, 60))
    assert list(pairs(view_of(f"Lena Osk called {few} and Mira Holt.").sentences[0]))
    assert len(list(pairs(view_of(f"Lena Osk called {many} and Mira Holt.").sentences[0]))) <= 2 * 24 * 23
