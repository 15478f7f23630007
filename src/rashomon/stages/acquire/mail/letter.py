"""The reader of mail: one message is one document; the earlier message that it quotes stands apart, attachments come in by themselves."""

from __future__ import annotations

from collections.abc import Iterator
from email.message import EmailMessage

from rashomon.errors import SetAside
from rashomon.stages.acquire.draft import Draft, Header, Line
from rashomon.stages.acquire.mail.bodies import body_lines
from rashomon.stages.acquire.mail.heads import addresses, day_of, head, names_of, open_mail
from rashomon.stages.acquire.mail.quoting import mark_quoted
from rashomon.stages.acquire.mail.within import MOST_PARTS, attached_names, has_too_many


def read_mail(data: bytes) -> Draft:
    """The lines of a message: its subject, who wrote to whom and when, and its words.

    Author is who sent it, published the day and hour on which it says that it was sent. Raises `SetAside` for what is no
    mail, is encrypted or has no words.
    """
    mail = open_mail(data)
    body = mark_quoted(body_lines(mail))
    subject = head(mail, "Subject")
    if not body and not subject:
        raise SetAside("the mail has no words of its own")
    sender = names_of(mail, "From")
    header = Header(title=subject, author=sender[0] if sender else None, published=day_of(mail))
    return Draft((*_top(mail, subject), *body), header, tuple(_remarks(mail)), kind="other")


def _top(mail: EmailMessage, subject: str | None) -> Iterator[Line]:
    if subject:
        yield Line(subject, 0, "headline")
    for name in ("From", "To", "Cc"):
        if found := addresses(mail, name):
            yield Line(f"{name}: {', '.join(found)}", 0, "byline")
    if sent := head(mail, "Date"):
        yield Line(f"Date: {sent}", 0, "dateline")


def _remarks(mail: EmailMessage) -> Iterator[str]:
    names = attached_names(mail)
    if names:
        yield f"attached, and taken in as reports of their own where they can be read: {', '.join(names)}"
    if has_too_many(mail):
        yield f"it has more than {MOST_PARTS} parts; the rest was not looked at"
    if head(mail, "Date") and not day_of(mail):
        yield "the mail's date cannot be read as a day"
