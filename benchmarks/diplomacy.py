"""How well are the four questions answered: who said, who met, who wants, on whose word?

    python -m benchmarks.diplomacy [--set dev|test] [--json] [--errors]

On our gold texts, the half that only reports first of all: statements with speaker and chain
right, acts and standing of those whose content was found; meetings, and their participants, status
and date; positions; events with type and both sides. Beside each figure stands how well a second
annotator agrees with the first by the same measure.
"""

import argparse
import json
import random
from collections import Counter
from collections.abc import Sequence
from typing import Any

from benchmarks.accounts import Account, account_of_gold, account_of_reading
from benchmarks.actors import FOLDERS, GOLD, SPLITS, read_text
from benchmarks.diplomacy_matching import Comparison
from benchmarks.gold import GoldText, read_gold_folder
from benchmarks.shared import explain_absence, load_scorer

LISTS = (
    ("statements", "both"),
    ("meetings", "both"),
    ("participants", "both"),
    ("positions", "both"),
    ("positions", "issue"),
    ("events", "both"),
    ("events", "type"),
    ("events", "place"),
)
"""What is told by precision and recall: the layer, and which of its counts is right."""
SHARES = (
    "chain",
    "act",
    "negated",
    "standing",
    "standing set",
    "status",
    "date",
    "place",
    "first_hand",
    "modality",
)
"""What is told by the share that is right of what was asked."""
ROUNDS = 400

Record = dict[str, Any]


def read_texts(split: str) -> list[GoldText]:
    """The gold texts of a half that have records."""
    found = [g for folder in FOLDERS for g in read_gold_folder(GOLD / folder, split)]
    return [gold for gold in found if gold.records]


def report_half(split: str, errors: list[str] | None = None) -> Record:
    """Our figures on one half, with 95% intervals over texts."""
    scorer = load_scorer()
    if scorer is None:
        return {}
    counts = []
    for gold in read_texts(split):
        account = account_of_reading(read_text(gold))
        judged = Comparison(account_of_gold(gold), account, scorer).judge()
        counts.append(judged.counts)
        if errors is not None:
            errors += [f"{gold.id}: {line}" for line in judged.errors]
    return tell(counts)


def report_agreement(split: str) -> Record:
    """The same figures of the second annotator against the first."""
    scorer = load_scorer()
    if scorer is None:
        return {}
    second: dict[str, Account] = {}
    for folder in FOLDERS:
        for gold in read_gold_folder(GOLD / "second" / folder):
            if gold.records:
                second[gold.id.split("/")[-1]] = account_of_gold(gold)
    pairs = [(gold, second.get(gold.id.split("/")[-1])) for gold in read_texts(split)]
    return tell(
        [
            Comparison(account_of_gold(g), other, scorer).judge().counts
            for g, other in pairs
            if other
        ]
    )


def tell(counts: Sequence[Counter[str]]) -> Record:
    """Precision, recall, F1 and shares over texts, each with its interval."""
    rng = random.Random(0)  # noqa: S311 - numbers that can be repeated are wanted
    drawn = [[rng.choice(counts) for _ in counts] for _ in range(ROUNDS)] if counts else []
    totals = [sum(sample, Counter[str]()) for sample in drawn]
    whole = sum(counts, Counter[str]())
    found: Record = {"texts": len(counts)}
    for layer, right in LISTS:
        name = layer if right == "both" else f"{layer}, {right} only"
        found[name] = {
            **weigh(whole, layer, right),
            "interval": interval([weigh(t, layer, right)["F1"] for t in totals]),
            "gold": whole[f"{layer} gold"],
        }
    for name in SHARES:
        asked = whole[f"{name} asked"]
        found[name] = {
            "right": share(whole, name),
            "interval": interval([share(t, name) for t in totals]),
            "asked": asked,
        }
    return found


def weigh(total: Counter[str], layer: str, right: str) -> dict[str, float]:
    """Precision, recall and F1 of a layer."""
    both = total[f"{layer} {right}"]
    precision = both / max(1, total[f"{layer} found"])
    recall = both / max(1, total[f"{layer} gold"])
    return {
        "P": precision,
        "R": recall,
        "F1": 2 * both / max(1, total[f"{layer} found"] + total[f"{layer} gold"]),
    }


def share(total: Counter[str], name: str) -> float:
    """The share that is right of what was asked."""
    return total[f"{name} right"] / max(1, total[f"{name} asked"])


def interval(values: list[float]) -> tuple[float, float]:
    """The middle 95% of the values."""
    ordered = sorted(values) or [0.0]
    return ordered[int(0.025 * len(ordered))], ordered[int(0.975 * len(ordered)) - 1]


def report(splits: Sequence[str] | None = None, errors: list[str] | None = None) -> Record:
    """All figures by half, the annotators' agreement beside them."""
    figures: Record = {}
    for split in splits or SPLITS:
        figures[split] = report_half(split, errors)
        figures[f"{split}-second-annotator"] = report_agreement(split)
    return {"data": {}, "figures": figures}


def show(figures: Record) -> None:
    """Prints the report for a person, people's agreement in the last column."""
    for split in SPLITS:
        ours, theirs = figures.get(split), figures.get(f"{split}-second-annotator", {})
        if not ours:
            continue
        print(
            f"\n{split}: {ours['texts']} texts{'':16}P      R     F1   95%{'':11}second annotator"
        )
        for name, value in ours.items():
            if not isinstance(value, dict):
                continue
            other = theirs.get(name, {})
            low, high = value["interval"]
            key = "F1" if "F1" in value else "right"
            left = (
                f"{100 * value['P']:5.1f}  {100 * value['R']:5.1f}  " if key == "F1" else " " * 14
            )
            asked = value.get("gold", value.get("asked"))
            print(
                f"  {name:26} {left}{100 * value[key]:5.1f}   {100 * low:.0f}-{100 * high:.0f}"
                f"  of {asked:<4} {100 * other.get(key, 0):12.1f}"
            )


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--set", action="append", choices=SPLITS, help="only this half")
    parser.add_argument("--json", action="store_true")
    parser.add_argument("--errors", action="store_true", help="show what is wrong, dev half only")
    options = parser.parse_args()
    if load_scorer() is None:
        print(explain_absence("The shared scorer"))
        return
    errors: list[str] | None = [] if options.errors else None
    result = report(["dev"] if options.errors else options.set, errors)
    print(json.dumps(result, indent=1)) if options.json else show(result["figures"])
    for line in errors or []:
        print(line)


if __name__ == "__main__":
    main()
