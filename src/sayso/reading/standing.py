"""What becomes of a claim in the document, and to which claim does a statement react?"""

import re
from collections.abc import Iterable, Mapping, Sequence
from functools import cache, lru_cache
from typing import NamedTuple

import msgspec

from sayso.reading import ActKind, Standing, Statement
from sayso.reading.lexicon import load_lexicon, match_any
from sayso.reading.sentences import Sentences, split_sentences

STANDING: Mapping[ActKind, Standing] = {
    "deny": "denied",
    "no_comment": "no_comment",
    "confirm": "confirmed",
    "reject": "disputed",
    "doubt": "disputed",
}
"""What an act makes of the claim that it reacts to."""
WEIGHT: Mapping[Standing, int] = {
    "asserted": 0,
    "no_comment": 1,
    "disputed": 2,
    "partly_confirmed": 3,
    "confirmed": 4,
    "denied": 5,
}
"""Which standing is kept where several react to one claim."""
NO_CLAIMS = frozenset({"no_comment", "ask", "deny", "confirm"})
"""Acts that claim nothing which others could deny or confirm."""
NEAR = 2
"""Sentences back to a claim that a reaction may take up without a word of it."""
SHORT = 90
"""Characters of a rejection that may take up a claim by a word."""
BACK = 6
"""Statements before it that a reaction may be to."""
SHARED = 0.34
"""Share of a claim's words that a reaction takes up, from which it is about it."""
SMALL = re.compile(r"[a-z]{1,3}$")
WORD = re.compile(r"[\w’'-]+")


class Named(NamedTuple):
    """Who speaks and who is spoken of, by the ids of statements and of actors."""

    spoken_of: Mapping[str, frozenset[str]]
    """For each statement the actors that its content names, and those for whom they speak."""
    speaking: Mapping[str, frozenset[str]]
    """For each statement who makes it, and for whom."""

    def is_about(self, claim: Statement, reaction: Statement) -> bool:
        """Whether a claim speaks of those who make the reaction."""
        spoken_of = self.spoken_of.get(claim.id, frozenset())
        return not spoken_of.isdisjoint(self.speaking.get(reaction.id, frozenset()))


NOBODY = Named({}, {})


def read_standing(
    text: str, statements: Sequence[Statement], named: Named | None = None
) -> list[Statement]:
    """The statements, each with those that it reacts to and what others make of it."""
    sentences = split_sentences(text)
    ordered = sorted(statements, key=first_place)
    about: dict[str, tuple[str, ...]] = {}
    standing: dict[str, Standing] = {}
    for number, statement in enumerate(ordered):
        if statement.act not in STANDING or not reacts(statement):
            continue
        found = find_claims(ordered, number, sentences, named or NOBODY)
        about[statement.id] = tuple(claim.id for claim in found)
        made = make_standing(statement)
        for claim in found:
            if made and WEIGHT[made] > WEIGHT[standing.get(claim.id, "asserted")]:
                standing[claim.id] = made
    for one, other in find_repeats(text, ordered):
        strongest = max((standing.get(i, "asserted") for i in (one, other)), key=WEIGHT.__getitem__)
        if strongest != "asserted":
            standing[one] = standing[other] = strongest
    return [
        msgspec.structs.replace(
            s, about=about.get(s.id, ()), standing=standing.get(s.id, "asserted")
        )
        for s in statements
    ]


def first_place(statement: Statement) -> int:
    """Where the statement begins."""
    return min(span.start for span in (*statement.source, *statement.cue, *statement.content))


def make_standing(statement: Statement) -> Standing | None:
    """What a reaction makes of the claim; None where it leaves the claim as it is."""
    words = " ".join(span.text for span in (*statement.cue, *statement.content[:1]))
    if statement.negated:
        return None
    if statement.act == "confirm" and partly().search(words):
        return "partly_confirmed"
    return STANDING[statement.act]


def reacts(statement: Statement) -> bool:
    """Whether a statement takes up what somebody else said, by its act and its words."""
    words = " ".join(span.text for span in statement.content)
    if statement.act == "no_comment":
        return not clause().match(words)
    if statement.act in ("deny", "confirm"):
        return True
    return len(words) < SHORT and bool(taken_up().search(words))


