"""Where is this place?"""

import re
from collections.abc import Sequence
from functools import cached_property
from typing import Final

from sayso.knowledge import Place
from sayso.knowledge.loading import read_places
from sayso.knowledge.names import simplify
from sayso.knowledge.shelf import Shelf

_ARTICLE: Final = re.compile(r"^(?:the |(?:al|el|as|ash|an|ad|ar|at|az)[- ])(?=\w)")
"""What may stand in small letters before a name: al-Bab, the Golan."""
_KINDS: Final = (
    "city|town|village|port|oblast|region|province|governorate|district|county|state|prefecture|"
    "krai|municipality"
)
_BEFORE: Final = re.compile(rf"^(?:the )?(?:{_KINDS}) of ", re.IGNORECASE)
_AFTER: Final = re.compile(rf" (?:{_KINDS})$")

_LONGEST_ABBREVIATION: Final = 4


class Places:
    """Towns, regions, waters and borders, but no countries or capitals; the user's own first."""

    def __init__(self, own: Sequence[Place] = ()) -> None:
        self._own = own

    @cached_property
    def shelf(self) -> Shelf[Place]:
        named = [(row, (row.name, *row.names)) for row in self._own]
        return Shelf(read_places(), named, simplify)

    def find_own(self, words: str) -> Place | None:
        """The place of the name that the user added, or None."""
        rows = self.shelf.find_own(simplify(words)) if _is_name(words) else ()
        return rows[0] if rows else None

    def find_place(self, words: str) -> Place | None:
        """The place of the name, with or without its kind (Kharkiv oblast), or None.

        A region that goes by the name of its chief town is given as the town, unless it has an
        entry of its own.
        """
        words = words.strip()
        if own := self.find_own(words):
            return own
        if (exact := self.shelf.find_exact(words.removeprefix("the "))) or _is_abbreviation(words):
            return exact[0] if exact else None
        key = simplify(words)
        rows = self.shelf.find(key) if _is_name(words) else ()
        if not rows:
            bare = drop_kind(key)
            name = _BEFORE.sub("", words)
            rows = self.shelf.find(bare) if bare != key and _is_name(name) else ()
        return rows[0] if rows else None


def drop_kind(key: str) -> str:
    """The simplified name without the word that says what kind of place it is: kharkiv oblast."""
    return _AFTER.sub("", _BEFORE.sub("", key))


def _is_abbreviation(words: str) -> bool:
    """Whether it is rather an abbreviation than a place in capitals: NIS is not Niš."""
    return words.isupper() and len(words) <= _LONGEST_ABBREVIATION


def _is_name(words: str) -> bool:
    """Whether the first letter, an article aside, is a capital or of a script without them."""
    bare = _ARTICLE.sub("", words, count=1).lstrip("’'ʼʹ`´‘ʿʾ")
    return bare[:1].isalpha() and not bare[:1].islower()
