"""Does a reading, or a second annotator, name the same speakers as the gold text?"""

from collections import Counter
from dataclasses import dataclass, field
from typing import Any

from benchmarks.gold import GoldText
from sayso.reading import Reading
from sayso.reading.pronouns import find_pronoun

Place = tuple[int, int]
HUMAN = frozenset({"person", "unnamed"})


@dataclass(frozen=True)
class Party:
    """An actor as it is compared."""

    kind: str
    country: str | None
    name: str
    mentions: tuple[tuple[int, int, str], ...]
    """Start, end, form."""


@dataclass(frozen=True)
class Said:
    """A statement as it is compared; speaker, principal and addressee are keys of parties."""

    spans: dict[str, list[list[int]]]
    speaker: str | None
    principal: str | None
    addressee: str | None
    addressed: str | None
    channel: str | None
    joint: bool = False
    """Whether several speak: the first of them stands for all."""


@dataclass(frozen=True)
class View:
    """What a reading and a gold text have in common."""

    text: str
    parties: dict[str, Party]
    statements: list[Said]


@dataclass
class Judged:
    """Counts of what was asked and right, and what was wrong in words."""

    counts: Counter[str] = field(default_factory=Counter)
    errors: list[str] = field(default_factory=list)


def view_gold(gold: GoldText) -> View:
    """The gold text as it is compared."""
    mentions: dict[int, list[tuple[int, int, str]]] = {}
    for m in gold.mentions:
        mentions.setdefault(m.actor, []).append((m.start, m.end, m.form))
    parties = {
        str(n): Party(a.kind, a.country, a.name, tuple(mentions.get(n, ())))
        for n, a in gold.actors.items()
    }
    statements = []
    for number, spans in enumerate(gold.statements, 1):
        values = gold.record(number)
        told = values.get("to", "").split(",")[0]
        statements.append(
            Said(
                {role: spans[role] for role in ("source", "cue", "content")},
                _key(values.get("speaker")),
                _key(values.get("for")),
                told if told in parties else None,
                parties[told].name if told in parties else values.get("to"),
                values.get("channel"),
                "," in values.get("speaker", ""),
            )
        )
    return View(gold.text, parties, statements)


def _key(value: str | None) -> str | None:
    first = (value or "-").split(",")[0]
    return None if first == "-" else first


def view_reading(reading: Reading) -> View:
    """The reading as it is compared."""
    parties = {
        a.id: Party(a.kind, a.country, a.name, tuple((m.start, m.end, m.form) for m in a.mentions))
        for a in reading.actors
    }
    statements = [
        Said(
            {
                role: [[span.start, span.end] for span in getattr(s, role)]
                for role in ("source", "cue", "content")
            },
            s.speaker,
            s.on_behalf_of,
            s.addressee.actor if s.addressee else None,
            s.addressee.text if s.addressee else None,
            s.channel.text if s.channel else None,
        )
        for s in reading.statements
    ]
    return View(reading.document.text, parties, statements)


def judge_text(gold: GoldText, reading: Reading, scorer: Any) -> Judged:
    """How our reading compares with the gold text."""
    return judge(view_gold(gold), view_reading(reading), scorer)


def judge_twice(gold: GoldText, other: GoldText, scorer: Any) -> Judged:
    """How the second annotation compares with the first."""
    return judge(view_gold(gold), view_gold(other), scorer)


def judge(gold: View, found: View, scorer: Any) -> Judged:
    """Counts over the statements that were rightly found: content and source match."""
    judged = Judged()
    same = align(gold, found)
    for g, f in match_statements(gold, found, scorer):
        _judge_speaker(gold, found, g, f, same, judged)
        _judge_around(gold, g, f, same, judged)
    _count_mentions(gold, found, judged)
    return judged


def match_statements(gold: View, found: View, scorer: Any) -> list[tuple[Said, Said]]:
    """The pairs of statements that the shared scorer counts as right with their sources."""
    tokens = scorer.Tokens(gold.text)
    sets = [
        [{role: tokens.of(s.spans[role]) for role in s.spans} for s in view.statements]
        for view in (gold, found)
    ]
    pairs = []
    for i, g in enumerate(sets[0]):
        for j, f in enumerate(sets[1]):
            content = scorer.jaccard(g["content"], f["content"])
            source = scorer.jaccard(g["source"], f["source"])
            if content >= scorer.THRESHOLD and source >= scorer.THRESHOLD:
                pairs.append((content, source, i, j))
    return [(gold.statements[i], found.statements[j]) for i, j in scorer.greedy(pairs)]


