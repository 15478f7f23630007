"""What may stand in a place: tests by name, each on one token of a sentence."""

from __future__ import annotations

from collections.abc import Callable

from rashomon.lexicon import word_set, words
from rashomon.lexicon.frames import entries
from rashomon.model import parts
from rashomon.stages.claims.accusations import lexicon
from rashomon.stages.claims.accusations.accused import crime_at, crime_near, names_offence
from rashomon.stages.claims.accusations.deeds import does_deed
from rashomon.stages.claims.actors import is_human
from rashomon.stages.claims.rules.charge_fits import CHARGES
from rashomon.stages.claims.rules.custody_fits import CUSTODY
from rashomon.stages.claims.rules.deed_fits import DEEDS, opens_fire, serves_otherwise, stands_behind
from rashomon.stages.claims.rules.harm_fits import HARM
from rashomon.stages.claims.rules.law_fits import LAW, is_dropped
from rashomon.stages.claims.rules.means_fits import MEANS
from rashomon.stages.claims.rules.named_beside import known_size
from rashomon.stages.claims.view import SentenceView

_HIS = frozenset({"his", "her", "their", "its", "my", "our"})
_ACTING = frozenset({"act", "work", "operate"})
Test = Callable[[SentenceView, int], bool]


def _is_deed(sentence: SentenceView, at: int) -> bool:
    """A crime by its noun, or a verb of doing one."""
    token = sentence.tokens[at]
    if token.is_a(parts.VERB):
        return (
            does_deed(sentence, at)
            or opens_fire(sentence, at)
            or (_opens(sentence, at, "harm-fire", "order", "part", "crime") and not serves_otherwise(sentence, at))
            or _is_behind(sentence, at)
        )
    if crime_at(sentence, at) is not None or _is_harm(sentence, at) or _is_each_of_deeds(sentence, at):
        return True
    if token.lemma.lower() in words("en-part.txt"):  # "for her alleged involvement in the plot"
        part = sentence.state(at)
        return part is not None and any(_is_deed(sentence, n) for n in part.oblique("in") if n != at)
    return token.lemma.lower() in lexicon.words("offences.txt") or _is_charge_of(sentence, at)


def _is_each_of_deeds(sentence: SentenceView, at: int) -> bool:
    """Of "every one of these deaths", "all of the murders"."""
    if sentence.tokens[at].text.lower() not in ("one", "all", "each", "most", "many", "some", "both", "any"):
        return False
    held = (sentence.noun_after(n) for n in sentence.phrases(at) if sentence.tokens[n].text.lower() == "of")
    return any(crime_at(sentence, n) is not None or _is_harm(sentence, n) for n in held if n is not None)


def _is_grave(sentence: SentenceView, at: int) -> bool:
    """A deed of violence or a part in one; no theft, no perjury."""
    token = sentence.tokens[at]
    common = token.lemma.lower() in lexicon.words("offences.txt") - lexicon.words("crimes.txt")
    return _is_deed(sentence, at) and (
        token.is_a(parts.VERB) or not common or token.lemma.lower() in word_set("fits.grave")
    )


def _is_incited(sentence: SentenceView, at: int) -> bool:
    """What people do once they are incited: a crime, violence, the verb of a deed; no accident, no quarrel."""
    token = sentence.tokens[at]
    if token.is_a(parts.VERB):
        return _is_deed(sentence, at)
    return crime_at(sentence, at) is not None or token.lemma.lower() in words("en-incited.txt")


def _is_killing(sentence: SentenceView, at: int) -> bool:
    """A verb of harm to people, by its sense alone: its object stands elsewhere."""
    after = {t.text.lower() for t in sentence.tokens[at + 1 : at + 3]}
    kinds = lexicon.deeds().get(sentence.tokens[at].lemma.lower(), ())
    return any(d.object == "person" and (not d.particle or d.particle in after) for d in kinds)


