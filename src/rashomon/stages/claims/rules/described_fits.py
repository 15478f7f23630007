"""Whoever is only described: the man responsible, the families involved, a suspect handed over; tests by name."""

from __future__ import annotations

from rashomon.lexicon import word_set
from rashomon.model import parts
from rashomon.stages.claims.rules.deed_fits import Test
from rashomon.stages.claims.view import SentenceView

_KNOWN = frozenset({"the", "these", "those", "both"})


def _lemma(sentence: SentenceView, at: int) -> str:
    return sentence.tokens[at].lemma.lower()


def _is_whoever_did(sentence: SentenceView, at: int) -> bool:
    """Of "the man responsible", "those who were responsible": nobody who answers for others, but who did it."""
    noun = sentence.tokens[at].head
    if sentence.tokens[noun].is_a(parts.VERB):
        clause, noun = noun, sentence.tokens[noun].head
        if not sentence.tokens[clause].is_a(parts.RELATIVE_CLAUSE):
            return False
    return noun < at and _lemma(sentence, noun) in word_set("described.doers")


def _is_before_law(sentence: SentenceView, at: int) -> bool:
    """Somebody wanted, accused or charged."""
    below = {sentence.tokens[n].text.lower() for n in sentence.subtree(at)}
    return not below.isdisjoint(word_set("described.sought"))


def _is_held_before(sentence: SentenceView, at: int) -> bool:
    """Of "Two men were arrested. Police identified the men as X and Y" the men; no dead, and nobody whom no law holds."""
    before = sentence.before
    lemma = _lemma(sentence, at)
    own = {sentence.tokens[n].text.lower() for n in sentence.children[at] if n < at}
    if (
        before is None
        or lemma not in word_set("described.doers")
        or not own & _KNOWN
        or not own <= word_set("described.plain")
    ):
        return False
    kinds = {"person", "people"} if lemma in ("person", "people") else {lemma}
    spoken_of = [n for n, told in enumerate(before.lemmas) if told in kinds]
    one_each = (
        "other" in own or before.tokens[spoken_of[0]].is_a(parts.PLURAL) == sentence.tokens[at].is_a(parts.PLURAL)
        if spoken_of
        else False
    )
    if len(spoken_of) != 1 or not one_each:
        return False  # of two kinds of people no noun tells which are meant
    held = [f for f in before.verbs if f.lemma in word_set("described.holding")]
    hurt = [f for f in before.verbs if f.lemma in word_set("described.hurting")]
    told = any(_lemma(before, n) in kinds for f in held for n in f.undergoers.fillers)
    return told and not any(
        _lemma(before, n) == lemma for f in hurt for n in (*f.undergoers.fillers, *f.subjects.fillers)
    )


def _is_person_alone(sentence: SentenceView, at: int) -> bool:
    """Of "footage indicates it was X" the X, somebody by name of whom no clause says more, and whom no title makes an official."""
    mention = sentence.mention_at(at)
    more = sentence.first(at, parts.RELATIVE_CLAUSE | parts.NOUN_CLAUSE | parts.CLAUSE) is not None
    named = mention is not None and mention.type == "person" and mention.form == "name"
    over = any(_lemma(sentence, n) in word_set("described.telling_who") for n in sentence.up(at))
    near = {*sentence.lemmas, *(sentence.before.lemmas if sentence.before is not None else ())}
    return named and over and not more and near.isdisjoint(word_set("described.identifying_dead"))


def _is_for_witness(sentence: SentenceView, at: int) -> bool:
    """Of "a material-witness warrant for X", "a warrant for X as a witness", "a warrant for X's house": who is to testify, or is searched, is suspected of nothing."""
    searched = (n for n, lemma in enumerate(sentence.lemmas) if lemma in word_set("described.searched"))
    if any(sentence.tokens[sentence.tokens[n].head].text.lower() == "for" for n in searched):
        return True
    told = (n for n, lemma in enumerate(sentence.lemmas) if lemma == "witness")
    return any({"material", "as"} & set(sentence.lemmas[max(0, n - 3) : n]) for n in told)


def _is_judge(sentence: SentenceView, at: int) -> bool:
    return _lemma(sentence, at) in word_set("accusations.bench") | {"judge", "magistrate"}


DESCRIBED: dict[str, Test] = {
    "whoever-did": _is_whoever_did,
    "before-law": _is_before_law,
    "held-before": _is_held_before,
    "judges": _is_judge,
    "for-witness": _is_for_witness,
    "conditional": lambda sentence, at: not {"if", "unless"}.isdisjoint(sentence.words),
    "manhunt": lambda sentence, at: _lemma(sentence, at) == "manhunt",
    "beside-warrant": lambda sentence, at: "warrant" in sentence.lemmas[max(0, at - 2) : at],
    "criminal": lambda sentence, at: (
        at > 0 and sentence.lemmas[at] == "complaint" and sentence.lemmas[at - 1] == "criminal"
    ),
    "person-alone": _is_person_alone,
    "ways": lambda sentence, at: _lemma(sentence, at) in word_set("described.ways"),
    "stricken": lambda sentence, at: _lemma(sentence, at) in word_set("described.stricken"),
    "mishap": lambda sentence, at: _lemma(sentence, at) in word_set("described.mishaps"),
}
