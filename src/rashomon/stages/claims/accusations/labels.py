"""Nouns that accuse: "gunman X", "X, the mastermind of", "identified the bomber as X", "named X a suspect"."""

from __future__ import annotations

from collections.abc import Iterator

from rashomon.lexicon import word_set
from rashomon.model import parts
from rashomon.model.claim import Property, Stance
from rashomon.stages.claims.accusations.accused import Accused, below_preposition, crime_at
from rashomon.stages.claims.accusations.lexicon import labels
from rashomon.stages.claims.parties import done_to, is_guise, subjects
from rashomon.stages.claims.view import SentenceView, View

_CALLED = frozenset({"name", "call", "know", "identify"})
_OPENING = 8
_SUSPECTED = frozenset({"suspected", "accused", "presumed"})
_NAMED_SO = _SUSPECTED | {"alleged", "purported"}


def read_label(view: View, sentence: SentenceView, at: int) -> Iterator[Accused]:
    """A noun of the list, with whoever the sentence plainly says it is."""
    token = sentence.tokens[at]
    if token.pos not in {"NOUN", "PROPN"} and token.dep != "compound":
        return
    label = labels()[token.lemma.lower()]
    before = {sentence.tokens[n].text.lower() for n in sentence.children[at] if n < at}
    sought = token.dep == "pobj" and bool(_sought_as(sentence, token.head))
    if token.lemma == "defendant" and _is_civil(sentence, at):
        return
    if (
        before & word_set("labels.no_label")
        or (label.needs_crime and not (_of_crime(sentence, at) or before & _NAMED_SO) and not sought)
        or _is_cleared(sentence, at)
    ):
        return
    grade: Property = (
        "suspect" if label.property == "perpetrator" and (before & _SUSPECTED or sought) else label.property
    )
    says = token.head if token.dep in {"attr", "oprd"} else at
    if token.dep == "pobj" and _is_naming_as(sentence, token.head):
        says = sentence.tokens[token.head].head
    # "nobody may ever learn killer X's reasons": nobody doubts that he is one
    beside = token.is_a(parts.COMPOUNDING | parts.NOUN_MODIFIER)
    for who in bearers(view, sentence, at):
        stance: Stance | None = "asserted" if beside and sentence.mention_at(who) is not None else None
        yield Accused(grade, says, who, (says, who, at), stance)


def _is_civil(sentence: SentenceView, at: int) -> bool:
    """Of "a defendant in the suit"."""
    below = below_preposition(sentence, at, "in", "to")
    return below is not None and sentence.tokens[below].lemma in {"suit", "lawsuit", "action", "claim"}


def _is_cleared(sentence: SentenceView, at: int) -> bool:
    """Of "the defendant, X, was acquitted": not asserted beside what the court found."""
    return any(sentence.tokens[n].lemma in {"acquit", "exonerate", "clear"} for n in sentence.up(at))


def read_person_of_interest(view: View, sentence: SentenceView, at: int) -> Iterator[Accused]:
    """ "a person of interest" is a suspect."""
    of = sentence.tokens[at].head
    person = sentence.tokens[of].head
    if sentence.tokens[of].text.lower() == "of" and sentence.tokens[person].lemma in {"person", "people"}:
        for who in bearers(view, sentence, person):
            yield Accused("suspect", person, who, (person, who, at))


def _of_crime(sentence: SentenceView, at: int) -> bool:
    named = below_preposition(sentence, at, "of", "behind", "in")
    if named is not None and crime_at(sentence, named) is not None:
        return True
    return any(crime_at(sentence, n) is not None for n in sentence.kids(at, "compound", "poss"))


def bearers(view: View, sentence: SentenceView, at: int) -> Iterator[int]:
    """The tokens of those whom the sentence says a noun is."""
    token, head = sentence.tokens[at], sentence.tokens[at].head
    if token.dep in {"compound", "nmod"} and is_guise(sentence, sentence.subtree(head)[0]):
        return
    if token.dep in {"compound", "nmod"} and at < head <= at + 5 and _is_name(sentence, head):
        mention = sentence.mention_at(head)
        yield mention.head if mention is not None else head
    elif token.dep == "appos" and sentence.tokens[head].pos in {"PROPN", "NOUN"}:
        yield from _apposed_to(sentence, head)
    elif token.dep == "attr" and sentence.tokens[head].lemma == "be":
        yield from subjects(sentence, head)
    elif token.dep == "nsubj" and sentence.tokens[head].lemma == "be":
        named = sentence.child(head, "attr")
        yield from (k for k in sentence.conjuncts(named) if _is_name(sentence, k)) if named is not None else ()
    elif token.dep == "oprd" and sentence.tokens[head].lemma != "call":
        yield from done_to(sentence, head)
    elif token.dep == "pobj" and _is_naming_as(sentence, head):
        yield from done_to(sentence, sentence.tokens[head].head)
    elif token.dep == "pobj":
        yield from _sought_as(sentence, head)
    listed = list(_listed(sentence, at))
    yield from listed or _named_beside(sentence, at)


