"""Which words of a language decide what the model cannot? The files in `lexicons/`."""

import re
import tomllib
from functools import cache
from importlib.resources import files

import msgspec

from sayso.reading import ActKind


class Nouns(msgspec.Struct, frozen=True):
    """Head nouns in the singular by what they tell of an actor."""

    person: frozenset[str]
    group: frozenset[str]
    organisation: frozenset[str]
    outlet: frozenset[str]
    country: frozenset[str]
    document: frozenset[str]
    unnamed: frozenset[str]
    female: frozenset[str]
    male: frozenset[str]


class Speaking(msgspec.Struct, frozen=True):
    """Who speaks for whom, and which verbs have somebody addressed right behind them."""

    spokes: tuple[str, ...]
    office: tuple[str, ...]
    heads: tuple[str, ...]
    """Who speaks for what he or she heads."""
    state: tuple[str, ...]
    """Words in the names of bodies that speak for their country."""
    telling: tuple[str, ...]


class Phrases(msgspec.Struct, frozen=True):
    """Set phrases that tell an act."""

    act: ActKind
    words: tuple[str, ...]
    negated: bool = False


class Reacting(msgspec.Struct, frozen=True):
    """How one statement takes up another."""

    partly: tuple[str, ...]
    """Words that confirm some and no more."""
    reports: tuple[str, ...]
    """Nouns that stand for what others said."""
    citing: tuple[str, ...]
    """Verbs by which an outlet names its own source."""
    pronouns: tuple[str, ...]
    determiners: tuple[str, ...]
    several: tuple[str, ...]
    own: tuple[str, ...]
    empty: frozenset[str]


class Grammar(msgspec.Struct, frozen=True):
    """Small words, wherever they matter."""

    negations: tuple[str, ...]
    contractions: tuple[str, ...]
    definite: tuple[str, ...]
    auxiliaries: tuple[str, ...]


class Issues(msgspec.Struct, frozen=True):
    """What an issue is made of, and what is none of it."""

    small: tuple[str, ...]
    clauses: tuple[str, ...]
    conditions: tuple[str, ...]
    qualities: tuple[str, ...]


class Lexicon(msgspec.Struct, frozen=True):
    """All words of one language."""

    silence: tuple[str, ...]
    nouns: Nouns
    numbers: dict[str, int]
    speaking: Speaking
    channels: dict[str, tuple[str, ...]]
    acts: tuple[Phrases, ...]
    leading: dict[ActKind, tuple[str, ...]]
    grammar: Grammar
    issues: Issues
    reacting: Reacting


@cache
def load_lexicon(language: str = "en") -> Lexicon:
    """The words of a language."""
    path = files("sayso.reading").joinpath(f"lexicons/{language}.toml")
    return msgspec.convert(tomllib.loads(path.read_text(encoding="utf-8")), Lexicon)


def match_any(words: tuple[str, ...], before: str = r"\b", after: str = r"\b") -> str:
    """An expression for any of the words, longest first."""
    return f"{before}(?:{'|'.join(map(re.escape, sorted(words, key=len, reverse=True)))}){after}"


@cache
def negation() -> re.Pattern[str]:
    """The words that negate a verb."""
    grammar = load_lexicon().grammar
    alone, joined = match_any(grammar.negations), match_any(grammar.contractions, before="")
    return re.compile(f"{alone}|{joined}", re.IGNORECASE)


@cache
def definite() -> re.Pattern[str]:
    """What stands before a noun for something that is known, up to two words before it."""
    words = match_any(load_lexicon().grammar.definite)
    return re.compile(rf"{words}\s+(?:[\w’'-]+\s+){{0,2}}$", re.IGNORECASE)


def find_noun(word: str, nouns: frozenset[str]) -> str | None:
    """The word, or its singular, if it is one of the nouns; else None."""
    word = word.casefold()
    for form in (word, word.removesuffix("s"), word.removesuffix("es"), _from_men(word)):
        if form in nouns:
            return form
    return None


def tell_noun(word: str, nouns: Nouns) -> bool:
    """Whether the word, or its singular, is a noun for somebody who may speak."""
    kinds = (nouns.person, nouns.group, nouns.organisation, nouns.outlet, nouns.unnamed)
    return any(find_noun(word, kind) for kind in kinds)


def _from_men(word: str) -> str:
    for plural, singular in (("men", "man"), ("women", "woman"), ("ies", "y")):
        if word.endswith(plural):
            return word.removesuffix(plural) + singular
    return word
