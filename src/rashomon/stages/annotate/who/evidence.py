"""What speaks for a candidate being a person, a body or a place: signs of the name itself and of where it stands."""

from __future__ import annotations

from rashomon.model import parts
from rashomon.stages.annotate.who.apposed import body_follows, role_follows
from rashomon.stages.annotate.who.body_signs import body_signs
from rashomon.stages.annotate.who.callers import calls_somebody
from rashomon.stages.annotate.who.chunks import Chunk
from rashomon.stages.annotate.who.law_signs import law_signs
from rashomon.stages.annotate.who.lexicon import (
    bodies,
    given,
    heads,
    known_bodies,
    person_nouns,
    signs,
    table,
    titles,
    words,
)
from rashomon.stages.annotate.who.listed import are_listed_people
from rashomon.stages.annotate.who.page import Line
from rashomon.stages.annotate.who.plurals import is_foreign
from rashomon.stages.annotate.who.votes import Votes
from rashomon.stages.annotate.who.whereabouts import place_signs
from rashomon.text.english import is_listed
from rashomon.text.fold import fold
from rashomon.text.places import lookup

_IZAFETS = (("-", "e", "-"), ("-", "i", "-"))
"""Inside names of movements: "Jaish-e-X"."""
_LABELS = {
    "PERSON": (1.3, 0.0, 0.0), "ORG": (0.2, 1.0, 0.0), "GPE": (0.1, 0.0, 1.0), "LOC": (0.0, 0.0, 1.0),
    "FAC": (0.3, 0.2, 0.7), "NORP": (0.4, 0.3, 0.0),
}  # fmt: skip
_IN = {"in": 1.3, "at": 0.5, "near": 0.8, "from": 0.4, "outside": 0.6, "across": 0.8, "into": 0.5, "throughout": 0.8,
       "to": 0.1, "around": 0.4, "toward": 0.3, "towards": 0.3, "inside": 0.4, "within": 0.3}  # fmt: skip
_TRUSTING = frozenset(
    {"believe", "confidence", "trust", "faith", "interest", "interested", "confide", "invest", "disappoint"}
)
"""One is in a place, but believes in a person."""


_BEFORE_ROLE = frozenset({"a", "an", "the", "then", "now", "today", "currently", "formerly"})


def weigh(chunk: Chunk, line: Line, votes: Votes) -> None:
    """Adds what one occurrence says of its name."""
    votes.seen += 1
    votes.in_text += not line.heading
    for n, weight in enumerate(_LABELS.get(chunk.label, (0.0, 0.0, 0.0))):
        votes.label[n] += weight
    _beside(chunk, line, votes)
    _grammar(chunk, line, votes)
    for weights in (*place_signs(chunk, line), *body_signs(chunk, line), *law_signs(chunk, line)):
        votes.add(*weights)


def weigh_form(key: tuple[str, ...], shown: str, votes: Votes) -> None:
    """Adds, once for a name, what its own words say, and what the model mostly says."""
    votes.add(*(x / votes.seen * (1.6 if votes.seen > 2 else 1.0) for x in votes.label))
    quarter = len(key) > 2 and key[-1] in ("se", "sw", "ne", "nw")
    kind = heads().get(key[-2 if quarter else -1].rstrip("."))
    if len(key) > 2 and any(heads().get(w) == "o" and key[n + 1] in ("of", "for") for n, w in enumerate(key[:-1])):
        votes.add(-3, 4, 0)
    if len(key) > 3 and key[1:3] == ("of", "the") and key[0] not in heads():
        kind = None
        votes.add(-3, 3, -1)
    if len(key) == 2 and key[0] in ("el", "la", "los", "las") and not shown.isupper():
        votes.add(-1.5, 0, 0.5)
    if kind in ("o", "p") and len(key) > 1 and not (kind == "o" and lookup(shown)):
        surname = len(key) == 2 and key[-1] in signs("land_surnames") and key[0] in given() and _seen_as_person(votes)
        votes.add(-2 * (not surname), 7 * (kind == "o"), (1.5 if surname else 7) * (kind == "p"))
        kind = None if surname else kind
    if len(key) > 1 and (
        key[0] in signs("body_first")
        or (key[-1] in signs("papers") and is_listed(key[0]))
        or (len(key) > 4 and key[1:4] in _IZAFETS)
        or (key[0] in signs("movements") and (key[1] in signs("filial") or key[1] == "-"))
    ):
        votes.add(-3, 3, 0)
    if len(key) > 1 and key[0] in signs("place_first") and kind != "o":
        votes.add(-1, 0, 3)
    if tuple(k for k in key if k not in ".-'") in known_bodies():
        votes.add(-3, 5, -3)
    if shown.isupper() and 2 <= len(shown) <= 6 and len(key) == 1 and not _large(key[0]):
        votes.add(-1, 1.5, 0)
    if key[-1] in table("states.tsv") or (
        len(key) == 1 and key[0] + "." in table("states.tsv") and shown.endswith(".")
    ):
        votes.add(-2, -1, 4)
    if key[-1] in bodies() or key[-1].rstrip("s") in bodies() or key[-1] in signs("facilities"):
        votes.add(-2, 1, 0)
    if 1 < len(key) < 4 and not kind and not lookup(shown) and all(k.isalpha() for k in key):
        votes.add(1.0 if is_foreign(key) and votes.place <= 0 else 0.5, 0, 0)
    first = key[0]
    if len(key) == 2 and first not in given() and key[1] not in words("surnames.txt") and _large(first):
        votes.add(-1, 0.7, 0)
    places = _size(shown)
    votes.add(0, -0.3 * (places > 0), places)
    if len(key) > 1 and first in given() and not places and not kind:
        votes.add(2.2 + 0.5 * (key[-1] in words("surnames.txt")), 0, 0)
    elif len(key) == 1 and first in given() and not places and not shown.isupper():
        votes.add(1.7, -0.3, 0)
    elif len(key) == 1 and first in words("surnames.txt") and not places:
        votes.add(0.5, 0, 0)
    elif len(key) in (2, 3) and key[-1] in words("surnames.txt") and not kind:
        votes.add(0.7, 0, 0)
    if 1 < len(key) < 4 and key[-1] in given() and not kind and not any(map(is_listed, (first, key[-1]))):
        votes.add(0.7, 0, 0)
    if len(key) > 2 and key[1] in signs("filial") and first not in signs("filial") and not kind:
        votes.add(1.2, 0, 0)
    if len(key) == 3 and len(key[1].rstrip(".")) == 1 and key[1][0].isalpha() and not kind:
        votes.add(2, 0, 0)


