"""Who or what is meant by these words?"""

from functools import lru_cache
from pathlib import Path

from sayso.knowledge import (
    Country,
    Holder,
    Holding,
    Organisation,
    Outlet,
    Person,
    Place,
    Seat,
)
from sayso.knowledge.countries import Countries
from sayso.knowledge.locations import Locations
from sayso.knowledge.organisations import Organisations
from sayso.knowledge.outlets import Outlets
from sayso.knowledge.own import FILE, OwnActors, read_own
from sayso.knowledge.people import People, office_at
from sayso.knowledge.places import Places
from sayso.knowledge.seats import Seats


class Knowledge:
    """All lookups over what is shipped and what the user added; a kind is read when first used."""

    def __init__(self, own: OwnActors | None = None) -> None:
        own = own or OwnActors()
        self.countries = Countries(own.countries())
        self.seats = Seats()
        self.places = Places(own.places())
        self.locations = Locations(self.countries, self.places)
        self.organisations = Organisations(own.organisations())
        self.outlets = Outlets(own.outlets())
        self.people = People(own.people())

    def get_country(self, code: str) -> Country:
        return self.countries.get_country(code)

    def find_country(self, words: str) -> Country | None:
        return self.countries.find_country(words)

    def find_demonym(self, words: str) -> Country | None:
        return self.countries.find_demonym(words)

    def find_capital(self, words: str) -> Country | None:
        """The country of the capital; None, too, where the user has a place of that name."""
        return None if self.places.find_own(words) else self.countries.find_capital(words)

    def find_seat(self, words: str) -> Seat | None:
        return self.seats.find_seat(words)

    def find_place(self, words: str) -> Place | None:
        return self.places.find_place(words)

    def find_location(self, words: str) -> tuple[float, float] | None:
        return self.locations.find_location(words)

    def get_organisation(self, identity: str) -> Organisation:
        return self.organisations.get_organisation(identity)

    def find_organisation(self, words: str) -> Organisation | None:
        return self.organisations.find_organisation(words)

    def find_outlet(self, words: str) -> Outlet | None:
        return self.outlets.find_outlet(words)

    def find_by_domain(self, host: str) -> Outlet | None:
        return self.outlets.find_by_domain(host)

    def find_people(self, words: str, on: str | None = None) -> tuple[Person, ...]:
        return self.people.find_people(words, on)

    def find_holder(self, country: str, office: str, on: str) -> Holder | None:
        return self.people.find_holder(country, office, on)

    def office_at(self, person: Person, on: str) -> tuple[Holding, ...]:
        return office_at(person, on)


def load_knowledge(home: Path | None = None) -> Knowledge:
    """What is known, with the user's own actors of `home` (`Settings.home`) where it is given.

    Raises SettingsError where the user's file cannot be read.
    """
    path = home / FILE if home else None
    stamp = path.stat().st_mtime_ns if path and path.exists() else None
    return _load(home if stamp else None, stamp)


@lru_cache(maxsize=2)
def _load(home: Path | None, _stamp: int | None) -> Knowledge:
    """Loaded once for each state of the user's file."""
    return Knowledge(read_own(home)) if home else Knowledge()
