"""Who met whom: where, when, at which rank, and who stayed away?"""

import re
from collections.abc import Iterator
from itertools import chain
from typing import Literal

from sayso.documents import Span
from sayso.reading import Actor, Attendance, Meeting, Participant
from sayso.reading.dates import Date, turn_date
from sayso.reading.gatherings import Encounter, Gathering, find_gatherings
from sayso.reading.meeting_words import load_meeting_words
from sayso.reading.scene import Place, Scene, Spot, make_when

NOUN_BEFORE = re.compile(r"(?:[\w’'.-]+\s+){0,3}$")
"""Words before a meeting's noun that may belong to its name."""
STOPS = re.compile(
    r"^(?:.*\s)?(?:the|a|an|its|their|his|her|this|that|these|those|to|of|in|at|for|from|on|after|before|"
    r"during|with|by|and|or|but|as|had|has|have|is|was|were|are|be|would|will|said|that|held|holding|hold|"
    r"attend(?:ed|ing)?|between|into|any|no|when|then|which|who|if|until|since|about|over)\s+",
    re.IGNORECASE,
)
CLAUSE_END = re.compile(r"[.;:!?\n]|,(?= (?:and|but|which|who|while)\b)|(?<=\w),|$")
BY = re.compile(r"\s+(?:[\w’'-]+\s+){0,3}?by\b")
BESIDE = 25
"""Characters between a host and the verb of hosting: auxiliaries."""


def read_meetings(scene: Scene) -> tuple[Meeting, ...]:
    """The meetings of the document in the order of its text; each is told once."""
    return tuple(make_meeting(scene, g) for g in find_gatherings(scene))


def make_meeting(scene: Scene, gathering: Gathering) -> Meeting:
    """The meeting that travels."""
    places = [e.place for e in gathering.encounters]
    sentences = list(dict.fromkeys(scene.sentences.bounds(start) for start, _ in places))
    told = [scene.find_statement(place) for place in places]
    level, change, reason = tell_level(scene, sentences)
    where, when = gathering.where, tell_when(scene, gathering)
    return Meeting(
        id=scene.identify("meeting", places),
        what=tell_what(scene, gathering),
        place=scene.where(where.actor) if where else None,
        date=make_when(when) if when else None,
        status=gathering.status,
        level=level,
        level_change=change,
        reason=reason or tell_reason(scene, gathering, sentences),
        format=gathering.format,
        host=find_host(scene, sentences),
        participants=tuple(list_participants(scene, gathering)),
        spans=tuple(map(scene.prove, places)),
        statements=() if None in told else tuple(dict.fromkeys(s.id for s in told if s)),
    )


def tell_when(scene: Scene, gathering: Gathering) -> Date | None:
    """When it is held: as its sentences say, else the last date before or behind the first of them.

    A weekday or a month without a year lies ahead of publication where the meeting is only planned,
    and behind where it was held.
    """
    when = gathering.when
    if when is None:
        start, end = scene.sentences.bounds(gathering.encounters[0].place[0])
        before = scene.sentences.bounds(max(0, scene.sentences.bounds(max(0, start - 1))[0] - 1))[0]
        behind = scene.sentences.bounds(min(end, len(scene.text) - 1))[1]
        earlier, later = scene.dates_in(before, start), scene.dates_in(end, behind)
        when = earlier[-1] if earlier else later[0] if later else None
    if when is None or scene.published is None:
        return when
    return turn_date(when, scene.published, gathering.status)


def list_participants(scene: Scene, gathering: Gathering) -> Iterator[Participant]:
    """Those who stay away and those who take part, then the countries for which persons do."""
    stand_ins = find_stand_ins(scene, gathering)
    listed: set[str] = set()
    for actor_id, spot in chain(gathering.absent.items(), gathering.attends.items()):
        if actor_id in listed:
            continue
        listed.add(actor_id)
        attendance = tell_attendance(gathering, actor_id)
        if actor_id in stand_ins and attendance == "absent":
            attendance = "represented_by"
        yield make_participant(scene, spot, attendance, stand_ins.get(actor_id))
    for actor_id, spot in gathering.attends.items():
        party = scene.actors.get(scene.parties.get(actor_id, ""))
        if party is not None and party.kind == "country" and party.id not in listed:
            listed.add(party.id)
            near = nearest_mention(party, spot)
            yield make_participant(scene, near, tell_attendance(gathering, actor_id), None)


def nearest_mention(actor: Actor, spot: Spot) -> Spot:
    """The mention of an actor that stands nearest to another one's."""
    mention = min(actor.mentions, key=lambda m: abs(m.start - spot.start))
    return Spot(mention.start, mention.end, mention.form, actor)


