"""Who is this, going by what the text says and what is known at its date?

What the text says wins. The knowledge base fills in a country and an office only for somebody
whom it knows under the full name, or by an office that it knows the holder of at that date.
"""

from typing import Literal, NamedTuple

from sayso.knowledge import Holding, Person
from sayso.knowledge.lookup import Knowledge
from sayso.knowledge.offices import kind_of
from sayso.knowledge.terms import is_stale
from sayso.reading.clusters import Cluster

SECTORS = {
    "military_chief": "MIL",
    "defence_minister": "MIL",
    "lawmaker": "LEG",
    "legislature_speaker": "LEG",
    "judge": "JUD",
    "prosecutor": "JUD",
    "spy_chief": "SPY",
    "armed_group_leader": "REB",
    "party_leader": "PTY",
}
"""PLOVER's sectors by kind of office."""
GOVERNING = frozenset(
    "head_of_state head_of_government foreign_minister deputy_head_of_state interior_minister "
    "deputy_head_of_government security_adviser envoy negotiator finance_minister ambassador "
    "minister deputy_foreign_minister deputy_minister governor".split()
)
"""Kinds of office that are a government's where they are a country's."""


class Identity(NamedTuple):
    """What an actor is besides its mentions."""

    role: str | None = None
    role_from: Literal["text", "knowledge"] | None = None
    country: str | None = None
    known: str | None = None
    sector: str | None = None


def identify(cluster: Cluster, published: str | None, knowledge: Knowledge) -> Identity:
    """The role, country and known id of an actor; what neither text nor base tells is None."""
    on = published[:10] if published else None
    if cluster.kind in ("person", "unnamed"):
        return _identify_person(cluster, on, knowledge)
    if cluster.kind == "country" and cluster.country:
        return Identity(country=cluster.country, known=cluster.country, sector="GOV")
    name = cluster.name or ""
    if cluster.kind == "outlet":
        outlet = knowledge.find_outlet(name)
        country = cluster.country or (outlet.country if outlet else None)
        return Identity(country=country, known=outlet.id if outlet else None, sector="MED")
    if cluster.kind == "place":
        return Identity(country=cluster.country)
    organisation = knowledge.find_organisation(name) if name else None
    if organisation is None:
        return Identity(country=cluster.country)
    return Identity(
        country=cluster.country or organisation.country,
        known=organisation.wikidata or organisation.id,
        sector=organisation.sector,
    )


def _identify_person(cluster: Cluster, on: str | None, knowledge: Knowledge) -> Identity:
    role = tell_role(cluster)
    country = cluster.country
    person = find_person(cluster, on, knowledge)
    sector = tell_sector(cluster, role, country)
    if person is None:
        return Identity(role, "text" if role else None, country, None, sector)
    holding = None if role else find_holding(person, on, knowledge)
    return Identity(
        role=role or (holding.title if holding else None),
        role_from="text" if role else "knowledge" if holding else None,
        country=country or person.country,
        known=person.wikidata or person.id,
        sector=person.sector or sector,
    )


def tell_sector(cluster: Cluster, role: str | None, country: str | None) -> str | None:
    """PLOVER's sector of an office that the text gives, where its kind tells; else None."""
    served = cluster.served
    if role is None or role.casefold().startswith(("former", "ex-")):
        return None
    kind = kind_of(role)
    if kind in SECTORS:
        return SECTORS[kind]
    state = country and (served is None or served.kind == "country")
    return "GOV" if kind in GOVERNING and state else None


def tell_role(cluster: Cluster) -> str | None:
    """The office as the text has it: the first that is not a former one, at its fullest."""
    ordered = cluster.find_sure_roles()
    current = [r for r in ordered if not r.casefold().startswith(("former ", "ex-"))] or ordered
    if not current:
        return None
    first = current[0].casefold()
    return max((r for r in current if first in r.casefold()), key=len)


def find_person(cluster: Cluster, on: str | None, knowledge: Knowledge) -> Person | None:
    """The person of the base: by full name, by surname and country, or by an office held then."""
    name = cluster.name
    if name is None:
        if cluster.kind != "person" or not cluster.roles or not cluster.country or not on:
            return None
        holder = knowledge.find_holder(cluster.country, tell_role(cluster) or "", on)
        return None if holder is None or holder.stale else holder.person
    found = knowledge.find_people(name, on)
    fitting = [p for p in found if not cluster.country or p.country in (None, cluster.country)]
    if not fitting:
        return None
    if len(name.split()) > 1 or len(fitting) == 1:
        return fitting[0]
    return None


def find_holding(person: Person, on: str | None, knowledge: Knowledge) -> Holding | None:
    """The office that the person held at the date; None without a date, or where none is known.

    What was known so long before the date that it may have changed is not told.
    """
    if not on:
        return None
    held = [holding for holding in knowledge.office_at(person, on) if not is_stale(holding, on)]
    return held[0] if held else None
