"""How likely does a mention stand for the same actor as one before it?"""

from collections import defaultdict
from collections.abc import Sequence

import numpy as np

from sayso.reading.encoder import Floats
from sayso.reading.mentions import Found
from sayso.reading.scoring import Scored

POINTER = 128
"""Width of the model's projections for antecedents."""
NONE = 0
"""The piece [CLS], which stands for no antecedent in the window."""


def weigh_antecedents(
    mentions: Sequence[Found], scored: Sequence[Scored]
) -> list[list[tuple[int, float]]]:
    """For each mention the chances of earlier mentions of its window: (number of mention, chance).

    Number -1 stands for none of them. The chances of a mention sum to 1.
    """
    by_window: defaultdict[int, list[int]] = defaultdict(list)
    for number, mention in enumerate(mentions):
        by_window[mention.window].append(number)
    found: list[list[tuple[int, float]]] = [[(-1, 1.0)]] * len(mentions)
    for window, numbers in by_window.items():
        projections = scored[window].scores.antecedents
        anchors = np.array([NONE] + [mentions[n].anchor for n in numbers])
        chances = _weigh_window(projections, anchors)
        for row, number in enumerate(numbers):
            weighed = chances[row, : row + 1].tolist()
            found[number] = list(zip([-1, *numbers[:row]], weighed, strict=True))
    return found


def _weigh_window(projections: Floats, anchors: "np.typing.NDArray[np.int_]") -> Floats:
    """Chances (k, k + 1) of k mentions for each that is earlier in the text; column 0 is none."""
    queries = projections[anchors[1:], :POINTER]
    keys = projections[anchors, POINTER:]
    scores = np.einsum("qd,kd->qk", queries, keys) * POINTER**-0.5
    away = anchors[None, :] >= anchors[1:, None]
    away[:, 0] = False
    away |= np.arange(len(anchors))[None, :] > np.arange(len(anchors) - 1)[:, None]
    scores = np.where(away, -np.inf, scores)
    chances = np.exp(scores - scores.max(axis=1, keepdims=True))
    return np.asarray(chances / chances.sum(axis=1, keepdims=True), dtype=np.float32)