def find_claims(
    ordered: Sequence[Statement], number: int, sentences: Sentences, named: Named
) -> list[Statement]:
    """The earlier statements that a reaction is to; empty where none is taken up.

    Taken up is a claim that shares words with the reaction, or speaks of who reacts; one that only
    says "it", "the report" or "to comment" takes up the likeliest near it. All statements about one
    thing in that sentence count, the outer and the inner.
    """
    statement = ordered[number]
    words = " ".join(span.text for span in statement.content)
    mine = content_words(statement)
    earlier = [
        s
        for s in ordered[max(0, number - BACK) : number]
        if s.speaker != statement.speaker
        and s.id != statement.within
        and s.act not in NO_CLAIMS
        and not encloses(s, statement)
    ]
    bare = statement.act == "no_comment" or bool(taken_up().search(words))
    here = sentences.number_at(first_place(statement))
    scored = []
    for n, claim in enumerate(earlier):
        shared = overlap(mine, content_words(claim))
        about_me = named.is_about(claim, statement)
        near = here - sentences.number_at(first_place(claim)) <= NEAR
        score = (shared if shared >= SHARED else 0) + 0.8 * about_me
        score += 0.4 * is_reported(claim) * bare + 0.3 * near * bare
        if score > 0:
            scored.append((score + 0.01 * n, claim))
    if not scored:
        return []
    best = max(scored, key=lambda found: found[0])[1]
    at = sentences.number_at(first_place(best))
    group = [s for s in earlier if sentences.number_at(first_place(s)) == at]
    found = [s for s in group if s is best or related(s, best)]
    if several().search(words):
        known = {s.id for s in found}
        found = [s for s in earlier if s.id in known or is_reported(s)]
    return found


def is_reported(statement: Statement) -> bool:
    """Whether a claim came by an outlet or by somebody who is not named."""
    return any(link.kind in ("outlet", "unnamed") for link in statement.chain)


def encloses(outer: Statement, inner: Statement) -> bool:
    """Whether one statement stands in the content of another."""
    at = first_place(inner)
    return any(span.start <= at < span.end for span in outer.content)


def related(one: Statement, other: Statement) -> bool:
    """Whether one statement stands in the other, or they have one content."""
    same = [s.start for s in one.content] == [s.start for s in other.content]
    return same or one.within == other.id or other.within == one.id


def find_repeats(text: str, ordered: Sequence[Statement]) -> Iterable[tuple[str, str]]:
    """Pairs of statements that are one claim: that of a headline and its like in the body."""
    headline = text.find("\n")
    for number, statement in enumerate(ordered):
        if first_place(statement) > headline:
            break
        mine = content_words(statement)
        for other in ordered[number + 1 :]:
            claims = statement.act not in STANDING and other.act not in STANDING
            alike = len(mine) > 2 and overlap(mine, content_words(other)) > REPEATED
            if claims and alike and first_place(other) > headline:
                yield statement.id, other.id


REPEATED = 0.6
"""Share of a headline's words that the body has again where it makes the same claim."""


@lru_cache(maxsize=4096)
def content_words(statement: Statement) -> frozenset[str]:
    """The longer words of what is said, in small letters and without endings."""
    empty = load_lexicon().reacting.empty
    words = (w for span in statement.content for w in WORD.findall(span.text))
    return frozenset(stem(w) for w in words if not SMALL.fullmatch(w) and w.casefold() not in empty)


def stem(word: str) -> str:
    """The word without a common ending, in small letters."""
    word = word.casefold().removesuffix("'s").removesuffix("’s")
    for ending in ("ing", "ed", "es", "s"):
        if word.endswith(ending) and len(word) - len(ending) > 3:
            return word.removesuffix(ending)
    return word


def overlap(mine: frozenset[str], theirs: frozenset[str]) -> float:
    """The share of the smaller set that both have."""
    return len(mine & theirs) / max(1, min(len(mine), len(theirs)))


@cache
def partly() -> re.Pattern[str]:
    """The words that confirm some and no more."""
    return re.compile(match_any(load_lexicon().reacting.partly), re.IGNORECASE)


@cache
def taken_up() -> re.Pattern[str]:
    """The nouns and pronouns that stand for what somebody else said."""
    reacting = load_lexicon().reacting
    pronouns, nouns = match_any(reacting.pronouns, before=""), match_any(reacting.reports)
    determiners = match_any(reacting.determiners)
    return re.compile(
        rf"^\W*{pronouns}|{determiners} (?:\w+ ){{0,2}}?{nouns}",
        re.IGNORECASE,
    )


@cache
def several() -> re.Pattern[str]:
    """The words that take up all that was reported: "these reports"."""
    reacting = load_lexicon().reacting
    return re.compile(
        rf"{match_any(reacting.determiners)} (?:\w+ )?{match_any(reacting.several)}", re.IGNORECASE
    )


@cache
def clause() -> re.Pattern[str]:
    """How the content of a refusal begins that refuses something of its own: "to say who …".

    What speaks of a report or claim all the same is none.
    """
    reacting = load_lexicon().reacting
    claims = match_any((*reacting.several, *reacting.reports, "comment"))
    return re.compile(rf"{match_any(reacting.own, before='')}(?!.*{claims})", re.IGNORECASE)
