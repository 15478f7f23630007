"""The value read again from its own words: figures with bounds and what they count, days, sums, telephone numbers."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import cast

from rashomon.lexicon.nouns import is_person_noun
from rashomon.model.annotation import Bound, Quantity, TimeRef
from rashomon.model.claim import COUNTS, Value
from rashomon.model.proposal import Means
from rashomon.model.span import Span
from rashomon.stages.claims.gate.matter import makes
from rashomon.stages.claims.gate.objections import Objection, objection
from rashomon.stages.claims.gate.sought import Sought
from rashomon.stages.claims.gate.standing import needs
from rashomon.stages.claims.persons.currencies import home_in
from rashomon.stages.claims.persons.sums import find_sums
from rashomon.stages.claims.wordlists import rows
from rashomon.text.fold import fold_words

_BEFORE = 20
"""Characters before a value in which the word of its bound may stand."""
_SMALL = frozenset({"the", "a", "an", "of", "and", "other", "others", "people", "persons", "person"})


def value_kind(sought: Sought) -> str:
    """What the value is; of those held or missing a figure where one is meant, else who."""
    kind = needs()[sought.proposal.property].value
    if kind == "count":
        return "figure" if sought.proposal.means.number is not None or quantities(sought) else "somebody"
    return kind


def quantities(sought: Sought) -> list[Quantity]:
    """The figures whose number stands in the value's words."""
    if sought.value is None:
        return []
    found = []
    for view in sought.room.sentences(sought.value):
        for q in view.quantities:
            token = view.tokens[q.token]
            if sought.value.start <= token.start and token.end <= sought.value.end:
                found.append(q)
    return found


def figure_of(sought: Sought) -> Quantity | None:
    """The one figure that is meant: the only one, or the only one with the number that the proposal gives."""
    found = quantities(sought)
    meant = [q for q in found if q.number == sought.proposal.means.number]
    return found[0] if len(found) == 1 else meant[0] if len(meant) == 1 else None


def times(sought: Sought) -> list[TimeRef]:
    """The days told by the value's words; where it has none of its own, by the quote's."""
    span = sought.value or sought.carrying
    found = [t for v in sought.room.sentences(span) for t in v.times if t.start < span.end and span.start < t.end]
    return [t for t in found if t.earliest or t.latest] or found


def check_value(sought: Sought) -> Iterator[Objection]:
    """What the value's words mean, as the program's own readers have it, against what the proposal says of them."""
    check = _CHECKS.get(value_kind(sought))
    if check is not None and sought.quote is not None and (sought.value is not None or not sought.proposal.value):
        yield from check(sought, sought.proposal.means)


def _figure(sought: Sought, means: Means) -> Iterator[Objection]:
    found = quantities(sought)
    one = figure_of(sought)
    if one is None:
        yield from _no_figure(sought, means, found)
    else:
        if means.number is not None and means.number != one.number:
            yield objection("figure", one.quote, means.number)
        if means.bound is not None and means.bound != bound_of(sought, one):
            yield objection("bound", bound_of(sought, one), means.bound)
        yield from _unit(sought, means, one)
        yield from _counts_people(sought, one)


def _counts_people(sought: Sought, one: Quantity) -> Iterator[Objection]:
    """Those killed, hurt, held or missing are people; a figure behind "than" or of every year is another's."""
    if not sought.room.view.document.claims_read:
        return
    sentence = sought.room.view.sentences[one.sentence]
    prop, head = sought.proposal.property, sentence.tokens[one.head]
    if (
        prop in COUNTS
        and one.head != one.token
        and not (is_person_noun(head) or head.text[:1].isupper() or makes(head.text, prop))
    ):
        yield objection("unit_other", head.text, "people")
    before = [t.text.lower() for t in sentence.tokens[max(0, one.token - 3) : one.token]]
    if "than" in before and one.bound == "exact":
        yield objection("doubtful", "than")
    if any(t.type == "SET" for t in sentence.times):
        yield objection("doubtful", next(t.quote for t in sentence.times if t.type == "SET"))


def bound_of(sought: Sought, one: Quantity) -> Bound:
    """The bound of a figure: as the program reads it, in another language by a listed word that stands before the number."""
    document = sought.room.view.document
    if document.claims_read or sought.value is None:
        return one.bound
    said = sought.said(Span(max(0, sought.value.start - _BEFORE), one.end)).casefold()
    known = (
        (words, bound)
        for language, words, bound in rows("gate", "bounds.tsv")
        if language == (document.language or "")[:2]
    )
    return next((cast("Bound", bound) for words, bound in known if f"{words} " in said), one.bound)


