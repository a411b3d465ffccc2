"""What happens in a window, what is done in saying it, and who wants what?

The answers of the heads that read events, meetings, acts and issues, and the links of actors to
them.
"""

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from sayso.reading.gatherings import REACH
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
from sayso.reading.scene import gap
from sayso.reading.sentences import Sentences
from sayso.reading.windows import Window
from training.articles import Article, Happening, Mention

UNSEEN = -100
LABELS = (*STANCES, CONDITION)


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


class Seen(NamedTuple):
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
    article: Article, window: Window, mentions: Sequence[Seen]
) -> tuple[Columns, list[Link]]:
    """The columns of the window, and its links."""
    columns = empty_columns(article, len(window.ids))
    if "sentence" in article.layers:
        for _, pieces in mentions:
            for i in pieces:
                columns.events[i] = 0
    sentences = Sentences(article.text)
    links: list[Link] = []
    for place, pieces, wanted, asked in ask(article, window, columns):
        links += link(mentions, sentences, (place, pieces), (wanted, asked))
    return columns, links


Question = tuple[tuple[int, int], list[int], dict[int, int], int]
"""A place, its pieces, the roles that each actor has there as bits, the roles that are asked."""


def ask(article: Article, window: Window, columns: Columns) -> Iterator[Question]:
    """Fills the columns, and gives what is to be linked at each place."""
    for happening in article.happenings:
        pieces = covered(window, happening.place)
        if pieces:
            answer_happening(happening, pieces, columns)
            wanted: dict[int, int] = {}
            for chain, role in happening.roles:
                wanted[chain] = wanted.get(chain, 0) | bits([role])
            yield happening.place, pieces, wanted, bits(happening.asked)
    for act in article.acts:
        pieces = covered(window, act.place)
        if pieces:
            columns.acts[pieces[0]] = ACTS.index(act.act)
            columns.negated[pieces[0]] = int(act.negated)
            told = bits(["told"])
            yield act.place, pieces[:1], dict.fromkeys(act.addressees, told), told
    for issue in article.issues:
        pieces = covered(window, issue.place)
        for i in pieces:
            columns.issues[i] = 1 + LABELS.index(issue.label)
        if pieces and issue.label != CONDITION:
            holds = bits(["holder"])
            yield issue.place, pieces, dict.fromkeys(issue.holders, holds), holds


def answer_happening(happening: Happening, pieces: list[int], columns: Columns) -> None:
    """Marks the pieces of an event or meeting."""
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


def link(
    mentions: Sequence[Seen],
    sentences: Sentences,
    spot: tuple[tuple[int, int], list[int]],
    question: tuple[dict[int, int], int],
) -> list[Link]:
    """The links of the mentions in the sentence to what stands at the spot.

    Who takes part in a meeting is asked of the mentions around it too. Of an actor's mentions the
    nearest answers for it; the others are not asked.
    """
    (start, end), pieces = spot
    wanted, asked = question
    number = sentences.number_at(start)
    meeting = asked & bits(["attends", "absent"])
    there = [
        m
        for m in mentions
        if sentences.number_at(m.mention.start) == number
        or (meeting and start - REACH <= m.mention.start < end + REACH)
    ]
    nearest: dict[int, Seen] = {}
    for m in sorted(there, key=lambda m: gap((m.mention.start, m.mention.end), (start, end))):
        nearest.setdefault(m.mention.chain, m)
    found = []
    for m in there:
        chain = m.mention.chain
        beside = sentences.number_at(m.mention.start) == number
        asks = asked if beside else meeting
        right = wanted.get(chain, 0) & asks
        if right and nearest[chain] is not m:
            continue
        found.append(Link((m.pieces[0], m.pieces[-1]), (pieces[0], pieces[-1]), asks, right))
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


def covered(window: Window, *places: tuple[int, int]) -> list[int]:
    """The pieces of the window that stand in any of the places."""
    low, high = window.starts[0], window.ends[-1]
    near = [(start, end) for start, end in places if start < high and end > low]
    if not near:
        return []
    return [
        i
        for i, (a, b) in enumerate(zip(window.starts, window.ends, strict=True))
        if a < b and any(a < end and b > start for start, end in near)
    ]
