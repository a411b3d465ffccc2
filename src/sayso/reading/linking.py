"""Which content belongs to which cue, and which cue to which source?"""

from typing import NamedTuple

import numpy as np

from sayso.reading.encoder import Floats, Scores, log_softmax
from sayso.reading.runs import ROLES, Run, Runs
from sayso.reading.windows import OPENING, Window

NO_SOURCE = 0
"""The column of a cue's scores that stands for no source ([CLS])."""


class Evidence(NamedTuple):
    """How sure the model is of a statement: mean log-probabilities, 0 at best."""

    content_link: float
    """That the contents belong to the cue."""
    source_link: float
    """That the cue has this source, or none."""
    cue_tags: float
    content_tags: float
    source_tags: float
    """That the runs have these roles; 0 for a role that is absent."""


class Link(NamedTuple):
    """One statement as runs of pieces."""

    source: Run | None
    cue: Run | None
    content: list[Run]
    evidence: Evidence


def link_runs(scores: Scores, runs: Runs) -> list[Link]:
    """The statements of a window, in the order of their cues; a cue without content is dropped."""
    if not runs.content:
        return []
    to_cue = scores.to_cue
    members: dict[Run, list[tuple[Run, float]]] = {}
    for part in runs.content:
        anchor, score = _choose_anchor(to_cue, part, runs.cue, list(members))
        members.setdefault(anchor, []).append((part, score))
    to_source = scores.to_source
    tags = log_softmax(scores.tags)
    cues = set(runs.cue)
    links = []
    for anchor, parts in sorted(members.items()):
        content = [run for run, _ in parts]
        cue = anchor if anchor in cues else None
        source, mass = (
            _choose_source(np.exp(to_source[anchor.first]), runs.source) if cue else (None, 1.0)
        )
        evidence = Evidence(
            content_link=float(np.mean([score for _, score in parts])),
            source_link=float(np.log(max(mass, 1e-6))),
            cue_tags=_mean_of(tags, [cue] if cue else [], "cue"),
            content_tags=_mean_of(tags, content, "content"),
            source_tags=_mean_of(tags, [source] if source else [], "source"),
        )
        links.append(Link(source, cue, content, evidence))
    return links


def take_label(link: Link, runs: Runs, window: Window, text: str) -> Link:
    """The link, its source the run right before its cue where that is a colon ("MINISTER: …")."""
    if (
        link.cue is None
        or text[window.starts[link.cue.first] : window.ends[link.cue.last - 1]] != ":"
    ):
        return link
    label = next((run for run in runs.source if run.last == link.cue.first), None)
    return link._replace(source=label) if label else link


def drop_strays(link: Link, window: Window, text: str) -> Link:
    """The link without contents of other paragraphs than its cue's that are no quotations.

    After a colon anything may follow. A link whose contents all stand apart is left as it is.
    """
    if link.cue is None or len(link.content) < 2 or text[window.ends[link.cue.last - 1] - 1] == ":":
        return link
    home = _paragraph(window, link.cue)
    near = [
        run
        for run in link.content
        if _paragraph(window, run) == home or text[window.starts[run.first]] in OPENING
    ]
    return link._replace(content=near or link.content)


def _paragraph(window: Window, run: Run) -> int:
    """The number of paragraphs that end before the run, [CLS] counted as one."""
    return sum(a == b for a, b in zip(window.starts[: run.first], window.ends, strict=False))


def _mean_of(tags: Floats, runs: list[Run], role: str) -> float:
    """The mean log-probability that the pieces of the runs have the role."""
    first = 1 + 2 * ROLES.index(role)
    rows = [tags[run.first : run.last, first : first + 2] for run in runs]
    return float(np.concatenate(rows).max(axis=1).mean()) if rows else 0.0


def _choose_anchor(
    to_cue: Floats, content: Run, cues: list[Run], uncued: list[Run]
) -> tuple[Run, float]:
    """The content's cue, or a content without one (or itself), and the mean log-probability."""
    candidates = [*cues, *(run for run in uncued if run not in cues), content]
    columns = [run.first for run in candidates]
    means = to_cue[content.first : content.last][:, columns].mean(axis=0)
    best = int(means.argmax())
    return candidates[best], float(means[best])


def _choose_source(row: Floats, sources: list[Run]) -> tuple[Run | None, float]:
    """The source that the cue points to, or None for no source, and its probability."""
    best, high = None, float(row[NO_SOURCE])
    for run in sources:
        mass = float(row[run.first : run.last].sum())
        if mass > high:
            best, high = run, mass
    return best, high
