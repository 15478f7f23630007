"""Verbs that people do and bodies have done: "X met Y", "X phoned Y"."""

from __future__ import annotations

from rashomon.model import parts
from rashomon.stages.annotate.who.page import Line

_CALLS = frozenset({"meet", "phone", "telephone", "ring", "text", "dial", "email"})


def calls_somebody(line: Line, verb: int) -> bool:
    """Whether a verb is one of meeting or calling, with a name, him or her for its object."""
    if line.tokens[verb].lemma not in _CALLS:
        return False
    return any(
        x.head == verb and x.is_a(parts.OBJECT) and x.is_a(parts.SINGULAR_NAME | parts.PERSONAL) for x in line.tokens
    )
