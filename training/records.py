"""What do the records of our own texts say of events, meetings, acts and positions?"""

import csv
import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Literal

from benchmarks.events import strip_tags, tell_part
from benchmarks.gold import GoldText
from benchmarks.gold_records import GoldRecord
from sayso.reading.links import CONDITION, STANCES
from training.articles import SHARED, Act, Article, Happening, Issue, Mention, Pair

PLV = SHARED / "data" / "events" / "plv_train.tsv"
SENTENCES = Path(__file__).parent / "sentences"
AUXILIARY = re.compile(
    r"(?:(?:has|have|had|is|are|was|were|been|be|being|will|would|to|not yet|not|also|may|could|"
    r"might|should|must|can|shall|did|does|do|the|a|an|its|his|her|their|still|already)\s+)+",
    re.IGNORECASE,
)
YIELD = ("CONCEDE", "RETREAT")
"""What the coders of PLV_train call YIELD."""
NOBODY = (0, 0)
LINE = re.compile(r"([A-Z]+) (\w+)\t(.+)$")
TAG = re.compile(r"\[([ste]):|\]")

Part = Literal["train", "dev", "test"]
Place = tuple[int, int]


def add_records(article: Article, gold: GoldText) -> Article:
    """The article with what is recorded of it; as it was where there are no records."""
    if not any(record.letter == "s" for record in gold.records):
        return article
    marked = bool(gold.marks)
    return replace(
        article,
        happenings=tuple(read_happenings(gold)),
        acts=tuple(read_acts(gold)),
        issues=tuple(read_issues(gold)) if marked else (),
        layers=article.layers | ({"acts", "events", "issues"} if marked else {"acts"}),
    )


def read_happenings(gold: GoldText) -> Iterator[Happening]:
    """The events and meetings at each place that is marked for them."""
    meetings = {r.number: r for r in gold.records if r.letter == "m"}
    coded: dict[int, GoldRecord] = {}
    for record in (r for r in gold.records if r.letter == "e"):
        places = [
            (m.start, m.end) for m in gold.marks if (m.letter, m.number) == ("e", record.number)
        ]
        at = place_of_words(gold.text, record.values["words"])
        if not places:
            near = [m for m in gold.marks if m.letter == "m" and m.start < at[1] and at[0] < m.end]
            if near:
                coded.setdefault(near[0].number, record)
                continue
            places = [at]
        for place in places:
            yield make_happening(place, record, None)
    for mark in gold.marks:
        if mark.letter == "m":
            yield make_happening(
                (mark.start, mark.end), coded.get(mark.number), meetings[mark.number]
            )


def place_of_words(text: str, words: str) -> Place:
    """Where the words of a record stand, without auxiliaries before them."""
    start = text.index(words)
    leading = AUXILIARY.match(words)
    return start + (leading.end() if leading else 0), start + len(words)


def make_happening(place: Place, event: GoldRecord | None, meeting: GoldRecord | None) -> Happening:
    """What a record says, or two records of one thing, at one of its places."""
    roles: list[tuple[int, str]] = []
    asked = ["place"]
    if event:
        asked += ["actor", "recipient"]
        for key, role in (("actors", "actor"), ("recipients", "recipient")):
            roles += [(n, role) for n in numbers(event.values.get(key))]
    if meeting:
        asked += ["attends", "absent"]
        for pair in filter(None, meeting.values.get("with", "").split(",")):
            number, _, attendance = pair.partition(":")
            away = attendance == "absent"  # whom somebody represents takes part
            roles.append((int(number), "absent" if away else "attends"))
    for record in filter(None, (event, meeting)):
        roles += [(n, "place") for n in numbers(record.values.get("place"))]
    return Happening(
        place=place,
        type=event.values["type"] if event else None,
        modality=event.values.get("modality") if event else None,
        status=meeting.values["status"] if meeting else None,
        format=meeting.values.get("format") if meeting else None,
        roles=tuple(roles),
        asked=tuple(asked),
    )


def numbers(value: str | None) -> list[int]:
    """The numbers of a value such as "1,4"; none for "-"."""
    return [int(n) for n in (value or "").split(",") if n.isdigit()]


