"""How likely is it that a statement is right?"""

import math
from collections.abc import Mapping

from sayso.reading import StatementKind
from sayso.reading.linking import Evidence

CERTAIN = 0.99
"""No statement is given more: annotators themselves agree on fewer."""


def weigh(evidence: Evidence, kind: StatementKind, weights: Mapping[str, float]) -> float:
    """The chance that content and source are both right, 0 to 1, two decimals.

    A logistic regression over `describe`, fitted by `training.calibrate` on articles that the
    model has not seen; the reliability table is in the model's card.
    """
    total = sum(weights[name] * value for name, value in describe(evidence, kind).items())
    return min(CERTAIN, round(1 / (1 + math.exp(-total)), 2))


def describe(evidence: Evidence, kind: StatementKind) -> dict[str, float]:
    """What the confidence is judged by, as numbers by name."""
    weakest = min(evidence)
    return {
        **evidence._asdict(),
        "weakest": weakest,
        "weakest_probability": math.exp(weakest),
        "content_probability": math.exp(evidence.content_tags),
        "direct": float(kind == "direct"),
        "mixed": float(kind == "mixed"),
        "intercept": 1.0,
    }
