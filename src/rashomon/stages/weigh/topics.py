"""What a claim is about: its topics by property and by words, and the named people and bodies that it speaks of."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Callable, Iterator
from functools import cache
from importlib.resources import files

from rashomon.model.claim import ACCUSATIONS
from rashomon.stages.weigh.contradictions import stems_of
from rashomon.stages.weigh.layout import Laid, Layout

_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_OF_PROPERTY = {
    "contact": {"contact"}, "amount": {"money"}, "organizer": {"order"}, "weapon": {"weapon"}, "tie": {"employed"},
    "detained": {"custody"}, "killed": {"killing"}, "victim": {"killing"}, "affiliation": {"employed"},
}  # fmt: skip
_LAWYER = re.compile(
    r"\b(?:lawyers?|attorney|advocate|counsel|defender|barrister|solicitor|defends?|represents?)\b", re.I
)
_KIN = re.compile(
    r"\b(?:father|mother|parents?|brother|sister|son|daughter|wife|husband|widow(?:er)?|uncle|aunt|cousin|nephew|niece|family|relatives?)\b",
    re.I,
)
_OWN_MEN = re.compile(r"\b(?:my|our|we|us|his|her)\b", re.I)
_SPEAKERS_OWN = re.compile(r"\b(?:i|my|me|we|our|us|he|she|his|her|him|hers|it|its|they|their|them|client)\b", re.I)

_BARE_NAME = 2
"""Words of a body that is called by what it is alone: "the army"."""


def read_topics(words: str) -> frozenset[str]:
    """The topics of which some words speak."""
    table, said = _topics(), words.lower()
    found = frozenset(topic for word in _WORD.findall(said) for topic in table.get(word, ()))
    return found | {topic for pattern, topic in _phrases() if pattern.search(said)}


def topics_of(laid: Laid) -> frozenset[str]:
    """The topics of a claim: of its property, and of its words."""
    prop = laid.claim.property
    said = frozenset(_OF_PROPERTY.get(prop, ())) | ({"hand"} if prop in ACCUSATIONS else frozenset())
    return said | read_topics(words_of(laid)) if prop == "statement" or prop in ACCUSATIONS else said


def words_of(laid: Laid) -> str:
    """The words that tell of what a claim is: of an accusation its sentence, which tells the deed."""
    return laid.words if laid.claim.property in ACCUSATIONS else laid.claim.value.text or laid.claim.quote


def is_of_a_topic(stem: str) -> bool:
    """Whether a content word, by the letters it begins with, is one that tells a topic: "phone", "shot"."""
    return stem in _topic_stems()


def people_of(layout: Layout) -> Callable[[Laid], frozenset[str]]:
    """Tells of a claim which named people and bodies it speaks of; "I", "she" and "my men" speak of who says it."""
    mentions = _named_mentions(layout)
    clients, bodies, kin = _clients(layout, mentions), _bodies(layout), _kin(layout, mentions)

    def whom(laid: Laid) -> frozenset[str]:
        rows = mentions[laid.document.id]
        first = bisect_left(rows, (laid.claim.start, ""))
        last = bisect_left(rows, (laid.claim.end, ""))
        parties = (layout.entity_of.get(p.referent or "") for p in laid.claim.value.parties)
        found = {entity for _, entity in rows[first:last]} | {laid.entity, laid.about, *parties}
        if laid.claim.property == "statement" and _SPEAKERS_OWN.search(laid.claim.quote):
            speakers = {key.removeprefix("entity ") for key in laid.voice[1:]}
            found |= speakers
            if "client" in laid.claim.quote.lower():
                found |= {client for speaker in speakers for client in clients[speaker]}
            if _KIN.search(laid.claim.quote):
                found |= kin[laid.claim.attribution or ""]
            if _OWN_MEN.search(laid.claim.quote):
                found |= {body for speaker in speakers for body in bodies[speaker]}
        named = frozenset(e for e in found if e and e in layout.named)
        return named | actors_in(words_of(laid)) if laid.claim.property == "statement" else named

    return whom


def _named_mentions(layout: Layout) -> dict[str, list[tuple[int, str]]]:
    """By document, where named persons and bodies stand, in the order of the text."""
    mentions: dict[str, list[tuple[int, str]]] = defaultdict(list)
    for account in layout.accounts:
        for m in account.annotations.mentions:
            entity = layout.entity_of.get(m.referent or "")
            if entity in layout.named and layout.entities[entity].type in ("person", "organization"):
                mentions[account.document.id].append((m.start, entity or ""))
    for rows in mentions.values():
        rows.sort()
    return mentions


def named_in_sentence(layout: Layout) -> Callable[[Laid], frozenset[str]]:
    """Tells of a claim which persons its sentence names, whose words it is left out."""
    mentions = _named_mentions(layout)

    def whom(laid: Laid) -> frozenset[str]:
        if laid.sentence is None:
            return frozenset()
        rows = mentions[laid.document.id]
        inside = rows[bisect_left(rows, (laid.sentence.start, "")) : bisect_left(rows, (laid.sentence.end, ""))]
        speakers = {key.removeprefix("entity ") for key in laid.voice}
        return frozenset(e for _, e in inside if e not in speakers and layout.entities[e].type == "person")

    return whom


def actors_in(words: str) -> frozenset[str]:
    """The bodies of which words speak without a name: "soldiers", "the army"."""
    table = _actors()
    return frozenset(table[word] for word in _WORD.findall(words.lower()) if word in table)


def speaker_of(laid: Laid) -> str:
    """Who says so: the army of one report is that of the next, though neither names it."""
    name = laid.claim.chain[-1].name
    bodies = actors_in(name) if len(name.split()) <= _BARE_NAME else frozenset()
    return next(iter(bodies)) if len(bodies) == 1 else laid.voice[-1]


@cache
def _actors() -> dict[str, str]:
    text = (files("rashomon.data") / "weigh" / "actors.tsv").read_text(encoding="utf-8")
    rows = (line.split("\t") for line in text.splitlines() if line and not line.startswith("#"))
    return {word: f"~{body}" for body, words in rows for word in words.split()}


def _kin(layout: Layout, mentions: dict[str, list[tuple[int, str]]]) -> dict[str, set[str]]:
    """By attribution, who is named in the words for its speaker: "the father of X", of whom "his son" speaks."""
    found: dict[str, set[str]] = defaultdict(set)
    for account in layout.accounts:
        for one in account.reading.attributions:
            speaker = layout.entity_of.get(one.speaker or "")
            for words in one.source if _KIN.search(one.name) else ():
                named = {e for at, e in mentions[one.document] if words.start <= at < words.end}
                found[one.id] |= named - {speaker or ""}
    return found


def _bodies(layout: Layout) -> dict[str, set[str]]:
    """The bodies that each person belongs to or commands, by what reports say of them: "my men" are theirs."""
    found: dict[str, set[str]] = defaultdict(set)
    for laid in layout.claims:
        if laid.claim.property in ("affiliation", "tie") and laid.entity and laid.about:
            found[laid.entity].add(laid.about)
    return found


def _clients(layout: Layout, mentions: dict[str, list[tuple[int, str]]]) -> dict[str, set[str]]:
    """Whom each lawyer speaks for: those named where the role is told or where the lawyer speaks, "X's lawyer", "who defends X"."""
    found: dict[str, set[str]] = defaultdict(set)
    for speaker, document, start, end in _lawyers(layout):
        found[speaker] |= {e for at, e in mentions[document] if start <= at < end and e != speaker}
    return found


def _lawyers(layout: Layout) -> Iterator[tuple[str, str, int, int]]:
    """The words that call somebody a lawyer: who, in which document, from where to where."""
    for laid in layout.claims:
        if laid.claim.property == "role" and laid.entity and _LAWYER.search(laid.claim.value.text or ""):
            yield laid.entity, laid.document.id, laid.claim.start, laid.claim.end
    for account in layout.accounts:
        for one in account.reading.attributions:
            speaker = layout.entity_of.get(one.speaker or "")
            if speaker and one.source and _LAWYER.search(" ".join(q.quote for q in one.source)):
                yield speaker, account.document.id, one.source[0].start, one.source[-1].end


@cache
def _topic_stems() -> frozenset[str]:
    return frozenset(stem for word in _topics() for stem in stems_of(word))


@cache
def _topics() -> dict[str, tuple[str, ...]]:
    found: dict[str, tuple[str, ...]] = {}
    for word, topic in _rows():
        if not word.startswith("/"):
            found[word] = (*found.get(word, ()), topic)
    return found


@cache
def _phrases() -> tuple[tuple[re.Pattern[str], str], ...]:
    return tuple((re.compile(w[1:].replace("_", " ")), topic) for w, topic in _rows() if w.startswith("/"))


@cache
def _rows() -> tuple[tuple[str, str], ...]:
    text = (files("rashomon.data") / "weigh" / "topics.tsv").read_text(encoding="utf-8")
    rows = (line.split("\t") for line in text.splitlines() if line and not line.startswith("#"))
    return tuple((word, topic) for topic, words in rows for word in words.split())
