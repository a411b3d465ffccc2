"""Whom does each actor serve, and which country does the text connect it with?"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from typing import Protocol

from sayso.knowledge.lookup import Knowledge
from sayso.knowledge.names import find_sex
from sayso.knowledge.offices import kind_of
from sayso.reading.clusters import Cluster
from sayso.reading.countries import (
    Named,
    find_countries,
    place_in_window,
    weigh_countries,
)
from sayso.reading.country_choice import Features, choose, describe_choices, look_around
from sayso.reading.holders import find_holders
from sayso.reading.lexicon import find_noun, load_lexicon
from sayso.reading.mentions import Found
from sayso.reading.offices import find_country_served, find_owner, find_served
from sayso.reading.scoring import Scored

APPOSITION = re.compile(
    r", (?:the |an? |its |his |her |their )?"
    r"(?P<office>(?!who|which|and|but|said)[^,.;:()\n“”\"]{4,80})(?=[,.;])"
)
LED_BY = re.compile(
    r",? (?:(?:that|which) (?:is|was) )?(?:led|headed|chaired) by (?:the |its |an? )?"
)
DEPTH = 2
"""How far a country is handed on: a minister's office's spokesman."""


class Resolved(Protocol):
    """A document whose mentions have their actors."""

    text: str
    mentions: list[Found]
    of: dict[int, Cluster]
    clusters: list[Cluster]
    knowledge: Knowledge

    def merge(self, kept: Cluster, gone: Cluster) -> None:
        """Makes one actor of two."""


def connect_offices(document: Resolved) -> None:
    """Finds for each office and body whose it is, once every mention has its actor."""
    for number, mention in enumerate(document.mentions):
        cluster = document.of.get(number)
        if cluster is None or mention.form == "pronoun" or mention.kind in ("person", "place"):
            continue
        if mention.form != "role":
            owner = find_owner(document.text, mention, document.mentions, document.of, number)
            cluster.owner = cluster.owner or (owner if owner is not cluster else None)
        if cluster.kind not in ("person", "unnamed", "group") or mention.form == "name":
            continue
        if document.text[mention.start : mention.end].endswith("counterpart"):
            continue
        if cluster.country is None and number:
            cluster.country = find_country_led(document, number)
        served = find_served(document.text, mention, document.mentions, document.of, number)
        cluster.served = cluster.served or served
        if mention.form != "role":
            continue
        if cluster.country is None or cluster.served is None:
            found = find_country_served(document.text, mention, served, document.knowledge)
            cluster.country = cluster.country or found


def connect(
    document: Resolved,
    scored: Sequence[Scored],
    published: str | None,
    weights: Mapping[str, float],
) -> None:
    """Finds whom each actor serves, its country, and the office behind its name.

    What the text says counts first, then what is known of a full name, then the likeliest of the
    countries that the text names; `weights` are those of `country_choice.choose`.
    """
    connect_by_words(document, published)
    for cluster, choices in list_choices(document, scored):
        cluster.country = choose(choices, weights)
    inherit_countries(document.clusters)


def connect_by_words(document: Resolved, published: str | None) -> None:
    """What the text and the knowledge base tell of offices and countries."""
    find_appositions(document)
    connect_offices(document)
    on = published[:10] if published else None
    for cluster in document.clusters:
        if cluster.kind == "person" and cluster.name and may_have_country(cluster):
            known = document.knowledge.find_people(cluster.name, on)
            codes = {person.country for person in known}
            cluster.country = codes.pop() if len(codes) == 1 else None
    inherit_countries(document.clusters)
    for named_one, by_office in find_holders(
        document.text, document.clusters, on, document.knowledge
    ):
        document.merge(named_one, by_office)


def list_choices(
    document: Resolved, scored: Sequence[Scored]
) -> list[tuple[Cluster, dict[str, Features]]]:
    """The actors whose country no words tell, each with what speaks for which country.

    None where the text speaks of a country that nobody knows: theirs may be that one.
    """
    named = list(find_apart_from_persons(document))
    if not named or is_elsewhere(document):
        return []
    around = look_around(document.text, named, document.knowledge)
    pointed = point_to_countries(document, scored, named)
    return [
        (cluster, describe_choices(around, cluster, pointed.get(cluster, {})))
        for cluster in document.clusters
        if may_be_pointed(cluster) and any(m.form != "pronoun" for m in cluster.mentions)
    ]


def find_apart_from_persons(document: Resolved) -> Iterator[Named]:
    """The countries that the text names, but for given names and surnames ("Georgia Roe")."""
    names = (m for m in document.mentions if m.kind == "person" and m.form == "name")
    persons = [m for m in names if " " in document.text[m.start : m.end]]
    starts, ends = {m.start for m in persons}, {m.end for m in persons}
    for named in find_countries(document.text, 0, len(document.text), document.knowledge):
        words = document.text[named.start : named.end]
        town = document.knowledge.find_country(words) is None
        given = named.start in starts and (town or find_sex(words))
        if not given and named.end not in ends:
            yield named


def find_appositions(document: Resolved) -> None:
    """Gives a person without an office the one in the apposition behind the name.

    The words up to the next comma count if they name a kind of office that is known.
    """
    for number, mention in enumerate(list(document.mentions)):
        cluster = document.of.get(number)
        if cluster is None or mention.kind != "person" or cluster.roles or cluster.kind != "person":
            continue
        behind = APPOSITION.match(document.text, mention.end)
        if behind and is_office(behind["office"]):
            start, end = behind.span("office")
            role = Found(start, end, "role", None, -1, -1, 0.0)
            cluster.roles.append((" ".join(behind["office"].split()), role))
            cluster.mentions.append(role)
            document.mentions.append(role)
            document.of[len(document.mentions) - 1] = cluster


def is_office(words: str) -> bool:
    """Whether the words of an apposition are an office: one that is known, or "head of …"."""
    first, _, rest = words.partition(" ")
    leads = rest.startswith(("of ", "for ", "at ")) and find_noun(
        first, load_lexicon().nouns.person
    )
    return bool(kind_of(words) or leads)


def find_country_led(document: Resolved, number: int) -> str | None:
    """The country of the group that is led by whoever the mention stands for."""
    role = document.mentions[number]
    for other in range(number - 1, max(-1, number - 3), -1):
        group = document.mentions[other]
        gap = document.text[group.end : role.start]
        if other in document.of and LED_BY.fullmatch(gap):
            return document.of[other].country
    return None


def point_to_countries(
    document: Resolved, scored: Sequence[Scored], countries: Sequence[Named]
) -> dict[Cluster, dict[str, float]]:
    """For each actor the mean chances that the model's pointer gives to the countries near it.

    A mention in a window that names no country says nothing.
    """
    by_window: defaultdict[int, list[int]] = defaultdict(list)
    for number, mention in enumerate(document.mentions):
        cluster = document.of.get(number)
        if (
            cluster
            and may_be_pointed(cluster)
            and mention.form != "pronoun"
            and mention.window >= 0
        ):
            by_window[mention.window].append(number)
    total: defaultdict[Cluster, Counter[str]] = defaultdict(Counter)
    for window, numbers in by_window.items():
        pieces = scored[window].window
        named = place_in_window(pieces, countries)
        if not named:
            continue
        anchors = [document.mentions[n].anchor for n in numbers]
        chances = weigh_countries(scored[window].scores.countries, anchors, named)
        for number, weighed in zip(numbers, chances, strict=True):
            total[document.of[number]].update(weighed)
    return {
        cluster: {code: weight / sum(weights.values()) for code, weight in weights.items()}
        for cluster, weights in total.items()
    }


def inherit_countries(clusters: Sequence[Cluster]) -> None:
    """Gives each actor without a country that of whom it serves, or whose it is."""
    for _ in range(DEPTH):
        for cluster in clusters:
            if may_have_country(cluster):
                owner = cluster.owner if cluster.kind != "person" else None
                for above in (cluster.served, owner):
                    if cluster.country is None and above is not None and above is not cluster:
                        cluster.country = above.country


def is_elsewhere(document: Resolved) -> bool:
    """Whether the text speaks more than once of a country that nobody knows."""
    nowhere = (c for c in document.clusters if c.kind == "country" and not c.country)
    return any(len(c.mentions) > 1 for c in nowhere)


def may_be_pointed(cluster: Cluster) -> bool:
    """Whether the model may tell the country: not where the text says whose it is, or who knows."""
    above = cluster.served or cluster.owner
    return may_have_country(cluster) and above is None and cluster.hint is None


def may_have_country(cluster: Cluster) -> bool:
    """Whether an actor's country is not told by what it is."""
    known = (cluster.key or "").startswith("organisation:")
    return not (known or cluster.country or cluster.kind in ("country", "place", "outlet"))
