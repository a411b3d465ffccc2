"""Where would an editor begin and end a span?"""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.reading.boundaries import find_antecedent, trim_content, trim_source


def content(text: str, *pieces: str) -> list[str]:
    places = [(text.index(piece), text.index(piece) + len(piece)) for piece in pieces]
    return [text[a:b] for a, b in trim_content(text, places)]


@pytest.mark.parametrize(
    ("text", "found", "wanted"),
    [
        ("He said , that it ends.", ", that it ends.", "that it ends"),
        ("She said “we stay”.", "“we stay", "“we stay”"),
        ("She said “we stay.” Then", "“we stay.", "“we stay.”"),
        ("“We stay,” she said.", "We stay,”", "“We stay,”"),
        ('"We stay," she said.', '"We stay,', '"We stay,"'),
        ("He lives in the U.S.", "in the U.S.", "in the U.S."),
        ("They agreed to end it — ", "to end it — ", "to end it"),
    ],
)
def test_loose_marks_go_and_quotation_marks_come_in_pairs(
    text: str, found: str, wanted: str
) -> None:
    assert content(text, found) == [wanted]


def test_spans_of_one_paragraph_with_only_space_between_become_one() -> None:
    assert content("a b", "a", "b") == ["a b"]


def test_spans_of_two_paragraphs_stay_two() -> None:
    assert content("a\n\nb", "a", "b") == ["a", "b"]


def test_a_span_without_a_letter_goes() -> None:
    assert content("he said … ,", "… ,") == []


def test_a_source_loses_white_space_and_a_stray_comma() -> None:
    assert trim_source(" Dr. Roe, ", (0, 10)) == (1, 8)


def test_the_comma_that_closes_an_apposition_stays() -> None:
    assert trim_source("Roe, the mayor,", (0, 15)) == (0, 15)


def test_a_relative_clause_keeps_the_name_before_it() -> None:
    text = "President Adeyemi, who has long claimed the strait, left."
    start = text.index("who")
    assert [text[a:b] for a, b in find_antecedent(text, (start, start + 3))] == ["Adeyemi"]


def test_a_common_noun_before_a_relative_clause_is_not_taken() -> None:
    text = "people who said so"
    assert find_antecedent(text, (7, 10)) == []


@given(st.text(alphabet="ab “”\"'‘’,.\n", max_size=40), st.data())
def test_trimmed_spans_lie_in_the_text_in_order(text: str, data: st.DataObject) -> None:
    ends = st.integers(0, len(text))
    places = [tuple(sorted((data.draw(ends), data.draw(ends)))) for _ in range(3)]
    last = 0
    for start, end in trim_content(text, [(a, b) for a, b in places]):
        assert 0 <= start < end <= len(text)
        assert start >= last or end > start
        last = start
