"""Of which times does a text speak, and when are they?"""

import re
import time
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.reading.date_values import find_easter, find_holiday
from sayso.reading.date_words import load_grammar
from sayso.reading.dates import _READERS, Date, find_dates

WEDNESDAY = date(2025, 4, 23)


def read(text: str, published: date | None = WEDNESDAY) -> list[tuple[str, str | None]]:
    return [(d.text, d.value) for d in find_dates(text, 0, len(text), published)]


def read_one(text: str, published: date | None = WEDNESDAY) -> Date:
    (found,) = find_dates(text, 0, len(text), published)
    return found


@pytest.mark.parametrize(
    ("text", "words", "value"),
    [
        ("They met on 23 April 2025.", "23 April 2025", "2025-04-23"),
        ("They met on April 23, 2025, in Rome.", "April 23, 2025", "2025-04-23"),
        ("They met on the 23rd of April 2025.", "the 23rd of April 2025", "2025-04-23"),
        ("They met on 3rd Mar. 2022.", "3rd Mar. 2022", "2022-03-03"),
        ("They met on the first of May 2020.", "the first of May 2020", "2020-05-01"),
        ("They met on Wednesday, 23 April 2025.", "Wednesday, 23 April 2025", "2025-04-23"),
        ("They met on 2025-04-23.", "2025-04-23", "2025-04-23"),
        ("It was logged at 2025-04-23T14:30:05Z.", "2025-04-23T14:30:05Z", "2025-04-23T14:30"),
        ("They met on 23.04.2025.", "23.04.2025", "2025-04-23"),
        ("They met on 04/23/2025.", "04/23/2025", "2025-04-23"),
        ("They met on 23/04/25.", "23/04/25", "2025-04-23"),
        ("They met in April 2014.", "April 2014", "2014-04"),
        ("They met in 2025-03.", "2025-03", "2025-03"),
        ("They met in 2014.", "2014", "2014"),
        ("They met in mid-2023.", "mid-2023", "2023"),
        ("They met in late 2024.", "late 2024", "2024"),
        ("They met at the end of 2024.", "the end of 2024", "2024"),
        ("It began in 1812.", "1812", "1812"),
        ("It began in the 1990s.", "the 1990s", "199"),
        ("It began in the early 1980s.", "the early 1980s", "198"),
        ("It began in the '90s.", "the '90s", "199"),
        ("It began in the nineties.", "the nineties", "199"),
        ("It began in the 19th century.", "the 19th century", "18"),
        ("It began in the twentieth century.", "the twentieth century", "19"),
        ("Sales fell in the first quarter of 2025.", "the first quarter of 2025", "2025-Q1"),
        ("Sales fell in Q3 2024.", "Q3 2024", "2024-Q3"),
        ("Sales fell in the second half of 2024.", "the second half of 2024", "2024-H2"),
        ("It began in the spring of 2022.", "the spring of 2022", "2022-SP"),
        ("It began in autumn 2023.", "autumn 2023", "2023-FA"),
        (
            "They voted on the first Monday of May 2025.",
            "the first Monday of May 2025",
            "2025-05-05",
        ),
        ("They met on Christmas Eve 2023.", "Christmas Eve 2023", "2023-12-24"),
    ],
)
def test_a_date_that_is_written_out_needs_no_publication(text, words, value):
    found = read_one(text, None)
    assert (found.text, found.value) == (words, value)


