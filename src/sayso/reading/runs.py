"""Which runs of words are sources, cues and contents?"""

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from sayso.reading.encoder import Floats, Scores, log_softmax
from sayso.reading.windows import Window

Places = NDArray[np.intp]
ROLES = ("source", "cue", "content")
OUTSIDE = 0


class Run(NamedTuple):
    """Pieces first to last (exclusive) of a window, all of one role of one statement."""

    first: int
    last: int


class Runs(NamedTuple):
    """The runs of each role in a window, in order."""

    source: list[Run]
    cue: list[Run]
    content: list[Run]


def find_runs(window: Window, scores: Scores, continues: NDArray[np.bool_]) -> Runs:
    """The best runs by the tags; none runs over a paragraph's end or begins inside a word."""
    starts, ends = np.asarray(window.starts), np.asarray(window.ends)
    heads = np.flatnonzero(~continues[window.ids] & (starts < ends))
    if not len(heads):
        return Runs([], [], [])
    closed = _closings(heads, starts, ends)
    tags = _best_path(log_softmax(scores.tags[heads]), closed)
    found = Runs([], [], [])
    begin, role = 0, OUTSIDE
    last_piece = _last_pieces(heads, starts, ends)
    for word, tag in enumerate([*tags, OUTSIDE]):
        inside = tag != OUTSIDE and tag % 2 == 0 and not (word < len(closed) and closed[word])
        if role != OUTSIDE and not inside:
            _append(found[role - 1], Run(int(heads[begin]), int(last_piece[word - 1])), role)
            role = OUTSIDE
        if tag % 2 == 1:
            begin, role = word, (tag + 1) // 2
    return found


def _append(runs: list[Run], run: Run, role: int) -> None:
    """Adds the run; a source right behind another is the rest of it ("details by | Reuters")."""
    if ROLES[role - 1] == "source" and runs and runs[-1].last == run.first:
        run = Run(runs.pop().first, run.last)
    runs.append(run)


def _closings(heads: Places, starts: Places, ends: Places) -> list[bool]:
    """For each word, whether a [SEP] stands before it."""
    empty = np.cumsum(starts >= ends)
    before = empty[heads]
    return [False, *(before[1:] != before[:-1]).tolist()]


def _last_pieces(heads: Places, starts: Places, ends: Places) -> Places:
    """For each word, the place after its last piece."""
    last = np.append(heads[1:], len(starts))
    while True:
        empty = starts[last - 1] >= ends[last - 1]
        if not empty.any():
            return last
        last = last - empty


def _best_path(scores: Floats, closed: list[bool]) -> list[int]:
    """The likeliest tags in which an I follows only its own B or I (Viterbi)."""
    back: list[list[int]] = []
    best = [0.0] + [-1e9] * 6
    for row, fresh in zip(scores.tolist(), closed, strict=True):
        top = max(range(7), key=best.__getitem__)
        high = best[top]
        inner = [b if best[b] >= best[b + 1] else b + 1 for b in (1, 3, 5)]
        ahead = [-1e9 if fresh else best[i] for i in inner]
        back.append([top, *inner])
        best = [
            high + row[0],
            high + row[1],
            ahead[0] + row[2],
            high + row[3],
            ahead[1] + row[4],
            high + row[5],
            ahead[2] + row[6],
        ]
    tag = max(range(7), key=best.__getitem__)
    path = []
    for top, *inner in reversed(back):
        path.append(tag)
        tag = inner[tag // 2 - 1] if tag and tag % 2 == 0 else top
    return path[::-1]
