from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from rashomon.text.fold import fold, fold_map, fold_words


def test_turkish_i_and_accents_fold_to_ascii() -> None:
    assert fold("İLHAN Işık Çağrı") == "ilhan isik cagri"
    assert fold_words("Şan-lı’nın “Evi”") == "san linin evi"


@given(st.text())
def test_every_folded_character_is_carried_back(text: str) -> None:
    folded, places = fold_map(text)
    assert folded == fold(text) or text.isascii()
    assert len(places) == len(folded) + 1
    assert places == sorted(places)
    assert places[-1] == len(text)
