"""What elements does this markup hold, and can it be parsed safely?"""

import re
from typing import Final

from selectolax.lexbor import LexborHTMLParser

from sayso.documents.encodings import decode
from sayso.errors import DocumentError
from sayso.sources import Page

DEEPEST: Final = 3000
"""Elements inside one another; real pages stay below 100, the parser is quadratic in it."""
MOST_TAGS: Final = 300_000
"""The longest live blogs have about 50,000."""
MOST_REPEATED: Final = 2_000_000
"""Elements that unclosed bold and the like may be repeated as, by the rules of HTML."""
_HEAD: Final = 4096
"""Bytes in which the encoding is declared; HTML asks for the first 1024, pages differ."""

_META_CHARSET: Final = re.compile(
    rb"<meta[^>]{0,300}charset\s*=\s*[\"']?\s*([\w:.-]{1,40})", re.IGNORECASE
)
_XML_CHARSET: Final = re.compile(rb"^\s*<\?xml[^>]{0,200}encoding\s*=\s*[\"']([\w:.-]{1,40})")
_WEAK: Final = frozenset(["iso-8859-1", "latin-1", "latin1", "us-ascii", "ascii"])
"""What servers say when nobody told them."""
_TAG: Final = re.compile(r"<(/?)([a-zA-Z][a-zA-Z0-9-]*)")
_FORMATTING: Final = frozenset("a b big code em font i nobr s small strike strong tt u".split())
_FLAT: Final = frozenset(
    """p li td th tr dt dd option optgroup tbody thead tfoot colgroup area base br col embed hr img
    input link meta param source track wbr html head body script style""".split()
)
"""Elements that close one another or hold nothing, so that they do not nest by themselves."""


def parse_markup(page: Page) -> LexborHTMLParser:
    """The elements of a page; raises DocumentError for markup that is made to exhaust a parser."""
    return parse_text(decode(page.content, find_charset(page)), page.origin)


def parse_text(text: str, origin: str) -> LexborHTMLParser:
    """The elements of markup that is text already; raises as `parse_markup` does."""
    check_nesting(text, origin)
    return LexborHTMLParser(text)


def find_charset(page: Page) -> str | None:
    """The encoding that the server or the page declares, the page's over a server's default."""
    head = page.content[:_HEAD]
    found = _META_CHARSET.search(head) or _XML_CHARSET.search(head)
    declared = found[1].decode("ascii", "replace") if found else None
    if page.charset and (page.charset.strip("\"' ").lower() not in _WEAK or not declared):
        return page.charset
    return declared


def check_nesting(text: str, origin: str) -> None:
    """Raises DocumentError where elements nest deeper, or repeat more, than any real page's."""
    depth = deepest = pending = most_pending = tags = 0
    for tag in _TAG.finditer(text):
        tags += 1
        if tags > MOST_TAGS:
            raise DocumentError(
                f"{origin}: the page has more than {MOST_TAGS:,} tags, which no article has; save "
                "the article as text and read that"
            )
        closing, name = tag[1], tag[2].lower()
        if name in _FLAT:
            continue
        step = -1 if closing else 1
        if name in _FORMATTING:
            pending = max(0, pending + step)
            most_pending = max(most_pending, pending)
        else:
            depth = max(0, depth + step)
            deepest = max(deepest, depth)
    if deepest > DEEPEST or (most_pending > 100 and most_pending * tags > MOST_REPEATED):
        raise DocumentError(
            f"{origin}: the page nests {max(deepest, most_pending):,} elements in one another, "
            "which no article does; save the article as text and read that"
        )
