"""What may stand in a place of a deed's planning, helping, hiding: plans, orders, bands, bodies; tests by name."""

from __future__ import annotations

from rashomon.lexicon import word_set, words
from rashomon.lexicon.frames import entries
from rashomon.model import parts
from rashomon.model.clause import Frame
from rashomon.stages.claims.accusations import lexicon
from rashomon.stages.claims.accusations.accused import crime_at
from rashomon.stages.claims.accusations.deeds import does_deed
from rashomon.stages.claims.rules import fits
from rashomon.stages.claims.rules.deed_fits import DEEDS, Test, opens_fire
from rashomon.stages.claims.view import SentenceView


def lemma(sentence: SentenceView, at: int) -> str:
    """The lemma in lower case."""
    return sentence.tokens[at].lemma.lower()


def in_list(name: str) -> Test:
    """Whether a word stands in a list."""
    return lambda sentence, at: lemma(sentence, at) in words(name)


def one_of(name: str) -> Test:
    """Whether a word is of a closed class of this file's."""
    return lambda sentence, at: lemma(sentence, at) in word_set(f"order_fits.{name}")


def pair(sentence: SentenceView, at: int) -> str:
    """A word with the one before it, a hyphen between them or not: "green light", "go-ahead"."""
    before = at - 2 if at > 1 and sentence.tokens[at - 1].text == "-" else at - 1
    return f"{sentence.tokens[before].text} {sentence.tokens[at].text}".lower() if before >= 0 else ""


def is_go_ahead(sentence: SentenceView, at: int) -> bool:
    """What lets a deed be done: "his blessing", "the green light"."""
    return lemma(sentence, at) in words("en-go-ahead.txt") or pair(sentence, at) in words("en-go-ahead.txt")


def _is_deed(sentence: SentenceView, at: int) -> bool:
    return fits.TESTS["deed"](sentence, at) or fits.TESTS["act"](sentence, at) or is_deadly(sentence, at)


def is_plan(sentence: SentenceView, at: int) -> bool:
    """A plan that says what for, and it is a deed: "a plan to kill the priest", "the list of those to be shot"."""
    frame = sentence.state(at)
    if frame is None or lemma(sentence, at) not in words("en-plans.txt"):
        return False
    aims = (n for n in sentence.children[at] if n > at and sentence.tokens[n].is_a(parts.MAIN_VERB))
    for_what = (
        *frame.infinitives,
        *frame.clauses,
        *frame.oblique("for", "of", "behind"),
        *frame.gerund("of", "for"),
        *aims,
    )
    listed = (
        v for n in frame.oblique("of") for v in sentence.children[n] if v > n and sentence.tokens[v].is_a(parts.VERB)
    )
    return any(fits.TESTS["deed"](sentence, n) or _is_harmed(sentence, n) for n in (*for_what, *listed))


def _is_harmed(sentence: SentenceView, at: int) -> bool:
    """Of "those to be shot" the "shot"."""
    frame = sentence.frame(at)
    kinds = lexicon.deeds().get(lemma(sentence, at), ())
    return frame is not None and frame.passive and any(d.object == "person" for d in kinds)


def is_deadly(sentence: SentenceView, at: int) -> bool:
    """Of "the operation in which thirty people were killed", "a raid that killed nine" the operation, the raid."""
    if not sentence.tokens[at].is_a(parts.COMMON_NOUN) or fits.TESTS["people"](sentence, at):
        return False
    below = set(sentence.subtree(at))
    dead = (v for v in sentence.verbs if v.at in below and v.at > at)
    return any(
        ((_is_harmed(sentence, v.at) or v.lemma in word_set("places.dying")) and at in v.oblique("in", "during"))
        or (at in v.doers.fillers and does_deed(sentence, v.at))
        for v in dead
    )


def is_band(sentence: SentenceView, at: int) -> bool:
    """Gunmen, killers, a militia, a death squad; those who do a deed in the same sentence; "them" right behind any."""
    if sentence.tokens[at].text.lower() in ("them", "him", "they", "he"):
        return _is_told_of_band(sentence, at)
    kinds = lexicon.words("fighters.txt") | words("en-hired.txt") | words("en-bands.txt")
    return (
        lemma(sentence, at) in kinds
        or is_squad(sentence, at)
        or (DEEDS["did-it"](sentence, at) and not _is_only_later(sentence, at))
    )


