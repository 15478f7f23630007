"""Words that tell of an incident, found by lemma and judged by their place in the parse."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from rashomon.model import parts
from rashomon.model.annotation import Token
from rashomon.model.claim import IncidentType
from rashomon.stages.claims.events.air import is_air_raid, is_known, tells_of_air_raids
from rashomon.stages.claims.events.attempts import ATTEMPT, is_on_life
from rashomon.stages.claims.events.bare_counts import counts_bare
from rashomon.stages.claims.events.fatal import is_fatal
from rashomon.stages.claims.events.figurative import is_figurative, is_on_sport
from rashomon.stages.claims.events.fires import is_blaze
from rashomon.stages.claims.events.lexicon import Entry, Harm, entries, is_a
from rashomon.stages.claims.events.plurals import over_of, scope_of
from rashomon.stages.claims.events.roll import opens_roll
from rashomon.stages.claims.events.set_frames import read_set_frame
from rashomon.stages.claims.events.set_phrases import read_set_phrase
from rashomon.stages.claims.events.toll_words import is_toll_word
from rashomon.stages.claims.events.unheard import nothing_heard
from rashomon.stages.claims.events.waking import FIRE, FORMS, telling, wakes
from rashomon.stages.claims.view import SentenceView, View

_POS = {"VERB": "V", "AUX": "V", "NOUN": "N", "PROPN": "N", "ADJ": "A"}


@dataclass(frozen=True, slots=True)
class Trigger:
    """A word in a sentence that tells of an incident, and how: `harm` as the clause has it ("shot dead" is killed).

    `several` marks a plural that speaks of more than one incident, `generic` of incidents in general.
    """

    sentence: SentenceView
    at: int
    entry: Entry
    type: IncidentType
    harm: Harm
    several: bool = False
    generic: bool = False

    @property
    def token(self) -> Token:
        """The word itself."""
        return self.sentence.tokens[self.at]

    @property
    def noun(self) -> bool:
        """Whether the word names the incident, as against telling it by a verb or adjective."""
        return self.entry.pos == "N"


def find_triggers(view: View) -> list[list[Trigger]]:
    """The triggers of each sentence, in text order."""
    air = any(tells_of_air_raids(sentence) for sentence in view.sentences)
    sport = is_on_sport(view.sentences)
    return [list(_in_sentence(sentence, air=air, sport=sport)) for sentence in view.sentences]


def _in_sentence(sentence: SentenceView, *, air: bool, sport: bool) -> Iterator[Trigger]:
    words, waking = telling(), wakes()
    for at, (token, lemma, word) in enumerate(zip(sentence.tokens, sentence.lemmas, sentence.words, strict=True)):
        if lemma not in waking and word not in waking:
            if token.is_a(parts.VERB) or is_a(lemma, "life_verb"):
                yield from _by_phrase(sentence, at, air=air)
        elif token.is_a(parts.IN_PHRASE) and is_a(lemma, "wound_noun") and not token.is_a(parts.VERB):
            if sentence.tokens[token.head].text.lower() in ("with", "from"):
                yield Trigger(sentence, at, Entry("wounds", "A", "attack", "injured", "bearer"), "attack", "injured")
        elif token.dep == "pobj" and _in_care(sentence, at):
            yield Trigger(sentence, at, Entry(lemma, "A", "attack", "hospital", "bearer"), "attack", "hospital")
        elif lemma in words or word in words:
            entry = _entry(sentence, at, token)
            met = list(_by_phrase(sentence, at, air=air)) if entry is not None and _may_be_death(entry) else []
            if met:
                yield from met
            elif (
                entry is not None
                and not _idle(sentence, at, entry)
                and not is_figurative(sentence, at, entry, sport=sport)
            ):
                yield _trigger(sentence, at, entry)
            elif entry is None:
                yield from _by_phrase(sentence, at, air=air)
        elif is_a(lemma, "spell") and _bloody(sentence, at):
            yield Trigger(sentence, at, Entry("violence", "N", "attack", "none", "none"), "attack", "none", True, True)
        elif lemma == "strike" and token.pos == "NOUN" and is_air_raid(sentence, at, air=air):
            yield _trigger(sentence, at, entries()["airstrike", "N"])
        elif lemma == FIRE and is_blaze(sentence, at):
            yield _trigger(sentence, at, entries()[FIRE, "N"])
        elif lemma == ATTEMPT and is_on_life(sentence, at):
            yield Trigger(sentence, at, Entry(lemma, "N", "attack", "none", "none"), "attack", "none")
        elif lemma in ("trace", "fate") and nothing_heard(sentence, at):
            yield Trigger(sentence, at, Entry(lemma, "N", "other", "missing", "of"), "other", "missing")
        elif lemma == "throat" and _of_people(sentence, at):
            yield Trigger(sentence, at, Entry(lemma, "N", "killing", "killed", "of"), "killing", "killed")
        elif lemma == "process" and _against(sentence, at):
            yield _trigger(sentence, at, entries()["trial", "N"])
        elif counts_bare(sentence, at):
            yield Trigger(sentence, at, Entry(lemma, "V", "killing", "killed", "bare"), "killing", "killed")
        elif opens_roll(sentence, at):
            yield Trigger(sentence, at, Entry("victim", "N", "killing", "none", "refer"), "killing", "none")
        elif is_toll_word(sentence, at):
            yield _trigger(sentence, at, entries()["toll", "N"])
        else:
            yield from _by_phrase(sentence, at, air=air)


def _may_be_death(entry: Entry) -> bool:
    """ "met their deaths": a verb of meeting that may have met nobody."""
    return entry.type == "meeting" and entry.pos == "V"


def _by_phrase(sentence: SentenceView, at: int, *, air: bool) -> Iterator[Trigger]:
    """A verb that tells of an incident only with the words beside it."""
    token = sentence.tokens[at]
    if token.is_a(parts.VERB) or (sentence.frame(at) is not None and is_a(token.lemma.lower(), "life_verb")):
        told = read_set_phrase(sentence, at, air=air) or read_set_frame(sentence, at)
        if told:
            kind, harm, frame = told
            yield Trigger(sentence, at, Entry(token.lemma.lower(), "V", kind, harm, frame), kind, harm)


def _of_people(sentence: SentenceView, at: int) -> bool:
    """ "Slit the throats of seven shepherds": of people with a figure."""
    state = sentence.state(at)
    whose = state.oblique("of") if state is not None else ()
    cut = is_a(sentence.tokens[sentence.tokens[at].head].lemma.lower(), "cuts_throats")
    return cut and any(q.head in whose for q in sentence.quantities)


def _against(sentence: SentenceView, at: int) -> bool:
    """ "the process against the colonel": a trial, in the words of clumsy translators."""
    state = sentence.state(at)
    return state is not None and bool(state.oblique("against"))


def _in_care(sentence: SentenceView, at: int) -> bool:
    """ "in intensive care", "in critical condition": a part of the wounded."""
    word = sentence.tokens[at].lemma.lower()
    if not is_a(word, "care_word") or sentence.tokens[sentence.tokens[at].head].text.lower() != "in":
        return False
    return any(is_a(sentence.tokens[n].text.lower(), "part_degree") for n in sentence.kids(at, "amod"))


def _bloody(sentence: SentenceView, at: int) -> bool:
    """ "a violent weekend", "deadly night": several incidents at once."""
    return any(sentence.tokens[n].text.lower() in ("violent", "deadly", "bloody") for n in sentence.children[at])


def _entry(sentence: SentenceView, at: int, token: Token) -> Entry | None:
    """The table's entry for a word in its part of speech; a participle in a headline may be tagged as a noun."""
    table = entries()
    pos, text = _POS.get(token.pos), token.text.lower()
    if text == "dead" and any(sentence.token_at(q.end - 1) in (at - 1, at) for q in sentence.quantities):
        return table[text, "A"]  # "counted 21 dead", whatever part of speech the parser sees
    if pos is None:
        return None
    if token.tag == "VBG" and (text, "N") in table and _nominal(sentence, at):
        return table[text, "N"]
    if text == "missing" and token.tag == "VBG" and sentence.child(at, "dobj") is None:
        return table[FORMS[text]]
    if text == "disappeared" and token.dep == "acomp":
        return table[text, "A"]
    if token.pos == "NOUN" and text in ("wounds", "kills"):
        return None
    if text == "machinegunned" or (pos == "N" and text in FORMS and _told_in_brief(sentence, at)):
        return table[FORMS[text]]
    taken = table[FORMS[text]] if text in FORMS and token.is_a(parts.IN_PHRASE) else None
    return table.get((token.lemma.lower(), pos)) or table.get((text, pos)) or taken


