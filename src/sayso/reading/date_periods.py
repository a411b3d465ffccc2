"""Which week, season, year or century does an expression mean?"""

from datetime import date, timedelta
from typing import Final, cast

from sayso.reading.date_contexts import Story
from sayso.reading.date_finds import Found
from sayso.reading.date_readings import find_base
from sayso.reading.date_values import (
    SEASON_STARTS,
    Moment,
    Precision,
    Value,
    describe,
    measure,
    shift,
)

_HALF_SEASON: Final = 45
"""Days from the middle of a season to its end."""


def read_year(found: Found, story: Story) -> Value:  # noqa: ARG001 - all readers take the story
    """For "2014", "fiscal year 2025"."""
    return describe(date(int(found.parts["year"]), 1, 1), "year")


def read_decade(found: Found, story: Story) -> Value:
    """For "The 1990s", "the '90s", "the nineties"; of two digits the last that has begun."""
    parts = found.parts
    if "year" in parts:
        return describe(date(int(parts["year"]), 1, 1), "decade")
    tens = int(parts.get("tens") or story.grammar.words.tens[parts["ten"]])
    now = story.published.year if story.published else 2000
    century = 2000 if 2000 + tens * 10 <= now else 1900
    return describe(date(century + tens * 10, 1, 1), "decade")


def read_century(found: Found, story: Story) -> Value:
    """For "The 19th century"."""
    number = int(found.parts.get("nth") or story.grammar.words.ordinals[found.parts["ordinal"]])
    return describe(date(number * 100 - 99, 1, 1), "century")


def read_quarter(found: Found, story: Story) -> Value:
    """For "The first quarter", "Q3 2024", "the second half of last year"."""
    parts = found.parts
    number = int(parts.get("nth") or story.grammar.words.ordinals[parts["ordinal"]])
    unit: Precision = "half" if "semester" in parts else "quarter"
    months = 6 if unit == "half" else 3
    month = (number - 1) * months + 1
    if month > 12:
        return Value(None, unit, "date")
    if "year" in parts:
        return describe(date(int(parts["year"]), month, 1), unit)
    base = find_base(found, story) if "whose" in parts else story.published
    if base is None:
        return Value(None, unit, "date")
    ahead = "whose" not in parts and month > base.month
    past = ahead and story.find_direction(found) != "future"
    return describe(date(base.year - past, month, 1), unit)


def read_season(found: Found, story: Story) -> Value:
    """For "Last spring", "autumn 2023", "in the summer"."""
    parts, published = found.parts, story.published
    code = story.grammar.seasons[parts["season"]]
    if "year" in parts:
        return _write_season(int(parts["year"]), code)
    if published is None:
        return Value(None, "season", "date")
    if "whose" in parts:
        return _write_season((find_base(found, story) or published).year, code)
    away = story.grammar.words.shifts.here.get(found.which)
    if away == 0:
        return _write_season(published.year, code)
    starts = [date(published.year + i, SEASON_STARTS[code], 1) for i in (-2, -1, 0, 1)]
    direction = story.find_direction(found) if away is None else None
    if away == 1 or direction == "future":
        return _write_season(next(d for d in starts if _end(d) > published).year, code)
    if away == -1 or direction == "past":
        past = [d for d in starts if (_end(d) if away else d) <= published]
        return _write_season(past[-1].year, code)
    nearest = min(starts, key=lambda d: abs((_end(d) - published).days - _HALF_SEASON))
    return _write_season(nearest.year, code)


def _end(start: date) -> date:
    """When the season is over."""
    return shift(start, "quarter", 1)


def _write_season(year: int, code: str) -> Value:
    moment = Moment(date(year, SEASON_STARTS[code], 1), "season")
    return Value(f"{year}-{code}", "season", "date", moment)


def read_unit(found: Found, story: Story) -> Value:
    """For "Last week", "the previous day", "the end of the year"; "the past week" is a length."""
    unit, which = story.grammar.units[found.parts["unit"]], found.which
    shifts = story.grammar.words.shifts
    if which in shifts.kinds["length"] or _is_length(found, story):
        return Value(measure(unit, 1), "duration", "duration")
    number = (shifts.here | shifts.there).get(which, 0)
    if which in shifts.there or (found.definite and number == 1 and unit == "day"):
        anchor = story.find_anchor(found.start, unit)
    else:
        anchor = story.published
    if unit == "weekend" and not which and story.published and story.published.isoweekday() < 6:
        number = 0 if story.find_direction(found) == "future" else -1
    if unit == "fortnight":
        unit, number = "week", number * 2
    precision = cast("Precision", unit)
    if anchor is None:
        return Value(None, precision, "date")
    return describe(shift(anchor, unit, number), precision)


def _is_length(found: Found, story: Story) -> bool:
    """Whether "the last week" is a length of time: "over the last week"."""
    if not found.definite or found.which not in story.grammar.words.shifts.kinds["perhaps_length"]:
        return False
    place = found.end - len(found.which) - len(found.parts["unit"]) - 1
    return bool(story.grammar.within.search(story.small, max(0, place - 20), place))


def read_part(found: Found, story: Story) -> Value:
    """The day of "this morning", "last night", "the next evening", "in the morning"."""
    which, shifts = found.which, story.grammar.words.shifts
    number = (shifts.here | shifts.there).get(which, 0)
    if not which:
        anchor = story.find_day_near(found)
    elif which in shifts.there or number == 1:
        anchor = story.find_anchor(found.start, "day")
    else:
        anchor = story.published
    if anchor is None:
        return Value(None, "day", "date")
    return describe(anchor + timedelta(days=number), "day")
