"""Who is tied to whom: works for, directs, protects, pays, supplies, handles, recruits, hosts, is a member of."""

from __future__ import annotations

from collections.abc import Iterator
from typing import cast

from rashomon.lexicon.nouns import GROUPS, is_body_noun
from rashomon.model import parts
from rashomon.model.claim import Party, Subject, TieKind, Value
from rashomon.stages.claims.contacts.party import party
from rashomon.stages.claims.draft import Draft, Told
from rashomon.stages.claims.rules.relate import by_sense, relate
from rashomon.stages.claims.rules.relations import Related
from rashomon.stages.claims.rules.ties import RULES
from rashomon.stages.claims.stance import local_stance
from rashomon.stages.claims.stretches import stretch
from rashomon.stages.claims.view import SentenceView, View

_BY_SENSE = by_sense(RULES)
_UNREAD_BLOCKS = frozenset({"boilerplate", "byline", "dateline"})
_OF_BODIES = frozenset({"directs", "member"})
_OF_STATES = frozenset({"supplies", "pays", "protects", "hosts"})
_LEADING_AWAY = ("to", "into", "through", "from", "against")


def find_ties(view: View, told: Told) -> tuple[Draft, ...]:
    """Every tie told in the document between two, one of whom at least has a name, in text order."""
    found: dict[tuple[object, ...], Draft] = {}
    for sentence in view.sentences:
        if sentence.sentence.block in _UNREAD_BLOCKS:
            continue
        for at in sentence.known:
            for related in relate(sentence, at, _BY_SENSE):
                for draft in _drafts(view, sentence, related):
                    found.setdefault((draft.at, draft.subject, draft.value), draft)
    return tuple(found.values())


def _drafts(view: View, sentence: SentenceView, related: Related) -> Iterator[Draft]:
    kind = cast("TieKind", related.cls.removeprefix("tie-"))
    stance = local_stance(sentence, related.at)
    if stance is None or _leads_away(sentence, related, kind):
        return
    ones = [
        (n, p)
        for n, role in related.sides
        if role == "from" and (p := party(view, sentence, n, "from", states=kind in _OF_STATES))
    ]
    others = [(n, p) for n, role in related.sides if role == "to" and (p := party(view, sentence, n, "to"))]
    ones = [(n, p) for n, p in ones if not _is_of_another(sentence, n, related)]
    for one_at, one in ones:
        for other_at, other in others:
            if _are_tied(view, related, one, other) and (kind not in _OF_BODIES or _is_body(view, sentence, other_at)):
                quote = sentence.quote(*stretch(sentence, (related.at, one_at, other_at)))
                yield Draft(
                    "tie", quote, sentence.tokens[related.at].start, Subject(referent=one.referent),
                    Value(kind=kind, referent=other.referent, text=other.text), related.rule.id, stance,
                )  # fmt: skip


def _are_tied(view: View, related: Related, one: Party, other: Party) -> bool:
    """Whether both are somebody, and one of them is known by name; nobody is tied to himself.

    What a noun says ("a member of") is said of people: with bodies the parser may have taken the nearest name.
    """
    if one.referent is None or one.referent == other.referent or other.text in view.referents[one.referent].name:
        return False
    if related.rule.kind == "N" and view.referents[one.referent].type != "person":
        return False
    known = [view.referents[p.referent].named for p in (one, other) if p.referent is not None]
    return any(known) and (other.referent is not None or len(other.text) > len("their"))


def _is_of_another(sentence: SentenceView, one: int, related: Related) -> bool:
    """Of "Barlas, the envoy of Velmara, a member of the League": a nearer name may be meant; no verb says which."""
    mention = sentence.mention_at(one)
    between = range(one + 1, related.at)
    if related.rule.kind != "N" or mention is None or sentence.has_verb(between):
        return False
    before = max((n for n in between if sentence.tokens[n].text == ","), default=0) - 1
    return before > one and sentence.tokens[before].is_a(parts.NAME) and sentence.tokens[before].end > mention.end


def _is_body(view: View, sentence: SentenceView, at: int) -> bool:
    """Whether a body stands at a token: only bodies are led or joined."""
    referent = view.referent_at(sentence, at)
    if referent is not None and referent.named:
        return referent.type == "organization"
    token = sentence.tokens[at]
    return is_body_noun(token) or token.lemma.lower() in GROUPS


def _leads_away(sentence: SentenceView, related: Related, kind: TieKind) -> bool:
    """Of "led the police to the hut", "directed officers to shoot": nobody's chief."""
    frame = sentence.frame(related.at)
    if kind != "directs" or frame is None:
        return False
    return bool(frame.infinitives or frame.clauses or frame.oblique(*_LEADING_AWAY))
