"""Who and what stands where in a document that has been read for its actors?"""

from bisect import bisect_left
from collections.abc import Iterable
from datetime import date
from functools import cached_property
from typing import NamedTuple

from sayso.documents import Document, Span
from sayso.knowledge.lookup import Knowledge
from sayso.reading import Actor, MentionForm, Statement, When, Where
from sayso.reading.actors import Cast
from sayso.reading.contents import Contents
from sayso.reading.dates import Date, find_dates
from sayso.reading.links import Field
from sayso.reading.proofs import make_id, prove
from sayso.reading.sentences import split_sentences

Place = tuple[int, int]


DEPTH = 4
"""How far up those for whom somebody speaks are followed: a spokesman's ministry's country."""


class Spot(NamedTuple):
    """A mention of an actor."""

    start: int
    end: int
    form: MentionForm
    actor: Actor

    @property
    def place(self) -> Place:
        """Where it stands."""
        return self.start, self.end


class Scene:
    """A document with its actors, its statements and its dates, each to be found by place."""

    def __init__(
        self,
        document: Document,
        field: Field,
        cast: Cast,
        knowledge: Knowledge,
    ) -> None:
        self.document = document
        self.text = document.text
        self.field = field
        self.actors = {actor.id: actor for actor in cast.actors}
        self.statements = cast.statements
        self.parties = cast.parties
        """For whom each person or body speaks: ids of actors."""
        self.knowledge = knowledge
        self.sentences = split_sentences(document.text)
        self._contents = Contents(cast.statements)
        self.spots = sorted(
            (Spot(m.start, m.end, m.form, actor) for actor in cast.actors for m in actor.mentions),
            key=lambda s: (s.start, -s.end),
        )
        self._starts = [spot.start for spot in self.spots]

    @cached_property
    def published(self) -> date | None:
        """The day of publication, if it is known."""
        try:
            return date.fromisoformat((self.document.published or "")[:10])
        except ValueError:
            return None

    @cached_property
    def dates(self) -> tuple[Date, ...]:
        """The time expressions of the text, in its order."""
        return find_dates(self.text, 0, len(self.text), self.published)

    def spots_in(self, start: int, end: int) -> list[Spot]:
        """The mentions that begin in a stretch."""
        return self.spots[bisect_left(self._starts, start) : bisect_left(self._starts, end)]

    def spots_near(self, place: Place) -> list[Spot]:
        """The mentions in the sentence that a place is in."""
        return self.spots_in(*self.sentences.bounds(place[0]))

    def dates_in(self, start: int, end: int) -> list[Date]:
        """The days, months and years that are named in a stretch."""
        at = bisect_left(self.dates, start, key=lambda d: d.start)
        return [
            d
            for d in self.dates[at : bisect_left(self.dates, end, key=lambda d: d.start)]
            if d.kind in ("date", "time") and d.value and d.value[:1].isdigit()
        ]

    def party_of(self, actor_id: str | None) -> str:
        """For whom an actor speaks in the end: the actor itself, where for nobody else."""
        return self.parties_of(actor_id)[-1] if actor_id else ""

    def parties_of(self, actor_id: str | None) -> list[str]:
        """The actor, for whom it speaks, for whom that one speaks …; empty for nobody."""
        found: list[str] = []
        while actor_id is not None and actor_id not in found and len(found) < DEPTH:
            found.append(actor_id)
            actor_id = self.parties.get(actor_id)
        return found

    def find_statement(self, place: Place) -> Statement | None:
        """The innermost statement in whose content a place stands."""
        return next(self._contents.around(place), None)

    def where(self, actor: Actor) -> Where:
        """The place that an actor is, with its coordinates where they are known."""
        location = self.knowledge.find_location(actor.name)
        latitude, longitude = location or (None, None)
        return Where(
            actor=actor.id,
            name=actor.name,
            country=actor.country,
            latitude=latitude,
            longitude=longitude,
        )

    def identify(self, what: str, places: Iterable[Place]) -> str:
        """The content hash of something that stands at these places."""
        return make_id(self.document.id, what, "+".join(f"{a}-{b}" for a, b in places))

    def prove(self, place: Place) -> Span:
        """The span at a place; raises ReadingError where there is none."""
        return prove(self.text, *place)


def make_when(found: Date) -> When:
    """The date as it travels."""
    return When(
        text=found.text,
        start=found.start,
        end=found.end,
        value=found.value,
        precision=found.precision,
    )


def nearest_date(scene: Scene, place: Place) -> Date | None:
    """The date in the sentence of a place that stands nearest to it; None where none does."""
    found = scene.dates_in(*scene.sentences.bounds(place[0]))
    return min(found, key=lambda d: gap(place, (d.start, d.end)), default=None)


def gap(one: Place, other: Place) -> int:
    """The characters between two places."""
    return max(one[0] - other[1], other[0] - one[1], 0)
