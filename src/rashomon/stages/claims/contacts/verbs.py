"""Contacts told by a verb: phoned, met with, negotiated with, was in contact with."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from rashomon.model.claim import ContactKind, PartyRole
from rashomon.stages.claims.actors import is_human
from rashomon.stages.claims.contacts.circumstances import channel
from rashomon.stages.claims.contacts.found import Found
from rashomon.stages.claims.contacts.mutual import is_each_other, named_beside
from rashomon.stages.claims.contacts.party import is_public
from rashomon.stages.claims.parties import doers, done_to, is_passive, subjects
from rashomon.stages.claims.view import SentenceView, View
from rashomon.stages.claims.wordlists import rows

_KINDS: dict[str, ContactKind] = {
    "call": "call", "message": "message", "meeting": "meeting", "talks": "talks", "visit": "visit",
}  # fmt: skip
_TELLING = frozenset(
    {"say", "tell", "ask", "discuss", "inform", "express", "complain", "demand", "warn", "offer", "talk"}
)
_SHOWING = frozenset({"show", "hear", "see", "record", "catch", "film", "find", "depict"})
_OPENED = frozenset({"xcomp", "ccomp", "acl", "advcl"})
_OWNING = frozenset({"deny", "admit", "acknowledge", "confirm", "recall", "remember", "report"})
_NOBODY = frozenset({"opposition", "resistance"})
EMERGENCY = frozenset(
    {"police", "911", "ambulance", "authority", "cop", "officer", "deputy", "sheriff", "firefighter",
     "responder", "paramedic", "medic", "dispatcher", "dispatch"}
)


class Contacting(NamedTuple):
    """How a verb tells a contact."""

    kind: ContactKind
    frames: tuple[str, ...]
    role: PartyRole


@cache
def contact_verbs() -> dict[str, Contacting]:
    """Verbs of contact by lemma."""
    table = rows("contacts", "verbs.tsv")
    return {
        lemma: Contacting(_KINDS[kind], tuple(frames.split(",")), "to" if role == "to" else "with")
        for lemma, kind, frames, role in table
    }


def main_sides(sentence: SentenceView, verb: int) -> list[int]:
    """Who does it; of "shows X speaking with" the X; of "denied meeting", "was arrested after meeting" who is."""
    token = sentence.tokens[verb]
    done = any(sentence.tokens[n].text.lower() == "having" for n in sentence.kids(verb, "aux"))
    if (token.tag != "VBG" and not done) or sentence.child(verb, "nsubj") is not None:
        return doers(sentence, verb)
    if token.dep in _OPENED and sentence.tokens[token.head].lemma in _SHOWING:
        shown = sentence.child(token.head, "dobj")
        if shown is not None and shown < verb:
            return sentence.conjuncts(shown)
    if token.dep == "xcomp" and sentence.tokens[token.head].lemma in _OWNING:
        return subjects(sentence, token.head)
    if token.dep == "pcomp" and sentence.tokens[token.head].lemma in {"after", "before", "by"}:
        above = sentence.tokens[token.head].head
        return subjects(sentence, above) if sentence.tokens[above].pos in {"VERB", "AUX"} else []
    return doers(sentence, verb)


def read_verb(view: View, sentence: SentenceView, at: int) -> Iterator[Found]:
    """A verb of contact with both its sides, or with a subject of several who meet one another."""
    if sentence.tokens[at].pos != "VERB":
        return
    how = contact_verbs()[sentence.tokens[at].lemma.lower()]
    passive = is_passive(sentence, at)
    if passive and how.kind == "meeting":
        return
    mains, others = main_sides(sentence, at), list(_others(sentence, at, how))
    if how.kind == "visit":
        others = [n for n in others if is_human(sentence, n)]
    if sentence.tokens[at].lemma == "meet":
        others = [n for n in others if not _is_met_as_aim(view, sentence, at, n)]
        if not others and sentence.child(at, "dobj") is not None:
            return
    kind = channel(sentence, at, how.kind)
    others = [] if is_each_other(sentence, at) else others
    if not others:
        mains = named_beside(sentence, mains)
        if passive or (how.role != "with" and not is_each_other(sentence, at)) or not _is_mutual(sentence, at, kind):
            return
        mains, others = mains[:1], mains[1:]
    sides: list[tuple[int, PartyRole]] = [(n, "from") for n in mains]
    sides += [(n, "with" if how.role != "to" else "to") for n in others]
    several = bool(others) or _is_several(sentence, mains)
    if mains and several and not any(is_public(view, sentence, n) for n, _ in sides):
        yield Found(kind, at, tuple(sides), (at,))


def _is_met_as_aim(view: View, sentence: SentenceView, at: int, other: int) -> bool:
    """Of "did not meet the Commission's threshold", "their hopes; X did not meet them": an object that is nobody."""
    token = sentence.tokens[other]
    if token.dep not in {"dobj", "conj"} or token.head != at:
        return False
    if token.text.lower() in {"them", "it"}:
        return view.referent_at(sentence, other) is None and sentence.child(at, "neg") is not None
    return not is_human(sentence, other)


def _is_mutual(sentence: SentenceView, at: int, kind: ContactKind) -> bool:
    """ "X and Y met", "the two spoke by phone"; not "X and Y spoke at the news conference"."""
    return kind != "talks" and (is_each_other(sentence, at) or sentence.child(at, "dobj", "ccomp", "prt") is None)


def _is_several(sentence: SentenceView, mains: list[int]) -> bool:
    return any(sentence.child(n, "nummod") is not None or sentence.tokens[n].text == "two" for n in mains)


def _others(sentence: SentenceView, at: int, how: Contacting) -> Iterator[int]:
    if "object" in how.frames:
        yield from (n for n in done_to(sentence, at) if sentence.tokens[n].lemma not in _NOBODY)
    for n in sentence.kids(at, "prep", "dative"):
        below = sentence.child(n, "pobj")
        if sentence.tokens[n].lemma.lower() in how.frames and below is not None:
            yield from sentence.conjuncts(below)
    found = sentence.child(at, "dobj") if "with" in how.frames and "object" not in how.frames else None
    for n in sentence.kids(found, "prep") if found is not None else ():
        below = sentence.child(n, "pobj")
        if sentence.tokens[n].lemma.lower() == "with" and below is not None:
            yield from sentence.conjuncts(below)
    for n in _nested_with(sentence, found):
        yield from sentence.conjuncts(n)


def _nested_with(sentence: SentenceView, found: int | None) -> Iterator[int]:
    """Of "discussing an exchange of prisoners with X": the X, where "with" hangs on a word inside the object."""
    if found is None:
        return
    for n in sentence.subtree(found):
        token = sentence.tokens[n]
        if token.lemma.lower() == "with" and token.head != found and n > found:
            below = sentence.child(n, "pobj")
            if below is not None:
                yield below


def read_call(view: View, sentence: SentenceView, at: int) -> Iterator[Found]:
    """ "X called Y", by telephone: one object, a person, and nothing that X calls Y."""
    aimed = any(at in f.infinitives for f in sentence.verbs)  # "managed to call": who does it is known where it was done
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
    if _is_title(sentence, other) or sentence.tokens[other].lemma.lower() in EMERGENCY:
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
        inside = _inside(sentence, at)
        if inside is None or role == "to":
            return
        kind, around = inside[0], (at, inside[1])
    for who in doers(sentence, at):
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