def tell_attendance(gathering: Gathering, actor_id: str) -> Attendance:
    """How somebody takes part, by what became of the meeting."""
    if actor_id in gathering.absent:
        return "absent"
    if gathering.status in ("planned", "proposed", "postponed", "cancelled"):
        return "expected"
    return "online" if gathering.format == "video" else "present"


def make_participant(
    scene: Scene, spot: Spot, attendance: Attendance, stand_in: str | None
) -> Participant:
    """The participant that travels, proved by the mention."""
    party = scene.parties.get(spot.actor.id)
    return Participant(
        actor=spot.actor.id,
        party=party if party != spot.actor.id else None,
        role=spot.actor.role,
        attendance=attendance,
        represented_by=stand_in,
        span=scene.prove(spot.place),
    )


def find_stand_ins(scene: Scene, gathering: Gathering) -> dict[str, str]:
    """For those who stay away, who stands in, where the words between or beside them say so."""
    words = load_meeting_words().stands_in
    found: dict[str, str] = {}
    for absent_id, spot in gathering.absent.items():
        start, end = scene.sentences.bounds(spot.start)
        saying = words.search(scene.text, start, end)
        if not saying:
            continue
        others = [s for s in scene.spots_in(start, end) if s.actor.id in gathering.attends]
        others += [
            s
            for s in scene.spots_in(start, end)
            if s.start >= saying.end() and s.actor.id != absent_id and s.form != "pronoun"
        ]
        if others:
            nearest = min(others, key=lambda s: abs(s.start - saying.end()))
            found[absent_id] = nearest.actor.id
    return found


def tell_what(scene: Scene, gathering: Gathering) -> str:
    """The words that name the meeting best: its longest noun phrase, else its verb."""
    names = [name_of(scene, e) for e in gathering.encounters]
    return max(names, key=lambda name: (is_noun(name), " " in name, len(name)))


def is_noun(words: str) -> bool:
    """Whether the words name a meeting, and are no verb."""
    return load_meeting_words().nouns.fullmatch(words) is not None


def name_of(scene: Scene, encounter: Encounter) -> str:
    """The words of one place with those before them that belong to a noun phrase."""
    start, end = encounter.place
    words = " ".join(scene.text[start:end].split())
    sentence, _ = scene.sentences.bounds(start)
    before = NOUN_BEFORE.search(scene.text, sentence, start)
    if before is None or not before.group() or not is_noun(words):
        return words
    kept = STOPS.sub("", before.group())
    return " ".join(f"{kept}{words}".split()).strip(" ,;:\"“”'‘’")


def tell_level(
    scene: Scene, sentences: list[Place]
) -> tuple[str | None, Literal["lowered", "raised"] | None, Span | None]:
    """The rank as written, whether it was changed, and why."""
    words = load_meeting_words()
    level: str | None = None
    change: Literal["lowered", "raised"] | None = None
    reason: Span | None = None
    for start, end in sentences:
        found = words.level.search(scene.text, start, end)
        if found and level is None:
            level = " ".join((found["before"] or found["behind"]).split())
        lowered = words.lowered.search(scene.text, start, end)
        raised = words.raised.search(scene.text, start, end)
        told = lowered or raised
        if told and change in (None, "lowered" if lowered else "raised"):
            change = "lowered" if lowered else "raised"
            reason = reason or find_reason(scene, told.end(), end)
    return level, change, reason


def tell_reason(scene: Scene, gathering: Gathering, sentences: list[Place]) -> Span | None:
    """Why a meeting was put off or called off, where the same sentence says so."""
    if gathering.status not in ("cancelled", "postponed"):
        return None
    words = load_meeting_words()
    for start, end in sentences:
        found = words.called_off.search(scene.text, start, end)
        found = found or words.put_off.search(scene.text, start, end)
        if found:
            return find_reason(scene, found.end(), end)
    return None


def find_reason(scene: Scene, start: int, end: int) -> Span | None:
    """The clause that gives a reason in a stretch; None where none does."""
    why = load_meeting_words().why.search(scene.text, start, end)
    if why is None:
        return None
    stop = CLAUSE_END.search(scene.text, why.end() + 1, end)
    last = stop.start() if stop else end
    return scene.prove((why.start(), last))


def find_host(scene: Scene, sentences: list[Place]) -> str | None:
    """The id of who hosts it, where a verb of hosting has a subject; else None."""
    hosting = load_meeting_words().hosting
    for start, end in sentences:
        for verb in hosting.finditer(scene.text, start, end):
            passive = BY.match(scene.text, verb.end(), end)
            spots = [s for s in scene.spots_in(start, end) if s.form != "pronoun"]
            before = [s for s in spots if 0 <= verb.start() - s.end <= BESIDE]
            behind = [s for s in spots if passive and s.start >= passive.end()]
            if behind:
                return behind[0].actor.id
            if before and not passive:
                return before[-1].actor.id
    return None
