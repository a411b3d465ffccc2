"""What does the page say, and which of it is the article? Each module reads one markup."""

from hashlib import blake2b
from typing import Literal

import msgspec

PartKind = Literal[
    "title", "lede", "paragraph", "heading", "caption", "credit", "quote", "boilerplate"
]


class Span(msgspec.Struct, frozen=True):
    """A place in `Document.text`, in code points, end exclusive; `text` is what stands there."""

    start: int
    end: int
    text: str


class Part(msgspec.Struct, frozen=True):
    """What kind of text stands between two places of `Document.text`, end exclusive."""

    kind: PartKind
    start: int
    end: int


class Document(msgspec.Struct, frozen=True, kw_only=True):
    """One article: its text, what each part of it is, and what is known of its publication."""

    id: str
    """Content hash of address, outlet and text (`identify_document`)."""
    url: str | None = None
    outlet: str | None = None
    title: str | None = None
    byline: str | None = None
    published: str | None = None
    """ISO 8601, as precise as the page is: "2025", "2025-04", "2025-04-23",
    "2025-04-23T10:15", with the offset ("+01:00", "Z") where the page gives it."""
    language: str | None = None
    """ISO 639-1 code, or None where the text is too short to tell."""
    text: str
    parts: tuple[Part, ...]
    """In order, not overlapping; every character that is not white space lies in one."""


def identify_document(text: str, url: str | None, outlet: str | None) -> str:
    """The document's id: 32 hexadecimal digits that are the same for the same three values.

    Each value is hashed with its length, or as absent, so that no two triples run together.
    """
    digest = blake2b(digest_size=16)
    for value in (url, outlet, text):
        content = b"" if value is None else value.encode("utf-8", "surrogatepass")
        digest.update(b"-" if value is None else b"%d:" % len(content))
        digest.update(content)
    return digest.hexdigest()
