"""Which entries go by this name?"""

from collections.abc import Callable, Iterable
from typing import Generic, TypeVar

from sayso.knowledge.loading import Keys, Table

Row = TypeVar("Row")


class Shelf(Generic[Row]):
    """The shipped rows of one kind, and before them the user's own."""

    def __init__(
        self,
        table: Table[Row],
        own: Iterable[tuple[Row, Iterable[str]]] = (),
        key: Callable[[str], str] = str,
    ) -> None:
        self.table = table
        self._own: dict[str, tuple[Row, ...]] = {}
        self.own_rows: list[Row] = []
        for row, names in own:
            self.own_rows.append(row)
            for name in {key(name) for name in names} - {""}:
                self._own[name] = (*self._own.get(name, ()), row)

    def find(self, key: str) -> tuple[Row, ...]:
        """The rows with the key for a name of theirs, best first; none is an empty tuple."""
        return self._own.get(key, ()) + self._pick(self.table.keys, key)

    def find_own(self, key: str) -> tuple[Row, ...]:
        """The user's own rows alone that have the key for a name of theirs."""
        return self._own.get(key, ())

    def find_exact(self, words: str) -> tuple[Row, ...]:
        """The rows with the name exactly so."""
        return self._pick(self.table.exact, words)

    def find_partial(self, key: str) -> tuple[Row, ...]:
        """The rows that are told by a part of their name, or by another thing."""
        return self._pick(self.table.partial, key)

    def find_places(self, key: str) -> tuple[Row, ...]:
        """The rows that a place of the name stands for."""
        return self._pick(self.table.places, key)

    def _pick(self, keys: Keys, key: str) -> tuple[Row, ...]:
        return tuple(self.table.rows[place] for place in keys.get(key, ()))
