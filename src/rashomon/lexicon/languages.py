"""Languages that no parser reads: their listed words, found in a text by kind, and the numbers written in them.

Each is one file of `data/languages`; what is in it decides, no language has code of its own.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import NamedTuple

_WORD = re.compile(r"\d+(?:[.,  ]\d{3})*(?!\d)|[^\W\d_]+(?:[\u064b-\u0652\u0670]*[^\W\d_]*)*|[^\s]")
_FOLDED = str.maketrans("ıâîûأإآٱىё", "iaiuاااايе", "\u0307\u0640\u0670" + "".join(map(chr, range(0x64B, 0x653))))
_GROUPS = re.compile(r"[^\d]")
_MACRO = re.compile(r"<(\w+)>")
_LONGEST = 5


class Word(NamedTuple):
    """A word, a figure or a mark of a text, and its form as words are compared."""

    start: int
    end: int
    form: str


class Sign(NamedTuple):
    """Listed words in a sentence: their kind and value, the first word and the one past the last."""

    kind: str
    value: str
    first: int
    end: int


class Number(NamedTuple):
    """A number in digits or words: the first word and the one past the last, and whether it is in digits."""

    value: int
    first: int
    end: int
    digits: bool


def fold_form(text: str) -> str:
    """A word as it is compared: no case, no vowel signs, one form of letters that are written in several ways.

    Of a vowel sign that stands alone, as broken texts have them, the sign itself: no form is empty.
    """
    return unicodedata.normalize("NFC", text.casefold()).translate(_FOLDED) or text


def read_words(text: str, start: int = 0, end: int | None = None) -> list[Word]:
    """The words, figures and marks of a stretch of text, in order."""
    found = _WORD.finditer(text, start, len(text) if end is None else end)
    return [Word(m.start(), m.end(), fold_form(m.group())) for m in found]


@dataclass(frozen=True, slots=True)
class Language:
    """A language's listed words: by their first word each, whole and by how they begin."""

    code: str
    whole: dict[tuple[str, ...], tuple[tuple[str, str], ...]]
    begun: dict[str, tuple[tuple[str, str], ...]]
    prefixes: tuple[str, ...]
    endings: tuple[tuple[str, frozenset[str]], ...]
    listed: dict[str, tuple[tuple[str, str], ...]]

    def values(self, kind: str) -> tuple[str, ...]:
        """The values that a kind is listed with."""
        return tuple(value for value, _ in self.listed.get(kind, ()))

    def words_of(self, *kinds: str) -> Iterator[str]:
        """The single words that some kinds are listed with."""
        return (form[0] for form, known in self.whole.items() if len(form) == 1 and any(k in kinds for k, _ in known))

    def signs(self, words: Sequence[Word]) -> list[Sign]:
        """The listed words of a sentence, of each kind the longest that begins at a place."""
        return [sign for at in range(len(words)) for sign in self._at(words, at)]

    def _at(self, words: Sequence[Word], at: int) -> Iterator[Sign]:
        seen: set[str] = set()
        for end in range(min(len(words), at + _LONGEST), at, -1):
            for kind, value in self._listed_as(tuple(w.form for w in words[at:end])):
                if kind not in seen:
                    seen.add(kind)
                    yield Sign(kind, value, at, end)

    def _listed_as(self, forms: tuple[str, ...]) -> tuple[tuple[str, str], ...]:
        found = self._known(forms)
        if found or (forms[:1] in self.whole and len(forms) > 1):
            return found
        bare = (p for p in self.prefixes if len(forms[0]) > len(p) + 1 and forms[0].startswith(p))
        return next((k for p in bare if (k := self._known((forms[0][len(p) :], *forms[1:])))), ())

    def _known(self, forms: tuple[str, ...]) -> tuple[tuple[str, str], ...]:
        if found := self.whole.get(forms):
            return found
        if found := self._declined(forms):
            return found
        joined = " ".join(forms)
        shortest = len(joined) - len(forms[-1]) + 1
        tries = (self.begun.get(joined[:size]) for size in range(len(joined), max(shortest, 2) - 1, -1))
        return next((found for found in tries if found), ())

    def _declined(self, forms: tuple[str, ...]) -> tuple[tuple[str, str], ...]:
        """What a listed word is with a listed case ending behind it, where its kind takes that."""
        for ending, kinds in self.endings:
            if len(forms[-1]) > len(ending) + 1 and forms[-1].endswith(ending):
                known = self.whole.get((*forms[:-1], forms[-1][: -len(ending)]), ())
                if found := tuple(one for one in known if one[0] in kinds):
                    return found
        return ()

    def numbers(self, words: Sequence[Word]) -> list[Number]:
        """The numbers of a sentence, in order, longest reading each."""
        found, at = list[Number](), 0
        while at < len(words):
            one = self._round(words, at) or _in_digits(words, at)
            one = self._in_words(words, at) if one is None else self._scaled(words, one) if one.digits else one
            if one is not None:
                found.append(one)
            at = one.end if one else at + 1
        return found

    def _round(self, words: Sequence[Word], at: int) -> Number | None:
        """A round number with a noun of its own: "una veintena de"."""
        sign = next((s for s in self._at(words, at) if s.kind == "round"), None)
        return Number(int(sign.value), at, sign.end, False) if sign else None

    def _scaled(self, words: Sequence[Word], number: Number) -> Number:
        """A figure in digits with a word for thousands behind it: "3 bin 400"."""
        scale = next((s for s in self._at(words, number.end) if s.kind == "scale"), None)
        if scale is None:
            return number
        value, end = number.value * int(scale.value), scale.end
        rest = _in_digits(words, end) if end < len(words) else None
        if rest is not None and rest.value < int(scale.value):
            value, end = value + rest.value, rest.end
        return Number(value, number.first, end, False)

    def _in_words(self, words: Sequence[Word], at: int) -> Number | None:
        parts = list[tuple[int, str]]()
        end = at
        while end < len(words) and (found := self._part(words, end, parts)):
            value, kind, end = found
            parts.append((value, kind))
        return Number(_sum(parts), at, end, False) if parts else None

    def _part(self, words: Sequence[Word], at: int, before: Sequence[tuple[int, str]]) -> tuple[int, str, int] | None:
        """The next word of a number: behind another one it is smaller, or of another size with "and" between."""
        joined = bool(before) and any(s.kind == "and" and s.end == at + 1 for s in self._at(words, at))
        start = at + 1 if joined else at
        known = self._at(words, start) if start < len(words) else ()
        found = next((s for s in known if s.kind in ("number", "scale")), None)
        if found is None:
            return None
        glued = bool(before) and tuple(w.form for w in words[start : found.end]) not in self.whole
        if glued and not self._is_and(words[start].form):
            return None
        fits = not before or _goes_on(before[-1], (int(found.value), found.kind), joined=joined or glued)
        return (int(found.value), found.kind, found.end) if fits else None

    def _is_and(self, form: str) -> bool:
        """Whether what is written before a number's word means "and"."""
        return any(k == "and" for size in (1, 2) for k, _ in self.whole.get((form[:size],), ()))


