"""Names that no reading found, whose mask a shared surname takes, who is shielded: the kinds, each in a case of its own."""

from __future__ import annotations

import csv
import sys
import time
from argparse import Namespace
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from rashomon.pipeline import build
from rashomon.present.masking import Masker, Plan, Wishes, make_plan, mask_case
from rashomon.present.masking.addresses import WITHHELD, is_private
from rashomon.present.masking.plan import SHARED
from rashomon.present.masking.standing import role_standing
from rashomon.present.masking.strays import find_officials, find_strays
from rashomon.present.masking.towns import find_towns
from rashomon.present.resolve import Resolved, open_build
from rashomon.settings import Settings

ATTACKS = Path(__file__).resolve().parent.parent.parent / "bench" / "attacks"
Make = Callable[..., Resolved]


@pytest.fixture
def make(tmp_path: Path) -> Make:
    """Builds a small case of texts, with what `sources.csv` says of each."""

    def run(*texts: str, **about: str) -> Resolved:
        folder = tmp_path / "in"
        folder.mkdir()
        with (folder / "sources.csv").open("w", encoding="utf-8", newline="") as handle:
            table = csv.writer(handle)
            table.writerow(["file", *about])
            for number, text in enumerate(texts):
                (folder / f"{number}.txt").write_text(text, encoding="utf-8")
                table.writerow([f"{number}.txt", *about.values()])
        build(tmp_path / "case", [folder], Settings(processes=1))
        return open_build(tmp_path / "case")

    return run


def masked(case: Resolved, **wishes: Any) -> Resolved:
    return mask_case(case, make_plan(case, Wishes(**wishes)))


def texts(case: Resolved) -> list[str]:
    return [d.text for d in case.documents.values()]


def empty() -> Masker:
    none: frozenset[Any] = frozenset()
    return Masker(Plan({}, {}, {}, none, none, none, none, none, False))


def test_of_many_names_in_many_frames_few_leak_and_few_other_words_are_masked(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.syspath_prepend(str(ATTACKS))
    monkeypatch.delitem(sys.modules, "masking", raising=False)
    import masking as attack  # type: ignore[import-not-found]

    found = attack.run(Namespace(sample=50))
    assert found["masking"]["names"] == 50
    assert len(found["frames"]) > 20
    assert found["masking"]["leaked_share"] <= 0.02
    assert found["masking"]["over_masked_share"] <= 0.03
    monkeypatch.setattr(attack, "mask_case", lambda case, plan: case)
    assert attack.run(Namespace(sample=10))["masking"]["leaked"] == 10  # the attack sees a case without masks


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Lawyers for the Karvonai family came.", ["karvonai"]),
        ("The Baker family came.", ["baker"]),
        ("The Syrian family came.", []),
        ("ZAVIRKA TOLMEN FOUND DEAD IN CANAL", ["zavirka tolmen"]),
        ("VORLIK, Ottmar: brought in on Monday", ["vorlik", "ottmar"]),
        ('Ottmar "Shorty" Zavirka drove.', ["ottmar shorty zavirka"]),
        ("the march #JusticeForOttmarZavirka began", ["ottmar zavirka"]),
        ("see ottmar-zavirka-statement.pdf there", ["ottmar zavirka"]),
        ("Two men, Dat Zavirka and another, left.", ["dat zavirka"]),
        ("Xochiquel de la Zavirka left.", ["xochiquel de la zavirka"]),
        ("The Harbour Post and Human Rights Watch said on Monday that the UN left Kayseri.", []),
        ("The Zavirka Bridge fell.", []),
        ("Sunday Ferry service stopped.", []),
        ("Islam and Ramadan, Facebook and Toyota.", []),
    ],
)
def test_what_no_list_explains_is_a_name(text: str, names: list[str]) -> None:
    assert [" ".join(n) for n in find_strays(text, [])] == names


def test_a_text_that_is_not_english_gives_only_listed_names() -> None:
    text = "Dün akşam Hükümet Konağında toplandılar, sonra Clara Jones geldi."
    assert list(find_strays(text, [], english=False)) == [("clara", "jones")]


def test_a_name_behind_an_office_is_an_official_s() -> None:
    text = "Interior Minister Ottmar Zavirka left; Ilvane Korsted stayed."
    assert list(find_officials(text, [])) == [("ottmar", "zavirka")]
    assert list(find_strays(text, [])) == [("ilvane", "korsted")]


