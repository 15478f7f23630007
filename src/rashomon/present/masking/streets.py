"""Street addresses, as several languages write them. A street alone is a place; with a house's number it leads to a door."""

from __future__ import annotations

import re
from collections.abc import Iterator

_WORD = r"(?:[A-Z]\.|(?:St|Dr|Mt|Ft)\.|[A-Z][\w'’-]*)"
_PART = rf"(?:(?!(?:In|On|At|Near|Of|By|After|Outside|IN|ON|AT|NEAR|OF|BY|AFTER)\b){_WORD}[ \u00a0]+)"
_TYPE = (
    r"(?:Streets?|St|Avenues?|Ave|Av|Roads?|Rd|Boulevard|Blvd|Lane|Ln|Drive|Dr|Court|Ct|Way|Place|Pl|Terrace|Ter|Square|Sq|"
    r"Parkway|Pkwy|Circle|Cir|Highway|Hwy|Alley|Trail|Row|Crescent|Close|Quay|Plaza|Loop|"
    r"Caddesi|Cad|Sokak|Sokağı|Sok|Sk|Bulvarı|Bulv|Mahallesi|Mah)"
)
_END = r"(?:\s*,?\s*(?:No|Apt|apt|Apartment|apartment|Unit|Suite|Flat|flat|Kat|Daire|#)\b[.:]?\s*\d+\w*)*"
_DOOR = r"(?:(?i:house|building|flat|apartment|apt|unit|villa|plot|door|suite|room))\.?\s*(?:(?i:no|nr|number)\.?\s*|#)?\d+\w?"
_LOCAL = r"(?:[Cc]alle|C/|[Aa]venida|Avda\.?|Via|Viale|Piazza|[Rr]ua|Praça|[Cc]arrera|Cra\.?|Paseo|Rue|rue|[Uu]l\.|[Uu]litsa|[Uu]lica|[Pp]rospekt|Jl\.?|Jalan|Str\.|Strada|Soi|Sharia|Avenue|avenue|Boulevard|boulevard)"
_SMALL = r"(?:(?:d[eu]s?|del|della|la|las|los|el|al|di|da|do|dos|van|von) |d['’])*"
_CAPS = rf"{_SMALL}[A-ZÀ-ÞĞİŞ][\w'’-]*(?: {_SMALL}[A-ZÀ-ÞĞİŞ][\w'’-]*){{0,3}}"

STREETS = tuple(re.compile(form) for form in (
    rf"\b\d{{1,5}}(?:[/-]\d{{1,4}})?[A-Za-z]?,?\s+(?:[NSEWnsew]\.?\s+)?{_PART}{{1,4}}(?i:{_TYPE})\b\.?{_END}",
    rf"\b\d{{1,5}}\s+(?:[NSEW]\.?\s+)?(?i:\d+(?:st|nd|rd|th)\s+{_TYPE})\b\.?{_END}",
    rf"\b\d{{1,3}},?\d00\s+(?i:block)\s+(?i:of|on)?\s*(?:the\s+)?{_PART}{{1,4}}(?i:{_TYPE})?\b\.?"
    rf"|\b\d00\s+(?i:block)\s+(?i:of|on)?\s*{_PART}{{0,3}}{_WORD}(?:\s+(?i:{_TYPE})\b\.?)?",
    r"(?<![\w.’'-])(?:[A-ZÇĞİÖŞÜ][\w.’'-]*+\s+){1,3}(?:Caddesi|Cad\.|Sokak|Sokağı|Sok\.|Sk\.|Bulvarı|Mahallesi|Mah\.)(?:[\s,]+(?:(?:No|Kat|D|Daire)\b[.: ]*)?\d+\w*(?:/\d+)?)+",
    r"\b[A-ZÄÖÜ]\w+(?:straße|strasse|gasse|allee|weg|platz|laan|straat)\s+\d{1,4}\w?\b",
    rf"\b\d{{1,4}}(?: bis| ter)?,? (?:rue|avenue|boulevard|place|calle|via|rua|Rue|Calle|Via|Rua|Avenida|avenida) {_CAPS}",
    rf"(?<!\w){_LOCAL} {_CAPS},? (?:(?:No|Nr|n[°º]|Nº|#)\.? ?)?\d{{1,5}}\w?\b(?! ?%)",
    rf"(?<![\w.'’-])(?:{_WORD}[ \u00a0]+){{1,3}}{_TYPE}\.?,? (?:(?:No|Nr)\.? ?)?\d{{1,4}}[a-z]?(?=\s*(?:[,.;)\n]|$)){_END}",
    rf"\b{_DOOR},?\s+(?:(?:on|in|at|of|off)\s+)?(?:the\s+)?{_PART}{{1,4}}{_TYPE}\b\.?",
    rf"\b{_DOOR},?\s+(?:Road|Street|Lane|Block|Sector|Avenue)\s+(?:No\.?\s*)?\d+\w?",
    r"\bP\.? ?O\.? ?[Bb]ox \d+",
))  # fmt: skip


def find_streets(text: str) -> Iterator[tuple[int, int]]:
    """Where the addresses of a text stand."""
    for regex in STREETS:
        yield from ((m.start(), m.start() + len(m.group().rstrip())) for m in regex.finditer(text))
