"""What does GUM say of names and coreference? (amir-zeldes/gum, annotation CC BY 4.0)"""

import gzip
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from training.articles import Article, Mention

KINDS = {
    "person": frozenset({"person"}),
    "organization": frozenset({"organisation", "group", "outlet"}),
    "place": frozenset({"place", "country"}),
}
BRACKET = re.compile(r"\((\d+)-([a-z]+)[^()]*(\)?)|(\d+)\)")
INNER = frozenset("of the de la al el bin von van du for and - ' / & .".split())
TITLES = frozenset(
    "mr mr. mrs mrs. ms ms. dr dr. prof prof. professor president senator sen sen. rep rep. "
    "governor gov gov. minister king queen prince princess lord lady sir captain general gen. "
    "sheikh justice judge mayor chancellor secretary ambassador st. director chairman chairwoman "
    "chair chief founder editor manager officer spokesman spokeswoman commissioner".split()
)


@dataclass
class Word:
    """A word of a sentence, with its place in the document's text."""

    form: str
    tag: str
    head: int
    start: int
    end: int
    entity: str


@dataclass
class Text:
    """A document under construction."""

    name: str
    text: str = ""
    mentions: list[Mention] = field(default_factory=list)


def read_gum(path: Path) -> Iterator[Article]:
    """The documents of a GUM file: names, and chains of persons, organisations and places."""
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        blocks = "".join(lines).split("# newdoc id = ")[1:]
    for block in blocks:
        document = Text(block.split("\n", 1)[0])
        opened: list[tuple[str, str, Word]] = []
        for sentence in block.split("\n\n"):
            if "\n# newpar\n" in f"\n{sentence}\n" and document.text:
                document.text = document.text.rstrip() + "\n\n"
            words = list(_read_words(sentence, document))
            for word in words:
                _follow(word, words, opened, document)
        layers = frozenset({"names", "antecedents"})
        yield Article(document.name, document.text, (), (), tuple(document.mentions), layers)


def _read_words(sentence: str, document: Text) -> Iterator[Word]:
    for line in sentence.split("\n"):
        cells = line.split("\t")
        if len(cells) != 10 or not cells[0].isdigit():
            continue
        start = len(document.text)
        document.text += cells[1]
        found = re.search(r"Entity=([^|]*)", cells[9])
        yield Word(
            cells[1], cells[3], int(cells[6]), start, len(document.text), found[1] if found else ""
        )
        document.text += "" if "SpaceAfter=No" in cells[9] else " "


def _follow(
    word: Word,
    words: list[Word],
    opened: list[tuple[str, str, Word]],
    document: Text,
) -> None:
    """Opens and closes the mentions that begin and end at a word."""
    for group, kind, at_once, closing in BRACKET.findall(word.entity):
        if not closing:
            opened.append((group, kind, word))
        if closing or at_once:
            wanted = closing or group
            at = max((i for i, (open_, _, _) in enumerate(opened) if open_ == wanted), default=None)
            if at is not None:
                _close(*opened.pop(at), word, words, document)


def _close(
    group: str, kind: str, first: Word, last: Word, words: list[Word], document: Text
) -> None:
    kinds = KINDS.get(kind)
    if first not in words:
        return
    inside = words[words.index(first) : words.index(last) + 1]
    numbers = {words.index(w) + 1 for w in inside}
    heads = [w for w in inside if w.head not in numbers]
    if not heads:
        return
    head = heads[0]
    chain = int(group) if kinds else 0
    if kinds and head.tag == "PROPN" and head.form.casefold() not in TITLES:
        begin, end = _name_around(inside, inside.index(head))
        document.mentions.append(Mention(begin, end, "name", kinds, chain))
    elif head.tag == "PRON" and len(inside) == 1:
        document.mentions.append(
            Mention(head.start, head.end, "pronoun", kinds or frozenset(), int(group))
        )
    elif kinds and head.tag in ("NOUN", "PROPN"):
        document.mentions.append(Mention(first.start, head.end, "nominal", kinds, chain))


def _name_around(inside: list[Word], at: int) -> tuple[int, int]:
    """The name around its head: capitalised words and small ones between, without titles."""
    first = last = at
    while first and _joins(inside, first - 1):
        first -= 1
    while last + 1 < len(inside) and _joins(inside, last + 1):
        last += 1
    while first < last and _goes_before(inside[first]):
        first += 1
    while last > first and inside[last].tag not in ("PROPN", "NUM", "NOUN", "ADJ"):
        last -= 1
    return inside[first].start, inside[last].end


def _goes_before(word: Word) -> bool:
    """Whether a word stands before a name and is no part of it."""
    return word.form.casefold() in TITLES or word.tag == "DET" or not word.form[:1].isupper()


def _joins(inside: list[Word], at: int) -> bool:
    word = inside[at]
    if word.tag == "PROPN":
        return True
    between = 0 < at < len(inside) - 1
    capital = word.form[:1].isupper() and word.tag in ("NOUN", "ADJ", "NUM", "VERB")
    return capital or (
        between
        and word.form.casefold() in INNER
        and inside[at + 1].form[:1].isupper()
        and inside[at - 1].form[:1].isupper()
    )
