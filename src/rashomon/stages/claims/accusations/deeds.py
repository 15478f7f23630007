"""Who did it: "X shot", "was attacked by X", "the ambush by X", "X's attack on"."""

from __future__ import annotations

from collections.abc import Iterator

from rashomon.lexicon.frames import entries
from rashomon.stages.claims.accusations.accused import (
    Accused,
    below_preposition,
    crime_at,
    is_armed,
    is_thing,
)
from rashomon.stages.claims.accusations.hits import (
    act_at,
    by_hyphen,
    counted,
    has_particle,
    is_assaulted,
    is_crew,
    is_of_arms,
    is_sprayed,
    means_deed,
    run_down,
    throat_at,
)
from rashomon.stages.claims.accusations.lexicon import Deed, deeds, devices, words
from rashomon.stages.claims.actors import REFLEXIVE, chunk, is_human
from rashomon.stages.claims.parties import doers, done_to, is_passive
from rashomon.stages.claims.rules.doing import owners
from rashomon.stages.claims.view import SentenceView, View
from rashomon.text.fold import fold
from rashomon.text.places import lookup

_AIMED = ("at", "on", "into", "upon", "toward", "towards")


def read_deed(view: View, sentence: SentenceView, at: int) -> Iterator[Accused]:
    """A verb of doing with somebody who does it and an object that makes it a deed."""
    if sentence.tokens[at].pos != "VERB" or _names_a_case(sentence, at):
        return
    for deed in deeds()[sentence.tokens[at].lemma.lower()]:
        objects = _objects(sentence, at, deed)
        if objects is None or (not deed.particle and _has_own_sense(sentence, at)):
            continue
        for who in doers(sentence, at) or owners(sentence, at):
            if not _same(view, sentence, who, objects):
                yield Accused("perpetrator", at, who, (at, who, *objects))
        return


def _names_a_case(sentence: SentenceView, at: int) -> bool:
    """Of "X, Pulse shooting survivor": the "shooting" says of what, nobody shoots the survivor."""
    after = sentence.tokens[at + 1].lemma.lower() if at + 1 < len(sentence) else ""
    return sentence.tokens[at].tag == "VBG" and after in {"survivor", "victim", "suspect", "death", "scene", "spree"}


def _has_own_sense(sentence: SentenceView, at: int) -> bool:
    """Of "whipped up the mob" the verb with its particle, where the lexicon has a sense of both together."""
    frame = sentence.frame(at)
    senses = () if frame is None or not frame.particle else entries().get((frame.lemma, "V"), ())
    return any(e.particle == frame.particle for e in senses if frame is not None)


def does_deed(sentence: SentenceView, at: int) -> bool:
    """Whether a verb with its object is a deed of violence, whoever does it."""
    kinds = deeds().get(sentence.tokens[at].lemma.lower(), ())
    return any(_objects(sentence, at, deed) is not None for deed in kinds)


def _same(view: View, sentence: SentenceView, who: int, objects: tuple[int, ...]) -> bool:
    """Nobody but "himself" is both doer and object: where the two are said to be one, who "he" is was not read well."""
    doer = view.referent_at(sentence, who)
    if doer is None:
        return False
    return any(view.referent_at(sentence, n) == doer or chunk(sentence, n).quote == doer.name for n in objects)


def _objects(sentence: SentenceView, at: int, deed: Deed) -> tuple[int, ...] | None:
    """The tokens that make the verb this deed, or None."""
    over = run_down(sentence, at, deed.particle) if deed.particle else ()
    if deed.particle and not over and not has_particle(sentence, at, deed.particle):
        return None
    found = list(over) or _all(sentence, done_to(sentence, at) or _left_out(sentence, at))
    if sentence.sentence.block == "headline" and _cut_short(sentence, at, found):
        return None
    if deed.object == "person":
        hurt = [n for n in found if is_human(sentence, n) or is_crew(sentence, n)] or _shot_at(sentence, at)
        return tuple(hurt[:1]) if hurt else None
    if deed.object == "site":
        return tuple(found[:1]) if any(is_thing(sentence, n) for n in found) else None
    if deed.object == "weak":
        if sentence.tokens[at].lemma == "beat" and not any(is_human(sentence, n) for n in found):
            return None
        if sentence.tokens[at].lemma == "beat" and any(
            sentence.tokens[n].lemma.lower() in words("beaten.txt") for n in found
        ):
            return tuple(found[:1])
        told = is_armed(sentence, at) or _by_stranger(sentence, at) or any(_is_building(sentence, n) for n in found[:1])
        told = told or any(is_assaulted(sentence, at, n) for n in found[:1])
        armed = found and is_thing(sentence, found[0]) and told
        return tuple(found[:1]) if armed else None
    if deed.object == "device":
        return _device(sentence, at, found)
    if deed.object in ("throat", "skull", "limb"):
        return next(((n,) for n in found if throat_at(sentence, at, n, deed.object)), None)
    if deed.object == "sprayed":
        return (found[0], with_what[0]) if found and (with_what := is_sprayed(sentence, at)) else None
    return _act(sentence, at, deed, found)


