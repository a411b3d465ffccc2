"""Where does the text say that somebody does not speak?"""

import re
from dataclasses import fields

import numpy as np
import pytest

from sayso.reading.encoder import Scores, load_encoder
from sayso.reading.silences import LEAN, lean_to_silences
from sayso.reading.windows import Window, split_windows


def lean(text: str) -> tuple[Window, Scores]:
    stretches = [m.span() for m in re.finditer(r"\S[^\n]*", text)]
    (window,) = split_windows(text, stretches, load_encoder().tokenizer)
    n = len(window.ids)
    nothing = np.zeros((n, n), dtype=np.float32)
    tags = np.zeros((n, 7), dtype=np.float32)
    before = Scores(**{**{field.name: nothing for field in fields(Scores)}, "tags": tags})
    return window, lean_to_silences(window, before, text)


def test_only_the_sentence_of_the_refusal_leans() -> None:
    text = "Snow fell. The ministry declined to comment. It thawed."
    window, after = lean(text)
    moved = [text[window.starts[i] : window.ends[i]] for i in np.flatnonzero(after.tags[:, 0])]
    assert moved == ["The", "ministry", "declined", "to", "comment"]
    assert set(after.tags[:, 0].tolist()) == {0.0, -LEAN}


@pytest.mark.parametrize("text", ["Snow fell.", "The ministry declined the offer."])
def test_other_sentences_stay_as_they_are(text: str) -> None:
    assert not lean(text)[1].tags.any()
