"""How is the shipped model made again, from the data to the file?

    python -m training.make_model [--work DIR] [--out DIR]

Trains (about 35 to 60 minutes on two cores), averages the passes that scored best on the
choosing half, trains two gentle passes more from there, averages before and after, exports to
int8, calibrates, writes the card. Needs `training/requirements.txt` and the shared
data; see training/README.md.
"""

import argparse
import subprocess
import sys
from pathlib import Path

import torch

from training.card import SHIPPED

PASSES = 6
AVERAGED = (4, 5)
"""Passes whose weights are averaged: best on the choosing half of PolNeAR's dev articles."""


def average(checkpoints: list[Path], out: Path) -> None:
    """Writes the mean of the checkpoints' weights."""
    states = [torch.load(path) for path in checkpoints]
    mean = {name: sum(state[name] for state in states) / len(states) for name in states[0]}
    torch.save(mean, out)


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--work", type=Path, default=Path("build/statements-en"))
    parser.add_argument("--out", type=Path, default=SHIPPED)
    options = parser.parse_args()
    work: Path = options.work

    def run(module: str, *words: str | Path) -> None:
        subprocess.run([sys.executable, "-m", f"training.{module}", *map(str, words)], check=True)  # noqa: S603 - our own modules

    run("train", "--out", work, "--passes", str(PASSES))
    average([work / f"checkpoint-{n}.pt" for n in AVERAGED], work / "averaged.pt")
    again = ("--passes", "2", "--rate", "0.3", "--seed", "2", "--start", work / "averaged.pt")
    run("train", "--out", work / "again", *again)
    average([work / "averaged.pt", work / "again" / "checkpoint.pt"], work / "final.pt")
    run("export", work / "final.pt", options.out)
    run("calibrate", options.out)
    run("card", options.out)
    print(f"made {options.out}; see {options.out / 'card.md'}")


if __name__ == "__main__":
    main()
