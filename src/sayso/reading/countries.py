"""Which country does the text connect an actor with?

The model points from each mention to the words of a country, a people, a capital or a seat of
power that it has to do with; what those words name is looked up.
"""

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

import numpy as np

from sayso.knowledge.lookup import Knowledge
from sayso.reading.encoder import Floats
from sayso.reading.windows import Window

POINTER = 128
RUN = re.compile(r"[A-Z][\w’'.]*(?:[ -](?:(?:of|and|the|de) )*[A-Z][\w’'.]*){0,4}")
"""Words that begin with capitals, one after another."""
LONGEST = 4
SETTING = re.compile(r"(?:^|[.!?”\"]\s+)In ([A-Z][\w’'-]*(?: [A-Z][\w’'-]*){0,3})", re.MULTILINE)
"""A sentence that begins by saying where."""


class Named(NamedTuple):
    """Words that name a country: their place, and its code."""

    start: int
    end: int
    code: str


def find_countries(text: str, start: int, end: int, knowledge: Knowledge) -> Iterator[Named]:
    """The countries that a stretch of the text names, longest names first, in order."""
    for run in RUN.finditer(text, start, end):
        words = [(m.start() + run.start(), m[0]) for m in re.finditer(r"[^\s-]+", run[0])]
        at = 0
        while at < len(words):
            for size in range(min(LONGEST, len(words) - at), 0, -1):
                first, last = words[at][0], words[at + size - 1]
                if not text[first].isupper():
                    break
                stop = last[0] + len(last[1])
                code = look_up(text[first:stop], knowledge)
                if code:
                    yield Named(first, stop, code)
                    at += size - 1
                    break
            at += 1


@lru_cache(maxsize=20_000)
def look_up(words: str, knowledge: Knowledge) -> str | None:
    """The code of the country that the words name, or have to do with; None where they do not."""
    for mark in ("'s", "’s", "'", "’"):
        words = words.removesuffix(mark)
    words = words if words.count(".") > 1 else words.rstrip(".")
    country = (
        knowledge.find_country(words)
        or knowledge.find_demonym(words)
        or knowledge.find_capital(words)
    )
    if country:
        return country.code
    seat = knowledge.find_seat(words) or knowledge.find_place(words)
    return seat.country if seat else None


def find_setting(text: str, place: int, knowledge: Knowledge) -> str | None:
    """The country of the town or country that the paragraph is set in up to the place.

    "In Port Sudan, the foreign ministry said …"; the last such phrase counts. None where the
    paragraph has none.
    """
    begin = text.rfind("\n", 0, place) + 1
    found = None
    for match in SETTING.finditer(text, begin, place):
        code = look_up(match[1], knowledge)
        found = code or found
    return found


def place_in_window(window: Window, named: Sequence[Named]) -> list[tuple[int, str]]:
    """For each country named in the window, the piece at which it begins, and its code."""
    first = bisect_left(named, window.starts[0], key=lambda n: n.start)
    last = bisect_left(named, window.ends[-1], key=lambda n: n.start)
    at = {start: i for i, start in enumerate(window.starts) if start < window.ends[i]}
    return [(at[n.start], n.code) for n in named[first:last] if n.start in at]


def weigh_countries(
    projections: Floats, anchors: Sequence[int], named: Sequence[tuple[int, str]]
) -> list[dict[str, float]]:
    """For each anchor the chances of the countries, by code; "" stands for none of them."""
    pieces = np.array([0] + [piece for piece, _ in named])
    queries = projections[np.array(anchors), :POINTER]
    keys = projections[pieces, POINTER:]
    scores = np.einsum("qd,kd->qk", queries, keys) * POINTER**-0.5
    chances = np.exp(scores - scores.max(axis=1, keepdims=True))
    chances /= chances.sum(axis=1, keepdims=True)
    found = []
    for row in chances.tolist():
        by_code: defaultdict[str, float] = defaultdict(float)
        for code, chance in zip(["", *(code for _, code in named)], row, strict=True):
            by_code[code] += chance
        found.append(dict(by_code))
    return found
