"""Names: spellings come together, people stay apart. All people and bodies here are invented."""

from __future__ import annotations

import pytest
from hypothesis import given as forall
from hypothesis import strategies as st

from rashomon.text.names import compare_names
from rashomon.text.names.persons import are_strangers

ONE_PERSON = [
    ("Kasım Yaltırık", "Qasim Yaltirik"),
    ("Kasım Süvarani", "Qassem Sowarani"),
    ("Ebu Bekir el-Sincari", "Abu Bakr al-Sinjari"),
    ("Abdülkadir Vahdeti", "Abdul Qadir Wahdati"),
    ("Abdurrahman Toprakçı", "Abdul Rahman Toprakci"),
    ("Cemil Havar", "Jamil Hawar"),
    ("Şükrü Baltacı", "Shukru Baltaci"),
    ("Selahattin Yorulmaz", "Salahuddin Yorulmaz"),
    ("Fethullah Karagöz", "Fatehallah Karagoz"),
    ("Mesut Derbendi", "Massoud Darbandi"),
    ("Hüseyin Tekinalp", "Hossein Tekinalp"),
    ("Aleksandar Brzak", "Alexander Brzak"),
    ("Dimitri Koltsov", "Dmitry Koltzov"),
    ("Usame bin Recep", "Osama ibn Rajab"),
    ("Baltacı, Şükrü", "Şükrü Baltacı"),
    ("Recep Nuri Kantarcı", "Nuri Kantarci"),
    ("N. Kantarcı", "Nuri Kantarcı"),
    ("President Kantarcı", "Recep Nuri Kantarcı"),
    ("Mr. Owen Thackeray", "Owen Thackeray"),
    ("Owen Thackaray", "Owen Thackeray"),
    ("Owne Thackeray", "Owen Thackeray"),
    ("OwenThackeray", "Owen Thackeray"),
    ("0wen Thackeray", "Owen Thackeray"),
    ("Тимур Велигоров", "Timur Veligorov"),
    ("محمد سنجاري", "Mohammed Sinjari"),
    ("Heydər oğlu Tahirli", "Heydar Tahirli"),
]
TWO_PEOPLE = [
    ("İlhan Yaltırık", "İlhami Yaltırık"),
    ("Ahmet Yaltırık", "Mehmet Yaltırık"),
    ("Hasan Tekinalp", "Hüseyin Tekinalp"),
    ("Kemal Tekinalp", "Kamil Tekinalp"),
    ("Massoud Darbandi", "Masrour Darbandi"),
    ("Bashar al-Sinjari", "Hafez al-Sinjari"),
    ("Abu Bakr al-Sinjari", "Abu Omar al-Sinjari"),
    ("Fidel Montalbo", "Fernando Montalbo"),
    ("Murat Karatepe", "Murat Karatekin"),
    ("Ivan Koltsov", "Ivan Koltsovich"),
    ("Mario Veligo", "Maria Veligo"),
    ("Salman bin Rashid al-Sinjari", "Rashid bin Salman al-Sinjari"),
    ("Hassan Hussein", "Hussein Hassan"),
    ("William G. Thackeray", "William W. Thackeray"),
    ("Mustafa Özcanlı", "Selim Özcanlı"),
    ("Owen Thackeray", "Thackeray Simmons"),
    ("John Smith", "James Smith"),
    ("김민서", "김민지"),
]
ONE_BODY = [
    ("Velbank Aktiengesellschaft", "Velbank AG"),
    ("Orsan Group", "Orsan Group Co Ltd"),
    ("Norvik Corp.", "Norvik Corporation"),
    ("A.B.V. Company", "ABV Co."),
    ("National Water Agency", "NWA"),
    ("National Water Agency (NWA)", "NWA"),
    ("Harbour & Dock Union", "Harbour and Dock Union"),
    ("Free Labour Organisation", "Free Labour Organization"),
    ("ООО Норвик", "Norvik LLC"),
]
TWO_BODIES = [
    ("Norvik Fund VIII L.P.", "Norvik Fund IX L.P."),
    ("Norvik Solutions Denmark", "Norvik Solutions II Denmark"),
    ("Velbank AG", "Velbank GmbH"),
    ("Bank of Chadria", "Bank of Ostria"),
    ("Velbank Trust Company", "Velbank"),
    ("Norvik Aviation", "Orsan Aviation"),
    ("NWA", "NVA"),
]


@pytest.mark.parametrize(("a", "b"), ONE_PERSON)
def test_spellings_of_one_person(a: str, b: str) -> None:
    match = compare_names(a, b, "person")
    assert match.same, match.reason


@pytest.mark.parametrize(("a", "b"), TWO_PEOPLE)
def test_two_people(a: str, b: str) -> None:
    match = compare_names(a, b, "person")
    assert not match.same, match.reason


@pytest.mark.parametrize(("a", "b"), ONE_BODY)
def test_one_body(a: str, b: str) -> None:
    match = compare_names(a, b, "organization")
    assert match.same, match.reason


@pytest.mark.parametrize(("a", "b"), TWO_BODIES)
def test_two_bodies(a: str, b: str) -> None:
    match = compare_names(a, b, "organization")
    assert not match.same, match.reason


@pytest.mark.parametrize(("a", "b"), [*ONE_PERSON, *TWO_PEOPLE, *ONE_BODY, *TWO_BODIES])
def test_order_makes_no_difference(a: str, b: str) -> None:
    one, two = compare_names(a, b, None), compare_names(b, a, None)
    assert (one.same, one.score) == (two.same, two.score)


@forall(st.text(max_size=30), st.text(max_size=30), st.sampled_from(["person", "organization", "place", None]))
def test_any_two_strings_have_a_score_and_a_reason(a: str, b: str, type_: str | None) -> None:
    match = compare_names(a, b, type_)
    assert 0 <= match.score <= 1
    assert match.reason.endswith(".")


def test_a_surname_alone_is_not_its_bearer() -> None:
    match = compare_names("Kantarcı", "Recep Nuri Kantarcı", "person")
    assert not match.same
    assert match.score > 0.4


def test_without_a_type_legal_forms_make_a_body() -> None:
    assert compare_names("Norvik Ltd", "Norvik Limited").same


def test_the_reason_names_the_parts_that_differ() -> None:
    reason = compare_names("İlhan Yaltırık", "İlhami Yaltırık", "person").reason
    assert "ilhan" in reason
    assert "ilhami" in reason


_PARTS = (
    "Marek", "Marec", "Dolan", "Dollan", "Do", "Lan", "Ines", "Inez", "Ahmed", "Ahmet", "Abdul", "Rahman", "Abdulrahman",
    "al-Rimli", "Rimli", "Rimly", "Jon", "John", "J", "Petrov", "Petrovich", "Kemal", "Nalad", "de", "Lucca", "Deluca",
)  # fmt: skip


@forall(st.tuples(*[st.sampled_from(_PARTS)] * 4))
def test_strangers_are_never_close(parts: tuple[str, str, str, str]) -> None:
    a, b = " ".join(parts[:2]), " ".join(parts[2:])
    assert not are_strangers(a, b) or compare_names(a, b, "person").score < 0.5


def test_who_is_a_stranger() -> None:
    assert are_strangers("Marek Dolan", "Marek Brunner") and are_strangers("Marek Dolan", "Ines Brunner")
    for b in ("Marek Dollan", "Dolan Marek", "M Dolan", "Marek J Dolan", "Marekdolan Tor", "Dolan"):
        assert not are_strangers("Marek Dolan", b), b
