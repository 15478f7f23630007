"""One invented article, written as a text, a page and in the programs' own formats, for the tests of their readers."""

from __future__ import annotations

import json
from collections import Counter
from email.message import EmailMessage
from html import escape
from io import BytesIO
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import docx
import typst

TITLE = "Eleven killed as ferry terminal in Maravel is attacked"
BY = "By Ines Korvald"
DAY = "14 March 2019"
PARAGRAPHS = (
    "Eleven people were killed and at least 27 others were wounded on Thursday when gunmen opened fire at the ferry "
    "terminal of Maravel, the provincial governor, Tomas Ardelean, said.",
    "Two men in blue overalls got out of a van at about 7:40 in the morning and shot at passengers who were waiting for "
    "the boat to Sant Orrin, a dock worker who saw the attack told The Maravel Observer.",
    "The Dockers' Union put the number of dead at thirteen. Its spokeswoman, Petra Lindqvist, accused the security company "
    "Northgate of having left the gates unguarded. Northgate denied the accusation.",
    "The Front for a Free Coast claimed responsibility for the attack in a message to Radio Sarn on Friday. The interior "
    "ministry said it could not confirm that the message was authentic.",
    "Police arrested four suspects in the village of Dunmere on Saturday, among them Ruben Castellane, a former guard of "
    "the terminal, prosecutor Hanna Weiss said. According to the indictment that was read in court, Castellane met the "
    "leader of the group, known as the Pilot, in January and received 40,000 euros from him.",
    "Castellane's lawyer, Emil Sorensen, said that his client had been at home when the shots were fired and had never "
    "heard of the Pilot. He called the arrest a mistake by officials who needed a culprit.",
    "It was the deadliest attack in the province since 2011, when nine people died in the bombing of the customs house in "
    "Karvik. Nobody has been convicted of that bombing.",
    "The mayor of Maravel, Signe Dahl, said on Sunday that twelve of the wounded were still in hospital, three of them in "
    "intensive care, and that a nurse who had been missing since Thursday was found unharmed in the harbour office.",
)
NOTE = "The governor's office later spoke of twelve dead."


def as_text() -> bytes:
    return "\n\n".join((TITLE, BY, DAY, *PARAGRAPHS)).encode()


def as_page() -> bytes:
    body = "".join(f"<p>{escape(text)}</p>" for text in PARAGRAPHS)
    return (
        f"<!doctype html><html lang=en><head><title>{TITLE}</title></head><body><article><h1>{TITLE}</h1><p>{BY}</p>"
        f"<p>{DAY}</p>{body}</article></body></html>"
    ).encode()


def as_pdf(folder: Path, columns: int = 1, *, note: bool = False, height: str = "150mm") -> bytes:
    """A PDF with a running head, page numbers, hyphens and, where wanted, a footnote to the first paragraph."""
    texts = [text.replace("'", "’") if columns < 0 else text for text in PARAGRAPHS]
    texts[0] += f"#footnote[{NOTE}]" if note else ""
    source = folder / "article.typ"
    source.write_text(
        f'#set page(width: 210mm, height: {height}, columns: {columns}, numbering: "1 / 1", header: [The Maravel Observer])\n'
        f'#set document(title: "{TITLE}", author: "Ines Korvald", date: datetime(year: 2020, month: 1, day: 2))\n'
        '#set par(justify: true)\n#set text(lang: "en", hyphenate: true)\n#set smartquote(enabled: false)\n'
        f'#place(top + center, scope: "parent", float: true, text(18pt, weight: "bold")[{TITLE}])\n\n'
        + "\n\n".join((BY, DAY, *texts)),
        encoding="utf-8",
    )
    return bytes(typst.compile(source))


def as_word(*, properties: bool = False) -> bytes:
    """A Word file with a title, a running head and its paragraphs."""
    document = docx.Document()
    if properties:
        document.core_properties.author, document.core_properties.title = "Ines Korvald", TITLE
    document.sections[0].header.paragraphs[0].text = "The Maravel Observer"
    document.add_heading(TITLE, 0)
    for text in (BY, DAY, *PARAGRAPHS):
        document.add_paragraph(text)
    held = BytesIO()
    document.save(held)
    return held.getvalue()


def as_mail(*attached: tuple[str, bytes], body: str = "\n\n".join(PARAGRAPHS), **head: str) -> bytes:
    """A message with the article as its text, and files attached."""
    mail = EmailMessage()
    said = {"Subject": TITLE, "From": "Ines Korvald <ines@observer.example>", "To": "desk@observer.example",
            "Date": "Thu, 14 Mar 2019 18:05:00 +0100", **head}  # fmt: skip
    for name, value in said.items():
        mail[name] = value
    mail.set_content(body)
    for name, data in attached:
        mail.add_attachment(data, maintype="application", subtype="octet-stream", filename=name)
    return mail.as_bytes()


ODF = " ".join(
    f'xmlns:{n}="urn:oasis:names:tc:opendocument:xmlns:{n}:1.0"' for n in ("office", "text", "table", "meta", "style")
)


def as_open(inner: str = "", **parts: str) -> bytes:
    """An OpenDocument text, of the article where no other content is given."""
    words = inner or f'<text:h text:outline-level="1">{TITLE}</text:h>' + "".join(
        f"<text:p>{escape(text)}</text:p>" for text in (BY, DAY, *PARAGRAPHS)
    )
    body = f"<office:body><office:text>{words}</office:text></office:body>"
    held = BytesIO()
    with ZipFile(held, "w") as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.text")
        archive.writestr(
            "content.xml",
            f'<office:document-content {ODF} xmlns:dc="http://purl.org/dc/elements/1.1/">{body}</office:document-content>',
        )
        for name, text in parts.items():
            archive.writestr(name, text)
    return held.getvalue()


def as_rtf(inner: str = "", page: str = "cp1252") -> bytes:
    """An RTF document, of the article where no other content is given."""
    words = inner or "".join(rf"{text}\par " for text in (TITLE, BY, DAY, *PARAGRAPHS))
    head = (
        r"{\rtf1\ansi\ansicpg"
        + page[2:]
        + r"{\fonttbl{\f0\fcharset0 Arial;}{\f1\fcharset162 Arial Tur;}{\f2\fcharset204 Arial Cyr;}}"
    )
    return head.encode() + "".join(c if ord(c) < 128 else rf"\u{ord(c)}?" for c in words).encode() + b"}"


def claims_told(rows: dict[str, Any]) -> Counter[str]:
    """Every claim by what it says, of whom and on whose word, without offsets and ids."""
    names = {e["id"]: e["name"] for e in rows["entities"]}
    titles = {i["id"]: i["title"] for i in rows["incidents"]}

    def plain(value: Any) -> Any:
        if isinstance(value, dict):
            return {k: names.get(v) or titles.get(v) or plain(v) if isinstance(v, str) else plain(v) for k, v in value.items()
                    if k not in ("start", "end")}  # fmt: skip
        return [plain(v) for v in value] if isinstance(value, list) else value

    fields = ("quote", "subject", "property", "value", "chain", "basis", "stance", "governors")
    return Counter(json.dumps({f: plain(claim[f]) for f in fields}, sort_keys=True) for claim in rows["claims"])
