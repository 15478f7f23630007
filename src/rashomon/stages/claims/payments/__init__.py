"""Sums that somebody pays, takes, owes, offers or demands, with their parties: by rules over the frame around the sum."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from rashomon.model.claim import AmountKind, Party, Stance, Subject
from rashomon.stages.claims.actors import is_human
from rashomon.stages.claims.contacts.dated import days_of
from rashomon.stages.claims.draft import Draft, Told
from rashomon.stages.claims.payments.carried import find_carried, is_carried, is_told_of, last_currency
from rashomon.stages.claims.payments.dealt import dealt_to
from rashomon.stages.claims.payments.found import Moved, class_of, is_one_of, is_payment, moved_by, told_of_it
from rashomon.stages.claims.payments.moved import parties_of
from rashomon.stages.claims.payments.shares import find_shares
from rashomon.stages.claims.payments.told import (
    is_against_payment,
    is_announced,
    is_asked_for,
    is_compared,
    is_ordered,
    is_part_of,
    is_rate,
    stance_of_sum,
)
from rashomon.stages.claims.persons.currencies import home_in
from rashomon.stages.claims.persons.lexicon import words
from rashomon.stages.claims.persons.sums import Sum, find_bare, find_more, find_sums
from rashomon.stages.claims.rules.fits import TESTS
from rashomon.stages.claims.stance import local_stance
from rashomon.stages.claims.view import SentenceView, View

_KINDS: dict[str, AmountKind] = {
    "money-pay": "payment", "money-give": "payment", "money-take": "payment", "money-cost": "payment",
    "money-payment": "payment", "money-bribe": "bribe", "money-ransom": "ransom", "money-fine": "fine",
    "money-impose": "fine", "money-damages": "damages", "money-owe": "debt", "money-debt": "debt",
    "money-loan": "debt", "money-move": "payment", "money-come": "payment", "money-credit": "payment", "money-agree": "offer", "money-done-for": "payment",
    "money-forgive": "debt", "money-offer": "offer", "money-reward": "reward", "money-demand": "other",
    "money-hold": "other", "money-bail": "other", "money-spend": "payment", "money-changes": "payment", "money-raise": "other", "money-refuse": "offer",
    "money-rob": "other", "money-price": "other", "money-hire": "payment", "money-buy": "payment", "money-sell": "payment",
}  # fmt: skip
_BY_ITSELF = frozenset({"money-demand", "money-hold", "money-agree", "money-changes", "money-fine"})
_PLAIN = frozenset({"money-bribe", "money-ransom", "money-bail", "money-reward", "money-debt", "money-price"})
_BEHIND = 8
_TWO = 2


def find_money(view: View, told: Told) -> Iterator[Draft]:
    """Sums that a verb or a noun moves: of parties, or as a ransom, a fine or the like; several sums stay several."""
    home = home_in(view)
    sums = [list(find_sums(view.text[s.sentence.start : s.sentence.end], home)) for s in view.sentences]
    known = {one.value.currency for found in sums for one in found}
    only = next(iter(known)) if len(known) == 1 else None
    for index, (sentence, found) in enumerate(zip(view.sentences, sums, strict=True)):
        bare = find_bare(view.text[sentence.sentence.start : sentence.sentence.end], only) if only else ()
        more = [b for b in bare if not any(s.start < b.end and b.start < s.end for s in found)]
        further = list(find_more(view.text[sentence.sentence.start : sentence.sentence.end], [*found, *more]))
        told_whole = sorted((*found, *more, *further), key=lambda s: s.start)
        carried = list(find_carried(sentence, told_whole, last_currency(sums, index)))
        for one in told_whole:
            draft = _draft(view, told, sentence, one, [*told_whole, *carried]) or _of_those_before(view, sentence, one)
            if draft is not None:
                yield draft
        for one in carried:
            draft = _draft(view, told, sentence, one, [*told_whole, *carried]) if is_carried(sentence, one) else None
            if draft is not None and is_told_of(view, draft.value.parties):
                yield draft
        yield from find_shares(view, sentence, found)


def _of_those_before(view: View, sentence: SentenceView, found: Sum) -> Draft | None:
    """Of "There were two transfers from X to Y. One of $18,000 ... and one of $22,000" each with the parties of both."""
    there, start = sentence.before, sentence.sentence.start + found.start
    first = sentence.token_at(start)
    if there is None or not is_one_of(sentence, first):
        return None
    noun = next((n for n in range(len(there)) if is_payment(there, n)), None)
    parties = () if noun is None else parties_of(view, there, -1, -1, (None, noun))
    stance = None if noun is None else local_stance(there, noun)
    if noun is None or stance is None or not any(p.referent for p in parties):
        return None
    quote = sentence.quote(first, sentence.token_at(sentence.sentence.start + found.end - 1))
    main = next((p.referent for p in parties if p.referent and view.referents[p.referent].named), None)
    value = replace(
        found.value,
        of=there.tokens[noun].lemma.casefold(),
        kind=_KINDS.get(class_of(there, noun) or ""),
        parties=parties,
    )
    return Draft("amount", quote, sentence.tokens[first].start, Subject(None, main), value, "payment", stance)


def _draft(view: View, told: Told, sentence: SentenceView, found: Sum, sums: Sequence[Sum]) -> Draft | None:
    moved, stance, parties = _told(view, sentence, moved_by(sentence, found))
    parties = dealt_to(view, sentence, sums, moved, parties)
    at = moved.at
    if at is None or stance is None or is_compared(sentence, moved.first) or not _is_money_of(sentence, parties, moved):
        return None
    if is_part_of(sentence, moved) or (len(parties) < _TWO and is_rate(sentence, moved)):
        return None
    kind = _kind(sentence, moved)
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


def _told(view: View, sentence: SentenceView, moved: Moved) -> tuple[Moved, Stance | None, tuple[Party, ...]]:
    """How a sum moves; of "refused to pay the S that X demanded", "paid for with the S that X had given" X's, where more is told."""
    stance = stance_of_sum(sentence, moved)
    words = (moved.verb, moved.noun)
    parties = () if stance is None else parties_of(view, sentence, moved.first, moved.last, words)
    if any(p.referent for p in parties if p.role in ("payer", "payee")):
        return moved, stance, parties
    verb, cls = told_of_it(sentence, moved.first, moved.last)
    if verb is None:
        return moved, stance, parties
    other = Moved(moved.first, moved.last, verb, cls, None, None)
    held = parties_of(view, sentence, moved.first, moved.last, (verb, None))
    found = stance_of_sum(sentence, other)
    better = found is not None and any(p.role in ("payer", "payee") for p in held)
    return (other, found, held) if better else (moved, stance, parties)


