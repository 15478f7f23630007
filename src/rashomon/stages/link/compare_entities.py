"""Compare two bearers: could they be one person, body or place, how surely, and why."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from rashomon.stages.link.across_scripts import across_scripts
from rashomon.stages.link.affairs import Around, far_apart, shared_companions
from rashomon.stages.link.bearers import Bearer, rough, share_alias, share_full_alias, singular, without_article
from rashomon.stages.link.comparison import Comparison
from rashomon.stages.link.doubts import Evidence, judge, misspelt
from rashomon.stages.link.known_bodies import known_as
from rashomon.stages.link.lone_bodies import compare_lone_bodies
from rashomon.stages.link.lone_names import compare_lone
from rashomon.stages.link.nations import Nations
from rashomon.text.fold import fold_words
from rashomon.text.names import NameMatch, compare_names
from rashomon.text.names.distance import HABIT, word_distance
from rashomon.text.names.persons import are_strangers
from rashomon.text.names.scripts import differ_in_script
from rashomon.text.names.words import generic, given, left_out
from rashomon.text.places import lookup

_SPELLED_ALIKE = 0.92
_CLOSE = 0.5
_SURE = 0.955
_ACRONYM = 0.85
_J = frozenset("jy")
# Bodies that writers call by either order; not universities ("University of X" and "X University" are two).
_TURNED_HEADS = frozenset(
    {"ministry", "department", "directorate", "secretariat", "commission", "committee", "governorate"}
)


def compare_bearers(a: Bearer, b: Bearer, nations: Nations) -> NameMatch | None:
    """The best match between the names and aliases of two bearers; None where nothing is close."""
    alias = _by_alias(a, b)
    if a.type == "place":
        return _compare_places(a, b)
    if alias is not None or a.type not in ("person", "organization"):
        return alias
    if a.type == "organization" and known_as(a.name) is not None and known_as(a.name) == known_as(b.name):
        return NameMatch(0.96, True, f"“{a.name}” and “{b.name}” are names of one known body.")
    if a.type == "organization" and (_turned(a.words) == list(b.words) or _turned(b.words) == list(a.words)):
        return NameMatch(0.96, True, f"“{a.name}” and “{b.name}” are one name, turned round its “of”.")
    if a.type == "person" and (not _could_answer(a.words, b.words) or are_strangers(a.name, b.name)):
        return None
    match = compare_names(a.name, b.name, a.type)
    if a.type == "organization" and match.same:
        extra = _extra(a, b)
        if nations.may_leave_out(a, b, extra):
            return NameMatch(
                max(match.score, _SURE), True, f"“{' '.join(extra)}” can be left out: no other nation's is told of."
            )
        match = _stricter(a, b, match, extra)
    if match.same and match.score < _SPELLED_ALIKE and match.score != _ACRONYM and a.documents & b.documents:
        return NameMatch(match.score, False, f"One report names both “{a.name}” and “{b.name}”.")
    return match if match.score >= _CLOSE else None


def _compare_places(a: Bearer, b: Bearer) -> NameMatch | None:
    """Places by spelling, unless the gazetteer knows both and they are two."""
    known_a, known_b = lookup(a.name), lookup(b.name)
    if known_a and known_b:
        if not set(known_a) & set(known_b):
            return None
        return NameMatch(0.97, True, f"“{a.name}” and “{b.name}” are names of one place in the gazetteer.")
    match = _by_alias(a, b) or compare_names(a.name, b.name, "place")
    if match.same and match.score >= _SPELLED_ALIKE and min(len(a.name), len(b.name)) > 3:
        return match
    return None


def _extra(a: Bearer, b: Bearer) -> list[str]:
    """The words that only one of two bodies has, however spelled."""
    odd = set(map(singular, a.words)) ^ set(map(singular, b.words))
    return sorted(w for w in odd - {"of", "the", "for"} if all(word_distance(w, o) > HABIT for o in odd if o != w))


def _stricter(a: Bearer, b: Bearer, match: NameMatch, extra: Sequence[str]) -> NameMatch:
    """Within a case a word that only one of two bodies has tells them apart, unless writers leave it out."""
    if _is_opening(a, b) or _is_opening(b, a):
        return match
    if not extra or all(w in left_out() for w in extra) or match.score == _ACRONYM:
        return match
    words = " ".join(f"“{w}”" for w in extra)
    return NameMatch(min(match.score, 0.65), False, f"{words} can tell “{a.name}” from “{b.name}”.")


def _turned(words: Sequence[str]) -> list[str]:
    """Of "Ministry of the Interior" the words "interior ministry"; empty for a name that cannot be turned so."""
    if words.count("of") != 1 or words[0] not in _TURNED_HEADS:
        return []
    at = words.index("of")
    behind = [w for w in words[at + 1 :] if w != "the"]
    return [*behind, *words[:at]] if at == 1 and len(behind) < 4 else []


def _is_opening(short: Bearer, long: Bearer) -> bool:
    """ "Independent Panel" for "Independent Panel of Experts": all before its "of", and telling enough."""
    size = len(short.words)
    whole = size > 1 and long.words[:size] == short.words and long.words[size : size + 1] == ("of",)
    return whole and any(w not in generic() for w in short.words)


@dataclass(frozen=True, slots=True)
class _Opening:
    """How each word of a name begins, by sound and by letter, and which given names it could spell."""

    sounds: tuple[str, ...]
    letters: frozenset[str]
    givens: tuple[frozenset[int], ...]
    known: frozenset[int]


@lru_cache(maxsize=131072)
def _opening(words: tuple[str, ...]) -> _Opening:
    givens = tuple(map(given, words))
    sounds = tuple(rough(without_article(w))[:2] for w in words)
    return _Opening(sounds, frozenset(w[0] for w in words), givens, frozenset().union(*givens))


def _could_answer(a: tuple[str, ...], b: tuple[str, ...]) -> bool:
    """Whether two names have as many parts in common, by their first sound, as the shorter needs to be the longer."""
    short, long = (a, b) if len(a) <= len(b) else (b, a)
    one, two = _opening(short), _opening(long)
    answered = 0
    for word, begun, names in zip(short, one.sounds, one.givens, strict=True):
        initial = word[0] in two.letters and (len(word) == 1 or word[0] in long)
        initial = initial or (word[0] in _J and not two.letters.isdisjoint(_J))
        answered += begun in two.sounds or initial or not two.known.isdisjoint(names)
    return answered >= min(2, len(short))


def _by_alias(a: Bearer, b: Bearer) -> NameMatch | None:
    if not (a.aliases or b.aliases):
        return None
    names_a = {fold_words(n): n for n in (a.name, *a.aliases)}
    names_b = {fold_words(n): n for n in (b.name, *b.aliases)}
    shared = sorted(n for n in names_a if n in names_b and len(n) > 1)
    if not shared:
        return _by_alike(a, b)
    name = names_a[shared[0]]
    if (
        a.type == "person"
        and not share_full_alias(a, b)
        and not _bears(a, name)
        and not _bears(b, name)
        and _two_names(a, b)
    ):
        reason = f"Both are called “{name}”, but “{a.name}” and “{b.name}” are two names."
        return NameMatch(0.6, False, reason)
    return NameMatch(
        0.96 if " " in shared[0] else 0.94,
        True,
        f"A report gives “{name}” as another name of “{b.name if b.aliases else a.name}”.",
    )


def _by_alike(a: Bearer, b: Bearer) -> NameMatch | None:
    """Second names of two words each that differ as spellings do: "Rajo Gandar" and "Rajoh Gander"."""
    full = [[n for n in bearer.aliases if " " in n] for bearer in (a, b)]
    for one in full[0] if a.type == "person" else ():
        for two in full[1]:
            if (match := compare_names(one, two, a.type)).same and match.score >= _SPELLED_ALIKE:
                reason = f"Reports give “{one}” and “{two}”, which can be one name, as second names of “{a.name}” and “{b.name}”."
                return NameMatch(_SPELLED_ALIKE, True, reason)
    return None


def _bears(bearer: Bearer, name: str) -> bool:
    """Whether a second name is, or is a part of, the name that the report uses."""
    return set(fold_words(name).split()) <= set(fold_words(bearer.name).split())


def _two_names(a: Bearer, b: Bearer) -> bool:
    """Whether both have a full name, and not the same."""
    return min(len(a.words), len(b.words)) > 1 and not compare_names(a.name, b.name, a.type).same


def compare_pairs(bearers: Sequence[Bearer], pairs: Sequence[tuple[int, int]], evidence: Evidence) -> list[Comparison]:
    """Every pair that is close, with its verdict; surnames alone come last, when it is known who bears them."""
    found: list[Comparison] = []
    lone: list[tuple[int, int]] = []
    around = evidence.around
    nations = Nations(bearers)
    for i, j in pairs:
        a, b = bearers[i], bearers[j]
        if a.type != b.type or a.words == b.words or (a.type == "person" and differ_in_script(a.name, b.name)):
            continue
        if a.type == "person" and (len(a.words) == 1) != (len(b.words) == 1) and _by_alias(a, b) is None:
            lone.append((i, j) if len(a.words) == 1 else (j, i))
        elif (match := compare_bearers(a, b, nations)) is not None:
            match = _supported(a, b, match, around)
            verdict, reason, firm = judge(a, b, match, evidence)
            found.append(Comparison(i, j, verdict, match.score, reason, firm))
        elif a.type == "person" and (doubt := misspelt(a, b, evidence)):
            found.append(Comparison(i, j, "disputed", _CLOSE, doubt))
    found += across_scripts(bearers)
    return [*found, *compare_lone(bearers, lone, evidence, found), *compare_lone_bodies(bearers, evidence)]


def _supported(a: Bearer, b: Bearer, match: NameMatch, around: Around) -> NameMatch:
    """A match that spelling alone does not carry needs reports that share another name."""
    short = a.type == "person" and min(len(a.name.split()), len(b.name.split())) == 1
    if not match.same or (match.score >= _SURE and not short) or a.documents & b.documents:
        return match
    if share_alias(a, b) and set(a.words) & set(b.words):
        return match
    if shared_companions(a.documents, b.documents, around):
        return match
    if _ends_alike(a, b) and not far_apart(a.documents, b.documents, around):
        return match
    reason = f"{match.reason} But their reports share no other name."
    return NameMatch(match.score, False, reason)


def _ends_alike(a: Bearer, b: Bearer) -> bool:
    """ "Rohal Imtar" and "Rohal Ibne Imtar": first and last words to the letter, as with one spelling."""
    return min(len(a.words), len(b.words)) > 1 and (a.words[0], a.words[-1]) == (b.words[0], b.words[-1])