def _listed(sentence: SentenceView, at: int) -> Iterator[int]:
    """ "Suspects: X, Y and Z": everybody named behind the colon, up to a verb; behind "Suspect:" the first."""
    colon = at + 2 if at + 1 < len(sentence) and sentence.tokens[at + 1].lemma == "be" else at + 1
    if colon >= len(sentence) or sentence.tokens[colon].text != ":":
        colon = next(
            (n for n in range(at, min(len(sentence), at + 6)) if sentence.tokens[n].text == ":"), len(sentence)
        )
        yield from _items(sentence, colon)
        return
    if ";" in (t.text for t in sentence.tokens[colon:]):
        yield from _items(sentence, colon)
        return
    many = sentence.tokens[at].text.lower().endswith("s")
    for n in range(colon + 1, len(sentence)):
        if sentence.tokens[n].pos in {"VERB", "AUX"} or (n > at + 4 and not many):
            return
        mention = sentence.mention_at(n)
        free = sentence.tokens[n].dep not in {"poss", "pobj", "compound"}
        if free and mention is not None and mention.head == n and _is_name(sentence, n):
            yield n


def _items(sentence: SentenceView, colon: int) -> Iterator[int]:
    """Of "the defendants were: X, accused of it; his wife Y, of that" who opens each item between semicolons."""
    marks = [colon, *(n for n in range(colon, len(sentence)) if sentence.tokens[n].text == ";")]
    for first, last in zip(marks, [*marks[1:], len(sentence)], strict=True) if len(marks) > 1 else ():
        opening = range(first + 1, min(last, first + _OPENING))
        yield from [n for n in opening if _is_name(sentence, n) and _is_head(sentence, n)][:1]


def _is_head(sentence: SentenceView, at: int) -> bool:
    mention = sentence.mention_at(at)
    return mention is not None and mention.head == at


def _is_naming_as(sentence: SentenceView, preposition: int) -> bool:
    verb = sentence.tokens[sentence.tokens[preposition].head]
    return sentence.tokens[preposition].lemma == "as" and verb.lemma in word_set("labels.naming")


def _sought_as(sentence: SentenceView, preposition: int) -> list[int]:
    """Of "wanted as the planner", "searching for a man named X as the driver": those who are sought or held."""
    if sentence.tokens[preposition].lemma != "as":
        return []
    over = [n for n in sentence.up(preposition) if sentence.tokens[n].lemma in word_set("labels.seeking")][:1]
    if not over or any(sentence.tokens[n].pos == "VERB" and sentence.tokens[n].lemma not in _CALLED
                       for n in sentence.up(preposition) if over[0] < n < preposition):  # fmt: skip
        return []
    whom = below_preposition(sentence, over[0], "for")
    found = done_to(sentence, over[0]) or ([] if whom is None else sentence.conjuncts(whom))
    return [_name_of(sentence, n) for n in found if n < preposition]


def _name_of(sentence: SentenceView, at: int) -> int:
    """Of "a man named X", the name."""
    called = [k for n in sentence.kids(at, "acl") for k in sentence.kids(n, "oprd")]
    return next((n for n in (*sentence.kids(at, "appos"), *called) if _is_name(sentence, n)), at)


def _apposed_to(sentence: SentenceView, head: int) -> Iterator[int]:
    """One name: of a list, it stays open which of its names the apposition is about."""
    if sentence.child(head, "conj") is None and _is_name(sentence, head) and not _opens_clause(sentence, head):
        yield head


def _opens_clause(sentence: SentenceView, at: int) -> bool:
    """Of "in a letter to X, the killer apologised": the killer is who apologised, a verb without another subject."""
    if sentence.tokens[at].dep != "pobj":
        return False
    verb = next((n for n in sentence.up(at) if sentence.tokens[n].pos == "VERB"), None)
    return verb is not None and verb > at and not subjects(sentence, verb)


def _named_beside(sentence: SentenceView, at: int) -> Iterator[int]:
    """ "the gunman, X,", "identified the gunman as X", "the gunman, identified as X,"."""
    for n in sentence.kids(at, "appos") if not _is_in_list(sentence, at) else ():
        yield from (k for k in sentence.conjuncts(n) if _is_name(sentence, k))
    among = below_preposition(sentence, at, "include", "including")
    if among is not None and sentence.tokens[at].tag == "NNS":
        yield from (k for k in sentence.conjuncts(among) if _is_name(sentence, k))
    for naming in _namings(sentence, at):
        named = below_preposition(sentence, naming, "as")
        named = sentence.child(naming, "oprd") if named is None else named
        if named is not None:
            yield from (k for k in sentence.conjuncts(named) if _is_name(sentence, k))


def _is_in_list(sentence: SentenceView, at: int) -> bool:
    """Of "eight attackers, the driver, X, and two clerks" all are items of one list: whoever is named is no attacker.

    Such a list opens and goes on with somebody unnamed; "the gunmen, X and a second man" are the gunmen.
    """
    items = [k for n in sentence.kids(at, "appos") for k in sentence.conjuncts(n)]
    unnamed = [n for n in items if not _is_name(sentence, n) and sentence.tokens[n].pos == "NOUN"]
    return bool(items) and min(items) in unnamed and any(sentence.tokens[n].dep == "conj" for n in unnamed)


def _namings(sentence: SentenceView, at: int) -> Iterator[int]:
    token = sentence.tokens[at]
    verbs = [*sentence.kids(at, "acl", "relcl")]
    if token.dep in {"dobj", "nsubjpass"}:
        verbs.append(token.head)
    return (n for n in verbs if sentence.tokens[n].lemma in {"identify", "name"})


def _is_name(sentence: SentenceView, at: int) -> bool:
    mention = sentence.mention_at(at)
    if mention is not None or sentence.sentence.block == "headline":
        return mention is not None and mention.form == "name" and mention.type == "person"
    return sentence.tokens[at].pos == "PROPN" and sentence.tokens[at].ent[2:] == "PERSON"
