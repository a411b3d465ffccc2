"""When did each term of office begin and end, by all sources together?"""

from collections import defaultdict

import msgspec

from sayso.knowledge import Holding, Person
from sayso.knowledge.offices import SINGLE, content_of
from sayso.knowledge.terms import first_day, last_day
from training.knowledge.offices import Found


def merge_terms(identity: str, held: list[Found]) -> list[Holding]:
    """The holdings, of which those of one office in one time are one; curated words come first."""
    merged: list[Holding] = []
    for found in held:
        holding = found.hold(identity)
        same = next((i for i, h in enumerate(merged) if _is_same(h, holding)), None)
        if same is None:
            merged.append(holding)
            continue
        first = merged[same]
        merged[same] = msgspec.structs.replace(
            first,
            since=first.since or holding.since,
            until=first.until,
            as_of=max(first.as_of, holding.as_of),
            source=first.source
            if holding.source in first.source
            else f"{first.source}; {holding.source}",
        )
    return merged


def _is_same(one: Holding, other: Holding) -> bool:
    if (one.country, one.organisation) != (other.country, other.organisation):
        return False
    if one.kind != other.kind or (
        one.kind not in SINGLE and content_of(one.title) != content_of(other.title)
    ):
        return False
    if one.since is None or other.since is None:
        return True
    apart = abs((first_day(one.since) - first_day(other.since)).days)
    if apart < 400 and (one.until is None) == (other.until is None):
        return True
    inside = first_day(one.since) <= first_day(other.since)
    return inside and (one.until is None or first_day(other.since) < last_day(one.until))


def close_terms(rows: list[Person]) -> list[Person]:
    """The people with an office ended that was only open because its source is older.

    Where one holds an office of a single holder as of a day, and another has it since a later one,
    the first has left it by then.
    """
    begun: dict[tuple[str | None, str], list[tuple[str, str]]] = defaultdict(list)
    for row in rows:
        for h in row.holdings:
            if h.kind in SINGLE and h.since:
                begun[h.country, h.kind].append((h.since, row.id))

    def close(holding: Holding) -> Holding:
        if holding.until or holding.kind not in SINGLE or not holding.country:
            return holding
        later = [
            since
            for since, other in begun[holding.country, holding.kind]
            if other != holding.person
            and since[:7] >= holding.as_of[:7] > (holding.since or "")[:7]
        ]
        if not later:
            return holding
        source = f"{holding.source}; ended when a successor is known"
        return msgspec.structs.replace(holding, until=min(later), source=source)

    return [
        msgspec.structs.replace(row, holdings=tuple(close(h) for h in row.holdings)) for row in rows
    ]
