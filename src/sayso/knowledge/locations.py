"""Where on the globe is what these words name?"""

from functools import cached_property
from typing import Final

from sayso.knowledge import Place
from sayso.knowledge.countries import Countries, is_proper
from sayso.knowledge.loading import read_capitals
from sayso.knowledge.names import simplify
from sayso.knowledge.places import Places, drop_kind
from sayso.knowledge.shelf import Shelf

_NAMESAKES: Final = frozenset(
    "athens douglas georgetown hamilton jamestown kingston luxembourg stanley victoria "
    "washington".split()
) | {"san juan"}
"""Capitals whose names regions elsewhere have, too: the State of Victoria, Luxembourg province."""


class Locations:
    """Positions of towns, regions, waters, capitals and countries."""

    def __init__(self, countries: Countries, places: Places) -> None:
        self._countries = countries
        self._places = places

    @cached_property
    def _capitals(self) -> Shelf[Place]:
        return Shelf(read_capitals())

    def find_location(self, words: str) -> tuple[float, float] | None:
        """Latitude and longitude of the town, region or capital, or of the middle of the country.

        None where the words name none of them, or one of the user's own, whose position is not
        known. A name that a country and its capital share is taken for the capital; a region that
        goes by the name of its chief town, for the town.
        """
        if own := self._places.find_own(words):
            return own.location
        place = self._find_capital(words) or self._places.find_place(words)
        if place is None:
            place = self._find_around_capital(words)
        found = place or self._countries.find_country(words)
        return found.location if found else None

    def _find_capital(self, words: str) -> Place | None:
        rows = self._capitals.find(simplify(words)) if is_proper(words) else ()
        return rows[0] if rows else None

    def _find_around_capital(self, words: str) -> Place | None:
        """The capital whose region (Kyiv oblast), or which with its kind, the words name."""
        bare = drop_kind(simplify(words))
        rows = self._capitals.find(bare) if is_proper(words) and bare not in _NAMESAKES else ()
        return rows[0] if rows else None
