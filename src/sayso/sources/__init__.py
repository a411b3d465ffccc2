"""Where does a page come from? Each module takes pages from one kind of place."""

from typing import Literal

import msgspec

Markup = Literal["html", "plain", "markdown"]


class Page(msgspec.Struct, frozen=True, kw_only=True):
    """One page as it was found, before anything was made of it."""

    origin: str
    """The path, address or "-" (standard input) that it came from."""
    content: bytes
    """The bytes, decompressed, otherwise as found."""
    markup: Markup
    url: str | None = None
    """The address after redirects, for a page that was fetched."""
    charset: str | None = None
    """What the server said of the encoding, if anything."""
