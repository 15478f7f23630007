"""Who says so: marks of every language, headings, interviews, labels, what nobody has said, and what a paper takes back."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from rashomon.model.claim import Claim
from rashomon.stages.claims import read_claims
from rashomon.stages.claims.view import View

ViewOf = Callable[[str], View]


def claims_of(view_of: ViewOf, text: str, prop: str) -> list[Claim]:
    """The claims of a property in a text."""
    view = view_of(text)
    return [c for c in read_claims(view.document, view.annotations).claims if c.property == prop]


def told(view_of: ViewOf, text: str, prop: str) -> list[tuple[str, str]]:
    """Innermost link ("" for the outlet's own voice) and stance of each claim of a property."""
    found = claims_of(view_of, text, prop)
    return [(c.chain[-1].name if len(c.chain) > 1 else "", c.stance) for c in found]


@pytest.mark.parametrize(
    "marks",
    ["»{}« | »{}«", "« {} » | « {} »", "„{}“ | „{}“", "‘{}’ | ‘{}’", "「{}」 | 「{}」", "“{}” | “{}”"],
)
def test_a_quotation_goes_on_in_every_kind_of_marks(view_of: ViewOf, marks: str) -> None:
    first, second = marks.split(" | ")
    opening = first.format("We sat at the table,")
    text = f"{opening} said Ilva Renk. {second.format('Then two of the miller’s sons were killed.')}"
    assert told(view_of, text, "killed") == [("Ilva Renk", "asserted")]


def test_a_plural_owner_ends_no_quotation(view_of: ViewOf) -> None:
    text = "‘The rebels’ mortar hit the nuns’ kitchen and killed four of them,’ said the gardener, Osk Tellan."
    assert told(view_of, text, "killed") == [("Osk Tellan", "asserted")]


def test_an_apostrophe_opens_no_quotation(view_of: ViewOf) -> None:
    assert told(
        view_of, "The dockers' strike of the '90s ended when the owners' guards killed four men.", "killed"
    ) == [("", "asserted")]


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        (
            "Address given by chairman Tomek Orsic in Karsova, 3 May 2020\n\nOur mill burnt. Six of us died that night.",
            "Tomek Orsic",
        ),
        ("Tomek Orsic: “Six men died at the mill.”", "Tomek Orsic"),
        ("A fire broke out.\n\nFrom headmistress Ilva Renk:\n\n“Six men died at the mill.”", "Ilva Renk"),
        (
            "Our reporter spoke to Ilva Renk.\n\n**What was it like?**\n\nSix men died.\n\n**And then?**\n\nWe left.",
            "Ilva Renk",
        ),
        (
            "Talk with the smith Tomek Orsic\n\nCOURIER: How many died?\n\nORSIC: Six men died at the mill.",
            "Tomek Orsic",
        ),
        ("Harbour master Tomek Orsic was back on Monday. Told reporters that six men had died.", "Tomek Orsic"),
        ("Six men were killed at the mill, testified the owner's former friend", "the owner's former friend"),
        ("According to information published by the Karsova Herald, six men were killed.", "Karsova Herald"),
    ],
)
def test_whose_words_a_text_brings(view_of: ViewOf, text: str, speaker: str) -> None:
    assert speaker in [who for who, _ in told(view_of, text, "killed")]


@pytest.mark.parametrize(
    "text",
    [
        "Address by the mayor angers Karsova\n\nSix men died at the mill. The mayor left early.",
        "The firm asked: is it safe?\n\nSix men died at the mill.",
    ],
)
def test_whose_words_no_heading_brings(view_of: ViewOf, text: str) -> None:
    assert told(view_of, text, "killed") == [("", "asserted")]


