"""What the rules of contact find in a sentence, without what only looks like one."""

from __future__ import annotations

from collections.abc import Iterator

from rashomon.lexicon import words
from rashomon.lexicon.frames import entries, lemma_of
from rashomon.model import parts
from rashomon.model.claim import ContactKind, PartyRole
from rashomon.stages.claims.actors import is_human
from rashomon.stages.claims.contacts.circumstances import channel
from rashomon.stages.claims.contacts.found import Found
from rashomon.stages.claims.contacts.party import is_public
from rashomon.stages.claims.rules import contact_nouns, contacts
from rashomon.stages.claims.rules.fits import TESTS
from rashomon.stages.claims.rules.relate import by_sense, relate
from rashomon.stages.claims.rules.relations import Related
from rashomon.stages.claims.view import SentenceView, View
from rashomon.stages.claims.wordlists import word_list

_BY_SENSE = by_sense((*contacts.RULES, *contact_nouns.RULES))
_KINDS: dict[str, ContactKind] = {
    "contact-call": "call", "contact-discuss": "talks", "contact-caller": "call", "contact-back": "call", "contact-named": "call", "contact-comes": "visit", "contact-told": "talks",
    "contact-reached": "talks", "contact-passed": "message", "contact-sendable": "message", "contact-briefed": "talks", "contact-interview": "talks", "contact-back-message": "message", "contact-message": "message", "contact-talks": "talks", "contact-visit": "visit",
    "contact-mutual": "talks", "contact-corresponds": "message", "contact-asked": "talks", "contact-orders": "message",
    "contact-calls-on": "visit", "contact-line": "call", "contact-line-to": "call", "contact-got-visit": "visit", "contact-heard-from": "message", "contact-answered": "message", "contact-plans": "message", "contact-passes-on": "message", "contact-words": "message", "contact-deal": "talks", "contact-comes-to": "visit",
}  # fmt: skip
_IN_PERSON = frozenset(
    {
        "contact-visit",
        "contact-received",
        "contact-seen",
        "contact-company",
        "contact-meal",
        "contact-chance",
        "contact-accompany",
        "contact-goes-with",
        "contact-comes",
        "contact-introduced",
        "contact-named",
        "contact-greets",
        "contact-fetches",
        "contact-sought",
        "contact-joins",
        "seen-with",
    }
)
_IN_COMPANY = frozenset(
    {
        "contact-interview",
        "contact-briefed",
        "contact-accompany",
        "contact-goes-with",
        "contact-fetches",
        "contact-sought",
    }
)
_TALKS = frozenset({"talk", "talks", "negotiation", "discussion", "consultation"})
_NOBODY = frozenset({"opposition", "resistance"})
_WITH_THEM = frozenset({"contact-goes-with", "contact-accompany", "seen-with", "contact-company"})


def read_related(view: View, sentence: SentenceView, at: int) -> Iterator[Found]:
    """The contacts that the rules find at a token, each with the kind that its channel gives it."""
    for found in relate(sentence, at, _BY_SENSE):
        if any(is_public(view, sentence, n) or _is_nobody(view, sentence, found, n, role) for n, role in found.sides):
            continue
        kind = channel(sentence, at, _kind(sentence, found))
        if (
            found.rule.id == "contact.together"
            and kind == "talks"
            and len(found.sides) > 1
            and not _is_counted(sentence, at)
        ):
            continue
        if found.rule.id in ("contact.hands-over", "contact.over-tea"):
            kind = "meeting"
        around = (*found.around, *_swapping(sentence, at))
        yield Found(kind, at, _by_name(view, sentence, found), around, found.rule.id, found.rule.alone)


def _is_counted(sentence: SentenceView, at: int) -> bool:
    """Of "spoke four times" the times: with each other, and not each to a crowd."""
    return any(t.text.lower() in ("times", "twice", "other") for t in sentence.tokens[at + 1 : at + 4])


def _swapping(sentence: SentenceView, at: int) -> Iterator[int]:
    """Of "the messages between X and Y, exchanged in May" the verb: its days are those of the contact."""
    for frame in sentence.verbs:
        verb = lemma_of(sentence.tokens[frame.at].text, frame.lemma, "V")
        stands = frame.at > at and at in (*frame.undergoers.fillers, *frame.doers.fillers)
        if stands and any(e.cls == "swaps-word" for e in entries().get((verb, "V"), ())):
            yield frame.at


