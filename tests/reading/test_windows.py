"""Which stretches does the encoder read at once?"""

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.reading.encoder import load_encoder
from sayso.reading.windows import Window, split_windows

SENTENCE = "The envoy said the talks would go on until the last prisoner is home. "


def windows_of(text: str, size: int = 64) -> list[Window]:
    stretches = [m.span() for m in re.finditer(r"\S[^\n]*", text)]
    return split_windows(text, stretches, load_encoder().tokenizer, size)


@given(st.lists(st.text(max_size=60), max_size=12).map("\n".join))
@settings(max_examples=60, deadline=None)
def test_every_piece_lies_in_the_text_in_order(text: str) -> None:
    last = 0
    for window in windows_of(text):
        assert len(window.ids) == len(window.capitals) == len(window.starts) == len(window.ends)
        assert len(window.ids) <= 64
        for start, end in zip(window.starts, window.ends, strict=True):
            assert 0 <= start <= end <= len(text)
            assert start >= last or start == end
            last = max(last, start)


def test_a_long_paragraph_is_cut_after_a_sentence() -> None:
    text = SENTENCE * 12
    windows = windows_of(text)
    assert len(windows) > 1
    assert all(text[window.ends[-1] - 1] == "." for window in windows)


def test_a_window_that_would_begin_with_a_quotation_begins_with_the_paragraph_before() -> None:
    text = "\n".join(
        ["Snow fell on the pass. " * 3] * 3 + ["The envoy went on.", "“We stay. ” " * 4]
    )
    second = windows_of(text, size=80)[1]
    assert text[second.starts[0] :].startswith("The envoy went on.")


def test_capital_letters_are_told_to_the_uncased_encoder() -> None:
    (window,) = windows_of("Ivana left")
    words = dict(zip((a for a in window.starts[1:]), window.capitals[1:], strict=True))
    assert words[0] == 1
    assert words[6] == 0


@pytest.mark.parametrize("text", ["", " \n\t\n"])
def test_no_text_makes_no_window(text: str) -> None:
    assert windows_of(text) == []
