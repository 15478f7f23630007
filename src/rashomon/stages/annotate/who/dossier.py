"""Whom a police note calls "the target", "the subject": the person named in its subject line."""

from __future__ import annotations

from rashomon.model import parts
from rashomon.stages.annotate.who.cast import Actor, Standing
from rashomon.stages.annotate.who.page import Line

_HEADS = frozenset({"subject", "target", "re", "concerning", "regarding", "person", "suspect", "object"})
_MEANT = frozenset({"target", "subject"})
_AIMED = frozenset({"hit", "attack", "strike", "choose", "select", "destroy", "bomb", "shell", "miss", "change"})
_SEEN = frozenset(
    {"call", "meet", "phone", "telephone", "contact", "follow", "see", "observe", "visit", "tell", "inform", "photograph",
     "watch", "receive", "identify", "accompany", "drive", "pay", "ask", "message", "text", "host"}
)  # fmt: skip


def name_subject(lines: tuple[Line, ...], actors: list[Actor]) -> None:
    """Adds to the person of the subject line every place where the note means him by that word."""
    found = _subject(lines, actors)
    if found is None:
        return
    actor, first = found
    for number in range(first, len(lines)):
        for n in range(1, len(lines[number].tokens)):
            if lines[number].words[n] in _MEANT and _is_somebody(lines[number], n):
                actor.standings.append(Standing(number, n - 1, n + 1, n, "nominal", "person"))
    actor.standings.sort(key=lambda s: (s.line, s.first))


def _subject(lines: tuple[Line, ...], actors: list[Actor]) -> tuple[Actor, int] | None:
    """The one person named first behind "SUBJECT:", in its line or the next, and the number of that line."""
    at = {(s.line, s.first): a for a in actors if a.named and a.type == "person" for s in a.standings}
    for number, line in enumerate(lines):
        if len(line.words) < 2 or line.words[0] not in _HEADS or line.words[1] != ":":
            continue
        here = [(number, n) for n in range(2, len(line.words))]
        here += [(number + 1, n) for n in range(2)] if len(line.words) == 2 else []
        actor = next((at[place] for place in here if place in at), None)
        if actor is not None:
            return actor, number + 1
    return None


def _is_somebody(line: Line, n: int) -> bool:
    """ "The target stayed in ...", "the target's phone": not "the target of the attack", "hit the target"."""
    t = line.tokens
    after = line.words[n + 1] if n + 1 < len(t) else ""
    if line.words[n - 1] != "the" or not t[n].is_a(parts.SINGULAR_NOUN) or after in ("of", "for", "-"):
        return False
    over = t[t[n].head]
    if t[n].is_a(parts.OWNER):
        return True
    if t[n].is_a(parts.SUBJECT):
        return over.lemma not in _AIMED
    if t[n].is_a(parts.IN_PHRASE):
        return over.text.lower() in ("with", "by", "to")
    return t[n].is_a(parts.OBJECT) and over.lemma in _SEEN
