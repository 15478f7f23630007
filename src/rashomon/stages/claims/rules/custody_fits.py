"""What may stand in a place of custody beyond the words of `law_fits`: tests by name, each on one token of a sentence."""

from __future__ import annotations

from collections.abc import Callable

from rashomon.lexicon import word_set, words
from rashomon.model import parts
from rashomon.stages.claims.accusations import lexicon
from rashomon.stages.claims.actors import is_human
from rashomon.stages.claims.stance import stance_of, under
from rashomon.stages.claims.view import SentenceView

Test = Callable[[SentenceView, int], bool]
_DISPOSAL = frozenset({"disposal", "disposition", "dispositions", "disposals"})
_JUSTICE = frozenset({"justice", "judiciary", "law"})


def _lemma(sentence: SentenceView, at: int) -> str:
    return sentence.tokens[at].lemma.lower()


def _one_of(*lemmas: str) -> Test:
    return lambda sentence, at: _lemma(sentence, at) in lemmas


def _is_place_name(sentence: SentenceView, at: int) -> bool:
    mention = sentence.mention_at(at)
    return mention is not None and mention.type == "place" and mention.form == "name" and mention.head == at


def _is_no_spot(sentence: SentenceView, at: int) -> bool:
    """Of "caught on camera", "in a storm": neither a day nor a place where the law catches anybody."""
    return _is_nowhere(sentence, at) and _lemma(sentence, at) not in word_set("custody_fits.spots")


def _was_held(sentence: SentenceView, at: int) -> bool:
    """Whether the sentence itself tells of an arrest or of questions, in other words than the token's own: the one before may tell of somebody else."""
    own = (lemma for n, lemma in enumerate(sentence.lemmas) if n != at)
    return not word_set("custody_fits.let_go").isdisjoint(own)


def _is_nowhere(sentence: SentenceView, at: int) -> bool:
    """Neither a place by name nor a time: what somebody is caught in otherwise, or on."""
    start = sentence.tokens[at].start
    timed = any(t.start <= start < t.end for t in sentence.times) or sentence.tokens[at].text.isdigit()
    return not timed and not _is_place_name(sentence, at)


def _holds_on(sentence: SentenceView, at: int) -> bool:
    """Of "ordered that X be held for two months", "ordered X detained": what a court lays on somebody not yet tried."""
    return _lemma(sentence, at) in word_set("law_fits.keeping")


def _is_deadly(sentence: SentenceView, at: int) -> bool:
    """Of "held over the grenade that killed two", "over the bomb": a weapon that is told of as used."""
    token = sentence.tokens[at]
    used = any(sentence.tokens[n].is_a(parts.RELATIVE_CLAUSE) for n in sentence.children[at])
    definite = sentence.first(at, parts.DETERMINING)
    return (
        used
        and definite is not None
        and sentence.tokens[definite].text.lower() == "the"
        and any(token.lemma.lower() in lexicon.devices(kind) for kind in ("bomb", "fire"))
    )


def _is_that_verdict(sentence: SentenceView, at: int) -> bool:
    """Of "quashed the conviction of X but upheld that of Y" the "that"."""
    said = sentence.tokens[at].text.lower() in ("that", "those")
    return said and any(t.lemma.lower() in words("en-verdicts.txt") for t in sentence.tokens[:at])


def _is_of_record(sentence: SentenceView, at: int) -> bool:
    """Of "10 prior arrests": those of somebody's past, told as a count, hold nobody now."""
    return any(sentence.tokens[n].lemma.lower() in word_set("custody_fits.of_record") for n in sentence.children[at])


def _is_unserved(sentence: SentenceView, at: int) -> bool:
    """Of "had not begun serving the sentence": who does not serve it was sentenced all the same."""
    return any(sentence.is_negated(n) for n in (at, *sentence.up(at)))


def _is_guilty_plea(sentence: SentenceView, at: int) -> bool:
    near = [sentence.tokens[n].text.lower() for n in sentence.subtree(at)]
    return _lemma(sentence, at) == "plea" and "guilty" in near and "not" not in near


def _is_of_court(sentence: SentenceView, at: int) -> bool:
    """Whether the sentence, or the one before, tells of a court, a prison or evidence besides the word itself."""
    told = (
        words("en-finders.txt") | words("en-jails.txt") | words("en-charges.txt") | word_set("custody_fits.of_trials")
    )
    return sentence.tells_near(told)


