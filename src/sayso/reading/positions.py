"""Who wants what: which party takes which stance on which issue?"""

import re
from collections.abc import Mapping, Sequence
from functools import cache
from typing import NamedTuple

import numpy as np

from sayso.documents import Span
from sayso.reading import ActKind, Position, Stance, Statement
from sayso.reading.lexicon import load_lexicon, match_any
from sayso.reading.links import STANCES
from sayso.reading.scene import Place, Scene

TAKEN: Mapping[ActKind, Stance] = {
    "demand": "demands",
    "propose": "offers",
    "promise": "offers",
    "accept": "supports",
    "praise": "supports",
    "reject": "rejects",
    "consider": "considers",
    "doubt": "undecided",
}
"""The stance that an act takes on what is said, as most annotators had it in texts to train on."""
LEAST: Mapping[ActKind, float] = {
    "demand": 0.05,
    "propose": 0.05,
    "promise": 0.3,
    "accept": 0.1,
    "praise": 0.5,
    "reject": 0.1,
    "consider": 0.02,
    "doubt": 0.6,
}
"""The chance that a word of what is said is of an issue, from which there is a position."""
CERTAIN = 0.8
"""The same for other acts, whose stance the words alone tell."""
TAGGED = 0.4
"""Chance from which a word is of the issue."""
CONDITIONAL = 0.5
PARTIES = frozenset({"country", "organisation", "group"})
LONGEST = 7
"""Words of an issue."""
SHORTEST = 4
"""Characters of an issue."""
GAP = 15
"""Characters between two runs of one issue."""
LOOSE = " \t\n,;:.!?\"“”'‘’«»()—–"
MARKS = r"[\"“”«»,;:.!?()—–]"


class Expressions(NamedTuple):
    """The words of a language that bound an issue, as expressions."""

    small: re.Pattern[str]
    closing: re.Pattern[str]
    conditions: re.Pattern[str]
    qualities: re.Pattern[str]


@cache
def load_expressions() -> Expressions:
    """The expressions of the lexicon's words."""
    issues = load_lexicon().issues
    clauses = match_any(issues.clauses, before="", after="")
    return Expressions(
        small=re.compile(match_any(issues.small), re.IGNORECASE),
        closing=re.compile(rf"{MARKS}|\s{clauses}\s", re.IGNORECASE),
        conditions=re.compile(
            rf"{match_any(issues.conditions)}\s+(?P<what>[^,;.!?\"“”]{{4,90}})", re.IGNORECASE
        ),
        qualities=re.compile(match_any(issues.qualities), re.IGNORECASE),
    )


def read_positions(scene: Scene, statements: Sequence[Statement]) -> tuple[Position, ...]:
    """The positions of the document in the order of its text; one told twice is one.

    The statements are those of the document with what is done in saying them.
    """
    found: dict[tuple[str, str, Stance], Position] = {}
    by_id = {statement.id: statement for statement in statements}
    around = {s.within for s in statements if s.within and s.act in TAKEN}
    for statement in statements:
        if statement.id in around:
            continue  # whose stance it is stands in the statement inside
        position = make_position(scene, statement, by_id.get(statement.within or ""))
        if position is not None:
            key = (position.party, position.issue.casefold(), position.stance)
            known = found.get(key)
            if known is None or (position.first_hand and not known.first_hand):
                found[key] = position
    return tuple(found.values())


def make_position(scene: Scene, statement: Statement, outer: Statement | None) -> Position | None:
    """The position that a statement takes; None where it takes none, or nobody's.

    It is first-hand where nobody but the party itself reports the statement, in `outer`.
    """
    party = scene.party_of(statement.speaker)
    actor = scene.actors.get(party)
    if actor is None or not (actor.kind in PARTIES or (actor.kind == "person" and actor.role)):
        return None
    stance, place = find_stance(scene, statement)
    if stance is None or place is None:
        return None
    conditions = [c for c in find_conditions(scene, statement) if c != place]
    apart = (c for c in conditions if c[0] >= place[1] or c[1] <= place[0])
    return Position(
        id=scene.identify(f"position {stance}", [place]),
        party=party,
        issue=make_phrase(scene.text, place),
        stance=stance,
        conditions=tuple(make_phrase(scene.text, c) for c in conditions),
        first_hand=outer is None or scene.party_of(outer.speaker) == party,
        statement=statement.id,
        spans=tuple(map(scene.prove, sorted({place, *apart}))),
    )


