"""Verbs that tell of an incident only with the words beside them: "opened fire", "went off", "taken to hospital"."""

from __future__ import annotations

from collections.abc import Iterator

from rashomon.lexicon import word_set
from rashomon.model.claim import IncidentType
from rashomon.stages.claims.events.lexicon import Frame, Harm, is_a, weapon_nouns
from rashomon.stages.claims.events.persons import antecedent, is_person
from rashomon.stages.claims.view import SentenceView
from rashomon.stages.claims.wordlists import word_list
from rashomon.text.fold import fold

MASS_BURIAL = 5
"""So many buried at once tell of violence or disaster; fewer may be anybody's dead."""

_NOT = frozenset({"not", "n't", "n’t", "never"})
_TEARING = ("tear", "blow", "rip", "hack", "shred")
_THERE = frozenset({"in", "at", "on", "near", "during", "there"})
_REMAINS = frozenset({"body", "bodies", "corpse", "corpses"})
_IN_ARMS = ("soldier", "policeman", "gendarme", "fighter", "guard", "conscript", "recruit", "trooper", "militiaman")

Told = tuple[IncidentType, Harm, Frame]


def read_set_phrase(sentence: SentenceView, at: int, *, air: bool = False) -> Told | None:
    """Phrases that only together tell of an incident: "opened fire", "went off", "taken to hospital".

    `air`: the report is on strikes from the air, so that a house that was hit was attacked.
    """
    token = sentence.tokens[at]
    lemma = token.lemma.lower()
    kids = {sentence.tokens[n].text.lower() for n in sentence.children[at]}
    after = sentence.tokens[at + 1].text.lower() if at + 1 < len(sentence) else ""
    made: Told | None = None
    if (lemma == "open" and "fire" in kids) or (lemma in ("go", "set") and after == "off"):
        made = ("attack", "none", "none")
    elif lemma == "go" and after == "down" and _craft(sentence, at):
        made = ("disaster", "none", "none")
    elif is_a(lemma, "seize") and _taken(sentence, at):
        made = ("abduction", "kidnapped", "obj")
    elif lemma == "blow" and (after == "up" or "up" in kids):
        made = ("attack", "none", "target")
    elif lemma in ("gun", "mow", "cut") and "down" in kids | {after}:
        made = ("killing", "killed" if lemma == "gun" else "none", "obj")
    elif _to_death(sentence, at) and lemma not in ("shoot", "stab", "sentence", "put", "condemn", "love", "bore"):
        undergone = sentence.child(at, "dobj", "nsubjpass") is not None or sentence.tokens[at].dep == "acl"
        made = ("killing", "killed", "obj" if undergone else "subj")
    elif (lemma in ("burn", "bury") and "alive" in kids | {after}) or (lemma in _TEARING and _to_pieces(sentence, at)):
        made = ("killing", "killed", "obj")
    elif lemma == "fall" and _in_action(sentence, at):
        made = ("killing", "killed", "subj")
    elif lemma in ("hit", "strike") and _missile(sentence, at):
        made = ("attack", "shot", "obj")
    elif lemma in ("hit", "strike") and air and _thing_hit(sentence, at):
        made = ("attack", "none", "target")
    elif is_a(lemma, "suffer") and _wounds(sentence, at):
        made = ("attack", "injured", "subj")
    elif is_a(lemma, "transport") and _to_hospital(sentence, at) and not _bodies(sentence, at):
        made = ("attack", "hospital", "obj")
    elif is_a(lemma, "recover") and _bodies(sentence, at):
        made = ("killing", "killed", "obj")
    elif (is_a(lemma, "handle") and _handles_weapon(sentence, at)) or (lemma == "fire" and _fires_at(sentence, at)):
        made = ("attack", "none", "none")
    elif is_a(lemma, "wreck") and _wrecks(sentence, at):
        made = ("attack", "none", "target")
    elif (lemma in ("find", "meet") and _death(sentence, at)) or (lemma == "survive" and kids & _NOT):
        made = ("killing", "killed", "subj")
    elif lemma == "hear" and _nothing_of(sentence, at):
        made = ("other", "missing", "of")
    elif lemma == "hear" and kids & _NOT and kids & {"from", "of"} and sentence.undergoing_subject(at) is not None:
        made = ("other", "missing", "obj")
    elif lemma in ("be", "remain", "lie") and _lies_hurt(sentence, at):
        made = ("attack", "hospital", "subj")
    elif is_a(lemma, "sought_out") and kids & _NOT and _people_counted(sentence, at):
        made = ("other", "missing", "obj")
    elif is_a(lemma, "life_verb") and _lives(sentence, at):
        made = ("killing", "killed", "subj" if lemma == "lose" else "obj")
    return made


