"""What a text file becomes: text, blocks, metadata. All texts are invented."""

from __future__ import annotations

import hashlib

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rashomon.errors import SetAside
from rashomon.model.document import Appearance, Document, Original
from rashomon.stages.acquire import acquire

BODY = "Twelve people were killed when the harbour bridge of Port Elden fell on Monday, the mayor said."
MORE = "The bridge fell at about eight in the morning while a school bus was crossing it, police said."


def read(text: str | bytes, file: str = "report.txt", **said: str) -> Document:
    data = text.encode() if isinstance(text, str) else text
    return acquire(data, Original(hashlib.sha256(data).hexdigest(), (Appearance(file, **said),)))


def blocks(document: Document, kind: str) -> list[str]:
    return [document.text[b.start : b.end] for b in document.blocks if b.kind == kind]


def check_cover(document: Document) -> None:
    at = 0
    for block in document.blocks:
        assert at <= block.start < block.end
        assert not document.text[at : block.start].strip()
        at = block.end
    assert not document.text[at:].strip()


def test_headline_byline_dateline_and_body() -> None:
    document = read(
        f"Bridge collapse kills twelve\n\nMara Voss\n\n21 July\n09:13 2015\n\nPORT ELDEN (ENA) - {BODY}\n\n{MORE}\n"
    )
    assert document.title == "Bridge collapse kills twelve"
    assert document.author == "Mara Voss"
    assert document.published == "2015-07-21T09:13"
    assert blocks(document, "headline") == ["Bridge collapse kills twelve"]
    assert blocks(document, "byline") == ["Mara Voss"]
    assert blocks(document, "dateline") == ["21 July", "09:13 2015", "PORT ELDEN (ENA) -"]
    assert blocks(document, "body") == [BODY, MORE]
    check_cover(document)


def test_sources_csv_wins_over_the_file() -> None:
    document = read(
        f"ENA - Elden News Agency\n\nBridge collapse kills twelve\n\nBy Mara Voss\n\n{BODY}",
        title="Bridge collapse kills twelve", author="J. Stone", publisher="Elden News", published="2015-07-22",
    )  # fmt: skip
    assert (document.author, document.publisher, document.published) == ("J. Stone", "Elden News", "2015-07-22")
    assert blocks(document, "headline") == ["Bridge collapse kills twelve"]
    assert blocks(document, "byline") == ["ENA - Elden News Agency", "By Mara Voss"]


@pytest.mark.parametrize(
    ("opening", "day"),
    [
        ("Port Elden, 23 Aug 88 (Elden Radio Network) -- [Text] ", "1988-08-23"),
        ("Elden (Norland), 3 Sep 88 (EFE) -- [Excerpts] ", "1988-09-03"),
        ("NORTHAM, Aug. 4, 2011 (Reuters) - ", "2011-08-04"),
        ("PORT ELDEN, Nor. -- ", None),
        ("(Reuters) - ", None),
    ],
)
def test_dateline_opens_a_paragraph(opening: str, day: str | None) -> None:
    document = read(f"{opening}{BODY}\n\n{MORE}")
    assert blocks(document, "dateline") == [opening.strip()]
    assert blocks(document, "body")[0] == BODY
    assert document.published == day


@pytest.mark.parametrize(
    "sentence",
    [
        "The Labour Front (LF) - the smaller of the two parties - said on Monday that it would leave the cabinet of Elden.",
        "Voss (left) - a nurse of the town - was among the first who came to the bridge that morning, police said.",
        "Share prices of the port fell, and readers who follow the affair on Twitter asked why no one was charged.",
        "Anyone with information about the collapse is asked to contact the police of Northam at 555-0134 today.",
        "The photo showed the mayor beside the builder of the bridge at a dinner in May, the prosecutor said in court.",
        "Advertisement boards along the road were torn down by the wind, and two people were hurt in the town.",
        "More in hope than belief: that is how the mayor of Elden described the search for the last of the crew on Friday.",
        "The portal uses cookies to follow its readers, the court of Elden found, and must pay 4,000 to each of them.",
        "Readers who subscribe for 12 months receive two, the owner said in court, and nobody ever got the second one.",
        "On page 4 of the note the officer names two men who had bought the car in Elden in the week before.",
        "Related charges against three engineers were dropped in June, the court of Northam said in a statement.",
    ],
)
def test_sentences_are_never_furniture(sentence: str) -> None:
    assert blocks(read(f"Bridge collapse kills twelve\n\n{BODY}\n\n{sentence}\n\n{MORE}"), "body") == [
        BODY,
        sentence,
        MORE,
    ]


