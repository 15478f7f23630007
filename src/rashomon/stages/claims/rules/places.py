"""Who or what stands in a place of a frame: by its name in the lexicon, or by the frame's own places."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from functools import cache

from rashomon.lexicon import word_set, words
from rashomon.lexicon.frames import Entry, entries
from rashomon.model import parts
from rashomon.model.clause import Frame
from rashomon.model.tree import asked_once
from rashomon.stages.claims.rules.given_to import given_to
from rashomon.stages.claims.view import SentenceView
from rashomon.stages.claims.wordlists import rows


@asked_once
def senses(sentence: SentenceView, at: int) -> tuple[tuple[Frame, Entry], ...]:
    """The frames at a token with each sense that the lexicon gives its word there."""
    near, found = particles(sentence, at), []
    for frame in (sentence.frame(at), sentence.state(at)):
        known = entries().get((frame.lemma, frame.kind), ()) if frame is not None else ()
        if frame is None or not known:
            continue
        # "planned down to the last detail": no sense of the verb has the particle, which is then none.
        loose = frame.particle and not any(e.particle == frame.particle for e in known)
        found += [
            (frame, e)
            for e in known
            if e.particle == frame.particle or e.particle in near or (loose and not e.particle)
        ]
    return tuple(found)


def particles(sentence: SentenceView, at: int) -> tuple[str, ...]:
    """Small words that may serve as a particle: "set ablaze", "took part", whatever the parser calls them."""
    return sentence.words[at + 1 : at + 5]


def standing(sentence: SentenceView, frame: Frame, entry: Entry, place: str) -> tuple[int, ...]:
    """The tokens in a place, in text order; none where the sentence leaves open who or what stands there."""
    place = entry.roles.get(place, place)
    if "," not in place:
        found = _standing(sentence, frame, place)
        return found if len(found) < 2 else tuple(sorted(set(found)))
    return tuple(sorted({n for one in place.split(",") for n in _standing(sentence, frame, one)}))


def _standing(sentence: SentenceView, frame: Frame, place: str) -> tuple[int, ...]:
    if (find := _PLACES.get(place)) is not None:
        return find(sentence, frame)
    above, _, below = place.partition(">")
    if below:  # of "quashed the conviction of X" whoever stands behind the "of" of what is quashed
        over = _standing(sentence, frame, above)
        held = [f for n in over for f in (sentence.state(n), sentence.frame(n)) if f]
        if not held:
            return _of_pronoun(sentence, over, below)
        return tuple(n for f in held for n in _standing(sentence, f, below))
    return behind(sentence, frame, place)


def _called(sentence: SentenceView, frame: Frame) -> tuple[int, ...]:
    """Of "the leader of the gang is X", "her handler, X" the X."""
    return tuple(f.at for f in sentence.nouns if frame.at in f.subjects.fillers)


def _verb_over(sentence: SentenceView, frame: Frame) -> tuple[int, ...]:
    over = _next_verb(sentence, frame.at)
    return () if over is None else (over,)


def _to_do(sentence: SentenceView, frame: Frame) -> tuple[int, ...]:
    """Of "had something to do with it" the "do"."""
    return tuple(v.at for v in sentence.verbs if v.lemma == "do" and _next_verb(sentence, v.at) == frame.at)


def _felled(sentence: SentenceView, frame: Frame) -> tuple[int, ...]:
    """Of "fired without warning, killing X" X."""
    return tuple(n for v in _told_with(sentence, frame) for n in _dead_of(sentence, v))


def _launched(sentence: SentenceView, frame: Frame) -> tuple[int, ...]:
    """Of "air strikes carried out by X" X."""
    sent = (v for v in sentence.verbs if frame.at in v.undergoers.fillers and v.passive)
    return tuple(n for v in sent if v.lemma in word_set("means_fits.launching") for n in v.doers.fillers)


def _negations(sentence: SentenceView, frame: Frame) -> tuple[int, ...]:
    return tuple(n for n in sentence.children[frame.at] if sentence.tokens[n].is_a(parts.NEGATION))


def _of_pronoun(sentence: SentenceView, over: tuple[int, ...], by: str) -> tuple[int, ...]:
    """Of "matched that of X" the X: a pronoun has no frame of its own."""
    hung = (p for n in over for p in sentence.phrases(n) if sentence.tokens[p].text.lower() in by.split("|"))
    return tuple(n for p in hung if (n := sentence.noun_after(p)) is not None)


def _had_done(sentence: SentenceView, frame: Frame) -> tuple[int, ...]:
    """Who had not done what would have changed it: the doers of a clause with "had" and "if", or "had" first."""
    for verb in sentence.verbs:
        had = next((n for n in sentence.helpers(verb.at) if sentence.tokens[n].text.lower() == "had"), None)
        if had is None or verb.at == frame.at or not verb.doers.fillers:
            continue
        fronted = had < min(verb.doers.fillers)
        if fronted or any(sentence.tokens[n].text.lower() == "if" for n in sentence.children[verb.at]):
            return verb.doers.fillers
    return ()


def _aims(sentence: SentenceView, frame: Frame) -> tuple[int, ...]:
    """What somebody is paid or told "to" do: infinitives that hang on a verb or on its object."""
    over = {frame.at, *frame.undergoers.fillers}
    after = (f.at for f in sentence.verbs if f.at > frame.at and sentence.tokens[f.at].head in over)
    words = [t.text.lower() for t in sentence.tokens]
    return tuple(n for n in after if words[n - 1] == "to" or words[n - 2 : n] == ["to", "be"])


def _holding(sentence: SentenceView, frame: Frame) -> tuple[int, ...]:
    """Whoever holds the positions, the hills, the territory that something is fired from."""
    spots = frame.oblique("from")
    held = (v for v in sentence.verbs if v.passive and v.lemma in word_set("places.holding"))
    by = (n for v in held if set(spots) & set(v.undergoers.fillers) for n in v.doers.fillers)
    own = (
        n
        for k in spots
        if sentence.tokens[k].lemma.lower() in word_set("places.positions")
        for n in _ahead(sentence, k)
    )
    return (*by, *own)


def _ahead(sentence: SentenceView, at: int) -> tuple[int, ...]:
    """The nouns and adjectives of a noun's own phrase that stand before it, however the parser hangs them among themselves."""
    before = [n for n in sentence.subtree(at) if n < at]
    shut = max((n for n in before if sentence.tokens[n].text in (")", "]", "|", ":", ".")), default=-1)
    own = (n for n in before if n > shut and not sentence.tokens[n].is_a(parts.OWNER))
    return tuple(n for n in own if sentence.tokens[n].is_a(parts.NOUN | parts.ADJECTIVE))


