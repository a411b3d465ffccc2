"""Was any text copied from the data that is shared but never committed?"""

import gzip
import json
import subprocess
from collections.abc import Iterable, Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
DATA = ROOT.parent / "shared" / "data"
FOLDERS = ("attribution", "events", "news", "seed")
COPIED = 60
"""Characters in a row, white space counted once, that no tracked file may share with the data."""
WINDOW, STEP = 40, 20
"""A run of COPIED characters holds a whole window of the data, wherever it begins."""
NO_PROSE = ("requirements.lock", "LICENSE", "tokenizer.json", ".onnx", ".gz")
NAMES = ("src/sayso/knowledge/data/", "training/knowledge/")
"""Folders of names and facts, whose licences are in the first one's README; no prose."""
ALLOWED = {
    "secretary of Ukraine's National Security and Defense Council": "an office's name",
    "Coordination Headquarters for the Treatment of Prisoners of War": "a body's name",
    "This material may not be published, broadcast, rewritten, or redistributed": (
        "the standing notice below wire copies, the same on every site"
    ),
}
"""What may stand in both, each with the reason."""


@pytest.mark.skipif(not DATA.is_dir(), reason="the shared data is not there")
def test_no_tracked_file_holds_a_run_of_the_shared_text():
    own = {name: squeeze(text) for name, text in read_own()}
    found = sorted(find_copied(own, read_data()))
    assert not found


@pytest.mark.parametrize("before", range(STEP))
def test_a_copied_run_is_found_wherever_it_begins(before: int):
    run = "".join(chr(0x100 + i) for i in range(COPIED))
    own = {"whole": f"a{run}b", "short": f"a{run[:-1]}b"}
    assert find_copied(own, ["." * before + run + "." * before]) == {f"whole: {run}"}


def find_copied(own: dict[str, str], data: Iterable[str]) -> set[str]:
    """The runs of COPIED characters that the data shares with a file, with the file's name."""
    windows = {text[i : i + WINDOW] for text in own.values() for i in range(len(text) - WINDOW + 1)}
    found = set()
    for line in data:
        for i in range(0, len(line) - WINDOW + 1, STEP):
            if line[i : i + WINDOW] in windows:
                around = line[max(0, i - STEP) : i + WINDOW + STEP]
                found |= set(find_runs(around, own))
    return found


def find_runs(text: str, own: dict[str, str]) -> Iterator[str]:
    """The runs of COPIED characters of the text that stand in a file, with the file's name."""
    for i in range(len(text) - COPIED + 1):
        run = text[i : i + COPIED]
        yield from (f"{name}: {run}" for name, held in own.items() if run in held)


def squeeze(text: str) -> str:
    return " ".join(text.split())


def read_own() -> Iterator[tuple[str, str]]:
    """The name and text of each file that git tracks and that could hold prose."""
    command = ["git", "-C", str(ROOT), "ls-files", "-z"]
    names = subprocess.run(command, capture_output=True, check=False).stdout.decode().split("\0")
    for name in filter(None, names):
        path = ROOT / name
        if path.is_file() and not name.endswith(NO_PROSE) and not name.startswith(NAMES):
            text = path.read_text(encoding="utf-8", errors="replace")
            for phrase in ALLOWED:
                text = text.replace(phrase, "\0")
            yield name, text


def read_data() -> Iterator[str]:
    """The texts of the shared data, white space counted once."""
    for folder in FOLDERS:
        for path in sorted((DATA / folder).rglob("*.*")):
            content = path.read_bytes()
            text = (gzip.decompress(content) if path.suffix == ".gz" else content).decode("utf-8")
            if ".jsonl" in path.name:
                for line in text.splitlines():
                    yield from map(squeeze, find_strings(json.loads(line)))
            else:
                yield squeeze(text)


def find_strings(value: object) -> Iterator[str]:
    """Each string in a JSON value that is long enough."""
    if isinstance(value, str):
        if len(value) >= COPIED:
            yield value
    elif isinstance(value, dict):
        for inner in value.values():
            yield from find_strings(inner)
    elif isinstance(value, list) and value and not isinstance(value[0], int):
        for inner in value:
            yield from find_strings(inner)
