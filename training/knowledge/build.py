"""How is the knowledge that is shipped built?

python -m training.knowledge.build

Reads what is shared (SHARED_DATA) and the curated files here, and writes
src/sayso/knowledge/data/*.json, the same every time.
"""

import json
import sys

from sayso.knowledge.scripts import fold_marks
from training.knowledge.countries import write_countries, write_seats
from training.knowledge.organisations import write_organisations
from training.knowledge.outlets import write_outlets
from training.knowledge.people import write_people
from training.knowledge.places import write_capitals, write_places
from training.knowledge.sources import GIVEN, TARGET, read_toml


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


def main() -> int:
    if not GIVEN.exists():
        print(f"the data is not at {GIVEN}; set SHARED_DATA to its folder", file=sys.stderr)
        return 1
    TARGET.mkdir(exist_ok=True)
    print("given names:", *write_given_names())
    countries = write_countries()
    print("countries:", len(countries), "seats:", write_seats())
    print("places:", write_places(), "capitals:", write_capitals(countries))
    print("organisations:", len(write_organisations()))
    print("outlets:", len(write_outlets()))
    people = write_people()
    print("people:", len(people), "holdings:", sum(len(p.holdings) for p in people))
    return 0


if __name__ == "__main__":
    sys.exit(main())
