"""By which way was it said: on Telegram, in a statement, in an interview with whom?"""

import re
from functools import cache
from typing import get_args

from sayso.reading import Channel, ChannelKind, Statement
from sayso.reading.lexicon import find_noun, load_lexicon, match_any
from sayso.reading.phrases import find_head_phrase

SENTENCE_END = re.compile(r"[.!?]['\"”’»]?\s|\n")
BY = r"\b(?:[Ii]n|[Aa]t|[Dd]uring|[Tt]hrough|[Vv]ia|[Oo]ver|[Oo]n|[Bb]y|[Tt]o|told|tells)"
ARTICLE = r"(?: (?:an?|the|his|her|its|their|this|that|one))?"
DESCRIBING = r"(?: (?!(?:an?|the|of|by|to|that|and)\b)[\w’'-]+){0,3}?"
DAYS = "(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"
NAME = rf"(?P<name>(?:the )?(?!{DAYS})[A-Z][\w’'-]*(?: [A-Z0-9][\w’'-]*){{0,3}})"
WITH = rf"(?:,? (?:with|to|on|for|broadcast by) {NAME})?"


def find_channel(text: str, statement: Statement) -> Channel | None:
    """The way by which a statement was made, by the words of its sentence outside what is said.

    None where the sentence names none.
    """
    for place in statement.cue or statement.source:
        found = list(SENTENCE_END.finditer(text, max(0, place.start - 400), place.start))
        start = found[-1].end() if found else max(0, place.start - 400)
        end = SENTENCE_END.search(text, place.end)
        stop = end.start() if end else len(text)
        outside = [
            match
            for match in channel_words().finditer(text, start, stop)
            if not any(s.start <= match.start("what") < s.end for s in statement.content)
            and not any(s.start == match.start("what") for s in statement.cue)
        ]
        if outside:
            nearest = min(outside, key=lambda m: abs(m.start("what") - place.end))
            return _make_channel(text, nearest)
    return find_document(text, statement)


def find_document(text: str, statement: Statement) -> Channel | None:
    """The document that says it, where the source is one ("a paper by the institute")."""
    for span in statement.source:
        start, end = find_head_phrase(text, span)
        words = text[start:end].split()
        if words and find_noun(words[-1], load_lexicon().nouns.document):
            return Channel(kind="report", start=start, end=end, text=text[start:end])
    return None


def _make_channel(text: str, match: re.Match[str]) -> Channel:
    kind = kind_of(match["what"])
    start, end = match.span("what")
    end = match.end("name") if match["name"] else end
    name = match["what"] if kind == "social_media" else match["name"]
    named = name.removeprefix("the ") if name and name[:1].isupper() else name
    return Channel(kind=kind, name=named, start=start, end=end, text=text[start:end])


@cache
def channel_words() -> re.Pattern[str]:
    """The words by which a channel is named, as `what`, and whose it is, as `name`."""
    words = tuple(word for ways in load_lexicon().channels.values() for word in ways)
    return re.compile(rf"{BY}{ARTICLE}{DESCRIBING} (?P<what>{match_any(words, '')}){WITH}")


@cache
def kind_of(words: str) -> ChannelKind:
    """The kind of channel that the words name."""
    channels = load_lexicon().channels
    return next(kind for kind in get_args(ChannelKind) if words in channels[kind])
