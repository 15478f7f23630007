"""How surely a clause accuses: asserted, alleged, denied; and where it tells of no accusation at all."""

from __future__ import annotations

from rashomon.lexicon import word_set, words
from rashomon.lexicon.operators import class_of
from rashomon.model import parts
from rashomon.model.claim import Stance
from rashomon.stages.claims.accusations import lexicon
from rashomon.stages.claims.accusations.accused import Accused
from rashomon.stages.claims.stance import stance_of, under
from rashomon.stages.claims.view import SentenceView

_HELD = frozenset({"arrest", "detain", "hold", "question", "apprehend", "capture", "charge"})
_ALLEGED = frozenset({"alleged", "suspected", "accused", "presumed", "purported"})
_AHEAD = frozenset({"future", "intend"})
_IF = frozenset({"if", "unless", "whether"})
_NOT = frozenset({"not", "n't", "n’t", "never"})
_REPORTING = frozenset({"report", "say", "claim", "believe", "state", "identify", "name"})


def certainty(sentence: SentenceView, accused: Accused) -> Stance | None:
    """The stance of an accusation by its own clause; None where it is only wished for, untrue, unseen or to come."""
    told = frozenset(accused.words) - {accused.at, accused.who}
    left_undone = told if accused.property == "blame" else frozenset[int]()  # "did nothing", but not "killed nobody"
    stance = accused.stance or _stance(sentence, accused.at, ahead=accused.ahead, told=left_undone)
    if accused.stance == "alleged" and _stance(sentence, accused.at) in (None, "denied"):
        return None  # whom nobody accuses
    if accused.stance == "denied" and _stance(sentence, accused.at, told=told) in (
        None,
        "denied",
        "possible",
        "undetermined",
    ):
        return None  # who did not deny it, and whom no court has acquitted yet
    if stance == "possible" and accused.property == "charge" and _is_to_come(sentence, accused.at):
        return None
    if stance == "possible" and accused.property == "conviction":
        return None
    if stance == "denied" and accused.property == "charge" and sentence.tokens[accused.at - 1].text.lower() == "to":
        return None  # "there is no ground to prosecute X": no charge was ever told of
    if stance == "denied" and sentence.tokens[accused.at].lemma in {"identify", "name"}:
        return None  # whom nobody identified is not said not to have done it
    if stance == "denied" and accused.property == "suspect" and _is_nobody_s(sentence, accused.at):
        return None
    if stance == "denied" and _is_foiled(sentence, accused):
        return None
    if stance == "asserted" and accused.property in ("perpetrator", "suspect") and _is_only_alleged(sentence, accused):
        return "alleged"
    if stance == "asserted" and accused.property in ("suspect", "blame") and _is_by_nobody(sentence, accused):
        return "alleged"
    if stance == "asserted" and _is_pointed_at(sentence, accused):
        return "alleged"
    if stance == "denied" and accused.stance is None and any(_is_of_any(sentence, n) for n in accused.words):
        return None
    if stance == "asserted" and _is_alleged_above(sentence, accused.at):
        return "alleged"
    if stance == "asserted" and (
        _is_likely(sentence, accused.at)
        or any(_is_believed(sentence, n) and not _is_parted(sentence, accused.at, n) for n in sentence.up(accused.at))
    ):
        return "possible"
    return "denied" if stance == "asserted" and _is_neither(sentence, accused.who) else stance


def _is_by_nobody(sentence: SentenceView, accused: Accused) -> bool:
    """Of "X is accused of", "X is suspected": by whom is not said, so it is only alleged."""
    frame = sentence.frame(accused.at)
    by_whom = frame is not None and (frame.doers.fillers or (frame.outright and not frame.passive))
    held = sentence.tokens[accused.at].lemma.lower() in _HELD  # whoever is arrested over it is suspected by who arrests
    return frame is not None and not by_whom and not accused.links and not held


def _is_pointed_at(sentence: SentenceView, accused: Accused) -> bool:
    """Of "X was pointed out as the gunman", "is regarded as the mastermind": by nobody named, so it is only alleged."""
    pointed = sentence.tokens[accused.at].lemma.lower() in word_set("certainty.pointing")
    return pointed and accused.property in ("perpetrator", "organizer") and _is_by_nobody(sentence, accused)


