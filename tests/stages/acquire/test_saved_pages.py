"""Pages and texts as people save them: archives, tables, lists, live pages, wrong code pages. All texts are invented."""

from __future__ import annotations

import base64
import hashlib
import json

import pytest

from rashomon.errors import SetAside
from rashomon.model.document import Appearance, Document, Original
from rashomon.stages.acquire import acquire
from rashomon.stages.acquire.garbled import mend
from rashomon.stages.acquire.stamps import find_dateline

BODY = "The guard of Karsova said on Tuesday that a blast at the grain market had killed nine porters before noon."
MORE = "Ilker Barlas, who heads the guard, told reporters that the market had been shut since the hour of the blast."


def read(text: str | bytes, file: str = "page.html", **said: str) -> Document:
    data = text.encode() if isinstance(text, str) else text
    return acquire(data, Original(hashlib.sha256(data).hexdigest(), (Appearance(file, **said),)))


def kinds(document: Document) -> list[tuple[str, str]]:
    return [(b.kind, document.text[b.start : b.end]) for b in document.blocks]


def page(inner: str, head: str = "") -> str:
    return (
        f'<!DOCTYPE html><html><head><meta charset="utf-8"><title>Market blast</title>{head}</head>'
        f"<body><article><h1>Market blast</h1>{inner}</article></body></html>"
    )


ARCHIVE = (
    "From: <Saved by a browser>\nSnapshot-Content-Location: https://paper.example/blast\nSubject: Blast\n"
    "MIME-Version: 1.0\nContent-Type: multipart/related;\n\ttype=\"text/html\";\n\tboundary=\"--Part\"\n\n"
    "----Part\nContent-Type: {kind}; charset=\"windows-1252\"\nContent-Transfer-Encoding: base64\n\n{body}\n----Part--\n"
)  # fmt: skip


@pytest.mark.parametrize("file", ["blast.mhtml", "blast.mht", "blast.html", "blast.txt"])
def test_a_web_archive_is_its_page(file: str) -> None:
    inner = base64.b64encode(page(f"<p>{BODY}</p><p>Señora Velt agreed.</p>").encode("cp1252")).decode()
    document = read(ARCHIVE.format(kind="text/html", body=inner), file)
    assert document.url == "https://paper.example/blast"
    assert BODY in document.text
    assert "Señora Velt" in document.text
    assert "MIME-Version" not in document.text


def test_a_web_archive_without_a_page_is_set_aside() -> None:
    with pytest.raises(SetAside, match="no page"):
        read(ARCHIVE.format(kind="image/png", body="aGVsbG8="), "blast.mhtml")


def test_a_text_that_only_a_program_shows_is_read_from_the_page_s_data() -> None:
    told = {
        "@graph": [
            {"@type": "WebSite", "name": "Paper"},
            {"@type": ["NewsArticle"], "headline": "Market blast", "articleBody": f"<p>{BODY}</p><p>{MORE}</p>"},
        ]
    }
    script = f'<script type="application/ld+json">{json.dumps(told)}</script>'
    document = read(f'<html><head>{script}</head><body><div id="app">Loading</div></body></html>')
    assert kinds(document) == [("headline", "Market blast"), ("body", BODY), ("body", MORE)]
    assert "by a program" in document.remarks[0]


def test_the_same_data_beside_a_text_that_is_shown_are_not_read_twice() -> None:
    told = json.dumps({"@type": "NewsArticle", "articleBody": BODY})
    document = read(page(f"<p>{BODY}</p><p>{MORE}</p>", f'<script type="application/ld+json">{told}</script>'))
    assert document.text.count(BODY) == 1
    assert document.remarks == ()


