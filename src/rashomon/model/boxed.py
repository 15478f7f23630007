"""What a file that holds others gives: an archive, a mailbox, a mail with attachments."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Inner:
    """A file within another, by the name that it has there: a label, never a path on this machine."""

    name: str
    data: bytes


@dataclass(frozen=True, slots=True)
class Box:
    """What a file holds, and what of it could not be taken out, by name with the reason.

    `own` where the file is a report itself, as a mail with attachments is.
    """

    files: tuple[Inner, ...]
    rejected: tuple[tuple[str, str], ...] = ()
    own: bool = False
