"""Who met whom: where, when, at which rank, and who stayed away?"""

import pytest

from sayso.reading import Meeting
from sayso.reading.meetings import read_meetings
from tests.reading.scenes import Stage


def stage_of(marked: str, status: str = "happened", **roles: str) -> Stage:
    """A stage with a meeting at `m`; Kyiv and Moscow are countries, others are persons."""
    stage = Stage(marked)
    for key in stage.places:
        if key in ("ua", "ru"):
            stage.act(key, "country", country=key.upper())
        elif key in ("roe", "lund", "bo"):
            stage.act(key)
    stage.meet("m", status, **roles)
    return stage


def read_one(stage: Stage) -> Meeting:
    (meeting,) = read_meetings(stage.scene())
    return meeting


def attendance_of(meeting: Meeting) -> dict[str, str]:
    return {p.actor: p.attendance for p in meeting.participants}


def test_those_who_come_are_present_and_those_who_do_not_are_absent():
    stage = stage_of("[roe:Roe] met [lund:Lund] for [m:talks] without [bo:Bo].")
    stage.link("m", attends="roe lund", absent="bo")
    assert attendance_of(read_one(stage)) == {"bo": "absent", "roe": "present", "lund": "present"}


def test_each_participant_is_proved_by_a_mention():
    stage = stage_of("[roe:Ana Roe] and [lund:Lund] held [m:talks].", attends="roe lund")
    meeting = read_one(stage)
    assert {p.span.text for p in meeting.participants} == {"Ana Roe", "Lund"}
    for p in meeting.participants:
        assert stage.text[p.span.start : p.span.end] == p.span.text


def test_who_is_likelier_absent_than_present_is_absent():
    stage = stage_of("[roe:Roe] and [lund:Lund] held [m:talks].", attends="roe")
    stage.link("m", chance=0.6, attends="lund")
    stage.link("m", chance=0.8, absent="lund")
    assert attendance_of(read_one(stage)) == {"roe": "present", "lund": "absent"}


def test_who_is_absent_in_one_sentence_and_present_in_another_is_told_once():
    stage = stage_of(
        "[roe:Roe] and [bo:Bo] held [m:talks]. [roe:Roe] left the [n:talks] to [bo:Bo]."
    )
    stage.meet("n", absent="roe")
    stage.link("m", attends="roe bo")
    assert attendance_of(read_one(stage)) == {"roe": "absent", "bo": "present"}


def test_an_absent_minister_is_represented_by_who_stands_in():
    stage = stage_of("[roe:Roe] was represented by [lund:Lund] at the [m:talks].")
    stage.link("m", attends="lund", absent="roe")
    participants = {p.actor: p for p in read_one(stage).participants}
    assert participants["roe"].attendance == "represented_by"
    assert participants["roe"].represented_by == "lund"
    assert participants["lund"].represented_by is None


def test_nobody_stands_in_where_no_words_say_so():
    stage = stage_of("[lund:Lund] came to the [m:talks] and [roe:Roe] did not.")
    stage.link("m", attends="lund", absent="roe")
    assert {p.represented_by for p in read_one(stage).participants} == {None}


@pytest.mark.parametrize("status", ["planned", "proposed", "postponed", "cancelled"])
def test_those_who_would_come_to_what_has_not_been_are_expected(status):
    stage = stage_of("[roe:Roe] and [lund:Lund] plan [m:talks].", status, attends="roe lund")
    meeting = read_one(stage)
    assert meeting.status == status
    assert attendance_of(meeting) == {"roe": "expected", "lund": "expected"}


def test_those_who_meet_by_video_are_online():
    stage = stage_of("[roe:Roe] and [lund:Lund] held [m:talks].", form="video", attends="roe lund")
    assert set(attendance_of(read_one(stage)).values()) == {"online"}


def test_a_minister_takes_part_for_whom_he_serves_in_his_office():
    stage = Stage("[roe:Roe] and [ru:Moscow] held [m:talks] in [ua:Kyiv].")
    stage.act("roe", party="ua", role="foreign minister")
    stage.act("ua", "country", country="UA")
    stage.act("ru", "country", country="RU")
    stage.meet("m", attends="roe ru")
    participants = {p.actor: p for p in read_one(stage).participants}
    assert (participants["roe"].party, participants["roe"].role) == ("ua", "foreign minister")
    assert participants["ru"].party is None


