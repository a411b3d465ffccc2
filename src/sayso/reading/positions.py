"""Who wants what: which party takes which stance on which issue?"""

import re
from collections.abc import Mapping, Sequence

import numpy as np

from sayso.documents import Span
from sayso.reading import ActKind, Position, Stance, Statement
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
OPENING = re.compile(
    r"[\s\"“”'‘’«»,.:;]*(?:(?:that|to|whether|for|on|of|only|any|an?|the|its|their|his|her|our|this|"
    r"these|those|about|with|all|both|it|they|he|she|we|would|will|must|should|be)\s+)*",
    re.IGNORECASE,
)
CLOSING = re.compile(
    r"[\"“”«»,;:.!?()—–]|\s(?:if|unless|until|provided|in return|in exchange|on condition|before|"
    r"after|because|since|when|while|as long|which|who|that|and|but|so|by|from|to|with|at|in)\s",
    re.IGNORECASE,
)
CONDITION = re.compile(
    r"\b(?:(?:only )?if|unless|provided(?: that)?|in return for|in exchange for|"
    r"on (?:the )?condition(?: that)?|as long as|so long as|only after|not before|only when)\s+"
    r"(?P<what>[^,;.!?\"“”]{4,90})",
    re.IGNORECASE,
)
QUALITY = re.compile(
    r"\b(?:immediate|full|complete|unconditional|lasting|permanent|comprehensive|total|temporary|"
    r"partial|verifiable|binding|gradual|phased)\b",
    re.IGNORECASE,
)
"""Words that say of which kind a thing must be."""
TRAILING = re.compile(r"(?:\s+(?:of|on|for|in|at|to|the|an?|by|with|from|and|or|its|their))+$")
"""Small words in which no issue ends."""
LONGEST = 7
"""Words of an issue."""
LOOSE = " \t\n,;:.!?\"“”'‘’«»()"


def read_positions(scene: Scene) -> tuple[Position, ...]:
    """The positions of the document in the order of its text; one told twice is one."""
    found: dict[tuple[str, str, Stance], Position] = {}
    around = {s.within for s in scene.statements if s.within and s.act in TAKEN}
    for statement in scene.statements:
        if statement.id in around:
            continue  # whose stance it is stands in the statement inside
        position = make_position(scene, statement)
        if position is not None:
            key = (position.party, position.issue.casefold(), position.stance)
            known = found.get(key)
            if known is None or (position.first_hand and not known.first_hand):
                found[key] = position
    return tuple(found.values())


def make_position(scene: Scene, statement: Statement) -> Position | None:
    """The position that a statement takes; None where it takes none, or nobody's."""
    party = party_of(scene, statement.speaker)
    actor = scene.actors.get(party)
    if actor is None or not (actor.kind in PARTIES or (actor.kind == "person" and actor.role)):
        return None
    stance, place = find_stance(scene, statement)
    if stance is None or place is None:
        return None
    issue = scene.text[slice(*place)]
    conditions = [
        c for c in find_conditions(scene, statement) if scene.text[slice(*c)] != issue.strip()
    ]
    spans = sorted({place, *(c for c in conditions if c[0] >= place[1] or c[1] <= place[0])})
    return Position(
        id=scene.identify(f"position {stance}", [place]),
        party=party,
        issue=tidy(scene.text[slice(*place)]),
        stance=stance,
        conditions=tuple(tidy(scene.text[slice(*c)]) for c in conditions),
        first_hand=is_first_hand(scene, statement, party),
        statement=statement.id,
        spans=tuple(Span(a, b, scene.text[a:b]) for a, b in spans),
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
        if joined and len(scene.text[slice(*joined)]) > 3:
            return joined
    for span in statement.content:
        place = find_first_phrase(scene.text, span)
        if place is not None:
            return place
    return None


def join(text: str, runs: Sequence[Place]) -> Place | None:
    """The longest stretch of runs with at most two small words between them."""
    joined: list[Place] = []
    for start, end in runs:
        if joined and len(text[joined[-1][1] : start].split()) <= 2 and start - joined[-1][1] < GAP:
            joined[-1] = (joined[-1][0], end)
        else:
            joined.append((start, end))
    return max(joined, key=lambda place: (place[1] - place[0], place[0]), default=None)


GAP = 15
"""Characters between two runs of one issue."""


def find_first_phrase(text: str, span: Span) -> Place | None:
    """What a content begins with, without small words, up to a clause; None where there is none."""
    opening = OPENING.match(text, span.start, span.end)
    start = opening.end() if opening else span.start
    stop = CLOSING.search(text, start + 1, span.end)
    words = text[start : stop.start() if stop else span.end].split(" ")[:LONGEST]
    phrase = TRAILING.sub("", " ".join(words).rstrip(LOOSE))
    return (start, start + len(phrase)) if len(phrase) > 3 else None


def find_conditions(scene: Scene, statement: Statement) -> list[Place]:
    """The conditions that are set: what the model marks, and clauses with "if" and the like."""
    found: list[Place] = []
    for span in statement.content:
        place = (span.start, span.end)
        for run, answer, _ in scene.field.runs_in("issues", CONDITIONAL, place):
            if answer == 1 + len(STANCES):
                found.append(run)
        told = [m.span("what") for m in CONDITION.finditer(scene.text, span.start, span.end)]
        told += [m.span() for m in QUALITY.finditer(scene.text, span.start, span.end)]
        for what in told:
            if not any(a < what[1] and what[0] < b for a, b in found):
                found.append(what)
    return sorted(found)


def is_first_hand(scene: Scene, statement: Statement, party: str) -> bool:
    """Whether the party itself says so: no other than it reports the statement."""
    outer = next((s for s in scene.statements if s.id == statement.within), None)
    return outer is None or party_of(scene, outer.speaker) == party


def party_of(scene: Scene, actor_id: str | None) -> str:
    """For whom an actor speaks: the actor itself, where it speaks for nobody else."""
    party = actor_id or ""
    for _ in range(3):
        above = scene.parties.get(party)
        if above is None or above == party:
            break
        party = above
    return party


def tidy(words: str) -> str:
    """The words on one line, without article and loose marks."""
    bare = " ".join(words.split()).strip(LOOSE)
    return ARTICLE.sub("", bare, count=1).strip(LOOSE)


ARTICLE = re.compile(
    r"^(?:the|an?|any|its|their|his|her|our|that|this|these|those|to)\s+", re.IGNORECASE
)
