"""Does the benchmark of extraction count right, and say what is missing?"""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from benchmarks.extraction_pages import choose_half
from benchmarks.extraction_scores import agree_on_authors, agree_on_day, agree_on_title, compare

ROOT = Path(__file__).parents[2]


def test_without_the_pages_it_says_so_and_ends_well(tmp_path):
    environment = {**os.environ, "SHARED_DATA": str(tmp_path)}
    done = subprocess.run(
        [sys.executable, "-m", "benchmarks.extraction"],
        cwd=ROOT, env=environment, capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert (done.returncode, "Nothing was measured" in done.stdout) == (0, True)


def test_the_same_text_is_exact_whatever_its_white_space():
    overlap = compare("She said\nthat it would rain.", "She said that it  would rain.")
    assert (overlap.precision, overlap.recall, overlap.exact) == (1.0, 1.0, True)


def test_a_leaked_line_costs_precision_and_no_recall():
    overlap = compare("a b c d e", "a b c d e f")
    assert (overlap.precision, overlap.recall, overlap.exact) == (2 / 3, 1.0, False)


def test_nothing_found_scores_nothing():
    overlap = compare("a b c d e", "")
    assert (overlap.precision, overlap.recall) == (0.0, 0.0)


@pytest.mark.parametrize(
    ("found", "right"),
    [("By Una Fell and Sam Okoro", True), ("Sam Okoro, Una Fell", True), ("Una Fell", False)],
)
def test_a_byline_is_right_with_all_names_in_any_order(found, right):
    assert agree_on_authors(["Una Fell", "Sam Okoro"], found) is right


def test_titles_and_days_are_compared_as_written():
    assert agree_on_title("On the way!", "On the Way")
    assert agree_on_day("2025-04-23 10:00:00", "2025-04-23T12:00Z")
    assert not agree_on_day("2025-04-23", None)


def test_an_outlet_is_always_in_the_same_half():
    halves = {choose_half(f"outlet {n}") for n in range(20)}
    assert halves == {"tuning", "reporting"}
    assert choose_half("outlet 1") == choose_half("outlet 1")