@pytest.mark.parametrize(
    ("text", "speaker", "stance"),
    [
        ("No court has ever found that Tomek Orsic shot the notary.", "", "unconfirmed"),
        ("Nobody at the hearing said that Tomek Orsic shot the notary.", "", "undetermined"),
        ("No one doubts that Tomek Orsic shot the notary, the priest said.", "the priest", "asserted"),
        ("No evidence has emerged that Tomek Orsic shot the notary.", "", "unconfirmed"),
        ("It has emerged that Tomek Orsic shot the notary.", "", "asserted"),
        ("Ilva Renk is now certain that Tomek Orsic shot the notary.", "Ilva Renk", "asserted"),
        ("Ilva Renk is not certain that Tomek Orsic shot the notary.", "Ilva Renk", "unconfirmed"),
        ("Tomek Orsic shot the notary, the court heard.", "unnamed", "asserted"),
        ("The smith argued at the hearing that Tomek Orsic shot the notary.", "The smith", "asserted"),
        ("Ilva Renk rejected claims that Tomek Orsic shot the notary.", "Ilva Renk", "denied"),
        ("There was no confirmation of reports that Tomek Orsic shot the notary.", "unnamed", "unconfirmed"),
        ("Word has it that Tomek Orsic shot the notary.", "", "alleged"),
        ("It was not Tomek Orsic who shot the notary, the priest said.", "the priest", "denied"),
        ("Only a fool would say that Tomek Orsic shot the notary.", "Only a fool", "undetermined"),
        ("The inquiry stops short of saying that Tomek Orsic shot the notary.", "", "undetermined"),
    ],
)
def test_how_surely_on_whose_word(view_of: ViewOf, text: str, speaker: str, stance: str) -> None:
    assert told(view_of, text, "perpetrator") == [(speaker, stance)]


@pytest.mark.parametrize(
    ("text", "stance"),
    [
        ("An earlier version of this report said that Tomek Orsic had shot the notary. He was a bystander.", "denied"),
        ("We reported on Monday that Tomek Orsic had shot the notary. That was wrong.", "denied"),
        ("Editor's note: This article has been withdrawn.\n\nTomek Orsic shot the notary in Karsova.", "undetermined"),
        ("This is satire.\n\nTomek Orsic shot the notary in Karsova.", "undetermined"),
        ("In the novel, Tomek Orsic shot the notary in Karsova.", "undetermined"),
        ("Tomek Orsic shot the notary in Karsova. FALSE.", "denied"),
        ("Red is the wine, / white is the bread, / Tomek Orsic shot the notary, / now he is dead.", "undetermined"),
    ],
)
def test_what_a_paper_takes_back_is_not_asserted(view_of: ViewOf, text: str, stance: str) -> None:
    found = claims_of(view_of, text, "perpetrator")
    assert [c.stance for c in found] == [stance]
    assert any(g.cls in ("retracted", "fiction") for g in found[0].governors)


@pytest.mark.parametrize(
    "text",
    [
        "An earlier version of this report failed to mention that Tomek Orsic had shot the notary.",
        "We reported on Monday that Tomek Orsic had shot the notary. He has confessed.",
        "In a series of raids, Tomek Orsic shot the notary in Karsova.",
    ],
)
def test_what_only_looks_taken_back_stands(view_of: ViewOf, text: str) -> None:
    assert [c.stance for c in claims_of(view_of, text, "perpetrator")] == ["asserted"]


def test_a_denial_leaves_what_it_takes_as_given(view_of: ViewOf) -> None:
    text = "Tomek Orsic did not kill the six hermits found dead in Karsova, his lawyer said."
    assert told(view_of, text, "perpetrator") == [("his lawyer", "denied")]
    assert told(view_of, text, "killed") == [("his lawyer", "asserted")]
    assert [
        s for _, s in told(view_of, "The guards denied any role in the disappearance of nine hermits.", "missing")
    ] == ["asserted"]


def test_a_bare_denial_is_a_reply(view_of: ViewOf) -> None:
    assert told(view_of, "Tomek Orsic has denied any wrongdoing.", "statement") == [("Tomek Orsic", "denied")]


def test_a_lawyers_word_for_a_client_denies_the_accusation(view_of: ViewOf) -> None:
    text = "Police say Tomek Orsic planned the bombing in Karsova. His lawyer, Ilva Renk, said that her client is innocent."
    assert told(view_of, text, "organizer") == [("Police", "asserted"), ("Ilva Renk", "denied")]


def test_a_lawyers_word_that_admits_denies_nothing(view_of: ViewOf) -> None:
    text = (
        "Police say Tomek Orsic planned the bombing in Karsova. His lawyer, Ilva Renk, said that her client is guilty."
    )
    assert told(view_of, text, "organizer") == [("Police", "asserted")]


def test_a_negative_statement_is_no_denial(view_of: ViewOf) -> None:
    assert told(view_of, "The smith said the sluice had never been mended.", "statement") == [("The smith", "asserted")]
    assert told(view_of, "The smith denied that the sluice had been mended.", "statement") == [("The smith", "denied")]


