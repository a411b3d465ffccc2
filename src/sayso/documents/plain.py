"""Which of a pasted text is the article?"""

from collections.abc import Iterator, Sequence
from typing import Final

from msgspec import structs

from sayso.documents import Document, Part, PartKind, identify_document
from sayso.documents.dates import parse_date
from sayso.documents.encodings import decode
from sayso.documents.headlines import (
    TOP,
    Headline,
    find_byline,
    find_headline,
    find_outlet,
    find_written_date,
    is_date,
)
from sayso.documents.language import find_language
from sayso.documents.markdown import is_markdown, mark_fences, skip_heading_marker
from sayso.documents.paragraphs import Block, find_blocks
from sayso.documents.partition import cut_parts, find_kinds
from sayso.documents.standing import find_label, mark_foot, mark_links
from sayso.errors import DocumentError
from sayso.sources import Page

_LANGUAGE_SAMPLE: Final = 400
"""Characters by which the language is told; more do not make it surer."""


def read_plain(page: Page) -> Document:
    """The document of a plain text or Markdown page; its text is all of the page.

    Raises DocumentError where the page holds nothing but white space.
    """
    text = decode(page.content, page.charset)
    if not text.strip():
        raise DocumentError(f"{page.origin}: no text; there is nothing to read")
    blocks = find_blocks(text)
    labels = [find_label(block) for block in blocks]
    marked = page.markup == "markdown" or is_markdown(text)
    if marked:
        mark_fences(blocks, labels)
    mark_links(blocks, labels)
    mark_foot(blocks, labels)
    headline = find_headline(blocks, labels)
    if headline:
        start = skip_heading_marker(text, headline.start)
        headline = structs.replace(headline, start=start)
    outlet = find_outlet(blocks, headline)
    kinds = find_kinds(blocks, labels, headline)
    parts = cut_parts(text, blocks, kinds, headline, marked=marked)
    return Document(
        id=identify_document(text, page.url, outlet),
        url=page.url,
        outlet=outlet,
        title=_say(text, headline),
        byline=_find_byline(blocks, kinds),
        published=_find_published(blocks, kinds),
        language=find_language(" ".join(_read_own(text, parts))),
        text=text,
        parts=parts,
    )


def _say(text: str, headline: Headline | None) -> str | None:
    if headline is None:
        return None
    return " ".join(text[headline.start : headline.end].strip("*_# ").split())


def _find_published(blocks: Sequence[Block], kinds: Sequence[PartKind]) -> str | None:
    """The date above the article that is not said to be that of a change; None if there is none."""
    for block, kind in zip(blocks[:TOP], kinds, strict=False):
        dated = kind == "boilerplate" and is_date(block)
        if dated or (kind == "credit" and find_byline(block)):
            written = find_written_date(block)
            if written and (found := parse_date(written)):
                return found
    return None


def _read_own(text: str, parts: Sequence[Part]) -> Iterator[str]:
    """Enough of the article's own words to tell its language by."""
    room = _LANGUAGE_SAMPLE
    for part in parts:
        if part.kind in ("title", "lede", "paragraph", "quote") and room > 0:
            yield text[part.start : min(part.end, part.start + room)]
            room -= part.end - part.start


def _find_byline(blocks: Sequence[Block], kinds: Sequence[PartKind]) -> str | None:
    """The names in the first byline above the article; None where there is none."""
    for block, kind in zip(blocks[:TOP], kinds, strict=False):
        if kind == "credit" and (names := find_byline(block)):
            return names
    return None
