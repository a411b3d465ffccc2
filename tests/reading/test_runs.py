"""Which runs of words are sources, cues and contents?"""

from dataclasses import fields

import numpy as np

from sayso.reading.encoder import Scores
from sayso.reading.runs import Run, find_runs
from sayso.reading.windows import Window

WINDOW = Window([0, 1, 2, 3, 9, 4], [0] * 6, [0, 0, 2, 4, 5, 6], [0, 1, 3, 5, 5, 7])
"""[CLS], three words, [SEP], a word."""
NOTHING = np.zeros(10, dtype=np.bool_)


def score(tags: list[int]) -> Scores:
    logits = np.full((len(tags), 7), -5.0, dtype=np.float32)
    logits[range(len(tags)), tags] = 5.0
    nowhere = np.zeros((len(tags), len(tags)), dtype=np.float32)
    return Scores(**{**{field.name: nowhere for field in fields(Scores)}, "tags": logits})


def test_a_begin_and_its_insides_make_one_run() -> None:
    runs = find_runs(WINDOW, score([0, 1, 2, 0, 0, 0]), NOTHING)
    assert runs.source == [Run(1, 3)]


def test_two_begins_make_two_runs() -> None:
    runs = find_runs(WINDOW, score([0, 5, 5, 0, 0, 0]), NOTHING)
    assert runs.content == [Run(1, 2), Run(2, 3)]


def test_an_inside_never_follows_another_role() -> None:
    runs = find_runs(WINDOW, score([0, 1, 4, 0, 0, 0]), NOTHING)
    assert [*runs.source, *runs.cue, *runs.content] != []
    assert not any(run.first == 2 and run.last > 3 for run in runs.cue)


def test_no_run_goes_over_the_end_of_a_paragraph() -> None:
    runs = find_runs(WINDOW, score([0, 0, 0, 5, 0, 6]), NOTHING)
    assert all(run.last <= 4 or run.first >= 5 for run in runs.content)


def test_a_run_takes_in_the_whole_of_its_last_word() -> None:
    continues = NOTHING.copy()
    continues[3] = True
    runs = find_runs(WINDOW, score([0, 0, 3, 0, 0, 0]), continues)
    assert runs.cue == [Run(2, 4)]


def test_adjacent_sources_are_one() -> None:
    runs = find_runs(WINDOW, score([0, 1, 1, 0, 0, 0]), NOTHING)
    assert runs.source == [Run(1, 3)]