def _is_own_years(sentence: SentenceView, at: int) -> bool:
    """Of "served four of his six years" the years."""
    state = sentence.state(at)
    return _lemma(sentence, at) in word_set("law_fits.time") and state is not None and state.possessor is not None


def _is_years_in_court(sentence: SentenceView, at: int) -> bool:
    """Of "the court of appeal cut his 22 years to 12" the years; a club that cuts somebody's years is no court."""
    cutting = next((f for f in sentence.verbs if at in f.undergoers.fillers), None)
    by = () if cutting is None else cutting.doers.fillers
    of_law = all(sentence.lemmas[n] in words("en-finders.txt") for n in by)
    return _is_own_years(sentence, at) and of_law and _is_of_court(sentence, at)


def _became_other(sentence: SentenceView, at: int) -> bool:
    """Of "X's 22 years became 12", where a court is told of, the years."""
    verb = next((f for f in sentence.verbs if at in f.subjects.fillers), None)
    told = None if verb is None or verb.lemma != "become" else sentence.tokens[min(verb.at + 1, len(sentence) - 1)]
    return told is not None and told.is_a(parts.NUMBER) and _is_of_court(sentence, at)


def _stands_before_colon(sentence: SentenceView, at: int) -> bool:
    """Of "guilty of torturing prisoners: X (20 years)" the prisoners, who are none of those listed."""
    hung = sentence.tokens[at].is_a(parts.OBJECT | parts.IN_PHRASE)
    return hung and at + 1 < len(sentence) and sentence.tokens[at + 1].text == ":"


def _is_formal(sentence: SentenceView, at: int) -> bool:
    """Of "stands accused", "was formally accused"."""
    token, frame = sentence.tokens[at], sentence.frame(at)
    if frame is None or not any(is_human(sentence, n) for n in frame.undergoers.fillers):
        return False  # "Norland stands accused of arming rebels": nobody tries a state
    stands = _lemma(sentence, token.head) == "stand" and token.is_a(
        parts.OPEN_CLAUSE | parts.PREDICATE_ADJECTIVE | parts.ADVERBIAL_CLAUSE
    )
    return stands or any(sentence.tokens[n].text.lower() in ("formally", "officially") for n in sentence.children[at])


def _is_named_person(sentence: SentenceView, at: int) -> bool:
    """A person by name, or a noun beside which the name stands."""
    beside = sentence.state(at)
    near = (at, *(() if beside is None else beside.named))
    found = [sentence.mention_at(n) for n in near]
    return any(m is not None and m.form == "name" and m.type == "person" for m in found)


def _is_own_part(sentence: SentenceView, at: int) -> bool:
    """ "his participation", "her role"."""
    state = sentence.state(at)
    owner = None if state is None else state.possessor
    own = owner is not None and sentence.tokens[owner].text.lower() in ("his", "her", "their", "its")
    return own and _lemma(sentence, at) in words("en-part.txt")


def _is_near_police(sentence: SentenceView, at: int) -> bool:
    """Whether the sentence tells of police or a fugitive, and of no war: armies and rebels capture towns."""
    told = {t.lemma.lower() for t in sentence.tokens}
    return bool(told & word_set("law_fits.policing")) and not told & word_set("custody_fits.warring")


def _hangs_over(sentence: SentenceView, at: int) -> bool:
    """Of "under sentence of death", "with a sentence of 25 years over his head"."""
    before = [t.text.lower() for t in sentence.tokens[max(0, at - 2) : at]]
    after = " ".join(t.text.lower() for t in sentence.tokens[at + 1 : at + 8])
    return "under" in before or ("with" in before and any(f"over {whose} head" in after for whose in ("his", "her")))


