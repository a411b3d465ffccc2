"""Has any figure fallen below its floor?

    python -m benchmarks.gate [--only NAME …] [--json]

Runs the benchmarks that floors.json names and compares. A floor whose data is absent is skipped,
visibly; one whose data has another digest fails. Floors are only ever raised by
`--raise` (never lowered without `--lower`).
"""

import argparse
import importlib
import json
import sys
from pathlib import Path
from typing import Any

import msgspec

FLOORS = Path(__file__).parent / "floors.json"


class Floor(msgspec.Struct, kw_only=True):
    """The least that a figure may be. `figure` is its path in the benchmark's report."""

    benchmark: str
    figure: list[str]
    floor: float
    data: dict[str, str]
    """The digests of the data that it was measured on, as the benchmark reports them."""


def find_figure(report: dict[str, Any], path: list[str]) -> float | None:
    """The figure of a report, or None where it was not measured."""
    node: Any = report["figures"]
    for key in path:
        if not isinstance(node, dict) or key not in node:
            return None
        node = node[key]
    return float(node)


def judge(floor: Floor, report: dict[str, Any]) -> tuple[str, float | None]:
    """The verdict ("held", "fallen", "skipped" without data, "other data") and the figure."""
    figure = find_figure(report, floor.figure)
    if figure is None:
        return "skipped", None
    measured = {name: report["data"].get(name) for name in floor.data}
    if measured != floor.data:
        return "other data", figure
    return ("held" if figure >= floor.floor else "fallen"), figure


def set_floors(floors: list[Floor], reports: dict[str, Any], *, lower: bool) -> None:
    """Moves each floor to its figure, rounded down to three decimals: up, or down if allowed."""
    for floor in floors:
        figure = find_figure(reports[floor.benchmark], floor.figure)
        if figure is None:
            continue
        rounded = int(figure * 1000) / 1000
        if rounded > floor.floor or lower:
            floor.floor = rounded
            floor.data = {k: reports[floor.benchmark]["data"][k] for k in floor.data}
    FLOORS.write_bytes(msgspec.json.format(msgspec.json.encode(floors), indent=1) + b"\n")


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--only", action="append", help="only this benchmark; may be repeated")
    parser.add_argument("--json", action="store_true")
    parser.add_argument("--raise", action="store_true", dest="up", help="raise floors to figures")
    parser.add_argument("--lower", action="store_true", help="move floors down too")
    options = parser.parse_args()
    floors = msgspec.json.decode(FLOORS.read_bytes(), type=list[Floor])
    chosen = [f for f in floors if not options.only or f.benchmark in options.only]
    reports = {
        name: importlib.import_module(f"benchmarks.{name}").report()
        for name in dict.fromkeys(f.benchmark for f in chosen)
    }
    if options.up or options.lower:
        set_floors(floors, reports, lower=options.lower)
    rows = []
    for floor in chosen:
        verdict, figure = judge(floor, reports[floor.benchmark])
        rows.append({**msgspec.to_builtins(floor), "verdict": verdict, "measured": figure})
    if options.json:
        print(json.dumps(rows, indent=1))
    else:
        for row in rows:
            shown = "not measured" if row["measured"] is None else f"{row['measured']:.4f}"
            name = f"{row['benchmark']} {' '.join(row['figure'])}"
            print(f"{row['verdict']:10} {name:60} floor {row['floor']:.3f}  {shown}")
    if any(row["verdict"] in ("fallen", "other data") for row in rows):
        sys.exit(1)


if __name__ == "__main__":
    main()
