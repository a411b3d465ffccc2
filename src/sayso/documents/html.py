"""Which article does this web page hold?"""

import re
from typing import Final

import msgspec

from sayso.documents import Document, Part, identify_document
from sayso.documents.article import HEADINGS, Passage, find_article
from sayso.documents.blocks import Block, read_blocks
from sayso.documents.datelines import find_dateline
from sayso.documents.dates import find_date_in_address, is_month_first, parse_date
from sayso.documents.headlines import find_byline
from sayso.documents.language import find_language
from sayso.documents.markup import parse_markup, parse_text
from sayso.documents.metadata import Metadata, find_metadata
from sayso.documents.outlets import find_outlet
from sayso.documents.paragraphs import find_blocks
from sayso.documents.standing import find_label
from sayso.documents.walls import find_wall
from sayso.errors import DocumentError
from sayso.sources import Page

LONGEST_BODY: Final = 1_000_000
"""Characters of a declared body; a book has about as many."""
SHORTEST: Final = 60
"""Characters of body; the shortest news in brief has about so many."""
_MARKS: Final = re.compile(r"\s+[|•·–—-]\s+|\s*\|\s*")
_WORD: Final = re.compile(r"\w+")


def read_html(page: Page) -> Document:
    """The article of a page: its title, then its blocks, each labelled, parted by empty lines.

    Raises DocumentError for an empty page, one without an article, one that hides it behind
    JavaScript or a notice, and one that is made to exhaust a parser.
    """
    if not page.content.strip():
        raise DocumentError(f"{page.origin}: the page is empty; fetch or save it again")
    tree = parse_markup(page)
    metadata = find_metadata(tree, page.url)
    blocks = read_blocks(tree.root) if tree.root is not None else []
    title = find_title(metadata, blocks)
    body = _read_body(metadata.body)
    passages = find_article(blocks, title, metadata.description, body, metadata.authors)
    passages, byline = take_byline(passages)
    _check(page, title, passages, blocks)
    if metadata.published is None:
        written = find_written_date(blocks, title, metadata.language)
        address = find_date_in_address(metadata.url)
        metadata = msgspec.structs.replace(metadata, published=written or address)
    if byline and not metadata.authors:
        metadata = msgspec.structs.replace(metadata, authors=(byline,))
    return _build(metadata, title, passages)


def take_byline(passages: list[Passage]) -> tuple[list[Passage], str | None]:
    """The passages without a byline among the first of them, and the names in it, if any."""
    for place, passage in enumerate(passages[:BYLINE_WITHIN]):
        found = find_blocks(passage.text) if len(passage.text) <= _LONGEST_DATELINE else []
        names = find_byline(found[0]) if len(found) == 1 else None
        if names:
            return passages[:place] + passages[place + 1 :], names
    return passages, None


BYLINE_WITHIN: Final = 4
"""Blocks at the top of an article among which its byline stands."""


def find_title(metadata: Metadata, blocks: list[Block]) -> str | None:
    """The heading that the reader sees, where the page's data knows it, else the data's own."""
    heads = [b.text for b in blocks if b.box.tag == "h1" and len(b.text) < 400]
    best, most = None, 0.0
    for head in heads:
        likeness = max((_liken(head, t) for t in metadata.titles), default=0.0)
        if likeness > most:
            best, most = head, likeness
    if best and most >= 0.5:
        return next((t for t in metadata.titles if _is_rubric_before(best, t)), best)
    if metadata.headline:
        return metadata.headline
    if not metadata.titles:
        return heads[0] if heads else None
    return _strip_outlet(metadata.titles[0], metadata.publisher)


def _is_rubric_before(head: str, title: str) -> bool:
    """Whether a heading is the title with a rubric before it."""
    rubric = len(_fold(head)) - len(_fold(title))
    return 0 < rubric < 30 and len(title) > 20 and _fold(head).endswith(_fold(title))


def _liken(one: str, two: str) -> float:
    """How much of the shorter title's words the longer one has, from 0 to 1."""
    a, b = set(_WORD.findall(one.casefold())), set(_WORD.findall(two.casefold()))
    return len(a & b) / min(len(a), len(b)) if a and b else 0.0


