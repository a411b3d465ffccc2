"""What does the document say, who says it, and what happened? Each module reads one layer of it."""

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


ActKind = Literal[
    "state",
    "demand",
    "propose",
    "promise",
    "accept",
    "reject",
    "threaten",
    "confirm",
    "deny",
    "accuse",
    "praise",
    "doubt",
    "consider",
    "announce",
    "no_comment",
    "ask",
]
Standing = Literal["asserted", "confirmed", "partly_confirmed", "denied", "no_comment", "disputed"]
EventType = Literal[
    "AGREE",
    "CONSULT",
    "SUPPORT",
    "CONCEDE",
    "COOPERATE",
    "AID",
    "RETREAT",
    "REQUEST",
    "ACCUSE",
    "REJECT",
    "THREATEN",
    "PROTEST",
    "SANCTION",
    "MOBILIZE",
    "COERCE",
    "ASSAULT",
]
"""PLOVER's types of event."""
Modality = Literal["happened", "ongoing", "planned", "possible", "conditional", "denied"]
MeetingStatus = Literal["happened", "ongoing", "planned", "proposed", "postponed", "cancelled"]
MeetingFormat = Literal["bilateral", "multilateral", "indirect", "phone", "video"]
Attendance = Literal["present", "expected", "absent", "represented_by", "online"]
Stance = Literal["demands", "supports", "offers", "considers", "rejects", "undecided", "no_comment"]


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


class When(msgspec.Struct, frozen=True, kw_only=True):
    """A date as the text has it, and what it comes to."""

    text: str
    start: int
    end: int
    value: str | None = None
    """TIMEX3, which is ISO 8601 for dates: 2025-04-23, 2025-04, 2025-W17; None where the text
    alone does not tell and no date of publication is known."""
    precision: str
    """day, month, year, week …"""


class Where(msgspec.Struct, frozen=True, kw_only=True):
    """A place where something happens."""

    actor: str
    """The id of the actor that the place, or the country, is."""
    name: str
    country: str | None = None
    latitude: float | None = None
    longitude: float | None = None
    """Degrees, where the knowledge base has the place."""


class ChainLink(msgspec.Struct, frozen=True, kw_only=True):
    """One of those through whom a statement came to the reader; its span is empty at the end of a
    chain, which is the document itself.
    """

    actor: str | None = None
    kind: Literal["speaker", "unnamed", "outlet", "document"]
    text: str
    start: int
    end: int


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
    act: ActKind = "state"
    """What is done in saying it."""
    negated: bool = False
    """Whether the act is negated: "did not deny" is deny, negated."""
    date: When | None = None
    """When it was said, where the text tells."""
    chain: tuple[ChainLink, ...] = ()
    """On whose word, the origin first, down to this document."""
    standing: Standing = "asserted"
    """What the rest of the document makes of the claim."""
    about: tuple[str, ...] = ()
    """The ids of the statements that this one reacts to."""
    confidence: float
    """Calibrated chance, 0 to 1, that content and source are both right."""


class Participant(msgspec.Struct, frozen=True, kw_only=True):
    """Somebody who takes part in a meeting, or does not."""

    actor: str
    party: str | None = None
    """The id of the actor for whom a person takes part; None for a party itself."""
    role: str | None = None
    """The office held, as of the actor."""
    attendance: Attendance
    represented_by: str | None = None
    """The id of the actor who stands in."""
    span: Span


class Meeting(msgspec.Struct, frozen=True, kw_only=True):
    """Parties meet, talk, visit or sign; however often the document speaks of it."""

    id: str
    what: str
    """The words that name it best, as written."""
    place: Where | None = None
    date: When | None = None
    status: MeetingStatus
    level: str | None = None
    """The rank at which it is held, as written."""
    level_change: Literal["lowered", "raised"] | None = None
    reason: Span | None = None
    """Why the level was changed, or it was put off or called off, as written."""
    format: MeetingFormat | None = None
    host: str | None = None
    participants: tuple[Participant, ...] = ()
    spans: tuple[Span, ...]
    """Every place that stands for it."""
    statements: tuple[str, ...] = ()
    """The ids of the statements on whose word it rests; empty where the document tells it."""


class Event(msgspec.Struct, frozen=True, kw_only=True):
    """Somebody does something to somebody, in the terms of PLOVER."""

    id: str
    type: EventType
    mode: str | None = None
    contexts: tuple[str, ...] = ()
    actors: tuple[str, ...] = ()
    recipients: tuple[str, ...] = ()
    place: Where | None = None
    date: When | None = None
    modality: Modality
    negated: bool = False
    cameo: str
    """The root of CAMEO that the type had, two digits."""
    goldstein: float
    """Goldstein's scale, -10 conflict to 10 cooperation, as GDELT assigns it to that root."""
    quad: Literal[
        "verbal cooperation", "material cooperation", "verbal conflict", "material conflict"
    ]
    spans: tuple[Span, ...]
    statement: str | None = None
    """The id of the innermost statement on whose word it rests."""
    confidence: float


class Position(msgspec.Struct, frozen=True, kw_only=True):
    """What a party wants on an issue."""

    id: str
    party: str
    issue: str
    """A short noun phrase in the words of the text."""
    stance: Stance
    conditions: tuple[str, ...] = ()
    first_hand: bool
    """Whether the party itself says so; others say so of it where not."""
    statement: str | None = None
    spans: tuple[Span, ...]


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
    meetings: tuple[Meeting, ...] = ()
    events: tuple[Event, ...] = ()
    positions: tuple[Position, ...] = ()
    reader: Reader
