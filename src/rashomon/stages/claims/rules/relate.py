"""Rules of two sides laid on the frames of a sentence: who stands in which side."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise
from typing import NamedTuple

from rashomon.lexicon import words
from rashomon.lexicon.frames import Entry, entries, lemma_of
from rashomon.model import parts
from rashomon.model.claim import PartyRole
from rashomon.model.clause import Frame
from rashomon.model.tree import asked_once
from rashomon.stages.claims.rules.doing import done_by
from rashomon.stages.claims.rules.lists import runs_of
from rashomon.stages.claims.rules.places import particles, standing
from rashomon.stages.claims.rules.relations import Over, Related, Relation
from rashomon.stages.claims.rules.settings import PLACES
from rashomon.stages.claims.view import SentenceView

_WHERE = ("at", "in", "near", "outside", "inside", "for", "during", "before", "after")
_BARE = Entry("", "V", "", "any", {})


class _Spot(NamedTuple):
    """A word with its sense, and the verb over it where a rule asks for one."""

    frame: Frame
    entry: Entry
    over: Frame | None = None


def by_sense(rules: Sequence[Relation]) -> Mapping[tuple[str, str], tuple[Relation, ...]]:
    """The rules, in order, by the kind and class of word that wakes them."""
    found: dict[tuple[str, str], tuple[Relation, ...]] = {}
    for rule in rules:
        for cls in rule.wakes:
            found[rule.kind, cls] = (*found.get((rule.kind, cls), ()), rule)
    return found


def relate(sentence: SentenceView, at: int, rules: Mapping[tuple[str, str], tuple[Relation, ...]]) -> Iterator[Related]:
    """What the rules, given by sense, find at a token; of the rules that fit the same sense only the first."""
    for frame, entry in _senses(sentence, at):
        for rule in rules.get((frame.kind, entry.cls), ()):
            found = next(
                (f for s in _spots(sentence, frame, entry, rule.over) if (f := _sides(sentence, s, rule))), None
            )
            if found is not None:
                yield found
                break


@asked_once
def _senses(sentence: SentenceView, at: int) -> tuple[tuple[Frame, Entry], ...]:
    """As `places.senses`, but a sense without a particle does beside any; and forms that taggers lemmatise wrongly are known."""
    near = particles(sentence, at)
    return tuple(
        (frame, entry)
        for frame in (sentence.frame(at), sentence.state(at))
        if frame is not None and (frame.kind != "V" or sentence.tokens[at].is_a(parts.VERB))
        for entry in entries().get((lemma_of(sentence.tokens[at].text, frame.lemma, frame.kind), frame.kind), ())
        if entry.particle in ("", frame.particle)
        or entry.particle in near
        or (entry.particle == "through" and frame.oblique("through"))  # "talked his mother through the search"
    )


def _spots(sentence: SentenceView, frame: Frame, entry: Entry, over: Over | None) -> Iterator[_Spot]:
    if over is None:
        yield _Spot(frame, entry)
        return
    counted = _counted(sentence, frame.at)
    for verb in sentence.verbs:
        told = (
            over.place == "undergoer" and verb.at in frame.clauses and not verb.undergoers.fillers
        )  # "a talk that X held"
        if _is_of(sentence, verb, over) and (told or _stands_below(sentence, verb, over.place, counted)):
            yield _Spot(frame, entry, verb)


def _stands_below(sentence: SentenceView, verb: Frame, place: str, nouns: set[int]) -> bool:
    """Whether one of the nouns stands in a place of a verb; an object may merely hang on it, behind who gets it."""
    held = standing(sentence, verb, _BARE, place)
    if not nouns.isdisjoint(held):
        return True
    loose = any(sentence.tokens[n].head == verb.at and n > verb.at for n in nouns)
    return place == "undergoer" and loose and bool(held) and not verb.obliques_hold(nouns)


def _is_of(sentence: SentenceView, verb: Frame, over: Over) -> bool:
    lemma = lemma_of(sentence.tokens[verb.at].text, verb.lemma, "V")
    near = {"", verb.particle, *particles(sentence, verb.at)}
    return "any" in over.classes or any(
        e.cls in over.classes and e.particle in near for e in entries().get((lemma, "V"), ())
    )


def _counted(sentence: SentenceView, at: int) -> set[int]:
    """A noun with what counts it: of "hundreds of e-mails", "a series of calls" also the hundreds, the series."""
    found, counting = {at}, words("en-counting.txt")
    for n, lemma in enumerate(sentence.lemmas[:at]):
        state = sentence.state(n) if lemma in counting else None
        if state is not None and at in state.oblique("of"):
            found.add(n)
    return found


def _sides(sentence: SentenceView, spot: _Spot, rule: Relation) -> Related | None:
    if rule.form != "any" and (spot.over or spot.frame).passive != (rule.form == "passive"):
        return None
    if any(not _fillers(sentence, spot, place) for place in rule.needs):
        return None
    if any(_fillers(sentence, spot, place) for place in rule.bars):
        return None
    filled: list[tuple[int, PartyRole]] = []
    for k, (role, place) in enumerate(rule.sides):
        found = [n for n in _fillers(sentence, spot, place.rstrip("?")) if n not in {m for m, _ in filled}]
        found = _whole_list(sentence, found, spot.frame.at)
        found = [*found, *_joined_below(sentence, spot, rule, found)] if not k else found
        may_lack = rule.alone or place.endswith("?") or (k and _is_mutual(sentence, spot, rule, filled))
        if not found and not may_lack:
            return None
        filled.extend((n, role) for n in found)
    at = spot.frame.at
    if not filled or (rule.several and len({r for _, r in filled}) == 1 and not _is_several(sentence, filled)):
        return None
    inside = _fillers(sentence, spot, "inside") if "inside" in rule.needs else ()
    around = (at, *inside) if spot.over is None else (at, spot.over.at)
    return Related(rule, spot.entry.cls, at, _each(sentence, filled, rule), around)


def _whole_list(sentence: SentenceView, found: list[int], at: int) -> list[int]:
    """Those in a place with the rest of the list of names in which they stand: "A, B and C met"."""
    for n in found[:1]:
        start = sentence.tokens[n].start
        run = next((r for r in runs_of(sentence) if any(m.start <= start < m.end for m in r)), [])
        rest = [m.head for m in run if m.head not in found and not m.start <= start < m.end]
        return [*found, *(k for k in rest if (k < at) == (n < at))]
    return found


def _joined_below(sentence: SentenceView, spot: _Spot, rule: Relation, found: list[int]) -> tuple[int, ...]:
    """Of "the kidnappers of X and the embassy haggled" the embassy, which the parser joins to X: nobody haggles alone."""
    frame = spot.frame
    if not rule.several or spot.over is not None or frame.kind != "V" or len(found) != 1 or frame.undergoers.fillers:
        return ()
    if frame.oblique("with", "to", "into") or found[0] > frame.at or _is_counted_group(sentence, found[0]):
        return ()
    state = sentence.state(found[0])
    below = () if state is None else state.oblique("of")
    return below[1:] if len(below) == 2 and _starts_anew(sentence, below[1]) else ()


def _starts_anew(sentence: SentenceView, n: int) -> bool:
    """Whether a noun joined by "and" has an article of its own, or is a name."""
    return any(sentence.tokens[k].is_a(parts.DETERMINER) for k in sentence.children[n]) or sentence.tokens[n].is_a(
        parts.NAME
    )


def _is_mutual(sentence: SentenceView, spot: _Spot, rule: Relation, filled: list[tuple[int, PartyRole]]) -> bool:
    """Whether those in the first side do it to each other: several of them, and nothing else it is done to."""
    if not rule.several or not filled:
        return False
    aim = () if spot.over is not None else spot.frame.undergoers.fillers
    aim = tuple(n for n in aim if not _is_face_to_face(sentence, n))
    if aim and not _is_each_other(sentence, aim):
        return False
    return _is_several(sentence, filled)


def _is_several(sentence: SentenceView, filled: list[tuple[int, PartyRole]]) -> bool:
    return len(filled) > 1 or _is_counted_group(sentence, filled[0][0])


def _is_counted_group(sentence: SentenceView, at: int) -> bool:
    """ "the two", "the three men", "both"."""
    before = {sentence.tokens[n].text.lower() for n in (at, *sentence.children[at]) if n <= at}
    return not before.isdisjoint(words("en-several.txt"))


def _each(
    sentence: SentenceView, filled: list[tuple[int, PartyRole]], rule: Relation
) -> tuple[tuple[int, PartyRole], ...]:
    """Where only one side is filled by several, the first of them is the main one and the rest are with him."""
    if not rule.several or len({role for _, role in filled}) > 1:
        return tuple(filled)
    return (filled[0], *((n, "with") for n, _ in filled[1:]))


def _fillers(sentence: SentenceView, spot: _Spot, place: str) -> tuple[int, ...]:
    for one in (k for alt in place.split(">") for k in spot.entry.roles.get(alt, alt).split(">")):
        found = tuple(n for n in _in_place(sentence, spot, one) if not _is_face_to_face(sentence, n))
        if found and "between" in one:
            found = tuple(dict.fromkeys((*_joined_before(sentence, found[0]), *found)))
        if found and not (place != "each-other" and _is_each_other(sentence, found)):
            return found
    return ()


def _is_face_to_face(sentence: SentenceView, n: int) -> bool:
    """Of "met face to face", "spoke one on one" the face: how they met."""
    said = [t.text.lower() for t in sentence.tokens[n : n + 3]]
    return len(said) == 3 and said[0] == said[2] and said[1] in ("to", "on")


def _is_each_other(sentence: SentenceView, found: tuple[int, ...]) -> bool:
    return all(sentence.tokens[n].text.lower() in ("other", "another") or _holds_each_other(sentence, n) for n in found)


def _holds_each_other(sentence: SentenceView, n: int) -> bool:
    """Of "to each other nine times" the times, on which the parser hangs the "other"."""
    said = [sentence.tokens[k].text.lower() for k in sentence.subtree(n) if k < n]
    return any(pair in (("each", "other"), ("one", "another")) for pair in pairwise(said))


def _in_place(sentence: SentenceView, spot: _Spot, place: str) -> tuple[int, ...]:
    if place.startswith("over."):
        place = place.removeprefix("over.")
        found = _of_verb(sentence, spot.over, place) if spot.over is not None else ()
        return found or (_nested(sentence, [spot.over], place) if spot.over is not None else ())
    if spot.frame.kind == "V":
        return _of_verb(sentence, spot.frame, place) or _by_channel(sentence, spot.frame, place)
    if place in PLACES:
        return PLACES[place](sentence, spot.frame)
    holders = [f for n in sorted(_counted(sentence, spot.frame.at)) if (f := sentence.state(n)) is not None]
    found = tuple(dict.fromkeys(n for f in holders for n in standing(sentence, f, _BARE, place)))
    return found or _nested(sentence, holders, place)


def _by_channel(sentence: SentenceView, verb: Frame, place: str) -> tuple[int, ...]:
    """Of "spoke by radio with X", "met at the pier with X" the X, where "with" hangs on the radio or the pier."""
    wanted = [p for p in place.split("|") if p in ("with", "to")]
    by = ("by", "via", "over", "on", "through", *(_WHERE if wanted == ["with"] else ()))
    states = [s for n in verb.oblique(*by) if (s := sentence.state(n)) is not None]
    return tuple(n for s in states for n in s.oblique(*wanted)) if wanted else ()


def _nested(sentence: SentenceView, frames: list[Frame], place: str) -> tuple[int, ...]:
    """Of "talks about the dam with X", "a call on 3 May between X and Y" the X and Y, where they hang a word lower."""
    if place not in ("with", "between|among", "to"):
        return ()
    lower = [n for f in frames for o in f.obliques if o.by != "between" for n in o.heads]
    states = [s for n in lower if (s := sentence.state(n)) is not None]
    return tuple(n for s in states for n in s.oblique(*place.split("|")))


def _of_verb(sentence: SentenceView, verb: Frame, place: str) -> tuple[int, ...]:
    if place == "doer":
        return done_by(sentence, verb)
    if place == "each-other":
        return _each_other(sentence, verb)
    if place in PLACES:
        return PLACES[place](sentence, verb)
    if place == "subject" and not verb.subjects.fillers and not verb.passive:
        return done_by(sentence, verb)
    return standing(sentence, verb, _BARE, place)


def _each_other(sentence: SentenceView, verb: Frame) -> tuple[int, ...]:
    """The "other" of "each other", "one another" as object or behind a preposition."""
    held = (*verb.undergoers.fillers, *verb.recipients.fillers, *verb.oblique("with", "to"))
    return tuple(n for n in held if _is_each_other(sentence, (n,)))


def _joined_before(sentence: SentenceView, last: int) -> Iterator[int]:
    """Of "between X and Y" the X, where the parser joins both to one name: names that a comma or "and" follows."""
    words = [t.text.lower() for t in sentence.tokens]
    first = max((n for n in range(last) if words[n] in ("between", "among")), default=last)
    for mention in sentence.mentions:
        end = sentence.token_at(mention.end - 1)
        if mention.form == "name" and first < mention.head < last and words[end + 1] in ("and", ","):
            yield mention.head
