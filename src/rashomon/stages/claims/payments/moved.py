"""Who pays a sum and who gets it, on whose behalf and for what: the sides of the frames over it."""

from __future__ import annotations

from collections.abc import Iterator

from rashomon.lexicon import words
from rashomon.lexicon.frames import entries, lemma_of
from rashomon.model import parts
from rashomon.model.claim import Party, PartyRole
from rashomon.model.clause import Frame
from rashomon.stages.claims.actors import is_human
from rashomon.stages.claims.contacts.party import party
from rashomon.stages.claims.rules.payments import RULES
from rashomon.stages.claims.rules.relate import by_sense, relate
from rashomon.stages.claims.rules.relations import Related
from rashomon.stages.claims.view import SentenceView, View

_BY_SENSE = by_sense(RULES)
_ORDERING = frozenset(
    {"order", "sentence", "condemn", "oblige", "require", "direct", "force", "compel", "make", "tell"}
)
_PROMISING = frozenset({"agree", "promise", "undertake", "pledge", "vow", "offer"})
_SETTING = frozenset({"set", "put", "post", "announce", "place", "issue"})
_KEEPING = frozenset({"put", "keep", "have", "hire", "take", "engage", "place", "retain"})
_WAGES = frozenset({"wage", "salary", "pay", "retainer", "stipend", "fee", "allowance", "pension"})
_SQUEEZED = frozenset({"money-pay", "money-give", "money-owe", "money-fine"})
_PRONOUNS = frozenset({"he", "she", "him", "her", "they", "them", "it"})
_TURNED: dict[PartyRole, PartyRole] = {"payer": "payee", "payee": "payer"}


def parties_of(
    view: View, sentence: SentenceView, first: int, last: int, ats: tuple[int | None, ...]
) -> tuple[Party, ...]:
    """The parties of the sum between two tokens, moved by the words given: verb, noun; the verb's sides come first."""
    found: dict[tuple[int, PartyRole], Party] = {}
    verb, noun = ats
    for at in (n for n in ats if n is not None):
        taken = {role for _, role in found}
        for n, role in (side for r in relate(sentence, at, _BY_SENSE) for side in _sides(sentence, r, noun)):
            n = holder(sentence, n)
            one = None if first <= n <= last or n in ats else party(view, sentence, n, role, states=True)
            if one is not None and role not in taken:
                found.setdefault((n, role), one)
    if verb is not None:
        for one in _further(view, sentence, verb, first, last):
            found.setdefault((len(found) + len(sentence), one.role), one)
    further = (
        *_beside_sum(view, sentence, first, last),
        *_over_noun(view, sentence, noun),
        *_of_participle(view, sentence, verb, first, last),
    )
    for n, one in further:
        if one.role not in {role for _, role in found}:
            found.setdefault((n, one.role), one)
    if verb is not None:
        missing: PartyRole = "payer" if _class(sentence, verb) == "money-fine" else "payee"
        squeezed = [] if missing in {role for _, role in found} else _before_sum(view, sentence, verb, first, missing)
        found |= {(n, missing): one for n, one in squeezed}
    return _of_two(tuple(dict.fromkeys(found.values())))


def _beside_sum(view: View, sentence: SentenceView, first: int, last: int) -> Iterator[tuple[int, Party]]:
    """Of "an advance of 6 million euros from X" X, where the parser hangs him on the money itself."""
    roles: dict[str, PartyRole] = {"from": "payer", "to": "payee"}
    summing = [
        f
        for f in sentence.verbs
        if f.lemma in ("total", "amount") and any(first <= n <= last for n in f.undergoers.fillers)
    ]
    states = [f for n in range(first, last + 1) if (f := sentence.state(n)) is not None]
    for state in (*states, *summing):
        for by, role in roles.items():
            for n in state.oblique(by):
                one = party(view, sentence, holder(sentence, n), role, states=True)
                if one is not None:
                    yield n, one


def _of_participle(
    view: View, sentence: SentenceView, verb: int | None, first: int, last: int
) -> Iterator[tuple[int, Party]]:
    """Of "Offered S by X, the porter opened", "the porter, promised S, opened" the porter, and X whom the parser hangs on the sum."""
    frame = None if verb is None else sentence.frame(verb)
    if frame is None or verb is None or not _is_bare_participle(sentence, frame):
        return
    states = [f for n in range(first, last + 1) if (f := sentence.state(n)) is not None]
    sides: list[tuple[int, PartyRole]] = [(n, "payer") for f in states for n in f.oblique("by")]
    over = sentence.frame(sentence.tokens[verb].head)
    who = () if over is None else (over.undergoers.fillers if over.passive else over.doers.fillers)
    sides.extend((n, "payee") for n in who if n != verb and not first <= n <= last)
    for n, role in sides:
        one = party(view, sentence, n, role, states=True)
        if one is not None:
            yield n, one


