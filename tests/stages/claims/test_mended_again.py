"""Readings that a later rule had taken away: a penalty to come, a finding behind a participle, a call with a clause behind."""

import rashomon


def _claims(text: str) -> list[dict[str, object]]:
    return list(rashomon.read(text, published="2021-03-11", publisher="Harbour Post")["claims"])


def test_a_penalty_to_come_is_no_toll() -> None:
    for text in ("Five officials may be put to death.", "Six men could be hanged for the theft."):
        assert not [c for c in _claims(text) if c["property"] in ("killed", "victim")]
    assert [c for c in _claims("Six men were put to death on Friday.") if c["property"] == "killed"]
    assert [c for c in _claims("Six men may have been executed on Friday.") if c["property"] == "killed"]


def test_who_is_told_of_behind_a_participle_keeps_the_finding() -> None:
    text = "On 20 January 2012 the commission of inquiry, presided over by Remo Altan, found that Colonel Quint gave the order."
    said = [c for c in _claims(text) if c["property"] == "statement"]
    assert said and all(len(c["chain"]) == 2 for c in said)  # type: ignore[arg-type]
