"""What may stand in a place of harm told without a word for it: guns and shots, lives, heads, acid; tests by name."""

from __future__ import annotations

from rashomon.lexicon import word_set, words
from rashomon.lexicon.nouns import is_body_noun, is_person_noun
from rashomon.model import parts
from rashomon.stages.claims.accusations import lexicon
from rashomon.stages.claims.actors import REFLEXIVE, is_human
from rashomon.stages.claims.rules.deed_fits import DEEDS, Test
from rashomon.stages.claims.view import SentenceView

_OWNING = parts.PRONOUN | parts.POSSESSIVE


def _lemma(sentence: SentenceView, at: int) -> str:
    return sentence.tokens[at].lemma.lower()


def _of_somebody(sentence: SentenceView, at: int) -> bool:
    """Of "the banker's head", "the life of the banker": somebody told by a noun or a name, not "his own"."""
    state = sentence.state(at)
    if state is None:
        return False
    owner = state.possessor
    held = state.oblique("of") if owner is None or sentence.tokens[owner].is_a(_OWNING) else (owner,)
    return any(is_human(sentence, n) and not sentence.tokens[n].is_a(_OWNING) for n in held)


def _is_people_or_theirs(sentence: SentenceView, at: int) -> bool:
    if sentence.tokens[at].text.lower() in REFLEXIVE:
        return False
    return is_human(sentence, at) or _lemma(sentence, at) == "crowd" or _of_somebody(sentence, at)


def _is_life_of_another(sentence: SentenceView, at: int) -> bool:
    return _lemma(sentence, at) == "life" and _of_somebody(sentence, at)


def _is_somebody(sentence: SentenceView, at: int) -> bool:
    """A person or a body that acts; no disease, no museum, nobody whose work it is."""
    token, mention = sentence.tokens[at], sentence.mention_at(at)
    if _lemma(sentence, at) in word_set("hits.healers") | word_set("harm_fits.keepers"):
        return False
    named = mention is not None and mention.head == at and mention.type in ("person", "organization")
    return named or is_person_noun(token) or is_body_noun(token)


def _is_severed(sentence: SentenceView, at: int) -> bool:
    """A severed head, or the head or body of somebody who is told by a noun, laid somewhere."""
    state = sentence.state(at)
    cut = state is not None and any(_lemma(sentence, n) in word_set("harm_fits.cut") for n in state.named)
    return _lemma(sentence, at) in ("head", "body", "corpse", "limb") and (
        cut or (_lemma(sentence, at) == "head" and _of_somebody(sentence, at))
    )


def _is_people_who_vanish(sentence: SentenceView, at: int) -> bool:
    frame = sentence.frame(at)
    vanish = frame is not None and frame.lemma in ("disappear", "vanish")
    return vanish and frame is not None and any(is_human(sentence, n) for n in frame.subjects.fillers)


def _is_it_of_deed(sentence: SentenceView, at: int) -> bool:
    """Of "It was soldiers": "it" is a deed that this sentence, or the one before, tells of."""
    frame = sentence.frame(at)
    it = frame is not None and any(sentence.tokens[n].text.lower() == "it" for n in frame.subjects.fillers)
    return it and not sentence.is_negated(at) and DEEDS["near-deed"](sentence, at)


def _is_in_arms_alone(sentence: SentenceView, at: int) -> bool:
    """Soldiers, rebels, an army, of whom no clause says more: "it was soldiers who found them" accuses nobody here."""
    kinds = lexicon.words("forces.txt") | lexicon.words("fighters.txt") | words("en-under-arms.txt")
    more = sentence.first(at, parts.RELATIVE_CLAUSE | parts.NOUN_CLAUSE | parts.CLAUSE) is not None
    return _lemma(sentence, at) in kinds - {"force", "unit", "agent", "patrol"} and not more


def _is_kin_lost(sentence: SentenceView, at: int) -> bool:
    """Of "every family had a son killed by them": who had a son killed lost him."""
    frame = sentence.frame(at)
    hurt = () if frame is None else frame.undergoers.fillers
    lost = [n for n in hurt if _lemma(sentence, n) in words("en-kin.txt") | {"relative", "friend", "member"}]
    return bool(lost) and all(sentence.owner(n) is None for n in lost)


def _is_rammed(sentence: SentenceView, at: int) -> bool:
    """A street, a market, a gate, where the sentence, or the one before, tells of the dead."""
    kinds = word_set("accused.raided") | word_set("hits.targets") | word_set("harm_fits.ways")
    return _lemma(sentence, at) in kinds and DEEDS["near-deed"](sentence, at)


def _is_of_arms(sentence: SentenceView, at: int) -> bool:
    """Soldiers, a militia, a body by a name that ends in such a word: "the Ember Brigade"."""
    kinds = lexicon.words("forces.txt") | lexicon.words("fighters.txt") | words("en-under-arms.txt")
    mention = sentence.mention_at(at)
    named = mention is not None and mention.form == "name" and mention.type == "organization"
    return _lemma(sentence, at) in kinds or (named and _lemma(sentence, at) in word_set("hits.armed_names"))


HARM: dict[str, Test] = {
    "gun-or-shots": lambda sentence, at: _lemma(sentence, at) in lexicon.devices("fire") | words("en-weapons.txt") | {"magazine", "knife"},
    "people-or-theirs": _is_people_or_theirs,
    "life-of-another": _is_life_of_another,
    "somebody": _is_somebody,
    "people-vanish": _is_people_who_vanish,
    "victim": lambda sentence, at: _lemma(sentence, at) in ("victim", "prey"),
    "caustic": lambda sentence, at: _lemma(sentence, at) in word_set("harm_fits.caustic"),
    "severed": _is_severed,
    "of-arms": _is_of_arms,
    "rammed": _is_rammed,
    "kin-lost": _is_kin_lost,
    "it-of-deed": _is_it_of_deed,
    "in-arms-alone": _is_in_arms_alone,
}  # fmt: skip
