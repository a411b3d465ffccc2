"""What happens: who does what to whom, in PLOVER's terms?"""

from collections import defaultdict
from collections.abc import Sequence
from typing import NamedTuple

import numpy as np

from sayso.reading import Event, EventType, Modality
from sayso.reading.lexicon import definite, negation
from sayso.reading.links import EVENTS, MODALITIES
from sayso.reading.plover import ROOTS, find_contexts, find_mode
from sayso.reading.scene import Place, Scene, Spot, make_when, nearest_date

LEAST = 0.6
"""Chance from which a word is an event's."""
LINKED = 0.5
"""Chance from which a mention has a part in an event."""
BEST = 0.4
"""The same for the likeliest of them, where none reaches the first."""
BACK = 40
"""Events of a type, in the order of the text, among which one that is told again is looked for."""
REACH = 30
"""Characters before an event's words in which a negation is looked for."""


class Happening(NamedTuple):
    """An event as it is found at one place."""

    place: Place
    type: EventType
    modality: Modality
    actors: tuple[str, ...]
    recipients: tuple[str, ...]
    sure: float


def read_events(scene: Scene) -> tuple[Event, ...]:
    """The events of the document in the order of its text; one told twice is one."""
    groups: list[list[Happening]] = []
    of_type: defaultdict[EventType, list[list[Happening]]] = defaultdict(list)
    for happening in find_happenings(scene):
        earlier = of_type[happening.type]
        known = next((g for g in earlier[: -BACK - 1 : -1] if is_same(scene, g, happening)), None)
        if known is not None:
            known.append(happening)
        elif happening.actors or happening.recipients:
            groups.append([happening])
            earlier.append(groups[-1])
    return tuple(make_event(scene, group) for group in groups)


def find_happenings(scene: Scene) -> list[Happening]:
    """The events at every place that stands for one."""
    found = []
    for place, answer, sure in scene.field.runs("events", LEAST):
        modality = scene.field.chances("modality", place)
        if modality is None:
            continue
        spots = [s for s in scene.spots_near(place) if s.actor.kind != "place"]
        actors = find_parties(scene, "actor", spots, place)
        others = [s for s in spots if s.actor.id not in actors]
        found.append(
            Happening(
                place,
                EVENTS[answer - 1],
                MODALITIES[int(modality.argmax())],
                actors,
                find_parties(scene, "recipient", others, place, best=LINKED),
                sure,
            )
        )
    return found


def find_parties(
    scene: Scene, role: str, spots: Sequence[Spot], place: Place, best: float = BEST
) -> tuple[str, ...]:
    """The ids of the actors who have a role in what stands at a place, in the text's order."""
    chances = scene.field.link(role, [spot.place for spot in spots], place)
    linked = [s for s, chance in zip(spots, chances, strict=True) if chance >= LINKED]
    if not linked and chances:
        top = int(np.argmax(chances))
        linked = [spots[top]] if chances[top] >= best else []
    return tuple(dict.fromkeys(spot.actor.id for spot in linked))


def is_same(scene: Scene, group: Sequence[Happening], happening: Happening) -> bool:
    """Whether an event is one of its type that was told before: the same parties, "the attack"."""
    first = group[0]
    parties = (first.actors, first.recipients) == (happening.actors, happening.recipients)
    apart = happening.place[0] - group[-1].place[1]
    words = scene.text[slice(*happening.place)].casefold()
    alike = any(words == scene.text[slice(*h.place)].casefold() for h in group)
    if parties and (alike or apart < NEAR):
        return first.modality == happening.modality
    known = definite().search(scene.text, max(0, happening.place[0] - REACH), happening.place[0])
    within = set(happening.actors) <= set(first.actors) and set(happening.recipients) <= set(
        first.recipients
    )
    return bool(known) and within and first.modality == happening.modality


NEAR = 60
"""Characters between two words for one event of the same parties."""


def make_event(scene: Scene, group: Sequence[Happening]) -> Event:
    """The event that travels, by the first place that stands for it."""
    first = group[0]
    start, end = first.place
    begin, stop = scene.sentences.bounds(start)
    words, sentence = scene.text[start:end], scene.text[begin:stop]
    root = ROOTS[first.type]
    when = nearest_date(scene, first.place)
    statement = scene.find_statement(first.place)
    spots = [s for s in scene.spots_near(first.place) if s.actor.kind in ("place", "country")]
    where = find_parties(scene, "place", spots, first.place, best=LINKED)
    return Event(
        id=scene.identify(first.type, [h.place for h in group]),
        type=first.type,
        mode=find_mode(first.type, words, sentence),
        contexts=find_contexts(sentence),
        actors=first.actors,
        recipients=first.recipients,
        place=scene.where(scene.actors[where[0]]) if where else None,
        date=make_when(when) if when else None,
        modality=first.modality,
        negated=bool(negation().search(scene.text, max(begin, start - REACH), start)),
        cameo=root.cameo,
        goldstein=root.goldstein,
        quad=root.quad,
        spans=tuple(scene.prove(h.place) for h in group),
        statement=statement.id if statement else None,
        confidence=round(first.sure, 3),
    )
