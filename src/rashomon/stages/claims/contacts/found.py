"""What a rule of contact finds, before it is a draft."""

from __future__ import annotations

from dataclasses import dataclass

from rashomon.model.claim import ContactKind, PartyRole


@dataclass(frozen=True, slots=True)
class Found:
    """A contact told at token `at`: its kind, the tokens of its sides with their roles, first the main one.

    `around` are the tokens on which dates, topics and bystanders of the contact may hang, `at` among them. `alone`:
    one side is enough, the other stays unnamed.
    """

    kind: ContactKind
    at: int
    sides: tuple[tuple[int, PartyRole], ...]
    around: tuple[int, ...]
    rule: str = "contact"
    alone: bool = False
