"""Does the measure of dates count what is right as right, and what is wrong as wrong?"""

from datetime import date

import pytest

from benchmarks import dates, shared
from benchmarks.dates import Counts, Gold, Text, count, tell_scores
from sayso.reading.dates import Date

TEXT = "They met on Monday for two days, and again in May."


def place(words: str) -> tuple[int, int]:
    start = TEXT.index(words)
    return start, start + len(words)


GOLD = (
    Gold(*place("Monday"), "DATE", "2025-04-21"),
    Gold(*place("two days"), "DURATION", "P2D"),
    Gold(*place("May"), "DATE", None),
)


def find(words: str, value: str, kind: str) -> Date:
    start, end = place(words)
    return Date(start=start, end=end, text=words, value=value, precision="day", kind=kind)  # type: ignore[arg-type]


def test_what_is_all_right_has_full_marks():
    found = (
        find("Monday", "2025-04-21", "date"),
        find("two days", "P2D", "duration"),
        find("May", "2025-05", "date"),
    )
    counts = count(Text("1", TEXT, date(2025, 4, 23), GOLD), found)
    assert set(tell_scores(counts).values()) == {1.0}


def test_each_fault_lowers_its_own_figure():
    found = (
        find("on Monday", "2025-04-28", "time"),
        find("two days", "P2D", "duration"),
        find("again", "P1D", "set"),
    )
    counts = count(Text("1", TEXT, date(2025, 4, 23), GOLD), found)
    assert counts == Counts(gold=3, found=3, relaxed=2, strict=1, typed=1, valued=1)
    scores = tell_scores(counts)
    assert scores["span_relaxed_f1"] == pytest.approx(2 / 3)
    assert scores["value_f1"] == pytest.approx(1 / 3)


def test_nothing_found_and_nothing_to_find_is_no_error():
    assert count(Text("1", TEXT, None, ()), ()) == Counts()
    assert tell_scores(Counts())["value_f1"] == 0


def test_absent_data_is_told(monkeypatch, tmp_path, capsys):
    monkeypatch.setattr(shared, "SHARED", tmp_path)
    assert dates.main([]) == 0
    assert "Nothing was measured" in capsys.readouterr().err
