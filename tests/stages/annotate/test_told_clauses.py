"""What "that" brings behind a word of saying hangs on that word."""

from __future__ import annotations

import pytest

import rashomon


def told(text: str) -> list[tuple[str, str, str]]:
    """Source, cue and content of every attribution of a text."""
    read = rashomon.read(text, published="2021-03-11", publisher="Harbour Post")
    return [
        (one["source"][0]["quote"], one["cue"][0]["quote"], one["content"][0]["quote"]) for one in read["attributions"]
    ]


@pytest.mark.parametrize(
    ("text", "want"),
    [
        (
            "Two nurses told the inquest that the warden strangled Pavel Ort.",
            ("Two nurses", "told", "that the warden strangled Pavel Ort"),
        ),
        (
            "The minister withdrew his statement that 40 passengers had died.",
            ("The minister", "withdrew his statement", "that 40 passengers had died"),
        ),
        (
            "On Monday Norway told Denmark that it expected an answer.",
            ("Norway", "told", "that it expected an answer"),
        ),
        (
            "Soldiers killed journalist Orban Fisk, Norland prosecutor states",
            ("Norland prosecutor", "states", "Soldiers killed journalist Orban Fisk"),
        ),
    ],
)
def test_a_clause_hangs_on_the_word_of_saying(text: str, want: tuple[str, str, str]) -> None:
    assert want in told(text)


def test_whom_an_opening_according_to_does_not_cite_does_what_follows() -> None:
    text = "According to the charge sheet, Harl Vint, 40, who hid the others, sold his car on 20 April."
    (source, _, content), *_ = told(text)
    assert source == "the charge sheet"
    assert content.startswith("Harl Vint")


def test_a_name_that_the_parser_split_is_accused_whole() -> None:
    read = rashomon.read("She also accused Brahim Adan Dhelk of giving shelter to the raiders of the mill.")
    accused = {e["name"] for e in read["entities"] if any(c["value"].get("entity") == e["id"] for c in read["claims"])}
    assert "Brahim Adan Dhelk" in accused