@pytest.mark.parametrize(
    ("status", "attendance"), [("happened", "present"), ("planned", "expected")]
)
def test_the_country_of_who_attends_takes_part_as_he_does(status, attendance):
    stage = stage_of("[roe:Roe] of [ua:Kyiv] spoke of [m:talks].", status, attends="roe")
    stage.parties["roe"] = "ua"
    assert attendance_of(read_one(stage)) == {"roe": attendance, "ua": attendance}


def test_a_country_that_attends_with_its_minister_is_told_once():
    stage = stage_of("[roe:Roe] of [ua:Kyiv] held [m:talks].", attends="roe ua")
    stage.parties["roe"] = "ua"
    found = [p.actor for p in read_one(stage).participants]
    assert sorted(found) == ["roe", "ua"]


def test_a_country_is_proved_by_its_mention_nearest_to_who_attends():
    stage = stage_of("[ua:Kyiv] froze. [roe:Roe] of [ua:Ukraine] held [m:talks].", attends="roe")
    stage.parties["roe"] = "ua"
    spans = {p.actor: p.span.text for p in read_one(stage).participants}
    assert spans == {"roe": "Roe", "ua": "Ukraine"}


def test_the_country_of_who_stays_away_does_not_take_part():
    stage = stage_of("[lund:Lund] held [m:talks] without [roe:Roe] of [ua:Kyiv].", attends="lund")
    stage.link("m", absent="roe")
    stage.parties["roe"] = "ua"
    assert attendance_of(read_one(stage)) == {"roe": "absent", "lund": "present"}


def test_an_aide_does_not_bring_his_minister_along():
    stage = stage_of("[lund:Lund], aide to [roe:Roe], held [m:talks].", attends="lund")
    stage.parties["lund"] = "roe"
    assert attendance_of(read_one(stage)) == {"lund": "present"}


@pytest.mark.parametrize(
    ("marked", "level"),
    [
        ("[roe:Roe] held ministerial-level [m:talks].", "ministerial"),
        ("[roe:Roe] held [m:talks] at ministerial level.", "ministerial"),
        ("[roe:Roe] held [m:talks] at the level of deputy ministers.", "deputy ministers"),
        ("[roe:Roe] held [m:talks].", None),
    ],
)
def test_the_level_is_as_written(marked, level):
    assert read_one(stage_of(marked, attends="roe")).level == level


def test_a_level_that_is_lowered_has_its_reason():
    stage = stage_of(
        "The [m:talks] with [ua:Kyiv] were downgraded because [roe:Roe] stayed away, Orbis said.",
        attends="ua",
    )
    meeting = read_one(stage)
    assert meeting.level_change == "lowered"
    assert meeting.reason is not None
    assert meeting.reason.text == "because Roe stayed away"
    assert stage.text[meeting.reason.start : meeting.reason.end] == meeting.reason.text


def test_a_level_may_be_raised_and_no_reason_told():
    meeting = read_one(stage_of("[roe:Roe] upgraded the [m:talks].", attends="roe"))
    assert (meeting.level_change, meeting.reason) == ("raised", None)


def test_a_meeting_that_is_called_off_has_its_reason():
    stage = stage_of(
        "[roe:Roe] called off the [m:talks] over the shelling.", "cancelled", attends="roe"
    )
    meeting = read_one(stage)
    assert meeting.level_change is None
    assert meeting.reason is not None
    assert meeting.reason.text == "over the shelling"


def test_a_meeting_that_was_held_needs_no_reason():
    stage = stage_of("[roe:Roe] held the postponed [m:talks] after a storm.", attends="roe")
    assert read_one(stage).reason is None


@pytest.mark.parametrize(
    ("marked", "host"),
    [
        ("[ua:Kyiv] hosted [m:talks] with [ru:Moscow].", "ua"),
        ("[m:Talks] with [ru:Moscow] were hosted by [ua:Kyiv].", "ua"),
        ("[ru:Moscow] came to the [m:talks], which [ua:Kyiv] convened.", "ua"),
        ("[ua:Kyiv] held [m:talks] with [ru:Moscow].", None),
        ("[ua:Kyiv] met [ru:Moscow] at [m:talks] hosted by a bank.", None),
    ],
)
def test_the_host_is_the_subject_of_a_verb_of_hosting(marked, host):
    assert read_one(stage_of(marked, attends="ua ru")).host == host


