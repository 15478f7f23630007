"""Whether the words for somebody are whole: names cut at a hyphen, a headline that runs into the sentence after it."""

from __future__ import annotations

import re

from rashomon.model import parts
from rashomon.model.annotation import Mention, Referent
from rashomon.model.span import Quote
from rashomon.stages.claims.view import SentenceView
from rashomon.stages.claims.wordlists import word_list

_SUFFIXES = frozenset({"jr", "jr.", "sr", "sr.", "ii", "iii", "iv"})
_JOINED = re.compile(r"[.?!][A-Z][a-z]*$")
_LEFT = re.compile(r"(?:[^\W\d_]*[A-Z][\w.’']*-|\b[a-z]{1,2}-)+$")
_RIGHT = re.compile(r"^(?:-[a-z]{1,2}(?=-)|-[A-Z][\w’']*)+")
_OF = re.compile(r"^ of the [A-Z]\w+")


def starts_anew(sentence: SentenceView, at: int) -> bool:
    """Whether another sentence begins inside this one: "California A gunman killed", "a bar A customer shot"."""
    token = sentence.tokens[at]
    if at == 0 or not token.part & parts.ARTICLE or not token.text[0].isupper() or at + 1 >= len(sentence):
        return False
    before = sentence.tokens[at - 1]
    return not before.is_a(parts.MARK | parts.SYMBOL | parts.BLANK) and sentence.tokens[at + 1].text[0].islower()


def breaks(sentence: SentenceView) -> list[int]:
    """The tokens at which another sentence begins inside this one."""
    found = [n for n in range(len(sentence)) if starts_anew(sentence, n)]
    found += [n + 1 for n, t in enumerate(sentence.tokens) if not t.part & parts.NAME and _JOINED.search(t.text)]
    dashes = [n + 1 for n in range(1, len(sentence) - 1) if _is_dash(sentence, n)]
    return found + dashes if len(dashes) == 1 else found  # two hold a parenthesis


def _is_dash(sentence: SentenceView, at: int) -> bool:
    """Whether a stroke with room on both sides parts two things: "Radio 5 - Second man charged"."""
    token = sentence.tokens[at]
    return token.text in {"-", "--", "|"} and sentence.text[token.start - 1] == sentence.text[token.end] == " "


def first_whole(sentence: SentenceView, first: int, at: int) -> int:
    """The first token of a phrase that ends at a token, without what belongs to a sentence before it."""
    first = max((n for n in breaks(sentence) if first < n <= at), default=first)
    while first > 1 and sentence.text[sentence.tokens[first].start - 1] == "-" and _is_prefixed(sentence, first):
        first -= 2 if sentence.tokens[first - 1].text == "-" else 1  # "an ex-guard", "off-duty"
        first -= first > 0 and sentence.tokens[first - 1].is_a(parts.ARTICLE)
    return first


def is_captioned(sentence: SentenceView, first: int, at: int) -> bool:
    """Whether a full name with another capital runs into a noun: "Ada Noon Corner shop clerk" is two people or one."""
    if any(t.is_a(parts.OWNING_MARK | parts.ARTICLE) for t in sentence.tokens[first:at]):
        return False  # "Governor Ada Noon's guards", "an Ember Front bomber"
    words = [t.text for t in sentence.tokens[first:at]]
    capitals = [w for w in words if w[0].isupper()]
    return (
        len(capitals) > 2
        and len(capitals) == next((k for k, w in enumerate(words) if not w[0].isupper()), len(words))
        and sentence.tokens[at].text[0].islower()
        and words[0].lower() in word_list("who", "given.tsv")
    )


def _is_prefixed(sentence: SentenceView, at: int) -> bool:
    """Whether the hyphen before a token joins it to a word, not "man-Otto Brill-was"."""
    start = sentence.tokens[at].start
    return sentence.tokens[at].text[0].islower() and sentence.text[start - 2 : start - 1].isalnum()


def uncut(sentence: SentenceView, name: Quote | Mention) -> Quote:
    """The name with what was cut from it: "Army-e-Salam" of "Salam", "Don Hale" of "Hale"."""
    text, start, end = sentence.text, name.start, name.end
    head = sentence.sentence.start
    left = _LEFT.search(text[max(head, start - 40) : start])
    right = _RIGHT.match(text[end : end + 40])
    start -= len(left.group()) if left else 0
    end += right.end() if right else 0
    of = _OF.match(text[end : end + 40]) if " " not in text[start:end] else None
    end += of.end() if of else 0
    given = _given_before(sentence, name)
    start = min(start, sentence.tokens[given].start) if given is not None else start
    return Quote(start, end, text[start:end])


def _given_before(sentence: SentenceView, name: Quote | Mention) -> int | None:
    """The given name that stands before a bare surname and was taken for a title ("Don")."""
    first = sentence.token_at(name.start)
    while first > 0 and sentence.tokens[first].ent == "I-PERSON" and sentence.tokens[first - 1].text.istitle():
        first -= 1
    before = sentence.tokens[first]
    if before.start >= name.start or not before.is_a(parts.NAME):
        return None
    return first if before.text.lower() in word_list("who", "given.tsv") else None


def is_patched(sentence: SentenceView, mention: Mention | None, referent: Referent, words: Quote) -> bool:
    """Whether whom a mention stands for is unsafe: a name with another's in it, words other than those accused."""
    if _is_garbled(referent.name):
        return True
    if mention is None or mention.form == "pronoun":
        return False
    if mention.form == "name":
        return words.quote != mention.quote and words.quote.split()[0] != referent.name.split()[0]
    cut = sentence.text[mention.start - 1 : mention.start] == "-"
    return referent.name == mention.quote and (cut or words.start > mention.start)


def _is_garbled(name: str) -> bool:
    """True for "Dan Oke Jr. Brill", "Otto Brill Photos Otto Brill"."""
    words = name.lower().split()
    again = {w for n, w in enumerate(words) if w in words[n + 2 :]}
    return any(w in _SUFFIXES for w in words[:-1]) or (bool(again) and len(words) > 3)
