"""How the short reports of two deeds are read and scored: which deed an accusation, a victim and a figure of the dead hang on.

Each row of two_deeds.jsonl is a report about people who do not exist: its text, the phrases that tell each deed, and who is accused of
which or came to harm in which, with the words. A deed is the occurrences with more of their words in its phrases than in another's.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path
from typing import Any

from rashomon.model.annotation import Annotations
from rashomon.model.claim import ACCUSATIONS, Claim, Reading
from rashomon.model.document import Block, Document
from rashomon.stages.annotate import annotate
from rashomon.stages.annotate.parse import Parser
from rashomon.stages.claims import read_claims
from rashomon.text.fold import fold

Row = dict[str, Any]
KINDS = {"accused": ACCUSATIONS, "victim": ("victim",), "killed": ("killed",)}


def rows(half: str) -> list[Row]:
    """The reports of a half."""
    text = Path(__file__).with_name("two_deeds.jsonl").read_text(encoding="utf-8")
    return [row for row in map(json.loads, text.splitlines()) if row["half"] == half]


def read(parser: Parser, row: Row) -> tuple[Annotations, Reading]:
    """A report, its first line a headline where it has no full stop."""
    text, at, blocks = row["text"], 0, []
    for n, line in enumerate(text.split("\n")):
        kind = "headline" if n == 0 and not line.endswith(".") else "body"
        blocks.append(Block(at, at + len(line), kind))  # type: ignore[arg-type]
        at += len(line) + 1
    sha = sha256(text.encode()).hexdigest()
    document = Document(
        "d" + sha[:8], sha, "a.txt", "text/plain", "article", None, None, None, row["published"], None, "en", text,
        tuple(blocks), True,
    )  # fmt: skip
    annotations = annotate(document, parser.parse(document))
    return annotations, read_claims(document, annotations)


def score(parser: Parser, half: str) -> dict[str, Counter[str]]:
    """For each kind of row how many claims stand on their own deed, on none, on another, and how many were not found."""
    found: dict[str, Counter[str]] = {kind: Counter() for kind in KINDS}
    for row in rows(half):
        annotations, reading = read(parser, row)
        homes = dict(_homes(row, reading))
        for item in row["rows"]:
            if item["kind"] in KINDS:
                found[item["kind"]][_verdict(row["text"], item, annotations, reading, homes)] += 1
    return found


def right(counted: Counter[str]) -> float:
    """The share on their own deed of all: what is not found is right on none."""
    return counted["right"] / max(1, sum(counted.values()))


def _spans(text: str, words: str) -> Iterator[tuple[int, int]]:
    at = text.find(words)
    while at >= 0:
        yield at, at + len(words)
        at = text.find(words, at + 1)


def _homes(row: Row, reading: Reading) -> Iterator[tuple[str, str | None]]:
    """Each occurrence with the deed that it tells; none where it tells two alike."""
    where = {key: [s for words in phrases for s in _spans(row["text"], words)] for key, phrases in row["deeds"].items()}
    for one in reading.occurrences:
        votes = Counter(
            key
            for m in one.mentions
            for key, spans in where.items()
            if any(a <= m.start and m.end <= b for a, b in spans)
        )
        top = votes.most_common(2)
        yield one.id, top[0][0] if top and (len(top) == 1 or top[0][1] > top[1][1]) else None


def _verdict(
    text: str, item: dict[str, Any], annotations: Annotations, reading: Reading, homes: dict[str, str | None]
) -> str:
    start, end = next(_spans(text, item["quote"]))
    own = next(s for s in annotations.sentences if s.start <= start < s.end)
    hits = [
        c for c in reading.claims
        if c.property in KINDS[item["kind"]] and own.start <= c.start < max(end, own.end) and _is_of(c, item, annotations)
    ]  # fmt: skip
    if not hits:
        return "unfound"
    near = [c for c in hits if c.start < end and start < c.end] or hits
    deeds = {homes.get(c.subject.occurrence) if c.subject.occurrence else "-" for c in near}
    return "right" if item["deed"] in deeds else "none" if deeds == {"-"} else "wrong"


def _is_of(claim: Claim, item: dict[str, Any], annotations: Annotations) -> bool:
    """Whether a claim gives the row's number or speaks of its person."""
    if isinstance(item["who"], int):
        return claim.value.number == item["who"]
    names = {fold(m.quote) for m in annotations.mentions if m.referent and m.referent == claim.value.referent}
    wanted = fold(item["who"])
    return any(wanted in n or n in wanted for n in (*names, fold(claim.value.text or "")) if len(n) > len("him"))
