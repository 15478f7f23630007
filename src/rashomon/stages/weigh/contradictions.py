"""Two statements that can't both be true: one denies what the other says, or they give two numbers for one thing."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from itertools import combinations

from rashomon.model.claim import COUNTS
from rashomon.model.finding import Finding
from rashomon.stages.weigh.contrast import Contrast
from rashomon.stages.weigh.counted import singular
from rashomon.stages.weigh.deeds import told_deeds
from rashomon.stages.weigh.figures import read_number
from rashomon.stages.weigh.layout import Laid, Layout
from rashomon.stages.weigh.nobody_there import denied_presence, says_none
from rashomon.stages.weigh.reasons import make_finding, say_outlet, say_tellers
from rashomon.stages.weigh.roots import root_key, root_name

_NEGATION = re.compile(r"\b(?:no|not|never|without|neither|nor|none|nobody|nothing)\b|n['’] ?t\b", re.I)
_NEGATED = re.compile(r"\b(?:no|without)\s+(?:[^\W\d_]+ly\s+)?([^\W\d_]+)", re.I)
_NOT = re.compile(r"(?:\b(?:not|never)|n['’] ?t)\s+(?:been\s+|be\s+)?([^\W\d_]{4,})", re.I)
_NUMBERED = re.compile(r"\b(\d[\d,]*|[a-z]+)\s+([^\W\d_]{3,})", re.I)
_WORD = re.compile(r"[^\W\d_]{4,}")
_LONGEST = 25
_STEM = 5
_MOST_ALIKE = 40
_RAREST = 3
_LEAST_SHARED = 3
_SAME = 0.8
"""Of the words of two statements together, so many are shared that they say one thing."""
_ALIKE = 0.6
_JOINT = re.compile(
    r"[,;:]|\b(?:and|but|because|while|although)\b"
    r"|\bthat\b(?! (?:same |very )?(?:evening|night|day|morning|afternoon|week|month|year|time|hour)\b)",
    re.I,
)
_WISHED = re.compile(
    r"\b(?:want|wants|wanted|should|would|need|needs|wish|hope|hopes|if|whether|could|may|might)\b", re.I
)
_SPOKEN_OF = re.compile(
    r"\b(?:talk(?:s|ed|ing)?|sp(?:eak|eaks|oke|eaking)|debated?|ask(?:s|ed)?) (?:about|of)\b|\bdiscuss", re.I
)
"""What somebody spoke about is affirmed by nobody."""
_SPEAKERS = ("person", "official", "witness", "organization", "court")


@dataclass(frozen=True, slots=True)
class _Told:
    """A statement, its content words by stem, whether it says no, the number it gives of each noun, the deed it is told of."""

    laid: Laid
    stems: dict[str, str]
    negative: bool
    numbers: dict[str, str]
    deed: str | None = None

    @property
    def text(self) -> str:
        return self.laid.claim.value.text or self.laid.claim.quote


def find_contradictions(layout: Layout) -> list[Contrast]:
    """A conflict for each two statements of different speakers of which one is contrary to the other."""
    found = []
    statements = _statements(layout)
    pairs = {(a.laid.claim.id, b.laid.claim.id): (a, b) for a, b in (*_alike(statements), *_of_nobody(statements))}
    for a, b in pairs.values():
        if not _one_voice(layout, a.laid, b.laid) and (said := _contrary(a, b, strictly=True)):
            sides = f"{_quote(a)}, says {say_tellers([a.laid])}, but {_quote(b)}, says {say_tellers([b.laid])}"
            reason = f"{sides}: {said}; they may speak of two things"
            found.append(Contrast("conflict", (a.laid,), (b.laid,), says=reason))
    return found


def find_changed_statements(layout: Layout) -> list[Finding]:
    """Drift: two statements of one speaker of which one is contrary to the other."""
    by_root: dict[str, list[_Told]] = defaultdict(list)
    for told in _statements(layout):
        if (key := root_key(layout, told.laid)) and told.laid.claim.chain[told.laid.claim.root or 0].kind in _SPEAKERS:
            by_root[key].append(told)
    found: dict[tuple[str, str], list[_Told]] = defaultdict(list)
    for root, statements in by_root.items():
        for a, b in combinations(statements[:_MOST_ALIKE], 2):
            if said := _contrary(a, b, strictly=False):
                found[root, said] += [a, b]
    return [_drift(layout, told, said) for (_, said), told in found.items()]


def _statements(layout: Layout) -> list[_Told]:
    counted, deed_of = _counted_spans(layout), told_deeds(layout)
    found = []
    for laid in layout.claims:
        claim = laid.claim
        text = claim.value.text or claim.quote
        told = claim.property == "statement" and claim.stance in ("asserted", "denied", "undetermined")
        if told and len(claim.chain) > 1 and len(text.split()) <= _LONGEST:
            negative = says_no(laid)
            held = any(claim.start < end and start < claim.end for start, end in counted[claim.document])
            found.append(_Told(laid, stems_of(text), negative, {} if held else _numbers(text), deed_of(laid)))
    return found


def says_no(laid: Laid) -> bool:
    """Whether a statement is negative: it is denied, or its own words say no."""
    text = laid.claim.value.text or laid.claim.quote
    return laid.claim.stance == "denied" or _NEGATION.search(text) is not None or is_untrue(text)


def is_untrue(text: str) -> bool:
    """Whether a whole statement says of what was said before that it is a lie: "that is nonsense"."""
    return any(pattern.search(text.lower()) for pattern in _untrue())


def is_wished(text: str) -> bool:
    """Whether a statement tells of what shall, could or should be."""
    return _WISHED.search(text) is not None


def _counted_spans(layout: Layout) -> dict[str, list[tuple[int, int]]]:
    """Where tolls stand: those are compared as figures."""
    spans: dict[str, list[tuple[int, int]]] = defaultdict(list)
    for laid in layout.claims:
        if laid.claim.property in COUNTS:
            spans[laid.claim.document].append((laid.claim.start, laid.claim.end))
    return spans


def _alike(told: Sequence[_Told]) -> Iterator[tuple[_Told, _Told]]:
    """Pairs that share one of the rarest words that others have too: in a large case not every two can be laid side by side."""
    often = Counter(stem for one in told for stem in one.stems)
    holding: dict[str, list[int]] = defaultdict(list)
    for n, one in enumerate(told):
        for stem in sorted((s for s in one.stems if often[s] > 1), key=lambda s: (often[s], s))[:_RAREST]:
            holding[stem].append(n)
    pairs = {pair for ns in holding.values() for pair in combinations(ns[:_MOST_ALIKE], 2)}
    yield from ((told[a], told[b]) for a, b in sorted(pairs))


def _of_nobody(told: Sequence[_Told]) -> Iterator[tuple[_Told, _Told]]:
    """Pairs of one report of which one says that there was none of some people: the other need not use that word."""
    by_report: dict[str, list[_Told]] = defaultdict(list)
    for one in told:
        by_report[one.laid.document.id].append(one)
    for no in told:
        if says_none(no.text):
            yield from ((no, one) for one in by_report[no.laid.document.id] if one is not no)


def _one_voice(layout: Layout, a: Laid, b: Laid) -> bool:
    return a.voice[-1] == b.voice[-1] or (root_key(layout, a) or "a") == (root_key(layout, b) or "b")


def _contrary(a: _Told, b: _Told, *, strictly: bool) -> str | None:
    """In what one statement is contrary to the other, in words; None where both can be true, or nobody can tell."""
    shared = len(a.stems.keys() & b.stems.keys())
    share = shared / max(1, len(a.stems.keys() | b.stems.keys()))
    if _overlap(a.laid, b.laid) or (_apart(a.laid, b.laid) and share < _SAME):
        return None
    if a.negative != b.negative:
        no, yes = (a, b) if a.negative else (b, a)
        if _SPOKEN_OF.search(yes.text):
            return None
        if word := _denied_word(no, yes, strictly=strictly) or _negated_part(no, yes):
            return f"the one denies, the other affirms “{word}”"
        whole = shared >= _LEAST_SHARED and share >= _SAME and _denies_the_shared(no, yes)
        return "the one denies what the other says" if whole else None
    if a.negative or shared < _LEAST_SHARED or share < _ALIKE:
        return None
    differing = [noun for noun in a.numbers if b.numbers.get(noun, a.numbers[noun]) != a.numbers[noun]]
    return f"{a.numbers[differing[0]]} or {b.numbers[differing[0]]} {differing[0]}" if differing else None


def _apart(a: Laid, b: Laid) -> bool:
    return a.incident is not None and b.incident is not None and a.incident != b.incident


def _denied_word(no: _Told, yes: _Told, *, strictly: bool) -> str | None:
    """The word that the one puts a "no" before and of which the other has one, where no further word limits the denial.

    "There had been no doubling of the guard" denies that it was doubled.
    "No shots were fired by officers" leaves room for others' shots. Of two speakers in two reports a lone word tells too
    little, unless both speak of one incident.
    """
    if is_wished(yes.text):
        return None
    of_one = no.laid.document.id == yes.laid.document.id or (no.deed is not None and no.deed == yes.deed)
    for match in _NEGATED.finditer(no.text):
        clause = stems_of(_clause(no.text, match.start()))
        word = match.group(1)
        told = _affirmed(word, yes.text) or yes.stems.get(word[:_STEM].lower(), "").endswith("ed")
        if word.lower() in _stop() or not clause.keys() <= yes.stems.keys() or not told:
            continue
        if len(clause) > 1 or of_one or not strictly:
            return word.lower()
    return denied_presence(no.text, yes.text, of_one=of_one, strictly=strictly)


def _negated_part(no: _Told, yes: _Told) -> str | None:
    """The word after a "not" where the other says all that its clause says: "the murder was not premeditated"."""
    for match in _NOT.finditer(no.text):
        clause = stems_of(_clause(no.text, match.start()))
        word = match.group(1)[:_STEM].lower()
        of_one = no.laid.incident is not None and no.laid.incident == yes.laid.incident
        if word in clause and len(clause) >= (2 if of_one else _LEAST_SHARED) and clause.keys() <= yes.stems.keys():
            return match.group(1).lower()
    return None


def _denies_the_shared(no: _Told, yes: _Told) -> bool:
    """Whether what the two share stands where the one says no, and not in a clause beside it."""
    shared = no.stems.keys() & yes.stems.keys()
    clauses = [stems_of(clause) for clause in clauses_saying_no(no.text)] or [no.stems]
    return any(len(clause.keys() & shared) >= _ALIKE * len(shared) for clause in clauses)


def clauses_saying_no(text: str) -> list[str]:
    """The clauses of a text that hold a word of negation, each once."""
    return list(dict.fromkeys(_clause(text, m.start()) for m in _NEGATION.finditer(text)))


def _clause(text: str, at: int) -> str:
    """The clause around a place, up to a comma or a joining word on either side."""
    start = max((m.end() for m in _JOINT.finditer(text) if m.end() <= at), default=0)
    end = next((m.start() for m in _JOINT.finditer(text) if m.start() > at), len(text))
    return text[start:end]


def _affirmed(word: str, text: str) -> bool:
    """Whether a text says that there was one: "one warning", "a number of hostages"."""
    return (
        re.search(
            rf"\b(?:an?|one|two|three|four|five|several|some|many|\d+|of)\s+(?:\w+\s+)?{re.escape(word)}", text, re.I
        )
        is not None
    )


def stems_of(text: str) -> dict[str, str]:
    """The content words of a text by the letters they begin with."""
    words = (_one(w.group().lower()) for w in _WORD.finditer(text))
    return {w[:_STEM]: w for w in words if w not in _stop()}


def _one(word: str) -> str:
    """A word as one: "women" as "woman"; endings that the letters of a stem leave out stay."""
    return singular(word) if word.endswith("men") or word == "children" else word


def _numbers(text: str) -> dict[str, str]:
    """The number given of each noun, as it is written."""
    found = ((m.group(2).lower(), m.group(1).lower()) for m in _NUMBERED.finditer(text))
    return {noun: f"{number:g}" for noun, word in found if (number := read_number(word)) is not None}


def _overlap(a: Laid, b: Laid) -> bool:
    same = a.document.id == b.document.id
    return same and a.claim.start < b.claim.end and b.claim.start < a.claim.end


def _quote(told: _Told) -> str:
    return f"“{told.laid.claim.quote}”"


def _drift(layout: Layout, told: Sequence[_Told], said: str) -> Finding:
    """One finding for all reports that quote the two statements."""
    ordered = sorted(told, key=lambda t: (t.laid.day is None, t.laid.day.first if t.laid.day else ""))
    quoted: dict[str, list[str]] = defaultdict(list)
    for one in ordered:
        quoted[_quote(one)].append(f"{say_outlet(one.laid.document)}{_when(one.laid)}")
    quotes = " and ".join(f"{quote} ({'; '.join(dict.fromkeys(papers))})" for quote, papers in quoted.items())
    laids = [one.laid for one in ordered]
    return make_finding(
        "drift", layout, laids, f"{root_name(layout, laids)} is quoted with {quotes}: {said}", prop="statement"
    )


def _when(laid: Laid) -> str:
    return f", {laid.day}" if laid.day else ""


@cache
def _untrue() -> tuple[re.Pattern[str], ...]:
    text = (files("rashomon.data") / "weigh" / "untrue.txt").read_text(encoding="utf-8")
    return tuple(re.compile(line) for line in text.splitlines() if line and not line.startswith("#"))


@cache
def _stop() -> frozenset[str]:
    text = (files("rashomon.data") / "weigh" / "empty_words.txt").read_text(encoding="utf-8")
    return frozenset(line for line in text.splitlines() if line and not line.startswith("#"))
