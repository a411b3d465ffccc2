r"""How well are expressions of time found, and what they mean?

    python -m benchmarks.dates [--set aquaint-dev|aquaint-test|recognizers] [--json] [--errors N]

Scores as TempEval-3 does: a gold expression and a found one match where they overlap. Span F1
relaxed (overlap) and strict (same ends), the share of the matched ones whose type is right, and
value F1, which counts the matched ones whose TIMEX3 value is the same, its placeholders for what is
not told left out (1948-XX is 1948) and a week's number in two digits. 95% intervals
by bootstrap over documents. aquaint-dev is for development; aquaint-test only reports. recognizers
are short inputs to assistants, made for another purpose: values that it gives as ranges, or open,
are not compared. --errors prints the first N differences (never of aquaint-test).
"""

import argparse
import gzip
import hashlib
import json
import random
import re
import sys
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import msgspec

from benchmarks.shared import digest, explain_absence, find_shared
from sayso.reading.dates import Date, find_dates

AQUAINT = ("data", "time", "aquaint.jsonl.gz")
RECOGNIZERS = ("data", "time", "recognizers_english.jsonl.gz")
SETS = ("aquaint-dev", "aquaint-test", "recognizers")
KINDS = {
    "date": "DATE",
    "daterange": "DATE",
    "datetime": "TIME",
    "datetimerange": "TIME",
    "time": "TIME",
    "timerange": "TIME",
    "duration": "DURATION",
    "set": "SET",
}
"""The recognizers' types as those of TIMEX3."""
DRAWS = 1000

Record = dict[str, Any]


class Gold(msgspec.Struct, frozen=True):
    """An expression as annotated; a value of None is not compared."""

    start: int
    end: int
    kind: str
    value: str | None


class Text(msgspec.Struct, frozen=True):
    """A document with its expressions."""

    id: str
    text: str
    published: date | None
    gold: tuple[Gold, ...]


class Counts(msgspec.Struct):
    """What was counted in one document, or in several."""

    gold: int = 0
    found: int = 0
    relaxed: int = 0
    strict: int = 0
    typed: int = 0
    valued: int = 0

    def add(self, other: "Counts") -> None:
        for name in self.__struct_fields__:
            setattr(self, name, getattr(self, name) + getattr(other, name))


def is_for_development(document_id: str) -> bool:
    """Whether a document serves to develop; the others serve only to report."""
    return hashlib.sha256(document_id.encode()).digest()[0] % 2 == 0


def read_set(name: str) -> list[Text] | None:
    """The documents of a set; None where the data is absent."""
    path = find_shared(*(RECOGNIZERS if name == "recognizers" else AQUAINT))
    if path is None:
        return None
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        records = [json.loads(line) for line in lines]
    if name == "recognizers":
        return list(_read_recognizers(records))
    wanted = name == "aquaint-dev"
    return [_read_aquaint(r) for r in records if is_for_development(r["id"]) == wanted]


def _read_aquaint(record: Record) -> Text:
    gold = sorted((t["start"], t["end"], t["type"], t["value"]) for t in record["timex"])
    published = date.fromisoformat(record["dct"][:10])
    return Text(record["id"], record["text"], published, tuple(Gold(*row) for row in gold))


def _read_recognizers(records: list[Record]) -> Iterator[Text]:
    """Yields the inputs of which all results are of a type that TIMEX3 has."""
    for number, record in enumerate(records):
        results = record["results"]
        if all(result["type"].rpartition(".")[2] in KINDS for result in results):
            reference = record["reference"]
            yield Text(
                f"{record['spec']}-{number}",
                record["input"],
                date.fromisoformat(reference[:10]) if reference else None,
                tuple(_make_gold(result) for result in results),
            )


def _make_gold(result: Record) -> Gold:
    timex = result["timex"][0] if len(result["timex"]) == 1 else None
    open_ended = timex is None or timex.startswith(("(", "XXXX-", "T"))
    kind = KINDS[result["type"].rpartition(".")[2]]
    return Gold(result["start"], result["end"], kind, None if open_ended else timex)


def match(text: Text, found: tuple[Date, ...]) -> Iterator[tuple[Gold | None, Date | None]]:
    """Yields each pair that overlaps, and what has no partner, with None in its place."""
    left = list(found)
    for gold in text.gold:
        partner = next((d for d in left if d.start < gold.end and gold.start < d.end), None)
        if partner:
            left.remove(partner)
        yield gold, partner
    for alone in left:
        yield None, alone


def count(text: Text, found: tuple[Date, ...]) -> Counts:
    counts = Counts(gold=len(text.gold), found=len(found))
    for gold, partner in match(text, found):
        if gold and partner:
            counts.relaxed += 1
            counts.strict += (gold.start, gold.end) == (partner.start, partner.end)
            counts.typed += gold.kind == partner.kind.upper()
            counts.valued += gold.value is None or tidy(gold.value) == tidy(partner.value)
    return counts


