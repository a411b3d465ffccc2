"""Who is "the prime minister", where a text names him or her elsewhere?

A person known by office only is the named person of the document who has that office: by the
text, or by what is known at its date. Where several may be meant, nobody is.
"""

import re
from collections.abc import Sequence

from sayso.knowledge.lookup import Knowledge
from sayso.knowledge.offices import SINGLE, kind_of
from sayso.knowledge.terms import is_stale
from sayso.reading.clusters import Cluster
from sayso.reading.identities import find_person

DEFINITE = re.compile(r"[Tt]he\b")
CAPITAL = re.compile(r"\b[A-Z][\w.-]+ (?=\w)")
"""A country's adjective within a description: the top Russian diplomat."""
ENOUGH = frozenset({*SINGLE, "deputy_foreign_minister", "security_adviser"})
"""Kinds of office that tell a person by themselves, given the country."""


def find_holders(
    text: str, clusters: Sequence[Cluster], on: str | None, knowledge: Knowledge
) -> list[tuple[Cluster, Cluster]]:
    """Pairs of a named person and one known by office only who are one."""
    named = [c for c in clusters if c.kind == "person" and c.names]
    held = {c: find_kinds(c, on, knowledge) for c in named}
    sure = {c: {simplify_role(r) for r in c.find_sure_roles()} for c in named}
    pairs = []
    for cluster in clusters:
        if cluster.kind not in ("person", "unnamed") or cluster.names:
            continue
        described = [text[m.start : m.end] for m in cluster.mentions if m.form == "nominal"]
        words = [*(role for role, _ in cluster.roles), *filter(DEFINITE.match, described)]
        kinds = {kind_of(CAPITAL.sub("", w)) for w in words if "former" not in w.casefold()}
        same = {simplify_role(w) for w in words}
        fitting = [
            c
            for c in named
            if (kinds & ENOUGH & held[c] or same & sure[c])
            and (cluster.country or c.country) in (c.country, c.hint)
            and (cluster.served is None or cluster.served is c.served)
        ]
        if len(fitting) == 1:
            pairs.append((fitting[0], cluster))
    return pairs


def simplify_role(words: str) -> str:
    """The words of an office without article and country, in small letters."""
    bare = CAPITAL.sub("", words) if not words.istitle() else words
    return bare.casefold().removeprefix("the ").strip()


def find_kinds(cluster: Cluster, on: str | None, knowledge: Knowledge) -> set[str]:
    """The kinds of office that a named person has, by the text or at the date."""
    told = cluster.find_sure_roles()
    kinds = {kind_of(r) for r in told if not r.casefold().startswith(("former", "ex-"))}
    if not told and on and (person := find_person(cluster, on, knowledge)):
        held = knowledge.office_at(person, on)
        kinds |= {holding.kind for holding in held if not is_stale(holding, on)}
    return {kind for kind in kinds if kind}
