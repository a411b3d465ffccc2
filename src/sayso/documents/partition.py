"""What kind of text is each stretch of a page that has no markup?"""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from typing import Final

from sayso.documents import Part, PartKind
from sayso.documents.datelines import find_dateline
from sayso.documents.headlines import (
    TOP,
    Headline,
    find_byline,
    is_date,
    is_role,
    says_published,
)
from sayso.documents.lexicon import Label, fold, load_lexicon
from sayso.documents.markdown import find_words
from sayso.documents.paragraphs import Block
from sayso.documents.standing import is_picture_credit

_LONGEST_HEADING: Final = 90
_HEADING_WORDS: Final = 12
_BODY_WORDS: Final = 12
_LONGEST_CAPTION: Final = 400
_SENTENCES: Final = 0.6
"""Share of long lines that must end as sentences do before a line that does not is a heading."""
_OPENING: Final = 2
"""Paragraphs, a summary and the first, that may begin with a dateline that names no agency."""
_LEFTOVER: Final = 24
"""Characters between two standing sentences that belong to neither, such as "and"."""

Kinds = list[PartKind | None]


def find_kinds(
    blocks: Sequence[Block], labels: Sequence[Label | None], headline: Headline | None
) -> list[PartKind]:
    """What each block is, before any is cut."""
    kinds: Kinds = [_to_kind(label) for label in labels]
    if headline:
        for index in headline.blocks:
            kinds[index] = "title"
        for index in headline.above:
            kinds[index] = "boilerplate"
    _mark_top(blocks, kinds)
    _mark_captions(blocks, kinds)
    _mark_headings(blocks, kinds)
    first = next((i for i, kind in enumerate(kinds) if kind is None), None)
    if first is not None and headline and any(kind is None for kind in kinds[first + 1 :]):
        kinds[first] = "lede"
    return ["paragraph" if kind is None else kind for kind in kinds]


def _to_kind(label: Label | None) -> PartKind | None:
    return "boilerplate" if label == "note" or label == "links" else label  # noqa: PLR1714  # narrows


def _mark_top(blocks: Sequence[Block], kinds: Kinds) -> None:
    """Bylines above and below the article, writers' posts and dates above it."""
    ends = set(range(min(TOP, len(blocks)))) | set(range(max(0, len(blocks) - 5), len(blocks)))
    for index in sorted(ends):
        if kinds[index] is None and find_byline(blocks[index]):
            kinds[index] = "credit"
    dated = _find_body(blocks, kinds)
    for index, block in enumerate(blocks[:TOP]):
        if kinds[index] is not None:
            continue
        if is_date(block) and (index < dated or says_published(block)):
            kinds[index] = "boilerplate"
        elif index and is_role(block) and (index < dated or kinds[index - 1] == "credit"):
            kinds[index] = "credit"


def _find_body(blocks: Sequence[Block], kinds: Kinds) -> int:
    """The first block that is surely a paragraph, or the end of the top."""
    for index, block in enumerate(blocks[:TOP]):
        if kinds[index] is None and block.is_sentence and block.text.count(" ") >= _BODY_WORDS:
            return index
    return min(TOP, len(blocks))


def _mark_captions(blocks: Sequence[Block], kinds: Kinds) -> None:
    """A line that stands twice running, and a line that a picture's credit follows."""
    for index in range(len(blocks) - 1):
        block, following = blocks[index], blocks[index + 1]
        if kinds[index] is not None or block.end - block.start > _LONGEST_CAPTION:
            continue
        credited = kinds[index + 1] == "credit" and is_picture_credit(following)
        if kinds[index + 1] is None and block.bare == following.bare:
            behind = blocks[index + 2] if index + 2 < len(blocks) else None
            pictured = behind is not None and kinds[index + 2] == "credit"
            if pictured or not (block.is_sentence or following.is_sentence):
                kinds[index] = kinds[index + 1] = "caption"
        elif credited and not block.is_sentence and not following.after_blank:
            kinds[index] = "caption"


