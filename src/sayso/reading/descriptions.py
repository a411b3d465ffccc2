"""What do the words of an office or a description tell of the actor?"""

import re

from sayso.knowledge.lookup import Knowledge
from sayso.reading import ActorKind
from sayso.reading.lexicon import Lexicon, find_noun, match_any
from sayso.reading.mentions import Found
from sayso.reading.pronouns import Sex

DEFINITE = re.compile(r"(?:the|this|that|these|those|its|his|her|their)\b", re.IGNORECASE)
INDEFINITE = re.compile(
    r"(?:an?|another|one|two|three|four|five|some|several|other)\b", re.IGNORECASE
)
QUALIFIED = re.compile(
    r"\b(?:[Ff]ormer|[Aa]cting|[Tt]hen|[Ii]nterim|[Oo]utgoing|[Ii]ncoming|[Dd]eputy|[Ee]x)[ -]"
    r"(?:[A-Z][\w.-]+ )?$"
)
APPOSED = re.compile(r"\w, (?:the |an? |its |his |her |their )?$")
ARTICLES = ("The", "A", "An", "His", "Her", "Its", "Their")
ADJECTIVE = re.compile(r"(?<![\w’'-])([A-Z][\w-]+)(?:['’]s)? $")
OF_WHAT = re.compile(r" (?:of|for) [^,.;:()\n“”\"]{2,60}(?=[,.;)])")
TITLES: dict[str, Sex] = {
    "Mr": "m",
    "Mr.": "m",
    "Mrs": "f",
    "Mrs.": "f",
    "Ms": "f",
    "Ms.": "f",
    "Sir": "m",
}


def tell_kind(words: str, lexicon: Lexicon) -> tuple[ActorKind, bool]:
    """What a description stands for by its head noun, and whether for several."""
    nouns = lexicon.nouns
    head = re.split(r"[\s-]", words.casefold().strip())[-1]
    counts = (lexicon.numbers.get(w, 0) for w in words.casefold().split()[:2])
    plural = head not in ("press", "police") and (
        (head.endswith("s") and not head.endswith("ss"))
        or head in ("people", "men", "women")
        or any(count > 1 for count in counts)
    )
    if find_noun(head, nouns.unnamed):
        return "unnamed", plural
    for kind in ("outlet", "group", "organisation", "person", "country"):
        if find_noun(head, getattr(nouns, kind)):
            return ("country" if head == "side" else kind), plural
    return ("group" if plural else "person"), plural


def find_whole_role(text: str, mention: Found) -> str:
    """The words of an office, with "former" before them, and in an apposition what it is of."""
    before = QUALIFIED.search(text, max(0, mention.start - 40), mention.start)
    start = before.start() if before else mention.start
    behind = (
        OF_WHAT.match(text, mention.end)
        if APPOSED.search(text, max(0, start - 12), start)
        else None
    )
    return " ".join(text[start : behind.end() if behind else mention.end].split())


def find_whose(text: str, mention: Found) -> str | None:
    """The possessive or adjective of a body in small letters ("the Swiss | ministry"), if any."""
    first, _, rest = text[mention.start : mention.end].partition(" ")
    if first[:1].isupper() and rest.islower():
        return first
    if not first.islower():
        return None
    before = ADJECTIVE.search(text, max(0, mention.start - 30), mention.start)
    return before[1] if before and before[1] not in ARTICLES else None


def is_anybody(text: str, mention: Found, lexicon: Lexicon) -> bool:
    """Whether an office without a name is one of several: a spokesman, an envoy."""
    words = text[mention.start : mention.end].casefold()
    before = text[max(0, mention.start - 25) : mention.start].casefold()
    indefinite = re.search(r"\b(?:an?|one|another|two|three|some) (?:[\w’'-]+ ){0,2}$", before)
    return bool(indefinite or re.search(match_any(lexicon.speaking.spokes), words))


def find_country_behind(text: str, mention: Found, knowledge: Knowledge) -> str | None:
    """The country named right behind a description ("officials in Kyiv")."""
    behind = re.match(r" (?:of|from|in|for) (?:the )?([^,.;\n]{2,40})", text[mention.end :])
    if not behind:
        return None
    words = behind[1].split()
    for size in (3, 2, 1):
        part = " ".join(words[:size]).removesuffix("'s").removesuffix("’s")
        place = knowledge.find_country(part) or knowledge.find_capital(part)
        if place:
            return place.code
    return None


def is_adjective(words: str, knowledge: Knowledge) -> bool:
    """Whether the words are a country's adjective and no name of anybody ("Turkish")."""
    if words.endswith("s") or knowledge.find_country(words):
        return False
    return knowledge.find_demonym(words) is not None


def is_apposition(gap: str) -> bool:
    """Whether what stands between a name and a role makes the role the name's."""
    if not re.match(r"\s*(?:,|\(|–|—|-|as\b|was\b|is\b|, who)", gap) or len(gap) > 60:
        return False
    return not re.search(r"[.;:!?\n“”\"]|\b(?:and|said|says|told|with|to|met)\b", gap)


def sex_of_title(text: str, start: int) -> Sex | None:
    """The sex that a title right before a name tells ("Ms"), if there is one."""
    before = text[max(0, start - 6) : start].split()
    return TITLES.get(before[-1]) if before else None