def _is_told_of_band(sentence: SentenceView, at: int) -> bool:
    """Whether the last who are spoken of before a pronoun are gunmen, killers and the like."""
    near = [*(sentence.before.tokens if sentence.before is not None else ()), *sentence.tokens[:at]]
    kinds = lexicon.words("fighters.txt") | words("en-hired.txt") | words("en-bands.txt")
    plural = sentence.tokens[at].text.lower() in ("them", "they")
    told = [t for t in near if t.lemma.lower() in kinds and (t.text.lower() != t.lemma.lower()) == plural]
    people = [t for t in near if t.is_a(parts.COMMON_NOUN) and t.lemma.lower() in lexicon.words("people.txt")]
    return bool(told) and (not people or people[-1].start <= told[-1].start)


def _is_only_later(sentence: SentenceView, at: int) -> bool:
    """Of "sold it to a man who later killed the judge": he was no killer yet."""
    below = sentence.subtree(at)
    return any(sentence.tokens[n].text.lower() in ("later", "afterwards", "subsequently", "would") for n in below)


def is_squad(sentence: SentenceView, at: int) -> bool:
    """Of "the death squad", "a kidnap gang" the squad, the gang."""
    state = sentence.state(at)
    named = () if state is None else state.named
    return lemma(sentence, at) in word_set("order_fits.bands") and any(
        lemma(sentence, n) in words("en-squads.txt") for n in named
    )


def _is_over(sentence: SentenceView, at: int) -> Frame | None:
    """The verb on which a noun's preposition hangs."""
    return next((f for n in sentence.up(at) if n != at and (f := sentence.frame(n)) is not None), None)


def _led_by(sentence: SentenceView, at: int) -> str:
    first = min(sentence.subtree(at)[0], at)
    return sentence.tokens[first - 1].text.lower() if first else ""


def is_of_deed(sentence: SentenceView, at: int) -> bool:
    """Of "was killed with the help of", "the massacre took place with the blessing of" the help, the blessing; of what could not be without it."""
    verb, by = _is_over(sentence, at), _led_by(sentence, at)
    if verb is None or by not in ("with", "without", "through"):
        return False
    told = _is_told_by(sentence, verb)
    return told and (by != "without" or _is_not_so_without(sentence, verb))


def _is_at_bidding(sentence: SentenceView, at: int) -> bool:
    """Of "was killed at the instigation of", "the massacre took place under the command of", "under whose command they killed"."""
    verb = _is_over(sentence, at)
    led = verb is not None and _led_by(sentence, at) in ("at", "on", "under")
    return led and verb is not None and _is_told_by(sentence, verb)


def _is_in_their_pay(sentence: SentenceView, at: int) -> bool:
    """Of "the killers were in the pay of", "death squads on the payroll of"."""
    if _led_by(sentence, at) not in ("in", "on"):
        return False
    above = next((n for n in sentence.up(at) if n != at and (sentence.frame(n) or sentence.state(n))), None)
    frame = None if above is None else sentence.frame(above)
    whom = () if above is None else (above,) if frame is None else frame.subjects.fillers
    return any(is_band(sentence, n) for n in whom)


def _is_to_do(sentence: SentenceView, at: int) -> bool:
    """What somebody is asked, sent, forced to do, and is a deed."""
    frame = sentence.frame(at)
    if frame is None or frame.passive:
        return False
    return does_deed(sentence, at) or opens_fire(sentence, at) or opens(sentence, at, frozenset({"harm-fire"}))


def _is_told_by(sentence: SentenceView, verb: Frame) -> bool:
    """Whether a verb tells a deed: by itself, or of a crime that happened, was planned, could be."""
    around = (*verb.doers.fillers, *verb.undergoers.fillers, *verb.subjects.fillers)
    return (
        does_deed(sentence, verb.at) or _is_harmed(sentence, verb.at) or any(_is_deed_noun(sentence, n) for n in around)
    )


def _is_deed_noun(sentence: SentenceView, at: int) -> bool:
    return crime_at(sentence, at) is not None or lemma(sentence, at) in words("en-acts.txt") or is_deadly(sentence, at)


