"""Which day or month does an expression mean?"""

import re
from datetime import date, timedelta
from typing import Final

from sayso.reading.date_contexts import Story
from sayso.reading.date_finds import Found
from sayso.reading.date_values import (
    Moment,
    Precision,
    Value,
    describe,
    find_holiday,
    find_in_week,
    find_weekday,
    shift,
)

_FAR: Final = 270
"""Days after which a date without a year is rather the one that is near on the other side: by the
agencies' styles the year is left out only where it is plain."""
_NEAR: Final = 95
_IMMINENT: Final = 31
"""The same where a verb tells of the past: "announced a summit on March 12"."""
_CLOSE: Final = 14
"""Days around publication within which a day is of its year, whatever was said before."""
_NOUN: Final = 60
"""Characters behind a day in which the noun is looked for by which its year is known."""
_HEAD: Final = 400
"""Characters at the head of a text in which a date line may stand."""
_LATE: Final = 3
"""Days between a date line and publication."""
_DATELINE: Final = re.compile(r"\W*[A-Z][A-Z .'’/-]+(?:, [A-Z][A-Za-z. ]{1,20}?)?, ")
_DATELINE_END: Final = re.compile(r"\.?\s?(?:\(|/|--|[–—]|- )")
_UNKNOWN_DAY: Final = Value(None, "day", "date")


def read_calendar(found: Found, story: Story) -> Value:
    """For "23 April 2025", "April 23", "April", "the 20th of this month"."""
    parts, words = found.parts, story.grammar.words
    if "month" not in parts and "monthnumber" not in parts:
        base = find_base(found, story)
        return describe(base.replace(day=int(parts["day"])), "day") if base else _UNKNOWN_DAY
    month = int(parts.get("monthnumber") or story.grammar.find_month(parts["month"]))
    day = int(parts.get("day") or words.ordinals.get(parts.get("ordinal", ""), 0))
    unit: Precision = "day" if day else "month"
    if "year" in parts:
        year: int | None = int(parts["year"])
    else:
        year = _find_known_year(found, story, month, day) or find_year(found, story, month, day)
    return describe(date(year, month, day or 1), unit) if year else Value(None, unit, "date")


def note_years(found: list[Found], story: Story) -> None:
    """Tells the story with which year the text gives a day, where it does; the first one counts."""
    for item in found:
        if item.sense == "calendar" and item.has_day and "year" in item.parts:
            moment = _try_calendar(item, story)
            if moment:
                story.years.setdefault((moment.day.month, moment.day.day), moment.day.year)


def _try_calendar(found: Found, story: Story) -> Moment | None:
    """The day; None where the calendar has no such day."""
    try:
        return read_calendar(found, story).moment
    except ValueError:
        return None


def find_dateline(found: list[Found], story: Story) -> date | None:
    """The day of the line "ROME, April 22 (Agency) -" with which agencies' copy begins.

    None where there is none, or where it is not of about the day of publication.
    """
    for item in found:
        if item.start > _HEAD:
            break
        line = story.text[: item.start].rpartition("\n")[2]
        if item.sense == "calendar" and item.has_day and _DATELINE.fullmatch(line):
            moment = _try_calendar(item, story)
            if moment and _DATELINE_END.match(story.text, item.end):
                away = moment.day - (story.published or moment.day)
                return moment.day if abs(away.days) <= _LATE else None
    return None


def read_nth_weekday(found: Found, story: Story) -> Value:
    """For "The first Monday of October"."""
    parts, grammar = found.parts, story.grammar
    month = grammar.find_month(parts["month"])
    year = int(parts["year"]) if "year" in parts else find_year(found, story, month, 0)
    if year is None:
        return _UNKNOWN_DAY
    number = grammar.words.ordinals[parts["ordinal"]]
    return describe(
        find_holiday(f"{month} {number} {grammar.find_weekday(parts['weekday'])}", year), "day"
    )


def find_base(found: Found, story: Story) -> date | None:
    """A day in the period that words such as "this", "last", "the previous" and a unit name."""
    which, unit = found.parts["whose"].split()[-1], found.parts["unit"]
    shifts = story.grammar.words.shifts
    if which in shifts.there:
        anchor, number = story.find_anchor(found.start, unit), shifts.there[which]
    else:
        anchor, number = story.published, shifts.here.get(which, 0)
    return anchor and shift(anchor.replace(day=1), unit, number)


def _find_known_year(found: Found, story: Story, month: int, day: int) -> int | None:
    """The year that the text has given with that day, or by which the day is known."""
    if not day or found.parts.keys() & {"whose", "which", "weekday"}:
        return None
    for event in story.grammar.words.events:
        named = re.match(event.behind, story.small[found.end : found.end + _NOUN])
        if named and (month, day) == (event.month, event.day):
            return event.year
    year = story.years.get((month, day))
    if year and story.published:
        near = date(story.published.year, month, day) - story.published
        return None if abs(near.days) <= _CLOSE else year
    return year


