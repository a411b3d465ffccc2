"""Where does a sentence begin and end?"""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.reading.sentences import Sentences

PIECES = st.sampled_from(
    'Mr. U.S. J. 3.5 Ana left . ! ? … ?! ... " “ ” » ) ( — \n \n\n p.m. Россия é 🙂 a Z'.split(" ")
)


def split(text: str) -> list[str]:
    sentences, place, found = Sentences(text), 0, []
    while place < len(text):
        start, end = sentences.bounds(place)
        found.append(text[start:end].strip())
        place = max(end, place + 1)
    return found


@pytest.mark.parametrize("mark", [".", "!", "?", "…", "?!", "..."])
def test_a_stop_before_a_capital_ends_a_sentence(mark):
    assert split(f"Snow fell{mark} Nobody came.") == [f"Snow fell{mark}", "Nobody came."]


@pytest.mark.parametrize(
    "text",
    [
        "Mr. Roe met Gen. Lund.",
        "It ended on Sept. 4 in Oslo.",
        "At 5 p.m. Ana Roe left.",
        "The bank, Orbis Ltd. Oslo, closed.",
    ],
)
def test_an_abbreviation_ends_no_sentence(text):
    assert split(text) == [text]


@pytest.mark.parametrize("text", ["J. K. Lund left.", "The U.S. Senate voted.", "Ana M. Roe left."])
def test_an_initial_ends_no_sentence(text):
    assert split(text) == [text]


@pytest.mark.parametrize("text", ["It fell by 3.5 points.", "Read it at orbis.example or leave."])
def test_a_stop_without_a_blank_and_a_capital_behind_it_ends_no_sentence(text):
    assert split(text) == [text]


def test_quotation_marks_behind_a_stop_belong_to_its_sentence():
    assert split("“We stay.” Then Roe left.") == ["“We stay.”", "Then Roe left."]


def test_a_closed_quotation_ends_a_sentence_before_a_small_letter_too():
    assert split("“We stay!” she said.") == ["“We stay!”", "she said."]


def test_quotation_marks_before_a_capital_open_the_next_sentence():
    assert split("Roe left. “We stay,” Lund said.") == ["Roe left.", "“We stay,” Lund said."]


def test_a_line_break_ends_a_sentence_even_behind_an_abbreviation():
    assert split("Talks end\nRoe met Mr.\n\nLund") == ["Talks end", "Roe met Mr.", "Lund"]


def test_sentences_are_numbered_from_0():
    sentences = Sentences("One. Two. Three.")
    assert [sentences.number_at(place) for place in (0, 3, 4, 5, 9, 15)] == [0, 0, 1, 1, 2, 2]


@given(st.lists(PIECES, max_size=30).map(" ".join) | st.text(max_size=60))
def test_sentences_cover_the_text_without_gaps(text: str):
    sentences, end = Sentences(text), 0
    for number in range(len(text)):
        if end == len(text):
            break
        assert sentences.number_at(end) == number
        start, stop = sentences.bounds(end)
        assert start == end < stop <= len(text)
        assert all(sentences.bounds(place) == (start, stop) for place in range(start, stop))
        end = stop
    assert end == len(text)
