"""Two persons' names compared part by part: brothers, fathers and namesakes stay apart, spellings and slips come together."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise

from rashomon.text.names.distance import HABIT, SLIP, word_distance
from rashomon.text.names.match import NameMatch
from rashomon.text.names.parts import PersonName, person_name
from rashomon.text.names.sounds import skeleton
from rashomon.text.names.words import given

SAME_FROM = 0.7
_OTHER = 1.0
_ASKED = 0.12
_ALIKE = 0.05


@dataclass(frozen=True, slots=True)
class Pair:
    """Two parts that answer each other, by their places, and how far apart they are per letter."""

    a: int
    b: int
    distance: float
    initial: bool = False


def _bare_distance(a: str, b: str) -> float:
    """For scripts that write no vowels: the consonants alone."""
    one, two = skeleton(a), skeleton(b)
    if one == two and one:
        return 0.02
    return word_distance(one, two) * 1.2 if min(len(one), len(two)) >= 3 else _OTHER


def part_distance(a: str, b: str) -> float:
    """How far two parts of a name are from being one: 0 the same name, above .21 another."""
    if a == b:
        return 0.0
    if a.isdigit() or b.isdigit():
        return _OTHER
    one, two = given(a), given(b)
    distance = word_distance(a, b)
    one_sound = {a[0], b[0]} == {"j", "y"} and word_distance(a[1:], b[1:]) <= _ALIKE
    if one_sound:
        distance = min(distance, 0.06)  # "Jovan", "Yovan": one sound, written as German or as English has it
    if one and two:
        # Two known names of one sound ("Joris", "Yoris") are asked about, as a slip is; "Kemal" and "Cemal" are two.
        return 0.04 if one & two else _ASKED if one_sound else _OTHER
    if distance > HABIT:
        for long, short in ((a, b), (b, a)):
            # an article written into the word, or a servant's name without its "abd"
            if long.startswith(("al", "el")) and len(short) > 3 and word_distance(long[2:], short) <= 0.05:
                return 0.06
            if long.startswith("abd") and len(short) > 3 and word_distance(long[3:], short) <= 0.05:
                return 0.15
    if distance > SLIP and len(a) > 4 and a == b[::-1]:
        return 0.18
    return distance


def _pair(a: PersonName, b: PersonName, i: int, j: int) -> Pair | None:
    one, two = a.words[i], b.words[j]
    if len(one) == 1 or len(two) == 1:
        short = len(a.words) == 1 or len(b.words) == 1
        return Pair(i, j, 0.12, True) if one[0] == two[0] and not short else None
    distance = part_distance(one, two)
    if a.unvowelled != b.unvowelled:
        distance = min(distance, _bare_distance(one, two))
    return Pair(i, j, distance) if distance <= SLIP else None


def align(a: PersonName, b: PersonName) -> tuple[Pair, ...]:
    """The parts that answer each other, nearest first, each used once; parts in the same place win ties."""
    found = [p for i in range(len(a.words)) for j in range(len(b.words)) if (p := _pair(a, b, i, j))]
    found.sort(key=lambda p: (p.initial, p.distance, abs(p.a / len(a.words) - p.b / len(b.words)), p.a, p.b))
    pairs: list[Pair] = []
    for pair in found:
        if all(pair.a != p.a and pair.b != p.b for p in pairs):
            pairs.append(pair)
    return tuple(sorted(pairs, key=lambda p: p.a))


def _merged(a: PersonName, b: PersonName) -> PersonName:
    """`a` with two neighbours joined where `b` writes them as one word."""
    for i in range(len(a.words) - 1):
        whole = a.words[i] + a.words[i + 1]
        if 1 in (len(a.words[i]), len(a.words[i + 1])):
            continue
        if any(len(w) > len(a.words[i]) + 1 and word_distance(whole, w) <= 0.08 for w in b.words):
            words = (*a.words[:i], whole, *a.words[i + 2 :])
            filial = frozenset(p if p <= i else p - 1 for p in a.filial)
            return PersonName(words, filial, a.titled, a.comma, a.unvowelled, a.syllabic)
    return a


def _weight(word: str) -> float:
    """How much a part says of who is meant: a common given name half."""
    return 0.25 if len(word) == 1 else 0.6 if given(word) else 1.0


def _rotated(pairs: tuple[Pair, ...]) -> bool:
    """Whether the order is the same, or the surname alone has moved to the other end."""
    order = [p.b for p in pairs]
    breaks = sum(x > y for x, y in pairwise(order))
    return breaks == 0 or (breaks == 1 and order[-1] < order[0])


def _swapped(a: PersonName, b: PersonName, pairs: tuple[Pair, ...]) -> bool:
    """Whether parts stand in an order that no habit explains, so that father and son may have changed places."""
    order = [p.b for p in pairs]
    if order == sorted(order) or a.comma or b.comma:
        return False
    if a.filial and b.filial and all((p.a in a.filial) == (p.b in b.filial) for p in pairs):
        return False
    names = [a.words[p.a] for p in pairs]
    return all(map(given, names)) or bool((a.filial or b.filial) and not _rotated(pairs))


def _quoted(words: list[str]) -> str:
    return " ".join(words)


def _conflict(a: PersonName, b: PersonName, pairs: tuple[Pair, ...]) -> NameMatch | None:
    left = [w for i, w in enumerate(a.words) if all(p.a != i for p in pairs)]
    right = [w for j, w in enumerate(b.words) if all(p.b != j for p in pairs)]
    if not (left and right):
        return None
    share = sum(_weight(a.words[p.a]) for p in pairs) / max(sum(map(_weight, a.words)), sum(map(_weight, b.words)))
    near = 1 - min(word_distance(x, y) for x in left for y in right)
    score = 0.5 * share + 0.15 * near
    shared = f"“{_quoted([a.words[p.a] for p in pairs])}” is shared, but " if pairs else ""
    return NameMatch(round(score, 3), False, f"{shared}“{_quoted(left)}” and “{_quoted(right)}” are different names.")


def _score(a: PersonName, b: PersonName, pairs: tuple[Pair, ...]) -> float:
    weights = [_weight(a.words[p.a]) for p in pairs]
    near = 1 - sum(p.distance * w for p, w in zip(pairs, weights, strict=True)) / (sum(weights) or 1)
    missing = max(sum(map(_weight, a.words)), sum(map(_weight, b.words))) - sum(weights)
    return near - 0.25 * missing / (missing + sum(weights))


def _single(a: PersonName, b: PersonName, pairs: tuple[Pair, ...]) -> NameMatch:
    """One side is one word: alone it names a family or thousands of people."""
    one, other = (a, b) if len(a.words) == 1 else (b, a)
    if len(other.words) == 1:
        distance = pairs[0].distance
        same = distance <= 0.15 and len(one.words[0]) > 3
        return NameMatch(round(0.98 - distance, 3), same, f"Both are one word, “{a.words[0]}” and “{b.words[0]}”.")
    surname = (pairs[0].b if one is a else pairs[0].a) == len(other.words) - 1
    same = one.titled and surname and pairs[0].distance <= HABIT
    why = "with a title before it" if one.titled else "which others bear too"
    return NameMatch(0.75 if same else 0.55, same, f"Only “{one.words[0]}” is shared, {why}.")


def _verdict(a: PersonName, b: PersonName, pairs: tuple[Pair, ...]) -> NameMatch:
    score = _score(a, b, pairs)
    full = [p for p in pairs if not p.initial]
    covered = sum(_weight(a.words[p.a]) for p in pairs) / max(sum(map(_weight, a.words)), sum(map(_weight, b.words)))
    extra = max(len(a.words), len(b.words)) - len(pairs)
    slips = sum(p.distance > HABIT for p in full)
    words = _quoted([a.words[p.a] for p in pairs])
    if _swapped(a, b, pairs):
        return NameMatch(
            0.5,
            False,
            f"“{words}” stand in another order: each can be a given name, so two people are likely.",
        )
    if extra and any(a.words[p.a].startswith("abd") != b.words[p.b].startswith("abd") for p in pairs):
        return NameMatch(0.6, False, f"“{words}” is shared, but Abd al- stands before different names.")
    if not full or (len(pairs) < 2 and extra) or covered < 0.48:
        return NameMatch(round(min(score, 0.6), 3), False, f"Only “{words}” is shared; too little for one person.")
    if slips > 1 or (slips and len(pairs) < 3 and (extra or len(full) < len(pairs))):
        return NameMatch(
            round(min(score, 0.65), 3), False, f"More than one part is spelled too differently: “{words}”."
        )
    if not _rotated(pairs):
        score -= 0.04
    return NameMatch(round(max(score, SAME_FROM), 3), True, _why(a, b, pairs, extra))


def _why(a: PersonName, b: PersonName, pairs: tuple[Pair, ...], extra: int) -> str:
    differing = [f"“{a.words[p.a]}” and “{b.words[p.b]}”" for p in pairs if a.words[p.a] != b.words[p.b]]
    first = f"{', '.join(differing)} can be one name" if differing else "Every part that both have is the same"
    return first + (f"; {extra} more part{'s' if extra > 1 else ''} on one side." if extra else ".")


def compare_persons(a: str, b: str) -> NameMatch:
    """Whether two names can be one person's, by their parts, their order and the surprise in each differing letter."""
    one, two = person_name(a), person_name(b)
    if one.syllabic and two.syllabic:
        same = one.joined == two.joined
        return NameMatch(
            1.0 if same else 0.5, same, f"“{a}” and “{b}” {'read alike' if same else 'differ in a syllable'}."
        )
    one = _merged(one, two)
    two = _merged(two, one)
    if word_distance(one.joined, two.joined) <= 0.03 and len(one.joined) > 4 and len(one.words) != len(two.words):
        return NameMatch(0.95, True, f"“{a}” and “{b}” are the same letters, spaced differently.")
    pairs = align(one, two)
    conflict = _conflict(one, two, pairs)
    if conflict:
        return conflict
    if not pairs:
        return NameMatch(0.0, False, f"“{a}” and “{b}” share no part.")
    if min(len(one.words), len(two.words)) == 1:
        return _single(one, two, pairs)
    return _verdict(one, two, pairs)


def are_strangers(a: str, b: str) -> bool:
    """Whether two names of two words each share at most one, so that `compare_persons` gives less than one half.

    False where it takes more to tell. A large case has a hundred thousand such pairs, and this asks less than half.
    """
    one, two = map(person_name, sorted((a, b)))
    words = (*one.words, *two.words)
    if len(one.words) != 2 or len(two.words) != 2 or 1 in map(len, words) or one.unvowelled != two.unvowelled:
        return False
    if one.syllabic and two.syllabic:
        return False
    first, last, other_first, other_last = words
    if _near(first, other_first) and _near(last, other_last):
        return False
    if _near(first, other_last) and _near(last, other_first):
        return False
    return _merged(one, two) is one and _merged(two, one) is two


def _near(a: str, b: str) -> bool:
    return part_distance(a, b) <= SLIP
