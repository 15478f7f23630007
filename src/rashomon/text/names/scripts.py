"""A person's name written in two scripts: sound by sound, as each script's letters may be meant."""

from __future__ import annotations

import re
import unicodedata
from functools import cache, lru_cache
from importlib.resources import files
from itertools import permutations
from typing import Literal

from rashomon.text.names.match import NameMatch
from rashomon.text.names.words import small_words, titles

Script = Literal["latin", "cyrillic", "arabic"]
Sounds = tuple[frozenset[str], ...]
_BLOCKS: tuple[tuple[Script, re.Pattern[str]], ...] = (
    ("cyrillic", re.compile("[\u0400-\u052f]")),
    ("arabic", re.compile("[\u0600-\u06ff\u0750-\u077f\ufb50-\ufdff\ufe70-\ufeff]")),
    ("latin", re.compile("[A-Za-z\u00c0-\u024f\u1e00-\u1eff]")),
)
_NAMES: dict[Script, str] = {"latin": "Latin", "cyrillic": "Cyrillic", "arabic": "Arabic"}
_VOWELS = frozenset("aeiou")
_SOFT = frozenset("aeiouyw")
_WEAK = frozenset("hywGxT")
_NEAR = {
    frozenset(pair): cost
    for pair, cost in (("sz", 0.3), ("kg", 0.4), ("td", 0.5), ("SC", 0.8), ("JZ", 0.2), ("cs", 0.3), ("xk", 0.3), ("Gg", 0.1),
                       ("fv", 0.2), ("Tt", 0.1), ("Dd", 0.1), ("Dz", 0.2), ("hx", 0.1), ("pb", 0.4), ("CJ", 0.4), ("Cc", 0.8),
                       ("xh", 0.1), ("Gh", 0.5), ("Gk", 0.5), ("SZ", 0.5), ("Ss", 0.5))
}  # fmt: skip
_PASSED = re.compile(r"[\s\-‐-―_.·‌]+")
_APOSTROPHES = re.compile("['’‘ʼʿʾ`]")
_MARKS = re.compile("[\u064b-\u0652\u0670\u0640]")
_ARTICLES = frozenset({"аль", "ал", "эль", "ад", "аз", "ас", "ат", "ар", "ан", "аш", "эд", "эс", "эр"})
_FILIAL = frozenset({"бин", "ибн", "бен", "بن", "ابن", "бинт", "بنت"})
_SERVANT = frozenset({"abd", "abdel", "abdul", "abdal", "abdol", "абд", "абдель", "абдул", "абду", "абдуль", "عبد"})
_ARABIC_ARTICLE = "ال"
SAME_FROM, _PART, _VOWELLED = 0.7, 0.2, 0.16
"""From which score two names are one; how far two parts of them may be apart, per consonant; less where both write vowels."""


def script_of(name: str) -> Script | None:
    """The script most of whose letters a name is written in; None for one of another script."""
    counts = {script: len(block.findall(name)) for script, block in _BLOCKS}
    best = max(counts, key=lambda script: counts[script])
    return best if counts[best] * 2 > sum(c.isalpha() for c in name) else None


def differ_in_script(a: str, b: str) -> bool:
    """Whether two names are written in two of the scripts that are compared."""
    one, two = script_of(a), script_of(b)
    return one is not None and two is not None and one != two


@cache
def _letters() -> dict[Script, tuple[tuple[str, Sounds], ...]]:
    found: dict[Script, list[tuple[str, Sounds]]] = {script: [] for script, _ in _BLOCKS}
    for script, letters, sounds in _rows("letters.tsv", "\t"):
        for name, rows in found.items():
            if name == script:
                rows.append((letters, tuple(frozenset(one.split("/")) for one in sounds.split())))
    return {script: tuple(sorted(rows, key=lambda row: -len(row[0]))) for script, rows in found.items()}


