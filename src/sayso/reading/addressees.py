"""Whom is it told?"""

import re
from functools import cache

from sayso.documents import Span
from sayso.reading import Statement
from sayso.reading.clusters import Cluster
from sayso.reading.lexicon import match_any
from sayso.reading.phrases import find_head_phrase
from sayso.reading.speakers import Speakers

ADDRESSED = re.compile(
    r"(?:[\w’'-]|\.(?=\w))+(?: (?:[\w’'-]|\.(?=\w))+){0,6}?"
    r"(?= (?:that|on|in|at|after|during|before|he|she|they|it|about|"
    r"how|why|whether|to|against|by|over|not|there|the|as|when|if|with|late|earlier|this|last|yesterday|today|tomorrow|"
    r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)\b|[,;:“”\"?!—–]|\.(?:\s|$)|$)"
)
"""A few words, up to where something else begins."""
NO_ADDRESSEE = re.compile(
    r"(?:that|there|how|why|what|when|if|whether|to|for|on|in|by|at|of|not|from|with|a|as)\b",
    re.IGNORECASE,
)


def tells_nobody(words: str) -> bool:
    """Whether the words are a clause or a thing rather than somebody who is told."""
    return words[:1].islower() and words.split(maxsplit=1)[0] not in PERSONS


PERSONS = frozenset(
    "reporters journalists parliament lawmakers deputies ministers diplomats officials them him "
    "her us me supporters members leaders troops soldiers the his their its a an residents people "
    "viewers readers delegates councillors allies partners colleagues each state national".split()
)
"""What a phrase that stands for somebody told may begin with, where it is no name."""


def find_addressee(speakers: Speakers, statement: Statement) -> tuple[Span, Cluster | None] | None:
    """Whom the statement is told: the words right behind a cue of telling, and their actor."""
    for cue in statement.cue:
        telling = _telling(speakers.lexicon.speaking.telling).search(cue.text)
        to = re.match(r",? (?:to|speaking to) (?=\S)", speakers.text[cue.end : cue.end + 14])
        if not telling and not to:
            continue
        start = cue.end + (to.end() if to else 1)
        if re.match(r"(?:to|by|in|at) ", speakers.text[start:]) and telling and not to:
            continue
        found = _phrase_at(speakers, start, statement)
        if found:
            return found
    return None


def _phrase_at(
    speakers: Speakers, start: int, statement: Statement
) -> tuple[Span, Cluster | None] | None:
    after = (s.start for s in statement.content if s.start >= start)
    window = speakers.text[start : min([start + 90, *after])].split("\n")[0].rstrip()
    words = ADDRESSED.match(window)
    if not words or NO_ADDRESSEE.match(words[0]) or tells_nobody(words[0]):
        return None
    told = words[0].rstrip(".")
    span = Span(start, start + len(told), told)
    phrase = find_head_phrase(speakers.text, span)
    head = speakers.find_head(phrase, speakers.mentions_in([span]))
    return span, speakers.coreference.of.get(head) if head is not None else None


@cache
def _telling(words: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile(match_any(words) + r"(?:\s+\w+ly)?$|" + match_any(words) + "$", re.IGNORECASE)