def _mark_headings(blocks: Sequence[Block], kinds: Kinds) -> None:
    """Short lines that do not end as sentences, above a longer one that does."""
    long = [block for block in blocks if block.text.count(" ") > _HEADING_WORDS]
    if sum(block.is_sentence for block in long) < _SENTENCES * max(len(long), 1) or not long:
        return
    for index in range(len(blocks) - 1):
        if kinds[index] is None and _is_heading(blocks[index]):
            below = next((i for i in range(index + 1, len(blocks)) if kinds[i] is None), None)
            if below is not None and blocks[below].text.count(" ") > _HEADING_WORDS / 2:
                kinds[index] = "heading"


def _is_heading(block: Block) -> bool:
    text = block.text.rstrip("*_# ")
    if not text or len(text) > _LONGEST_HEADING or text.count(" ") >= _HEADING_WORDS:
        return False
    if text[0] == "|":  # a row of a table
        return False
    if text[-1] == "?":
        return text[0] not in "\"“«„'‘-–—" and ":" not in text
    return not block.is_sentence and text[-1] not in ":,;\"”»'’" and not text[0].islower()


def cut_parts(
    text: str,
    blocks: Sequence[Block],
    kinds: Sequence[PartKind],
    headline: Headline | None,
    *,
    marked: bool,
) -> tuple[Part, ...]:
    """The parts of all blocks: rubrics, datelines, markers and standing sentences taken apart."""
    return tuple(_tidy(text, _cut(text, blocks, kinds, headline, marked=marked)))


def _cut(
    text: str,
    blocks: Sequence[Block],
    kinds: Sequence[PartKind],
    headline: Headline | None,
    *,
    marked: bool,
) -> Iterator[Part]:
    standing = _find_standing(text)
    paragraphs = 0
    for index, (block, kind) in enumerate(zip(blocks, kinds, strict=True)):
        start, end = block.start, block.end
        if headline and index == headline.blocks[0]:
            yield from _around(block, headline)
            continue
        if marked:
            found = find_words(text, start, end, kind)
            yield Part("boilerplate", start, found.start)
            yield Part("boilerplate", found.end, end)
            start, end, kind = found.start, found.end, found.kind
        if kind in ("paragraph", "lede"):
            opens = paragraphs < _OPENING
            paragraphs += 1
            length = find_dateline(text[start : min(end, start + 200)], opens=opens) or 0
            if length:
                yield Part("credit", start, start + length)
            yield from _cut_standing(text, Part(kind, start + length, end), standing)
        else:
            yield Part(kind, start, end)


def _around(block: Block, headline: Headline) -> Iterator[Part]:
    yield Part("boilerplate", block.start, headline.start)
    yield Part("title", headline.start, headline.end)
    yield Part("boilerplate", headline.end, block.end)


def _find_standing(text: str) -> list[tuple[int, int]]:
    """The standing sentences anywhere in the text, with the full stop behind each."""
    found = []
    for match in load_lexicon().anywhere.finditer(fold(text)):
        start, end = match.span()
        while end < len(text) and text[end] in ".!…":
            end += 1
        found.append((start, end))
    return found


def _cut_standing(
    text: str, paragraph: Part, standing: Sequence[tuple[int, int]]
) -> Iterator[Part]:
    """The paragraph with the standing sentences in it labelled as such."""
    at = paragraph.start
    first = bisect_left(standing, (at, at))
    for index in range(first, len(standing)):
        start, end = standing[index]
        if start >= paragraph.end:
            break
        unread = index > first and _is_leftover(text[at:start])
        yield Part("boilerplate" if unread else paragraph.kind, at, start)
        yield Part("boilerplate", start, min(end, paragraph.end))
        at = min(end, paragraph.end)
    unread = at > paragraph.start and not any(map(str.isalnum, text[at : paragraph.end]))
    yield Part("boilerplate" if unread else paragraph.kind, at, paragraph.end)


def _is_leftover(between: str) -> bool:
    return len(between) <= _LEFTOVER and between.count(" ") <= 3


def _tidy(text: str, parts: Iterator[Part]) -> Iterator[Part]:
    """The parts without white space at their ends, in order, none of them empty."""
    for part in sorted(parts, key=lambda part: part.start):
        said = text[part.start : part.end]
        start = part.end - len(said.lstrip())
        end = part.start + len(said.rstrip())
        if start < end:
            yield Part(part.kind, start, end)
