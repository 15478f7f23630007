"""On whose word it stands and how surely: the proposal's speaker, cue and stance against the words over the claim."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from functools import cache, lru_cache
from typing import NamedTuple

from rashomon.lexicon.frames import entries
from rashomon.lexicon.operators import SPEECH, class_of, effect_of
from rashomon.model.annotation import Token
from rashomon.model.claim import ACCUSATIONS, COUNTS, ChainLink, Stance, Subject, Value
from rashomon.model.clause import Effect, Operator
from rashomon.model.span import Quote, Span
from rashomon.stages.claims.attribution.cues import adjectives, kinds, nouns, verbs
from rashomon.stages.claims.chain import Sourcing, head_links
from rashomon.stages.claims.draft import Draft
from rashomon.stages.claims.gate.objections import Objection, objection
from rashomon.stages.claims.gate.people import Meant, same_words
from rashomon.stages.claims.gate.sought import Sought
from rashomon.stages.claims.stance import combine
from rashomon.stages.claims.stance.under import RANK, stance_of, under
from rashomon.stages.claims.wordlists import rows
from rashomon.text.fold import fold

_TELLING = SPEECH | {"know", "evidence", "judge", "ask", "notion", "certain", "unclear", "perceive"}
_ACCUSING = ("accuse", "blame", "suspect", "charge", "name-as", "named-as", "hold-responsible", "lay-blame", "bring-charges",
             "charges-noun", "claim-deed", "confess", "responsible", "guilty", "convict", "acquit")  # fmt: skip
_ASKS = "?"
_BOUNDING = frozenset({"near", "general"})
_ACCORDING = frozenset({"accord", "according", ":"})
_OF_INTENT = ACCUSATIONS | {"wanted"}
"""Properties whose own words are often those of a plan, an order or a wish."""
_BESIDE = 60
"""Characters around a sentence in which speaker and cue may stand; in a language without frames also between the two."""


class Voice(NamedTuple):
    """Whose word it is as the program reads it: the chain, and what the words over the claim leave of an assertion.

    `stance` is None where they tell of no event; `over` are those words, the weakest of them last.
    """

    sourcing: Sourcing
    stance: Stance | None
    over: tuple[str, ...]


@lru_cache(maxsize=1)
def voice_of(sought: Sought) -> Voice:
    """The chain and the stance over the words of a proposal."""
    tops = list(sought.tops())
    held = [(stance_of(under(s, n)), s, n) for s, n in tops]
    worst = max(held, key=lambda h: RANK[_effect(h[0])], default=None)
    stance = worst[0] if worst else "asserted"
    at = tops[0][0].tokens[tops[0][1]].start if tops else sought.carrying.start
    quote = Quote.cut(sought.room.view.text, sought.carrying.start, sought.carrying.end)
    prop = sought.proposal.property
    draft = Draft(prop, quote, at, Subject(), Value(), "proposed", stance or "possible")
    sourcing = sought.room.chains.sourcing(draft, on_cue=prop in ACCUSATIONS)
    words = _words(worst[1].tokens, under(worst[1], worst[2])) if worst else ()
    left = combine(sourcing.stance, "alleged") if _by_nobody(sought, sourcing) else sourcing.stance
    return Voice(sourcing, None if stance is None else left, words)


def _by_nobody(sought: Sought, sourcing: Sourcing) -> bool:
    """Whether somebody is suspected, and nobody is named who suspects him: that is alleged."""
    own = len(sourcing.chain) == len(head_links(sought.room.view.document))
    return sought.proposal.property == "suspect" and sought.proposal.speaker is None and own


def _effect(stance: Stance | None) -> Effect:
    return "none" if stance is None else "pass" if stance == "asserted" else stance


def _words(tokens: tuple[Token, ...], over: tuple[Operator, ...]) -> tuple[str, ...]:
    ranked = sorted(over, key=lambda o: RANK[o.effect])
    return tuple(tokens[o.token].text for o in ranked if o.effect != "pass")


def check_stance(sought: Sought) -> Iterator[Objection]:
    """The stance is not stronger than the words over the claim allow, nor a denial that no word makes."""
    if sought.quote is None or not sought.room.view.document.claims_read:
        return
    voice, said = voice_of(sought), sought.proposal.stance
    words = " ... ".join(voice.over) or sought.proposal.quote
    if voice.stance is None:
        if said not in ("denied", "possible"):
            yield objection("planned" if sought.proposal.property in _OF_INTENT else "not_told", words)
    elif voice.stance == "denied" and said != "denied":
        # The missing are told of by what has not been: found, heard from, accounted for. Whether it is that, a person sees.
        yield objection("doubtful" if sought.proposal.property == "missing" else "negated", words)
    elif said == "denied" and voice.stance != "denied":
        yield objection("undenied", sought.proposal.quote)
    elif RANK[_effect(said)] < RANK[_effect(voice.stance)]:
        yield objection("stronger", voice.stance, said)


def check_cue(sought: Sought) -> Iterator[Objection]:
    """The cue is a word of saying, knowing or accusing."""
    cue = sought.proposal.cue
    if cue is None or not sought.room.view.document.claims_read:
        return
    for span in sought.room.text.find(cue, sought.passage):
        tokens = [t for v in sought.room.sentences(span) for t in v.tokens if span.start <= t.start < span.end]
        if any(_tells(t) for t in tokens):
            return
    yield objection("cue_word", cue)


def _tells(token: Token) -> bool:
    """Whether a word, as verb, noun or adjective, is one of saying, knowing, showing or accusing."""
    lemma = token.lemma.lower()
    if lemma in _ACCORDING or any(class_of(lemma, pos) in _TELLING for pos in "VNA"):
        return True
    listed = (
        lemma in verbs() or lemma in nouns() or lemma in adjectives() or kinds().get(lemma) in ("document", "record")
    )
    return listed or any(e.cls in _ACCUSING for pos in "VNA" for e in entries().get((lemma, pos), ()))


def check_speaker(sought: Sought) -> Iterator[Objection]:
    """The speaker is somebody of the document and the one whom the words over the claim name."""
    if sought.quote is None:
        return
    words, ours = _speaker(sought), speaker_read(sought)
    if words is None:
        if ours is not None:
            yield objection("speaker_dropped", ours.name)
        elif said := _saying(sought):
            yield objection("cue_unclaimed", said)
        return
    found = sought.room.people.meant(words, sought.carrying)
    if found.stands is None and found.referent is None:
        yield objection("invented_name", words)
    elif ours is not None:
        if not _same(sought, ours, words, found):
            yield objection("speaker_other", ours.name, words)
    elif not _beside_cue(sought, words):
        yield objection("speaker_unread", words)


def _saying(sought: Sought) -> str | None:
    """A word of saying in the sentence of a figure for which no speaker is named."""
    if sought.proposal.means.number is None:
        return None
    words = [t for v in sought.sentences for t in v.tokens]
    return next(
        (t.text for t in words if t.lemma.lower() in _ACCORDING or class_of(t.lemma.lower(), "V") in SPEECH), None
    )


def _speaker(sought: Sought) -> str | None:
    """The speaker's words; None where the report itself speaks."""
    words = sought.proposal.speaker
    own = {fold(link.name) for link in head_links(sought.room.view.document)}
    return None if words is None or fold(words) in own else words


