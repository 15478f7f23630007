"""Proposals from a file: each line checked, its document and incident found in the last build, all of them kept or none."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

import msgspec

from rashomon.errors import UsageFault
from rashomon.model.account import Account
from rashomon.model.link import Signed
from rashomon.model.proposal import Outcome, Proposal, numbered_incidents
from rashomon.model.span import Quote
from rashomon.present.resolve import Resolved
from rashomon.store.proposals import ProposalLine, keep_proposals, make_proposal, read_line

LONGEST = 200_000
"""Bytes of a line: nothing that may stand in one is longer."""


@dataclass(frozen=True, slots=True)
class Taken:
    """How many lines a file had, and the proposals of them that the case did not have yet."""

    lines: int
    fresh: tuple[Proposal, ...]


def take_proposals(case: Path, opened: Resolved, file: Path, signed: Signed) -> Taken:
    """Keep the proposals of a file of JSON lines. Raises UsageFault, with file and line, where one is none: then none is kept."""
    known = _names(opened)
    made = [_proposal(known, line, f"{file}: line {number}", signed) for number, line in _lines(file)]
    return Taken(len(made), keep_proposals(case, made))


def _lines(file: Path) -> Iterator[tuple[int, bytes]]:
    try:
        with file.open("rb") as rows:
            for number, row in enumerate(iter(lambda: rows.readline(LONGEST), b""), 1):
                if len(row) == LONGEST:
                    raise UsageFault(f"{file}: line {number}: is longer than {LONGEST:,} bytes")
                bare = row.removeprefix(b"\xef\xbb\xbf").strip() if number == 1 else row.strip()
                if bare:
                    yield number, bare
    except OSError as fault:
        raise UsageFault(f"{file}: cannot be read: {fault.strerror}") from fault


def _proposal(known: Mapping[str, list[Account]], line: bytes, where: str, signed: Signed) -> Proposal:
    try:
        row = read_line(line)
    except (msgspec.MsgspecError, RecursionError) as fault:
        raise UsageFault(f"{where}: {fault}; docs/reference/proposals.md has the form") from fault
    held = {a.document.id: a for a in known.get(row.document, ())}
    if len(held) != 1:
        raise UsageFault(f"{where}: {row.document!r} names {len(held)} reports of this case; one is meant")
    (account,) = held.values()
    return make_proposal(row, account.document.sha256, _incident(account, row, where), signed)


def _names(case: Resolved) -> dict[str, list[Account]]:
    """Every name that a document may be given by: id, sha256, file, the last part of that."""
    found: dict[str, list[Account]] = {}
    for account in case.accounts:
        document = account.document
        files = {document.file, *(a.file for a in document.appearances)}
        for name in {document.id, document.sha256, *files, *(f.rsplit("/", 1)[-1] for f in files)}:
            found.setdefault(name, []).append(account)
    return found


def _incident(account: Account, row: ProposalLine, where: str) -> Quote | None:
    """The incident by its number, or by the words that tell of it: the first place where they stand as such."""
    if row.incident is None:
        return None
    listed = numbered_incidents(account.reading)
    if isinstance(row.incident, int):
        if row.incident > len(listed):
            raise UsageFault(f"{where}: there is no incident {row.incident}; {account.document.file} has {len(listed)}")
        return listed[row.incident - 1]
    told = [m for o in account.reading.occurrences for m in o.mentions if row.incident.casefold() in m.quote.casefold()]
    if told:
        return min(told)
    at = account.document.text.find(row.incident)
    if at < 0:
        raise UsageFault(f"{where}: the incident's words stand nowhere in {account.document.file}: {row.incident!r}")
    return Quote(at, at + len(row.incident), row.incident)


def counted_outcomes(outcomes: Mapping[str, Outcome], fresh: Iterable[str]) -> dict[str, dict[str, int]]:
    """How some proposals, by their ids, came out: by verdict, how many of each code."""
    found: dict[str, Counter[str]] = {"admitted": Counter(), "to_check": Counter(), "refused": Counter()}
    for one in (outcomes[ident] for ident in fresh if ident in outcomes):
        found[one.verdict][one.code] += 1
    return {verdict: dict(sorted(codes.items())) for verdict, codes in found.items()}
