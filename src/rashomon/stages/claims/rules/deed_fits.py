"""What may stand in a place of a deed: who did it with others, what it was done with, what is left of it; tests by name."""

from __future__ import annotations

from collections.abc import Callable

from rashomon.lexicon import words
from rashomon.lexicon.nouns import is_body_noun
from rashomon.model.clause import Frame
from rashomon.stages.claims.accusations import lexicon
from rashomon.stages.claims.accusations.accused import crime_at, kinds_at, names_offence
from rashomon.stages.claims.accusations.deeds import does_deed
from rashomon.stages.claims.rules.known_groups import is_of_law
from rashomon.stages.claims.rules.penalties import find_penalties
from rashomon.stages.claims.view import SentenceView

Test = Callable[[SentenceView, int], bool]
_SUFFERED = frozenset({"suffer", "perish", "torture", "beat"})
_USING = frozenset({"use", "intend", "mean", "destine", "need"})


def _lemma(sentence: SentenceView, at: int) -> str:
    return sentence.tokens[at].lemma.lower()


def opens_fire(sentence: SentenceView, at: int) -> bool:
    """Of "open fire", "set fire to", "shoot", "kill": a deed, told without whom it hits."""
    frame = sentence.frame(at)
    if frame is None or frame.passive:
        return False
    to_do = at > 0 and sentence.tokens[at - 1].text.lower() == "to"
    aimless = to_do and not frame.undergoers.fillers and _lemma(sentence, at) in ("shoot", "kill", "fire", "attack")
    return aimless or (
        _lemma(sentence, at) in ("open", "set") and any(_lemma(sentence, n) == "fire" for n in frame.undergoers.fillers)
    )


def serves_otherwise(sentence: SentenceView, at: int) -> bool:
    """Of "told them to help find the missing", "hired him to lead the choir" the "help", the "lead": no deed stands below."""
    below = [n for n in sentence.subtree(at) if n != at]
    told = any(
        _lemma(sentence, n) in words("en-acts.txt") | lexicon.words("harms.txt") | {"it", "that", "this"} for n in below
    )
    return not told and not any(names_offence(sentence, n) for n in below)


def _did(sentence: SentenceView, at: int) -> bool:
    """Somebody, or a body, who does a deed in the same sentence: "the cell that carried out the attack", "the gunmen"."""
    return _lemma(sentence, at) in lexicon.words("fighters.txt") or _did_it(sentence, at)


def _did_it(sentence: SentenceView, at: int) -> bool:
    return stands_behind(sentence, at) or any(
        at in f.doers.fillers and f.at > at and (does_deed(sentence, f.at) or opens_fire(sentence, f.at))
        for f in sentence.verbs
    )


def stands_behind(sentence: SentenceView, at: int) -> bool:
    """Of "the cell behind the attack", "those responsible for it"."""
    frame = sentence.state(at)
    return frame is not None and any(crime_at(sentence, n) is not None for n in frame.oblique("behind"))


def _did_as_group(sentence: SentenceView, at: int) -> bool:
    """The same of a group that somebody leads: not of a gunman whom he leads away."""
    many = sentence.tokens[at].text.lower() != _lemma(sentence, at) or is_body_noun(sentence.tokens[at])
    return many and _did(sentence, at)


def _is_means(sentence: SentenceView, at: int) -> bool:
    return _lemma(sentence, at) in lexicon.devices("fire") | words("en-means.txt") | words("en-vehicles.txt")


def _is_used(sentence: SentenceView, at: int) -> bool:
    """Of "the car used in the attack", "the rifle with which the mayor was shot"."""
    shot = (f for f in sentence.verbs if at in f.oblique("with", "by", "from"))
    if any(does_deed(sentence, f.at) or _is_done(sentence, f) for f in shot):
        return True
    used = (f for f in sentence.verbs if at in f.undergoers.fillers and f.lemma in _USING and f.passive)
    return any(crime_at(sentence, n) is not None for f in used for n in f.oblique("in", "for", "during", "to"))


def _is_violent(sentence: SentenceView, at: int) -> bool:
    """Of a verb that is no deed by itself: the sentence tells of one beside it."""
    return any(f.at != at and (does_deed(sentence, f.at) or _is_done(sentence, f)) for f in sentence.verbs)


def _is_done(sentence: SentenceView, frame: Frame) -> bool:
    """A deed told by whom it was done to: "where he was killed"."""
    return frame.passive and any(d.object == "person" for d in kinds_at(sentence, frame.at))


def _is_unprevented(sentence: SentenceView, at: int) -> bool:
    return _lemma(sentence, at) in words("en-prevent.txt")


def _in_list(name: str) -> Test:
    return lambda sentence, at: _lemma(sentence, at) in words(name)


def _is_wanted_list(sentence: SentenceView, at: int) -> bool:
    before = {t.text.lower() for t in sentence.tokens[max(0, at - 3) : at]}
    return _lemma(sentence, at) in ("list", "notice", "register") and bool(
        before & {"wanted", "most-wanted", "red", "watch"}
    )


def _is_crime(sentence: SentenceView, at: int) -> bool:
    return crime_at(sentence, at) is not None or _lemma(sentence, at) in (
        "wrongdoing",
        "manslaughter",
        "charge",
        "accusation",
    )


