"""Mail: who wrote when, what is quoted, what is attached, and messages made to do harm. All texts are invented."""

from __future__ import annotations

import random
from contextlib import suppress
from email.message import EmailMessage
from hashlib import sha256

import pytest
from papers import PARAGRAPHS, TITLE, as_mail

from rashomon.errors import SetAside
from rashomon.model.document import Appearance, Document, Original
from rashomon.runners.confined import Confined
from rashomon.stages.acquire import acquire
from rashomon.stages.acquire.boxes import unpack_mail, unpack_mailbox, unpacker_of
from rashomon.stages.acquire.mail.letter import read_mail

READER = "rashomon.stages.acquire.mail.letter:read_mail"
ANSWER = "Dear Ove,\n\nnine people died at the gate of Dunmere, the union said today.\n\nAda\n"
EARLIER = ("Did eight people die at the gate, as the radio says?", "I heard so from a guard.")


def read(data: bytes, file: str = "letter.eml", **said: str) -> Document:
    return acquire(data, Original(sha256(data).hexdigest(), (Appearance(file, **said),)))


def page(html: str) -> bytes:
    mail = EmailMessage()
    mail["From"], mail["Subject"] = "Ada Vint <ada@union.example>", "The gate"
    mail.set_content(html, subtype="html")
    return mail.as_bytes()


def quoted(document: Document) -> str:
    return "\n".join(document.text[b.start : b.end] for b in document.blocks if b.kind == "quoted")


def own(document: Document) -> str:
    return "\n".join(document.text[b.start : b.end] for b in document.blocks if b.kind not in ("quoted", "boilerplate"))


def test_who_wrote_what_and_when() -> None:
    document = read(as_mail())
    assert (document.title, document.author, document.published) == (TITLE, "Ines Korvald", "2019-03-14T18:05")
    assert document.publisher is None
    assert document.kind == "other"
    assert [document.text[b.start : b.end] for b in document.blocks if b.kind == "body"] == list(PARAGRAPHS)


@pytest.mark.parametrize(
    "tail",
    [
        "On Wed, 13 Mar 2019 at 09:12, Ove Lund wrote:\n> {0}\n> {1}\n",
        "On Wed, 13 Mar 2019 at 09:12, Ove Lund <ove.lund@dockers.example>\nwrote:\n\n> {0}\n>\n> {1}\n",
        "On 13 March 2019 at 09:12 Ove Lund wrote:\n\n{0}\n\n{1}\n",
        "-----Original Message-----\nFrom: Ove Lund\nSent: Wednesday\n\n{0}\n{1}\n",
        "________________________________\nFrom: Ove Lund <ove@dockers.example>\nSent: 13 March 2019 09:12\nTo: Ada Vint\nSubject: gate\n\n{0}\n\n{1}\n",
        "-------- Forwarded Message --------\nSubject: gate\nFrom: Ove Lund\n\n{0}\n\n{1}\n",
        "Am 13.03.2019 um 09:12 schrieb Ove Lund:\n> {0}\n> {1}\n",
        "13 Mart 2019 Çar 09:12 tarihinde Ove Lund şunları yazdı:\n> {0}\n> {1}\n",
        "13 марта 2019, 09:12, Ove Lund пишет:\n> {0}\n> {1}\n",
    ],
)
def test_the_earlier_message_stands_apart(tail: str) -> None:
    document = read(as_mail(body=ANSWER + "\n" + tail.format(*EARLIER)))
    for words in EARLIER:
        assert words in quoted(document)
        assert words not in own(document)
    assert "nine people died at the gate of Dunmere, the union said today." in own(document)
    assert "Lund" not in own(document)


def test_answers_between_quoted_lines_are_the_writer_s_own() -> None:
    document = read(
        as_mail(body=f"> {EARLIER[0]}\n\nNo, nine people died.\n\n> {EARLIER[1]}\n\nThe guard was wrong about that.\n")
    )
    assert "No, nine people died." in own(document)
    assert "The guard was wrong about that." in own(document)
    assert quoted(document).count(">") == 2


@pytest.mark.parametrize(
    "html",
    [
        "<p>Nine died.</p><div class='gmail_quote'>On Monday Ove wrote:<blockquote type=cite>Eight <b>died</b>.</blockquote></div><p>Yours</p>",
        "<p>Nine died.</p><p>Yours</p><blockquote type='cite'><div>Eight died.</div></blockquote>",
        "<p>Nine died.<div>Yours</div><hr><div>From: Ove<br>Sent: 13 March 2019 09:12<br>To: Ada</div><div>Eight died.</div>",
    ],
)
def test_the_earlier_message_of_a_page_stands_apart(html: str) -> None:
    document = read(page(html))
    assert "Eight died." in quoted(document)
    assert "Nine died." in own(document)
    assert "Yours" in own(document)


def test_of_plain_text_and_page_one_is_read_and_a_stub_is_not() -> None:
    for plain, wanted in (("Nine people died at the gate.", "Nine people"), ("See the page.", "Ten people")):
        mail = EmailMessage()
        mail["From"] = "ada@union.example"
        mail.set_content(plain)
        mail.add_alternative(
            "<p>Ten people died at the gate of Dunmere on the day of the feast of the boats.</p>", subtype="html"
        )
        text = read(mail.as_bytes()).text
        assert wanted in text
        assert text.count("people died") == 1


