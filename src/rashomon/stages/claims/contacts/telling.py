"""Contacts that take more than a frame: "X called Y", by telephone, and what is told in a call, by phone, in a letter."""

from __future__ import annotations

from collections.abc import Iterator

from rashomon.model.claim import ContactKind, PartyRole
from rashomon.stages.claims.contacts.circumstances import channel
from rashomon.stages.claims.contacts.found import Found
from rashomon.stages.claims.contacts.party import is_public
from rashomon.stages.claims.parties import doers, is_passive
from rashomon.stages.claims.rules.doing import done_by
from rashomon.stages.claims.view import SentenceView, View
from rashomon.stages.claims.wordlists import word_list

_TELLING = frozenset(
    {"say", "tell", "ask", "discuss", "inform", "express", "complain", "demand", "warn", "offer", "talk"}
)


def read_call(view: View, sentence: SentenceView, at: int) -> Iterator[Found]:
    """ "X called Y", by telephone: one object, a person, and nothing that X calls Y."""
    aimed = any(
        at in f.infinitives for f in sentence.verbs
    )  # "managed to call": who does it is known where it was done
    if sentence.tokens[at].pos != "VERB" or (sentence.tokens[at].tag == "VB" and not aimed) or is_passive(sentence, at):
        return
    given = [n for n in sentence.kids(at, "dobj", "oprd", "ccomp", "acomp", "prt") if sentence.tokens[n].pos != "NUM"]
    if len(given) != 1 or sentence.tokens[given[0]].dep not in {"dobj", "oprd"}:
        return
    other = given[0]
    purpose = next(sentence.kids(at, "xcomp", "advcl"), None)
    if purpose is not None and sentence.tokens[purpose].tag == "VB" and sentence.tokens[purpose].lemma not in _TELLING:
        return
    if any(sentence.tokens[n].lemma == "as" for n in sentence.kids(at, "prep")):
        return
    if _is_title(sentence, other) or sentence.tokens[other].lemma.lower() in word_list("contacts", "emergency.txt"):
        return
    if sentence.tokens[other].dep == "oprd" and not _is_person_name(sentence, other):
        return
    for who in doers(sentence, at):
        if not is_public(view, sentence, who) and not is_public(view, sentence, other):
            yield Found("call", at, ((who, "from"), (other, "to")), (at,))


def _is_title(sentence: SentenceView, at: int) -> bool:
    """True where quotation marks follow: called the man "...", or only a name for a thing is given."""
    after = [t.text for t in sentence.tokens[at + 1 : at + 2]]
    saying = [t.tag for t in sentence.tokens[at + 2 : at + 3]] == ["VBG"]  # called him “asking for help”
    return bool(after) and after[0] in {'"', "“", "'", "‘", "``"} and not saying


def _is_person_name(sentence: SentenceView, at: int) -> bool:
    mention = sentence.mention_at(at)
    return mention is not None and mention.form == "name" and mention.type == "person"


def read_tell(view: View, sentence: SentenceView, at: int) -> Iterator[Found]:
    """ "X told Y by phone", "X reached Y by radio", "in a call X tells Y"."""
    other = sentence.child(at, "dobj", "dative")
    kind = channel(sentence, at, "talks")
    around: tuple[int, ...] = (at,)
    if other is None or is_public(view, sentence, other):
        return
    role: PartyRole = "with" if sentence.tokens[at].lemma == "tell" else "to"
    if kind == "talks":
        inside = _inside(sentence, at) or _inside(sentence, sentence.tokens[at].head)
        if inside is None or role == "to":
            return
        kind, around = inside[0], (at, inside[1])
    frame = sentence.frame(at)
    for who in done_by(sentence, frame) if frame is not None else ():
        if who != other and not is_public(view, sentence, who):
            yield Found(kind, at, ((who, "from"), (other, role)), around)


def _inside(sentence: SentenceView, at: int) -> tuple[ContactKind, int] | None:
    """The call or recording in which something is told, with its token."""
    for n in sentence.kids(at, "prep"):
        below = sentence.child(n, "pobj")
        if below is None or sentence.tokens[n].lemma.lower() not in {"in", "during", "on"}:
            continue
        lemma = sentence.tokens[below].lemma.lower()
        if lemma in {"call", "intercept", "wiretap", "recording"}:
            return "call", below
        if lemma in {"meeting", "letter", "message", "email", "e-mail"}:
            return ("meeting" if lemma == "meeting" else "message"), below
    return None
