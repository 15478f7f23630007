"""A total dealt out to deeds told before: "Forty-three were killed, 27 at the market and 16 on the bus", of two bombings."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import NamedTuple

from rashomon.model.annotation import Mention, Quantity
from rashomon.stages.claims.events.figure import Figure, value_of
from rashomon.stages.claims.events.paired import head_behind
from rashomon.stages.claims.events.persons import is_person
from rashomon.stages.claims.events.setting import settings_of
from rashomon.stages.claims.events.setting_words import AT, is_setting
from rashomon.stages.claims.events.tellings import Telling
from rashomon.stages.claims.events.triggers import Trigger
from rashomon.stages.claims.events.wording import Group
from rashomon.stages.claims.view import SentenceView

_JOINTS = (",", "and", ":", ";", "–", "—", "-")
_IN_TURN = ("first", "second")
_SAME = frozenset({"of", "them", "whom", "these", "killed", "dead", "murdered", "died", "dying"})
_FEWEST = 2
_WHY = "its words say of which deed the figure is"


class _Share(NamedTuple):
    quantity: Quantity
    head: int
    word: str


def deal_out(groups: Sequence[Group], told: Sequence[Telling]) -> list[Telling]:
    """The tellings of a sentence; where one deals its total out, that total by itself and each share on the deed that it is of.

    Shares that find their deed are added to its group; they are left with the sentence where the total itself is said to be of several deeds.
    """
    whole = next((f for t in told for f in t.figures if f.sort in ("stated", "toll") and f.value.number), None)
    shares = list(_shares(whole)) if whole is not None else []
    if whole is None or len(shares) < _FEWEST or sum(s.quantity.number or 0 for s in shares) != whole.value.number:
        return list(told)
    homes = [_home(groups, share) for share in shares]
    over = next(t for t in told if whole in t.figures)
    found = len({n for n in homes if n is not None}) == len(shares)
    if not found and not over.several:
        return list(told)
    made = [_telling(over, whole, share) for share in shares]
    counted = {f.victim for t in made for f in t.figures}
    verbs = [f for t in told if t is not over and t.times for f in t.figures]
    if any(f.first <= m.figures[0].first <= f.last for f in verbs for m in made):
        return list(told)  # each has its verb and its day
    rest = [
        replace(t, figures=tuple(f for f in t.figures if f is not whole and f.victim not in counted))
        for t in told
        if t is not over
    ]
    rest = [t for t in rest if t.figures or t.nouns]
    for home, telling in zip(homes, made, strict=True) if found else ():
        if home is not None:
            groups[home].append(replace(telling, joined=(1.0, _WHY)))
    alone = [replace(over, times=(), places=(), figures=(whole,), several=True)]
    return [*alone, *(rest if found else _with_shares(rest, made, shares))]


def _with_shares(told: Sequence[Telling], made: Sequence[Telling], shares: Sequence[_Share]) -> list[Telling]:
    """The tellings of the deeds that the sentence itself names, each with its share; a share of no deed named opens one."""
    found = list(told)
    for telling, share in zip(made, shares, strict=True):
        homes = [n for n, t in enumerate(found) if not t.figures and share.word in settings_of(t)]
        if len(homes) != 1:
            found.append(telling)
            continue
        own = found[homes[0]]
        triggers, places = (*own.triggers, *telling.triggers), own.places or telling.places
        found[homes[0]] = replace(own, triggers=triggers, places=places, figures=telling.figures)
    return found


def _shares(whole: Figure) -> Iterator[_Share]:
    """The counts behind a figure that have no verb, each with what it was in: "27 at the market and 16 on the bus"."""
    sentence = whole.trigger.sentence
    for q in sentence.quantities:
        first, last = sentence.token_at(q.start), sentence.token_at(q.end - 1)
        if first <= whole.victim or q.number is None or sentence.tokens[first - 1].text.lower() not in _JOINTS:
            continue
        at = _past_words(sentence, max(last, q.head) + 1)
        people = q.of is None or is_person(sentence, q.head)
        if people and at + 2 < len(sentence) and sentence.words[at] in AT:
            head, _ = head_behind(sentence, at + 1)
            if sentence.words[at + 2] in _IN_TURN:
                yield _Share(q, at + 2, sentence.words[at + 2])
            elif head is not None and is_setting(word := sentence.tokens[head].lemma.lower()):
                yield _Share(q, head, word)


def _past_words(sentence: SentenceView, at: int) -> int:
    """Past "of them" and "killed", which say no more of a share than that it is one."""
    while at < len(sentence) and sentence.words[at] in _SAME:
        at += 1
    return at


def _home(groups: Sequence[Group], share: _Share) -> int | None:
    """The index of the one deed that was done in what a share names, or that is so called by its turn: "in the first"."""
    if share.word in _IN_TURN:
        deadly = [
            n
            for n, g in enumerate(groups)
            if not g[0].several and any(f.harm == "killed" for t in g for f in t.figures)
        ]
        return deadly[_IN_TURN.index(share.word)] if len(deadly) == len(_IN_TURN) else None
    fitting = [
        n for n, group in enumerate(groups) if not group[0].several and any(share.word in settings_of(t) for t in group)
    ]
    return fitting[0] if len(fitting) == 1 else None


def _telling(over: Telling, whole: Figure, share: _Share) -> Telling:
    """What is told of one deed: so many, where."""
    sentence, verb = over.sentence, whole.trigger
    told = Trigger(sentence, share.head, verb.entry, verb.type, verb.harm)
    value = replace(value_of(verb, share.quantity), part=None)
    first = sentence.token_at(share.quantity.start)
    figure = Figure(told, whole.harm, value, "stated", False, share.quantity.token, first, share.head)
    places = tuple((m, told) for m in _places(sentence, share.head))
    return Telling(sentence, over.family, (told,), (), places, (figure,), False)


def _places(sentence: SentenceView, head: int) -> Iterator[Mention]:
    mention = sentence.mention_at(head)
    if mention is not None and mention.type == "place":
        yield mention