@pytest.mark.parametrize(
    ("text", "words", "value"),
    [
        ("He left yesterday.", "yesterday", "2025-04-22"),
        ("He leaves tomorrow.", "tomorrow", "2025-04-24"),
        ("He left the day before yesterday.", "the day before yesterday", "2025-04-21"),
        ("He left two days ago.", "two days ago", "2025-04-21"),
        ("He left three weeks ago.", "three weeks ago", "2025-W14"),
        ("He left a month ago.", "a month ago", "2025-03"),
        ("He left 50 years ago.", "50 years ago", "1975"),
        ("He left half a year ago.", "half a year ago", "2024-10"),
        ("He left decades ago.", "decades ago", "PAST_REF"),
        ("He left last week.", "last week", "2025-W16"),
        ("He leaves next week.", "next week", "2025-W18"),
        ("He left earlier this year.", "earlier this year", "2025"),
        ("He left last month.", "last month", "2025-03"),
        ("He leaves by the end of the month.", "the end of the month", "2025-04"),
        ("He left last Friday.", "last Friday", "2025-04-18"),
        ("He leaves this Friday.", "this Friday", "2025-04-25"),
        ("He leaves next Friday.", "next Friday", "2025-05-02"),
        ("He leaves on Friday of next week.", "Friday of next week", "2025-05-02"),
        ("He left in May last year.", "May last year", "2024-05"),
        ("He left last November.", "last November", "2024-11"),
        ("He left over the weekend.", "the weekend", "2025-W16-WE"),
        ("He leaves this weekend.", "this weekend", "2025-W17-WE"),
        ("He left last summer.", "last summer", "2024-SU"),
        ("He leaves in the autumn.", "the autumn", "2025-FA"),
        ("He leaves this summer.", "this summer", "2025-SU"),
        ("Prices will fall next year.", "next year", "2026"),
        ("He left last quarter.", "last quarter", "2025-Q1"),
        ("He leaves on the 28th.", "the 28th", "2025-04-28"),
        ("He leaves on the 20th of next month.", "the 20th of next month", "2025-05-20"),
        ("He left last Christmas.", "last Christmas", "2024-12-25"),
    ],
)
def test_a_relative_date_counts_from_publication(text, words, value):
    found = read_one(text)
    assert (found.text, found.value) == (words, value)
    assert read_one(text, None).value in (None, "PAST_REF")


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("He arrived on Monday.", "2025-04-21"),
        ("He spoke Wednesday.", "2025-04-23"),
        ("Police on Monday arrested a man.", "2025-04-21"),
        ("He will arrive on Monday.", "2025-04-28"),
        ("The summit is due on Monday.", "2025-04-28"),
        ("He plans to arrive on Monday.", "2025-04-28"),
        ("A third round will be held on Monday.", "2025-04-28"),
        ("The pact is expected to be signed on Monday.", "2025-04-28"),
        ("He was to have been freed on Monday.", "2025-04-21"),
        ("They should leave, and on Monday, some were freed.", "2025-04-21"),
        ("He may have been killed on Monday.", "2025-04-21"),
        ("The deadline expires on Monday.", "2025-04-28"),
        ("He has until Monday to answer.", "2025-04-28"),
        ("The king to meet envoys on Monday.", "2025-04-28"),
        ("He went to meet envoys on Monday.", "2025-04-21"),
        ("Monday's talks were short.", "2025-04-21"),
        ("By Monday, rescuers had found nobody.", "2025-04-21"),
        ("He left on 20 June.", "2024-06-20"),
        ("He announced talks on 20 May.", "2025-05-20"),
        ("He will leave on 20 May.", "2025-05-20"),
        ("He left in March.", "2025-03"),
        ("He will return in March.", "2026-03"),
        ("He left on 24 December.", "2024-12-24"),
        ("The opening was on Tuesday 20 May.", "2025-05-20"),
    ],
)
def test_the_tense_tells_the_direction(text, value):
    assert read_one(text).value == value


def test_a_verb_of_saying_does_not_turn_what_will_be():
    found = read("He said on Tuesday that she would go on Thursday, and went home on Monday.")
    assert [value for _, value in found] == ["2025-04-22", "2025-04-24", "2025-04-21"]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("He fell on 3 March 2024. A day earlier, he had sung.", "2024-03-02"),
        ("He fell on 3 March 2024. The next day, he sang.", "2024-03-04"),
        ("He fell on 3 March 2024. The previous day he had sung.", "2024-03-02"),
        ("He fell on 3 March 2024. He sang the same day.", "2024-03-03"),
        ("He fell on 3 March 2024. He had sung the day before.", "2024-03-02"),
        ("He fell on 3 March 2024. Three weeks later, he sang.", "2024-W12"),
        ("He fell in March 2024. The following month, he sang.", "2024-04"),
        ("He fell in 2014. Two years later, he sang.", "2016"),
        ("He fell on 3 March 2024. He sang that night.", "2024-03-03"),
        ("He fell on March 3, 2024. On March 3, they also sang.", "2024-03-03"),
    ],
)
def test_a_date_may_count_from_the_one_before(text, value):
    assert read(text)[-1][1] == value


@pytest.mark.parametrize(
    ("text", "value", "precision"),
    [
        ("It began at 14:30 GMT on 3 March 2022.", "2022-03-03T14:30", "minute"),
        ("It began on 3 March 2022 at 2.30pm.", "2022-03-03T14:30", "minute"),
        ("It began at 9 a.m. Tuesday.", "2025-04-22T09:00", "hour"),
        ("It began at 1300 local time.", "2025-04-23T13:00", "minute"),
        ("It began at six o'clock in the evening.", "2025-04-23T18:00", "hour"),
        ("It began at 4 in the morning.", "2025-04-23T04:00", "hour"),
        ("It began at noon on Tuesday.", "2025-04-22T12:00", "hour"),
        ("It began on Monday morning.", "2025-04-21", "part_of_day"),
        ("It began on the evening of April 5.", "2025-04-05", "part_of_day"),
        ("It began last night.", "2025-04-22", "part_of_day"),
        ("It begins tonight.", "2025-04-23", "part_of_day"),
        ("They struck overnight.", "2025-04-23", "part_of_day"),
        ("It begins tomorrow afternoon.", "2025-04-24", "part_of_day"),
        ("It began in the early hours of Tuesday.", "2025-04-22", "part_of_day"),
    ],
)
def test_times_of_day_belong_to_a_day(text, value, precision):
    found = read_one(text)
    assert (found.value, found.precision) == (value, precision)


