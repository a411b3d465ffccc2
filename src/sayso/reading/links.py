"""What does the model say of a stretch of the text, and how does it link an actor to it?"""

import math
from bisect import bisect_left
from collections.abc import Sequence
from functools import cached_property
from itertools import islice, takewhile
from typing import get_args

import numpy as np
from numpy.typing import NDArray

from sayso.reading import (
    ActKind,
    EventType,
    MeetingFormat,
    MeetingStatus,
    Modality,
    Stance,
)
from sayso.reading.encoder import Floats, log_softmax
from sayso.reading.scoring import Scored

ROLES = ("actor", "recipient", "attends", "absent", "place", "told", "holder")
"""What a mention may be to an event (the first five), to a cue, to an issue: the model's order."""
WIDTH = 32
"""Dimensions of a role's projections."""
LEAN = 2.0
"""Taken from the score of every link, as in training: most mentions have no part in most events."""
EVENTS: tuple[EventType, ...] = get_args(EventType)
MODALITIES: tuple[Modality, ...] = get_args(Modality)
STATUSES: tuple[MeetingStatus, ...] = get_args(MeetingStatus)
FORMATS: tuple[MeetingFormat, ...] = get_args(MeetingFormat)
ACTS: tuple[ActKind, ...] = get_args(ActKind)
STANCES: tuple[Stance, ...] = tuple(s for s in get_args(Stance) if s != "no_comment")
CONDITION = "condition"
HEADS = {
    "events": 1 + len(EVENTS),
    "modality": len(MODALITIES),
    "meetings": 2,
    "status": len(STATUSES),
    "formats": len(FORMATS),
    "acts": len(ACTS),
    "negated": 2,
    "issues": 1 + len(STANCES) + 1,
}
"""What the model is asked of each piece, with the number of answers, side by side in its order."""

Place = tuple[int, int]


class Field:
    """The model's answers for the pieces of a whole document, in the order of its text."""

    def __init__(self, scored: Sequence[Scored], continues: NDArray[np.bool_]) -> None:
        kept = [
            np.flatnonzero(np.asarray(s.window.starts) < np.asarray(s.window.ends)) for s in scored
        ]
        pairs = list(zip(scored, kept, strict=True))
        self.starts = [s.window.starts[i] for s, at in pairs for i in at]
        self.ends = [s.window.ends[i] for s, at in pairs for i in at]
        self.fresh = [n == 0 or at[n] != at[n - 1] + 1 for _, at in pairs for n in range(len(at))]
        """Whether a piece is the first of its paragraph, or of its window."""
        self.heads = np.concatenate(
            [~continues[np.asarray(s.window.ids)[at]] for s, at in pairs]
            or [np.zeros(0, dtype=np.bool_)]
        )
        """Whether a piece begins a word."""
        self.answers: dict[str, Floats] = {}
        """For each head the chances of its answers, a row a piece."""
        self._means: dict[Place, Floats | None] = {}
        self._runs: dict[tuple[str, float], list[tuple[Place, int, float]]] = {}
        if not scored:
            logits = np.zeros((0, sum(HEADS.values())), dtype=np.float32)
            links = np.zeros((0, 2 * WIDTH * len(ROLES)), dtype=np.float32)
        else:
            logits = np.concatenate([s.scores.happenings[at] for s, at in pairs])
            links = np.concatenate([s.scores.links[at] for s, at in pairs])
        at = 0
        for name, size in HEADS.items():
            self.answers[name] = np.exp(log_softmax(logits[:, at : at + size]))
            at += size
        shaped = links.reshape(len(links), 2, len(ROLES), WIDTH)
        self.queries, self.keys = shaped[:, 0] * WIDTH**-0.5, shaped[:, 1]

    def pieces(self, place: Place) -> range:
        """The pieces that stand in a place of the text; empty where nothing was read there."""
        first = bisect_left(self.ends, place[0] + 1)
        return range(first, max(first, bisect_left(self.starts, place[1])))

    def chances(self, head: str, place: Place) -> Floats | None:
        """The chances of a head's answers at a place, the mean over its pieces; None unread."""
        pieces = self.pieces(place)
        if not pieces:
            return None
        return np.asarray(self.answers[head][pieces.start : pieces.stop].mean(axis=0))

    def peak(self, head: str, place: Place) -> Floats | None:
        """The chances of a head's answers at the piece of a place where the first is least likely.

        None where nothing was read.
        """
        pieces = self.pieces(place)
        if not pieces:
            return None
        rows = self.answers[head][pieces.start : pieces.stop]
        return np.asarray(rows[int(rows[:, 0].argmin())])

    def first_chances(self, head: str, place: Place) -> Floats | None:
        """The chances of a head's answers at the first piece of a place; None unread."""
        pieces = self.pieces(place)
        return self.answers[head][pieces.start] if pieces else None

    def link(self, role: str, mentions: Sequence[Place], spot: Place) -> list[float]:
        """The chance of each mention to have a role in what stands at the spot; 0 unread."""
        at = self.pieces(spot)
        number = ROLES.index(role)
        if not at:
            return [0.0] * len(mentions)
        key = self.keys[at.start : at.stop, number].mean(axis=0)
        means = [self._mean_query(place) for place in mentions]
        return [
            0.0 if mean is None else 1 / (1 + math.exp(min(LEAN - float(mean[number] @ key), 60.0)))
            for mean in means
        ]

    def _mean_query(self, place: Place) -> Floats | None:
        """What the mention at a place asks with, for each role; None unread."""
        if place not in self._means:
            pieces = self.pieces(place)
            self._means[place] = (
                self.queries[pieces.start : pieces.stop].mean(axis=0) if pieces else None
            )
        return self._means[place]

    def runs_in(self, head: str, least: float, place: Place) -> list[tuple[Place, int, float]]:
        """The runs of `runs` that stand within a place."""
        start, end = place
        runs = self.runs(head, least)
        at = bisect_left(runs, start, key=lambda run: run[0][0])
        return list(takewhile(lambda run: run[0][1] <= end, islice(runs, at, None)))

    def runs(self, head: str, least: float) -> list[tuple[Place, int, float]]:
        """The runs of words with one answer other than the first: place, answer, chance.

        A word is in a run where the chance of all answers but the first is at least that.
        """
        if (head, least) in self._runs:
            return self._runs[head, least]
        chances = self.answers[head]
        found: list[tuple[Place, int, float]] = []
        self._runs[head, least] = found
        firsts, stops = self.words
        outside = chances[firsts, 0]
        last = -2
        for number in np.flatnonzero(1 - outside >= least).tolist():
            first, sure = int(firsts[number]), float(1 - outside[number])
            answer = 1 + int(chances[first, 1:].argmax())
            place = (self.starts[first], self.ends[int(stops[number]) - 1])
            goes_on = number == last + 1 and not self.fresh[first]
            if found and goes_on and found[-1][1] == answer:
                (begin, _), _, before = found[-1]
                found[-1] = ((begin, place[1]), answer, max(before, sure))
            else:
                found.append((place, answer, sure))
            last = number
        return found

    @cached_property
    def words(self) -> tuple[NDArray[np.intp], NDArray[np.intp]]:
        """For each word its first piece, and the piece behind its last."""
        begins = self.heads.copy()
        begins[:1] = True
        firsts = np.flatnonzero(begins)
        return firsts, np.append(firsts[1:], len(begins))[: len(firsts)]
