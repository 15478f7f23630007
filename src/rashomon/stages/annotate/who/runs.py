"""Runs of capitalised words with what may join them: particles, hyphens, "of", "and", possessives, nicknames."""

from __future__ import annotations

import re
from collections.abc import Iterator

from rashomon.model import parts
from rashomon.stages.annotate.who.lexicon import (
    bare_title,
    given,
    heads,
    known_bodies,
    person_nouns,
    signs,
    titles,
    words,
)
from rashomon.stages.annotate.who.page import NAME_LABELS, Line
from rashomon.text.english import is_closed, is_common, parts_of_speech
from rashomon.text.places import lookup

_JOINING = frozenset({"ud", "ul", "ur", "bin", "ibn", "bint", "al", "el", "abu", "van", "von"})
_ARTICLES = frozenset({"al", "el", "an", "as", "ar", "ash", "il", "ez", "es", "ad", "et"})
_IZAFETS = frozenset({"e", "i", "ul", "al", "el", "ud", "o", "u"})
"""Small words between hyphens: "Jaish-e-X", "Jamiat-i-Y", "Port-au-Z"."""
_APART = frozenset({"al", "el"})
"""Articles that some write apart: "al Qasr"."""
_ORDINAL = re.compile(r"\d{1,3}(?:st|nd|rd|th)")
_POSSESSIVE = frozenset({"'s", "'", "s'"})


def _namey(line: Line, n: int) -> bool:
    """Whether a token can be part of a name."""
    token = line.tokens[n]
    if n in line.masked or not line.capital[n] or token.text[0] in "@#" or "/" in token.text:
        return False
    if _opens_anew(line, n):
        return False
    if line.words[n] in words("leanings.txt") and all(line.capital[n + 1 : n + 3]) and len(line.words) > n + 2:
        return False  # "the Maoist Grey Heron group"
    labelled = token.ent[2:] in NAME_LABELS
    if line.words[n] in words("demonyms.txt"):
        return _in_body(line, n) or (labelled and token.ent[2:] != "NORP" and token.is_a(parts.NAME))
    if n == 0 or line.heading:
        known = line.words[n] in words("not_names.txt")
        if known and not _opens_body(line, n) and not _ends_body(line, n):
            return False
        bare = token.is_a(parts.COMMON_NOUN | parts.ADJECTIVE | parts.FOREIGN) and (
            labelled or _before_particle(line, n) or _before_nickname(line, n)
        )
        ordinary = line.heading and is_common(line.words[n]) and line.words[n] not in given()
        return token.is_a(parts.NAME) or (bare and not ordinary)
    if token.is_a(parts.NAME):
        return True
    return (
        labelled
        and token.is_a(
            parts.MAIN_VERB | parts.COMMON_NOUN | parts.ADJECTIVE | parts.ADVERB | parts.EXCLAMATION | parts.FOREIGN
        )
        and token.ent[2:] != "NORP"
    )


def _opens_anew(line: Line, n: int) -> bool:
    """ "Bruno U. Meanwhile, ...": an adverb behind an initial opens a sentence that the parser did not see."""
    before = line.tokens[n - 1].text if n else ""
    adverb = is_closed(line.words[n]) or "r" in parts_of_speech(line.words[n])
    return len(before) == 2 and before[1] == "." and before[0].isupper() and adverb


def _before_nickname(line: Line, n: int) -> bool:
    """A given name before a quoted one, at the start of a sentence, where the model sees a common noun."""
    after = line.words[n + 1] if n + 1 < len(line.words) else ""
    return line.words[n] in given() and after in ('"', "'", "(")


def _before_particle(line: Line, n: int) -> bool:
    """ "Karam ud-Din X", "Nasir bin Y" at the start of a line."""
    after = line.words[n + 1 : n + 4]
    if not after or after[0] not in _JOINING or line.capital[n + 1]:
        return False
    at = n + 3 if after[1:2] == ("-",) else n + 2
    return at < len(line.words) and line.capital[at]


def _opens_body(line: Line, n: int) -> bool:
    """Whether a common word opens a body's name at the start of a sentence: "National Security Bureau agent X"."""
    last = n
    while last + 1 < len(line.words) and line.capital[last + 1] and line.tokens[last + 1].is_a(parts.NAME):
        last += 1
        if line.words[last] in heads() and (last == n + 1 or heads()[line.words[last]] == "o"):
            return True
    return False


def _ends_body(line: Line, n: int) -> bool:
    """ "Court" behind another word of a name, in a headline."""
    proper = n > 0 and line.tokens[n].is_a(parts.NAME) and line.tokens[n - 1].is_a(parts.NAME)
    return proper and line.words[n] in heads() and line.words[n - 1] not in words("not_names.txt")


