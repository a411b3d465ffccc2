"""Which mentions stand for the same actor?

One walk over the mentions. A name joins an actor of that name; an office beside a name is that
person's; else the model's pointer decides, summed over the mentions of an actor, among those that
agree in sex, number and kind. What agrees with nothing stays by itself.
"""

import re
from collections.abc import Callable, Sequence
from dataclasses import replace

from sayso.knowledge.lookup import Knowledge
from sayso.reading import ActorKind
from sayso.reading.agreement import (
    agrees,
    find_named_so,
    find_same_description,
    fits,
    fits_office,
    may_hold,
)
from sayso.reading.antecedents import weigh_antecedents
from sayso.reading.candidates import Candidates
from sayso.reading.clusters import (
    COUNTRY,
    Cluster,
    NameIndex,
    find_country_in,
    find_only_country,
    recognise,
    same_name,
    sex_of_name,
    sex_of_words,
)
from sayso.reading.countries import find_setting
from sayso.reading.descriptions import (
    DEFINITE,
    INDEFINITE,
    find_country_behind,
    find_whole_role,
    find_whose,
    is_adjective,
    is_anybody,
    is_apposition,
    sex_of_title,
    tell_kind,
)
from sayso.reading.given_names import extend_names
from sayso.reading.lexicon import Lexicon
from sayso.reading.mentions import Found
from sayso.reading.offices import find_country_served, find_described, stands_beside
from sayso.reading.pronouns import find_pronoun
from sayso.reading.scoring import Scored

SURER = 0.8
"""The same for a description with "a" or a number, which is mostly of somebody new."""
SURE = 0.5
"""Chance from which the pointer joins a description or an office to an actor."""
PRONOUN_SURE = 0.25
"""The same for pronouns: they nearly always stand for somebody."""
BODIES = ("organisation", "outlet", "group")
"""What a name in small letters may be, going by its noun ("parliament", "the army")."""
BARE = frozenset({"former", "acting", "deputy", "then", "ex", "senior"})
"""Words that say how an office is held, and are none."""
REMEMBERED = 200
"""Mentions back to which "the minister" or "the delegation" may be of the one before."""
REACH = 900
"""How far back, in characters, he or she may go where the pointer finds nobody in its window."""


