"""How is the shipped model made again, from the data to the file?

    python -m training.make_model [--work DIR] [--out DIR]

Trains (about 35 to 60 minutes on two cores), averages the passes that scored best on the
choosing half, exports to int8 and calibrates. Needs `training/requirements.txt` and the shared
data; see training/README.md.
"""

import argparse
import subprocess
import sys
from pathlib import Path

import torch

PASSES = 6
AVERAGED = (4, 5)
"""Passes whose weights are averaged: best on the choosing half of PolNeAR's dev articles."""
SHIPPED = Path(__file__).parents[1] / "src" / "sayso" / "models" / "statements-en"


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
    run("export", work / "averaged.pt", options.out)
    run("calibrate", options.out)
    print(f"made {options.out}; now run: python -m benchmarks.statements")


if __name__ == "__main__":
    main()
