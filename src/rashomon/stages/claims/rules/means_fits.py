"""What deeds are done with, and by whom: weapons, whoever may fire, what is got for a deed; tests by name."""

from __future__ import annotations

from rashomon.lexicon import words
from rashomon.lexicon.nouns import is_body_noun
from rashomon.model import parts
from rashomon.stages.claims.accusations import lexicon
from rashomon.stages.claims.accusations.accused import crime_at, kinds_at
from rashomon.stages.claims.accusations.deeds import does_deed
from rashomon.stages.claims.rules.deed_fits import DEEDS, Test
from rashomon.stages.claims.view import SentenceView

_HALLMARKS = frozenset({"hallmark", "handwriting", "signature", "fingerprint", "stamp", "handprint"})


def _lemma(sentence: SentenceView, at: int) -> str:
    return sentence.tokens[at].lemma.lower()


def _is_killing_fire(sentence: SentenceView, at: int) -> bool:
    """Of gunfire, shells, planes: they kill somebody, or somebody is killed in or by them; dozens of them, too."""
    told = {at, *(f.at for f in sentence.nouns if _is_measure(sentence, f.at) and at in f.oblique("of"))}
    return any(
        (f.passive and told & {*f.oblique("in", "by", "from"), *f.doers.fillers}) or told & set(f.doers.fillers)
        for f in sentence.verbs
        if kinds_at(sentence, f.at) and (f.passive or does_deed(sentence, f.at))
    )


def _is_measure(sentence: SentenceView, at: int) -> bool:
    return sentence.tokens[at].text.lower() in words("en-measures.txt")


def _is_forbidden(sentence: SentenceView, at: int) -> bool:
    """Of "chemical weapons", "cluster munitions", "live rounds"."""
    frame = sentence.state(at)
    named = () if frame is None else frame.named
    return any(sentence.tokens[n].lemma.lower() in words("en-forbidden.txt") for n in named)


def _is_weapon(sentence: SentenceView, at: int) -> bool:
    """A weapon, but no tear gas."""
    frame = sentence.state(at)
    tear = frame is not None and any(sentence.tokens[n].text.lower() in ("tear", "laughing") for n in frame.named)
    return _lemma(sentence, at) in words("en-weapons.txt") and not tear


def _is_possible(sentence: SentenceView, at: int) -> bool:
    """Of "made the massacre possible", "allowed the massacre"."""
    return _lemma(sentence, at) == "possible" or crime_at(sentence, at) is not None


def _is_for_nothing_else(sentence: SentenceView, at: int) -> bool:
    """Of a verb of getting: it does not say what for, or it is a deed."""
    frame = sentence.frame(at)
    held = [] if frame is None else [*frame.undergoers.fillers]
    below = (sentence.state(n) for n in held)
    what = (
        []
        if frame is None
        else [*frame.oblique("for", "to"), *(k for s in below if s is not None for k in s.oblique("for", "to"))]
    )
    known = all(crime_at(sentence, n) is not None or DEEDS["did"](sentence, n) for n in what)
    return known and any(
        sentence.tokens[k].text.lower() in ("the", "his", "her", "their") for n in held for k in range(max(0, n - 3), n)
    )


def _is_bearing_arms(sentence: SentenceView, at: int) -> bool:
    """Police, an army, rebels, a body by name: whoever may fire; no "air", no "sniper", and no maker's name."""
    mention, token = sentence.mention_at(at), sentence.tokens[at]
    if _lemma(sentence, at) in words("en-firing.txt") or token.is_a(parts.ADJECTIVE):
        return False
    named = mention is not None and mention.head == at and mention.form == "name"
    if named and mention is not None:
        owner = token.is_a(parts.OWNER) or not token.is_a(parts.COMPOUNDING)
        return mention.type == "organization" or (mention.type == "person" and owner)
    kinds = lexicon.words("forces.txt") | lexicon.words("members.txt") | lexicon.words("fighters.txt")
    return is_body_noun(token) or _lemma(sentence, at) in kinds


def _is_name_or_theirs(sentence: SentenceView, at: int) -> bool:
    """A name, or people of a body by name: "the separatists of the Ember Front"."""
    state = sentence.state(at)
    named = (at, *(state.oblique("of") if state is not None else ()))
    return any(sentence.tokens[n].is_a(parts.NAME) for n in named)


MEANS: dict[str, Test] = {
    "account": lambda sentence, at: _lemma(sentence, at) == "account",
    "hallmark": lambda sentence, at: _lemma(sentence, at) in _HALLMARKS,
    "calamity": lambda sentence, at: crime_at(sentence, at) is not None or _lemma(sentence, at) in lexicon.words("harms.txt"),
    "killing-fire": _is_killing_fire,
    "bearing-arms": _is_bearing_arms,
    "forbidden": _is_forbidden,
    "weapon": _is_weapon,
    "possible": _is_possible,
    "for-nothing-else": _is_for_nothing_else,
    "name-or-theirs": _is_name_or_theirs,
}  # fmt: skip
