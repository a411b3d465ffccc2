"""Who has the word in a transcript, and up to where?"""

import re
from collections import Counter
from typing import NamedTuple

from sayso.documents import Document
from sayso.reading import Statement
from sayso.reading.scoring import readable_parts

LABEL = re.compile(
    r"(?P<label>(?:[A-ZÀ-ÞА-Я][\w.’'-]*|of|the|for|de|von|van|al|el|and|&)"
    r"(?:,? (?:[A-ZÀ-ÞА-Я(][\w.’'&)-]*|of|the|for|de|von|van|al|el|and|&)){0,6}"
    r"(?: \([^)\n]{1,60}\))?)(?P<colon>:)\s+(?=\S)"
)
ASKING = frozenset({"QUESTION", "Question", "Q", "REPORTER", "JOURNALIST"})
"""Who asks in a transcript, and is nobody in particular."""
LEAST = 3
"""Turns from which a text is a transcript."""
ENDING = ".  \t\n"

Place = tuple[int, int]


class Turn(NamedTuple):
    """One speaker's turn: the label, the colon behind it, what is said, by paragraph."""

    label: Place
    colon: Place
    content: tuple[Place, ...]


def find_turns(document: Document) -> list[Turn]:
    """The turns of a transcript, in order; none where the document is no transcript.

    It is one where at least three paragraphs begin with a label and a colon, and one label comes
    back. Paragraphs without a label that stand between two turns go on with the first of them.
    """
    parts = [p for p in readable_parts(document) if p.kind not in ("title", "heading")]
    matches = [LABEL.match(document.text, p.start, p.end) for p in parts]
    labels = Counter(m["label"].casefold() for m in matches if m)
    if sum(labels.values()) < LEAST or max(labels.values(), default=0) < 2:
        return []
    turns: list[Turn] = []
    last = max(n for n, match in enumerate(matches) if match)
    for number, (part, match) in enumerate(zip(parts, matches, strict=True)):
        if match:
            content = trim(document.text, match.end(), part.end)
            turns.append(Turn(match.span("label"), match.span("colon"), content))
        elif turns and number < last and document.text[part.start] not in "([":
            more = trim(document.text, part.start, part.end)
            turns[-1] = turns[-1]._replace(content=turns[-1].content + more)
    return [turn for turn in turns if turn.content]


def trim(text: str, start: int, end: int) -> tuple[Place, ...]:
    """The place without blanks and a last stop; empty where nothing is left."""
    while end > start and text[end - 1] in ENDING:
        end -= 1
    return ((start, end),) if end > start else ()


def is_question(turn: Statement) -> bool:
    """Whether a statement is the turn of those who ask ("QUESTION (Ines Barrault): …")."""
    if not turn.source or not turn.cue or turn.cue[0].text != ":":
        return False
    words = turn.source[0].text.split()
    return bool(words) and words[0].strip(",:(") in ASKING
