"""Who can act and be accused: persons and bodies by name, noun or certain pronoun."""

from __future__ import annotations

import re
from dataclasses import dataclass

from rashomon.lexicon import word_set, words
from rashomon.lexicon.nouns import GROUPS, is_body_noun, is_nation, is_person_noun
from rashomon.model import parts
from rashomon.model.annotation import EntityType, Mention, Referent, Token
from rashomon.model.span import Quote
from rashomon.stages.claims.clients import client_at
from rashomon.stages.claims.manned import is_manned
from rashomon.stages.claims.view import SentenceView, View
from rashomon.stages.claims.whole import first_whole, is_captioned, is_patched, uncut
from rashomon.text.places import lookup

_ACTING = frozenset({"person", "organization"})
_NAMED = frozenset({"PERSON", "ORG", "NORP"})
_CHUNK = (
    parts.BEFORE_NOUN
    | parts.OWNER
    | parts.DETERMINING
    | parts.COUNTING
    | parts.BOUNDING
    | parts.OWNERSHIP
    | parts.PUNCTUATING
)
_QUANTIFIERS = frozenset({"all", "none", "both", "each", "most", "neither"})
"""Of whom they are said, nothing is left out: "none of the officers" speaks of the officers."""
REFLEXIVE = frozenset({"himself", "herself", "itself", "themselves", "myself", "yourself", "ourselves"})
_ANYBODY = frozenset({"people", "person", "man", "woman", "individual", "guy", "youth", "male", "female"})


@dataclass(frozen=True, slots=True)
class Actor:
    """Somebody as a clause names them: token, words, and the local referent where one is certain."""

    token: int
    words: Quote
    referent: str | None
    type: str | None
    name: bool


def actor(view: View, sentence: SentenceView, at: int) -> Actor | None:
    """The person or body at a token, or None where it is neither, or a pronoun that nobody is certain for."""
    group, at = at, _of_whom(sentence, at)
    token = sentence.tokens[at]
    named = _apposed(view, sentence, at) or _beside_name(sentence, at) or _of_that_body(sentence, at)
    if named is not None:
        return named
    mention = _mention_of(sentence, at)
    referent = view.referents.get(mention.referent) if mention and mention.referent else None
    referent = client_at(view, sentence, at) or referent
    kind = referent.type if referent else mention.type if mention else None
    if not _can_act(token, kind, referent is not None) and not is_manned(sentence, at):
        return None
    name = mention.form == "name" if mention else token.ent[2:] in _NAMED
    words = chunk(sentence, at)
    if is_captioned(sentence, sentence.token_at(words.start), at) or not any(c.isalpha() for c in words.quote):
        return None
    if any(t.is_a(parts.PERSONAL) for t in sentence.tokens[sentence.token_at(words.start) : at]):
        return None
    if referent is not None and is_patched(sentence, mention, referent, words):
        referent = _of_that_name(view, words.quote)
    if group != at and words.quote == token.text and token.lemma.lower() in _ANYBODY:
        start = chunk(sentence, group).start  # "two groups of people": not people
        words, referent = Quote(start, words.end, sentence.text[start : words.end]), None
    return Actor(at, words, referent.id if referent else None, kind, name)


def state_at(view: View, sentence: SentenceView, at: int) -> Actor | None:
    """A country at a token, or its adjective before what is its own; a place of that name that no gazetteer has; no town, and nothing with an article."""
    token, mention = sentence.tokens[at], sentence.mention_at(at)
    if is_nation(token) and token.is_a(parts.BEFORE_NOUN):
        return Actor(at, Quote(token.start, token.end, token.text), None, "place", True)
    words = mention.quote if mention is not None and mention.head == at else token.text
    found = lookup(words)
    known = found[0].kind == "country" if found else token.ent[2:] in ("GPE", "NORP") and token.text.istitle()
    article = sentence.first(at, parts.DETERMINING)
    if not token.is_a(parts.NAME) or not known:
        return None
    if article is not None and token.text.lower() not in word_set("actors.articled"):
        return None
    referent = None if mention is None or mention.type != "place" else mention.referent
    start, end = (
        (mention.start, mention.end) if mention is not None and words == mention.quote else (token.start, token.end)
    )
    return Actor(at, Quote(start, end, words), referent, "place", True)


def named_anyhow(sentence: SentenceView, at: int) -> Actor | None:
    """A name at a token of which nothing is known but that somebody accuses whoever bears it; None with an article."""
    token = sentence.tokens[at]
    if not token.is_a(parts.NAME) or sentence.first(at, parts.DETERMINING) is not None:
        return None
    words = chunk(sentence, at)
    return Actor(at, words, None, None, True) if words.quote[0].isupper() else None


def _of_that_name(view: View, name: str) -> Referent | None:
    """The one referent that the text elsewhere calls by a name in full."""
    found = [r for r in view.referents.values() if r.named and r.name == name]
    return found[0] if len(found) == 1 else None


