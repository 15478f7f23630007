"""Whom "they" means where one group alone can be meant, and whose people "the gunmen" are of whom the text has told."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from rashomon.lexicon.nouns import is_person_noun
from rashomon.model import parts
from rashomon.model.annotation import Mention
from rashomon.stages.claims.accusations.accused import Accused
from rashomon.stages.claims.accusations.members import are_members, bodies_beside
from rashomon.stages.claims.actors import Actor, actor
from rashomon.stages.claims.view import SentenceView, View

_THEY = frozenset({"they", "them"})
_KNOWN = frozenset({"the", "these", "those"})


def group_meant(view: View, sentence: SentenceView, accused: Accused) -> list[Actor]:
    """Those whom "they" means: the one group of the sentence, else the one that the sentence before is about; nobody where two may be."""
    token = sentence.tokens[accused.who]
    if token.text.lower() not in _THEY:
        return []
    if any(accused.at in f.clauses or not set(f.clauses).isdisjoint(sentence.up(accused.at)) for f in sentence.verbs):
        return []  # "relatives said they killed him": others may be meant
    own = sentence.frame(accused.at)
    barred = set() if own is None or token.text.lower() == "they" else {*own.doers.fillers, *own.subjects.fillers}
    here = [m for m in _groups(sentence) if m.end <= token.start and m.head not in barred]
    before = sentence.before
    if here or before is None or before.sentence.paragraph != sentence.sentence.paragraph:
        return _of(view, sentence, here, accused)
    return _of(view, before, _groups(before), accused)


def body_told_before(view: View, sentence: SentenceView, at: int) -> Iterator[Actor]:
    """Of "gunmen of the Lake Front fled. The gunmen had shot nine" the Front: whose people the last ones were."""
    token = sentence.tokens[at]
    if not are_members(token) or not _is_known(sentence, at) or list(bodies_beside(sentence, at)):
        return
    for there in reversed(view.sentences[: sentence.sentence.index]):
        for n, other in reversed(list(enumerate(there.tokens))):
            if other.lemma == token.lemma and other.is_a(parts.COMMON_NOUN) and not _is_bare_known(there, n):
                found = [actor(view, there, k) for k in bodies_beside(there, n)]
                yield from (replace(one, token=at) for one in found if one is not None)
                return


def _groups(sentence: SentenceView) -> list[Mention]:
    """The groups of people and bodies that a sentence speaks of."""
    acting = (m for m in sentence.mentions if m.type in ("person", "organization") and m.form != "pronoun")
    return [
        m for m in acting if m.type == "organization" or _is_plural(sentence, m.head) or _is_listed(sentence, m.head)
    ]


def _of(view: View, there: SentenceView, groups: list[Mention], accused: Accused) -> list[Actor]:
    """The one group that a sentence is about, with those joined to it and the bodies whose people they are; nobody beside others."""
    about = {n for f in there.verbs for n in f.subjects.fillers}
    first = next((m.head for m in groups if m.head in about and _is_plural(there, m.head)), None)
    if first is None:
        return []
    who = [first, *(n for n in there.conjuncts(first) if n != first)]
    mine = [k for n in who for k in (n, *bodies_beside(there, n))]
    singly = (m.head for m in there.mentions if m.type == "person" and m.form != "pronoun" and m not in groups)
    if any(m.head not in mine for m in groups) or not about.isdisjoint(singly):
        return []
    found = [actor(view, there, n) for n in mine]
    return [replace(one, token=accused.who) for one in found if one is not None]


def _is_plural(sentence: SentenceView, at: int) -> bool:
    token = sentence.tokens[at]
    return token.is_a(parts.PLURAL_NOUN) and is_person_noun(token)


def _is_listed(sentence: SentenceView, at: int) -> bool:
    return sentence.tokens[at].is_a(parts.JOINED) or len(sentence.conjuncts(at)) > 1


def _is_known(sentence: SentenceView, at: int) -> bool:
    """ "The gunmen": people spoken of before."""
    return any(sentence.tokens[n].text.lower() in _KNOWN for n in sentence.children[at] if n < at)


def _is_bare_known(sentence: SentenceView, at: int) -> bool:
    return _is_known(sentence, at) and not list(bodies_beside(sentence, at))