def _act(sentence: SentenceView, at: int, deed: Deed, found: list[int]) -> tuple[int, ...] | None:
    """The crime that somebody commits, or the act of force that he carries out."""
    crimes = (act_at(sentence, at, n) if deed.object == "act" else crime_at(sentence, n) for n in found)
    crime = next((c for c in crimes if c is not None), None)
    if crime is None and deed.object == "crime":
        crime = next((n for n in found if means_deed(sentence, at, n)), None)
    return None if crime is None else (crime,)


def _all(sentence: SentenceView, found: list[int]) -> list[int]:
    """With what they count: of "dozens of rockets" the rockets, too."""
    return list(dict.fromkeys(k for n in found for k in (n, *counted(sentence, n))))


def _is_building(sentence: SentenceView, at: int) -> bool:
    """A hotel, a market, "the Larnov Mall": what one attacks with more than words; no country, and no town."""
    mention = sentence.mention_at(at)
    return (
        mention is not None
        and mention.type == "place"
        and not lookup(mention.quote)
        and not sentence.tokens[at].ent.endswith("GPE")
    )


def _by_stranger(sentence: SentenceView, at: int) -> bool:
    """Whether "unidentified", "masked", "armed" people do it."""
    return any(
        sentence.tokens[n].lemma.lower() in {"unidentified", "unknown", "masked", "hooded", "armed"}
        for who in doers(sentence, at)
        for n in sentence.kids(who, "amod")
    )


def _cut_short(sentence: SentenceView, at: int, found: list[int]) -> bool:
    """True where a headline's verb is more likely a participle: "Man killed, woman hurt in shooting"."""
    if sentence.tokens[at].tag not in {"VBD", "VBN"} or sentence.child(at, "agent") is not None:
        return False
    after = sentence.tokens[at + 1] if at + 1 < len(sentence) else None
    if after is None or after.pos in {"ADP", "PUNCT"}:
        return True
    quotes = ('"', "“", "”", "'", "‘", "’")
    return not found or any(
        sentence.tokens[n].pos == "PUNCT" and sentence.tokens[n].text not in quotes for n in range(at, max(found))
    )


def _left_out(sentence: SentenceView, at: int) -> list[int]:
    """Of "the man he killed": the man."""
    token = sentence.tokens[at]
    subject = sentence.child(at, "nsubj")
    if (
        token.dep != "relcl"
        or token.tag not in {"VBD", "VBZ", "VBP"}
        or subject is None
        or sentence.tokens[subject].tag in {"WP", "WDT"}
    ):
        return []
    return [token.head]


def _shot_at(sentence: SentenceView, at: int) -> list[int]:
    if sentence.tokens[at].lemma != "shoot":
        return []
    found = sentence.child(at, "dobj")
    if found is not None and sentence.tokens[found].lemma.lower() not in devices("fire"):
        return []  # tear gas, a film, a glance
    target = below_preposition(sentence, at, "at")
    return [target] if target is not None and is_human(sentence, target) else []


def _device(sentence: SentenceView, at: int, found: list[int]) -> tuple[int, ...] | None:
    fire = sentence.tokens[at].lemma == "fire"
    kinds = devices("fire" if fire else "bomb")
    held = [n for n in found if sentence.tokens[n].lemma.lower() in kinds]
    if held:
        warning = any(sentence.tokens[n].lemma.lower() == "warning" for n in sentence.children[held[0]])
        return None if warning else (held[0],)
    if fire and not found:
        aimed = [p for p in sentence.kids(at, "prep", "agent") if p > at and sentence.tokens[p].lemma.lower() in _AIMED]
        target = next((n for p in aimed if (n := sentence.child(p, "pobj", "pcomp")) is not None), None)
        return (target,) if target is not None and _is_target(sentence, at, target) else None
    return None


