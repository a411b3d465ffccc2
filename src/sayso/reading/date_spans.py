"""How long, how often, and how long ago?"""

from datetime import date
from typing import Final, cast

from sayso.reading.date_contexts import Story
from sayso.reading.date_finds import Found
from sayso.reading.date_values import HALVES, MONTHS, Precision, Value, describe, measure, shift
from sayso.reading.date_words import Words

_BEFORE_RATE: Final = 60
"""Characters in front of "a day" in which a number of something makes it a rate."""


def read_number(written: str, words: Words) -> float | None:
    """The number that the words or digits say; None where they leave it open."""
    written = written.strip()
    if written[0].isdigit():
        whole, mark, rest = written.replace(",", ".").partition(".")
        thousands = "," in written and len(rest) == 3
        return float(whole + rest if thousands else f"{whole}{mark}{rest}")
    parts = [word for word in written.replace("-", " ").split() if word not in words.fillers]
    if len(parts) > 1:
        parts = [word for word in parts if word not in words.articles]
    total = 0
    for word in parts:
        if word not in words.numbers:
            return None
        value = words.numbers[word]
        times = value >= 100 or (value == 12 and total)
        total = max(total, 1) * value if times else total + value
    return total


def read_duration(found: Found, story: Story) -> Value:
    """For "Three days", "half an hour", "decades"; a rate ("500 reports a day") is a set."""
    parts, grammar = found.parts, story.grammar
    if "halved" in parts:
        unit = grammar.units[parts["halved"]]
        return Value(HALVES.get(unit) or measure(unit, 0.5), "duration", "duration")
    if "units" in parts:
        return Value(measure(grammar.units[parts["units"]], None), "duration", "duration")
    unit = grammar.units[parts["unit"]]
    number = read_number(parts["count"], grammar.words)
    if parts["count"] in grammar.words.articles:
        if parts["unit"] == grammar.words.units[unit][0]:
            number = None
        start = max(0, found.start - _BEFORE_RATE)
        if grammar.rate.search(story.small, start, found.start):
            return Value(measure(unit, number), "set", "set")
    value = measure(unit, number, half="half" in parts)
    if "count2" in parts:
        second = read_number(parts["count2"], grammar.words)
        value = _append(value, measure(grammar.units[parts["unit2"]], second))
    return Value(value, "duration", "duration")


def _append(one: str, two: str) -> str:
    """Two durations as one."""
    return one + (two[2:] if "T" in one and "T" in two else two[1:])


def read_span(found: Found, story: Story) -> Value:
    """For "The last two weeks", "recent days"."""
    parts, grammar = found.parts, story.grammar
    if "units" in parts:
        return Value(measure(grammar.units[parts["units"]], None), "duration", "duration")
    number = read_number(parts["count"], grammar.words)
    value = measure(grammar.units[parts["unit"]], number, half="half" in parts)
    return Value(value, "duration", "duration")


def read_distance(found: Found, story: Story) -> Value:
    """For "two days ago", "three weeks later"; an unknown number gives only the direction, and
    hours cannot be counted from a day.
    """
    parts, grammar, shifts = found.parts, story.grammar, story.grammar.words.shifts
    which = " ".join(parts["which"].split())
    here, way = which in shifts.here, (shifts.here | shifts.there)[which]
    unit = grammar.units[parts["units" if "units" in parts else "unit"]]
    number: float | None = 0
    if "count" in parts or "units" in parts:
        number = read_number(parts["count"], grammar.words) if "count" in parts else None
    if number is None and here:
        reference: tuple[str, Precision] = (
            ("PAST_REF", "past") if way < 0 else ("FUTURE_REF", "future")
        )
        return Value(*reference, "date")
    if number is None:
        return Value(measure(unit, None), "duration", "duration")
    if unit in ("second", "minute", "hour"):
        return Value(None, "hour" if unit == "hour" else "minute", "time")
    anchor = story.published if here else story.find_anchor(found.start, unit)
    if "half" in parts or "count" not in parts:
        number += 0.5
    return _count(anchor, unit, way * number)


def _count(anchor: date | None, unit: str, number: float) -> Value:
    """The period of the unit that is so many units from the day."""
    unit, times = {"fortnight": ("week", 2), "weekend": ("week", 1)}.get(unit, (unit, 1))
    precision = cast("Precision", "year" if unit in ("decade", "century") else unit)
    number *= times
    if anchor is None:
        return Value(None, precision, "date")
    if number == int(number):
        return describe(shift(anchor, unit, int(number)), precision)
    if unit in MONTHS:
        months = MONTHS[unit] * number
        return describe(shift(anchor, "month", int(months)), "month")
    return Value(None, precision, "date")


def read_repeated(found: Found, story: Story) -> Value:
    """For "Every week", "annual", "on Mondays"."""
    return Value(_write_set(found.parts, story), "set", "set")


def _write_set(parts: dict[str, str], story: Story) -> str:
    grammar = story.grammar
    if "repeated" in parts:
        return grammar.words.repeated[parts["repeated"]]
    if "weekday" in parts:
        time = f"T{grammar.parts[parts['part']]}" if "part" in parts else ""
        return f"XXXX-WXX-{grammar.find_weekday(parts['weekday'])}{time}"
    if "month" in parts:
        return f"XXXX-{grammar.find_month(parts['month']):02}"
    if "season" in parts:
        return f"XXXX-{grammar.seasons[parts['season']]}"
    if "part" in parts:
        return f"XXXX-XX-XXT{grammar.parts[parts['part']]}"
    number = 2 if "other" in parts else read_number(parts.get("count", "1"), grammar.words)
    return measure(grammar.units[parts["unit"]], number)
