"""One side of a contact: a name, a noun for a person or a body, or a pronoun."""

from __future__ import annotations

import re
from functools import cache

from rashomon.lexicon.nouns import is_person_noun
from rashomon.model import parts
from rashomon.model.annotation import Mention
from rashomon.model.claim import Party, PartyRole
from rashomon.stages.claims.accusations.pronouns import is_bystander, is_other_gender
from rashomon.stages.claims.actors import Actor, actor, chunk, is_human
from rashomon.stages.claims.contacts.lines import is_line
from rashomon.stages.claims.first_person import speaker_of
from rashomon.stages.claims.parties import own_subject
from rashomon.stages.claims.rules.on_trial import on_trial
from rashomon.stages.claims.view import SentenceView, View
from rashomon.stages.claims.wordlists import rows, word_list
from rashomon.text.fold import fold

_PERSONAL = frozenset({"i", "he", "she", "they", "we", "him", "her", "them", "me", "us", "his", "their", "who", "whom"})
_UNPERSONAL = frozenset(["GPE", "LOC", "FAC", "DATE", "TIME", "EVENT", "PRODUCT", "MONEY", "LAW", "WORK_OF_ART"])
_TOLD_OF = 4
_ME = frozenset({"i", "me"})
_HE = frozenset({"he", "she", "him", "her", "his"})
_SOURCES = frozenset({"source", "official", "spokesman", "spokeswoman", "spokesperson", "officer"})
_LONG = 7
_ENDS = frozenset({",", ".", ";", ":", "–", "—", ")"})
_CALL_SIGN = re.compile(r"[WK][A-Z]{2,3}(-?TV)?$|\w+ ?\d+$")


def party(view: View, sentence: SentenceView, at: int, role: PartyRole, *, states: bool = False) -> Party | None:
    """The party at a token, or None where nobody stands there.

    A pronoun that nobody is certain for has no referent. With `states` a place that is named may be one side of talks.
    """
    at = _antecedent(sentence, at)
    if role == "from" and sentence.tokens[at].lemma.lower() in word_list("contacts", "channels.tsv"):
        return None  # "contacted by Skype": whoever it was, by that channel
    if sentence.tokens[at].text.lower() in word_list("contacts", "occasions.txt"):
        return None
    found = actor(view, sentence, at)
    if found is not None and not _is_source(view, sentence, at, found):
        behind = None if found.name or _is_named(view, found.referent) else _set_behind(view, sentence, at)
        if behind is not None:
            return Party(behind.quote, role, behind.referent)
        return Party(found.words.quote, role, found.referent or _titled(view, sentence, found))
    token = sentence.tokens[at]
    one = _set_behind(view, sentence, at) if token.text.lower() in word_list("contacts", "ordinals.txt") else None
    if one is not None:
        return Party(one.quote, role, one.referent)
    word = token.text
    if token.is_a(parts.NAME) and token.ent[2:] not in _UNPERSONAL and sentence.mention_at(at) is None:
        return Party(chunk(sentence, at).quote, role, _only_one_called(view, word))
    if word.lower() in _HE | _ME:
        return Party(word, role, _meant(view, sentence, at))
    if (word.lower() == "its" or (word.lower() == "it" and role in ("payer", "payee"))) and (
        body := _body_speaking(view, sentence, at)
    ) is not None:
        return Party(word, role, body)
    beside = _named_beside(sentence, at)
    if beside is not None:
        return Party(beside.quote, role, beside.referent)
    if word.lower() in {"two", "both"}:
        return Party(sentence.quote(max(0, at - 1), at).quote if word.lower() == "two" else word, role)
    of = _of_whom(sentence, at)
    if of is not None:
        return Party(sentence.quote(at, of).quote, role)
    if states and token.is_a(parts.NAME):
        mention = sentence.mention_at(at)
        return Party(mention.quote if mention else word, role, mention.referent if mention else None)
    return Party(word, role) if word.lower() in _PERSONAL else None


def _meant(view: View, sentence: SentenceView, at: int) -> str | None:
    """Whom an "I" or an open "he" means: who speaks, if he has a name, else the one person near whom it can mean."""
    word = sentence.tokens[at].text.lower()
    speaker = speaker_of(view, sentence, at) if word in _ME | {"he", "she"} else None
    known = view.referents.get(speaker.referent or "") if speaker else None
    himself = word in _ME or (known is not None and known.named and not is_bystander(view, known))
    if known is not None and himself and not is_other_gender(view, known, word):
        return known.id
    near = on_trial(view, sentence, at, sentence.tokens[at].head)
    return None if near is None else near.referent


def _is_source(view: View, sentence: SentenceView, at: int, one: Actor) -> bool:
    """Whether a "he" was taken for a source that nobody names: "a source said that he" is of another."""
    name = view.referents[one.referent].name.lower().split() if one.referent else []
    return sentence.tokens[at].text.lower() in _HE and bool(name) and name[-1] in _SOURCES