def _no_figure(sought: Sought, means: Means, found: Sequence[Quantity]) -> Iterator[Objection]:
    """Words in which no figure is read are a person's to read; digits that say another number are another number."""
    value = sought.proposal.value
    if not found:
        digits = "".join(c for c in value if c.isdigit())
        wrong = bool(digits) and means.number is not None and digits not in str(means.number)
        yield objection("figure", value, means.number) if wrong else objection("figure_unread", value)
    elif means.number is not None and all(q.number != means.number for q in found):
        yield objection("figure", value, means.number)
    else:
        yield objection("figures_several", value)


def _unit(sought: Sought, means: Means, one: Quantity) -> Iterator[Objection]:
    """What is counted stands in the sentence, and is what the figure counts there."""
    if means.of is None:
        return
    said = _stems(sought.said(sought.around)) | _stems(sought.proposal.value)
    wanted = _stems(means.of) - _SMALL
    if not wanted <= said:
        yield objection("unit", means.of)
    elif wanted and one.of and not wanted & (_stems(one.of) | _stems(one.quote)):
        yield objection("unit_other", one.of, means.of)


def _stems(words: str) -> set[str]:
    """Words without endings of number: "villagers" and "villager"."""
    return {w[:-1] if len(w) > 3 and w.endswith("s") else w for w in fold_words(words).split()}


def _day(sought: Sought, means: Means) -> Iterator[Objection]:
    found = times(sought)
    if not found or not (found[0].earliest or found[0].latest):
        yield objection("day_unread", sought.proposal.value or sought.proposal.quote)
        return
    ours = [(t.earliest, t.latest) for t in found]
    said = (means.earliest, means.latest)
    if said == (None, None) or any(_same_days(said, own) for own in ours):
        return
    told = "/".join(str(d)[:10] for d in ours[0])
    apart = all(_apart(said, own) for own in ours)
    yield objection("day" if apart else "day_other", told, "/".join(str(d)[:10] for d in said))


def _same_days(a: tuple[str | None, str | None], b: tuple[str | None, str | None]) -> bool:
    return all((x or "")[:10] == (y or "")[:10] for x, y in zip(a, b, strict=True))


def _apart(a: tuple[str | None, str | None], b: tuple[str | None, str | None]) -> bool:
    return (a[0] or "0")[:10] > (b[1] or "9")[:10] or (b[0] or "0")[:10] > (a[1] or "9")[:10]


def sum_of(sought: Sought) -> Value | None:
    """The sum that the value's words tell, read in its sentence."""
    span = sought.value
    if span is None:
        return None
    for view in sought.room.sentences(span):
        base = view.sentence.start
        for found in find_sums(sought.room.view.text[base : view.sentence.end], home_in(sought.room.view)):
            if base + found.start < span.end and span.start < base + found.end:
                return found.value
    return None


def _sum(sought: Sought, means: Means) -> Iterator[Objection]:
    ours = sum_of(sought)
    if ours is None:
        digits = any(c.isdigit() for c in sought.proposal.value)
        yield objection("money_unread" if digits else "no_figure", sought.proposal.value)
        return
    for meant, own in ((means.number, ours.number), (means.currency, ours.currency)):
        if meant is not None and meant != own:
            yield objection("money", f"{ours.number} {ours.currency}", f"{means.number} {means.currency}")
    if means.bound is not None and means.bound != ours.bound:
        yield objection("bound", ours.bound, means.bound)


def _phone(sought: Sought, means: Means) -> Iterator[Objection]:
    span = sought.value or Span(0, 0)
    found = [p for p in sought.room.view.annotations.phones if p.start < span.end and span.start < p.end]
    if not found:
        yield objection("phone_unread", sought.proposal.value)
    elif means.text is not None and means.text not in {p.e164 for p in found}:
        yield objection("phone", found[0].e164, means.text)


_CHECKS: dict[str, Callable[[Sought, Means], Iterator[Objection]]] = {
    "figure": _figure, "day": _day, "sum": _sum, "phone": _phone,
}  # fmt: skip