@cache
def _known() -> dict[str, int]:
    """Given name, in any script -> its line in the table of those that letters do not tell."""
    return {_key(word): n for n, row in enumerate(_rows("given_scripts.tsv", " ")) for word in row}


def _rows(name: str, mark: str) -> list[list[str]]:
    text = (files("rashomon") / "data" / "names" / name).read_text(encoding="utf-8")
    return [line.split(mark) for line in text.splitlines() if line and line[0] != "#"]


def _key(word: str) -> str:
    """A word without case, vowel signs, apostrophes and the marks on Latin letters that the table of letters does not hold."""
    word = unicodedata.normalize("NFC", _MARKS.sub("", _APOSTROPHES.sub("", word)).casefold().replace("i̇", "i"))
    return "".join(c if _is_listed(c) else unicodedata.normalize("NFD", c)[0] for c in word)


@cache
def _listed() -> frozenset[str]:
    return frozenset(c for rows in _letters().values() for letters, _ in rows for c in letters)


def _is_listed(char: str) -> bool:
    return char in _listed()


@lru_cache(maxsize=16384)
def _sounds(word: str, script: Script) -> Sounds:
    """What a word's letters may stand for, doubled letters once."""
    found: list[frozenset[str]] = []
    at = 0
    while at < len(word):
        letters, sounds = next(((x, s) for x, s in _letters()[script] if word.startswith(x, at)), (word[at], ()))
        at += len(letters)
        found += [s for n, s in enumerate(sounds) if not (n == 0 and found and found[-1] == s)]
    if script == "latin" and word.endswith("e") and len(found) > 2:
        found[-1] = found[-1] | {"-"}  # "Whitcombe" ends in b
    return tuple(found)


@lru_cache(maxsize=16384)
def _parts(name: str) -> tuple[str, ...]:
    """The words of a name as they are compared, without titles, articles and words for "son of"."""
    leading, anywhere = titles()
    words = [
        _key(w) for w in _PASSED.split(name.partition(",")[0] if name.count(",") > 1 else name.replace(",", " ")) if w
    ]
    dropped = _ARTICLES | _FILIAL | anywhere | {w for k in ("article", "filial") for w in small_words(k)}
    kept = _served([w for w in words if w not in dropped] or words)
    while len(kept) > 2 and kept[0] in leading:
        kept = kept[1:]
    bare = (w[2:] if w.startswith(_ARABIC_ARTICLE) and len(w) > 4 else w for w in kept)
    return tuple(w for w in bare if w)


def _served(words: list[str]) -> list[str]:
    """The words with "Abd al-X" as one: it is one name."""
    found: list[str] = []
    for word in words:
        if found and found[-1] in _SERVANT:
            found[-1] += word
        else:
            found.append(word)
    return found


def _skip(sound: frozenset[str], *, unvowelled: bool) -> float:
    """What it costs that one side alone has a sound."""
    if "-" in sound:
        return 0.0
    if sound <= _VOWELS:
        return 0.03 if unvowelled else 0.5
    if sound <= _SOFT or sound & _VOWELS:
        return 0.2
    return 0.5 if sound & _WEAK else 1.0


def _swap(a: frozenset[str], b: frozenset[str], *, unvowelled: bool) -> float:
    """What it costs that two sounds answer each other."""
    if (a & b) - {"-"}:
        return 0.0
    if a <= _SOFT | {"-"} and b <= _SOFT | {"-"}:
        return 0.1 if unvowelled else 0.25
    return min((_NEAR.get(frozenset((x, y)), 1.1) for x in a for y in b), default=1.1)


