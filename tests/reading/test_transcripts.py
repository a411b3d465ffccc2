"""Who has the word in a transcript, and up to where?"""

from sayso.reader import take_in
from sayso.reading.transcripts import find_turns
from sayso.settings import Settings
from sayso.sources import Page

BRIEFING = """Briefing, 3 March

MINISTER ROE: Good morning. We have a date.

It is the ninth.

QUESTION (Ana Lund, Orbis): Who pays?

MINISTER ROE: We do.

The briefing ended at noon.
"""


def turns_of(text: str) -> list[tuple[str, list[str]]]:
    page = Page(origin="text", content=text.encode(), markup="plain", charset="utf-8")
    document = take_in(page, Settings())
    return [
        (document.text[slice(*turn.label)], [document.text[slice(*c)] for c in turn.content])
        for turn in find_turns(document)
    ]


def test_each_turn_has_its_label_and_all_its_paragraphs():
    assert turns_of(BRIEFING) == [
        ("MINISTER ROE", ["Good morning. We have a date", "It is the ninth"]),
        ("QUESTION (Ana Lund, Orbis)", ["Who pays?"]),
        ("MINISTER ROE", ["We do"]),
    ]


def test_a_text_with_a_colon_or_two_is_no_transcript():
    text = "Talks\n\nRoe: we will pay.\n\nThe ministry said nothing else.\n\nLund: nobody will.\n"
    assert turns_of(text) == []


def test_labels_that_never_come_back_make_no_transcript():
    text = "Terms\n\nFirst: a pause.\n\nSecond: a date.\n\nThird: a place.\n\nFourth: a list.\n"
    assert turns_of(text) == []