def _seen_as_person(votes: Votes) -> bool:
    """Whether the model saw a person rather than a place."""
    return votes.label[0] > votes.label[2]


def _size(shown: str) -> float:
    """How much the gazetteer says for a place: countries most, villages little; 0 where it knows none."""
    for best in lookup(shown)[:1]:
        if best.kind in ("country", "world"):
            return 3.0
        return 2.0 if best.population >= 500_000 or best.kind == "region" else 1.1
    return 0.0


def _large(word: str) -> bool:
    """Whether a word by itself is a country or a large city."""
    return any(p.kind == "country" or p.population >= 300_000 for p in lookup(word)[:1])


def _beside(chunk: Chunk, line: Line, votes: Votes) -> None:
    """Titles, ages, "who", "town of", "X province", a role or a possessive beside the name."""
    w, t, size = line.words, line.tokens, len(line.words)
    before = w[chunk.first - 1] if chunk.first else ""
    after = w[chunk.last] if chunk.last < size else ""
    second = w[chunk.last + 1] if chunk.last + 1 < size else ""
    votes.vessel = votes.vessel or (before in signs("vessels") and t[chunk.first - 1].is_a(parts.COMMON_NOUN))
    opens = chunk.titles[0] if chunk.titles[0] < chunk.titles[1] else chunk.first
    if opens and t[opens - 1].is_a(parts.COMMON_NOUN) and w[opens - 1] in bodies():
        votes.add(-2.5 - 2 * (opens < chunk.first), 3, 0)
    if before == "(" and after == ")" and chunk.first < 16:
        votes.add(-1, 1.5, 0)
    if chunk.titles[0] < chunk.titles[1]:
        votes.add(*_titled(w[chunk.titles[1] - 1].rstrip(".")))
        votes.titled = True
    if after in signs("regimes") and before == "the" and w[chunk.last - 1] in words("surnames.txt"):
        votes.add(2, -0.5, -1)
    if (
        after in (",", "(", "|")
        and second.isdigit()
        and 1 <= len(second) <= 2
        and chunk.last + 2 < size
        and w[chunk.last + 2] in (",", ")", ".", ";", "and", "|")
    ):
        votes.add(4, 0, -1)
    if before == "old" and chunk.first > 3 and w[chunk.first - 3] == "year":
        votes.add(4, 0, -1)
    if after == "," and second in ("who", "whose"):
        votes.add(2.5 if second == "who" else 1.0, 0, -0.5)
    inside = fold(t[t[chunk.last - 1].head].text) in ("in", "at", "near") and t[chunk.last - 1].is_a(parts.IN_PHRASE)
    if after == "," and second in _BEFORE_ROLE and role_follows(line, chunk.last + 2) and not inside:
        votes.add(2.5, 0, -1)
    if after == "," and second in _BEFORE_ROLE and body_follows(line, chunk.last + 2):
        votes.add(-3, 4, -1)
    if after == "," and second in person_nouns() and t[chunk.last + 1].is_a(parts.APPOSITION) and not inside:
        votes.add(2, 0, -0.5)
    if before == "," and chunk.first > 1 and _kin(line, chunk.first - 2):
        votes.add(2.5, 0, -1)
    if (
        chunk.first
        and t[chunk.first - 1].is_a(parts.COMMON_NOUN)
        and _person_noun(t[chunk.first - 1].lemma)
        and not line.capital[chunk.first - 1]
    ):
        votes.add(2.5, 0, -1)
    if line.heading and before == "by" and chunk.first == 1:
        votes.add(3, 0, -1)
    if are_listed_people(line, chunk.first, chunk.last):
        votes.add(3, 0, -1)
    if w[chunk.first - 1 : chunk.first] == ("name",) or (
        chunk.first > 1 and w[chunk.first - 2 : chunk.first] == ("name", "of")
    ):
        votes.add(2, 0, 0)


