"""Acronyms that brackets define: "Long Name (LN)".

The rule is that of Schwartz and Hearst (2003), "A simple algorithm for identifying abbreviation definitions".
"""

from __future__ import annotations

from collections.abc import Iterator

from rashomon.model import parts
from rashomon.stages.annotate.who.chunks import Chunk
from rashomon.stages.annotate.who.defined import Defined
from rashomon.stages.annotate.who.lexicon import postal_codes, signs, words
from rashomon.stages.annotate.who.page import Line
from rashomon.text.places import lookup

OPEN, CLOSE = frozenset({"(", "["}), frozenset({")", "]"})


def find_acronyms(number: int, line: Line, here: list[Chunk]) -> Iterator[Defined]:
    """ "Long Name (… ACR)": the brackets hold an acronym, and maybe a name in another language."""
    t = line.tokens
    for n, token in enumerate(t):
        if token.text not in OPEN or n == 0:
            continue
        close = next((k for k in range(n + 1, min(n + 16, len(t))) if t[k].text in CLOSE), 0)
        if not close:
            continue
        pieces = list(_parts(line, n + 1, close))
        short = [p for p in pieces if _acronym(line, p)]
        if not short or len(pieces) > 3 or any(x.text == ":" for x in t[n:close]):
            continue
        owner = _long_name(line, n, short[0], here)
        dateline = owner is not None and _place_like(line, *owner)
        after = t[close + 1].text if close + 1 < len(t) else ""
        dateline = dateline or (owner is not None and owner[0] < 4 and after in ("-", "--", "—", "–", "_"))
        if owner and line.words[owner[1] - 1] in ("'s", "’s", "'", "’"):
            owner = (owner[0], owner[1] - 1)
        if owner and not dateline and owner[1] - owner[0] > (0 if _chunk_ending(here, n) else 1):
            yield Defined(number, owner, tuple(pieces), t[owner[0]].start, t[close].end, False)


def _place_like(line: Line, first: int, last: int) -> bool:
    """A town, state or country before the brackets: the dateline of a report, with its agency in brackets."""
    t = line.tokens
    whole = " ".join(x.text for x in t[first:last])
    return bool(lookup(whole)) or t[last - 1].text in postal_codes() or line.words[last - 1] in words("states.tsv")


def _parts(line: Line, first: int, last: int) -> Iterator[tuple[int, int]]:
    """The stretches between commas and "or", without their lead words, where they look like names."""
    at = first
    for n in range(first, last + 1):
        if n == last or line.words[n] in (",", ";", "or", "/"):
            start = at
            while start < n and (line.words[start] in signs("alias_leads") or line.tokens[start].text in "\"'“”‘’"):
                start += 1
            end = n
            while end > start and line.tokens[end - 1].text in "\"'“”‘’":
                end -= 1
            if start < end and end - start <= 7 and line.capital[start] and _cased(line, start, end):
                yield start, end
            at = n + 1


def _cased(line: Line, first: int, last: int) -> bool:
    """All words capitalised but for small connecting ones."""
    return all(
        c or t.is_a(parts.DETERMINER | parts.PREPOSITION | parts.AND) or not t.text[0].isalpha() or len(t.text) <= 3
        for t, c in zip(line.tokens[first:last], line.capital[first:last], strict=True)
    ) and not any(t.text[0].isdigit() for t in line.tokens[first:last])


def _acronym(line: Line, part: tuple[int, int]) -> bool:
    """One word of two to eight characters, most of them capitals, that is no US state or country."""
    first, last = part
    text = "".join(t.text for t in line.tokens[first:last])
    if last - first > 3 or not 2 <= len(text) <= 10 or not text[0].isupper():
        return False
    capitals = sum(c.isupper() for c in text)
    return capitals >= 2 and capitals * 2 >= len(text) and all(p.kind == "settlement" for p in lookup(text))


def _chunk_ending(here: list[Chunk], n: int) -> Chunk | None:
    return next((c for c in here if c.last == n), None)


def _long_name(line: Line, n: int, short: tuple[int, int], here: list[Chunk]) -> tuple[int, int] | None:
    """The long form that ends at token `n`: by initials, else the capitalised stretch before the bracket."""
    letters = "".join(c for t in line.words[short[0] : short[1]] for c in t if c.isalnum())
    found = _by_initials(line, n, letters)
    if found is not None:
        return found, n
    first = n
    while first > 0:
        word = line.words[first - 1]
        if (line.capital[first - 1] and line.tokens[first - 1].text[0].isalpha() and word not in ("the", "a")) or (
            word in ("of", "the", "for", "and", "'s", "'", "-", "in")
            and first - 1 > 0
            and _capital_before(line, first - 1)
        ):
            first -= 1
        else:
            break
    while first < n and not line.capital[first]:
        first += 1
    whole = _chunk_ending(here, n)
    first = min(first, whole.first) if whole else first
    first = max([first, *(k + 2 for k in range(first, n - 2) if line.words[k : k + 2] == ("and", "the"))])
    listed = first > 1 and line.words[first - 1] == "," and line.tokens[first - 2].is_a(parts.NAME)
    if listed and "and" in line.words[first:n]:
        return None
    if n - first > 2 and line.words[first] in words("demonyms.txt") and line.words[first] not in words("creeds.txt"):
        first += 1
    return (first, n) if first < n else None


def _capital_before(line: Line, n: int) -> bool:
    """Whether a small word joins on to a capitalised one, at most two words before it."""
    return line.capital[n - 1] or (
        n > 1 and line.words[n - 1] in ("of", "in", "and", "for", "'") and line.capital[n - 2]
    )


def _by_initials(line: Line, n: int, letters: str) -> int | None:
    """Where the words begin whose initials, small words skipped or not, spell `letters`."""
    if not 2 <= len(letters) <= 8:
        return None
    at, first = len(letters), n
    while at and first > 0 and n - first < 12:
        first -= 1
        word = line.words[first]
        if word[0] == letters[at - 1] and (line.capital[first] or word not in ("the", "of", "and", "in", "for")):
            at -= 1
        elif (line.capital[first] and line.tokens[first].text[0].isalpha()) or not (
            word in ("the", "of", "and", "in", "for", "on", "to", "'", "'s", "-") or line.capital[first]
        ):
            return None
        elif word in ("the", "of", "and", "in") and word[0] == letters[at - 1]:
            at -= 1
    return first if at == 0 and line.capital[first] else None