def speaker_read(sought: Sought) -> ChainLink | None:
    """The innermost speaker as the program reads it; None where the report itself speaks, as far as it sees."""
    head = head_links(sought.room.view.document)
    chain = voice_of(sought).sourcing.chain
    return chain[-1] if len(chain) > len(head) else None


def _same(sought: Sought, ours: ChainLink, words: str, found: Meant) -> bool:
    if ours.referent is not None and ours.referent == found.referent:
        return True
    names = (ours.name, *(sought.room.people.names(ours.referent) if ours.referent else ()))
    return any(same_words(words, name) for name in names)


def _beside_cue(sought: Sought, words: str) -> bool:
    """Whether the speaker stands beside the cue, in the sentence of the quote or the one next to it."""
    cue, room, around = sought.proposal.cue, sought.room, sought.around
    if cue is None:
        return False
    near = Span(max(0, around.start - _BESIDE), min(len(room.view.text), around.end + _BESIDE))
    cues, speakers = room.text.find(cue, near), room.text.find(words, near)
    apart = 1 if room.view.document.claims_read else _BESIDE
    return any(max(0, c.start - s.end, s.start - c.end) <= apart for c in cues for s in speakers)


def chain_of(sought: Sought) -> Sourcing:
    """The chain of the claim: as the program reads it, or with the speaker that it sees nowhere."""
    ours, words = speaker_read(sought), _speaker(sought)
    sourcing = voice_of(sought).sourcing
    if words is None and ours is None:
        return sourcing
    found = sought.room.people.meant(words, sought.carrying) if words else None
    if words is None or (ours is not None and found is not None and _same(sought, ours, words, found)):
        return sourcing
    head = head_links(sought.room.view.document)
    referent = found.referent if found else None
    kind = kinds().get(fold(words.split()[-1])) or ("person" if referent else "anonymous")
    link = ChainLink(words, kind, referent)
    root = len(head) if referent and sought.room.view.referents[referent].named else None
    return replace(sourcing, chain=(*head, link), root=root, basis="second_hand", attribution=None, said_on=None)


def check_doubts(sought: Sought) -> Iterator[Objection]:
    """Words of negation, condition and doubt: in a figure's quote, and where frames are not read listed ones in its sentence."""
    document = sought.room.view.document
    if sought.quote is None:
        return
    if document.claims_read:
        if hedges := _hedges(sought):
            yield objection("doubtful", " ... ".join(hedges))
        return
    known = doubts().get((document.language or "").split("-")[0])
    if known is None:
        yield objection("language")
        return
    said = "".join(c if c.isalnum() else " " for c in sought.said(sought.around).casefold()).split()
    if found := [w for w in said if w in known]:
        yield objection("doubtful", " ... ".join(dict.fromkeys(found)))


def _hedges(sought: Sought) -> list[str]:
    """What in an asserted claim's quote leaves less than an assertion, whatever the parse hangs on it; of an accusation what denies."""
    if sought.proposal.stance not in ("asserted", "alleged"):
        return []
    asked = [_ASKS for v in sought.sentences if v.text[: v.sentence.end].rstrip("\"'”’)").endswith(_ASKS)]
    span = sought.carrying
    inside = [t for v in sought.sentences for t in v.tokens if span.start <= t.start < span.end]
    figure = sought.proposal.property in (*COUNTS, "found") and sought.proposal.stance == "asserted"
    return asked + [t.text for t in inside if t.text.lower() in doubts()["en"] or _is_hedge(t, figure=figure)]


def _is_hedge(token: Token, *, figure: bool) -> bool:
    return any(_hedging(class_of(token.lemma.lower(), pos), figure=figure) for pos in "VRADN")


def _hedging(cls: str | None, *, figure: bool) -> bool:
    if cls is None or cls in _BOUNDING:
        return False
    effect = effect_of(cls, negated=False)
    return effect != "pass" if figure else effect == "denied"


@cache
def doubts() -> dict[str, frozenset[str]]:
    """Words of negation, condition and doubt by language."""
    return {language: frozenset(words.split()) for language, words in rows("gate", "doubts.tsv")}
