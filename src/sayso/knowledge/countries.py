"""Which country do these words name?"""

from collections.abc import Sequence
from functools import cached_property

from sayso.knowledge import Country
from sayso.knowledge.loading import read_countries
from sayso.knowledge.names import simplify
from sayso.knowledge.shelf import Shelf


class Countries:
    """All countries, by code, name, people and capital; names of the user's own first."""

    def __init__(self, own: Sequence[tuple[str, Sequence[str]]] = ()) -> None:
        """`own`: codes of countries, each with the names that the user has for it."""
        self._own = own

    @cached_property
    def shelf(self) -> Shelf[Country]:
        table = read_countries()
        by_code = {country.code: country for country in table.rows}
        own = [(by_code[code], names) for code, names in self._own if code in by_code]
        return Shelf(table, own, simplify)

    @cached_property
    def _by_code(self) -> dict[str, Country]:
        return {country.code: country for country in self.shelf.table.rows}

    def get_country(self, code: str) -> Country:
        """The country of the ISO alpha-2 code; raises KeyError where there is none."""
        return self._by_code[code.upper()]

    def find_country(self, words: str) -> Country | None:
        """The country of the name or of its abbreviation in capitals (US, U.K.), or None."""
        if is_proper(words) and (own := self.shelf.find_own(simplify(words))):
            return own[0]
        if abbreviation := self.shelf.find_exact(_strip_dots(words)):
            return abbreviation[0]
        return _first(self.shelf.find(simplify(words))) if is_proper(words) else None

    def find_demonym(self, words: str) -> Country | None:
        """The country whose adjective or people the words are: British, Ukrainians; or None."""
        return _first(self.shelf.find_partial(simplify(words))) if is_proper(words) else None

    def find_capital(self, words: str) -> Country | None:
        """The country of the capital, or None."""
        return _first(self.shelf.find_places(simplify(words))) if is_proper(words) else None


def is_proper(words: str) -> bool:
    """Whether the words can be a name: a capital in them, or a script that has no capitals."""
    return words.lower() != words or words.upper() == words


def _strip_dots(words: str) -> str:
    bare = words.strip().removeprefix("the ").removeprefix("The ")
    bare = bare.removesuffix("'s").removesuffix("’s")
    return bare.replace(".", "").replace("\N{NO-BREAK SPACE}", " ")


def _first(rows: tuple[Country, ...]) -> Country | None:
    return rows[0] if rows else None