def _is_bare_participle(sentence: SentenceView, frame: Frame) -> bool:
    """Of "offered S" beside another clause a participle: nobody does it there, and it stands before its clause's verb."""
    token = sentence.tokens[frame.at]
    free = not frame.doers.fillers and not frame.subjects.fillers and not frame.recipients.fillers
    return (
        free
        and token.is_a(parts.PARTICIPLE | parts.PAST)
        and token.is_a(parts.ADVERBIAL_CLAUSE)
        and frame.at < token.head
    )


def _over_noun(view: View, sentence: SentenceView, noun: int | None) -> Iterator[tuple[int, Party]]:
    """Of "we have two transfers from X to Y" Y, where the parser hangs him on the verb; of "payments were made by X" X."""
    over = [] if noun is None else [f for f in sentence.verbs if sentence.tokens[noun].head == f.at]
    sides: list[tuple[int, PartyRole]] = [(k, "payee") for f in over for k in f.oblique("to")]
    sides.extend((k, "payer") for f in over if f.passive and noun in f.undergoers.fillers for k in f.doers.fillers)
    waged = [f for f in over if noun in f.oblique("on", "for", "against")] if noun is not None else []
    waged.extend(f for f in sentence.verbs if noun in f.oblique("on", "for", "against") and f not in waged)
    if noun is not None and sentence.tokens[noun].lemma.lower() in _WAGES:  # "worked on wages of S from X"
        sides.extend(_waged(waged))
        sides.extend((f.at, "payee") for f in sentence.nouns if noun in f.oblique("on"))
    setting = (f for f in over if f.lemma in _SETTING and noun in f.undergoers.fillers and not f.passive)
    if noun is not None and _class_of(sentence, noun) == "money-reward":
        sides.extend((k, "payer") for f in setting for k in f.doers.fillers)
    for n, role in sides:
        one = party(view, sentence, holder(sentence, n), role, states=True)
        if one is not None:
            yield n, one


def _waged(over: list[Frame]) -> Iterator[tuple[int, PartyRole]]:
    """Of "worked on wages of S from Y", "Y put X on a retainer of S" X who gets them, and Y."""
    for frame in over:
        put = frame.lemma in _KEEPING
        got = frame.undergoers.fillers if frame.passive or put else frame.doers.fillers
        gave = frame.doers.fillers if frame.passive or put else frame.oblique("from")
        yield from ((n, "payee") for n in got)
        yield from ((n, "payer") for n in gave)


def holder(sentence: SentenceView, n: int) -> int:
    """Of "to X's account", "from an account of X", "to an account controlled by X", "to that of X" the X."""
    token = sentence.tokens[n]
    if token.text.lower() == "that":
        return next((k for p in sentence.phrases(n) if (k := sentence.noun_after(p)) is not None), n)
    state = sentence.state(n) if token.lemma.lower() in ("account", "wallet") else None
    if state is None:
        return n
    names = (
        f for k in state.oblique("in") if sentence.tokens[k].lemma == "name" and (f := sentence.state(k)) is not None
    )
    named = (k for f in names for k in (*f.oblique("of"), *(() if f.possessor is None else (f.possessor,))))
    held = (k for f in sentence.verbs if f.passive and n in f.undergoers.fillers and f.at > n for k in f.doers.fillers)
    own = () if state.possessor is None else (state.possessor,)
    return next(iter((*state.oblique("of"), *own, *named, *held)), n)


def _of_two(parties: tuple[Party, ...]) -> tuple[Party, ...]:
    """Nobody pays himself: of "she paid me" a pronoun that was read as the other side stays open."""
    sides = [p.referent for p in parties if p.role in ("payer", "payee") and p.referent]
    if len(sides) == len(set(sides)):
        return parties
    return tuple(Party(p.text, p.role) if p.text.lower() in _PRONOUNS else p for p in parties)


def _before_sum(view: View, sentence: SentenceView, verb: int, first: int, role: PartyRole) -> list[tuple[int, Party]]:
    """Of "paid Drake 40,000 euros" the Drake, where the parser takes him for a part of the sum."""
    frame = sentence.frame(verb)
    giving = frame is not None and not frame.passive and _class(sentence, verb) in _SQUEEZED
    start = sentence.tokens[first].start
    near = [m for m in sentence.mentions if m.form != "pronoun" and 0 < start - m.end <= 1 and m.head > verb]
    found = [
        (m.head, party(view, sentence, m.head, role))
        for m in near
        if giving and _is_right_behind(sentence, verb, sentence.token_at(m.start))
    ]
    return [(n, one) for n, one in found if one is not None]


