"""Whose minister, whose spokesman?"""

import pytest

from sayso.knowledge.lookup import load_knowledge
from sayso.reading.mentions import Found
from sayso.reading.offices import find_country_served, stands_beside


def mention(text: str, words: str, form: str = "name", kind: str | None = "person") -> Found:
    start = text.index(words)
    return Found(start, start + len(words), form, kind if form == "name" else None, 0, 0, 1.0)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("text", "role", "name"),
    [
        (
            "Ukraine's Minister of Foreign Affairs, Ana Petrenko, left",
            "Minister of Foreign Affairs",
            "Ana Petrenko",
        ),
        ("Foreign Minister Ana Petrenko left", "Foreign Minister", "Ana Petrenko"),
        ("the president of Gabon, Ana Petrenko", "president", "Ana Petrenko"),
        ("special envoy for the Sahel Ana Petrenko", "special envoy", "Ana Petrenko"),
    ],
)
def test_a_name_right_behind_an_office_is_its_holders(text, role, name):
    assert stands_beside(text, mention(text, role, "role"), mention(text, name))


@pytest.mark.parametrize(
    ("text", "role", "name"),
    [
        ("The minister met Ana Petrenko", "minister", "Ana Petrenko"),
        ("the spokesman said that Ana Petrenko", "spokesman", "Ana Petrenko"),
        ("the minister.\nAna Petrenko", "minister", "Ana Petrenko"),
    ],
)
def test_a_name_further_on_is_not(text, role, name):
    assert not stands_beside(text, mention(text, role, "role"), mention(text, name))


@pytest.mark.parametrize(
    ("text", "role", "code"),
    [
        ("Ukraine's foreign minister", "foreign minister", "UA"),
        ("U.S. Secretary of State Ana Roe", "Secretary of State", "US"),
        ("the Turkish president", "president", "TR"),
        ("the former Turkish president", "president", "TR"),
        ("former U.S. President Ana Roe", "former U.S. President", "US"),
        ("the president of Gabon", "president", "GA"),
        ("left France. Ministers said so", "Ministers", None),
        ("the minister", "minister", None),
    ],
)
def test_the_country_of_an_office_stands_before_in_or_behind_it(text, role, code):
    found = find_country_served(text, mention(text, role, "role"), None, load_knowledge())
    assert found == code