@pytest.mark.parametrize(
    "line",
    [
        "Subscribe To Our Newsletter",
        "Comments are closed.",
        "Yorum Bırakın",
        "E-posta hesabınız yayımlanmayacak.",
        "Deja una respuesta",
        "Laisser un commentaire",
        "Schreibe einen Kommentar",
        "اترك تعليقاً",
        "This site uses Akismet to reduce spam. Learn how your comment data is processed.",
        "2 thoughts on “Bridge collapse kills twelve”",
        "1. Pingback: Bridges of the north | Stone by Stone",
        "Read or Share this story: http://eld.example/1TEtZ",
        "CLOSE Skip in Skip x Embed x Share",
        "RELATED: Three men shot dead in Northam bar",
        "► Mayor of Westford arrested over payments",
        "Photo credit: Elden Fire Department",
        "Copyright 2015 Elden Media. All rights reserved.",
        "Posted: Tuesday, April 9, 2013",
        "Advertisement",
        "Media preview",
        "Follow us on Twitter and Facebook",
        "mvoss@eldenpost.example 555-0134",
        "_____",
        "More from the Elden Post: Ferry fares to rise | Swans return to the moat",
        "More in Courts: Baker fined over scales - Two cleared of theft",
        "Comments are moderated. Please keep to our house rules.",
        "On page 4: the list of donors · Horoscope · Subscribe to the Elden Post for 40 a month",
        "Turn to page 12 - the harbour in pictures",
        "This portal uses cookies so that you feel at home. Accept all",
        "Comments (12) | Print | Send to a friend",
        "Print · E-mail · Share on Twitter · 3 comments",
    ],
)
def test_furniture_lines(line: str) -> None:
    document = read(f"Bridge collapse kills twelve\n\n{BODY}\n\n{MORE}\n\n{line}")
    assert blocks(document, "boilerplate") == [line]
    assert blocks(document, "body") == [BODY, MORE]


def test_furniture_within_a_paragraph_is_cut_out() -> None:
    document = read(
        f"Bridge collapse kills twelve\n\n{BODY} (Photo: Ada Stone, Elden Post) {MORE} Follow him on Twitter @mvoss."
    )
    assert blocks(document, "body") == [BODY, MORE]
    assert blocks(document, "boilerplate") == ["(Photo: Ada Stone, Elden Post)", "Follow him on Twitter @mvoss."]
    check_cover(document)


def test_a_call_to_subscribe_is_cut_out_of_its_line() -> None:
    call = "Subscribe for six months and get a mug!"
    document = read(f"Bridge collapse kills twelve\n\n{BODY}\n\n{MORE} {call}")
    assert blocks(document, "body") == [BODY, MORE]
    assert blocks(document, "boilerplate") == [call]


def test_headlines_run_together_below_are_other_stories() -> None:
    run = (
        "Man finds ancient coin while digging garden Police arrest mayor of Westford over secret payments Woman killed "
        "by falling tree in northern storm Record number of visitors leave Elden in spring"
    )
    assert blocks(read(f"Bridge collapse kills twelve\n\n{BODY}\n\n{MORE}\n\n{run}"), "boilerplate") == [run]


def test_the_rows_of_a_table_at_the_end_are_no_headlines() -> None:
    rows = [
        "No. | Name | Age | Place",
        "1 | Ilda Marrow | 52 | toll post, north",
        "2 | Cpl. Tam Orrel (police) | 27 | river bank",
    ]
    document = read(
        "\n\n".join(
            [BODY, MORE, "\n".join(rows), "This report may be reproduced if the source is named. Elden Watch, Box 9"]
        )
    )
    assert blocks(document, "table") == rows
    assert blocks(document, "boilerplate") == [
        "This report may be reproduced if the source is named. Elden Watch, Box 9"
    ]


def test_a_sentence_that_was_cut_off_is_not_a_run_of_headlines() -> None:
    cut = (
        "Prosecutor Lena Marsh of the Elden District Court told reporters of the Northam Post that the Harbour Board and "
        "its chief Tarik Odell had known since March that the"
    )
    assert blocks(read(f"Bridge collapse kills twelve\n\n{BODY}\n\n{MORE}\n\n{cut}"), "body") == [BODY, MORE, cut]


