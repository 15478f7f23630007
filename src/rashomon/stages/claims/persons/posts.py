"""Roles and belonging told by a verb: "X is the head of", "served as", "was appointed", "joined", "works for"."""

from __future__ import annotations

from collections.abc import Iterator

from rashomon.model import parts
from rashomon.model.annotation import Referent
from rashomon.model.claim import Stance, Subject, Value
from rashomon.stages.claims.draft import Draft, Told
from rashomon.stages.claims.parties import doers, done_to, is_passive, subjects
from rashomon.stages.claims.persons.lexicon import lines, table, words
from rashomon.stages.claims.persons.phrase import role_phrase
from rashomon.stages.claims.persons.roles import Open, belongs, draft_role, is_body, is_role, period_of
from rashomon.stages.claims.stance import combine, local_stance
from rashomon.stages.claims.view import SentenceView, View

_TO_OTHERS = frozenset({"appoint", "name", "elect", "promote", "make"})
_CHARGES: dict[str, Stance] = {"accuse": "alleged", "charge": "alleged", "suspect": "possible", "convict": "asserted"}
_ADMISSIONS = frozenset({"deny", "admit", "confirm", "acknowledge"})


def find_posts(view: View, told: Told) -> Iterator[Draft]:
    """A role or a belonging for each verb that gives a known person one."""
    posts, joins = table("posts.tsv"), table("joins.tsv")
    for sentence in view.sentences:
        if posts.keys().isdisjoint(sentence.said) and joins.keys().isdisjoint(sentence.said):
            continue
        for at, token in enumerate(sentence.tokens):
            if not token.part & parts.VERB:
                continue
            if token.lemma in posts:
                yield from _posts(view, sentence, at)
            if token.lemma in joins:
                yield from _joins(view, sentence, at)


def _stance(sentence: SentenceView, verb: int) -> Stance | None:
    """The stance of what a verb says; under "accused of being" that of the charge, under "denied being" a denial."""
    stance = local_stance(sentence, verb)
    over = _over(sentence, verb)
    if over is None or stance is None:
        return stance
    above = local_stance(sentence, over)
    if sentence.tokens[over].lemma == "deny":
        return "denied" if above == "asserted" else None
    return combine(_CHARGES.get(sentence.tokens[over].lemma, "asserted"), above) if above else None


def _over(sentence: SentenceView, verb: int) -> int | None:
    """The verb of charging or denying under which a gerund stands: "denied being", "accused of leading"."""
    token = sentence.tokens[verb]
    if not token.is_a(parts.GERUND | parts.PARTICIPLE) or not token.is_a(
        parts.OPEN_CLAUSE | parts.CLAUSE | parts.CLAUSE_IN_PHRASE
    ):
        return None
    head = token.head
    if sentence.tokens[head].is_a(parts.PREPOSITION):
        head = sentence.tokens[head].head
    lemma = sentence.tokens[head].lemma
    return head if lemma in _CHARGES or lemma in _ADMISSIONS else None


def _holders(view: View, sentence: SentenceView, verb: int) -> list[Referent]:
    """The named persons of whom a verb says what they are."""
    over = _over(sentence, verb)
    if over is not None:
        heads = done_to(sentence, over) if sentence.tokens[over].lemma in _CHARGES else subjects(sentence, over)
    elif sentence.tokens[verb].lemma in _TO_OTHERS and not is_passive(sentence, verb):
        heads = _appointed(sentence, verb)
    else:
        heads = subjects(sentence, verb)
    found = [view.referent_at(sentence, n) for n in heads]
    return [r for r in found if r and r.type == "person" and r.named]


def _appointed(sentence: SentenceView, verb: int) -> list[int]:
    """Whom somebody appoints; the parser may take the one appointed for the subject of the post."""
    small = sentence.first(verb, parts.CLAUSE)
    inside = list(sentence.each(small, parts.DOING_SUBJECT)) if small is not None else []
    return inside or done_to(sentence, verb)


def _posts(view: View, sentence: SentenceView, verb: int) -> Iterator[Draft]:
    stance = None
    for at in _complements(sentence, verb):
        if not is_role(sentence, at) or _is_ranking(sentence, at):
            continue
        stance = stance or _stance(sentence, verb)
        if stance is None:
            return
        whole = (verb, _tail(sentence, verb, at))
        for who in _holders(view, sentence, verb):
            yield from draft_role(sentence, who, at, whole, stance, _period(sentence, verb, at), reader="post")


def _complements(sentence: SentenceView, verb: int) -> list[int]:
    ways = table("posts.tsv")[sentence.tokens[verb].lemma]
    if "attr" not in ways:
        found: list[int] = []
    elif sentence.tokens[verb].lemma == "be":
        found = list(sentence.each(verb, parts.PREDICATE_NOUN))
    else:
        found = [
            n
            for n in sentence.each(verb, parts.PREDICATE_NOUN | parts.PREDICATE_OF_OBJECT | parts.OBJECT | parts.CLAUSE)
            if not sentence.tokens[n].is_a(parts.MAIN_VERB)
        ]
    for n in sentence.each(verb, parts.PHRASE):
        if sentence.tokens[n].lemma in ways:
            found += sentence.each(n, parts.IN_PHRASE)
    return [m for n in found for m in sentence.conjuncts(n)]


