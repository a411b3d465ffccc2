"""By which words is one meeting told from another?"""

import re
import tomllib
from functools import cache
from importlib.resources import files
from typing import NamedTuple

from sayso.reading.lexicon import match_any


class MeetingWords(NamedTuple):
    """The words of `lexicons/meetings-en.toml`, each kind as one expression."""

    other: re.Pattern[str]
    lowered: re.Pattern[str]
    raised: re.Pattern[str]
    level: re.Pattern[str]
    why: re.Pattern[str]
    called_off: re.Pattern[str]
    put_off: re.Pattern[str]
    ahead: re.Pattern[str]
    held: re.Pattern[str]
    stands_in: re.Pattern[str]
    hosting: re.Pattern[str]
    joining: re.Pattern[str]
    away: re.Pattern[str]
    nouns: re.Pattern[str]


@cache
def load_meeting_words(language: str = "en") -> MeetingWords:
    """The words of a language."""
    path = files("sayso.reading").joinpath(f"lexicons/meetings-{language}.toml")
    words = {key: tuple(v) for key, v in tomllib.loads(path.read_text(encoding="utf-8")).items()}

    def find(key: str, after: str = r"\b") -> re.Pattern[str]:
        return re.compile(match_any(words[key], after=after), re.IGNORECASE)

    return MeetingWords(
        other=re.compile(rf"\b({'|'.join(words['other'])})\s+(?:[\w’'-]+\s+){{0,2}}$"),
        lowered=find("lowered", after=""),
        raised=find("raised", after=""),
        level=re.compile(
            rf"\b(?P<before>{'|'.join(words['level'])})[ -]level\b"
            r"|\b(?:at|to) the level of (?P<behind>[\w’'-]+(?: [\w’'-]+){0,3}?)"
            r"(?=[,.;:]|\s(?:in|on|and|to|with|after)\b|$)",
            re.IGNORECASE,
        ),
        why=find("why"),
        called_off=find("called_off"),
        put_off=find("put_off"),
        ahead=find("ahead"),
        held=find("held"),
        stands_in=find("stands_in"),
        hosting=find("hosting"),
        joining=find("joining", after=""),
        away=re.compile(
            rf"(?:,[^,.;]{{0,40}},)?\s+(?:\w+ ){{0,2}}?(?:{'|'.join(words['away'])})", re.IGNORECASE
        ),
        nouns=re.compile(rf"(?:.*\s)?(?:{'|'.join(words['nouns'])})$", re.IGNORECASE),
    )
