"""Which signs in a Markdown text are markup and not words?"""

import re
from collections.abc import Sequence
from typing import Final

import msgspec

from sayso.documents import PartKind
from sayso.documents.lexicon import Label
from sayso.documents.paragraphs import Block

_EVIDENT: Final = re.compile(r"\s*#{1,3} \S|(?:[^\n]*\n){0,200}?#{2,4} \S[^\n]*\n")
_HEADING: Final = re.compile(r"#{1,6}\s+")
_QUOTE: Final = re.compile(r"(?:>\s*)+")
_ITEM: Final = re.compile(r"(?:[-*+]|\d{1,3}[.)])\s+(?=\S)")
_IMAGE: Final = re.compile(r"!\[(?P<alt>[^\]\n]*)\]\([^)\n]*\)[*_ ]*")
_FRONT: Final = "---"
_FENCES: Final = ("```", "~~~")


class Marked(msgspec.Struct, frozen=True):
    """A line without the marker before it: where its words are, and what the marker makes them."""

    start: int
    end: int
    kind: PartKind


def is_markdown(text: str) -> bool:
    """Whether a text that is not said to be Markdown has its headings."""
    return _EVIDENT.match(text[:20_000]) is not None


def mark_fences(blocks: Sequence[Block], labels: list[Label | None]) -> None:
    """Labels front matter and fenced code as boilerplate; an open fence ends with its line."""
    at = 0
    while at < len(blocks):
        fence = _find_fence(blocks[at], at)
        last = at
        if fence:
            closing = range(at + 1, len(blocks))
            last = next((i for i in closing if blocks[i].text.startswith(fence)), at)
            labels[at : last + 1] = ["boilerplate"] * (last + 1 - at)
        at = last + 1


def skip_heading_marker(text: str, start: int) -> int:
    """Where the words of a heading begin."""
    match = _HEADING.match(text, start)
    return match.end() if match else start


def find_words(text: str, start: int, end: int, kind: PartKind) -> Marked:
    """The words of the line from `start` to `end`, and what its marker makes of its kind."""
    if kind not in ("paragraph", "lede", "heading"):
        return Marked(start, end, kind)
    markers: tuple[tuple[re.Pattern[str], PartKind], ...] = (
        (_HEADING, "heading"),
        (_QUOTE, "quote"),
        (_ITEM, kind),
    )
    for pattern, made in markers:
        match = pattern.match(text, start, end)
        if match and match.end() < end:
            return Marked(match.end(), end, made)
    image = _IMAGE.fullmatch(text, start, end)
    if image and image["alt"].strip():
        return Marked(image.start("alt"), image.end("alt"), "caption")
    return Marked(start, end, "boilerplate" if image else kind)


def _find_fence(block: Block, index: int) -> str:
    if index == 0 and block.text == _FRONT:
        return _FRONT
    return next((fence for fence in _FENCES if block.text.startswith(fence)), "")