def _is_ranking(sentence: SentenceView, at: int) -> bool:
    """True for "the first officer killed", "the only teacher to object": a count, no post."""
    ranked = any(sentence.tokens[n].text.casefold() in words("rankings.txt") for n in sentence.children[at])
    return ranked and sentence.first(at, parts.NOUN_CLAUSE | parts.RELATIVE_CLAUSE) is not None


def _period(sentence: SentenceView, verb: int, at: int) -> Open:
    """When the post is held: with a verb of entering open at its end, with a verb of leaving at its start."""
    low, high = min(verb, at), max(role_phrase(sentence, at)[1], at)
    times = [t for t in sentence.times if t.type == "DATE" and _hangs(sentence, sentence.token_at(t.start), verb, at)]
    near = [t for t in times if sentence.token_at(t.start) >= low and sentence.token_at(t.start) - high < 8]
    found = period_of(sentence, near or times)
    return _opened(sentence, verb, found)


def _opened(sentence: SentenceView, verb: int, found: Open) -> Open:
    lemma = sentence.tokens[verb].lemma
    if lemma in words("entering.txt"):
        return found[0], None
    return (None, found[1]) if lemma in words("leaving.txt") else found


def _hangs(sentence: SentenceView, n: int, verb: int, at: int) -> bool:
    """Whether a date belongs to the verb or the post, with no other clause between."""
    for above in sentence.up(n):
        if above in (verb, at):
            return True
        if sentence.tokens[above].is_a(parts.MAIN_VERB) or sentence.tokens[above].is_a(
            parts.RELATIVE_CLAUSE | parts.NOUN_CLAUSE | parts.ADVERBIAL_CLAUSE
        ):
            return False
    return False


def _tail(sentence: SentenceView, verb: int, at: int) -> int:
    """The last token of the post with the time that the verb gives it ("from 2009 to 2014")."""
    last = role_phrase(sentence, at)[1]
    dated = [sentence.token_at(t.end - 1) for t in sentence.times if sentence.token_at(t.start) > at]
    near = [n for n in dated if n - last < 6 and _hangs(sentence, n, verb, at)]
    return max([last, *near])


def _joins(view: View, sentence: SentenceView, verb: int) -> Iterator[Draft]:
    if sentence.tokens[verb].lemma in lines("leading.txt") and is_passive(sentence, verb):
        yield from _led(view, sentence, verb)
        return
    heads = [n for n in _bodies_of(sentence, verb) if _is_led(sentence, n)]
    stance = _stance(sentence, verb) if heads else None
    if stance is None:
        return
    for at in heads:
        times = [
            t for t in sentence.times if t.type == "DATE" and _hangs(sentence, sentence.token_at(t.start), verb, at)
        ]
        period = _opened(sentence, verb, period_of(sentence, times))
        quote = sentence.quote(min(verb, at), max(verb, at))
        for who in _holders(view, sentence, verb):
            mention = sentence.mention_at(at)
            place = sentence.tokens[verb].start
            if sentence.tokens[verb].lemma in lines("leading.txt"):
                value = Value(text=quote.quote, earliest=period[0], latest=period[1])
                yield Draft("role", quote, place, Subject(referent=who.id), value, "leads", stance)
            if mention is not None and is_body(mention):
                yield belongs(who, mention, quote, place, period, reader="joins", stance=stance)


def _led(view: View, sentence: SentenceView, verb: int) -> Iterator[Draft]:
    """ "The X Brigade, led by Y": Y belongs to it."""
    stance = local_stance(sentence, verb)
    bodies = [m for m in (sentence.mention_at(n) for n in done_to(sentence, verb)) if m and is_body(m)]
    if stance is None or len(bodies) != 1:
        return
    for at in doers(sentence, verb):
        who = view.referent_at(sentence, at)
        if who and who.type == "person" and who.named:
            quote = sentence.quote(min(verb, at, bodies[0].head), max(verb, at, bodies[0].head))
            place = sentence.tokens[verb].start
            yield belongs(who, bodies[0], quote, place, (None, None), reader="led", stance=stance)


def _is_led(sentence: SentenceView, at: int) -> bool:
    """True for a named body, or a common noun for one."""
    return is_body(sentence.mention_at(at)) or (
        sentence.tokens[at].is_a(parts.COMMON_NOUN) and sentence.tokens[at].lemma.casefold() in words("bodies.txt")
    )


def _bodies_of(sentence: SentenceView, verb: int) -> list[int]:
    ways = table("joins.tsv")[sentence.tokens[verb].lemma]
    found = list(sentence.each(verb, parts.OBJECT)) if "-" in ways else []
    for n in sentence.each(verb, parts.PHRASE | parts.BY_PHRASE):
        if sentence.tokens[n].lemma in ways:
            found += sentence.each(n, parts.IN_PHRASE)
    return found
