"""What does the document say, and who says it? Each module reads one layer of it."""

from typing import Literal

import msgspec

from sayso.documents import Document, Span

StatementKind = Literal["direct", "indirect", "mixed"]


class Statement(msgspec.Struct, frozen=True, kw_only=True):
    """Somebody says something: who, by which words it is attributed, and what."""

    id: str
    """Content hash of the document's id and the spans."""
    kind: StatementKind
    """direct: all of the content stands in quotation marks; mixed: some; indirect: none."""
    source: tuple[Span, ...]
    """Who says it, as written; empty where the text does not say."""
    cue: tuple[Span, ...]
    """The attributing words; empty where there are none (a speaker's name and a colon)."""
    content: tuple[Span, ...]
    """What is said, at least one span."""
    within: str | None = None
    """The id of the statement in whose content this one stands, if one does."""
    confidence: float
    """Calibrated chance, 0 to 1, that content and source are both right."""


class Reader(msgspec.Struct, frozen=True, kw_only=True):
    """Which reader made a reading: the version of Sayso and the digest of its model."""

    version: str
    model: str


class Reading(msgspec.Struct, frozen=True, kw_only=True):
    """All that was read in one document; every span is proved against its text."""

    document: Document
    statements: tuple[Statement, ...]
    """In the order of the text."""
    reader: Reader
