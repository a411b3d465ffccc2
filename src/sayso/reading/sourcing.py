"""On whose word does a statement come to the reader, and what is done in saying it?"""

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cache

import msgspec

from sayso.reading import Actor, ChainLink, Statement
from sayso.reading.acts import read_act
from sayso.reading.audience import complete_audience
from sayso.reading.scene import Scene, gap, make_when
from sayso.reading.sentences import Sentences
from sayso.reading.standing import NO_CLAIMS, Named, read_standing

LONGEST = 12
"""Statements in one chain, should they stand in one another in a circle."""
KINDS = {"unnamed": "unnamed", "outlet": "outlet"}


def read_sourcing(scene: Scene) -> tuple[Statement, ...]:
    """The statements with their acts, their dates, their chains, and what became of them."""
    acted = [add_date(scene, read_act(statement, scene.field)) for statement in scene.statements]
    told = complete_audience(scene, acted)
    chained = read_chains(told, scene.actors, scene.sentences)
    return tuple(read_standing(scene.text, chained, find_named(scene, chained)))


def find_named(scene: Scene, statements: Sequence[Statement]) -> Named:
    """Who makes each statement and for whom, and who is spoken of in its content."""
    spoken_of, speaking = {}, {}
    for statement in statements:
        inside = (scene.spots_in(span.start, span.end) for span in statement.content)
        ids = {spot.actor.id for spots in inside for spot in spots}
        ids |= {scene.parties[i] for i in ids if i in scene.parties}
        spoken_of[statement.id] = frozenset(ids)
        speaking[statement.id] = frozenset(scene.parties_of(statement.speaker))
    return Named(spoken_of, speaking)


def add_date(scene: Scene, statement: Statement) -> Statement:
    """The statement with the date that stands in its sentence outside what is said."""
    at = (statement.cue or statement.source or statement.content)[0]
    found = [
        d
        for d in scene.dates_in(*scene.sentences.bounds(at.start))
        if not any(s.start <= d.start < s.end for s in statement.content)
    ]
    if not found:
        return statement
    nearest = min(found, key=lambda d: gap((at.start, at.end), (d.start, d.end)))
    return msgspec.structs.replace(statement, date=make_when(nearest))


def read_chains(
    statements: Sequence[Statement], actors: Mapping[str, Actor], sentences: Sentences
) -> list[Statement]:
    """The statements, each with its chain: who says it, who reports that, and this document."""
    by_id = {statement.id: statement for statement in statements}
    carried = find_carriers(statements, sentences)
    return [
        msgspec.structs.replace(s, chain=tuple(make_chain(s, by_id, actors, carried)))
        for s in statements
    ]


def find_carriers(
    statements: Sequence[Statement], sentences: Sentences
) -> dict[str, tuple[Statement, ...]]:
    """For statements of a sentence that the next takes up, those who report it, the origin first.

    "This information was reported by Semafor, citing …": what was said before is on their word.
    """
    carried: dict[str, tuple[Statement, ...]] = {}
    for reporter in statements:
        if reporter.within or len(reporter.content) != 1 or reporter.act in NO_CLAIMS:
            continue
        if not TAKEN_UP.fullmatch(reporter.content[0].text.strip(" ,.")):
            continue
        cited = [s for s in statements if s.within == reporter.id]
        number = sentences.number_at(reporter.content[0].start)
        for s in statements:
            before = sentences.number_at(s.content[0].start) == number - 1
            if before and s.within is None and s.id != reporter.id:
                carried[s.id] = (*cited[:1], reporter)
    return carried


TAKEN_UP = re.compile(
    r"(?:th(?:is|at|ese|ose)|the|such)(?: (?:information|news|reports?|claims?|details?|data|story|"
    r"figures?|account))?|it",
    re.IGNORECASE,
)
"""What stands for all that the sentence before says."""


def make_chain(
    statement: Statement,
    by_id: Mapping[str, Statement],
    actors: Mapping[str, Actor],
    carried: Mapping[str, tuple[Statement, ...]] | None = None,
) -> list[ChainLink]:
    """The links from the origin down to the document; a speaker who quotes himself is one link."""
    links: list[ChainLink] = []
    for told in walk_outward(statement, by_id, carried or {}):
        link = make_link(told, actors)
        known = link and link.actor and any(link.actor == other.actor for other in links)
        if link is not None and not known:
            links.append(link)
        outlet = find_quoting_outlet(told, actors)
        if outlet is not None:
            links.append(outlet)
    return [*links, ChainLink(kind="document", text="", start=0, end=0)]


def walk_outward(
    statement: Statement,
    by_id: Mapping[str, Statement],
    carried: Mapping[str, tuple[Statement, ...]],
) -> Iterator[Statement]:
    """The statement, each that it stands in, and those who report the outermost."""
    told: Statement | None = statement
    last = statement
    for _ in range(LONGEST):
        if told is None:
            break
        yield told
        last, told = told, by_id.get(told.within or "")
    yield from carried.get(last.id, ())


def make_link(statement: Statement, actors: Mapping[str, Actor]) -> ChainLink | None:
    """The link of a statement's speaker, by the words of its source; None where it has none."""
    actor = actors.get(statement.speaker or "")
    if not statement.source:
        return None
    source = statement.source[0]
    kind = KINDS.get(actor.kind, "speaker") if actor else "speaker"
    return ChainLink(
        actor=actor.id if actor else None,
        kind=kind,  # type: ignore[arg-type]  # values of KINDS
        text=source.text,
        start=source.start,
        end=source.end,
    )


def find_quoting_outlet(statement: Statement, actors: Mapping[str, Actor]) -> ChainLink | None:
    """The outlet that is said to have quoted the speaker ("was quoted as saying by Interfax")."""
    if not statement.cue or not quoted().search(" ".join(span.text for span in statement.cue)):
        return None
    near = [
        (abs(m.start - statement.cue[-1].end), m, actor)
        for actor in actors.values()
        if actor.kind == "outlet" and actor.id != statement.speaker
        for m in actor.mentions
        if m.form != "pronoun" and abs(m.start - statement.cue[-1].end) < REACH
    ]
    if not near:
        return None
    _, mention, actor = min(near, key=lambda found: found[0])
    return ChainLink(
        actor=actor.id, kind="outlet", text=mention.text, start=mention.start, end=mention.end
    )


REACH = 120
"""Characters from "was quoted" to the outlet that quotes."""


@cache
def quoted() -> re.Pattern[str]:
    """The words that say that somebody else carried what was said."""
    return re.compile(r"\bquot(?:ed|ing|es)\b|\bcited\b", re.IGNORECASE)
