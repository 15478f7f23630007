"""The claim that a proposal would be: the words of the text, the program's own reading of the value, its own chain."""

from __future__ import annotations

from rashomon.model.claim import ACCUSATIONS, Claim, Governor, Party, ReadBy, Subject, Value
from rashomon.model.identity import make_id
from rashomon.model.proposal import Means
from rashomon.model.span import Quote
from rashomon.stages.claims.gate.figures import bound_of, figure_of, sum_of, times, value_kind
from rashomon.stages.claims.gate.incidents import incident_of
from rashomon.stages.claims.gate.names import meant
from rashomon.stages.claims.gate.sought import Sought
from rashomon.stages.claims.gate.voices import chain_of, voice_of
from rashomon.stages.claims.stance import combine
from rashomon.stages.claims.stance.under import under

RULE = "proposed"


def make_claim(sought: Sought) -> Claim | None:
    """The claim; None where the quote was not found."""
    if sought.quote is None:
        return None
    one, document = sought.proposal, sought.room.view.document
    quote = Quote.cut(document.text, sought.quote.start, sought.quote.end)
    source, voice = chain_of(sought), voice_of(sought)
    left = voice.stance or "possible"
    return Claim(
        make_id("c", one.sha256, one.id),
        document.id,
        quote.start,
        quote.end,
        quote.quote,
        _subject(sought),
        one.property,
        _value(sought),
        source.chain,
        source.root,
        source.basis,
        one.stance if one.stance == "denied" else combine(left, one.stance),
        source.said_on,
        source.attribution,
        None,
        f"{one.reader}/{RULE}",
        governors=_governors(sought),
        readers=(ReadBy(one.reader, one.version, RULE),),
    )


def _subject(sought: Sought) -> Subject:
    one, incident = sought.proposal, incident_of(sought)
    who = meant(sought, one.subject).referent if one.subject else None
    return Subject(incident.id if incident else None, who, one.total)


def _value(sought: Sought) -> Value:
    """The value as the program reads it; what it cannot read stands as the words alone."""
    one = sought.proposal
    parties = tuple(Party(p.words, p.role, meant(sought, p.words).referent) for p in one.parties)
    bare = _bare(sought, value_kind(sought), one.means)
    return Value(
        bare.number, bare.bound, bare.of, earliest=bare.earliest, latest=bare.latest, referent=bare.referent,
        text=bare.text, currency=bare.currency, kind=one.kind, parties=parties,  # type: ignore[arg-type]
        part=bare.part, includes=bare.includes, excludes=bare.excludes,
    )  # fmt: skip


def _bare(sought: Sought, kind: str, means: Means) -> Value:
    text = sought.proposal.value or (None if sought.proposal.parties else sought.proposal.quote)
    if kind == "figure" and (q := figure_of(sought)) is not None:
        return Value(
            q.number,
            bound_of(sought, q),
            q.of or means.of,
            q.part,
            q.includes,
            q.excludes,
            text=None if q.number else text,
        )
    if kind == "sum" and (held := sum_of(sought)) is not None:
        return held
    if kind == "day" and (told := times(sought)):
        return Value(earliest=told[0].earliest, latest=told[0].latest, text=text)
    if kind == "phone" and (number := _phone(sought)) is not None:
        return Value(text=number)
    if kind in ("somebody", "place", "words") and sought.proposal.value:
        return Value(referent=meant(sought, sought.proposal.value).referent, text=text)
    return Value(text=text)


def _phone(sought: Sought) -> str | None:
    span = sought.value
    if span is None:
        return None
    return next(
        (p.e164 for p in sought.room.view.annotations.phones if span.touches(Quote(p.start, p.end, p.quote))), None
    )


def _governors(sought: Sought) -> tuple[Governor, ...]:
    """Every word over the quote and its value, in text order."""
    found = {}
    for sentence, n in sought.tops():
        for one in under(sentence, n):
            token = sentence.tokens[one.token]
            found[token.start] = Governor(token.start, token.end, token.text, one.cls)
    return tuple(found[start] for start in sorted(found))


def says_the_same(a: Claim, b: Claim) -> bool:
    """Whether two claims over the same words are one: property, value, whom and what incident they are about."""
    if a.property != b.property or not (a.start < b.end and b.start < a.end):
        return False
    incidents = {a.subject.occurrence, b.subject.occurrence} - {None}
    return len(incidents) < 2 and _meant(a) == _meant(b) and a.stance == b.stance


def _meant(claim: Claim) -> tuple[object, ...]:
    """What is said of whom, without words for what is known by more than words."""
    value = claim.value
    who = value.referent if claim.property in ACCUSATIONS else None
    known = value.number is not None or value.earliest is not None or value.referent is not None
    text = None if known or who else value.text
    parties = frozenset((p.referent or p.text, p.role) for p in value.parties)
    return (
        value.number, value.bound if value.number is not None else None, value.earliest, value.latest, value.referent, text,
        value.currency, parties, claim.subject.referent,
    )  # fmt: skip
