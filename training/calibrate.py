"""How sure may the model say that it is?

    python -m training.calibrate MODEL_DIRECTORY

Fits the confidence on the choosing half of PolNeAR's dev articles, with the exported model as it
ships, and writes labels.json beside it.
"""

import argparse
import json
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from benchmarks.shared import load_scorer
from sayso.reading.boundaries import trim_content
from sayso.reading.encoder import Encoder
from sayso.reading.linking import Evidence, link_runs
from sayso.reading.runs import find_runs
from sayso.reading.windows import split_windows
from training.articles import SHARED, Article, is_for_choosing, read_articles
from training.network import TAGS
from training.targets import paragraphs

RIDGE = 0.5
Floats = NDArray[np.float64]


def judge(article: Article, encoder: Encoder, scorer: Any) -> list[tuple[Evidence, bool]]:
    """For each statement found in the article its evidence, and whether it is right."""
    tokens = scorer.Tokens(article.text)
    gold = scorer.prepare(tokens, [s._asdict() for s in article.statements])
    judged = []
    for window in split_windows(article.text, paragraphs(article.text), encoder.tokenizer):
        scores = encoder.score(window)
        for link in link_runs(scores, find_runs(window, scores, encoder.continues)):
            places = [(window.starts[r.first], window.ends[r.last - 1]) for r in link.content]
            content = tokens.of(trim_content(article.text, places))
            run = link.source
            source = tokens.of(
                [(window.starts[run.first], window.ends[run.last - 1])] if run else []
            )
            right = any(
                scorer.jaccard(content, g["content"]) >= 0.5
                and scorer.jaccard(source, g["source"]) >= 0.5
                for g in gold
            )
            judged.append((link.evidence, right))
    return judged


def fit(features: Floats, right: Floats) -> Floats:
    """The weights of a ridge logistic regression, intercept last (Newton's method)."""
    x = np.hstack([features, np.ones((len(features), 1))])
    w = np.zeros(x.shape[1])
    for _ in range(50):
        p = 1 / (1 + np.exp(-x @ w))
        gradient = x.T @ (p - right) + RIDGE * w
        curvature = (x * (p * (1 - p))[:, None]).T @ x + RIDGE * np.eye(len(w))
        w -= np.linalg.solve(curvature, gradient)
    return w


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("model", type=Path)
    options = parser.parse_args()
    labels = options.model / "labels.json"
    zero = dict.fromkeys((*Evidence._fields, "intercept"), 0.0)
    labels.write_text(json.dumps({"tags": TAGS, "confidence": zero}))
    encoder = Encoder(options.model)
    scorer = load_scorer()
    assert scorer is not None, "the shared scorer is absent"
    path = SHARED / "data" / "attribution" / "polnear" / "dev.jsonl.gz"
    dev = [a for a in read_articles(path) if is_for_choosing(a.id)]
    judged = [pair for article in dev for pair in judge(article, encoder, scorer)]
    weights = fit(
        np.array([evidence for evidence, _ in judged]), np.array([float(r) for _, r in judged])
    )
    named = zip((*Evidence._fields, "intercept"), weights.tolist(), strict=True)
    fitted = {name: round(value, 4) for name, value in named}
    labels.write_text(json.dumps({"tags": TAGS, "confidence": fitted}, indent=1) + "\n")
    print(f"{len(judged)} statements, {sum(r for _, r in judged)} right: {fitted}")


if __name__ == "__main__":
    main()