def _goes_on(before: tuple[int, str], after: tuple[int, str], *, joined: bool) -> bool:
    """Whether one number's word goes on with another: it is smaller, or of another size with "and" between."""
    if "scale" in (before[1], after[1]):
        return True
    return _size(after[0]) < _size(before[0]) or (joined and _size(after[0]) != _size(before[0]))


def _in_digits(words: Sequence[Word], at: int) -> Number | None:
    form = words[at].form
    digits = _GROUPS.sub("", form)
    return Number(int(digits), at, at + 1, True) if digits.isdecimal() and len(form) < 12 else None


def _size(value: int) -> int:
    return 2 if 10 < value < 20 else len(str(value))


def _sum(parts: Sequence[tuple[int, str]]) -> int:
    total, current = 0, 0
    for value, kind in parts:
        if kind != "scale":
            current += value
        elif value == 100:
            current = (current or 1) * 100
        else:
            total, current = total + (current or 1) * value, 0
    return total + current


@cache
def language_of(code: str | None) -> Language | None:
    """The listed words of a language by its ISO 639 code; None for one that has no list."""
    folder = files("rashomon").joinpath("data/languages")
    name = (code or "").split("-")[0]
    if not any(file.name == f"{name}.tsv" for file in folder.iterdir()):
        return None
    lines = folder.joinpath(f"{name}.tsv").read_text(encoding="utf-8").splitlines()
    return _made(name, [tuple(line.split("\t")) for line in lines if line and line[0] != "#"])


def _spelt_out(forms: str, macros: dict[str, tuple[str, ...]]) -> Iterator[str]:
    """Each form of a row once, "<NAME>" in it replaced by each form of that macro ("_" for none at all)."""
    waiting, seen = [one.strip() for one in reversed(forms.split(","))], set[str]()
    while waiting:
        form = waiting.pop()
        if found := _MACRO.search(form):
            told = (one.replace("_", "") for one in macros[found[1]])
            waiting += [f"{form[: found.start()]}{one}{form[found.end() :]}" for one in told]
        elif form and form not in seen:
            seen.add(form)
            yield form


def _made(code: str, rows: Sequence[tuple[str, ...]]) -> Language:
    whole, begun = dict[tuple[str, ...], tuple[tuple[str, str], ...]](), dict[str, tuple[tuple[str, str], ...]]()
    listed = dict[str, tuple[tuple[str, str], ...]]()
    macros = {value: tuple(one.strip() for one in forms.split(",")) for kind, value, forms in rows if kind == "macro"}
    for kind, value, forms in (row for row in rows if row[0] != "macro"):
        listed[kind] = (*listed.get(kind, ()), (value, forms))
        for form in _spelt_out(forms, macros):
            key = tuple(w.form for w in read_words(form.rstrip("*")))
            if form.endswith("*"):
                begun[" ".join(key)] = (*begun.get(" ".join(key), ()), (kind, value))
            else:
                whole[key] = (*whole.get(key, ()), (kind, value))
    prefixes = tuple(fold_form(p.strip()) for _, forms in listed.get("prefix", ()) for p in forms.split(","))
    ends = [
        (fold_form(e.strip()), frozenset(kinds.split()))
        for kinds, forms in listed.get("ending", ())
        for e in forms.split(",")
    ]
    ends.sort(key=lambda one: -len(one[0]))
    return Language(code, whole, begun, tuple(sorted(prefixes, key=len, reverse=True)), tuple(ends), listed)
