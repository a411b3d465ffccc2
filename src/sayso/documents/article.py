"""Which blocks of a page are the article?"""

import re
from collections import Counter
from dataclasses import dataclass
from typing import Final

from sayso.documents import PartKind
from sayso.documents.blocks import Block, Box, is_prose, weigh
from sayso.documents.dates import parse_date
from sayso.documents.furniture import (
    PICTURES,
    STRONG,
    UNSEEN,
    find_furniture_word,
    is_furniture_heading,
    is_furniture_line,
)
from sayso.documents.paragraphs import find_blocks
from sayso.documents.standing import find_label

HEADINGS: Final = frozenset(["h1", "h2", "h3", "h4", "h5", "h6"])
_LEDE: Final = re.compile(
    r"(?:^|[\s_-])(?:lede|lead|leadtext|standfirst|sub-?title|sub-?head(?:line|ing)?|dek|deck|"
    r"abstract|summary|intro|introduction|chapo|chapeau|entradilla|sommario|vorspann|einleitung|"
    r"anriss|teaser-?text|ingress|excerpt|description|spot|sapo|bajada|copete|preamble|manchet)(?:$|[\s_-])",
    re.IGNORECASE,
)


@dataclass(slots=True)
class Passage:
    """One block of the article and what kind of text it is."""

    kind: PartKind
    text: str


def find_article(
    blocks: list[Block],
    title: str | None,
    description: str | None = None,
    declared: str | None = None,
    authors: tuple[str, ...] = (),
) -> list[Passage]:
    """The article's blocks in order, without its title; empty where the page has no prose.

    `declared` is the body that the page's own data declares, if any.
    """
    weigh(blocks)
    kept = _drop_furniture(blocks)
    total = weigh(kept)
    if not total:
        return []
    start = _find_start(kept, title, total)
    main = _descend(kept, start)
    stated = _find_declared(kept, declared)
    if stated is not None and stated.mass >= 0.5 * main.mass:
        main = stated
    inside = [b for b in kept if _is_inside(b, main)]
    passages = _choose(inside, title, authors)
    lede = _find_lede(blocks, kept, inside, _squeeze(description or ""), _squeeze(title or ""))
    passages = lede + passages
    if declared and sum(len(p.text) for p in passages) < min(
        0.5 * len(declared), len(declared) - 300
    ):
        return [
            Passage("paragraph", " ".join(p.split())) for p in declared.split("\n") if p.strip()
        ]
    return passages


def _drop_furniture(blocks: list[Block]) -> list[Block]:
    """The blocks that are in no box named as furniture.

    A name that covers much of the page's prose means something else there; one that is seldom
    used for anything else is given up only where nothing would be left.
    """
    named = [(block, _name_all(block)) for block in blocks]
    weights = Counter[str]()
    for block, words in named:
        if is_prose(block):
            weights.update(dict.fromkeys(words | {_ALL}, len(block.text)))
            if UNSEEN in words:
                weights[_ALL] -= len(block.text)
    total = weights.pop(_ALL, 0)
    cleared = {w for w, n in weights.items() if n >= CLEARED * total and w not in STRONG}
    kept = [b for b, words in named if words <= cleared]
    if sum(len(b.text) for b in kept if is_prose(b)) >= min(120, 0.3 * total) > 0:
        return kept
    cleared |= {w for w, n in weights.items() if n >= 0.3 * total}
    return [b for b, words in named if words <= cleared]


def _name_all(block: Block) -> set[str]:
    """The words for which a block may be held to be no part of the article."""
    words = {
        box.furniture
        for box in block.box.ancestors()
        if box.furniture and (box.furniture not in PICTURES or box.mass <= LONGEST_CAPTION)
    }
    if block.inline and len(block.text) < 200 and (word := find_furniture_word(block.inline)):
        words.add(word)
    return words


LONGEST_CAPTION: Final = 400
"""Characters of prose with a picture that can be its caption."""


def _is_inside(block: Block, main: Box) -> bool:
    return any(box is main for box in block.box.ancestors())


def _find_declared(blocks: list[Block], declared: str | None) -> Box | None:
    """The smallest box around the blocks that the page's own data declares as the body."""
    if not declared or len(declared) < 300:
        return None
    whole = _squeeze(declared)
    found = [b for b in blocks if len(b.text) >= 40 and _squeeze(b.text) in whole]
    if sum(len(_squeeze(b.text)) for b in found) < 0.6 * len(whole):
        return None
    return _enclose(found)


_NOT_WORD: Final = re.compile(r"[\W_]+")


def _squeeze(text: str) -> str:
    """The letters and digits of a text in small letters, to compare what is typeset otherwise."""
    return _NOT_WORD.sub("", text).casefold()


def _enclose(blocks: list[Block]) -> Box:
    """The smallest box around all of the blocks."""
    common = list(blocks[0].box.ancestors())
    for block in blocks[1:]:
        around = set(map(id, block.box.ancestors()))
        common = [box for box in common if id(box) in around]
    return common[0]


def _find_start(blocks: list[Block], title: str | None, total: int) -> Box:
    """The article or main element that holds the title and much of the prose, else the page."""
    wanted = _squeeze(title or "")
    page = next(b for b in blocks[0].box.ancestors() if b.parent is None)
    for block in blocks:
        if block.box.tag not in HEADINGS or not wanted:
            continue
        here = _squeeze(block.text)
        if block.box.tag == "h1" or (len(here) > 15 and (here in wanted or wanted in here)):
            for box in block.box.ancestors():
                if box.tag in ("article", "main") and box.mass >= max(250, 0.2 * total):
                    return box
    return page


