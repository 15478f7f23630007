"""Numbers that a speaker gives as his own."""

from __future__ import annotations

from rashomon.case import read


def holders(text: str) -> list[tuple[str | None, str, str]]:
    export = read(text, published="2021-06-14", title="The harbour")
    names = {e["id"]: e["name"] for e in export["entities"]}
    return [
        (names.get(c["subject"]["entity"]), c["value"]["text"], c["quote"])
        for c in export["claims"]
        if c["property"] == "phone"
    ]


def test_who_says_i_used_a_number_is_said_to_have_had_it() -> None:
    found = holders('"I used +61 491 570 159 in 2021," Leyla Deren told the court.')
    assert found == [("Leyla Deren", "+61491570159", "I used +61 491 570 159")]


def test_my_number_is_the_speakers() -> None:
    found = holders('Leyla Deren said: "My brother was there. My number was +61 491 570 159."')
    assert [(name, number) for name, number, _ in found] == [("Leyla Deren", "+61491570159")]


def test_a_papers_own_i_has_no_number() -> None:
    assert [name for name, _, _ in holders("I used +61 491 570 159 to reach the clerk.")] == [None]
