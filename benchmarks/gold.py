"""What do people say that a text says?

Reads the gold texts of `tests/gold/attribution`, which carry their annotation as tags in the text:
`[s1:source]`, `[c1:cue]`, `[q1:content]`, and `[p1:who]` for a relative pronoun that stands for the
source. The number is the statement; tags may nest and repeat, and `[s1,2:…]` serves two statements.
A square bracket that opens no tag is text, and so is the one that closes it.
"""

import re
from pathlib import Path
from typing import Literal, TypedDict

import msgspec

Role = Literal["source", "cue", "content", "pronoun"]
Spans = list[list[int]]

TAG = re.compile(r"\[([scqp])([1-9]\d*(?:,[1-9]\d*)*):|[\[\]]")
ROLES: dict[str, Role] = {"s": "source", "c": "cue", "q": "content", "p": "pronoun"}
SPLITS = ("dev", "test")
KEYS = frozenset({"outlet", "register", "form", "split", "nested"})


class GoldError(ValueError):
    """A gold file breaks the rules of its README."""


class GoldStatement(TypedDict):
    """One statement's spans `[start, end]` in code points of the text, `end` exclusive.

    `pronoun` holds the relative pronoun through which the source speaks ("X, who has claimed"):
    the gold source is its antecedent, where PolNeAR marks the pronoun.
    """

    source: Spans
    cue: Spans
    content: Spans
    pronoun: Spans


class GoldText(msgspec.Struct, frozen=True, kw_only=True):
    """An annotated text. `statements[n - 1]` is the statement that the tags number n."""

    id: str
    outlet: str = ""
    register: str = ""
    form: str = ""
    split: str
    nested: tuple[int, ...] = ()
    """The numbers of the statements that stand inside another one's content."""
    text: str
    statements: tuple[GoldStatement, ...]


def read_gold_folder(folder: Path, split: str | None = None) -> list[GoldText]:
    """The gold texts of a folder by file name; of one split, or of both where none is named."""
    texts = [read_gold(path) for path in sorted(folder.glob("*.txt"))]
    return [gold for gold in texts if split in (None, gold.split)]


def read_gold(path: Path) -> GoldText:
    """The gold text of a file; raises GoldError where it breaks the rules."""
    try:
        head, marked = split_header(path.read_text(encoding="utf-8"))
        text, statements = read_marked(marked)
        nested = tuple(int(n) for n in head.pop("nested", "").split())
    except ValueError as error:
        raise GoldError(f"{path}: {error}") from error
    if not set(nested) <= set(range(1, len(statements) + 1)):
        raise GoldError(f"{path}: nested names a statement that the text does not have")
    return GoldText(
        id=f"{path.parent.name}/{path.stem}",
        nested=nested,
        text=text,
        statements=statements,
        **head,
    )


def split_header(raw: str) -> tuple[dict[str, str], str]:
    """The header's values by key, and the marked text below the first blank line."""
    above, blank, below = raw.partition("\n\n")
    pairs = [line.partition(": ") for line in above.split("\n")]
    head = {key: value.strip() for key, _, value in pairs}
    if not blank or not below.strip():
        raise GoldError("no blank line between header and text")
    if not head.keys() <= KEYS:
        raise GoldError(f"unknown keys in the header: {sorted(head.keys() - KEYS)}")
    if head.get("split") not in SPLITS:
        raise GoldError(f"split is none of {SPLITS}")
    return head, below.strip("\n")


def read_marked(marked: str) -> tuple[str, tuple[GoldStatement, ...]]:
    """The text without its tags, and the statements in the order of their numbers."""
    found: dict[int, GoldStatement] = {}
    text = ""
    open_tags: list[tuple[re.Match[str], int]] = []
    done = 0
    for mark in TAG.finditer(marked):
        text += marked[done : mark.start()]
        done = mark.end()
        if mark.group() != "]":
            open_tags.append((mark, len(text)))
        elif not open_tags:
            raise GoldError(f"a bracket closes nothing after …{text[-30:]!r}")
        else:
            opening, start = open_tags.pop()
            if opening.group(1):
                add_span(found, opening, [start, len(text)])
                continue
        text += mark.group() if not mark.group(1) else ""
    if open_tags:
        raise GoldError(f"{open_tags[-1][0].group()!r} is never closed")
    if set(found) != set(range(1, len(found) + 1)):
        raise GoldError(f"statements are not numbered from 1 on: {sorted(found)}")
    for statement in found.values():
        for spans in (statement[role] for role in ROLES.values()):
            spans.sort()
    return text + marked[done:], tuple(found[n] for n in sorted(found))


def add_span(found: dict[int, GoldStatement], opening: re.Match[str], span: list[int]) -> None:
    """Adds a closed tag's span to each statement that the tag names."""
    for number in opening.group(2).split(","):
        empty = GoldStatement(source=[], cue=[], content=[], pronoun=[])
        found.setdefault(int(number), empty)[ROLES[opening.group(1)]].append(list(span))
