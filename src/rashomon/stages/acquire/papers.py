"""What kind of paper a document is, where its title or first lines say so clearly."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import get_args

from rashomon.model.document import DocumentKind

_KINDS: frozenset[str] = frozenset(get_args(DocumentKind))
_SIGNS: tuple[tuple[DocumentKind, re.Pattern[str]], ...] = tuple(
    (kind, re.compile(pattern, re.IGNORECASE))
    for kind, pattern in (
        ("indictment", r"(?:the |bill of |superseding |sealed )*indictments?(?: no\b.*| of .*| against .*)?|iddianame.*"),
        ("hearing", r"(?:minutes|record|report|summary) of (?:the )?.{0,60}\bhearing\b.*|hearing (?:minutes|record).*"
                    r"|(?:court )?hearing (?:no\b|of \d).*"),
        ("transcript", r"(?:(?:call|phone|telephone|interview|court|trial|wiretap|intercept\w*|official|full|rush|partial)"
                       r" )*transcripts?(?: (?:of|no)\b.*)?|tape transcript.*|.{3,60}: (?:full )?transcript"),
        ("note", r"(?:secret |confidential |internal |intelligence |police )*(?:information |intelligence |briefing )note"
                 r"\b.{0,80}|memorandum(?: (?:for|to)\b.*)?|bilgi notu.*"),
        ("statement", r"(?:press|witness|sworn|victim|joint|public|official) (?:statement|release|communiqu[eé])\b.{0,80}"
                      r"|statement (?:of|by|from) .{2,80}|communiqu[eé]|affidavit.*|for immediate release"),
        ("record", r"(?:incident|autopsy|police|arrest|duty|medical|custody|hospital|forensic) (?:report|record|log|sheet)"
                   r"\b.{0,60}|death certificate.*|(?:duty |call |station )?log ?book.*|extract from the .{0,40}register.*"),
    )
)  # fmt: skip


def named_kind(kind: str) -> DocumentKind:
    """The document kind of that name; `other` for a name that is none."""
    found = next((known for known in get_args(DocumentKind) if known == kind.strip().casefold()), "other")
    return found  # type: ignore[no-any-return]


def guess_kind(lines: Iterable[str]) -> DocumentKind:
    """The kind that one of the given lines (title and head of a document) spells out; else an article."""
    for line in lines:
        text = line.strip(" .:-–—*#[]()")
        if len(text) <= 120:
            for kind, sign in _SIGNS:
                if sign.fullmatch(text):
                    return kind
    return "article"
