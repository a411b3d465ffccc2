"""What happens in a window, what is done in saying it, and who wants what?

The answers of the heads that read events, meetings, acts and issues, and the links of actors to
them.
"""

import re
from bisect import bisect_right
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from sayso.reading.links import (
    ACTS,
    CONDITION,
    EVENTS,
    FORMATS,
    MODALITIES,
    ROLES,
    STANCES,
    STATUSES,
)
from sayso.reading.windows import Window
from training.articles import Article, Mention

UNSEEN = -100
LABELS = (*STANCES, CONDITION)
SENTENCE = re.compile(r"[.!?][\"'”’»)\]]*\s+(?=[\"'“‘«(\[]?[A-Z0-9])|\n+")


class Link(NamedTuple):
    """A mention and what it may be linked to: places in the window, last inclusive."""

    mention: tuple[int, int]
    trigger: tuple[int, int]
    asked: int
    """Bit set of the roles that are asked for, in the order of `links.ROLES`."""
    right: int
    """Bit set of those that it has."""


class Couple(NamedTuple):
    """Two actors' pieces, last inclusive, and the numbers of the events that are right."""

    source: tuple[int, int]
    target: tuple[int, int]
    types: tuple[int, ...]


class Marked(NamedTuple):
    """A mention with the pieces of the window that it covers."""

    mention: Mention
    pieces: list[int]


class Columns(NamedTuple):
    """For each piece of the window the answer of each head; UNSEEN where nothing is asked."""

    events: list[int]
    modality: list[int]
    meetings: list[int]
    status: list[int]
    formats: list[int]
    acts: list[int]
    negated: list[int]
    issues: list[int]


def bits(roles: Iterable[str]) -> int:
    """The bit set of the roles."""
    return sum(1 << ROLES.index(role) for role in set(roles))


class Sentences:
    """The sentences of a text, told by its stops."""

    def __init__(self, text: str) -> None:
        self._ends = [m.end() for m in SENTENCE.finditer(text)]

    def at(self, place: int) -> int:
        """The number of the sentence at a place."""
        return bisect_right(self._ends, place)


def empty_columns(article: Article, size: int) -> Columns:
    """Columns in which nothing happens, where that is annotated."""
    outside = 0 if "events" in article.layers else UNSEEN
    issues = 0 if "issues" in article.layers else UNSEEN
    return Columns(
        events=[outside] * size,
        modality=[UNSEEN] * size,
        meetings=[outside] * size,
        status=[UNSEEN] * size,
        formats=[UNSEEN] * size,
        acts=[UNSEEN] * size,
        negated=[UNSEEN] * size,
        issues=[issues] * size,
    )


def answer_happenings(
    article: Article, window: Window, mentions: Sequence[Marked]
) -> tuple[Columns, list[Link]]:
    """The columns of the window, and its links."""
    columns = empty_columns(article, len(window.ids))
    if "sentence" in article.layers:
        for _, pieces in mentions:
            for i in pieces:
                columns.events[i] = 0
    sentences = Sentences(article.text)
    links: list[Link] = []
    for happening in article.happenings:
        pieces = covered(window, happening.place)
        if not pieces:
            continue
        for i in pieces:
            if happening.type:
                columns.events[i] = 1 + EVENTS.index(happening.type)
                if happening.modality:
                    columns.modality[i] = MODALITIES.index(happening.modality)
            elif columns.events[i] == 0:
                columns.events[i] = UNSEEN  # a meeting that nobody coded as an event
            if happening.status:
                columns.meetings[i] = 1
                columns.status[i] = STATUSES.index(happening.status)
            if happening.format:
                columns.formats[i] = FORMATS.index(happening.format)
        wanted: dict[int, int] = {}
        for chain, role in happening.roles:
            wanted[chain] = wanted.get(chain, 0) | bits([role])
        asked = bits(happening.asked)
        links += link(article, mentions, sentences, (happening.place, pieces), (wanted, asked))
    for act in article.acts:
        pieces = covered(window, act.place)
        if pieces:
            columns.acts[pieces[0]] = ACTS.index(act.act)
            columns.negated[pieces[0]] = int(act.negated)
            wanted = dict.fromkeys(act.addressees, bits(["told"]))
            spot = (act.place, pieces[:1])
            links += link(article, mentions, sentences, spot, (wanted, bits(["told"])))
    for issue in article.issues:
        pieces = covered(window, issue.place)
        for i in pieces:
            columns.issues[i] = 1 + LABELS.index(issue.label)
        if pieces and issue.label != CONDITION:
            wanted = dict.fromkeys(issue.holders, bits(["holder"]))
            spot = (issue.place, pieces)
            links += link(article, mentions, sentences, spot, (wanted, bits(["holder"])))
    return columns, links


def link(
    article: Article,
    mentions: Sequence[Marked],
    sentences: Sentences,
    spot: tuple[tuple[int, int], list[int]],
    question: tuple[dict[int, int], int],
) -> list[Link]:
    """The links of the mentions in the sentence to what stands at the spot.

    Of an actor's mentions there the nearest answers for it; the others are not asked.
    """
    (start, end), pieces = spot
    wanted, asked = question
    number = sentences.at(start)
    there = [m for m in mentions if sentences.at(m.mention.start) == number]
    nearest: dict[int, Marked] = {}
    for m in sorted(there, key=lambda m: min(abs(m.mention.start - end), abs(m.mention.end - start))):
        nearest.setdefault(m.mention.chain, m)
    found = []
    for m in there:
        chain = m.mention.chain
        right = wanted.get(chain, 0) & asked
        if right and nearest[chain] is not m:
            continue
        found.append(Link((m.pieces[0], m.pieces[-1]), (pieces[0], pieces[-1]), asked, right))
    return found


def answer_pairs(article: Article, window: Window) -> list[Couple]:
    """The pairs of actors that the window has, with what the first does to the second."""
    found = []
    for pair in article.pairs:
        source, target = (
            covered(window, place) if place[1] else [0] for place in (pair.source, pair.target)
        )
        if source and target:
            types = tuple(1 + EVENTS.index(kind) for kind in pair.types)
            found.append(Couple((source[0], source[-1]), (target[0], target[-1]), types))
    return found


def covered(window: Window, place: tuple[int, int]) -> list[int]:
    """The pieces of the window that stand in a place."""
    start, end = place
    if start >= window.ends[-1] or end <= window.starts[0]:
        return []
    return [
        i
        for i, (a, b) in enumerate(zip(window.starts, window.ends, strict=True))
        if a < b and a < end and b > start
    ]
