"""Second names that the text itself defines: acronyms, translations, noms de guerre, code names."""

from __future__ import annotations

import re
from collections.abc import Iterator

from rashomon.model import parts
from rashomon.stages.annotate.who.acronyms import OPEN, find_acronyms
from rashomon.stages.annotate.who.chunks import Chunk
from rashomon.stages.annotate.who.defined import Defined
from rashomon.stages.annotate.who.lexicon import words
from rashomon.stages.annotate.who.nicknames import find_nicknames
from rashomon.stages.annotate.who.owners import NOBODY, Types, apposed_after, bearer_by_clause, owner_of
from rashomon.stages.annotate.who.page import Line

_CUE = re.compile(
    r"""(?:\b(?:better|also|widely|otherwise|popularly|commonly|more commonly|then|only)\s+)?
    (?:(?<=\s)@(?=\s)
     |\bknown\s+(?:simply\s+|locally\s+|only\s+|(?:to|among|in|within)\s+(?:\w+\s+){1,4}?)?as
     |\bknown\s+(?:only\s+)?by\s+(?:his|her|the|their|its)\s+(?:\w+\s+){0,2}?
      (?:nom\s+de\s+guerre|code[\s-]?name|alias|nickname|name|initials|pseudonym)
     |\b(?:code[\s-]?named?|nicknamed|alias|(?:pseudonym|noms?\s+de\s+guerre)(?:\s+(?:is|was|:)|:)?|real\s+name(?:\s+is|\s+was)?|aka|a\.k\.a\.?
     |urf|dubbed|n[ée]e|maiden\s+name(?:\s+is|\s+was)?|\b(?:his|her|whose)\s+(?:nick-?name|code\s*name|alias)\s+(?:is|was)|calling\s+(?:him|her)self
     |also\s+spell(?:ed|t)
     |(?:passports?|papers|documents|identity\s+cards?|visas?|licen[cs]es?)\s+(?:in|to|under|with|bearing|on)\s+(?:the|a)\s+
      (?:\w+\s+)?name(?:\s+of)?
     |also\s+called|(?<=[,(]\s)(?:called|nicknamed|surnamed|dit)|(?<=\()called|under\s+the\s+(?:assumed\s+|false\s+)?name(?:\s+of)?|(?:goes|went|going|goes\s+only)\s+by)
     |\b(?:they|people|friends|comrades)\s+call(?:ed)?
     |\bwhom\s+(?:\w+\s+){1,4}?(?:calls?|called|knew\s+as|know\s+as|nicknamed)
     |\bwho\s+(?:(?:is|was|has\s+been)\s+(?:also\s+|locally\s+|usually\s+)?called|call(?:s|ed)\s+(?:him|her)self)
     |\bsign(?:s|ed|ing)\s+(?:himself\s+|herself\s+|(?:his|her|the)\s+(?:\w+\s+)?\w+s?\s+)?as)[\s,]*(?:of\s+|the\s+(?:nick)?name\s+(?:of\s+)?)?""",
    re.VERBOSE | re.IGNORECASE,
)
_FALSE_NAME = re.compile(r"\b(?:in|to|under|with|bearing|on)\s+(?:the|a)\s+(?:\w+\s+)?name\b", re.IGNORECASE)
_TURNED = re.compile(
    r"(?:\b(?:is|was)|[,(–—-])\s*(?:the|a|an|one)\s+(?:nick-?name|alias|nom\s+de\s+guerre|pseudonym|code[\s-]?name|pen\s+name|"
    r"battle\s+name|street\s+name|name\s+used)\s+(?:of|for|by)\b",
    re.IGNORECASE,
)
_WAKES = (
    "known",
    "name",
    "alias",
    "aka",
    "a.k.a",
    "spel",
    "call",
    "pseudonym",
    "guerre",
    " by ",
    "dubbed",
    "@",
    "urf",
    "nee",
)


def find_second_names(lines: tuple[Line, ...], chunks: list[Chunk], types: Types) -> Iterator[Defined]:
    """Every definition in the document, in text order; `types` says which names are people's."""
    by_line: dict[int, list[Chunk]] = {}
    for chunk in chunks:
        by_line.setdefault(chunk.line, []).append(chunk)
    for number, line in enumerate(lines):
        here = by_line.get(number, [])
        if any(t.text in OPEN for t in line.tokens):
            yield from find_acronyms(number, line, here)
        yield from find_nicknames(number, line, here, types)
        yield from _by_cue(number, line, here, types)
        yield from _turned(number, line, here)


def _turned(number: int, line: Line, here: list[Chunk]) -> Iterator[Defined]:
    """ "Y is the nickname of X": the name before the words is the second one."""
    if len(here) < 2 or not any(w in ("nickname", "alias", "guerre", "pseudonym", "name") for w in line.words):
        return
    base = line.sentence.start
    for cue in _TURNED.finditer(_text_of(line)):
        before = [c for c in here if line.tokens[c.last - 1].end - base <= cue.start()]
        after = [c for c in here if line.tokens[c.first].start - base >= cue.end()]
        if before and after:
            first, second = before[-1], after[0]
            begin = _with_title(line, first.first)
            owner, other = (second.first, second.last), (begin, first.last)
            yield Defined(number, owner, (other,), line.tokens[begin].start, line.tokens[second.last - 1].end, True)


