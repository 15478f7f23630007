"""Whose word a sentence is where no clause of saying governs it: asides, colons, a quotation that goes on, an answer."""

from __future__ import annotations

import pytest

import rashomon


def claims(text: str, quote: str) -> list[tuple[list[str], str]]:
    """Chain, without the outlet, and stance of the claims that hold some words."""
    read = rashomon.read(text, published="2021-03-11", publisher="Harbour Post")
    return [([k["name"] for k in c["chain"][1:]], c["stance"]) for c in read["claims"] if quote in c["quote"]]


@pytest.mark.parametrize(
    ("text", "quote", "speaker"),
    [
        ('He was freed, since, as Judge Konrad Thall put it, "a body moved is not a body destroyed".', "a body", "Konrad Thall"),
        ("The leaflet was printed in the office, as one of two clerks, who saw it, has told us.", "printed", "two clerks"),
        ("On 6 March, so the Velm Tribune writes, he met Adela Rinks in a café.", "he met Adela Rinks", "Velm Tribune"),
        ("“He said: come, and come with the ammunition,” so Pilk.", "come with the ammunition", "Pilk"),
        ("By the widow's account, two men in masks strangled her husband.", "two men in masks", "the widow"),
        ("Per the coroner, Oskar Tamm shot the ferryman twice.", "Tamm shot the ferryman", "the coroner"),
        ("Oskar Tamm shot the ferryman, as reported by the Northern Gazette.", "Tamm shot", "Northern Gazette"),
        ("That is what the Harbour Branch had told the family on Friday: that he was in custody.", "he was in", "Harbour Branch"),
        ("Two survivors described the same thing: soldiers came and shot prisoners.", "soldiers came", "Two survivors"),
        ("Josefa Lind used to say that the minister had shot the clerk.", "had shot the clerk", "Josefa Lind"),
        ("Tam Orr has made it known through his lawyer that the number was never his.", "never his", "Tam Orr"),
        (
            'The lawyer, Cora Ferr, told us that her client was innocent. "He paid for guards, not for killers."',
            "He paid for guards",
            "Cora Ferr",
        ),
        (
            '"There were four calls," said the prosecutor, Irma Sebal.\n\nWas the minister a suspect? "No. There is nothing in the file."',
            "nothing in the file",
            "Irma Sebal",
        ),
    ],
)  # fmt: skip
def test_who_says_so(text: str, quote: str, speaker: str) -> None:
    found = claims(text, quote)
    assert found
    assert all(chain == [speaker] for chain, _ in found)


def test_a_view_is_possible() -> None:
    assert claims("In the view of the prosecutor, Oskar Tamm shot the ferryman.", "Tamm shot")[0][1] == "possible"


@pytest.mark.parametrize(
    "text",
    [
        "The guards did nothing, so the prosecutor let them go.",
        "The army, as everybody knows, shelled the hamlet.",
        "On the word of a single informer, police arrested Nils Fenn.",
        "In my view he bears as much guilt as the man who fired.",
        "Two men were charged: Oskar Tamm and Nils Fenn shot the ferryman.",
    ],
)
def test_who_says_nothing(text: str) -> None:
    read = rashomon.read(text, published="2021-03-11", publisher="Harbour Post")
    assert all(len(c["chain"]) == 1 for c in read["claims"])


@pytest.mark.parametrize(
    ("text", "quote", "stance"),
    [
        ("The lawyer of Oskar Tamm called the ruling a victory of law.", "called the ruling a victory", "asserted"),
        ("The mayor called the accusation absurd.", "called the accusation absurd", "denied"),
        ("The ministry called it a fabrication.", "called it a fabrication", "denied"),
        ("Analysts think it important.", "think it important", "possible"),
        ("The commander, Major Rudo Kest, denied it.", "denied it", "denied"),
        ("All four deny any guilt.", "deny any guilt", "denied"),
        ("A spokeswoman, Lucie Abran, rejected that as grotesque.", "rejected that as grotesque", "denied"),
    ],
)
def test_what_is_named_or_denied_as_a_whole(text: str, quote: str, stance: str) -> None:
    assert [found for _, found in claims(text, quote)] == [stance]


