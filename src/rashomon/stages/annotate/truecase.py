"""Headlines That Are Written Like This, AND LIKE THIS: what the parser is given in their place.

It would take each capitalised word for a part of a name. Small are words that the body writes small, else those that are
common in English; names are what the body writes with a capital, and what is no word. Offsets and words stay the text's.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from rashomon.stages.annotate.who.lexicon import given, heads, table, words
from rashomon.text.english import is_closed, is_common, is_listed, is_verb_form
from rashomon.text.fold import fold

_WORD = re.compile(r"[^\W\d_]+(?:['’.][^\W\d_]+)*")
_FEWEST, _LONG, _SHARE = 3, 3, 0.9
_A_LINE = 60
_MONTHS = frozenset({"march", "may", "august"})


def is_title_case(words_: Sequence[str]) -> bool:
    """Whether nearly all the words that carry meaning begin with a capital, and a verb or a common noun is among them."""
    content = [w for w in words_ if len(w) > _LONG and w[0].isalpha() and not is_closed(fold(w))]
    raised = [w for w in content if w[0].isupper()]
    plain = any(is_common(fold(w)) for w in raised[1:])
    return len(content) >= _FEWEST and plain and len(raised) >= _SHARE * len(content)


def is_all_lower(text: str) -> bool:
    """Whether a text is written without capitals: a clumsy translation, a message typed on a phone."""
    letters = sum(map(str.isalpha, text))
    return letters > _A_LINE and sum(map(str.isupper, text)) * _A_LINE < letters


def raise_names(words_: Sequence[str]) -> dict[int, str]:
    """The words of a text without capitals that are names, and those that open it, written with one, by their index."""
    found: dict[int, str] = {}
    for n, word in enumerate(words_):
        if not word[0].islower():
            continue
        key, before = fold(word), fold(words_[n - 1]) if n else ""
        after = fold(words_[n + 1]) if n + 1 < len(words_) else ""
        unknown = not is_common(key) or (key in given() and not is_listed(key))
        first = key in given() and not is_closed(key) and after[:1].isalpha() and not is_common(after)
        dated = key in _MONTHS and (before[:1].isdigit() or after[:1].isdigit())
        if n == 0 or words_[n - 1] in (".", "?", "!") or (unknown and len(key) > 1) or first or dated:
            found[n] = word.capitalize()
    return found


def casing_of(text: str, headings: Sequence[tuple[int, int]]) -> Mapping[str, str]:
    """How the body writes each word inside its sentences: folded word -> the form; "" where it writes both."""
    known: dict[str, str] = {}
    within = {n for a, b in headings for n in range(a, b)}
    for found in _WORD.finditer(text):
        at, word = found.start(), found.group()
        if at in within or (word[0].isupper() and _opens(text, at)):
            continue
        key = fold(word)
        form = known.setdefault(key, word)
        if form[:1].isupper() != word[0].isupper():
            known[key] = ""
    return known


def _opens(text: str, at: int) -> bool:
    """Whether a word opens a sentence, a line or a quotation."""
    before = text[max(0, at - 4) : at].rstrip(" \"'“‘(")
    return not before or before[-1] in ".!?:\n\r•*-–—" or "\n" in text[max(0, at - 2) : at]


def truecase(words_: Sequence[str], known: Mapping[str, str]) -> dict[int, str]:
    """The words to be read in the place of those of a headline, by their index."""
    kept: list[bool] = []
    for n, word in enumerate(words_):
        kept.append(word[0].isupper() and _is_name(words_, n, known, kept))
    shouted = not any(c.islower() for w in words_ for c in w)
    found: dict[int, str] = {}
    for n, word in enumerate(words_):
        form = _form(word, kept[n], known, shouted) if word[0].isupper() else word
        if n == 0 or words_[n - 1] in (":", "|"):
            form = form[:1].upper() + form[1:]
        if form != word:
            found[n] = form
    return found


def _form(word: str, name: bool, known: Mapping[str, str], shouted: bool) -> str:
    if not name:
        return word.lower()
    form = known.get(fold(word), "")
    if form[:1].isupper() and len(form) == len(word):
        return form
    letters = len(word) < _LONG or (len(word) == _LONG and fold(word) not in given())
    return word.capitalize() if shouted and not letters else word


def _is_name(words_: Sequence[str], n: int, known: Mapping[str, str], kept: Sequence[bool]) -> bool:
    """Whether a capitalised word of a headline names somebody or something."""
    key = fold(words_[n])
    after = fold(words_[n + 1]) if n + 1 < len(words_) else ""
    before = fold(words_[n - 1]) if n else ""
    if form := known.get(key):
        return form[0].isupper()
    letters = 1 < len(key) <= _LONG + 2 and words_[n].isupper()
    if words_[n] == "US" or (letters and any(not w.isupper() for w in words_ if len(w) > _LONG)):
        return True
    if is_closed(key):
        return key == "may" and (after[:1].isdigit() or before[:1].isdigit())
    if key in words("demonyms.txt") or not is_common(key) or (key in given() and not is_listed(key)):
        return True
    return _in_name(key, before, after, bool(kept and kept[-1]))


def _in_name(key: str, before: str, after: str, follows: bool) -> bool:
    """A common word that belongs to a name: a surname behind a given name, "Market" behind a town, a title."""
    borne = key in words("surnames.txt") or (before in given() and not after[:1].isalpha()) or is_closed(after)
    if follows and before in given() and borne and not is_verb_form(key):
        return True
    if follows and key in heads() and not is_verb_form(key):
        return True
    opens = after[:1].isalpha() and not is_common(after)
    return opens and (key in given() or key in table("titles.tsv"))
