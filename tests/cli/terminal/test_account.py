"""Are meetings, positions and events told so that a person can read them?"""

from io import StringIO
from typing import Any

from rich.console import Console

from sayso.cli.terminal.account import GUTTER, draw_account
from sayso.cli.terminal.escaping import find_line_starts
from sayso.documents import Document, Span
from sayso.reading import (
    Actor,
    ChainLink,
    Event,
    Meeting,
    Mention,
    Participant,
    Position,
    Reader,
    Reading,
    Statement,
    When,
    Where,
)

TEXT = "Talks end\nEnvoys of Kyiv met Roe.\nNobody else came.\n"
NAMES = {"ua": "Kyiv", "ru": "Moscow", "roe": "Ana Roe", "lund": "Bo Lund", "orbis": "Orbis"}
KINDS: dict[str, Any] = {"ua": "country", "ru": "country", "orbis": "outlet"}
SECOND, THIRD = (Span(25, 28, "met"),), (Span(34, 40, "Nobody"),)
"""Words of the second line, and of the third."""
SOMEBODY = Span(20, 24, "Kyiv")
OSLO = Where(actor="oslo", name="Oslo", country="NO")
MONDAY = When(text="Monday", start=0, end=1, value="2025-04-21", precision="day")


def draw(width: int = 100, **layers: Any) -> list[str]:
    actors = tuple(
        Actor(
            id=key,
            name=name,
            kind=KINDS.get(key, "person"),
            role="foreign minister" if key == "roe" else None,
            mentions=(Mention(0, 1, "T", "name"),),
        )
        for key, name in NAMES.items()
    )
    statement = Statement(
        id="s1",
        kind="indirect",
        source=(),
        cue=(),
        content=SECOND,
        chain=(
            ChainLink(kind="unnamed", text="two aides", start=0, end=1),
            ChainLink(actor="orbis", kind="outlet", text="Orbis", start=0, end=1),
            ChainLink(kind="document", text="", start=0, end=0),
        ),
        confidence=1.0,
    )
    reading = Reading(
        document=Document(id="d", text=TEXT, parts=()),
        actors=actors,
        statements=(statement,),
        reader=Reader(version="0", model="0"),
        **layers,
    )
    console = Console(file=StringIO(), width=width)
    return [line.plain for line in draw_account(reading, find_line_starts(TEXT), console)]


def meeting_of(**facts: Any) -> Meeting:
    return Meeting(
        **{"id": "m", "what": "peace talks", "status": "happened", "spans": SECOND, **facts}
    )


def event_of(**facts: Any) -> Event:
    told = {
        "id": "e",
        "type": "CONSULT",
        "modality": "happened",
        "cameo": "04",
        "goldstein": 1.0,
        "quad": "verbal cooperation",
        "spans": SECOND,
        "confidence": 0.9,
        "actors": ("ua",),
    }
    return Event(**{**told, **facts})


def position_of(**facts: Any) -> Position:
    told = {"id": "w", "party": "ua", "issue": "truce", "stance": "demands", "spans": SECOND}
    return Position(**{**told, "first_hand": True, **facts})


def participant_of(actor: str, attendance: str, **facts: Any) -> Participant:
    return Participant(actor=actor, attendance=attendance, span=SOMEBODY, **facts)  # type: ignore[arg-type]


def meeting_lines(**facts: Any) -> list[str]:
    """The rows of a meeting, without its heading and what stands left of them."""
    return [line[GUTTER:].strip() for line in draw(meetings=(meeting_of(**facts),))[2:]]


def event_lines(**facts: Any) -> list[str]:
    return [line[GUTTER:].strip() for line in draw(events=(event_of(**facts),))[2:]]


def position_lines(**facts: Any) -> list[str]:
    return [line[GUTTER:].strip() for line in draw(positions=(position_of(**facts),))[2:]]


def test_a_reading_without_meetings_positions_and_events_draws_nothing():
    assert draw() == []


def test_each_section_has_its_heading_and_empty_ones_are_left_out():
    lines = draw(meetings=(meeting_of(),), events=(event_of(),))
    assert [line for line in lines if line and not line.startswith(("line", " "))] == [
        "Met",
        "Happened",
    ]


