"""Who says it, for whom, to whom, and by which way?"""

import re
from bisect import bisect_left, bisect_right, insort
from collections.abc import Iterable, Sequence
from functools import cache
from itertools import pairwise

from sayso.documents import Document, Span
from sayso.reading import ActorKind, Statement
from sayso.reading.clusters import Cluster, find_country_in
from sayso.reading.coreference import Coreference
from sayso.reading.descriptions import tell_kind
from sayso.reading.lexicon import Lexicon, find_noun, load_lexicon, match_any, tell_noun
from sayso.reading.mentions import Found
from sayso.reading.phrases import find_head_phrase
from sayso.reading.pronouns import find_pronoun
from sayso.reading.transcripts import ASKING

FORMER = re.compile(r"\bformer\b|\bex-")
OFFICE = re.compile(r"\b(?:office|team|campaign|staff)\b")
LONGEST_NAME = 60
"""How far before a source a name may begin whose last word is the source."""
NEAR = 8
"""Statements before and behind, in the order of the text, that are looked at."""
JOINT = re.compile(r",? (?:and |as well as )?(?:the )?")


class Speakers:
    """The speakers of one document's statements, told from its mentions."""

    def __init__(self, document: Document, coreference: Coreference) -> None:
        self.document = document
        self.text = document.text
        self.coreference = coreference
        self.lexicon: Lexicon = load_lexicon()
        self.by_statement: dict[str, Cluster] = {}
        self._placed: list[tuple[int, int]] = []
        """Where each mention begins, and its number, in order."""
        self._described: dict[str, list[int]] = {}
        """The numbers of the descriptions by their words, of the mentions up to `_described_to`."""
        self._described_to = 0

    def find_speaker(self, statement: Statement, others: Sequence[Statement]) -> Cluster | None:
        """The actor who says the statement; None where the text does not tell.

        A statement whose source names nobody that was found makes an actor of its source.
        """
        if not statement.source:
            return self._go_on(statement, others)
        numbers = self.mentions_in(statement.source)
        first_person = [n for n in numbers if self._is_first_person(n)]
        if first_person and len(statement.source[0].text) < 10:
            return self._find_who_quotes(statement, others, first_person)
        if statement.source[0].text.strip(" :") in ASKING:
            return None
        for span in statement.source:
            phrase = find_head_phrase(self.text, span)
            if joint := self._find_joint(span):
                return joint
            if self._is_document(phrase):
                return self._find_issuer(phrase, span)
            head = self.find_head(phrase, self.mentions_in([span]))
            if head is not None and head in self.coreference.of:
                return self.coreference.of[head]
            if head is None and len(span.text) > 3:
                return self._make_speaker(phrase)
        return None

    def _find_joint(self, span: Span) -> Cluster | None:
        """An actor of its own for several names side by side ("Britain, France and Canada")."""
        mentions = self.coreference.mentions
        names = [n for n in self.mentions_in([span]) if mentions[n].form == "name"]
        if len(names) < 2 or mentions[names[0]].start > span.start + 4:
            return None
        pairs = pairwise(mentions[n] for n in names)
        gaps = [self.text[a.end : b.start] for a, b in pairs]
        of = self.coreference.of
        several = len({of[n] for n in names if n in of}) == len(names)
        if not several or not all(map(JOINT.fullmatch, gaps)) or " and " not in gaps[-1]:
            return None
        return self._make_speaker((span.start, mentions[names[-1]].end), "group")

    def _is_document(self, phrase: tuple[int, int]) -> bool:
        nouns = self.lexicon.nouns
        for word in reversed(self.text[slice(*phrase)].split()):
            if find_noun(word, nouns.document):
                return True
            if tell_noun(word, nouns) or word[:1].isupper():
                return False
        return False

    def _find_issuer(self, phrase: tuple[int, int], span: Span) -> Cluster | None:
        """Who issued a document that speaks: whose it is, or by whom."""
        mentions, of = self.coreference.mentions, self.coreference.of
        numbers = [
            n
            for n in self.mentions_in([span])
            if n in of and of[n].kind != "place" and not self._owns(n, span.end)
        ]
        owners = [
            n for n in numbers if mentions[n].start < phrase[1] and mentions[n].form != "nominal"
        ]
        by = re.compile(
            r"(?<!seen )(?<!obtained )(?<!reviewed )\b(?:by|from|that|of) (?:[\w’'-]+ ){0,3}$"
        )
        issuers = [
            n
            for n in numbers
            if mentions[n].start >= phrase[1]
            and by.search(self.text[phrase[1] : mentions[n].start])
        ]
        found = next(iter(owners + issuers), None)
        return of[found] if found is not None else None

    def mentions_in(self, spans: Iterable[Span]) -> list[int]:
        """The numbers of the mentions within the spans, and of a name that a span is the end of."""
        mentions = self.coreference.mentions
        for number in range(len(self._placed), len(mentions)):
            insort(self._placed, (mentions[number].start, number))
        found = []
        for span in spans:
            first = bisect_left(self._placed, (span.start - LONGEST_NAME, -1))
            last = bisect_left(self._placed, (span.end, -1))
            for _, n in self._placed[first:last]:
                m = mentions[n]
                within = span.start <= m.start and m.end <= span.end + 1
                if within or (m.form == "name" and m.start < span.start and m.end == span.end):
                    found.append(n)
        return found

    def _is_first_person(self, number: int) -> bool:
        mention = self.coreference.mentions[number]
        pronoun = (
            find_pronoun(self.coreference.words(mention)) if mention.form == "pronoun" else None
        )
        return pronoun is not None and pronoun.person == 1

    def find_head(self, phrase: tuple[int, int], numbers: Sequence[int]) -> int | None:
        """The mention that heads a phrase; None where the phrase has a head that is none."""
        mentions, of = self.coreference.mentions, self.coreference.of
        start, end = phrase
        inside = [n for n in numbers if mentions[n].start < end and not self._owns(n, end)]
        persons = [n for n in inside if mentions[n].kind == "person" and n in of]
        if persons and of[persons[0]].kind == "person":
            return persons[0]
        whole = [n for n in inside if mentions[n].end >= end or mentions[n].form == "role"]
        if whole:
            return max(
                whole, key=lambda n: (n in of, mentions[n].form == "role", -mentions[n].start)
            )
        words = self.text[start:end].split()
        if words and tell_noun(words[-1], self.lexicon.nouns):
            apposed = [
                n
                for n in numbers
                if mentions[n].kind == "person"
                and n in of
                and self.text[: mentions[n].start].endswith(", ")
            ]
            return next(iter(apposed), None)
        known = [n for n in inside or numbers if n in of]
        acting = [n for n in known if of[n].kind != "place"]
        return next(iter(acting or known), None)

    def _owns(self, number: int, end: int) -> bool:
        """Whether a mention only says whose, or of which country, the next word is."""
        mention = self.coreference.mentions[number]
        rest = self.text[mention.end : end]
        if re.match(r"['’]s?\s+\w", rest):
            return True
        words = self.coreference.words(mention)
        possessive = words.casefold() in ("his", "her", "its", "their", "whose", "our", "my")
        return bool(possessive and re.match(r"\s+\w", rest))

    def _go_on(self, statement: Statement, others: Sequence[Statement]) -> Cluster | None:
        """The speaker of a bare quotation right behind another one of the same speaker."""
        if statement.kind != "direct" or statement.cue:
            return None
        start = statement.content[0].start
        at = bisect_left(others, start, key=lambda o: o.content[0].start)
        near = [o for o in others[max(0, at - NEAR) : at + NEAR] if o.id in self.by_statement]
        before = [o for o in near if o.id != statement.id and o.content[-1].end <= start]
        last = max(before, key=lambda o: o.content[-1].end, default=None)
        if last is None or last.kind == "indirect":
            return None
        end = max(span.end for span in (*last.source, *last.cue, *last.content))
        gap = self.text[min(end, start) : start]
        return (
            self.by_statement[last.id] if len(gap.split()) < 4 and gap.count("\n\n") < 2 else None
        )

    def _find_who_quotes(
        self, statement: Statement, others: Sequence[Statement], numbers: Sequence[int]
    ) -> Cluster | None:
        """Who says the statement that an "I" or "we" stands in."""
        mention = self.coreference.mentions[numbers[0]]
        speaker = self.by_statement.get(statement.within or "")
        for o in others if speaker is None else ():
            around = any(s.start <= mention.start < s.end for s in o.content)
            if o.id != statement.id and o.id in self.by_statement and around:
                speaker = self.by_statement[o.id]
                break
        pronoun = find_pronoun(self.coreference.words(mention))
        if speaker is not None and pronoun and pronoun.plural:
            return self.find_principal(speaker) or speaker
        return speaker

    def resolve_first_persons(self, statements: Sequence[Statement]) -> None:
        """Counts each "I", "my", "we" inside a quotation among the mentions of its speaker."""
        mentions = self.coreference.mentions
        spoken = sorted(
            (span.start, span.end, s.id)
            for s in statements
            if s.id in self.by_statement and s.kind != "indirect"
            for span in s.content
        )
        starts = [start for start, _, _ in spoken]
        for number, mention in enumerate(mentions):
            if number in self.coreference.of or not self._is_first_person(number):
                continue
            at = bisect_right(starts, mention.start)
            inner = [r for r in spoken[max(0, at - NEAR) : at] if mention.start < r[1]]
            said = min(inner, key=lambda r: r[1] - r[0])[2] if inner else ""
            speaker = self.by_statement.get(said)
            pronoun = find_pronoun(self.coreference.words(mention))
            if speaker is not None and pronoun is not None and pronoun.plural:
                speaker = self.find_principal(speaker) or (
                    speaker if speaker.kind != "person" or speaker.plural else None
                )
            if speaker is not None:
                self.coreference.attach(number, speaker)

    def _make_speaker(self, phrase: tuple[int, int], known: ActorKind | None = None) -> Cluster:
        """The actor of a phrase in which no mention was found: one of these words, or a new one."""
        start, end = phrase
        words = " ".join(self.text[start:end].split())
        mentions, of = self.coreference.mentions, self.coreference.of
        for number in range(self._described_to, len(mentions)):
            if mentions[number].form == "nominal":
                described = self.coreference.words(mentions[number]).casefold()
                self._described.setdefault(described, []).append(number)
        self._described_to = len(mentions)
        for number in self._described.get(words.casefold(), ()):
            if number in of:
                return of[number]
        kind, plural = (known, True) if known else tell_kind(words, self.lexicon)
        cluster = self.coreference.make("group" if kind == "country" else kind)
        cluster.plural = plural
        cluster.country = find_country_in(words, self.coreference.knowledge)
        self.coreference.mentions.append(Found(start, end, "nominal", None, -1, -1, 0.0))
        self.coreference.attach(len(self.coreference.mentions) - 1, cluster)
        return cluster

    def find_principal(self, speaker: Cluster) -> Cluster | None:
        """On whose behalf an actor speaks: whom a spokesman serves, a minister's country."""
        described = [m for m in speaker.mentions if m.form == "nominal"]
        words = [*(role for role, _ in speaker.roles), *map(self.coreference.words, described)]
        held = [w for w in words if not FORMER.search(w.casefold())]
        roles = " ".join(held).casefold()
        if speaker.kind in ("organisation", "group"):
            return self._find_state(speaker, roles)
        if speaker.kind not in ("person", "unnamed") or (words and not held):
            return None
        above = speaker.served or speaker.owner
        served = above if above and above.kind != "place" else None
        if _one_of(self.lexicon.speaking.spokes).search(roles):
            return served or self._get_country(speaker.country)
        if _one_of(self.lexicon.speaking.office).search(roles) and speaker.roles:
            if served and (served.kind == "country" or not served.country):
                return served if served.kind != "person" else self._get_country(speaker.country)
            return self._get_country(speaker.country)
        return served if _one_of(self.lexicon.speaking.heads).search(roles) else None

    def _find_state(self, speaker: Cluster, words: str) -> Cluster | None:
        """The country that a body of state speaks for; the person whose office it is."""
        if speaker.owner is not None and speaker.owner.kind == "person":
            return speaker.owner if OFFICE.search(words) else None
        named = " ".join([*speaker.names, words]).casefold()
        seat = (speaker.key or "").startswith("seat:")
        if seat or _one_of(self.lexicon.speaking.state).search(named):
            return self._get_country(speaker.country)
        return None

    def _get_country(self, code: str | None) -> Cluster | None:
        """The country, if the document has it as an actor."""
        key = f"country:{code}"
        return next((c for c in self.coreference.clusters if c.key == key and c.mentions), None)


@cache
def _one_of(words: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile(match_any(words), re.IGNORECASE)