def test_letters_in_any_code_and_lines_that_flow() -> None:
    head = b"From: =?utf-8?q?=C4=B0lker_Barlas?= <i@x.example>\nSubject: =?iso-8859-9?q?Liman=FD?=\nContent-Type: text/plain; charset=%s; format=flowed\nContent-Transfer-Encoding: 8bit\n\n"
    for name, code in ((b"iso-8859-9", "iso8859-9"), (b"nonsense", "utf-8"), (b"utf-8", "cp1254")):
        body = "Dün sabah limanda dokuz işçi öldü, \nsendika öyle dedi.\n"
        document = read(head % name + body.encode(code))
        assert document.author == "İlker Barlas"
        assert document.title == "Limanı"
        assert "dokuz işçi öldü, sendika öyle dedi." in document.text


def test_attachments_are_files_within_by_names_that_lead_nowhere() -> None:
    inner = as_mail(("deep.txt", b"deep"), Subject="inner")
    mail = EmailMessage()
    mail["From"], mail["Subject"] = "ada@union.example", "outer"
    mail.set_content("Here it is.")
    for name in ("../../etc/passwd", "C:\\secret\\plan.pdf", "plan.pdf", ""):
        mail.add_attachment(b"data", maintype="application", subtype="pdf", filename=name)
    message = EmailMessage()
    message["From"], message["Subject"] = "ove@dockers.example", "an earlier one"
    message.set_content("Eight died.")
    mail.add_attachment(message)
    mail.add_attachment(inner, maintype="application", subtype="octet-stream", filename="inner.eml")
    box = unpack_mail(mail.as_bytes())
    assert box.own
    assert [f.name for f in box.files] == [
        "passwd",
        "plan.pdf",
        "plan (2).pdf",
        "attachment 4.pdf",
        "attachment 5.eml",
        "inner.eml",
    ]
    assert b"Eight died." in box.files[4].data
    assert "Eight died" not in read(mail.as_bytes()).text
    assert any("plan.pdf" in remark for remark in read(mail.as_bytes()).remarks)


def test_a_mailbox_is_its_messages() -> None:
    one, two = as_mail(Subject="one"), as_mail(Subject="two", body="From here it was quiet.\n\n>From the sea too.")
    box = (
        b"From ada Thu Mar 14 18:05:00 2019\n"
        + one.replace(b"\nFrom ", b"\n>From ")
        + b"\nFrom ove Thu Mar 14 18:06:00 2019\n"
    )
    box += two.replace(b"\n>From ", b"\n>>From ").replace(b"\nFrom ", b"\n>From ") + b"\n"
    found = unpack_mailbox(box)
    assert not found.own
    assert [f.name for f in found.files] == ["00001.eml", "00002.eml"]
    assert [read(f.data).title for f in found.files] == ["one", "two"]
    assert b"\nFrom here it was quiet." in found.files[1].data
    assert b"\n>From the sea too." in found.files[1].data
    assert unpacker_of("inbox", box) == unpacker_of("inbox.mbox", b"")


def test_what_is_no_mail_or_encrypted_is_set_aside_with_the_reason() -> None:
    locked = b"From: a@b.example\nSubject: x\nContent-Type: multipart/encrypted; boundary=q\n\n--q\n\nx\n--q--\n"
    for data, reason in ((b"just some words\n", "no mail"), (b"", "no mail"), (locked, "encrypted")):
        with pytest.raises(SetAside, match=reason):
            read(data)
    with pytest.raises(SetAside, match="no mailbox"):
        unpack_mailbox(b"words")


def test_a_day_that_no_clock_has_costs_nothing_but_itself() -> None:
    mail = as_mail()
    assert b"+0100" in mail
    assert read(mail.replace(b"+0100", b"+999999999999999999")).title == TITLE


def nested(depth: int) -> bytes:
    top = b"From: a@b.example\nSubject: deep\n"
    body = b"".join(b"Content-Type: multipart/mixed; boundary=b%d\n\n--b%d\n" % (n, n) for n in range(depth))
    return top + body + b"Content-Type: text/plain\n\nat the bottom\n"


def wide(parts: int) -> bytes:
    return (
        b"From: a@b.example\nSubject: wide\nContent-Type: multipart/mixed; boundary=q\n\n"
        + b"--q\nContent-Type: application/pdf; name=x.pdf\n\nx\n" * parts
        + b"--q--\n"
    )


def russian_dolls(depth: int) -> bytes:
    return b"From: a@b.example\nSubject: doll\nContent-Type: message/rfc822\n\n" * depth + b"From: z@b.example\n\nend\n"


@pytest.mark.parametrize("data", [nested(10_000), wide(10_000), russian_dolls(10_000), b"From: a@b.example\nSubject: " + b"=?utf-8?q?a?= " * 100_000 + b"\n\nx"],
                         ids=["nested", "wide", "dolls", "subject"])  # fmt: skip
def test_messages_that_are_endless_are_read_or_set_aside(data: bytes) -> None:
    apart = Confined(seconds=30)
    for reader in (READER, "rashomon.stages.acquire.boxes:unpack_mail"):
        try:
            assert len(apart(reader, data)) < 5_000_000
        except SetAside as fault:
            assert "this program broke" not in str(fault)


def test_bytes_that_were_flipped_break_nothing() -> None:
    chance = random.Random(5)
    samples = [
        as_mail(("a.txt", b"text"), body=ANSWER),
        page("<p>Nine died.</p><blockquote type=cite>Eight.</blockquote>"),
        wide(3),
        nested(4),
    ]
    for _ in range(400):
        data = bytearray(chance.choice(samples))
        for _ in range(chance.choice((1, 3, 20))):
            at = chance.randrange(len(data))
            data[at : at + chance.choice((0, 1, 8))] = chance.choice(
                (b"\n", b":", b'"', b"\xff", b"=?", b"<", bytes([chance.randrange(256)]))
            )
        for reader in (read_mail, unpack_mail, unpack_mailbox):
            with suppress(SetAside):
                reader(bytes(data))
