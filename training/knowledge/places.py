"""Which places are there, and where?"""

import re
from collections.abc import Iterable
from typing import Final

from sayso.knowledge import Country, Place
from sayso.knowledge.names import simplify
from training.knowledge.sources import CURATED, Keys, add_key, read_toml, tidy, write_table

AS_OF: Final = "2025-06"
LEFT_OUT: Final = {("MS", "Plymouth")}
"""Capitals without a position: Montserrat's lies under ash, and who writes Plymouth means another;
its government sits in Brades."""
_ENTRY: Final = re.compile(r"(\S.*) (-?\d+(?:\.\d\d?)?) (-?\d+(?:\.\d\d?)?)")
_ARTICLE: Final = re.compile(r"(?:al|el) ")


def write_places() -> int:
    """Writes places.json, and gives the number of its rows.

    Raises ValueError where an entry is not "Name|Other name 50.0 36.2".
    """
    rows = _read_entries("places")
    keys: Keys = {}
    exact: Keys = {}
    for place, row in enumerate(rows):
        for written in (row.name, *row.names):
            if written.isupper():  # GERD is a dam, Gerd a man
                add_key(exact, written, place)
                continue
            key = simplify(written)
            add_key(keys, key, place)
            if _ARTICLE.match(key):  # written either way
                add_key(keys, _ARTICLE.sub("el ", key, count=1), place)
                add_key(keys, _ARTICLE.sub("al ", key, count=1), place)
    write_table("places", rows, keys=keys, exact=exact)
    return len(rows)


def write_capitals(countries: Iterable[Country]) -> int:
    """Writes capitals.json, and gives the number of its rows.

    Raises ValueError where an entry is not "Name|Other name 50.45 30.52", or where a capital of
    the countries is missing.
    """
    rows = _read_entries("capitals")
    keys: Keys = {}
    for place, row in enumerate(rows):
        for written in (row.name, *row.names):
            add_key(keys, simplify(written), place)
    for country in countries:
        for written in filter(None, (country.capital, *country.capitals)):
            found = {rows[place].country for place in keys.get(simplify(written), ())}
            if country.code not in found and (country.code, written) not in LEFT_OUT:
                raise ValueError(f"capitals.toml, {country.code}: {written} is missing")
    write_table("capitals", rows, keys=keys)
    return len(rows)


def _read_entries(table: str) -> list[Place]:
    """The places of a curated file, in its order."""
    rows: list[Place] = []
    for country, entries in read_toml(table).items():
        for entry in re.split(r"[;\n]\s*", entries.strip()):
            if not (parts := _ENTRY.fullmatch(entry.strip())):
                raise ValueError(
                    f"{table}.toml, {country}: {entry!r} is not 'Name|Other 50.0 36.2'"
                )
            name, *names = parts[1].split("|")
            rows.append(
                Place(
                    name=name,
                    names=tidy(names, name),
                    country=None if country == "-" else country,
                    location=(float(parts[2]), float(parts[3])),
                    source=CURATED,
                    as_of=AS_OF,
                )
            )
    return rows
