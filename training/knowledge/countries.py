"""Which countries are there, and what are they called?"""

import json
from typing import Any, Final

from sayso.knowledge import Country, Seat
from sayso.knowledge.names import simplify
from training.knowledge.sources import (
    COUNTRIES,
    CURATED,
    GIVEN,
    Keys,
    add_key,
    read_toml,
    tidy,
    write_table,
)

AS_OF: Final = "2025-01"
"""Names of countries change seldom; mledoze/countries was taken then or later."""
LANGUAGES: Final = (
    "ara",
    "deu",
    "fra",
    "spa",
    "por",
    "ita",
    "rus",
    "pol",
    "tur",
    "zho",
    "per",
    "nld",
)
BIG: Final = ("US", "GB", "FR", "CN", "RU", "CD", "DO", "IN", "NO", "NL", "IE")
"""Those meant where a demonym is shared with a small country or territory."""


def write_countries() -> list[Country]:
    """Writes countries.json, and gives its rows."""
    own = read_toml("countries")
    given = json.loads((GIVEN / "countries.json").read_text(encoding="utf-8"))
    given.sort(key=lambda c: (c["cca2"] not in BIG, not c["independent"], c["cca2"]))
    rows = [_make_country(record, own) for record in given]
    keys: Keys = {}
    for name in ("name", "names"):  # a main name comes before another's translation
        for place, row in enumerate(rows):
            for written in (row.name,) if name == "name" else row.names:
                add_key(keys, simplify(written), place)
    exact: Keys = {}
    partial: Keys = {}
    places: Keys = {}
    for place, row in enumerate(rows):
        for written in own["abbreviations"].get(row.code, []):
            add_key(exact, written, place)
        for written in row.demonyms:
            add_key(partial, simplify(written), place)
        for written in (row.capital or "", *row.capitals):
            add_key(places, simplify(written), place)
    write_table("countries", rows, keys=keys, exact=exact, partial=partial, places=places)
    return rows


def _make_country(record: dict[str, Any], own: dict[str, Any]) -> Country:
    code, name = record["cca2"], record["name"]["common"]
    if code == "TR":
        name = "Turkey"
    translated = [record["translations"].get(language, {}) for language in LANGUAGES]
    names = [*own["names"].get(code, []), record["name"]["official"]]
    names += [n for n in record["altSpellings"] if len(n) > 3]
    names += [n["common"] for n in record["name"]["native"].values()]
    names += [n.get("common") for n in translated]
    english = record.get("demonyms", {}).get("eng", {}).get("m", "")
    given = [d.strip() for d in english.split(",") if d.strip()]
    given += [f"{d}s" for d in given if d.endswith(("an", "er", "ar"))]
    capitals = record.get("capital", [])
    also = own["capitals"].get(code, [])
    capital = (also or capitals or [None])[0]
    return Country(
        code=code,
        name=name,
        names=tidy(names, name),
        demonyms=tidy([*own["demonyms"].get(code, []), *given], ""),
        capital=capital,
        capitals=tidy([*also, *capitals], capital or ""),
        location=tuple(record["latlng"]) if len(record["latlng"]) == 2 else None,
        source=f"{COUNTRIES} and {CURATED}",
        as_of=AS_OF,
    )


def write_seats() -> int:
    """Writes seats.json, and gives the number of its rows."""
    rows = [
        Seat(
            name=name,
            names=tidy(names, name),
            country=country or None,
            organisation=organisation or None,
            source=CURATED,
            as_of="2025-06",
        )
        for country, organisation, name, *names in read_toml("seats")["seats"]
    ]
    keys: Keys = {}
    for place, row in enumerate(rows):
        for written in (row.name, *row.names):
            add_key(keys, simplify(written), place)
    write_table("seats", rows, keys=keys)
    return len(rows)