def _is_not_so_without(sentence: SentenceView, verb: Frame) -> bool:
    """Of "could not have happened without", "would have been impossible without"."""
    helped = [sentence.tokens[n] for n in sentence.children[verb.at]]
    might = any(t.text.lower() in ("could", "would") for t in helped)
    never = any(t.is_a(parts.NEGATION) for t in helped) or any(
        t.lemma.lower() in word_set("order_fits.impossible") for t in sentence.tokens
    )
    return might and never


def opens(sentence: SentenceView, at: int, classes: frozenset[str]) -> bool:
    """Whether a verb, with its particle where one is needed, has a sense of one of these classes."""
    near = {"", *(t.text.lower() for t in sentence.tokens[at + 1 : at + 5])}
    return any(e.cls in classes and e.particle in near for e in entries().get((lemma(sentence, at), "V"), ()))


def _is_done_by_others(sentence: SentenceView, at: int) -> bool:
    """Of "had his men beat him to death", "made the boys kill": others do the deed."""
    frame = sentence.frame(at)
    return frame is not None and not frame.passive and bool(frame.doers.fillers) and does_deed(sentence, at)


def _spares_nobody(sentence: SentenceView, at: int) -> bool:
    """Of "leave no one alive", "take no prisoners", "finish them off"."""
    frame = sentence.frame(at)
    if frame is None or lemma(sentence, at) not in word_set("order_fits.sparing"):
        return False
    after = [t.text.lower() for t in sentence.tokens[at + 1 : at + 5]]
    return bool({"no", "nobody", "none", "no-one"} & set(after)) and bool(
        {"alive", "prisoner", "prisoners", "quarter", "mercy", "survivors", "witnesses", "one"} & set(after)
    )


def _is_detail_unsaid(sentence: SentenceView, at: int) -> bool:
    """A date, a place, a weapon with no word of what it is for, where a deed is told of."""
    state = sentence.state(at)
    said = state is not None and bool(state.oblique("of", "for") or state.named)
    return not said and lemma(sentence, at) in words("en-plan-details.txt") and DEEDS["near-deed"](sentence, at)


def _is_victim_and_more(sentence: SentenceView, at: int) -> bool:
    """Of "chose the victim, the hour and the weapon": a victim beside what else is settled of a deed."""
    details = [t for t in sentence.tokens if t.lemma.lower() in words("en-plan-details.txt")]
    return lemma(sentence, at) == "victim" and len(details) > 1


def _is_fatal_paper(sentence: SentenceView, at: int) -> bool:
    """A fatwa; death warrants, not the one "of the convict"."""
    state = sentence.state(at)
    whose = state is not None and bool(state.oblique("of", "for"))
    return lemma(sentence, at) == "fatwa" or (pair(sentence, at).startswith("death warrant") and not whose)


def _is_no_judge(sentence: SentenceView, at: int) -> bool:
    """Whoever is no court and no judge, by the noun or by the office before the name: what those order is the law's work."""
    state = sentence.state(at)
    called = (at, *(state.named if state is not None else ()))
    return not any(lemma(sentence, n) in words("en-finders.txt") | word_set("order_fits.judges") for n in called)


ORDERS: dict[str, Test] = {
    "go-ahead": is_go_ahead,
    "let-do": _is_deed,
    "plan-of-deed": is_plan,
    "deadly-action": is_deadly,
    "band": is_band,
    "squad": is_squad,
    "of-deed": is_of_deed,
    "at-bidding": _is_at_bidding,
    "harmed": _is_harmed,
    "in-their-pay": _is_in_their_pay,
    "to-do-deed": _is_to_do,
    "done-by-others": _is_done_by_others,
    "spares-nobody": _spares_nobody,
    "victim-and-more": _is_victim_and_more,
    "detail-unsaid": _is_detail_unsaid,
    "detail": in_list("en-plan-details.txt"),
    "strings": one_of("strings"),
    "motion": one_of("motion"),
    "charge-itself-of": lambda sentence, at: lemma(sentence, at) in ("charge", "command", "control"),
    "fatal-paper": _is_fatal_paper,
    "no-judge": _is_no_judge,
}