def test_a_meeting_is_named_by_its_noun_and_what_belongs_to_it():
    stage = stage_of("[roe:Roe] attended the fourth peace [m:conference].", attends="roe")
    assert read_one(stage).what == "fourth peace conference"


def test_the_fullest_name_of_all_places_is_its_name():
    stage = stage_of("[roe:Roe] came to the [m:summit]. The climate [m:summit] pleased [roe:Roe].")
    stage.link("m", attends="roe")
    assert read_one(stage).what == "climate summit"


def test_a_meeting_of_nobody_nowhere_is_told_too():
    meeting = read_one(stage_of("The [m:talks] failed."))
    assert (meeting.participants, meeting.place, meeting.date) == ((), None, None)


def test_a_text_without_meetings_has_none():
    assert read_meetings(Stage("Snow fell.").scene()) == ()


def test_a_meeting_has_its_place_with_coordinates_and_its_date():
    stage = stage_of("[roe:Roe] held [m:talks] in [oslo:Oslo] on Monday.", attends="roe")
    stage.act("oslo", "place", country="NO")
    stage.link("m", place="oslo")
    meeting = read_one(stage)
    assert meeting.place is not None
    assert meeting.place.name == "Oslo"
    assert meeting.place.latitude == pytest.approx(59.9, abs=0.2)
    assert meeting.date is not None
    assert meeting.date.value == "2025-04-21"


@pytest.mark.parametrize(
    ("status", "day"),
    [("happened", "2025-04-21"), ("planned", "2025-04-28"), ("proposed", "2025-04-28")],
)
def test_a_weekday_lies_behind_what_was_held_and_ahead_of_what_is_planned(status, day):
    meeting = read_one(stage_of("[roe:Roe] on Monday: [m:talks].", status, attends="roe"))
    assert meeting.date is not None
    assert meeting.date.value == day


def test_a_date_in_the_sentence_before_is_the_meetings_where_its_own_has_none():
    stage = stage_of("On 2 April 2025 [roe:Roe] came. He held [m:talks].")
    meeting = read_one(stage)
    assert meeting.date is not None
    assert meeting.date.value == "2025-04-02"


@pytest.mark.parametrize(
    "marked",
    [
        "Roe came on 2 April 2025.\n\nHe held [m:talks].",
        "Roe came on 2 April 2025. It snowed. He held [m:talks].",
        "He held [m:talks]. Roe left on 2 April 2025.",
    ],
)
def test_a_date_up_to_two_sentences_before_or_one_behind_is_the_meetings(marked):
    meeting = read_one(stage_of(marked))
    assert meeting.date is not None
    assert meeting.date.value == "2025-04-02"


@pytest.mark.parametrize(
    "marked",
    [
        "Roe came on 2 April 2025. It snowed. It rained. He held [m:talks].",
        "He held [m:talks]. It snowed. Roe left on 2 April 2025.",
    ],
)
def test_a_date_farther_off_is_not(marked):
    assert read_one(stage_of(marked)).date is None


def test_a_date_before_a_meeting_goes_before_one_behind():
    stage = stage_of("Roe came on 2 April 2025. He held [m:talks]. He left on 4 April 2025.")
    meeting = read_one(stage)
    assert meeting.date is not None
    assert meeting.date.value == "2025-04-02"


def test_a_meeting_rests_on_the_statements_that_tell_of_it():
    stage = stage_of("[s1:[lund:Lund]] [c1:said] [q1:[roe:Roe] held [m:talks]].", attends="roe")
    stage.say(1, "lund")
    assert read_one(stage).statements == ("statement 1",)


def test_what_the_document_itself_tells_rests_on_nobodys_word():
    stage = stage_of(
        "[roe:Roe] held [m:talks]. [s1:[lund:Lund]] [c1:said] [q1:[roe:Roe] left the [m:talks]]."
    )
    stage.link("m", attends="roe")
    stage.say(1, "lund")
    assert read_one(stage).statements == ()


def test_every_place_of_a_meeting_is_proved():
    stage = stage_of("[roe:Roe] held [m:talks]. The [m:meeting] pleased [roe:Roe].", attends="roe")
    spans = read_one(stage).spans
    assert [span.text for span in spans] == ["talks", "meeting"]
    assert all(stage.text[span.start : span.end] == span.text for span in spans)
