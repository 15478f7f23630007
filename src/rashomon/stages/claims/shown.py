"""What this room saw of one claim, in words: for whoever asks why it was read so."""

from __future__ import annotations

from collections.abc import Iterator

from rashomon.lexicon.frames import entries
from rashomon.lexicon.operators import class_of, effect_of, row_of
from rashomon.model import parts
from rashomon.model.annotation import Annotations, Token
from rashomon.model.claim import Claim
from rashomon.model.clause import Frame, Role
from rashomon.model.document import Document
from rashomon.model.ledger import Filled, FrameTold, Governing, ReadAnew, SentenceTold, Weighed, WordTold
from rashomon.model.span import Quote
from rashomon.stages.claims import drafts_of
from rashomon.stages.claims.draft import Draft
from rashomon.stages.claims.listed import read_listed
from rashomon.stages.claims.pointer import POINTER, told_by
from rashomon.stages.claims.pointer.contacts import TABLE as CONTACTS
from rashomon.stages.claims.pointer.contacts import weighed_pairs
from rashomon.stages.claims.pointer.hearing import heard_pair, heard_place, of_summed
from rashomon.stages.claims.pointer.weighing import speaking_most
from rashomon.stages.claims.rules.tried import tried
from rashomon.stages.claims.stance import local_stance, under
from rashomon.stages.claims.view import SentenceView

_LOUDEST = 8
_WHAT = {"guilt.tsv": "accused", "custody.tsv": "held", "verdicts.tsv": "convicted", CONTACTS: "in contact"}
_KINDS = {"V": "verb", "N": "noun", "A": "adjective"}


def show_claim(document: Document, annotations: Annotations, claim: Claim) -> ReadAnew | None:
    """The word, frames and governing words of a claim; None where no rule of this version gives it.

    Of a language without a parser the words of the claim are all there is: it has no frames.
    """
    if not document.claims_read:
        listed = any(c.id == claim.id for c in read_listed(document, annotations).claims)
        return ReadAnew(Quote(claim.start, claim.end, claim.quote), (), (), claim.stance) if listed else None
    view, drafts = drafts_of(document, annotations)
    draft = next((d for d in drafts if _is_of(d, claim)), None)
    sentence = view.sentence_at(draft.at) if draft else None
    if draft is None or sentence is None:
        return None
    at = sentence.token_at(draft.at)
    frames = tuple(told for n in _framed(sentence, at) for told in _frames(sentence, n))
    over = tuple(
        Governing(sentence.quote(o.token, o.token), o.cls, o.effect, _row_of(sentence, o.token, o.cls))
        for o in under(sentence, at)
    )
    weighed = tuple(
        w for w in _weighed(sentence, draft.property) if draft.by == POINTER and w.word == sentence.quote(at, at)
    )
    return ReadAnew(sentence.quote(at, at), frames, over, local_stance(sentence, at), weighed)


def show_sentence(document: Document, annotations: Annotations, at: int) -> SentenceTold | None:
    """The words of the sentence at an offset, with the rules that they wake and what those lack; None outside running text."""
    sentence = drafts_of(document, annotations)[0].sentence_at(at)
    if sentence is None:
        return None
    words = tuple(
        WordTold(told, tried(sentence, n)) for n in range(len(sentence)) for told in list(_frames(sentence, n))[:1]
    )
    return SentenceTold(
        tuple(w for w in words if w.senses or w.frame.kind.startswith("verb")),
        tuple(_governing(sentence)),
        tuple(_weighed(sentence)),
    )


def _weighed(sentence: SentenceView, prop: str | None = None) -> Iterator[Weighed]:
    """Whom the pointer sees, or half sees, accused, held, convicted or in contact, with what spoke for and against it; of one property or of all."""
    for table, place, likely in told_by(sentence, prop):
        who = _said(sentence, place.who)
        loudest = _loudest(table, place.features, heard_place(sentence, place, table))
        yield Weighed(
            who, place.role, sentence.quote(place.frame.at, place.frame.at), _WHAT[table], round(likely, 2), loudest
        )
    for pair, likely in weighed_pairs(sentence) if prop in (None, "contact") else ():
        who = f"{_said(sentence, pair.first.who)} and {_said(sentence, pair.second.who)}"
        loudest = _loudest(CONTACTS, pair.features, heard_pair(sentence, pair))
        yield Weighed(
            who, pair.ways, sentence.quote(pair.frame.at, pair.frame.at), _WHAT[CONTACTS], round(likely, 2), loudest
        )


