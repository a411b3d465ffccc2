"""Which days may a date mean?"""

import re
from datetime import date, timedelta

DAY = re.compile(r"(\d{4})-(\d\d)-(\d\d)")
MONTH = re.compile(r"(\d{4})-(\d\d)$")
YEAR = re.compile(r"(\d{4})$")
WEEK = re.compile(r"(\d{4})-W(\d\d)(-WE)?$")
QUARTER = re.compile(r"(\d{4})-Q([1-4])$")
HALF = re.compile(r"(\d{4})-H([12])$")
SEASON = re.compile(r"(\d{4})-(SP|SU|FA|AU|WI)$")
SEASONS = {"SP": (3, 5), "SU": (6, 8), "FA": (9, 11), "AU": (9, 11), "WI": (12, 2)}
"""First and last month, on the northern half of the Earth."""

Range = tuple[date, date]


def range_of(value: str | None) -> Range | None:
    """The first and the last day of a TIMEX3 value; None where it is no stretch of the calendar."""
    try:
        return _read(value or "")
    except ValueError:
        return None


def _read(value: str) -> Range | None:
    if found := DAY.match(value):
        day = date(*map(int, found.groups()))
        return day, day
    if found := MONTH.match(value):
        return _months(int(found[1]), int(found[2]), int(found[2]))
    if found := YEAR.match(value):
        return _months(int(found[1]), 1, 12)
    if found := WEEK.match(value):
        monday = date.fromisocalendar(int(found[1]), int(found[2]), 1)
        return monday + timedelta(days=5 if found[3] else 0), monday + timedelta(days=6)
    if found := QUARTER.match(value):
        return _months(int(found[1]), 3 * int(found[2]) - 2, 3 * int(found[2]))
    if found := HALF.match(value):
        return _months(int(found[1]), 6 * int(found[2]) - 5, 6 * int(found[2]))
    if found := SEASON.match(value):
        return _months(int(found[1]), *SEASONS[found[2]])
    return None


def _months(year: int, first: int, last: int) -> Range:
    """From the first day of a month to the last of another, of the next year if that is earlier."""
    until = year + (last < first)
    after = date(until + last // 12, last % 12 + 1, 1)
    return date(year, first, 1), after - timedelta(days=1)


def may_be_one(one: str | None, other: str | None) -> bool:
    """Whether two values have a day in common; also where one of them is no stretch of days."""
    a, b = range_of(one), range_of(other)
    return a is None or b is None or (a[0] <= b[1] and b[0] <= a[1])