@pytest.mark.parametrize(
    ("head", "inner", "published"),
    [
        ('<meta name="pubdate" content="20220315">', "", "2022-03-15"),
        ('<meta name="pubdate" content="20220315T0830">', "", "2022-03-15"),
        ("", '<time datetime="2022-03-15T08:30">this morning</time>', "2022-03-15T08:30"),
        ("", '<time datetime="2022-03-15">a</time><time datetime="2022-04-01">b</time>', None),
        ("", '<aside><time datetime="2022-03-15">a</time></aside>', None),
        ("", "<p>Published: 15 March 2022</p>", "2022-03-15"),
        ("", "<p>Updated: 17 March 2022</p>", None),
    ],
)
def test_the_day_of_publication_in_a_page(head: str, inner: str, published: str | None) -> None:
    found = read(page(f"{inner}<p>{BODY}</p><p>{MORE}</p>", head)).published
    assert (found or "")[: len(published or "")] == (published or "")
    assert bool(found) == bool(published)


def test_a_page_that_names_a_wrong_code_page_is_read_as_what_it_is() -> None:
    text = page(f"<p>{BODY} Zoë Mürlen saw it.</p>").replace("utf-8", "iso-8859-1")
    document = read(text.encode("utf-8"))
    assert "Zoë Mürlen" in document.text
    assert "iso-8859-1" in document.remarks[0]


@pytest.mark.parametrize(
    ("garbled", "whole"),
    [
        ("said MarÃ\xada LÃ³pez", "said María López"),
        ("It wasnâ€™t he â€“ it was she", "It wasn’t he – it was she"),
        ("â€œNobody,â€\ufffd said ZoÃ« MÃ¼rlen", "“Nobody,” said Zoë Mürlen"),
        ("Å\xa0ime KovaÄ\x8d", "Šime Kovač"),
    ],
)
def test_garbled_letters_are_mended_and_that_is_said(garbled: str, whole: str) -> None:
    mended, remark = mend(garbled)
    assert mended == whole
    assert remark is not None


@pytest.mark.parametrize(
    "text", ["São Paulo", "«CAFÉ» à Genève", "Ä and Ö", "plain", "5 £ in AÃ® and déjà vu, café, naïve"]
)
def test_letters_that_are_right_stay(text: str) -> None:
    assert mend(text) == (text, None)


def test_the_rows_of_a_page_s_table_are_rows() -> None:
    rows = "<tr><th>Source</th><th>Dead</th></tr><tr><td>Guard</td><td>9</td></tr><tr><td>Relief</td><td>14</td></tr>"
    document = read(page(f"<p>{BODY}</p><table>{rows}</table><p>{MORE}</p>"))
    assert kinds(document)[2:5] == [("table", "Source | Dead"), ("table", "Guard | 9"), ("table", "Relief | 14")]


def test_a_table_that_lays_out_a_page_is_none() -> None:
    document = read(
        page(f"<table><tr><td>Menu</td><td><p>{BODY}</p></td></tr><tr><td></td><td><p>{MORE}</p></td></tr></table>")
    )
    assert not any(kind == "table" for kind, _ in kinds(document))
    assert ("body", BODY) in kinds(document)


@pytest.mark.parametrize(
    "rows",
    [
        ["Source|Dead|Hurt", "Guard|9|31", "Relief|14|40"],
        ["Source\tDead\tHurt", "Guard\t9\t31", "Relief\t14\t40"],
        ["Source       Dead     Hurt", "Guard        9        31", "Relief       14       40"],
    ],
)
def test_the_rows_of_a_table_in_a_text(rows: list[str]) -> None:
    document = read("Market blast\n\n" + "\n".join(rows) + f"\n\n{BODY}", "blast.txt")
    assert kinds(document)[1:4] == [("table", row) for row in rows]


def test_one_line_with_a_bar_is_no_table() -> None:
    assert ("table", "Karsova | Tuesday") not in kinds(read(f"Market blast\n\nKarsova | Tuesday\n\n{BODY}", "a.txt"))


def test_the_points_below_a_report_are_its_own_and_the_links_are_not() -> None:
    points = "<ul><li>Nine porters were killed</li><li>Major Tolan Ferr was arrested</li></ul>"
    links = '<ul><li><a href="/a">Ferry sinks off Velmara with forty aboard</a></li></ul>'
    document = read(page(f"<p>{BODY}</p><p>{MORE}</p>{points}{links}"))
    assert ("body", "Nine porters were killed") in kinds(document)
    assert ("boilerplate", "Ferry sinks off Velmara with forty aboard") in kinds(document)