def _lies_hurt(sentence: SentenceView, at: int) -> bool:
    """Of "two died and four are in hospital" the four: in hospital, where the sentence or the one before tells of harm."""
    frame = sentence.frame(at)
    there = () if frame is None else frame.oblique("in")
    hospital = any(sentence.tokens[n].lemma.lower() in ("hospital", "coma") for n in there)
    return hospital and sentence.tells_near(word_set("set_phrases.harmed"))


def _handles_weapon(sentence: SentenceView, at: int) -> bool:
    """ "planted a bomb", "grenades were thrown", "a mine placed by"; "set the house on fire"."""
    things = [sentence.tokens[n].lemma.lower() for n in sentence.kids(at, "dobj", "nsubjpass")]
    token = sentence.tokens[at]
    if token.dep in ("acl", "relcl") and token.tag == "VBN":
        things.append(sentence.tokens[token.head].lemma.lower())
    if token.lemma.lower() == "set" and not set(things) & {"bomb", "explosive", "device", "charge"}:
        return any(sentence.tokens[k].lemma.lower() == "fire" for n in sentence.kids(at, "prep", "dobj")
                   for k in (n, *sentence.children[n]))  # fmt: skip
    fired = token.lemma.lower() == "fire"
    return any(is_a(word, "charge_laid") or (fired and word in weapon_nouns()) for word in things)


def _fires_at(sentence: SentenceView, at: int) -> bool:
    """ "soldiers fired at demonstrators", "fired on the crowd": at people."""
    if sentence.child(at, "dobj", "nsubjpass") is not None:
        return False
    return any(is_person(sentence, k) or is_a(sentence.tokens[k].lemma.lower(), "collective")
               for n in sentence.kids(at, "prep") if sentence.tokens[n].text.lower() in ("at", "on", "into", "upon")
               for k in sentence.kids(n, "pobj"))  # fmt: skip


def _wrecks(sentence: SentenceView, at: int) -> bool:
    """Things destroyed by a bomb or by men of violence, not by a storm."""
    doers = list(sentence.kids(at, "nsubj"))
    doers += [k for n in sentence.kids(at, "agent") for k in sentence.kids(n, "pobj")]
    doers = [antecedent(sentence, n) for n in doers]
    if any(is_a(sentence.tokens[n].lemma.lower(), "wrecker") for n in doers):
        return True
    if not is_a(sentence.tokens[at].lemma.lower(), "destroy"):
        return False
    return any(is_a(sentence.tokens[n].lemma.lower(), "wrecking") or _is_armed_group(sentence, n) for n in doers)


def _is_armed_group(sentence: SentenceView, at: int) -> bool:
    mention = sentence.mention_at(at)
    name = mention.quote if mention is not None and mention.form == "name" else sentence.tokens[at].text
    return fold(name) in word_list("accusations", "armed_groups.txt")


def _taken(sentence: SentenceView, at: int) -> bool:
    """ "seized 344 boys", "took eight people hostage": people, no place and no power."""
    lemma = sentence.tokens[at].lemma.lower()
    people = [n for n in sentence.kids(at, "dobj", "nsubjpass") if is_person(sentence, n)]
    words = {t.text.lower() for t in sentence.tokens[at + 1 : at + 9]}
    if not people:
        return False
    if lemma in ("seize", "snatch") or words & {"hostage", "hostages", "captive"}:
        return True
    away = any(sentence.tokens[n].text.lower() in ("away", "off") for n in sentence.kids(at, "prt", "advmod"))
    doers = list(_subject(sentence, at))
    doers += [k for n in sentence.kids(at, "agent") for k in sentence.kids(n, "pobj")]
    return away and any(is_a(sentence.tokens[n].lemma.lower(), "armed_man") for n in doers)


def _subject(sentence: SentenceView, at: int) -> Iterator[int]:
    """The verb's subject, its own or that of the verb it is joined to."""
    own = list(sentence.kids(at, "nsubj"))
    if own or sentence.tokens[at].dep != "conj":
        return iter(own)
    return sentence.kids(sentence.tokens[at].head, "nsubj")


def _craft(sentence: SentenceView, at: int) -> bool:
    """ "another ferry went down": a ship or an aircraft; so is what goes down in a strait."""
    frame = sentence.frame(at)
    afloat = frame is not None and any(
        is_a(sentence.tokens[n].lemma.lower(), "water") for n in frame.oblique("in", "off", "into")
    )
    return afloat or any(is_a(sentence.tokens[n].lemma.lower(), "craft") for n in sentence.kids(at, "nsubj"))


def _missile(sentence: SentenceView, at: int) -> bool:
    """Struck by bullets: a weapon's missile as agent, subject or means."""
    for n in sentence.kids(at, "nsubj", "agent", "prep"):
        if any(is_a(sentence.tokens[k].lemma.lower(), "missile") for k in (n, *sentence.children[n])):
            return True
    return False


def _thing_hit(sentence: SentenceView, at: int) -> bool:
    """ "A house was struck", by nothing else than what falls from the air."""
    things = list(sentence.kids(at, "nsubjpass"))
    return bool(things) and not any(is_person(sentence, n) for n in things) and sentence.child(at, "agent") is None


