"""What is known of an actor while a document is read?"""

import re
from collections import defaultdict
from dataclasses import dataclass, field

from sayso.knowledge.lookup import Knowledge
from sayso.knowledge.names import are_same_person, find_sex, normalise, simplify
from sayso.reading import ActorKind
from sayso.reading.lexicon import Nouns, find_noun
from sayso.reading.mentions import Found
from sayso.reading.pronouns import Sex

COUNTRY = "country:"
BESIDE = 40
"""Characters within which an office stands beside a name."""
OUTLET_LAST = re.compile(
    r" (?:Courier|Times|News|Herald|Gazette|Tribune|Chronicle|TV|Radio|Ledger)$"
)
"""Words in which no person's name ends."""
MISTAKEN = frozenset({"outlet", "organisation", "group", "place"})
"""What the model may take a bare surname for."""
OUTLET_WORDS = re.compile(
    r"\b(?:Times|Post|News|Courier|Herald|Gazette|Tribune|Chronicle|Journal|Daily|TV|Television|Radio|"
    r"Ledger|Sentinel|Observer|Telegraph|Dispatch|Zeitung|Broadcasting|Mail|Monitor|Newspaper|Weekly)\b"
)
"""Words that only the names of outlets have, nearly always."""
GENERIC = re.compile(
    r"(?:the )?(?:prime minister|president|presidential|cabinet|foreign|defen[cs]e|interior)"
    r"(?:['’]s)? (?:office|ministry|department)",
    re.IGNORECASE,
)
"""Names that bodies of many countries have: the text has to tell whose."""


@dataclass(eq=False)
class Cluster:
    """An actor under construction: its mentions, and what they tell."""

    number: int
    kind: ActorKind
    mentions: list[Found] = field(default_factory=list)
    names: list[str] = field(default_factory=list)
    roles: list[tuple[str, Found]] = field(default_factory=list)
    key: str | None = None
    """What tells it from others of its kind, where names alone do not: "country:UA"."""
    country: str | None = None
    hint: str | None = None
    """The country of everybody who is known under the name; the text may say otherwise."""
    whose: str | None = None
    """Of a body in small letters, the adjective or possessive before it, as written."""
    sex: Sex | None = None
    plural: bool = False
    owner: "Cluster | None" = None
    """Whose it is: the ministry of a country, the office of a minister."""
    served: "Cluster | None" = None
    """The actor that its role names: whose minister, whose spokesman."""

    @property
    def last(self) -> int:
        """Where its last mention begins."""
        return self.mentions[-1].start

    def add_name(self, words: str) -> None:
        if words not in self.names:
            self.names.append(words)

    def take(self, other: "Cluster") -> None:
        """Takes over all that is known of an actor who turns out to be this one."""
        self.mentions = sorted([*self.mentions, *other.mentions], key=lambda m: m.start)
        self.roles += other.roles
        self.country = self.country or other.country
        self.sex = self.sex or other.sex

    def find_sure_roles(self) -> list[str]:
        """The offices that stand beside its name, in the order of the text; all, if none does."""
        names = [m for m in self.mentions if m.form == "name"]
        ordered = sorted(self.roles, key=lambda role: role[1].start)
        beside = [
            words
            for words, m in ordered
            if any(0 <= max(n.start - m.end, m.start - n.end) < BESIDE for n in names)
        ]
        return beside or [words for words, _ in ordered]

    @property
    def name(self) -> str | None:
        """The fullest of its names."""
        return max(self.names, key=len) if self.names else None


@dataclass(frozen=True)
class Recognised:
    """What the knowledge base makes of a name."""

    kind: ActorKind
    key: str | None = None
    country: str | None = None


def recognise(
    words: str, kind: ActorKind, knowledge: Knowledge, *, is_surname: bool = False
) -> Recognised:
    """What a name most likely names, given the kind that the model believes it to have.

    A country's name is the country in any place; a capital or a seat of power is its country or
    its institution only where the model sees an actor.
    """
    country = knowledge.find_country(words)
    if kind == "person" and OUTLET_LAST.search(words):
        kind = "outlet"
    if kind == "person" and (country is None or is_surname):
        if len(words.split()) > 1:
            return Recognised(kind)
        if knowledge.find_capital(words):
            kind = "country"
        elif knowledge.find_organisation(words):
            kind = "organisation"
        else:
            return Recognised(kind)
    if country:
        return Recognised("country", COUNTRY + country.code, country.code)
    if kind == "outlet" or knowledge.find_outlet(words):
        outlet = knowledge.find_outlet(words)
        if outlet:
            return Recognised("outlet", f"outlet:{outlet.id}", outlet.country)
    town = kind == "country" and not knowledge.find_capital(words) and knowledge.find_place(words)
    if kind == "place" or town:
        return _recognise_place(words, knowledge)
    capital = knowledge.find_capital(words)
    if capital:
        return Recognised("country", COUNTRY + capital.code, capital.code)
    first = words.rsplit(" ", 1)[0]
    if kind == "organisation" and OUTLET_WORDS.search(words) and not knowledge.find_country(first):
        kind = "outlet"
    return _recognise_organisation(words, kind, knowledge)