def _in_body(line: Line, n: int) -> bool:
    """Whether an adjective of nation or creed opens or stands in a body's name: "Syrian Democratic Forces"."""
    w, size = line.words, len(line.words)
    if w[n : n + 2] in known_bodies():
        return True
    last = n
    while last + 1 < size and line.capital[last + 1] and line.tokens[last + 1].is_a(parts.NOUN | parts.ADJECTIVE):
        last += 1
    if last == n:
        return w[n] in words("creeds.txt") and n > 0 and line.capital[n - 1] and line.tokens[n].ent[:2] == "I-"
    if last - n > 1 and w[n + 1 : last + 1] in known_bodies():
        return True
    return (
        not line.heading and heads().get(w[last]) == "o" and not any(bare_title(x) in titles() for x in w[n + 1 : last])
    )


def find_runs(line: Line) -> Iterator[tuple[int, int]]:
    """Maximal stretches of name words with what may join them."""
    n, size = 0, len(line.tokens)
    while n < size:
        named = line.capital[n] or line.words[n] in _ARTICLES
        if not (named and _starts(line, n)) and not _numbers_unit(line, n):
            n += 1
            continue
        first, last = n, _past_prefix(line, n)
        while last < size:
            step = _joined(line, first, last)
            if not step:
                break
            last += step
        yield first, last
        n = last


def _numbers_unit(line: Line, n: int) -> bool:
    """Whether a number opens the name of a unit: "4th Mobile Battalion"."""
    if not line.words[n][:1].isdigit() or _ORDINAL.fullmatch(line.words[n]) is None:
        return False
    last = n + 1
    while last < len(line.tokens) and last < n + 4 and _namey(line, last):
        last += 1
    return last > n + 1 and line.words[last - 1] in signs("numbered")


def _starts(line: Line, n: int) -> bool:
    if _namey(line, n):
        return True
    if line.capital[n] and n + 3 < len(line.words) and line.words[n + 1] == line.words[n + 3] == "-":
        return line.words[n + 2] in _IZAFETS and line.tokens[n].end == line.tokens[n + 1].start
    return _past_prefix(line, n) > n + 1


def _past_prefix(line: Line, n: int) -> int:
    """Past "al-X", "el-X", "al X": a lower-case article glued to a name or before it."""
    t = line.tokens
    if (
        n + 2 < len(t)
        and line.words[n] in _ARTICLES
        and t[n + 1].text in ("-", "‑", "–")
        and t[n].end == t[n + 1].start
        and t[n + 1].end == t[n + 2].start
        and line.capital[n + 2]
    ):
        return n + 3
    apart = n + 1 < len(t) and line.words[n] in _APART and not line.capital[n] and _namey(line, n + 1)
    return n + 2 if apart else n + 1


def _joined(line: Line, first: int, n: int) -> int:
    """How many tokens from `n` on belong to the run that began at `first`; 0 ends it."""
    t, w = line.tokens, line.words
    if _namey(line, n):
        return 1
    rest = len(t) - n
    if rest > 3 and t[n].text == "-" and w[n + 1] in _IZAFETS and t[n + 2].text == "-" and line.capital[n + 3]:
        return 4
    if rest > 1 and t[n].text in ("-", "‑", "–") and t[n - 1].end == t[n].start and t[n].end == t[n + 1].start:
        whole = line.capital[n + 1] or (t[n + 1].ent == "I-PERSON" and t[n - 1].ent != "")
        return 2 if whole and not _apart(line, n) else 0
    if rest > 1 and w[n] in words("particles.txt") and not line.capital[n]:
        return _particle(line, first, n)
    if rest > 2 and w[n] in _POSSESSIVE and _namey(line, n + 1) and _one_body(line, first, n):
        return 2
    if rest > 1 and w[n] in ("of", "and", "for", "&") and not line.heading:
        return _connector(line, first, n)
    return _nickname(line, first, n)


def _apart(line: Line, n: int) -> bool:
    """ "ABC-XYZ" is two names; "Jean-Pierre" one; a demonym takes no part."""
    before, after = line.tokens[n - 1].text, line.tokens[n + 1].text
    both = before.isupper() and after.isupper() and len(before) > 1 and len(after) > 1
    return both or line.words[n - 1] in words("demonyms.txt") or line.words[n + 1] in words("demonyms.txt")


