"""What does the document say, and who says it? Each module reads one layer of it."""

from typing import Literal

import msgspec

from sayso.documents import Document, Span

StatementKind = Literal["direct", "indirect", "mixed"]


ActorKind = Literal["person", "organisation", "country", "group", "outlet", "unnamed", "place"]
MentionForm = Literal["name", "role", "nominal", "pronoun"]
ChannelKind = Literal[
    "social_media",
    "statement",
    "interview",
    "briefing",
    "letter",
    "call",
    "speech",
    "broadcast",
    "report",
]


class Mention(msgspec.Struct, frozen=True):
    """A place in the text that stands for an actor."""

    start: int
    end: int
    text: str
    form: MentionForm


class Actor(msgspec.Struct, frozen=True, kw_only=True):
    """Somebody in the text: a person, an organisation, a country, an unnamed source, a place."""

    id: str
    """Content hash of the document's id and the place of the first mention."""
    name: str
    """The fullest name in the text; where it has none, the description, as written."""
    kind: ActorKind
    """unnamed: sources and speakers whom the text does not name; place: where things happen."""
    role: str | None = None
    """The office or function as the text has it; else as the knowledge base has it at the date of
    the document (`role_from`); None where neither tells."""
    role_from: Literal["text", "knowledge"] | None = None
    country: str | None = None
    """ISO 3166 alpha-2 code of the country that the actor is, serves, speaks for or lies in."""
    count: int | None = None
    """How many: of unnamed ones where the text says so."""
    known: str | None = None
    """The id in the knowledge base, a Wikidata id where that is known; None where unknown."""
    sector: str | None = None
    """PLOVER's code of the sector (GOV, MIL, IGO, MED …), where known."""
    mentions: tuple[Mention, ...]
    """In the order of the text."""


class Told(msgspec.Struct, frozen=True, kw_only=True):
    """Whom a statement is addressed to: the words, and the actor if they stand for one."""

    actor: str | None = None
    start: int
    end: int
    text: str


class Channel(msgspec.Struct, frozen=True, kw_only=True):
    """By which way a statement was made: the words, and what they mean."""

    kind: ChannelKind
    name: str | None = None
    """The service's or outlet's name: Telegram, Truth Social, Fox News."""
    start: int
    end: int
    text: str


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
    speaker: str | None = None
    """The id of the actor who says it; None where the text does not tell."""
    on_behalf_of: str | None = None
    """The id of the actor for whom the speaker speaks: a spokesman's principal, a minister's
    country."""
    addressee: Told | None = None
    channel: Channel | None = None
    confidence: float
    """Calibrated chance, 0 to 1, that content and source are both right."""


class Reader(msgspec.Struct, frozen=True, kw_only=True):
    """Which reader made a reading: the version of Sayso and the digest of its model."""

    version: str
    model: str


class Reading(msgspec.Struct, frozen=True, kw_only=True):
    """All that was read in one document; every span is proved against its text."""

    document: Document
    actors: tuple[Actor, ...]
    """In the order of their first mention."""
    statements: tuple[Statement, ...]
    """In the order of the text."""
    reader: Reader
