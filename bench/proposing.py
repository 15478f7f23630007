"""True proposals, made from facts that others read by hand: a gold case's facts, and what small affairs must give.

The words are chosen by search in the text, not by the program's own readers: the sentence in which the figure or the name
stands beside a word of the matter, and in it the shortest stretch that holds both.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

Line = dict[str, Any]
SMALL = [
    "zero",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
]
MATTER = {
    "killed": r"kill|dead|d[iy](e|ing)|death|fatal|slain|lives|toll|bod|massacre|perish|shot|victim",
    "injured": r"injur|wound|hurt|hospital|treat|casualt",
    "missing": r"missing|unaccounted|disappear|vanish",
    "detained": r"arrest|detain|custody|held|jail|prison",
    "kidnapped": r"kidnap|abduct|hostage|seiz|captiv",
    "found": r"found|bod|grave|remains|discover",
}
BOUNDS = {
    "at_least": r"at least|no fewer than|no less than|not less than|a minimum of", "more_than": r"more than|over|above|upwards of",
    "about": r"about|some|around|nearly|almost|roughly|an estimated|approximately|close to|as many as", "at_most": r"up to|as many as|no more than",
    "fewer_than": r"fewer than|less than|under",
}  # fmt: skip
SAYING = (
    r"said|says|told|reported|announced|according to|stated|added|confirmed|claimed|alleged|accused|blamed|blames|testified|denied|wrote|"
    r"insisted|admitted|declared|put|argued|accuses"
)
ACCUSED = frozenset({"perpetrator", "organizer", "suspect", "charge", "blame", "responsibility"})
FATES = frozenset({"conviction", "acquittal", "quashed", "released", "wanted", "sanctioned"})


@dataclass(frozen=True)
class Given:
    """A document with the proposals that are true of it; `names` are others whom its text names."""

    name: str
    text: str
    sources: Line
    lines: tuple[Line, ...]
    names: tuple[str, ...] = field(default=())


def sentences(text: str) -> Iterator[tuple[int, str]]:
    """Stretches up to a full stop or a line's end, with where they begin."""
    for found in re.finditer(r"[^\n]+?(?:(?<!\bMr)(?<!\bDr)(?<! [A-Z])[.!?][”\"’')]*(?=\s|$)|(?=\n|$))", text):
        yield found.start(), found[0]


def number_words(number: float) -> str:
    """A pattern for a number, in digits or as a word."""
    digits = f"{number:,}".replace(",", "[,. \u00a0]?") if float(number).is_integer() else re.escape(str(number))
    word = f"|\\b{SMALL[int(number)]}\\b" if 0 <= number < len(SMALL) and float(number).is_integer() else ""
    return rf"(?<![\w.,])(?:{digits}{word})(?![\w]|[,.]\d|-year|-day)"


def stretch(text: str, first: re.Match[str], second: re.Match[str]) -> str:
    """The words from one match to the other."""
    return text[min(first.start(), second.start()) : max(first.end(), second.end())]


def counted(text: str, prop: str, number: float, bound: str | None) -> Line | None:
    """A proposal of a figure: the words of it beside a word of the matter."""
    before = rf"(?:(?P<bound>{BOUNDS[bound]})\s+(?:the\s+)?)?" if bound in BOUNDS else ""
    for _, sentence in sentences(text):
        for value in re.finditer(before + number_words(number), sentence, re.IGNORECASE):
            matters = list(re.finditer(rf"\b(?:{MATTER[prop]})\w*", sentence, re.IGNORECASE))
            bounded = re.search(rf"(?:{'|'.join(BOUNDS.values())})\s+$", sentence[: value.start()], re.IGNORECASE)
            if (
                not matters
                or (bound in BOUNDS and not value.groupdict().get("bound"))
                or (bound == "exact" and bounded)
            ):
                continue
            matter = min(matters, key=lambda m: abs(m.start() - value.start()))
            means: Line = {"number": number, **({"bound": bound} if bound else {})}
            return {"property": prop, "quote": stretch(sentence, value, matter), "value": value[0], "means": means}
    return None


def holds(text: str, name: str) -> bool:
    """Whether a name stands in a text, not as a part of a word."""
    return re.search(rf"(?<!\w){re.escape(name)}(?!\w)", text) is not None


def of_somebody(text: str, prop: str, who: str, quote: str | None) -> Line | None:
    """A proposal about somebody: the given words, else the sentence that names them."""
    for _, sentence in sentences(text):
        if holds(sentence, who) and (quote is None or quote in sentence):
            words = quote or sentence.strip()
            named = {"value": who} if prop in ACCUSED else {"subject": who}
            return {"property": prop, "quote": words, **named}
    if quote and quote in text and holds(text, who):
        return {"property": prop, "quote": quote, **({"value": who} if prop in ACCUSED else {"subject": who})}
    return None


