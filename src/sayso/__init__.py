"""Who said what, and which words prove it? The public API; each name loads when it is first used.

>>> import sayso
>>> reading = sayso.read("“We insist on a ceasefire,” Zelensky said.")  # doctest: +SKIP
"""

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sayso.documents import Document, Part, Span
    from sayso.errors import SaysoError
    from sayso.reader import Refusal, read, read_all
    from sayso.reading import Reading, Statement
    from sayso.settings import Settings
    from sayso.sources import Page

    __version__: str

__all__ = [
    "Document",
    "Page",
    "Part",
    "Reading",
    "Refusal",
    "SaysoError",
    "Settings",
    "Span",
    "Statement",
    "__version__",
    "read",
    "read_all",
]

_HOMES = {
    "Document": "documents",
    "Page": "sources",
    "Part": "documents",
    "Reading": "reading",
    "Refusal": "reader",
    "SaysoError": "errors",
    "Settings": "settings",
    "Span": "documents",
    "Statement": "reading",
    "read": "reader",
    "read_all": "reader",
}


def __getattr__(name: str) -> object:
    if name == "__version__":
        from importlib.metadata import version

        return version("sayso")
    if name not in _HOMES:
        raise AttributeError(f"module 'sayso' has no attribute {name!r}")
    found: object = getattr(import_module(f"sayso.{_HOMES[name]}"), name)
    globals()[name] = found
    return found


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
