"""Who stands where in a sentence, told as features: one pair for each place of each frame that somebody may fill.

A feature is a name that is there or not. None tells who somebody is: names of people, bodies and towns are never among them,
so that what was learned of one affair says nothing of the people of the next.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from rashomon.lexicon.nouns import is_body_noun, is_person_noun
from rashomon.model import parts
from rashomon.model.annotation import Token
from rashomon.model.clause import Frame
from rashomon.model.tree import asked_once
from rashomon.stages.claims.attribution.cues import kinds as kinds_of_speakers
from rashomon.stages.claims.pointer.around import around_of, told_below
from rashomon.stages.claims.pointer.classes import broad_classes_of, classes_of, common_word, known_classes_of
from rashomon.stages.claims.pointer.clues import Clue, Clues, Word, Words, all_named
from rashomon.stages.claims.pointer.terms import beside_penalty, penalties_in
from rashomon.stages.claims.view import SentenceView

_NAMED = frozenset({"PERSON", "ORG", "NORP", "GPE"})
WHOEVER = parts.PRONOUN | parts.RELATIVE | parts.PERSONAL | parts.POSSESSIVE
_SETTING = frozenset({"the", "a", "an", "no", "any", "his", "her", "their", "this", "that", "some"})
_CLIMBED = 6
"""How many words above a frame are asked what they do to it."""

Filled = tuple[tuple[str, int], ...]
"""The places of a frame, each with the token in it."""
Places = tuple[tuple[tuple[str, Frame], ...], ...]
"""Of each token the places of frames in which it stands."""


class Place(NamedTuple):
    """Somebody at token `who` in a place of a frame, with what is there to be weighed."""

    frame: Frame
    role: str
    who: int
    told: tuple[Clues, ...]

    @property
    def where(self) -> str:
        """What stands before a feature that is weighed together with the place: "X was shot" is another one than "X shot"."""
        return f"in={self.role}{'p' if self.frame.passive else 'a'}|"

    @property
    def features(self) -> tuple[str, ...]:
        """All that is there to be weighed, by name."""
        return all_named(self.told, self.where)


def places(sentence: SentenceView) -> Iterator[Place]:
    """Every place of every frame of a sentence in which somebody may stand, in the order of the frames."""
    around: Clues | None = None
    may_act = acting(sentence)
    for frame, filled in frames_of(sentence):
        told: Clues | None = None
        for role, who in filled:
            if who == frame.at or who not in may_act or _is_part(sentence, frame, who, role):
                continue
            around = around or around_of(sentence)
            told = told or of_frame(sentence, frame)
            own = _in_place(sentence, frame, filled, role, who)
            yield Place(frame, role, who, (told, own, of_somebody(sentence, who), around))


@asked_once
def frames_of(sentence: SentenceView) -> tuple[tuple[Frame, Filled], ...]:
    """Each frame of a sentence, of verbs first, with its places, each once."""
    done, things = sentence.verbs, sentence.nouns
    return (*[(f, doing_at(sentence, f.at)) for f in done], *[(f, thing_at(sentence, f.at)) for f in things])


@asked_once
def doing_at(sentence: SentenceView, at: int) -> Filled:
    """The places of the verb at a token, each once."""
    frame = sentence.frame(at)
    return () if frame is None else tuple(dict.fromkeys(roles(frame)))


@asked_once
def thing_at(sentence: SentenceView, at: int) -> Filled:
    """The same of the noun or adjective there."""
    frame = sentence.state(at)
    return () if frame is None else tuple(dict.fromkeys(roles(frame)))


def roles(frame: Frame) -> list[tuple[str, int]]:
    """Each place of a frame with the token in it."""
    found = [("doer", n) for n in frame.doers.fillers]
    if frame.undergoers.fillers:
        found += [("undergoer", n) for n in frame.undergoers.fillers]
    if frame.subjects.fillers:
        found += [("subject", n) for n in frame.subjects.fillers]
    if frame.recipients.fillers:
        found += [("recipient", n) for n in frame.recipients.fillers]
    found += [("kept", n) for n in frame.kept] if frame.kept else []
    for one in frame.obliques:
        role = f"{one.by}+v" if one.verb else one.by
        found += [(role, n) for n in one.heads]
    found += [(role, n) for role, n in (("whose", frame.possessor), ("own", frame.own)) if n is not None]
    for role, held in (("named", frame.named), ("clause", frame.clauses), ("inf", frame.infinitives)):
        if held:
            found += [(role, n) for n in held]
    return found


@asked_once
def places_of(sentence: SentenceView) -> Places:
    """Of each token the places of frames in which it stands."""
    found: list[list[tuple[str, Frame]]] = [[] for _ in sentence.tokens]
    for frame, filled in frames_of(sentence):
        for role, n in filled:
            found[n].append((role, frame))
    return tuple(map(tuple, found))


@asked_once
def acting(sentence: SentenceView) -> frozenset[int]:
    """The tokens at which a person, a body or a state may stand, by the word alone."""
    return frozenset([n for n, token in enumerate(sentence.tokens) if _may_act(sentence, n, token)])


def _may_act(sentence: SentenceView, at: int, token: Token) -> bool:
    if token.part & WHOEVER:
        return True
    if not token.part & parts.NOUN:
        return False
    mention = sentence.mention_at(at)
    if mention is not None and mention.type in ("person", "organization", "place"):
        return True
    return is_person_noun(token) or is_body_noun(token) or token.ent[2:] in _NAMED


def _is_part(sentence: SentenceView, frame: Frame, at: int, role: str) -> bool:
    """Of "Colonel Viktor Harl" the Colonel and the Viktor, of "the police officers" the police: words within who is told of."""
    mention = sentence.mention_at(at)
    within = mention is not None and mention.form == "name" and mention.head != at
    before = role == "named" and (
        sentence.tokens[at].is_a(parts.COMMON_NOUN) or sentence.tokens[frame.at].is_a(parts.NAME)
    )
    return within or before


@asked_once
def of_somebody(sentence: SentenceView, at: int) -> Clues:
    """Of what sort whoever stands at a token is, and what is said beside the name."""
    token, mention = sentence.tokens[at], sentence.mention_at(at)
    form = mention.form if mention is not None else "pronoun" if token.is_a(WHOEVER) else "nominal"
    sort = mention.type if mention is not None else token.ent[2:] or "none"
    several = token.is_a(parts.PLURAL_NOUN | parts.PLURAL_NAME)
    placed: list[Clue] = [Words("who:", ((form, f"{sort} {'several' if several else 'one'}"),), who_names)]
    alone: list[Clue] = [*dict.fromkeys(beside_penalty(sentence, at)), f"set:{_article(sentence, at)}"]
    if not token.is_a(parts.NAME):
        lemma = sentence.lemmas[at]
        alone.append(f"calledl:{common_word(lemma)}")
        placed.append(Words("called:", ((lemma, "N"),), broad_classes_of))
        placed += [f"called:speaks:{k}" for k in filter(None, (kinds_of_speakers().get(lemma),))]
    near = dict.fromkeys(sentence.lemmas[n] for n in _beside(sentence, at))
    alone.append(Words("beside", tuple([(lemma, None) for lemma in near]), _beside_names))
    return Clues(tuple(alone), tuple(placed))


def who_names(form: str, kind: str | None) -> list[str]:
    """In which form somebody is told of, of which sort, how many: the first two of them first."""
    sort, _, number = (kind or "").partition(" ")
    return [form, sort, f"{form},{sort}", number]


def _beside_names(lemma: str, kind: str | None) -> list[str]:
    return [f"l:{common_word(lemma)}", *(f":{c}" for c in broad_classes_of(lemma, kind))]


def _article(sentence: SentenceView, at: int) -> str:
    """The first word that sets somebody, "-" for one that says nothing by itself."""
    what = parts.DETERMINING | parts.OWNER
    first = next((sentence.words[n] for n in sentence.children[at] if sentence.tokens[n].part & what), "")
    return first if first in _SETTING else "-"


def _beside(sentence: SentenceView, at: int) -> list[int]:
    """The common words that stand beside a noun and tell who that is."""
    before = {n for n in sentence.children[at] if sentence.tokens[n].is_a(parts.BEFORE_NOUN | parts.ADJECTIVE)}
    over = {sentence.tokens[at].head} if sentence.tokens[at].is_a(parts.APPOSITION) else set()
    near = {*sentence.appositions(at), *before, *over}
    return sorted(n for n in near if not sentence.tokens[n].is_a(parts.NAME))


def word_of(sentence: SentenceView, frame: Frame) -> str:
    """The lemma of a frame's word; "" for a name, of which nothing is to be learned."""
    return "" if sentence.tokens[frame.at].is_a(parts.NAME) else common_word(frame.lemma.lower())


