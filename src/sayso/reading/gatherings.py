"""Which places in the text speak of one meeting?"""

from collections.abc import Sequence
from dataclasses import dataclass, field

import numpy as np

from sayso.reading import MeetingFormat, MeetingStatus
from sayso.reading.date_ranges import may_be_one
from sayso.reading.dates import Date
from sayso.reading.encoder import Floats
from sayso.reading.lexicon import definite
from sayso.reading.links import FORMATS, STATUSES
from sayso.reading.meeting_words import load_meeting_words
from sayso.reading.scene import Place, Scene, Spot, nearest_date

LEAST = 0.4
"""Chance from which a word stands for a meeting."""
LINKED = 0.4
"""Chance from which an actor takes part, or stays away."""
FARTHER = 0.5
"""The same as LINKED for mentions in other sentences."""
AWAY = 60
"""Characters behind a mention in which words say that it stays away."""
AROUND = 120
"""Characters around a meeting in which "postponed" and the like are of it."""
TOLD = 0.5
"""What plain words add to the chance of a status."""
REACH = 600
"""Characters before and behind the words for a meeting in which its participants are looked for."""
NEAR = 4
"""Sentences between two places of one meeting at which no side is the same."""
ANYWHERE = 0.5
"""What speaks for one meeting must outweigh this: a shared side and no more does not."""


@dataclass
class Encounter:
    """One place in the text that stands for a meeting."""

    place: Place
    words: str
    status: Floats
    format: Floats
    attends: dict[str, Spot]
    absent: dict[str, Spot]
    where: Spot | None
    when: Date | None
    other: str | None
    """The word that says that it is another meeting than the one before it."""
    definite: bool
    """Whether it is spoken of as known ("the talks")."""


@dataclass
class Gathering:
    """A meeting: all the places that stand for it."""

    encounters: list[Encounter] = field(default_factory=list)

    @property
    def status(self) -> MeetingStatus:
        """The likeliest status by all that is said of it, what comes first counting more."""
        weights = [1 / (1 + n) for n in range(len(self.encounters))]
        total = sum(w * e.status for w, e in zip(weights, self.encounters, strict=True))
        return STATUSES[int(np.argmax(total))]

    @property
    def format(self) -> MeetingFormat:
        """The likeliest format."""
        return FORMATS[int(np.argmax(sum(e.format for e in self.encounters)))]

    @property
    def attends(self) -> dict[str, Spot]:
        """Those who take part, by actor."""
        return {a: s for e in reversed(self.encounters) for a, s in e.attends.items()}

    @property
    def absent(self) -> dict[str, Spot]:
        """Those who stay away, by actor."""
        return {a: s for e in reversed(self.encounters) for a, s in e.absent.items()}

    @property
    def where(self) -> Spot | None:
        """Where it is held."""
        return next((e.where for e in self.encounters if e.where), None)

    @property
    def when(self) -> Date | None:
        """When it is held: the most precise date, the first of them."""
        told = [e.when for e in self.encounters if e.when]
        return max(told, key=lambda d: len(d.value or ""), default=None)


def find_gatherings(scene: Scene) -> list[Gathering]:
    """The meetings of a document, each with all that stands for it, in the text's order."""
    gatherings: list[Gathering] = []
    for place, _, _ in scene.field.runs("meetings", LEAST):
        encounter = make_encounter(scene, place)
        if encounter is None:
            continue
        known = find_known(scene, gatherings, encounter)
        if known is None:
            known = Gathering()
            gatherings.append(known)
        known.encounters.append(encounter)
    return gatherings


def make_encounter(scene: Scene, place: Place) -> Encounter | None:
    """What is said of a meeting at one place; None where the model was not asked."""
    status, form = scene.field.chances("status", place), scene.field.chances("formats", place)
    if status is None or form is None:
        return None
    spots = scene.spots_near(place)
    around = scene.spots_in(max(0, place[0] - REACH), place[1] + REACH)
    able = [s for s in around if s.actor.kind != "place"]
    links = {
        role: scene.field.link(role, [s.place for s in able], place)
        for role in ("attends", "absent")
    }
    attends: dict[str, Spot] = {}
    absent: dict[str, Spot] = {}
    linked = zip(able, links["attends"], links["absent"], strict=True)
    for spot, comes, stays in sorted(linked, key=lambda found: -max(found[1:])):
        beside = spots[0].start <= spot.start <= spots[-1].start if spots else False
        if spot.actor.id in {*attends, *absent}:
            continue
        if beside and stays_away(scene, spot):
            absent[spot.actor.id] = spot
        elif max(comes, stays) >= (LINKED if beside else FARTHER):
            (attends if comes >= stays else absent)[spot.actor.id] = spot
    words = load_meeting_words()
    before = scene.text[max(0, place[0] - 40) : place[0]]
    other = words.other.search(before)
    return Encounter(
        place=place,
        words=scene.text[slice(*place)],
        status=lean_status(scene, place, status),
        format=form,
        attends=attends,
        absent=absent,
        where=find_where(scene, spots, place),
        when=nearest_date(scene, place),
        other=other.group(1).casefold() if other else None,
        definite=bool(definite().search(before) or words.joining.match(scene.text[slice(*place)])),
    )


