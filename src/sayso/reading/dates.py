"""Of which times does the text speak, and when are they?"""

import re
from collections.abc import Callable
from datetime import date, timedelta
from typing import Final

import msgspec

from sayso.reading import date_periods as periods
from sayso.reading import date_readings as readings
from sayso.reading import date_spans as spans
from sayso.reading.date_contexts import Story
from sayso.reading.date_finds import Found, join, lower, scan
from sayso.reading.date_readings import find_dateline, note_years
from sayso.reading.date_values import DateKind, Precision, Value
from sayso.reading.date_words import load_grammar

_MARGIN: Final = 200
"""Characters around the stretch that serve as context."""
_NIGHTFALL: Final = 5
"""Hours up to which "at night" means the small hours."""
_PRECISIONS: Final[dict[str, Precision]] = {
    "PAST_REF": "past",
    "PRESENT_REF": "present",
    "FUTURE_REF": "future",
}


class Date(msgspec.Struct, frozen=True, kw_only=True):
    """An expression of time: the words, and what they mean."""

    start: int
    end: int
    text: str
    value: str | None
    """As in TIMEX3: 2025-04-23, 2025-W17, P3D, PAST_REF; None where it cannot be resolved. Times of
    day are those of the place meant: zones are not reckoned."""
    precision: Precision
    kind: DateKind


def find_dates(text: str, start: int, end: int, published: date | None) -> tuple[Date, ...]:
    """The expressions of time in text[start:end], in the order of the text; empty without any.

    What is counted from the day of publication has no value where that is None. What counts from
    another date ("a day later") counts from the last one in the stretch, else from publication.
    Values and types are TIMEX3's (https://timeml.github.io); prepositions stand outside.
    """
    offset = max(0, start - _MARGIN)
    piece = text[offset : end + _MARGIN]
    grammar = load_grammar()
    small = lower(piece)
    found = join(small, list(scan(piece, small, start - offset, end - offset, grammar)), grammar)
    values = _resolve(found, Story(piece, small, grammar, published))
    return tuple(
        Date(
            start=item.start + offset,
            end=item.end + offset,
            text=piece[item.start : item.end],
            value=value.value,
            precision=value.precision,
            kind=value.kind,
        )
        for item, value in zip(found, values, strict=True)
        if not _is_vague(piece[item.start : item.end], value)
    )


def _is_vague(words: str, value: Value) -> bool:
    """Whether a stretch of time has neither length nor place in time: "for years"."""
    length = value.value or ""
    return length.startswith(("PX", "PTX")) and not _LOCATED.search(words)


_LOCATED = re.compile(r"\b(?:coming|next|past|last|recent)\b", re.IGNORECASE)


def _resolve(found: list[Found], story: Story) -> list[Value]:
    """What each means: first the days, then the times of day that may belong to a later one.

    Where the copy has a date line of about its publication, "today" is the day of that line.
    """
    note_years(found, story)
    story.published = find_dateline(found, story) or story.published
    values: list[Value | None] = []
    for item in found:
        value = None if _is_bare_time(item) else _read(item, story)
        values.append(value)
        story.note(item.start, value.moment if value else None)
    return [value or _read(item, story) for item, value in zip(found, values, strict=True)]


def _is_bare_time(item: Found) -> bool:
    return item.sense == "clock" or (item.sense == "part" and not item.which)


def _read(item: Found, story: Story) -> Value:
    """What an expression means; without a value where there is no such day."""
    try:
        return _add_time(_READERS[item.sense](item, story), item, story)
    except (ValueError, OverflowError):
        return Value(None, "day", "date")


def _read_clock(item: Found, story: Story) -> Value:
    day = story.find_day_near(item)
    return Value(day.isoformat() if day else None, "day", "date")


def _read_reference(item: Found, story: Story) -> Value:
    value = story.grammar.words.references[" ".join(item.parts["reference"].split())]
    return Value(value, _PRECISIONS[value], "date")


def _add_time(value: Value, item: Found, story: Story) -> Value:
    """The value with the time of day that the expression gives, if it does."""
    parts, words = item.parts, story.grammar.words
    if value.kind != "date" or value.precision != "day":
        return value
    hour = _find_hour(item, story)
    if hour is not None:
        minute = int(parts.get("minute", 0))
        precision: Precision = "minute" if "minute" in parts else "hour"
        written = value.value and f"{value.value}T{hour:02}:{minute:02}"
        return Value(written, precision, "time", value.moment)
    part = words.day_parts.get(parts.get("days", ""))
    if "part" in parts:
        part = story.grammar.parts[" ".join(parts["part"].split())]
    if part is None:
        return value
    return Value(value.value, "part_of_day", "date", value.moment)


def _find_hour(item: Found, story: Story) -> int | None:
    """The hour of 24; None where it gives none."""
    parts, words = item.parts, story.grammar.words
    if "fixed" in parts:
        return words.fixed[parts["fixed"]]
    if "hour" not in parts and "hourword" not in parts:
        return None
    hour = int(parts.get("hour") or words.numbers[parts["hourword"]])
    part = story.grammar.parts.get(parts.get("part", ""))
    if "pm" in parts or part in ("AF", "EV") or (part == "NI" and hour > _NIGHTFALL):
        return hour % 12 + 12
    return hour % 12 if "am" in parts else hour % 24


_READERS: Final[dict[str, Callable[[Found, Story], Value]]] = {
    "stamp": readings.read_calendar,
    "calendar": readings.read_calendar,
    "numeric": readings.read_numeric,
    "known": readings.read_known,
    "clock": _read_clock,
    "weekday": readings.read_weekday,
    "nth_weekday": readings.read_nth_weekday,
    "nth_day": readings.read_nth_day,
    "holiday": readings.read_holiday,
    "days": readings.read_days,
    "part": periods.read_part,
    "unit": periods.read_unit,
    "season": periods.read_season,
    "quarter": periods.read_quarter,
    "year": periods.read_year,
    "named_year": periods.read_year,
    "early_year": periods.read_year,
    "decade": periods.read_decade,
    "bare_decade": periods.read_decade,
    "century": periods.read_century,
    "duration": spans.read_duration,
    "span": spans.read_span,
    "distance": spans.read_distance,
    "repeated": spans.read_repeated,
    "reference": _read_reference,
}
"""By the names of the rules: what reads the expressions that they find."""


AHEAD = frozenset({"planned", "proposed", "postponed", "cancelled"})
"""What has not been held."""


def turn_date(found: Date, published: date, status: str) -> Date:
    """The date, on the side of publication that the status of what it dates asks for.

    Only a bare weekday and a bare month can lie on either side; others stay as they are.
    """
    value = found.value or ""
    ahead = status in AHEAD
    if found.precision == "day" and _WEEKDAY.fullmatch(found.text):
        day = date.fromisoformat(value[:10])
        if ahead and day < published:
            return msgspec.structs.replace(found, value=(day + _WEEK).isoformat())
        if not ahead and day > published:
            return msgspec.structs.replace(found, value=(day - _WEEK).isoformat())
    if found.precision == "month" and not any(c.isdigit() for c in found.text):
        year, month = int(value[:4]), int(value[5:7])
        now = (published.year, published.month)
        if ahead and (year, month) < now:
            return msgspec.structs.replace(found, value=f"{year + 1:04}-{month:02}")
        if status == "happened" and (year, month) > now:
            return msgspec.structs.replace(found, value=f"{year - 1:04}-{month:02}")
    return found


_WEEK = timedelta(days=7)
_WEEKDAY = re.compile(r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day", re.IGNORECASE)
