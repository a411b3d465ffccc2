"""Which phrases do sites print around and within their articles?"""

import re
import tomllib
from collections.abc import Iterable, Iterator
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable
from typing import Final, Literal, get_args

import msgspec

Label = Literal["boilerplate", "note", "credit", "caption", "links"]
"""What a standing line is; `note` is the editors' own word, `links` heads a list of links."""

_GAP: Final = 100
"""Characters that a * in a phrase stands for at most."""
_SENTENCE: Final = r"(?:[^.!?\n\"]|[.!?](?=\w)){0,400}[.!?]?"
"""What ~ stands for; nobody's words in quotation marks are run over."""
_SIGNS: Final = tuple(zip("İ’‘ʼ“”„«»\xa0\u202f", 'I\'\'\'"""""  ', strict=True))


class Table(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The phrases of one label, as a file gives them.

    * stands for a few words, % for one, # for a number, ~ for the rest of the sentence.
    """

    lines: tuple[str, ...] = ()
    """What a whole line says."""
    begins: tuple[str, ...] = ()
    """How a line begins."""
    ends: tuple[str, ...] = ()
    """How a line ends."""
    heads: tuple[str, ...] = ()
    """What a line above a list of links says."""
    foot: tuple[str, ...] = ()
    """What one of the last lines says."""
    anywhere: tuple[str, ...] = ()
    """What is told with certainty in the middle of a paragraph."""


class Words(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Words that make up a line of one sort."""

    sections: frozenset[str] = frozenset()
    share: frozenset[str] = frozenset()
    agencies: frozenset[str] = frozenset()
    pictures: frozenset[str] = frozenset()
    published: frozenset[str] = frozenset()
    updated: frozenset[str] = frozenset()
    byline: frozenset[str] = frozenset()
    roles: frozenset[str] = frozenset()
    months: frozenset[str] = frozenset()
    calendar: frozenset[str] = frozenset()


class _File(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One language's file."""

    boilerplate: Table = Table()
    note: Table = Table()
    credit: Table = Table()
    caption: Table = Table()
    links: Table = Table()
    words: Words = Words()


class Lexicon(msgspec.Struct, frozen=True):
    """All languages' phrases, arranged so that a line is looked up and not searched."""

    lines: dict[str, Label]
    """Whole lines without a gap."""
    gapped: dict[str, tuple[tuple[str, Label], ...]]
    """Whole lines with a gap, by their first three characters ("" where a gap comes first)."""
    begins: dict[str, tuple[tuple[str, Label], ...]]
    """Beginnings, by their first three characters."""
    foot: re.Pattern[str]
    """Whole lines that are credits where they stand last."""
    ends: re.Pattern[str]
    """Endings of a caption."""
    anywhere: re.Pattern[str]
    """Phrases in the middle of a paragraph; to be sought in folded text."""
    words: Words


def fold(text: str) -> str:
    """The text in lower case and with plain quotation marks, each character in its place."""
    for sign, plain in _SIGNS:
        text = text.replace(sign, plain)  # each a search in C: many times faster than translate
    return text.lower()


compile_phrases = cache(re.compile)
"""The pattern of some phrases, compiled when a line first asks for it: most never are."""


@cache
def load_lexicon() -> Lexicon:
    """The phrases of every file in `lexicons/`; a language is added by adding its file."""
    found = [_read(path.read_bytes()) for path in sorted(_paths(), key=lambda path: path.name)]
    lines: dict[str, Label] = {}
    gapped: list[tuple[str, Label]] = []
    begins: list[tuple[str, Label]] = []
    for label in get_args(Label):
        for table in (getattr(file, label) for file in found):
            begins += [(fold(phrase), label) for phrase in table.begins]
            for phrase in map(fold, (*table.lines, *table.heads)):
                if set("*%#~") & set(phrase):
                    gapped.append((phrase, label))
                else:
                    lines.setdefault(phrase, label)
    ends = [_express_end(fold(phrase)) for file in found for phrase in file.caption.ends]
    foot = [fold(phrase) for file in found for phrase in file.credit.foot]
    anywhere = [fold(phrase) for file in found for phrase in file.boilerplate.anywhere]
    return Lexicon(
        lines=lines,
        gapped=_index(gapped, whole=True),
        begins=_index(begins, whole=False),
        foot=re.compile(rf"(?:{'|'.join(map(_express, foot))})$"),
        ends=re.compile(rf"(?:{'|'.join(ends)})$"),
        anywhere=_express_all(anywhere),
        words=_join_words(file.words for file in found),
    )


def _paths() -> Iterator[Traversable]:
    folder = files("sayso.documents") / "lexicons"
    return (path for path in folder.iterdir() if path.name.endswith(".toml"))


def _read(content: bytes) -> _File:
    return msgspec.convert(tomllib.loads(content.decode()), _File)


def _join_words(found: Iterable[Words]) -> Words:
    every = list(found)
    names = Words.__struct_fields__
    return Words(
        **{
            name: frozenset(fold(word) for words in every for word in getattr(words, name))
            for name in names
        }
    )


def _index(
    phrases: Iterable[tuple[str, Label]], whole: bool
) -> dict[str, tuple[tuple[str, Label], ...]]:
    index: dict[str, dict[Label, list[str]]] = {}
    for phrase, label in phrases:
        fixed = not set("*%#~") & set(phrase[:3]) and len(phrase) >= 3
        key = phrase[:3] if fixed else ""
        index.setdefault(key, {}).setdefault(label, []).append(_express(phrase))
    end = "$" if whole else ""
    return {
        key: tuple((f"(?:{'|'.join(same)}){end}", label) for label, same in labels.items())
        for key, labels in index.items()
    }


def _express(phrase: str) -> str:
    """The phrase as a pattern; a space in it stands for any white space."""
    words = re.escape(phrase).replace(r"\ ", r"\s{1,8}").replace("%", r"[\w.'-]{1,30}")
    words = words.replace(r"\#", r"\d[\d.,]{0,9}[km]?")
    words = words.replace(r"\~", _SENTENCE).replace("~", _SENTENCE)
    return words.replace(r"\*", rf"[^\n]{{0,{_GAP}}}?")


def _express_end(phrase: str) -> str:
    """The phrase as the end of a line; one with a colon begins a sentence of its own."""
    return (r"(?<![\w,] )" if ":" in phrase and phrase[0].isalpha() else "") + _express(phrase)


def _express_all(phrases: Iterable[str]) -> re.Pattern[str]:
    """One pattern for many phrases, branching on their first letters so that it fails fast."""
    branches: dict[str, dict[str, list[str]]] = {}
    for phrase in sorted(phrases, key=len, reverse=True):
        branches.setdefault(phrase[0], {}).setdefault(phrase[1:3], []).append(phrase)
    tree = "|".join(
        re.escape(first)
        + "(?:"
        + "|".join(
            f"{re.escape(next_two)}(?:{'|'.join(_express_rest(phrase[3:]) for phrase in same)})"
            for next_two, same in seconds.items()
        )
        + ")"
        for first, seconds in branches.items()
    )
    return re.compile(rf"(?<!\w)(?:{tree})")


def _express_rest(rest: str) -> str:
    return _express(rest) + (r"(?!\w)" if rest[-1:].isalnum() else "")
