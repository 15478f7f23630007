"""What a source behind "according to" is worth, and how far it goes: rumours, unconfirmed reports, "X, and two other witnesses"."""

from __future__ import annotations

from rashomon.lexicon.operators import class_of
from rashomon.model import parts
from rashomon.model.claim import Stance
from rashomon.stages.claims.attribution.cues import kinds
from rashomon.stages.claims.view import SentenceView

_BY_CLASS: dict[str, Stance] = {
    "allege": "alleged",
    "rumour": "alleged",
    "notion": "possible",
    "believe": "possible",
    "possible": "possible",
}


def worth(sentence: SentenceView, head: int) -> Stance:
    """Of "according to rumours", "according to the claim": no more than is claimed; "according to unconfirmed reports" leaves it open."""
    token = sentence.tokens[head]
    words = {token.lemma.lower(), *(sentence.tokens[n].text.lower() for n in sentence.each(head, parts.QUALIFYING))}
    if any(class_of(word, "D") == "unclear" or class_of(word, "A") == "unclear" for word in words):
        return "unconfirmed"
    cls = class_of(token.lemma.lower(), "N") if token.is_a(parts.COMMON_NOUN) else None
    return _BY_CLASS.get(cls or "", "asserted") if sentence.owner(head) is None else "asserted"


def with_others(sentence: SentenceView, source: list[int]) -> list[int]:
    """The source with ", and two other witnesses" behind it to the end, where the parse hung those on what is said."""
    rest = range(source[-1] + 1, len(sentence))
    joins = next((n for n in rest if sentence.tokens[n].text[0].isalnum()), None)
    plain = joins is not None and sentence.tokens[joins].is_a(parts.AND) and not sentence.has_verb(rest)
    figure = any(sentence.tokens[n].is_a(parts.NUMBER) and not _counts_people(sentence, n) for n in rest)
    ends = [n for n in rest if sentence.tokens[n].text[0].isalnum()]
    return [*source, *range(source[-1] + 1, ends[-1] + 1)] if plain and not figure else source


def _counts_people(sentence: SentenceView, at: int) -> bool:
    """True for "two other witnesses": who speaks, not what is counted."""
    return kinds().get(sentence.tokens[sentence.tokens[at].head].lemma.lower()) in ("witness", "official", "anonymous")
