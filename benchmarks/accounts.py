"""What do a reading and a gold text tell of acts, chains, meetings, positions and events?"""

from dataclasses import dataclass

from benchmarks.actors_matching import View, view_gold, view_reading
from benchmarks.gold import GoldText
from sayso.reading import Reading

Place = tuple[int, int]
AWAY = "absent"
OTHERS = frozenset({"represented", "represented_by"})
"""A party that is represented, or a person for whom somebody stands in: neither there nor away."""


@dataclass(frozen=True)
class Deed:
    """What is known of a statement beside its spans."""

    act: str
    negated: bool
    standing: str
    chain: tuple[str | None, ...]
    """Keys of parties, the origin first."""


@dataclass(frozen=True)
class Met:
    """A meeting as it is compared."""

    places: tuple[Place, ...]
    status: str
    date: str | None
    participants: dict[str, bool | None]
    """Keys of parties, and whether they stay away; None where somebody represents them."""
    where: str | None
    level_change: str | None


@dataclass(frozen=True)
class Wants:
    """A position as it is compared."""

    party: str
    issue: str
    stance: str
    first_hand: bool


@dataclass(frozen=True)
class Did:
    """An event as it is compared."""

    places: tuple[Place, ...]
    type: str
    actors: frozenset[str]
    recipients: frozenset[str]
    modality: str


@dataclass(frozen=True)
class Account:
    """All that is compared of one text; `deeds` stand in the order of the view's statements."""

    view: View
    deeds: list[Deed]
    meetings: list[Met]
    positions: list[Wants]
    events: list[Did]


def account_of_gold(gold: GoldText) -> Account:
    """The gold text as it is compared."""
    deeds = []
    for number in range(1, len(gold.statements) + 1):
        values = gold.record(number)
        chain = keys(values.get("chain") or values.get("speaker"))
        standing = values.get("standing", "asserted")
        deeds.append(Deed(values["act"], "negated" in values, standing, chain))
    meetings, positions, events = [], [], []
    for record in gold.records:
        values = record.values
        if record.letter == "m":
            pairs = [p.partition(":") for p in values.get("with", "").split(",") if p]
            meetings.append(
                Met(
                    places_of(gold, record.letter, record.number, values.get("words")),
                    values["status"],
                    values.get("date"),
                    {number: is_away(attendance) for number, _, attendance in pairs},
                    (values.get("place") or "").split(",")[0] or None,
                    values.get("level_change"),
                )
            )
        elif record.letter == "w":
            first_hand = values.get("first_hand") == "yes"
            party = values["party"].split(",")[0]
            positions.append(Wants(party, values["issue"], values["stance"], first_hand))
        elif record.letter == "e":
            events.append(
                Did(
                    places_of(gold, record.letter, record.number, values["words"]),
                    values["type"],
                    frozenset(filter(None, keys(values.get("actors")))),
                    frozenset(filter(None, keys(values.get("recipients")))),
                    values.get("modality", "happened"),
                )
            )
    return Account(view_gold(gold), deeds, meetings, positions, events)


def is_away(attendance: str) -> bool | None:
    """Whether somebody stays away; None where somebody represents him."""
    return None if attendance in OTHERS else attendance == AWAY


def keys(value: str | None) -> tuple[str | None, ...]:
    """The keys in a value such as "1,4"; "-" is nobody."""
    return tuple(None if k == "-" else k for k in (value or "-").split(","))


def places_of(gold: GoldText, letter: str, number: int, words: str | None) -> tuple[Place, ...]:
    """The places that are marked for a record, and that of its words."""
    marked = [(m.start, m.end) for m in gold.marks if (m.letter, m.number) == (letter, number)]
    if words is not None:
        start = gold.text.index(words)
        marked.append((start, start + len(words)))
    return tuple(marked)


def account_of_reading(reading: Reading) -> Account:
    """The reading as it is compared."""
    deeds = [
        Deed(
            s.act,
            s.negated,
            s.standing,
            tuple(link.actor for link in s.chain if link.kind != "document") or (None,),
        )
        for s in reading.statements
    ]
    meetings = [
        Met(
            tuple((span.start, span.end) for span in m.spans),
            m.status,
            m.date.value if m.date else None,
            {p.actor: is_away(p.attendance) for p in m.participants},
            m.place.actor if m.place else None,
            m.level_change,
        )
        for m in reading.meetings
    ]
    positions = [Wants(p.party, p.issue, p.stance, p.first_hand) for p in reading.positions]
    events = [
        Did(
            tuple((span.start, span.end) for span in e.spans),
            e.type,
            frozenset(e.actors),
            frozenset(e.recipients),
            e.modality,
        )
        for e in reading.events
    ]
    return Account(view_reading(reading), deeds, meetings, positions, events)
