"""Where do the shipped facts come from, and how are they read?"""

import tomllib
from pathlib import Path
from typing import Final, Generic, TypeVar

import msgspec

from sayso.knowledge import Country, Organisation, Outlet, Person, Place, Seat

DATA: Final = Path(__file__).parent / "data"

Row = TypeVar("Row")
Keys = dict[str, tuple[int, ...]]


class Table(msgspec.Struct, Generic[Row], frozen=True, kw_only=True):
    """A shipped file: its rows, and the places of the rows that go by each key."""

    rows: tuple[Row, ...]
    keys: Keys = {}
    """By the whole name, best first."""
    exact: Keys = {}
    """By the name as it is written, capitals and all: for what would else be an ordinary word."""
    partial: Keys = {}
    """By a part of the name or by another thing that tells: surname, demonym, domain."""
    places: Keys = {}
    """By the name of a place that stands for the row: a capital."""


def read_countries() -> Table[Country]:
    return msgspec.json.decode(_read("countries"), type=Table[Country])


def read_seats() -> Table[Seat]:
    return msgspec.json.decode(_read("seats"), type=Table[Seat])


def read_places() -> Table[Place]:
    return msgspec.json.decode(_read("places"), type=Table[Place])


def read_capitals() -> Table[Place]:
    """Capitals, and other towns in which a government, parliament or court sits."""
    return msgspec.json.decode(_read("capitals"), type=Table[Place])


def read_organisations() -> Table[Organisation]:
    return msgspec.json.decode(_read("organisations"), type=Table[Organisation])


def read_people() -> Table[Person]:
    return msgspec.json.decode(_read("people"), type=Table[Person])


def read_outlets() -> Table[Outlet]:
    return msgspec.json.decode(_read("outlets"), type=Table[Outlet])


def read_given_names() -> tuple[list[str], list[str]]:
    """Given names of women and of men, in small Latin letters without marks."""
    return msgspec.json.decode(_read("given_names"), type=tuple[list[str], list[str]])


def read_office_words() -> list[list[str]]:
    """Kinds of office, each with the expressions that tell it; the first that fits counts."""
    with (DATA / "offices.toml").open("rb") as stream:
        return msgspec.convert(tomllib.load(stream)["patterns"], list[list[str]])


def _read(name: str) -> bytes:
    return (DATA / f"{name}.json").read_bytes()
