"""What is so many units from a day, and how is it written as a TIMEX3 value?"""

from calendar import monthrange
from datetime import date, timedelta
from typing import Final, Literal

import msgspec

Precision = Literal[
    "minute",
    "hour",
    "part_of_day",
    "day",
    "weekend",
    "week",
    "month",
    "season",
    "quarter",
    "half",
    "year",
    "decade",
    "century",
    "past",
    "present",
    "future",
    "duration",
    "set",
]
DateKind = Literal["date", "time", "duration", "set"]

MONTHS: Final = {"month": 1, "quarter": 3, "half": 6, "year": 12, "decade": 120, "century": 1200}
DAYS: Final = {"day": 1, "week": 7, "weekend": 7, "fortnight": 14}
LETTERS: Final[dict[str, tuple[int, str]]] = {
    "second": (1, "S"),
    "minute": (1, "M"),
    "hour": (1, "H"),
    "day": (1, "D"),
    "week": (1, "W"),
    "weekend": (1, "WE"),
    "fortnight": (2, "W"),
    "month": (1, "M"),
    "quarter": (1, "Q"),
    "year": (1, "Y"),
    "decade": (10, "Y"),
    "century": (100, "Y"),
}
"""How many of which of ISO 8601's units a unit is."""
HALVES: Final = {
    "minute": "PT30S",
    "hour": "PT30M",
    "day": "PT12H",
    "year": "P6M",
    "decade": "P5Y",
    "century": "P50Y",
}
SEASON_STARTS: Final = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}


class Moment(msgspec.Struct, frozen=True):
    """A period of the calendar: a day in it, and how long it is."""

    day: date
    unit: Precision


class Value(msgspec.Struct, frozen=True):
    """What an expression means; the moment where it is a period of the calendar."""

    value: str | None
    precision: Precision
    kind: DateKind
    moment: Moment | None = None


def shift(day: date, unit: str, number: int) -> date:
    """The day so many units later; at the end of a shorter month its last day.

    Raises OverflowError or ValueError where the calendar ends.
    """
    if unit in DAYS:
        return day + timedelta(days=DAYS[unit] * number)
    months = day.year * 12 + day.month - 1 + MONTHS[unit] * number
    year, month = divmod(months, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def write(day: date, unit: Precision) -> str:
    """The TIMEX3 value of the period of that length in which the day lies."""
    year, week, _ = day.isocalendar()
    forms = {
        "weekend": f"{year}-W{week:02}-WE",
        "week": f"{year}-W{week:02}",
        "month": f"{day:%Y-%m}",
        "quarter": f"{day.year}-Q{(day.month + 2) // 3}",
        "half": f"{day.year}-H{(day.month + 5) // 6}",
        "year": f"{day.year:04}",
        "decade": f"{day.year:04}"[:3],
        "century": f"{day.year:04}"[:2],
    }
    return forms.get(unit, day.isoformat())


def describe(day: date, unit: Precision) -> Value:
    """The period of that length in which the day lies."""
    return Value(write(day, unit), unit, "date", Moment(day, unit))


def measure(unit: str, number: float | None, *, half: bool = False) -> str:
    """The value of a duration; None stands for an unknown number of units."""
    times, letter = LETTERS[unit]
    prefix = "PT" if unit in ("second", "minute", "hour") else "P"
    if number is None:
        return f"{prefix}X{letter}"
    if half and unit == "hour":
        return f"PT{number:g}H30M"
    return f"{prefix}{(number + 0.5 * half) * times:.10g}{letter}"


def find_weekday(day: date, weekday: int, step: Literal[-1, 1]) -> date:
    """The next day with that ISO number from the day on, itself included, forward or back."""
    away = (weekday - day.isoweekday()) * step % 7
    return day + timedelta(days=away * step)


def find_in_week(day: date, weekday: int, weeks: int = 0) -> date:
    """The day with that ISO number in the week of the day, or so many weeks later."""
    return day + timedelta(days=weekday - day.isoweekday() + 7 * weeks)


def find_easter(year: int) -> date:
    """Easter Sunday of the Western churches (Meeus's form of the anonymous Gregorian algorithm)."""
    a, b, c = year % 19, year // 100, year % 100
    d = (19 * a + b - b // 4 - (b - (b + 8) // 25 + 1) // 3 + 15) % 30
    e = (32 + 2 * (b % 4) + 2 * (c // 4) - d - c % 4) % 7
    f = d + e - 7 * ((a + 11 * d + 22 * e) // 451) + 114
    return date(year, f // 31, f % 31 + 1)


def find_holiday(rule: str, year: int) -> date:
    """The day of a holiday: by month and day, by days from Easter, or by the which-th weekday."""
    if rule.startswith("easter"):
        return find_easter(year) + timedelta(days=int(rule.split()[1]))
    if "-" in rule.split(maxsplit=1)[0]:
        return date.fromisoformat(f"{year}-{rule}")
    month, which, weekday = map(int, rule.split())
    if which < 0:
        return find_weekday(date(year, month, monthrange(year, month)[1]), weekday, -1)
    return find_weekday(date(year, month, 1), weekday, 1) + timedelta(days=7 * (which - 1))
