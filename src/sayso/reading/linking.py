"""Which content belongs to which cue, and which cue to which source?"""

from typing import NamedTuple

import numpy as np

from sayso.reading.encoder import Floats, Scores
from sayso.reading.runs import Run, Runs
from sayso.reading.windows import Window

NO_SOURCE = 0
"""The column of a cue's scores that stands for no source ([CLS])."""


class Link(NamedTuple):
    """One statement as runs of pieces, with what its parts scored (probabilities)."""

    source: Run | None
    cue: Run | None
    content: list[Run]
    content_score: float
    source_score: float


def link_runs(window: Window, scores: Scores, runs: Runs) -> list[Link]:
    """The statements of a window, in the order of their cues; a cue without content is dropped."""
    if not runs.content:
        return []
    to_cue = scores.to_cue()
    members: dict[Run, list[tuple[Run, float]]] = {}
    for content in runs.content:
        anchor, score = _choose_anchor(to_cue, content, runs.cue, list(members))
        members.setdefault(anchor, []).append((content, score))
    to_source = np.exp(scores.to_source())
    cues = set(runs.cue)
    links = []
    for anchor, parts in sorted(members.items()):
        content_score = float(np.mean([score for _, score in parts]))
        cue = anchor if anchor in cues else None
        source, source_score = (
            _choose_source(to_source[anchor.first], runs.source) if cue else (None, content_score)
        )
        links.append(Link(source, cue, [c for c, _ in parts], content_score, source_score))
    return links


def _choose_anchor(
    to_cue: Floats, content: Run, cues: list[Run], uncued: list[Run]
) -> tuple[Run, float]:
    """The cue of the content, or a content without cue (itself included), and its probability."""
    candidates = [*cues, *(run for run in uncued if run not in cues), content]
    columns = [run.first for run in candidates]
    means = to_cue[content.first : content.last][:, columns].mean(axis=0)
    best = int(means.argmax())
    return candidates[best], float(np.exp(means[best]))


def _choose_source(row: Floats, sources: list[Run]) -> tuple[Run | None, float]:
    """The source that the cue points to, or None for no source, and its probability."""
    best, high = None, float(row[NO_SOURCE])
    for run in sources:
        mass = float(row[run.first : run.last].sum())
        if mass > high:
            best, high = run, mass
    return best, high
