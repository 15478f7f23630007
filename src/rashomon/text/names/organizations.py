"""Names of bodies and places compared: legal forms aside, by the words that tell one from another, and by acronyms."""

from __future__ import annotations

import re
from functools import lru_cache

from rapidfuzz.distance import OSA

from rashomon.text.fold import fold, fold_words
from rashomon.text.names.distance import word_distance
from rashomon.text.names.match import NameMatch
from rashomon.text.names.words import generic, small_words

_ROMAN = {word: str(n) for n, word in enumerate(small_words("roman"), 1)}
_NUMBERS = {word: str(n) for n, word in enumerate(small_words("number"), 1)}
_SHORT = {
    "corp": "corporation",
    "co": "company",
    "intl": "international",
    "natl": "national",
    "dept": "department",
}
_LOOSE = frozenset(("jsc", "ojsc", "pjsc", "ao", "oao", "ooo", "llc", "corp", "inc", "co"))
_STOP = frozenset(small_words("stop"))
_BRACKETS = re.compile(r"[(\[]([^)\]]*)[)\]]")
_DOTTED = re.compile(r"\b(?:\w\.\s?){1,}\w?\b\.?")
_CAMEL = re.compile(r"(?<=[a-zà-ÿ])(?=[A-Z])")
_PERCENT = re.compile(r"(\d)%")


def _org_types(name: str) -> list[tuple[str, str]]:
    # Loaded with the first name that is compared: only linking needs it.
    from rigour.names import extract_org_types

    return extract_org_types(name)


def _legal_forms(lower: str) -> list[tuple[str, str]]:
    """The legal forms in a name as written, with their common short form; numerals and a name's own letters are none."""
    found = [(text, form) for text, form in _org_types(lower) if form != "sc" and text not in _ROMAN]
    found = [f for f in found if re.search(rf"(?<![\w.]){re.escape(f[0])}", lower)]
    leads = [f for f in found if lower.startswith(f[0])]
    rest = fold_words(lower[len(leads[0][0]) :]).split() if leads else []
    return [f for f in found if f not in leads or not all(w in generic() for w in rest)]


class _Body:
    """A body's name taken apart: its words without stop words, its legal form, its capitals if it is one word of them."""

    __slots__ = ("acronym", "form", "initials", "initials_full", "words")

    def __init__(self, name: str) -> None:
        plain = _DOTTED.sub(lambda m: re.sub(r"[.\s]", "", m.group()) + " ", name)
        rest = name.casefold().replace("&", " and ")
        forms = _legal_forms(rest)
        for found, _ in forms:
            rest = rest.replace(found, " ", 1)
        rest = _DOTTED.sub(lambda m: re.sub(r"[.\s]", "", m.group()) + " ", rest)
        every = [
            _ROMAN.get(w) or _NUMBERS.get(w) or _SHORT.get(w, w)
            for w in fold_words(_PERCENT.sub(r"\1 percent", rest)).split()
        ]
        self.form = forms[0][1] if forms else None
        self.words = tuple(w for w in every if w not in _STOP) or tuple(every)
        self.initials = "".join(w[0] for w in self.words)
        self.initials_full = "".join(w[0] for w in every)
        bare = plain.replace(".", "").strip()
        self.acronym = fold(bare) if bare.isupper() and bare.isalpha() and 2 <= len(bare) <= 5 else None


@lru_cache(maxsize=65536)
def _body(name: str) -> _Body:
    return _Body(name)


@lru_cache(maxsize=65536)
def looks_like_organization(name: str) -> bool:
    """Whether a name without a type holds a legal form or a word that only bodies have in their names."""
    words = set(fold_words(name).split())
    return bool(words & generic()) or bool(_org_types(name.casefold()))


def _stretches(name: str, both: bool) -> list[str]:
    """The name; where only one of two has brackets, what it is without them and within them."""
    if both:
        return [name]
    inside = [x.strip() for x in _BRACKETS.findall(name) if len(x.strip()) > 1]
    return [_BRACKETS.sub(" ", name).strip() or name, *inside] if inside else [name]


def _acronym(a: _Body, b: _Body) -> bool:
    return any(
        x.acronym is not None and len(y.words) > 1 and x.acronym in (y.initials, y.initials_full)
        for x, y in ((a, b), (b, a))
    )


