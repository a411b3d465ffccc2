"""Is each place found by its spellings, and is each where it says?"""

import pytest

from sayso.knowledge import loading
from sayso.knowledge.lookup import Knowledge, load_knowledge
from sayso.knowledge.names import simplify
from sayso.knowledge.terms import is_date

PLACES = loading.read_places()
COUNTRIES = loading.read_countries()
CAPITALS = loading.read_capitals()


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
    assert len(CAPITALS.rows) > 290
    assert len({place.country for place in CAPITALS.rows}) > 240


def test_each_place_has_a_source_a_known_country_and_a_point_on_the_globe():
    codes = {country.code for country in COUNTRIES.rows}
    for place in (*PLACES.rows, *CAPITALS.rows):
        assert place.source, place
        assert is_date(place.as_of), place
        assert place.country is None or place.country in codes, place
        assert place.location, place
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


@pytest.mark.parametrize(
    ("words", "location"),
    [
        ("Kharkiv", (50.0, 36.2)),
        ("Rivne oblast", (50.6, 26.3)),
        ("the Strait of Hormuz", (26.6, 56.3)),
        ("Kyiv", (50.45, 30.52)),
        ("KYIV", (50.45, 30.52)),
        ("Kiev’s", (50.45, 30.52)),
        ("Київ", (50.45, 30.52)),
        ("Minsk region", (53.9, 27.57)),
        ("the city of Beirut", (33.89, 35.5)),
        ("Khartoum state", (15.5, 32.56)),
        ("Washington, D.C.", (38.91, -77.04)),
        ("Washington State", (47.4, -120.5)),
        ("Sana'a", (15.35, 44.21)),
        ("Bogota", (4.71, -74.07)),
        ("N’Djamena", (12.11, 15.04)),
        ("Nur-Sultan", (51.17, 71.43)),
        ("The Hague", (52.08, 4.31)),
        ("Cape Town", (-33.92, 18.42)),
        ("Bloemfontein", (-29.12, 26.21)),
        ("La Paz", (-16.5, -68.15)),
        ("Sucre", (-19.04, -65.26)),
        ("Tel Aviv", (32.08, 34.78)),
        ("Jerusalem", (31.77, 35.21)),
        ("Naypyidaw", (19.76, 96.07)),
        ("Abidjan", (5.35, -4.01)),
        ("Ramallah", (31.9, 35.2)),
        ("Gaza City", (31.5, 34.47)),
        ("Taipei", (25.03, 121.57)),
        ("Pristina", (42.66, 21.17)),
        ("Laayoune", (27.15, -13.2)),
        ("Kingston", (17.98, -76.79)),
        ("Singapore", (1.29, 103.85)),
        ("Ukraine", (49, 32)),
        ("the U.S.", (38, -97)),
        ("Niger", (16, 8)),
    ],
)
def test_a_location_is_found_by_town_region_capital_or_country(
    knowledge: Knowledge, words: str, location: tuple[float, float]
):
    assert knowledge.find_location(words) == pytest.approx(location)


@pytest.mark.parametrize(
    "words",
    ["", "Atlantis", "kyiv", "nice", "Kyiv and Moscow", "State of Victoria", "Luxembourg province"],
)
def test_what_is_not_known_has_no_location(knowledge: Knowledge, words: str):
    assert knowledge.find_location(words) is None


def test_each_capital_of_a_country_has_a_location_by_all_its_names(knowledge: Knowledge):
    without = [
        (country.code, name)
        for country in COUNTRIES.rows
        for name in (country.capital, *country.capitals)
        if name and knowledge.find_location(name) is None
    ]
    assert without == [("MS", "Plymouth")]


def test_each_capital_lies_where_its_country_does():
    """Within a distance that fits the country: a sign or a pair of digits changed shows."""
    middles = {country.code: country.location for country in COUNTRIES.rows}
    far = {"AU", "CA", "CL", "CN", "FM", "KI", "PF", "RU", "US"}
    for place in CAPITALS.rows:
        middle, location = middles[place.country or ""], place.location
        assert middle, place
        assert location, place
        most = 70 if place.country in far else 21
        away = abs(middle[1] - location[1])
        assert abs(middle[0] - location[0]) < most / 1.5, place
        assert min(away, 360 - away) < most, place


def test_a_capital_and_a_place_of_one_name_lie_together():
    for key, numbers in CAPITALS.keys.items():
        for number in PLACES.keys.get(key, ()):
            location, other = CAPITALS.rows[numbers[0]].location, PLACES.rows[number].location
            assert location == pytest.approx(other, abs=0.15), key


def test_the_keys_of_capitals_are_those_of_today():
    """Where `simplify` changed, `python -m training.knowledge.build` is due."""
    for number, place in enumerate(CAPITALS.rows):
        for name in (place.name, *place.names):
            assert number in CAPITALS.keys[simplify(name)], name
