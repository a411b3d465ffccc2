"""Who is who: which countries, offices, people, organisations and outlets are there, and when?

The contract of the room: `lookup.load_knowledge` gives a `Knowledge`, whose lookups give the types
below. A fact says where it is from (`source`) and the date as of which it is known (`as_of`): an
office without an end is one held on that date, and not necessarily later. Dates are ISO dates of
day, month or year precision ("2024-09-05", "2024-09", "2024").
"""

from typing import Literal

import msgspec

OrganisationKind = Literal[
    "igo", "ministry", "government", "parliament", "court", "party", "armed_group", "ngo",
    "company", "agency", "military",
]  # fmt: skip
Sex = Literal["f", "m"]


class Country(msgspec.Struct, frozen=True, kw_only=True):
    """A country or territory."""

    code: str
    """ISO 3166-1 alpha-2."""
    name: str
    names: tuple[str, ...]
    """Other names, in English, its own and the main news languages."""
    demonyms: tuple[str, ...]
    """Adjective and people: Ukrainian, Ukrainians."""
    capital: str | None
    capitals: tuple[str, ...] = ()
    """Other names of the capital: Kiev."""
    location: tuple[float, float] | None = None
    """Latitude and longitude of its middle."""
    source: str
    as_of: str


class Seat(msgspec.Struct, frozen=True, kw_only=True):
    """A building, street or town whose name stands for a power: the Kremlin."""

    name: str
    names: tuple[str, ...] = ()
    country: str | None
    organisation: str | None = None
    source: str
    as_of: str


class Place(msgspec.Struct, frozen=True, kw_only=True):
    """A town, region, water or border crossing; whose capital a town is says `Country`."""

    name: str
    names: tuple[str, ...] = ()
    """Other spellings: Kharkov."""
    country: str | None
    """ISO 3166-1 alpha-2; None for a water or a border that several countries share."""
    location: tuple[float, float] | None
    """Latitude and longitude, to about a tenth of a degree, of capitals a hundredth; None where
    the user, who added it, has not told."""
    source: str
    as_of: str


class Organisation(msgspec.Struct, frozen=True, kw_only=True):
    """A body that speaks and acts as one."""

    id: str
    name: str
    names: tuple[str, ...] = ()
    kind: OrganisationKind | None
    """None where the user, who added it, has not told."""
    country: str | None = None
    members: tuple[str, ...] = ()
    """ISO codes of the member countries, where known."""
    sector: str | None
    """PLOVER's: GOV MIL REB OPP IGO NGO MED CVL BUS LEG JUD SPY PTY; None where the kind does not
    tell."""
    wikidata: str | None = None
    source: str
    as_of: str


class Office(msgspec.Struct, frozen=True, kw_only=True):
    """A post that one person at a time, or several, may hold."""

    title: str
    """As it is usually written, in small letters: minister of foreign affairs."""
    kind: str
    """One of `offices.KINDS`."""
    country: str | None = None
    organisation: str | None = None


class Holding(msgspec.Struct, frozen=True, kw_only=True):
    """That a person held an office."""

    person: str
    title: str
    kind: str
    country: str | None = None
    organisation: str | None = None
    since: str | None = None
    until: str | None = None
    """None where no end is known: in office as of `as_of`."""
    as_of: str
    source: str


class Person(msgspec.Struct, frozen=True, kw_only=True):
    """Somebody who speaks for others, or did."""

    id: str
    """Wikidata's, or a stable one made of the name."""
    name: str
    names: tuple[str, ...] = ()
    country: str | None = None
    sex: Sex | None = None
    wikidata: str | None = None
    holdings: tuple[Holding, ...] = ()
    sector: str | None = None


class Outlet(msgspec.Struct, frozen=True, kw_only=True):
    """A newspaper, station, site or agency that publishes news."""

    id: str
    name: str
    names: tuple[str, ...] = ()
    domains: tuple[str, ...] = ()
    country: str | None = None
    language: str | None = None
    owner: str | None = None
    wire: bool = False
    kind: str = "site"
    """agency, newspaper, broadcaster, magazine, site or channel."""
    sector: str = "MED"
    source: str
    as_of: str


class Holder(msgspec.Struct, frozen=True, kw_only=True):
    """Who holds an office on a date."""

    person: Person
    holding: Holding
    stale: bool
    """Whether the date is so long after `as_of` that the fact is not to be relied on."""
