"""Telephone numbers with their holder and period."""

from __future__ import annotations

import re
from collections.abc import Iterator

from rashomon.model import parts
from rashomon.model.annotation import Mention, Phone, Referent
from rashomon.model.claim import Subject, Value
from rashomon.model.span import Quote
from rashomon.stages.claims.draft import Draft, Told
from rashomon.stages.claims.parties import doers, done_to
from rashomon.stages.claims.persons.lexicon import words
from rashomon.stages.claims.view import SentenceView, View

REACH = 8
"""Sentences back from a number in which its holder is looked for."""
_ACTING = ("person", "organization")
_CLAUSE = 12
_GIVING = frozenset({"register", "belong", "assign", "attribute", "ascribe"})
_BESIDE = re.compile(
    r"\s*(?:[,:(\[–—-]\s*)?(?:(?:at|on|via|phone|tel|telephone|mobile|cell|number|no|whose|was|is|directly|by|the)\b[.:]?\s*)*[(\[]?\s*",
    re.IGNORECASE,
)
_LISTED = re.compile(
    r"(?:[\s,;()]|(?:19|20)\d\d|\b(?:and|or|as|well|then|later|also|finally|numbers?|used|active|in|during|from|since|until|till"
    r"|to|between|before|after|early|late|mid|both|respectively|the|year|january|february|march|april|may|june|july|august"
    r"|september|october|november|december)\b)*",
    re.IGNORECASE,
)
_FOR = re.compile(r"[^.;!?]{0,80}?\bfor\s+$")
_FROM = re.compile(r"\bfrom\s+(?:(?:the|a|his|her|their|its|phone|mobile|number|line)\s+)*[(\[]?$", re.IGNORECASE)
_ON = re.compile(
    r"\b(?:at|on|via|to|under|through)\s+(?:(?:the|a|his|her|their|its|these|those|following|different|various|other|two|three|four|five"
    r"|six|several|phone|telephone|mobile|numbers?|lines?)\b[:,]?\s*)*[(\[]?$",
    re.IGNORECASE,
)

Held = tuple[Referent, int, int]
"""A holder, and the first and last offset of the words that say so, the number aside."""


def find_numbers(view: View, told: Told) -> Iterator[Draft]:
    """Each number of the document, on whom the sentence says had it; without a holder where it does not say."""
    last: tuple[Phone, Held | None] | None = None
    for phone in view.annotations.phones:
        held = _holder(view, phone) or _listed(view, last, phone)
        last = (phone, held)
        value = Value(text=phone.e164, earliest=phone.earliest, latest=phone.latest)
        subject = Subject(referent=held[0].id if held else None)
        start, end = (min(held[1], phone.start), max(held[2], phone.end)) if held else (phone.start, phone.end)
        yield Draft("phone", Quote.cut(view.text, start, end), start, subject, value, "phone")


def _holder(view: View, phone: Phone) -> Held | None:
    """Who is said to have had the number.

    A list of numbers is often cut into several sentences: those before it in its paragraph speak for it too.
    """
    here = view.sentences[phone.sentence]
    for reader in (_called, _used, _attributed, _beside, _possessor, _meant_for):
        held = reader(view, here, phone)
        if held is not None and not _is_the_others(view, held, phone):
            return held
    for index in range(phone.sentence - 1, max(-1, phone.sentence - REACH), -1):
        sentence = view.sentences[index]
        if sentence.sentence.paragraph != here.sentence.paragraph:
            break
        held = (_used(view, sentence, phone) or _possessor(view, sentence, phone)) if _speaks_on(sentence) else None
        if held is not None:
            return held
    return None


def _is_the_others(view: View, held: Held, phone: Phone) -> bool:
    """Whether words for a holder are of a number that stands behind them, and lead to this one by more than a list: "X's number, A, called B"."""
    between = [p for p in view.annotations.phones if held[2] <= p.start and p.end <= phone.start]
    return bool(between) and not _LISTED.fullmatch(view.text, between[-1].end, phone.start)


def _listed(view: View, last: tuple[Phone, Held | None] | None, phone: Phone) -> Held | None:
    """The holder of the number before, where nothing but "and", commas and years stands between the two."""
    if last is None or last[1] is None or last[0].end > phone.start:
        return None
    held = last[1]
    if not _LISTED.fullmatch(view.text, last[0].end, phone.start) or "\n\n" in view.text[last[0].end : phone.start]:
        return None
    return held[0], phone.start, phone.end


def _speaks_on(sentence: SentenceView) -> bool:
    """Whether a sentence before the number is about numbers at all."""
    return any(t.lemma.casefold() in words("phone_nouns.txt") for t in sentence.tokens)


def _acting(view: View, sentence: SentenceView, at: int) -> Referent | None:
    who = view.referent_at(sentence, at)
    return who if who and who.type in _ACTING else None


def _one(view: View, sentence: SentenceView, heads: list[int], verb: int) -> Held | None:
    """The one holder among some tokens, with the words from it to the verb."""
    if len(heads) != 1:
        return None
    who = _acting(view, sentence, heads[0])
    if who is None:
        return None
    low, high = sorted((heads[0], verb))
    return who, sentence.tokens[low].start, sentence.tokens[high].end