def _of_whom(sentence: SentenceView, at: int) -> int:
    """Of "a group of terrorists" the terrorists."""
    if sentence.tokens[at].lemma.lower() not in GROUPS | _QUANTIFIERS:
        return at
    for n in sentence.phrases(at):
        below = sentence.noun_after(n)
        if sentence.tokens[n].lemma == "of" and below is not None and is_person_noun(sentence.tokens[below]):
            return below
    return at


def _mention_of(sentence: SentenceView, at: int) -> Mention | None:
    """The mention at a token, not a name inside which it merely stands."""
    mention = sentence.mention_at(at)
    if mention is None or mention.head == at or mention.form != "name":
        return mention
    ends = mention.end == sentence.tokens[at].end or mention.start == sentence.tokens[at].start
    return mention if ends or _is_top_of(sentence, mention, at) else None


def _is_top_of(sentence: SentenceView, mention: Mention, at: int) -> bool:
    """Of "the Islamic League of Orvel and the Coast" the League: all other words of the name hang on it."""
    within = range(sentence.token_at(mention.start), sentence.token_at(mention.end - 1) + 1)
    return sentence.tokens[at].head not in within and all(at in sentence.up(n) for n in within if n != at)


def _can_act(token: Token, kind: EntityType | None, resolved: bool) -> bool:
    if token.is_a(parts.PRONOUN | parts.RELATIVE | parts.PERSONAL | parts.POSSESSIVE | parts.ARTICLE):
        return resolved and kind in _ACTING
    if is_person_noun(token) or is_body_noun(token):
        return True
    return kind in _ACTING if kind is not None else token.ent[2:] in _NAMED


def _apposed(view: View, sentence: SentenceView, at: int) -> Actor | None:
    """Of "her husband, X", "the firm X" the named X; None where the token is itself a name or nobody is named beside it."""
    token = sentence.tokens[at]
    if not token.is_a(parts.COMMON_NOUN):
        return None
    for n in (*sentence.appositions(at), *_beside_joined(sentence, at)):
        mention = sentence.mention_at(n)
        if token.lemma.lower() in word_set("actors.partners") and mention and mention.type == "place":
            return state_at(view, sentence, n)  # "its ally Norway"
        if mention and _is_of_body(token, mention):
            return Actor(n, Quote(mention.start, mention.end, mention.quote), mention.referent, "organization", True)
        if not is_person_noun(token) and "," not in {t.text for t in sentence.tokens[at + 1 : n]}:
            continue  # "a grey Castor Vega": a thing and its make
        follows = sentence.tokens[n + 1] if n + 1 < len(sentence) else None
        if follows is not None and follows.is_a(parts.NOUN_CLAUSE) and follows.head == at:
            continue  # "the people X named": X is who names them
        if mention and mention.form == "name" and mention.type == "person" and mention.referent:
            return Actor(n, Quote(mention.start, mention.end, mention.quote), mention.referent, "person", True)
    return None


def _is_of_body(token: Token, mention: Mention) -> bool:
    """Of "the security company Velta", "the militant group “Ember”" the name, which is the body's."""
    named = mention.form == "name" and mention.type == "organization" and mention.referent is not None
    return named and (is_body_noun(token) or token.lemma.lower() in words("en-outfits.txt"))


def _of_that_body(sentence: SentenceView, at: int) -> Actor | None:
    """Of "the Lake Front group", "the Lake Front militant group" the Lake Front: a body by the name before a noun for what it is."""
    token = sentence.tokens[at]
    if not token.is_a(parts.SINGULAR_NOUN) or token.lemma.lower() not in words("en-outfits.txt"):
        return None
    last = at - 1
    while last > 0 and sentence.tokens[last].is_a(parts.COMMON_NOUN | parts.ADJECTIVE):
        last -= 1
    mention = sentence.mention_at(last) if last >= 0 and at in sentence.up(last) else None
    if mention is None or mention.form != "name" or mention.type != "organization" or mention.referent is None:
        return None
    if sentence.token_at(mention.end - 1) != last or sentence.tokens[last].is_a(parts.OWNER | parts.IN_PHRASE):
        return None
    return Actor(at, Quote(mention.start, mention.end, mention.quote), mention.referent, "organization", True)


def _beside_name(sentence: SentenceView, at: int) -> Actor | None:
    """Of "X, the engineer who built it" X: one person, set apart behind one name by a comma."""
    token = sentence.tokens[at]
    if not token.is_a(parts.SINGULAR_NOUN) or not token.is_a(parts.APPOSITION) or not is_person_noun(token):
        return None
    mention = sentence.mention_at(token.head)
    name = mention is not None and mention.form == "name" and mention.type == "person" and mention.referent
    if mention is None or not name or not _follows(sentence, mention, at):
        return None
    return Actor(token.head, Quote(mention.start, mention.end, mention.quote), mention.referent, "person", True)