def tidy(value: str | None) -> str:
    """The value without placeholders at its end, a week with two digits."""
    return WEEK.sub(r"-W0\1", PLACEHOLDERS.sub("", value or ""))


PLACEHOLDERS = re.compile(r"(?:-?X+)+$")
WEEK = re.compile(r"-W(\d)$")


def tell_scores(counts: Counts) -> dict[str, float]:
    total = counts.gold + counts.found or 1
    return {
        "span_relaxed_f1": 2 * counts.relaxed / total,
        "span_relaxed_precision": counts.relaxed / (counts.found or 1),
        "span_relaxed_recall": counts.relaxed / (counts.gold or 1),
        "span_strict_f1": 2 * counts.strict / total,
        "type_accuracy": counts.typed / (counts.relaxed or 1),
        "value_f1": 2 * counts.valued / total,
        "value_accuracy": counts.valued / (counts.relaxed or 1),
    }


def add_up(rows: list[Counts]) -> Counts:
    total = Counts()
    for row in rows:
        total.add(row)
    return total


def score(texts: list[Text]) -> dict[str, Any]:
    """Each figure of a set with its interval."""
    rows = [count(t, find_dates(t.text, 0, len(t.text), t.published)) for t in texts]
    total = add_up(rows)
    chance = random.Random(1)  # noqa: S311 - numbers that can be repeated are wanted
    draws = [
        tell_scores(add_up(chance.choices(rows, k=len(rows)))) for _ in range(DRAWS if rows else 0)
    ]
    figures: dict[str, Any] = {"documents": len(rows), "gold": total.gold, "found": total.found}
    for name, figure in tell_scores(total).items():
        spread = sorted(draw[name] for draw in draws) or [figure]
        ends = [spread[int(share * (len(spread) - 1))] for share in (0.025, 0.975)]
        figures[name] = figure
        figures[f"{name}_ci95"] = ends
    return figures


def report(names: list[str] | None = None) -> dict[str, Any]:
    """The figures of each set that is there, and the digests of the data."""
    data: dict[str, str] = {}
    figures: dict[str, Any] = {}
    for name in names or SETS:
        texts = read_set(name)
        path = find_shared(*(RECOGNIZERS if name == "recognizers" else AQUAINT))
        if texts is not None and path is not None:
            data[Path(path).name.partition(".")[0]] = digest(path)
            figures[name] = score(texts)
    return {"data": data, "figures": figures}


def list_errors(texts: list[Text]) -> Iterator[str]:
    """Yields a line for each difference."""
    for text in texts:
        for gold, found in match(text, find_dates(text.text, 0, len(text.text), text.published)):
            if gold and found and (gold.value is None or tidy(gold.value) == tidy(found.value)):
                continue
            place = gold or found
            assert place
            around = text.text[max(0, place.start - 50) : place.start].replace("\n", " ")
            behind = text.text[place.end : place.end + 30].replace("\n", " ")
            words = text.text[place.start : place.end]
            expected = f"{gold.kind} {gold.value}" if gold else "nothing"
            given = f"{found.kind} {found.value} {found.text!r}" if found else "nothing"
            yield f"{text.published}: {around}[{words}]{behind}\n    gold {expected}; found {given}"


def show(figures: dict[str, Any]) -> None:
    """Prints the figures for a person."""
    for name, row in figures.items():
        print(f"{name}: {row['documents']} texts, {row['gold']} gold, {row['found']} found")
        for key in [key for key in row if f"{key}_ci95" in row]:
            low, high = (100 * end for end in row[f"{key}_ci95"])
            print(f"  {key.replace('_', ' '):24}{100 * row[key]:6.1f}   {low:.1f}-{high:.1f}")


def main(arguments: list[str] | None = None) -> int:
    parser = argparse.ArgumentParser(
        prog="python -m benchmarks.dates",
        description=__doc__,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("--set", choices=SETS, action="append", help="only this; may be repeated")
    parser.add_argument("--json", action="store_true", help="for programs")
    parser.add_argument("--errors", type=int, default=0, help="print so many differences")
    options = parser.parse_args(arguments)
    result = report(options.set)
    if not result["figures"]:
        print(explain_absence("time/"), file=sys.stderr)
        return 0
    print(json.dumps(result, indent=1)) if options.json else show(result["figures"])
    for name in result["figures"]:
        if options.errors and name != "aquaint-test":
            lines = list(list_errors(read_set(name) or []))
            print("\n".join(lines[: options.errors]))
    return 0


if __name__ == "__main__":
    sys.exit(main())
