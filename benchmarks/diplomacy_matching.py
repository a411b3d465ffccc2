"""Does a reading, or a second annotator, tell the same meetings, positions and chains?"""

import re
from typing import Any

from benchmarks.accounts import Account, Did, Met, Place
from benchmarks.actors_matching import Judged, Party, View, align, is_same
from sayso.reading.date_ranges import range_of
from sayso.reading.sentences import Sentences

WORD = re.compile(r"\w+")
SMALL = frozenset(
    "the a an of to in on for and or that its their his her any with by at be".split()
)


class Comparison:
    """A gold account, a found one, and which actors are the same."""

    def __init__(self, gold: Account, found: Account, scorer: Any) -> None:
        self.gold, self.found, self.scorer = gold, found, scorer
        self.same = align(gold.view, found.view)
        self.sentences = Sentences(gold.view.text)
        self.judged = Judged()

    def is_same(self, wanted: str | None, given: str | None) -> bool:
        """Whether the found actor is the gold one; nobody is nobody."""
        if wanted is None or given is None:
            return wanted is given
        return is_same(self.gold.view, self.found.view, wanted, given, self.same)

    def judge(self) -> Judged:
        """All counts of the text."""
        self.judge_statements()
        self.judge_meetings()
        self.judge_positions()
        self.judge_events()
        return self.judged

    def judge_statements(self) -> None:
        """Statements by content; of those the speaker and chain, the act, the standing."""
        counts = self.judged.counts
        golds, founds = self.gold.view.statements, self.found.view.statements
        counts["statements gold"] += len(golds)
        counts["statements found"] += len(founds)
        for i, j in match_by_content(self.gold.view, self.found.view, self.scorer):
            wanted, given = self.gold.deeds[i], self.found.deeds[j]
            speaks = self.is_same(golds[i].speaker, founds[j].speaker)
            chained = len(wanted.chain) == len(given.chain) and all(
                self.is_same(a, b) for a, b in zip(wanted.chain, given.chain, strict=True)
            )
            counts["statements content"] += 1
            counts["statements both"] += speaks and chained
            counts["chain asked"] += 1
            counts["chain right"] += chained
            for name, right, told in (
                ("act", wanted.act == given.act, (wanted.act, given.act)),
                ("negated", wanted.negated == given.negated, (wanted.negated, given.negated)),
                (
                    "standing",
                    wanted.standing == given.standing,
                    (wanted.standing, given.standing),
                ),
            ):
                counts[f"{name} asked"] += 1
                counts[f"{name} right"] += right
                if not right:
                    self.explain(name, self.words(golds[i].spans), *told)
            if wanted.standing != "asserted" or given.standing != "asserted":
                counts["standing set asked"] += 1
                counts["standing set right"] += wanted.standing == given.standing
            if chained and not speaks:
                who = self.name(self.gold.view, golds[i].speaker)
                given_name = self.name(self.found.view, founds[j].speaker)
                self.explain("speaker", self.words(golds[i].spans), who, given_name)
            if not chained:
                links = [self.name(self.gold.view, k) for k in wanted.chain]
                ours = [self.name(self.found.view, k) for k in given.chain]
                self.explain("chain", self.words(golds[i].spans), links, ours)

    def judge_meetings(self) -> None:
        """Meetings found; of those the participants, the status and the date."""
        counts = self.judged.counts
        golds, founds = self.gold.meetings, self.found.meetings
        counts["meetings gold"] += len(golds)
        counts["meetings found"] += len(founds)
        pairs = self.match_meetings()
        counts["meetings both"] += len(pairs)
        for i, j in pairs:
            self.judge_meeting(golds[i], founds[j])
        for i in set(range(len(golds))) - {i for i, _ in pairs}:
            self.explain("meeting missed", self.at(golds[i].places))
        for j in set(range(len(founds))) - {j for _, j in pairs}:
            self.explain("meeting made up", self.at(founds[j].places))

    def judge_meeting(self, wanted: Met, given: Met) -> None:
        """One meeting that was found."""
        counts = self.judged.counts
        left = dict(given.participants)
        for key, away in wanted.participants.items():
            fits = (k for k, a in left.items() if a is None or away is None or a == away)
            hit = next((k for k in fits if self.is_same(key, k)), None)
            if hit is not None:
                del left[hit]
                counts["participants both"] += 1
            else:
                who = self.name(self.gold.view, key)
                self.explain("participant missed", self.at(wanted.places), who, away)
        for key, away in left.items():
            who = self.name(self.found.view, key)
            self.explain("participant made up", self.at(wanted.places), who, away)
        counts["participants gold"] += len(wanted.participants)
        counts["participants found"] += len(given.participants)
        counts["status asked"] += 1
        counts["status right"] += wanted.status == given.status
        if wanted.status != given.status:
            self.explain("status", self.at(wanted.places), wanted.status, given.status)
        if wanted.date:
            counts["date asked"] += 1
            agrees = lies_within(given.date, wanted.date)
            counts["date right"] += agrees
            if not agrees:
                self.explain("date", self.at(wanted.places), wanted.date, given.date)
        if wanted.where:
            counts["place asked"] += 1
            counts["place right"] += self.is_same(wanted.where, given.where)

    def match_meetings(self) -> list[tuple[int, int]]:
        """The pairs of meetings, those that share words first, then those with one sentence."""
        scored = []
        for i, wanted in enumerate(self.gold.meetings):
            for j, given in enumerate(self.found.meetings):
                near = self.nearness(wanted.places, given.places)
                if near:
                    shared = sum(
                        self.is_same(a, b) for a in wanted.participants for b in given.participants
                    )
                    scored.append((near, shared, i, j))
        return list(self.scorer.greedy(scored))

    def nearness(self, one: tuple[Place, ...], other: tuple[Place, ...]) -> int:
        """2 where places overlap, 1 where they share a sentence, else 0."""
        if any(a < d and c < b for a, b in one for c, d in other):
            return 2
        numbers = [{self.sentences.number_at(a) for a, _ in places} for places in (one, other)]
        return int(bool(numbers[0] & numbers[1]))

    def judge_positions(self) -> None:
        """Positions: the party, the stance, and an issue that shares half of its words."""
        counts = self.judged.counts
        golds, founds = self.gold.positions, self.found.positions
        counts["positions gold"] += len(golds)
        counts["positions found"] += len(founds)
        scored = []
        for i, wanted in enumerate(golds):
            for j, given in enumerate(founds):
                alike = overlap(wanted.issue, given.issue)
                if alike >= 0.5:
                    right = self.is_same(wanted.party, given.party)
                    stance = wanted.stance == given.stance
                    scored.append((int(right and stance), int(right), i, j))
        pairs = self.scorer.greedy(scored)
        for i, j in pairs:
            wanted, given = golds[i], founds[j]
            right = self.is_same(wanted.party, given.party) and wanted.stance == given.stance
            counts["positions issue"] += 1
            counts["positions both"] += right
            if right:
                counts["first_hand asked"] += 1
                counts["first_hand right"] += wanted.first_hand == given.first_hand
            else:
                told = (self.name(self.gold.view, wanted.party), wanted.stance)
                ours = (self.name(self.found.view, given.party), given.stance)
                self.explain("position", wanted.issue, told, ours)
        for i in set(range(len(golds))) - {i for i, _ in pairs}:
            who = self.name(self.gold.view, golds[i].party)
            self.explain("position missed", golds[i].issue, who, golds[i].stance)
        for j in set(range(len(founds))) - {j for _, j in pairs}:
            who = self.name(self.found.view, founds[j].party)
            self.explain("position made up", founds[j].issue, who, founds[j].stance)

    def judge_events(self) -> None:
        """Events by their words; right are those with the type and both sides right."""
        counts = self.judged.counts
        golds, founds = self.gold.events, self.found.events
        counts["events gold"] += len(golds)
        counts["events found"] += len(founds)
        scored = []
        for i, wanted in enumerate(golds):
            for j, given in enumerate(founds):
                near = self.nearness(wanted.places, given.places)
                typed = wanted.type == given.type
                if near == 2 or (near and typed):
                    scored.append((near + 2 * typed, int(self.sides(wanted, given)), i, j))
        pairs = self.scorer.greedy(scored)
        counts["events place"] += len(pairs)
        for i, j in pairs:
            wanted, given = golds[i], founds[j]
            typed, sided = wanted.type == given.type, self.sides(wanted, given)
            counts["events type"] += typed
            counts["events both"] += typed and sided
            counts["modality asked"] += 1
            counts["modality right"] += wanted.modality == given.modality
            if not typed:
                self.explain("event type", self.at(wanted.places), wanted.type, given.type)
            elif not sided:
                told = [
                    [self.name(self.gold.view, k) for k in s]
                    for s in (wanted.actors, wanted.recipients)
                ]
                ours = [
                    [self.name(self.found.view, k) for k in s]
                    for s in (given.actors, given.recipients)
                ]
                self.explain("event sides", self.at(wanted.places), told, ours)
        for i in set(range(len(golds))) - {i for i, _ in pairs}:
            self.explain("event missed", self.at(golds[i].places), golds[i].type)
        for j in set(range(len(founds))) - {j for _, j in pairs}:
            self.explain("event made up", self.at(founds[j].places), founds[j].type)

    def sides(self, wanted: Did, given: Did) -> bool:
        """Whether an actor and a recipient agree, or neither has one."""
        return all(
            (not a and not b) or any(self.is_same(x, y) for x in a for y in b)
            for a, b in ((wanted.actors, given.actors), (wanted.recipients, given.recipients))
        )

    def words(self, spans: dict[str, list[list[int]]]) -> str:
        """The source and cue of a statement, and how its content begins."""
        text = self.gold.view.text
        parts = [text[a:b] for role in ("source", "cue") for a, b in spans[role]]
        return " ".join(parts + [text[a : min(b, a + 50)] for a, b in spans["content"][:1]])

    def at(self, places: tuple[Place, ...]) -> str:
        """The words of the first place, with some around."""
        a, b = places[0] if places else (0, 0)
        text = self.gold.view.text
        return f"…{text[max(0, a - 40) : a]}[{text[a:b]}]{text[b : b + 40]}…".replace("\n", " ")

    def name(self, view: View, key: str | None) -> str | None:
        """The name of a party."""
        party: Party | None = view.parties.get(key or "")
        return party.name if party else None

    def explain(self, what: str, *told: object) -> None:
        """Notes what was wrong."""
        self.judged.errors.append(f"{what}: " + " | ".join(map(str, told)))


def lies_within(one: str | None, other: str | None) -> bool:
    """Whether all days of one value are days of the other."""
    a, b = range_of(one), range_of(other)
    return a is not None and b is not None and b[0] <= a[0] and a[1] <= b[1]


def match_by_content(gold: View, found: View, scorer: Any) -> list[tuple[int, int]]:
    """The pairs of statements whose contents agree by the shared scorer, sources deciding ties."""
    tokens = scorer.Tokens(gold.text)
    sets = [
        [{role: tokens.of(s.spans[role]) for role in s.spans} for s in view.statements]
        for view in (gold, found)
    ]
    pairs = []
    for i, g in enumerate(sets[0]):
        for j, f in enumerate(sets[1]):
            content = scorer.jaccard(g["content"], f["content"])
            if content >= scorer.THRESHOLD:
                pairs.append((scorer.jaccard(g["source"], f["source"]), content, i, j))
    return list(scorer.greedy(pairs))


def overlap(one: str, other: str) -> float:
    """The share of the shorter phrase's words that the other has too."""
    a, b = (
        {w.casefold().rstrip("s") for w in WORD.findall(words)} - SMALL for words in (one, other)
    )
    return len(a & b) / max(1, min(len(a), len(b)))
