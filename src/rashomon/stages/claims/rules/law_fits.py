"""What may stand in a place of custody and court: tests by name, each on one token of a sentence."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from rashomon.lexicon import word_set, words
from rashomon.lexicon.frames import entries
from rashomon.model import parts
from rashomon.stages.claims.actors import is_human
from rashomon.stages.claims.rules.penalties import find_penalties
from rashomon.stages.claims.view import SentenceView

Test = Callable[[SentenceView, int], bool]

_SAYING = frozenset({"say", "announce", "declare"})
_NO_ARREST = frozenset({"search", "death", "witness"})
_HOLDING = frozenset({"police", "prison", "jail", "holding", "detention", "his", "her", "their"})


def _lemma(sentence: SentenceView, at: int) -> str:
    return sentence.tokens[at].lemma.lower()


def _one_of(*lemmas: str) -> Test:
    return lambda sentence, at: _lemma(sentence, at) in lemmas


def _listed(name: str, *more: str) -> Test:
    return lambda sentence, at: _lemma(sentence, at) in words(name) or _lemma(sentence, at) in more


def _is_custody(sentence: SentenceView, at: int) -> bool:
    """Of "in custody", "behind bars", "under arrest", not "in a bar", "in the cell"."""
    lemma, before = _lemma(sentence, at), [t.text.lower() for t in sentence.tokens[max(0, at - 3) : at]]
    if lemma in ("bar", "bars"):
        return before[-1:] == ["behind"]
    if lemma == "arrest":
        return "under" in before
    if lemma == "cell":
        many = sentence.tokens[at].text.lower() == "cells" and before[-1:] == ["the"]
        spent = any(t.lemma.lower() == "spend" for t in sentence.tokens[max(0, at - 7) : at])
        return many or (before[-1:] != [] and before[-1] in _HOLDING) or (spent and before[-2:] == ["in", "a"])
    return lemma in words("en-custody.txt")


def is_presumed(sentence: SentenceView, at: int) -> bool:
    """Of "is presumed innocent", "innocent until proven guilty": what holds of anybody not yet tried."""
    over = sentence.tokens[at].head if sentence.tokens[at].is_a(parts.PREDICATE_ADJECTIVE) else at
    return any(_lemma(sentence, n) in words("en-presumed.txt") for n in (over, *sentence.subtree(over)))


def _is_finder(sentence: SentenceView, at: int) -> bool:
    """A court or its judge, by the noun or by the noun beside the name."""
    frame = sentence.state(at)
    beside = () if frame is None else (*frame.named, *frame.subjects.fillers)
    return any(_lemma(sentence, n) in words("en-finders.txt") for n in (at, *beside))


def _is_penalised(sentence: SentenceView, at: int) -> bool:
    """Of "jailed for nine years": a sentence, and no mere arrest."""
    below = sentence.subtree(at)
    start, end = sentence.tokens[at].end, sentence.tokens[below[-1]].end
    if _is_untried(sentence, at):
        return False
    return _lemma(sentence, at) in word_set("law_fits.locking") and any(
        True for _ in find_penalties(sentence.text, start, end)
    )


def _is_untried(sentence: SentenceView, at: int) -> bool:
    """Of "imprisoned for three years without trial": held, and never sentenced."""
    below = [sentence.tokens[n] for n in sentence.subtree(at)]
    without = next((k for k, t in enumerate(below) if t.text.lower() == "without"), len(below))
    return any(t.lemma.lower() in word_set("law_fits.untried") for t in below[without : without + 6])


def _is_held_there(sentence: SentenceView, at: int) -> bool:
    """Of "in custody", "behind bars", "on remand", where the word stands for being held."""
    before = {t.text.lower() for t in sentence.tokens[max(0, at - 4) : at]}
    noun = sentence.tokens[at].text.islower() and not before.isdisjoint(("in", "behind", "under", "on"))
    return noun and _is_custody(sentence, at)


def _is_near_law(sentence: SentenceView, at: int) -> bool:
    """Whether the sentence, or the one before, tells of the police, a suspect, an arrest, a charge."""
    told = (
        words("en-law.txt") | word_set("law_fits.detaining") | word_set("law_fits.policing") | words("en-charges.txt")
    )
    return sentence.tells_near(told)


def _is_cleared(sentence: SentenceView, at: int) -> bool:
    """Of "was cleared" with no more, where a court, a prison or a verdict is told of."""
    frame = sentence.frame(at)
    told = (
        words("en-finders.txt")
        | words("en-verdicts.txt")
        | words("en-jails.txt")
        | words("en-charges.txt")
        | {"convict", "appeal"}
    )
    return frame is not None and frame.passive and sentence.tells_near(told)


def _is_priced(sentence: SentenceView, at: int) -> bool:
    """Of "a reward for the capture of X", "information leading to the arrest of X"."""
    near = {t.lemma.lower() for t in sentence.tokens[max(0, at - 8) : at]}
    return bool(near & {"for", "to"}) and any(
        _lemma(sentence, n) in word_set("law_fits.pricing") for n in (*sentence.up(at), *range(max(0, at - 8), at))
    )


def _is_suspected_near(sentence: SentenceView, at: int) -> bool:
    """Whether the sentence calls somebody a suspect, a gunman, a killer: whom the police look for is wanted."""
    wanted = words("en-suspects.txt")
    return any(t.lemma.lower() in wanted for t in sentence.tokens)


def _follows(*before: str) -> Test:
    """Whether the words before a token are these."""
    return lambda sentence, at: tuple(t.text.lower() for t in sentence.tokens[max(0, at - len(before)) : at]) == before


def _is_at_large(sentence: SentenceView, at: int) -> bool:
    """Of "is at large", not "the public at large"."""
    over = next((n for n in sentence.up(at) if n != at and sentence.frame(n) is not None), at)
    return (
        at > 0
        and sentence.tokens[at - 1].text.lower() == "at"
        and _lemma(sentence, over) in word_set("law_fits.staying")
    )


def _is_guilty_verdict(sentence: SentenceView, at: int) -> bool:
    frame = sentence.state(at)
    said = () if frame is None else (*frame.named, *frame.oblique("of"))
    return any(_lemma(sentence, n) == "guilty" for n in said) and at > 0 and (
        at < 2 or _lemma(sentence, at - 2) != "not"
    )  # fmt: skip


def is_found(sentence: SentenceView, at: int) -> bool:
    """Of "found guilty", and of "the court ruled that X is guilty", "the jury said X was"."""
    over = list(sentence.up(at))[:2]
    if over and _lemma(sentence, over[0]) in word_set("law_fits.finding"):
        return True
    if len(over) < 2 or _lemma(sentence, over[0]) != "be":
        return False
    if _lemma(sentence, over[1]) in word_set("law_fits.ruling"):
        return any(_lemma(sentence, n) in words("en-finders.txt") for n in range(len(sentence)))
    says = sentence.frame(over[1]) if _lemma(sentence, over[1]) in _SAYING else None
    return says is not None and any(_is_finder(sentence, n) for n in says.doers.fillers)


def is_own_not(sentence: SentenceView, at: int) -> bool:
    """Of "the jury said that X was not guilty" the "not", which makes the acquittal and denies none."""
    after = at + 1 < len(sentence) and _lemma(sentence, at + 1) == "guilty"
    return after and sentence.tokens[at].text.lower() in ("not", "n't", "n’t")


def _is_annulling(sentence: SentenceView, at: int, classes: frozenset[str] = frozenset({"annul", "uphold"})) -> bool:
    return any(e.cls in classes for e in entries().get((_lemma(sentence, at), "V"), ()))


def is_dropped(sentence: SentenceView, at: int) -> bool:
    """Whether a charge is told of as dropped: "charges against X were dropped" charges nobody."""
    over = _lemma(sentence, sentence.tokens[at].head)
    return any(e.cls == "drop-charges" for e in entries().get((over, "V"), ()))


def _is_arrest_warrant(sentence: SentenceView, at: int) -> bool:
    """A warrant that is for somebody: not a search or death warrant, nor one for a witness."""
    near = {_lemma(sentence, n) for n in sentence.subtree(at)}
    searched = "for" in near and not near.isdisjoint(word_set("described.searched"))
    return "arrest" in near or not (searched or near & _NO_ARREST)


def _has_annulled(sentence: SentenceView, at: int, classes: frozenset[str] = frozenset({"annul"})) -> bool:
    """Of "X had her conviction overturned"."""
    below = (n for n in sentence.subtree(at) if n > at and sentence.tokens[n].is_a(parts.MAIN_VERB))
    return any(_is_annulling(sentence, n, classes) for n in below)


def _is_quiet_death(sentence: SentenceView, at: int) -> bool:
    """A death told with its day or with what it was of."""
    frame, below = sentence.frame(at), sentence.subtree(at)
    start, end = sentence.tokens[below[0]].start, sentence.tokens[below[-1]].end
    dated = any(start <= t.start and t.end <= end and t.earliest for t in sentence.times)
    return dated or (frame is not None and bool(frame.oblique("of", "from")))


def _tells_of(lemmas: Iterable[str]) -> Test:
    held = frozenset(lemmas)
    return lambda sentence, at: not held.isdisjoint(sentence.lemmas)


def _is_cell(sentence: SentenceView, at: int) -> bool:
    """A cell, a prison by its name; a block or wing by its letter or number: "in Block C"."""
    lemma, before = _lemma(sentence, at), sentence.tokens[at - 1].text if at else ""
    lettered = len(lemma) == 1 and before in ("Block", "Wing", "Section", "Unit")
    return lemma in {"cell", "prison", "jail", "penitentiary"} or lettered


LAW: dict[str, Test] = {
    "law": _listed("en-law.txt"),
    "no-law": lambda sentence, at: _lemma(sentence, at) not in words("en-law.txt"),
    "station": lambda sentence, at: _lemma(sentence, at) in word_set("law_fits.outside"),
    "custody": _is_custody,
    "no-custody": lambda sentence, at: (
        not _is_custody(sentence, at) and _lemma(sentence, at) not in word_set("law_fits.outside")
    ),
    "finder": _is_finder,
    "verdict": _listed("en-verdicts.txt"),
    "case": _listed("en-charges.txt", "case", "proceeding", "proceedings"),
    "cell": _is_cell,
    "for-life": _tells_of(("rest", "remainder")),
    "left-whole": _tells_of(("untouched", "intact", "unchanged", "stand", "unaffected")),
    "untold": _tells_of(("await", "remand", "pending", "trial", "without")),
    "release": _one_of("release", "free"),
    "cleared-in-court": _is_cleared,
    "bail": _one_of("bail", "bond", "parole"),
    "conviction": _one_of("conviction"),
    "acquittal": _one_of("acquittal"),
    "pardon": _one_of("pardon", "amnesty", "clemency", "reprieve"),
    "sanctions": _one_of("sanction", "sanctions"),
    "section": _one_of("section", "article", "involvement", "wrongdoing"),
    "lack": _one_of("lack", "want", "absence", "insufficiency", "evidence"),
    "arrest": _one_of(
        "arrest",
        "detention",
        "capture",
        "apprehension",
        "detain",
        "apprehend",
        "extradition",
        "extradite",
        "jail",
        "imprison",
    ),
    "jail": _listed("en-jails.txt"),
    "recorded": _listed("en-recorded.txt"),
    "questioning": _listed("en-questioning.txt"),
    "held-there": _is_held_there,
    "untried": _is_untried,
    "near-law": _is_near_law,
    "suspected": _is_suspected_near,
    "at-large": _is_at_large,
    "on-the-run": _follows("on", "the"),
    "on-bail": _follows("on"),
    "on-death": lambda sentence, at: at > 0 and _lemma(sentence, at - 1) == "death" and _lemma(sentence, at) == "row",
    "guilty-verdict": _is_guilty_verdict,
    "priced": _is_priced,
    "despite": lambda sentence, at: (
        any(sentence.tokens[n].text.lower() == "despite" for n in sentence.up(at)) and _is_arrest_warrant(sentence, at)
    ),
    "appeal": _one_of("appeal", "petition", "plea", "bid"),
    "link": _one_of("connection", "relation", "link"),
    "incommunicado": lambda sentence, at: any(_lemma(sentence, n) == "incommunicado" for n in sentence.subtree(at)),
    "passive-alone": lambda sentence, at: (
        (f := sentence.frame(at)) is not None and f.passive and not f.doers.fillers and _is_near_law(sentence, at)
    ),
    "own-defence": _tells_of(("self-defence", "self-defense")),
    "arrested": lambda sentence, at: sentence.tokens[at].text.lower() == "arrested",
    "convict": _one_of("convict"),
    "reflexive": lambda sentence, at: sentence.tokens[at].text.lower() in ("himself", "herself", "themselves"),
    "home": _one_of("home", "flat", "house", "apartment", "bed", "office", "farm", "lodging", "hotel", "villa"),
    "of-law": lambda sentence, at: any(
        t.lemma.lower() in words("en-law.txt") | word_set("law_fits.detaining") for t in sentence.tokens
    ),
    "of-detainees": _tells_of(word_set("law_fits.detaining")),
    "hostage": _tells_of(word_set("law_fits.hostages")),
    "in-print": lambda sentence, at: at > 0 and _lemma(sentence, at - 1) in ("press", "news", "media"),
    "in-care": _tells_of(word_set("law_fits.caring")),
    "penalised": _is_penalised,
    "passive": lambda sentence, at: (frame := sentence.frame(at)) is not None and frame.passive,
    "thing": lambda sentence, at: sentence.tokens[at].is_a(parts.COMMON_NOUN) and not is_human(sentence, at),
    "no-time": lambda sentence, at: _lemma(sentence, at) not in word_set("law_fits.time"),
    "found": is_found,
    "presumed": is_presumed,
    "of-office": lambda sentence, at: at + 1 < len(sentence) and sentence.tokens[at + 1].text.lower() == "as",
    "not-found": lambda sentence, at: not is_found(sentence, at),
    "not": lambda sentence, at: at > 0 and sentence.tokens[at - 1].text.lower() in ("not", "n't", "never"),
    "annulled": lambda sentence, at: _is_annulling(sentence, sentence.tokens[at].head),
    "has-annulled": _has_annulled,
    "has-upheld": lambda sentence, at: _has_annulled(sentence, at, frozenset({"uphold"})),
    "has-changed": lambda sentence, at: _has_annulled(sentence, at, frozenset({"commute", "lengthen"})),
    "arrest-warrant": _is_arrest_warrant,
    "heading": lambda sentence, at: sentence.text[: sentence.sentence.end].rstrip().endswith(":"),
    "a-warrant": lambda sentence, at: (
        (_lemma(sentence, at) == "warrant" and _is_arrest_warrant(sentence, at))
        or (_lemma(sentence, at) == "notice" and at > 0 and _lemma(sentence, at - 1) == "red")
    ),
    "sought": lambda sentence, at: any(_lemma(sentence, n) in word_set("law_fits.seeking") for n in sentence.up(at)),
    "quiet-death": _is_quiet_death,
}
