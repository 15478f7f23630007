"""Who stands where in a sentence, told as features: one pair for each place of each frame that somebody may fill.

A feature is a name that is there or not. None tells who somebody is: names of people, bodies and towns are never among them,
so that what was learned of one affair says nothing of the people of the next.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from rashomon.lexicon import words
from rashomon.lexicon.nouns import is_body_noun, is_person_noun
from rashomon.model import parts
from rashomon.model.clause import Frame
from rashomon.model.tree import asked_once
from rashomon.stages.claims.accusations import lexicon
from rashomon.stages.claims.accusations.accused import crime_at, kinds_at
from rashomon.stages.claims.attribution.cues import kinds as kinds_of_speakers
from rashomon.stages.claims.pointer.classes import broad_classes_of, classes_of, common_word, known_classes_of
from rashomon.stages.claims.pointer.terms import beside_penalty, is_told_of, penalties_in
from rashomon.stages.claims.view import SentenceView

_NAMED = frozenset({"PERSON", "ORG", "NORP", "GPE"})
WHOEVER = parts.PRONOUN | parts.RELATIVE | parts.PERSONAL | parts.POSSESSIVE
_SETTING = frozenset({"the", "a", "an", "no", "any", "his", "her", "their", "this", "that", "some"})
_CLIMBED = 6
"""How many words above a frame are asked what they do to it."""

Places = Mapping[int, Sequence[tuple[str, Frame]]]


class Place(NamedTuple):
    """Somebody at token `who` in a place of a frame, with what is there to be weighed."""

    frame: Frame
    role: str
    who: int
    features: tuple[str, ...]


def places(sentence: SentenceView) -> Iterator[Place]:
    """Every place of every frame of a sentence in which somebody may stand, in the order of the frames."""
    over = places_of(sentence)
    around: tuple[str, ...] | None = None
    described: dict[int, tuple[str, ...]] = {}
    for frame in (*sentence.verbs, *sentence.nouns):
        told: tuple[str, ...] | None = None
        for role, who in dict.fromkeys(roles(frame)):
            if who == frame.at or not may_act(sentence, who) or _is_part(sentence, frame, who, role):
                continue
            around = around or _around(sentence)
            told = told or of_frame(sentence, frame, over)
            if who not in described:
                described[who] = of_somebody(sentence, who)
            own = _in_place(sentence, frame, role, who, over, told, described[who])
            yield Place(frame, role, who, tuple(dict.fromkeys((*own, *around))))


def roles(frame: Frame) -> Iterator[tuple[str, int]]:
    """Each place of a frame with the token in it."""
    for role, held in (
        ("doer", frame.doers),
        ("undergoer", frame.undergoers),
        ("subject", frame.subjects),
        ("recipient", frame.recipients),
    ):
        yield from ((role, n) for n in held.fillers)
    yield from (("kept", n) for n in frame.kept)
    yield from ((o.by + ("+v" if o.verb else ""), n) for o in frame.obliques for n in o.heads)
    yield from ((role, n) for role, n in (("whose", frame.possessor), ("own", frame.own)) if n is not None)
    yield from (("named", n) for n in frame.named)
    yield from (("clause", n) for n in frame.clauses)
    yield from (("inf", n) for n in frame.infinitives)


def places_of(sentence: SentenceView) -> Places:
    """Of each token the places of frames in which it stands."""
    found: dict[int, list[tuple[str, Frame]]] = defaultdict(list)
    for frame in (*sentence.verbs, *sentence.nouns):
        for role, n in roles(frame):
            found[n].append((role, frame))
    return found


@asked_once
def may_act(sentence: SentenceView, at: int) -> bool:
    """Whether a person, a body or a state may stand at a token, by the word alone."""
    token = sentence.tokens[at]
    if token.is_a(WHOEVER):
        return True
    if not token.is_a(parts.NOUN | parts.NAME):
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


def of_somebody(sentence: SentenceView, at: int) -> tuple[str, ...]:
    """Of what sort whoever stands at a token is, and what is said beside the name."""
    token, mention = sentence.tokens[at], sentence.mention_at(at)
    form = mention.form if mention is not None else "pronoun" if token.is_a(WHOEVER) else "nominal"
    sort = mention.type if mention is not None else token.ent[2:] or "none"
    several = token.is_a(parts.PLURAL_NOUN | parts.PLURAL_NAME)
    found = [f"who:{form}", f"who:{sort}", f"who:{form},{sort}", "who:several" if several else "who:one"]
    if not token.is_a(parts.NAME):
        lemma = sentence.lemmas[at]
        found += [f"called:{c}" for c in broad_classes_of(lemma, "N")]
        found += [
            f"calledl:{common_word(lemma)}",
            *(f"called:speaks:{k}" for k in filter(None, (kinds_of_speakers().get(lemma),))),
        ]
    for n in _beside(sentence, at):
        found += [f"beside:{c}" for c in broad_classes_of(sentence.lemmas[n])]
        found.append(f"besidel:{common_word(sentence.lemmas[n])}")
    first = (
        sentence.words[n] for n in sentence.children[at] if sentence.tokens[n].is_a(parts.DETERMINING | parts.OWNER)
    )
    article = next(first, "")
    found += beside_penalty(sentence, at)
    return (*found, f"set:{article if article in _SETTING else '-'}")


def _beside(sentence: SentenceView, at: int) -> list[int]:
    """The common words that stand beside a noun and tell who that is."""
    before = {n for n in sentence.children[at] if sentence.tokens[n].is_a(parts.BEFORE_NOUN | parts.ADJECTIVE)}
    over = {sentence.tokens[at].head} if sentence.tokens[at].is_a(parts.APPOSITION) else set()
    near = {*sentence.appositions(at), *before, *over}
    return sorted(n for n in near if not sentence.tokens[n].is_a(parts.NAME))


def _around(sentence: SentenceView) -> tuple[str, ...]:
    """What the sentence and the one before speak of."""
    crime = any(_is_crime(sentence, n) for n in range(len(sentence)))
    deed = any(kinds_at(sentence, n) for n, t in enumerate(sentence.tokens) if t.is_a(parts.VERB))
    courts = words("en-law.txt") | words("en-court.txt") | words("en-custody.txt")
    law = not courts.isdisjoint(sentence.lemmas)
    before = sentence.before
    earlier = "-" if before is None else str(int(any(_is_crime(before, n) for n in range(len(before)))))
    found = (
        f"penalty{int(is_told_of(sentence))}",
        f"crime{int(crime)}",
        f"deed{int(deed)}",
        f"law{int(law)}",
        f"all{int(crime)}{int(deed)}{int(law)}",
    )
    return (*(f"told:{one}" for one in found), f"before:{earlier}", f"block:{sentence.sentence.block}")


@asked_once
def _is_crime(sentence: SentenceView, at: int) -> bool:
    return sentence.tokens[at].is_a(parts.COMMON_NOUN) and crime_at(sentence, at) is not None


def word_of(sentence: SentenceView, frame: Frame) -> str:
    """The lemma of a frame's word; "" for a name, of which nothing is to be learned."""
    return "" if sentence.tokens[frame.at].is_a(parts.NAME) else common_word(frame.lemma.lower())