def test_a_place_is_what_the_text_shows_to_be_one() -> None:
    text = "In Zavirka rain fell. The mayor of Tolmen and Korsted district. Ottmar's house stood near Vorlik's farm."
    assert set(find_towns(text, [])) == {("zavirka",), ("tolmen",), ("korsted",)}
    assert list(find_towns("WASHINGTON (Sea Wire) - Rain fell.", [])) == [("washington",)]


def test_a_surname_that_a_shown_and_a_masked_person_share_is_nobody_s(make: Make) -> None:
    case = make(
        "Mayor Haldor Sevrenli was charged with arson on Monday. Prosecutors charged Mayor Haldor Sevrenli with the killing of "
        "Pelina Sevrenli, a nurse who died in the fire. Sevrenli denied any part in it. Mayor Sevrenli spoke to the press.",
        "The nurse Pelina Sevrenli was a mother of two. Sevrenli had worked at the hospital since 2001.",
        "Mayor Haldor Sevrenli left the town hall. Sevrenli said nothing.",
    )
    both, victim, mayor = texts(masked(case))
    assert f"{SHARED} denied any part" in both
    assert "Mayor Sevrenli spoke" in both
    assert "Pelina" not in both
    assert victim.count("[person 1]") == 2
    assert mayor.endswith(("Sevrenli said nothing.\n", "Sevrenli said nothing."))


@pytest.mark.parametrize(
    ("author", "kind"), [("anon (real name Ilvane Korsted)", "article"), ("Ilvane Korsted", "statement")]
)
def test_an_author_who_may_be_a_witness_is_masked(make: Make, author: str, kind: str) -> None:
    case = make("I was in the yard when the soldiers came. They burned the school.", author=author, kind=kind)
    (document,) = masked(case).documents.values()
    assert "Korsted" not in (document.author or "")


def test_who_signs_an_article_is_named(make: Make) -> None:
    case = make("The bridge fell on Monday.", author="Ilvane Korsted", kind="article")
    assert [d.author for d in masked(case).documents.values()] == ["Ilvane Korsted"]


@pytest.mark.parametrize(
    ("role", "standing"),
    [
        ("chief witness", None), ("leader of a choir", None), ("president of her class", None), ("team leader", None),
        ("chief of the defence staff", "loose"), ("leader of the opposition", "loose"), ("president", "loose"),
        ("rebel leader", "loose"), ("governor-elect", "firm"), ("prosecutor general", "firm"),
    ],
)  # fmt: skip
def test_a_small_role_unshields_nobody(role: str, standing: str | None) -> None:
    assert role_standing(role) == standing


def test_names_that_the_case_holds_go_below_the_wishes_of_the_moment(make: Make) -> None:
    case = make("Ilvane Korsted, a baker, met Ottmar Zavirka, a nurse, on Monday.")
    plan = make_plan(case, Wishes(), public=frozenset({"Ilvane Korsted"}), protected=frozenset({"Nobody There"}))
    (text,) = texts(mask_case(case, plan))
    assert "Ilvane Korsted" in text
    assert "Zavirka" not in text
    plan = make_plan(case, Wishes(mask=("Ilvane Korsted",)), public=frozenset({"Ilvane Korsted"}))
    assert "Korsted" not in texts(mask_case(case, plan))[0]


@pytest.mark.parametrize(
    ("address", "private"),
    [
        ("https://news.example/2019/03/harbour-fire-12-dead.html", False),
        ("https://news.example/2019/03/ilvane-zavirka-dead.html", True),
        ("https://news.example/tag/%C5%9Eilvane-Zavirka", True),
        ("https://news.example/tag/%25C5%259Eilvane", True),
        ("https://news.example/p?id=8812&ref=a7f3", False),
        ("ftp://someone@news.example/file.pdf", True),
    ],
)
def test_an_address_of_a_page_is_whole_or_withheld(address: str, private: bool) -> None:
    assert is_private(address, lambda word: False) is private
    said = empty().text(f"See {address}, it says.")
    assert said == f"See {WITHHELD if private else address}, it says."


@pytest.mark.parametrize("unit", ["a-", "Ab-", "1-", "a.", "a@", "Ab ", '"Ab" ', "+1(", "http://a/", "1 Rue De "])
def test_masking_takes_time_in_proportion_to_the_text(unit: str) -> None:
    text = unit * 10_000
    begin = time.process_time()
    empty().cuts(text)
    list(find_strays(text, ()))
    list(find_towns(text, ()))
    assert time.process_time() - begin < 10
