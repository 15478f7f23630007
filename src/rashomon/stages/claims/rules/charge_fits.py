"""What a charge, a plea, a search or an arrest is about: a crime, and no duty or price; tests by name."""

from __future__ import annotations

from rashomon.lexicon import words
from rashomon.lexicon.frames import entries
from rashomon.model import parts
from rashomon.stages.claims.accusations import lexicon
from rashomon.stages.claims.accusations.accused import crime_at, kinds_at, names_offence
from rashomon.stages.claims.rules.deed_fits import Test
from rashomon.stages.claims.view import SentenceView

_PLEAS = frozenset({"guilty", "innocent"})
_SUSPICION = frozenset({"connection", "suspicion"})
_ON_CRIME = frozenset({"investigate", "find", "review", "examine", "prosecute", "prevent", "stop", "solve", "oversee"})
_MOST_OBJECTS = frozenset({"person", "site", "crime"})


def _lemma(sentence: SentenceView, at: int) -> str:
    return sentence.tokens[at].lemma.lower()


def _is_offence(sentence: SentenceView, at: int) -> bool:
    """A crime below the token; of a verb, no duty to look into one."""
    return names_offence(sentence, at) and _lemma(sentence, at) not in _ON_CRIME


def _is_charged(sentence: SentenceView, at: int) -> bool:
    """What somebody is charged "with": whatever it was, but no duty, task or fare."""
    frame, token = sentence.frame(at), sentence.tokens[at]
    over = next((f for f in sentence.verbs if at in f.oblique("with") or at in f.gerund("with")), None)
    if not token.is_a(parts.MAIN_VERB):
        return _lemma(sentence, at) not in words("en-duties.txt")
    done = frame is not None and any(sentence.tokens[n].text.lower() == "having" for n in sentence.helpers(at))
    return done or (over is not None and over.passive and _lemma(sentence, at) not in words("en-tasks.txt"))


def _joins_arrest(sentence: SentenceView, at: int) -> bool:
    """Of "was arrested and charged"."""
    token = sentence.tokens[at]
    return (
        token.is_a(parts.JOINED)
        and _lemma(sentence, token.head) in ("arrest", "detain")
        and not _says_with(sentence, at)
    )


def _says_with(sentence: SentenceView, at: int) -> bool:
    frame = sentence.frame(at)
    return frame is not None and any(o.by == "with" for o in frame.obliques)


def _is_priced(sentence: SentenceView, at: int) -> bool:
    """Of "charged him ten euros"."""
    return any(sentence.tokens[n].ent[2:] == "MONEY" for n in sentence.children[at])


def _is_crime_sought(sentence: SentenceView, at: int) -> bool:
    """What somebody is sought over: a crime, an offence, the doing or the planning of one."""
    if sentence.tokens[at].is_a(parts.MAIN_VERB):
        done = any(d.object in _MOST_OBJECTS for d in kinds_at(sentence, at))
        return done or _is_organizing(sentence, at) or _sets_fire(sentence, at)
    return crime_at(sentence, at) is not None or (
        _lemma(sentence, at) in lexicon.words("offences.txt") and not _is_bare_case(sentence, at)
    )


def _sets_fire(sentence: SentenceView, at: int) -> bool:
    """Of "setting fire to the mill", "setting a car ablaze"."""
    near = {t.text.lower() for t in sentence.tokens[at + 1 : at + 5]}
    senses = entries().get((_lemma(sentence, at), "V"), ())
    return any(e.cls == "harm-fire" and e.particle in near for e in senses)


def _is_bare_case(sentence: SentenceView, at: int) -> bool:
    """Of "were detained in the case", "in one of the cases": a case that says nothing of what it is about."""
    state = sentence.state(at)
    said = state is not None and (state.named or state.obliques)
    return _lemma(sentence, at) == "case" and not said


def _is_organizing(sentence: SentenceView, at: int) -> bool:
    frame = sentence.frame(at)
    orders = any(e.cls == "order" for e in entries().get((_lemma(sentence, at), "V"), ()))
    return orders and frame is not None and any(crime_at(sentence, n) is not None for n in frame.undergoers.fillers)


def _is_charged_with(sentence: SentenceView, at: int) -> bool:
    """Of "on charges of murder"."""
    return _lemma(sentence, at) == "charge" and names_offence(sentence, at)


def _law_wants(sentence: SentenceView, at: int) -> bool:
    """Of "is wanted", "police want him"."""
    frame = sentence.frame(at)
    official = lexicon.words("officials.txt") | lexicon.words("forces.txt")
    return frame is not None and (frame.passive or any(_lemma(sentence, n) in official for n in frame.doers.fillers))


CHARGES: dict[str, Test] = {
    "offence": _is_offence,
    "crime-charged": _is_charged,
    "joins-arrest": _joins_arrest,
    "costed": _is_priced,
    "crime-sought": _is_crime_sought,
    "charged-with": _is_charged_with,
    "law-wants": _law_wants,
    "suspicion": lambda sentence, at: _lemma(sentence, at) in _SUSPICION,
    "plea": lambda sentence, at: _lemma(sentence, at) in _PLEAS,
}
