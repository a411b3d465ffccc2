"""What does a made-up document say, and what does a made-up model make of it?

In the marked text `[key:words]` stands for a place; marks may nest, and one key may stand at
several places.
"""

import re
from collections.abc import Mapping, Sequence
from typing import Any, cast

import numpy as np

from sayso.documents import Document, Span
from sayso.knowledge.lookup import load_knowledge
from sayso.reading import Actor, ChainLink, Mention, Statement
from sayso.reading.actors import Cast
from sayso.reading.encoder import Floats
from sayso.reading.links import EVENTS, FORMATS, HEADS, MODALITIES, STANCES, STATUSES, Field
from sayso.reading.scene import Scene
from sayso.reading.sentences import Sentences

Place = tuple[int, int]
MARK = re.compile(r"\[([a-z]\w*):|\]")
ANSWERS: Mapping[str, Sequence[str]] = {
    "events": ("", *EVENTS),
    "modality": MODALITIES,
    "meetings": ("", "meeting"),
    "status": STATUSES,
    "formats": FORMATS,
    "issues": ("", *STANCES, "condition"),
}
"""What the heads of the model answer, in their order."""


class FakeField:
    """A `Field` whose answers a test sets, by place."""

    def __init__(self) -> None:
        self.found: dict[str, dict[Place, tuple[int, float]]] = {}
        self.told: dict[tuple[str, Place], tuple[int, float]] = {}
        self.linked: dict[tuple[str, Place, Place], float] = {}

    def runs(self, head: str, least: float) -> list[tuple[Place, int, float]]:
        found = sorted(self.found.get(head, {}).items())
        return [(place, answer, sure) for place, (answer, sure) in found if sure >= least]

    def runs_in(self, head: str, least: float, place: Place) -> list[tuple[Place, int, float]]:
        start, end = place
        return [r for r in self.runs(head, least) if start <= r[0][0] and r[0][1] <= end]

    def chances(self, head: str, place: Place) -> Floats:
        """As likely what was set as was set, other answers alike; else sure of the first."""
        answer, sure = self.told.get((head, place), (0, 1.0))
        chances = np.full(HEADS[head], (1 - sure) / (HEADS[head] - 1), dtype=np.float32)
        chances[answer] = sure
        return chances

    def first_chances(self, head: str, place: Place) -> Floats:
        return self.chances(head, place)

    def peak(self, head: str, place: Place) -> Floats:
        """Of all that was found at the place the surest; else sure of the first answer."""
        chances = np.zeros(HEADS[head], dtype=np.float32)
        start, end = place
        met = [
            told for at, told in self.found.get(head, {}).items() if at[0] < end and start < at[1]
        ]
        answer, sure = max(met, key=lambda told: told[1], default=(0, 1.0))
        chances[0] = 1 - sure
        chances[answer] = sure
        return chances

    def link(self, role: str, mentions: Sequence[Place], spot: Place) -> list[float]:
        return [self.linked.get((role, mention, spot), 0.0) for mention in mentions]


class Stage:
    """A text, its actors and statements, and the model's answers: of these a scene is made."""

    def __init__(self, marked: str, published: str | None = "2025-04-23") -> None:
        self.text, self.places = unmark(marked)
        self.published = published
        self.field = FakeField()
        self.actors: dict[str, Actor] = {}
        self.statements: list[Statement] = []
        self.parties: dict[str, str] = {}

    def act(self, key: str, kind: str = "person", party: str | None = None, **facts: Any) -> None:
        """An actor, whose mentions are the places of the key, and whom it serves."""
        self.actors[key] = make_actor(self.text, key, self.places[key], kind, **facts)
        if party:
            self.parties[key] = party

    def say(self, number: int, speaker: str | None = None, **facts: Any) -> None:
        """A statement whose parts are the places of `s1`, `c1`, `q1`, by its number."""
        self.statements.append(
            Statement(
                id=f"statement {number}",
                kind="indirect",
                source=self.spans(f"s{number}"),
                cue=self.spans(f"c{number}"),
                content=self.spans(f"q{number}"),
                speaker=speaker,
                **{"confidence": 0.9, **facts},
            )
        )

    def happen(self, key: str, kind: str, modality: str = "happened", **roles: str) -> None:
        """An event at each place of the key; `actor`, `recipient`, `place` name actors' keys."""
        self.find("events", key, kind)
        self.tell("modality", key, modality)
        self.join(key, roles)

    def meet(
        self, key: str, status: str = "happened", form: str = "bilateral", **roles: str
    ) -> None:
        """A meeting at each place of the key; `attends`, `absent`, `place` name actors' keys."""
        self.find("meetings", key, "meeting")
        self.tell("status", key, status)
        self.tell("formats", key, form)
        self.join(key, roles)

    def want(self, key: str, stance: str, sure: float = 0.9) -> None:
        """An issue with a stance, or a condition, at each place of the key."""
        self.find("issues", key, stance, sure)

    def find(self, head: str, key: str, answer: str, sure: float = 0.9) -> None:
        for place in self.places[key]:
            self.field.found.setdefault(head, {})[place] = (ANSWERS[head].index(answer), sure)

    def tell(self, head: str, key: str, answer: str, sure: float = 1.0) -> None:
        for place in self.places[key]:
            self.field.told[head, place] = (ANSWERS[head].index(answer), sure)

    def link(self, key: str, chance: float = 0.9, **roles: str) -> None:
        """How likely the mentions of actors have a part in what stands at the key."""
        self.join(key, roles, chance)

    def join(self, key: str, roles: Mapping[str, str], chance: float = 0.9) -> None:
        for role, keys in roles.items():
            for spot in self.places[key]:
                for mention in (place for k in keys.split() for place in self.places[k]):
                    self.field.linked[role, mention, spot] = chance

    def spans(self, key: str) -> tuple[Span, ...]:
        return tuple(Span(a, b, self.text[a:b]) for a, b in self.places.get(key, ()))

    @property
    def sentences(self) -> Sentences:
        return Sentences(self.text)

    def scene(self) -> Scene:
        document = Document(id="d", text=self.text, parts=(), published=self.published)
        cast_of_it = Cast(tuple(self.actors.values()), tuple(self.statements), self.parties)
        return Scene(document, cast("Field", self.field), cast_of_it, load_knowledge())


def unmark(marked: str) -> tuple[str, dict[str, list[Place]]]:
    """The text without its marks, and the places of each key."""
    text, done = "", 0
    places: dict[str, list[Place]] = {}
    opened: list[tuple[str, int]] = []
    for mark in MARK.finditer(marked):
        text += marked[done : mark.start()]
        done = mark.end()
        if mark[1]:
            opened.append((mark[1], len(text)))
        else:
            key, start = opened.pop()
            places.setdefault(key, []).append((start, len(text)))
    return text + marked[done:], {key: sorted(found) for key, found in places.items()}


def make_actor(
    text: str, key: str, places: Sequence[Place], kind: str = "person", **facts: Any
) -> Actor:
    start, end = places[0]
    mentions = tuple(Mention(a, b, text[a:b], "name") for a, b in places)
    found = {"name": text[start:end], **facts}
    return Actor(id=key, kind=kind, mentions=mentions, **found)  # type: ignore[arg-type]


def tell_links(chain: Sequence[ChainLink]) -> list[str]:
    """A chain in words: whose each link is, the document's by its kind."""
    return [link.actor or link.text or link.kind for link in chain]
