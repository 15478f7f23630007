"""Telephone numbers in languages that no parser reads: as claims of nobody's, and what may be one as not read."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from rashomon.lexicon.languages import Language
from rashomon.model.annotation import Annotations, Phone
from rashomon.model.claim import ChainLink, Claim, ReadBy, Subject, Unread, Value
from rashomon.model.document import Document
from rashomon.model.identity import make_id
from rashomon.stages.claims.chain import head_links
from rashomon.stages.claims.draft import RULES, VERSION
from rashomon.stages.claims.listed.lines import Line

_RULE = "listed.telephones"
_DIGITS = re.compile(r"(?<![\d+.,])\(?\d(?:[\s().\-/]{0,2}\d){6,11}(?![\d%])")
_NEAR, _SCORE = 6, 0.6
"""Words between a word of calling and the number that it may mean."""


def phone_claims(document: Document, phones: Sequence[Phone]) -> list[Claim]:
    """Each number as the outlet gives it: who bears it is not read in these languages."""
    chain = tuple(head_links(document))
    return [_claim(document, phone, chain) for phone in phones]


def _claim(document: Document, phone: Phone, chain: tuple[ChainLink, ...]) -> Claim:
    subject, value = Subject(None), Value(text=phone.e164, earliest=phone.earliest, latest=phone.latest)
    return Claim(
        make_id("c", document.sha256, phone.start, phone.end, "phone", subject, value), document.id,
        phone.start, phone.end, phone.quote, subject, "phone", value, chain, None,
        "own" if len(chain) == 1 else "second_hand", "asserted", None, None, None, f"{RULES}/{_RULE}",
        readers=(ReadBy(RULES, VERSION, _RULE),),
    )  # fmt: skip


def unread_phones(
    document: Document, language: Language, annotations: Annotations, lines: Sequence[Line]
) -> Iterator[Unread]:
    """Numbers behind a word of calling that are no full ones: which country's they are is not told."""
    held = [(p.start, p.end) for p in annotations.phones] + [(t.start, t.end) for t in annotations.times]
    for line in lines:
        for found in _DIGITS.finditer(document.text, line.start, line.end):
            if not _overlaps(held, found.span()) and _is_called(line, found.start()):
                why = f"a telephone number without its country: {language.values('name')[0]}, not read; case.toml may say whose with region"
                yield Unread(document.id, line.start, line.end, document.text[line.start : line.end], why, _SCORE)
                break


def _overlaps(spans: Sequence[tuple[int, int]], own: tuple[int, int]) -> bool:
    return any(a < own[1] and own[0] < b for a, b in spans)


def _is_called(line: Line, start: int) -> bool:
    at = next((n for n, w in enumerate(line.words) if w.end > start), len(line.words))
    return any(0 <= at - s.end <= _NEAR or 0 <= s.first - at <= _NEAR for s in line.of("call"))
