"""Which places in the text speak of one meeting?"""

import pytest

from sayso.reading.gatherings import Gathering, find_gatherings
from tests.reading.scenes import Stage


def stage_of(marked: str, **meetings: str) -> Stage:
    """A stage where Kyiv, Moscow, Ankara, Riyadh and Oslo are actors wherever they are marked.

    For each key of a meeting, who attends it, and behind "in" where it is: `m="ua ru in oslo"`.
    """
    stage = Stage(marked)
    for key, code in (("ua", "UA"), ("ru", "RU"), ("tr", "TR")):
        if key in stage.places:
            stage.act(key, "country", country=code)
    for key, code in (("riyadh", "SA"), ("oslo", "NO"), ("bergen", "NO")):
        if key in stage.places:
            stage.act(key, "place", country=code)
    if "norway" in stage.places:
        stage.act("norway", "country", country="NO")
    for key, told in meetings.items():
        attending, _, where = told.partition("in")
        stage.meet(key, attends=attending, place=where)
    return stage


def words_of(stage: Stage) -> list[list[str]]:
    """Of each meeting the words that stand for it."""
    return [[e.words for e in g.encounters] for g in find_gatherings(stage.scene())]


def only(stage: Stage) -> Gathering:
    (gathering,) = find_gatherings(stage.scene())
    return gathering


def test_a_meeting_that_is_mentioned_five_times_is_one():
    stage = stage_of(
        "[ua:Kyiv] and [ru:Moscow] [m:met] in [riyadh:Riyadh] on Monday. The [m:talks] were long. "
        "[ua:Kyiv] called the [m:meeting] short.\n\nThe [m:negotiations] in [riyadh:Riyadh] ended. "
        "After the [m:talks] [ru:Moscow] was silent.",
        m="ua ru in riyadh",
    )
    assert words_of(stage) == [["met", "talks", "meeting", "negotiations", "talks"]]


def test_a_text_without_meetings_has_none():
    assert words_of(stage_of("Snow fell in Oslo.")) == []


def test_a_second_meeting_on_one_day_in_one_city_is_another():
    stage = stage_of(
        "[ua:Kyiv] and [ru:Moscow] [m:met] in [riyadh:Riyadh] on Monday. "
        "[ua:Kyiv] and [ru:Moscow] held a second [m:meeting] in [riyadh:Riyadh] on Monday.",
        m="ua ru in riyadh",
    )
    assert words_of(stage) == [["met"], ["meeting"]]


def test_what_is_called_second_again_is_the_second():
    stage = stage_of(
        "[ua:Kyiv] and [ru:Moscow] [m:met] in [riyadh:Riyadh] on Monday. "
        "[ua:Kyiv] and [ru:Moscow] held a second [m:meeting]. "
        "The second [m:meeting] was short, [ua:Kyiv] said.",
        m="ua ru in riyadh",
    )
    assert words_of(stage) == [["met"], ["meeting", "meeting"]]


@pytest.mark.parametrize("words", ["attended", "took part", "joined"])
def test_who_takes_part_takes_part_in_what_was_told_before(words):
    stage = stage_of(
        f"[ua:Kyiv] and [ru:Moscow] held [m:talks]. It snowed. [tr:Ankara] [n:{words}].",
        m="ua ru",
        n="tr",
    )
    assert words_of(stage) == [["talks", words]]


def test_meetings_of_other_parties_on_one_day_in_one_city_are_two():
    stage = stage_of(
        "[ua:Kyiv]'s envoys held [m:talks] in [riyadh:Riyadh] on Monday. "
        "[ru:Moscow] and [tr:Ankara] held [n:talks] in [riyadh:Riyadh] on Monday.",
        m="ua in riyadh",
        n="ru tr in riyadh",
    )
    assert words_of(stage) == [["talks"], ["talks"]]


def test_meetings_on_different_days_are_two():
    stage = stage_of(
        "[ua:Kyiv] and [ru:Moscow] held [m:talks] on 14 April 2025. "
        "[ua:Kyiv] and [ru:Moscow] held [m:talks] on 16 April 2025.",
        m="ua ru",
    )
    assert words_of(stage) == [["talks"], ["talks"]]


def test_a_month_and_a_day_in_it_may_be_one_meeting():
    stage = stage_of(
        "[ua:Kyiv] and [ru:Moscow] held [m:talks] in April 2025. "
        "The [m:talks] of [ua:Kyiv] and [ru:Moscow] on 16 April 2025 were short.",
        m="ua ru",
    )
    gathering = only(stage)
    assert gathering.when is not None
    assert gathering.when.value == "2025-04-16"


def test_meetings_in_different_places_are_two():
    stage = stage_of(
        "[ua:Kyiv] and [ru:Moscow] held [m:talks] in [riyadh:Riyadh]. "
        "[ua:Kyiv] and [ru:Moscow] held [n:talks] in [oslo:Oslo].",
        m="ua ru in riyadh",
        n="ua ru in oslo",
    )
    assert words_of(stage) == [["talks"], ["talks"]]