def _set_behind(view: View, sentence: SentenceView, n: int) -> Mention | None:
    """Of "the chief of police, X, at nine" X, whom the parser hangs elsewhere; of "the chief, X and Y" nobody."""
    token = sentence.tokens[n]
    somebody = is_person_noun(token) or token.text.lower() in word_list("contacts", "ordinals.txt")
    if not somebody or token.is_a(parts.PLURAL):
        return None
    words = [t.text for t in sentence.tokens]
    comma = next((k for k in range(n + 1, min(n + _LONG, len(words))) if words[k] == ","), None)
    if comma is None or (comma > n + 1 and words[n + 1] != "of") or sentence.has_verb(range(n + 1, comma)):
        return None
    start = sentence.tokens[comma].end + 1
    found = next(
        (m for m in sentence.mentions if m.type == "person" and m.start == start and m.form != "pronoun"), None
    )
    if found is not None and found.form != "name" and not _is_named(view, found.referent):
        return None
    after = None if found is None else sentence.token_at(found.end - 1) + 1
    return found if after is not None and after < len(words) and words[after] in _ENDS else None


def _is_named(view: View, referent: str | None) -> bool:
    return referent is not None and view.referents[referent].named


def _titled(view: View, sentence: SentenceView, one: Actor) -> str | None:
    """Of "Prince X", whose title the name lacks, the X."""
    mention = sentence.mention_at(one.token)
    if mention is None or mention.form != "name" or mention.type != "person" or mention.end != one.words.end:
        return None
    before = one.words.quote.removesuffix(mention.quote).lower().split()
    return mention.referent if len(before) == 1 and before[0] in _titles() else None


@cache
def _titles() -> frozenset[str]:
    return frozenset(line.lower() for (line, *_) in rows("names", "titles.txt"))


def _only_one_called(view: View, word: str) -> str | None:
    """The one person of the text whose full name holds a name that was not read as anybody's."""
    found = [r.id for r in view.referents.values() if r.named and r.type == "person" and word in r.name.split()]
    return found[0] if len(found) == 1 else None


def _body_speaking(view: View, sentence: SentenceView, at: int) -> str | None:
    """Of "the company said that it would pay" the company."""
    verb = next((n for n in sentence.up(at) if n != at and sentence.frame(n) is not None), at)
    for above in sentence.up(verb):
        subject = own_subject(sentence, above) if above != verb else None
        found = actor(view, sentence, subject) if subject is not None and subject < at else None
        if found is not None:
            return found.referent if found.type == "organization" else None
    return None


def _antecedent(sentence: SentenceView, at: int) -> int:
    """Of "X, with whom he travelled" X."""
    if sentence.tokens[at].text.lower() not in ("who", "whom"):
        return at
    verb = next((n for n in sentence.up(at) if sentence.frame(n) is not None), at)
    over = sentence.tokens[verb].head
    return over if over < at else at


def _named_beside(sentence: SentenceView, at: int) -> Mention | None:
    """Of "the shipping line Nordhavn" the name that stands right behind a noun."""
    state = sentence.state(at)
    if state is None or not sentence.tokens[at].is_a(parts.COMMON_NOUN) or at + 1 not in state.named:
        return None
    mention = sentence.mention_at(at + 1)
    named = mention is not None and mention.form == "name" and mention.type in ("person", "organization")
    return mention if named else None


def _of_whom(sentence: SentenceView, at: int) -> int | None:
    """Of "one of the gunmen", "some of his aides" the last word; a telephone number stands for whoever answers it."""
    state = sentence.state(at)
    if is_line(sentence, at) and (state is None or not (state.oblique("of") or state.possessor)):
        return at
    if sentence.tokens[at].is_a(parts.NOUN | parts.VERB | parts.ADJECTIVE):
        return None
    of = state.oblique("of") if state is not None else _behind_of(sentence, at)
    return next((n for n in of if is_human(sentence, n)), None)


def _behind_of(sentence: SentenceView, at: int) -> tuple[int, ...]:
    below = (sentence.noun_after(n) for n in sentence.phrases(at) if sentence.tokens[n].lemma == "of")
    return tuple(n for n in below if n is not None)


def is_public(view: View, sentence: SentenceView, at: int) -> bool:
    """Whether the press, a court, a crowd stands at a token: to speak to them is no contact."""
    words = word_list("contacts", "press.txt")
    if sentence.tokens[at].lemma.lower() in words:
        return True
    mention = sentence.mention_at(at)
    referent = view.referents.get(mention.referent or "") if mention else None
    told = 0 if referent is None else len(view.mentions_of.get(referent.id, ()))
    if referent is not None and told < _TOLD_OF and any(t in words for x in referent.titles for t in x.lower().split()):
        return True  # "the reporter George Solm spoke to witnesses"; not a reporter of whom the text tells
    called = mention.quote if mention else sentence.tokens[at].text
    name = fold(called)
    publisher = view.document.publisher
    if name in words or (publisher is not None and _is_part(name, fold(publisher))):
        return True
    agency = called.isupper() and name in _agencies()
    return agency or _CALL_SIGN.match(called) is not None or not words.isdisjoint(name.split())


@cache
def _agencies() -> frozenset[str]:
    """Short names of agencies, among the words that stand in the names of outlets."""
    return frozenset(word for (line, *_) in rows("acquire", "outlets.txt") for word in line.split())


def _is_part(name: str, publisher: str) -> bool:
    """Whether a paper calls itself so: "the Courier" of the Zelmin Courier, "ZJN" of the Zelmin Justice Network."""
    own = name.removeprefix("the ").split()
    if len(own) == 1 and len(own[0]) > 2 and own[0] == "".join(word[0] for word in publisher.split()):
        return True
    return bool(own) and len(own[-1]) > 3 and set(own) <= set(publisher.split())