def _nominal(sentence: SentenceView, at: int) -> bool:
    """A verb form in -ing that stands as a noun: "after the shooting", "in a shooting"."""
    token = sentence.tokens[at]
    if any(sentence.tokens[n].dep in ("dobj", "aux", "nsubj") for n in sentence.children[at]):
        return False
    return token.dep in ("pobj", "pcomp", "dobj", "nsubj", "nsubjpass", "compound", "conj", "ROOT", "appos", "attr")


def _told_in_brief(sentence: SentenceView, at: int) -> bool:
    """ "Four shot, two injured": a participle that the tagger took for a noun."""
    token = sentence.tokens[at]
    if token.text.lower() != "shot":
        return True
    before = sentence.tokens[at - 1] if at else None
    return before is not None and before.dep not in ("det", "amod") and before.pos in ("NUM", "NOUN", "PROPN")


def _idle(sentence: SentenceView, at: int, entry: Entry) -> bool:
    """True where the word tells of no incident: "murder charges", "heart attack", "to shoot a film"."""
    token = sentence.tokens[at]
    head = sentence.tokens[token.head]
    if entry.pos == "N":
        if entry.word == "siege" and _of_law(sentence, at):
            return True
        if entry.word == "storm" and sentence.child(at, "det", "compound") is None:
            return True
        if token.dep in ("compound", "nmod", "amod") and token.head != at:
            return not is_a(head.lemma.lower(), "case_noun") or (head.lemma.lower(), "N") in entries()
        if _charged(sentence, at) or _ranked(sentence, at) or _is_of_a_series(sentence, at):
            return True
        return any(is_a(sentence.tokens[n].lemma.lower(), "not_attack") for n in sentence.children[at])
    if entry.harm in ("killed", "shot", "kidnapped") and entry.pos == "V" and _habitual(sentence, at):
        return True
    listed = at > 0 and sentence.tokens[at - 1].text.lower() == "as"  # "listed as unaccounted for"
    counted = any(q.head == token.head for q in sentence.quantities)
    if token.dep == "amod" and entry.harm != "killed" and not counted and not listed:
        return True
    if token.dep == "acl" and _ranked(sentence, token.head):
        return True
    if entry.word == "crash" and entry.pos == "V" and sentence.child(at, "dobj") is not None:
        return True
    return any(is_a(sentence.tokens[n].lemma.lower(), "not_harm") for n in sentence.kids(at, "dobj")) or (
        entry.word == "die" and _quiet(sentence, at)
    )


