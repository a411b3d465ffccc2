"""What should the network answer for a window?"""

import re
from dataclasses import dataclass

from tokenizers import Tokenizer

from sayso.reading.windows import Window, split_windows
from training.articles import Article, Places

SOURCE, CUE, CONTENT = 1, 3, 5
UNSEEN = -100


@dataclass
class Example:
    """A window with its answers; UNSEEN where nothing is asked."""

    ids: list[int]
    capitals: list[int]
    tags: list[int]
    to_cue: list[int]
    """For each piece of a content, the first piece of its statement's cue (else of its content)."""
    to_source: list[int]
    """For each first piece of a cue, the first piece of its source; 0, the [CLS], for none."""


def paragraphs(text: str) -> list[tuple[int, int]]:
    """The places of the lines that hold anything."""
    return [m.span() for m in re.finditer(r"[^\s][^\n]*", text)]


def make_examples(
    article: Article, tokenizer: Tokenizer, size: int, skip: int = 0
) -> list[Example]:
    """The article in windows, the first `skip` paragraphs left out."""
    stretches = paragraphs(article.text)[skip:]
    windows = split_windows(article.text, stretches, tokenizer, size) if stretches else []
    return [_answer(article, window) for window in windows]


def _covered(window: Window, places: Places) -> list[int]:
    return [
        i
        for i, (a, b) in enumerate(zip(window.starts, window.ends, strict=True))
        if a < b and any(a < end and b > begin for begin, end in places)
    ]


def _answer(article: Article, window: Window) -> Example:
    size = len(window.ids)
    tags, to_cue, to_source = [0] * size, [UNSEEN] * size, [UNSEEN] * size
    low, high = window.starts[0], window.ends[-1]
    for i in _covered(window, article.ignored):
        tags[i] = UNSEEN
    for statement in article.statements:
        if not any(a < high and b > low for role in statement for a, b in role):
            continue
        roles = [[_covered(window, (place,)) for place in role] for role in statement]
        source, cue, content = ([run for run in role if run] for role in roles)
        for runs, first in ((source, SOURCE), (cue, CUE), (content, CONTENT)):
            for run in runs:
                for n, i in enumerate(run):
                    tags[i] = first if n == 0 else first + 1
        anchor = cue[0][0] if cue else (content[0][0] if content else None)
        if anchor is None:
            continue
        for run in content:
            for i in run:
                to_cue[i] = anchor if cue or not statement.cue else UNSEEN
        if cue:
            whole = bool(source) or not statement.source
            to_source[anchor] = (source[0][0] if source else 0) if whole else UNSEEN
    return Example(window.ids, window.capitals, tags, to_cue, to_source)
