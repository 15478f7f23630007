"""Sentences: every finding's values, who gives them, and what can't be ruled out."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence

from rashomon.model.claim import ChainLink, is_age, is_worked_out
from rashomon.model.document import Document
from rashomon.model.finding import Finding, FindingKind, Tie
from rashomon.model.identity import make_id
from rashomon.stages.weigh.contrast import Contrast
from rashomon.stages.weigh.counted import read_counted, says_whom
from rashomon.stages.weigh.days import days_between
from rashomon.stages.weigh.layout import Laid, Layout

_MOST_NAMED = 4
_ARTICLES = frozenset({"A", "An", "The", "One", "Two", "Three", "Several", "Some", "His", "Her", "Its", "Their"})
_BOUNDS = {"at_least": "at least ", "more_than": "more than ", "about": "about ", "at_most": "up to ",
           "fewer_than": "fewer than "}  # fmt: skip
_COUNTS = {"killed": "killed", "injured": "injured", "missing": "missing", "detained": "detained",
           "kidnapped": "kidnapped", "found": "found"}  # fmt: skip
_LED = frozenset({"date", "dated", "place", "birth_place", "wanted"})
_MATTERS = {
    "birth_date": "date of birth", "death": "death", "birth_place": "place of birth", "dated": "date of the paper",
    "perpetrator": "who did it", "organizer": "who organised it", "suspect": "who is suspected",
    "charge": "who is charged", "blame": "who is blamed", "responsibility": "who claims it",
}  # fmt: skip


def make_finding(
    kind: FindingKind,
    layout: Layout,
    laids: Sequence[Laid],
    reason: str,
    *,
    prop: str | None = None,
    documents: Iterable[str] = (),
    place: str = "",
    tie: Tie | None = None,
) -> Finding:
    """A finding over these claims; incident and entity are set where those that have one share it.

    `documents` are named besides those of the claims; `place` tells findings without claims apart.
    """
    ordered = sorted({laid.claim.id: laid for laid in laids}.values(), key=_order)
    claims = tuple(laid.claim.id for laid in ordered)
    where = {laid.document.id: laid.document.sha256 for laid in ordered}
    where |= {d: layout.documents[d].sha256 for d in documents}
    return Finding(
        make_id("f", kind, prop or "", place, *claims),
        kind,
        _one({laid.incident for laid in ordered}),
        _one({laid.entity for laid in ordered}),
        prop,
        claims,
        tuple(sorted(where, key=lambda d: (where[d], d))),
        start_sentence(reason),
        tie,
    )


def start_sentence(words: str) -> str:
    """Words as a sentence: a capital first, a full stop last."""
    return words[:1].upper() + words[1:] + ("" if words.endswith(".") else ".")


def _order(laid: Laid) -> tuple[str, int, str]:
    return laid.document.sha256, laid.claim.start, laid.claim.id


def _one(ids: set[str | None]) -> str | None:
    known = ids - {None}
    return next(iter(known)) if len(known) == 1 else None


def say_contrast(layout: Layout, contrast: Contrast) -> str:
    """Two values held against one another: who gives which, and what can't be ruled out."""
    if contrast.says:
        return contrast.says
    first, second = contrast.first, contrast.second
    prop = first[0].claim.property
    values = say_value(layout, first), say_value(layout, second)
    if contrast.kind == "inconsistency":
        reason = f"{say_tellers(first[:1])} gives both {values[0]} and {values[1]}"
    else:
        lead = f"{say_matter(prop)}: " if prop in _LED else ""
        joint = "but" if contrast.kind == "conflict" else "and"
        reason = f"{lead}{values[0]} according to {say_tellers(first)}, {joint} "
        reason += f"{values[1]} according to {say_tellers(second)}"
    for note in contrast.notes:
        reason += f"; {note}"
    return reason


def say_figure(layout: Layout, laid: Laid) -> str:
    """A figure within a series, which names what it counts once: "at least 30", "64 civilians"; other values as they are."""
    value = laid.claim.value
    if laid.claim.property not in _COUNTS or value.number is None:
        return say_value(layout, [laid])
    group = f" {value.of}" if value.of and says_whom(value.of) and read_counted(value.of).kind != "whole" else ""
    return f"{_BOUNDS.get(value.bound or '', '')}{say_number(value.number)}{group}"


