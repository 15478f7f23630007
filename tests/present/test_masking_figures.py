"""Telephones, addresses, papers, plates and accounts in every notation, and the figures that are none."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from rashomon.pipeline import build
from rashomon.present.exports import FORMATS
from rashomon.present.masking import Masker, Plan, Wishes, make_plan, mask_case
from rashomon.present.resolve import open_build
from rashomon.settings import Settings

PHONES = """call +90 532 123 45 67|call 0532-123-4567|call (0532) 1234567|call 0090 532 123 45 67|call +1.212.555.0142|
call +44 (0)20 7946 0991|tel: 0123 45 67|phone number 555 0142|call 030/1234567|call ٠٥٣٢ ١٢٣ ٤٥ ٦٧|call ＋９０５３２１２３４５６７|
call +90 532 123−45−67|his mobile, 533 4567|WhatsApp 07700 900123|fax 2345678"""
MAILS = """a.reader@post.example|a.reader at post dot example|a.reader (at) post (dot) example|a.reader[at]post[dot]example|
a.reader AT post.example|a.reader＠post.example"""
STREETS = """14 Quay Street|14, Quay Street|Quay Street 14|house No. 14 on Quay Street|Apartment 4B, 12 Main Road|Calle Mayor 12|
Via Roma 10|ul. Lenina 5|Lenina Street, 5, apt 12|Rua Augusta, 1200|P.O. Box 1234|17/3 Mirpur Road|House 12, Road 5|Jl. Sudirman No. 55|
Str. Victoriei 15|Gül Sokak 12|221b Baker Street|8 avenue Foch"""
PAPERS = """T.C. 12345678901|identity number 123 456 78901|passport A 1234567|CNIC 35202-1234567-1|Aadhaar 1234 5678 9012|DNI 12345678Z|
national ID no: 19801212-1234|NI number QQ 12 34 56 C|ID number: 1-2345-67890-12-3|CPF 123.456.789-09"""
PLATES = """a van, 34BKL512|a car, AB12 CDE|a car, AB-123-CD|a car, B-AB 1234|the taxi KDA 123A|plate 7KLM204|a jeep numbered ABC 1234|
plates XY 99 ZZ"""
ACCOUNTS = """TR330006100519786457841326|de89 3704 0044 0532 0130 00|DE89-3704-0044-0532-0130-00|DE89.3704.0044.0532.0130.00|
GB82 WEST 1234 5698 7654 32|DE 89 37040044 0532013000|card 4111-1111-1111-1111|account 12-34-56 12345678|account no 1234-567890"""
NONE = """about $1 000 000 000 was paid|in 1995, 2000 and 2005|from 09.30-10.45 and 9:30 to 10:45|an F-16 and a BM-21|Flight MH17 left|
In May 2014 12 Road Builders died|his account of 15 July 2016|14 people on Quay Street died|a car bomb in 2003 killed 1,500|call 112 or 155|
The car cost 20 000 euros in 2015.|Law No. 6098 and Article 301|a score of 3-2 (7-6, 4-6)|arrived at the station|card 3 of 52"""


def each(rows: str) -> list[str]:
    return rows.replace("\n", "").split("|")


def masker() -> Masker:
    return Masker(Plan({}, {}, {}, frozenset(), frozenset(), frozenset(), frozenset(), frozenset(), False))


@pytest.mark.parametrize(
    ("text", "label"),
    [
        *((t, "phone 1") for t in each(PHONES)), *((t, "e-mail address") for t in each(MAILS)),
        *((t, "street address") for t in each(STREETS)), *((t, "number") for t in each(PAPERS + "|" + PLATES)),
        *((t, "number") for t in each(ACCOUNTS)),
    ],
)  # fmt: skip
def test_every_notation_is_masked(text: str, label: str) -> None:
    said = masker().text(f"It was {text}, then.")
    assert f"[{label}]" in said
    assert not re.search(r"\d\d|reader", said.replace(f"[{label}]", ""))


@pytest.mark.parametrize("text", each(NONE))
def test_other_figures_stay(text: str) -> None:
    assert masker().text(text) == text


def test_an_account_with_wrong_check_figures_in_small_letters_is_none() -> None:
    assert masker().text("or 12 soldiers and four men") == "or 12 soldiers and four men"


def test_what_is_masked_in_the_text_is_masked_in_the_tables(tmp_path: Path) -> None:
    source = tmp_path / "a.txt"
    source.write_text(
        "Ottmar Zavirka, a driver, used the telephone number +44 20 7946 0991 in 2014. A bomb in a van, 34 BKL 512, killed 5 people "
        "in Harbin on 3 May 2014. He was paid into account TR33 0006 1005 1978 6457 8413 26, police said.",
        encoding="utf-8",
    )
    build(tmp_path / "case", [source], Settings(processes=1))
    case = open_build(tmp_path / "case")
    masked = mask_case(case, make_plan(case, Wishes()))
    for kind in ("json", "ftm", "statements", "annotations", "prov", "graphml"):
        bare = re.sub(r"[^0-9A-Za-z]", "", FORMATS[kind].write(masked).decode())
        assert not [s for s in ("2079460991", "34BKL512", "TR3300061005", "Zavirka") if s in bare]
