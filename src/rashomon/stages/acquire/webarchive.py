"""Web archives (MHTML): a page and all that it shows, as browsers save them in the form of a mail."""

from __future__ import annotations

import re
from email import policy
from email.message import Message
from email.parser import BytesParser

from rashomon.errors import SetAside

_HEAD = re.compile(
    rb"\s*(?:[A-Za-z-]+:[^\n]*\r?\n(?:[ \t][^\n]*\r?\n)*)*?(?:MIME-Version|Content-Type)\s*:\s*(?:1\.0|multipart/related)",
    re.IGNORECASE,
)
_PAGES = ("text/html", "application/xhtml+xml")


def is_web_archive(data: bytes) -> bool:
    """Whether bytes begin with the head of a web archive."""
    head = data[:4096].removeprefix(b"\xef\xbb\xbf")
    return bool(_HEAD.match(head)) and b"multipart/related" in head.lower()


def unpack(data: bytes) -> tuple[bytes, str | None, str | None]:
    """The page of an archive, the encoding that its part names, and the address it was saved from.

    Raises `SetAside` where there is no page in it.
    """
    message = BytesParser(policy=policy.compat32).parsebytes(data.removeprefix(b"\xef\xbb\xbf").lstrip())
    part = next((p for p in message.walk() if p.get_content_type() in _PAGES), None)
    page = part.get_payload(decode=True) if part is not None else None
    if part is None or not isinstance(page, bytes) or not page.strip():
        raise SetAside("the web archive holds no page that can be read")
    return page, part.get_content_charset(), _address(message, part)


def _address(message: Message, part: Message) -> str | None:
    given = (message.get("Snapshot-Content-Location"), part.get("Content-Location"))
    return next((text.strip() for text in map(str, filter(None, given)) if re.match(r"\s*https?://", text)), None)
