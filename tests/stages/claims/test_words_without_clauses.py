"""What speakers say without a clause, in quotations without a cue of their own, and through a medium that they told."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from rashomon.model.annotation import Annotations
from rashomon.model.claim import Claim
from rashomon.stages.claims import read_claims
from rashomon.stages.claims.attribution import find_attributions
from rashomon.stages.claims.view import View

ViewOf = Callable[[str], View]


def statements(view_of: ViewOf, text: str) -> list[Claim]:
    """The statements of a text."""
    view = view_of(text)
    return [c for c in read_claims(view.document, view.annotations).claims if c.property == "statement"]


def voices(claim: Claim) -> list[str]:
    """The links of a chain behind the outlet."""
    return [link.name for link in claim.chain[1:]]


@pytest.mark.parametrize(
    ("text", "speaker", "said", "stance"),
    [
        ("The smith called the raid “an attack on all of us”.", "The smith", "the raid “an attack on all of us”", "asserted"),
        ("A nurse at the clinic spoke of 23 bodies.", "A nurse at the clinic", "23 bodies", "asserted"),
        ("The miller's lawyer, Ilva Renk, denies the existence of this payment.", "Ilva Renk", "the existence of this payment", "denied"),
        ("The harbour office called on Friday for “an honest and open inquiry”.", "The harbour office", "an honest and open inquiry", "asserted"),
        ("The miller was killed in May, the army says, a death which the group denies.", "the group", "a death which the group denies", "denied"),
    ],
)  # fmt: skip
def test_what_is_said_without_a_clause_is_a_statement(
    view_of: ViewOf, text: str, speaker: str, said: str, stance: str
) -> None:
    found = [c for c in statements(view_of, text) if c.value.text == said]
    assert [(voices(c), c.stance) for c in found] == [([speaker], stance)]


@pytest.mark.parametrize(
    "text",
    [
        "Nobody called the raid “an attack on all of us”.",
        "The miller praised the new bridge.",
        "A nurse spoke on Friday.",
        "The smith wants a higher wall.",
    ],
)
def test_nothing_is_said_by_nobody_nor_by_praise(view_of: ViewOf, text: str) -> None:
    assert [c for c in statements(view_of, text) if c.readers[0].rule == "worded"] == []


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Asked about the sacks, Osk Tellan laughs. “It was three, and they were for the mill.”", "Osk Tellan"),
        ("The guard shrugged. “I was told to leave the gate.”", "The guard"),
        ("Ilva Renk calls that absurd. “I read about his death in the paper.”", "Ilva Renk"),
        ("Ilva Renk accuses him of greed: “The men took every cow in the valley.”", "Ilva Renk"),
        ("The mayor is blunt: “The police slept while the market burned.”", "The mayor"),
    ],
)
def test_a_quotation_behind_a_gesture_or_a_colon_is_its_subjects(view_of: ViewOf, text: str, speaker: str) -> None:
    assert voices(statements(view_of, text)[-1]) == [speaker]


@pytest.mark.parametrize(
    "text",
    [
        "Osk Tellan was told nothing. “They came at night and took him.”",
        "The town had a motto: “Together we will win the day.”",
        "The guard did not laugh. “They came at night and took him.”",
        "Osk Tellan crossed the bridge. “They came at night and took him.”",
    ],
)
def test_a_quotation_behind_any_other_sentence_stays_open(view_of: ViewOf, text: str) -> None:
    assert all(not voices(c) for c in statements(view_of, text))


@pytest.mark.parametrize(
    ("text", "chain"),
    [
        ("The miller, Osk Tellan, told the RSI news agency that six men had died.", ["RSI news agency", "Osk Tellan"]),
        ("A guard told RSI that six men had died.", ["RSI", "A guard"]),
        ("A guard told NATO that six men had died.", ["A guard"]),
        ("“They came at dawn,” Osk Tellan told Radio Karsova, adding that six men had died.", ["Radio Karsova", "Osk Tellan"]),
        (
            "According to the lawyer Ilva Renk, cited by Radio Karsova, the smith had paid six men.",
            ["Radio Karsova", "Ilva Renk"],
        ),
    ],
)  # fmt: skip
def test_the_medium_that_was_told_stands_before_the_speaker(view_of: ViewOf, text: str, chain: list[str]) -> None:
    assert [voices(c) for c in statements(view_of, text)][-1] == chain


def speakers(view_of: ViewOf, text: str) -> list[tuple[str, str]]:
    """The name and the content of each attribution."""
    return [(a.name, " … ".join(q.quote for q in a.content)) for a in find_attributions(view_of(text))]


@pytest.mark.parametrize(
    ("text", "speaker", "said"),
    [
        ("Six men were killed in Odan by soldiers, residents and a local official told RSI, while the army said it had killed four rebels.",
         "residents and a local official", "Six men were killed in Odan by soldiers"),
        ("Nine died in a raid by members of the Harn band, a private guard, residents and an official said.",
         "residents and an official", "Nine died in a raid by members of the Harn band, a private guard"),
        ("The harbour was shut by strikers on Monday; one of their stewards, known as Brisk, told a reporter that his crane had been cut loose.",
         "Brisk", "that his crane had been cut loose"),
        ("Shots were fired, two guards said. “I thought of fireworks,” said one of them, a baker who would not be named.",
         "a baker", "“I thought of fireworks,”"),
        ("As the Karsova Herald has learned from two guards, six shots were heard at the gate.",
         "two guards", "six shots were heard at the gate"),
        ("The mayor, Ilva Renk, gave what she called a first count: 19 dead and 34 wounded in the attack.",
         "Ilva Renk", "19 dead and 34 wounded in the attack"),
        ("Tellan denied covering up the raid, in which nine men died according to the ruling and 12 people according to the Red Cross.",
         "the ruling", "in which nine men died"),
        ("Tellan denied covering up the raid, in which nine men died according to the ruling and 12 people according to the Red Cross.",
         "Red Cross", "12 people"),
        ("The mechanic was found dead in his workshop, communicated the prosecution.",
         "the prosecution", "The mechanic was found dead in his workshop"),
        ("The general staff said that a base was destroyed. “No guest was harmed,” it said.",
         "The general staff", "“No guest was harmed,”"),
        ("Oskar Velm, 47, a former driver, has been on the run since May, when a military judge issued a warrant against him.\n“I read the names,” he says.",
         "Oskar Velm", "“I read the names,”"),
    ],
)  # fmt: skip
def test_who_says_it_and_how_far(view_of: ViewOf, text: str, speaker: str, said: str) -> None:
    assert (speaker, said) in speakers(view_of, text)


def test_who_tells_of_a_raid_is_none_of_the_raiders(view_of: ViewOf) -> None:
    text = "Six men were killed in Odan by soldiers, residents and a local official told RSI."
    view = view_of(text)
    accused = [c for c in read_claims(view.document, view.annotations).claims if c.property == "perpetrator"]
    assert [(c.value.text, voices(c)) for c in accused] == [("soldiers", ["RSI", "residents and a local official"])]


def test_two_of_them_are_of_the_several_before(view_of: ViewOf) -> None:
    text = "Five witnesses recognised Osk Tellan. The smith gave the order to fire, three of them said."
    several, some = find_attributions(view_of(text))[-2:]
    assert (some.name, some.kind, some.speaker) == ("three of them", "witness", several.speaker)


def test_a_headline_quotes_whoever_says_so_below(view_of: ViewOf) -> None:
    view = view_of(
        "‘I read the names aloud’: a visit to the smith\nAsked about the sacks, Osk Tellan laughs. “I read the names aloud, and I did not choose them.”"
    )
    blocks = (replace(view.document.blocks[0], kind="headline"), *view.document.blocks[1:])
    view = View(replace(view.document, blocks=blocks), headlined(view))
    assert [[q.quote for q in a.content] for a in find_attributions(view)] == [
        ["‘I read the names aloud’", "“I read the names aloud, and I did not choose them.”"]
    ]


def headlined(view: View) -> Annotations:
    """The annotations with the first paragraph as a headline."""
    found = view.annotations
    sentences = (replace(s, block="headline") if s.paragraph == 0 else s for s in found.sentences)
    return replace(found, sentences=tuple(sentences))


@pytest.mark.parametrize(
    ("text", "stance"),
    [
        ("The smith said at his trial that nobody had hired him.", "denied"),
        ("The mayor said that nobody had paid the gravediggers.", "asserted"),
        ("“Tellan is no murderer,” said Ilva Renk.", "denied"),
        ("The harbour office says that no such letters ever existed.", "denied"),
        ("The harbour office says that no letters were posted.", "asserted"),
        ("The lawyer of Osk Tellan said that Tellan never met this lady.", "denied"),
        ("A guard said that Tellan never met this lady.", "asserted"),
    ],
)
def test_what_denies_and_what_only_says_how_things_are(view_of: ViewOf, text: str, stance: str) -> None:
    assert [c.stance for c in statements(view_of, text)] == [stance]
