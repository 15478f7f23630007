"""An answer as proposals: the words it quotes, and for the numbers it gives the names and incidents they stand for."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass

import msgspec

from rashomon.asking.question import MOST, ClaimGiven, Given
from rashomon.model.asked import Answer, Listed, Passage
from rashomon.model.claim import ACCUSATIONS, COUNTS
from rashomon.model.proposal import Proposal
from rashomon.model.span import Quote
from rashomon.store.proposals import MeansLine, PartyLine, PassageLine, ProposalLine, make_proposal

_NAMED = ACCUSATIONS | {"victim", "alias"}
"""Properties whose value is somebody: there a number stands for the value, elsewhere for the subject."""


class NoAnswer(Exception):
    """What a model gave is no answer of the schema; the message says why."""


@dataclass(frozen=True, slots=True)
class Known:
    """What the numbers of a passage's question stand for."""

    people: Mapping[int, str]
    incidents: Mapping[int, Quote]


def read_answer(text: str) -> Given:
    """An answer's claims. Raises NoAnswer where the text is none, or holds more claims than a passage can.

    A fence of three grave accents around the JSON, which models are fond of, is passed over.
    """
    bare = text.strip().removeprefix("```json").removeprefix("```").removesuffix("```").strip()
    try:
        given = msgspec.json.decode(bare.encode(errors="replace"), type=Given)
    except (msgspec.MsgspecError, RecursionError) as fault:
        raise NoAnswer(f"it is not of the schema: {fault}") from fault
    if len(given.claims) > MOST:
        raise NoAnswer(f"it holds {len(given.claims)} claims of one paragraph")
    return given


def known_of(passage: Passage, incidents: tuple[Quote, ...]) -> Known:
    """The people that the question listed, by number, and those of the document's incidents that it listed."""
    listed = {one.number for one in passage.incidents}
    return Known(_names(passage.people), {n: word for n, word in enumerate(incidents, 1) if n in listed})


def _names(people: Iterable[Listed]) -> dict[int, str]:
    return {one.number: one.name for one in people}


def propose(answer: Answer, known: Known) -> Iterator[Proposal]:
    """The proposals of a kept answer; none of one in which nothing could be read."""
    if answer.fault:
        return
    for claim in read_answer(answer.text).claims:
        with suppress(msgspec.ValidationError):
            line = _line(answer, claim, known)
            incident = known.incidents.get(claim.incident) if claim.incident is not None else None
            yield make_proposal(line, answer.sha256, incident, answer.signed)


def _line(answer: Answer, claim: ClaimGiven, known: Known) -> ProposalLine:
    """The line of the public form, checked as one that a person hands over. Raises msgspec.ValidationError."""
    named = claim.property in _NAMED or (claim.property == "detained" and claim.number is None)
    rows = ProposalLine(
        document=answer.sha256, reader=answer.model, version=answer.version, property=claim.property,
        quote=claim.quote, passage=PassageLine(answer.passage.start, answer.passage.end),
        value=_who(claim.value, claim.person, known) if named else claim.value, means=_means(claim),
        subject=(None if named else _who(claim.subject or "", claim.person, known)) or None,
        speaker=_who(claim.speaker or "", claim.speaker_person, known) or None, cue=claim.cue or None,
        stance=claim.stance, stance_words=tuple(w for w in claim.stance_words if w), kind=claim.kind,
        parties=tuple(PartyLine(_who(p.words, p.person, known), p.role) for p in claim.parties),
        translation=claim.translation or None,
    )  # fmt: skip
    return msgspec.convert(msgspec.to_builtins(rows), type=ProposalLine)


def _who(words: str, number: int | None, known: Known) -> str:
    """The listed name where the words only point at somebody; a number that the question did not list is nobody."""
    return known.people.get(number, words) if number is not None and (words or number in known.people) else words


def _means(claim: ClaimGiven) -> MeansLine | None:
    if claim.number is None or claim.property not in {*COUNTS, "found", "amount"}:
        return None
    number = int(claim.number) if claim.number.is_integer() else claim.number
    return MeansLine(number=number, bound=claim.bound)