def find_written_date(blocks: list[Block], title: str | None, language: str | None) -> str | None:
    """The date that stands by itself beside the title, else the only one that does on the page."""
    region = (language or "")[3:5].upper() or None
    month_first = is_month_first((language or "")[:2].lower() or None, region)
    found: dict[int, str] = {}
    for place, block in enumerate(blocks):
        if len(block.text) <= _LONGEST_DATELINE and any(map(str.isdigit, block.text)):
            date = parse_date(block.text, month_first=month_first)
            if date and len(date) >= 10:
                found[place] = date
    folded = _fold(title)
    heads = [i for i, b in enumerate(blocks) if b.box.tag in HEADINGS and _fold(b.text) == folded]
    for head in (heads or [i for i, b in enumerate(blocks) if b.box.tag == "h1"])[:2]:
        below, above = range(head + 1, head + 1 + BELOW), range(head, head - ABOVE, -1)
        near = next((found[i] for i in (*below, *above) if i in found), None)
        if near:
            return near
    named = [d for i, d in found.items() if _DATED.search(_name_boxes(blocks[i]))]
    days = {date[:10] for date in named or found.values()}
    return max(named or found.values(), key=len) if len(days) == 1 else None


def _name_boxes(block: Block) -> str:
    return " ".join([block.inline, *(x.names for x in list(block.box.ancestors())[:2])])


BELOW: Final = 14
ABOVE: Final = 6
"""Blocks below and above the title that are searched for a date; chosen on the tuning half."""
_LONGEST_DATELINE: Final = 120
_DATED: Final = re.compile(r"date|time|publi|posted|created|datum|fecha", re.IGNORECASE)


def _fold(text: str | None) -> str:
    return "".join(_WORD.findall((text or "").casefold()))


def _strip_outlet(title: str, outlet: str | None) -> str:
    """The title without the outlet's name at its end or beginning."""
    pieces = [piece for piece in _MARKS.split(title) if piece]
    if len(pieces) < 2:
        return title
    known = (outlet or "").casefold()
    if known and pieces[-1].casefold() == known:
        return title[: title.rindex(pieces[-1])].rstrip(" |•·–—-")
    return max(pieces, key=len) if len(pieces[-1]) < 30 and " | " in title else title


def _read_body(body: str | None) -> str | None:
    """The text of a declared body, which may be markup."""
    if not body or "<" not in body:
        return body
    try:
        root = parse_text(body[:LONGEST_BODY], "the declared body").root
    except DocumentError:
        return None
    return "\n\n".join(b.text for b in read_blocks(root)) if root is not None else None


def _check(page: Page, title: str | None, passages: list[Passage], blocks: list[Block]) -> None:
    text = "\n".join(p.text for p in passages)
    whole = "\n".join(b.text for b in blocks[:500])
    wall = find_wall(title, text, whole)
    if wall:
        raise DocumentError(f"{page.origin}: no article was found: {wall}")
    if len(text) < SHORTEST:
        raise DocumentError(
            f"{page.origin}: the page holds no article (of its {len(whole):,} characters of text "
            "none read like paragraphs); if a browser shows one, save the page there and read that"
        )


def _build(metadata: Metadata, title: str | None, passages: list[Passage]) -> Document:
    parts: list[Part] = []
    place = 0
    whole = [Passage("title", title), *passages] if title else passages
    opening = next((p for p in passages if p.kind == "paragraph"), None)
    for passage in whole:
        parts += _cut_credit(passage, place, opens=passage is opening)
        place += len(passage.text) + 2
    text = "\n\n".join(passage.text for passage in whole)
    outlet = find_outlet(metadata.publisher, metadata.url)
    return Document(
        id=identify_document(text, metadata.url, outlet),
        url=metadata.url,
        outlet=outlet,
        title=title,
        byline=", ".join(metadata.authors) or None,
        published=metadata.published,
        language=find_language(text, metadata.language),
        text=text,
        parts=tuple(parts),
    )


def _cut_credit(passage: Passage, place: int, *, opens: bool) -> list[Part]:
    """The parts of a passage: its dateline, if it has one, apart from what it says."""
    start, end = place, place + len(passage.text)
    if passage.kind != "paragraph":
        return [Part(passage.kind, start, end)]
    blocks = find_blocks(passage.text) if len(passage.text) <= LONGEST_CREDIT else []
    if len(blocks) == 1 and find_label(blocks[0]) == "credit":
        return [Part("credit", start, end)]
    cut = find_dateline(passage.text, opens=opens) or 0
    said = cut + len(passage.text[cut:]) - len(passage.text[cut:].lstrip())
    if not cut or said >= len(passage.text):
        return [Part(passage.kind, start, end)]
    return [
        Part("credit", start, start + len(passage.text[:cut].rstrip())),
        Part(passage.kind, start + said, end),
    ]


LONGEST_CREDIT: Final = 300
"""Characters of a paragraph that may be a credit as a whole: reporters, editors and translators."""
