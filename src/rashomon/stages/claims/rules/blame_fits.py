"""What may stand in a place of blame and suspicion: who failed, what was known, who is looked for; tests by name."""

from __future__ import annotations

from rashomon.lexicon import word_set, words
from rashomon.lexicon.nouns import is_body_noun
from rashomon.model import parts
from rashomon.stages.claims.accusations import lexicon
from rashomon.stages.claims.accusations.accused import crime_at, crime_near, kinds_at
from rashomon.stages.claims.actors import is_human
from rashomon.stages.claims.rules.deed_fits import DEEDS, Test
from rashomon.stages.claims.rules.means_fits import MEANS
from rashomon.stages.claims.view import SentenceView

_WISHING = 3


def _lemma(sentence: SentenceView, at: int) -> str:
    return sentence.tokens[at].lemma.lower()


def _one_of(name: str) -> Test:
    return lambda sentence, at: _lemma(sentence, at) in word_set(f"blame_fits.{name}")


def _dies_somebody(sentence: SentenceView, at: int) -> bool:
    """Of "let 112 people drown", "left the prisoners to die" the verb: and it is people who die."""
    over = sentence.frame(sentence.tokens[at].head)
    held = () if over is None else over.undergoers.fillers
    below = (*sentence.subtree(at), *held)
    peaceful = any(t.lemma.lower() in ("peace", "dignity") for t in sentence.tokens)
    return (
        _lemma(sentence, at) in word_set("blame_fits.dying")
        and not peaceful
        and any(is_human(sentence, n) for n in below)
    )


def _is_blame_near(sentence: SentenceView, at: int) -> bool:
    """Of "holds him to blame", and no more: a deed is told of close by."""
    after = {t.text.lower() for t in sentence.tokens[at + 1 : at + 4]}
    return not after & {"for", "over"} and DEEDS["near-deed"](sentence, at)


def _is_failing(sentence: SentenceView, at: int) -> bool:
    """Of "accused of letting him die", "criticised for failing to prevent the murder"."""
    harm = any(_lemma(sentence, n) in word_set("blame_fits.dying") for n in sentence.subtree(at))
    return _lemma(sentence, at) in word_set("blame_fits.failing") and (harm or _is_harm_below(sentence, at))


def _is_harm_below(sentence: SentenceView, at: int) -> bool:
    harms = lexicon.words("harms.txt")
    return any(
        crime_at(sentence, n) is not None or _lemma(sentence, n) in harms for n in sentence.subtree(at) if n != at
    )


def _is_beforehand(sentence: SentenceView, at: int) -> bool:
    """Of "knew of the attack in advance", "had known of the planned attack", "knew of the plan and did nothing"."""
    told = {t.lemma.lower() for t in sentence.tokens}
    return bool(told & word_set("blame_fits.beforehand"))


def _is_death_told(sentence: SentenceView, at: int) -> bool:
    """Whether the sentence tells of a death or a deed, as a verb or a noun."""
    dying = any(t.is_a(parts.MAIN_VERB) and t.lemma.lower() in word_set("places.dying") for t in sentence.tokens)
    return dying or MEANS["harm-told"](sentence, at)


def _is_deed_below(sentence: SentenceView, at: int) -> bool:
    """Of "the fault of the police that our son was killed" the "killed"."""
    below = set(sentence.subtree(at))
    hurt = (v for v in sentence.verbs if v.at in below and v.at > at and v.passive)
    return any(d.object == "person" for v in hurt for d in kinds_at(sentence, v.at))


def _is_averted(sentence: SentenceView, at: int) -> bool:
    """Of "could have been prevented", "would not have happened"."""
    helped = [sentence.tokens[n] for n in sentence.children[at]]
    might = any(t.text.lower() in ("could", "would", "might") for t in helped) and any(
        t.text.lower() == "have" for t in helped
    )
    undone = _lemma(sentence, at) in word_set("blame_fits.averting")
    return might and undone != any(t.is_a(parts.NEGATION) for t in helped)


def _is_hand_at_work(sentence: SentenceView, at: int) -> bool:
    """Of "the hand of X was everywhere in the murder", "is seen by many in the bombings"."""
    verb = next((n for n in sentence.up(at) if n != at and sentence.frame(n) is not None), None)
    frame = None if verb is None else sentence.frame(verb)
    if frame is None or at not in (*frame.subjects.fillers, *frame.undergoers.fillers):
        return False
    after = sentence.tokens[frame.at : frame.at + 4]
    seen = frame.lemma in word_set("blame_fits.seeing") or any(t.text.lower() == "everywhere" for t in after)
    return (seen or frame.lemma == "be") and any(_is_in_deed(sentence, n) for n in range(frame.at + 1, len(sentence)))


def _is_in_deed(sentence: SentenceView, at: int) -> bool:
    before = {t.text.lower() for t in sentence.tokens[max(0, at - 3) : at]}
    plain = at + 1 >= len(sentence) or not sentence.tokens[at + 1].is_a(parts.NOUN)
    return crime_at(sentence, at) is not None and plain and bool(before & {"in", "behind"})


def _is_police_wish(sentence: SentenceView, at: int) -> bool:
    """Of "detectives want to speak to him", "police are keen to trace him", "are trying to find him"."""
    official = words("en-law.txt") | {"detective", "investigator", "prosecutor", "inspector"}
    above = [n for n in sentence.up(at) if n != at][:_WISHING]
    wishes = any(_lemma(sentence, n) in word_set("blame_fits.wishing") for n in above)
    frames = (f for n in above for f in (sentence.frame(n), sentence.state(n)) if f is not None)
    return wishes and any(_lemma(sentence, k) in official for f in frames for k in f.subjects.fillers)


def _is_named_one(sentence: SentenceView, at: int) -> bool:
    """A person or a body by name."""
    mention = sentence.mention_at(at)
    return mention is not None and mention.form == "name" and mention.type in ("person", "organization")


def _is_body_or_band(sentence: SentenceView, at: int) -> bool:
    mention = sentence.mention_at(at)
    named = mention is not None and mention.type == "organization"
    members = lexicon.words("members.txt") | lexicon.words("fighters.txt") | lexicon.words("forces.txt")
    return named or is_body_noun(sentence.tokens[at]) or _lemma(sentence, at) in members


def _is_near_deed_noun(sentence: SentenceView, at: int) -> bool:
    """Whether the sentence, or the one before, names a deed or tells of one."""
    return crime_near(sentence) or DEEDS["near-deed"](sentence, at)


BLAMES: dict[str, Test] = {
    "blameful": _one_of("blame"),
    "blame-near": _is_blame_near,
    "dies-somebody": _dies_somebody,
    "fate": _one_of("fates"),
    "failing": _is_failing,
    "beforehand": _is_beforehand,
    "death-told": _is_death_told,
    "deed-below": _is_deed_below,
    "hand-at-work": _is_hand_at_work,
    "the-state": _one_of("state"),
    "warning": lambda sentence, at: _lemma(sentence, at) in words("en-warnings.txt"),
    "cry": _one_of("cries"),
    "named-one": _is_named_one,
    "averted": _is_averted,
    "police-wish": _is_police_wish,
    "police-itself": lambda sentence, at: _lemma(sentence, at) in words("en-law.txt"),
    "inquiries": _one_of("inquiries"),
    "linking": _one_of("linking"),
    "witness-like": _one_of("witnesses"),
    "body-or-band": _is_body_or_band,
    "near-deed-noun": _is_near_deed_noun,
}
