"""Which country's money a word or a sign is: by the word beside it, by what the text names, else what is most often meant."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache
from itertools import pairwise

from rashomon.model.tree import asked_once
from rashomon.stages.claims.persons.lexicon import lines, table
from rashomon.stages.claims.view import View
from rashomon.text.fold import fold, fold_words
from rashomon.text.places import lookup

_NAMES = ("currency_names.tsv", "old_currencies.tsv")
_EVERYWHERE = frozenset({"USD"})
_KNOWN_TOWN = 100_000
_IN = frozenset({"in", "In", "at", "near", "from", "outside", "of"})
_SMALL = frozenset({"and", "st", "the", "new", "islands", "african", "south", "north", "west", "east"})


@dataclass(frozen=True, slots=True)
class Currency:
    """A currency: its code, its unit and its plural, the words that say whose it is, the countries that pay in it."""

    code: str
    unit: str
    units: str
    whose: frozenset[str]
    countries: frozenset[str]


@dataclass(frozen=True, slots=True)
class Home:
    """What a text tells of its money: the countries that it names, and the code of each unit that it once names in full."""

    countries: Mapping[str, int] = field(default_factory=dict)
    said: Mapping[str, str] = field(default_factory=dict)


NOWHERE = Home()


@cache
def names() -> tuple[Currency, ...]:
    """Every currency, those of the past behind those of today."""
    rows = (line.split("\t") for name in _NAMES for line in lines(name))
    return tuple(
        Currency(code, one, many, frozenset(whose.split()), frozenset(where.split()))
        for code, one, many, whose, where in rows
    )


@cache
def _today() -> frozenset[str]:
    return frozenset(line.split("\t")[0] for line in lines(_NAMES[0]))


@cache
def usual() -> dict[str, str]:
    """The code that is meant by a word where nothing tells; of a word listed twice the first."""
    found: dict[str, str] = {}
    for code, words in table("currencies.tsv").items():
        for word in sorted(words):
            found.setdefault(fold(word), code)
    return found


@cache
def signs() -> dict[str, str]:
    """What each sign is short for: a code, or a unit with whose it is before it."""
    return dict(line.split("\t") for line in lines("money_signs.tsv"))


@cache
def forms() -> frozenset[str]:
    """Every word for money, as it is written."""
    hand = {form for words in table("currencies.tsv").values() for form in words}
    return frozenset({*hand, *_spellings(), *(f for c in names() for f in (c.unit, c.units, c.unit + "s"))})


@cache
def codes() -> frozenset[str]:
    """Every code, in small letters."""
    return frozenset(c.code.casefold() for c in names()) | {code.casefold() for code in table("currencies.tsv")}


@cache
def _spellings() -> dict[str, tuple[tuple[str, ...], tuple[str, ...]]]:
    rows = ((*line.split("\t"), "")[:3] for line in lines("currency_spellings.tsv"))
    return {word: (tuple(units.split()), tuple(whose.split())) for word, units, whose in rows}


@cache
def _by_form() -> dict[str, tuple[Currency, ...]]:
    found: dict[str, tuple[Currency, ...]] = {}
    for one in names():
        for form in {one.unit, one.units, one.unit + "s"}:
            found[form] = (*found.get(form, ()), one)
    for word, (units, _) in _spellings().items():
        both = tuple(c for c in names() if c.unit in units)
        found[word] = found[word + "s"] = both
    return found


def code_of(form: str, beside: Iterable[str] = (), home: Home = NOWHERE) -> str | None:
    """The code of a word or sign of money with the words beside it."""
    meant = signs().get(form)
    if meant is not None:
        *whose, form = meant.split()
        beside = (*beside, *whose)
        if form.isupper():
            return form
    word = fold(form)
    if word in codes():
        return word.upper()
    beside = [*(fold_words(b) for b in beside), *_spellings().get(word, ((), ()))[1]]
    every = _by_form().get(word, ())
    told = _whose(every, beside)
    return _only(told or every) or _here(told or every, word, home)


def _whose(every: tuple[Currency, ...], beside: list[str]) -> tuple[Currency, ...]:
    """Those that the words beside name: "Syrian pounds", "francs CFA"."""
    held = [(len(c.whose & set(beside) - _SMALL), c) for c in every]
    most = max((n for n, _ in held), default=0)
    best = tuple(c for n, c in held if n == most) if most else ()
    if most and len({c.code for c in best}) > 1:  # of "South Korean won" the small words tell as well
        held = [(len(c.whose & set(beside)), c) for c in best]
        best = tuple(c for n, c in held if n == max(n for n, _ in held))
    further = {_further().get((by, c.unit)) for by in beside for c in every}
    return best or tuple(c for c in names() if c.code in further and any(c.unit == e.unit for e in every))


@cache
def _further() -> dict[tuple[str, str], str]:
    return {(by, unit): code for by, unit, code in (line.split("\t") for line in lines("whose_currency.tsv"))}


def _only(every: tuple[Currency, ...]) -> str | None:
    found = {c.code for c in every}
    return next(iter(found)) if len(found) == 1 else None


def _here(every: tuple[Currency, ...], word: str, home: Home) -> str | None:
    """The one that the text's own country pays in; the usual one where that country is named, or none is."""
    said = next((home.said[c.unit] for c in every if c.unit in home.said), None)
    if said is not None and any(c.code == said for c in every):
        return said
    meant = usual().get(word)
    if any(c.code == meant and not c.countries.isdisjoint(home.countries) for c in every):
        return meant
    known: Counter[str] = Counter()
    for one in every:
        known[one.code] += sum(home.countries.get(country, 0) for country in one.countries)
    best = max(known, key=lambda code: (known[code], code in _today(), code), default=None)
    if best is not None and known[best] and (meant not in _EVERYWHERE or known[best] == sum(home.countries.values())):
        return best
    return meant if meant is not None and (not every or any(c.code == meant for c in every)) else best


