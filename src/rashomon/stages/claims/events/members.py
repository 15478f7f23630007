"""Who is told of together: the people that "and" or commas join to a victim."""

from __future__ import annotations

from collections.abc import Iterator

from rashomon.stages.claims.events.lexicon import entries, is_a
from rashomon.stages.claims.events.one_person import each_once, is_age
from rashomon.stages.claims.events.persons import is_person, is_plural, is_single, quantity_of
from rashomon.stages.claims.events.roll import acts_apart
from rashomon.stages.claims.view import SentenceView

_WITHIN = ("DET", "NUM", "ADJ", "NOUN", "PROPN", "PART", "ADV")
_JOINTS = (",", "and", "&")
_LONGEST = 8
_FIRST = ("a", "an", "the")


def members_of(sentence: SentenceView, head: int, harm: int) -> list[int]:
    """The people joined by "and" or by a comma ("three women, one man injured"), none with a harm of its own but the word at `harm`."""
    found = [
        n
        for n in sentence.conjuncts(head)
        if n == head
        or (
            sentence.tokens[n].pos in ("NOUN", "PROPN", "NUM", "PRON")
            and not _own_harm(sentence, n, harm)
            and not any(_own_harm(sentence, k, harm) or sentence.tokens[k].text == ";" for k in range(head, n))
        )
    ]
    found += _together_with(sentence, head)
    for n in sentence.kids(head, "appos") if quantity_of(sentence, head) is None else ():
        own_words = sentence.child(n, "det", "nummod") is not None or sentence.tokens[n].pos == "PROPN"
        if sentence.child(n, "conj") is not None and own_words:
            found += [k for k in sentence.conjuncts(n) if is_person(sentence, k) and not _own_harm(sentence, k, harm)
                      and not (k != n and _bare_noun(sentence, k))]  # fmt: skip
    own = quantity_of(sentence, head)
    start = own.start if own else sentence.tokens[head].start
    for q in sentence.quantities:
        if q.head not in found and q.of and q.end <= start and (own.of if own else is_single(sentence, head)):
            between = sentence.text[q.end : start].strip()
            bodies = sentence.tokens[q.head].lemma.lower() in ("body", "corpse")
            if between in (",", "and", ", and", "&") and is_person(sentence, q.head) and not bodies:
                found.append(q.head)
    found += _listed(sentence, head, harm)
    return each_once(sentence, (n for n in found if n == head or not acts_apart(sentence, n, harm)))


def _together_with(sentence: SentenceView, head: int) -> Iterator[int]:
    """ "The minister was killed together with two guards", "in addition to a guard": those who shared it."""
    if sentence.tokens[head].dep not in ("nsubj", "nsubjpass", "dobj"):
        return
    for over in (head, sentence.tokens[head].head):
        for n in sentence.kids(over, "prep"):
            word, before = sentence.tokens[n].text.lower(), sentence.tokens[n - 1].text.lower() if n else ""
            if word == "in":
                n = next((k for p in sentence.kids(n, "pobj") if sentence.tokens[p].text.lower() == "addition"
                          for k in sentence.kids(p, "prep")), n)  # fmt: skip
                word = "alongside" if sentence.tokens[n].text.lower() == "to" else word
            if word == "alongside" or (word == "with" and before in ("along", "together")):
                yield from (k for k in sentence.kids(n, "pobj") if is_person(sentence, k))


def _own_harm(sentence: SentenceView, at: int, harm: int) -> bool:
    """ "one dead and three others wounded": the second has its own participle."""
    beside = {*sentence.children[at], at + 1} - {harm, len(sentence)}
    kids = {sentence.tokens[n].text.lower() for n in beside}
    return any((w, "A") in entries() or w in ("killed", "wounded", "injured", "shot", "hurt") for w in kids)


def is_self(sentence: SentenceView, at: int) -> bool:
    """ "His wife and himself": the doer, who is not counted with those he did it to."""
    return sentence.tokens[at].text.lower() in ("himself", "herself", "themselves")


def _listed(sentence: SentenceView, head: int, harm: int) -> list[int]:
    """ "A teacher, his wife and two sons died": the list as the words have it, whatever the parser made of it."""
    last = _phrase_end(sentence, head)
    while (after := _element_after(sentence, last, harm)) is not None:
        last = after
    found = [_element(sentence, last)]
    joined = last + 2 < len(sentence) and is_self(sentence, last + 2)
    at = _phrase_start(sentence, last)
    while (gap := _gap_before(sentence, at)) is not None:
        other = _element(sentence, gap[0] - 1)
        if not _can_join(sentence, other, harm) or _is_of_another_verb(sentence, other, head):
            break
        start = _phrase_start(sentence, other)
        if not (joined or gap[1] or _bare(sentence)):
            return []
        if not gap[1] and _in_apposition(sentence, (start, other), (at, found[-1])):
            found = [n for n in found[:-1] if not _bare_noun(sentence, n)]
        joined, at = True, start
        found.append(other)
    across = min(found) <= harm < max(found)
    return found if len(found) > 1 and head in found and not across else []


