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
from sayso.reading.confidence import describe
from sayso.reading.encoder import Encoder
from sayso.reading.linking import drop_strays, link_runs
from sayso.reading.quotations import tell_kind
from sayso.reading.runs import find_runs
from sayso.reading.windows import split_windows
from training.articles import SHARED, Article, is_for_choosing, read_articles
from training.network import TAGS
from training.targets import paragraphs

RIDGE = 0.5
Floats = NDArray[np.float64]


def judge(article: Article, encoder: Encoder, scorer: Any) -> list[tuple[dict[str, float], bool]]:
    """For each statement found in the article what is known of it, and whether it is right."""
    tokens = scorer.Tokens(article.text)
    gold = scorer.prepare(tokens, [s._asdict() for s in article.statements])
    judged = []
    for window in split_windows(article.text, paragraphs(article.text), encoder.tokenizer):
        scores = encoder.score(window)
        for found in link_runs(scores, find_runs(window, scores, encoder.continues)):
            link = drop_strays(found, window, article.text)
            places = [(window.starts[r.first], window.ends[r.last - 1]) for r in link.content]
            trimmed = trim_content(article.text, places)
            if not trimmed:
                continue
            content = tokens.of(trimmed)
            run = link.source
            source = tokens.of(
                [(window.starts[run.first], window.ends[run.last - 1])] if run else []
            )
            right = any(
                scorer.jaccard(content, g["content"]) >= 0.5
                and scorer.jaccard(source, g["source"]) >= 0.5
                for g in gold
            )
            judged.append((describe(link.evidence, tell_kind(article.text, trimmed)), right))
    return judged


def fit(x: Floats, right: Floats) -> Floats:
    """The weights of a ridge logistic regression (Newton's method)."""
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
    kept = json.loads(labels.read_text(encoding="utf-8")) if labels.exists() else {}
    kept = {**kept, "tags": TAGS, "confidence": {}}
    labels.write_text(json.dumps(kept), encoding="utf-8")
    encoder = Encoder(options.model)
    scorer = load_scorer()
    assert scorer is not None, "the shared scorer is absent"
    path = SHARED / "data" / "attribution" / "polnear" / "dev.jsonl.gz"
    dev = [a for a in read_articles(path) if is_for_choosing(a.id)]
    judged = [pair for article in dev for pair in judge(article, encoder, scorer)]
    known = np.array([list(described.values()) for described, _ in judged])
    weights = fit(known, np.array([float(right) for _, right in judged]))
    named = zip(judged[0][0], weights.tolist(), strict=True)
    fitted = {name: round(value, 4) for name, value in named}
    kept = {**kept, "confidence": fitted}
    labels.write_text(json.dumps(kept, indent=1) + "\n", encoding="utf-8")
    print(f"{len(judged)} statements, {sum(r for _, r in judged)} right: {fitted}")


if __name__ == "__main__":
    main()
