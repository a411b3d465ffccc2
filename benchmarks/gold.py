"""What do people say that a text says?

    python -m benchmarks.gold FILE …        checks gold files, says what is wrong, exits with 1

Reads gold texts as `docs/annotation.md` describes them: a header, the text with its annotation as
tags (`[s1:source]`, `[n2:name]`), and below a line of `=====` one record a line.
A square bracket that opens no tag is text, and so is the one that closes it.
"""

import re
import sys
from collections import Counter
from pathlib import Path
from typing import Literal, TypedDict

import msgspec

from benchmarks.gold_records import (
    GoldActor,
    GoldError,
    GoldRecord,
    check_records,
    read_records,
)

Role = Literal["source", "cue", "content", "pronoun"]
Form = Literal["name", "role", "nominal", "pronoun"]
Spans = list[list[int]]

TAG = re.compile(r"\[([scqpnrdhmewk])([1-9]\d*(?:,[1-9]\d*)*):|[\[\]]")
ROLES: dict[str, Role] = {"s": "source", "c": "cue", "q": "content", "p": "pronoun"}
FORMS: dict[str, Form] = {"n": "name", "r": "role", "d": "nominal", "h": "pronoun"}
MARKS = frozenset("mewk")
SPLITS = ("dev", "test", "train")
KEYS = frozenset({"outlet", "register", "form", "published", "split", "nested"})
RULE = re.compile(r"^=====+$", re.MULTILINE)


class GoldStatement(TypedDict):
    """One statement's spans `[start, end]` in code points of the text, `end` exclusive.

    `pronoun` holds the relative pronoun through which the source speaks ("X, who has claimed"):
    the gold source is its antecedent, where PolNeAR marks the pronoun.
    """

    source: Spans
    cue: Spans
    content: Spans
    pronoun: Spans


class GoldMention(msgspec.Struct, frozen=True):
    """A place in the text that stands for an actor."""

    start: int
    end: int
    form: Form
    actor: int


class GoldMark(msgspec.Struct, frozen=True):
    """Words that stand for a recorded meeting (m), event (e), issue (w) or its conditions (k)."""

    start: int
    end: int
    letter: str
    number: int


class GoldText(msgspec.Struct, frozen=True, kw_only=True):
    """An annotated text. `statements[n - 1]` is the statement that the tags number n."""

    id: str
    outlet: str = ""
    register: str = ""
    form: str = ""
    published: str = ""
    split: str
    nested: tuple[int, ...] = ()
    """The numbers of the statements that stand inside another one's content."""
    text: str
    statements: tuple[GoldStatement, ...]
    mentions: tuple[GoldMention, ...] = ()
    """In the order of their places."""
    marks: tuple[GoldMark, ...] = ()
    """In the order of their places; texts to train on have them."""
    actors: dict[int, GoldActor] = {}
    records: tuple[GoldRecord, ...] = ()
    """Statements', meetings', events' and positions' records, as they stand."""

    def record(self, number: int) -> dict[str, str]:
        """The values recorded of a statement; empty where nothing is."""
        found = (r.values for r in self.records if r.letter == "s" and r.number == number)
        return next(found, {})


class Marked(msgspec.Struct, frozen=True):
    """A text without its tags, and what they said."""

    text: str
    statements: tuple[GoldStatement, ...]
    mentions: tuple[GoldMention, ...]
    marks: tuple[GoldMark, ...]


def read_gold_folder(folder: Path, split: str | None = None) -> list[GoldText]:
    """The gold texts of a folder by file name; of one split, or of all where none is named."""
    texts = [read_gold(path) for path in sorted(folder.glob("*.txt"))]
    return [gold for gold in texts if split in (None, gold.split)]


