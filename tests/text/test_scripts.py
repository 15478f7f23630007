"""Names of people across scripts. All of them are invented."""

from __future__ import annotations

from pathlib import Path

import pytest

from rashomon.text.names import compare_names
from rashomon.text.names.scripts import coarse_form, script_of

_ROWS = [
    tuple(row.split("\t"))
    for row in Path(__file__).with_name("across_scripts.tsv").read_text(encoding="utf-8").splitlines()
    if row and row[0] != "#"
]
SAME = [row[1:] for row in _ROWS if row[0] == "same"]
OTHER = [row[1:] for row in _ROWS if row[0] == "other"]


def test_one_name_in_two_scripts_is_found() -> None:
    pairs = [(a, b) for row in SAME for n, a in enumerate(row) for b in row[n + 1 :] if script_of(a) != script_of(b)]
    found = [compare_names(a, b, "person").same for a, b in pairs]
    assert len(pairs) > 300
    assert sum(found) / len(found) >= 0.95


def test_two_people_are_seldom_taken_for_one() -> None:
    assert sum(compare_names(a, b, "person").same for a, b in OTHER) / len(OTHER) <= 0.1


def test_the_reason_names_the_scripts() -> None:
    match = compare_names("Илькер Барлас", "İlker Barlas", "person")
    assert match.same
    assert "Cyrillic" in match.reason
    assert "Latin" in match.reason


def test_one_word_is_too_little() -> None:
    assert not compare_names("Барлас", "Barlas", "person").same


@pytest.mark.parametrize(
    ("name", "script"), [("Ünal", "latin"), ("Юнал", "cyrillic"), ("أونال", "arabic"), ("山田", None)]
)
def test_scripts(name: str, script: str | None) -> None:
    assert script_of(name) == script


def test_the_rough_form_is_near_in_all_scripts() -> None:
    forms = {coarse_form(name) for name in ("İlker Barlas", "Илькер Барлас", "إلكر برلاس")}
    assert max(map(len, forms)) - min(map(len, forms)) <= 2


def test_no_form_of_a_word_is_empty() -> None:
    from rashomon.lexicon.languages import fold_form, read_words

    assert fold_form("\u0307") == "\u0307"
    assert all(word.form for word in read_words("12 \u0307 \u064b \u0640 kişi"))
