"""What may stand in a place of custody and court: tests by name, each on one token of a sentence."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from rashomon.lexicon import words
from rashomon.lexicon.frames import entries
from rashomon.stages.claims.actors import is_human
from rashomon.stages.claims.rules.penalties import find_penalties
from rashomon.stages.claims.view import SentenceView

Test = Callable[[SentenceView, int], bool]

_LOCKING = frozenset({"send", "jail", "gaol", "imprison", "incarcerate", "return"})
_HOSTAGES = frozenset(
    {"hostage", "captive", "captor", "kidnap", "kidnapper", "abduct", "abductor", "ransom", "abduction", "kidnapping"}
)
_CARING = frozenset({"treat", "hospital", "clinic", "ambulance", "surgery"})
_DETAINING = frozenset({"detainee", "arrest", "police", "custody", "jail", "detain", "officer"})
_FINDING = frozenset({"find", "declare", "pronounce", "adjudge", "return", "judge", "prove", "deem"})
_SAYING = frozenset({"say", "announce", "declare"})
_RULING = frozenset({"rule", "agree", "find", "conclude", "decide", "hold"})
_NO_ARREST = frozenset({"search", "death", "witness"})
_SEEKING = frozenset({"warrant", "reward", "notice", "bounty", "attempt", "operation", "request", "order", "lead"})
_TIME = frozenset({"year", "month", "week", "day", "hour", "night", "decade", "time", "term", "sentence", "life"})
_HOLDING = frozenset({"police", "prison", "jail", "holding"})
_OUTSIDE = frozenset({"court", "station", "police", "courthouse", "headquarters", "barrack", "barracks"})


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
        return before[-1:] != [] and before[-1] in _HOLDING
    return lemma in words("en-custody.txt")


def _is_finder(sentence: SentenceView, at: int) -> bool:
    """A court or its judge, by the noun or by the noun beside the name."""
    frame = sentence.state(at)
    beside = () if frame is None else (*frame.named, *frame.subjects.fillers)
    return any(_lemma(sentence, n) in words("en-finders.txt") for n in (at, *beside))


def _is_penalised(sentence: SentenceView, at: int) -> bool:
    """Of "jailed for nine years": a sentence, and no mere arrest."""
    below = sentence.subtree(at)
    start, end = sentence.tokens[at].end, sentence.tokens[below[-1]].end
    return _lemma(sentence, at) in _LOCKING and any(True for _ in find_penalties(sentence.text, start, end))


def _is_found(sentence: SentenceView, at: int) -> bool:
    """Of "found guilty", and of "the court ruled that X is guilty", "the jury said X was"."""
    over = list(sentence.up(at))[:2]
    if over and _lemma(sentence, over[0]) in _FINDING:
        return True
    if len(over) < 2 or _lemma(sentence, over[0]) != "be":
        return False
    if _lemma(sentence, over[1]) in _RULING:
        return any(_lemma(sentence, n) in words("en-finders.txt") for n in range(len(sentence)))
    says = sentence.frame(over[1]) if _lemma(sentence, over[1]) in _SAYING else None
    return says is not None and any(_is_finder(sentence, n) for n in says.doers.fillers)


def is_own_not(sentence: SentenceView, at: int) -> bool:
    """Of "the jury said that X was not guilty" the "not", which makes the acquittal and denies none."""
    after = at + 1 < len(sentence) and _lemma(sentence, at + 1) == "guilty"
    return after and sentence.tokens[at].text.lower() in ("not", "n't", "n’t")


def _is_annulling(sentence: SentenceView, at: int) -> bool:
    return any(e.cls in ("annul", "uphold") for e in entries().get((_lemma(sentence, at), "V"), ()))


def is_dropped(sentence: SentenceView, at: int) -> bool:
    """Whether a charge is told of as dropped: "charges against X were dropped" charges nobody."""
    over = _lemma(sentence, sentence.tokens[at].head)
    return any(e.cls == "drop-charges" for e in entries().get((over, "V"), ()))


def _is_arrest_warrant(sentence: SentenceView, at: int) -> bool:
    """A warrant that is for somebody: not a search or death warrant, nor one for a witness."""
    near = {_lemma(sentence, n) for n in sentence.subtree(at)}
    return "arrest" in near or not near & _NO_ARREST


def _has_annulled(sentence: SentenceView, at: int) -> bool:
    """Of "X had her conviction overturned"."""
    return any(_is_annulling(sentence, n) for n in sentence.subtree(at) if n > at and sentence.tokens[n].pos == "VERB")


def _is_quiet_death(sentence: SentenceView, at: int) -> bool:
    """A death told with its day or with what it was of."""
    frame, below = sentence.frame(at), sentence.subtree(at)
    start, end = sentence.tokens[below[0]].start, sentence.tokens[below[-1]].end
    dated = any(start <= t.start and t.end <= end and t.earliest for t in sentence.times)
    return dated or (frame is not None and bool(frame.oblique("of", "from")))


def _tells_of(lemmas: Iterable[str]) -> Test:
    held = frozenset(lemmas)
    return lambda sentence, at: any(t.lemma.lower() in held for t in sentence.tokens)


LAW: dict[str, Test] = {
    "law": _listed("en-law.txt"),
    "no-law": lambda sentence, at: _lemma(sentence, at) not in words("en-law.txt"),
    "station": lambda sentence, at: _lemma(sentence, at) in _OUTSIDE,
    "custody": _is_custody,
    "no-custody": lambda sentence, at: not _is_custody(sentence, at) and _lemma(sentence, at) not in _OUTSIDE,
    "finder": _is_finder,
    "verdict": _listed("en-verdicts.txt"),
    "case": _listed("en-charges.txt", "case", "proceeding", "proceedings"),
    "bail": _one_of("bail", "bond", "parole"),
    "pardon": _one_of("pardon", "amnesty", "clemency", "reprieve"),
    "sanctions": _one_of("sanction", "sanctions"),
    "section": _one_of("section", "article", "involvement", "wrongdoing"),
    "lack": _one_of("lack", "want", "absence", "insufficiency", "evidence"),
    "arrest": _one_of("arrest", "detention", "capture", "apprehension", "detain", "apprehend"),
    "arrested": lambda sentence, at: sentence.tokens[at].text.lower() == "arrested",
    "convict": _one_of("convict"),
    "reflexive": lambda sentence, at: sentence.tokens[at].text.lower() in ("himself", "herself", "themselves"),
    "home": _one_of("home", "flat", "house", "apartment", "bed", "office", "farm", "lodging", "hotel", "villa"),
    "of-law": lambda sentence, at: any(t.lemma.lower() in words("en-law.txt") | _DETAINING for t in sentence.tokens),
    "of-detainees": _tells_of(_DETAINING),
    "hostage": _tells_of(_HOSTAGES),
    "in-print": lambda sentence, at: at > 0 and _lemma(sentence, at - 1) in ("press", "news", "media"),
    "in-care": _tells_of(_CARING),
    "penalised": _is_penalised,
    "passive": lambda sentence, at: (frame := sentence.frame(at)) is not None and frame.passive,
    "thing": lambda sentence, at: sentence.tokens[at].pos == "NOUN" and not is_human(sentence, at),
    "no-time": lambda sentence, at: _lemma(sentence, at) not in _TIME,
    "found": _is_found,
    "not": lambda sentence, at: at > 0 and sentence.tokens[at - 1].text.lower() in ("not", "n't", "never"),
    "annulled": lambda sentence, at: _is_annulling(sentence, sentence.tokens[at].head),
    "has-annulled": _has_annulled,
    "arrest-warrant": _is_arrest_warrant,
    "heading": lambda sentence, at: sentence.text[: sentence.sentence.end].rstrip().endswith(":"),
    "a-warrant": lambda sentence, at: _lemma(sentence, at) == "warrant" and _is_arrest_warrant(sentence, at),
    "sought": lambda sentence, at: any(_lemma(sentence, n) in _SEEKING for n in sentence.up(at)),
    "quiet-death": _is_quiet_death,
}
