"""How well are actors found, and the speakers of statements?

    python -m benchmarks.actors [--set NAME …] [--json] [--errors] [--spacy]

On our gold texts: speakers of rightly found statements (right, wrong, wrongly left unknown), their
countries, whom they speak for, addressees, channels, and the antecedents of the pronouns that
speak. Names of persons, organisations and places on GUM's news and on re3d, on the documents kept
for reporting, with --spacy beside spaCy's small English pipeline where it is installed. Beside
the figures on gold texts stands how well a second annotator agrees with the first by the same
measure.
"""

import argparse
import json
from collections import Counter
from pathlib import Path
from typing import Any

import msgspec

from benchmarks.actors_matching import judge_text, judge_twice
from benchmarks.gold import GoldText, read_gold_folder
from benchmarks.names import report_names
from benchmarks.shared import load_scorer
from sayso.reader import Refusal, read_document, take_in
from sayso.settings import load_settings
from sayso.sources import Page

GOLD = Path(__file__).parents[1] / "tests" / "gold"
FOLDERS = ("articles", "reports")
SPLITS = ("dev", "test")

Record = dict[str, Any]


def report_speakers(split: str, errors: list[str] | None = None) -> Record:
    """The figures of one half of the gold texts."""
    scorer = load_scorer()
    if scorer is None:
        return {}
    total: Counter[str] = Counter()
    texts = [g for folder in FOLDERS for g in read_gold_folder(GOLD / folder, split) if g.actors]
    for gold in texts:
        judged = judge_text(gold, read_text(gold), scorer)
        total.update(judged.counts)
        if errors is not None:
            errors += [f"{gold.id}: {line}" for line in judged.errors]
    return {"texts": len(texts), **tell_shares(total)}


def report_agreement(split: str) -> Record:
    """The same figures of the second annotator against the first."""
    scorer = load_scorer()
    if scorer is None:
        return {}
    total: Counter[str] = Counter()
    texts = 0
    for folder in FOLDERS:
        second = {g.id.split("/")[-1]: g for g in read_gold_folder(GOLD / "second" / folder)}
        for gold in read_gold_folder(GOLD / folder, split):
            other = second.get(gold.id.split("/")[-1])
            if other is not None and gold.actors:
                total.update(judge_twice(gold, other, scorer).counts)
                texts += 1
    return {"texts": texts, **tell_shares(total)} if texts else {}


def read_text(gold: GoldText) -> Any:
    """Our reading of a gold text, its date given."""
    page = Page(origin=gold.id, content=gold.text.encode(), markup="plain", charset="utf-8")
    document = take_in(page, load_settings())
    dated = msgspec.structs.replace(document, published=gold.published or None)
    reading = read_document(dated)
    assert not isinstance(reading, Refusal)
    return reading


def tell_shares(total: Counter[str]) -> Record:
    """Shares of what is right, with how many were asked."""
    found: Record = {}
    for name in ("speaker", "country", "for", "addressee", "channel", "pronoun", "kind"):
        asked = total[f"{name} asked"]
        found[name] = {
            "asked": asked,
            "right": total[f"{name} right"] / asked if asked else None,
        }
    told = total["country asked"] - total["country unknown"]
    found["country told"] = {
        "asked": told,
        "right": total["country right"] / told if told else None,
    }
    asked = total["speaker asked"]
    unknown = total["speaker unknown"] / asked if asked else None
    found["unknown"] = {"asked": asked, "share": unknown}
    found["known"] = {"asked": asked, "share": None if unknown is None else 1 - unknown}
    for layer in ("mentions",):
        gold, ours, both = (total[f"{layer} {n}"] for n in ("gold", "found", "both"))
        precision, recall = both / ours if ours else 0.0, both / gold if gold else 0.0
        f1 = 2 * precision * recall / (precision + recall) if precision + recall else 0.0
        found[layer] = {"P": precision, "R": recall, "F1": f1, "gold": gold}
    return found


def report(
    sets: list[str] | None = None, errors: list[str] | None = None, spacy: bool = False
) -> Record:
    """All figures: speakers by split, agreement of annotators, names by corpus."""
    figures: Record = {}
    for split in SPLITS:
        name = f"speakers-{split}"
        if not sets or name in sets:
            figures[name] = report_speakers(split, errors)
            agreement = report_agreement(split)
            if agreement:
                figures[f"{name}-second-annotator"] = agreement
    names = report_names(sets, spacy)
    return {"data": names["data"], "figures": {**figures, **names["figures"]}}


def show(result: Record) -> None:
    """Prints the report for a person."""
    for name, figures in result["figures"].items():
        print(f"\n{name}")
        for key, value in figures.items():
            if not isinstance(value, dict):
                print(f"  {key:22} {value}")
                continue
            shown = "  ".join(
                f"{k} {100 * v:.1f}%" if isinstance(v, float) else f"{k} {v}"
                for k, v in value.items()
            )
            print(f"  {key:22} {shown}")


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--set", action="append", help="only this set; may be repeated")
    parser.add_argument("--json", action="store_true")
    parser.add_argument("--errors", action="store_true", help="show what is wrong, dev half only")
    parser.add_argument("--spacy", action="store_true")
    options = parser.parse_args()
    errors: list[str] | None = [] if options.errors else None
    sets = ["speakers-dev"] if options.errors else options.set
    result = report(sets, errors, options.spacy)
    print(json.dumps(result, indent=1)) if options.json else show(result)
    for line in errors or []:
        print(line)


if __name__ == "__main__":
    main()