def _kin(line: Line, n: int) -> bool:
    """ "his wife, X": a noun of kin or office before the comma."""
    token = line.tokens[n]
    office = (
        line.capital[n] and token.is_a(parts.SINGULAR_NAME) and not line.heading and not token.is_a(parts.COMPOUNDING)
    )
    plain = token.is_a(parts.COMMON_NOUN) and not line.capital[n] and token.is_a(parts.SINGULAR_NOUN)
    return (plain or office) and _person_noun(token.lemma.lower())


def _titled(title: str) -> tuple[float, float, float]:
    """Weights for a title: an honorific tells much, a word that also opens names of bodies little."""
    if title in (
        "police",
        "foreign",
        "interior",
        "district",
        "first",
        "second",
        "staff",
        "senior",
        "then",
        "former",
        "st",
    ):
        return (0.0, 0.5, 0.3)
    return (3.5, 0.0, -1.0) if title in titles() else (0.0, 0.0, 0.0)


def _person_noun(lemma: str) -> bool:
    return lemma in person_nouns()


def _grammar(chunk: Chunk, line: Line, votes: Votes) -> None:
    """What the head of the name does in the sentence."""
    t = line.tokens
    token = t[chunk.last - 1]
    verb = t[token.head]
    if token.is_a(parts.SUBJECT) and not line.heading:
        if token.is_a(parts.UNDERGOING_SUBJECT) and verb.lemma in signs("harm"):
            votes.add(1.3, -0.3, -0.3)
        elif verb.lemma in words("speech.txt"):
            votes.add(0.9 + 1.5 * _says_he(line, token.head), 0.6, -1)
        elif verb.lemma in signs("person_verbs") or calls_somebody(line, token.head):
            votes.add(1.2, -0.3, -0.5)
        elif verb.is_a(parts.MAIN_VERB):
            votes.add(0.3, 0.3, -0.2)
        else:
            _copula(line, chunk, votes)
    elif token.is_a(parts.OWNER) and verb.lemma in signs("person_owned"):
        votes.add(1.2, 0, -0.3)
    elif (
        token.is_a(parts.APPOSITION)
        and verb.is_a(parts.COMMON_NOUN)
        and verb.lemma.lower() in bodies()
        and not line.heading
    ):
        votes.add(-1, 4, -1)
    elif token.is_a(parts.IN_PHRASE) and verb.is_a(parts.PREPOSITION):
        if line.words[chunk.last - 1] in ("department", "departamento") and fold(verb.text) in ("in", "of"):
            votes.add(0, 0, 5)
        weight = _IN.get(fold(verb.text), 0.0)
        if fold(verb.text) == "in" and t[verb.head].lemma.lower() not in _TRUSTING:
            weight += 1.0
        by = fold(verb.text) in ("by", "with", "to", "against") or fold(t[verb.head].text) == "according"
        votes.add(0.5 * by, 0.4 * by, weight)
    elif token.is_a(parts.OBJECT) and verb.lemma in signs("held_or_hurt"):
        votes.add(1.6, -0.3, -0.3)
    elif token.is_a(parts.OBJECT | parts.RECIPIENT) and verb.lemma in signs("done_to_people"):
        votes.add(0.8, 0.2, -0.3)


def _says_he(line: Line, verb: int) -> bool:
    """ "X said he ...": what X says has he or she for its subject."""
    t = line.tokens
    return any(
        w in ("he", "she") and t[t[n].head].is_a(parts.CLAUSE) and t[t[n].head].head == verb
        for n, w in enumerate(line.words)
    )


def _copula(line: Line, chunk: Chunk, votes: Votes) -> None:
    """ "X was a translator"."""
    head = line.tokens[chunk.last - 1].head
    for token in line.tokens[chunk.last : chunk.last + 12]:
        if token.is_a(parts.PREDICATE_NOUN) and token.head == head:
            votes.add(2.0 * _person_noun(token.lemma.lower()), 0, 0)
            return
