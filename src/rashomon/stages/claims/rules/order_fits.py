"""What may stand in a place of a deed's planning, helping, hiding: plans, orders, bands, bodies; tests by name."""

from __future__ import annotations

from rashomon.lexicon import word_set, words
from rashomon.lexicon.frames import entries
from rashomon.model import parts
from rashomon.model.clause import Frame
from rashomon.stages.claims.accusations import lexicon
from rashomon.stages.claims.accusations.accused import crime_at
from rashomon.stages.claims.accusations.deeds import does_deed
from rashomon.stages.claims.actors import is_human
from rashomon.stages.claims.rules import fits
from rashomon.stages.claims.rules.blame_fits import BLAMES
from rashomon.stages.claims.rules.deed_fits import DEEDS, Test, opens_fire
from rashomon.stages.claims.rules.means_fits import MEANS
from rashomon.stages.claims.view import SentenceView

_HIDING = frozenset({"conceal", "destroy-evidence", "dispose", "cover-up", "rewrite"})


def _lemma(sentence: SentenceView, at: int) -> str:
    return sentence.tokens[at].lemma.lower()


def _in_list(name: str) -> Test:
    return lambda sentence, at: _lemma(sentence, at) in words(name)


def _one_of(name: str) -> Test:
    return lambda sentence, at: _lemma(sentence, at) in word_set(f"order_fits.{name}")


def _pair(sentence: SentenceView, at: int) -> str:
    """A word with the one before it, a hyphen between them or not: "green light", "go-ahead"."""
    before = at - 2 if at > 1 and sentence.tokens[at - 1].text == "-" else at - 1
    return f"{sentence.tokens[before].text} {sentence.tokens[at].text}".lower() if before >= 0 else ""


def is_go_ahead(sentence: SentenceView, at: int) -> bool:
    """What lets a deed be done: "his blessing", "the green light"."""
    return _lemma(sentence, at) in words("en-go-ahead.txt") or _pair(sentence, at) in words("en-go-ahead.txt")


def _is_deed(sentence: SentenceView, at: int) -> bool:
    return fits.TESTS["deed"](sentence, at) or fits.TESTS["act"](sentence, at) or is_deadly(sentence, at)


def is_plan(sentence: SentenceView, at: int) -> bool:
    """A plan that says what for, and it is a deed: "a plan to kill the priest", "the list of those to be shot"."""
    frame = sentence.state(at)
    if frame is None or _lemma(sentence, at) not in words("en-plans.txt"):
        return False
    aims = (n for n in sentence.children[at] if n > at and sentence.tokens[n].is_a(parts.MAIN_VERB))
    for_what = (*frame.infinitives, *frame.clauses, *frame.oblique("for", "of", "behind"), *frame.gerund("of", "for"), *aims)
    listed = (v for n in frame.oblique("of") for v in sentence.children[n] if v > n and sentence.tokens[v].is_a(parts.VERB))
    return any(fits.TESTS["deed"](sentence, n) or _is_harmed(sentence, n) for n in (*for_what, *listed))


def _is_harmed(sentence: SentenceView, at: int) -> bool:
    """Of "those to be shot" the "shot"."""
    frame = sentence.frame(at)
    kinds = lexicon.deeds().get(_lemma(sentence, at), ())
    return frame is not None and frame.passive and any(d.object == "person" for d in kinds)


def is_deadly(sentence: SentenceView, at: int) -> bool:
    """Of "the operation in which thirty people were killed", "a raid that killed nine" the operation, the raid."""
    if not sentence.tokens[at].is_a(parts.COMMON_NOUN) or fits.TESTS["people"](sentence, at):
        return False
    below = set(sentence.subtree(at))
    dead = (v for v in sentence.verbs if v.at in below and v.at > at)
    return any(
        (_is_harmed(sentence, v.at) or v.lemma in word_set("places.dying"))
        and at in v.oblique("in", "during")
        or (at in v.doers.fillers and does_deed(sentence, v.at))
        for v in dead
    )


