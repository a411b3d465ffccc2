"""Can these words stand for that actor?"""

from collections.abc import Sequence

from sayso.knowledge.offices import kind_of
from sayso.reading import ActorKind
from sayso.reading.clusters import Cluster
from sayso.reading.pronouns import Pronoun, Sex

HUMAN = frozenset({"person", "unnamed"})


def agrees(cluster: Cluster, kind: ActorKind, plural: bool, country: str | None) -> bool:
    """Whether a description of that kind, number and country can stand for the actor."""
    if country and cluster.country and cluster.country != country:
        return False
    if kind in HUMAN:
        return cluster.kind in HUMAN and (cluster.plural == plural or cluster.kind == "unnamed")
    if kind == "outlet":
        return cluster.kind in ("outlet", "organisation")
    if kind == "country":
        return cluster.kind in ("country", "place", "group")
    return cluster.kind not in HUMAN or (kind == "group" and plural)


def fits(pronoun: Pronoun, cluster: Cluster) -> bool:
    """Whether the pronoun can stand for the actor."""
    if pronoun.sex:
        human = cluster.kind == "person" or (cluster.kind == "unnamed" and not cluster.plural)
        return human and cluster.sex in (None, pronoun.sex)
    if pronoun.thing:
        return cluster.kind not in ("person", "unnamed")
    if pronoun.plural:
        return cluster.kind != "place" and (cluster.kind != "person" or cluster.sex is None)
    return cluster.kind != "place"


def may_hold(cluster: Cluster, sex: Sex | None, country: str | None) -> bool:
    """Whether the actor can be the person, of that sex, who holds an office of the country."""
    if cluster.kind not in HUMAN or cluster.plural:
        return False
    if country and (cluster.country or cluster.hint) not in (None, country):
        return False
    return cluster.sex is None or sex is None or cluster.sex == sex


def find_same_description(
    recent: Sequence[Cluster], text: str, described: tuple[str, ActorKind, str | None]
) -> Cluster | None:
    """The last actor described by the same noun as the words, or whose name ends in it.

    `described` is the words, the kind of actor that they tell, and the country.
    """
    words, kind, country = described
    head = words.casefold().split()[-1]
    for cluster in sorted(recent, key=lambda c: -c.last):
        if country and cluster.country and country != cluster.country:
            continue
        ends = [text[m.start : m.end].casefold().split()[-1] for m in cluster.mentions[:8]]
        if head in ends or (kind == "outlet" and cluster.kind == "outlet"):
            return cluster
    return None


def find_named_so(recent: Sequence[Cluster], words: str, country: str | None) -> Cluster | None:
    """The one body of the recent ones that has the noun in its name: the union, of a Union of …"""
    head = words.casefold().split()[-1]
    named = [
        c
        for c in recent
        if c.kind not in (*HUMAN, "country", "place")
        and any(head in name.casefold().split() for name in c.names)
        and not (country and c.country and country != c.country)
    ]
    return named[0] if len(named) == 1 else None


def fits_office(cluster: Cluster, words: str) -> bool:
    """Whether an office may be one more wording of those that the actor has.

    "The minister" may be the foreign minister; the attorney-general is not the prime minister.
    """
    kind = kind_of(words)
    if kind is None or not cluster.roles:
        return True
    tokens = set(words.casefold().split())
    return any(
        tokens & set(role.casefold().split()) or kind_of(role) in (None, kind)
        for role, _ in cluster.roles
    )