def _is_target(sentence: SentenceView, at: int, target: int) -> bool:
    """Not so for "fired on June 8", "fired at 3 p.m.", "X, fired on the spot"."""
    dated = sentence.tokens[target].ent[2:] in {"DATE", "TIME", "CARDINAL"}
    return not dated and sentence.tokens[target].pos != "VERB" and sentence.tokens[at].dep != "acl"


def read_open_fire(view: View, sentence: SentenceView, at: int) -> Iterator[Accused]:
    """ "X opened fire", "X set fire to", "X set it on fire"."""
    found = sentence.child(at, "dobj")
    on = below_preposition(sentence, at, "on") if sentence.tokens[at].lemma == "set" else None
    if on is not None and sentence.tokens[on].lemma == "fire":
        found = on
    if found is None or sentence.tokens[found].lemma != "fire":
        return
    for who in doers(sentence, at):
        yield Accused("perpetrator", at, who, (at, who, found))


def read_own_death(view: View, sentence: SentenceView, at: int) -> Iterator[Accused]:
    """ "X blew himself up"."""
    found = sentence.child(at, "dobj")
    if found is not None and sentence.tokens[found].text.lower() in REFLEXIVE and has_particle(sentence, at, "up"):
        for who in doers(sentence, at):
            yield Accused("perpetrator", at, who, (at, who, found))


def read_hostage(view: View, sentence: SentenceView, at: int) -> Iterator[Accused]:
    """ "X took Y hostage", "X took part in the attack"."""
    held = [n for n in sentence.children[at] if sentence.tokens[n].lemma.lower() in {"hostage", "captive", "part"}]
    had = sentence.tokens[at].dep == "ccomp" and sentence.tokens[sentence.tokens[at].head].lemma == "have"
    if not held or (had and sentence.tokens[at].text.lower() in ("taken", "held")):
        return  # of "had nine rivals taken hostage" the rivals took nobody
    extra = held[0]
    if sentence.tokens[extra].lemma == "part":
        joined = below_preposition(sentence, at, "in") or below_preposition(sentence, extra, "in")
        if joined is None or crime_at(sentence, joined) is None:
            return
        extra = joined
    by = below_preposition(sentence, held[0], "by") or below_preposition(sentence, at, "by")
    for who in doers(sentence, at) if by is None else sentence.conjuncts(by):
        yield Accused("perpetrator", at, who, (at, who, extra))


def read_crime_noun(view: View, sentence: SentenceView, at: int) -> Iterator[Accused]:
    """ "the attack by X", "X's attack on Y", "an ISIL attack", "an X-orchestrated attack"."""
    if sentence.tokens[at].pos != "NOUN":
        return
    yield from _noun_by(sentence, at)
    yield from by_hyphen(sentence, at)
    owner = sentence.child(at, "poss")
    armed = owner is not None and is_armed(sentence, at)
    if (
        owner is not None
        and sentence.tokens[owner].pos != "PRON"
        and (target := below_preposition(sentence, at, "on", "against")) is not None
        and (armed or is_of_arms(sentence, owner, target))
    ):
        yield Accused("perpetrator", at, owner, (at, owner))
    for n in sentence.kids(at, "compound", "amod", "nmod"):
        group = _armed_group(sentence, n)
        if group is not None:
            yield Accused("perpetrator", at, group, (at, group))
            return


def _noun_by(sentence: SentenceView, at: int) -> Iterator[Accused]:
    """The "by" of a noun is the doer's unless it may hang on a word above: "condemnation of the attack by X"."""
    above = sentence.tokens[sentence.tokens[at].head]
    if above.pos == "ADP" and sentence.tokens[above.head].pos in {"NOUN", "VERB"} and above.lemma in {"of", "to"}:
        return
    if above.pos == "ADP" and above.lemma in {"after", "before", "following"} and is_passive(sentence, above.head):
        return
    by = below_preposition(sentence, at, "by")
    if by is not None and sentence.tokens[by].pos in {"NOUN", "PROPN"}:
        for who in sentence.conjuncts(by):
            yield Accused("perpetrator", at, who, (at, who))


def _armed_group(sentence: SentenceView, at: int) -> int | None:
    """The head of an armed group's name at a token; not of "ISIL-inspired"."""
    mention = sentence.mention_at(at)
    named = mention if mention is not None and mention.form == "name" else None
    name, end = (named.quote, named.end) if named else (sentence.tokens[at].text, sentence.tokens[at].end)
    if fold(name) not in words("armed_groups.txt") or not name[0].isupper() or sentence.text[end : end + 1] == "-":
        return None
    return named.head if named else at
