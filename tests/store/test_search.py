from __future__ import annotations

from pathlib import Path

import pytest

from rashomon.errors import CaseDamaged, UsageFault
from rashomon.store.view import CaseView, match_query


def test_search_is_folded(example_case: Path) -> None:
    view = CaseView(example_case)
    assert (
        {h.id for h in view.search("sengul") if h.kind == "text"}
        == {h.id for h in view.search("Şengül") if h.kind == "text"}
        != set()
    )


def test_a_phrase_is_found_as_a_phrase_and_a_prefix_as_a_prefix(example_case: Path) -> None:
    view = CaseView(example_case)
    assert view.search('"fish market"')
    assert not view.search('"auction morning"')
    assert view.search("fishm*")
    assert not view.search("fishm")


@pytest.mark.parametrize("words", ['"', "*", "' OR 1", "NEAR(", "a AND", "()", "^x", "-"])
def test_what_a_person_types_is_never_a_query_language(example_case: Path, words: str) -> None:
    CaseView(example_case).search(words)


def test_terms_are_quoted() -> None:
    assert match_query('tolga "Border Garrison" kid*') == '"tolga" AND "border garrison" AND "kid"*'


def test_a_folder_without_a_build_is_named(tmp_path: Path) -> None:
    with pytest.raises(UsageFault, match="holds no built case"):
        CaseView(tmp_path)


def test_a_damaged_database_is_named(tmp_path: Path) -> None:
    (tmp_path / "case.db").write_bytes(b"no database" * 1000)
    with pytest.raises(CaseDamaged, match=r"case\.db"):
        CaseView(tmp_path).keys()
