"""Claims that people entered by hand, made into claims like the others: same subjects, same chains, compared alike."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date

from rashomon.model.account import Account
from rashomon.model.addition import Addition
from rashomon.model.annotation import Bound, Referent
from rashomon.model.claim import (
    COUNTS,
    Attribution,
    Basis,
    ChainLink,
    Claim,
    LinkKind,
    Property,
    ReadBy,
    Subject,
    Value,
)
from rashomon.model.identity import make_id
from rashomon.model.link import Selector
from rashomon.model.pointing import find_words, occurrence_at, referent_at
from rashomon.stages.claims.attribution.cues import kinds
from rashomon.stages.claims.chain import head_links
from rashomon.text.fold import fold, fold_words

READER = "person/"
"""What `reader` of such a claim begins with; the person's name follows, and stands nowhere else in the claim."""
VERSION = "1"
DATED: frozenset[str] = frozenset({"date", "birth_date", "dated"})
"""Properties whose value is a day or a period."""
_NUMBER = re.compile(r"(?:(?P<bound>[a-z ]+?) +)?(?P<number>\d{1,3}(?:[ ,.\u00a0]\d{3})+|\d+)")
_DAY = re.compile(r"(\d{4})(?:-(\d\d))?(?:-(\d\d))?")
_BOUNDS: dict[str, Bound] = {
    "at least": "at_least", "no fewer than": "at_least", "more than": "more_than", "over": "more_than", "about": "about",
    "some": "about", "nearly": "about", "up to": "at_most", "at most": "at_most", "fewer than": "fewer_than",
    "under": "fewer_than", "exactly": "exact",
}  # fmt: skip
_BASES: dict[LinkKind, Basis] = {
    "record": "record", "court": "official", "official": "official", "document": "document", "anonymous": "anonymous",
}  # fmt: skip
_OTHERS: dict[str, LinkKind] = {"organization": "organization", "document": "document"}


def entered_id(addition: Addition) -> str:
    """The id of the claim that an addition becomes."""
    return make_id("c", addition.words.sha256, addition.id)


def read_value(prop: Property, written: str, words: str) -> Value | None:
    """The value that a person wrote for a property; None where it cannot be one.

    A count is digits, with or without a bound before them ("at least 12"); a date is ISO 8601, a day, month or year,
    or two of them with a slash between (EDTF interval). Anything else is text; nothing written is the words themselves.
    """
    plain = " ".join(written.split())
    if prop in COUNTS:
        return _count(plain.lower())
    if prop in DATED:
        return _period(plain)
    return Value(text=plain or words)


def _count(written: str) -> Value | None:
    found = _NUMBER.fullmatch(written)
    bound = _BOUNDS.get(found["bound"]) if found and found["bound"] else "exact"
    if found is None or bound is None:
        return None
    return Value(number=int(re.sub(r"\D", "", found["number"])), bound=bound)


def _period(written: str) -> Value | None:
    ends = [_day(part) for part in written.split("/")]
    if len(ends) > 2 or any(end is None for end in ends):
        return None
    known = [end for end in ends if end is not None]
    if known[0][0] > known[-1][1]:
        return None
    return Value(earliest=known[0][0], latest=known[-1][1], text=written)


def _day(written: str) -> tuple[str, str] | None:
    """The first and last day of an ISO day, month or year."""
    found = _DAY.fullmatch(written)
    if found is None:
        return None
    year, month, day = (int(part) if part else None for part in found.groups())
    try:
        first = date(year or 0, month or 1, day or 1)
    except ValueError:
        return None
    if day:
        return first.isoformat(), first.isoformat()
    following = date(first.year + 1, 1, 1) if not month or month == 12 else date(first.year, month + 1, 1)
    return first.isoformat(), date.fromordinal(following.toordinal() - 1).isoformat()


def gives_claim(account: Account, addition: Addition) -> bool:
    """Whether an addition makes a claim of this report: not taken back, its words and its value can be read."""
    if addition.withdrawn or addition.words.sha256 != account.document.sha256:
        return False
    value = read_value(addition.property, addition.value, addition.words.exact)
    return value is not None and find_words(account.document.text, addition.words) is not None