def _wounds(sentence: SentenceView, at: int) -> bool:
    return any(is_a(sentence.tokens[n].lemma.lower(), "wound_noun") for n in sentence.kids(at, "dobj"))


def _to_hospital(sentence: SentenceView, at: int) -> bool:
    for n in sentence.kids(at, "prep"):
        for k in sentence.kids(n, "pobj"):
            words = {sentence.tokens[m].lemma.lower() for m in [k, *sentence.kids(k, "compound", "amod")]}
            if any(is_a(w, "hospital") for w in words - {"center"}) or {"trauma", "center"} <= words:
                return True
    return False


def _lives(sentence: SentenceView, at: int) -> bool:
    return any(sentence.tokens[n].text.lower() in ("lives", "life") for n in sentence.kids(at, "dobj", "nsubjpass"))


def _death(sentence: SentenceView, at: int) -> bool:
    """ "43 persons have found death", "met their deaths in the mine": not "met death with a smile", nor the death of somebody else."""
    return any(sentence.tokens[n].lemma.lower() == "death" and sentence.child(n, "amod") is None
               and all(sentence.tokens[k].text.lower() in _THERE for k in sentence.kids(n, "prep"))
               for n in sentence.kids(at, "dobj"))  # fmt: skip


def _nothing_of(sentence: SentenceView, at: int) -> bool:
    """ "Nothing has been heard of eight of them since"."""
    nothing = any(sentence.tokens[n].text.lower() in ("nothing", "word") for n in sentence.kids(at, "nsubjpass"))
    return nothing and any(sentence.tokens[n].text.lower() == "of" for n in sentence.kids(at, "prep"))


def _people_counted(sentence: SentenceView, at: int) -> bool:
    """ "Twelve miners have not been found": people with a figure."""
    frame = sentence.frame(at)
    whom = frame.undergoers.fillers if frame is not None else ()
    return any(is_person(sentence, n) and any(q.head == n for q in sentence.quantities) for n in whom)


def _bodies(sentence: SentenceView, at: int) -> bool:
    """ "187 bodies were recovered", "the bodies of nine men", "we have buried 23": a number of bodies, or of those buried."""
    if sentence.tokens[at].lemma.lower() == "bury" and _laid_to_rest(sentence, at):
        return True
    bodies = [n for n in sentence.kids(at, "dobj", "nsubjpass") if sentence.tokens[n].text.lower() in _REMAINS]
    owners = [k for n in bodies for state in [sentence.state(n)] if state is not None for k in state.oblique("of")]
    return any(q.head in bodies or q.head in owners for q in sentence.quantities)


def _laid_to_rest(sentence: SentenceView, at: int) -> bool:
    """People counted as buried, not trapped: "buried under the rubble" is no grave."""
    trapped = {"under", "beneath", "underneath", "by", "alive", "inside"}
    if any(sentence.tokens[n].text.lower() in trapped for n in sentence.children[at]):
        return False
    objects = set(sentence.kids(at, "dobj", "nsubjpass"))
    many = [
        q
        for q in sentence.quantities
        if objects & {q.head, q.token} and q.number is not None and q.number >= MASS_BURIAL
    ]
    return any(_are_people(sentence, q.head) and not sentence.child(q.head, "poss") for q in many)


def _are_people(sentence: SentenceView, at: int) -> bool:
    """ "nine strikers", "nine of our comrades"."""
    state = sentence.state(at)
    return is_person(sentence, at) or any(is_person(sentence, n) for n in (state.oblique("of") if state else ()))


def _to_pieces(sentence: SentenceView, at: int) -> bool:
    """ "31 people were torn to pieces": people, no letters."""
    shreds = any(
        sentence.tokens[k].lemma in ("piece", "shred", "bit") for n in sentence.kids(at, "prep")
        for k in sentence.kids(n, "pobj")
    )  # fmt: skip
    return shreds and any(is_person(sentence, n) for n in sentence.kids(at, "dobj", "nsubjpass"))


def _in_action(sentence: SentenceView, at: int) -> bool:
    """ "Four soldiers fell": men in arms, and not from, off or into anything."""
    if any(sentence.tokens[n].text.lower() not in ("in", "at", "on", "during", "near", "for", "there", "today")
           for n in sentence.kids(at, "prep", "prt", "acomp", "advmod", "oprd", "dobj")):  # fmt: skip
        return False
    return any(sentence.tokens[n].lemma.lower() in _IN_ARMS and any(q.head == n for q in sentence.quantities)
               for n in sentence.kids(at, "nsubj"))  # fmt: skip


def _to_death(sentence: SentenceView, at: int) -> bool:
    """ "burnt to death", "beaten to death"."""
    return any(
        sentence.tokens[n].text.lower() == "to"
        and any(sentence.tokens[k].lemma == "death" for k in sentence.children[n])
        for n in sentence.kids(at, "prep")
    )