def _loudest(table: str, features: tuple[str, ...], heard: float | None) -> tuple[tuple[str, float], ...]:
    """What spoke loudest: what the encoder hears first, where it was asked, each by its share in the sum."""
    told = [(name, round(of_summed(table) * weight, 2)) for name, weight in speaking_most(table, features, _LOUDEST)]
    return (*(() if heard is None else (("(what the encoder hears)", round(heard, 2)),)), *told)


def _row_of(sentence: SentenceView, at: int, cls: str) -> str | None:
    """The row that gives a word over a claim its class."""
    lemma = sentence.tokens[at].lemma.lower()
    return next((row_of(lemma, pos) for pos in "VNARMP" if class_of(lemma, pos) == cls), None)


def _governing(sentence: SentenceView) -> Iterator[Governing]:
    for n, token in enumerate(sentence.tokens):
        for pos in "VNARMP":
            cls = class_of(token.lemma.lower(), pos) if token.text.isalpha() else None
            if cls is not None and pos in _kind_of(token):
                row = row_of(token.lemma.lower(), pos)
                yield Governing(sentence.quote(n, n), cls, effect_of(cls, negated=False), row)


def _kind_of(token: Token) -> str:
    """The parts of speech under which a word may be listed as an operator."""
    kinds = (
        (parts.VERB, "VM"),
        (parts.NAME | parts.NOUN, "N"),
        (parts.ADJECTIVE, "A"),
        (parts.ADVERB, "R"),
        (parts.PREPOSITION, "P"),
    )
    return "".join(letters for part, letters in kinds if token.is_a(part))


def _is_of(draft: Draft, claim: Claim) -> bool:
    where = (draft.quote.start, draft.quote.end) == (claim.start, claim.end)
    return where and draft.property == claim.property and draft.reader in {r.rule for r in claim.readers}


def _framed(sentence: SentenceView, at: int) -> tuple[int, ...]:
    """The nearest token, itself or above, that opens a frame."""
    return next(((n,) for n in (at, *sentence.up(at)) if sentence.frame(n) or sentence.state(n)), ())


def _frames(sentence: SentenceView, at: int) -> Iterator[FrameTold]:
    for frame in (sentence.frame(at), sentence.state(at)):
        if frame is not None:
            classes = dict.fromkeys(e.cls for e in entries().get((frame.lemma, frame.kind), ()))
            kind = _KINDS[frame.kind] + (", passive" if frame.passive else "")
            yield FrameTold(sentence.quote(at, at), kind, tuple(classes), tuple(_places(sentence, frame)))


def _places(sentence: SentenceView, frame: Frame) -> Iterator[Filled]:
    roles = {
        "doers": frame.doers,
        "undergoers": frame.undergoers,
        "subjects": frame.subjects,
        "recipients": frame.recipients,
    }
    yield from (_role(sentence, name, role) for name, role in roles.items() if role.fillers or role.open)
    for one in frame.obliques:
        if one.heads:
            yield Filled(f"“{one.by}”", _words(sentence, one.heads))
    single = {"possessor": () if frame.possessor is None else (frame.possessor,), "named": frame.named,
              "clauses": frame.clauses, "infinitives": frame.infinitives}  # fmt: skip
    yield from (Filled(name, _words(sentence, found)) for name, found in single.items() if found)


def _role(sentence: SentenceView, name: str, role: Role) -> Filled:
    return Filled(name, _words(sentence, role.fillers), role.step, _words(sentence, role.open), role.why)


def _words(sentence: SentenceView, tokens: tuple[int, ...]) -> tuple[str, ...]:
    return tuple(_said(sentence, n) for n in tokens)


def _said(sentence: SentenceView, at: int) -> str:
    """The mention at a token, else the token alone: a whole clause would hide which word is meant."""
    mention = sentence.mention_at(at)
    return mention.quote if mention is not None and mention.head == at else sentence.tokens[at].text
