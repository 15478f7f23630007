"""What another reader proposes for a document (a program, a language model), and what the gate makes of it.

A proposal points by words: every piece of it is a quotation, which the gate finds in the text itself. Nothing that a
proposal says of where its words stand, what they mean or who is meant is believed.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from rashomon.model.annotation import Bound
from rashomon.model.claim import Claim, PartyRole, Property, Reading, Stance
from rashomon.model.link import Decision, Seen, Signed
from rashomon.model.span import Quote, Span

Verdict = Literal["admitted", "to_check", "refused"]


@dataclass(frozen=True, slots=True)
class Means:
    """What a reader took the value's words to mean; unset is None. The gate reads the words anew, and both must agree."""

    number: int | float | None = None
    bound: Bound | None = None
    of: str | None = None
    currency: str | None = None
    earliest: str | None = None
    latest: str | None = None
    text: str | None = None


@dataclass(frozen=True, slots=True)
class ProposedParty:
    """One side of a contact or payment, in the document's words."""

    words: str
    role: PartyRole


@dataclass(frozen=True, slots=True)
class Proposal:
    """One claim as another reader gives it: subject and value stand as in a claim, every one as quoted words.

    `sha256` is the original's. `passage` is where the words were read, the whole text where that is None. `value` are
    the words of the figure, day, name, sum or text, "" where the property needs none; `stance_words` those that make
    the claim less than asserted. `incident` is the word that tells of it. `translation` is a machine's, of the quote.
    `reader` and `version` name who proposes it.
    """

    id: str
    sha256: str
    property: Property
    quote: str
    reader: str
    version: str
    signed: Signed
    passage: Span | None = None
    value: str = ""
    means: Means = Means()
    subject: str | None = None
    incident: Quote | None = None
    total: bool = False
    speaker: str | None = None
    cue: str | None = None
    stance: Stance = "asserted"
    stance_words: tuple[str, ...] = ()
    kind: str | None = None
    parties: tuple[ProposedParty, ...] = ()
    translation: str | None = None
    withdrawn: Signed | None = None


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of a proposal: the verdict, its code, one sentence that says why, and the claim as it would stand.

    `claim` has the gate's own offsets, value, chain and stance; it is None where too little was found to make one, and
    then `words` is what was found of the quote, else where it was sought. `beside` are the ids of claims that rules
    read otherwise from the same words. `verdict` is what stands in this build: `found` is the gate's own with its `code`,
    before the case's trust and a person's `decision` are laid over it (`settled`).
    """

    proposal: Proposal
    verdict: Verdict
    code: str
    reason: str
    words: Quote
    claim: Claim | None = None
    beside: tuple[str, ...] = ()
    found: tuple[Verdict, str, str] | None = None
    decision: str | None = None


def see_proposal(proposal: Proposal) -> Seen:
    """A proposal as a person sees it, in its own words: what a decision on it is held to."""
    parties = "; ".join(f"{p.role} {p.words}" for p in proposal.parties)
    value = "; ".join(x for x in (proposal.value, proposal.kind, parties) if x)
    chain = (proposal.speaker,) if proposal.speaker else ()
    return Seen(proposal.property, proposal.subject, value or None, proposal.stance, chain)


def is_about(decision: Decision, sha256: str, one: Outcome) -> bool:
    """Whether a decision is on this proposal, or on one that says the same of the same words in the same way."""
    target = decision.target
    if target.kind != "proposal" or not target.selectors or target.selectors[0].sha256 != sha256:
        return False
    said = target.selectors[0].exact
    here = one.words.quote == said or one.proposal.quote == said
    return here and decision.seen == see_proposal(one.proposal)


def numbered_incidents(reading: Reading) -> tuple[Quote, ...]:
    """The incidents of a document, in text order, each by the word that first tells of it: number 1 is the first.

    A proposal may name its incident by that number. Totals and events in general are none.
    """
    return tuple(sorted(o.mentions[0] for o in reading.occurrences if o.mentions and not o.generic))
