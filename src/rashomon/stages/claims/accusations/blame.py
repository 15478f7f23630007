"""Whom others hold responsible, and who claims it themselves."""

from __future__ import annotations

from collections.abc import Iterator

from rashomon.model import parts
from rashomon.model.claim import ChainLink, Property
from rashomon.stages.claims.accusations.accused import (
    Accused,
    below_preposition,
    crime_at,
    names_offence,
    speaker_link,
)
from rashomon.stages.claims.accusations.deeds import does_deed
from rashomon.stages.claims.accusations.labels import bearers
from rashomon.stages.claims.accusations.lexicon import devices, words
from rashomon.stages.claims.actors import Actor, actor
from rashomon.stages.claims.parties import doers, done_to
from rashomon.stages.claims.view import SentenceView, View

_UNITS = frozenset({"soldier", "troop", "trooper", "force", "bandit", "kidnapper", "killer", "separatist", "robber"})
_SELVES = frozenset({"it", "they", "we", "its", "their", "our"})
_SHOUTS = frozenset({"chant", "shout", "slogan", "banner", "placard"})


def read_holding(view: View, sentence: SentenceView, at: int) -> Iterator[Accused]:
    """ "hold X responsible for", "is held responsible by prosecutors for": a suspect where those who investigate do."""
    word = next((n for n in sentence.children[at] if sentence.tokens[n].lemma in {"responsible"}), None)
    if word is None:
        word = _below_object(sentence, at)
    if word is None or not names_offence(sentence, at):
        return
    holders = doers(sentence, at) or _by_phrase(sentence, word)
    official = any(sentence.tokens[n].lemma.lower() in words("officials.txt") for n in holders)
    grade: Property = "suspect" if official else "blame"
    over = below_preposition(sentence, at, "for") or below_preposition(sentence, word, "for")
    said = (word,) if over is None else (word, over)
    for who in done_to(sentence, at) or _object_of_adjective(sentence, word):
        yield Accused(grade, at, who, (at, who, *said), links=_said_by(view, sentence, holders))


def _below_object(sentence: SentenceView, at: int) -> int | None:
    """The parser reads "hold X responsible" also as a small clause."""
    for n in sentence.kids(at, "ccomp", "xcomp"):
        if sentence.tokens[n].lemma in {"responsible"}:
            return n
    return None


def _object_of_adjective(sentence: SentenceView, word: int) -> list[int]:
    """The subject of the small clause, or the name that stands right before "responsible"."""
    at = sentence.child(word, "nsubj")
    if at is not None:
        return sentence.conjuncts(at)
    end = sentence.tokens[word].start
    return [m.head for m in sentence.mentions if m.form == "name" and 0 < end - m.end <= 1]


def _by_phrase(sentence: SentenceView, word: int) -> list[int]:
    by = below_preposition(sentence, word, "by")
    return [] if by is None else sentence.conjuncts(by)


def _said_by(view: View, sentence: SentenceView, speakers: list[int]) -> tuple[ChainLink, ...]:
    for n in speakers[:1]:
        by = actor(view, sentence, n)
        if by is not None:
            return (speaker_link(sentence, n, by.referent),)
    return ()


def read_chant(view: View, sentence: SentenceView, at: int) -> Iterator[Accused]:
    """ "murderer X" in what a crowd shouts is blame, not a statement of who did it."""
    head = sentence.tokens[at].head
    if sentence.tokens[at].dep in {"compound", "amod", "nmod"} and at < head <= at + 3:
        yield Accused("blame", at, head, (at, head))
    else:
        for who in bearers(view, sentence, at):
            yield Accused("blame", at, who, (at, who))


def read_avowal(view: View, sentence: SentenceView, at: int) -> Iterator[Accused]:
    """ "the X Front said it carried out the attack": of themselves, not of another."""
    said = sentence.child(at, "ccomp")
    if said is None:
        return
    for deed, own in _own_deeds(sentence, said):
        for who in doers(sentence, at):
            if sentence.tokens[who].lemma.lower() not in words("officials.txt") and _speaks_of_self(
                view, sentence, who, own
            ):
                yield Accused("responsibility", deed, who, (deed, who))