def _is_right_behind(sentence: SentenceView, verb: int, at: int) -> bool:
    """Of "paid Drake", "paid the National Police": nothing between but an article."""
    return at == verb + 1 or (at == verb + 2 and sentence.tokens[verb + 1].is_a(parts.DETERMINER))


def _class(sentence: SentenceView, verb: int) -> str | None:
    """The class of money of a verb."""
    lemma = lemma_of(sentence.tokens[verb].text, sentence.tokens[verb].lemma.lower(), "V")
    return next((e.cls for e in entries().get((lemma, "V"), ()) if e.cls.startswith("money-")), None)


def _class_of(sentence: SentenceView, noun: int) -> str | None:
    """The class of money of a noun."""
    found = entries().get((sentence.tokens[noun].lemma.lower(), "N"), ())
    return next((e.cls for e in found if e.cls.startswith("money-")), None)


def _sides(sentence: SentenceView, related: Related, noun: int | None) -> Iterator[tuple[int, PartyRole]]:
    """The sides of a verb or noun; of "was given a fine of S", "X, paid S by Y, drove" who is given it has to pay."""
    fined = noun is not None and sentence.tokens[noun].lemma.lower() == "fine"
    turned = fined and related.cls in ("money-give", "money-take")
    by = _paid_by(sentence, related)
    for n, role in related.sides:
        yield n, _TURNED.get(role, role) if turned or by else role
    yield from ((n, "payer") for n in by)


def _paid_by(sentence: SentenceView, related: Related) -> tuple[int, ...]:
    """Of "X, paid S by Y, drove the car", where the parser has X pay, the Y."""
    frame = sentence.frame(related.at)
    if frame is None or frame.passive or related.cls not in ("money-pay", "money-give", "money-offer", "money-bribe"):
        return ()
    things = (f for n in frame.undergoers.fillers if (f := sentence.state(n)) is not None)
    by = (*frame.oblique("by"), *(n for f in things for n in f.oblique("by")))
    return tuple(n for n in by if is_human(sentence, n)) if frame.doers.fillers else ()


def _further(view: View, sentence: SentenceView, verb: int, first: int, last: int) -> Iterator[Party]:
    """On whose behalf ("on behalf of X"), and for what ("for the murder", "for opening the gate")."""
    frame = sentence.frame(verb)
    if frame is None:
        return
    yield from _behalf(view, sentence, frame)
    for above in (f for f in sentence.verbs if verb in f.infinitives and f.lemma in _PROMISING and not frame.passive):
        yield from (one for n in above.doers.fillers if (one := party(view, sentence, n, "payer", states=True)))
    if frame.lemma in words("en-paid-for.txt") and any(first <= n <= last for n in frame.oblique("for")):
        yield from (one for n in frame.doers.fillers if (one := party(view, sentence, n, "payee")))
    for above in (f for f in sentence.verbs if verb in f.infinitives and f.lemma in _ORDERING):
        yield from (one for n in above.undergoers.fillers if (one := party(view, sentence, n, "payer", states=True)))
    accounts = (f for n in frame.oblique("from") if (f := sentence.state(n)) is not None)  # "from X's account to Y"
    for n in (k for f in accounts for k in f.oblique("to")):
        yield from (() if (one := party(view, sentence, holder(sentence, n), "payee", states=True)) is None else (one,))
    held = [f for n in range(first, last + 1) if (f := sentence.state(n)) is not None]
    for n in dict.fromkeys(n for f in (frame, *held) for n in (*f.oblique("for"), *f.gerund("for"))):
        token = sentence.tokens[n]
        apart = n < first and sentence.has_verb(
            range(n + 1, first)
        )  # "due for a hearing and held in lieu of $500 bail"
        if n > verb and token.ent[2:] not in ("DATE", "TIME", "MONEY") and not first <= n <= last and not apart:
            phrase = sentence.phrase(n)
            yield Party(phrase.quote if len(phrase.quote) < 80 else token.text, "about")


def _behalf(view: View, sentence: SentenceView, frame: Frame) -> Iterator[Party]:
    for n in frame.oblique("on"):
        state = sentence.state(n) if sentence.tokens[n].lemma.lower() == "behalf" else None
        owners = (
            () if state is None else (*state.oblique("of"), *(() if state.possessor is None else (state.possessor,)))
        )
        for owner in owners:
            one = party(view, sentence, owner, "on_behalf_of")
            if one is not None:
                yield one