def _with_title(line: Line, first: int) -> int:
    """ "Father Tallow" by its title, which is a part of a nom de guerre."""
    while first > 0 and line.capital[first - 1] and line.tokens[first - 1].is_a(parts.NAME):
        first -= 1
    return first


def _by_cue(number: int, line: Line, here: list[Chunk], types: Types) -> Iterator[Defined]:
    """ "X, known as Y", "X (better known by his nom de guerre Y or Z)", "identified only by the code name Y"."""
    t = line.tokens
    base = line.sentence.start
    low = " ".join(line.words)
    if not any(w in low for w in _WAKES):
        return
    text = _text_of(line)
    done, bearer = 0, NOBODY
    for cue in _CUE.finditer(text):
        at = next((n for n, x in enumerate(t) if x.start - base >= cue.end()), len(t))
        begin = next((n for n, x in enumerate(t) if x.end - base > cue.start()), 0)
        if at < done or (line.words[begin] == "called" and not _is_participle(line, here, begin)):
            continue
        others = tuple(_of_one(line, _names_after(line, at), types))
        if not others:
            continue
        lived = _FALSE_NAME.search(cue.group()) is not None
        owner = bearer_by_clause(line, here, begin, types) if lived else NOBODY
        owner = owner if owner != NOBODY else owner_of(line, here, begin, others[0], types)
        if done and bearer != NOBODY and not any(line.tokens[n].is_a(parts.COMMON_NOUN) for n in range(done, begin)):
            owner = bearer if owner[0] < done else owner
        done, bearer = others[-1][1], owner
        if owner == NOBODY:
            owner = apposed_after(line, here, done, types)
        elif "real" in cue.group().lower() and len(others) == owner[1] - owner[0] == 1:
            owner, others = others[0], (owner,)
        stretch = (begin, done, owner[1])
        yield Defined(number, owner, others, t[min(begin, done - 1)].start, t[max(stretch[1:]) - 1].end, True)


def _of_one(line: Line, found: Iterator[tuple[int, int]], types: Types) -> Iterator[tuple[int, int]]:
    """The second names up to the full name of somebody else: "Ilan Gorse alias Reed and Ada Toll"."""
    for n, (first, last) in enumerate(found):
        another = last - first > 1 and line.words[first - 1] == "and" and types.get(line.words[first:last]) == "person"
        if n and another:
            return
        yield first, last


def _is_participle(line: Line, here: list[Chunk], at: int) -> bool:
    """Of "X, called Y, born in ...": not "X, a friend of Z, called Y"."""
    bare = line.tokens[at].is_a(parts.PARTICIPLE) and not line.tokens[at].is_a(
        parts.TOP | parts.JOINED | parts.CLAUSE | parts.RELATIVE_CLAUSE
    )
    return bare and any(c.last == at - 1 for c in here)


def _text_of(line: Line) -> str:
    """The sentence's words at their own offsets, whatever white space stands between them."""
    pieces, at = [], line.sentence.start
    for token in line.tokens:
        pieces += [" " * (token.start - at), token.text]
        at = token.end
    return "".join(pieces)


def _names_after(line: Line, n: int) -> Iterator[tuple[int, int]]:
    """Capitalised stretches from `n` on, joined by "or", "and" or commas before "or"."""
    t, size = line.tokens, len(line.tokens)
    while n < size:
        quoted = n < size and t[n].text in "\"'“”‘’"
        while n < size and t[n].text in "\"'“”‘’":
            n += 1
        if n + 1 < size and line.words[n] == "the" and (_cap(line, n + 1) or (quoted and line.capital[n + 1])):
            n += 1
        last = n
        while (
            last < size
            and last - n < 5
            and (
                _cap(line, last)
                or (quoted and line.capital[last])
                or (t[last].text == "-" and last > n)
                or _prefix(line, last)
            )
        ):
            last += 1
        if last == n or not any(line.capital[n:last]) or line.words[n] in ("the", "i", "he", "she"):
            return
        yield n, last
        n = last
        while n < size and t[n].text in '"”’':
            n += 1
        if (
            n < size
            and line.words[n] in ("or", "and")
            and n + 1 < size
            and (_cap(line, n + 1) or t[n + 1].text in '"“‘')
        ):
            n += 1
        else:
            return


def _cap(line: Line, n: int) -> bool:
    return line.capital[n] and line.tokens[n].text[0].isalpha() and line.words[n] not in words("demonyms.txt")


def _prefix(line: Line, n: int) -> bool:
    """ "il-", "al-" before a capitalised word, "bin", "abu" written small."""
    if line.words[n] in ("al", "el", "il") and n + 2 < len(line.words):
        return line.tokens[n + 1].text == "-" and line.capital[n + 2]
    return line.words[n] in ("bin", "abu", "ibn", "de", "la") and n + 1 < len(line.words) and line.capital[n + 1]
