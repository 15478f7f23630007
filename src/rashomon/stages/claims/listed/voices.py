"""On whose word a figure stands in a language that no parser reads, where its listed words tell it plainly."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import cast

from rashomon.lexicon.languages import Sign
from rashomon.model.annotation import Mention
from rashomon.model.claim import ChainLink, LinkKind, Stance
from rashomon.model.span import Quote
from rashomon.stages.claims.listed.lines import Line

_LONGEST = 7
_NOT_NAMED = ("victim", "month", "weekday", "relative", "deed", "event", "doubt", "negation")
_ENDS_NAME = ("that", "deed", "bound", "number", "scale", "count")
_KINDS: dict[str, LinkKind] = {"official": "official", "witness": "witness"}


@dataclass(frozen=True, slots=True)
class Voice:
    """Who is named for what a sentence says, and what the word of saying leaves of an assertion."""

    links: tuple[ChainLink, ...] = ()
    stance: Stance = "asserted"


def voice_of(line: Line, mentions: Sequence[Mention]) -> Voice | None:
    """The voice over a sentence; None where a word of saying stands in it and who says so is not plain."""
    cues = _longest(list(line.of("say", "according", "reported")))
    if not cues:
        return Voice()
    cue = cues[0]
    quote = Quote(line.words[cue.first].start, line.words[cue.end - 1].end, line.shown(cue.first, cue.end))
    if len(cues) > 1:
        return None
    if cue.kind == "reported":
        return Voice((ChainLink("unnamed", "anonymous", None, quote),), cast("Stance", cue.value))
    first, end = _bare(line, *_source(line, cue))
    if not 0 < end - first <= _LONGEST or any(first <= s.first < end for s in line.of(*_NOT_NAMED)):
        return None
    return Voice((_link(line, first, end, quote, mentions),), cast("Stance", cue.value))


def _longest(signs: Sequence[Sign]) -> list[Sign]:
    ordered = sorted(signs, key=lambda s: s.first - s.end)
    kept: list[Sign] = []
    for one in ordered:
        if all(one.end <= k.first or k.end <= one.first for k in kept):
            kept.append(one)
    return kept


def _source(line: Line, cue: Sign) -> tuple[int, int]:
    """Where whoever speaks stands: by the order of the language behind the word of saying, before it or at the head."""
    if "after" in line.language.values("order"):
        return _ahead(line, cue.first) if cue.kind == "according" else (0, _stop(line, 0))
    told = cue.end + (cue.end < len(line.words) and line.words[cue.end].form == ",")
    behind = _stop(line, cue.end + (line.at(cue.end, "article") is not None))
    led = line.at(cue.end, "preposition", "filler") is not None and cue.kind == "say"
    before = line.at(told, "that") is not None or behind == cue.end or led
    return _ahead(line, cue.first) if before and cue.kind == "say" else (cue.end, behind)


def _ahead(line: Line, end: int) -> tuple[int, int]:
    """Who stands before a word of saying, with what a comma sets behind the name: "the mayor, Julián Mora, said"."""
    first = _opening(line, end)
    return (first, end) if first < end else (0, end - 1)


def _opening(line: Line, end: int) -> int:
    """Where the clause that ends at a word begins."""
    return next((at + 1 for at in range(end - 1, -1, -1) if line.is_cut(at)), 0)


def _stop(line: Line, first: int) -> int:
    """Past the last word that may belong to whoever is named from a word on."""
    for at in range(first, len(line.words)):
        plain = line.words[at].form[0].isalpha() or line.words[at].form in "-'’."
        if (
            not plain
            or line.is_cut(at)
            or line.at(at, *_ENDS_NAME)
            or (at + 1 == len(line.words) and not line.words[at].form[0].isalpha())
        ):
            return at
    return len(line.words)


def _bare(line: Line, first: int, end: int) -> tuple[int, int]:
    """Without an article before it."""
    return (first + 1, end) if first < end and line.at(first, "article") else (first, end)


def _link(line: Line, first: int, end: int, cue: Quote, mentions: Sequence[Mention]) -> ChainLink:
    start, stop = line.words[first].start, line.words[end - 1].end
    within = [m for m in mentions if start <= m.start and m.end <= stop and m.referent]
    named = next((m for m in within if m.type == "person"), None) or next(iter(within), None)
    told = next((_KINDS[s.kind] for s in line.of(*_KINDS) if first <= s.first < end), None)
    kind: LinkKind = told or ("anonymous" if named is None else "person" if named.type == "person" else "organization")
    form = line.words[first].form
    joined = next((p for p in line.language.prefixes if _is_prefix(line, form, p)), "")
    return ChainLink(line.text[start + len(joined) : stop], kind, named.referent if named else None, cue)


def _is_prefix(line: Line, form: str, prefix: str) -> bool:
    """Whether a listed word stands there behind what is written together with it."""
    whole = line.language.whole
    return (form,) not in whole and form.startswith(prefix) and (form[len(prefix) :],) in whole
