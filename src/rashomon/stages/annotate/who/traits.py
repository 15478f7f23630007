"""What speaks for and against somebody being meant by a pronoun, told as features to be weighed.

A feature is a name that is there or not. None tells who somebody is: only where they stand, how often, beside what kind of word,
and what was done to them so far.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from rashomon.model import parts
from rashomon.stages.annotate.who.cast import Actor
from rashomon.stages.annotate.who.lexicon import signs
from rashomon.stages.annotate.who.page import Line
from rashomon.stages.annotate.who.places import place_of, sort_of, speaks, verb_of, verbs_over, words_over
from rashomon.stages.annotate.who.speech import Seen, is_press
from rashomon.stages.annotate.who.subjects import subject_of

_MANY, _MOST, _RECALLED = 3, 4, 8
_LINKS = (
    (parts.CLAUSE, "clause"),
    (parts.ADVERBIAL_CLAUSE, "adverbial"),
    (parts.JOINED, "joined"),
    (parts.OF_A_NOUN, "relative"),
    (parts.OPEN_CLAUSE, "open"),
)
_PARTING = frozenset({";", ":", "—", "–"})
_ALONE = ("c:role", "c:all", "c:times")
"""What begins so is not told together with the pronoun's place: it is of the actor, not of one standing."""
_TOLD = {"he": ("him",), "she": ("her",)}
_WITH_VERB = ("c:cv", "c:speaks", "s:", "c:role")


def of_pronoun(line: Line, n: int) -> Iterator[str]:
    """What is told of the pronoun itself."""
    place, verb = place_of(line, n), verb_of(line, n)
    yield f"p:{place}"
    yield f"p:{'quoted' if n in line.quoted else 'plain'}"
    yield f"pv:{sort_of(line, verb)}"
    if line.tokens[n].is_a(parts.UNDERGOING_SUBJECT):
        yield "pv:undergoes"
    if any(sort_of(line, v) == "speech" for v in verbs_over(line, verb)):
        yield "p:said"
    if n < _MANY and place == "main":
        yield "p:opens"


def of_candidate(lines: Sequence[Line], theirs: list[Seen], number: int, n: int) -> Iterator[str]:
    """What is told of somebody who stood at some places before a pronoun, the last of them first."""
    last, line = theirs[0], lines[number]
    there = lines[last.line]
    back, place = min(number - last.line, _MANY), place_of(there, last.head)
    yield from (f"c:{back}:{place}", f"c:{back}", f"c:{place}", f"c:form:{form_of(there, last)}")
    yield "c:named" if last.actor.named else "c:described"
    yield f"c:times{min(len(theirs), _MANY)}"
    yield f"c:all{min(_MOST, so_far(last.actor, number))}"
    yield f"c:cv:{sort_of(there, verb_of(there, last.head))}.{place}"
    if last.quoted != (n in line.quoted):
        yield "c:other-voice"
    if last.line == number:
        yield from _of_sentence(line, last, n)
    main = next((s for s in theirs if s.main), None)
    if main is not None:
        yield f"c:main{min(_MANY, number - main.line)}"
    yield from _of_standing(lines, last, line, back)
    yield from sorted({f"c:role:{kind}" for kind in (*_kinds(last.actor), *_past(lines, last.actor, number, n))})


def _of_standing(lines: Sequence[Line], last: Seen, line: Line, back: int) -> Iterator[str]:
    """What the last place tells by itself."""
    there = lines[last.line]
    if is_press(there, last):
        yield "c:press"
    if last.actor.standings and last.actor.standings[0].line == 0:
        yield "c:from-start"
    if there.sentence.paragraph != line.sentence.paragraph:
        yield f"c:paragraph{min(2, line.sentence.paragraph - there.sentence.paragraph)}"
    if speaks(there, last.head):
        yield f"c:speaks{back}"
    if there.tokens[last.head].is_a(parts.UNDERGOING_SUBJECT):
        yield "c:undergoes"


def _of_sentence(line: Line, last: Seen, n: int) -> Iterator[str]:
    """Where in the pronoun's own sentence somebody stands."""
    mine, theirs = verb_of(line, n), verb_of(line, last.head)
    subject = line.tokens[last.head].is_a(parts.SUBJECT)
    mark = ".subject" if subject else ""
    if mine == theirs:
        yield f"s:clause{mark}"
    elif theirs in set(words_over(line, mine)):
        yield from _of_verb_over(line, mine, theirs, mark)
    elif mine in set(words_over(line, theirs)):
        yield f"s:under:{sort_of(line, mine)}{mark}"
    else:
        yield "s:aside"
    speaker = next((subject_of(line, v) for v in verbs_over(line, mine) if sort_of(line, v) == "speech"), None)
    if speaker is not None:
        yield "s:speaker" if speaker == last.head else "s:no-speaker"
    if line.tokens[mine].is_a(parts.RELATIVE_CLAUSE) and line.tokens[mine].head == last.head:
        yield f"s:own-relative:{place_of(line, n)}"
    if any(t.text in _PARTING for t in line.tokens[last.head : n]):
        yield "s:parted"


