"""Does the text speak of what was or of what will be, and which day did it speak of before?"""

import re
from bisect import bisect_left
from datetime import date
from typing import Final, Literal, cast

import msgspec

from sayso.reading.date_finds import Found
from sayso.reading.date_values import Moment
from sayso.reading.date_words import Grammar

Direction = Literal["past", "future"]

_SENTENCE_END: Final = re.compile(r"[.!?][\"'”’»)]*\s+(?=[A-Z\"“‘«(])|\n")
_LEFT: Final = 180
_RIGHT: Final = 90
"""Characters in front of and behind an expression in which its sentence is looked for."""
_NEXT_TO: Final = 16
_MEMORY: Final = 700
"""Characters over which a date stays that from which "a day later" counts."""
_RANK: Final = ("day", "weekend", "week", "month", "season", "quarter", "half", "year")


class Story(msgspec.Struct):
    """The text, its publication, and the dates of which it has spoken so far."""

    text: str
    small: str
    grammar: Grammar
    published: date | None
    places: list[int] = []
    moments: list[Moment] = []
    years: dict[tuple[int, int], int] = {}
    """By month and day the year with which the text has given it."""

    def note(self, place: int, moment: Moment | None) -> None:
        """Remembers a moment of which the text speaks at a place behind all before."""
        if moment:
            self.places.append(place)
            self.moments.append(moment)

    def find_anchor(self, place: int, unit: str) -> date | None:
        """The day from which the text counts there: of the last date that is fine enough."""
        rank = _RANK.index(unit) if unit in _RANK else 0
        first = bisect_left(self.places, place - _MEMORY)
        for moment in reversed(self.moments[first : bisect_left(self.places, place)]):
            if moment.unit in _RANK and _RANK.index(moment.unit) <= rank:
                return moment.day
        return self.published

    def find_day_near(self, found: Found) -> date | None:
        """The day to which a time of day belongs: in its sentence, else the last one, else now."""
        start, end = self.find_sentence(found)
        first = bisect_left(self.places, found.start - _MEMORY)
        places = self.places[first : bisect_left(self.places, end)]
        days = [
            (place, moment.day)
            for place, moment in zip(places, self.moments[first:], strict=False)
            if moment.unit == "day"
        ]
        inside = [(abs(place - found.start), day) for place, day in days if start <= place]
        if inside:
            return min(inside)[1]
        return days[-1][1] if days else self.published

    def find_sentence(self, found: Found) -> tuple[int, int]:
        """About where the sentence begins and ends in which the expression stands."""
        start = max(0, found.start - _LEFT)
        for match in _SENTENCE_END.finditer(self.text, start, found.start + 1):
            start = match.end()
        end = min(len(self.text), found.end + _RIGHT)
        last = _SENTENCE_END.search(self.text, found.end, end)
        return start, last.start() if last else end

    def find_direction(self, found: Found) -> Direction | None:
        """Whether its sentence speaks of the past or the future; None where no word tells.

        The word right behind tells, else the nearest one in front, else the first one behind.
        """
        grammar = self.grammar
        behind = grammar.directions_behind.match(self.small, found.end)
        if behind:
            return cast("Direction", behind.lastgroup)
        start, end = self.find_sentence(found)
        sign = None if self._is_fronted(found) else self._find_sign_before(start, found.start)
        near = max(start, found.start - _NEXT_TO)
        if grammar.directions_before.search(self.small, near, found.start):
            past = sign is None and self._find_sign_behind(found.end, end) == "past"
            return "past" if past else "future"
        sign = sign or self._find_sign_behind(found.end, end)
        if sign in ("future", "aim"):
            return "future"
        return "past" if sign == "past" else None

    def _is_fronted(self, found: Found) -> bool:
        """Whether it stands before its clause: "…, and in March, they left"."""
        near = max(0, found.start - _NEXT_TO)
        comma = self.small.startswith(",", found.end)
        return comma and bool(self.grammar.fronted.search(self.small, near, found.start))

    def _find_sign_before(self, start: int, end: int) -> str | None:
        """The last sign; an aim only where there is no other."""
        sign: str | None = None
        for match in self.grammar.directions.finditer(self.small, start, end):
            if self._is_name(match.start(), start):
                continue
            if match.lastgroup != "aim":
                sign = match.lastgroup if match.lastgroup != "neither" else None
            elif sign is None:
                sign = "future"
        return sign

    def _find_sign_behind(self, start: int, end: int) -> str | None:
        """The first sign."""
        for match in self.grammar.directions.finditer(self.small, start, end):
            if not self._is_name(match.start(), start):
                return match.lastgroup
        return None

    def _is_name(self, place: int, start: int) -> bool:
        """Whether a word is written large inside a sentence."""
        return place > start and self.text[place].isupper()
