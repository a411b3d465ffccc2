"""Who sat in six governments since 2010, by Wikidata?"""

import csv
import re
from collections.abc import Iterator
from typing import Final

from sayso.knowledge import Sex
from sayso.knowledge.offices import kind_of
from training.knowledge.offices import Found
from training.knowledge.sources import CABINETS_DATE, GIVEN, WIKIDATA

FILES: Final = {
    "france-cabinet": "FR", "iran-ministers": "IR", "russia-cabinet": "RU", "ukraine-cabinet": "UA",
    "united-kingdom-cabinet": "GB", "us-cabinet": "US",
}  # fmt: skip
EARLIEST: Final = "2010"
"""Who had left an office by then is left out."""
NAMED: Final = {
    "GB": {
        "foreign_minister": "secretary of state for foreign",
        "defence_minister": "secretary of state for defence",
    },
    "US": {"foreign_minister": "secretary of state", "defence_minister": "secretary of defence"},
}
"""How the one office of a kind is called where others sound like it."""
_IDLE: Final = re.compile(
    r"^(?:head of (?:\w+)$|mayor|first lady|ambassador of|lord of the treasury|.*whip|lord of|"
    r".*in.waiting|justice of|head of the minister|.*military cabinet|treasurer|comptroller|"
    r"vice.chamberlain|lord commissioner|head of the (?:altai|republic)|.*parliamentary under|"
    r"parliamentary secretary)",
    re.IGNORECASE,
)
"""Offices that news of diplomacy does not quote."""
_DATE: Final = re.compile(r"\d{4}(?:-\d\d(?:-\d\d)?)?")


def read_cabinets() -> Iterator[Found]:
    """Offices of the six governments.

    Where no end is given, only what the list of the current cabinet has too is believed.
    """
    for name, code in FILES.items():
        current = {(r["position"], r["personID"]) for r in _read(f"{name}-current.csv")}
        for row in _read(f"{name}-holders21.csv"):
            ended = row["end"] if _DATE.fullmatch(row["end"]) else None
            known = (row["position"], row["personID"]) in current
            wrong = ended and row["start"] and ended[:10] < row["start"][:10]
            if _IDLE.match(row["position"]) or wrong or (ended or "9") < EARLIEST:
                continue
            if (not ended and not known) or row["person"].startswith("Q"):
                continue
            yield _make(row, code, ended)


def _make(row: dict[str, str], code: str, ended: str | None) -> Found:
    title = row["position"]
    sexes: dict[str, Sex] = {"male": "m", "female": "f"}
    return Found(
        name=row["person"],
        title=title[:1].lower() + title[1:],
        kind=_find_kind(title, code),
        country=code,
        organisation=None,
        since=row["start"] if _DATE.fullmatch(row["start"]) else None,
        until=ended,
        as_of=CABINETS_DATE,
        source=WIKIDATA,
        wikidata=row["personID"],
        sex=sexes.get(row.get("gender") or ""),
    )


def _find_kind(title: str, code: str) -> str:
    """The kind of the office; several that only sound like one of a single holder are others."""
    words = title.lower()
    kind = kind_of(title) or "other"
    if kind == "head_of_state" and words not in {"president", "monarch"}:
        return "head_of_state" if words == "supreme leader" else "other"
    if code == "IR" and words == "president":
        return "head_of_government"
    if kind == "head_of_government" and words != "prime minister":
        return "other"
    if kind == "deputy_head_of_government" and "first" not in words and code in {"UA", "RU"}:
        return "minister"
    if code in NAMED and kind in NAMED[code] and not words.startswith(NAMED[code][kind]):
        return "deputy_minister" if code == "GB" else "other"
    if code == "US" and words.startswith("secretary of state of"):
        return "other"
    return kind


def _read(name: str) -> list[dict[str, str]]:
    with (GIVEN / "cabinets" / name).open(encoding="utf-8", newline="") as stream:
        return list(csv.DictReader(stream))