def _hit(sentence: SentenceView, at: int) -> tuple[int, ...]:
    """Of "gunfire killed X", "X died in dozens of strikes", "X was killed when a shell hit a bus" X."""
    told = {at, *(f.at for f in sentence.nouns if _measures(sentence, f, at))}
    found = [
        n
        for f in sentence.nouns
        if f.lemma == "victim" and told & set(f.oblique("of"))
        for n in (f.at, *f.subjects.fillers)
    ]
    for verb in sentence.verbs:
        if told & {*verb.doers.fillers, *verb.oblique("in", "by", "from", "during", "under")}:
            found += _dead_of(sentence, verb)
        if told & set(verb.doers.fillers) and any(e.cls == "strikes" for e in entries().get((verb.lemma, "V"), ())):
            found += [n for v in _told_with(sentence, verb) for n in _dead_of(sentence, v)]
    return tuple(dict.fromkeys(found))


def _measures(sentence: SentenceView, frame: Frame, at: int) -> bool:
    return sentence.tokens[frame.at].text.lower() in words("en-measures.txt") and at in frame.oblique("of")


def _told_with(sentence: SentenceView, verb: Frame) -> Iterator[Frame]:
    """The verbs over and under a verb: the clause that it tells the time of, and what came of it."""
    above = _next_verb(sentence, verb.at)
    return (v for v in sentence.verbs if v.at == above or _next_verb(sentence, v.at) == verb.at)


def _dead_of(sentence: SentenceView, verb: Frame) -> tuple[int, ...]:
    """Whom a verb of death or harm to people tells of as dead or hurt."""
    if verb.lemma in word_set("places.dying"):
        return verb.subjects.fillers
    return verb.undergoers.fillers if (verb.lemma, verb.particle) in _harms() else ()


@cache
def _harms() -> frozenset[tuple[str, str]]:
    """The verbs of harm to people, each with its particle."""
    deeds = rows("accusations", "deeds.tsv")
    return frozenset((lemma, particle.removeprefix("-")) for lemma, particle, hit, *_ in deeds if hit == "person")


def _next_verb(sentence: SentenceView, at: int) -> int | None:
    """The next verb up the tree."""
    return next((n for n in sentence.up(at) if n != at and sentence.frame(n) is not None), None)


def bearers(sentence: SentenceView, at: int) -> tuple[int, ...]:
    """The noun that a word describes or on whose phrase it hangs: X of "the jailed X", "with X in custody", "X, in custody,"."""
    over = tuple(f.at for f in sentence.nouns if at in f.named or f.obliques_hold({at}))
    return tuple(_titled(sentence, n) for n in over) or _set_apart(sentence, at)


def _titled(sentence: SentenceView, at: int) -> int:
    """Of "the convicted murderer X" X, where the noun stands before the name as a part of it."""
    mention = next((m for m in sentence.mentions if m.form == "name" and m.type == "person" and m.head > at), None)
    state = None if mention is None else sentence.state(mention.head)
    return mention.head if mention is not None and state is not None and at in state.named else at