def test_an_entry_begins_with_the_number_of_its_line():
    lines = draw(positions=(position_of(), position_of(spans=THIRD)))
    assert lines == [
        "",
        "Wants",
        "line 2       Kyiv · demands · truce · first-hand",
        "line 3       Kyiv · demands · truce · first-hand",
    ]


def test_a_meeting_has_what_where_when_and_whether_on_one_line():
    found = meeting_lines(place=OSLO, date=MONDAY, format="bilateral", host="ua")
    assert found == ["peace talks · Oslo, NO · 2025-04-21 · happened · bilateral · hosted by Kyiv"]


def test_of_a_bare_meeting_only_the_status_is_told():
    assert meeting_lines() == ["peace talks · happened"]


def test_participants_are_told_by_how_they_take_part():
    participants = (
        participant_of("lund", "absent"),
        participant_of("roe", "represented_by", represented_by="lund"),
        participant_of("ru", "present"),
        participant_of("ua", "present"),
    )
    assert meeting_lines(participants=participants)[1:] == [
        "present: Moscow; Kyiv",
        "represented: Ana Roe by Bo Lund",
        "absent: Bo Lund",
    ]


def test_a_participant_has_office_and_party():
    participants = (participant_of("roe", "present", role="foreign minister", party="ua"),)
    found = meeting_lines(participants=participants)
    assert found[1:] == ["present: Ana Roe, foreign minister (for Kyiv)"]


def test_a_rank_that_is_lowered_has_its_reason():
    reason = Span(0, 9, "because Roe\nstayed away")
    found = meeting_lines(level="ambassadors", level_change="lowered", reason=reason)
    assert found[1:] == ["rank: level lowered, ambassadors (because Roe stayed away)"]


def test_a_reason_without_a_rank_is_why():
    found = meeting_lines(status="cancelled", reason=Span(0, 9, "over the shelling"))
    assert [line.split() for line in found[1:]] == [["why:", "over", "the", "shelling"]]


def test_a_meeting_is_on_the_word_of_those_who_tell_of_it():
    assert meeting_lines(statements=("s1",))[1:] == ["on the word of Orbis, from two aides"]


def test_one_chain_of_several_statements_is_told_once():
    found = meeting_lines(statements=("s1", "s1"))
    assert found[1:] == ["on the word of Orbis, from two aides"]


def test_a_first_hand_position_needs_nobodys_word():
    assert position_lines(statement="s1") == ["Kyiv · demands · truce · first-hand"]


def test_a_reported_position_is_on_the_word_of_who_reports_it():
    assert position_lines(statement="s1", first_hand=False) == [
        "Kyiv · demands · truce · reported",
        "on the word of Orbis, from two aides",
    ]


def test_the_conditions_of_a_position_stand_behind_its_issue():
    found = position_lines(conditions=("troops\nleave", "aid comes"))
    assert found == ["Kyiv · demands · truce (troops leave; aid comes) · first-hand"]


def test_an_event_has_who_what_and_to_whom():
    found = event_lines(actors=("ua", "ru"), recipients=("roe",), mode="visit")
    assert found == ["Kyiv and Moscow · CONSULT (visit) · Ana Roe · “met”"]


def test_an_event_has_where_when_and_whether():
    found = event_lines(place=OSLO, date=MONDAY, modality="planned", negated=True)
    assert found == ["Kyiv · CONSULT · Oslo, NO · 2025-04-21 · planned · negated · “met”"]


def test_a_date_that_comes_to_no_value_is_told_as_written():
    date = When(text="on\nthe day", start=0, end=1, precision="day")
    assert event_lines(date=date) == ["Kyiv · CONSULT · on the day · “met”"]


def test_an_event_of_nobody_named_is_somebodys():
    assert event_lines(actors=(), recipients=("ua",)) == ["somebody · CONSULT · Kyiv · “met”"]


def test_an_event_is_on_the_word_of_who_tells_it():
    assert event_lines(statement="s1")[1:] == ["on the word of Orbis, from two aides"]


def test_a_long_entry_is_wrapped_and_stays_in_its_column():
    found = draw(60, positions=(position_of(issue="word " * 40),))[2:]
    assert found[0].startswith("line 2")
    assert all(line[:GUTTER].isspace() for line in found[1:])
    assert all(len(line) <= 60 for line in found)


def test_an_escape_sequence_in_a_name_has_no_effect():
    assert all("\x1b" not in line for line in draw(positions=(position_of(issue="a\x1b[31mb"),)))
