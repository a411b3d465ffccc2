"""Whose minister, whose spokesman? An office beside a name, and what it is an office of."""

import re
from collections.abc import Mapping, Sequence

from sayso.knowledge.lookup import Knowledge
from sayso.reading.clusters import Cluster, find_country_in
from sayso.reading.mentions import Found

BESIDE = re.compile(r"\s*,?\s*(?:(?:of|for|at|to) (?:the )?[\w’' -]{2,40}?,?\s+)?[“\"]?")
"""What may stand between an office and its holder's name: nothing, a comma, what it is of."""
BEFORE = re.compile(r"(?:['’]s|['’])?[\s-]+(?:own |then-?|former |acting |current |new )*")
BEHIND = re.compile(
    r",? (?:of|for|to|at|in|from|with|on behalf of)(?: (?:the|his|her|its|their))?"
    r"(?: [A-Z][\w’'-]+)? "
)
SENT_TO = re.compile(
    r"\b(?:ambassador|envoy|consul|commissioner|representative)\b[^,.;]* to ", re.IGNORECASE
)
"""An office that is named after where its holder is sent, not after whom he or she serves."""
INSIDE_APPOSITION = re.compile(r",(?: [\w’'-]+){0,6} ")
WORDS_BEFORE = 3
NAMED_BEHIND = re.compile(r" (?:of|for|to|in) (?:the )?([A-Z][\w’'-]+(?: [A-Z][\w’'-]+){0,2})")
ENDS_SENTENCE = re.compile(r"(?:[;:!?\n]|(?<!\b[A-Z])\.)[”\"’']?\s*$")
"""The end of a sentence; the stop after one capital is an abbreviation's ("U.S.")."""


def stands_beside(text: str, role: Found, name: Found) -> bool:
    """Whether the name that follows an office is its holder's ("Foreign Minister, Andriy …")."""
    gap = text[role.end : name.start]
    return len(gap) < 50 and "\n" not in gap and BESIDE.fullmatch(gap) is not None


def find_served(
    text: str, role: Found, mentions: Sequence[Found], of: Mapping[int, Cluster], number: int
) -> Cluster | None:
    """The actor whose office it is, named before, in or behind the words of the office."""
    for other in range(number - 1, max(-1, number - 3), -1):
        before = mentions[other]
        possessive = before.form == "pronoun" or before.kind != "person" or before.form == "nominal"
        gap = text[before.end : role.start]
        if before.end <= role.start and BEFORE.fullmatch(gap) and possessive and other in of:
            return of[other]
        if before.form == "name" and gap[:2] in ("'s", "’s") and BEFORE.fullmatch(gap):
            return of.get(other)
    if SENT_TO.search(text, role.start, role.end + 4):
        return None
    for other in range(number + 1, min(number + 4, len(mentions))):
        inner = mentions[other]
        within = inner.start >= role.start and inner.end <= role.end
        behind = BEHIND.fullmatch(text[role.end : inner.start]) if not within else None
        if (within or behind) and other in of and of[other] is not of.get(number):
            return of[other if within else find_owned(text, mentions, of, other)]
    return None


def find_owner(
    text: str, mention: Found, mentions: Sequence[Found], of: Mapping[int, Cluster], number: int
) -> Cluster | None:
    """Whose a description or a body is, by the possessive right before or at its beginning."""
    for other in range(number - 1, max(-1, number - 3), -1):
        owner = mentions[other]
        gap = text[owner.end : mention.start]
        possessive = owner.form == "pronoun" or gap[:2] in ("'s", "’s")
        if owner.end <= mention.start and possessive and BEFORE.fullmatch(gap):
            return of.get(other)
    for other in range(number + 1, min(number + 3, len(mentions))):
        inner = mentions[other]
        if inner.start == mention.start and inner.end < mention.end:
            owns = inner.form == "pronoun" or text[inner.end : inner.end + 2] in ("'s", "’s")
            return of.get(other) if owns else None
    return None


def find_owned(text: str, mentions: Sequence[Found], of: Mapping[int, Cluster], number: int) -> int:
    """What the mention owns, where an actor follows its possessive ("China's mission"); else it."""
    owner = mentions[number]
    for other in range(number + 1, min(number + 3, len(mentions))):
        gap = text[owner.end : mentions[other].start]
        if other in of and re.fullmatch(r"['’]s? (?:[\w’'-]+ )?", gap):
            return other
    return number


def find_country_served(
    text: str, role: Found, served: Cluster | None, knowledge: Knowledge
) -> str | None:
    """The country of an office: of what it serves, or of an adjective before or in its words."""
    if served is not None and served.country:
        return served.country
    before = re.sub(r"(?:['’]s)?[\s-]+$", "", text[max(0, role.start - 40) : role.start])
    if not ENDS_SENTENCE.search(before):
        words = re.sub(r".*[,;:\n]", "", before).split()
        while words and words[-1] in ("former", "acting", "then", "new", "deputy", "senior"):
            words.pop()
        for size in range(min(WORDS_BEFORE, len(words)), 0, -1):
            part = " ".join(words[-size:])
            country = knowledge.find_demonym(part) or knowledge.find_country(part)
            if country:
                return country.code
    if SENT_TO.search(text, role.start, role.end + 4):
        return None
    inner = find_country_in(text[role.start : role.end], knowledge)
    if inner:
        return inner
    behind = NAMED_BEHIND.match(text, role.end)
    return find_country_in(behind[1], knowledge) if behind else None


def find_described(
    text: str, mentions: Sequence[Found], of: Mapping[int, Cluster], number: int
) -> Cluster | None:
    """Whom a possessive in an apposition does not stand for: "Roe, once her deputy" is not her."""
    possessive = mentions[number]
    behind = mentions[number + 1 : number + 2]
    if not behind or behind[0].form != "role" or behind[0].start != possessive.end + 1:
        return None
    for other in range(number - 1, max(-1, number - 4), -1):
        name = mentions[other]
        if name.form == "name":
            gap = text[name.end : possessive.start]
            return of.get(other) if INSIDE_APPOSITION.fullmatch(gap) else None
    return None
