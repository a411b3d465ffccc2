"""How likely is it that a statement is right?"""


def calibrate(content_score: float, source_score: float) -> float:
    """The chance that content and source are both right, 0 to 1, two decimals."""
    return round(content_score * source_score, 2)
