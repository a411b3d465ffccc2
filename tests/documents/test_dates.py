"""Is a written date read as precisely as it is written, and nothing made up?"""

import re
from datetime import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.documents.dates import find_date_in_address, is_month_first, parse_date


@pytest.mark.parametrize(
    ("written", "date"),
    [
        ("2025-04-23", "2025-04-23"),
        ("2025-04", "2025-04"),
        ("2025-04-23T10:15", "2025-04-23T10:15"),
        ("2025-04-23T10:15:30Z", "2025-04-23T10:15:30Z"),
        ("2025-04-23T10:15:30.123456+01:00", "2025-04-23T10:15:30+01:00"),
        ("2025-04-23 10:15:30 -0530", "2025-04-23T10:15:30-05:30"),
        ("20250423", "2025-04-23"),
        ("20250423T101500Z", "2025-04-23T10:15:00Z"),
        ("1745403300", "2025-04-23T10:15:00Z"),
        ("1745403300000", "2025-04-23T10:15:00Z"),
        ("Wed, 23 Apr 2025 10:15:00 GMT", "2025-04-23T10:15:00Z"),
        ("Wed Apr 23, 2025 at 3:05 p.m.", "2025-04-23T15:05"),
        ("April 23rd, 2025", "2025-04-23"),
        ("12:05 AM, 23 April 2025", "2025-04-23T00:05"),
        ("Published 23 April 2025, updated 24 April 2025", "2025-04-23"),
        ("23.04.2025, 10.15 Uhr", "2025-04-23T10:15"),
        ("Mittwoch, 23. April 2025", "2025-04-23"),
        ("mercredi 23 avril 2025 à 10h15", "2025-04-23T10:15"),
        ("23 de abril de 2025", "2025-04-23"),
        ("23 апреля 2025, 12:30", "2025-04-23T12:30"),
        ("23 квітня 2025 року, 12:30", "2025-04-23T12:30"),
        ("23 Nisan 2025 12:22 UTC+3", "2025-04-23T12:22+03:00"),
        ("2025年4月23日 10時20分", "2025-04-23T10:20"),
        ("2025년 4월 23일", "2025-04-23"),
        ("23 أبريل 2025", "2025-04-23"),
        ("23/04/2025", "2025-04-23"),
        ("4-5-2025", "2025-05-04"),
    ],
)
def test_a_date_keeps_the_precision_and_the_zone_that_it_is_written_with(written, date):
    assert parse_date(written) == date


@pytest.mark.parametrize(
    "written",
    [None, "", "yesterday", "2025", "in 2019", "31.02.2025", "2025-13-01", "99/99/2025", "3/4/2025",
     "23 Smarch 2025", "0001-01-01T00:00:00", "call 555-2025-04", "12:30"],
)  # fmt: skip
def test_what_is_no_date_or_could_be_two_gives_none(written):
    assert parse_date(written) is None


def test_a_midnight_is_no_time_of_day():
    assert parse_date("2025-04-23T00:00:00+02:00") == "2025-04-23"


def test_where_the_month_comes_first_is_for_the_caller_to_know():
    assert parse_date("3/4/2025", month_first=True) == "2025-03-04"
    assert parse_date("3/4/2025", month_first=False) == "2025-04-03"


@pytest.mark.parametrize(
    ("language", "region", "first"),
    [("en", "US", True), ("en", "GB", False), ("en", None, None), ("de", None, False),
     (None, None, None)],
)  # fmt: skip
def test_americans_write_the_month_first(language, region, first):
    assert is_month_first(language, region) is first


@pytest.mark.parametrize(
    ("address", "date"),
    [
        ("https://courier.invalid/2025/04/23/ferry", "2025-04-23"),
        ("https://courier.invalid/world/2025-04-23-ferry", "2025-04-23"),
        ("https://courier.invalid/2025/04/ferry", "2025-04"),
        ("https://courier.invalid/ferry-2025", None),
        ("https://courier.invalid/article/20251345", None),
        (None, None),
    ],
)
def test_the_date_in_an_address_is_found(address, date):
    assert find_date_in_address(address) == date


@given(st.text(max_size=80))
def test_any_text_gives_a_date_in_iso_8601_or_none(text):
    found = parse_date(text)
    if found is not None:
        datetime.fromisoformat(found if len(found) > 7 else f"{found}-01")


@given(st.datetimes(datetime.fromisoformat("1950-01-01"), datetime.fromisoformat("2090-01-01")))
def test_a_date_written_in_words_comes_back(moment):
    written = moment.strftime("%d %B %Y %H:%M")
    found = parse_date(written)
    assert found is not None
    assert found == moment.strftime("%Y-%m-%dT%H:%M" if moment.strftime("%H%M") != "0000" else "%F")
    assert re.fullmatch(r"[-\dT:]+", found)
