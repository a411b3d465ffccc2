"""Whom is it told, where no words right behind the cue say so?"""

from collections.abc import Sequence
from itertools import pairwise

import msgspec
import numpy as np

from sayso.documents import Span
from sayso.reading import Statement, Told
from sayso.reading.scene import Scene
from sayso.reading.transcripts import is_question

LINKED = 0.5
"""Chance from which a mention is whom it is told."""


def complete_audience(scene: Scene, statements: Sequence[Statement]) -> list[Statement]:
    """The statements, each with its addressee where the model, or the turns of a transcript, tell.

    An addressee that is known already is kept.
    """
    turns = find_turn_partners(statements)
    found = []
    for statement in statements:
        told = statement.addressee or turns.get(statement.id) or find_linked(scene, statement)
        found.append(msgspec.structs.replace(statement, addressee=told))
    return found


def find_turn_partners(statements: Sequence[Statement]) -> dict[str, Told]:
    """For each turn of a transcript whom it is told.

    A question is told to whoever answers it; an answer to whoever asked, where that is known.
    """
    turns = [s for s in statements if s.cue and s.cue[0].text == ":" and s.within is None]
    found: dict[str, Told] = {}
    for one, other in pairwise(turns):
        if is_question(one) and other.speaker:
            found[one.id] = make_told(other.speaker, other.source[0])
        if is_question(one) and one.speaker and not is_question(other):
            found[other.id] = make_told(one.speaker, one.source[0])
    return found


def find_linked(scene: Scene, statement: Statement) -> Told | None:
    """The mention in the cue's sentence that the model links to it most, if it is sure enough."""
    if not statement.cue:
        return None
    cue = statement.cue[0]
    spots = [
        s
        for s in scene.spots_near((cue.start, cue.end))
        if s.actor.id != statement.speaker
        and s.actor.kind != "place"
        and not any(span.start <= s.start < span.end for span in statement.source)
    ]
    first = (cue.start, cue.start + 1)
    chances = scene.field.link("told", [s.place for s in spots], first)
    if not chances or max(chances) < LINKED:
        return None
    spot = spots[int(np.argmax(chances))]
    return make_told(spot.actor.id, scene.prove(spot.place))


def make_told(actor: str, span: Span) -> Told:
    """The addressee that travels."""
    return Told(actor=actor, start=span.start, end=span.end, text=span.text)
