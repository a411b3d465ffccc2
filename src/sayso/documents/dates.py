"""When was it published, as precisely as the words say?"""

import json
import re
from calendar import monthrange
from datetime import UTC, datetime
from functools import cache
from importlib.resources import files
from typing import Final

EARLIEST: Final = 1900
"""Pages of newspaper archives go back about as far; what is older is a misreading."""
LATEST: Final = 2100
_LONGEST: Final = 200
"""Characters of a text that are looked at for a date."""

_ISO: Final = re.compile(
    r"(?<![\d-])(?P<y>[12]\d{3})(?:-(?P<m>[01]?\d)(?:-(?P<d>[0-3]?\d)(?!\d))?)?"
    r"(?:[T ]\s?(?P<H>[0-2]?\d):(?P<M>[0-5]\d)(?::(?P<S>[0-6]\d)(?:[.,]\d+)?)?"
    r"\s?(?P<Z>Z|UTC|GMT|[+-]\d{2}:?(?:\d{2})?)?)?(?![\d])",
    re.IGNORECASE,
)
_COMPACT: Final = re.compile(
    r"^(?P<y>[12]\d{3})(?P<m>[01]\d)(?P<d>[0-3]\d)"
    r"(?:T?(?P<H>[0-2]\d)(?P<M>[0-5]\d)(?P<S>[0-6]\d)?(?P<Z>Z|[+-]\d{2}:?\d{2})?)?$"
)
_EPOCH: Final = re.compile(r"^\d{10}(?:\d{3})?$")
_NUMERIC: Final = re.compile(
    r"(?<![\d./-])(?P<a>\d{1,2})\s?(?P<sep>[./-])\s?(?P<b>\d{1,2})\s?(?P=sep)\s?(?P<y>[12]\d{3}|\d{2})(?!\d)"
)
_YEAR_FIRST: Final = re.compile(
    r"(?<!\d)(?P<y>[12]\d{3})\s?(?:[./]|年|년)\s?(?P<m>[01]?\d)\s?(?:[./]|月|월)\s?(?P<d>[0-3]?\d)(?!\d)"
)
_TIME: Final = re.compile(
    r"(?<!\d)(?P<H>[0-2]?\d)\s?(?:[:h時시]|\.(?=[0-5]\d\s*Uhr))\s?(?P<M>[0-5]\d)(?::(?P<S>[0-5]\d))?(?!\d)"
    r"\s?(?P<half>[ap]\.?\s?m\b\.?)?"
    r"(?:\s?(?P<Z>Z\b|UTC(?:[+-]\d{1,2})?|GMT(?:[+-]\d{1,2})?|[+-]\d{2}:?\d{2}\b))?",
    re.IGNORECASE,
)
_ADDRESS: Final = re.compile(
    r"/(?P<y>(?:19|20)\d{2})[/_-]?(?P<m>0[1-9]|1[0-2]|[1-9](?=[/_-]))[/_-]?(?P<d>[0-2]\d|3[01]|[1-9](?=[/_-]))?(?=[/_.-]|$)"
)


def parse_date(text: str | None, *, month_first: bool | None = None) -> str | None:
    """The first date in a short text in ISO 8601, as precise as it is written, or None.

    Years alone are no date. A time of exactly midnight is taken for a missing one. Where both
    numbers of 3/4/2025 could be the month, `month_first` decides; None means day first where
    points or hyphens part them, and no date where strokes do.
    """
    if not text:
        return None
    text = " ".join(text[:_LONGEST].split())
    if _EPOCH.match(text):
        return _write_epoch(int(text[:10]))
    for found in (_COMPACT.match(text), _ISO.search(text), _YEAR_FIRST.search(text)):
        if found and found["m"]:
            groups = found.groupdict()
            clock = groups if groups.get("H") else _find_time(text[found.end() :])
            return _write(groups["y"], groups["m"], groups["d"], clock)
    return _parse_words(text) or _parse_numbers(text, month_first)


def find_date_in_address(url: str | None) -> str | None:
    """The date that an address gives, to the day or to the month, or None."""
    found = _ADDRESS.search(url or "")
    return _write(found["y"], found["m"], found["d"], None) if found else None