def _of_verb_over(line: Line, mine: int, theirs: int, mark: str) -> Iterator[str]:
    """What is told where somebody stands with a verb above the pronoun's: "X said that he ...", "X fled when he ..."."""
    told, nearest = sort_of(line, theirs), next(verbs_over(line, mine), None)
    yield f"s:over:{told}{mark}"
    yield "s:next" if nearest == theirs else "s:far"
    yield from (f"s:by:{name}:{told}{mark or '.other'}" for kind, name in _LINKS if line.tokens[mine].is_a(kind))


def cannot_be(line: Line, head: int, n: int) -> bool:
    """Of "X told him that he ..." X, of "Y, with whom he met" Y: the pronoun at `n` means another."""
    t = line.tokens
    mine, theirs = verb_of(line, n), verb_of(line, head)
    if not t[n].is_a(parts.SUBJECT) or t[n].head != mine:
        return False
    if t[mine].is_a(parts.RELATIVE_CLAUSE) and t[mine].head == head:
        return True
    told = (k for k in range(n) if t[k].head == theirs and line.words[k] in _TOLD.get(line.words[n], ()))
    over = t[mine].head == theirs and t[head].is_a(parts.SUBJECT)
    return over and any(not t[k].is_a(parts.OWNER) for k in told)


def of_quotation(lines: Sequence[Line], near: list[Seen], number: int) -> Iterator[str]:
    """Whether somebody speaks the words in which the pronoun stands, or is spoken of in them."""
    outside = [s for s in near if abs(number - s.line) < 2 and not s.quoted]
    told = next((s for s in outside if speaks(lines[s.line], s.head)), None)
    if told is not None:
        yield f"c:quoter{abs(number - told.line)}"
    elif any(s.quoted and s.line == number for s in near):
        yield "c:in-quotation"


def joined(told: list[str], own: Sequence[str]) -> Iterator[str]:
    """What is told of both together."""
    for one in told:
        for mine in own:
            if one.startswith(_WITH_VERB) if mine.startswith("pv:") else not one.startswith(_ALONE):
                yield f"{one}|{mine}"


def form_of(line: Line, s: Seen) -> str:
    """Whether somebody is named, described or meant by a pronoun at a place."""
    if line.tokens[s.head].is_a(parts.PRONOUN | parts.DETERMINER):
        return "pronoun"
    return "name" if line.capital[s.head] else "nominal"


def so_far(actor: Actor, number: int) -> int:
    """How often somebody was named or described up to a sentence."""
    return sum(s.line <= number for s in actor.standings)


def _past(lines: Sequence[Line], actor: Actor, number: int, n: int) -> Iterator[str]:
    """What was done to somebody so far in the text, and by him: killed, held by the law, struck others."""
    before = sorted((s.line, s.head) for s in actor.standings if (s.line, s.head) < (number, n))
    for at, head in before[-_RECALLED:]:
        line = lines[at]
        t = line.tokens[head]
        verb = verb_of(line, head)
        lemma = line.tokens[verb].lemma.lower()
        suffers = t.is_a(parts.OBJECT | parts.UNDERGOING_SUBJECT) and line.tokens[verb].is_a(parts.VERB)
        if suffers and lemma in signs("deeds_suffered"):
            yield "dead"
        if (t.is_a(parts.SUBJECT) and lemma == "die") or _ends(line, head):
            yield "dead"
        if suffers and lemma in signs("held_by_law"):
            yield "held"
        if t.is_a(parts.DOING_SUBJECT) and lemma in signs("deeds_done"):
            yield "doer"


def _ends(line: Line, head: int) -> bool:
    """Of "X's murder", "the death of X": X."""
    t = line.tokens
    over = t[t[head].head]
    if t[head].is_a(parts.OWNER):
        return over.lemma in signs("ends_met")
    return t[head].is_a(parts.IN_PHRASE) and over.text == "of" and t[over.head].lemma in signs("ends_met")


def _kinds(actor: Actor) -> Iterator[str]:
    """Whether somebody is called by a word for those who tell of others, or for those of whom such tell."""
    called = {w for title in actor.titles for w in title.lower().split()} | set(actor.roles)
    called |= set() if actor.named else set(actor.key)
    if not called.isdisjoint(signs("tells_of_others")):
        yield "office"
    if not called.isdisjoint(signs("told_of")):
        yield "accused"
    if not called:
        yield "none"
