"""Which countries do the words of a text name?"""

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from sayso.knowledge.lookup import load_knowledge
from sayso.reading.countries import find_countries

WORDS = st.sampled_from(
    "The Ukraine's Kyiv, U.S. South Korea's and Northern Ireland Turkish. Élysée of the New "
    "“Guinea” Papua é- 🙂 Россия \n".split(" ")
)


def codes_of(text: str) -> list[str]:
    return [n.code for n in find_countries(text, 0, len(text), load_knowledge())]


def test_names_adjectives_capitals_and_seats_are_found_in_order():
    text = "Ukraine's envoy met the Turkish minister in Doha, the Kremlin and U.S. officials said."
    assert codes_of(text) == ["UA", "TR", "QA", "RU", "US"]


def test_the_longest_name_is_found():
    assert codes_of("South Korea and Papua New Guinea") == ["KR", "PG"]


def test_small_words_are_no_countries():
    assert codes_of("He told us that the turkey was eaten.") == []


@given(st.lists(WORDS, max_size=12))
def test_places_are_in_order_and_do_not_overlap(words: list[str]):
    text = " ".join(words)
    found = list(find_countries(text, 0, len(text), load_knowledge()))
    assert all(a.end <= b.start for a, b in pairwise(found))
    assert all(text[n.start].isupper() for n in found)
