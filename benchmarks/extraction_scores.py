"""How much of an article was kept, and how much else came with it?"""

import re
from collections import Counter
from collections.abc import Sequence
from statistics import fmean

import msgspec

_WORD = re.compile(r"\w+")


class Overlap(msgspec.Struct, frozen=True):
    """What two texts share, as shares of all that stands in either of them."""

    precision: float
    recall: float
    exact: bool


def fold(text: str) -> str:
    """The text with each run of white space as one blank and no soft hyphens."""
    return " ".join(text.replace("\u00ad", "").split())


def compare(gold: str, found: str, words: int = 4) -> Overlap:
    """Precision and recall of the runs of four words, counted as often as they stand.

    As in `evaluate.py` of scrapinghub/article-extraction-benchmark; exact if all runs agree,
    which is that benchmark's accuracy.
    """
    one, two = _count_runs(gold, words), _count_runs(found, words)
    shared = sum((one & two).values())
    total_one, total_two = sum(one.values()), sum(two.values())
    exact = one == two
    precision = 1.0 if exact else shared / total_two if total_two else 0.0
    recall = 1.0 if exact else shared / total_one if total_one else 0.0
    return Overlap(precision=precision, recall=recall, exact=exact)


def f1(precision: float, recall: float) -> float:
    """The harmonic mean of the two, 0 if both are."""
    return 2 * precision * recall / (precision + recall) if precision + recall else 0.0


def average(overlaps: Sequence[Overlap]) -> dict[str, float]:
    """Mean precision and recall over pages, their F1, and the share of pages that are exact."""
    if not overlaps:
        return {}
    precision = fmean(o.precision for o in overlaps)
    recall = fmean(o.recall for o in overlaps)
    return {
        "precision": precision,
        "recall": recall,
        "f1": f1(precision, recall),
        "exact": fmean(o.exact for o in overlaps),
    }


def count_pieces(text: str, wanted: Sequence[str], unwanted: Sequence[str]) -> Counter[str]:
    """Of trafilatura's marked pieces: how many are kept (tp, fn) and how many came along (fp)."""
    counts = Counter[str]()
    for piece in wanted:
        counts["tp" if piece in text else "fn"] += 1
    for piece in unwanted:
        counts["fp" if piece in text else "tn"] += 1
    return counts


def score_pieces(counts: Counter[str]) -> dict[str, float]:
    """Precision, recall, F1 and accuracy of the pieces, as trafilatura's evaluation has them."""
    tp, fp, fn, tn = (counts[k] for k in ("tp", "fp", "fn", "tn"))
    precision = tp / (tp + fp) if tp + fp else 0.0
    recall = tp / (tp + fn) if tp + fn else 0.0
    accuracy = (tp + tn) / max(1, tp + fp + fn + tn)
    return {
        "precision": precision,
        "recall": recall,
        "f1": f1(precision, recall),
        "accuracy": accuracy,
    }


def agree_on_title(gold: str, found: str | None) -> bool:
    """Whether two titles have the same words."""
    return found is not None and _words(gold) == _words(found)


def agree_on_authors(gold: Sequence[str], found: str | None) -> bool:
    """Whether a byline has the gold authors' words and, "by" and "and" aside, no others."""
    joined = set(_words(" ".join(gold)))
    return found is not None and joined == set(_words(found)) - (_JOINERS - joined)


_JOINERS = frozenset(["by", "and", "von", "und", "par", "et", "por", "y", "di", "e"])


def agree_on_day(gold: str, found: str | None) -> bool:
    """Whether two dates name the same day as written; found may be more precise."""
    return found is not None and gold[:10] == found[:10]


def _words(text: str) -> list[str]:
    return _WORD.findall(text.casefold())


def _count_runs(text: str, words: int) -> Counter[tuple[str, ...]]:
    tokens = _WORD.findall(text)
    runs = (tuple(tokens[i : i + words]) for i in range(max(1, len(tokens) - words + 1)))
    return Counter(run for run in runs if run)
