"""Labels of turns in transcripts ("Q.", "A.", "PRESIDING JUDGE:"): parsed apart from what is said behind them.

Parsed with it, "A. Orhan Vask told me" is somebody called A. Orhan Vask.
"""

from __future__ import annotations

import re

from rashomon.model.document import Document

_ASKED = re.compile(r"(?:Q|A|QUESTION|ANSWER|Question|Answer)[ \t]*[.:][ \t]+(?=\S)")
_CALLED = re.compile(
    r"[^\W\d_a-z][^\W\d_a-z.’'-]*(?: [^\W\d_a-z][^\W\d_a-z.’'-]*){0,4}(?: \d{1,2})?[ \t]*:[ \t]+(?=\S)"
)
_TALKS = frozenset({"hearing", "transcript"})
_LEAST = 2


def label_ends(document: Document) -> dict[int, int]:
    """Where the label at the beginning of a block ends, by where the block starts; nothing in a text that is no transcript.

    Q and A count where both stand there; names in capitals in hearings and transcripts, where two or more take turns.
    """
    asked = {b.start: m for b in document.blocks if (m := _ASKED.match(document.text, b.start, b.end))}
    letters = {m[0][0].upper() for m in asked.values()}
    found = dict(asked) if {"Q", "A"} <= letters else {}
    if found or document.kind in _TALKS:
        called = {b.start: m for b in document.blocks if (m := _CALLED.match(document.text, b.start, b.end))}
        if found or len({m[0] for m in called.values()}) >= _LEAST:
            found |= called
    return {start: m.end() for start, m in found.items()}