def read_gold(path: Path) -> GoldText:
    """The gold text of a file; raises GoldError where it breaks the rules."""
    try:
        head, body = split_header(path.read_text(encoding="utf-8"))
        written, *below = RULE.split(body, maxsplit=1)
        marked = read_marked(written.strip("\n"))
        nested = tuple(int(n) for n in head.pop("nested", "").split())
        if not set(nested) <= set(range(1, len(marked.statements) + 1)):
            raise GoldError("nested names a statement that the text does not have")
        actors, records = read_records(below[0] if below else "")
        if below:
            tagged = {mention.actor for mention in marked.mentions}
            check_records(actors, records, marked.text, len(marked.statements), tagged)
            check_marks(records, marked.marks)
        elif marked.mentions:
            raise GoldError("the text tags actors, and no ===== with their records follows it")
    except ValueError as error:
        raise GoldError(f"{path}: {error}") from error
    return GoldText(
        id=f"{path.parent.name}/{path.stem}",
        nested=nested,
        text=marked.text,
        statements=marked.statements,
        mentions=marked.mentions,
        marks=marked.marks,
        actors=actors,
        records=records,
        **head,
    )


def check_marks(records: tuple[GoldRecord, ...], marks: tuple[GoldMark, ...]) -> None:
    """Raises GoldError where a tag names a meeting, event or position without a record."""
    recorded = {(record.letter, record.number) for record in records}
    for mark in marks:
        letter = "w" if mark.letter == "k" else mark.letter
        if (letter, mark.number) not in recorded:
            raise GoldError(
                f"the tag {mark.letter}{mark.number} has no record {letter}{mark.number}"
            )


def split_header(raw: str) -> tuple[dict[str, str], str]:
    """The header's values by key, and what stands below the first blank line."""
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


def read_marked(marked: str) -> Marked:
    """The text without its tags, the statements by number, and the mentions by place."""
    found: dict[int, GoldStatement] = {}
    mentions: list[GoldMention] = []
    marks: list[GoldMark] = []
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
                if opening.group(1) in MARKS:
                    numbers = map(int, opening.group(2).split(","))
                    marks += [GoldMark(start, len(text), opening.group(1), n) for n in numbers]
                else:
                    add_span(found, mentions, opening, [start, len(text)])
                continue
        text += mark.group() if not mark.group(1) else ""
    if open_tags:
        raise GoldError(f"{open_tags[-1][0].group()!r} is never closed")
    if set(found) != set(range(1, len(found) + 1)):
        raise GoldError(f"statements are not numbered from 1 on: {sorted(found)}")
    for statement in found.values():
        for spans in (statement[role] for role in ROLES.values()):
            spans.sort()
    statements = tuple(found[n] for n in sorted(found))
    ordered = tuple(sorted(mentions, key=lambda m: (m.start, -m.end, m.actor)))
    return Marked(
        text + marked[done:],
        statements,
        ordered,
        tuple(sorted(marks, key=lambda m: (m.start, -m.end, m.letter, m.number))),
    )


def add_span(
    found: dict[int, GoldStatement],
    mentions: list[GoldMention],
    opening: re.Match[str],
    span: list[int],
) -> None:
    """Adds a closed tag's span to each statement, or to the actor, that the tag names."""
    letter, numbers = opening.group(1), opening.group(2).split(",")
    if span[0] == span[1]:
        raise GoldError(f"{opening.group()!r} marks no words")
    if letter in FORMS:
        mentions += [GoldMention(span[0], span[1], FORMS[letter], int(n)) for n in numbers]
        return
    for number in numbers:
        empty = GoldStatement(source=[], cue=[], content=[], pronoun=[])
        found.setdefault(int(number), empty)[ROLES[letter]].append(list(span))


def main() -> None:
    wrong = 0
    for name in sys.argv[1:]:
        try:
            gold = read_gold(Path(name))
        except (GoldError, OSError) as error:
            wrong += 1
            print(error)
        else:
            counts = (len(gold.statements), len(gold.mentions), len(gold.actors))
            marks = Counter((m.letter, m.number) for m in gold.marks)
            print(
                f"{name}: {counts[0]} statements, {counts[1]} mentions, {counts[2]} actors, "
                f"{len(marks)} marked meetings, events and positions"
            )
    sys.exit(1 if wrong else 0)


if __name__ == "__main__":
    main()
