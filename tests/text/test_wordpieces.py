"""Words in pieces: small letters without marks, the longest piece first, and nothing that a hostile word can cost."""

import pytest

from rashomon.text.wordpieces import pieces, vocabulary


def _words(token: str) -> list[str]:
    names = {n: piece for piece, n in vocabulary().items()}
    return [names[n] for n in pieces(token)]


@pytest.mark.parametrize(
    ("token", "expected"),
    [
        ("arrested", ["arrested"]),
        ("Arrested", ["arrested"]),
        ("Ámbar", ["am", "##bar"]),
        ("gunman", ["gun", "##man"]),
        ("don't", ["don", "'", "t"]),
        ("", []),
        (" ", []),
    ],
)
def test_a_token_is_cut_where_the_vocabulary_has_it(token: str, expected: list[str]) -> None:
    assert _words(token) == expected


def test_the_pieces_of_a_word_make_it_up_again() -> None:
    assert "".join(p.removeprefix("##") for p in _words("Oghenerume")) == "oghenerume"


def test_signs_that_nobody_learned_are_one_unknown_piece() -> None:
    assert _words("\U0001f9ff") == ["[UNK]"]


def test_an_endless_word_is_one_unknown_piece() -> None:
    assert _words("a" * 100_000) == ["[UNK]"]
