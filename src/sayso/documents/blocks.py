"""What blocks of text does a page hold, and what are they inside of?"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Final

from selectolax.lexbor import LexborNode

from sayso.documents.furniture import is_hidden, name_furniture

LONGEST_BLOCK: Final = 200_000
"""Characters of one block; more is no paragraph but a dump of data."""

BLOCK_TAGS: Final = frozenset(
    """address article aside blockquote body center dd details dialog dir div dl dt fieldset
    figcaption figure footer form h1 h2 h3 h4 h5 h6 header hgroup hr html li main menu nav noscript
    ol p pre section summary table tbody td tfoot th thead tr ul caption""".split()
)
_SKIPPED_TAGS: Final = frozenset(
    """script style template svg math iframe object embed applet button input select
    textarea option canvas audio video picture map head label datalist progress meter link meta
    noembed noframes frame frameset area track source param base title""".split()
)
_INVISIBLE: Final = str.maketrans("", "", "\u00ad\u200b\u2060\ufeff")


@dataclass(slots=True, eq=False)
class Box:
    """An element that holds blocks: what it is called, where it stands, how much is in it."""

    tag: str
    names: str
    parent: "Box | None" = None
    node: int = -1
    furniture: str = ""
    """The tag, role or word for which it is held to be no part of the article, if any."""
    itemprop: str = ""
    mass: int = 0
    """Characters of prose in it, set by `weigh`."""
    characters: int = 0
    linked: int = 0

    def ancestors(self) -> Iterator["Box"]:
        """The box itself, then what it is in, outwards."""
        box: Box | None = self
        while box is not None:
            yield box
            box = box.parent


@dataclass(slots=True, eq=False)
class Block:
    """A run of text between two borders of elements, with white space folded."""

    text: str
    box: Box
    linked: int
    """Characters of it that are in links."""
    emphasised: int = 0
    """Characters of it that are bold."""
    inline: str = ""
    """The class and id names of the inline elements that it begins with."""


@dataclass(slots=True)
class _Writing:
    """The block being gathered."""

    pieces: list[str] = field(default_factory=list)
    linked: int = 0
    emphasised: int = 0
    inline: list[str] = field(default_factory=list)
    filled: bool = False


def read_blocks(root: LexborNode) -> list[Block]:
    """All blocks of text of a page, in order, but for what is never shown as text."""
    walk = _Walk()
    node: LexborNode | None = root
    path: list[LexborNode] = []
    while node is not None:
        below = node.child if walk.enter(node) else None
        if below is not None:
            path.append(node)
            node = below
            continue
        walk.leave(node)
        while node.next is None and path:
            node = path.pop()
            walk.leave(node)
        node = node.next if path else None
    walk.close()
    return walk.blocks


class _Walk:
    """The state of one walk over a page: the box, the block being gathered, links and bold."""

    def __init__(self) -> None:
        self.blocks: list[Block] = []
        self.box = Box(tag="html", names="", parent=None)
        self.open: list[str] = []
        self.links = 0
        self.bold = 0
        self.writing = _Writing()
        self.last_break = False

    def enter(self, node: LexborNode) -> bool:
        """Opens an element or takes a text; whether what is in it is read."""
        tag = node.tag or ""
        if tag == "-text":
            self._add(node.text_content)
            tag = ""
        elif (
            tag in _SKIPPED_TAGS
            or tag.startswith(("-", "!"))
            or (tag not in BLOCK_TAGS and is_hidden(node.attributes))
        ):
            tag = ""
        elif tag == "br":
            self._break()
            tag = ""
        self.open.append(tag)
        if tag in BLOCK_TAGS or ("-" in tag and self.box.tag != "p"):
            self.close()
            self._open_box(node, tag)
        elif tag:
            self.links += tag == "a"
            self.bold += tag in ("b", "strong")
            if not self.writing.filled:
                self.writing.inline.append(_name(node.attributes))
        return tag != ""

    def leave(self, node: LexborNode) -> None:
        """Closes an element."""
        tag = self.open.pop()
        if node.mem_id == self.box.node:
            self.close()
            self.box = self.box.parent or self.box
        else:
            self.links -= tag == "a"
            self.bold -= tag in ("b", "strong")
            if tag and not self.writing.filled and self.writing.inline:
                self.writing.inline.pop()  # it was empty, a picture or a mark

    def close(self) -> None:
        """Ends the block being gathered and keeps it if there is text in it."""
        writing, self.writing = self.writing, _Writing()
        self.last_break = False
        if not writing.filled:
            return
        text = " ".join("".join(writing.pieces).translate(_INVISIBLE).split())
        if text and len(text) <= LONGEST_BLOCK:
            self.blocks.append(
                Block(text, self.box, writing.linked, writing.emphasised, " ".join(writing.inline))
            )

    def _open_box(self, node: LexborNode, tag: str) -> None:
        attributes = node.attributes
        names = _name(attributes)
        self.box = Box(
            tag=tag,
            names=names,
            parent=self.box,
            node=node.mem_id,
            furniture=name_furniture(tag, names, attributes),
            itemprop=attributes.get("itemprop") or "",
        )

    def _break(self) -> None:
        """Two line breaks in a row part two blocks; one is a blank."""
        if self.last_break:
            self.close()
        else:
            self.writing.pieces.append("\n")
            self.last_break = True

    def _add(self, text: str | None) -> None:
        if not text:
            return
        self.writing.pieces.append(text)
        if text.isspace():
            return
        size = len(text.strip())
        self.writing.filled = True
        self.last_break = False
        if self.links > 0:
            self.writing.linked += size
        if self.bold > 0:
            self.writing.emphasised += size


def _name(attributes: dict[str, str | None]) -> str:
    return f"{attributes.get('class') or ''} {attributes.get('id') or ''}".strip()


_SENTENCE_END: Final = re.compile(r"[.!?…。！？؟।۔:;»”\"'’)]")


def weigh(blocks: list[Block]) -> int:
    """Sets the prose, the text and the links of each box; the prose of all the blocks."""
    for block in blocks:
        for box in block.box.ancestors():
            box.mass = box.characters = box.linked = 0
    total = 0
    for block in blocks:
        size = len(block.text)
        mass = size if is_prose(block) else 0
        total += mass
        for box in block.box.ancestors():
            box.mass += mass
            box.characters += size
            box.linked += block.linked
    return total


def is_prose(block: Block) -> bool:
    """Whether a block reads like a paragraph: long enough, few links, with a sentence's end."""
    size = len(block.text)
    long_enough = size >= (40 if block.box.tag in ("p", "blockquote") else 80)
    if not long_enough or block.linked > 0.4 * size or block.box.tag in ("figcaption", "caption"):
        return False
    return bool(_SENTENCE_END.search(block.text))