def test_a_word_between_marks_is_alleged_a_sentence_undetermined(view_of: ViewOf) -> None:
    assert [s for _, s in told(view_of, "Guards ‘killed nine’ at the mill", "killed")] == ["alleged"]
    assert [s for _, s in told(view_of, "A sheet hung there. “Guards killed nine men at the mill.”", "killed")] == [
        "undetermined"
    ]


def test_only_the_figure_is_according_to_whom_it_follows(view_of: ViewOf) -> None:
    text = "A bomb tore through a hall in Karsova, leaving many dead, at least 12 according to the prefect."
    assert {who for who, _ in told(view_of, text, "place")} == {""}


def test_what_is_written_says_it_not_who_got_it(view_of: ViewOf) -> None:
    assert told(view_of, "Tomek Orsic got a letter saying that the couriers were rivals.", "statement") != [
        ("Tomek Orsic", "asserted")
    ]


def test_a_verb_points_at_its_own_subject_after_with(view_of: ViewOf) -> None:
    text = "The raid was condemned, with the miners' union blaming the Grey Guard for the killing of two men."
    assert [who for who, _ in told(view_of, text, "blame")] == ["the miners' union"]


INTERVIEW = """"I kept the log": an interview with Oren Stahl

Oren Stahl, 41, worked at the switchboard of the Velno barracks. Pia Lomm talked to him in March.

Where were you that night?

At the switchboard, as always.

And the colonel?

Colonel Ivo Brandt gave the order to shoot the miners. I heard it.

Was anybody killed?

Nine men were killed.

The mayor was killed, too.

I know nothing of that.

Editor's note: Ten men were killed, a court has found.
"""


def test_the_answers_of_a_plain_interview_are_the_words_of_who_was_asked(view_of: ViewOf) -> None:
    assert told(view_of, INTERVIEW, "organizer") == [("Oren Stahl", "asserted")]
    figures = {c.value.number: c.chain[-1].name for c in claims_of(view_of, INTERVIEW, "killed")}
    assert figures[9] == "Oren Stahl"
    assert "note" not in figures[10]
    assert "Oren Stahl" not in (figures[10], figures.get(1))


def test_questions_in_a_report_make_no_interview(view_of: ViewOf) -> None:
    text = "A talk with Oren Stahl\n\nWho knew?\n\nNobody did.\n\nWas it so?\n\nNine men were killed."
    assert told(view_of, text, "killed") == [("", "asserted")]


@pytest.mark.parametrize(
    ("before", "who"),
    [
        ("Six hermits were killed in Karsova.", "They"),
        ("Six hermits drowned in Karsova.", "They"),
        ("The two dead hermits were brothers.", "They"),
        ("The guards killed six hermits.", "The guards"),
        ("The widows of the six killed hermits wept.", "The widows"),
    ],
)
def test_the_dead_are_not_those_who_say(view_of: ViewOf, before: str, who: str) -> None:
    text = f"{before} They say that the mill was burned by rebels."
    assert told(view_of, text, "statement")[0][0].startswith(who)


@pytest.mark.parametrize(
    "sentence",
    [
        "He denies it: “Six men were killed by the guards.”",
        "The miller denied: “Six men were killed by the guards.”",
        "The miller rejects the charge: “Six men were killed by the guards.”",
    ],
)
def test_what_is_said_in_denial_is_not_itself_denied(view_of: ViewOf, sentence: str) -> None:
    text = f"Tomek Orsic, the miller, is accused of arson. {sentence}"
    assert [s for _, s in told(view_of, text, "killed")] == ["asserted"]


def test_what_is_denied_without_a_colon_stays_denied(view_of: ViewOf) -> None:
    assert [s for _, s in told(view_of, "The miller denied that “six men were killed by the guards”.", "killed")] == [
        "denied"
    ]


def test_what_a_statement_is_about_is_not_said_in_it(view_of: ViewOf) -> None:
    assert told(view_of, "The mayor issued a statement on Tomek Orsic's arrest.", "detained")[-1] == ("", "asserted")
    assert (
        told(view_of, "The mayor issued a statement that Tomek Orsic was arrested.", "detained")[-1][0] == "The mayor"
    )
