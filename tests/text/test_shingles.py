"""Shared wording: runs of equal words, figures masked, in texts of any number."""

from __future__ import annotations

from itertools import combinations, product
from random import Random

from hypothesis import given
from hypothesis import strategies as st

from rashomon.text.shingles import (
    MASK,
    OFTEN,
    close_pairs,
    mask,
    read_words,
    sample_hashes,
    shared_runs,
)

LONG = "the old ferry left the northern pier at dusk with goats and salt and letters for the islands beyond the reef"


def runs(a: str, b: str, least: int = 8) -> list:
    one, other = read_words(a), read_words(b)
    return shared_runs(one, other, sample_hashes(one, sample=1), sample_hashes(other, sample=1), least)


def test_words_are_folded_and_figures_masked() -> None:
    assert [w.form for w in read_words("İstanbul’s 33 dead, THREE more")] == ["istanbuls", MASK, "dead", MASK, "more"]
    assert mask("1,204") == MASK and mask("Salt") == "salt"


def test_words_stand_where_they_say() -> None:
    text = "  Ağrı, 5 people"
    assert [text[w.start : w.end] for w in read_words(text)] == ["Ağrı", "5", "people"]


def test_a_shared_run_is_found_whole() -> None:
    (run,) = runs(f"First words differ. {LONG}. So do the last.", f"Quite another start; {LONG}! And end of it.")
    assert (run.a, run.b, run.length) == (3, 3, 21)


def test_short_runs_and_different_texts_share_nothing() -> None:
    assert runs("the old ferry left the northern pier late", "an old ferry left the northern pier early") == []
    assert runs(LONG, "nobody has ever written these words about that boat or any other in the whole wide world") == []


def test_as_many_reprints_as_there_are_of_one_text_are_close() -> None:
    for count in (6, OFTEN + 30):
        hashes = [sample_hashes(read_words(f"{n} times {LONG}")) for n in range(count)]
        assert close_pairs(hashes, 2) == list(combinations(range(count), 2))


def test_a_stock_phrase_that_everybody_uses_makes_no_two_texts_close() -> None:
    words = ["".join(three) for three in product(("ka", "vo", "te", "mi", "sel", "or"), repeat=3)]
    chance = Random(1)
    texts = [" ".join([*chance.choices(words, k=30), *LONG.split()[:7], str(n)]) for n in range(OFTEN + 30)]
    assert close_pairs([sample_hashes(read_words(t)) for t in texts], 2) == []


@given(st.text(max_size=200), st.text(max_size=200))
def test_runs_hold_equal_words(a: str, b: str) -> None:
    one, other = read_words(a + LONG + b), read_words(b + LONG + a)
    hashes = sample_hashes(one, sample=1), sample_hashes(other, sample=1)
    for run in shared_runs(one, other, *hashes, 8):
        first = [w.form for w in one[run.a : run.a + run.length]]
        assert first == [w.form for w in other[run.b : run.b + run.length]] and run.length >= 8