def _follows(sentence: SentenceView, mention: Mention, at: int) -> bool:
    """Whether nothing but a comma, or an age, stands between a name and the phrase of a noun."""
    between = sentence.text[mention.end : sentence.tokens[sentence.subtree(at)[0]].start].strip(" ")
    return re.fullmatch(r",(?: aged)?(?: \d{1,2},)?", between) is not None


def _beside_joined(sentence: SentenceView, at: int) -> list[int]:
    """Of "X and another man, Y, were" the Y that the parser hangs on X."""
    token = sentence.tokens[at]
    if not token.is_a(parts.JOINED) or at + 1 >= len(sentence) or sentence.tokens[at + 1].text != ",":
        return []
    start = sentence.tokens[at + 1].end + 1
    named = [n for n in sentence.appositions(token.head) if n > at]
    return [n for n in named if (m := sentence.mention_at(n)) is not None and m.start == start]


def chunk(sentence: SentenceView, at: int) -> Quote:
    """The noun at a token with the words before it that belong to it: "two unidentified gunmen"."""
    mention = sentence.mention_at(at)
    if mention is not None and mention.form == "name" and _is_named_by(sentence, mention, at):
        return uncut(sentence, mention)
    first = at
    for n in reversed([k for k in sentence.children[at] if k < at]):
        if not sentence.tokens[n].is_a(_CHUNK) or (
            sentence.tokens[n].is_a(parts.PUNCTUATING) and n == first - 1 and n == 0
        ):
            break
        first = sentence.subtree(n)[0]
    if first == at and is_body_noun(sentence.tokens[at]) and sentence.tokens[at].is_a(parts.COMPOUNDING):
        first = _whose(sentence, at)
    whole = first_whole(sentence, first, at)
    if whole == first and mention is not None and mention.head == at and sentence.tokens[first].start > mention.start:
        return Quote(mention.start, mention.end, mention.quote)
    words = _trimmed(sentence, whole, at)
    named = sentence.tokens[at].is_a(parts.NAME) and not is_person_noun(sentence.tokens[at])
    return uncut(sentence, words) if named else words


def _whose(sentence: SentenceView, at: int) -> int:
    """Where a body's noun begins that stands before another noun: of "Norse army shells", "a Norse-led coalition raid" at "Norse"."""
    led = [t.text.lower() for t in sentence.tokens[max(0, at - 2) : at]] in (["-", "led"], ["-", "backed"])
    if led and at > 2:
        return at - 3
    return at - 1 if at and is_nation(sentence.tokens[at - 1]) else at


def _is_named_by(sentence: SentenceView, mention: Mention, at: int) -> bool:
    """Whether a name is that of the token: its head, or the first word of "Army of National Liberation"."""
    token = sentence.tokens[at]
    if (
        token.is_a(parts.SINGULAR_NAME | parts.PLURAL_NAME)
        and mention.quote == token.text
        and sentence.first(at, parts.COUNTING) is not None
    ):
        return False  # "Seven Vice Lords": no name "Lords"
    opens = mention.type == "organization" and mention.start == token.start
    return mention.head == at or opens or _is_top_of(sentence, mention, at)


def _trimmed(sentence: SentenceView, first: int, last: int) -> Quote:
    comma = max((n for n in range(first, last) if sentence.tokens[n].text == ","), default=first)
    if comma > first and sentence.tokens[comma - 1].is_a(parts.NAME | parts.NUMBER):
        first = comma  # "in Norlund, trader": no part of who that is
    dates = (n for n in range(first, last) if sentence.tokens[n].ent[2:] == "DATE")
    dated = [n for n in dates if sentence.tokens[n].is_a(parts.NAME | parts.NUMBER)]
    if dated and sentence.mention_at(dated[-1]) is None:
        first = dated[-1] + 1  # "17 June Norse army": no part of who that is
    while first < last and (
        sentence.tokens[first].is_a(parts.MARK | parts.BLANK)
        or sentence.tokens[first].lemma in {"later", "then", "whose"}
    ):
        first += 1
    return sentence.quote(first, last)


def is_human(sentence: SentenceView, at: int) -> bool:
    """Whether somebody can be hurt at this token: a person by name, noun or pronoun, or a bare number of them."""
    token = sentence.tokens[at]
    text = token.text.lower()
    if text in REFLEXIVE or text == "it":
        return False
    if token.is_a(parts.PRONOUN):
        return token.is_a(parts.PERSONAL | parts.WHO) or text in {"others", "someone", "everyone", "one", "nobody"}
    if token.is_a(parts.NUMBER):
        all_of_them = any(sentence.tokens[n].text.lower() == "all" for n in sentence.children[at])
        of_people = any(
            is_person_noun(sentence.tokens[k])
            for n in sentence.phrases(at)
            if (k := sentence.noun_after(n)) is not None
        )
        counted = all_of_them or of_people or not text.isdigit() or int(text) < 30
        return token.ent[2:] not in {"MONEY", "PERCENT", "DATE", "TIME"} and counted
    mention = sentence.mention_at(at)
    if mention is not None and mention.type == "person":
        return True
    return token.ent[2:] == "PERSON" or is_person_noun(token)
