"""Accusations that share one verb: of "X is accused of driving the lorry; his wife Y, of hiding the bomb" Y and hers."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from rashomon.model import parts
from rashomon.model.annotation import Mention
from rashomon.stages.claims.accusations.accused import Accused
from rashomon.stages.claims.actors import is_human
from rashomon.stages.claims.rules.fits import TESTS
from rashomon.stages.claims.rules.lists import is_of_heading
from rashomon.stages.claims.view import SentenceView

_OPENS = re.compile(
    r"(?P<by>[;,]|\band)\s*(?:and\s+|while\s+)?(?:(?!(?:for|of|in|on|by|with|to|from|against|[\w-]+ing)\b)[\w’'.-]+\s+){0,4}$"
)
_GAP = re.compile(r"^(?:,\s*(?:an?|the|his|her|their|aged|\d+)\b[^,;:()]{0,60})?(?:\s*\(\d+\))?,?\s+$")
_PREPOSITIONS = frozenset({"of", "with"})


def sharing(sentence: SentenceView, first: Accused) -> Iterator[Accused]:
    """Whoever stands behind an accusation with a deed of his own and no verb."""
    for one, own in others_with(sentence, first.at, first.words):
        yield replace(first, who=one.head, words=(first.at, one.head, own))


def others_with(sentence: SentenceView, at: int, told: Iterable[int]) -> Iterator[tuple[Mention, int]]:
    """Those behind a verb of accusing or convicting who have a deed of their own, each with it; nobody where he may be the first's victim.

    `told` are the tokens among which the first one's deed stands.
    """
    deed = next((n for n in sorted(told) if n > at and _brought_by(sentence, n) in _PREPOSITIONS), None)
    link = None if deed is None else _brought_by(sentence, deed)
    start = sentence.sentence.end if deed is None else sentence.tokens[deed].end
    for one in _people(sentence, start):
        own = None if deed is None or link is None or one.start < start else _own_deed(sentence, one, link)
        opened = None if own is None else _OPENS.search(sentence.text[start : one.start])
        if (
            own is not None
            and opened
            and deed is not None
            and not is_of_heading(sentence, one)
            and (opened["by"] == ";" or _hurts_nobody(sentence, deed, one))
        ):
            yield one, own
            start, deed = sentence.tokens[own].end, own


def _brought_by(sentence: SentenceView, at: int) -> str:
    """The preposition over a token."""
    over = sentence.tokens[sentence.tokens[at].head]
    return over.text.lower() if over.is_a(parts.PREPOSITION) else ""


def _people(sentence: SentenceView, start: int) -> list[Mention]:
    """Names, and people described without one, behind an offset, in text order."""
    found = [m for m in sentence.mentions if m.type == "person" and m.form != "pronoun" and m.start >= start]
    names = [m for m in found if m.form == "name"]
    return sorted(
        (m for m in found if m.form == "name" or not any(sentence.text[m.end : n.start].strip() in ("", ",") for n in names)),
        key=lambda m: m.start,
    )  # fmt: skip


def _own_deed(sentence: SentenceView, one: Mention, link: str) -> int | None:
    """The deed right behind somebody: of "Y, of hiding the bomb" the hiding."""
    for n, token in enumerate(sentence.tokens):
        if token.start < one.end or token.text.lower() != link:
            continue
        if not _GAP.match(sentence.text[one.end : token.start]):
            return None
        below = next((k for k in sentence.children[n] if k > n), None)
        told = below is not None and (TESTS["deed"](sentence, below) or TESTS["act-verb"](sentence, below))
        return below if told else None
    return None


def _hurts_nobody(sentence: SentenceView, deed: int, one: Mention) -> bool:
    """Of "planting the bomb and his wife, of hiding it": a wife stands beside no bomb, as she might beside somebody killed."""
    frame, state = sentence.frame(deed), sentence.state(deed)
    if frame is None and state is not None and not state.oblique("of", "by", "against"):
        return True
    hit = () if frame is None else frame.undergoers.fillers
    between = [m for m in sentence.mentions if m.type == "person" and sentence.tokens[deed].end <= m.start < one.start]
    own = [m for m in between if m.form != "pronoun" and sentence.text[m.end : one.start].strip() not in ("", ",")]
    return bool(hit) and not is_human(sentence, min(hit)) and not own
