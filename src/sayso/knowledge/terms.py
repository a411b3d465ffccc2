"""Was the office held on that day?"""

import re
from datetime import date, timedelta
from typing import Final

from sayso.knowledge import Holding

_DATE: Final = re.compile(r"\d{4}(?:-\d\d(?:-\d\d)?)?")
LASTING: Final = timedelta(days=90)
"""How long after `as_of` an office without a known end is still relied on."""


def is_date(written: str) -> bool:
    """Whether it is an ISO date of day, month or year precision."""
    if not _DATE.fullmatch(written):
        return False
    try:
        first_day(written)
    except ValueError:
        return False
    return True


def first_day(written: str) -> date:
    """The first day that the date may mean; raises ValueError where it is none."""
    return date.fromisoformat((written + "-01-01")[:10])


def last_day(written: str) -> date:
    """The last day that the date may mean; raises ValueError where it is none."""
    if len(written) == 4:
        return date(int(written), 12, 31)
    if len(written) == 7:
        year, month = int(written[:4]), int(written[5:])
        return date(year + month // 12, month % 12 + 1, 1) - timedelta(days=1)
    return date.fromisoformat(written)


def covers(holding: Holding, on: str) -> bool:
    """Whether the office may have been held on the date; what is unknown counts as possible."""
    if holding.since and first_day(holding.since) > last_day(on):
        return False
    return not (holding.until and last_day(holding.until) < first_day(on))


def is_stale(holding: Holding, on: str) -> bool:
    """Whether nobody knows if the office is still held on the date."""
    return holding.until is None and first_day(on) > last_day(holding.as_of) + LASTING