def _is_foiled(sentence: SentenceView, accused: Accused) -> bool:
    """Of "police foiled an attack by X": others kept it from being done, which says neither that X did it nor that not."""
    over = (o for o in under(sentence, accused.at) if o.cls == "prevent")
    frames = [f for o in over if (f := sentence.frame(o.token)) is not None]
    return any(accused.who not in f.doers.fillers for f in frames)


def _is_of_any(sentence: SentenceView, at: int) -> bool:
    """Of "not convicted of any crime": where no crime is named, none is denied."""
    unsaid = sentence.tokens[at].lemma.lower() in words("en-unsaid.txt")
    return unsaid and any(sentence.tokens[n].text.lower() == "any" for n in sentence.kids(at, "det"))


def _is_alleged_above(sentence: SentenceView, at: int) -> bool:
    """Of "it is alleged that Y met X, who shot"."""
    verbs = [n for n in sentence.up(at) if sentence.tokens[n].lemma == "allege"]
    return any(sentence.tokens[n].tag != "VBG" and sentence.child(n, "ccomp") is not None for n in verbs)


def _is_believed(sentence: SentenceView, at: int) -> bool:
    """Of "rangers believe the drowned sailor was the one who shot", "what is believed to be an attack by"."""
    if sentence.tokens[at].lemma != "believe":
        return False
    passive = sentence.child(at, "auxpass") is not None and sentence.child(at, "xcomp") is not None
    return passive or sentence.child(at, "ccomp") is not None


def _is_parted(sentence: SentenceView, at: int, other: int) -> bool:
    """Whether a semicolon stands between two words: what follows one is told by itself."""
    return any(t.text == ";" for t in sentence.tokens[min(at, other) : max(at, other)])


def _is_likely(sentence: SentenceView, at: int) -> bool:
    """Of "the Front was most likely behind the raid"."""
    said = sentence.kids(at, "acomp") if sentence.tokens[at].lemma == "be" else ()
    return any(class_of(sentence.tokens[n].lemma.lower(), "A") == "possible" for n in said)


def _is_believed_no_more(sentence: SentenceView, at: int) -> bool:
    """Of "no longer believe that X shot", "do not believe he is the man who shot", "X was not the man who shot"."""
    token = sentence.tokens[at]
    if token.lemma in {"believe", "think"}:
        said = {sentence.tokens[n].text.lower() for n in sentence.children[at]}
        return "longer" in said or not said.isdisjoint(_NOT)
    called = sentence.child(at, "attr")
    described = called is not None and sentence.tokens[called].lemma in word_set("certainty.descriptions")
    return sentence.child(at, "neg") is not None and described


def _is_unknown_why(sentence: SentenceView, at: int) -> bool:
    """Of "they may never know why X shot": nobody's statement that X did."""
    return sentence.tokens[at].lemma in {"know", "understand"} and sentence.child(at, "neg") is not None


def _is_to_come(sentence: SentenceView, at: int) -> bool:
    """Of "could be charged": nobody is yet."""
    words = {sentence.tokens[n].text.lower() for n in sentence.kids(at, "aux", "auxpass")}
    return bool(words & {"may", "might", "could"}) and "have" not in words


def _is_only_alleged(sentence: SentenceView, accused: Accused) -> bool:
    """Of "shot by the alleged terrorist", "a suspected gunman opened fire", "X was the alleged shooter"."""
    kinds = lexicon.labels().keys() | lexicon.words("fighters.txt")
    named = [n for k in accused.words for n in (k, *_members(sentence, k))]
    words = (accused.who, *(n for n in named if sentence.tokens[n].lemma.lower() in kinds))
    return any(sentence.tokens[n].text.lower() in _ALLEGED for k in words for n in sentence.kids(k, "amod"))


def _members(sentence: SentenceView, at: int) -> tuple[int, ...]:
    """Of "one of the suspected gunmen" the gunmen."""
    frame = sentence.state(at) if sentence.tokens[at].lemma.lower() == "one" else None
    return () if frame is None else frame.oblique("of")


