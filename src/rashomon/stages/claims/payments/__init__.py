"""Sums that somebody pays, takes, owes, offers or demands, with their parties: by rules over the frame around the sum."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from rashomon.lexicon.frames import entries, lemma_of
from rashomon.model import parts
from rashomon.model.claim import AmountKind, Party, Stance, Subject
from rashomon.stages.claims.contacts.dated import days_of
from rashomon.stages.claims.draft import Draft, Told
from rashomon.stages.claims.payments.moved import parties_of
from rashomon.stages.claims.persons.lexicon import words
from rashomon.stages.claims.persons.sums import Sum, find_bare, find_sums
from rashomon.stages.claims.rules.fits import TESTS
from rashomon.stages.claims.stance import local_stance
from rashomon.stages.claims.stance.under import under
from rashomon.stages.claims.view import SentenceView, View

_KINDS: dict[str, AmountKind] = {
    "money-pay": "payment", "money-give": "payment", "money-take": "payment", "money-cost": "payment",
    "money-payment": "payment", "money-bribe": "bribe", "money-ransom": "ransom", "money-fine": "fine",
    "money-impose": "fine", "money-damages": "damages", "money-owe": "debt", "money-debt": "debt",
    "money-forgive": "debt", "money-offer": "offer", "money-reward": "reward", "money-demand": "other",
    "money-hold": "other", "money-bail": "other", "money-spend": "payment", "money-hire": "payment", "money-buy": "payment", "money-sell": "payment",
}  # fmt: skip
_COMPARING = frozenset({"times", "than", "worth", "compared"})
_COMING_ABOUT = frozenset({"go", "happen", "take", "arrive", "reach", "occur", "exist", "materialise", "clear"})
_COMING = frozenset({"would", "will", "'ll", "’ll", "'d", "’d"})
_BEHIND = 8


@dataclass(frozen=True, slots=True)
class Moved:
    """A sum with the words that move it: its tokens, the verb and the noun over it with their classes."""

    first: int
    last: int
    verb: int | None
    verb_class: str | None
    noun: int | None
    noun_class: str | None

    @property
    def at(self) -> int | None:
        """The word that makes the claim: the verb, else the noun."""
        return self.verb if self.verb is not None else self.noun


def find_money(view: View, told: Told) -> Iterator[Draft]:
    """Sums that a verb or a noun moves: of parties, or as a ransom, a fine or the like; several sums stay several."""
    sums = [list(find_sums(view.text[s.sentence.start : s.sentence.end])) for s in view.sentences]
    known = {one.value.currency for found in sums for one in found}
    only = next(iter(known)) if len(known) == 1 else None
    for sentence, found in zip(view.sentences, sums, strict=True):
        bare = find_bare(view.text[sentence.sentence.start : sentence.sentence.end], only) if only else ()
        more = [b for b in bare if not any(s.start < b.end and b.start < s.end for s in found)]
        for one in sorted((*found, *more), key=lambda s: s.start):
            draft = _draft(view, told, sentence, one) or _of_those_before(view, sentence, one)
            if draft is not None:
                yield draft


def _of_those_before(view: View, sentence: SentenceView, found: Sum) -> Draft | None:
    """Of "There were two transfers from X to Y. One of $18,000 ... and one of $22,000" each with the parties of both."""
    there, start = sentence.before, sentence.sentence.start + found.start
    first = sentence.token_at(start)
    if there is None or not _is_one_of(sentence, first):
        return None
    noun = next((n for n in range(len(there)) if _is_payment(there, n)), None)
    parties = () if noun is None else parties_of(view, there, -1, -1, (None, noun))
    stance = None if noun is None else local_stance(there, noun)
    if noun is None or stance is None or not any(p.referent for p in parties):
        return None
    quote = sentence.quote(first, sentence.token_at(sentence.sentence.start + found.end - 1))
    main = next((p.referent for p in parties if p.referent and view.referents[p.referent].named), None)
    value = replace(
        found.value, of=there.tokens[noun].lemma.casefold(), kind=_KINDS.get(_class(there, noun) or ""), parties=parties
    )
    return Draft("amount", quote, sentence.tokens[first].start, Subject(None, main), value, "payment", stance)


def _is_payment(sentence: SentenceView, n: int) -> bool:
    return sentence.tokens[n].is_a(parts.COMMON_NOUN) and (_class(sentence, n) or "money-is") != "money-is"


def _is_one_of(sentence: SentenceView, first: int) -> bool:
    """Of "one of $18,000" the "one of"."""
    before = [t.text.lower() for t in sentence.tokens[max(0, first - 2) : first]]
    return (
        len(before) == 2 and before[1] == "of" and before[0] in ("one", "another", "first", "second", "other", "third")
    )


def _draft(view: View, told: Told, sentence: SentenceView, found: Sum) -> Draft | None:
    moved = _moved(sentence, found)
    at = moved.at
    stance = _stance(sentence, moved)
    if at is None or stance is None or _is_compared(sentence, moved.first):
        return None
    parties = parties_of(view, sentence, moved.first, moved.last, (moved.verb, moved.noun))
    kind = _kind(sentence, moved)
    if not _is_money_of(sentence, parties, moved):
        return None
    start = min(n for n in (moved.first, moved.verb, moved.noun) if n is not None)
    end = max(n for n in (moved.last, moved.verb, moved.noun) if n is not None)
    quote = sentence.quote(start, end)
    about = told.occurrence_at(quote.start, quote.end)
    main = next((p.referent for p in parties if p.referent and view.referents[p.referent].named), None)
    subject = Subject(about.id if about and about.type == "payment" else None, main)
    noun = sentence.tokens[moved.noun].lemma.casefold() if moved.noun is not None else None
    days = days_of(view, sentence, at, tuple(n for n in (moved.verb, moved.noun) if n is not None)) or (None, None)
    value = replace(found.value, of=noun, kind=kind, parties=parties, earliest=days[0], latest=days[1])
    return Draft("amount", quote, sentence.tokens[at].start, subject, value, "payment", stance)


def _is_money_of(sentence: SentenceView, parties: tuple[Party, ...], moved: Moved) -> bool:
    """Whether it is told whose money it is, or as what it is paid; a bare "gave $200" is a sum in passing."""
    told = moved.verb_class in ("money-offer", "money-bribe")
    sides = [p for p in parties if p.role in ("payer", "payee") and (told or p.referent is not None)]
    plain = moved.verb is not None or moved.noun_class in ("money-bribe", "money-ransom", "money-bail")
    if sides or (moved.noun is not None and plain) or moved.verb_class in ("money-demand", "money-hold"):
        return True
    frame = sentence.frame(moved.verb) if moved.verb is not None else None
    if frame is None:
        return False
    if moved.verb_class == "money-cost":
        return any(_is_hired_for(sentence, n) for n in frame.subjects.fillers)
    return moved.verb_class == "money-pay" and frame.passive


def _is_hired_for(sentence: SentenceView, at: int) -> bool:
    """A deed, an order for one; "the job", "the contract"."""
    hired = sentence.tokens[at].lemma.lower() in words("jobs.txt")
    return hired or TESTS["deed"](sentence, at) or TESTS["order"](sentence, at)


def _kind(sentence: SentenceView, moved: Moved) -> AmountKind:
    """What the noun calls it, else what the verb makes of it; what is only offered or demanded is no payment."""
    if moved.noun is None and moved.verb is not None and _is_ordered(sentence, moved.verb):
        return "damages"
    by_verb = "offer" if _is_announced(sentence, moved) else _KINDS.get(moved.verb_class or "")
    by_noun = _KINDS.get(moved.noun_class or "")
    if by_verb == "offer" and by_noun not in ("reward", "ransom"):
        behind = {t.lemma.casefold() for t in sentence.tokens[moved.last + 1 : moved.last + _BEHIND]}
        return "reward" if behind & words("captures.txt") or "information" in behind else "offer"
    return by_noun or by_verb or "other"


def _moved(sentence: SentenceView, found: Sum) -> Moved:
    base = sentence.sentence.start
    first, last = sentence.token_at(base + found.start), sentence.token_at(base + found.end - 1)
    verb = verb_class = noun = noun_class = None
    for n in _above(sentence, first, last):
        cls = _class(sentence, n)
        if sentence.tokens[n].is_a(parts.VERB):
            verb, verb_class = (n, cls) if cls is not None else (None, None)
            break
        if cls is not None and noun is None:
            noun, noun_class = n, cls
        elif cls is None and noun is None and _is_other_thing(sentence, n):
            return Moved(first, last, None, None, None, None)
    if verb is None and noun is None:
        verb, verb_class = _told_of_it(sentence, first, last)
    if verb is None and noun is None:
        noun = _one_of_several(sentence, first)
        noun_class = None if noun is None else _class(sentence, noun)
    behind = _paid_as(sentence, last)
    if noun is None and behind is not None:
        noun, noun_class = behind, _class(sentence, behind)
    if verb is not None and verb_class == "money-is" and noun is None:
        other, other_class = _told_of_it(sentence, first, last)
        if other is not None:
            return Moved(first, last, other, other_class, None, None)
        if sentence.tokens[first - 1].text.lower() == "worth":
            return Moved(first, last, verb, "money-cost", None, None)
        noun, noun_class = _named_by(sentence, verb)
    return Moved(first, last, verb, verb_class, noun, noun_class)


def _told_of_it(sentence: SentenceView, first: int, last: int) -> tuple[int | None, str | None]:
    """Of "the 4 million euros that were awarded to X", "$5,000 that his wife brought" the verb of which the sum is the object."""
    for verb in sentence.verbs:
        if verb.at > last and any(first <= n <= last for n in verb.undergoers.fillers):
            cls = _class(sentence, verb.at)
            if cls is not None and cls not in ("money-is", "money-cost"):
                return verb.at, cls
    return None, None


def _one_of_several(sentence: SentenceView, first: int) -> int | None:
    """Of "two transfers, one of $18,000 and one of $22,000" the transfers."""
    if not _is_one_of(sentence, first):
        return None
    return next((n for n in range(first - 2, -1, -1) if _is_payment(sentence, n)), None)


def _is_other_thing(sentence: SentenceView, at: int) -> bool:
    """Of "a $9 million loss", "a house of $9 million": what is of that sum is no sum that moves."""
    token = sentence.tokens[at]
    return token.is_a(parts.NOUN) and token.lemma.casefold() not in words("cash.txt") and token.ent[2:] != "MONEY"


def _above(sentence: SentenceView, first: int, last: int) -> Iterator[int]:
    """The words over a sum, up to the first verb."""
    head = next((n for n in range(first, last + 1) if not first <= sentence.tokens[n].head <= last), last)
    for n in sentence.up(head):
        if not first <= n <= last:
            yield n


def _class(sentence: SentenceView, at: int) -> str | None:
    """The class of money that the lexicon gives a word, with its particle before that without."""
    token = sentence.tokens[at]
    pos = "V" if token.is_a(parts.VERB) else "N"
    lemma = lemma_of(token.text, token.lemma.lower(), pos)
    found = [e for e in entries().get((lemma, pos), ()) if e.cls.startswith("money-")]
    after = {t.text.lower() for t in sentence.tokens[at + 1 : at + 4]}
    return next((e.cls for e in found if not e.particle or e.particle in after), None)


def _paid_as(sentence: SentenceView, last: int) -> int | None:
    """ "$5 million in ransom", "40,000 euros in the form of a forgiven debt": said right behind the sum."""
    if last + 1 >= len(sentence) or sentence.tokens[last + 1].text.lower() not in ("in", "as", "of"):
        return None
    for n in range(last + 2, min(last + _BEHIND, len(sentence))):
        if sentence.tokens[n].is_a(parts.VERB | parts.MARK) and not sentence.tokens[n].is_a(parts.PARTICIPLE):
            return None
        if (_class(sentence, n) or "money-is") != "money-is" and sentence.tokens[n].is_a(parts.COMMON_NOUN):
            return n
    return None


def _named_by(sentence: SentenceView, verb: int) -> tuple[int | None, str | None]:
    """Of "the bribe was $5,000" the bribe."""
    frame = sentence.frame(verb)
    for n in frame.subjects.fillers if frame is not None else ():
        cls = _class(sentence, n)
        if cls is not None:
            return n, cls
    return None, None


def _stance(sentence: SentenceView, moved: Moved) -> Stance | None:
    """What the words over it leave of it; what a court orders somebody to pay stands as its order."""
    if moved.at is None or (moved.noun is None and moved.verb_class in ("money-is", None)):
        return None
    stance = local_stance(sentence, moved.at)
    if moved.verb is None and any(
        moved.at < f.at and f.lemma in _COMING_ABOUT and local_stance(sentence, f.at) == "denied"
        for f in sentence.verbs
    ):
        return "denied"
    if stance is None and moved.noun_class in ("money-reward", "money-ransom", "money-bribe"):
        return (
            "denied" if moved.verb is not None and any(o.cls == "negate" for o in under(sentence, moved.verb)) else None
        )
    if stance is None and (
        _is_announced(sentence, moved) or (moved.verb is not None and _is_ordered(sentence, moved.verb))
    ):
        return "asserted"
    return stance


def _is_announced(sentence: SentenceView, moved: Moved) -> bool:
    """Of "the company said that it would pay S to X" an offer: a sum that somebody says is to come, and nothing else takes back."""
    if moved.verb is None or moved.noun is not None or moved.verb_class not in ("money-pay", "money-give"):
        return False
    held = under(sentence, moved.verb)
    coming = any(o.cls == "future" and sentence.tokens[o.token].text.lower() in _COMING for o in held)
    return coming and any(o.cls == "say" for o in held) and all(o.cls in ("future", "say") for o in held)


def _is_ordered(sentence: SentenceView, verb: int) -> bool:
    """Whether a court orders it: "ordered X to pay"; "must pay a fine" is what one says of a sentence passed."""
    if any(verb in f.infinitives and f.lemma in ("order", "sentence", "condemn", "oblige") for f in sentence.verbs):
        return True
    held = [sentence.tokens[o.token].lemma.lower() for o in under(sentence, verb)]
    return bool(held) and all(word in ("must", "shall") for word in held)


def _is_compared(sentence: SentenceView, first: int) -> bool:
    """Of "three times the 5,000 euros that she earned", "more than she paid": a measure."""
    before = sentence.tokens[max(0, first - 3) : first]
    if [t.lemma for t in before[-2:]] == ["be", "worth"]:
        return False
    return any(t.text.lower() in _COMPARING and t.text.lower() != "than" for t in before)