def _kind(sentence: SentenceView, found: Related) -> ContactKind:
    """The kind of a class; who is received for talks has talks."""
    if found.cls == "contact-talks" and any(sentence.tokens[n].lemma.lower() == "number" for n, _ in found.sides):
        return "call"
    frame = sentence.frame(found.at)
    if found.cls == "contact-received" and frame is not None:
        aims = {sentence.tokens[n].lemma.lower() for n in frame.oblique("for")}
        return "talks" if aims & _TALKS else "meeting"
    return _KINDS.get(found.cls, "meeting")


def _is_nobody(view: View, sentence: SentenceView, found: Related, at: int, role: PartyRole) -> bool:
    """Whether nobody can be met at a token: things where only people can be, "them" that stands for hopes."""
    token, state = sentence.tokens[at], sentence.state(found.at)
    if found.rule.kind == "N" and found.rule.over is None and state is not None and state.subjects.fillers:
        return True  # "the attack is a message from X to Y"
    if _is_no_contact_of_theirs(sentence, found, at, role) or _is_led_away(sentence, found, at, role):
        return True
    if token.lemma.lower() == "client" and role != "from":
        return True  # a lawyer speaks with his client
    if (found.rule.alone or found.cls == "contact-named") and (
        token.lemma.lower() in word_list("contacts", "emergency.txt") or any(c.isdigit() for c in token.text)
    ):
        return True
    if found.cls in _IN_PERSON and role != "from" and not is_human(sentence, at):
        return True
    if found.cls == "contact-received" and role != "from" and _is_whoever_comes(sentence, at):
        return True
    if found.cls == "contact-seen" and token.lemma.lower() in words("en-kin.txt"):
        return True
    unmet = any(sentence.tokens[n].text.lower() in ("not", "n't") for n in range(max(0, found.at - 3), found.at))
    empty = token.text.lower() in ("them", "it") and view.referent_at(sentence, at) is None
    return token.lemma.lower() in _NOBODY or (unmet and empty)


def _is_whoever_comes(sentence: SentenceView, at: int) -> bool:
    """Of "receives visitors on Sundays" whoever comes: a plural without a name, an article or a number."""
    token = sentence.tokens[at]
    return token.is_a(parts.PLURAL) and token.is_a(parts.COMMON_NOUN) and sentence.subtree(at)[0] == at


def _is_no_contact_of_theirs(sentence: SentenceView, found: Related, at: int, role: PartyRole) -> bool:
    """Of police that interview or accompany somebody their work, of who goes with his wife no contact of the affair."""
    lemma = sentence.tokens[at].lemma.lower()
    if found.cls not in _IN_COMPANY:
        return False
    mention = sentence.mention_at(at)
    if role == "from" and found.cls == "contact-interview" and mention is not None and mention.type == "organization":
        return True
    return lemma in words("en-law.txt") if role == "from" else lemma in words("en-kin.txt") | words("en-law.txt")


def _is_led_away(sentence: SentenceView, found: Related, at: int, role: PartyRole) -> bool:
    """Of "gunmen drove off with the clerk" no meeting of theirs: who is taken along is taken."""
    if found.cls not in _WITH_THEM:
        return False
    off = any(t.text.lower() in ("off", "away") for t in sentence.tokens[found.at + 1 : found.at + 3])
    taken = role == "from" and (off or TESTS["hostage"](sentence, at)) and TESTS["fighter"](sentence, at)
    return taken or (off and role != "from" and sentence.tokens[at].text.lower() in ("them", "him", "her"))


def _by_name(view: View, sentence: SentenceView, found: Related) -> tuple[tuple[int, PartyRole], ...]:
    """Of "the two men, X and Y" the X and the Y; otherwise those given."""
    if len(found.sides) != 1:
        return found.sides
    one = found.sides[0][0]
    named = [n for n, t in enumerate(sentence.tokens) if t.is_a(parts.NAME) and _is_called(sentence, n, one)]
    if len(named) < 2:
        return found.sides
    return ((named[0], "from"), *((n, "with") for n in named[1:]))


def _is_called(sentence: SentenceView, name: int, group: int) -> bool:
    state = sentence.state(name)
    return state is not None and group in state.subjects.fillers