def _is_done_away(sentence: SentenceView, at: int) -> bool:
    """What one has done: somebody killed, a ship sunk; not "had his car robbed", for his own is done to him, unless it is "his own"."""
    if _is_killing(sentence, at):
        return True
    kinds = lexicon.deeds().get(sentence.tokens[at].lemma.lower(), ())
    before = [t.text.lower() for t in sentence.tokens[max(0, at - 5) : at]]
    return any(d.object == "site" and not d.particle for d in kinds) and ("own" in before or not _HIS & set(before))


def _is_charge_of(sentence: SentenceView, at: int) -> bool:
    """Of "12 counts of murder", "suspicion of arson"."""
    frame = sentence.state(at)
    counted = sentence.tokens[at].lemma.lower() in words("en-charges.txt") | words("en-blame.txt") | {
        "allegation",
        "series",
    }
    return (
        counted
        and frame is not None
        and any(names_offence(sentence, n) for n in (*frame.oblique("of"), *frame.gerund("of")))
    )


def _is_charge_of_deed(sentence: SentenceView, at: int) -> bool:
    """Of "on murder charges", "on charges of arson"."""
    frame = sentence.state(at)
    named = () if frame is None else (*frame.named, *frame.oblique("of", "for", "over"), *frame.gerund("of", "for"))
    return any(names_offence(sentence, n) for n in named)


def _is_behind(sentence: SentenceView, at: int) -> bool:
    """Of "accused of being behind the murder"."""
    return (f := sentence.frame(at)) is not None and any(crime_at(sentence, n) is not None for n in f.oblique("behind"))


def _is_harm(sentence: SentenceView, at: int) -> bool:
    return sentence.tokens[at].lemma.lower() in lexicon.words("harms.txt")


def _opens(sentence: SentenceView, at: int, *classes: str) -> bool:
    token = sentence.tokens[at]
    pos = "V" if token.is_a(parts.VERB) else "N"
    near = {"", *(t.text.lower() for t in sentence.tokens[at + 1 : at + 7])}
    return any(e.cls in classes and e.particle in near for e in entries().get((token.lemma.lower(), pos), ()))


def _is_verb(sentence: SentenceView, at: int) -> bool:
    """Whatever somebody is accused of doing; a verb of harm only with somebody whom it harms ("murdering a trade")."""
    token = sentence.tokens[at]
    harming = any(not d.particle and d.object == "person" for d in lexicon.deeds().get(token.lemma.lower(), ()))
    return token.is_a(parts.MAIN_VERB) and (not harming or does_deed(sentence, at))


def _is_state(sentence: SentenceView, at: int) -> bool:
    return sentence.tokens[at].lemma in words("en-states.txt")


def _is_planning(sentence: SentenceView, at: int) -> bool:
    """A verb of ordering, planning or paying for a deed."""
    frame = sentence.frame(at)
    if frame is None or not (_opens(sentence, at, "order", "agree-to", "incite", "give-order", "hire")):
        return False
    what = (*frame.undergoers.fillers, *frame.infinitives, *frame.clauses)
    return any(_is_ordered(sentence, n) or _is_killer(sentence, n) for n in what)


def _is_order(sentence: SentenceView, at: int) -> bool:
    """An order that is no court's, and, where it says what for, one for a deed."""
    frame = sentence.state(at)
    if sentence.tokens[at].lemma.lower() not in words("en-order.txt") or frame is None:
        return False
    what = (*frame.infinitives, *frame.oblique("for", "of"))
    bare = not what and (not _is_legal(sentence) or DEEDS["near-deed"](sentence, at))
    return bare or any(_is_ordered(sentence, n) for n in what)


def _is_ordered(sentence: SentenceView, at: int) -> bool:
    """What an order is for: a deed, "it"; to attack or storm somewhere is one, whoever is armed."""
    kinds = lexicon.deeds().get(sentence.tokens[at].lemma.lower(), ())
    return (
        _is_deed(sentence, at)
        or sentence.tokens[at].is_a(parts.PRONOUN)
        or any(d.object in ("weak", "site") for d in kinds)
    )


