"""How likely is it that a statement is right?"""

import math
from collections.abc import Mapping

from sayso.reading.linking import Evidence

CERTAIN = 0.99
"""No statement is given more: annotators themselves agree on fewer."""


def weigh(evidence: Evidence, weights: Mapping[str, float]) -> float:
    """The chance that content and source are both right, 0 to 1, two decimals.

    A logistic regression over the evidence, fitted by `training.calibrate` on articles that the
    model has not seen; the reliability table is in the model's card.
    """
    total = weights["intercept"]
    for name, value in zip(Evidence._fields, evidence, strict=True):
        total += weights[name] * value
    return min(CERTAIN, round(1 / (1 + math.exp(-total)), 2))
