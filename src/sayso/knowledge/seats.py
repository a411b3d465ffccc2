"""Which power does this place stand for?"""

from functools import cached_property

from sayso.knowledge import Seat
from sayso.knowledge.countries import is_proper
from sayso.knowledge.loading import read_seats
from sayso.knowledge.names import simplify
from sayso.knowledge.shelf import Shelf


class Seats:
    """The seats of power by whose names the press calls those who sit there."""

    @cached_property
    def shelf(self) -> Shelf[Seat]:
        return Shelf(read_seats())

    def find_seat(self, words: str) -> Seat | None:
        """The seat of the name ("the" may be left out), or None."""
        rows = self.shelf.find(simplify(words)) if is_proper(words) else ()
        return rows[0] if rows else None
