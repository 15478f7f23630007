"""Names in an oblique case alone: their nominative, by the language's listed endings and known given names."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from rashomon.lexicon.languages import Language
from rashomon.model.annotation import Referent
from rashomon.stages.annotate.who.lexicon import given
from rashomon.text.fold import fold

_SHORTEST = 2
_ROMANISED = (
    ("kh", "h"),
    ("dzh", "c"),
    ("dzh", "j"),
    ("zh", "j"),
    ("ts", "c"),
    ("y", "i"),
    ("iy", "i"),
    ("e", "ye"),
    ("ks", "x"),
)
"""Other spellings of what the fold makes of Cyrillic letters: "Orkhan" is listed as "Orhan"."""


def in_nominative(referents: tuple[Referent, ...], language: Language) -> tuple[Referent, ...]:
    """The referents, people whom the text names in an oblique case only by their nominative."""
    if not language.values("nominative"):
        return referents
    return tuple(
        replace(r, name=_restored(r.name, language)) if r.type == "person" and r.named else r for r in referents
    )


def is_given_form(word: str, language: Language) -> bool:
    """Whether a word is a known given name, in the nominative or declined as the language lists."""
    return _gender(word) is not None or any(_gender(bare) is not None for bare in _endings(word, language, "given"))


def _restored(name: str, language: Language) -> str:
    words = name.split()
    if len(words) < 2 or not all(w[:1].isupper() for w in words):
        return name
    first, *middle, last = words
    gender = _gender(first)
    oblique = _turned(last, language, "oblique")
    if gender is not None and not oblique:
        return name
    for bare in _endings(first, language, "given"):
        sex = _gender(bare)
        if sex is not None:
            sides = ("f", "m") if bare[-1:] in "ая" else ("m", "f")
            surname = next((s for side in sides if (s := _turned(last, language, side))), last)
            return " ".join((bare, *(_turned(w, language, "middle") or w for w in middle), surname))
    female = _turned(last, language, "f") if gender != "m" else None
    return " ".join((first, *middle, female)) if oblique and female else name


def _gender(name: str) -> str | None:
    """Who bears a given name, "m", "f" or "" for both; None for one that no list has in any way it is romanised."""
    folded = fold(name)
    # The sign of a soft letter ("Ольга", "Илья") is in no list.
    plain = dict.fromkeys((folded, folded.replace("'", "")))
    tries = (*plain, *(one.replace(a, b) for one in plain for a, b in _ROMANISED if a in one))
    return next((given()[one] for one in tries if one in given()), None)


def _turned(word: str, language: Language, kind: str) -> str | None:
    return next(_endings(word, language, kind), None)


def _endings(word: str, language: Language, kind: str) -> Iterator[str]:
    """The word with each listed ending turned into that of the nominative, the longest first."""
    forms = [
        f.strip() for value, forms in language.listed.get("nominative", ()) if value == kind for f in forms.split(",")
    ]
    for form in sorted(forms, key=lambda f: -f.index(">")):
        ending, _, bare = form.partition(">")
        if word.endswith(ending) and len(word) - len(ending) >= _SHORTEST:
            yield word[: len(word) - len(ending)] + bare
