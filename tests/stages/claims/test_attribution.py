"""Attributions: the gold halves against floors that may only rise, and what single sentences taught."""

from __future__ import annotations

import pytest
from reading_gold import score_attributions, view_of, words

from rashomon.stages.claims.attribution import find_attributions
from rashomon.stages.claims.attribution.quotations import find_quotations

FLOORS = {
    "dev": {"precision": 0.98, "recall": 0.96, "parent": 0.98, "stance": 0.98, "kind": 0.98},
    "test": {"precision": 0.94, "recall": 0.98, "parent": 0.97, "stance": 0.98, "kind": 0.95},
}


@pytest.mark.parametrize("split", ["dev", "test"])
def test_gold_attributions_stay_above_their_floors(split: str) -> None:
    found = score_attributions(split)
    assert {name: figure for name, figure in found.items() if figure < FLOORS[split][name]} == {}


def parts(text: str, **fields: object) -> list[tuple[str, str, str]]:
    return [(words(a.source), words(a.cue), words(a.content)) for a in find_attributions(view_of(text, **fields))]


def test_final_clause_with_its_own_speaker_holds_the_first() -> None:
    view = view_of(
        "A guard, Oto Fenn said during the second hearing that he had seen the van, Delta News Agency reported."
    )
    inner, outer = sorted(find_attributions(view), key=lambda a: a.parent is None)
    assert (inner.name, inner.parent) == ("Oto Fenn", outer.id)
    assert words(outer.content).endswith("that he had seen the van")
    assert "Delta" not in words(inner.content)


def test_quotation_over_three_sentences_goes_to_the_speaker_at_its_end() -> None:
    text = '"We ran. The roof fell. Nobody helped us," said Ana Dell.'
    assert parts(text) == [("Ana Dell", "said", '"We ran. The roof fell. Nobody helped us,"')]


def test_quotation_over_two_paragraphs_is_one_content() -> None:
    text = 'Ana Dell said: "We ran to the river.\n\n"The roof fell behind us."'
    assert len(parts(text)) == 1
    assert parts(text)[0][2].endswith('behind us."')


def test_quotation_resumed_after_the_speaker() -> None:
    text = '"We ran," Ana Dell told one of the drivers, a cousin of hers. "The roof fell."'
    assert parts(text) == [("Ana Dell", "told", '"We ran," ... "The roof fell."')]


def test_a_sentence_after_a_closed_quotation_starts_afresh() -> None:
    text = 'The banner read "We will come back." The group hoped that the bridge would open.'
    assert ("The group", "hoped", "that the bridge would open") in parts(text)


def test_own_thoughts_in_a_quotation_bring_no_second_voice() -> None:
    assert len(parts('"I think we were lucky," said Ana Dell.')) == 1


@pytest.mark.parametrize(
    "text",
    [
        "The flood claimed twelve lives.",
        "The drivers met to discuss the route.",
        "He called the garage twice.",
        "The road was closed in order to protect the convoy.",
        "The soldiers attacked the town at dawn.",
        "The guard continued firing shots at the fence.",
    ],
)
def test_deeds_are_no_speech(text: str) -> None:
    assert parts(text) == []


def test_an_aside_of_the_outlet_is_nobody_elses_word() -> None:
    found = parts("Dell has stated that fifty people died (Update: It is now confirmed that thirty died).")
    said = next(content for source, _, content in found if source == "Dell")
    assert "Update" not in said


def test_sentence_opening_according_to_does_not_swallow_the_subject() -> None:
    [(source, _, content)] = parts(
        "According to a secret memo compiled by the police, Oto Fenn met the bombers in May."
    )
    assert source == "a secret memo compiled by the police"
    assert content.startswith("Oto Fenn")


@pytest.mark.parametrize(
    ("headline", "source"),
    [("Police: Two dead in Velmar", "Police"), ("Two dead in Velmar after blast: police", "police")],
)
def test_colon_in_a_headline(headline: str, source: str) -> None:
    assert [s for s, _, _ in parts(headline, headline=True)] == [source]


def test_no_speaker_is_made_of_a_subject_heading() -> None:
    assert parts("Velmar bridge collapse: what we know", headline=True) == []


def test_every_part_stands_where_it_says() -> None:
    view = view_of('Police said two died. "Two," Ana Dell said, "and İlhan too." According to Oto, it rained.')
    quotes = [q for a in find_attributions(view) for q in (*a.source, *a.cue, *a.content)]
    assert quotes
    assert all(view.text[q.start : q.end] == q.quote for q in quotes)


def test_quotation_marks_of_several_kinds() -> None:
    view = view_of("“One two three four five,” he said. «One two three four.» ''One two three four,'' she said. \"Odd")
    assert [(q.speech, q.open) for q in find_quotations(view)] == [(True, False)] * 3 + [(False, True)]


def test_a_name_before_a_colon_speaks_only_where_a_clause_follows() -> None:
    assert parts("Maria Lopez: the woman who planned the bombing", headline=True) == []
    assert [s for s, _, _ in parts("Maria Lopez: We were not warned", headline=True)] == ["Maria Lopez"]


def test_transcript_labels_speak_where_they_return() -> None:
    text = "DELL: Where were you that night?\n\nFENN: At the mill, alone.\n\nDELL: Who saw you?\n\nFENN: Nobody."
    assert [s for s, _, _ in parts(text)] == ["DELL", "FENN", "DELL", "FENN"]
    assert parts("UPDATE: The bridge was closed at noon.") == []


@pytest.mark.parametrize(
    "text", ['"', ":", "said", "According to", '"""', "“ said .", "Dell ( Update", "Police:", "— Dell", "İ said"]
)
def test_scraps_of_text_are_read_without_a_fault(text: str) -> None:
    for headline in (True, False):
        view = view_of(text, headline=headline)
        assert all(view.text[q.start : q.end] == q.quote for a in find_attributions(view) for q in a.content)


def test_who_puts_a_toll_at_a_figure_says_so() -> None:
    (found,) = find_attributions(view_of("The ministry of Velmar put the death toll at 31."))
    assert [q.quote for q in found.source] == ["The ministry of Velmar"]
    assert "31" in found.content[-1].quote
    assert not find_attributions(view_of("The guard put the gun to his head."))