def _set_apart(sentence: SentenceView, at: int) -> tuple[int, ...]:
    """Of "X, in custody since March, said" the X: a phrase between commas right behind the subject of its verb."""
    for verb in sentence.verbs:
        opened = next((o.token for o in verb.obliques if at in o.heads), None)
        if opened is None or "," not in [t.text for t in sentence.tokens[max(0, opened - 2) : opened]]:
            continue
        comma = max(n for n in range(opened - 2, opened) if sentence.tokens[n].text == ",")
        return tuple(
            n for n in verb.subjects.fillers if sentence.subtree(n)[-1] in (comma, comma - 1) or n == comma - 1
        )
    return ()


def _carriers(sentence: SentenceView, at: int) -> tuple[int, ...]:
    """Of whom the verb over a word tells: the X of "X is on the run", "police have X on the run"."""
    verb = next((f for n in sentence.up(at) if (f := sentence.frame(n)) is not None), None)
    if verb is None:
        return ()
    return verb.undergoers.fillers or verb.subjects.fillers


def _predicates(sentence: SentenceView, frame: Frame) -> tuple[int, ...]:
    """What a verb's subject, or whom it speaks of, is said to be: "the gunman was X", "calls X the brain of it"."""
    over = {*frame.subjects.fillers, *frame.undergoers.fillers}
    said = (f for f in sentence.sentence.frames if f.kind == "N" and f.at > frame.at and over & set(f.subjects.fillers))
    return tuple(f.at for f in said)


def _holders(sentence: SentenceView, frame: Frame) -> tuple[int, ...]:
    """Of "the family holds X responsible" the family: whoever says of somebody that he is it."""
    whom = set(frame.subjects.fillers)
    over = (f for f in sentence.verbs if whom & set(f.undergoers.fillers) or frame.at in f.clauses)
    holds = (f for f in over if any(e.cls == "hold-responsible" for e in entries().get((f.lemma, "V"), ())))
    return tuple(n for f in holds for n in f.doers.fillers)


def _told_done(sentence: SentenceView, frame: Frame) -> tuple[int, ...]:
    """Of "ordered the tapes destroyed" the "destroyed"."""
    over = set(frame.undergoers.fillers)
    done = (v for v in sentence.verbs if v.passive and not v.outright and over & set(v.undergoers.fillers))
    return tuple(v.at for v in done if v.at > max(over))


def _hung(sentence: SentenceView, frame: Frame) -> tuple[int, ...]:
    """Of "hold X to blame for it" the "blame", on whichever of its words the parser hangs it."""
    over = {frame.at, *frame.undergoers.fillers}
    return tuple(v.at for v in sentence.verbs if v.at > frame.at and sentence.tokens[v.at].head in over)


def behind(sentence: SentenceView, frame: Frame, place: str) -> tuple[int, ...]:
    """What stands behind prepositions: the frame's own, else those of its object ("laid the blame on X")."""
    gerund = place.endswith("+ing")
    by = tuple(place.removesuffix("+ing").split("|"))
    own = frame.gerund(*by) if gerund else frame.oblique(*by)
    if own:
        return own
    below = (sentence.state(n) for n in frame.undergoers.fillers)
    return tuple(n for f in below if f is not None for n in (f.gerund(*by) if gerund else f.oblique(*by)))


_PLACES: Mapping[str, Callable[[SentenceView, Frame], tuple[int, ...]]] = {
    "doer": lambda _, frame: frame.doers.fillers,
    "undergoer": lambda _, frame: frame.undergoers.fillers,
    "subject": lambda _, frame: frame.subjects.fillers,
    "recipient": lambda _, frame: frame.recipients.fillers,
    "possessor": lambda _, frame: () if frame.possessor is None else (frame.possessor,),
    "clause": lambda _, frame: frame.clauses,
    "infinitive": lambda _, frame: frame.infinitives,
    "aim": _aims,
    "kept": lambda _, frame: frame.kept,
    "bearer": lambda sentence, frame: bearers(sentence, frame.at),
    "called": _called,
    "verb": _verb_over,
    "to-do": _to_do,
    "next": lambda sentence, frame: tuple(range(frame.at + 1, min(len(sentence), frame.at + 5))),
    "hit": lambda sentence, frame: _hit(sentence, frame.at),
    "felled": _felled,
    "not": _negations,
    "before": lambda _, frame: (frame.at - 1,) if frame.at else (),
    "launched": _launched,
    "held-by": _holding,
    "ahead-of-it": lambda sentence, frame: _ahead(sentence, frame.at),
    "carrier": lambda sentence, frame: _carriers(sentence, frame.at),
    "beside": lambda _, frame: frame.named,
    "self": lambda _, frame: (frame.at,),
    "told-done": _told_done,
    "hung": _hung,
    "had-subject": _had_done,
    "given-to": given_to,
    "predicate": _predicates,
    "holder": _holders,
}
"""The places that have a name of their own; any other is a preposition, or several."""
