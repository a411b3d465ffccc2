"""Where does each paragraph of a plain text begin and end?"""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Final

import msgspec

from sayso.documents.lexicon import fold

LONGEST_LINE: Final = 600
"""Characters up to which a paragraph may be a standing line, a caption or a note."""

_WRAP_WIDEST: Final = 120
_WRAP_NARROWEST: Final = 40
_WRAP_FULL: Final = 0.6
"""Share of the widest line that a line has at least where the next word did not fit."""
_WRAP_SHARE: Final = 0.2
"""Lines that go on in small letters on the next, of all that have a next, in a wrapped text;
where each line is a paragraph there are next to none."""

_LINE: Final = re.compile(r"\S(?:[^\n]*\S)?")
_GAP: Final = re.compile(r"(?<=[.!?\"”’)])(?:[ \xa0]{3,}|[ \xa0]*\t\s*)(?=\S)")
"""White space in a line that was once the end of a paragraph."""
_ENDING: Final = re.compile(r"[.!?…。！？؟।॥։።]+[\"”’'»)\]*_]*$|(?:\.|[!?])\s*[\"”’»]$")
_INVISIBLE: Final = re.compile("[\u00ad\u200b-\u200f\u2060\ufeff]")
_EDGES: Final = " \t.:;,…!*_[](){}<>|•·–—-»«►▶→#\"'"


class Block(msgspec.Struct, frozen=True, kw_only=True):
    """A paragraph, or any line that stands by itself."""

    start: int
    end: int
    after_blank: bool
    """Whether white space of more than one line end stands before it."""
    text: str
    """What it says, on one line; of a long paragraph the beginning only."""
    folded: str
    """The same, folded for looking up and rid of what is not seen."""
    bare: str
    """The same without punctuation, brackets and bullets at either end."""
    is_sentence: bool
    """Whether it ends as a sentence does."""

    @property
    def is_short(self) -> bool:
        """Whether it may be anything but a paragraph."""
        return self.end - self.start <= LONGEST_LINE


def find_blocks(text: str) -> list[Block]:
    """Every stretch between line ends, in order; lines wrapped by width are joined again."""
    lines = [(match.start(), match.end()) for match in _LINE.finditer(text)]
    joined = list(_join_wrapped(text, lines)) if _is_wrapped(text, lines) else lines
    blocks: list[Block] = []
    previous = 0
    gaps = _GAP.search(text) is not None
    for start, end in joined:
        pieces = _split_at_gaps(text, start, end) if gaps else ((start, end),)
        for piece_start, piece_end in pieces:
            blank = text.count("\n", previous, piece_start) > 1
            blocks.append(_describe(text, piece_start, piece_end, blank))
            previous = piece_end
    return blocks


def ends_sentence(line: str) -> bool:
    """Whether the line ends with what ends a sentence, quotation marks and brackets aside."""
    return _ENDING.search(line[-8:]) is not None


def _describe(text: str, start: int, end: int, after_blank: bool) -> Block:
    said = text[start : min(end, start + LONGEST_LINE)]
    said = " ".join((said if said.isascii() else _INVISIBLE.sub("", said)).split())
    folded = fold(said)
    return Block(
        start=start,
        end=end,
        after_blank=after_blank,
        text=said,
        folded=folded,
        bare=folded.strip(_EDGES),
        is_sentence=ends_sentence(text[max(start, end - 8) : end]),
    )


def _split_at_gaps(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    for gap in _GAP.finditer(text, start, end):
        yield start, gap.start()
        start = gap.end()
    yield start, end


def _is_wrapped(text: str, lines: Sequence[tuple[int, int]]) -> bool:
    """Whether lines were broken at a width and not where paragraphs end."""
    widest = max((end - start for start, end in lines), default=0)
    if not _WRAP_NARROWEST <= widest <= _WRAP_WIDEST:
        return False
    followed, going_on = 0, 0
    for (start, end), (next_start, _) in pairwise(lines):
        if next_start - end > 1 and text.count("\n", end, next_start) > 1:
            continue
        followed += 1
        if end - start > _WRAP_FULL * widest and not ends_sentence(text[max(start, end - 8) : end]):
            going_on += text[next_start].islower()
    return followed >= 2 and going_on >= _WRAP_SHARE * followed


def _join_wrapped(text: str, lines: Sequence[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """Joins a line with the next where the next one's first word would not have fitted."""
    width = max(end - start for start, end in lines)
    first, last = lines[0]
    for start, end in lines[1:]:
        word = len(text[start : start + _WRAP_WIDEST].split(None, 1)[0])
        line_start = max(first, text.rfind("\n", first, last) + 1)
        room = width - (last - line_start) - 1
        apart = text.count("\n", last, start) > 1
        if apart or (room >= word + 2 and not text[start].islower()):
            yield first, last
            first = start
        last = end
    yield first, last
