"""Which days may a date mean?"""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.reading.date_ranges import may_be_one, range_of


@pytest.mark.parametrize(
    ("value", "first", "last"),
    [
        ("2025-04-23", "2025-04-23", "2025-04-23"),
        ("2025-04-23T09:00", "2025-04-23", "2025-04-23"),
        ("2025-02", "2025-02-01", "2025-02-28"),
        ("2025-12", "2025-12-01", "2025-12-31"),
        ("2025", "2025-01-01", "2025-12-31"),
        ("2025-W17", "2025-04-21", "2025-04-27"),
        ("2025-W17-WE", "2025-04-26", "2025-04-27"),
        ("2025-Q4", "2025-10-01", "2025-12-31"),
        ("2025-H1", "2025-01-01", "2025-06-30"),
        ("2025-WI", "2025-12-01", "2026-02-28"),
    ],
)
def test_a_value_has_a_first_and_a_last_day(value, first, last):
    assert range_of(value) == (date.fromisoformat(first), date.fromisoformat(last))


@pytest.mark.parametrize("value", [None, "", "P3D", "PAST_REF", "199", "2025-13-45"])
def test_what_is_no_stretch_of_the_calendar_has_none(value):
    assert range_of(value) is None
    assert may_be_one(value, "2025-04-23")


def test_a_day_and_its_week_may_be_one_and_two_days_may_not():
    assert may_be_one("2025-W16", "2025-04-15")
    assert not may_be_one("2025-04-15", "2025-04-16")


@given(st.text("0123456789-WQHTXEPSU", max_size=12))
def test_no_value_is_too_odd(value):
    found = range_of(value)
    assert found is None or found[0] <= found[1]
