"""Figures in languages that no parser reads. All sentences are of our own making."""

from __future__ import annotations

from collections import Counter
from datetime import date
from pathlib import Path

import pytest
from foreign_gold import Score, score

import rashomon
from rashomon.lexicon.languages import language_of, read_words
from rashomon.model.annotation import Annotations, Sentence
from rashomon.model.claim import Claim
from rashomon.model.document import Block, Document
from rashomon.settings import Settings
from rashomon.stages.annotate.times.context import Context
from rashomon.stages.annotate.times.listed import find_listed
from rashomon.stages.claims import read_claims
from rashomon.stages.claims.listed.figures import find_figures
from rashomon.stages.claims.listed.lines import Line

_ROWS = [
    tuple(row.split("\t"))
    for row in Path(__file__).with_name("foreign_figures.tsv").read_text(encoding="utf-8").splitlines()
    if row and row[0] != "#"
]
LANGUAGES = ("tr", "ar", "es", "ru")


def line(code: str, text: str) -> Line:
    language = language_of(code)
    assert language is not None
    return Line(language, text, tuple(read_words(text)))


def told(code: str, text: str) -> list[str]:
    found = find_figures(line(code, text))
    return [f"{f.deed.value} {f.bound} {f.number}".replace(" exact", "") for f in found if f.deed]


@pytest.mark.parametrize("code", LANGUAGES)
def test_figures_are_found_with_what_befell_those_counted(code: str) -> None:
    right = seen = meant = 0
    for _, text, wanted in (row for row in _ROWS if row[0] == code):
        own, gold = Counter(told(code, text)), Counter([] if wanted == "-" else wanted.split("; "))
        right, seen, meant = right + (own & gold).total(), seen + own.total(), meant + gold.total()
    assert meant >= 15
    assert right / seen >= 0.95
    assert right / meant >= 0.9


@pytest.mark.parametrize(
    ("code", "text", "number"),
    [
        ("tr", "iki yüz on iki", 212),
        ("es", "trescientos cuarenta y cinco", 345),
        ("ru", "две тысячи триста один", 2301),
        ("ar", "مئة وخمسة وعشرون", 125),
        ("ar", "٤١", 41),
        ("ru", "1 200", 1200),
    ],
)
def test_numbers_in_words_and_digits(code: str, text: str, number: int) -> None:
    found = line(code, text).numbers
    assert [n.value for n in found] == [number]


def test_a_language_without_a_list_has_none() -> None:
    assert language_of("de") is None
    assert language_of(None) is None


def claimed(code: str, text: str) -> list[str]:
    blocks = (Block(0, len(text), "body"),)
    document = Document(
        "d1", "0" * 64, "a.txt", "text/plain", "article", None, "Harbour Post", None, "2031-10-15", None, code, text,
        blocks, claims_read=False,
    )  # fmt: skip
    whole = (Sentence(0, 0, len(text), "body", 0, ()),)
    language = language_of(code)
    assert language is not None
    times = find_listed(document, whole, language, Context(date(2031, 10, 15), "published"))
    reading = read_claims(document, Annotations("d1", whole, (), (), times, (), ()))
    figures = [c for c in reading.claims if c.property != "date"]
    assert all(text[c.start : c.end] == c.quote for c in reading.claims)
    told = ((c.property, c.value.bound, c.value.number, _part(c), c.stance, c.chain[-1].name) for c in figures)
    return [" ".join(map(str, filter(None, one))) for one in told]


def _part(claim: Claim) -> str:
    return f"({claim.value.part})" if claim.value.part else ""


_CLAIMS = [
    tuple(row.split("\t"))
    for row in Path(__file__).with_name("foreign_claims.tsv").read_text(encoding="utf-8").splitlines()
    if row and row[0] != "#"
]


@pytest.mark.parametrize("code", LANGUAGES)
def test_plain_figures_are_claims_and_no_others(code: str) -> None:
    for _, text, wanted in (row for row in _CLAIMS if row[0] == code):
        assert "; ".join(claimed(code, text)) == wanted.removeprefix("-"), text


@pytest.fixture(scope="module")
def scores() -> dict[str, Score]:
    return score(Path(__file__).with_name("foreign_reports.tsv"))


@pytest.mark.parametrize("code", LANGUAGES)
def test_figures_of_reports_are_found_and_few_others(code: str, scores: dict[str, Score]) -> None:
    got = scores[code]
    assert got.wanted > 100
    assert got.found / got.wanted >= 0.94, got.faults
    assert got.right / got.claimed >= 0.98, got.faults
    assert got.seen / got.wanted >= 0.96, got.faults
    assert got.days_right >= got.days - 1, got.faults


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("Bilgi için 0312 555 01 99 numaralı hat aranabilir, dedi vali bugün.", "+903125550199"),
        ("Справки по телефону горячей линии: 8 (495) 555-01-99, сообщили вчера.", "+74955550199"),
        ("Los familiares pueden llamar al +34 915 55 01 99, dijo la alcaldesa.", "+34915550199"),
        ("ويمكن للأهالي الاتصال على الرقم 00962795550131 في أي وقت.", "+962795550131"),
    ],
)
def test_telephone_numbers_are_claims_of_nobodys(text: str, number: str) -> None:
    rows = rashomon.read(text, published="2031-10-15", settings=Settings(processes=1))
    assert [c["value"]["text"] for c in rows["claims"] if c["property"] == "phone"] == [number]


def test_a_number_without_its_country_stands_on_the_unread_list() -> None:
    text = "Los familiares de las víctimas pueden llamar al teléfono 956 55 01 23, dijo la alcaldesa del pueblo."
    rows = rashomon.read(text, published="2031-10-15", settings=Settings(processes=1))
    assert not [c for c in rows["claims"] if c["property"] == "phone"]
    assert ["telephone number without its country" in u["why"] for u in rows["unread"]] == [True]
