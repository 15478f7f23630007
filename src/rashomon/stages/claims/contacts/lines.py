"""Whose a telephone or a number is: "a number of X's", "a phone registered to X", "a number thought to be that of X"."""

from __future__ import annotations

from collections.abc import Iterator

from rashomon.model.claim import Stance
from rashomon.model.clause import Frame
from rashomon.stages.claims.stance import combine, local_stance
from rashomon.stages.claims.view import SentenceView
from rashomon.stages.claims.wordlists import word_list

_OFFICES = frozenset({"office", "desk", "secretariat"})
_BELONGING = frozenset({"register", "belong", "use", "trace", "attribute", "assign", "link", "ascribe"})


def is_line(sentence: SentenceView, n: int) -> bool:
    """Whether a token is a telephone, a number, a line."""
    sim = n > 0 and sentence.tokens[n].lemma.lower() == "card" and sentence.tokens[n - 1].text.lower() == "sim"
    return sim or sentence.tokens[n].lemma.lower() in word_list("contacts", "lines.txt")


def is_post(sentence: SentenceView, n: int) -> bool:
    """Whether a token is a place with a telephone: a residence, a barracks."""
    return sentence.tokens[n].lemma.lower() in word_list("contacts", "posts.txt")


def owners(sentence: SentenceView, n: int) -> tuple[int, ...]:
    """The tokens of those whose line or office it is; the token itself where that is not said, or it is neither."""
    if sentence.tokens[n].lemma.lower() in _OFFICES:
        return _named_owner(sentence, n)
    if sentence.tokens[n].text.lower() in ("that", "those"):  # "in contact with that of X"
        return tuple(k for p in sentence.phrases(n) if (k := sentence.noun_after(p)) is not None) or (n,)
    state = sentence.state(n) if is_line(sentence, n) else None
    if state is None:
        return (n,)
    told = (*state.oblique("of"), *(k for _, k in _told(sentence, n)))
    return tuple(dict.fromkeys(told)) or ((n,) if state.possessor is None else (state.possessor,))


def _named_owner(sentence: SentenceView, n: int) -> tuple[int, ...]:
    """Of "the office of X", "X's office" X, where he is named; of "the minister's office" the office."""
    state = sentence.state(n)
    held = () if state is None else (*state.oblique("of"), *(() if state.possessor is None else (state.possessor,)))
    named = [k for k in held if (m := sentence.mention_at(k)) is not None and m.form == "name" and m.type == "person"]
    return tuple(named) if len(held) == 1 and named else (n,)


def owned_how(sentence: SentenceView, n: int) -> Stance:
    """How surely the line is said to be theirs: of "is thought to be that of X" only possibly."""
    if not is_line(sentence, n):
        return "asserted"
    stances: list[Stance] = [local_stance(sentence, verb) or "possible" for verb, _ in _told(sentence, n)]
    return "asserted" if not stances else min(stances, key=lambda s: s != "asserted")


def weaker(sentence: SentenceView, stance: Stance | None, sides: tuple[int, ...]) -> Stance | None:
    """What is left of a stance where a side is only thought to be the one whose line it was."""
    for n in sides if stance is not None else ():
        stance = combine(stance, owned_how(sentence, n)) if stance is not None else None
    return stance


def _told(sentence: SentenceView, n: int) -> Iterator[tuple[int, int]]:
    """Each verb that tells whose a line is, with the owner it names."""
    for verb in sentence.verbs:
        if verb.at > n and n in (*verb.doers.fillers, *verb.undergoers.fillers, sentence.tokens[verb.at].head):
            for owner in _owner(sentence, verb):
                if owner != n:
                    yield verb.at, owner


def _owner(sentence: SentenceView, verb: Frame) -> tuple[int, ...]:
    """Of "is registered to X", "is used by X", "is that of X" the X."""
    if verb.lemma in _BELONGING:
        return (*verb.oblique("to", "by"), *(verb.doers.fillers if verb.passive else ()))
    if verb.lemma != "be":
        return ()
    words = [t.text.lower() for t in sentence.tokens]
    that = next(
        (n for n in range(verb.at + 1, len(words) - 2) if words[n] in ("that", "one") and words[n + 1] == "of"), None
    )
    start = None if that is None else sentence.tokens[that + 2].start
    return tuple(m.head for m in sentence.mentions if m.start == start and m.type in ("person", "organization"))