def stays_away(scene: Scene, spot: Spot) -> bool:
    """Whether the words behind a mention say that it does not come ("Rubio is not attending")."""
    _, end = scene.sentences.bounds(spot.start)
    behind = scene.text[spot.end : min(end, spot.end + AWAY)]
    return load_meeting_words().away.match(behind) is not None


def lean_status(scene: Scene, place: Place, status: Floats) -> Floats:
    """The chances of the statuses, leaning to the one that the words around plainly tell."""
    words = load_meeting_words()
    start, end = scene.sentences.bounds(place[0])
    before = scene.text[max(start, place[0] - 40) : place[0]]
    around = scene.text[max(start, place[0] - AROUND) : min(end, place[1] + AROUND)]
    told: MeetingStatus | None = None
    if words.put_off.search(around):
        told = "postponed"
    elif words.called_off.search(around):
        told = "cancelled"
    elif words.ahead.search(before):
        told = "planned"
    elif words.held.match(scene.text[slice(*place)]):
        told = "happened"
    if told is None:
        return status
    leaning = status.copy()
    leaning[STATUSES.index(told)] += TOLD
    return leaning


def find_where(scene: Scene, spots: Sequence[Spot], place: Place) -> Spot | None:
    """The place or country where something is, by the model's links; None where none is likely."""
    located = [s for s in spots if s.actor.kind in ("place", "country")]
    chances = scene.field.link("place", [s.place for s in located], place)
    if not chances or max(chances) < LINKED:
        return None
    return located[int(np.argmax(chances))]


def find_known(
    scene: Scene, gatherings: Sequence[Gathering], encounter: Encounter
) -> Gathering | None:
    """The meeting that a place speaks of, among those told before; None where it is a new one."""
    scored = [(weigh(scene, g, encounter), n, g) for n, g in enumerate(gatherings)]
    best = max(scored, key=lambda s: s[:2], default=None)
    return best[2] if best is not None and best[0] > 0 else None


def weigh(scene: Scene, gathering: Gathering, encounter: Encounter) -> float:
    """How much speaks for an encounter being part of a meeting; not above 0 where it is not."""
    if encounter.other and not any(e.other == encounter.other for e in gathering.encounters):
        near = scene.sentences.number_at(gathering.encounters[-1].place[0])
        if near != scene.sentences.number_at(encounter.place[0]) or not encounter.attends:
            return -1
    if conflict(gathering, encounter):
        return -1
    mine, theirs = sides(scene, encounter.attends), sides(scene, gathering.attends)
    shared = len(mine & theirs)
    number = scene.sentences.number_at(encounter.place[0])
    apart = number - scene.sentences.number_at(gathering.encounters[-1].place[0])
    if mine and theirs and not shared and not (encounter.definite and apart <= NEAR):
        return -1
    score = 0.5 * shared
    day = gathering.when.value if gathering.when else None
    score += 1.0 if encounter.when and day == encounter.when.value else 0
    score += 0.5 if same_place(gathering.where, encounter.where) else 0
    same_word = any(stem(e.words) == stem(encounter.words) for e in gathering.encounters)
    score += 0.5 if same_word else 0
    score += 0.7 if encounter.definite else 0
    score += 0.5 if apart == 0 else 0.3 if apart == 1 else 0
    return score - ANYWHERE


def conflict(gathering: Gathering, encounter: Encounter) -> bool:
    """Whether place or day of a meeting and of an encounter cannot be of one."""
    one, other = gathering.where, encounter.where
    if one and other and not same_place(one, other):
        return True
    mine, theirs = gathering.when, encounter.when
    return mine is not None and theirs is not None and not may_be_one(mine.value, theirs.value)


def same_place(one: Spot | None, other: Spot | None) -> bool:
    """Whether two places are one, or one may lie in the other."""
    if one is None or other is None:
        return False
    if one.actor.id == other.actor.id:
        return True
    kinds = {one.actor.kind, other.actor.kind}
    return kinds == {"country", "place"} and one.actor.country == other.actor.country


def sides(scene: Scene, attending: dict[str, Spot]) -> set[str]:
    """The sides that take part: countries by code, others by actor."""
    found = set()
    for actor_id, spot in attending.items():
        found.add(spot.actor.country or scene.parties.get(actor_id) or actor_id)
    return found


def stem(words: str) -> str:
    """The last word without a plural's ending, in small letters."""
    return words.casefold().split()[-1].removesuffix("s")