def _is_unofficial(sentence: SentenceView, at: int) -> bool:
    """Whoever is no police and no court: their work is to take gunmen away."""
    return _lemma(sentence, at) not in lexicon.words("officials.txt") | lexicon.words("bystanders.txt") | lexicon.words(
        "forces.txt"
    )


def _asks_penalty(sentence: SentenceView, at: int) -> bool:
    """Of "demanded life in prison": a penalty behind the verb."""
    below = sentence.subtree(at)
    return any(True for _ in find_penalties(sentence.text, sentence.tokens[at].end, sentence.tokens[below[-1]].end))


def _is_gunfire(sentence: SentenceView, at: int) -> bool:
    """Of "started shooting": with nothing that is shot, like a film."""
    frame = sentence.frame(at)
    return frame is not None and _lemma(sentence, at) in ("shoot", "fire") and not frame.undergoers.fillers


def _tells_deed(sentence: SentenceView, at: int) -> bool:
    """Whether the sentence, or the one before, tells of a deed."""
    return any(_is_deed_told(s, n) for s in sentence.near for n in range(len(s)))


def _says_for_what(sentence: SentenceView, at: int) -> bool:
    """Of "responsible for the budget": what for is said."""
    frame = sentence.state(at)
    return frame is not None and any(o.by in ("for", "to") for o in frame.obliques)


def _is_deed_told(sentence: SentenceView, at: int) -> bool:
    frame = sentence.frame(at)
    if frame is not None:
        return does_deed(sentence, at) or _is_done(sentence, frame)
    return _lemma(sentence, at) in lexicon.words("crimes.txt")


def _is_person(sentence: SentenceView, at: int) -> bool:
    mention = sentence.mention_at(at)
    return mention is not None and mention.type == "person"


def _is_suffered(sentence: SentenceView, at: int) -> bool:
    """The hands "at" which somebody died or suffered."""
    before = {t.text.lower() for t in sentence.tokens[max(0, at - 2) : at]}
    return "at" in before and any(
        t.lemma.lower() in lexicon.words("arms.txt") or t.lemma.lower() in _SUFFERED for t in sentence.tokens
    )


DEEDS: dict[str, Test] = {
    "did": _did,
    "suffered": _is_suffered,
    "did-it": _did_it,
    "did-as-group": _did_as_group,
    "means": _is_means,
    "used": _is_used,
    "violent": _is_violent,
    "unprevented": _is_unprevented,
    "crime": _is_crime,
    "penalty-asked": _asks_penalty,
    "no-court": lambda sentence, at: not any(t.lemma.lower() in words("en-finders.txt") | {"find", "plead"} for t in sentence.tokens),
    "law-told": lambda sentence, at: is_of_law(sentence),
    "gunfire": _is_gunfire,
    "near-deed": _tells_deed,
    "person": _is_person,
    "no-person": lambda sentence, at: not _is_person(sentence, at),
    "happened": lambda sentence, at: _lemma(sentence, at) in ("happen", "occur") and sentence.tokens[at].text.lower() != "happening",
    "deed-near-it": lambda sentence, at: not _says_for_what(sentence, at) and _tells_deed(sentence, at),
    "crime-noun": lambda sentence, at: crime_at(sentence, at) is not None,
    "third": lambda sentence, at: sentence.tokens[at].text.lower() not in ("i", "we", "you"),
    "verb-of-deed": lambda sentence, at: names_offence(sentence, at),
    "craft": _in_list("en-craft.txt"),
    "threshold": lambda sentence, at: _lemma(sentence, at) in ("foot", "feet", "door", "doorstep"),
    "sights": lambda sentence, at: _lemma(sentence, at) in ("sight", "sights", "frame", "crosshair"),
    "suit": lambda sentence, at: _lemma(sentence, at) in ("case", "complaint", "fir", "report", "suit"),
    "indictment": lambda sentence, at: _lemma(sentence, at) in ("indictment", "chargesheet", "fir", "warrant", "sheet"),
    "dock": lambda sentence, at: _lemma(sentence, at) in ("dock", "court"),
    "trial-itself": lambda sentence, at: _lemma(sentence, at) == "trial",
    "trial": lambda sentence, at: _lemma(sentence, at) in ("trial", "court", "assize", "assizes", "tribunal"),
    "bomb": _in_list("en-bombs.txt"),
    "blaze": lambda sentence, at: _lemma(sentence, at) in ("fire", "blaze", "inferno"),
    "body": _in_list("en-body.txt"),
    "evidence": _in_list("en-evidence.txt"),
    "inquiry": _in_list("en-inquiry.txt"),
    "wanted-list": _is_wanted_list,
    "unofficial": _is_unofficial,
    "nothing": lambda sentence, at: sentence.tokens[at].text.lower() in ("nothing", "little"),
    "bounty": lambda sentence, at: _lemma(sentence, at) in ("contract", "bounty", "price", "hit"),
    "blind": lambda sentence, at: _lemma(sentence, at) == "eye" and "an" not in [t.text.lower() for t in sentence.tokens[max(0, at - 1) : at]],
    "oneself": lambda sentence, at: sentence.tokens[at].text.lower() in ("itself", "himself", "herself", "themselves"),
}  # fmt: skip