@lru_cache(maxsize=65536)
def sound_distance(a: str, b: str, one: Script, two: Script) -> float:
    """How far two words in two scripts are apart, per consonant of the shorter."""
    known = _known().get(a), _known().get(b)
    if None not in known:
        return 0.0 if known[0] == known[1] else 1.0
    left, right, unvowelled = _sounds(a, one), _sounds(b, two), "arabic" in (one, two)
    row = [0.0]
    for sound in right:
        row.append(row[-1] + _skip(sound, unvowelled=unvowelled))
    for sound in left:
        above, row = row, [row[0] + _skip(sound, unvowelled=unvowelled)]
        for n, other in enumerate(right):
            best = above[n] + _swap(sound, other, unvowelled=unvowelled)
            best = min(best, above[n + 1] + _skip(sound, unvowelled=unvowelled))
            row.append(min(best, row[n] + _skip(other, unvowelled=unvowelled)))
    consonants = min(sum(not s & _SOFT and "-" not in s for s in side) for side in (left, right))
    return row[-1] / max(consonants, 2)


def compare_scripts(a: str, b: str) -> NameMatch:
    """Whether two names in two scripts can be one person's, by the sounds that their letters may stand for."""
    one, two = script_of(a), script_of(b)
    assert one is not None and two is not None
    left, right = _parts(a), _parts(b)
    told = f"“{a}” in {_NAMES[one]} and “{b}” in {_NAMES[two]} letters"
    if min(len(left), len(right)) < 2:
        return NameMatch(0.3, False, f"{told}: one word is too little to go by.")
    distance = _apart(left, right, one, two)
    if distance is None:
        return NameMatch(0.2, False, f"{told} do not sound alike.")
    extra = abs(len(left) - len(right))
    score = round(max(SAME_FROM, 0.95 - distance - 0.05 * extra), 3)
    more = f"; {extra} more part{'s' if extra > 1 else ''} on one side" if extra else ""
    return NameMatch(score, True, f"{told} can be one name, sound by sound{more}.")


def _apart(left: tuple[str, ...], right: tuple[str, ...], one: Script, two: Script) -> float | None:
    """The mean distance of the parts that answer each other; None where the shorter name finds none for one of its own."""
    if len(left) > len(right):
        return _apart(right, left, two, one)
    limit = _PART if "arabic" in (one, two) else _VOWELLED
    best: float | None = None
    for order in permutations(range(len(right)), len(left)) if len(right) < 5 else ():
        parts = [sound_distance(word, right[n], one, two) for word, n in zip(left, order, strict=True)]
        if max(parts) <= limit and _keeps_ends(order, len(right)):
            best = min(best if best is not None else 1.0, sum(parts) / len(parts))
    whole = sound_distance("".join(left), "".join(right), one, two) if len(left) != len(right) else 1.0
    return whole if whole <= _PART / 2 and (best is None or whole < best) else best


def _keeps_ends(order: tuple[int, ...], size: int) -> bool:
    """Whether the parts keep their order, or the surname alone has moved; with a part left out the ends answer each other."""
    rising = list(order) == sorted(order)
    turned = size == len(order) and [*order[1:], order[0]] == sorted(order)
    turned = turned or (size == len(order) and [order[-1], *order[:-1]] == sorted(order))
    return turned or (
        rising and (size == len(order) or {order[0], order[-1]} >= {0, size - 1} or size - len(order) == 1)
    )


_COARSE = {**dict.fromkeys("bpfvw", "P"), **dict.fromkeys("tdTD", "T"), **dict.fromkeys("kgqGxhcCJZSsz", "K"),
           **dict.fromkeys("mn", "N"), "l": "L", "r": "R"}  # fmt: skip


@lru_cache(maxsize=65536)
def coarse_form(name: str) -> str:
    """The classes of a name's sure consonants: alike, or nearly so, for every spelling of one name in any script."""
    script = script_of(name)
    if script is None:
        return ""
    sounds = (s for word in sorted(_parts(name)) for s in _sounds(word, script))
    classes = [{_COARSE.get(x, "") for x in s} for s in sounds if not s & _SOFT and "-" not in s]
    return "".join(sorted(next(iter(one)) for one in classes if len(one) == 1))
