"""Who is in the text, who speaks, and who are they?"""

import re
from collections.abc import Sequence
from typing import NamedTuple

import msgspec

from sayso.documents import Document, Span
from sayso.knowledge.lookup import Knowledge
from sayso.reading import Actor, ActorKind, Mention, Statement, Told
from sayso.reading.addressees import find_addressee
from sayso.reading.channels import find_channel
from sayso.reading.clusters import Cluster
from sayso.reading.connections import connect
from sayso.reading.coreference import Coreference
from sayso.reading.encoder import Encoder
from sayso.reading.identities import Identity, identify, tell_role
from sayso.reading.lexicon import find_noun, load_lexicon
from sayso.reading.mentions import find_mentions
from sayso.reading.pronouns import find_pronoun
from sayso.reading.proofs import make_id
from sayso.reading.scoring import Scored
from sayso.reading.speakers import Speakers

LONGEST = 100
"""Characters of a description that still serves as a name."""
EARLY = 40
FAMILIAR = re.compile(r" (?:familiar with|briefed on|close to|with (?:direct )?knowledge|involved)")
WHOSE = re.compile(
    r"(?<![\w’'-])(?:[A-Z][\w’'.-]*(?: [A-Z][\w’'.-]*){0,2}['’]s (?:[a-z-]+ )?|[A-Z][\w.-]+ )$"
)
"""A possessive, and perhaps a word more, or one adjective right before a name."""


class Cast(NamedTuple):
    """Who is in a document, and what they say."""

    actors: tuple[Actor, ...]
    statements: tuple[Statement, ...]
    parties: dict[str, str]
    """For each actor who speaks for another, the id of that other."""


def read_actors(
    document: Document,
    scored: Sequence[Scored],
    statements: Sequence[Statement],
    encoder: Encoder,
    knowledge: Knowledge,
) -> Cast:
    """The actors of the document, its statements with their speakers, and who serves whom.

    A description that nothing else speaks of is left out unless it speaks itself.
    """
    mentions = find_mentions(document.text, scored, encoder.continues)
    coreference = Coreference(document.text, mentions, scored, knowledge, load_lexicon())
    connect(coreference, scored, document.published, encoder.labels.countries)
    speakers = Speakers(document, coreference)
    outer_first = sorted(statements, key=lambda s: (s.within is not None, s.content[0].start))
    for statement in outer_first:
        speaker = speakers.find_speaker(statement, statements)
        if speaker is not None:
            speakers.by_statement[statement.id] = speaker
    speakers.resolve_first_persons(statements)
    told = {s.id: find_addressee(speakers, s) for s in statements}
    talking = {*speakers.by_statement.values(), *(t[1] for t in told.values() if t and t[1])}
    actors: dict[Cluster, Actor] = {}
    described: dict[Cluster, Span] = {}
    for statement in statements:
        speaker = speakers.by_statement.get(statement.id)
        if speaker and statement.source and not find_pronoun(statement.source[0].text):
            described.setdefault(speaker, statement.source[0])
    for cluster in coreference.clusters:
        if is_kept(cluster, cluster in talking):
            identity = identify(cluster, document.published, knowledge)
            actors[cluster] = make_actor(document, cluster, identity, described.get(cluster))
    spoken = carry_interviews(
        [_attribute(document, s, speakers, told[s.id], actors) for s in statements]
    )
    ordered = sorted(actors.values(), key=lambda a: a.mentions[0].start)
    parties = {}
    for cluster, actor in actors.items():
        principal = speakers.find_principal(cluster)
        if principal in actors and principal is not cluster:
            parties[actor.id] = actors[principal].id
    return Cast(tuple(ordered), tuple(spoken), parties)


def carry_interviews(statements: Sequence[Statement]) -> list[Statement]:
    """The statements; after an interview is named, what its speaker says otherwise is in it.

    It is told to whom the interview is given, where that is known.
    """
    given: dict[str, Statement] = {}
    found = []
    for statement in statements:
        speaker, channel = statement.speaker, statement.channel
        if speaker and channel and channel.kind == "interview":
            given[speaker] = statement
        elif speaker in given and channel is None and statement.within is None:
            first = given[speaker]
            statement = msgspec.structs.replace(
                statement,
                channel=first.channel,
                addressee=statement.addressee or first.addressee,
            )
        found.append(statement)
    return found


def is_kept(cluster: Cluster, talks: bool) -> bool:
    """Whether an actor is told of: named, in an office, speaking, or spoken of more than once."""
    if not cluster.mentions:
        return False
    if talks or cluster.names or cluster.roles:
        return True
    return sum(mention.form != "pronoun" for mention in cluster.mentions) > 1