def of_frame(sentence: SentenceView, frame: Frame, over: Places) -> tuple[str, ...]:
    """What is told of a frame whoever stands in it: the word, its classes, what governs it, what holds it."""
    lemma = word_of(sentence, frame)
    word = f"{lemma}_{frame.particle}" if frame.particle else lemma
    found = [
        f"kind={_kind(frame)}",
        f"word={word}.{frame.kind}",
        *(f"class={c}" for c in classes_of(lemma, frame.kind)),
    ]
    found += ["reduced"] if not frame.outright else []
    found += [f"penalty:{kind}" for kind in penalties_in(sentence, frame.at)]
    found += [f"under={g}" for g in _governing(sentence, frame.at)] or ["under=none"]
    for role, upper in over.get(frame.at, ()):
        above = word_of(sentence, upper)
        found.append(f"up={role}|word={above}")
        found += [f"up={role}|{c}" for c in broad_classes_of(above, upper.kind)]
    return tuple(found if frame.at in over else (*found, "up=none"))


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


def _in_place(
    sentence: SentenceView,
    frame: Frame,
    role: str,
    who: int,
    over: Places,
    told: Sequence[str],
    somebody: Sequence[str],
) -> list[str]:
    """What is to be weighed of somebody in one place: the frame by that place, the other places, and where else that one stands."""
    lemma, voiced = word_of(sentence, frame), role + ("p" if frame.passive else "a")
    found = [*told, f"in={role}", f"in={role}|{_kind(frame)}", f"in={role}|word={lemma}"]
    found += [f"in={voiced}|class={c}" for c in classes_of(lemma, frame.kind)]
    if not frame.outright:
        found.append(f"in={voiced}|reduced")
    for upper_role, upper in over.get(frame.at, ()):
        found += [f"in={voiced}|up={upper_role}|{c}" for c in broad_classes_of(word_of(sentence, upper), upper.kind)]
    for other in _others(sentence, frame, who):
        found += (f"has:{other}", f"in={voiced}|has:{other}")
    found += [f"in={voiced}|penalty:{kind}" for kind in penalties_in(sentence, frame.at)]
    below = _below(sentence, frame.at, who)
    found += (f"below:{below}", f"in={voiced}|below:{below}")
    for there, held in over.get(who, ()):
        if held is not frame:
            word = word_of(sentence, held)
            found += (f"else={there}|word={word}", *(f"else={there}|{c}" for c in broad_classes_of(word, held.kind)))
    return [*found, *somebody, *(f"in={voiced}|{f}" for f in somebody if f.startswith(("who:", "called:")))]


def _others(sentence: SentenceView, frame: Frame, who: int) -> set[str]:
    """Who and what stands in the other places, and under what stands there."""
    found: set[str] = set()
    for role, n in roles(frame):
        if n == who:
            continue
        if sentence.tokens[n].is_a(parts.NAME):
            found.add(f"{role}=somebody")
        else:
            lemma = sentence.lemmas[n]
            found |= {f"{role}={c}" for c in (f"word:{common_word(lemma)}", *broad_classes_of(lemma))}
            found |= {f"{role}=somebody"} if may_act(sentence, n) else set()
        found |= _under(sentence, role, n, who)
    return found


def _under(sentence: SentenceView, role: str, at: int, who: int) -> set[str]:
    """What the lexicon says of the words in the places of the frame at a token: of "accused of killing guards" the guards."""
    held = sentence.frame(at) or sentence.state(at)
    if held is None:
        return set()
    common = ((r, n) for r, n in roles(held) if n != who and not sentence.tokens[n].is_a(parts.NAME))
    return {f"{role}>{r}={c}" for r, n in common for c in known_classes_of(sentence.lemmas[n])}


def _below(sentence: SentenceView, at: int, who: int) -> str:
    """Whether a crime and a deed are told of anywhere below a word."""
    below = [n for n in sentence.subtree(at) if n not in (who, at)]
    crime = any(sentence.lemmas[n] in lexicon.words("crimes.txt") for n in below)
    deed = any(kinds_at(sentence, n) for n in below if sentence.tokens[n].is_a(parts.VERB))
    return f"{int(crime)}{int(deed)}"