def is_month_first(language: str | None, region: str | None) -> bool | None:
    """Whether numbers are written month first, where that is known."""
    if region in ("US", "PH"):
        return True
    return None if language in (None, "en") and region is None else False


@cache
def _load_months() -> dict[str, int]:
    """Each written form of a month, in small letters, with its number."""
    content = files("sayso.documents").joinpath("months.json").read_text(encoding="utf-8")
    forms: dict[str, int] = {}
    for names in json.loads(content).values():
        for number, name in enumerate(names, 1):
            for form in name.split("|"):
                forms.setdefault(form.casefold(), number)
    return forms


@cache
def _compile_words() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """The patterns of "23 April 2025" and "April 23, 2025" in all the languages known."""
    names = "|".join(sorted(map(re.escape, _load_months()), key=len, reverse=True))
    year = r"(?P<y>[12]\d{3})(?!\d)"
    day = r"(?<!\d)(?P<d>[0-3]?\d)(?!\d)(?:st|nd|rd|th|er|\.|º|ª|-?го|-?ше)?"
    joint = r"[\s,./-]*(?:de\s+|del\s+|of\s+|d['’]|م\s*)?"
    first = rf"{day}{joint}\b(?P<n>{names})\b\.?{joint}{year}"
    second = rf"\b(?P<n>{names})\b\.?\s*{day}(?:,|\s|\.)*{year}"
    return re.compile(first, re.IGNORECASE), re.compile(second, re.IGNORECASE)


def _parse_words(text: str) -> str | None:
    for pattern in _compile_words():
        found = pattern.search(text)
        if found:
            month = _load_months()[found["n"].casefold()]
            clock = _find_time(text[found.end() :]) or _find_time(text[: found.start()])
            return _write(found["y"], str(month), found["d"], clock)
    return None


def _parse_numbers(text: str, month_first: bool | None) -> str | None:
    found = _NUMERIC.search(text)
    if not found:
        return None
    a, b, year = int(found["a"]), int(found["b"]), found["y"]
    year = year if len(year) == 4 else f"20{year}"
    if a <= 12 and b <= 12 and a != b and month_first is None and found["sep"] == "/":
        return None
    if b > 12 or (month_first and a <= 12):
        a, b = b, a
    return _write(year, str(b), str(a), _find_time(text[found.end() :]))


def _find_time(text: str) -> dict[str, str | None] | None:
    found = _TIME.search(text[:60])
    if not found:
        return None
    clock = found.groupdict()
    half = clock.pop("half")
    if half:
        hour = int(clock["H"] or 0) % 12 + (12 if half[0] in "pP" else 0)
        clock["H"] = str(hour)
    return clock


def _write(
    year: str, month: str, day: str | None, clock: dict[str, str | None] | None
) -> str | None:
    """The date in ISO 8601, or None if there is no such day."""
    y, m = int(year), int(month)
    if not (EARLIEST <= y <= LATEST and 1 <= m <= 12):
        return None
    if day is None:
        return f"{y:04}-{m:02}"
    d = int(day)
    if not 1 <= d <= monthrange(y, m)[1]:
        return None
    written = f"{y:04}-{m:02}-{d:02}"
    return written + (_write_time(clock) if clock else "")


def _write_time(clock: dict[str, str | None]) -> str:
    hour, minute, second = clock["H"] or "", clock["M"] or "", clock.get("S")
    if int(hour) > 23 or (int(hour) == int(minute) == int(second or 0) == 0):
        return ""
    written = f"T{int(hour):02}:{minute}" + (f":{int(second):02}" if second else "")
    return written + _write_zone(clock.get("Z") or "")


def _write_zone(zone: str) -> str:
    zone = zone.upper().removeprefix("UTC").removeprefix("GMT") or ("Z" if zone else "")
    if zone in ("", "Z"):
        return zone
    digits = zone[1:].replace(":", "")
    digits = digits.zfill(2) if len(digits) < 3 else digits.zfill(4)
    return f"{zone[0]}{digits[:2]}:{digits[2:] or '00'}"


def _write_epoch(seconds: int) -> str | None:
    moment = datetime.fromtimestamp(seconds, UTC)
    return moment.strftime("%Y-%m-%dT%H:%M:%SZ") if moment.year >= 1995 else None
