"""By which way was it said?"""

import pytest

from sayso.documents import Span
from sayso.reading import Statement
from sayso.reading.channels import find_channel


def statement_of(text: str, cue: str, content: str) -> Statement:
    roles = []
    for words in (cue, content):
        start = text.index(words)
        roles.append((Span(start, start + len(words), words),))
    return Statement(
        id="1", kind="indirect", source=(), cue=roles[0], content=roles[1], confidence=1.0
    )


@pytest.mark.parametrize(
    ("text", "cue", "content", "kind", "words", "name"),
    [
        (
            "He wrote on Telegram that it was over.",
            "wrote",
            "it was over",
            "social_media",
            "Telegram",
            "Telegram",
        ),
        (
            "She said it was over, in a post on X.",
            "said",
            "it was over",
            "report",
            "post on X",
            "X",
        ),
        (
            "It was over, the ministry said in a statement.",
            "said",
            "It was over",
            "statement",
            "statement",
            None,
        ),
        (
            "In an interview with Radio Orbis, he said it was over.",
            "said",
            "it was over",
            "interview",
            "interview with Radio Orbis",
            "Radio Orbis",
        ),
        (
            "He said it was over at a press conference.",
            "said",
            "it was over",
            "briefing",
            "press conference",
            None,
        ),
        (
            "In a letter to Parliament, he said it was over.",
            "said",
            "it was over",
            "letter",
            "letter to Parliament",
            "Parliament",
        ),
    ],
)
def test_a_way_is_told_by_the_words_around_the_cue(text, cue, content, kind, words, name):
    channel = find_channel(text, statement_of(text, cue, content))
    assert channel is not None
    assert (channel.kind, channel.text, channel.name) == (kind, words, name)
    assert text[channel.start : channel.end] == channel.text


@pytest.mark.parametrize(
    ("text", "cue", "content"),
    [
        ("He said the letter on Telegram was forged.", "said", "the letter on Telegram was forged"),
        ("The call was short. He said it was over.", "said", "it was over"),
        ("He said it was over.", "said", "it was over"),
    ],
)
def test_a_way_inside_what_is_said_or_in_another_sentence_is_none(text, cue, content):
    assert find_channel(text, statement_of(text, cue, content)) is None
