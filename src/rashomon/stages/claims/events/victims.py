"""To whom it happened: the noun phrases that a word of harm has as its victims."""

from __future__ import annotations

from rashomon.model import parts
from rashomon.stages.claims.events.bare_counts import bare_count
from rashomon.stages.claims.events.lexicon import is_a
from rashomon.stages.claims.events.persons import antecedent, is_included, is_person, quantity_of
from rashomon.stages.claims.events.triggers import Trigger
from rashomon.stages.claims.events.unheard import out_of_sight
from rashomon.stages.claims.view import SentenceView

_NOMINAL = ("NOUN", "PROPN", "NUM", "PRON")
_REACH = 7
_OPEN = ("advmod", "amod", "punct", "aux", "auxpass")


def find_victims(trigger: Trigger) -> list[int]:
    """Head tokens of the noun phrases that came to harm; empty where the clause names none."""
    sentence, at = trigger.sentence, trigger.at
    frame = trigger.entry.frame
    near = _right_before(sentence, at) if frame in ("obj", "pred") else []
    if not near and frame == "pred" and sentence.child(at, "nsubj", "nsubjpass") is None:
        near = _before(sentence, at)
    if near:
        found = near
    elif frame == "obj":
        found = _lives_of(sentence, at) or _told_behind(trigger) or undergoer(sentence, at)
    elif frame == "subj" and _counted_object(sentence, at):
        found = _counted_object(sentence, at)
    elif frame == "subj":
        found = _lost(sentence, at) if trigger.entry.word == "lose" else subject(sentence, at)
    elif frame == "pred":
        found = _described(sentence, at)
    elif frame == "of":
        found = _owned(sentence, at, trigger.entry.word in ("death", "killing", "murder", "slaying", "homicide"))
    elif frame == "bearer":
        found = _bearer(sentence, at)
    elif frame == "bare":
        found = list(bare_count(sentence, at))
    elif frame == "self":
        found = [at] if quantity_of(sentence, at) else _added_behind(sentence, at)
    else:
        found = []
    found = found or _by_frame(trigger) or _who_died(trigger) or _listed_as(trigger)
    found = [antecedent(sentence, n) for n in found if n != at or frame in ("self", "of")]
    if frame in ("obj", "pred") and not any(is_person(sentence, n) or quantity_of(sentence, n) for n in found):
        return _beside(sentence, at, frame) or found
    return found or _beside(sentence, at, frame)


def _by_frame(trigger: Trigger) -> list[int]:
    """Whom the clause frame gives, past "were said to have been" and other verbs that lend their subject."""
    frame = trigger.sentence.frame(trigger.at)
    if frame is None or trigger.entry.frame not in ("obj", "subj"):
        return []
    role = frame.undergoers if trigger.entry.frame == "obj" else frame.doers
    return [n for n in role.fillers if quantity_of(trigger.sentence, n) is not None][:1]


def _who_died(trigger: Trigger) -> list[int]:
    """ "the five drovers who burned to death": its doer, where an active verb has no object; "were found stabbed": who was found."""
    sentence, at = trigger.sentence, trigger.at
    frame = sentence.frame(at)
    if frame is None or trigger.entry.frame != "obj" or frame.undergoers.fillers:
        return []
    over = sentence.frame(sentence.tokens[at].head)
    if over is not None and over.passive and at in over.clauses and is_a(over.lemma, "recover"):
        return list(over.undergoers.fillers[:1])
    died = any(sentence.tokens[n].lemma.lower() == "death" for n in frame.oblique("to"))
    return list(frame.doers.fillers[:1]) if died and frame.outright and not frame.passive else []


def _listed_as(trigger: Trigger) -> list[int]:
    """ "Two people are still listed as missing", "the 63 whom they listed as unaccounted for": whom the verb over "as" befell."""
    sentence, at = trigger.sentence, trigger.at
    if trigger.entry.frame != "pred" or not at or sentence.tokens[at - 1].text.lower() != "as":
        return []
    over = next((f for n in sentence.up(at) if (f := sentence.frame(n)) is not None), None)
    return list(over.undergoers.fillers[:1]) if over is not None else []


def _told_behind(trigger: Trigger) -> list[int]:
    """ "Flooding has cost lives: eight so far", "took lives in every village – in Morvik alone, nine": the bare figure behind a mark."""
    sentence, at = trigger.sentence, trigger.at
    if not is_a(trigger.entry.word, "life_verb"):
        return []
    mark = next((n for n in range(at, len(sentence)) if sentence.tokens[n].text in (":", "–", "—", "-")), None)
    behind = [q for q in sentence.quantities if mark is not None and q.token > mark]
    if mark is None or not behind or behind[0].of is not None or behind[0].part is not None:
        return []
    between = sentence.tokens[mark : behind[0].token]
    return [behind[0].token] if len(between) < _REACH and not any(t.is_a(parts.VERB) for t in between) else []