def test_a_time_of_day_takes_the_day_of_its_sentence():
    found = read("It began at 09:40 in Rome, and ended late, on Monday.")
    assert found == [("09:40", "2025-04-21T09:40"), ("Monday", "2025-04-21")]


@pytest.mark.parametrize(
    ("text", "words", "value", "kind"),
    [
        ("They talked for three days.", "three days", "P3D", "duration"),
        ("They made a two-day visit.", "two-day", "P2D", "duration"),
        ("They talked for two and a half hours.", "two and a half hours", "PT2H30M", "duration"),
        ("They talked for half an hour.", "half an hour", "PT30M", "duration"),
        ("They talked for two and a half years.", "two and a half years", "P2.5Y", "duration"),
        ("They talked for a hundred days.", "a hundred days", "P100D", "duration"),
        ("They talked for twenty-five years.", "twenty-five years", "P25Y", "duration"),
        ("They talked for two decades.", "two decades", "P20Y", "duration"),
        ("They talked for 1,000 days.", "1,000 days", "P1000D", "duration"),
        ("They talked for two years and three months.", None, "P2Y3M", "duration"),
        ("They talked over the past week.", "the past week", "P1W", "duration"),
        ("They talked in the last two weeks.", "the last two weeks", "P2W", "duration"),
        ("They talk in the coming days.", "the coming days", "PXD", "duration"),
        ("They talk every week.", "every week", "P1W", "set"),
        ("They talk every other day.", "every other day", "P2D", "set"),
        ("They talk each Friday.", "each Friday", "XXXX-WXX-5", "set"),
        ("They talk on Mondays.", "Mondays", "XXXX-WXX-1", "set"),
        ("They talk twice a week.", "twice a week", "P1W", "set"),
        ("They held their annual talks.", "annual", "P1Y", "set"),
        ("They send 500 letters a day.", "a day", "P1D", "set"),
    ],
)
def test_durations_and_sets_have_no_place_in_the_calendar(text, words, value, kind):
    found = read_one(text)
    assert (found.value, found.kind, found.precision) == (value, kind, kind)
    assert words is None or found.text == words


@pytest.mark.parametrize(
    ("text", "value", "precision"),
    [
        ("They are talking now.", "PRESENT_REF", "present"),
        ("They recently talked.", "PAST_REF", "past"),
        ("They may talk in the future.", "FUTURE_REF", "future"),
    ],
)
def test_references_have_no_number(text, value, precision):
    found = read_one(text)
    assert (found.value, found.precision, found.kind) == (value, precision, "date")


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("He ruled 1999-2001.", ["1999", "2001"]),
        ("It was the 2024-25 season.", ["2024", "2025"]),
        ("They met between March 3 and 5, 2022.", ["2022-03-03", "2022-03-05"]),
        ("They met on 3-5 March 2022.", ["2022-03-03", "2022-03-05"]),
        ("They met from March 3 to 5, 2022.", ["2022-03-03", "2022-03-05"]),
        ("They met from November to January 2022.", ["2021-11", "2022-01"]),
        ("They met on Monday and Tuesday.", ["2025-04-21", "2025-04-22"]),
        ("They met from Tuesday to Thursday.", ["2025-04-22", "2025-04-24"]),
        ("They meet between Monday and Friday next week.", ["2025-04-28", "2025-05-02"]),
    ],
)
def test_a_range_is_two_dates(text, values):
    assert [value for _, value in read(text)] == values


@pytest.mark.parametrize(
    "text",
    [
        "They may leave, and the troops march in.",
        "Theresa May said so, and April Jones agreed.",
        "The second man took a second look.",
        "They spring up where leaders fall.",
        "A 44-year-old man, aged 30, and his six months old son.",
        "The 27 countries paid $2014 for 2000 people.",
        "It is in resolution 1970 and on page 2001.",
        "He read the Daily Mirror and The Sunday Times.",
        "He is in his 80s, and is number 24/7 of 10.1.22.",
        "The sun sat low, and they wed.",
        "Three quarters of them scored 3-2 on the 20th anniversary.",
        "Videos: 00:31 02:15 10:44.",
        "Prices are to fall next to nothing on the last day of the war.",
    ],
)
def test_words_that_only_look_like_time_are_none(text):
    assert read(text) == []