def test_headlines_below_a_list_heading_and_amid_the_text() -> None:
    document = read(
        f"Bridge collapse kills twelve\n\n{BODY}\n\nGunmen Storm Casino, Escape With Millions\n\n{MORE}\n\nALSO:\n\n"
        "Pit bulls maul jogger in Westford\n\n12-year-old wins chess cup in Southmere\n"
    )
    assert blocks(document, "boilerplate") == [
        "Gunmen Storm Casino, Escape With Millions", "ALSO:", "Pit bulls maul jogger in Westford",
        "12-year-old wins chess cup in Southmere",
    ]  # fmt: skip


def test_a_list_of_the_dead_stays() -> None:
    names = ["Ada Stone, 34, of Northam", "Tarik Odell, 51, of Westford", "Lena Marsh, 8, of Port Elden"]
    document = read("\n\n".join(["Bridge collapse kills twelve", BODY, "The dead are:", *names]))
    assert blocks(document, "boilerplate") == []


def test_subhead_and_introduction_and_captions() -> None:
    document = read(
        f"Bridge collapse kills twelve\n\n{BODY}\n\nOpposition blames the mayor\n\n{MORE}\n\nThe mayor said:\n\n{MORE}\n\n"
        f"Photo of the bridge before the collapse\n\nTarik Odell\n\n{BODY}\n\nDivers search the harbour. (Ada Stone/Elden Photos)\n"
    )
    assert blocks(document, "subhead") == ["Opposition blames the mayor"]
    assert "The mayor said:" in blocks(document, "body")
    assert blocks(document, "caption") == [
        "Photo of the bridge before the collapse", "Tarik Odell", "Divers search the harbour. (Ada Stone/Elden Photos)",
    ]  # fmt: skip


def test_comments_below_a_report_are_not_the_report() -> None:
    document = read(
        f"Bridge collapse kills twelve\n\n{BODY}\n\n{MORE}\n\n{MORE}\n\n3 Comments\n\nI heard that 40 people died, said my aunt."
    )
    assert blocks(document, "boilerplate")[-1] == "I heard that 40 people died, said my aunt."


def test_wrapped_lines_are_joined() -> None:
    wrapped = (
        "Bridge collapse kills twelve\n\n"
        "Twelve people were killed when the harbour bridge of Port Elden\n"
        "fell on Monday, the mayor said. The bridge was built in the year\n"
        "1931 and had last been inspected two years before, he added, by\n"
        "engineers of the port.\n"
    )
    assert "Port Elden fell on Monday" in read(wrapped).text
    verse = "Four towns\n\nElden by the sea\nNortham on the hill\nWestford in the rain\nSouthmere, standing still\n"
    assert "sea\nNortham" in read(verse).text


def test_a_sentence_that_links_broke_is_joined() -> None:
    broken = BODY.replace(" fell on Monday", "\n\nfell on Monday,\n\nthe first day of May")
    assert blocks(read(f"Bridge collapse kills twelve\n\n{broken}"), "body") == [
        BODY.replace(" fell on Monday", " fell on Monday, the first day of May")
    ]
    assert "apples\npears" in read(f"Bridge collapse kills twelve\n{BODY}\napples\npears").text


def test_unseen_characters_go_and_spaces_are_spaces() -> None:
    text = read(f"Bridge\u00a0collapse kills\u202e twelve\u200b\r\n\r\n\r\n\r\n\r\n\r\n\r\n{BODY}\ufeff\r\n").text
    assert text == f"Bridge collapse kills twelve\n\n{BODY}"


def test_a_lost_space_between_sentences_comes_back() -> None:
    text = read(
        f'{BODY[:-1]}.Three of them were children."I saw the bus fall," said a man.See www.elden.Post for more.'
    ).text
    assert 'said. Three of them were children. "I saw the bus fall," said a man. See' in text