def subject(sentence: SentenceView, at: int, depth: int = 0) -> list[int]:
    """The subject of a verb, its own or the one it shares."""
    own = list(sentence.kids(at, "nsubj", "nsubjpass"))
    if own:
        return own[:1]
    token = sentence.tokens[at]
    if depth < 4 and token.head != at and token.dep in ("conj", "xcomp"):
        return subject(sentence, token.head, depth + 1)
    if token.dep in ("relcl", "acl") and sentence.tokens[token.head].pos in _NOMINAL:
        return [token.head]
    return []


def undergoer(sentence: SentenceView, at: int, depth: int = 0) -> list[int]:
    """The object of an active verb, the subject of a passive one, the noun a participle modifies."""
    token = sentence.tokens[at]
    passive = sentence.child(at, "auxpass", "nsubjpass") is not None
    objects = list(sentence.kids(at, "dobj"))
    if objects and (not passive or _only_counted(sentence, at, objects[0])):
        return objects[:1]
    for n in sentence.kids(at, "nsubjpass"):
        return [n]
    modifies = token.dep in ("acl", "amod") or (
        token.dep == "relcl" and (passive or sentence.child(at, "nsubj") is None)
    )
    participle = token.tag in ("VBN", "VBD", "JJ", "NN", "NNP") and not token.text.lower().endswith("ing")
    if modifies and participle and not objects:
        return [token.head] if sentence.tokens[token.head].pos in _NOMINAL else []
    if token.dep in ("advcl", "acomp", "xcomp", "oprd") and _is_left_so(sentence, at):
        return subject(sentence, token.head)
    subjects = list(sentence.kids(at, "nsubj"))
    if subjects and _elliptic(sentence, at, subjects[0]):
        return subjects[:1]
    if token.dep == "conj" and depth < 4 and not subjects:
        return _shared(sentence, at, depth)
    return list(sentence.kids(at, "nummod"))[:1]


def _only_counted(sentence: SentenceView, at: int, thing: int) -> bool:
    """ "that's killed seven soldiers": the object of what the parser takes for a passive, whose subject is nobody."""
    counted = quantity_of(sentence, thing) is not None
    return counted and not any(is_person(sentence, n) for n in sentence.kids(at, "nsubjpass"))


def _is_left_so(sentence: SentenceView, at: int) -> bool:
    """ "resulted wounded", "nine were heavily wounded", "seven lay badly injured": said of the subject of a verb of state."""
    verb = sentence.tokens[at].head
    near = all(sentence.tokens[n].pos == "ADV" for n in range(verb + 1, at))
    return near and is_a(sentence.tokens[verb].lemma.lower(), "state_verb")


def _elliptic(sentence: SentenceView, at: int, subject_at: int) -> bool:
    """ "Two suspects killed": a passive without its "were"."""
    token = sentence.tokens[at]
    short = sentence.sentence.block in ("headline", "subhead", "caption") or token.tag == "VBN"
    if not short or sentence.child(at, "dobj", "aux") is not None or token.tag not in ("VBN", "VBD"):
        return False
    aimed = any(sentence.tokens[n].text.lower() in ("at", "on") and n == at + 1 and token.lemma == "shoot"
                for n in sentence.kids(at, "prep"))  # fmt: skip
    return not aimed and is_person(sentence, subject_at)


def _shared(sentence: SentenceView, at: int, depth: int) -> list[int]:
    head = sentence.tokens[at].head
    verb = sentence.tokens[head]
    if verb.pos not in ("VERB", "AUX"):
        return []
    if verb.tag in ("VBN", "VBD") and sentence.tokens[at].tag in ("VBN", "VBD"):
        passive = sentence.child(head, "auxpass", "nsubjpass") is not None
        if passive or verb.dep in ("acl", "amod"):
            return undergoer(sentence, head, depth + 1)
    return []


def _lives_of(sentence: SentenceView, at: int) -> list[int]:
    """ "claimed the lives of 72 people", "cost the life to 43 persons", "cost 12 people their lives"."""
    for n in sentence.kids(at, "dobj"):
        if sentence.tokens[n].lemma.lower() in ("life", "lives"):
            below = [k for p in (*sentence.kids(n, "prep"), *sentence.kids(at, "prep", "dative"))
                     if sentence.tokens[p].text.lower() in ("of", "to", "for") for k in sentence.kids(p, "pobj")]  # fmt: skip
            whom = [k for k in (*below, *sentence.kids(at, "dative")) if is_person(sentence, k)]
            return whom[:1]
    return []


def _lost(sentence: SentenceView, at: int) -> list[int]:
    """ "33 people lost their lives", "33 lives were lost"."""
    own = list(sentence.kids(at, "nsubjpass"))
    if own:
        return own[:1]
    owned = next(iter(sentence.kids(at, "dobj")), None)
    if owned is not None and any(sentence.tokens[n].dep == "poss" for n in sentence.children[owned]):
        return subject(sentence, at)
    return []