def is_band(sentence: SentenceView, at: int) -> bool:
    """Gunmen, killers, a militia, a death squad; those who do a deed in the same sentence; "them" right behind any."""
    lemma = _lemma(sentence, at)
    if sentence.tokens[at].text.lower() in ("them", "him", "they", "he"):
        return _is_told_of_band(sentence, at)
    kinds = lexicon.words("fighters.txt") | words("en-hired.txt") | words("en-bands.txt")
    return lemma in kinds or is_squad(sentence, at) or (DEEDS["did-it"](sentence, at) and not _is_only_later(sentence, at))


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
    return _lemma(sentence, at) in word_set("order_fits.bands") and any(
        _lemma(sentence, n) in words("en-squads.txt") for n in named
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
    return does_deed(sentence, at) or opens_fire(sentence, at) or _opens(sentence, at, frozenset({"harm-fire"}))


def _is_told_by(sentence: SentenceView, verb: Frame) -> bool:
    """Whether a verb tells a deed: by itself, or of a crime that happened, was planned, could be."""
    around = (*verb.doers.fillers, *verb.undergoers.fillers, *verb.subjects.fillers)
    return does_deed(sentence, verb.at) or _is_harmed(sentence, verb.at) or any(_is_deed_noun(sentence, n) for n in around)


def _is_deed_noun(sentence: SentenceView, at: int) -> bool:
    return crime_at(sentence, at) is not None or _lemma(sentence, at) in words("en-acts.txt") or is_deadly(sentence, at)


def _is_not_so_without(sentence: SentenceView, verb: Frame) -> bool:
    """Of "could not have happened without", "would have been impossible without"."""
    helped = [sentence.tokens[n] for n in sentence.children[verb.at]]
    might = any(t.text.lower() in ("could", "would") for t in helped)
    never = any(t.is_a(parts.NEGATION) for t in helped) or any(
        t.lemma.lower() in word_set("order_fits.impossible") for t in sentence.tokens
    )
    return might and never


def hides(sentence: SentenceView, at: int) -> bool:
    """A verb of hiding, with a trace or a body: "burned" of "had the bodies burned", "bury" of "helped bury the body"."""
    frame = sentence.frame(at)
    if frame is None or not _opens(sentence, at, _HIDING) or _is_burial(sentence, at):
        return False
    above = next((f for n in sentence.up(at) if n != at and (f := sentence.frame(n)) is not None), None)
    around = [*frame.doers.fillers, *frame.undergoers.fillers, *frame.subjects.fillers, *frame.oblique("of", "with")]
    if not frame.undergoers.fillers and above is not None:
        around += above.undergoers.fillers
    return any(_is_trace(sentence, n) for n in around)


def _is_burial(sentence: SentenceView, at: int) -> bool:
    """Of "buried the bodies of the victims" the burying, where nothing says that it was to hide them."""
    hidden = words("en-wilds.txt") | word_set("order_fits.hidden")
    secret = any(t.lemma.lower() in hidden for t in sentence.tokens)
    return _lemma(sentence, at) in ("bury", "cremate") and not secret and not DEEDS["law-told"](sentence, at)


def _is_trace(sentence: SentenceView, at: int) -> bool:
    return _lemma(sentence, at) in words("en-traces.txt") | words("en-body.txt") | words("en-evidence.txt") | word_set(
        "order_fits.papers"
    )


def _opens(sentence: SentenceView, at: int, classes: frozenset[str]) -> bool:
    near = {"", *(t.text.lower() for t in sentence.tokens[at + 1 : at + 5])}
    return any(e.cls in classes and e.particle in near for e in entries().get((_lemma(sentence, at), "V"), ()))


def _is_done_by_others(sentence: SentenceView, at: int) -> bool:
    """Of "had his men beat him to death", "made the boys kill": others do the deed."""
    frame = sentence.frame(at)
    return frame is not None and not frame.passive and bool(frame.doers.fillers) and does_deed(sentence, at)


def _spares_nobody(sentence: SentenceView, at: int) -> bool:
    """Of "leave no one alive", "take no prisoners", "finish them off"."""
    frame = sentence.frame(at)
    if frame is None or _lemma(sentence, at) not in word_set("order_fits.sparing"):
        return False
    after = [t.text.lower() for t in sentence.tokens[at + 1 : at + 5]]
    return bool({"no", "nobody", "none", "no-one"} & set(after)) and bool(
        {"alive", "prisoner", "prisoners", "quarter", "mercy", "survivors", "witnesses", "one"} & set(after)
    )


def _is_laden(sentence: SentenceView, at: int) -> bool:
    """A bomb, or what holds one: "the truck with the dynamite", "the bag of grenades"."""
    state = sentence.state(at)
    below = () if state is None else sentence.subtree(at)
    return any(_lemma(sentence, n) in words("en-bombs.txt") for n in (at, *below))


def _is_where_told(sentence: SentenceView, at: int) -> bool:
    """A clause that tells where, when or how: "told the killers where the judge lived"."""
    opening = next((n for n in (at, *sentence.subtree(at)[:2]) if sentence.tokens[n].text.lower() in word_set("order_fits.wheres")), None)
    return opening is not None and any(
        is_human(sentence, n) or _lemma(sentence, n) in words("en-vehicles.txt") | {"convoy", "train", "transport"}
        for n in range(opening + 1, min(opening + 5, len(sentence)))
    )


def _is_detail_unsaid(sentence: SentenceView, at: int) -> bool:
    """A date, a place, a weapon with no word of what it is for, where a deed is told of."""
    state = sentence.state(at)
    said = state is not None and bool(state.oblique("of", "for") or state.named)
    return not said and _lemma(sentence, at) in words("en-plan-details.txt") and DEEDS["near-deed"](sentence, at)


def _is_victim_and_more(sentence: SentenceView, at: int) -> bool:
    """Of "chose the victim, the hour and the weapon": a victim beside what else is settled of a deed."""
    details = [t for t in sentence.tokens if t.lemma.lower() in words("en-plan-details.txt")]
    return _lemma(sentence, at) == "victim" and len(details) > 1


def _is_cover_up(sentence: SentenceView, at: int) -> bool:
    return _lemma(sentence, at) in ("coverup", "cover-up") or _pair(sentence, at) == "cover up"


def _is_inwards(sentence: SentenceView, at: int) -> bool:
    """Of "let the killers in", "let them into the house"."""
    return sentence.tokens[at].text.lower() in ("in", "inside", "through") or _lemma(sentence, at) in (
        "enter", "pass", "through"
    ) or any(sentence.tokens[n].text.lower() in ("into", "through", "inside") for n in range(max(0, at - 3), at))  # fmt: skip


def _is_meanwhile(sentence: SentenceView, at: int) -> bool:
    """Of "held him down while his brother stabbed him": a deed told in a clause of the same time."""
    when = {t.text.lower() for t in sentence.tokens[at:]}
    return bool(when & {"while", "as", "so"}) and DEEDS["violent"](sentence, at)


def _is_ransom_told(sentence: SentenceView, at: int) -> bool:
    return any(t.lemma.lower() in word_set("order_fits.ransom") for t in sentence.tokens)


def _is_deed_weapon(sentence: SentenceView, at: int) -> bool:
    """Of "the murder weapon", "the gun used in the killing"; a weapon, where the sentence tells of a deed."""
    state = sentence.state(at)
    named = state is not None and any(crime_at(sentence, n) is not None for n in state.named)
    armed = _lemma(sentence, at) in lexicon.devices("fire") | words("en-weapons.txt") | {"weapon", "knife", "axe"}
    return armed and (named or MEANS["harm-told"](sentence, at))


def _is_false_paper(sentence: SentenceView, at: int) -> bool:
    """Of "a false report", "a fake certificate"."""
    state = sentence.state(at)
    wrong = state is not None and any(_lemma(sentence, n) in word_set("order_fits.false") for n in state.named)
    return wrong and _lemma(sentence, at) in word_set("order_fits.papers") | {"statement", "account", "version"}


def _is_dead_told(sentence: SentenceView, at: int) -> bool:
    """Whether a sentence speaks of somebody dead or of a deed."""
    dead = any(t.lemma.lower() in ("dead", "body", "corpse", "victim", "deceased") for t in sentence.tokens)
    return dead or MEANS["harm-told"](sentence, at)


def _is_used_by_band(sentence: SentenceView, at: int) -> bool:
    """Of "the flat used by the bombers", "the car the killers drove"."""
    users = (n for v in sentence.verbs if v.passive and at in v.undergoers.fillers and v.lemma == "use" for n in v.doers.fillers)
    return any(is_band(sentence, n) for n in users)


def _is_band_near(sentence: SentenceView, at: int) -> bool:
    """Whether the sentence tells of gunmen, killers, or of a bomb."""
    return any(is_band(sentence, n) for n, t in enumerate(sentence.tokens) if t.is_a(parts.COMMON_NOUN))


def _is_fatal_paper(sentence: SentenceView, at: int) -> bool:
    """A fatwa; death warrants, not the one "of the convict"."""
    state = sentence.state(at)
    whose = state is not None and bool(state.oblique("of", "for"))
    return _lemma(sentence, at) == "fatwa" or (_pair(sentence, at).startswith("death warrant") and not whose)


def _is_no_judge(sentence: SentenceView, at: int) -> bool:
    """Whoever is no court and no judge, by the noun or by the office before the name: what those order is the law's work."""
    state = sentence.state(at)
    called = (at, *(state.named if state is not None else ()))
    return not any(_lemma(sentence, n) in words("en-finders.txt") | word_set("order_fits.judges") for n in called)


ORDERS: dict[str, Test] = {
    "go-ahead": is_go_ahead,
    "let-do": _is_deed,
    "plan-of-deed": is_plan,
    "deadly": is_deadly,
    "band": is_band,
    "squad": is_squad,
    "of-deed": is_of_deed,
    "at-bidding": _is_at_bidding,
    "harmed": _is_harmed,
    "in-their-pay": _is_in_their_pay,
    "to-do-deed": _is_to_do,
    "hides": hides,
    "done-by-others": _is_done_by_others,
    "spares-nobody": _spares_nobody,
    "laden": _is_laden,
    "where-told": _is_where_told,
    "cover-up": _is_cover_up,
    "victim-and-more": _is_victim_and_more,
    "detail-unsaid": _is_detail_unsaid,
    "plain-burial": _is_burial,
    "taker": _one_of("takers"),
    "rescuer": _one_of("rescuers"),
    "detail": _in_list("en-plan-details.txt"),
    "disguise": _in_list("en-disguises.txt"),
    "helper": lambda sentence, at: _lemma(sentence, at) in words("en-lookouts.txt") or _pair(sentence, at) == "go between",
    "used-by-band": _is_used_by_band,
    "away": lambda sentence, at: sentence.tokens[at].text.lower() in ("home", "away", "back", "there", "across"),
    "other-way": lambda sentence, at: _lemma(sentence, at) == "way" and _pair(sentence, at) == "other way",
    "band-told": _is_band_near,
    "wilds": _in_list("en-wilds.txt"),
    "track": _in_list("en-tracks.txt"),
    "inwards": _is_inwards,
    "meanwhile": _is_meanwhile,
    "ransom-told": _is_ransom_told,
    "deed-weapon": _is_deed_weapon,
    "false-paper": _is_false_paper,
    "dead-told": _is_dead_told,
    "paper": lambda sentence, at: _lemma(sentence, at) in words("en-evidence.txt") | word_set("order_fits.papers"),
    "brakes-told": lambda sentence, at: any(t.lemma.lower() in ("brake", "brakes") for t in sentence.tokens),
    "of-law-or-care": lambda sentence, at: _lemma(sentence, at) in words("en-law.txt") | word_set("order_fits.caring"),
    "gate": _one_of("gates"),
    "key": _one_of("keys"),
    "strings": _one_of("strings"),
    "motion": _one_of("motion"),
    "witness": _one_of("witnesses"),
    "brakes": _one_of("brakes"),
    "engine": _one_of("engines"),
    "in-league": _one_of("league"),
    "charge-itself-of": lambda sentence, at: _lemma(sentence, at) in ("charge", "command", "control"),
    "fatal-paper": _is_fatal_paper,
    "no-judge": _is_no_judge,
}
TESTS: dict[str, Test] = {**fits.TESTS, **ORDERS, **BLAMES}
"""All tests by name: those of `fits`, and over them what orders, help and hiding ask for."""
