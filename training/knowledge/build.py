"""How is the knowledge that is shipped built?

python -m training.knowledge.build

Reads what is shared (SHARED_DATA) and the curated files here, and writes
src/sayso/knowledge/data/*.json, the same every time.
"""

import json
import re
import sys
from typing import Final

from sayso.knowledge import Place
from sayso.knowledge.names import simplify
from sayso.knowledge.scripts import fold_marks
from training.knowledge.countries import write_countries, write_seats
from training.knowledge.organisations import write_organisations
from training.knowledge.outlets import write_outlets
from training.knowledge.people import write_people
from training.knowledge.sources import (
    CURATED,
    GIVEN,
    TARGET,
    Keys,
    add_key,
    read_toml,
    tidy,
    write_table,
)

_PLACE: Final = re.compile(r"(\S.*) (-?\d+(?:\.\d)?) (-?\d+(?:\.\d)?)")
_ARTICLE: Final = re.compile(r"(?:al|el) ")


def write_given_names() -> tuple[int, int]:
    """Writes given_names.json, and gives the numbers of women's and men's names.

    A name ending in an underscore is set aside: both women and men have it, or it is a surname.
    """
    given = read_toml("given_names")
    women, men = (
        {fold_marks(name) for name in given[sex].split() if "_" not in name}
        for sex in ("women", "men")
    )
    both = women & men
    names = [sorted(women - both), sorted(men - both)]
    text = json.dumps(names, ensure_ascii=False, separators=(",", ":"))
    (TARGET / "given_names.json").write_text(text + "\n", encoding="utf-8", newline="\n")
    return len(names[0]), len(names[1])


def write_places() -> int:
    """Writes places.json, and gives the number of its rows.

    Raises ValueError where an entry is not "Name|Other name 50.0 36.2".
    """
    rows: list[Place] = []
    for country, entries in read_toml("places").items():
        for entry in re.split(r"[;\n]\s*", entries.strip()):
            if not (parts := _PLACE.fullmatch(entry.strip())):
                raise ValueError(f"places.toml, {country}: {entry!r} is not 'Name|Other 50.0 36.2'")
            name, *names = parts[1].split("|")
            rows.append(
                Place(
                    name=name,
                    names=tidy(names, name),
                    country=None if country == "-" else country,
                    location=(float(parts[2]), float(parts[3])),
                    source=CURATED,
                    as_of="2025-06",
                )
            )
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


def main() -> int:
    if not GIVEN.exists():
        print(f"the data is not at {GIVEN}; set SHARED_DATA to its folder", file=sys.stderr)
        return 1
    TARGET.mkdir(exist_ok=True)
    print("given names:", *write_given_names())
    print("countries:", len(write_countries()), "seats:", write_seats())
    print("places:", write_places())
    print("organisations:", len(write_organisations()))
    print("outlets:", len(write_outlets()))
    people = write_people()
    print("people:", len(people), "holdings:", sum(len(p.holdings) for p in people))
    return 0


if __name__ == "__main__":
    sys.exit(main())