def _is_act(sentence: SentenceView, at: int) -> bool:
    """A raid or a strike; that of police on a flat is their work."""
    forces = lexicon.words("forces.txt") - {"soldier", "army", "military", "troop"}
    police = any(t.lemma.lower() in forces for t in sentence.tokens)
    return sentence.tokens[at].lemma.lower() in words("en-acts.txt") and not police


def _is_unarmed(sentence: SentenceView, at: int) -> bool:
    """Of a verb of firing: it fires nothing that is no shot ("tear gas", "a glance")."""
    frame = sentence.frame(at)
    return frame is not None and all(_is_device(sentence, n) for n in frame.undergoers.fillers)


def _is_label(sentence: SentenceView, at: int) -> bool:
    """A gunman, a mastermind; one of the gunmen; "them" or "one", where the sentence before speaks of gunmen; he whom it calls one."""
    if _names_label(sentence, at):
        return True
    text, before = sentence.tokens[at].text.lower(), sentence.before
    told = [] if before is None else [n for n in range(len(before)) if _names_label(before, n)]
    if text in ("them", "him", "her"):
        return bool(told)
    if text in ("he", "she") and before is not None:
        own = sentence.mention_at(at)
        return own is not None and own.referent is not None and any(_is_of(before, n, own.referent) for n in told)
    frame = sentence.state(at)
    if frame is None or frame.lemma not in ("one", "two", "three"):
        return False
    return any(_is_label(sentence, n) for n in frame.oblique("of")) or (bool(told) and not frame.oblique("of"))


def _is_of(sentence: SentenceView, at: int, referent: str) -> bool:
    mention = sentence.mention_at(at)
    return mention is not None and mention.referent == referent


def _names_label(sentence: SentenceView, at: int) -> bool:
    lemma = sentence.tokens[at].lemma.lower()
    accused = sentence.tokens[at].text.lower() == "accused" or stands_behind(sentence, at)
    return accused or lemma in lexicon.labels() or lemma in lexicon.words("fighters.txt")


def _is_it(sentence: SentenceView, at: int) -> bool:
    """ "it", "this", where the sentence, or the one before, tells of a deed."""
    if sentence.tokens[at].text.lower() not in ("it", "this", "that", "nothing"):
        return False
    done = (does_deed(s, f.at) or (f.passive and _is_killing(s, f.at)) for s in sentence.near for f in s.verbs)
    return crime_near(sentence) or any(done)


def _is_obeyed(sentence: SentenceView, at: int) -> bool:
    """Orders "on" or "under" which somebody acts, in a sentence that tells of a deed."""
    first = sentence.subtree(at)[0]
    before = {t.text.lower() for t in sentence.tokens[max(0, min(first, at - 2) - 1) : at]}
    told = (
        (t.is_a(parts.MAIN_VERB) and does_deed(sentence, n)) or t.lemma.lower() in lexicon.words("fighters.txt")
        for n, t in enumerate(sentence.tokens[:at])
    )
    return bool(before & {"on", "under", "at"}) and (
        any(told)
        or (DEEDS["near-deed"](sentence, at) and any(t.lemma.lower() in _ACTING for t in sentence.tokens[:at]))
        or any(
            t.is_a(parts.MAIN_VERB)
            and (does_deed(sentence, n) or opens_fire(sentence, n) or _opens(sentence, n, "harm-fire"))
            for n, t in enumerate(sentence.tokens)
        )
    )


def _is_people(sentence: SentenceView, at: int) -> bool:
    """Somebody who can be hurt, or so many of something."""
    counted = any(q.head == at for q in sentence.quantities)
    return is_human(sentence, at) or (counted and sentence.tokens[at].is_a(parts.COMMON_NOUN))


