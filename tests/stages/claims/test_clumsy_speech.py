"""Speech in inverted, clumsy and translated English, hearsay, and figures that somebody gives."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from rashomon.stages.claims import read_claims
from rashomon.stages.claims.attribution import find_attributions
from rashomon.stages.claims.view import View

ViewOf = Callable[[str], View]


def said(view: View) -> list[tuple[str, str]]:
    """Each attribution's speaker and content."""
    return [(a.name, " ... ".join(q.quote for q in a.content)) for a in find_attributions(view)]


@pytest.mark.parametrize(
    ("text", "name", "content"),
    [
        (
            "At least six people died and 17 were hurt when gunmen fired on a bus, informed today the prosecutor's "
            "office of the state.",
            "the prosecutor's office of the state",
            "At least six people died",
        ),
        (
            "Four fishermen drowned in the storm, indicated the minister of transport.",
            "the minister of transport",
            "Four",
        ),
        ("As the agency Overworld wrote on the very day, 34 people died in the market.", "Overworld", "34 people died"),
        (
            "The shots fell at noon, it is said in the statement of the police.",
            "the statement of the police",
            "The shots",
        ),
        (
            "The governor, colonel Moise Tokan, for his part, confides that he met him.",
            "Moise Tokan",
            "that he met him",
        ),
        (
            "Deputies of the minority hold that the minister may have known.",
            "Deputies of the minority",
            "that the minister",
        ),
        ("The mayor said a harbour patrol held the bridge.", "The mayor", "a harbour patrol held the bridge"),
        ("Fenn was charged with arson; he denied that he had been told of the plan.", "Fenn", "that he had been told"),
        ("Dembo denies having known him.", "Dembo", "having known him"),
        (
            "The commission of inquiry, presided over by Reme Alto, found that fire was opened without warning.",
            "The commission of inquiry",
            "that fire was opened",
        ),
        (
            '"The cart would never have entered," estimates on the contrary Polina Ganda, deputy of the Union.',
            "Polina Ganda",
            '"The cart would never have entered,"',
        ),
        (
            '"We have 17 bodies here," indicated to Overpress the director of the clinic, Ofelia Barrow.',
            "Ofelia Barrow",
            '"We have 17 bodies here,"',
        ),
    ],
)
def test_who_says_it_in_clumsy_english(view_of: ViewOf, text: str, name: str, content: str) -> None:
    found = said(view_of(text))
    assert [f for f in found if f[0] in (name, "he") and f[1].startswith(content)], found


def test_what_is_announced_is_no_speaker(view_of: ViewOf) -> None:
    found = said(view_of("In Velmar, the minister, Oskar Venn, announced the agreement on the port after talks."))
    assert not [name for name, _ in found if "agreement" in name]


@pytest.mark.parametrize(
    ("text", "chain"),
    [
        ("A resident, Mir Tok, said he had heard from the driver that two boats were hit.", ["Mir Tok", "the driver"]),
        (
            "The Joint Command said it fired after it received information from a partner service that a gunman was in it.",
            ["Joint Command", "a partner service"],
        ),
        (
            "A harbour official was quoted by army radio as saying the fleet had left the port.",
            ["army radio", "A harbour official"],
        ),
        ("Mir Tok had heard from a guard, Lea Sand said, that guests were expected.", ["Lea Sand", "a guard"]),
        ("A neighbour had told her, Lea Sand said, that the house was empty.", ["Lea Sand", "A neighbour"]),
        ("Mir Tok testified that he had been told by a guard that guests were expected.", ["Mir Tok", "a guard"]),
    ],
)
def test_hearsay_is_a_chain(view_of: ViewOf, text: str, chain: list[str]) -> None:
    found = find_attributions(view_of(text))
    inner = next(a for a in reversed(found) if a.parent is not None)
    outer = next(a for a in found if a.id == inner.parent)
    assert [outer.name, inner.name] == chain


@pytest.mark.parametrize(
    ("text", "number", "name"),
    [
        ("Police spokesman Bel Tarn confirmed the attack but put the number of dead at nine.", 9, "Bel Tarn"),
        ("The Harbour Ministry, which on Tuesday had admitted nine deaths, gave no list.", 9, "Harbour Ministry"),
        ("Civil Watch, which went from house to house, has now counted 26 killed.", 26, "Civil Watch"),
        ("Mara Dell told Radio Candle that four people had drowned.", 4, "Mara Dell"),
        (
            "The death toll from Friday's attack on Tessen has risen to 38, among them 12 women and nine children, the "
            "district head, Mallam Habu Dan-Kor, told The Beacon on Sunday.",
            38,
            "Habu Dan-Kor",
        ),
    ],
)
def test_whose_figure_it_is(view_of: ViewOf, text: str, number: int, name: str) -> None:
    view = view_of(text)
    killed = [c for c in read_claims(view.document, view.annotations).claims if c.value.number == number]
    assert killed and all(c.chain[-1].name == name for c in killed)


