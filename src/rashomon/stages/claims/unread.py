"""What nothing was read from: sentences, and figures in them, that speak of victims, custody, guilt, contact or money.

The signs are words of a list that no rule shares: a wording that no rule knows is seen all the same.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from itertools import accumulate

from rashomon.lexicon.nouns import is_person_word
from rashomon.model.annotation import Mention, Quantity
from rashomon.model.claim import ACCUSATIONS, Attribution, Claim, Unread
from rashomon.stages.claims.actors import actor
from rashomon.stages.claims.pointer import pointed
from rashomon.stages.claims.pointer.contacts import is_read, weighed_pairs
from rashomon.stages.claims.signs import signs
from rashomon.stages.claims.view import SentenceView, View

READ: dict[str, frozenset[str]] = {
    "victims": frozenset({"killed", "injured", "missing", "kidnapped", "found", "victim", "death"}),
    "custody": frozenset({"detained", "released", "wanted", "whereabouts"}),
    "guilt": ACCUSATIONS | {"conviction", "acquittal", "quashed", "sanctioned", "wanted"},
    "contact": frozenset({"contact"}),
    "money": frozenset({"amount"}),
}
"""For each topic the properties that something was read of it by."""
_WHY = {
    "victims": "speaks of victims, of whom nothing was read",
    "custody": "speaks of custody, but who is held or freed was not read",
    "guilt": "speaks of guilt, a charge or a verdict, but who is said to have done what was not read",
    "contact": "speaks of a contact, but between whom was not read",
    "money": "speaks of money, but who paid whom what was not read",
}
_OF = {
    "custody": "speaks of custody; of",
    "guilt": "speaks of guilt, a charge or a verdict; of",
    "contact": "speaks of a contact; of",
}
_UNREAD_BLOCKS = frozenset({"boilerplate", "byline", "dateline"})
_LEAST = 0.5
_FIGURE = 0.75
_DEED, _ACTOR = 0.5, 0.5
_OPEN = 0.65
_DENIED = 0.5
_NEAR = frozenset({"both", "my", "our", "his", "her", "their"})
_PLAIN, _CERTAIN = 0.7, 0.9
"""From which weight on anybody will do, "he" too; and from which on the word alone tells of somebody: "one was acquitted"."""


def find_unread(view: View, claims: Sequence[Claim], attributions: Sequence[Attribution] = ()) -> tuple[Unread, ...]:
    """The sentences a person should look at, in text order, each with why and how likely something stands there."""
    read, told, accused = _claimed(view, claims), _told_of(claims), _accused_of(claims)
    named = frozenset(m.referent for m in view.annotations.mentions if m.form == "name")
    speaking = Sources([(q.start, q.end) for a in attributions for q in a.source])
    found: list[Unread] = []
    listed: set[str] = set()
    for n, sentence in enumerate(view.sentences):
        if sentence.sentence.block in _UNREAD_BLOCKS:
            continue
        about = _spoken_of(sentence, speaking)
        reasons = sorted(
            [
                *_reasons(sentence, read[n], about, told),
                *_deeds(sentence, read[n], about, accused, told),
                *_left_open(sentence, read[n], named),
                *_half_sure(view, sentence, read[n]),
                *_half_met(view, sentence, read[n]),
            ],
            reverse=True,
        )
        own = sentence.sentence
        if reasons and view.text[own.start : own.end] not in listed:  # a title is set over its page twice
            listed.add(view.text[own.start : own.end])
            why = "; ".join(dict.fromkeys(text for _, text in reasons))
            found.append(
                Unread(view.document.id, own.start, own.end, view.text[own.start : own.end], why, reasons[0][0])
            )
    return tuple(found)


def _claimed(view: View, claims: Sequence[Claim]) -> list[list[Claim]]:
    """The claims whose words touch each sentence; statements say nothing of what they state."""
    starts = [s.sentence.start for s in view.sentences]
    found: list[list[Claim]] = [[] for _ in starts]
    for claim in claims:
        first, last = bisect_right(starts, claim.start) - 1, bisect_right(starts, claim.end - 1) - 1
        for n in range(max(0, first), last + 1) if claim.property != "statement" else ():
            found[n].append(claim)
    return found


class Sources:
    """The words of those who speak in a document, asked whether one of them holds a range."""

    def __init__(self, spans: Iterable[tuple[int, int]]) -> None:
        ordered = sorted(spans)
        self._starts = [start for start, _ in ordered]
        self._furthest = list(accumulate((end for _, end in ordered), max))

    def hold(self, start: int, end: int) -> bool:
        """Whether a range lies within one of them."""
        n = bisect_right(self._starts, start) - 1
        return n >= 0 and end <= self._furthest[n]


def _told_of(claims: Sequence[Claim]) -> frozenset[str]:
    """Who is told of as a victim anywhere in the document: said again without a count, that is nothing new."""
    dead = (c for c in claims if c.property in ("victim", "death"))
    return frozenset(r for c in dead for r in (c.value.referent, c.subject.referent) if r)


def _accused_of(claims: Sequence[Claim]) -> frozenset[str]:
    """Whom a document accuses anywhere."""
    return frozenset(c.value.referent for c in claims if c.property in ACCUSATIONS and c.value.referent)


def _deeds(
    sentence: SentenceView,
    claims: Sequence[Claim],
    about: Sequence[Mention],
    accused: frozenset[str],
    hurt: frozenset[str],
) -> Iterator[tuple[float, str]]:
    """A deed and those who may have done it: bodies, or words for people in arms, where nothing says who did it.

    Where something of guilt was read, a body that the document accuses elsewhere is asked after all the same.
    """
    seen = signs(sentence)
    if seen.get("deed", 0.0) < _DEED:
        return
    known = {r for c in claims for r in (c.value.referent, c.subject.referent) if r}
    bodies = [m for m in about if m.type == "organization" and m.referent not in known]
    told = any(c.property in ACCUSATIONS for c in claims)
    again = [m for m in bodies if m.referent in accused]
    armed = seen.get("actor", 0.0) >= _ACTOR
    names = ", ".join(dict.fromkeys(m.quote for m in (bodies if armed and not told else again)))
    if names:
        yield _LEAST, f"speaks of a deed and of {names}, but not who is said to have done it was read"
    elif armed and not told:
        yield _LEAST, "speaks of a deed and of people in arms, but not who is said to have done it was read"
    elif not told and not claims and seen["deed"] > _DEED:
        named = [m for m in about if m.form == "name" and m.type == "person" and m.referent not in hurt]
        if named:
            yield _LEAST, f"speaks of a deed and of {named[0].quote}, but not who is said to have done it was read"


def _left_open(
    sentence: SentenceView, claims: Sequence[Claim], named: frozenset[str | None]
) -> Iterator[tuple[float, str]]:
    """Words that a claim of guilt, custody or contact takes for somebody, but nobody knows for whom: "the three"."""
    about = [c for c in claims if c.property in READ["guilt"] | READ["custody"] | READ["contact"]]
    for mention in sentence.mentions:
        if mention.type != "person" or mention.referent in named or not _points(sentence, mention):
            continue
        if any(_means(c, mention) for c in about):
            yield _OPEN, f"whom “{mention.quote}” means was left open"


def _half_sure(view: View, sentence: SentenceView, claims: Sequence[Claim]) -> Iterator[tuple[float, str]]:
    """Where the pointer half sees somebody accused of whom nothing of guilt was read. It names nobody: that would be a claim."""
    if (view.document.language or "en")[:2] != "en":
        return
    told = [c for c in claims if c.property in READ["guilt"]]
    known = {w for c in told for w in (c.value.referent, c.subject.referent, c.value.text) if w}
    seen = [(likely, actor(view, sentence, place.who)) for place, likely in pointed(sentence)]
    unsure = [likely for likely, who in seen if who is not None and known.isdisjoint({who.referent, who.words.quote})]
    if unsure:
        yield round(max(unsure), 2), "may accuse somebody; the program was not sure enough to claim it"


def _half_met(view: View, sentence: SentenceView, claims: Sequence[Claim]) -> Iterator[tuple[float, str]]:
    """Where the pointer half sees a contact in a sentence of which no contact was read."""
    if (view.document.language or "en")[:2] != "en" or any(c.property == "contact" for c in claims):
        return
    unsure = [likely for pair, likely in weighed_pairs(sentence) if not is_read(view, sentence, pair)]
    if unsure:
        yield round(max(unsure), 2), "may tell of a contact; the program was not sure enough to claim it"


def _points(sentence: SentenceView, mention: Mention) -> bool:
    """Whether words stand for people told of before, or known by another: "he", "both men", "the three", "my client"."""
    first = mention.quote.split()[0].lower()
    counted = any(mention.start <= q.start < mention.end for q in sentence.quantities)
    return mention.form == "pronoun" or first in _NEAR or (counted and first == "the")


def _means(claim: Claim, mention: Mention) -> bool:
    """Whether a claim is of whom a mention stands for."""
    of = (claim.value.referent, claim.subject.referent, *(p.referent for p in claim.value.parties))
    return mention.referent in of if mention.referent else (claim.value.text or "") == mention.quote


def _spoken_of(sentence: SentenceView, speaking: Sources) -> list[Mention]:
    """The persons and bodies that a sentence speaks of: not those who speak in it, unless they deny something."""
    people = [m for m in sentence.mentions if m.type in ("person", "organization")]
    if signs(sentence).get("denial", 0.0) >= _DENIED:
        return people
    return [m for m in people if not speaking.hold(m.start, m.end)]


def _reasons(
    sentence: SentenceView, claims: Sequence[Claim], about: Sequence[Mention], told: frozenset[str]
) -> Iterator[tuple[float, str]]:
    """Each with its score: topics that nothing was read of, and figures of people that no claim holds."""
    read = {c.property for c in claims}
    seen = signs(sentence)
    for topic, weight in seen.items():
        if topic not in READ:
            continue
        if read & READ[topic]:
            left = _left_out(about, claims, topic)
            if left and weight >= _LEAST:
                yield round(weight - 0.1, 2), f"{_OF[topic]} {', '.join(left)} nothing was read"
            continue
        anew = [m for m in about if m.referent not in told] if topic == "victims" else about
        certain = topic == "guilt" and weight >= _CERTAIN
        if not certain and not _of_somebody(sentence, topic, anew, plain=weight >= _PLAIN):
            continue
        score = weight + (0.15 if any(m.form == "name" for m in anew) else 0.0)
        if score >= _LEAST:
            yield round(min(1.0, score), 2), _WHY[topic]
    if seen.keys() & {"victims", "custody"}:
        held = {c.value.number for c in claims}
        for one in sentence.quantities:
            if one.number is None or one.number <= 1 or one.number in held or _is_told(one, claims):
                continue
            if _is_people(sentence, one):
                yield _FIGURE, f"the figure “{one.quote}” was not read"


def _is_told(one: Quantity, claims: Sequence[Claim]) -> bool:
    """Whether a claim of guilt or custody is of those counted: "sentenced seven militants"."""
    of_them = READ["guilt"] | READ["custody"]
    return any(c.property in of_them and c.start <= one.start < c.end for c in claims)


def _left_out(about: Sequence[Mention], claims: Sequence[Claim], topic: str) -> list[str]:
    """The persons named of whom no claim of a topic speaks, and who are told of as no victim."""
    if topic not in _OF:
        return []
    read = [c for c in claims if c.property in READ[topic] or c.property in ("victim", "contact")]
    known = {
        r for c in read for r in (c.value.referent, c.subject.referent, *(p.referent for p in c.value.parties)) if r
    }
    named = [m for m in about if m.form == "name" and m.type == "person"]
    return list(dict.fromkeys(m.quote for m in named if m.referent not in known))


def _of_somebody(sentence: SentenceView, topic: str, about: Sequence[Mention], *, plain: bool) -> bool:
    """Whether anybody is spoken of: by name, for victims and custody a count as well; for money a sum.

    Where the word is plain ("acquitted") anybody at all will do, "he" and "the three" too.
    """
    named = any(m.form == "name" or (plain and m.type == "person" and topic != "victims") for m in about)
    if topic == "money":
        return any(c.isdigit() for c in sentence.text[sentence.sentence.start : sentence.sentence.end])
    if topic in ("victims", "custody"):
        return named or any(_is_people(sentence, q) for q in sentence.quantities)
    return named


def _is_people(sentence: SentenceView, quantity: Quantity) -> bool:
    """Whether a figure may count people: no time, no sum, no age, no part of a name."""
    token = sentence.tokens[quantity.token]
    if token.ent[2:] in ("DATE", "TIME", "MONEY", "PERCENT", "ORDINAL", "QUANTITY"):
        return False
    inside = any(m.form == "name" and m.start <= quantity.start < m.end for m in sentence.mentions)
    timed = any(t.start <= quantity.start < t.end for t in sentence.times)
    return (
        not inside
        and not timed
        and (quantity.of is None or is_person_word(quantity.of.split()[-1].rstrip("s").lower()))
    )