@asked_once
def of_frame(sentence: SentenceView, frame: Frame) -> Clues:
    """What is told of a frame whoever stands in it: the word, its classes, what governs it, what holds it."""
    over = places_of(sentence)[frame.at]
    lemma = word_of(sentence, frame)
    word = f"{lemma}_{frame.particle}" if frame.particle else lemma
    alone: list[Clue] = [f"kind={_kind(frame)}", f"word={word}.{frame.kind}"]
    alone += [f"under={g}" for g in _governing(sentence, frame.at)] or ["under=none"]
    placed: list[Clue] = [Words("class=", ((lemma, frame.kind),), classes_of)]
    placed += [] if frame.outright else ["reduced"]
    placed += [f"penalty:{kind}" for kind in penalties_in(sentence, frame.at)]
    for role, above in _by_place(sentence, over, None).items() if over else ():
        alone += dict.fromkeys(f"up={role}|word={lemma}" for lemma, _ in above)
        placed.append(Words(f"up={role}|", above, broad_classes_of))
    alone += [] if over else ["up=none"]
    return Clues(tuple(alone), tuple(placed))


def _by_place(
    sentence: SentenceView, stands: Sequence[tuple[str, Frame]], without: Frame | None
) -> dict[str, tuple[Word, ...]]:
    """The words of the frames in which a token stands, but for one, by its places in them."""
    found: dict[str, tuple[Word, ...]] = {}
    for role, held in stands:
        if held is not without:
            found[role] = (*found.get(role, ()), (word_of(sentence, held), held.kind))
    return found