def read_acts(gold: GoldText) -> Iterator[Act]:
    """What is done in each statement, at its cue; at its content where it has none."""
    for number, spans in enumerate(gold.statements, 1):
        values = gold.record(number)
        at = (spans["cue"] or spans["content"])[0]
        told = tuple(numbers(values.get("to")))
        yield Act((at[0], at[1]), values["act"], "negated" in values, told)


def read_issues(gold: GoldText) -> Iterator[Issue]:
    """The issues and conditions that are marked."""
    positions = {r.number: r.values for r in gold.records if r.letter == "w"}
    for mark in gold.marks:
        if mark.letter not in "wk":
            continue
        values = positions[mark.number]
        if values["stance"] not in STANCES:
            continue
        holders = set(numbers(values["party"]))
        for statement in numbers(values.get("statement")):
            if values.get("first_hand") == "yes":
                holders |= set(numbers(gold.record(statement).get("speaker")))
        label = values["stance"] if mark.letter == "w" else CONDITION
        yield Issue((mark.start, mark.end), label, tuple(sorted(holders)))


def read_pairs(part: Part, path: Path = PLV) -> list[Article]:
    """The sentences of PLV_train in a part, each with its pairs of actors."""
    pairs: dict[str, list[Pair]] = {}
    with path.open(encoding="utf-8", newline="") as rows:
        for row in csv.DictReader(rows, delimiter="\t"):
            if tell_part(row["sentence"]) == part:
                text, places = strip_tags(row["marked_sentence"])
                root = row["gold_root"]
                types = YIELD if root == "YIELD" else (root,)
                pairs.setdefault(text, []).append(
                    Pair(places.get("s", NOBODY), places.get("t", NOBODY), types)
                )
    return [
        Article(f"plv-{n}", text, (), layers=frozenset({"pairs"}), pairs=tuple(found))
        for n, (text, found) in enumerate(pairs.items())
    ]


def read_sentences(folder: Path = SENTENCES) -> list[Article]:
    """Our own sentences; the lines of one sentence are one article."""
    found: dict[str, list[tuple[str, str, dict[str, list[Place]]]]] = {}
    for path in sorted(folder.glob("*.txt")):
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
            match = LINE.match(line)
            if not match:
                raise ValueError(f"{path}:{number}: no TYPE MODALITY<TAB>sentence")
            text, places = read_tags(match[3])
            if not (places["s"] and places["t"] and places["e"]):
                raise ValueError(f"{path}:{number}: s, t or e is missing")
            found.setdefault(text, []).append((match[1], match[2], places))
    return [
        make_sentence(f"sentence-{n}", text, lines) for n, (text, lines) in enumerate(found.items())
    ]


def read_tags(marked: str) -> tuple[str, dict[str, list[Place]]]:
    """The sentence without [s:…], [t:…] and [e:…], and the places of each."""
    text, at = "", 0
    places: dict[str, list[Place]] = {"s": [], "t": [], "e": []}
    opened: list[tuple[str, int]] = []
    for match in TAG.finditer(marked):
        text += marked[at : match.start()]
        at = match.end()
        if match[1]:
            opened.append((match[1], len(text)))
        elif opened:
            letter, start = opened.pop()
            places[letter].append((start, len(text)))
    return text + marked[at:], places


def make_sentence(
    name: str, text: str, lines: list[tuple[str, str, dict[str, list[Place]]]]
) -> Article:
    """The article of a sentence: its actors, events and pairs, and nothing else annotated."""
    chains: dict[Place, int] = {}
    happenings, pairs = [], []
    for kind, modality, places in lines:
        for place in places["s"] + places["t"]:
            chains.setdefault(place, len(chains) + 1)
        roles = [(chains[p], "actor") for p in places["s"]]
        roles += [(chains[p], "recipient") for p in places["t"]]
        for place in places["e"]:
            asked = ("actor", "recipient")
            happenings.append(Happening(place, kind, modality, None, None, tuple(roles), asked))
        pairs += [Pair(s, t, (kind,)) for s in places["s"] for t in places["t"]]
    mentions = tuple(
        Mention(a, b, "unknown", frozenset(), chain) for (a, b), chain in sorted(chains.items())
    )
    return Article(
        name,
        text,
        (),
        mentions=mentions,
        layers=frozenset({"sentence"}),
        happenings=tuple(happenings),
        pairs=tuple(pairs),
    )