def _is_of_another_verb(sentence: SentenceView, at: int, head: int) -> bool:
    """ "Police shot a man, and his brother died": the object of the verb before is no subject of the next."""
    one, subject = sentence.tokens[at], sentence.tokens[head]
    return one.dep == "dobj" and one.head < at and subject.dep in ("nsubj", "nsubjpass") and subject.head != one.head


def _element_after(sentence: SentenceView, at: int, harm: int) -> int | None:
    """The person or people told of next in a list: "two sons" behind "his wife and"."""
    n = at + 1
    while n < len(sentence) and (sentence.tokens[n].text.lower() in _JOINTS or is_age(sentence, n)):
        n += 1
    if n in (at + 1, len(sentence)):
        return None
    last = n
    while last < len(sentence) and _within(sentence, last):
        last += 1
    while last > n and sentence.tokens[last - 1].pos not in ("NOUN", "PROPN", "NUM"):
        last -= 1
    return last - 1 if last > n and _can_join(sentence, last - 1, harm) else None


def _phrase_end(sentence: SentenceView, at: int) -> int:
    """The last noun of "six of his grandchildren", else the token itself."""
    n = at + 2
    if n >= len(sentence) or sentence.tokens[at + 1].text.lower() != "of" or sentence.tokens[at].pos != "NUM":
        return at
    while n < len(sentence) and _within(sentence, n):
        n += 1
    return n - 1


def _element(sentence: SentenceView, at: int) -> int:
    """The word that counts: "six" in "six of his grandchildren"."""
    start = _phrase_start(sentence, at)
    if start > 1 and sentence.tokens[start - 1].text.lower() == "of":
        own = quantity_of(sentence, start - 2)
        return start - 2 if own is not None and own.of is None else at
    return at


def _bare_noun(sentence: SentenceView, at: int) -> bool:
    """ "A graduate and athlete": a second noun of the same person, without an article of its own."""
    if sentence.tokens[at].tag != "NN" or quantity_of(sentence, at) is not None:
        return False
    return not any(sentence.tokens[n].dep in ("det", "poss", "nummod") for n in sentence.children[at])


def _bare(sentence: SentenceView) -> bool:
    return sentence.sentence.block in ("headline", "subhead")


def _gap_before(sentence: SentenceView, at: int) -> tuple[int, bool] | None:
    """Where the words that join two phrases begin, and whether "and" is among them."""
    n, joint = at, False
    while n > 0 and (sentence.tokens[n - 1].text.lower() in _JOINTS or is_age(sentence, n - 1)):
        joint = joint or sentence.tokens[n - 1].text.lower() in ("and", "&")
        n -= 1
    return (n, joint) if 0 < n < at else None


def _can_join(sentence: SentenceView, at: int, harm: int) -> bool:
    token = sentence.tokens[at]
    if token.pos == "NUM":
        own = quantity_of(sentence, at)
        return own is not None and (own.part is not None or own.head > at)
    if (
        token.pos not in ("NOUN", "PROPN")
        or token.lemma.lower() == "life"
        or not is_person(sentence, at)
        or _own_harm(sentence, at, harm)
        or _speaks_behind(sentence, at)
    ):
        return False
    counted = quantity_of(sentence, at) is not None or is_a(token.lemma.lower(), "pair")
    return counted or is_single(sentence, at) or is_plural(sentence, at)


def _speaks_behind(sentence: SentenceView, at: int) -> bool:
    """ "Nine had wounds, a source said": behind a whole clause; not "a man accused of shooting his wife and two sons told"."""
    says = any(at in f.subjects.fillers and is_a(f.lemma, "says_so") for f in sentence.verbs)
    return says and any(f.outright and f.at < at for f in sentence.verbs)


def _phrase_start(sentence: SentenceView, at: int) -> int:
    """The first word of the noun phrase that ends with a token."""
    n = at
    while n > 0 and at - n < _LONGEST and _within(sentence, n - 1):
        n -= 1
    return n


def _within(sentence: SentenceView, at: int) -> bool:
    """Whether a word may stand inside a plain noun phrase."""
    token = sentence.tokens[at]
    return (token.pos in _WITHIN or token.tag in ("PRP$", "HYPH")) and token.text.lower() not in ("also", "then", "not")


def _in_apposition(sentence: SentenceView, one: tuple[int, int], two: tuple[int, int]) -> bool:
    """ "Roe, a teacher, and", "his wife, Jane Roe, and": the second phrase, from first word to head, says who the first is."""
    first, second = (sentence.tokens[x[0]] for x in (one, two))
    if sentence.tokens[two[1]].pos == "PROPN":
        return sentence.tokens[one[1]].pos != "PROPN" and (first.text.lower() in _FIRST or first.tag == "PRP$")
    if second.text.lower() not in _FIRST:
        return False
    return sentence.tokens[one[1]].pos == "PROPN" or first.text.lower() == "the"