def _is_money_of(sentence: SentenceView, parties: tuple[Party, ...], moved: Moved) -> bool:
    """Whether it is told whose money it is, or as what it is paid; a bare "gave $200" is a sum in passing."""
    told = moved.verb_class in ("money-offer", "money-bribe")
    if moved.noun_class == "money-price" and moved.noun is not None and not is_price_of_deed(sentence, moved):
        return False
    sides = [p for p in parties if p.role in ("payer", "payee") and (told or p.referent is not None)]
    plain = moved.verb is not None or moved.noun_class in _PLAIN or is_against_payment(sentence, moved)
    plain = plain or sentence.tokens[moved.first - 1].text.lower() == "at"  # "damages were set at S"
    if sides or (moved.noun is not None and plain) or moved.verb_class in _BY_ITSELF:
        return True
    frame = sentence.frame(moved.verb) if moved.verb is not None else None
    if frame is None:
        return False
    if (
        moved.verb_class in ("money-cost", "money-pay", "money-take", "money-give")
        and not frame.passive
        and any(_is_hired_for(sentence, n) for n in frame.subjects.fillers)
    ):
        return True
    return frame.passive and (moved.verb_class == "money-pay" or any(p.role == "payee" for p in parties))


def is_price_of_deed(sentence: SentenceView, moved: Moved) -> bool:
    """Of "a price of S on his head", "the contract for the killing", "S, half before and half after": what a deed costs, and no goods."""
    noun = moved.noun if moved.noun is not None else moved.first
    own = None if (state := sentence.state(noun)) is None else state.possessor
    if own is not None and is_human(sentence, own) and sentence.tokens[noun].lemma == "price":
        return True  # "the guard's price was S"
    verb = next((f for n in sentence.up(noun) if n != noun and (f := sentence.frame(n)) is not None), None)
    states = [sentence.state(n) for n in (noun, *range(moved.first, moved.last + 1))]
    held = [n for f in (verb, *states) if f is not None for n in (*f.oblique("on", "for"), *f.gerund("for"))]
    if any(sentence.tokens[n].lemma.lower() in ("head", "life") or _is_hired_for(sentence, n) for n in held):
        return True
    said = [t.text.lower() for t in sentence.tokens]
    return "half" in said and not {"before", "after", "advance", "front", "upfront", "now", "rest"}.isdisjoint(said)


def _is_hired_for(sentence: SentenceView, at: int) -> bool:
    """A deed, an order for one; "the job", "the contract"."""
    hired = sentence.tokens[at].lemma.lower() in words("jobs.txt")
    return hired or TESTS["deed"](sentence, at) or TESTS["order"](sentence, at)


def _kind(sentence: SentenceView, moved: Moved) -> AmountKind:
    """What the noun calls it, else what the verb makes of it; what is only offered or demanded is no payment."""
    if moved.noun is None and moved.verb is not None and is_ordered(sentence, moved.verb):
        return "damages"
    if moved.noun is None and moved.verb is not None and is_asked_for(sentence, moved.verb):
        return "other"
    by_verb = "offer" if is_announced(sentence, moved) else _KINDS.get(moved.verb_class or "")
    by_noun = _KINDS.get(moved.noun_class or "")
    if by_verb == "offer" and by_noun not in ("reward", "ransom"):
        behind = {t.lemma.casefold() for t in sentence.tokens[moved.last + 1 : moved.last + _BEHIND]}
        return "reward" if behind & words("captures.txt") or "information" in behind else "offer"
    return by_noun or by_verb or "other"
