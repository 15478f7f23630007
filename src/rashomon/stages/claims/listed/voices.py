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
_ENDS_NAME = ("that", "weekday", "relative", "deed", "bound", "number", "scale", "count")
_KINDS: dict[str, LinkKind] = {
    "official": "official",
    "witness": "witness",
    "body": "organization",
    "paper": "document",
}


@dataclass(frozen=True, slots=True)
class Voice:
    """Who is named for what a sentence says, and what the word of saying leaves of an assertion."""

    links: tuple[ChainLink, ...] = ()
    stance: Stance = "asserted"


def voice_of(line: Line, mentions: Sequence[Mention]) -> Voice | None:
    """The voice over a sentence; None where a word of saying stands in it and who says so is not plain."""
    cues = _joined(line, _longest(list(line.of("say", "according", "reported"))))
    if not cues:
        return _estimated(line, mentions)
    cue = cues[0]
    quote = Quote(line.words[cue.first].start, line.words[cue.end - 1].end, line.shown(cue.first, cue.end))
    if len(cues) > 1:
        return None
    if cue.kind == "reported":
        return Voice((ChainLink("unnamed", "anonymous", None, quote),), cast("Stance", cue.value))
    first, end = _bare(line, *_source(line, cue))
    if not 0 < end - first <= _LONGEST or not _can_speak(line, first, end, mentions):
        return None
    return Voice((_link(line, first, end, quote, mentions),), cast("Stance", cue.value))


def _longest(signs: Sequence[Sign]) -> list[Sign]:
    ordered = sorted(signs, key=lambda s: s.first - s.end)
    kept: list[Sign] = []
    for one in ordered:
        if all(one.end <= k.first or k.end <= one.first for k in kept):
            kept.append(one)
    return kept


def _estimated(line: Line, mentions: Sequence[Mention]) -> Voice:
    """Who puts a figure at so many, where an office or a person stands beside that verb; else nobody but the outlet."""
    told = next((s for s in line.of("estimate") if line.at(s.end, "preposition")), None)
    for first, end in (_ahead(line, told.first), (told.end, _stop(line, told.end))) if told else ():
        first, end = _bare(line, first, end)
        offices = any(s.kind in (*_KINDS, "title") for s in line.of(*_KINDS, "title") if first <= s.first < end)
        if told and 0 < end - first <= _LONGEST and (offices or _person(line, first, end, mentions)):
            quote = Quote(line.words[told.first].start, line.words[told.end - 1].end, line.shown(told.first, told.end))
            return Voice((_link(line, first, end, quote, mentions),))
    return Voice()


def _can_speak(line: Line, first: int, end: int, mentions: Sequence[Mention]) -> bool:
    """Whether nothing in a stretch says that it names no speaker; miners and soldiers speak too."""
    within = [s for s in line.of(*_NOT_NAMED, *_KINDS, "title") if first <= s.first < end]
    return not any(s.kind in _NOT_NAMED and s.kind != "victim" for s in within)


def _person(line: Line, first: int, end: int, mentions: Sequence[Mention]) -> Mention | None:
    start, stop = line.words[first].start, line.words[end - 1].end
    return next((m for m in mentions if start <= m.start and m.end <= stop and m.type == "person" and m.referent), None)


def _joined(line: Line, cues: Sequence[Sign]) -> list[Sign]:
    """Two words of saying with at most two little words between are one: "según informó", "بحسب ما أعلن"."""
    if len(cues) != 2:
        return list(cues)
    one, *rest = sorted(cues, key=lambda s: s.first)
    if one.kind not in ("according", "reported") or rest[0].kind != "say":
        return list(cues)
    near = rest[0].first - one.end <= 2 and not any(line.is_cut(n) for n in range(one.end, rest[0].first))
    return [Sign("according", rest[0].value, one.first, rest[0].end)] if near else list(cues)


def _past_days(line: Line, at: int) -> int:
    """Past the day on which something was said: "сообщили вчера в МЧС", "anunció el jueves la ministra"."""
    days = {s.first: s.end for s in line.of("weekday", "relative", "saying")}
    while at in days:
        at = days[at]
    return at


def _source(line: Line, cue: Sign) -> tuple[int, int]:
    """Where whoever speaks stands: by the order of the language behind the word of saying, before it or at the head."""
    if "after" in line.language.values("order"):
        return _ahead(line, cue.first) if cue.kind == "according" else (0, _stop(line, 0))
    end = _past_days(line, cue.end)
    told = end + (end < len(line.words) and line.words[end].form == ",")
    named = end + (line.at(end, "article") is not None)
    behind = _stop(line, named)
    led = line.at(end, "preposition", "filler") is not None and cue.kind == "say" and line.at(end, "at_body") is None
    before = line.at(told, "that") is not None or behind == named or led
    return _ahead(line, cue.first) if before and cue.kind == "say" else (end, behind)


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
    kinds = {s.kind for s in line.of(*_KINDS) if first <= s.first < end}
    told = next((own for kind, own in _KINDS.items() if kind in kinds), None)
    kind: LinkKind = told or ("anonymous" if named is None else "person" if named.type == "person" else "organization")
    form = line.words[first].form
    joined = next((p for p in line.language.prefixes if _is_prefix(line, form, p)), "")
    return ChainLink(line.text[start + len(joined) : stop], kind, named.referent if named else None, cue)


def _is_prefix(line: Line, form: str, prefix: str) -> bool:
    """Whether a listed word stands there behind what is written together with it."""
    whole = line.language.whole
    return (form,) not in whole and form.startswith(prefix) and (form[len(prefix) :],) in whole
