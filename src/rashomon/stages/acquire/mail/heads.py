"""A message and the lines of its head, however badly they are written."""

from __future__ import annotations

import re
from datetime import datetime
from email import policy
from email.errors import MessageError
from email.header import decode_header, make_header
from email.headerregistry import HeaderRegistry
from email.message import EmailMessage
from email.parser import BytesParser
from email.utils import getaddresses, parsedate_to_datetime
from functools import lru_cache

from rashomon.errors import SetAside
from rashomon.stages.acquire.tidy import tidy

_POLICY = policy.default.clone(header_factory=lru_cache(maxsize=1000)(HeaderRegistry()))
"""The library reads each line of a head anew whenever it is asked for."""
_LONGEST, _MOST = 2_000, 40
_FIELD = re.compile(rb"(?:\s*|From [^\n]*\n)(?:[A-Za-z][A-Za-z0-9-]{1,60}:[^\n]*\n(?:[ \t][^\n]*\n)*){2}")
_NAMED = re.compile(rb"^(?:From|Date|Subject|To|Message-ID|Received):", re.MULTILINE | re.IGNORECASE)
_BAD = (ValueError, TypeError, IndexError, AttributeError, KeyError, LookupError, OverflowError, MessageError)
"""What the library raises over heads that are broken."""


def open_mail(data: bytes) -> EmailMessage:
    """A message. Raises `SetAside` for what has no head of a mail, or is encrypted."""
    top = data[:65536].removeprefix(b"\xef\xbb\xbf").replace(b"\r\n", b"\n").replace(b"\r", b"\n")
    if not _FIELD.match(top) or not _NAMED.search(top):
        raise SetAside("it is no mail: it has no lines that say from whom it comes")
    try:
        mail = BytesParser(policy=_POLICY).parsebytes(data.removeprefix(b"\xef\xbb\xbf").lstrip())
    except _BAD as fault:
        raise SetAside("the mail is damaged") from fault
    kind = content_type(mail)
    if kind == "multipart/encrypted" or (kind == "application/pkcs7-mime" and "signed" not in str(mail.get_params())):
        raise SetAside("the mail is encrypted; save a copy of it as it is shown to you")
    return mail


def content_type(part: EmailMessage) -> str:
    """The media type of a part; plain text where it cannot be told."""
    try:
        return part.get_content_type()
    except _BAD:
        return "text/plain"


def head(mail: EmailMessage, name: str) -> str | None:
    """A line of the head in plain words; None where there is none."""
    try:
        said = str(mail.get(name) or "")
    except _BAD:
        said = _raw(mail, name)
    text = " ".join(tidy(said[:_LONGEST]).split())
    return text or None


def _raw(mail: EmailMessage, name: str) -> str:
    said = next((str(value) for field, value in mail.raw_items() if field.lower() == name.lower()), "")
    try:
        return str(make_header(decode_header(said)))
    except _BAD:
        return said


def addresses(mail: EmailMessage, name: str) -> list[str]:
    """Who stands in a line of the head, each as name and address."""
    found = _pairs(mail, name)
    return [f"{who} <{address}>" if who and address else who or address for who, address in found]


def names_of(mail: EmailMessage, name: str) -> list[str]:
    """The names of those in a line of the head, or the address of one who has none."""
    return [who or address for who, address in _pairs(mail, name)]


def _pairs(mail: EmailMessage, name: str) -> list[tuple[str, str]]:
    said = head(mail, name)
    try:
        found = getaddresses([said] if said else [])
    except _BAD:
        found = []
    pairs = [(" ".join(who.split()), address.strip()) for who, address in found if who or address]
    return pairs[:_MOST] or ([(said, "")] if said else [])


def day_of(mail: EmailMessage) -> str | None:
    """When the mail says that it was sent, by its sender's clock."""
    said = head(mail, "Date")
    try:
        found: datetime | None = parsedate_to_datetime(said) if said else None
    except _BAD:
        return None
    return found.strftime("%Y-%m-%dT%H:%M") if found and found.year >= 1970 else None