def test_a_town_and_its_country_may_be_one_place():
    stage = stage_of(
        "[ua:Kyiv] and [ru:Moscow] held [m:talks] in [oslo:Oslo]. "
        "The [n:talks] of [ua:Kyiv] and [ru:Moscow] in [norway:Norway] were short.",
        m="ua ru in oslo",
        n="ua ru in norway",
    )
    assert words_of(stage) == [["talks", "talks"]]


def test_two_towns_of_one_country_are_two_places():
    stage = stage_of(
        "[ua:Kyiv] and [ru:Moscow] held [m:talks] in [oslo:Oslo]. "
        "[ua:Kyiv] and [ru:Moscow] held [n:talks] in [bergen:Bergen].",
        m="ua ru in oslo",
        n="ua ru in bergen",
    )
    assert words_of(stage) == [["talks"], ["talks"]]


def test_two_ministers_of_one_country_are_one_side():
    stage = Stage("[roe:Roe] came to [m:talks]. [lund:Lund] left [n:discussions] without a word.")
    for key, code in (("roe", "UA"), ("lund", "UA")):
        stage.act(key, country=code)
    stage.meet("m", attends="roe")
    stage.meet("n", attends="lund")
    assert words_of(stage) == [["talks", "discussions"]]


def test_what_comes_first_counts_more_for_the_status():
    stage = stage_of(
        "[ua:Kyiv] and [ru:Moscow] cancelled [m:talks]. The [n:talks] were planned by [ua:Kyiv].",
        m="ua ru",
        n="ua",
    )
    stage.tell("status", "m", "cancelled")
    stage.tell("status", "n", "planned")
    assert only(stage).status == "cancelled"


@pytest.mark.parametrize("form", ["phone", "video", "multilateral"])
def test_the_format_is_the_models_likeliest(form):
    stage = stage_of("[ua:Kyiv] and [ru:Moscow] held [m:talks].", m="ua ru")
    stage.tell("formats", "m", form)
    assert only(stage).format == form


def test_what_is_not_likely_enough_stands_for_no_meeting():
    stage = stage_of("[ua:Kyiv] and [ru:Moscow] held [m:talks].", m="ua ru")
    stage.find("meetings", "m", "meeting", sure=0.3)
    assert words_of(stage) == []


def test_who_is_not_likely_enough_to_attend_does_not():
    stage = stage_of("[ua:Kyiv] and [ru:Moscow] held [m:talks].", m="ua")
    stage.link("m", chance=0.3, attends="ru")
    assert set(only(stage).attends) == {"ua"}


@pytest.mark.parametrize(("between", "attending"), [(2, {"ua", "ru"}), (60, {"ua"})])
def test_who_is_named_in_a_sentence_nearby_may_attend(between, attending):
    stage = stage_of(
        f"[ru:Moscow] sent an envoy. {'It snowed. ' * between}[ua:Kyiv] held [m:talks].", m="ua ru"
    )
    assert set(only(stage).attends) == attending


def test_who_is_named_behind_a_meeting_may_attend_it():
    stage = stage_of("[ua:Kyiv] held [m:talks]. It snowed. [ru:Moscow] sent an envoy.", m="ua ru")
    assert set(only(stage).attends) == {"ua", "ru"}


def test_where_a_meeting_is_is_told_in_its_own_sentence():
    stage = stage_of("[ua:Kyiv] held [m:talks]. It snowed in [oslo:Oslo].", m="ua in oslo")
    assert only(stage).where is None


@pytest.mark.parametrize(
    ("marked", "status"),
    [
        ("[ua:Kyiv] postponed the [m:talks].", "postponed"),
        ("[ua:Kyiv] called off the [m:talks].", "cancelled"),
        ("[ua:Kyiv] will hold [m:talks].", "planned"),
        ("[ua:Kyiv] [m:met] with an envoy.", "happened"),
        ("[ua:Kyiv] spoke of [m:talks].", "proposed"),
    ],
)
def test_where_the_model_is_unsure_plain_words_tell_the_status(marked, status):
    stage = stage_of(marked, m="ua")
    stage.tell("status", "m", "proposed", sure=0.3)
    assert only(stage).status == status


def test_where_the_model_is_sure_plain_words_do_not_change_the_status():
    stage = stage_of("[ua:Kyiv] will hold [m:talks].", m="ua")
    stage.tell("status", "m", "proposed", sure=0.9)
    assert only(stage).status == "proposed"


def test_plain_words_in_another_sentence_do_not_tell_the_status():
    stage = stage_of("A vote was postponed. [ua:Kyiv] spoke of [m:talks].", m="ua")
    stage.tell("status", "m", "proposed", sure=0.3)
    assert only(stage).status == "proposed"


def test_a_town_attends_nothing():
    stage = stage_of("[ua:Kyiv] held [m:talks] in [oslo:Oslo].", m="ua oslo in oslo")
    gathering = only(stage)
    assert set(gathering.attends) == {"ua"}
    assert gathering.where is not None
    assert gathering.where.actor.id == "oslo"