def enter_claims(account: Account, additions: Iterable[Addition]) -> Account:
    """The account with the claims that people added to it, and with none that a build before entered.

    An addition whose words no longer stand in the text, or which was taken back, gives no claim.
    """
    read = tuple(c for c in account.reading.claims if not c.reader.startswith(READER))
    bare = replace(account, reading=replace(account.reading, claims=read))
    made = [claim for a in additions if gives_claim(account, a) and (claim := _claim(bare, a)) is not None]
    if not made and len(read) == len(account.reading.claims):
        return account
    claims = sorted((*read, *made), key=lambda c: (c.start, c.end, c.id))
    return replace(bare, reading=replace(bare.reading, claims=tuple(claims)))


def _claim(account: Account, addition: Addition) -> Claim | None:
    document = account.document
    span = find_words(document.text, addition.words)
    value = read_value(addition.property, addition.value, addition.words.exact)
    if span is None or value is None:
        return None
    if addition.property not in (*COUNTS, *DATED, "statement"):
        named = _named(account, value.text or "")
        value = replace(value, referent=named.id if named else None)
    chain, root, basis = _voice(account, addition.said_by)
    return Claim(
        entered_id(addition),
        document.id,
        span.start,
        span.end,
        document.text[span.start : span.end],
        _subject(account, addition.subject),
        addition.property,
        value,
        chain,
        root,
        basis,
        addition.stance,
        None,
        None,
        None,
        f"{READER}{addition.signed.by}",
        addition.corrects,
        readers=(ReadBy("person", VERSION, "entered"),),
    )


def _subject(account: Account, selector: Selector | None) -> Subject:
    """The incident told by the words that were chosen, else whom they name."""
    span = find_words(account.document.text, selector) if selector else None
    if span is None:
        return Subject()
    told = any(span.touches(q) for o in account.reading.occurrences for q in o.mentions)
    if told:
        return Subject(occurrence=occurrence_at(account, span))
    return Subject(referent=referent_at(account, span))


def _named(account: Account, name: str) -> Referent | None:
    """The one in the report who is called so; None where nobody is, or several are."""
    wanted = fold_words(name)
    found = [
        r for r in account.annotations.referents
        if r.named and wanted and wanted in {fold_words(n) for n in (r.name, *(a.name for a in r.aliases))}
    ]  # fmt: skip
    return found[0] if len(found) == 1 else None


def _voice(account: Account, said_by: str) -> tuple[tuple[ChainLink, ...], int | None, Basis]:
    """Chain, root and basis: those of a claim that the report gives on the same word, else of the speaker alone."""
    head, wanted = tuple(head_links(account.document)), fold_words(said_by)
    for claim in account.reading.claims:
        if wanted and len(claim.chain) > len(head) and fold_words(claim.chain[-1].name) == wanted:
            return claim.chain, claim.root, claim.basis
        if not wanted and claim.chain == head:
            return claim.chain, claim.root, claim.basis
    if not wanted:
        return head, None, "own" if len(head) == 1 else "second_hand"
    speaker = _speaker(account, said_by)
    root = None if speaker.kind == "anonymous" else len(head)
    return (*head, speaker), root, _BASES.get(speaker.kind, "second_hand")


def _speaker(account: Account, name: str) -> ChainLink:
    known = _of_attribution(account.reading.attributions, name)
    if known is not None:
        return ChainLink(name, known.kind, known.speaker)
    referent = _named(account, name)
    if referent is not None:
        return ChainLink(name, _OTHERS.get(referent.type, "person"), referent.id)
    words = name.split()
    kind = kinds().get(fold(words[-1])) if words else None
    return ChainLink(name, kind or ("person" if name[:1].isupper() else "anonymous"))


def _of_attribution(attributions: Sequence[Attribution], name: str) -> Attribution | None:
    return next((a for a in attributions if a.name and fold_words(a.name) == fold_words(name)), None)