def _stance(
    sentence: SentenceView, at: int, *, ahead: bool = False, told: frozenset[int] = frozenset()
) -> Stance | None:
    """The clause's own stance; "wrongly accused", "no longer a suspect" are denials, "but not killing him" is none.

    `ahead`: that it is yet to come takes nothing back. `told`: words that make the accusation, whatever they negate ("did nothing").
    """
    over = (o for o in under(sentence, at) if o.token not in told or o.cls not in ("negate", "no-object"))
    stance = stance_of(o for o in over if not ahead or o.cls not in _AHEAD)
    if sentence.tokens[at].tag == "VBG" and sentence.child(at, "neg") is not None:
        return None
    if any(sentence.tokens[n].text.lower() in _IF for above in sentence.up(at) for n in sentence.kids(above, "mark")):
        return None
    if any(_is_believed_no_more(sentence, above) for above in sentence.up(at)):
        return None
    if any(_is_unknown_why(sentence, above) for above in sentence.up(at)):
        return None
    if any(_is_unseen(sentence, above) or _is_untrue(sentence, above) for above in (at, *sentence.up(at))):
        return None
    if _is_wished(sentence, at):
        return None
    if any(_rules_out(sentence, above) for above in sentence.up(at)):
        return "denied"
    said = {sentence.tokens[n].text.lower() for n in sentence.children[at]}
    if stance == "asserted" and sentence.sentence.block == "headline" and _is_doubted(sentence, at):
        return "alleged"
    if stance is not None and (
        said & word_set("certainty.wrongly")
        or _is_too_much(sentence, at)
        or ("longer" in said and stance == "asserted")
    ):
        return "denied"
    return stance


def _is_neither(sentence: SentenceView, who: int) -> bool:
    """Of "neither X nor Y shot": both did not."""
    joined = [who, *(n for n in sentence.up(who) if sentence.tokens[who].dep == "conj")][:2]
    said = {sentence.tokens[k].text.lower() for n in joined for k in sentence.kids(n, "cc", "preconj", "det")}
    return bool(said & {"neither", "nor"})


def _rules_out(sentence: SentenceView, at: int) -> bool:
    """Of "police ruled out that X fired", "X was falsely reported to have fired"."""
    said = {sentence.tokens[n].text.lower() for n in sentence.children[at]}
    return (sentence.tokens[at].lemma == "rule" and "out" in said and sentence.first(at, parts.NEGATION) is None) or (
        sentence.tokens[at].lemma in _REPORTING and bool(said & word_set("certainty.wrongly"))
    )


def _is_wished(sentence: SentenceView, at: int) -> bool:
    """Of "demanded that X be charged", "had X shot him, he would", "hopes X is convicted"."""
    if any(sentence.tokens[n].lemma in {"hope", "wish", "pray"} for n in sentence.up(at)):
        return True
    helping = [sentence.tokens[n] for n in sentence.kids(at, "aux", "auxpass")]
    if any(t.text.lower() == "be" and t.dep == "auxpass" for t in helping):
        return not any(t.dep == "aux" for t in helping)
    subject = sentence.child(at, "nsubj")
    return subject is not None and any(t.text == "Had" and t.start < sentence.tokens[subject].start for t in helping)


def _is_unseen(sentence: SentenceView, at: int) -> bool:
    """Of "they did not see X fire"."""
    return sentence.tokens[at].lemma in {"see", "witness", "hear", "watch"} and sentence.child(at, "neg") is not None


def _is_untrue(sentence: SentenceView, at: int) -> bool:
    """Of "under the pretext that X fired"."""
    if any(n and sentence.tokens[n - 1].lemma in word_set("certainty.pretexts") for n in sentence.kids(at, "mark")):
        return True
    said = [sentence.tokens[n].lemma for n in sentence.kids(sentence.tokens[at].head, "acomp", "attr")]
    frame = sentence.frame(at)
    lies = sentence.tokens[at].lemma == "lie" and not (frame is not None and frame.oblique("with", "at", "on"))
    return lies or (sentence.tokens[at].pos == "NOUN" and not word_set("certainty.false").isdisjoint(said))


def _is_too_much(sentence: SentenceView, at: int) -> bool:
    """Of "who are too quickly blamed"."""
    return any(
        sentence.tokens[k].text.lower() == "too" for n in sentence.kids(at, "advmod") for k in sentence.children[n]
    )


def _is_nobody_s(sentence: SentenceView, at: int) -> bool:
    """Of "X is not suspected of anything": where no suspicion was ever told, none is denied."""
    said = {
        sentence.tokens[n].text.lower() for above in (at, sentence.tokens[at].head) for n in sentence.children[above]
    }
    return bool(said & _NOT) and not said & {"longer", "deny", "denied"}


def _is_doubted(sentence: SentenceView, at: int) -> bool:
    """Whether a headline has an "allegedly" before a word: in capitals the parser takes it for a name."""
    return any(t.text.lower() in {"allegedly", "reportedly"} for t in sentence.tokens[:at])
