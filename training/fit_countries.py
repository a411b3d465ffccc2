"""Which country is an actor's: how much does each sign count?

    python -m training.fit_countries MODEL_DIRECTORY FILE …

Fits the weights of `country_choice.choose` on annotated texts that the model was not trained on
(its pointer is too sure of those that it was), and writes them into the model's labels.json.
"""

import argparse
import json
from collections import Counter
from pathlib import Path

import numpy as np

from benchmarks.gold import GoldText, read_gold
from sayso.documents import Document
from sayso.knowledge.lookup import load_knowledge
from sayso.reader import take_in
from sayso.reading.clusters import Cluster
from sayso.reading.connections import connect_by_words, list_choices
from sayso.reading.coreference import Coreference
from sayso.reading.country_choice import NONE, Features, choose
from sayso.reading.encoder import Encoder
from sayso.reading.lexicon import load_lexicon
from sayso.reading.mentions import find_mentions
from sayso.reading.scoring import score_document
from sayso.settings import load_settings
from sayso.sources import Page

RIDGE = 0.002
STEPS, RATE = 4000, 1.0
FOLDS = 5

Case = tuple[dict[str, Features], str]
"""The choices, and the code that is right."""


def read_cases(gold: GoldText, encoder: Encoder) -> list[Case]:
    """The actors of a text whose country no words tell, with the one that the annotator gave."""
    page = Page(origin=gold.id, content=gold.text.encode(), markup="plain", charset="utf-8")
    document: Document = take_in(page, load_settings())
    scored = score_document(document, encoder)
    mentions = find_mentions(document.text, scored, encoder.continues)
    coreference = Coreference(document.text, mentions, scored, load_knowledge(), load_lexicon())
    connect_by_words(coreference, gold.published or None)
    cases = []
    for cluster, choices in list_choices(coreference, scored):
        wanted = find_wanted(gold, cluster)
        if wanted is not None and wanted in choices:
            cases.append((choices, wanted))
    return cases


def find_wanted(gold: GoldText, cluster: Cluster) -> str | None:
    """The country of the annotated actor that shares most mentions; None where none does."""
    shared = Counter(
        m.actor
        for ours in cluster.mentions
        if ours.form != "pronoun"
        for m in gold.mentions
        if m.form != "pronoun" and m.start < ours.end and ours.start < m.end
    )
    if not shared:
        return None
    return gold.actors[shared.most_common(1)[0][0]].country or NONE


def fit(cases: list[Case]) -> dict[str, float]:
    """The weights of a ridge softmax regression over each case's choices (gradient descent)."""
    names = sorted({name for choices, _ in cases for f in choices.values() for name in f})
    index = {name: n for n, name in enumerate(names)}
    rows, owner, right = [], [], []
    for number, (choices, wanted) in enumerate(cases):
        for code, features in choices.items():
            row = np.zeros(len(names))
            for name, value in features.items():
                row[index[name]] = value
            rows.append(row)
            owner.append(number)
            right.append(float(code == wanted))
    x, at, y = np.array(rows), np.array(owner), np.array(right)
    weights = np.zeros(len(names))
    for _ in range(STEPS):
        scores = np.exp(np.clip(x @ weights, -30, 30))
        chances = scores / np.bincount(at, scores)[at]
        weights += RATE * (x.T @ (y - chances) / len(cases) - RIDGE * weights)
    return {name: round(float(w), 3) for name, w in zip(names, weights, strict=True)}


def cross_check(cases: list[Case]) -> str:
    """How often the choice is right on cases that the weights were not fitted on, in words."""
    given = right = wanted = found = 0
    for fold in range(FOLDS):
        weights = fit([case for n, case in enumerate(cases) if n * FOLDS // len(cases) != fold])
        for choices, code in cases[fold * len(cases) // FOLDS : (fold + 1) * len(cases) // FOLDS]:
            chosen = choose(choices, weights)
            given += chosen is not None
            right += chosen is not None and chosen == code
            wanted += code != NONE
            found += code != NONE and chosen == code
    return f"{len(cases)} cases: {right} of {given} given right, {found} of {wanted} wanted found"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("model", type=Path)
    parser.add_argument("texts", type=Path, nargs="+")
    options = parser.parse_args()
    encoder = Encoder(options.model)
    cases = [case for path in options.texts for case in read_cases(read_gold(path), encoder)]
    path = options.model / "labels.json"
    labels = json.loads(path.read_text(encoding="utf-8"))
    print(cross_check(cases))
    labels["countries"] = fit(cases)
    path.write_text(json.dumps(labels, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
