"""Whose a second name is that stands behind a cue: the person's, not the home town's or the body's named last."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from rashomon.model import parts
from rashomon.model.annotation import EntityType
from rashomon.stages.annotate.who.chunks import Chunk
from rashomon.stages.annotate.who.lexicon import heads, person_nouns, signs
from rashomon.stages.annotate.who.names import Key
from rashomon.stages.annotate.who.page import Line
from rashomon.stages.annotate.who.plurals import is_known_place

Types = Mapping[Key, EntityType]
Stretch = tuple[int, int]
NOBODY: Stretch = (0, 0)
_BESIDE = parts.NOMINAL | parts.PREPOSITION | parts.PARTICLE | parts.MARK | parts.SYMBOL
_STEPS = 8
_WHO = frozenset({"who", "whom"})


def owner_of(line: Line, here: Sequence[Chunk], begin: int, other: Stretch, types: Types) -> Stretch:
    """The name that the second name `other` behind the cue at token `begin` belongs to; (0, 0) for nobody named."""
    before = [c for c in here if c.last <= begin]
    if not before:
        return NOBODY
    nearest = before[-1]
    if nearest.last == begin and types.get(nearest.key) != "place" and not _behind_preposition(line, nearest):
        return nearest.first, nearest.last
    if types.get(nearest.key) != "person" and not _names_a_thing(line, other):
        bearer = _behind(line, before, begin, types) or _of_relative(line, before, begin, types)
        if bearer is not None:
            return bearer.first, bearer.last
        if types.get(nearest.key) == "place" and _has_person(before, types) and line.words[other[0] - 1] != "the":
            return NOBODY
    if _of_somebody(line, nearest.first):
        # "X, a friend of Y, called Z": who phones somebody gives no name.
        bearer = None if line.words[begin] == "called" else _behind(line, before, begin, types)
        return (bearer.first, bearer.last) if bearer is not None and bearer is not nearest else NOBODY
    gap = line.words[nearest.last : begin]
    apart = [w for w in gap if w not in signs("before_alias") and not w.isdigit()]
    another = {"and", "or"} & set(gap) and {"a", "man", "woman"} & set(gap)
    taken = (
        len(gap) < 4
        and gap[:1]
        and gap[0] in signs("take_name")
        and line.tokens[begin - 1].is_a(parts.MAIN_VERB | parts.DETERMINER)
    )
    beside = taken or (not apart and len(gap) <= 6 and not another)
    if not beside and types.get(nearest.key) == "person" and _is_apposed(line, nearest.last, begin):
        return nearest.first, nearest.last
    within = types.get(nearest.key) == "place" and "," not in gap and _is_where(line, nearest)
    return (nearest.first, nearest.last) if beside and not within else NOBODY


def _is_where(line: Line, chunk: Chunk) -> bool:
    """ "an operation inside Y, dubbed": a place that only tells where it is; "the city of Y, also called" is one."""
    n = chunk.first - 1
    while n > 0 and line.tokens[n].is_a(parts.ADJECTIVE | parts.DETERMINER):
        n -= 1
    return n >= 0 and line.tokens[n].is_a(parts.PREPOSITION) and line.words[n] != "of"


def _is_apposed(line: Line, last: int, begin: int) -> bool:
    """ "X, the gang's quartermaster, known as": what stands between is said of X, up to a comma."""
    t, words = line.tokens, line.words
    if begin - last < 3 or words[last] not in (",", "(", "-", "–", "—"):
        return False
    inside = t[last + 1 : begin - 1]
    closed = words[begin - 1] in (",", "-", "–", "—")
    within = _BESIDE if closed else _BESIDE & ~parts.PREPOSITION
    return all(x.is_a(within) and x.text not in (",", ";") for x in (inside if closed else t[last + 1 : begin]))


def _behind_preposition(line: Line, chunk: Chunk) -> bool:
    n = chunk.first - 1
    while n > 0 and line.tokens[n].is_a(parts.ADJECTIVE | parts.DETERMINER):
        n -= 1
    return n >= 0 and line.tokens[n].is_a(parts.PREPOSITION)


def _names_a_thing(line: Line, other: Stretch) -> bool:
    """Whether a second name is plainly a body's or a place's: "the Salt City", "the Reeds", "RSF"."""
    last = other[1] - 1
    text = " ".join(t.text for t in line.tokens[slice(*other)])
    plural = line.tokens[last].is_a(parts.PLURAL_NAME)
    return plural or line.words[last] in heads() or is_known_place(text) or (text.isupper() and len(text) > 1)


def _behind(line: Line, before: Sequence[Chunk], begin: int, types: Types) -> Chunk | None:
    """The person right before, past age, home town, office and body: "X, 31, of Y, known as"."""
    ends = {c.last: c for c in before}
    # "born in Y and known as": both participles are said of X.
    n = begin - 1 if line.words[begin - 1] == "and" and line.tokens[begin].is_a(parts.PARTICIPLE) else begin
    while n > 0:
        chunk = ends.get(n)
        if chunk is not None:
            if types.get(chunk.key) == "person" and not _of_somebody(line, chunk.first) and not _is_home(line, chunk):
                return chunk
            n = chunk.first
            continue
        token = line.tokens[n - 1]
        participle = token.is_a(parts.PARTICIPLE) and token.is_a(
            parts.OF_A_NOUN | parts.ADVERBIAL_CLAUSE | parts.QUALIFYING
        )
        if not token.is_a(_BESIDE) and not participle:
            return None
        n -= 1
    return None


def _is_home(line: Line, chunk: Chunk) -> bool:
    """Whether a name stands behind "from", "of", "in": a town that was taken for a person."""
    n = chunk.first
    while (
        n > 0
        and line.tokens[n - 1].is_a(parts.NAME | parts.ADJECTIVE | parts.DETERMINER | parts.PARTICLE)
        and n > chunk.first - 5
    ):
        n -= 1
    return (n > 0 and line.words[n - 1] in ("from", "in", "near")) or (n > 0 and _of_town(line, n - 1))


def _of_town(line: Line, n: int) -> bool:
    """ "X, 31, of Y": an "of" behind a comma or a number."""
    return line.words[n] == "of" and n > 0 and (line.words[n - 1] == "," or line.tokens[n - 1].is_a(parts.NUMBER))


def _of_relative(line: Line, before: Sequence[Chunk], begin: int, types: Types) -> Chunk | None:
    """ "X, who lives in Y and is known as": the one of whom the relative clause is told."""
    for n in range(begin - 1, 0, -1):
        if line.words[n] in _WHO:
            end = n - 1 if line.words[n - 1] == "," else n
            return next((c for c in before if c.last == end and types.get(c.key) == "person"), None)
    return None


def _has_person(before: Sequence[Chunk], types: Types) -> bool:
    return any(types.get(c.key) == "person" for c in before)


def _of_somebody(line: Line, first: int) -> bool:
    """True for the name in "a commander of the X, known as Y": it is the commander who is known as Y."""
    n = first - 1
    if n > 0 and line.words[n] == "the":
        n -= 1
    noun = line.tokens[n - 1]
    return n > 0 and line.words[n] == "of" and noun.is_a(parts.SINGULAR_NOUN) and noun.lemma.lower() in person_nouns()


def apposed_after(line: Line, here: Sequence[Chunk], end: int, types: Types) -> Stretch:
    """ "the man nicknamed Y, X, was held": the full name right behind the second one; (0, 0) where none stands."""
    if end + 1 >= len(line.words) or line.words[end] not in (",", "(", "-", "–", "—"):
        return NOBODY
    for chunk in here:
        stands = chunk.first == end + 1 or (chunk.titles[0] == end + 1 and chunk.titles[1] == chunk.first)
        if stands and types.get(chunk.key) == "person" and chunk.last - chunk.first > 1:
            after = line.words[chunk.last] if chunk.last < len(line.words) else ""
            return NOBODY if after in ("and", "&", "or") else (chunk.first, chunk.last)
    return NOBODY


def bearer_by_clause(line: Line, here: Sequence[Chunk], begin: int, types: Types) -> Stretch:
    """ "X, 52, who had lived there under the name of Y": whom the clause around the cue is told of; (0, 0) for nobody named."""
    frames = {f.at: f for f in line.sentence.frames if f.kind == "V"}
    at = begin
    for _ in range(_STEPS):
        frame = frames.get(at)
        told = (
            ()
            if frame is None or frame.recipients.fillers
            else frame.undergoers.fillers
            if frame.passive
            else frame.doers.fillers
        )
        for chunk in here:
            if (
                types.get(chunk.key) == "person"
                and any(chunk.first <= n < chunk.last for n in told)
                and chunk.last <= begin
            ):
                return chunk.first, chunk.last
        if line.tokens[at].head == at:
            break
        at = line.tokens[at].head
    return NOBODY