@asked_once
def home_in(view: View) -> Home:
    """What a report tells of its money."""
    return home_of(view.text, (m.quote for m in view.annotations.mentions if m.type == "place"))


def home_of(text: str, places: Iterable[str]) -> Home:
    """What a text tells of its money, with the places that it names."""
    seen = text.split()
    where = (b for a, b in pairwise(seen) if a in _IN and b[:1].isupper())
    named = {w.strip(".,;:'’\"()-–—") for w in (*where, *seen[:1])}
    countries: Counter[str] = Counter(country for place in (*places, *sorted(named)) for country in _country(place))
    for word in (fold(w.strip(".,;:'’\"()")) for w in seen if w[:1].isupper()):
        countries.update(_of_people().get(word, ()))
    return Home(dict(countries), dict(_said_in_full(seen)))


def _country(place: str) -> Iterator[str]:
    found = next(iter(lookup(place)), None)
    if found is not None and found.country and (found.kind != "settlement" or found.population >= _KNOWN_TOWN):
        yield found.country


@cache
def _of_people() -> dict[str, tuple[str, ...]]:
    """The countries of an adjective that a currency's name begins with: "Ugandan"."""
    single = [(next(iter(c.whose)), c) for c in names() if len(c.whose) == 1]
    return {word: tuple(sorted(c.countries)) for word, c in single if len(c.countries) < 3}


def _said_in_full(seen: list[str]) -> Iterator[tuple[str, str]]:
    """Each unit that the text names once with whose it is: "CFA francs"."""
    plain, by_form = [fold(w.strip(".,;:'’\"()")) for w in seen], _by_form()
    for n, word in enumerate(plain):
        every = by_form.get(word, ())
        told = _whose(every, [*plain[max(0, n - 3) : n], *plain[n + 1 : n + 2]]) if len(every) > 1 else ()
        code = _only(told)
        if code is not None:
            yield told[0].unit, code