def _descend(blocks: list[Block], start: Box) -> Box:
    """The smallest box that still holds nearly all of the prose around it, from the start in."""
    children: dict[int, dict[int, Box]] = {}
    for block in blocks:
        for box in block.box.ancestors():
            if box.parent is not None:
                children.setdefault(id(box.parent), {})[id(box)] = box
    box = start
    while True:
        inner = max(children.get(id(box), {}).values(), key=lambda b: b.mass, default=None)
        if inner is None or inner.mass < SHARE * box.mass or inner.tag in ("p", *HEADINGS):
            return box
        box = inner


SHARE: Final = 0.7
"""Share of a box's prose from which the box inside it is the better one; by the tuning half."""
CLEARED: Final = 0.4
"""Share of a page's prose from which a word that names furniture is held to mean another thing."""
_ALL: Final = "(all)"


def _choose(blocks: list[Block], title: str | None, authors: tuple[str, ...]) -> list[Passage]:
    """Of the blocks in the article's box those that are its text."""
    passages: list[Passage] = []
    for place, block in enumerate(blocks):
        tag = block.box.tag
        if is_furniture_heading(block.text) and (tag in HEADINGS or block.emphasised):
            after = sum(len(b.text) for b in blocks[place:] if is_prose(b))
            if after < 0.25 * sum(len(b.text) for b in blocks if is_prose(b)):
                break
            continue
        if title and _squeeze(block.text) == _squeeze(title):
            continue
        kind = _judge(block)
        if kind is not None and len(block.text) < 120 and _is_imprint(block.text, authors):
            continue
        if kind is not None:
            passages.append(Passage(kind, block.text))
    while passages and passages[-1].kind == "heading":
        passages.pop()
    return _drop_repeated(passages)


def _drop_repeated(passages: list[Passage]) -> list[Passage]:
    """The passages without those that stand twice, and without quotes pulled from the text."""
    seen: set[str] = set()
    whole = "\n".join(_squeeze(p.text) for p in passages if p.kind != "quote")
    kept: list[Passage] = []
    for passage in passages:
        squeezed = _squeeze(passage.text)
        if len(squeezed) >= REPEATED and squeezed in seen:
            continue
        seen.add(squeezed)
        if passage.kind != "quote" or squeezed not in whole:
            kept.append(passage)
    return kept


REPEATED: Final = 40
"""Letters from which a paragraph is not said twice but typeset twice, for two widths of screen."""


def _judge(block: Block) -> PartKind | None:
    """What kind of the article's text a block is, None where it is none."""
    text, tag, size = block.text, block.box.tag, len(block.text)
    density = block.linked / size
    if tag in ("figcaption", "caption") or is_furniture_line(text) or _is_standing(text):
        return None
    if tag in HEADINGS:
        kept = tag != "h1" and density < 0.8
        return ("heading" if size < 300 else "paragraph") if kept else None
    quoted = any(box.tag == "blockquote" for box in block.box.ancestors())
    if density > 0.7 and size < 400:
        return None
    if tag in ("td", "th", "dt", "dd", "address"):
        return "paragraph" if is_prose(block) else None
    if tag in ("p", "li", "blockquote", "pre"):
        return "quote" if quoted else "paragraph"
    return "paragraph" if size >= 80 or (size >= 25 and text[-1] in '.!?…:”"»') else None


def _is_imprint(text: str, authors: tuple[str, ...]) -> bool:
    """Whether a short line only says when it was published, or who wrote it and where."""
    names = {w for a in authors for w in _WORD.findall(a.casefold())}
    words = _WORD.findall(text.casefold())
    rest = [w for w in words if w not in names]
    if names and len(rest) < len(words) and len(rest) <= 3 and not text.endswith((".", "!", "?")):
        return True
    return len(text) < 70 and text[-1] not in ".!?" and parse_date(text) is not None


_WORD: Final = re.compile(r"\w+")


def _is_standing(text: str) -> bool:
    """Whether the lexicons know a line as one that sites print around their articles."""
    if len(text) > 400:
        return False
    found = find_blocks(text)
    return len(found) == 1 and find_label(found[0]) in ("boilerplate", "links", "caption")


def _find_lede(
    blocks: list[Block], kept: list[Block], inside: list[Block], told: str, title: str
) -> list[Passage]:
    """The introduction where it stands between the title and the article's box.

    `told` and `title` are the page's description and title, squeezed.
    """
    if not inside:
        return []
    first = next(i for i, b in enumerate(blocks) if b is inside[0])
    above = range(max(0, first - ABOVE), first)
    heads = [i for i in above if blocks[i].box.tag == "h1" or _squeeze(blocks[i].text) == title]
    plain = {id(b) for b in kept}
    within = {_squeeze(b.text) for b in inside}
    found: list[Passage] = []
    for place in range(max(0, first - ABOVE), first):
        block = blocks[place]
        squeezed = _squeeze(block.text)
        if len(block.text) < 40 or block.linked > 0.3 * len(block.text) or squeezed in within:
            continue
        if (
            squeezed == title
            or squeezed in {_squeeze(p.text) for p in found}
            or _judge(block) is None
        ):
            continue
        named = any(_LEDE.search(_CAMEL.sub("-", x.names)) for x in list(block.box.ancestors())[:3])
        described = told and (told[:60] in squeezed or squeezed[:60] in told)
        follows = heads and place > heads[-1] and is_prose(block) and block.box.tag == "p"
        if (named or described or follows) and (
            id(block) in plain or _name_all(block) <= {"teaser", "teasers"}
        ):
            found.append(Passage("lede", block.text))
    return found


ABOVE: Final = 40
"""Blocks above the article's box that are searched for its introduction."""
_CAMEL: Final = re.compile(r"(?<=[a-z0-9])(?=[A-Z])")