def align(gold: View, found: View) -> dict[str, str]:
    """For each of our actors the gold actor that it shares most mentions with, names first."""
    same = {}
    for key, party in found.parties.items():
        shared: Counter[str] = Counter()
        for start, end, form in party.mentions:
            for other, theirs in gold.parties.items():
                if any(a < end and start < b and f == form for a, b, f in theirs.mentions):
                    shared[other] += 3 if form == "name" else 2 if form != "pronoun" else 1
                elif any(a < end and start < b for a, b, _ in theirs.mentions):
                    shared[other] += 1
        if shared:
            same[key] = shared.most_common(1)[0][0]
    return same


def is_same(gold: View, found: View, wanted: str, given: str, same: dict[str, str]) -> bool:
    """Whether the actor given is the one wanted."""
    if same.get(given) == wanted:
        return True
    ours, theirs = found.parties[given], gold.parties[wanted]
    if have_one_name(ours, theirs):
        return True
    return ours.kind == theirs.kind == "country" and ours.country == theirs.country is not None


def have_one_name(one: Party, other: Party) -> bool:
    """Whether a reader would see one name: the same words, or a description within another."""
    a, b = sorted((one.name.casefold(), other.name.casefold()), key=len)
    described = "person" not in (one.kind, other.kind) and " " in a
    return a == b or (described and a in b)


def _judge_speaker(
    gold: View, found: View, g: Said, f: Said, same: dict[str, str], judged: Judged
) -> None:
    counts = judged.counts
    source = " … ".join(gold.text[a:b] for a, b in g.spans["source"])
    counts["speaker asked"] += 1
    right = (
        f.speaker is None
        if g.speaker is None
        else f.speaker is not None and is_same(gold, found, g.speaker, f.speaker, same)
    )
    joint = g.joint and f.speaker is not None and found.parties[f.speaker].kind == "group"
    right = right or joint
    counts["speaker right"] += right
    counts["speaker unknown"] += g.speaker is not None and f.speaker is None
    ours = found.parties[f.speaker] if f.speaker else None
    wanted = gold.parties[g.speaker] if g.speaker else None
    if not right:
        judged.errors.append(
            f"speaker of [{source}] is {wanted.name if wanted else None}, not "
            f"{ours.name if ours else None}"
        )
    if wanted is not None and wanted.country and not g.joint:
        counts["country asked"] += 1
        agrees = ours is not None and ours.country == wanted.country
        counts["country right"] += agrees
        counts["country unknown"] += ours is None or ours.country is None
        if not agrees and right:
            judged.errors.append(
                f"country of {wanted.name} is {wanted.country}, "
                f"not {ours.country if ours else None}"
            )
    if wanted is not None and right and ours is not None:
        counts["kind asked"] += 1
        counts["kind right"] += ours.kind == wanted.kind
        if ours.kind != wanted.kind:
            judged.errors.append(f"{wanted.name} is {wanted.kind}, not {ours.kind}")
    pronoun = find_pronoun(source)
    if pronoun is not None and pronoun.person == 3 and g.speaker is not None:
        counts["pronoun asked"] += 1
        counts["pronoun right"] += right


def _judge_around(gold: View, g: Said, f: Said, same: dict[str, str], judged: Judged) -> None:
    counts = judged.counts
    where = " ".join(gold.text[a:b] for a, b in g.spans["source"] + g.spans["cue"])
    if g.principal or f.principal:
        counts["for asked"] += 1
        right = f.principal is not None and same.get(f.principal) == g.principal
        counts["for right"] += right
        if not right:
            wanted = gold.parties[g.principal].name if g.principal else None
            judged.errors.append(f"[{where}] is for {wanted}, not {same.get(f.principal or '')}")
    for name, ours, theirs in (
        ("addressee", f.addressed, g.addressed),
        ("channel", f.channel, g.channel),
    ):
        if not ours and not theirs:
            continue
        counts[f"{name} asked"] += 1
        to_same = name == "addressee" and g.addressee and same.get(f.addressee or "") == g.addressee
        right = bool(to_same or share_words(ours, theirs))
        counts[f"{name} right"] += right
        if not right:
            judged.errors.append(f"{name} of [{where}] is {theirs}, not {ours}")


def share_words(one: str | None, other: str | None) -> bool:
    """Whether two wordings share a word that is no small one."""
    sets = [
        {w.strip(".,’'\"“”").casefold() for w in (words or "").split()} for words in (one, other)
    ]
    small = {"the", "a", "an", "of", "with", "in", "on", "his", "her", "its", "their"}
    return bool((sets[0] & sets[1]) - small)


def _count_mentions(gold: View, found: View, judged: Judged) -> None:
    sets = [
        {
            (a, b)
            for party in view.parties.values()
            for a, b, form in party.mentions
            if form == "name"
        }
        for view in (gold, found)
    ]
    judged.counts["mentions gold"] += len(sets[0])
    judged.counts["mentions found"] += len(sets[1])
    judged.counts["mentions both"] += len(sets[0] & sets[1])