class Coreference:
    """The actors of one document, and which of them each mention stands for."""

    def __init__(
        self,
        text: str,
        mentions: Sequence[Found],
        scored: Sequence[Scored],
        knowledge: Knowledge,
        lexicon: Lexicon,
    ) -> None:
        self.text = text
        self.mentions = extend_names(text, mentions)
        self.knowledge = knowledge
        self.lexicon = lexicon
        self.clusters: list[Cluster] = []
        self._names = NameIndex()
        self.of: dict[int, Cluster] = {}
        """The actor of each mention, by the mention's number; those that have none are left out."""
        self._candidates = Candidates(weigh_antecedents(mentions, scored), self.of)
        for number, mention in enumerate(self.mentions):
            if mention.form == "name" and self._is_no_name(number, mention):
                continue
            cluster = self._resolve(number, mention)
            if cluster is not None:
                self.attach(number, cluster)

    def _is_no_name(self, number: int, mention: Found) -> bool:
        """Whether it is a country's adjective, or one word of an office ("Defence Minister")."""
        words = self.words(mention)
        if is_adjective(words, self.knowledge):
            return True
        near = self.mentions[max(0, number - 3) : number]
        inside = any(m.form == "role" and m.start <= mention.start < m.end for m in near)
        known = self.knowledge.find_country(words) or self.knowledge.find_organisation(words)
        return inside and known is None and " " not in words and mention.kind != "place"

    def attach(self, number: int, cluster: Cluster) -> None:
        """Counts the mention among the actor's."""
        self.of[number] = cluster
        cluster.mentions.append(self.mentions[number])

    def words(self, mention: Found) -> str:
        return self.text[mention.start : mention.end]

    def _recent(self, number: int) -> list[Cluster]:
        """The actors of the mentions before the mention, as far back as a reader remembers."""
        before = range(max(0, number - REMEMBERED), number)
        return list(dict.fromkeys(self.of[n] for n in before if n in self.of))

    def make(self, kind: ActorKind, key: str | None = None) -> Cluster:
        """A new actor without mentions."""
        cluster = Cluster(len(self.clusters), kind, key=key)
        self.clusters.append(cluster)
        return cluster

    def _resolve(self, number: int, mention: Found) -> Cluster | None:
        if number in self.of:
            return None
        match mention.form:
            case "name":
                return self._resolve_name(mention)
            case "role":
                return self._resolve_role(number, mention)
            case "nominal":
                return self._resolve_nominal(number, mention)
            case _:
                return self._resolve_pronoun(number, mention)

    def _resolve_name(self, mention: Found) -> Cluster:
        words = " ".join(self.words(mention).split())
        small = words.islower() or mention.kind == "country"
        kind = tell_kind(words, self.lexicon)[0] if small else mention.kind
        kind = kind if kind in BODIES else mention.kind or "organisation"
        surname = " " not in words and self._is_surname(words)
        kind = "person" if surname else kind
        recognised = recognise(words, kind, self.knowledge, is_surname=surname)
        if recognised.key is None and recognised.kind == "organisation":
            code = find_country_served(self.text, mention, None, self.knowledge)
            code = code or find_setting(self.text, mention.start, self.knowledge)
            recognised = replace(recognised, country=recognised.country or code)
        if words.islower() and " " not in words:
            so = find_named_so(self.clusters[-REMEMBERED:], words, recognised.country)
            if so is not None:
                return so
        alike = self._names.find(words, recognised.key)
        whose = find_whose(self.text, mention) if recognised.key is None else None
        matching = [
            c
            for c in alike
            if same_name(c, words, recognised) and (not whose or c.whose in (None, whose))
        ]
        cluster = max(matching, key=lambda c: c.last, default=None)
        if cluster is None:
            cluster = self.make(recognised.kind, recognised.key)
            cluster.country = recognised.country
        cluster.whose = cluster.whose or whose
        cluster.add_name(words)
        self._names.add(cluster, words)
        if cluster.kind == "unnamed":
            cluster.kind = "person"
        if cluster.kind == "person":
            cluster.hint = cluster.hint or find_only_country(words, self.knowledge)
            title = sex_of_title(self.text, mention.start)
            cluster.sex = cluster.sex or title or sex_of_name(words)
        return cluster

    def _is_surname(self, words: str) -> bool:
        """Whether a person of the document has the word as a surname ("Jordan")."""
        persons = (c for c in self._names.find(words, None) if c.kind == "person")
        return any(name.endswith(f" {words}") for c in persons for name in c.names)

    def _resolve_role(self, number: int, mention: Found) -> Cluster | None:
        words = self.words(mention)
        kind, plural = tell_kind(words, self.lexicon)
        if words.casefold() in BARE:
            return None
        if kind in ("organisation", "outlet"):
            return self._resolve_nominal(number, mention)
        country = find_country_served(self.text, mention, None, self.knowledge)
        sex = sex_of_words(words, self.lexicon.nouns)
        cluster = self._find_holder(number, mention) or self._choose_holder(
            number, mention, lambda c: may_hold(c, sex, country) and fits_office(c, words)
        )
        if cluster is None:
            anybody = is_anybody(self.text, mention, self.lexicon)
            cluster = self.make("group" if plural else "unnamed" if anybody else "person")
        cluster.roles.append((find_whole_role(self.text, mention), mention))
        cluster.sex = cluster.sex or sex
        cluster.country = cluster.country or country
        return cluster

    def _choose_holder(
        self, number: int, mention: Found, may: Callable[[Cluster], bool]
    ) -> Cluster | None:
        """The person already spoken of whose office it is."""
        return (
            self._unite(number, may)
            or self._candidates.choose(number, may, SURE)
            or self._find_same_role(number, mention, may)
        )

    def _find_holder(self, number: int, mention: Found) -> Cluster | None:
        """The person whose name stands right before or after the role, as its apposition."""
        for other in range(number + 1, min(number + 4, len(self.mentions))):
            name = self.mentions[other]
            if name.form == "name" and name.start >= mention.end:
                if name.kind == "person" and stands_beside(self.text, mention, name):
                    if other not in self.of:
                        self.attach(other, self._resolve_name(name))
                    return self.of[other]
                if name.kind == "person":
                    break
        for other in range(number - 1, max(-1, number - 6), -1):
            name = self.mentions[other]
            if name.form == "name" and name.kind == "person" and name.end <= mention.start:
                gap = self.text[name.end : mention.start]
                return self.of.get(other) if is_apposition(gap) else None
        return None

    def _find_same_role(
        self, number: int, mention: Found, may: Callable[[Cluster], bool]
    ) -> Cluster | None:
        """The last person spoken of with the same office, for "the minister" and the like."""
        head = self.words(mention).casefold().split()[-1]
        before = self.text[max(0, mention.start - 25) : mention.start].casefold()
        if not re.search(r"\bthe (?:[\w-]+ )?$|['’]s $", before):
            return None
        holders = [
            c
            for c in self._recent(number)
            if any(head in role.casefold().split() for role, _ in c.roles) and may(c)
        ]
        return max(holders, key=lambda c: c.last, default=None)

    def _resolve_nominal(self, number: int, mention: Found) -> Cluster | None:
        words = self.words(mention)
        kind, plural = tell_kind(words, self.lexicon)
        country = find_country_in(words, self.knowledge)
        if named := self._find_name_behind(number, mention):
            named.country = named.country or country
            return named
        if kind == "country" and country:
            return self._get_country(country)
        least = SURER if INDEFINITE.match(words) else SURE
        found = None
        if DEFINITE.match(words) and kind in BODIES:
            found = find_named_so(self._recent(number), words, country)
        found = found or self._candidates.choose(
            number, lambda c: agrees(c, kind, plural, country), least
        )
        if found is None and DEFINITE.match(words):
            found = find_same_description(self._recent(number), self.text, (words, kind, country))
        if found is None:
            found = self.make(kind)
            found.plural = plural
            found.country = country or find_country_behind(self.text, mention, self.knowledge)
            found.sex = sex_of_words(words, self.lexicon.nouns)
        return found

    def _find_name_behind(self, number: int, mention: Found) -> Cluster | None:
        """Whose name stands right behind a description ("the American portal Semafor")."""
        for other in range(number + 1, min(number + 3, len(self.mentions))):
            name = self.mentions[other]
            gap = self.text[mention.end : name.start]
            apposed = name.kind == "person" and self.text[name.end : name.end + 1] in (",", ".")
            if name.form == "name" and (gap == " " or (gap == ", " and apposed)):
                if other not in self.of:
                    self.attach(other, self._resolve_name(name))
                return self.of[other]
        return None

    def _get_country(self, code: str) -> Cluster:
        key = COUNTRY + code
        cluster = next((c for c in self.clusters if c.key == key), None) or self.make(
            "country", key
        )
        cluster.country = code
        return cluster

    def _resolve_pronoun(self, number: int, mention: Found) -> Cluster | None:
        pronoun = find_pronoun(self.words(mention))
        if pronoun is None or pronoun.person == 1:
            return None
        if self.words(mention).casefold() in ("who", "whom", "whose"):
            return self._find_antecedent_of_who(number, mention)
        described = find_described(self.text, self.mentions, self.of, number)
        found = self._candidates.choose(
            number, lambda c: fits(pronoun, c) and c is not described, PRONOUN_SURE
        )
        if found is None and pronoun.sex:
            near = (c for c in self._recent(number) if mention.start - c.last < REACH)
            may = [c for c in near if fits(pronoun, c) and c is not described]
            found = max(may, key=lambda c: c.last, default=None)
        if found is not None and pronoun.sex and found.sex is None:
            found.sex = pronoun.sex
        return found

    def _find_antecedent_of_who(self, number: int, mention: Found) -> Cluster | None:
        for other in range(number - 1, max(-1, number - 4), -1):
            before = self.mentions[other]
            gap = self.text[before.end : mention.start]
            if other in self.of and re.fullmatch(r",?\s+(?:of [^,.]{1,40},? |\d+, )?", gap):
                return self.of[other]
        return self._candidates.choose(number, lambda c: c.kind != "place", PRONOUN_SURE)

    def _unite(self, number: int, may: Callable[[Cluster], bool]) -> Cluster | None:
        """Makes one of a person without a name and one without an office, if both may be meant.

        "Lithuania's minister on the border" (a headline), then "Rasa Roe keeps …": the next time
        the minister is named, the pointer points at both.
        """
        halves = self._candidates.find_halves(number, may)
        if halves is None:
            return None
        self.merge(*halves)
        return halves[0]

    def merge(self, kept: Cluster, gone: Cluster) -> None:
        """Makes one actor of two."""
        for mention, cluster in list(self.of.items()):
            if cluster is gone:
                self.of[mention] = kept
        kept.take(gone)
        self.clusters.remove(gone)
