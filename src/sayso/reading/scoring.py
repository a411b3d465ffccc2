"""What does the model say of a document? One pass that every layer of a reading draws on."""

from collections.abc import Iterator, Sequence
from concurrent.futures import Executor
from typing import NamedTuple

from sayso.documents import Document, Part, PartKind
from sayso.reading.encoder import Encoder, Scores
from sayso.reading.windows import Window, split_windows

READABLE: frozenset[PartKind] = frozenset({"title", "lede", "paragraph", "heading", "quote"})
"""The kinds of part that anything is read from."""


class Scored(NamedTuple):
    """A window, and what the model says of it."""

    window: Window
    scores: Scores


def score_document(
    document: Document, encoder: Encoder, executor: Executor | None = None
) -> list[Scored]:
    """The document's windows in order, scored; an executor scores them side by side."""
    stretches = [(part.start, part.end) for part in readable_parts(document)]
    return score_stretches(document.text, stretches, encoder, executor)


def score_stretches(
    text: str,
    stretches: Sequence[tuple[int, int]],
    encoder: Encoder,
    executor: Executor | None = None,
) -> list[Scored]:
    """The windows over the stretches (start, end) of a text, scored; none if there are none."""
    if not stretches:
        return []
    windows = split_windows(text, stretches, encoder.tokenizer)
    scores = (executor.map if executor else map)(encoder.score, windows)
    return [Scored(*pair) for pair in zip(windows, scores, strict=True)]


def readable_parts(document: Document) -> Iterator[Part]:
    """The parts that are read: each line once, however often it stands there."""
    seen: set[str] = set()
    for part in document.parts:
        if part.kind not in READABLE:
            continue
        words = " ".join(document.text[part.start : part.end].split()).casefold()
        if words not in seen:
            seen.add(words)
            yield part