def find_stance(scene: Scene, statement: Statement) -> tuple[Stance | None, Place | None]:
    """The stance and the words of the issue; None where what is said is no issue."""
    chances = [
        row
        for span in statement.content
        for row in [scene.field.peak("issues", (span.start, span.end))]
        if row is not None
    ]
    sure = max((float(row[1:-1].sum()) for row in chances), default=0.0)
    act: Stance | None = TAKEN.get(statement.act)
    if statement.negated:
        act = "considers" if statement.act == "reject" else None
    if act is not None and sure >= LEAST[statement.act]:
        return act, find_issue(scene, statement)
    if statement.act in ("state", "announce", "threaten") and sure >= CERTAIN:
        best = max(chances, key=lambda row: float(row[1:-1].sum()))
        return STANCES[int(np.argmax(best[1:-1]))], find_issue(scene, statement)
    return None, None


def find_issue(scene: Scene, statement: Statement) -> Place | None:
    """The words of the issue: those that the model marks in what is said, else its first phrase."""
    for span in statement.content:
        runs = [
            place
            for place, answer, _ in scene.field.runs_in("issues", TAGGED, (span.start, span.end))
            if answer <= len(STANCES)
        ]
        joined = join(scene.text, runs)
        place = trim(scene.text, *joined) if joined else None
        if place is not None:
            return place
    phrases = (find_first_phrase(scene.text, span) for span in statement.content)
    return next((place for place in phrases if place is not None), None)


def join(text: str, runs: Sequence[Place]) -> Place | None:
    """The longest stretch of runs with at most two small words between them."""
    joined: list[Place] = []
    for start, end in runs:
        if joined and len(text[joined[-1][1] : start].split()) <= 2 and start - joined[-1][1] < GAP:
            joined[-1] = (joined[-1][0], end)
        else:
            joined.append((start, end))
    return max(joined, key=lambda place: (place[1] - place[0], place[0]), default=None)


def find_first_phrase(text: str, span: Span) -> Place | None:
    """What a content begins with, up to a clause; None where that is nothing."""
    whole = trim(text, span.start, span.end)
    if whole is None:
        return None
    start, end = whole
    stop = load_expressions().closing.search(text, start + 1, end)
    words = text[start : stop.start() if stop else end].split(" ")[:LONGEST]
    return trim(text, start, start + len(" ".join(words)))


def find_conditions(scene: Scene, statement: Statement) -> list[Place]:
    """The conditions that are set: what the model marks, and clauses with "if" and the like."""
    words = load_expressions()
    found: list[Place] = []
    for span in statement.content:
        place = (span.start, span.end)
        for run, answer, _ in scene.field.runs_in("issues", CONDITIONAL, place):
            if answer == 1 + len(STANCES):
                found.append(run)
        told = [m.span("what") for m in words.conditions.finditer(scene.text, *place)]
        told += [m.span() for m in words.qualities.finditer(scene.text, *place)]
        for what in told:
            if not any(a < what[1] and what[0] < b for a, b in found):
                found.append(what)
    trimmed = (trim(scene.text, *place, shortest=1) for place in found)
    return sorted(place for place in trimmed if place is not None)


def trim(text: str, start: int, end: int, shortest: int = SHORTEST) -> Place | None:
    """The place without marks and small words at its ends; None where too little is left."""
    small = load_expressions().small
    while start < end:
        word = re.match(r"\S+", text[start:end])
        if text[start] in LOOSE:
            start += 1
        elif text[end - 1] in LOOSE:
            end -= 1
        elif word and small.fullmatch(word[0]):
            start += word.end()
        elif (last := re.search(r"\S+$", text[start:end])) and small.fullmatch(last[0]):
            end -= len(last[0])
        else:
            break
    return (start, end) if end - start >= shortest else None


def make_phrase(text: str, place: Place) -> str:
    """The words of a place on one line."""
    return " ".join(text[slice(*place)].split())