@pytest.mark.parametrize(
    ("text", "name", "kind"),
    [
        ("India says the attack was planned abroad.", "India", "official"),
        ("World number one Oskar Venn says he will not play.", "", "person"),
        ("A commander in charge in the border region said that the road was open.", "", "official"),
        (
            "A woman said that her brother-in-law told her that the captain had counted them.",
            "her brother-in-law",
            "person",
        ),
    ],
)
def test_what_kind_of_source_it_is(view_of: ViewOf, text: str, name: str, kind: str) -> None:
    last = find_attributions(view_of(text))[-1]
    assert last.kind == kind and (not name or last.name == name)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("What the Panel establishes is this. Six people were killed. Thirty are missing.", "the Panel"),
        ("Ilda Varro gave this account. Four men came to the house. They shot her brother.", "Ilda Varro"),
        ("This is what Mara Dell told us. The men came at night. They shot her brother.", "Mara Dell"),
        ("The witness continued: The men came at night. They shot her brother.", "The witness"),
        ("The report concludes as follows: The dam was weak. Nobody was warned.", "The report"),
    ],
)
def test_a_sentence_that_announces_what_is_said(view_of: ViewOf, text: str, name: str) -> None:
    view = view_of(text)
    said_so = [a for a in find_attributions(view) if a.name == name]
    assert said_so and said_so[-1].content[-1].end == len(text)


@pytest.mark.parametrize(
    "text",
    [
        "Ilda Varro gave the account to her bank. Four men came to the house.",
        "The mayor opened the bridge. This is what people wanted. Four men came.",
        "The Game Goes On: The harbour club won again. It was the third time.",
    ],
)
def test_other_sentences_announce_nothing(view_of: ViewOf, text: str) -> None:
    assert not [a for a in find_attributions(view_of(text)) if a.content and a.content[-1].end == len(text)]


@pytest.mark.parametrize(
    "text",
    [
        "The roof fell on the crowd, the state radio quoted one witness as saying.",
        'There was "a great deal of noise and steam," the state radio quoted one witness as saying.',
        "The state radio quoted one witness as saying that the roof fell.",
    ],
)
def test_who_is_quoted_speaks_and_who_quotes_brings_it(view_of: ViewOf, text: str) -> None:
    view = view_of(text)
    told = [c for c in read_claims(view.document, view.annotations).claims if c.property == "statement"]
    assert [[link.name for link in c.chain[1:]] for c in told] in (
        [["the state radio", "one witness"]],
        [["The state radio", "one witness"]],
    )


def test_what_begins_says_nothing(view_of: ViewOf) -> None:
    assert said(view_of("Two days after the strike began there was a fire.")) == []


@pytest.mark.parametrize(
    ("text", "number", "name"),
    [
        ("The imam, Harun Tal, said by telephone that he had counted 16 bodies.", 16, "Harun Tal"),
        ("The figure of 43 dead, which the government has published, leaves out the guards.", 43, "the government"),
        (
            "According to the registers of the clinic and of the cemetery, 46 people died.",
            46,
            "the registers of the clinic",
        ),
    ],
)
def test_by_what_means_is_no_speaker(view_of: ViewOf, text: str, number: int, name: str) -> None:
    view = view_of(text)
    killed = [c for c in read_claims(view.document, view.annotations).claims if c.value.number == number]
    assert killed and all(c.chain[-1].name == name for c in killed)


def test_a_sentence_does_not_end_within_an_opening_source(view_of: ViewOf) -> None:
    found = said(view_of("According to the registers of the clinic and of the cemetery, 46 people died."))
    assert [content for _, content in found] == ["46 people died"]


def test_what_is_said_of_those_blamed_is_the_blamers(view_of: ViewOf) -> None:
    view = view_of("Governor Al Zurm blamed the killings on guards who, he said, had provoked the bandits.")
    told = [c for c in read_claims(view.document, view.annotations).claims if c.property == "statement"]
    assert [(c.quote, c.chain[-1].name) for c in told] == [("had provoked the bandits", "Al Zurm")]
