"""Sentences with a figure of victims, an accusation or a contact from which no claim was made."""

from __future__ import annotations

from collections.abc import Sequence

from rashomon.model.claim import Claim, Unread
from rashomon.stages.claims.view import View


def find_unread(view: View, claims: Sequence[Claim]) -> tuple[Unread, ...]:
    """The sentences a person should look at, each with why."""
    return ()