def _particle(line: Line, first: int, n: int) -> int:
    """ "de la", "bin", "van der" between two name words, with "al-" glued to what follows."""
    t, size = line.tokens, len(line.tokens)
    at = n
    while at < size and line.words[at] in words("particles.txt") and not line.capital[at] and at - n < 3:
        at += 1
        if at + 1 < size and t[at].text == "-":
            at += 1
    inside = t[n].ent.startswith("I-") or t[n].is_a(parts.NAME | parts.FOREIGN)
    if _joins_surnames(line, first, n):
        return 2
    plain = line.words[n] not in ("as", "at", "y", "e")
    if at < size and line.capital[at] and _namey(line, at) and inside and plain:
        return at - n + 1
    return 0


def _joins_surnames(line: Line, first: int, n: int) -> bool:
    """The "y" of "Inés Pardo y Lugo" and of "Pardo y Lugo": behind a whole name, or inside what the model calls one."""
    t = line.tokens
    if line.words[n] not in ("y", "e") or n + 1 >= len(t) or not line.capital[n + 1]:
        return False
    whole = n - first > 1 and line.words[first] in given() and line.capital[n - 1]
    return whole or (t[n].ent == "I-PERSON" and not lookup(t[n + 1].text))


def _one_body(line: Line, first: int, n: int) -> bool:
    """ "Farmers' Unity Party", "Molly's Tavern", not "Lyon's Vaise": one label over a head noun's name."""
    t = line.tokens
    titled = any(bare_title(line.words[k]) in signs("honorifics") for k in range(max(0, first - 1), n))
    if t[n + 1].ent[:2] != "I-" or titled or lookup(" ".join(x.text for x in t[first:n])):
        return False
    last = n + 1
    while last + 1 < len(t) and _namey(line, last + 1):
        last += 1
    return line.words[last] in heads()


def _connector(line: Line, first: int, n: int) -> int:
    """ "Federation of X", "Justice and Y Party", "Church of the Z"."""
    t, w = line.tokens, line.words
    step = 2 if n + 2 < len(t) and w[n + 1] == "the" else 1
    if n + step >= len(t) or not _namey(line, n + step):
        return 0
    same = t[n].ent[:2] == "I-" and t[n + step].ent[:2] == "I-"
    if w[n] in ("of", "for"):
        head = heads().get(w[n - 1]) == "o" or w[n - 1] in ("bank", "party", "ministry", "republic")
        organ = same and t[n].ent[2:] in ("ORG", "FAC", "LAW")
        named = step == 2 and n - first == 1 and _banner(line, n)
        return step + 1 if (head and w[n - 1] not in ("police", "authority")) or organ or named else 0
    if w[n] in ("and", "&"):
        last = n + step
        while last + 1 < len(t) and _namey(line, last + 1):
            last += 1
        if step == 2 or lookup(" ".join(x.text for x in t[n + step : last + 1])):
            return 0
        before = first > 0 and w[first - 1] == "the"
        if (
            heads().get(w[last]) == "o"
            and n - first <= 2
            and (same or before or (first > 0 and w[first - 1] == "governing"))
        ):
            return step + 1
        return step + 1 if same and t[n].ent[2:] == "ORG" and w[n] == "&" else 0
    return 0


def _banner(line: Line, n: int) -> bool:
    """ "the Sword of the Valley", "the Sons of the Lake": a body called after things, no office and no place."""
    t, w = line.tokens, line.words
    if n < 2 or w[n - 2] not in ("the", "organization", "organisation", "movement", "group", "party") or w[n] != "of":
        return False
    office = w[n - 1] in person_nouns() or w[n - 1] in titles() or w[n - 1] in words("not_names.txt")
    kind = heads().get(w[n - 1], heads().get(w[n - 1].removesuffix("s")))
    thing = kind is None and w[n - 1] not in signs("facilities") and not lookup(t[n - 1].text)
    whole = t[n - 1].is_a(parts.NAME) and t[n + 2].is_a(parts.NAME) and not lookup(t[n + 2].text)
    return thing and whole and not office and heads().get(w[n + 2], "p") == "p"


def _nickname(line: Line, first: int, n: int) -> int:
    """A quoted nickname between a given name and a surname."""
    t = line.tokens
    for width in (3, 4):
        end = n + width
        if (
            end < len(t)
            and t[n].text in ('"', "“", "'", "‘", "(")
            and t[end - 1].text in ('"', "”", "'", "’", ")")
            and all(c or w == "the" for c, w in zip(line.capital[n + 1 : end - 1], line.words[n + 1 :], strict=False))
            and _namey(line, end)
            and (t[end].ent[2:] == "PERSON" or t[n - 1].ent[2:] == "PERSON" or line.words[n - 1] in given())
        ):
            return width + 1
    return 0