def make_actor(
    document: Document, cluster: Cluster, identity: Identity, described: Span | None = None
) -> Actor:
    """The actor that travels, with each mention proved by its place.

    `described` is a source that it heads: the fullest description of one without a name.
    """
    text = document.text
    places = sorted({(m.start, m.end, m.form) for m in cluster.mentions})
    first = places[0]
    function = tell_function(text, cluster) if identity.role is None else None
    return Actor(
        id=make_id(document.id, "actor", f"{first[0]}-{first[1]}"),
        name=tell_name(text, cluster, described),
        kind=tell_kind(cluster),
        role=function or identity.role,
        role_from="text" if function else identity.role_from,
        country=identity.country,
        count=tell_count(text, cluster),
        known=identity.known,
        sector=identity.sector,
        mentions=tuple(Mention(a, b, text[a:b], form) for a, b, form in places),
    )


def tell_name(text: str, cluster: Cluster, described: Span | None = None) -> str:
    """The fullest name; else the fullest description, or the office, as written."""
    if cluster.name:
        return cluster.name if not cluster.name.islower() else tell_body(text, cluster)
    if described is not None and len(described.text) <= LONGEST and _begins(cluster, described):
        return " ".join(described.text.strip(" ,").split())
    if role := tell_role(cluster):
        return role
    own = [m for m in cluster.mentions if m.form != "pronoun"] or cluster.mentions
    return " ".join(text[own[0].start : own[0].end].split())


def tell_body(text: str, cluster: Cluster) -> str:
    """A body in small letters with whose it is, as written: the Norwegian embassy."""
    named = [m for m in cluster.mentions if m.form == "name"]
    wholes = [(WHOSE.search(text, max(0, m.start - 40), m.start), m) for m in named]
    written = [text[found.start() : m.end] for found, m in wholes if found]
    return " ".join(max(written, key=len, default=cluster.name or "").split())


def _begins(cluster: Cluster, described: Span) -> bool:
    """Whether the description is of the actor itself: one of its own words stands early in it."""
    return any(
        m.form in ("nominal", "role") and described.start <= m.start < described.start + EARLY
        for m in cluster.mentions
    )


def tell_kind(cluster: Cluster) -> ActorKind:
    """The kind that travels: a spokesman without a name is unnamed, a minister is a person."""
    if cluster.kind == "person" and not cluster.names and not cluster.roles:
        return "unnamed"
    return cluster.kind


def tell_function(text: str, cluster: Cluster) -> str | None:
    """What an unnamed source is, in one word: official, diplomat, lawmaker, person familiar."""
    if tell_kind(cluster) != "unnamed":
        return None
    nouns = load_lexicon().nouns
    for mention in cluster.mentions:
        if mention.form == "nominal":
            words = text[mention.start : mention.end].split()
            noun = find_noun(words[-1], nouns.person) or find_noun(words[-1], nouns.unnamed)
            if noun in ("person", "people", "source", "one"):
                behind = text[mention.end : mention.end + 24]
                return "person familiar" if FAMILIAR.match(behind) else None
            if noun:
                return noun
    return None


def tell_count(text: str, cluster: Cluster) -> int | None:
    """How many an unnamed actor stands for, where its words say so."""
    if cluster.names or tell_kind(cluster) != "unnamed":
        return None
    numbers = load_lexicon().numbers
    for mention in cluster.mentions:
        if mention.form == "nominal":
            for word in text[mention.start : mention.end].casefold().split()[:2]:
                if word.isdigit() and int(word) < 1000:
                    return int(word)
                if word in numbers:
                    return numbers[word]
    return None


def _attribute(
    document: Document,
    statement: Statement,
    speakers: Speakers,
    told: tuple[Span, Cluster | None] | None,
    actors: dict[Cluster, Actor],
) -> Statement:
    speaker = speakers.by_statement.get(statement.id)
    principal = speakers.find_principal(speaker) if speaker else None
    addressee = None
    if told is not None:
        span, cluster = told
        actor = actors.get(cluster) if cluster else None
        addressee = Told(
            actor=actor.id if actor else None, start=span.start, end=span.end, text=span.text
        )
    return msgspec.structs.replace(
        statement,
        speaker=actors[speaker].id if speaker in actors else None,
        on_behalf_of=actors[principal].id if principal in actors else None,
        addressee=addressee,
        channel=find_channel(document.text, statement),
    )