def _kind(frame: Frame) -> str:
    return frame.kind + ("p" if frame.passive else "a")


def _governing(sentence: SentenceView, at: int) -> list[str]:
    """What the words above a frame do to it: their classes with their effects."""
    found: dict[str, None] = {}
    seen: set[int] = set()
    while at not in seen and len(seen) < _CLIMBED:
        seen.add(at)
        above = sentence.sentence.governance[at]
        for one in (*above.own, *filter(None, (above.over,))):
            found[f"{one.cls}/{one.effect}"] = None
        if above.over is None or not above.climbs:
            break
        at = above.over.token
    return list(found)


def _in_place(sentence: SentenceView, frame: Frame, filled: Filled, role: str, who: int) -> Clues:
    """What is to be weighed of somebody in one place: the place, who stands in the others, and where else that one stands."""
    alone: list[Clue] = [
        f"in={role}",
        f"in={role}|{_kind(frame)}",
        f"in={role}|word={word_of(sentence, frame)}",
    ]
    over = places_of(sentence)[who]
    for there, held in _by_place(sentence, over, frame).items() if len(over) > 1 else ():
        alone.append(Words(f"else={there}|", held, _else_names))
    return Clues(tuple(alone), (*_others(sentence, filled, who), f"below:{told_below(sentence, frame.at, who)}"))


def _else_names(lemma: str, kind: str | None) -> list[str]:
    return [f"word={lemma}", *broad_classes_of(lemma, kind)]


def _others(sentence: SentenceView, filled: Filled, who: int) -> Iterator[Clue]:
    """Who and what stands in the other places, and under what stands there."""
    somebody: dict[str, None] = {}
    common: dict[str, dict[Word, None]] = {}
    under: dict[str, dict[Word, None]] = {}
    for role, n in filled:
        if n == who:
            continue
        if sentence.tokens[n].part & parts.NAME:
            somebody[f"has:{role}=somebody"] = None
        else:
            common.setdefault(f"has:{role}=", {})[sentence.lemmas[n], None] = None
            if n in acting(sentence):
                somebody[f"has:{role}=somebody"] = None
        for inner, k in _under(sentence, n):
            if k != who:
                under.setdefault(f"has:{role}>{inner}=", {})[sentence.lemmas[k], None] = None
    yield from somebody
    yield from (Words(before, tuple(told), has_names) for before, told in common.items())
    yield from (Words(before, tuple(told), known_classes_of) for before, told in under.items())


def has_names(lemma: str, kind: str | None) -> list[str]:
    """What is told of a common word that stands in a place."""
    return [f"word:{common_word(lemma)}", *broad_classes_of(lemma, kind)]


@asked_once
def _under(sentence: SentenceView, at: int) -> Filled:
    """The common words in the places of the frame at a token: of "accused of killing guards" the guards."""
    filled = thing_at(sentence, at) if sentence.frame(at) is None else doing_at(sentence, at)
    return tuple([(role, n) for role, n in filled if not sentence.tokens[n].part & parts.NAME])
