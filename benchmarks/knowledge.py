"""Does what Sayso knows of office holders agree with lists that it was not made from?

    python -m benchmarks.knowledge [--json] [--list]

Asks for the head of state and of government of 30 powers on 2026-08-22, and for the foreign
minister of 217 countries on 2023-01-15, and counts: right, wrong, stale (the last known holder is
given, and said to be of an older date; of these, how many are still right), unknown. --list prints
what does not agree. The lists have errors of their own.
"""

import argparse
import csv
import json
import sys
from collections.abc import Iterator
from pathlib import Path

import msgspec

from benchmarks.shared import explain_absence, find_shared
from sayso.knowledge.lookup import Knowledge, load_knowledge
from sayso.knowledge.names import are_same_person, normalise

LEADERS_ON = "2026-08-22"
MINISTERS_ON = "2023-01-15"
POWERS = {"european_union": "eu", "african_union": "au", "usa": "US", "uk": "GB"}
ASKED = {
    ("eu", "head of state"): "president of the european council",
    ("eu", "head of government"): "president of the european commission",
    ("au", "head of government"): "chairperson of the commission",
}

Question = tuple[str, str, str]
"""The power, the office, and who holds it by the list."""


class Counts(msgspec.Struct):
    """What was counted over the questions of one list."""

    questions: int = 0
    right: int = 0
    wrong: int = 0
    stale: int = 0
    stale_right: int = 0
    unknown: int = 0
    told: list[str] = []


def read_leaders(path: Path, knowledge: Knowledge) -> Iterator[Question]:
    for line in path.read_text(encoding="utf-8").splitlines():
        record = json.loads(line)
        name = record["country"]
        power = POWERS.get(name) or _find_code(knowledge, name.replace("_", " ").title())
        for office in ("head_of_state", "head_of_government"):
            title = office.replace("_", " ")
            if record[office] and power:
                yield power, ASKED.get((power, title), title), record[office]


def read_ministers(path: Path, knowledge: Knowledge) -> Iterator[Question]:
    with path.open(encoding="utf-8", newline="") as stream:
        for row in csv.DictReader(stream):
            power = _find_code(knowledge, row["countryLabel"])
            if power and row["name"]:
                yield power, "foreign minister", row["name"]


def _find_code(knowledge: Knowledge, name: str) -> str | None:
    country = knowledge.find_country(name)
    return country.code if country else None


def measure(questions: Iterator[Question], on: str, knowledge: Knowledge) -> Counts:
    counts = Counts()
    for power, office, name in questions:
        counts.questions += 1
        holder = knowledge.find_holder(power, office, on)
        if holder is None:
            counts.unknown += 1
            continue
        names = (holder.person.name, *holder.person.names)
        same = any(_agree(given, name) for given in names)
        if holder.stale:
            counts.stale += 1
            counts.stale_right += same
        elif same:
            counts.right += 1
        else:
            counts.wrong += 1
        if not same:
            known = f"known: {holder.person.name}, {holder.holding.since}, {holder.holding.source}"
            state = "stale" if holder.stale else "wrong"
            counts.told.append(f"{state}: {power} {office}: listed: {name}; {known}")
    return counts


def _agree(one: str, other: str) -> bool:
    """Whether the names agree, or at least the surname and another word do."""
    if are_same_person(one, other):
        return True
    return len(set(normalise(one).split()) & set(normalise(other).split())) > 1


def write_report(name: str, on: str, counts: Counts) -> str:
    return (
        f"{name} on {on}: {counts.questions} asked; {counts.right} right, {counts.wrong} wrong, "
        f"{counts.stale} stale ({counts.stale_right} of them still right), {counts.unknown} unknown"
    )


def main(arguments: list[str] | None = None) -> int:
    parser = argparse.ArgumentParser(
        prog="python -m benchmarks.knowledge",
        description=__doc__,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("--json", action="store_true", help="for programs")
    parser.add_argument("--list", action="store_true", help="print what does not agree")
    options = parser.parse_args(arguments)
    knowledge = load_knowledge()
    lists = (
        ("leaders_current.jsonl", LEADERS_ON, read_leaders),
        ("foreign_ministers_2023.csv", MINISTERS_ON, read_ministers),
    )
    for name, on, read in lists:
        path = find_shared("data", "knowledge", name)
        if path is None:
            print(explain_absence(name), file=sys.stderr)
            continue
        counts = measure(read(path, knowledge), on, knowledge)
        if options.json:
            print(json.dumps({"data": name, "on": on, **msgspec.to_builtins(counts)}))
        else:
            print(write_report(name, on, counts))
        if options.list and not options.json:
            print("\n".join(f"  {line}" for line in counts.told))
    return 0


if __name__ == "__main__":
    sys.exit(main())
