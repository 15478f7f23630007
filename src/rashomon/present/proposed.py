"""A proposal as it is shown: what its reader gave, what the gate says of it, the claim it would be, what rules read beside."""

from __future__ import annotations

from collections.abc import Iterator

from rashomon.model.proposal import Outcome
from rashomon.present.resolve import Resolved
from rashomon.present.words import PROPERTY, chain_words, governor_words, stance_words, value_words

_VERDICTS = {"admitted": "admitted", "to_check": "waits for a person", "refused": "refused"}


def proposal_lines(case: Resolved, one: Outcome) -> Iterator[str]:
    """Everything that is known of a proposal, a line each."""
    said = one.proposal
    yield f"{PROPERTY[said.property]}, read by {said.reader} {said.version}: {_VERDICTS[one.verdict]}"
    yield f"{one.reason} ({one.code})" + (f"; decision {one.decision}" if one.decision else "")
    yield f"its words: “{' '.join(said.quote.split())}”"
    yield from _given(one)
    if one.claim is not None:
        how = stance_words(one.claim)
        yield f"as a claim: {value_words(case, one.claim)}" + (f" [{how}]" if how else "")
        yield chain_words(case, one.claim.chain)
        if one.claim.governors:
            yield f"governed by {governor_words(one.claim)}"
    for ident in one.beside:
        if (claim := case.claims.get(ident)) is not None:
            yield f"rules read in the same words: {PROPERTY[claim.property]}: {value_words(case, claim)} ({claim.id})"


def _given(one: Outcome) -> Iterator[str]:
    said = one.proposal
    fields = {"value": said.value, "of whom": said.subject, "who says so": said.speaker, "by the word": said.cue,
              "incident": said.incident and said.incident.quote, "how surely": said.stance}  # fmt: skip
    yield from (f"{name}: {words}" for name, words in fields.items() if words)
    yield from (f"{p.role}: {p.words}" for p in said.parties)
    if said.translation:
        yield f"a machine's translation: {said.translation}"


def waiting_line(case: Resolved) -> str:
    """How many proposals wait for a person, in a sentence; "" where none does."""
    count = sum(o.verdict == "to_check" for o in case.proposals.values())
    what = "1 proposal of another reader waits" if count == 1 else f"{count:,} proposals of other readers wait"
    return f"{what} for you: rashomon desk, or rashomon decide accept and reject." if count else ""
