"""Who leads each country, by the World Factbook?"""

import re
from collections.abc import Iterator
from functools import cache
from typing import Any, Final

from sayso.knowledge.countries import Countries
from sayso.knowledge.offices import kind_of
from training.knowledge.offices import Found
from training.knowledge.sources import FACTBOOK, FACTBOOK_DATE, read_lines

_CODES: Final = {
    "DRC": "CD", "Congo (Brazzaville)": "CG", "The Dominican": "DO",
    "Holy See (Vatican City)": "VA", "Virgin Islands": "VI",
    "Falkland Islands (Islas Malvinas)": "FK",
}  # fmt: skip
_RANKS: Final = re.compile(
    r"\b(?:Col|Gen|Dr|Capt|Sr|Dame|Sir|General|Grand Chief|Archbishop)\b\.?|"
    r"of (?:the Commonwealth of )?(?:Australia|China|New Zealand|the Swiss Confederation)"
)
_WRONG: Final = {("RO", "head_of_government")}
"""What the Factbook gets wrong: Romania's prime minister "since 2005"."""


@cache
def _countries() -> Countries:
    return Countries()


def find_code(record: dict[str, Any]) -> str | None:
    """The code of the country of a record of the Factbook; None where it has none.

    Where the Factbook has no short name ("none"), the official name serves.
    """
    name = record["country"] if record["country"] != "none" else record["official_name"]
    if code := _CODES.get(name):
        return code
    country = _countries().find_country(name.partition(" (")[0])
    return country.code if country else None


def read_leaders() -> Iterator[Found]:
    """Heads of state and of government, and ambassadors to and of the United States."""
    for record in read_lines("leaders_factbook.jsonl"):
        code = find_code(record)
        if code is None:
            continue
        heads = record["chief_of_state"]
        for leader in heads:
            yield from _make(leader, code, _find_state_kind(leader["title"], code))
        names = {leader["name"] for leader in heads if "Governor" not in leader["title"]}
        for leader in record["head_of_government"]:
            if leader["name"] not in names and (code, "head_of_government") not in _WRONG:
                deputy = kind_of(leader["title"]) or ""
                lower = deputy if deputy.startswith("deputy") else "head_of_government"
                yield from _make(leader, code, lower)
        for leader in record["ambassador_to_us"]:
            yield from _make(leader, code, "ambassador", "ambassador to the United States")
        for leader in record["us_ambassador"]:
            yield from _make(leader, "US", "ambassador", f"ambassador to {record['country']}")


def _find_state_kind(title: str, code: str) -> str:
    if any(word in title for word in ("Governor", "Administrator", "Prefect", "Commissioner")):
        return "governor"
    return "head_of_government" if code == "IR" and title == "President" else "head_of_state"


def _make(leader: dict[str, Any], code: str, kind: str, title: str = "") -> Iterator[Found]:
    if not leader["name"] or len(leader["name"]) > 60:
        return
    written = leader["title"] or kind.replace("_", " ")
    if title and written != "Ambassador":
        title = title.replace("ambassador", written.lower().replace(" ambassador", ""))
    bare = " ".join(_RANKS.sub("", written).split()).strip(" ,").lower()
    yield Found(
        name=leader["name"].partition(",")[0],
        title=title or bare or kind.replace("_", " "),
        kind=kind,
        country=code,
        organisation=None,
        since=leader.get("since"),
        until=None,
        as_of=FACTBOOK_DATE,
        source=FACTBOOK,
    )