def _added_behind(sentence: SentenceView, at: int) -> list[int]:
    """ "including fatalities, at least 12 according to": a bare figure right behind the noun and a comma, colon or dash."""
    if at + 2 >= len(sentence) or sentence.tokens[at + 1].text not in (",", ":", "–", "—", "-"):
        return []
    start = sentence.tokens[at + 2].start
    return [q.token for q in sentence.quantities if q.start == start and q.of is None and q.part is None]


def _counted_object(sentence: SentenceView, at: int) -> list[int]:
    """ "The storm drowned four crabbers": who drowned is the object, where there is one with a figure."""
    objects = [n for n in sentence.kids(at, "dobj") if is_person(sentence, n)]
    return [n for n in objects if quantity_of(sentence, n) is not None][:1]


def _described(sentence: SentenceView, at: int) -> list[int]:
    """Of whom "dead", "injured" or "missing" is said."""
    token = sentence.tokens[at]
    numbers = list(sentence.kids(at, "nummod"))
    if numbers:
        return numbers[:1]
    if token.dep == "dobj" and sentence.child(at, "det") is not None:
        return []
    verb = token.head
    if verb == at:
        return list(sentence.kids(at, "nsubj", "nsubjpass"))[:1]
    if token.dep == "amod":
        return [verb] if sentence.tokens[verb].pos in _NOMINAL else []
    own = list(sentence.kids(at, "nsubj", "nsubjpass"))
    if own:
        return own[:1]
    if token.dep in ("oprd", "ccomp", "dobj", "xcomp", "acomp", "advcl", "conj", "prep", "attr", "acl"):
        if sentence.tokens[verb].pos in ("NOUN", "PROPN") and token.dep in ("acl", "advcl"):
            return [verb]
        for dep in ("dobj", "nsubjpass", "nsubj"):
            other = [n for n in sentence.kids(verb, dep) if n != at]
            if other and (dep != "nsubj" or sentence.tokens[verb].lemma != "leave"):
                return other[:1]
        return subject(sentence, verb) if token.dep in ("acomp", "oprd") and token.tag != "VBG" else []
    return []


def _bearer(sentence: SentenceView, at: int) -> list[int]:
    """ "six people with gunshot wounds", "four adults suffering from wounds", "taken to hospital with injuries"."""
    over = sentence.tokens[sentence.tokens[at].head].head
    if sentence.tokens[over].pos in _NOMINAL:
        return [over] if is_person(sentence, over) else []
    if sentence.tokens[over].pos in ("VERB", "AUX"):
        return undergoer(sentence, over) or subject(sentence, over)
    return []


def _owned(sentence: SentenceView, at: int, counted: bool) -> list[int]:
    """ "the death of 20 people", "Roe's killing", "20 deaths"."""
    for n in sentence.kids(at, "prep"):
        if sentence.tokens[n].text.lower() == "of":
            return [k for k in sentence.kids(n, "pobj") if not _is_place(sentence, k)][:1]
    if counted is False and (lost := out_of_sight(sentence, at)) is not None:
        return [lost]
    owner = [n for n in sentence.kids(at, "poss") if is_person(sentence, n)]
    if owner:
        return owner[:1]
    return [at] if counted and quantity_of(sentence, at) else []


def _is_place(sentence: SentenceView, at: int) -> bool:
    """ "The massacre of Orvel": where it was."""
    mention = sentence.mention_at(at)
    return mention is not None and mention.type == "place"


def _right_before(sentence: SentenceView, at: int) -> list[int]:
    """ "12 killed, 15 injured": a figure that touches a bare participle, whatever the parser made of the list."""
    if at == 0 or sentence.child(at, "auxpass", "dobj") is not None:
        return []
    return [q.head for q in sentence.quantities if at - 1 in (q.head, q.token) and q.head <= at - 1
            and not q.part and not (q.of and is_included(sentence, q))]  # fmt: skip


def _beside(sentence: SentenceView, at: int, frame: str) -> list[int]:
    """A figure right before a participle or adjective of harm, or right after a verb of harm, however it was parsed."""
    if frame not in ("obj", "pred", "subj"):
        return []
    found = _before(sentence, at)
    if not found and frame == "obj":
        start = sentence.tokens[at].end + 1
        found = [q.head for q in sentence.quantities if q.start == start][:1]
    return found


def _before(sentence: SentenceView, at: int) -> list[int]:
    """A figure before a word, over auxiliaries and adverbs: "219 are still missing"."""
    before = at - 1
    while before > 0 and (
        sentence.tokens[before].dep in ("auxpass", "aux", "neg")
        or sentence.tokens[before].lemma == "be"
        or sentence.tokens[before].pos == "ADV"
        or is_a(sentence.tokens[before].text.lower(), "part_degree")
    ):
        before -= 1
    return [q.head for q in sentence.quantities if before in (q.head, q.token) and q.part is None][:1]
