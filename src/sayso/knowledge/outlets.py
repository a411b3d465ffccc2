"""Which news outlet do these words, or does this host, name?"""

from collections.abc import Sequence
from functools import cached_property

from sayso.knowledge import Outlet
from sayso.knowledge.countries import is_proper
from sayso.knowledge.loading import read_outlets
from sayso.knowledge.names import simplify
from sayso.knowledge.shelf import Shelf


class Outlets:
    """Newspapers, stations, sites and agencies; the user's own first."""

    def __init__(self, own: Sequence[Outlet] = ()) -> None:
        self._own = own

    @cached_property
    def shelf(self) -> Shelf[Outlet]:
        named = [(row, (row.name, *row.names)) for row in self._own]
        return Shelf(read_outlets(), named, simplify)

    def find_outlet(self, words: str) -> Outlet | None:
        """The outlet of the name, or None.

        Names that are ordinary words (Time, The Sun) and abbreviations count only as they are
        written, article and capitals included.
        """
        written = " ".join(words.split()).removesuffix("'s").removesuffix("’s")
        if is_proper(written) and (own := self.shelf.find_own(simplify(written))):
            return own[0]
        if exact := self.shelf.find_exact(written):
            return exact[0]
        rows = self.shelf.find(simplify(written)) if is_proper(written) else ()
        return rows[0] if rows else None

    def find_by_domain(self, host: str) -> Outlet | None:
        """The outlet of the host or of a domain above it, or None."""
        labels = host.strip().casefold().rstrip(".").split(".")
        while len(labels) > 1:
            if rows := self.shelf.find_partial(".".join(labels)):
                return rows[0]
            labels = labels[1:]
        return None
