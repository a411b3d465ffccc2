"""Which outlets are known, and by which names and domains?"""

from typing import Any, Final

from sayso.knowledge import Outlet
from sayso.knowledge.names import simplify
from training.knowledge.sources import (
    CURATED,
    Keys,
    add_key,
    read_lines,
    read_toml,
    tidy,
    write_table,
)

KINDS: Final = ("agency", "newspaper", "broadcaster", "magazine", "site")
LISTS: Final = {
    "fundus": "flairNLP/fundus@18da6e53",
    "yavuz": "yavuz/news-feed-list-of-countries@26a26b6",
    "plenary": "plenaryapp/awesome-rss-feeds@9ff012e",
    "newscatcher": "kotartemiy/newscatcher@b86b1a6",
}
LISTS_DATE: Final = "2025-01"
"""No later than when the newest of the lists was taken."""


def write_outlets() -> list[Outlet]:
    """Writes outlets.json, and gives its rows."""
    own = read_toml("outlets")
    entries = [(kind, entry) for kind in KINDS for entry in own[kind]]
    rows = [_make_own(kind, entry, own["as_of"]) for kind, entry in entries]
    keys: Keys = {}
    exact: Keys = {}
    partial: Keys = {}
    for place, (_, (name, _domains, _country, _language, _owner, *names)) in enumerate(entries):
        names = [written for written in names if written.removeprefix("=") not in own["mute"]]
        bare = {written.removeprefix("=") for written in names if written.startswith("=")}
        for written in (name, *names):
            if written in own["mute"]:
                continue
            if written.startswith("=") or written in bare:
                add_key(exact, written.removeprefix("="), place)
            elif f"={written}" not in names:
                add_key(keys, simplify(written), place)
    taken = {domain for row in rows for domain in row.domains}
    known = set(keys) | {simplify(written) for written in exact}
    for record in read_lines("outlets.jsonl.gz"):
        if record["domain"] in taken:
            continue
        row = _make_listed(record)
        rows.append(row)
        if row.name != record["domain"] and simplify(row.name) not in known:
            # Whether a listed name is an ordinary word, too, nobody looked at.
            add_key(exact, row.name, len(rows) - 1)
            add_key(exact, row.name.removeprefix("The "), len(rows) - 1)
    for place, row in enumerate(rows):
        for domain in row.domains:
            add_key(partial, domain, place)
    write_table("outlets", rows, keys=keys, exact=exact, partial=partial)
    return rows


def _make_own(kind: str, entry: list[str], as_of: str) -> Outlet:
    name, domains, country, language, owner, *names = entry
    return Outlet(
        id=simplify(name).replace(" ", "-"),
        name=name,
        names=tidy((n.removeprefix("=") for n in names), name),
        domains=tuple(domains.split()),
        country=country or None,
        language=language,
        owner=owner or None,
        wire=kind == "agency",
        kind=kind,
        source=CURATED,
        as_of=as_of,
    )


def _make_listed(record: dict[str, Any]) -> Outlet:
    """An outlet of a list; a name is believed from fundus, or where two lists have it."""
    lists = record["from"]
    name = record["name"] or ""
    believed = "fundus" in lists or len(lists) > 1
    if not believed or len(name) > 30 or any(sign in name for sign in "|:/»›-–"):
        name = ""
    only_newscatcher = lists == ["newscatcher"]
    return Outlet(
        id=record["domain"],
        name=name or record["domain"],
        domains=(record["domain"],),
        country=None if only_newscatcher else record["country"],
        language=record["language"],
        source=" ".join(_name_list(one) for one in lists),
        as_of=LISTS_DATE,
    )


def _name_list(written: str) -> str:
    return next((full for start, full in LISTS.items() if start in written), written)
