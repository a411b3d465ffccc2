"""How is the shipped model made again, from the data to the file?

    python -m training.make_model [--work DIR] [--out DIR]

Three stages, about four hours on two cores: statements alone; names and coreference with them;
then our own texts with everything, and the pairs of events, with the first stage as a teacher of
statements. Exports to int8, calibrates, writes the card. The weights of the choice of countries
are kept as they are: `training.fit_countries` fits them on texts that a model has not seen. Needs
`training/requirements.txt` and the shared data; see training/README.md.
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
    parser.add_argument("--work", type=Path, default=Path("build/reader-en"))
    parser.add_argument("--out", type=Path, default=SHIPPED)
    options = parser.parse_args()
    work: Path = options.work

    def run(module: str, *words: str | Path) -> None:
        subprocess.run([sys.executable, "-m", f"training.{module}", *map(str, words)], check=True)  # noqa: S603 - our own modules

    alone, joint, final = work / "statements", work / "joint", work / "final"
    run("train", "--statements-only", "--out", alone, "--passes", str(PASSES))
    average([alone / f"checkpoint-{n}.pt" for n in AVERAGED], alone / "averaged.pt")
    again = ("--passes", "2", "--rate", "0.3", "--seed", "2", "--start", alone / "averaged.pt")
    run("train", "--statements-only", "--out", alone / "again", *again)
    teacher = alone / "final.pt"
    average([alone / "averaged.pt", alone / "again" / "checkpoint.pt"], teacher)
    half = ("--rate", "0.5")
    run("train", "--out", joint, "--passes", "3", *half, "--own", "0", "--start", teacher)
    taught = ("--teacher", teacher, "--share", "0.5", "--own", "3", "--others", "0.5")
    start = ("--start", joint / "checkpoint.pt")
    run("train", "--out", final, "--passes", "8", "--rate", "0.6", *taught, *start)
    run("export", final / "checkpoint.pt", options.out)
    run("calibrate", options.out)
    run("card", options.out)
    print(f"made {options.out}; see {options.out / 'card.md'}")


if __name__ == "__main__":
    main()
