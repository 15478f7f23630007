"""What a mask finds in a text: every way of writing a name, and what has a form of its own."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rashomon.present.masking.patterns import find_patterns
from rashomon.present.masking.plan import SHARED, Plan, _split
from rashomon.present.masking.standing import role_standing
from rashomon.present.masking.strays import find_strays
from rashomon.present.masking.tokens import name_words
from rashomon.present.masking.words import Masker
from rashomon.text.fold import fold

NAMES = ("Neriman Şengül", "Khalil Vestergild", "George O'Tarrow", "Ilse King-Marlowe", "Bo Wu")


def masker(*names: str, kept: tuple[str, ...] = (), places: tuple[str, ...] = ()) -> Masker:
    masked, single = _split([(name_words(name), f"[person {n}]") for n, name in enumerate(names, 1)])
    common = frozenset({"king"} & set(single))
    return Masker(
        Plan(
            {},
            masked,
            single,
            frozenset(map(name_words, kept)),
            frozenset(),
            frozenset(places),
            common,
            frozenset(),
            False,
        )
    )


@pytest.mark.parametrize(
    ("text", "hidden"),
    [
        ("Neriman Şengül said so.", "sengul"),
        ("Şengül’s brother and the Şengüls left.", "sengul"),
        ("NERIMAN ŞENGÜL TALKS", "sengul"),
        ("neriman sengul talks", "sengul"),
        ("rip sengul", "sengul"),
        ("#JusticeForSengul @nerimansengul1", "sengul"),
        ("see https://example.org/2021/neriman-sengul-speaks.html", "neriman"),
        ("files/sengul_statement.txt", "sengul"),
        ("Shengul did not answer, Senguel neither.", "shengul"),
        ("s\u0327engu\u0308l spoke", "engul"),
        ("Şen\u00adgül spoke, Şen\u200bgül spoke", "gul"),
        ("O’Tarrow and O'Tarrow", "tarrow"),
        ("King-Marlowe was there", "marlowe"),
        ("Mr. Wu was there", "wu"),
        ("خليل was there", "خليل"),
        ("the Vestergilds mourn, the vestergilds too", "vestergild"),
        ("Vestergildlar geldi, Vestergildin evi", "vestergild"),
        ("the sister of Vester-\ngild spoke", "vester"),
    ],
)
def test_a_name_is_found_however_it_is_written(text: str, hidden: str) -> None:
    assert hidden not in fold(masker(*NAMES).text(text))


@pytest.mark.parametrize(
    "text",
    [
        "The king of the hill lost his crown.",
        "King tides came twice.",
        "A kingdom and a marlin.",
        "They wooed nobody.",
        "Sengu is a river.",
    ],
)
def test_words_of_the_language_stay(text: str) -> None:
    assert masker(*NAMES).text(text) == text


def test_a_kept_name_shields_the_word_it_shares() -> None:
    one = masker("Ali Harran", kept=("Harran Province", "Selim Harran"))
    assert (
        one.text("In Harran Province, Selim Harran met Harran.") == "In Harran Province, Selim Harran met [person 1]."
    )


def test_a_town_of_a_name_is_shown_where_the_text_says_in() -> None:
    one = masker("Ali Harran", places=("harran",))
    assert one.text("Ali Harran lives in Harran. Harran said so.") == "[person 1] lives in Harran. [person 1] said so."


def test_a_surname_of_two_is_no_single_person() -> None:
    assert (
        masker("Ali Tolgar", "Veli Tolgar").text("Tolgar left with Veli Tolgar.") == f"{SHARED} left with [person 2]."
    )


word = st.sampled_from(["and", "met", "Monday", "the", "mayor", "12", "said", "of", "London", "–", "(", "\n", "."])
written = st.sampled_from(
    [
        "{0}", "{0}'s", "{0}’s", "({0})", "“{0}”", "{0},", "@{1}", "#{1}", "/{2}.html", "{3}", "{0}-led", "{2}",
    ]
)  # fmt: skip


@settings(max_examples=300, deadline=None)
@given(st.lists(st.tuples(word, st.sampled_from(NAMES[:3]), written), min_size=1, max_size=8))
def test_no_planted_name_survives(parts: list[tuple[str, str, str]]) -> None:
    text = " ".join(
        f"{filler} {form.format(name, fold(name).replace(' ', ''), fold(name).replace(' ', '-'), name.upper())}"
        for filler, name, form in parts
    )
    said = fold(masker(*NAMES[:3]).text(text))
    assert [w for w in ("neriman", "sengul", "khalil", "vestergild", "tarrow") if w in said] == []


@pytest.mark.parametrize(
    "text",
    [
        "call +44 20 7946 0991 now",
        "call 0532 123 45 67 now",
        "call (212) 555-0142 now",
        "call 555-0142 now",
        "write to a.reader@post.example now",
        "at 14 Quay Street, yes",
        "at 1200 N. 5th Street, yes",
        "in the 400 block of Quay Street, yes",
        "in the 2300 BLOCK OF NORTHWEST 6TH AVENUE, yes",
        "at Gül Sokak No: 12, yes",
        "at Lindenstraße 14, yes",
        "at 12 rue de Lappe, yes",
        "passport number U12345678 was found",
        "passport no. AB 123456 was found",
        "his ID 12345678901 was found",
        "a car with the licence plate 7ABC123 left",
        "a van, 34 BKL 512, left",
        "paid to TR33 0006 1005 1978 6457 8413 26 twice",
        "number 078-05-1120 was his",
    ],
)
def test_what_has_a_form_of_its_own_is_masked(text: str) -> None:
    said = masker().text(text)
    assert "[" in said
    digits = "".join(c for c in text if c.isdigit())
    assert not digits or digits[-4:] not in "".join(c for c in said if c.isdigit() or c == "[")


@pytest.mark.parametrize(
    "text",
    [
        "He was born on 12 May 1984 in a village.",
        "Born: 12.05.1984",
        "a man (b. 1984)",
        "date of birth: May 12, 1984",
        "DOB 5/12/1984",
        "born 1984-05-12",
    ],
)
def test_birth_dates_are_masked(text: str) -> None:
    said = masker().text(text)
    assert "84" not in said
    assert "[birth date]" in said


@pytest.mark.parametrize(
    "text",
    [
        "On 12 May 2021 at 08:30, 1,250 people of 3 500 000 voted.",
        "From 2015-10-10 to 2015-11-01, in 2012-2014.",
        "Five dead on Main Street",
        "5 Shot In Bell Street",
        "It cost 3,000,000 dollars, 12 percent more.",
        "a 34-year-old at 10 AM",
        "He accounts for 3 of them.",
    ],
)
def test_plain_figures_and_dates_stay(text: str) -> None:
    assert masker().text(text) == text


def test_one_number_has_one_label_in_both_its_forms() -> None:
    one = masker()
    assert one.number("+905321234567") == one.number("0532 123 45 67")
    assert one.number("+905321234567") != one.number("+905321234568")


@pytest.mark.parametrize(
    ("role", "standing"),
    [
        ("Interior Minister", "firm"), ("former governor of the province", "firm"), ("Secretary of State", "firm"),
        ("police chief", "loose"), ("opposition leader", "loose"), ("spokeswoman for the port", "loose"),
        ("the mayor's driver", None), ("wife of the mayor", None), ("aide to the minister", None),
        ("school secretary", None), ("fishmonger", None), ("bodyguard of President Orsan", None),
    ],
)  # fmt: skip
def test_a_role_is_public_by_its_own_words(role: str, standing: str | None) -> None:
    assert role_standing(role) == standing


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Clara Jones told us that", ["clara jones"]),
        ("the dead were Orvik Halstrand, 40, and others", ["orvik halstrand"]),
        ("By Clara Jones\n\nThree people", []),
        ("at Clara Jones Hospital on Monday", []),
        ("in San Marino on Monday", []),
        ("on Sunday, March 12, 2021", []),
    ],
)
def test_names_that_the_reading_missed(text: str, names: list[str]) -> None:
    assert [" ".join(n) for n in find_strays(text, [])] == names


def test_patterns_are_quiet_on_text_without_figures() -> None:
    assert list(find_patterns("Nothing at all is said here.", lambda digits: digits)) == []
