"""Which of the countries that a document names is an actor's, where no words say so?"""

from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from typing import Literal, NamedTuple

import numpy as np

from sayso.knowledge.lookup import Knowledge
from sayso.knowledge.offices import kind_of
from sayso.reading.clusters import Cluster
from sayso.reading.countries import Named, find_setting
from sayso.reading.sentences import Sentences, split_sentences

Class = Literal["body", "office", "person", "unnamed", "other"]
NONE = ""
"""The code of no country."""
MOST = 3
"""Countries that are thought of wherever an actor stands: those named most."""
SURE = 0.5
"""Chance from which the likeliest country is given."""

Features = dict[str, float]


class Surroundings(NamedTuple):
    """What of a document the choice looks at."""

    text: str
    title_end: int
    """Where the first line ends."""
    named: Sequence[Named]
    sentences: Sentences
    knowledge: Knowledge
    counts: Counter[str]
    """How often each country is named."""
    likely: tuple[str, ...]
    """Those that are named most."""


def look_around(text: str, named: Sequence[Named], knowledge: Knowledge) -> Surroundings:
    """The surroundings in a document."""
    title_end = text.find("\n") if "\n" in text else 0
    counts = Counter(n.code for n in named)
    likely = tuple(code for code, _ in counts.most_common(MOST))
    sentences = split_sentences(text)
    return Surroundings(text, title_end, named, sentences, knowledge, counts, likely)


def classify(cluster: Cluster) -> Class:
    """What sort of actor it is, as far as its country is concerned."""
    if cluster.kind == "organisation":
        return "body" if all(name.islower() for name in cluster.names) else "other"
    if cluster.kind == "person":
        in_office = any(kind_of(words) for words, _ in cluster.roles)
        return "office" if in_office else "person"
    return "unnamed" if cluster.kind in ("unnamed", "group") else "other"


def describe_choices(
    around: Surroundings, cluster: Cluster, pointed: Mapping[str, float]
) -> dict[str, Features]:
    """For each country that may be the actor's, and for none, what speaks for it.

    `pointed` holds the chances that the model's pointer gives, NONE among them.
    """
    sort = classify(cluster)
    counts = around.counts
    total, top = sum(counts.values()), max(counts.values())
    first = next(m.start for m in cluster.mentions if m.form != "pronoun")
    near = look_near(around, first)
    choices: dict[str, Features] = {}
    for code in dict.fromkeys([*near, *pointed, *around.likely]):
        if code == NONE:
            continue
        found = {
            "pointed": pointed.get(code, 0.0),
            "strongly": float(pointed.get(code, 0.0) > 0.5),
            "share": counts[code] / total,
            "only": float(len(counts) == 1),
            "most": float(counts[code] == top and top > 2),
            **near.get(code, {}),
        }
        choices[code] = {f"{sort} {name}": value for name, value in found.items()}
    nothing = {
        "none": 1.0,
        "none pointed": pointed.get(NONE, 0.0),
        "none untold": float(not pointed),
    }
    choices[NONE] = {f"{sort} {name}": value for name, value in nothing.items()}
    return choices


def look_near(around: Surroundings, place: int) -> dict[str, Features]:
    """What the places of the countries' names say of an actor who is first spoken of at a place."""
    near: defaultdict[str, Features] = defaultdict(dict)
    named = around.named
    start, end = around.sentences.bounds(place)
    line = around.text.rfind("\n", 0, place) + 1
    low = bisect_left(named, min(line, start), key=lambda n: n.start)
    at = bisect_left(named, place, key=lambda n: n.start)
    for n in named[low : bisect_left(named, end, key=lambda n: n.start)]:
        if start <= n.start < end:
            near[n.code]["sentence"] = 1.0
        if line <= n.start < place:
            near[n.code]["paragraph"] = 1.0
    for n in named[: bisect_left(named, around.title_end, key=lambda n: n.start)]:
        near[n.code]["title"] = 1.0
    if at:
        near[named[at - 1].code]["last"] = 1.0
    if setting := find_setting(around.text, place, around.knowledge):
        near[setting]["setting"] = 1.0
    near[named[0].code]["first"] = 1.0
    return near


def choose(choices: Mapping[str, Features], weights: Mapping[str, float]) -> str | None:
    """The likeliest country's code; None where none is likely enough."""
    codes = list(choices)
    scores = np.array(
        [sum(weights.get(name, 0.0) * v for name, v in choices[code].items()) for code in codes]
    )
    chances = np.exp(scores - scores.max())
    chances /= chances.sum()
    best = int(chances.argmax())
    return codes[best] if codes[best] != NONE and chances[best] >= SURE else None