def test_a_day_that_is_not_in_the_calendar_has_no_value():
    assert read("They met on 31 April 2025.") == [("31 April 2025", None)]
    assert read("It ended 99999 years ago and 9999 years ago.")[-1] == ("9999 years ago", None)


def test_days_may_be_known_by_what_happened():
    assert read("It was after the October 7 attacks and 9/11.") == [
        ("October 7", "2023-10-07"),
        ("9/11", "2001-09-11"),
    ]


def test_a_day_without_its_year_is_of_the_year_that_the_text_gives_with_it():
    found = read("After the March 3 fire he left. The fire of March 3, 2021, was the worst.")
    assert [value for _, value in found] == ["2021-03-03", "2021-03-03"]


def test_the_date_line_of_the_copy_is_its_today():
    text = "ROME, April 22 (Orbis) -- The two met today, and will meet on Thursday."
    assert [value for _, value in read(text)] == ["2025-04-22", "2025-04-22", "2025-04-24"]
    old = "ROME, April 2 (Orbis) -- The two met today."
    assert read(old)[-1][1] == "2025-04-23"


def test_a_stretch_keeps_the_places_of_the_text():
    text = "On Monday they met. They will meet on Friday. On Sunday they rest."
    start, end = text.index("They will"), text.index(" On Sunday")
    (found,) = find_dates(text, start, end, WEDNESDAY)
    assert (found.text, text[found.start : found.end]) == ("Friday", "Friday")
    assert found.value == "2025-04-25"


def test_letters_that_grow_when_small_do_not_move_places():
    text = "İİİ met in İzmir on Monday."
    found = read_one(text)
    assert text[found.start : found.end] == "Monday"


def test_feasts_that_move_are_found():
    assert find_easter(2025) == date(2025, 4, 20)
    assert find_easter(2024) == date(2024, 3, 31)
    assert find_holiday("11 4 4", 1999) == date(1999, 11, 25)
    assert find_holiday("5 -1 1", 2025) == date(2025, 5, 26)


def test_each_rule_has_a_reader_and_each_reader_a_rule():
    ranges = {"day_range", "span_of_years"}
    assert set(load_grammar().words.rules) == set(_READERS) | ranges


def test_each_way_in_which_a_rule_may_begin_is_among_the_openers():
    """What a rule finds by itself is found too where only openers let it be tried."""
    samples = (
        "end of the year|q2|the night before.|fy2025|last spring|every March|tens of days|"
        "half a day|several days|nineties|the first Monday of May|midnight|tonight|'90s|per day|"
        "another week|once a month|recent weeks|overnight|9/11|Christmas"
    ).split("|")
    grammar = load_grammar()
    for sample in samples:
        alone = [rule for _, rule in grammar.rules if re.search(rule, sample.lower())]
        assert not alone or grammar.whole.search(sample.lower()), sample


WORDS = st.sampled_from(
    "on in the a of last next this May march Monday Mon. week weeks year day days two 20 20th 31 "
    "2025 2025-04-23 1/2/2025 14:30 GMT a.m. at noon ago later before , . - – to and 1990s '90s "
    "first quarter half every each morning night 9 o'clock summer spring century Easter".split(" ")
)
TEXTS = st.one_of(
    st.text(max_size=200),
    st.lists(st.one_of(WORDS, st.text(max_size=4)), max_size=40).map(" ".join),
    st.lists(WORDS, max_size=40).map("".join),
)


@settings(max_examples=300, deadline=None)
@given(TEXTS, st.one_of(st.none(), st.dates()), st.integers(0, 250), st.integers(0, 250))
def test_any_text_is_read_and_every_place_is_proved(text, published, first, second):
    start, end = sorted((min(first, len(text)), min(second, len(text))))
    for begin, stop in ((0, len(text)), (start, end)):
        found = find_dates(text, begin, stop, published)
        place = begin
        for item in found:
            assert place <= item.start < item.end <= stop
            assert text[item.start : item.end] == item.text
            place = item.end


@pytest.mark.parametrize(
    "words",
    ["1 ", "one hundred and ", "Monday, ", "1-", "the end of the ", "a few ", "'90s ", "\n"],
)
def test_time_grows_no_faster_than_the_text(words):
    def measure(length: int) -> float:
        text = (words * length)[:length]
        began = time.process_time()
        find_dates(text, 0, len(text), WEDNESDAY)
        return time.process_time() - began

    measure(1000)
    small, large = min(measure(4000) for _ in range(3)), min(measure(32000) for _ in range(2))
    assert large < 8 * 4 * small + 0.05


def test_a_stretch_of_time_without_length_is_left_out():
    assert read("They talked for years, for days on end, for a few weeks.") == []
