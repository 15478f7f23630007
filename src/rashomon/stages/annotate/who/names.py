"""The names a document uses, with one type each, and every place where they stand."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from rashomon.model import parts
from rashomon.model.annotation import EntityType
from rashomon.stages.annotate.who.chunks import Chunk
from rashomon.stages.annotate.who.evidence import weigh, weigh_form
from rashomon.stages.annotate.who.lexicon import (
    bare_title,
    given,
    heads,
    known_bodies,
    person_nouns,
    signs,
    titles,
    words,
)
from rashomon.stages.annotate.who.page import Line
from rashomon.stages.annotate.who.votes import Votes
from rashomon.text.english import is_listed
from rashomon.text.fold import fold
from rashomon.text.places import lookup

Key = tuple[str, ...]
Trie = dict[str, "Trie"]
END = ""
_GREAT, _CITY = 1_000_000, 300_000
_FULL = 2.6
"""A full name that only a headline has needs less than other names there."""
_SUFFIXES = frozenset({"jr", "sr", "ii", "iii", "iv"})
_NONE: Mapping[Key, EntityType] = {}


@dataclass(frozen=True, slots=True)
class Found:
    """One standing of an accepted name."""

    line: int
    first: int
    last: int
    type: EntityType
    key: Key


def decide(
    chunks: list[Chunk], lines: tuple[Line, ...], house: str = "", own: Mapping[Key, EntityType] = _NONE
) -> dict[Key, EntityType]:
    """The accepted names: one type for each, by the vote of all signs over the document, whose outlet is a body.

    The user's `own` names are what they are said to be, whatever the signs say.
    """
    votes: dict[Key, Votes] = defaultdict(Votes)
    shown: dict[Key, str] = {}
    for chunk in chunks:
        line = lines[chunk.line]
        weigh(chunk, line, votes[chunk.key])
        text = " ".join(t.text for t in line.tokens[chunk.first : chunk.last])
        if chunk.key not in shown or (shown[chunk.key].isupper() and not line.heading):
            shown[chunk.key] = text
    for key, vote in votes.items():
        weigh_form(key, shown[key], vote)
        if house and " ".join(key) in (house, house.removeprefix("the ")):
            vote.add(-6, 6, -3)
    _place_first(votes)
    _of_surname(votes)
    _inherit(votes)
    types = {key: kind for key, vote in votes.items() if (kind := _kind(key, vote, shown[key]))} | dict(own)
    surnames = {k[-1] for k, v in types.items() if v == "person" and len(k) > 1 and "-" not in k}
    kept = {k: v for k, v in types.items() if k in own or not (v != "place" and _made_of_others(k, types, surnames))}
    for key in [k for k, v in kept.items() if v == "organization" and k[1:3] == ("of", "the")]:
        if key[0] not in heads() and key[:1] in votes:
            kept[key[:1]] = "organization"
    for key in [k for k, v in kept.items() if v == "person" and len(k) > 1]:
        last = key[-1]
        if (
            last.rstrip(".") not in _SUFFIXES
            and len(last) > 2
            and last not in heads()
            and last not in words("not_names.txt")
        ):
            kept.setdefault((last,), "person")
            begin = len(key) - 1
            while begin > 1 and key[begin - 1] in words("particles.txt"):
                begin -= 2 if key[begin - 1] in ("y", "e") and begin > 2 else 1
            if begin < len(key) - 1:
                kept.setdefault(key[begin:], "person")
    return kept


def _place_first(votes: dict[Key, Votes]) -> None:
    """ "Orlando Baptist" is no person where Orlando by itself is plainly a place of the text."""
    for key, vote in votes.items():
        alone = votes.get(key[:1])
        if len(key) == 2 and alone and alone.place > alone.person + 1 and key[1] not in words("surnames.txt"):
            vote.add(-2.5, 0, 0)


def _of_surname(votes: dict[Key, Votes]) -> None:
    """ "Karim Dolatov" is a person where the text says of Dolatov alone what is said of people."""
    for key, vote in votes.items():
        alone = votes.get(key[-1:]) if 1 < len(key) < 6 else None
        if alone is None or key[-1] in heads() or any(k in words("not_names.txt") for k in key):
            continue
        if alone.person >= 1.6 and alone.person > 2 * max(alone.body, alone.place) and vote.person > -0.5:
            vote.add(1.5, 0, 0)
            vote.in_text += alone.in_text


def _inherit(votes: dict[Key, Votes]) -> None:
    """A part of a full name is a person too: "Bursa" beside "Selim Bursa"."""
    full = [k for k, v in votes.items() if len(k) > 1 and v.person >= 2 and v.person > max(v.body, v.place)]
    last = {k[-1]: k for k in full}
    inner = {part: k for k in full for part in k[:-1]}
    for key, vote in votes.items():
        if len(key) == 1 and key[0] in last:
            vote.part = True
            vote.add(3.0 if not _well_placed(key) else 1.0, -1, 0)
            vote.place *= 0.5
        elif len(key) == 1 and key[0] in inner and not _well_placed(key):
            vote.add(1.5, -0.5, 0)
            vote.place *= 1.0 if _is_city(key) else 0.5


def _well_placed(key: Key) -> bool:
    """A country or a large place, which a surname does not outvote by itself."""
    return any(p.kind in ("country", "world") for p in lookup(key[0]))


def _is_city(key: Key) -> bool:
    return any(p.population >= _CITY for p in lookup(key[0]))


def _kind(key: Key, vote: Votes, shown: str) -> EntityType | None:
    """The type with most votes, or None where too little speaks for a name."""
    if len(key) > 1 and key[0] in signs("ships") and len(shown.split()[0]) <= 4 and shown.split()[0].isupper():
        return "vehicle"
    if vote.vessel and not vote.titled:
        return "vehicle"
    person, body, place = vote.person, vote.body, vote.place
    best = max(person, body, place)
    least = 1.0 if vote.in_text else 1.8 if (place == best and lookup(shown)) or key in known_bodies() else 3.2
    if least > _FULL and len(key) > 1 and person == best and key[0] in given():
        least = _FULL
    if vote.in_text and place == best and place > person and lookup(shown):
        least = 0.6
    if best < least or not any(c.isalpha() for c in shown) or (len(shown) == 1):
        return None
    if (
        all(k in words("demonyms.txt") or k.rstrip("s") in words("demonyms.txt") or k == "-" for k in key)
        and key not in known_bodies()
        and not vote.part
    ):
        return None
    if " ".join(key) in words("not_names.txt") and not vote.part:
        return None
    if not vote.titled and not vote.part and key not in known_bodies() and _is_country(shown):
        return "place"
    head = len(key) == 1 and key[0] in heads() and person < 3.5
    if head and not lookup(key[0]) and key not in known_bodies() and not vote.part:
        return None
    if len(key) == 1 and ((key[0] in words("not_names.txt") and not vote.part) or len(shown.rstrip(".")) == 1):
        return None
    if len(key) == 1 and (key[0] in person_nouns() or bare_title(key[0]) in titles()) and not vote.part:
        return None
    if person == best:
        return "person" if _personal(key, vote, shown) else _second_best(body, place, least)
    return "organization" if body == best else "place"


def _is_country(shown: str) -> bool:
    """Whether a name is a country's or a great city's: "Pakistan" that wants and denies is still a place."""
    found = lookup(shown)
    borne = fold(shown) in given() or fold(shown) in words("surnames.txt")
    return bool(found) and (found[0].kind == "country" or (found[0].population >= _GREAT and not borne))


def _second_best(body: float, place: float, least: float) -> EntityType | None:
    if max(body, place) < least:
        return None
    return "organization" if body >= place else "place"


def _personal(key: Key, vote: Votes, shown: str) -> bool:
    """Whether a name can be a person's: its form, and enough signs besides the model's label."""
    if any(c.isdigit() for c in shown) or len(key) > 7:
        return False
    if len(key) == 1:
        return vote.person >= (1.6 if not shown.isupper() else 3)
    common = sum(k in words("not_names.txt") for k in key)
    # A first word that is no English one may be a given name that no list has: "Monirul" beside a common second.
    return vote.person >= 1.2 and common < len(key) - (key[0] not in given() and is_listed(key[0]))


def _made_of_others(key: Key, types: dict[Key, EntityType], surnames: set[str]) -> bool:
    """ "Orlando Florida", "the Marsh-Bader talks": each word by itself is a place, or somebody else, of the text."""
    if len(key) == 3 and key[1] == "-":
        return all(k in surnames or types.get((k,)) == "person" for k in (key[0], key[2]))
    return types[key] == "person" and len(key) == 2 and all(types.get((k,)) == "place" for k in key)


def match(types: dict[Key, EntityType], lines: tuple[Line, ...]) -> Iterator[Found]:
    """Every place where an accepted name stands, the longest first, found also where the model saw nothing."""
    trie: Trie = {}
    for key in types:
        node = trie
        for word in key:
            node = node.setdefault(word, {})
        node[END] = {}
    for number, line in enumerate(lines):
        n, size = 0, len(line.words)
        while n < size:
            last = _longest(trie, line.words, n) if line.words[n] in trie else 0
            if last and _stands(line, n, last):
                yield Found(number, n, last, types[line.words[n:last]], line.words[n:last])
                n = last
            else:
                n += 1


def _longest(trie: Trie, words_: Key, n: int) -> int:
    """Past the last token of the longest name that begins at `n`, or 0."""
    node, best = trie, 0
    while n < len(words_) and words_[n] in node:
        node = node[words_[n]]
        n += 1
        if END in node:
            best = n
    return best


def _stands(line: Line, first: int, last: int) -> bool:
    """Whether these words are meant as the name: capitalised as one, not masked, no plain verb or adjective."""
    if first in line.masked:
        return False
    if last - first > 1:
        small = (line.words[first] in words("particles.txt") or line.words[first][0].isdigit()) and line.capital[
            last - 1
        ]
        return line.capital[first] or line.tokens[first + 1].text == "-" or small
    token = line.tokens[first]
    if not line.capital[first]:
        return False
    if line.words[first] in words("demonyms.txt") or line.words[first] in titles():
        argument = token.is_a(
            parts.SUBJECT | parts.OBJECT | parts.IN_PHRASE | parts.OWNER | parts.JOINED | parts.APPOSITION
        )
        return argument and not token.is_a(parts.PLURAL)
    return token.is_a(parts.NOUN | parts.FOREIGN) or bool(token.ent) or (first > 0 and not line.heading)