@pytest.mark.parametrize(
    ("encoding", "text", "language"),
    [
        ("utf-8-sig", BODY, "en"),
        ("utf-16", BODY, "en"),
        ("utf-16-le", BODY, "en"),
        ("utf-16-be", BODY, "en"),
        ("cp1254", "Kaymakam Şükrü Işık, patlamada üç kişinin öldüğünü söyledi.", "tr"),
        ("cp1254", "The governor, Şükrü Işık, said that the blast in Çağla killed three people on Monday.", "en"),
        ("cp1252", "Le maire a déclaré que l’explosion avait tué trois personnes à l’école.", "fr"),
        ("cp1250", "Burmistrz powiedział, że wybuch zabił trzy osoby w szkole, źródła podają.", "pl"),
        ("cp1251", "Мэр города сообщил, что взрыв унёс жизни трёх человек в школе.", "ru"),
        ("cp1256", "قال رئيس البلدية إن الانفجار أسفر عن مقتل ثلاثة أشخاص في المدرسة.", "ar"),
    ],
)
def test_encodings(encoding: str, text: str, language: str) -> None:
    document = read(text.encode(encoding))
    assert document.text == text
    assert document.language == language
    assert document.claims_read is (language == "en")


def test_letters_pasted_from_another_encoding_are_read_too() -> None:
    data = "A blast in a café in Ålvik killed three. ".encode() + "Police in Málaga said “no”. ".encode("cp1252")
    assert read(data + b"The caf\xc3").text == (
        "A blast in a café in Ålvik killed three. Police in Málaga said “no”. The caf\ufffd"
    )


def test_what_a_terminal_would_obey_is_no_text() -> None:
    text = read("The \x1b[31mgovernor\x1b[0m said\x07 \u202eeerht\u202c people\x00 died.").text
    assert text == "The governor said eerht people died."


@pytest.mark.parametrize(
    ("data", "file", "reason"),
    [
        (b"", "a.txt", "empty"),
        (b" \r\n\t", "a.txt", "empty"),
        (bytes(range(256)) * 40, "a.txt", "binary"),
        (b"\x89PNG\r\n\x1a\n" + bytes(100), "a.txt", "picture"),
        (b"%PDF-1.7 ...", "a.txt", "PDF"),
        (b"--- ... !!!", "a.txt", "no text"),
        (b"words", "a.xyz", ".xyz"),
    ],
)
def test_set_aside_with_a_reason(data: bytes, file: str, reason: str) -> None:
    with pytest.raises(SetAside, match=reason):
        read(data, file)


def test_a_headline_alone_is_read() -> None:
    document = read("Bridge collapse kills twelve\n")
    assert blocks(document, "headline") == ["Bridge collapse kills twelve"]


@pytest.mark.parametrize(
    "text", ["(" * 300_000 + "a", "a" * 300_000, "x" + " " * 300_000 + "y", "A-" * 150_000, 'aa."Aa ' * 40_000]
)
def test_lines_without_end_are_read(text: str) -> None:
    check_cover(read(text))


@pytest.mark.parametrize(
    ("head", "kind"),
    [
        ("INDICTMENT", "indictment"),
        ("Minutes of the third hearing of the Port Elden case", "hearing"),
        ("Information note", "note"),
        ("Press statement", "statement"),
        ("Full transcript", "transcript"),
        ("Court hears that the bridge was never inspected", "article"),
        ("Arrest report describes chaos on the bridge", "article"),
        ("Indictment of the mayor angers Port Elden", "article"),
        ("Duty log, 4 March 2019", "record"),
        ("Indicted engineer denies charges over bridge collapse", "article"),
    ],
)
def test_kind_only_when_it_is_spelled_out(head: str, kind: str) -> None:
    assert read(f"{head}\n\n{BODY}").kind == kind


@settings(max_examples=60, deadline=None)
@given(st.lists(st.sampled_from([BODY, MORE, "Advertisement", "", "", "Ada Stone", "By Ada Stone", "PORT ELDEN (ENA) -- Two died.",
                                 "ALSO:", "Man arrested in Westford park", "© 2015 Elden Post", "\u200b", "'Quote", "3 May 2015"])))  # fmt: skip
def test_blocks_cover_all_words_in_order(lines: list[str]) -> None:
    try:
        document = read("\n".join(lines))
    except SetAside:
        return
    check_cover(document)


@pytest.mark.parametrize(("file", "body"), [("a.txt", b"Two men died. "), ("a.html", b"<p>Two men died.</p>\n")])
def test_a_text_without_end_is_set_aside_with_its_length(
    file: str, body: bytes, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("rashomon.stages.acquire.LONGEST", 5000)
    for times in (5000 // 13 + 10, 5000):
        with pytest.raises(SetAside, match="longer than the 5,000 characters"):
            acquire(body * times, Original("0" * 64, (Appearance(file),)))
