"""How well are statements found, and who says them?

    python -m benchmarks.statements [--set NAME …] [--boot N] [--json] [--errors FILE]

Reads each text through the whole chain, as shipped, and scores it with the shared scorer:
PolNeAR's dev articles (all; the half that served to choose; the half that only reports), in which
nobody marked statements inside statements, so that ours are left out there; and our own gold texts.
Direct and indirect separately, with 95% intervals over articles, and the reliability of the
confidence: of the statements given about 0.9, how many are right.
"""

import argparse
import gzip
import hashlib
import json
from itertools import pairwise
from pathlib import Path
from typing import Any

from benchmarks.gold import read_gold_folder
from benchmarks.shared import digest, explain_absence, find_shared, load_scorer
from sayso.reader import Refusal, read_all
from sayso.reading import Reading
from sayso.sources import Page

POLNEAR = ("data", "attribution", "polnear", "dev.jsonl.gz")
GOLD = Path(__file__).parents[1] / "tests" / "gold"
BINS = (0.0, 0.3, 0.5, 0.6, 0.7, 0.8, 0.9, 1.0)
HUMANS = {
    "content": {"all": 79.4, "direct": 93.4, "indirect": 73.0},
    "content+source": {"all": 72.9, "direct": 87.7, "indirect": 66.0},
}
"""Agreement of PolNeAR's annotators, mean of 15 pairs on 20 articles, by the same scorer."""

Record = dict[str, Any]


def is_for_choosing(article_id: str) -> bool:
    """Whether a dev article served to choose by; the others serve only to report."""
    return hashlib.sha256(article_id.encode()).digest()[0] % 2 == 0


def load_sets(names: list[str] | None = None) -> dict[str, list[Record]]:
    """The gold records by set, of the sets named or all; those without data are left out."""
    sets: dict[str, list[Record]] = {}
    path = find_shared(*POLNEAR)
    if path:
        with gzip.open(path, "rt", encoding="utf-8") as lines:
            records = [json.loads(line) for line in lines]
        sets["polnear-dev"] = records
        sets["polnear-choosing"] = [r for r in records if is_for_choosing(r["id"])]
        sets["polnear-reporting"] = [r for r in records if not is_for_choosing(r["id"])]
    for name in ("articles", "reports", "forms"):
        for split in ("dev", "test"):
            if names and f"own-{name}-{split}" not in names:
                continue
            sets[f"own-{name}-{split}"] = [
                {"id": g.id, "text": g.text, "statements": list(g.statements), "nested": g.nested}
                for g in read_gold_folder(GOLD / name, split)
            ]
    return {name: records for name, records in sets.items() if not names or name in names}


def predict(
    records: list[Record], outer_only: bool = False
) -> tuple[dict[str, Record], dict[str, Reading]]:
    """What Sayso finds, in the scorer's form and as readings, by article.

    PolNeAR's annotators marked no statement inside another: against it ours are left out.
    """
    pages = [
        Page(origin=r["id"], content=r["text"].encode(), markup="plain", charset="utf-8")
        for r in records
    ]
    found: dict[str, Record] = {}
    readings: dict[str, Reading] = {}
    for record, reading in zip(records, read_all(pages), strict=True):
        if isinstance(reading, Refusal):
            continue
        readings[record["id"]] = reading
        found[record["id"]] = {
            "id": record["id"],
            "statements": [
                {
                    role: [[span.start, span.end] for span in getattr(statement, role)]
                    for role in ("source", "cue", "content")
                }
                for statement in reading.statements
                if not (outer_only and statement.within)
            ],
        }
    return found, readings


def judge_each(
    scorer: Any, record: Record, reading: Reading, outer_only: bool = False
) -> list[tuple[float, bool]]:
    """For each statement found its confidence, and whether content and source are right."""
    tokens = scorer.Tokens(record["text"])
    gold = scorer.prepare(tokens, record["statements"])
    judged = []
    for s in reading.statements:
        if outer_only and s.within:
            continue
        content = tokens.of([(x.start, x.end) for x in s.content])
        source = tokens.of([(x.start, x.end) for x in s.source])
        right = any(
            scorer.jaccard(content, g["content"]) >= 0.5
            and scorer.jaccard(source, g["source"]) >= 0.5
            for g in gold
        )
        judged.append((s.confidence, right))
    return judged


def tell_reliability(judged: list[tuple[float, bool]]) -> list[Record]:
    """For each bin of confidence the mean given, the share that is right, and the count."""
    rows = []
    for low, high in pairwise(BINS):
        inside = [(c, r) for c, r in judged if low <= c < high or (high == 1.0 and c == 1.0)]
        if inside:
            given = sum(c for c, _ in inside) / len(inside)
            right = sum(r for _, r in inside) / len(inside)
            rows.append({"from": low, "to": high, "given": given, "right": right, "n": len(inside)})
    return rows


def report(names: list[str] | None = None, boot: int = 1000) -> Record:
    """The figures of each set: metrics as the scorer gives them, and the reliability."""
    scorer = load_scorer()
    if scorer is None:
        return {"notice": explain_absence("The scorer"), "data": {}, "figures": {}}
    figures: Record = {}
    for name, records in load_sets(names).items():
        gold = {r["id"]: r for r in records}
        outer = name.startswith("polnear")
        found, readings = predict(records, outer)
        result = scorer.score(gold, found, boot=boot)
        judged = [
            x
            for i in readings
            for x in judge_each(scorer, gold[i], readings[i], name.startswith("polnear"))
        ]
        figures[name] = {
            "articles": len(records),
            "refused": len(records) - len(readings),
            **result["metrics"],
            "reliability": tell_reliability(judged),
        }
    polnear = find_shared(*POLNEAR)
    data = {"polnear-dev": digest(polnear)} if polnear else {}
    return {"data": data, "figures": figures}


def show(result: Record) -> None:
    """Prints the report for a person."""
    if "notice" in result:
        print(result["notice"])
    for name, figures in result["figures"].items():
        print(f"\n{name}: {figures['articles']} articles, {figures['refused']} refused")
        print(f"{'':26}{'P':>7}{'R':>7}{'F1':>7}   95% interval   human agreement")
        for criterion in ("content", "content+source"):
            for kind in ("all", "direct", "indirect"):
                m = figures[f"{criterion}/{kind}"]
                low, high = m.get("ci95", (m["F1"], m["F1"]))
                human = HUMANS[criterion][kind] if name.startswith("polnear") else None
                print(
                    f"{criterion + ' ' + kind:26}{100 * m['P']:7.1f}{100 * m['R']:7.1f}"
                    f"{100 * m['F1']:7.1f}   {100 * low:5.1f} - {100 * high:5.1f}"
                    f"{f'{human:11.1f}' if human else ''}"
                )
        for row in figures["reliability"]:
            print(
                f"  confidence {row['from']:.1f}-{row['to']:.1f}: given {row['given']:.2f}, "
                f"right {row['right']:.2f} of {row['n']}"
            )


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--set", action="append", help="only this set; may be repeated")
    parser.add_argument("--boot", type=int, default=1000, help="resamplings for the intervals")
    parser.add_argument("--json", action="store_true")
    options = parser.parse_args()
    result = report(options.set, options.boot)
    print(json.dumps(result, indent=1)) if options.json else show(result)


if __name__ == "__main__":
    main()
