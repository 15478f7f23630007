"""How many: numbers with their bound, what they count, part of what, including and excluding whom.

Ages, times, dates, money, shares, measures, addresses and the like are left out: see `data/quantities/`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache
from importlib.resources import files

from rashomon.model import parts
from rashomon.model.annotation import Bound, Quantity, Sentence, Token
from rashomon.model.document import Document
from rashomon.stages.annotate.quantities_members import with_members
from rashomon.stages.annotate.quantities_numbers import Run, read_numbers

_WITHIN = parts.NOUN | parts.MAIN_VERB | parts.ADJECTIVE | parts.ADVERB | parts.NUMBER | parts.PARTICLE | parts.MARK
_BEFORE = parts.NUMBER | parts.DETERMINER | parts.AND | parts.MARK | parts.TO | parts.POSSESSIVE | parts.LINK
_OPENS = parts.VERB | parts.PRONOUN | parts.DETERMINER | parts.PREPOSITION | parts.SUBORDINATOR
_AGE_AFTER = {",", ".", ";", ")", ":", "who", "from"}
_CLOCK = re.compile(r"[ap]\.?m\b", re.IGNORECASE)
_RATIO = re.compile(
    r"\b(one|two|three|four|five|six|seven|eight|nine|\d) (?:(?:in|out of)(?: every| each)?|of (?:every|each)) "
    r"(two|three|four|five|six|seven|eight|nine|ten|a hundred|\d+)\b"
)
_LONGEST = 4


def find_quantities(document: Document, sentences: tuple[Sentence, ...]) -> tuple[Quantity, ...]:
    """The quantities of a document, in text order."""
    return tuple(q for sentence in sentences for q in _in_sentence(document.text, sentence))


@cache
def _bounds() -> tuple[dict[tuple[str, ...], Bound], dict[tuple[str, ...], Bound]]:
    """Words before a number, and words after it -> the bound they give."""
    before: dict[tuple[str, ...], Bound] = {}
    after: dict[tuple[str, ...], Bound] = {}
    for words, bound in _rows("bounds"):
        table = after if words.startswith("+") else before
        table[tuple(words.lstrip("+").split())] = bound  # type: ignore[assignment]
    return before, after


@cache
def _not_counted() -> dict[str, str]:
    """Word -> where beside a number it says that the number counts nobody: after, before, either."""
    return {word: where for word, where, _ in _rows("not_counted")}


@cache
def _days() -> frozenset[str]:
    """Nouns for a day that may stand right after a figure: "killed 30 yesterday"."""
    return frozenset(word for word, _, kind in _rows("not_counted") if kind == "day")


def _rows(name: str) -> list[list[str]]:
    text = files("rashomon.data").joinpath(f"quantities/{name}.tsv").read_text(encoding="utf-8")
    return [row.split("\t") for row in text.splitlines() if row and not row.startswith("#")]


def _in_sentence(text: str, sentence: Sentence) -> Iterator[Quantity]:
    tokens = sentence.tokens
    runs = [run for run in read_numbers(tokens) if _counts(tokens, run)]
    if not runs:
        return
    found = [_quantity(text, sentence, run, runs) for run in runs]
    yield from with_members(text, tokens, found)


def _counts(tokens: Sequence[Token], run: Run) -> bool:
    """False for ages, dates, times, addresses, list numbers and other figures that count nothing."""
    first, last = tokens[run.first], tokens[run.end - 1]
    before = tokens[run.first - 1] if run.first else None
    after = tokens[run.end] if run.end < len(tokens) else None
    if before and (_says(before, "before") or before.text.lower() in ("no", "#", "/", "every", "each")):
        return False
    if after and (_says(after, "after") or after.text in ("/", "%") or after.text.startswith(("-year", "%"))):
        return False
    if isinstance(run.number, float):
        return False  # half a person is nobody's count
    if before and before.end == first.start and before.text in ("-", "–", "/", ".", "(", "+"):
        if before.text == "(" and _counts_several(tokens, last):
            return last.head >= run.end  # "(4 soldiers fell)", not "(31)"
        if before.text == "-" and run.first > 1 and tokens[run.first - 2].text[-1:].isdigit():
            return not run.is_year and _range_follows(tokens, run.first - 1)
        return before.text == "–" and before.start > tokens[0].start
    if (
        after
        and after.start == last.end
        and after.text == "-"
        and not (_range_follows(tokens, run.end) or _bound_after(tokens, run))
    ):
        return False
    counts = last.is_a(parts.COUNTING) and after is not None and after.is_a(parts.PLURAL_NOUN)
    if run.is_year and not (counts and before and not before.is_a(parts.DETERMINER)):
        return False
    if _is_ratio(tokens, run):
        return False
    joined = before is not None and not before.is_a(_OPENS)
    if run.first > 2 and joined and tokens[run.first - 2].text.isdigit() and _says(tokens[run.first - 3], "before"):
        # "In April 2014, 17 people were killed", "in April 2014, nine of them children": what the comma ends is a date.
        several = _counts_several(tokens, last) or (after is not None and after.text.lower() == "of")
        return bool(before and before.text == "," and several)
    return not (_is_age(before, after, run) or _CLOCK.fullmatch(last.text))


def _counts_several(tokens: Sequence[Token], number: Token) -> bool:
    return number.is_a(parts.COUNTING) and tokens[number.head].is_a(parts.PLURAL_NOUN)


def _is_ratio(tokens: Sequence[Token], run: Run) -> bool:
    """ "one in five": neither number counts anybody."""
    words = [t.text.lower() for t in tokens[max(0, run.first - 4) : run.end + 4]]
    text = " ".join(words)
    return bool(_RATIO.search(text))


def _says(token: Token, where: str) -> bool:
    table = _not_counted()
    return (table.get(token.text.lower()) or table.get(token.lemma.lower())) in (where, "either")


def _range_follows(tokens: Sequence[Token], at: int) -> bool:
    return at + 2 < len(tokens) and tokens[at + 1].text[:1].isdigit() and tokens[at + 2].is_a(parts.PLURAL_NOUN)


def _is_age(before: Token | None, after: Token | None, run: Run) -> bool:
    """ "Jane Roe, 24, of ...": a bare number set off by commas."""
    if not run.digits or before is None or before.text not in (",", "("):
        return False
    return after is None or after.text in _AGE_AFTER


def _quantity(text: str, sentence: Sentence, run: Run, runs: Sequence[Run]) -> Quantity:
    tokens = sentence.tokens
    bound, first, end = _bound(tokens, run, runs)
    head = _head(tokens, run, end)
    own = head if head is not None else run.end - 1
    of = text[tokens[_noun_start(tokens, run, end, own)].start : tokens[own].end] if own >= end else None
    stop = tokens[max(own, end - 1)].end
    start = tokens[first].start
    return Quantity(
        start, stop, text[start:stop], run.number, bound, of, _part(text, tokens, end), (), (),
        sentence.index, run.end - 1, own,
    )  # fmt: skip


def _bound(tokens: Sequence[Token], run: Run, runs: Sequence[Run]) -> tuple[Bound, int, int]:
    """The bound, the first token of its words, and the token past the number and the words after it."""
    before, _ = _bounds()
    words = [t.text.lower() for t in tokens]
    first, end, bound = run.first, run.end, None
    for size in range(min(_LONGEST, run.first), 0, -1):
        bound = before.get(tuple(words[run.first - size : run.first]))
        if bound:
            first = run.first - size
            break
    later = _bound_after(tokens, run) if not bound else None
    if later:
        bound, end = later
    if bound is None or bound == "about":
        end_of_range = _range_bound(words, run, runs)
        bound = "more_than" if run.more else bound if bound and end_of_range == "exact" else end_of_range
    return bound, first, end


def _bound_after(tokens: Sequence[Token], run: Run) -> tuple[Bound, int] | None:
    """The bound that words behind a number give ("or more", "-odd"), and the token past them."""
    _, after = _bounds()
    words = [t.text.lower() for t in tokens[run.end : run.end + 3]]
    found = [(after[tuple(words[:n])], run.end + n) for n in (1, 2, 3) if tuple(words[:n]) in after]
    return found[-1] if found else None


def _range_bound(words: Sequence[str], run: Run, runs: Sequence[Run]) -> Bound:
    """ "10 to 12", "between 10 and 15", "two or three": the lower figure is a floor, the upper a ceiling."""
    for other in runs:
        between = words[run.end : other.first] if other.first >= run.end else words[other.end : run.first]
        spans = between in (["to"], ["-"], ["–"], ["or"]) or (
            between == ["and"] and words[max(0, min(run.first, other.first) - 1)] == "between"
        )
        if words[max(0, min(run.first, other.first) - 1)] == "by":
            continue  # "has grown by two to 14": by how many, and to how many
        if other is not run and spans and run.number is not None and other.number is not None:
            return "at_least" if run.first < other.first else "at_most"
    return "exact"


def _head(tokens: Sequence[Token], run: Run, end: int) -> int | None:
    """The counted noun: what the number modifies, or what follows "of" after "dozens"."""
    if end < len(tokens) and tokens[end].text.lower() == "of":
        owned = end + 1 < len(tokens) and tokens[end + 1].is_a(parts.POSSESSIVE)
        vague = owned or run.number is None or tokens[run.end - 1].text.lower() in ("dozen", "score")
        return _noun_after(tokens, end) if vague else None
    at = run.end - 1
    for _ in range(3):
        above = tokens[at].head
        if above == at or above < run.first:
            break
        at = above
        if at >= end and tokens[at].is_a(parts.NOUN) and _unbroken(tokens, end, at):
            return None if tokens[at].text.lower() in _days() else _past_name(tokens, at)
    found = _following_noun(tokens, end)
    return None if found is None or tokens[found].text.lower() in _days() else found


def _past_name(tokens: Sequence[Token], at: int) -> int:
    """ "Six Nusra militants": the noun counted, where the parser took the name before it."""
    over = tokens[at].head
    named = tokens[at].is_a(parts.SINGULAR_NAME) and over > at and tokens[over].is_a(parts.PLURAL_NOUN)
    return over if named and all(tokens[n].is_a(parts.NOUN) for n in range(at, over)) else at


def _noun_after(tokens: Sequence[Token], of: int) -> int | None:
    return next((n for n, t in enumerate(tokens) if t.head == of and t.is_a(parts.IN_PHRASE)), None)


def _unbroken(tokens: Sequence[Token], start: int, end: int) -> bool:
    """Whether what stands between a number and a noun can belong to one noun phrase."""
    return all((t.is_a(_WITHIN) or t.ent == "I-ORG") and t.text not in (",", ";", ":", "(") for t in tokens[start:end])


def _following_noun(tokens: Sequence[Token], start: int) -> int | None:
    """The noun phrase right after a number that the parser hung elsewhere."""
    for n in range(start, min(start + 4, len(tokens))):
        if tokens[n].is_a(parts.NOUN) and not (n + 1 < len(tokens) and tokens[n + 1].is_a(parts.NOUN)):
            return n if tokens[n].is_a(parts.PLURAL) or n == start else None
        if not tokens[n].is_a(parts.NOUN | parts.ADJECTIVE):
            return None
    return None


def _noun_start(tokens: Sequence[Token], run: Run, end: int, head: int) -> int:
    """Past the number, "of", articles and the upper end of a range, to the noun's first own word."""
    at = end
    while at < head and tokens[at].is_a(_BEFORE):
        at += 1
    return at


def _part(text: str, tokens: Sequence[Token], end: int) -> str | None:
    """ "two of whom", "three of the victims": of what the number is a part."""
    if end + 1 >= len(tokens) or tokens[end].text.lower() != "of":
        return None
    inner = _noun_after(tokens, end)
    inner = end + 1 if tokens[end + 1].text.lower() in ("whom", "them") else inner
    if (
        inner is None
        or tokens[end + 1].is_a(parts.POSSESSIVE)
        or not (tokens[inner].is_a(parts.PRONOUN) or tokens[end + 1].is_a(parts.PRONOUN | parts.DETERMINER))
    ):
        return None
    return text[tokens[end].start : tokens[inner].end]