def _called(view: View, sentence: SentenceView, phone: Phone) -> Held | None:
    """ "called from NUMBER": the caller's; "called X on NUMBER", "X can be reached at NUMBER": X's."""
    before = view.text[max(sentence.sentence.start, phone.start - 60) : phone.start]
    near = sentence.token_at(phone.start)
    verb = next((n for n in range(near, -1, -1) if sentence.tokens[n].lemma.casefold() in words("calling.txt")
                 and sentence.tokens[n].is_a(parts.MAIN_VERB)), None)  # fmt: skip
    if verb is None:
        return None
    if _FROM.search(before):
        return _one(view, sentence, doers(sentence, verb), verb)
    return _one(view, sentence, done_to(sentence, verb), verb) if _ON.search(before) else None


def _used(view: View, sentence: SentenceView, phone: Phone) -> Held | None:
    """ "X used NUMBER", "registered to X", "belonged to X": by the verb nearest the number."""
    near = sentence.token_at(phone.start)
    verbs = [n for n, t in enumerate(sentence.tokens) if t.lemma in words("using.txt") and t.is_a(parts.MAIN_VERB)]
    for verb in sorted(verbs, key=lambda n: (not _says_whose(sentence, n, near), abs(n - near))):
        heads = _owned_by(sentence, verb) or doers(sentence, verb) or _right_before(sentence, verb)
        held = _one(view, sentence, heads, verb)
        if held is not None:
            first = _subject(sentence, verb)
            return held[0], min(held[1], sentence.tokens[first].start), held[2]
    return None


def _attributed(view: View, sentence: SentenceView, phone: Phone) -> Held | None:
    """ "attributes NUMBER to X": of its own sentence only, for others may follow with holders of their own."""
    for verb, token in enumerate(sentence.tokens):
        if token.lemma in ("attribute", "ascribe") and token.is_a(parts.MAIN_VERB):
            return _one(view, sentence, _owned_by(sentence, verb), verb)
    return None


def _says_whose(sentence: SentenceView, verb: int, near: int) -> bool:
    """ "NUMBER, which was assigned to X": said of the number itself, whoever else used it."""
    return (
        near < verb < near + _CLAUSE
        and sentence.tokens[verb].is_a(parts.RELATIVE_CLAUSE)
        and bool(_owned_by(sentence, verb))
    )


def _owned_by(sentence: SentenceView, verb: int) -> list[int]:
    """Whom a number belongs to, or in whose name it is registered."""
    found: list[int] = []
    if sentence.tokens[verb].lemma not in _GIVING:
        return found
    for n in sentence.each(verb, parts.PHRASE | parts.RECIPIENT):
        if sentence.tokens[n].text.casefold() in ("to", "in", "under"):
            for at in sentence.each(n, parts.IN_PHRASE):
                if sentence.tokens[at].ent[2:] in ("DATE", "TIME"):
                    continue  # "from March to June"
                owner = [m for k in sentence.each(at, parts.PHRASE) if sentence.tokens[k].lemma == "of"
                         for m in sentence.each(k, parts.IN_PHRASE)]  # fmt: skip
                if sentence.tokens[n].text.casefold() == "to":
                    found += sentence.conjuncts(at)
                elif sentence.tokens[at].lemma == "name":
                    found += owner
    return found


def _right_before(sentence: SentenceView, verb: int) -> list[int]:
    """The name right before an active verb that the parser gave no subject ("Between 2012 and 2014 X used ...")."""
    mention = sentence.mention_at(verb - 1) if verb else None
    named = (
        mention is not None
        and mention.form == "name"
        and sentence.tokens[verb].is_a(parts.PAST | parts.PRESENT_OF_ONE | parts.PRESENT_OF_MANY)
    )
    return [mention.head] if mention is not None and named else []


def _subject(sentence: SentenceView, verb: int) -> int:
    found = sentence.first(verb, parts.UNDERGOING_SUBJECT | parts.DOING_SUBJECT)
    return sentence.subtree(found)[0] if found is not None else verb


def _beside(view: View, sentence: SentenceView, phone: Phone) -> Held | None:
    """The name right before the number: "X (phone NUMBER)", "X at NUMBER", "X: NUMBER"."""
    for mention in reversed(sentence.mentions):
        if mention.end <= phone.start and mention.form == "name" and mention.type in _ACTING:
            gap = _BESIDE.fullmatch(view.text, mention.end, phone.start)
            return _held(view, mention) if gap else None
    return None


def _held(view: View, mention: Mention) -> Held | None:
    who = view.referents.get(mention.referent or "")
    return (who, mention.start, mention.end) if who else None


def _possessor(view: View, sentence: SentenceView, phone: Phone) -> Held | None:
    """ "X's number", "his phone", "the number of X", where one is meant."""
    for n, token in enumerate(sentence.tokens):
        if token.lemma.casefold() not in words("phone_nouns.txt") or token.start > phone.end + 12:
            continue
        owners = list(sentence.each(n, parts.OWNER))
        owners += [m for k in sentence.each(n, parts.PHRASE) if sentence.tokens[k].lemma in ("of", "for")
                   for m in sentence.each(k, parts.IN_PHRASE)]  # fmt: skip
        held = _one(view, sentence, owners, n)
        if held is not None:
            first = sentence.subtree(owners[0])[0]
            return held[0], min(held[1], sentence.tokens[first].start), held[2]
    return None


def _meant_for(view: View, sentence: SentenceView, phone: Phone) -> Held | None:
    """ "NUMBER (2012) and NUMBER (2013) for X": the name behind the list."""
    for mention in sentence.mentions:
        if mention.start > phone.end and mention.form == "name" and mention.type in _ACTING:
            return _held(view, mention) if _FOR.fullmatch(view.text, phone.end, mention.start) else None
    return None
