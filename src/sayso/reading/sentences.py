"""Where does a sentence begin and end?"""

import re
from bisect import bisect_right
from functools import lru_cache

STOP = re.compile(
    r"(?:[.!?…]+[\"'”’»)\]]*)(?=\s+[\"'“‘«„(\[—–-]*[A-Z0-9À-ÖØ-ÞА-Я])|[.!?…]+[\"”»]+(?=\s)|\n+"
)
ABBREVIATION = re.compile(
    r"(?:\b(?:Mr|Mrs|Ms|Dr|St|Gen|Lt|Col|Maj|Capt|Sgt|Cmdr|Adm|Sen|Rep|Gov|Prof|Rev|Hon|No|vs|Jr|Sr|Inc|Ltd|"
    r"Co|Corp|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec|a\.m|p\.m|i\.e|e\.g)|\b[A-Z]|\.[A-Za-z])\.$"
)


class Sentences:
    """The sentences of a text, told by its stops and line breaks."""

    def __init__(self, text: str) -> None:
        self._size = len(text)
        self._ends = []
        for stop in STOP.finditer(text):
            if text[stop.start()] == "\n" or not ABBREVIATION.search(
                text, max(0, stop.start() - 8), stop.start() + 1
            ):
                self._ends.append(stop.end())

    def number_at(self, place: int) -> int:
        """The number of the sentence that a place is in, from 0."""
        return bisect_right(self._ends, place)

    def bounds(self, place: int) -> tuple[int, int]:
        """Where the sentence that a place is in begins and ends."""
        at = self.number_at(place)
        start = self._ends[at - 1] if at else 0
        return start, self._ends[at] if at < len(self._ends) else self._size


@lru_cache(maxsize=8)
def split_sentences(text: str) -> Sentences:
    """The sentences of a text; split once for all layers that ask, of the texts last read."""
    return Sentences(text)
