"""On whose word is it, in a few words?"""

from collections.abc import Mapping

from sayso.cli.terminal.escaping import make_line
from sayso.reading import Actor, ChainLink, Statement

STANDINGS = {
    "confirmed": "confirmed",
    "partly_confirmed": "confirmed in part",
    "denied": "denied",
    "no_comment": "not commented on",
    "disputed": "disputed",
}
"""What is said of a claim that does not stand as it was made."""


def describe_chain(statement: Statement, actors: Mapping[str, Actor]) -> str:
    """Those through whom it came, the last first: "Semafor, from unnamed sources"."""
    links = [link for link in statement.chain if link.kind != "document"]
    told = [describe_link(link, actors) for link in reversed(links)]
    return ", from ".join(told)


def describe_reporters(statement: Statement, actors: Mapping[str, Actor]) -> str:
    """Those through whom it came from its speaker, the last first; empty where there is nobody."""
    links = [link for link in statement.chain[1:] if link.kind != "document"]
    return ", from ".join(describe_link(link, actors) for link in reversed(links))


def describe_link(link: ChainLink, actors: Mapping[str, Actor]) -> str:
    """The name of one of them, as far as the text tells it."""
    actor = actors.get(link.actor or "")
    return make_line(actor.name if actor else link.text)


def describe_standing(statement: Statement) -> str | None:
    """What became of the claim; None where it stands as it was made."""
    return STANDINGS.get(statement.standing)


def describe_act(statement: Statement) -> str | None:
    """What is done in saying it; None where it is plainly stated."""
    act = statement.act.replace("_", " ")
    if statement.negated:
        return f"does not {act}"
    return act if statement.act != "state" else None
