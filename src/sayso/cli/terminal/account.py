"""Who met whom, who wants what, and what happened, for a person to read?"""

from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from rich.console import Console
from rich.text import Text

from sayso.cli.terminal.escaping import make_line
from sayso.cli.terminal.sourcing import describe_chain
from sayso.reading import (
    Actor,
    Event,
    Meeting,
    Participant,
    Position,
    Reading,
    Statement,
    When,
    Where,
)

GUTTER = 13
"""Columns left of an entry: "part quoted", or the number of a line, and a gap."""
NARROWEST = 24
"""Columns that an entry has at least."""
ATTENDANCE = {
    "present": "present",
    "online": "online",
    "expected": "expected",
    "represented_by": "represented",
    "absent": "absent",
}
"""How each attendance is called, in the order in which they are told."""


class Desk(NamedTuple):
    """What is needed to describe any part of a reading."""

    actors: Mapping[str, Actor]
    statements: Mapping[str, Statement]
    starts: Sequence[int]
    """Where the lines of the text begin."""
    console: Console

    def name(self, actor_id: str | None) -> str:
        """The name of an actor on one line."""
        actor = self.actors.get(actor_id or "")
        return make_line(actor.name) if actor else "somebody"

    def line_at(self, place: int) -> int:
        """The number of the line that a place is in."""
        return bisect_right(self.starts, place) + 1


def draw_account(reading: Reading, starts: Sequence[int], console: Console) -> Iterator[Text]:
    """The sections of meetings, positions and events; one that is empty is left out."""
    desk = Desk(
        {actor.id: actor for actor in reading.actors},
        {statement.id: statement for statement in reading.statements},
        starts,
        console,
    )
    sections = (
        ("Met", [draw_meeting(desk, m) for m in reading.meetings]),
        ("Wants", [draw_position(desk, p) for p in reading.positions]),
        ("Happened", [draw_event(desk, e) for e in reading.events]),
    )
    for title, entries in sections:
        if entries:
            yield Text()
            yield draw_heading(title)
        for rows in entries:
            yield from rows


def draw_heading(title: str) -> Text:
    """The heading of a section."""
    return Text(title, style="bold underline")


def draw_rows(desk: Desk, line: int, rows: Sequence[Text]) -> Iterator[Text]:
    """The rows of an entry behind the number of its line, each wrapped to the console."""
    left = Text(f"line {line}", style="dim")
    width = max(NARROWEST, desk.console.width - GUTTER - 2)
    for number, row in enumerate(rows):
        for part in row.wrap(desk.console, width - (2 if number else 0)):
            padded = left.copy()
            padded.pad_right(max(1, GUTTER + (2 if number else 0) - left.cell_len))
            yield Text.assemble(padded, part)
            left = Text()


def draw_meeting(desk: Desk, meeting: Meeting) -> Iterator[Text]:
    """What, where, when and whether; who came and who did not; the rank; on whose word."""
    head = Text(make_line(meeting.what), style="bold")
    facts = [
        describe_place(meeting.place),
        describe_date(meeting.date),
        meeting.status,
        meeting.format,
        f"hosted by {desk.name(meeting.host)}" if meeting.host else None,
    ]
    head.append("".join(f" · {fact}" for fact in facts if fact), style="not bold")
    rows = [head]
    for attendance, word in ATTENDANCE.items():
        who = [p for p in meeting.participants if p.attendance == attendance]
        if who:
            told = "; ".join(describe_participant(desk, p) for p in who)
            rows.append(Text.assemble((f"{word}: ", "dim"), told))
    change = f"level {meeting.level_change}" if meeting.level_change else None
    rank = [fact for fact in (change, meeting.level and make_line(meeting.level)) if fact]
    reason = make_line(meeting.reason.text) if meeting.reason else ""
    if rank:
        told = ", ".join(rank) + (f" ({reason})" if reason else "")
        rows.append(Text.assemble(("rank: ", "dim"), told))
    elif reason:
        rows.append(Text.assemble(("why: ", "dim"), reason))
    rows += describe_word(desk, meeting.statements)
    return draw_rows(desk, desk.line_at(meeting.spans[0].start), rows)


def describe_participant(desk: Desk, participant: Participant) -> str:
    """Name and office, for whom, and who stands in."""
    actor = desk.actors[participant.actor]
    role = participant.role if participant.role != actor.name else None
    party = desk.name(participant.party) if participant.party else None
    parts = [make_line(actor.name), *([make_line(role)] if role else [])]
    told = ", ".join(parts) + (f" (for {party})" if party else "")
    if participant.represented_by:
        told += f" by {desk.name(participant.represented_by)}"
    return told


def draw_position(desk: Desk, position: Position) -> Iterator[Text]:
    """The party, its stance, the issue with its conditions, and on whose word."""
    row = Text(desk.name(position.party), style="bold")
    row.append(f" · {position.stance.replace('_', ' ')} · ", style="not bold yellow")
    row.append(make_line(position.issue), style="not bold")
    if position.conditions:
        told = "; ".join(map(make_line, position.conditions))
        row.append(f" ({told})", style="not bold")
    row.append(" · first-hand" if position.first_hand else " · reported", style="not bold dim")
    rows = [row]
    if not position.first_hand:
        rows += describe_word(desk, [position.statement] if position.statement else [])
    return draw_rows(desk, desk.line_at(position.spans[0].start), rows)


def draw_event(desk: Desk, event: Event) -> Iterator[Text]:
    """Who did what to whom, where and when, whether it happened, and on whose word."""
    sides = " and ".join(map(desk.name, event.actors)) or "somebody"
    row = Text(sides, style="bold")
    kind = event.type + (f" ({event.mode})" if event.mode else "")
    row.append(f" · {kind}", style="not bold yellow")
    if event.recipients:
        row.append(" · " + " and ".join(map(desk.name, event.recipients)), style="bold")
    facts = [
        describe_place(event.place),
        describe_date(event.date),
        None if event.modality == "happened" else event.modality,
        "negated" if event.negated else None,
        " … ".join(f"“{make_line(span.text)}”" for span in event.spans[:1]),
    ]
    row.append("".join(f" · {fact}" for fact in facts if fact), style="not bold dim")
    rows = [row, *describe_word(desk, [event.statement] if event.statement else [])]
    return draw_rows(desk, desk.line_at(event.spans[0].start), rows)


def describe_place(place: Where | None) -> str | None:
    """The place with its country's code, where that is not the place itself."""
    if place is None:
        return None
    return make_line(place.name) + (f", {place.country}" if place.country else "")


def describe_date(date: When | None) -> str | None:
    """The date as it comes out, else as written."""
    return (date.value or make_line(date.text)) if date else None


def describe_word(desk: Desk, statements: Sequence[str]) -> list[Text]:
    """On whose word it rests, a row; none where the document itself tells it."""
    chains = [describe_chain(desk.statements[s], desk.actors) for s in statements[:3]]
    told = "; ".join(dict.fromkeys(chain for chain in chains if chain))
    return [Text.assemble(("on the word of ", "dim"), told)] if told else []
