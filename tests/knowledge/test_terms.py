"""Is a date within a term of office, whatever is known of either?"""

import pytest

from sayso.knowledge import Holding
from sayso.knowledge.terms import covers, is_date, is_stale, last_day


def hold(since: str | None, until: str | None, as_of: str = "2025-06") -> Holding:
    return Holding(
        person="p",
        title="king",
        kind="head_of_state",
        since=since,
        until=until,
        as_of=as_of,
        source="s",
    )


@pytest.mark.parametrize(
    ("since", "until", "on", "inside"),
    [
        ("2024-09-05", None, "2024-09-05", True),
        ("2024-09-05", None, "2024-09-04", False),
        ("2024-09", None, "2024-09-01", True),
        ("2024", "2025", "2025-12-31", True),
        ("2024", "2025", "2026-01-01", False),
        (None, "2020-02-29", "2020-03-01", False),
        (None, None, "1900-01-01", True),
        ("2024-09-05", "2025", "2024", True),
    ],
)
def test_what_is_unknown_counts_as_possible(
    since: str | None, until: str | None, on: str, inside: bool
):
    assert covers(hold(since, until), on) is inside


def test_an_office_without_an_end_is_stale_after_ninety_days():
    assert not is_stale(hold("2024", None), "2025-09-28")
    assert is_stale(hold("2024", None), "2025-09-29")
    assert not is_stale(hold("2024", "2030"), "2029-01-01")


def test_only_iso_dates_are_dates():
    assert is_date("2024-02-29")
    assert is_date("2024-02")
    assert is_date("2024")
    for written in ("2023-02-29", "24", "2024-2", "2024-02-30", "yesterday", "2024-00"):
        assert not is_date(written)


def test_the_last_day_of_december_is_known():
    assert last_day("2024-12").isoformat() == "2024-12-31"