def test_headlines_of_other_stories_amid_a_text_are_furniture_and_its_own_points_are_not() -> None:
    foreign = ["Ferry fares in Velmara on the rise, watchdog says", "Where to dine in Velmara? Ask any docker"]
    document = read("\n\n".join([BODY, *foreign, MORE]), "a.txt")
    assert [text for kind, text in kinds(document) if kind == "boilerplate"] == foreign
    own = ["Nine porters killed at the grain market", "Market shut since the hour of the blast"]
    assert all(kind != "boilerplate" for kind, _ in kinds(read("\n\n".join([BODY, *own, MORE]), "a.txt")))


@pytest.mark.parametrize(
    "line",
    [
        "Remove ad",
        "Article continues after video advertisement",
        "Related articleMore arrests follow the grain market blast",
        "RELATED Ferry sinks off Velmara with forty aboard",
        "Harbour Wire is not responsible for the content of external sites",
        "Ferry sinks off Velmara with forty aboard Read more",
    ],
)
def test_lines_that_a_page_prints_into_a_text(line: str) -> None:
    assert ("boilerplate", line) in kinds(read(f"{BODY}\n\n{line}\n\n{MORE}", "a.txt"))


def test_a_sentence_on_responsibility_is_no_disclaimer() -> None:
    line = "The statements given in the trial are not what the guard had been told."
    assert ("body", line) in kinds(read(f"{BODY}\n\n{line}\n\n{MORE}", "a.txt"))


def test_the_label_and_the_credit_of_a_caption_are_nobody_s_words() -> None:
    text = f"Market blast\n\n[File photo: Mourners in Orlin in 2016. Credit: Lena Marr]\n\n{BODY}"
    assert kinds(read(text, "a.txt"))[1:4] == [
        ("boilerplate", "[File photo:"),
        ("caption", "Mourners in Orlin in 2016."),
        ("boilerplate", "Credit: Lena Marr]"),
    ]


def test_quoted_mail_stands_apart_and_a_quotation_in_an_essay_does_not() -> None:
    mail = "No, Ana Velt says ten were killed.\n\nOn Monday Ivo Brant wrote:\n> A blast killed nine porters.\n>> Who says so?"
    assert [text[0] for kind, text in kinds(read(mail, "a.txt")) if kind == "quoted"] == [">", ">"]
    assert not any(kind == "quoted" for kind, _ in kinds(read(f"{BODY}\n\n> A blast killed nine porters.", "a.md")))


def test_the_entries_of_a_live_page_each_have_their_day() -> None:
    entries = (
        '<div class="live-update"><time datetime="2022-03-16T09:00Z">9.00am</time><p>Fourteen are dead.</p></div>'
        '<div class="live-update"><time datetime="2022-03-15T07:00Z">7.00am</time><p>Nine are dead.</p></div>'
    )
    found = [text for kind, text in kinds(read(page(entries))) if kind == "dateline"]
    assert found == ["2022-03-16 09:00", "2022-03-15 07:00"]


def test_a_word_cut_by_a_soft_hyphen_at_the_line_end_is_whole() -> None:
    assert "the prosecutor said" in read("Nine are dead, the prose\u00ad\ncutor said on Monday.", "a.txt").text


@pytest.mark.parametrize(
    ("line", "dateline"),
    [
        ("Ostvar, October 1 (VNA) – The court sat.", "Ostvar, October 1 (VNA) – "),
        ("OSTVAR, Oct. 1 /VNA/ -- The court sat.", "OSTVAR, Oct. 1 /VNA/ -- "),
        ("OSTVAR (VNA) The court sat.", "OSTVAR (VNA) "),
        ("Ilker Barlas (PDV): The court sat.", ""),
        ("Ilker Barlas (PDV) – who was heard – left.", ""),
        ("Ilker Barlas (PDV) Tuesday left the court.", ""),
    ],
)
def test_datelines_of_agencies(line: str, dateline: str) -> None:
    assert line[: find_dateline(line)] == dateline