def _recognise_place(words: str, knowledge: Knowledge) -> Recognised:
    capital, place = knowledge.find_capital(words), knowledge.find_place(words)
    code = capital.code if capital else place.country if place else None
    return Recognised("place", f"place:{simplify(words)}", code)


def _recognise_organisation(words: str, kind: ActorKind, knowledge: Knowledge) -> Recognised:
    seat = knowledge.find_seat(words)
    if seat:
        return Recognised("organisation", f"seat:{simplify(seat.name)}", seat.country)
    organisation = knowledge.find_organisation(words)
    if organisation and not GENERIC.fullmatch(words):
        group = organisation.kind == "armed_group"
        kind = "group" if group else "organisation"
        return Recognised(kind, f"organisation:{organisation.id}", organisation.country)
    return Recognised(kind, None, find_country_in(words, knowledge))


def find_country_in(words: str, knowledge: Knowledge) -> str | None:
    """The code of the one country that the words name or have the adjective of; None for several.

    >>> find_country_in("two Turkish officials", load_knowledge())  # doctest: +SKIP
    'TR'
    """
    tokens = words.replace("’", "'").split()
    found: list[str] = []
    at = 0
    while at < len(tokens):
        for size in (3, 2, 1):
            part = " ".join(tokens[at : at + size]).strip(',;:()"“”')
            part = part.removesuffix("'s").removesuffix("'")
            if len(tokens) < at + size or not part[:1].isupper():
                continue
            country = knowledge.find_demonym(part) or knowledge.find_country(part)
            if country:
                found.append(country.code)
                at += size - 1
                break
        at += 1
    return found[0] if len(set(found)) == 1 else None


class NameIndex:
    """The actors that have a word of a name in common with another name, or its initials."""

    def __init__(self) -> None:
        self._by_word: defaultdict[str, dict[Cluster, None]] = defaultdict(dict)

    def add(self, cluster: Cluster, words: str) -> None:
        """Files the actor under a name of its own, and under its key."""
        for key in (*_keys_of(words), cluster.key or ""):
            self._by_word[key][cluster] = None

    def find(self, words: str, key: str | None) -> list[Cluster]:
        """All actors that may be of that name or have that key, in the order of their filing."""
        keys = [*_keys_of(words), *([key] if key else [])]
        return list(dict.fromkeys(c for k in keys for c in self._by_word.get(k, ())))


def _keys_of(words: str) -> set[str]:
    initials = "".join(w[0] for w in words.replace("-", " ").split() if w[0].isupper())
    short = words.replace(".", "")
    acronyms = {f"acronym:{x}" for x in (initials, short) if len(x) > 1 and x.isupper()}
    whole = normalise(words).replace(" ", "")
    return {*simplify(words).split(), *normalise(words).split(), *acronyms, whole}


def find_only_country(words: str, knowledge: Knowledge) -> str | None:
    """The country of all who are known under a name; None where it is none, or several."""
    codes = {person.country for person in knowledge.find_people(words)}
    return codes.pop() if len(codes) == 1 else None


def same_name(cluster: Cluster, words: str, recognised: Recognised) -> bool:
    """Whether a name can be one of the cluster's."""
    if recognised.key or cluster.key:
        if recognised.key == cluster.key:
            return True
        if recognised.key and cluster.key:
            return False
    if cluster.kind == "person" and recognised.kind in MISTAKEN and " " not in words:
        return any(name.split()[-1] == words for name in cluster.names if " " in name)
    if (cluster.kind == "person") != (recognised.kind == "person"):
        return False
    if recognised.country and cluster.country and recognised.country != cluster.country:
        return False
    if cluster.kind == "person":
        full = [name for name in cluster.names if " " in name]
        return all(are_same_person(name, words) for name in full or cluster.names)
    mine = simplify(words)
    for name in cluster.names:
        theirs = simplify(name)
        if mine == theirs or _is_acronym(words, name) or _is_acronym(name, words):
            return True
        short, long = sorted((mine.split(), theirs.split()), key=len)
        if len(short) > 1 and long[-len(short) :] == short:
            return True
    return False


def _is_acronym(short: str, long: str) -> bool:
    letters = short.replace(".", "")
    initials = "".join(w[0] for w in long.replace("-", " ").split() if w[0].isupper())
    return len(letters) > 1 and letters.isupper() and letters == initials


def sex_of_name(name: str) -> Sex | None:
    """The sex that a full name's first part tells, if it is a common one."""
    parts = name.split()
    return find_sex(parts[0]) if len(parts) > 1 else None


def sex_of_words(words: str, nouns: Nouns) -> Sex | None:
    """The sex that a description or role tells ("spokeswoman"), if any."""
    for word in words.replace("-", " ").split():
        if find_noun(word, nouns.female):
            return "f"
        if find_noun(word, nouns.male):
            return "m"
    return None
