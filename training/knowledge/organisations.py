"""Which organisations are known, and who belongs to them?"""

from collections import defaultdict
from typing import Any, Final, get_args

from sayso.knowledge import Organisation, OrganisationKind
from sayso.knowledge.names import simplify
from training.knowledge.factbook import find_code
from training.knowledge.sources import (
    CURATED,
    FACTBOOK,
    FACTBOOK_DATE,
    Keys,
    add_key,
    read_lines,
    read_toml,
    tidy,
    write_table,
)

KINDS: Final[tuple[OrganisationKind, ...]] = get_args(OrganisationKind)
SECTORS: Final[dict[OrganisationKind, str]] = {
    "igo": "IGO", "ministry": "GOV", "government": "GOV", "parliament": "LEG", "court": "JUD",
    "party": "PTY", "armed_group": "REB", "ngo": "NGO", "company": "BUS", "agency": "GOV",
    "military": "MIL",
}  # fmt: skip
SPIES: Final = frozenset(
    "us-cia us-fbi us-nsa gb-mi6 gb-mi5 gb-gchq fr-dgse de-bnd de-bfv ua-sbu ua-hur ru-fsb ru-svr "
    "ru-gru il-mossad il-shin-bet pk-isi in-raw tr-mit kr-nis".split()
)


def write_organisations() -> list[Organisation]:
    """Writes organisations.json, and gives its rows."""
    own = read_toml("organisations")
    belonging = _read_members()
    rows = [_make(kind, entry, own, belonging) for kind in KINDS for entry in own.get(kind, [])]
    keys: Keys = {}
    exact: Keys = {}
    for place, row in enumerate(rows):
        for written in (row.name, *row.names):
            bare = written.replace(".", "")
            add_key(
                exact if is_acronym(bare) else keys,
                bare if is_acronym(bare) else simplify(written),
                place,
            )
    write_table("organisations", rows, keys=keys, exact=exact)
    return rows


def is_acronym(written: str) -> bool:
    """Whether the name would be another word in other letters: WHO, PiS, Wagner is none."""
    capitals = sum(c.isupper() for c in written)
    return (
        " " not in written
        and len(written) <= 9
        and capitals > 1
        and capitals * 2 >= len(written) - 1
    )


def _make(
    kind: OrganisationKind, entry: list[str], own: dict[str, Any], belonging: dict[str, list[str]]
) -> Organisation:
    identity, country, name, *names = entry
    members, source, as_of = own["members"].get(identity), CURATED, own["as_of"]
    if members is None and kind == "igo":
        codes = [own["factbook"].get(identity), *(n for n in names if is_acronym(n))]
        members = next((belonging[code] for code in codes if code in belonging), None)
        if members:
            source, as_of = f"{CURATED}; members: {FACTBOOK}", FACTBOOK_DATE
    return Organisation(
        id=identity,
        name=name,
        names=tidy(names, name),
        kind=kind,
        country=country or None,
        members=tuple(sorted(members or [])),
        sector="SPY" if identity in SPIES else SECTORS[kind],
        source=source,
        as_of=as_of,
    )


def _read_members() -> dict[str, list[str]]:
    """The codes of the full members by the Factbook's code for an organisation."""
    found: dict[str, list[str]] = defaultdict(list)
    for record in read_lines("leaders_factbook.jsonl"):
        code = find_code(record)
        for organisation in record["organisations"]:
            if code and not organisation.get("status"):
                found[organisation["name"]].append(code)
    return found
