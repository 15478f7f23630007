"""What kind of paper a document is, where its title or first lines say so clearly."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import get_args

from rashomon.model.document import DocumentKind

_MEDIA = "call|phone|telephone|interview|court|trial|wiretap|intercept\\w*|official|full|rush|partial"
_SIGNS: tuple[tuple[DocumentKind, str], ...] = (
    ("indictment", r"(?:the |bill of |superseding |sealed )*indictments?(?:\W*(?:no\b|#|\d).*)?|iddianame.*"),
    ("hearing", r"(?:minutes|record|report|summary) of (?:the )?.{0,60}\bhearing\b.*|hearing (?:minutes|record).*"),
    ("hearing", r"(?:court )?hearing (?:no\b|of \d).*"),
    ("transcript", rf"(?:(?:{_MEDIA}) )*transcripts?(?:(?: of|:| no\b).*)?|.{{3,60}}: (?:full )?transcript"),
    (
        "note",
        r"(?:secret |confidential |internal |police )*(?:information|intelligence|briefing) note(?:\W*(?:no|on|of|for|dated|#|\d)\b.{0,80})?",
    ),
    ("note", r"memorandum(?: (?:for|to)\b.*)?|bilgi notu.*"),
    (
        "statement",
        r"(?:press|witness|sworn|victim|joint|official) (?:statement|release)(?:\W*(?:no|of|by|from|on|dated|#|\d)\b.{0,80})?",
    ),
    ("statement", r"statement (?:of|by|from) .{2,80}|communiqu[eé]|affidavit.*|for immediate release"),
    (
        "record",
        r"(?:incident|autopsy|police|arrest|duty|medical|custody|forensic) (?:report|record|log|sheet)(?:\W*(?:no\b|dated|#|\d).{0,60})?",
    ),
    ("record", r"death certificate.*|(?:duty |call |station )?log ?book.*|extract from the .{0,40}register.*"),
)
_COMPILED = tuple((kind, re.compile(pattern, re.IGNORECASE)) for kind, pattern in _SIGNS)


def named_kind(kind: str) -> DocumentKind:
    """The document kind of that name; `other` for a name that is none."""
    names: tuple[DocumentKind, ...] = get_args(DocumentKind)
    return next((name for name in names if name == kind.strip().casefold()), "other")


def guess_kind(title: str | None, lines: Iterable[str], otherwise: DocumentKind | None = None) -> DocumentKind:
    """The kind that the title spells out, or one of the first lines, in a few words or in capitals; else an article."""
    heads = (line for line in lines if line.count(" ") < 5 or line.isupper())
    for line in (title or "", *heads):
        text = line.strip(" .:-–—*#[]()")
        if text and len(text) <= 120:
            for kind, sign in _COMPILED:
                if sign.fullmatch(text):
                    return kind
    return otherwise or "article"
