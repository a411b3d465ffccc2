"""Is each place found by its spellings, and is each where it says?"""

import pytest

from sayso.knowledge import loading
from sayso.knowledge.lookup import Knowledge, load_knowledge
from sayso.knowledge.names import simplify
from sayso.knowledge.terms import is_date

PLACES = loading.read_places()
COUNTRIES = loading.read_countries()


@pytest.fixture(scope="module")
def knowledge() -> Knowledge:
    return load_knowledge()


@pytest.mark.parametrize(
    ("words", "name", "code"),
    [
        ("Kharkiv", "Kharkiv", "UA"),
        ("Kharkov", "Kharkiv", "UA"),
        ("Харків", "Kharkiv", "UA"),
        ("the Donbas", "Donbas", "UA"),
        ("SLOVYANSK", "Sloviansk", "UA"),
        ("Rivne oblast", "Rivne", "UA"),
        ("the city of Odessa", "Odesa", "UA"),
        ("Port of Hodeidah", "Hodeidah", "YE"),
        ("Be’er Sheva", "Beersheba", "IL"),
        ("Khan Yunis", "Khan Younis", "PS"),
        ("Gaza", "Gaza Strip", "PS"),
        ("al-Fashir", "El Fasher", "SD"),
        ("Al-Bab", "al-Bab", "SY"),
        ("Goma’s", "Goma", "CD"),
        ("Medellin", "Medellin", "CO"),
        ("Medellín", "Medellin", "CO"),
        ("The Hague", "The Hague", "NL"),
        ("Nice", "Nice", "FR"),
        ("Mitrovica", "Mitrovica", "XK"),
        ("the GERD", "Grand Ethiopian Renaissance Dam", "ET"),
        ("NYC", "New York", "US"),
        ("the Strait of Hormuz", "Strait of Hormuz", None),
        ("Black Sea", "Black Sea", None),
    ],
)
def test_a_place_is_found_by_its_names(
    knowledge: Knowledge, words: str, name: str, code: str | None
):
    place = knowledge.find_place(words)
    assert place
    assert (place.name, place.country) == (name, code)


@pytest.mark.parametrize(
    "words",
    [
        "nice",
        "cork",
        "the essen",
        "al-bab",
        "city of",
        "oblast",
        "The",
        "",
        "Atlantis",
        "NIS",
        "Gerd",
    ],
)
def test_what_is_no_place_is_none(knowledge: Knowledge, words: str):
    assert knowledge.find_place(words) is None


@pytest.mark.parametrize("words", ["Kyiv", "Moscow", "Ukraine", "Jordan", "Georgia", "Niger"])
def test_countries_and_capitals_are_left_to_their_own_lookups(knowledge: Knowledge, words: str):
    assert knowledge.find_place(words) is None


def test_there_are_as_many_places_as_the_readme_says():
    assert len(PLACES.rows) > 3200


def test_each_place_has_a_source_a_known_country_and_a_point_on_the_globe():
    codes = {country.code for country in COUNTRIES.rows}
    for place in PLACES.rows:
        assert place.source, place
        assert is_date(place.as_of), place
        assert place.country is None or place.country in codes, place
        assert abs(place.location[0]) <= 90, place
        assert abs(place.location[1]) <= 180, place


def test_each_name_is_of_one_place():
    shared = {key for key, places in PLACES.keys.items() if len(places) > 1}
    assert not shared


def test_no_name_is_that_of_a_country_or_capital():
    assert not PLACES.keys.keys() & (COUNTRIES.keys.keys() | COUNTRIES.places.keys())


def test_the_keys_are_those_of_today():
    """Where `simplify` changed, `python -m training.knowledge.build` is due."""
    for number, place in enumerate(PLACES.rows):
        for name in (place.name, *place.names):
            found = PLACES.exact[name] if name.isupper() else PLACES.keys[simplify(name)]
            assert found == (number,), name
