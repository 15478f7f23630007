"""What `annotate` gives for one document: sentences, who, where, when, how many, which number.

Local ids (of mentions, referents) are unique over a case: they are hashes of the original's sha256 and offsets.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Literal, NamedTuple

from rashomon.model import parts
from rashomon.model.clause import Frame, Governance
from rashomon.model.document import BlockKind
from rashomon.model.span import Quote

EntityType = Literal[
    "person", "organization", "place", "document", "phone", "bank_account", "vehicle", "weapon", "other"
]
MentionForm = Literal["name", "nominal", "pronoun"]
Bound = Literal["exact", "at_least", "more_than", "about", "at_most", "fewer_than"]
TimexType = Literal["DATE", "TIME", "DURATION", "SET"]


class Token(NamedTuple):
    """A word as the parser sees it; `head` is an index into the sentence's tokens, the root's is its own.

    `ent` is "" or the model's entity label with B- or I- before it ("B-PERSON"). `part` is what the word is and does in
    its sentence (model/parts.py): 0 until the clauses are read. `pos`, `tag` and `dep` are the parser's own labels.
    """

    start: int
    end: int
    text: str
    lemma: str
    pos: str
    tag: str
    dep: str
    head: int
    ent: str
    part: int = 0

    def is_a(self, what: int) -> bool:
        """Whether the word is one of these (model/parts.py): `token.is_a(NAME | COMMON_NOUN)`."""
        return self.part & what != 0


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence, the kind of block and the paragraph it stands in, its parsed tokens and their clause frames.

    `governance` says of each token what governs it; like tokens and frames it is not kept with a case.
    """

    index: int
    start: int
    end: int
    block: BlockKind
    paragraph: int
    tokens: tuple[Token, ...]
    frames: tuple[Frame, ...] = ()
    governance: Sequence[Governance] = ()


def blank(sentence: Sentence) -> Sentence:
    """The same stretch of text as a sentence in which nothing is said: one mark of punctuation."""
    mark = Token(
        sentence.start, min(sentence.start + 1, sentence.end), ".", ".", "", "", "", 0, "", parts.MARK | parts.TOP
    )
    return replace(sentence, tokens=(mark,), frames=(), governance=(Governance((), None, False, "none"),))


@dataclass(frozen=True, slots=True)
class Mention:
    """Words that name or describe somebody or something. `referent` is None where it is not safe to say whom.

    `sure` is told of pronouns: all that stands around one speaks for its referent. `members` are the referents of those
    whom words for several mean together ("both men", "they").
    """

    id: str
    start: int
    end: int
    quote: str
    form: MentionForm
    type: EntityType
    referent: str | None
    sentence: int
    head: int
    sure: bool = False
    members: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Alias:
    """A second name that the text itself gives a referent, with the words that give it."""

    name: str
    evidence: Quote


@dataclass(frozen=True, slots=True)
class Referent:
    """One person, body, place, paper ... within one document, with all its mentions there.

    `name` is the fullest form the document uses. `named` is False for those who are only described ("a corporal").
    `titles` are words beside the name ("Prime Minister", "Pvt."), `gender` "m", "f" or None.
    """

    id: str
    document: str
    type: EntityType
    name: str
    mentions: tuple[str, ...]
    aliases: tuple[Alias, ...] = ()
    titles: tuple[str, ...] = ()
    gender: str | None = None
    named: bool = True


@dataclass(frozen=True, slots=True)
class TimeRef:
    """A time expression. `earliest` and `latest` are inclusive ISO dates or times, None where open.

    `timex` is the TIMEX3 value (ISO-TimeML). `anchor` tells what a relative expression was resolved by. `weekday`
    is False when the text names a weekday that its own date does not fall on, True when it does, None without one.
    `joined` is the whole interval, first and last day, of which the expression is one end ("from 2012 to 2014").
    """

    start: int
    end: int
    quote: str
    type: TimexType
    earliest: str | None
    latest: str | None
    timex: str | None
    anchor: Literal["explicit", "text", "published"] | None
    sentence: int
    weekday: bool | None = None
    joined: tuple[str, str] | None = None


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number with how it bounds, what it counts, and its place in the sentence (token indexes).

    `number` is None for "dozens", "scores". `head` is the token of the counted noun, or of the number itself where
    none stands. `start..end` covers the bound's words, the number and the counted noun phrase's own words.
    """

    start: int
    end: int
    quote: str
    number: int | float | None
    bound: Bound
    of: str | None
    part: str | None
    includes: tuple[str, ...]
    excludes: tuple[str, ...]
    sentence: int
    token: int
    head: int


@dataclass(frozen=True, slots=True)
class Phone:
    """A telephone number in E.164, with the period for which the text gives it."""

    start: int
    end: int
    quote: str
    e164: str
    earliest: str | None
    latest: str | None
    sentence: int


@dataclass(frozen=True, slots=True)
class Annotations:
    """Everything found in one document before anybody asks what is claimed."""

    document: str
    sentences: tuple[Sentence, ...]
    mentions: tuple[Mention, ...]
    referents: tuple[Referent, ...]
    times: tuple[TimeRef, ...]
    quantities: tuple[Quantity, ...]
    phones: tuple[Phone, ...]