def spoken(line: Line, text: str, speakers: list[str]) -> Line:
    """The proposal with its speaker and cue, where both stand in or beside its sentence."""
    at = text.find(line["quote"])
    start = max(text.rfind("\n", 0, max(at, 0)), 0)
    end = text.find("\n", at) if text.find("\n", at) > 0 else len(text)
    paragraph = text[start:end]
    for name in speakers:
        found = re.search(rf"\b[\w.’' -]*{re.escape(name)}\w*", paragraph, re.IGNORECASE)
        words = re.search(rf"(?:[A-Z][\w’'-]+ )*\b{re.escape(name)}\w*", paragraph, re.IGNORECASE) if found else None
        cues = list(re.finditer(rf"\b(?:{SAYING})\b", paragraph))
        if words and cues:
            cue = min(cues, key=lambda c: abs(c.start() - words.start()))
            return {**line, "speaker": words[0].strip(), "cue": cue[0]}
    return line


def case_of(folder: Path) -> Iterator[Given]:
    """The documents of a gold case with their true proposals."""
    import csv

    gold = json.loads((folder / "gold.json").read_text(encoding="utf-8"))
    with (folder / "sources.csv").open(encoding="utf-8") as file:
        sources = {row["file"]: row for row in csv.DictReader(file)}
    for path in sorted(folder.glob("*.txt")):
        text = path.read_text(encoding="utf-8")
        lines = [line for line in _of_case(gold, path.name, text) if line is not None]
        names = tuple(n for n in gold.get("persons", []) if n in text)
        yield Given(path.name, text, sources.get(path.name, {}), tuple(lines), names)


def _of_case(gold: Line, doc: str, text: str) -> Iterator[Line | None]:
    for fact in (f for f in gold.get("facts", []) if f["doc"] == doc and f["property"] in MATTER):
        line = counted(text, fact["property"], fact["value"], fact["bound"])
        yield line and spoken(line, text, fact["said_by"])
    for item in (a for a in gold.get("accused", []) if a["doc"] == doc and a["person"]):
        line = _person(text, item["property"][0], item)
        said = spoken(line, text, item.get("said_by", [])) if line else None
        yield said and {**said, "stance": (item.get("stance") or ["asserted"])[0]}
    for key, prop in (("convictions", "conviction"), ("acquittals", "acquittal")):
        yield from (_person(text, prop, item) for item in gold.get(key, []) if item["doc"] == doc and item["person"])
    for item in (c for c in gold.get("contacts", []) if c["doc"] == doc and c.get("quote")):
        yield _contact(text, item)


def _person(text: str, prop: str, item: Line) -> Line | None:
    names = item["person"] if isinstance(item["person"], list) else [item["person"]]
    found = (of_somebody(text, prop, name, item.get("quote")) for name in names if holds(text, name))
    return next((line for line in found if line), None)


def _contact(text: str, item: Line) -> Line | None:
    sides = [[party] if isinstance(party, str) else party for party in item["parties"] if party]
    names = [next((n for n in side if holds(text, n)), None) for side in sides]
    parties = [{"words": n, "role": "with"} for n in names if n]
    if item["quote"] not in text or not parties:
        return None
    stance = (item.get("stance") or ["asserted"])[0]
    return {
        "property": "contact",
        "quote": item["quote"],
        "kind": item["kind"][0],
        "parties": parties,
        "stance": stance,
    }


def faults_of(file: Path) -> Iterator[Given]:
    """The documents of small affairs with what must be read in them."""
    for row in file.read_text(encoding="utf-8").splitlines():
        affair = json.loads(row) if row.strip() else {"docs": []}
        for doc in (d for d in affair["docs"] if d["name"].endswith(".txt")):
            wants = [w["claim"] for w in affair["want"] if "claim" in w]
            mine = [w for w in wants if w.get("doc") in (None, doc["name"]) and "property" in w]
            lines = [line for w in mine if (line := _of_want(doc["text"], w)) is not None]
            yield Given(f"{affair['id']}/{doc['name']}", doc["text"], doc, tuple(lines))


def _of_want(text: str, want: Line) -> Line | None:
    props = want["property"] if isinstance(want["property"], list) else [want["property"]]
    prop, line = props[0], None
    if prop in MATTER and "number" in want:
        line = counted(text, prop, want["number"], want.get("bound"))
    elif prop in ACCUSED | FATES and want.get("who", "-") != "-":
        line = of_somebody(text, prop, want["who"], want.get("quote"))
    elif prop == "contact" and all(p in text for p in want.get("parties", ["\0"])):
        line = _contact(text, {"quote": next(s for _, s in sentences(text) if want["parties"][0] in s).strip(),
                               "kind": ["call"], "parties": [[p] for p in want["parties"]]})  # fmt: skip
    if line is None:
        return None
    stance = want.get("stance", "asserted")
    line = {**line, "stance": stance if isinstance(stance, str) else stance[0]}
    return spoken(line, text, [want["speaker"]]) if want.get("speaker", "own") != "own" else line
