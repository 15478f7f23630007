"""Shares of a sum told by bare numbers: of "Of the 27 million naira that X raised, 20 went to Y and 5 to Z" what Y and Z got."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from rashomon.model.claim import Party, Subject, Value
from rashomon.stages.claims.contacts.party import party
from rashomon.stages.claims.draft import Draft
from rashomon.stages.claims.payments.moved import holder
from rashomon.stages.claims.persons.sums import Sum, few_in_words, read_number
from rashomon.stages.claims.stance import local_stance
from rashomon.stages.claims.view import SentenceView, View

_OF = re.compile(r"\b(?:of|out of|from)\s(?:the|this|that|these|his|her|their|its)\s$", re.IGNORECASE)
_FEWEST = 2


@cache
def _share() -> re.Pattern[str]:
    went = r"went|goes|go|passed|was (?:paid|given|sent|handed)|were (?:paid|given|sent|handed)"
    number = rf"\d[\d,]*(?:\.\d+)?|(?i:{few_in_words()})"
    aside = r"(?:,[^,;]{1,60},)?"
    scale = r"(?:\s(?:thousand|million|billion|lakh|crore))?"
    return re.compile(rf"(?:^|[\s(])(?P<n>(?:{number}){scale}){aside}\s(?:(?:{went})\s)?(?P<to>to)\s")


def find_shares(view: View, sentence: SentenceView, found: list[Sum]) -> Iterator[Draft]:
    """One draft for each share of a sum of which the sentence says "of the S": as many as are no more than the whole."""
    start = sentence.sentence.start
    text = view.text[start : sentence.sentence.end]
    for whole in found:
        if not _OF.search(text[: whole.start]) or whole.value.number is None:
            continue
        told = [(m, n) for m in _share().finditer(text, whole.end) if (n := _scaled(m["n"], whole)) is not None]
        if len(told) >= _FEWEST and sum(n for _, n in told) <= whole.value.number:
            for match, number in told:
                if (
                    one := _draft(view, sentence, whole, (start + match.start("n"), start + match.start("to")), number)
                ) is not None:
                    yield one


def _scaled(number: str, whole: Sum) -> int | float | None:
    """A share in the scale of the whole: of 27 million "20" are 20 million."""
    told, most = read_number(number), whole.value.number or 0
    scale = next((s for s in (10**9, 10**6, 10**3) if most >= s and told < 1000), 1)
    scaled = told * scale
    return scaled if 0 < scaled <= most else None


def _draft(view: View, sentence: SentenceView, whole: Sum, at: tuple[int, int], number: int | float) -> Draft | None:
    first, to = (sentence.token_at(n) for n in at)
    noun = sentence.noun_after(to)
    noun = _last_before_joint(sentence, to) if noun is None else noun
    who = party(view, sentence, holder(sentence, noun), "payee", states=True)
    who = who or Party(sentence.quote(to + 1, noun).quote, "payee")
    stance = local_stance(sentence, to)
    if stance is None:
        return None
    value = Value(
        number=number,
        bound="exact",
        currency=whole.value.currency,
        kind="payment",
        parties=(who, *_giver(view, sentence, first)),
    )
    named = who.referent if who.referent and view.referents[who.referent].named else None
    return Draft(
        "amount", sentence.quote(first, noun), sentence.tokens[to].start, Subject(None, named), value, "payment", stance
    )


def _last_before_joint(sentence: SentenceView, to: int) -> int:
    """Of "5 to go-betweens and 2 to ..." the last word of who gets it, where the parser makes a verb of him."""
    ends = (n for n in range(to + 2, len(sentence)) if sentence.tokens[n].text in (",", ";", ".", "and"))
    return next(ends, len(sentence)) - 1


def _giver(view: View, sentence: SentenceView, first: int) -> tuple[Party, ...]:
    """Of "of the S that X scraped together" the X, who stands before the first share."""
    verbs = [f for f in sentence.verbs if f.at < first and f.doers.fillers and not f.passive]
    held = (party(view, sentence, n, "payer", states=True) for f in verbs[-1:] for n in f.doers.fillers[:1])
    return tuple(one for one in held if one is not None)
