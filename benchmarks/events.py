"""How well are political events coded in PLOVER?

    python -m benchmarks.events [--set plv-dev|plv-test|gold-dev|gold-test] [--json]

plv: the type of what one marked actor does to another in the sentences of PLV_train that were not
trained on, macro-F1 over its 15 types (its YIELD is CONCEDE and RETREAT), each type's F1 beside it.
gold: events of whole articles, right where the type and both sides are (end to end), where the
type is, and where the words are; that of a second annotator beside them.
"""

import argparse
import csv
import hashlib
import json
import random
import re
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np

from benchmarks.diplomacy import interval, report_agreement, report_half
from benchmarks.shared import digest, explain_absence, find_shared
from sayso.reading.encoder import load_encoder
from sayso.reading.links import EVENTS, Field
from sayso.reading.scoring import score_stretches

SETS = ("plv-dev", "plv-test", "gold-dev", "gold-test")
PLV = ("data", "events", "plv_train.tsv")
YIELD = {"CONCEDE": "YIELD", "RETREAT": "YIELD"}
ROUNDS = 500
TAG = re.compile(r"(</?[st]>)")

Record = dict[str, Any]
Place = tuple[int, int]


def tell_part(sentence: str) -> str:
    """The part that a sentence is in: three tenths only report, one serves to choose."""
    digit = hashlib.sha256(sentence.encode()).digest()[0] % 10
    return "test" if digit < 3 else "dev" if digit < 4 else "train"


def read_rows(path: Path, part: str) -> list[tuple[str, dict[str, Place], str]]:
    """The sentences of a part with the places of source and target, and the type."""
    with path.open(encoding="utf-8", newline="") as stream:
        rows = [
            r for r in csv.DictReader(stream, delimiter="\t") if tell_part(r["sentence"]) == part
        ]
    return [(*strip_tags(row["marked_sentence"]), row["gold_root"]) for row in rows]


def strip_tags(marked: str) -> tuple[str, dict[str, Place]]:
    """The sentence without <s> and <t>, and where what they enclose stands."""
    text, places, opened = "", {}, 0
    for part in TAG.split(marked):
        if part in ("<s>", "<t>"):
            opened = len(text)
        elif part in ("</s>", "</t>"):
            places[part[2]] = (opened, len(text))
        else:
            text += part
    return text, places


def report_pairs(part: str) -> Record:
    """Macro-F1 and each type's F1 over the pairs of a part."""
    path = find_shared(*PLV)
    if path is None:
        return {}
    encoder = load_encoder()
    told = []
    for text, places, wanted in read_rows(path, part):
        field = Field(score_stretches(text, [(0, len(text))], encoder), encoder.continues)
        roots: dict[str, float] = {}
        for event, chance in weigh_events(field, places.get("s"), places.get("t")).items():
            root = YIELD.get(event, event)
            roots[root] = roots.get(root, 0.0) + chance
        told.append((wanted, max(roots, key=roots.__getitem__)))
    rng = random.Random(0)  # noqa: S311 - numbers that can be repeated are wanted
    drawn = [macro([rng.choice(told) for _ in told])["macro F1"] for _ in range(ROUNDS)]
    return {
        "pairs": len(told),
        "macro F1": macro(told)["macro F1"],
        "interval": interval(drawn),
        "accuracy": sum(a == b for a, b in told) / len(told),
        "F1 by type": macro(told)["F1 by type"],
    }


def weigh_events(field: Field, source: Place | None, target: Place | None) -> dict[str, float]:
    """The chance of each type to be what the source does to the target; None is nobody named.

    As the model was trained on pairs (`training.losses.pair_loss`): the mean of the pieces' own
    chances, each weighed by how likely the source acts there and the target is acted upon.
    """
    scores = np.zeros(len(field.keys), dtype=np.float32)
    for place, number in ((source, 0), (target, 1)):
        pieces = field.pieces(place) if place else range(0)
        if pieces:
            query = field.queries[pieces.start : pieces.stop, number].mean(axis=0)
            scores += field.keys[:, number] @ query
    weights = np.exp(scores - scores.max())
    chances = (weights / weights.sum()) @ field.answers["events"][:, 1:]
    return dict(zip(EVENTS, (chances / chances.sum()).tolist(), strict=True))


def macro(told: Sequence[tuple[str, str]]) -> Record:
    """The F1 of each type that is wanted, and their mean."""
    by_type = {}
    for kind in sorted({wanted for wanted, _ in told}):
        right = sum(a == b == kind for a, b in told)
        either = sum((a == kind) + (b == kind) for a, b in told)
        by_type[kind] = 2 * right / either
    return {"macro F1": sum(by_type.values()) / max(1, len(by_type)), "F1 by type": by_type}


def report(sets: Sequence[str] | None = None) -> Record:
    """All figures by set."""
    figures: Record = {}
    for name in sets or SETS:
        kind, part = name.split("-")
        if kind == "plv":
            figures[name] = report_pairs(part)
            continue
        ours, theirs = report_half(part), report_agreement(part)
        figures[name] = {
            layer: {**ours[layer], "second annotator": theirs[layer]["F1"]}
            for layer in ("events", "events, type only", "events, place only")
            if layer in ours
        }
    path = find_shared(*PLV)
    return {"data": {"plv": digest(path)} if path else {}, "figures": figures}


def show(figures: Record) -> None:
    """Prints the report for a person."""
    for name, found in figures.items():
        print(f"\n{name}")
        for key, value in found.items():
            if key == "F1 by type":
                told = "  ".join(f"{kind} {100 * f1:.0f}" for kind, f1 in value.items())
                print(f"  {told}")
            elif isinstance(value, dict):
                low, high = value["interval"]
                print(
                    f"  {key:22} F1 {100 * value['F1']:.1f} ({100 * low:.0f}-{100 * high:.0f})"
                    f" of {value['gold']}; second annotator {100 * value['second annotator']:.1f}"
                )
            elif key == "interval":
                print(f"  {'95%':22} {100 * value[0]:.1f}-{100 * value[1]:.1f}")
            else:
                print(
                    f"  {key:22} {100 * value:.1f}"
                    if isinstance(value, float)
                    else f"  {key:22} {value}"
                )


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--set", action="append", choices=SETS, help="only this set")
    parser.add_argument("--json", action="store_true")
    options = parser.parse_args()
    if find_shared(*PLV) is None:
        print(explain_absence("/".join(PLV)))
        return
    result = report(options.set)
    print(json.dumps(result, indent=1)) if options.json else show(result["figures"])


if __name__ == "__main__":
    main()
