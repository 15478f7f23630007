"""What a decision was made on, in words, and what of that a later reading changed."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from rashomon.model.annotation import Referent
from rashomon.model.claim import Claim, Occurrence, Value
from rashomon.model.link import Seen

Name = Callable[[str | None], str | None]
"""What a local referent is called in the case; None for None and for one that is not there."""
_WORDS = {"property": "what it says", "who": "of whom", "value": "the value", "stance": "how surely",
          "incident": "the incident"}  # fmt: skip


def see_claim(claim: Claim, name: Name, incident: str | None) -> Seen:
    """A claim as a person sees it: with the case's names and its incident's title."""
    chain = tuple(name(link.referent) or link.name for link in claim.chain)
    who = name(claim.subject.referent)
    return Seen(claim.property, who, _value(claim.value, name), claim.stance, chain, incident)


def _value(value: Value, name: Name) -> str:
    return "; ".join(_parts(value, name))


def _parts(value: Value, name: Name) -> Iterator[str]:
    """Everything that is set of a value, in a fixed order.

    Decisions keep these words, so a value that stays the same must go on giving the same ones: a field that is new is
    added where it is set, nothing else may change here.
    """
    named = name(value.referent)
    yield from dict.fromkeys(words for words in (named, value.text) if words)
    figure = [str(x) for x in (value.bound, value.number, value.currency) if x is not None]
    if figure:
        yield " ".join(figure)
    plain = ("of", "part", "as_of", "earliest", "latest", "kind", "outcome")
    yield from (f"{field} {found}" for field in plain if (found := getattr(value, field)) is not None)
    yield from (f"including {who}" for who in value.includes)
    yield from (f"without {who}" for who in value.excludes)
    yield from (f"{p.role} {name(p.referent) or p.text}" for p in value.parties)
    if value.penalty:
        yield f"penalty {value.penalty.text}"
    yield from (
        f"{field} {found}" for field in ("in_absentia", "final") if (found := getattr(value, field)) is not None
    )


def see_referent(referent: Referent) -> str:
    """Somebody or something as one report has it."""
    return f"{referent.name} ({referent.type})"


def see_occurrence(occurrence: Occurrence) -> str:
    """An incident as one report tells it."""
    return f"{occurrence.mentions[0].quote} ({occurrence.type})"


def changes(before: Seen, now: Seen) -> tuple[str, ...]:
    """One sentence for each thing that is no longer as it was seen; none where all stands."""
    found = [
        f"{words} was {_quoted(old)}, now {_quoted(new)}"
        for field, words in _WORDS.items()
        if (old := getattr(before, field)) != (new := getattr(now, field))
    ]
    if before.chain != now.chain:
        found.append(f"who says so was {_quoted(' ← '.join(before.chain))}, now {_quoted(' ← '.join(now.chain))}")
    found += [
        f"what was called {_quoted(old)} is now {_quoted(new)}"
        for old, new in zip(before.pair, now.pair, strict=False)
        if old != new
    ]
    return tuple(found)


def _quoted(words: str | None) -> str:
    return f"“{words}”" if words else "nothing"
