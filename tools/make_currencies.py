"""Make src/rashomon/data/persons/currency_names.tsv, once: the world's currencies, what they are called and where they are paid.

    python tools/make_currencies.py

Source: the Unicode CLDR (https://cldr.unicode.org, Unicode Licence v3) as packed by `babel`.
"""

from __future__ import annotations

from collections import defaultdict
from pathlib import Path

from babel.core import get_global
from babel.numbers import get_currency_name

from rashomon.text.fold import fold_words

OUT = Path(__file__).parents[1] / "src/rashomon/data/persons/currency_names.tsv"
SKIP = ("CRC", "TOP", "ZWG")  # colon, gold: words of their own; their forms are in currencies.tsv
HEAD = (
    "# Currencies: ISO 4217 code, unit, its plural, whose it is, countries (ISO 3166). Folded. Made by tools/make_currencies.py; do not edit.\n"
    "# Source: Unicode CLDR (Unicode Licence v3), through babel.\n"
)


def paid_where() -> dict[str, list[str]]:
    """The countries in which each currency is legal tender today."""
    found: dict[str, list[str]] = defaultdict(list)
    for country, rows in get_global("territory_currencies").items():
        for code, _, until, tender in rows:
            if until is None and tender:
                found[code].append(country)
    return found


def row(code: str, countries: list[str]) -> str:
    """One line: of "West African CFA francs" the franc, the francs, and "west african cfa"."""
    one, many = (fold_words(get_currency_name(code, n, "en")).split() for n in (1, 2))
    return "\t".join((code, one[-1], many[-1], " ".join(one[:-1]), " ".join(sorted(countries))))


if __name__ == "__main__":
    OUT.write_text(
        HEAD + "".join(row(*one) + "\n" for one in sorted(paid_where().items()) if one[0] not in SKIP), encoding="utf-8"
    )
