"""The word lists of masking, each loaded once."""

from __future__ import annotations

from functools import cache, lru_cache
from importlib.resources import files

from rashomon.text.fold import fold_words
from rashomon.text.names.words import generic, small_words, titles


def _lines(folder: str, name: str) -> list[str]:
    text = (files("rashomon") / "data" / folder / name).read_text(encoding="utf-8")
    return [line for line in text.splitlines() if line and not line.startswith("#")]


@cache
def public_roles() -> dict[str, str]:
    """How firmly each role is held in public: "firm", "loose", or "loose" in a public field alone ("field")."""
    return dict(line.split("\t") for line in _lines("masking", "public_roles.txt"))


@cache
def public_fields() -> frozenset[str]:
    """Words of what is public: a post that can be small is none beside one of them."""
    return frozenset(_lines("masking", "public_fields.txt"))


@cache
def ordinary_words() -> frozenset[str]:
    """Words of English that are names too."""
    return frozenset(_lines("masking", "ordinary_words.txt"))


@cache
def minors() -> frozenset[str]:
    """Words for a child or pupil."""
    return frozenset(_lines("masking", "minors.txt"))


@cache
def not_aged() -> frozenset[str]:
    """Words after which a number is no age."""
    return frozenset(_lines("masking", "not_aged.txt"))


@cache
def place_heads() -> frozenset[str]:
    """Words by which a longer name is known as that of a place or body."""
    return frozenset(_lines("masking", "place_heads.txt")) | generic()


@cache
def no_names() -> frozenset[str]:
    """Words inside a name that are never masked alone: particles, titles, suffixes, roles."""
    kinds = ("article", "filial", "particle", "joint", "roman", "suffix", "stop")
    small = {word for kind in kinds for word in small_words(kind)}
    roles = {word for role in public_roles() for word in role.split()}
    return frozenset(small | titles()[0] | roles) - {"king", "prince", "cardinal", "bishop", "pope", "justice", "judge"}


@cache
def given_names() -> frozenset[str]:
    """Given names of many languages, folded."""
    lines = [*_lines("who", "given.tsv"), *_lines("who", "given_more.tsv")]
    return frozenset(line.split("\t")[0].strip() for line in lines)


@cache
def surnames() -> frozenset[str]:
    """Surnames of many languages, folded."""
    return frozenset(line.strip() for line in _lines("who", "surnames.txt"))


@cache
def _english() -> frozenset[str]:
    return frozenset(_lines("masking", "english.txt"))


@cache
def never_names() -> frozenset[str]:
    """Words that make no name with a capital: small words, nations, creeds, places' and bodies' own nouns."""
    files_of_who = ("not_names.txt", "demonyms.txt", "creeds.txt")
    words = {word for name in files_of_who for line in _lines("who", name) for word in line.split()}
    outlets = {word for line in _lines("acquire", "outlets.txt") for word in line.split()}
    outlets = {word for word in outlets if not is_listed(word) or word in ordinary_words()}
    small = frozenset(_lines("masking", "small_words.txt"))
    roles = {line.split("\t")[0] for line in _lines("who", "roles.tsv")}
    return frozenset(words | outlets | roles | not_aged()) | small | not_people() | place_heads() | no_names()


@cache
def not_people() -> frozenset[str]:
    """Faiths, feasts, brands: what has a capital and is nobody's name, though some people bear it too."""
    return frozenset(_lines("masking", "not_people.txt"))


_ENDS = (("s", ""), ("es", ""), ("ies", "y"), ("ed", ""), ("d", ""), ("ied", "y"), ("ing", ""), ("ing", "e"), ("er", ""),
         ("ers", ""), ("rs", ""), ("est", ""), ("ly", ""))  # fmt: skip


@lru_cache(maxsize=65536)
def is_english(word: str) -> bool:
    """Whether a folded word is a word of English and nobody's name, as it stands or with an ending."""
    if word in never_names() or word in _english():
        return True
    if word in given_names() or word in surnames():
        return False
    stems = (word[: -len(end)] + back for end, back in _ENDS if word.endswith(end) and len(word) > len(end) + 2)
    return any(s in _english() or s in ordinary_words() or s in never_names() for s in stems)


@lru_cache(maxsize=65536)
def is_listed(word: str) -> bool:
    """Whether a folded word stands in the lists of names."""
    return word in given_names() or word in surnames()


@cache
def family_words() -> frozenset[str]:
    """Words before which a name is a family's or a person's."""
    return frozenset(_lines("masking", "family_words.txt"))


@cache
def town_words(side: str) -> frozenset[str]:
    """Words beside a place's name, those that stand "before" it or "after" it."""
    rows = (line.split("\t") for line in _lines("masking", "town_words.txt"))
    return frozenset(word for where, word in rows if where == side)


@cache
def web_words() -> frozenset[str]:
    """Words of addresses of pages and of file names."""
    return frozenset(_lines("masking", "web_words.txt"))


@cache
def known_bodies() -> frozenset[tuple[str, ...]]:
    """Bodies known by a name that tells nothing by its form, as folded words."""
    lines = [*_lines("who", "bodies_known.txt"), *_lines("accusations", "armed_groups.txt")]
    names = frozenset(tuple(fold_words(line).split()) for line in lines)
    last = frozenset(name[-1:] for name in names if len(name) == 2 and len(name[0]) == 2 and not is_listed(name[-1]))
    return names | last


@cache
def particles() -> frozenset[str]:
    """Small words inside a personal name, whichever way they are written."""
    return frozenset(_lines("who", "particles.txt")) | {"bint", "umm", "abou", "ould"}


@cache
def relations() -> frozenset[str]:
    """Nouns for somebody who is known by whom they belong to."""
    return frozenset(_lines("masking", "relations.txt"))


@cache
def iban_lengths() -> dict[str, int]:
    """The length of an international account number by country."""
    return {country: int(length) for country, length in (line.split("\t") for line in _lines("masking", "ibans.txt"))}
