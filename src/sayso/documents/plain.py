"""Which of a pasted text is the article?"""

from collections.abc import Sequence

from sayso.documents import Document, PartKind, identify_document
from sayso.documents.encodings import decode
from sayso.documents.headlines import TOP, Headline, find_byline, find_headline
from sayso.documents.markdown import is_markdown, mark_fences, skip_heading_marker
from sayso.documents.paragraphs import Block, find_blocks
from sayso.documents.partition import cut_parts, find_kinds
from sayso.documents.standing import find_label, mark_foot, mark_links
from sayso.errors import DocumentError
from sayso.sources import Page


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
        headline = Headline(headline.blocks, start, headline.end)
    kinds = find_kinds(blocks, labels, headline)
    parts = cut_parts(text, blocks, kinds, headline, marked=marked)
    return Document(
        id=identify_document(text, page.url, None),
        url=page.url,
        title=_say(text, headline),
        byline=_find_byline(blocks, kinds),
        published=None,
        language=None,
        text=text,
        parts=parts,
    )


def _say(text: str, headline: Headline | None) -> str | None:
    if headline is None:
        return None
    return " ".join(text[headline.start : headline.end].strip("*_# ").split())


def _find_byline(blocks: Sequence[Block], kinds: Sequence[PartKind]) -> str | None:
    """The names in the first byline above the article; None where there is none."""
    for block, kind in zip(blocks[:TOP], kinds, strict=False):
        if kind == "credit" and (names := find_byline(block)):
            return names
    return None