CUSTODY: dict[str, Test] = {
    "disposal": _one_of(*_DISPOSAL),
    "of-justice": lambda sentence, at: _lemma(sentence, at) in _JUSTICE | words("en-law.txt") | words("en-finders.txt"),
    "cuffs": _one_of("handcuff", "handcuffs", "cuff", "cuffs", "manacle", "shackle"),
    "that-verdict": _is_that_verdict,
    "guilty-plea": _is_guilty_plea,
    "of-court": _is_of_court,
    "own-years": _is_own_years,
    "years-in-court": _is_years_in_court,
    "became-other": _became_other,
    "before-colon": _stands_before_colon,
    "gallows": _one_of("gallows", "gallow", "scaffold", "guillotine", "chair", "squad", "noose"),
    "not-word": lambda sentence, at: sentence.tokens[at].text.lower() in ("not", "innocent"),
    "no-finder": lambda sentence, at: _lemma(sentence, at) not in words("en-finders.txt"),
    "time": lambda sentence, at: _lemma(sentence, at) in word_set("law_fits.time"),
    "no-years": lambda sentence, at: _lemma(sentence, at) not in word_set("law_fits.time"),
    "going-on": lambda sentence, at: (
        sentence.tokens[at].is_a(parts.GERUND) and any(_lemma(sentence, n) == "be" for n in sentence.helpers(at))
    ),
    "formally": _is_formal,
    "named-person": _is_named_person,
    "own-part": _is_own_part,
    "confession": _one_of("confession"),
    "prosecution": lambda sentence, at: any(
        _lemma(sentence, n) in ("prosecutor", "prosecution", "attorney") for n in (at, *sentence.children[at])
    ),
    "untried-place": _one_of("arrest", "custody", "detention", "remand"),
    "no-time-of-day": lambda sentence, at: (
        not any(t.start <= sentence.tokens[at].start < t.end for t in sentence.times)
    ),
    "hostage-only": lambda sentence, at: (
        any(t.lemma.lower() in word_set("law_fits.hostages") for t in sentence.tokens)
        and not any(t.lemma.lower() in words("en-charges.txt") | words("en-suspects.txt") for t in sentence.tokens)
    ),
    "told-so-or-soon": lambda sentence, at: (
        stance_of(o for o in under(sentence, at) if o.cls != "future") in ("asserted", "alleged")
    ),
    "told-so": lambda sentence, at: stance_of(under(sentence, at)) in ("asserted", "alleged"),
    "told-not-so": lambda sentence, at: stance_of(under(sentence, at)) == "denied",
    "near-police": _is_near_police,
    "over-one": _hangs_over,
    "of-record": _is_of_record,
    "unserved": _is_unserved,
    "reward": _one_of("reward", "bounty"),
    "missed": lambda sentence, at: any(
        t.lemma.lower() in ("missing", "disappear", "hiker", "lost") for t in sentence.tokens
    ),
    "jailhouse": _one_of("prison", "jail", "gaol", "penitentiary"),
    "as-one-of": lambda sentence, at: any(
        sentence.tokens[n].text.lower() == "as" and sentence.tokens[n].is_a(parts.PREPOSITION)
        for n in sentence.children[at]
    ),
    "as-one": lambda sentence, at: any(t.text.lower() == "as" for t in sentence.tokens[at:]),
    "deadly": _is_deadly,
    "keeping": _holds_on,
    "place-name": _is_place_name,
    "no-where": _is_nowhere,
    "to-come": lambda sentence, at: (
        {"if", "unless"}.isdisjoint(sentence.words)
        and any(sentence.tokens[n].text.lower() in ("will", "'ll", "must", "shall") for n in sentence.helpers(at))
    ),
    "lawful-place": lambda sentence, at: sentence.tells_near(word_set("custody_fits.lawful_place")),
    "beside-arrest": lambda sentence, at: sentence.tells_near(word_set("custody_fits.near_arrest")),
    "face": lambda sentence, at: sentence.lemmas[at] == "face",
    "no-spot": _is_no_spot,
    "was-held": _was_held,
    "freedom": _one_of("freedom", "liberty"),
    "office": lambda sentence, at: _lemma(sentence, at) in word_set("custody_fits.office"),
    "passive-bare": lambda sentence, at: (
        (frame := sentence.frame(at)) is not None and frame.passive and not frame.doers.fillers
    ),
    "only-may": lambda sentence, at: any(
        sentence.tokens[n].text.lower() in ("may", "might", "could", "should", "would") for n in sentence.helpers(at)
    ),
    "unlawful": lambda sentence, at: any(
        sentence.tokens[n].lemma.lower() in word_set("certainty.wrongly") | {"have", "unlawfully", "illegally"}
        for n in sentence.subtree(at)
    ),
    "detention": _one_of("detention", "custody", "remand", "arrest", "imprisonment"),
}
