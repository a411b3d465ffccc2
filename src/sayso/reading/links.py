"""What does the model say of a stretch of the text, and how does it link an actor to it?"""

import math
from bisect import bisect_left
from collections.abc import Sequence
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
        self.heads = [bool(~continues[s.window.ids[i]]) for s, at in pairs for i in at]
        """Whether a piece begins a word."""
        self._chances: dict[str, Floats] = {}
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
            self._chances[name] = np.exp(log_softmax(logits[:, at : at + size]))
            at += size
        shaped = links.reshape(len(links), 2, len(ROLES), WIDTH)
        self._queries, self._keys = shaped[:, 0] * WIDTH**-0.5, shaped[:, 1]

    def pieces(self, place: Place) -> range:
        """The pieces that stand in a place of the text; empty where nothing was read there."""
        first = bisect_left(self.ends, place[0] + 1)
        return range(first, max(first, bisect_left(self.starts, place[1])))

    def chances(self, head: str, place: Place) -> Floats | None:
        """The chances of a head's answers at a place, the mean over its pieces; None unread."""
        pieces = self.pieces(place)
        if not pieces:
            return None
        return np.asarray(self._chances[head][pieces.start : pieces.stop].mean(axis=0))

    def peak(self, head: str, place: Place) -> Floats | None:
        """The chances of a head's answers at the piece of a place where the first is least likely.

        None where nothing was read.
        """
        pieces = self.pieces(place)
        if not pieces:
            return None
        rows = self._chances[head][pieces.start : pieces.stop]
        return np.asarray(rows[int(rows[:, 0].argmin())])

    def first_chances(self, head: str, place: Place) -> Floats | None:
        """The chances of a head's answers at the first piece of a place; None unread."""
        pieces = self.pieces(place)
        return self._chances[head][pieces.start] if pieces else None

    def link(self, role: str, mentions: Sequence[Place], spot: Place) -> list[float]:
        """The chance of each mention to have a role in what stands at the spot; 0 unread."""
        at = self.pieces(spot)
        number = ROLES.index(role)
        if not at:
            return [0.0] * len(mentions)
        key = self._keys[at.start : at.stop, number].mean(axis=0)
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
                self._queries[pieces.start : pieces.stop].mean(axis=0) if pieces else None
            )
        return self._means[place]

    def weigh_events(self, source: Place | None, target: Place | None) -> Floats:
        """The chance of each of `EVENTS` to be what the source does to the target; None is nobody.

        The mean of the pieces' own chances, each weighed by how likely the source acts there and
        the target is acted upon. Zeros where nothing was read.
        """
        if not len(self._keys):
            return np.zeros(len(EVENTS), dtype=np.float32)
        scores = np.zeros(len(self._keys), dtype=np.float32)
        for place, number in ((source, 0), (target, 1)):
            pieces = self.pieces(place) if place else range(0)
            if pieces:
                query = self._queries[pieces.start : pieces.stop, number].mean(axis=0)
                scores += self._keys[:, number] @ query
        weights = np.exp(scores - scores.max())
        chances = (weights / weights.sum()) @ self._chances["events"][:, 1:]
        return np.asarray(chances / max(float(chances.sum()), 1e-9), dtype=np.float32)

    def runs_in(self, head: str, least: float, place: Place) -> list[tuple[Place, int, float]]:
        """The runs of `runs` that stand within a place."""
        start, end = place
        return [r for r in self.runs(head, least) if start <= r[0][0] and r[0][1] <= end]

    def runs(self, head: str, least: float) -> list[tuple[Place, int, float]]:
        """The runs of words with one answer other than the first: place, answer, chance.

        A word is in a run where the chance of all answers but the first is at least that.
        """
        if (head, least) in self._runs:
            return self._runs[head, least]
        chances = self._chances[head]
        found: list[tuple[Place, int, float]] = []
        self._runs[head, least] = found
        words = self._words()
        last = -2
        for number, (first, stop) in enumerate(words):
            row = chances[first]
            if 1 - row[0] < least:
                continue
            answer = 1 + int(row[1:].argmax())
            place = (self.starts[first], self.ends[stop - 1])
            goes_on = number == last + 1 and not self.fresh[first]
            if found and goes_on and found[-1][1] == answer:
                (begin, _), _, sure = found[-1]
                found[-1] = ((begin, place[1]), answer, max(sure, float(1 - row[0])))
            else:
                found.append((place, answer, float(1 - row[0])))
            last = number
        return found

    def _words(self) -> list[tuple[int, int]]:
        if not self.heads:
            return []
        firsts = [i for i, head in enumerate(self.heads) if head or i == 0]
        return list(zip(firsts, [*firsts[1:], len(self.heads)], strict=True))
