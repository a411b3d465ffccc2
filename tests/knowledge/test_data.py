"""Are the facts that are shipped well-formed, and does each say where it is from?"""

from typing import Any

from sayso.knowledge import loading
from sayso.knowledge.names import compress, simplify
from sayso.knowledge.offices import KINDS
from sayso.knowledge.terms import first_day, is_date, last_day

COUNTRIES = loading.read_countries()
SEATS = loading.read_seats()
ORGANISATIONS = loading.read_organisations()
OUTLETS = loading.read_outlets()
PEOPLE = loading.read_people()
CODES = {country.code for country in COUNTRIES.rows}
IDS = {organisation.id for organisation in ORGANISATIONS.rows}
HOLDINGS = [holding for person in PEOPLE.rows for holding in person.holdings]


def test_each_fact_has_a_source_and_a_date():
    rows: list[Any] = [*COUNTRIES.rows, *SEATS.rows, *ORGANISATIONS.rows, *OUTLETS.rows, *HOLDINGS]
    for row in rows:
        assert row.source, row
        assert is_date(row.as_of), row


def test_each_term_of_office_begins_before_it_ends():
    for holding in HOLDINGS:
        for written in (holding.since, holding.until):
            assert written is None or is_date(written), holding
        if holding.since and holding.until:
            assert first_day(holding.since) <= last_day(holding.until), holding
        if holding.since and holding.until is None:
            assert first_day(holding.since) <= last_day(holding.as_of), holding


def test_each_code_and_id_exists():
    rows: list[Any] = [*SEATS.rows, *ORGANISATIONS.rows, *OUTLETS.rows, *PEOPLE.rows, *HOLDINGS]
    for row in rows:
        assert row.country is None or row.country in CODES, row
    posts: list[Any] = [*SEATS.rows, *HOLDINGS]
    for row in posts:
        assert row.organisation is None or row.organisation in IDS, row
    for organisation in ORGANISATIONS.rows:
        assert set(organisation.members) <= CODES, organisation


def test_ids_are_unique():
    for rows in (ORGANISATIONS.rows, OUTLETS.rows, PEOPLE.rows):
        identities = [row.id for row in rows]
        assert len(identities) == len(set(identities))
    assert len(CODES) == len(COUNTRIES.rows)


def test_each_holding_is_of_its_person_and_of_a_known_kind():
    for person in PEOPLE.rows:
        for holding in person.holdings:
            assert holding.person == person.id
            assert holding.kind in KINDS, holding
            assert holding.title, holding
            assert holding.country or holding.organisation, holding


def test_the_keys_are_those_of_today():
    """Where `normalise` or `simplify` changed, `python -m training.knowledge.build` is due."""
    for place, person in enumerate(PEOPLE.rows):
        assert place in PEOPLE.keys[compress(person.name)], person.name
    for place, country in enumerate(COUNTRIES.rows):
        assert place in COUNTRIES.keys[simplify(country.name)], country.name


def test_each_outlet_has_a_domain_once():
    assert all(len(places) == 1 for places in OUTLETS.partial.values())


def test_there_are_as_many_facts_as_the_readme_says():
    assert len(CODES) == 250
    assert len([h for h in HOLDINGS if h.source.startswith("curated")]) > 1000
    assert sum(outlet.wire for outlet in OUTLETS.rows) > 60