def say_value(layout: Layout, laids: Sequence[Laid]) -> str:
    """One value in words: "at least 30 killed", "64 civilians killed, including two bombers"."""
    laid = laids[0]
    value, prop = laid.claim.value, laid.claim.property
    if prop in _COUNTS:
        return _say_count(laids)
    if prop in ("date", "dated", "birth_date", "death"):
        days = days_between(value.earliest, value.latest)
        said = str(days) if days else value.text or laid.claim.quote
        if is_age(laid.claim):
            return str(value.text)
        return f"born {said}" if prop == "birth_date" else said
    if value.number is not None:
        unit = f" {value.currency}" if value.currency else ""
        return f"{_BOUNDS.get(value.bound or '', '')}{say_number(value.number)}{unit}"
    entity = layout.entities.get(laid.about or "")
    return entity.name if entity else f"“{value.text or laid.claim.quote}”"


def _say_count(laids: Sequence[Laid]) -> str:
    value, prop = laids[0].claim.value, laids[0].claim.property
    words = {of for laid in laids if (of := laid.claim.value.of) and (says_whom(of) or prop == "found")}
    group = len({read_counted(of) for of in words}) == 1 and all(read_counted(of).kind == "group" for of in words)
    of = f" {min(words)}" if len(words) == 1 or group else ""
    word = "" if _COUNTS[prop] in of.split() else f" {_COUNTS[prop]}"
    said = f"{_BOUNDS.get(value.bound or '', '')}{say_number(value.number or 0)}{of}{word}"
    if value.part and value.part != value.of:
        said += f" {value.part}"
    values = [v for laid in laids for v in (laid.claim.value, *(c.value for c in laid.again))]
    if includes := next((v.includes for v in values if v.includes), ()):
        said += f", including {' and '.join(includes)}"
    if excludes := next((v.excludes for v in values if v.excludes), ()):
        said += f", not counting {' and '.join(excludes)}"
    return f"{said} (worked out, not stated)" if all(is_worked_out(laid.claim) for laid in laids) else said


def say_number(number: float) -> str:
    """A number without a needless ".0"."""
    return str(int(number)) if float(number).is_integer() else str(number)


def say_matter(prop: str | None) -> str:
    """What a property is about, in words."""
    return _MATTERS.get(prop or "", (prop or "").replace("_", " "))


def say_tellers(laids: Sequence[Laid], *, within: bool = False) -> str:
    """Who gives a value: the innermost speakers, each with the outlets that have his word, four at most.

    `within` is for brackets that stand around it: "the mayor in Example Times", not "the mayor (in Example Times)".
    """
    said: dict[str, list[str]] = defaultdict(list)
    for laid in laids:
        said[_speaker(laid) or ""].append(say_outlet(laid.document))
    own = list(dict.fromkeys(said.pop("", ())))
    form = "{} in {}" if within else "{} (in {})"
    names = [form.format(who, _list(list(dict.fromkeys(papers)))) for who, papers in said.items()]
    return _list([*own, *names])


def list_outlets(laids: Sequence[Laid]) -> str:
    """The outlets of these claims, each once, four at most."""
    return _list(list(dict.fromkeys(say_outlet(laid.document) for laid in laids)))


def _list(names: Sequence[str]) -> str:
    """Names in a row, four at most: "A, B and C", "A, B, C, D and 4 more"."""
    shown, more = names[:_MOST_NAMED], len(names) - _MOST_NAMED
    if more > 0:
        return f"{', '.join(shown)} and {more} more"
    return shown[0] if len(shown) == 1 else f"{', '.join(shown[:-1])} and {shown[-1]}"


def _speaker(laid: Laid) -> str | None:
    """Who speaks innermost, and whose word that is where he is nobody certain; None where the outlet speaks for itself.

    Of a governor's words that a survivor repeats: "the governor as told by Neriman Tolga"; to give them to her alone would set her against him.
    """
    chain, root = laid.claim.chain, laid.claim.root
    if len(chain) < 2:
        return None
    inner = _told(chain[-1])
    return f"{inner} as told by {_told(chain[root])}" if root and root < len(chain) - 1 else inner


def _told(link: ChainLink) -> str:
    unnamed = link.kind == "anonymous" and link.name.casefold() in ("unnamed", "anonymous")
    return "somebody unnamed" if unnamed else _within(link)


def _within(link: ChainLink) -> str:
    """A speaker's name as it stands within a sentence: "a secret note", but "The Northern Courier"."""
    first, _, rest = link.name.partition(" ")
    described = link.kind not in ("outlet", "news_agency", "person", "organization")
    return f"{first.lower()} {rest}" if described and first in _ARTICLES and rest[:1].islower() else link.name


def say_outlet(document: Document) -> str:
    """What a document is known by: its outlet, else its title in quotation marks, else its file."""
    return document.publisher or (f"“{document.title}”" if document.title else document.file.rsplit("/", 1)[-1])