@pytest.mark.parametrize(
    ("text", "quote", "stance"),
    [
        ("It is unclear whether the police shot him.", "the police shot him", "unconfirmed"),
        ("Whether he also wanted the six to die, we are not in a position to say.", "wanted the six", "unconfirmed"),
        ("Whether the minister knew of the raid, the police could not say.", "knew of the raid", "unconfirmed"),
        (
            "That he exchanged messages with Garrow, as police had claimed, the judges did not hold proved.",
            "he exchanged messages",
            "unconfirmed",
        ),
        ("It remained unproven, the judge said, that Dorian Velk had ordered the murder.", "Velk had", "unconfirmed"),
        ("It could not be ruled out, Thuss said, that the money was meant for the funerals.", "meant for", "possible"),
        ('"We have two letters," Mara Dell said. "We believe that this was the price."', "was the price", "possible"),
        ('"I spoke to nobody that night," said Leo Vars.', "spoke to nobody", "denied"),
        ("Sancour, who left office in 2022, said there had been no such call.", "no such call", "denied"),
        ("Mr Rasg says that he was never warned.", "never warned", "denied"),
        ("Beata Quill said that her client had ordered nothing.", "ordered nothing", "denied"),
        ('"The inmates had no hand in it," said the prosecutor.', "no hand in it", "denied"),
        ("Mara Dell said that they had no weapons.", "no weapons", "asserted"),
        ('"Our town has not earned this grief," said the mayor.', "not earned", "asserted"),
        ("The spokesman said that the ministry had not received the letter.", "not received", "asserted"),
    ],
)
def test_what_is_left_open_and_what_is_denied(text: str, quote: str, stance: str) -> None:
    assert {found for _, found in claims(text, quote)} == {stance}


@pytest.mark.parametrize(
    ("text", "quote", "speaker"),
    [
        ('Major Rudo Kesz denied it. "None of my men set foot in the block," he said.', "set foot", "Rudo Kesz"),
        ("Prosecutors charged a corporal. They say that he was paid $8,000.", "was paid", "Prosecutors"),
        ("IS said in a statement that the attack was aimed at the league.", "was aimed at", "IS"),
        ("They contradict the claim of the Sarran authorities that he had no part in it.", "no part", "Sarran authorities"),
        ("The court registered six deaths in the camp.", "six deaths", "The court"),
        ("He was freed, since, as Judge Helga Rusk said, the pistol had been found by chance.", "had been found", "Helga Rusk"),
    ],
)  # fmt: skip
def test_whose_word_goes_on(text: str, quote: str, speaker: str) -> None:
    assert [speaker in chain[-1] for chain, _ in claims(text, quote) if chain][-1:] == [True]


@pytest.mark.parametrize(
    ("text", "speaker", "stance"),
    [
        ("Relatives are convinced that the police shot Nils Fenn.", "Relatives", "asserted"),
        ("The widow is in no doubt that the sergeant shot Nils Fenn.", "The widow", "asserted"),
        ("If the widow is to be believed, the sergeant shot Nils Fenn.", "the widow", "alleged"),
        ("The sergeant shot Nils Fenn, or so the widow says.", "the widow", "asserted"),
        ("The panel adjudged that the sergeant shot Nils Fenn.", "The panel", "undetermined"),
        ("The mayor averred that the sergeant shot Nils Fenn.", "The mayor", "asserted"),
        ("The minister was quick to add that the sergeant shot Nils Fenn.", "The minister", "asserted"),
        ("The general brushed aside claims that the sergeant shot Nils Fenn.", "The general", "denied"),
        ("Rumours persist that the sergeant shot Nils Fenn.", None, "alleged"),
        ("There is little to suggest that the sergeant shot Nils Fenn.", None, "unconfirmed"),
        ("There is a lack of evidence that the sergeant shot Nils Fenn.", None, "unconfirmed"),
        ("There is little doubt that the sergeant shot Nils Fenn.", None, "asserted"),
    ],
)
def test_words_of_many_classes(text: str, speaker: str | None, stance: str) -> None:
    read = rashomon.read(text, published="2021-03-11", publisher="Harbour Post")
    accused = [c for c in read["claims"] if c["property"] == "perpetrator"]
    assert [(c["chain"][-1]["name"], c["stance"]) for c in accused] == [(speaker or "Harbour Post", stance)]


@pytest.mark.parametrize(
    "text",
    [
        "Gerda Lohm's release was put off again.",
        "The film, a comedy, shows Ivo Kell shooting two stowaways.",
        "The allegation that Piet Vorst wrote to Hanna Grell was made up.",
        "The tribunal lacks proof that General Ilmar Rusk ordered the massacre.",
        "Orla Finn's letter to Greta Sahl was never sent.",
        "Runa Mikkel rejected as an invention the story that she had dined with Elias Grom.",
        "Had the boat sunk in May, Oskar Tamm would have been saved.",
        "Was Nils Fenn stabbed in May? The log does not say so.",
        "That Oskar Tamm shot Nils Fenn is a mistake in the report.",
    ],
)
def test_what_did_not_happen_is_not_asserted(text: str) -> None:
    read = rashomon.read(text, published="2021-03-11", publisher="Harbour Post")
    sure = [c for c in read["claims"] if c["property"] not in ("role", "alias", "statement")]
    assert [c["property"] for c in sure if c["stance"] == "asserted"] == []


def test_a_sentence_that_breaks_off_is_read() -> None:
    assert rashomon.read("He came home late. If the widow", published="2021-03-11")["unread"] == []