def _own_deeds(sentence: SentenceView, said: int) -> Iterator[tuple[int, int]]:
    """The deeds of what is said that "it", "we", "its fighters" did, with that word: "it was its fighters who shot them"."""
    below = set(sentence.subtree(said))
    for frame in sentence.verbs:
        nearest = next((n for n in sentence.up(frame.at) if _says(sentence, n)), None)
        if frame.at not in below or not does_deed(sentence, frame.at) or _is_mutual(sentence, frame.at):
            continue
        if nearest is not None and nearest in below:
            continue  # "said that police claim they shot him": what another says
        for n in frame.doers.fillers:
            theirs = sentence.owner(n) if sentence.tokens[n].lemma.lower() in words("members.txt") | {"man"} else None
            own = n if theirs is None else theirs
            if sentence.tokens[own].text.lower() in _SELVES:
                yield frame.at, own
    yield from _ours(sentence, said)


def _says(sentence: SentenceView, at: int) -> bool:
    return sentence.tokens[at].is_a(parts.MAIN_VERB) and sentence.clause(at) is not None


def _ours(sentence: SentenceView, said: int) -> Iterator[tuple[int, int]]:
    """Of "The bomb was ours": it says of a deed, or of what it was done with, whose it is."""
    frame = sentence.frame(said)
    if frame is None or frame.lemma != "be":
        return
    for n in sentence.children[said]:
        if sentence.tokens[n].text.lower() in ("ours", "mine") and not sentence.is_negated(said):
            told = (
                crime_at(sentence, k) is not None or sentence.tokens[k].lemma in devices("bomb")
                for k in frame.subjects.fillers
            )
            if any(told):
                yield said, n


def _is_mutual(sentence: SentenceView, at: int) -> bool:
    """Of "we are killing one another": a lament, no claim."""
    after = [t.text.lower() for t in sentence.tokens[at + 1 : at + 3]]
    return after in (["one", "another"], ["each", "other"])


def _speaks_of_self(view: View, sentence: SentenceView, who: int, own: int) -> bool:
    """Whether the "it", "they" or "we" of what is said can be who says it: "they", said by one person, is others."""
    found = actor(view, sentence, who)
    if sentence.tokens[own].text.lower() in ("we", "our", "ours"):
        return found is not None and not _speaks_for_others(view, sentence, found)
    if found is None or any(
        mark in sentence.text[sentence.sentence.start : sentence.tokens[own].start] for mark in '"“'
    ):
        return False
    if sentence.tokens[own].text.lower() in ("they", "their"):
        return sentence.tokens[who].tag in {"NNS", "NNPS"} and sentence.tokens[who].lemma.lower() in (
            words("members.txt") | _UNITS
        )
    return found.type == "organization" or sentence.tokens[who].tag in {"NNS", "NNPS"}


def _speaks_for_others(view: View, sentence: SentenceView, speaker: Actor) -> bool:
    """Of "we shot two of them, army spokesman X said": X did not."""
    said = {sentence.tokens[n].lemma.lower() for n in sentence.kids(speaker.token, "compound", "appos", "nmod")}
    said.add(sentence.tokens[speaker.token].lemma.lower())
    referent = view.referents.get(speaker.referent or "")
    said.update(w.lower() for t in (referent.titles if referent else ()) for w in t.split())
    return not said.isdisjoint(words("bystanders.txt"))


def is_chanted(sentence: SentenceView, at: int) -> bool:
    """Whether a token stands in what somebody chants or shouts, not in who does."""
    below = at
    for above in sentence.up(at):
        if sentence.tokens[above].lemma.lower() in _SHOUTS:
            return sentence.tokens[below].dep not in {"nsubj", "nsubjpass"}
        below = above
    return False
