"""Which organisation do these words name?"""

from collections.abc import Sequence
from functools import cached_property

from sayso.knowledge import Organisation
from sayso.knowledge.countries import is_proper
from sayso.knowledge.loading import read_organisations
from sayso.knowledge.names import simplify
from sayso.knowledge.shelf import Shelf


class Organisations:
    """International bodies, ministries, parties, armed groups …; the user's own first."""

    def __init__(self, own: Sequence[Organisation] = ()) -> None:
        self._own = own

    @cached_property
    def shelf(self) -> Shelf[Organisation]:
        named = [(row, (row.name, *row.names)) for row in self._own]
        return Shelf(read_organisations(), named, simplify)

    @cached_property
    def _by_id(self) -> dict[str, Organisation]:
        return {row.id: row for row in (*self.shelf.table.rows, *self._own)}

    def get_organisation(self, identity: str) -> Organisation:
        """The organisation of the id; raises KeyError where there is none."""
        return self._by_id[identity]

    def find_organisation(self, words: str) -> Organisation | None:
        """The organisation of the full or short name, or of the acronym in capitals; or None."""
        if is_proper(words) and (own := self.shelf.find_own(simplify(words))):
            return own[0]
        bare = words.strip().removeprefix("the ").removeprefix("The ").replace(".", "")
        if acronym := self.shelf.find_exact(bare.removesuffix("'s").removesuffix("’s")):
            return acronym[0]
        rows = self.shelf.find(simplify(words)) if is_proper(words) else ()
        return rows[0] if rows else None
