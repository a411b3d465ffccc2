"""In whose words does a place stand?"""

from bisect import bisect_right
from collections.abc import Iterable, Iterator

from sayso.reading import Statement

Place = tuple[int, int]


class Contents:
    """The contents of statements, each with the one that it stands in.

    Of two that cross, the later one counts as standing in none; a look-up costs its depth.
    """

    def __init__(self, statements: Iterable[Statement]) -> None:
        spans = [(s.start, s.end, statement) for statement in statements for s in statement.content]
        spans.sort(key=lambda c: (c[0], -c[1], c[2].within is not None))
        self._spans = spans
        self._starts = [start for start, _, _ in spans]
        self._outer: list[int] = []
        """For each content the number of the one that it stands in, -1 for none."""
        open_ones: list[int] = []
        for number, (_, end, _) in enumerate(spans):
            while open_ones and spans[open_ones[-1]][1] < end:
                open_ones.pop()
            self._outer.append(open_ones[-1] if open_ones else -1)
            open_ones.append(number)

    def around(self, place: Place) -> Iterator[Statement]:
        """The statements in whose content a place stands, the innermost first."""
        number = bisect_right(self._starts, place[0]) - 1
        while number >= 0:
            _, end, statement = self._spans[number]
            if place[1] <= end:
                yield statement
            number = self._outer[number]