def _alike(a: str, b: str) -> float:
    if a == b:
        return 0.0
    if a.isdigit() or b.isdigit():
        return 1.0
    distance = word_distance(a, b)
    # A short word or a generic one leaves no room for slips: bank, Chad, China.
    limit = 0.1 if min(len(a), len(b)) < 4 or (a in generic() and b in generic()) else 0.21
    return distance if distance <= limit else 1.0


def _weight(word: str) -> float:
    return 0.4 if word in generic() else 1.0


def _left_over(a: tuple[str, ...], b: tuple[str, ...]) -> tuple[list[str], list[str], float, list[str]]:
    """What each has that the other has not, the summed distance of what they share, and what they share."""
    right = list(b)
    left: list[str] = []
    shared: list[str] = []
    total = 0.0
    for word in a:
        near = min(right, key=lambda w: _alike(word, w), default=None)
        if near is None or _alike(word, near) >= 1.0:
            left.append(word)
        else:
            total += _alike(word, near) * _weight(word)
            shared.append(word)
            right.remove(near)
    return left, right, total, shared


def _differing(left: list[str], right: list[str], shared: list[str]) -> NameMatch:
    both = sum(map(_weight, shared))
    score = 0.6 * both / (both + max(sum(map(_weight, left)), sum(map(_weight, right)))) if shared else 0.0
    return NameMatch(round(score, 3), False, f"“{' '.join(left)}” and “{' '.join(right)}” are different words.")


def _one_string(a: str, b: str) -> bool:
    """Whether the words are the same letters, spaced differently, or all but one letter of many."""
    return abs(len(a) - len(b)) < 3 and OSA.distance(a, b, score_cutoff=3) < 4 and word_distance(a, b) <= 0.04


def _judge(a: _Body, b: _Body) -> NameMatch:
    numbers = [sorted(w for w in x.words if w.isdigit()) for x in (a, b)]
    if numbers[0] != numbers[1]:
        told = " and ".join("“" + " ".join(n) + "”" if n else "no number" for n in numbers)
        return NameMatch(0.45, False, f"The numbers in them differ: {told}.")
    if _acronym(a, b):
        return NameMatch(0.85, True, f"“{a.acronym or b.acronym}” are the first letters of the other's words.")
    if a.acronym or b.acronym:
        same = "".join(a.words) == "".join(b.words)
        return NameMatch(1.0 if same else 0.2, same, "Letters that stand for words are compared exactly.")
    if a.words != b.words and _one_string("".join(a.words), "".join(b.words)):
        b = a
    left, right, total, shared = _left_over(a.words, b.words)
    if (left and right) or not shared:
        return _differing(left, right, shared)
    if a.form and b.form and a.form != b.form and not {a.form, b.form} <= _LOOSE:
        return NameMatch(0.6, False, f"The legal forms differ: {a.form} and {b.form}.")
    extra = left or right
    weight = sum(map(_weight, shared))
    score = 1 - total / weight - 0.35 * sum(map(_weight, extra)) / (weight + sum(map(_weight, extra)))
    distinct = any(w not in generic() and not w.isdigit() for w in shared)
    if extra and (any(w.isdigit() for w in extra) or not distinct or sum(map(_weight, extra)) > weight):
        return NameMatch(
            round(min(score, 0.6), 3),
            False,
            f"“{' '.join(extra)}” stands on one side only and can tell two apart.",
        )
    if extra and all(w in generic() for w in extra) and len(extra) > 1:
        return NameMatch(
            round(min(score, 0.65), 3),
            False,
            f"“{' '.join(extra)}” may be a part or a daughter of the other.",
        )
    why = f"“{' '.join(extra)}” stands on one side only." if extra else "Every word answers one of the other's."
    return NameMatch(
        round(max(score, 0.7), 3),
        True,
        f"“{' '.join(shared)}” is shared; {why[0].lower() if not extra else why[0]}{why[1:]}",
    )


def compare_organizations(a: str, b: str) -> NameMatch:
    """Whether two names can be one body's or place's."""
    bracketed = bool(_BRACKETS.search(a) and _BRACKETS.search(b))
    results = [_judge(_body(x), _body(y)) for x in _stretches(a, bracketed) for y in _stretches(b, bracketed)]
    split = _CAMEL.sub(" ", a), _CAMEL.sub(" ", b)
    if split != (a, b):
        results.append(_judge(_body(split[0]), _body(split[1])))
    return max(results, key=lambda m: (m.same, m.score))
