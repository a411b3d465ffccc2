"""What do the annotators say that an article says?"""

import gzip
import hashlib
import json
import os
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import NamedTuple

SHARED = Path(os.environ.get("SHARED_DATA") or Path(__file__).parents[2] / "shared")

Places = tuple[tuple[int, int], ...]


class Marked(NamedTuple):
    """One annotated statement: the places of its roles in the text, each possibly empty."""

    source: Places
    cue: Places
    content: Places


class Mention(NamedTuple):
    """A place that stands for an actor, or for a thing that names have."""

    start: int
    end: int
    form: str
    """name, role, nominal or pronoun; unknown where the annotation tells the place only."""
    kinds: frozenset[str]
    """The kinds of actor that it may be, as closely as the annotation tells."""
    chain: int
    """Mentions of one actor have the same number; 0 where nobody annotated that."""


class Happening(NamedTuple):
    """An event, or a meeting, at one of the places that stand for it."""

    place: tuple[int, int]
    type: str | None
    """One of PLOVER's; None of a meeting that is not coded as an event."""
    modality: str | None
    status: str | None
    """Of a meeting."""
    format: str | None
    roles: tuple[tuple[int, str], ...]
    """The chains of the actors that take part, each with its role."""
    asked: tuple[str, ...]
    """The roles that are annotated."""


class Act(NamedTuple):
    """What is done in saying something: the place of its cue, else of its content."""

    place: tuple[int, int]
    act: str
    negated: bool
    addressees: tuple[int, ...]
    """The chains of those whom it is told."""


class Issue(NamedTuple):
    """The words of an issue with the stance on it, or of a condition."""

    place: tuple[int, int]
    label: str
    holders: tuple[int, ...]
    """The chains of those who take the stance."""


class Pair(NamedTuple):
    """Two actors and what the first does to the second; an empty place is that of nobody named."""

    source: tuple[int, int]
    target: tuple[int, int]
    types: tuple[str, ...]
    """PLOVER's types, any of which is right."""


@dataclass(frozen=True)
class Article:
    """A text with what is annotated of it; `ignored` are stretches that nobody annotated."""

    id: str
    text: str
    statements: tuple[Marked, ...]
    ignored: Places = ()
    mentions: tuple[Mention, ...] = ()
    layers: frozenset[str] = frozenset({"statements"})
    """What is annotated throughout: statements, inner (statements in statements), names,
    descriptions, antecedents, events, acts, issues."""
    countries: Mapping[int, str | None] = field(default_factory=dict)
    """The country's code of each actor, by the number of its chain, where that is annotated."""
    inner: tuple[Marked, ...] = ()
    """Statements that stand in the content of others."""
    happenings: tuple[Happening, ...] = ()
    acts: tuple[Act, ...] = ()
    issues: tuple[Issue, ...] = ()
    pairs: tuple[Pair, ...] = ()


def _places(spans: list[list[int]]) -> Places:
    return tuple(sorted((a, b) for a, b in spans))


def read_articles(path: Path) -> Iterator[Article]:
    """The articles of a file of `attribution/`, in its order; statements with content only."""
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        for record in map(json.loads, lines):
            statements = tuple(
                Marked(_places(s["source"]), _places(s["cue"]), _places(s["content"]))
                for s in record["statements"]
                if s["content"]
            )
            ignored = _places(record.get("discard", []))
            yield Article(record["id"], record["text"], statements, ignored)


def is_for_choosing(article_id: str) -> bool:
    """Whether a dev article serves to choose by; the others serve only to report."""
    return hashlib.sha256(article_id.encode()).digest()[0] % 2 == 0


def edit(article: Article, changes: list[tuple[int, int, str]]) -> Article:
    """The article with the changes (start, end, new words) made and every place moved along.

    Changes may not overlap; a place that begins or ends inside a change takes in all of it.
    """
    parts, shifts, at, moved = [], [], 0, 0
    for start, end, words in sorted(changes):
        parts += [article.text[at:start], words]
        shifts.append((start, end, moved, moved + len(words) - (end - start)))
        moved = shifts[-1][3]
        at = end
    parts.append(article.text[at:])
    starts = [s[0] for s in shifts]

    def begin(place: int) -> int:
        i = bisect_right(starts, place) - 1
        if i < 0:
            return place
        start, end, before, after = shifts[i]
        return start + before if place < end else place + after

    def finish(place: int) -> int:
        i = bisect_left(starts, place) - 1
        if i < 0:
            return place
        _, end, _, after = shifts[i]
        return max(end, place) + after

    def shift(place: tuple[int, int]) -> tuple[int, int]:
        return begin(place[0]), finish(place[1])

    def move(places: Places) -> Places:
        return tuple(map(shift, places))

    return replace(
        article,
        text="".join(parts),
        statements=tuple(Marked(*map(move, s)) for s in article.statements),
        inner=tuple(Marked(*map(move, s)) for s in article.inner),
        ignored=move(article.ignored),
        mentions=tuple(
            m._replace(start=begin(m.start), end=finish(m.end)) for m in article.mentions
        ),
        happenings=tuple(h._replace(place=shift(h.place)) for h in article.happenings),
        acts=tuple(a._replace(place=shift(a.place)) for a in article.acts),
        issues=tuple(i._replace(place=shift(i.place)) for i in article.issues),
        pairs=tuple(
            p._replace(source=shift(p.source), target=shift(p.target)) for p in article.pairs
        ),
    )


def insert(article: Article, at: int, words: str) -> Article:
    """The article with words put in between two paragraphs, and what stands behind moved along."""
    return edit(article, [(at, at, words)])