def _is_device(sentence: SentenceView, at: int) -> bool:
    return any(sentence.tokens[at].lemma.lower() in lexicon.devices(kind) for kind in ("bomb", "fire"))


def _is_killer(sentence: SentenceView, at: int) -> bool:
    """Gunmen, killers; "him", where the sentence has spoken of one before."""
    kinds = lexicon.words("fighters.txt") | words("en-hired.txt") | {"killer", "assassin"}
    first = 0 if sentence.tokens[at].is_a(parts.PRONOUN) else at
    return any(t.lemma.lower() in kinds for t in sentence.tokens[first : at + 1])


def _is_legal(sentence: SentenceView) -> bool:
    """Whether a sentence tells of a court's business: its orders are no deeds."""
    return any(t.lemma.lower() in words("en-court.txt") for t in sentence.tokens)


def _in_list(name: str) -> Test:
    return lambda sentence, at: sentence.tokens[at].lemma.lower() in words(name)


TESTS: dict[str, Test] = {
    "deed": _is_deed,
    "verb": _is_verb,
    "act-verb": lambda sentence, at: _is_verb(sentence, at) and not _is_state(sentence, at),
    "charge-itself": lambda sentence, at: (sentence.tokens[at].lemma.lower() in ("charge", "count", "indictment", "chargesheet")) and not is_dropped(sentence, at),
    "absence": lambda sentence, at: sentence.tokens[at].lemma.lower() in ("absence", "absentia"),
    "in-nothing": lambda sentence, at: (f := sentence.frame(at) or sentence.state(at)) is not None and not f.oblique("in", "with") and not f.gerund("in"),
    "not-dropped": lambda sentence, at: not is_dropped(sentence, at),
    "state": lambda sentence, at: _is_state(sentence, at) and not any(_names_label(sentence, n) for n in sentence.subtree(at)),
    "planning": _is_planning,
    "act": _is_act,
    "it": _is_it,
    "fighter": _names_label,
    "shelter": _in_list("en-shelter.txt"),
    "unarmed": _is_unarmed,
    "done-away": _is_done_away,
    "people": _is_people,
    "device": _is_device,
    "vehicle": _in_list("en-vehicles.txt"),
    "killers": _is_killer,
    "part": _in_list("en-part.txt"),
    "part-or-blame": lambda sentence, at: sentence.tokens[at].lemma.lower() in words("en-part.txt") | words("en-blame.txt"),
    "blame": _in_list("en-blame.txt"),
    "order": _is_order,
    "credit": _in_list("en-credit.txt"),
    "ruin": _in_list("en-ruin.txt"),
    "incited": _is_incited,
    "charges": _in_list("en-charges.txt"),
    "trigger": lambda sentence, at: sentence.tokens[at].lemma.lower() == "trigger",
    "label": _is_label,
    "name": lambda sentence, at: sentence.tokens[at].is_a(parts.NAME),
    "name-or-group": lambda sentence, at: sentence.tokens[at].is_a(parts.NAME) or bool(known_size(sentence, at)),
    "obeyed": _is_obeyed,
    "had-to": lambda sentence, at: sentence.lemmas[at] == "have"
    and any(sentence.has_to(n) for n in sentence.each(at, parts.OPEN_CLAUSE)),
    "has-it": lambda sentence, at: (it := sentence.object_of(at)) is not None and sentence.tokens[it].text.lower() == "it",
    "goods": lambda sentence, at: sentence.tokens[at].is_a(parts.NOUN | parts.PRONOUN) and not _in_list("en-idle.txt")(sentence, at),
    "traces": _in_list("en-traces.txt"),
    "any": lambda sentence, at: True,
    "charge-of": _is_charge_of_deed,
    "grave": _is_grave,
    **DEEDS, **MEANS, **CHARGES, **LAW, **HARM, **CUSTODY,
}  # fmt: skip