def find_year(found: Found, story: Story, month: int, day: int) -> int | None:
    """The year of a month, or a day, that is written without it."""
    published, shifts = story.published, story.grammar.words.shifts
    if "whose" in found.parts:
        base = find_base(found, story)
        return base.year if base else None
    if published is None:
        return None
    which = found.which
    if which in shifts.there:
        anchor = story.find_anchor(found.start, "year")
        return anchor.year if anchor else None
    place, today = (month, day or 1), (published.month, published.day if day else 1)
    past = published.year - (place > today)
    future = published.year + (place < today)
    if which:
        away, same = shifts.here[which], place == today
        return published.year if away == 0 else past - same if away < 0 else future + same
    if "weekday" in found.parts and day:
        years = [y for y in (past, future) if _falls_on(date(y, month, day), found, story)]
        if len(years) == 1:
            return years[0]
    back = (published - date(past, month, day or 1)).days
    ahead = (date(future, month, day or 1) - published).days
    direction = story.find_direction(found)
    if direction == "future":
        return past if ahead > _FAR and back <= _IMMINENT else future
    near = _NEAR if direction is None else _IMMINENT if day else 0
    return future if back > _FAR and ahead <= near else past


def _falls_on(day: date, found: Found, story: Story) -> bool:
    return day.isoweekday() == story.grammar.find_weekday(found.parts["weekday"])


def read_numeric(found: Found, story: Story) -> Value:
    """For "23.04.2025", "4/23/2025": the one that there is; of two the nearer to publication, or
    the one with the month first.
    """
    parts, published = found.parts, story.published
    first, second, year = int(parts["first"]), int(parts["second"]), int(parts["year"])
    if year < 100:
        year += 2000 if year < 70 else 1900
    days = []
    for month, day in ((first, second), (second, first)):
        try:
            days.append(date(year, month, day))
        except ValueError:
            continue
    if not days:
        return _UNKNOWN_DAY
    if "dayfirst" in parts:
        return describe(days[-1], "day")
    if published:
        days.sort(key=lambda day: abs((day - published).days))
    return describe(days[0], "day")


def read_weekday(found: Found, story: Story) -> Value:
    """For "Monday", "last Monday", "Monday of next week"."""
    parts, published, shifts = found.parts, story.published, story.grammar.words.shifts
    if published is None:
        return _UNKNOWN_DAY
    number = story.grammar.find_weekday(parts["weekday"])
    which, one = found.which, timedelta(days=1)
    if "whose" in parts:
        weeks = (shifts.here | shifts.there).get(parts["whose"].split()[-1], 0)
        return describe(find_in_week(published, number, weeks), "day")
    if "after" in parts and not which:
        first = story.find_anchor(found.start, "day") or published
        return describe(find_weekday(first, number, 1), "day")
    if which in shifts.there:
        anchor, way = story.find_anchor(found.start, "day") or published, shifts.there[which]
        return describe(find_weekday(anchor + one * way, number, 1 if way > 0 else -1), "day")
    if not which:
        future = story.find_direction(found) == "future"
        return describe(find_weekday(published, number, 1 if future else -1), "day")
    away = shifts.here[which]
    if away < 0:
        return describe(find_weekday(published - one, number, -1), "day")
    if away and which in shifts.kinds["nearest"]:
        return describe(find_weekday(published + one, number, 1), "day")
    return describe(find_in_week(published, number, away), "day")


def read_days(found: Found, story: Story) -> Value:
    """For "Yesterday", "today"."""
    if story.published is None:
        return _UNKNOWN_DAY
    away = story.grammar.words.days[" ".join(found.parts["days"].split())]
    return describe(story.published + timedelta(days=away), "day")


def read_nth_day(found: Found, story: Story) -> Value:
    """For "The 20th"."""
    day, published = int(found.parts["day"]), story.published
    if published is None:
        return _UNKNOWN_DAY
    past, future = day > published.day, day < published.day
    months = future if story.find_direction(found) == "future" else -past
    return describe(shift(published.replace(day=1), "month", months).replace(day=day), "day")


def read_known(found: Found, story: Story) -> Value:
    """For "9/11"."""
    return describe(date.fromisoformat(story.grammar.words.known[found.parts["known"]]), "day")


def read_holiday(found: Found, story: Story) -> Value:
    """For "Christmas", "last Easter"; with nothing that tells, the nearest one."""
    parts, published = found.parts, story.published
    rule = story.grammar.words.holidays[parts["holiday"]]
    if "year" in parts:
        return describe(find_holiday(rule, int(parts["year"])), "day")
    if published is None:
        return _UNKNOWN_DAY
    if "whose" in parts:
        base = find_base(found, story) or published
        return describe(find_holiday(rule, base.year), "day")
    days = [find_holiday(rule, published.year + i) for i in (-1, 0, 1)]
    away = story.grammar.words.shifts.here.get(found.which)
    if away == 0:
        return describe(days[1], "day")
    direction = story.find_direction(found) if away is None else None
    if away == -1 or direction == "past":
        return describe(max(day for day in days if day <= published), "day")
    if away == 1 or direction == "future":
        return describe(min(day for day in days if day >= published), "day")
    return describe(min(days, key=lambda day: abs((day - published).days)), "day")
