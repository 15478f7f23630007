"""What a message carries: the parts of its text, and the files attached to it."""

from __future__ import annotations

from collections.abc import Iterator
from email import policy
from email.errors import MessageError
from email.message import EmailMessage

from rashomon.model.boxed import Inner

MOST_PARTS = 500
"""Parts of one message that are looked at, and parts of a part."""
_BODIES = ("text/plain", "text/html")
_ENDINGS = {
    "message/rfc822": ".eml", "application/pdf": ".pdf", "text/plain": ".txt", "text/html": ".html", "text/csv": ".csv",
    "application/zip": ".zip", "image/jpeg": ".jpg", "image/png": ".png", "text/calendar": ".ics",
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document": ".docx",
    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": ".xlsx",
}  # fmt: skip
"""What a file without a name is called by."""
_BAD = (ValueError, TypeError, IndexError, AttributeError, KeyError, LookupError, MessageError, AssertionError)


def parts_of(part: EmailMessage) -> list[EmailMessage]:
    """The parts right below one, as many as are looked at."""
    payload = part.get_payload()
    return [p for p in payload[:MOST_PARTS] if isinstance(p, EmailMessage)] if isinstance(payload, list) else []


def has_too_many(mail: EmailMessage) -> bool:
    """Whether a message has more parts than are looked at."""
    seen, held = 0, [mail]
    while held and seen <= MOST_PARTS:
        payload = held.pop().get_payload()
        below = [p for p in payload if isinstance(p, EmailMessage)] if isinstance(payload, list) else []
        seen += len(below)
        held += below
    return seen > MOST_PARTS


def is_attached(part: EmailMessage) -> bool:
    """Whether a part is a file of its own, and no text of the message."""
    try:
        if part.get_content_maintype() == "multipart":
            return False
        named = part.get_content_disposition() == "attachment" or part.get_filename() is not None
        return named or part.get_content_type() not in _BODIES
    except _BAD:
        return False


def files_within(mail: EmailMessage) -> Iterator[Inner]:
    """The files attached to a message, those attached to an attached message not among them.

    A picture that the message's own page shows is left out.
    """
    for number, part in enumerate(_attached(mail), 1):
        name, data = _name(part, number), _bytes(part)
        if data:
            yield Inner(name, data)


def attached_names(mail: EmailMessage) -> list[str]:
    """Their names."""
    return [_name(part, number) for number, part in enumerate(_attached(mail), 1)]


def _attached(mail: EmailMessage) -> Iterator[EmailMessage]:
    seen = 0
    held = [mail]
    while held and seen < MOST_PARTS:
        part = held.pop()
        seen += 1
        if part is not mail and is_attached(part):
            if not (part.get_content_maintype() == "image" and part.get("Content-ID") and _is_inline(part)):
                yield part
        elif part.is_multipart():
            held += reversed(parts_of(part))


def _is_inline(part: EmailMessage) -> bool:
    try:
        return part.get_content_disposition() != "attachment"
    except _BAD:
        return True


def _name(part: EmailMessage, number: int) -> str:
    try:
        name = part.get_filename()
        kind = part.get_content_type()
    except _BAD:
        name, kind = None, "application/octet-stream"
    ending = _ENDINGS.get(kind, ".bin")
    name = " ".join((name or f"attachment {number}{ending}").replace("\\", "/").split("/")[-1].split())
    return name if ending != ".eml" or name.lower().endswith(".eml") else f"{name}.eml"


def _bytes(part: EmailMessage) -> bytes:
    try:
        if part.get_content_type() == "message/rfc822":
            inner = parts_of(part)
            return inner[0].as_bytes(policy=policy.compat32) if inner else b""
        data = part.get_payload(decode=True)
    except (*_BAD, RecursionError):
        return b""
    return data if isinstance(data, bytes) else b""