def _ranked(sentence: SentenceView, at: int) -> bool:
    """ "the fifth journalist killed", "the city's tenth homicide": a place in a count, not an event told."""
    return any(
        sentence.tokens[n].ent.endswith("ORDINAL") and sentence.tokens[n].dep == "amod" for n in sentence.children[at]
    ) and sentence.tokens[at].dep in ("attr", "dobj", "pobj")


def _is_of_a_series(sentence: SentenceView, at: int) -> bool:
    """ "the latest in a series of shootings": the others are what the one told of belongs to."""
    over = next(over_of(sentence, at), None)
    if over is None or not is_a(sentence.tokens[over].lemma.lower(), "generic_head"):
        return False
    joint = sentence.tokens[sentence.tokens[over].head]
    ranked = sentence.tokens[joint.head]
    rank = ranked.tag == "JJS" or ranked.ent.endswith("ORDINAL") or ranked.lemma.lower() in ("late", "part", "one")
    return sentence.tokens[over].dep == "pobj" and joint.text.lower() in ("in", "of") and rank


def _habitual(sentence: SentenceView, at: int) -> bool:
    """ "when thousands are killed": a present passive tells of no one event."""
    return (
        any(
            sentence.tokens[n].tag in ("VBZ", "VBP") and sentence.tokens[n].lemma.lower() == "be"
            for n in sentence.kids(at, "auxpass")
        )
        and sentence.child(at, "aux", "dobj") is None
    )


def _charged(sentence: SentenceView, at: int) -> bool:
    """ "charged with murder", "two counts of murder", "attempted murder": a crime in law, not as it happened."""
    token = sentence.tokens[at]
    if any(is_a(sentence.tokens[n].text.lower(), "attempt") for n in sentence.children[at]):
        return True
    if token.dep in ("pobj", "pcomp") and not is_known(sentence, at):
        over = sentence.tokens[sentence.tokens[token.head].head]
        over = sentence.tokens[over.head] if over.is_a(parts.NAME) else over  # "accuses A of murder", hung on A
        bare = not any(sentence.tokens[n].dep in ("det", "poss", "nummod", "compound") for n in sentence.children[at])
        return is_a(over.lemma.lower(), "charge_word") and bare
    return False


def _quiet(sentence: SentenceView, at: int) -> bool:
    """ "died of natural causes": no verb says so ("caused the death of 75: 21 died at")."""
    words = (sentence.tokens[n] for n in sentence.subtree(at))
    return any(is_a(t.lemma.lower(), "quiet_cause") and t.pos != "VERB" for t in words)


def _trigger(sentence: SentenceView, at: int, entry: Entry) -> Trigger:
    harm: Harm = entry.harm
    kind: IncidentType = entry.type
    if entry.pos == "V" and harm in ("shot", "injured") and is_fatal(sentence, at):
        harm, kind = "killed", "killing"
    several, generic = scope_of(sentence, at) if entry.pos == "N" else (False, False)
    return Trigger(sentence, at, entry, kind, harm, several, generic)


def _of_law(sentence: SentenceView, at: int) -> bool:
    """ "under siege", "a state of siege": how it is with a town or a country, no event."""
    before = [t.text.lower() for t in sentence.tokens[max(0, at - 3) : at]]
    return before[-1:] == ["under"] or before[-2:] == ["state", "of"] or before[-2:] == ["under", "a"]
